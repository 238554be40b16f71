package org.genryu.store.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.genryu.core.DataTable;
import org.genryu.core.Text;
import org.genryu.store.KeptChange;

/// What do all changes come to? The register as it stands after them, told one after the other.
///
/// It holds nothing that is not in a change, so its history is whole by construction. A change of a kind that this
/// program does not know leaves everything as it is.
public final class ProgrammeRegister {
    /// The book of its changes.
    public static final String BOOK = "register";

    static final String ENTRY = "entry/";
    static final String ANNOUNCEMENT = "announcement/";
    static final String MILESTONE = "milestone/";

    private final SequencedMap<String, RegisterEntry> entries = new LinkedHashMap<>();
    private final SequencedMap<String, Announcement> announcements = new LinkedHashMap<>();
    private final SequencedMap<String, RegisterMilestone> milestones = new LinkedHashMap<>();
    private final List<KeptChange> changes;

    /// @param changes of the book, the first one first
    public ProgrammeRegister(List<KeptChange> changes) {
        this.changes = List.copyOf(changes);
        this.changes.forEach(this::take);
    }

    public List<RegisterEntry> entries() {
        return List.copyOf(entries.values());
    }

    public List<Announcement> announcements() {
        return List.copyOf(announcements.values());
    }

    public List<RegisterMilestone> milestones() {
        return List.copyOf(milestones.values());
    }

    public List<KeptChange> changes() {
        return changes;
    }

    public Optional<RegisterEntry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Optional<Announcement> announcement(String id) {
        return Optional.ofNullable(announcements.get(id));
    }

    public Optional<RegisterMilestone> milestone(String id) {
        return Optional.ofNullable(milestones.get(id));
    }

    /// The amounts of an entry or an announcement; none if there is no such thing.
    public List<RegisterAmount> amounts(String id) {
        return entry(id)
                .map(RegisterEntry::amounts)
                .or(() -> announcement(id).map(Announcement::amounts))
                .orElse(List.of());
    }

    /// The version of an entry, an announcement or a milestone; 0 if there is no such thing.
    public int version(String id) {
        return entry(id)
                .map(RegisterEntry::version)
                .or(() -> announcement(id).map(Announcement::version))
                .or(() -> milestone(id).map(RegisterMilestone::version))
                .orElse(0);
    }

    /// What was done to one entry, announcement or milestone.
    public List<KeptChange> history(String id) {
        return changes.stream()
                .filter(change ->
                        change.deed().subject().replaceFirst("^.*/", "").equals(id))
                .toList();
    }

    // ---------------------------------------------------------------- one change

    private void take(KeptChange change) {
        String subject = change.deed().subject();
        String id = subject.replaceFirst("^.*/", "");
        if (subject.startsWith(ENTRY)) {
            Optional.ofNullable(entries.get(id))
                    .map(entry -> changed(entry, change))
                    .or(() -> begun(id, change))
                    .ifPresent(entry -> entries.put(id, entry));
        } else if (subject.startsWith(ANNOUNCEMENT)) {
            announcements.compute(id, (_, old) -> old == null ? announced(id, change) : changed(old, change));
        } else if (subject.startsWith(MILESTONE)) {
            milestones.compute(id, (_, old) -> old == null ? agreed(id, change) : changed(old, change));
        }
    }

    private static Optional<RegisterEntry> begun(String id, KeptChange change) {
        KeptChange.Deed deed = change.deed();
        return EntryStage.of(deed.word("stage")).map(stage -> {
            RegisterEntry.Frame frame = new RegisterEntry.Frame(
                    DataTable.parts(deed.word("announcements")),
                    Optional.of(deed.word("part_of")).filter(part -> !part.isEmpty()),
                    DataTable.parts(deed.word("maybe_same")));
            RegisterEntry.Facts facts = new RegisterEntry.Facts(
                    name(change), deed.word("field"), deed.word("partners"), frame, deed.word("note"));
            return new RegisterEntry(
                    id, deed.version(), facts, List.of(new RegisterEntry.Reached(stage, day(change))), List.of());
        });
    }

    private static RegisterEntry changed(RegisterEntry entry, KeptChange change) {
        int version = change.deed().version();
        Optional<EntryStage> stage = EntryStage.of(change.deed().word("stage"));
        if (change.deed().kind().equals(RegisterDeeds.MOVE) && stage.isPresent()) {
            List<RegisterEntry.Reached> stages = new ArrayList<>(entry.stages());
            stages.add(new RegisterEntry.Reached(stage.get(), day(change)));
            return new RegisterEntry(entry.id(), version, entry.facts(), stages, entry.amounts());
        }
        return new RegisterEntry(entry.id(), version, entry.facts(), entry.stages(), amounts(entry.amounts(), change));
    }

    private static Announcement announced(String id, KeptChange change) {
        return new Announcement(id, change.deed().version(), name(change), day(change), List.of());
    }

    private static Announcement changed(Announcement old, KeptChange change) {
        return new Announcement(
                old.id(), change.deed().version(), old.name(), old.on(), amounts(old.amounts(), change));
    }

    private static List<RegisterAmount> amounts(List<RegisterAmount> before, KeptChange change) {
        KeptChange.Deed deed = change.deed();
        Optional<RegisterAmount.Kind> kind = RegisterAmount.Kind.of(deed.word("kind"));
        if (!deed.kind().equals(RegisterDeeds.AMOUNT) || kind.isEmpty()) {
            return before;
        }
        List<RegisterAmount> after = new ArrayList<>();
        for (RegisterAmount one : before) {
            after.add(deed.word("replaces").equals(Long.toString(one.change())) ? one.withoutEffect() : one);
        }
        RegisterAmount.Told told = new RegisterAmount.Told(
                day(change),
                RegisterAmount.Standing.of(deed.word("standing")).orElse(RegisterAmount.Standing.UNVERIFIED),
                change.reason().cites(),
                deed.word("note"));
        after.add(new RegisterAmount(change.number(), kind.get(), RegisterDeeds.money(deed), told, false));
        return after;
    }

    private static RegisterMilestone agreed(String id, KeptChange change) {
        KeptChange.Deed deed = change.deed();
        return new RegisterMilestone(
                id,
                deed.version(),
                name(change),
                deed.word("who"),
                Optional.of(deed.word("entry")).filter(entry -> !entry.isEmpty()),
                new RegisterMilestone.Dates(date(deed.word("due")), date(deed.word("done")), false));
    }

    /// A word that is left out stays as it was.
    private static RegisterMilestone changed(RegisterMilestone old, KeptChange change) {
        KeptChange.Deed deed = change.deed();
        boolean reopened = deed.word("state").equals("open");
        RegisterMilestone.Dates dates = new RegisterMilestone.Dates(
                date(deed.word("due")).or(() -> old.dates().due()),
                reopened
                        ? Optional.empty()
                        : date(deed.word("done")).or(() -> old.dates().done()),
                reopened
                        ? false
                        : deed.word("state").equals("given-up") || old.dates().givenUp());
        return new RegisterMilestone(old.id(), deed.version(), old.what(), old.who(), old.entry(), dates);
    }

    private static Text name(KeptChange change) {
        return new Text(change.deed().word("name_en"), change.deed().word("name_ja"));
    }

    /// The day of the thing; where none was told, that of the record.
    private static LocalDate day(KeptChange change) {
        return date(change.deed().word("on"))
                .or(() -> date(change.reason()
                        .at()
                        .substring(0, Math.min(10, change.reason().at().length()))))
                .orElse(LocalDate.EPOCH);
    }

    /// A day as in ISO 8601; empty if the text is none.
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// All that has an id, for the search of near names.
    public List<String> ids() {
        return Arrays.asList(entries, announcements, milestones).stream()
                .flatMap(all -> all.keySet().stream())
                .toList();
    }
}
