package org.genryu.evidence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.ledger.LedgerEntry.Act;

/// Which claims are there, what became of each, and who decided it? Read from a file of JSON lines that is only ever
/// added to; each line holds the hash of the line before.
///
/// A line that was torn by a crash is no line: it is told, and the next addition begins in its place. A line that was
/// changed is an error, and nothing is added behind it. Two programs that add at once do so one after the other.
public final class ClaimLedger {
    private static final Text THING = new Text("Ledger", "台帳");

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

    private final Path file;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, String> closed = new LinkedHashMap<>();
    private String last = "";
    /// Bytes of whole lines.
    private long end;

    private ClaimLedger(Path file) {
        this.file = file;
    }

    /// The ledger of a file; an empty one if there is no file yet.
    public static Outcome<ClaimLedger> open(Path file) throws IOException {
        ClaimLedger ledger = new ClaimLedger(file);
        List<Finding> findings =
                Files.exists(file) ? ledger.read(Files.readString(file, StandardCharsets.UTF_8)) : List.of();
        return new Outcome<>(Optional.of(ledger), findings);
    }

    private List<Finding> read(String text) {
        List<Finding> findings = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        int from = 0;
        int number = 1;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            String line = text.substring(from, to);
            Optional<LedgerEntry> entry =
                    LedgerEntry.read(line).filter(one -> one.previous().equals(last));
            if (entry.isEmpty()) {
                findings.add(Finding.error(
                        new Finding.Place(name, number, ""),
                        THING,
                        new Text(
                                "this line is not as it was written; nothing behind it is read.",
                                "この行は書かれた時のままではありません。以降は読みません。"),
                        new Text(
                                "the file should be restored from a copy: lines are only ever added.",
                                "控えから戻してください。行は追加されるだけです。")));
                return findings;
            }
            last = LedgerEntry.hashOf(line);
            take(entry.get());
            end += line.getBytes(StandardCharsets.UTF_8).length + 1;
            from = to + 1;
            number++;
        }
        if (from < text.length()) {
            findings.add(Finding.warning(
                    new Finding.Place(name, number, ""),
                    THING,
                    new Text("its last line was torn and is left out.", "最後の行が途切れているため除きました。"),
                    new Text("the program was stopped while it wrote.", "書き込み中に止められた可能性があります。")));
        }
        return findings;
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
    public List<Claim> search(String words) {
        List<String> wanted = List.of(folded(words).strip().split("\\s+"));
        ClaimWords names = new ClaimWords(Gazetteer.own());
        return claims.values().stream()
                .filter(claim -> wanted.stream().allMatch(folded(all(claim, names))::contains))
                .toList();
    }

    private static String all(Claim claim, ClaimWords names) {
        return String.join(
                " ",
                names.about(claim, Lang.EN),
                names.about(claim, Lang.JA),
                claim.quote().stretch().raw(),
                claim.subject(),
                claim.measure(),
                claim.scope(),
                claim.nature().word(),
                claim.text().orElse(""),
                claim.publisher(),
                claim.quote().document(),
                claim.statedAt());
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
        append(added);
        return added.size();
    }

    /// Decides about a claim.
    public void decide(Act act, Claim claim, String other, String reason, String at, String by) throws IOException {
        append(List.of(new LedgerEntry(0, at, by, act, claim.id(), other, reason, Optional.empty(), "")));
    }

    private void append(List<LedgerEntry> drafts) throws IOException {
        if (drafts.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            catchUp(channel);
            StringBuilder lines = new StringBuilder();
            List<LedgerEntry> added = new ArrayList<>();
            String before = last;
            for (LedgerEntry draft : drafts) {
                LedgerEntry entry = new LedgerEntry(
                        entries.size() + added.size() + 1,
                        draft.at(),
                        draft.by(),
                        draft.act(),
                        draft.claim(),
                        draft.other(),
                        draft.reason(),
                        draft.record(),
                        before);
                added.add(entry);
                lines.append(entry.line());
                before = entry.hash();
            }
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            end += bytes.length;
            last = before;
            added.forEach(this::take);
            lock.release();
        }
    }

    /// Takes what another program has added since.
    private void catchUp(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size <= end) {
            return;
        }
        ByteBuffer more = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 16, size - end));
        channel.position(end);
        while (more.hasRemaining() && channel.read(more) >= 0) {
            // until all is there
        }
        String text = new String(more.array(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole > 0 && !read(text.substring(0, whole)).isEmpty()) {
            throw new IOException("the ledger was changed");
        }
    }
}
