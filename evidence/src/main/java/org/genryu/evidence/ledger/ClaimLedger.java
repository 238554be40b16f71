package org.genryu.evidence.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.genryu.store.StoreAddress;

/// Which claims are there, what became of each, and who decided it? Kept in a file of lines or in a store, to which
/// entries are only ever added.
public final class ClaimLedger {
    /// What became of a claim.
    public enum Status {
        CANDIDATE,
        ACCEPTED,
        REJECTED,
        SUPERSEDED;

        /// As in results.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LedgerKeep keep;
    private final ClaimText text = new ClaimText();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, String> closed = new LinkedHashMap<>();

    private ClaimLedger(LedgerKeep keep) {
        this.keep = keep;
    }

    /// The ledger of a file; an empty one if there is no file yet.
    public static Outcome<ClaimLedger> open(Path file) throws IOException {
        return open(new LedgerFile(file));
    }

    /// The ledger in a store.
    public static Outcome<ClaimLedger> open(StoreAddress store) throws IOException {
        return open(new LedgerStore(store, new ClaimText()));
    }

    private static Outcome<ClaimLedger> open(LedgerKeep keep) throws IOException {
        ClaimLedger ledger = new ClaimLedger(keep);
        return keep.read().map(entries -> {
            entries.forEach(ledger::take);
            return ledger;
        });
    }

    private void take(LedgerEntry entry) {
        entries.add(entry);
        switch (entry.act()) {
            case PROPOSE -> {
                claims.putIfAbsent(entry.claim(), entry.record().orElseThrow());
                statuses.putIfAbsent(entry.claim(), Status.CANDIDATE);
            }
            case ACCEPT -> statuses.put(entry.claim(), Status.ACCEPTED);
            case REJECT -> statuses.put(entry.claim(), Status.REJECTED);
            case SUPERSEDE -> statuses.put(entry.claim(), Status.SUPERSEDED);
            case CLOSE -> closed.put(pair(entry.claim(), entry.other()), entry.reason());
        }
    }

    // ---------------------------------------------------------------- looking

    /// All claims in the order in which they came.
    public List<Claim> claims() {
        return List.copyOf(claims.values());
    }

    public Status status(String id) {
        return statuses.getOrDefault(id, Status.CANDIDATE);
    }

    /// Claims that still stand: proposed or accepted.
    public List<Claim> standing() {
        return claims.values().stream()
                .filter(claim -> status(claim.id()) == Status.CANDIDATE || status(claim.id()) == Status.ACCEPTED)
                .toList();
    }

    /// What happened to a claim, the first thing first.
    public List<LedgerEntry> history(String id) {
        return entries.stream()
                .filter(entry -> entry.claim().equals(id) || entry.other().equals(id))
                .toList();
    }

    /// Why a contradiction was closed; empty if it is open.
    public Optional<String> closed(String a, String b) {
        return Optional.ofNullable(closed.get(pair(a, b)));
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }

    /// The claim whose id begins so, with or without `sha256:`.
    public Outcome<Claim> find(String beginning) {
        String start = beginning.startsWith("sha256:") ? beginning : "sha256:" + beginning;
        List<Claim> found = claims.values().stream()
                .filter(claim -> claim.id().startsWith(start))
                .toList();
        if (found.size() == 1) {
            return Outcome.of(found.getFirst());
        }
        return Outcome.failed(List.of(
                found.isEmpty()
                        ? Finding.error(
                                Finding.Place.NOWHERE,
                                new Text("Claim '" + beginning + "'", "主張「" + beginning + "」"),
                                new Text("there is none with this id.", "このIDのものはありません。"),
                                new Text("`genryu ledger list` shows the ids.", "`genryu ledger list` でIDを確かめてください。"))
                        : Finding.error(
                                Finding.Place.NOWHERE,
                                new Text("Claim '" + beginning + "'", "主張「" + beginning + "」"),
                                new Text(found.size() + " have an id that begins so.", found.size() + "件のIDがこれで始まります。"),
                                new Text("more of the id should be written.", "IDをもう少し長く書いてください。"))));
    }

    /// The claims that hold all the words, in what they quote, say, are about in either language, or are
    /// from; compatibility forms and case do not matter.
    public List<Claim> search(String words) throws IOException {
        List<String> wanted = List.of(folded(words).strip().split("\\s+"));
        Optional<Set<String>> candidates = keep.candidates(wanted);
        return claims.values().stream()
                .filter(claim ->
                        candidates.filter(ids -> !ids.contains(claim.id())).isEmpty())
                .filter(claim -> wanted.stream().allMatch(folded(text.of(claim))::contains))
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    // ---------------------------------------------------------------- adding

    /// Proposes the claims that are not there yet; returns how many that are.
    public int propose(List<Claim> proposed, String at, String by) throws IOException {
        List<LedgerEntry> added = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Claim claim : proposed) {
            if (!claims.containsKey(claim.id()) && seen.add(claim.id())) {
                added.add(new LedgerEntry(0, at, by, Act.PROPOSE, claim.id(), "", "", Optional.of(claim), ""));
            }
        }
        int before = claims.size();
        append(added);
        return claims.size() - before;
    }

    /// Decides about a claim.
    /// @return an error where somebody else has decided about it since it was read, and nothing was kept
    public List<Finding> decide(Act act, Claim claim, String other, String reason, String at, String by)
            throws IOException {
        return append(List.of(new LedgerEntry(0, at, by, act, claim.id(), other, reason, Optional.empty(), "")));
    }

    private List<Finding> append(List<LedgerEntry> drafts) throws IOException {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Outcome<List<LedgerEntry>> come = keep.append(drafts);
        come.value().orElse(List.of()).forEach(this::take);
        return come.findings();
    }
}
