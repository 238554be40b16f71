package org.genryu.evidence.ledger;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimJson;
import org.genryu.evidence.claim.ClaimParser;
import org.genryu.evidence.claim.JsonTree;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.genryu.store.ChangeStore;
import org.genryu.store.ChangeStore.Appended;
import org.genryu.store.KeptChange;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import tools.jackson.core.JsonGenerator;

/// A ledger as a book of changes in a store: one subject a claim; what it says in both languages is in the index. Two
/// people who decide about one claim at the same time see each other.
final class LedgerStore implements LedgerKeep {
    private static final String BOOK = "ledger";

    private final StoreAddress address;
    private final ClaimText words;
    private final Map<String, Integer> versions = new HashMap<>();
    private int count;

    LedgerStore(StoreAddress address, ClaimText words) {
        this.address = address;
        this.words = words;
    }

    @Override
    public Outcome<List<LedgerEntry>> read() throws IOException {
        try (ChangeStore store = ChangeStore.open(address)) {
            return Outcome.of(unread(store));
        }
    }

    private List<LedgerEntry> unread(ChangeStore store) throws IOException {
        List<KeptChange> changes = store.changes(BOOK);
        List<LedgerEntry> entries = new ArrayList<>();
        for (KeptChange change : changes.subList(Math.min(count, changes.size()), changes.size())) {
            versions.put(change.deed().subject(), change.deed().version());
            entry(change, ++count).ifPresent(entries::add);
        }
        return entries;
    }

    /// Empty where a newer program has written something that this one does not know.
    private static Optional<LedgerEntry> entry(KeptChange change, int number) {
        Deed deed = change.deed();
        Optional<Claim> record = JsonTree.read(deed.word("record")).flatMap(ClaimParser::read);
        return Act.of(deed.kind())
                .filter(act -> act != Act.PROPOSE || record.isPresent())
                .map(act -> new LedgerEntry(
                        number,
                        change.reason().at(),
                        change.reason().who(),
                        act,
                        deed.subject(),
                        deed.word("other"),
                        change.reason().why(),
                        record,
                        change.previous()));
    }

    @Override
    public Outcome<List<LedgerEntry>> append(List<LedgerEntry> drafts) throws IOException {
        try (ChangeStore store = ChangeStore.open(address)) {
            List<LedgerEntry> come = new ArrayList<>();
            while (true) {
                List<Draft> changes = drafts.stream()
                        .filter(draft -> draft.act() != Act.PROPOSE || !versions.containsKey(draft.claim()))
                        .map(this::draft)
                        .toList();
                switch (store.append(changes)) {
                    case Appended.Kept _ -> {
                        come.addAll(unread(store));
                        return Outcome.of(come);
                    }
                    case Appended.Conflict(Draft refused, var since) -> {
                        come.addAll(unread(store));
                        if (!refused.deed().kind().equals(Act.PROPOSE.word())) {
                            return Outcome.of(come, List.of(conflict(refused, since)));
                        }
                    }
                }
            }
        }
    }

    private Draft draft(LedgerEntry entry) {
        Map<String, String> content = new TreeMap<>();
        if (!entry.other().isEmpty()) {
            content.put("other", entry.other());
        }
        entry.record().ifPresent(claim -> {
            content.put("record", json(claim));
            content.put("words", words.of(claim));
        });
        Deed deed = Deed.after(
                versions.getOrDefault(entry.claim(), 0),
                BOOK,
                entry.claim(),
                entry.act().word(),
                content);
        return new Draft(
                deed,
                new Reason(
                        entry.at(),
                        entry.by(),
                        entry.reason(),
                        entry.record().map(claim -> claim.quote().document()).orElse("")));
    }

    private static String json(Claim claim) {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = ClaimJson.generator(out)) {
            ClaimJson.write(to, claim, ClaimLedger.Status.CANDIDATE.word(), Lang.EN);
        }
        return out.toString();
    }

    private static Finding conflict(Draft refused, List<KeptChange> since) {
        String theirs = since.stream()
                .map(change -> told(change.deed(), change.reason()))
                .collect(Collectors.joining("; "));
        String ours = told(refused.deed(), refused.reason());
        String id = refused.deed().subject();
        return Finding.error(
                Finding.Place.NOWHERE,
                new Text("Claim '" + id + "'", "主張「" + id + "」"),
                new Text(
                        "somebody else has decided about it since it was read. Theirs: %s. Yours: %s."
                                .formatted(theirs, ours),
                        "読み込んだ後にほかの人が判断しました。相手: %s。あなた: %s。".formatted(theirs, ours)),
                new Text(
                        "look at it with `genryu ledger show`, then decide again.",
                        "`genryu ledger show` で確かめ、あらためて判断してください。"));
    }

    private static String told(Deed deed, Reason reason) {
        return String.format(Locale.ROOT, "%s (%s, %s: %s)", deed.kind(), reason.who(), reason.at(), reason.why());
    }

    @Override
    public Optional<Set<String>> candidates(List<String> wanted) throws IOException {
        try (ChangeStore store = ChangeStore.open(address)) {
            return Optional.of(store.search(BOOK, wanted).stream()
                    .map(change -> change.deed().subject())
                    .collect(Collectors.toSet()));
        }
    }
}
