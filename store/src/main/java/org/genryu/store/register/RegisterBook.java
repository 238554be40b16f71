package org.genryu.store.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.name.NearestNames;
import org.genryu.store.ChangeStore;
import org.genryu.store.ChangeStore.Appended;
import org.genryu.store.KeptChange;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;

/// The register in a store: read, and changed one deed at a time. With the first deed the facts that come with the
/// program are kept too.
public final class RegisterBook {
    private final ChangeStore store;

    public RegisterBook(ChangeStore store) {
        this.store = store;
    }

    /// What a new book would hold, kept nowhere.
    public static ProgrammeRegister shipped() {
        List<KeptChange> changes = new ArrayList<>();
        long number = 0;
        for (Draft draft : ShippedProgramme.drafts()) {
            changes.add(new KeptChange(++number, draft.deed(), draft.reason(), "", ""));
        }
        return new ProgrammeRegister(changes);
    }

    /// The register as it is kept; where nothing is kept, as it would begin.
    public ProgrammeRegister read() throws IOException {
        List<KeptChange> changes = store.changes(ProgrammeRegister.BOOK);
        return changes.isEmpty() ? shipped() : new ProgrammeRegister(changes);
    }

    /// The changes that hold all the words.
    public List<KeptChange> search(List<String> words) throws IOException {
        return store.search(ProgrammeRegister.BOOK, words);
    }

    /// Keeps a deed, unless somebody else was faster: then the finding shows both changes.
    public Outcome<KeptChange> keep(Deed deed, Reason reason) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        if (store.changes(ProgrammeRegister.BOOK).isEmpty()) {
            drafts.addAll(ShippedProgramme.drafts());
        }
        drafts.add(new Draft(deed, reason));
        return switch (store.append(drafts)) {
            case Appended.Kept(var changes) -> Outcome.of(changes.getLast());
            // Of two who begin the same book at one moment, the slower one finds it begun.
            case Appended.Conflict(Draft refused, var _)
            when drafts.size() > 1 && !refused.equals(drafts.getLast()) -> keep(deed, reason);
            case Appended.Conflict(Draft refused, var since) -> Outcome.failed(List.of(conflict(refused, since)));
        };
    }

    private static Finding conflict(Draft refused, List<KeptChange> since) {
        Deed deed = refused.deed();
        int seen = deed.version() - 1;
        int is = since.isEmpty() ? 0 : since.getLast().deed().version();
        Text thing = new Text("Register '" + deed.subject() + "'", "登録簿「" + deed.subject() + "」");
        if (since.isEmpty()) {
            return Finding.error(
                    Finding.Place.NOWHERE,
                    thing,
                    new Text(
                            "version %s was never there; a change must rest on the newest.".formatted(seen),
                            "版 %s はまだありません。変更は最新の版に基づかなければなりません。".formatted(seen)));
        }
        return Finding.error(
                Finding.Place.NOWHERE,
                thing,
                new Text(
                        "somebody else has changed it since: it has version %s, yours rests on version %s. Theirs: %s. Yours: %s."
                                .formatted(is, seen, told(since, Lang.EN), told(deed, refused.reason(), Lang.EN)),
                        "ほかの人が先に変更しました(現在の版 %s、あなたの変更は版 %s に基づきます)。相手の変更: %s。あなたの変更: %s。"
                                .formatted(is, seen, told(since, Lang.JA), told(deed, refused.reason(), Lang.JA))),
                new Text(
                        "look at it with `genryu register show %s`, then repeat yours with --seen %s if it still holds."
                                .formatted(deed.subject().replaceFirst("^.*/", ""), is),
                        "`genryu register show %s` で確かめ、なお必要なら --seen %s を付けてもう一度実行してください。"
                                .formatted(deed.subject().replaceFirst("^.*/", ""), is)));
    }

    private static String told(List<KeptChange> changes, Lang lang) {
        return changes.stream()
                .map(change -> told(change.deed(), change.reason(), lang))
                .collect(Collectors.joining(new Text("; ", "、").in(lang)));
    }

    /// `moved to funded on 2026-05-01 (suzuki, 2026-05-02T01:00:00Z: loans signed)`.
    public static String told(Deed deed, Reason reason, Lang lang) {
        return RegisterDeeds.told(deed).in(lang)
                + new Text(" (%s, %s: %s)", "(%s、%s：%s)").in(lang).formatted(reason.who(), reason.at(), reason.why());
    }

    /// An entry that somebody named.
    public static Outcome<RegisterEntry> entry(ProgrammeRegister register, String id) {
        return found(
                register.entry(id),
                register.entries().stream().map(RegisterEntry::id).toList(),
                id);
    }

    /// A milestone that somebody named.
    public static Outcome<RegisterMilestone> milestone(ProgrammeRegister register, String id) {
        return found(
                register.milestone(id),
                register.milestones().stream().map(RegisterMilestone::id).toList(),
                id);
    }

    /// The subject of changes that an id means: an entry or an announcement.
    public static Outcome<String> subject(ProgrammeRegister register, String id) {
        if (register.entry(id).isPresent()) {
            return Outcome.of(ProgrammeRegister.ENTRY + id);
        }
        return found(register.announcement(id).map(_ -> ProgrammeRegister.ANNOUNCEMENT + id), register.ids(), id);
    }

    private static <T> Outcome<T> found(Optional<T> one, List<String> known, String id) {
        return one.map(Outcome::of).orElseGet(() -> Outcome.failed(List.of(unknown(id, known))));
    }

    /// Nothing is called so.
    public static Finding unknown(String id, List<String> known) {
        return new Finding(
                Finding.Severity.ERROR,
                Finding.Place.NOWHERE,
                new Text("Register '" + id + "'", "登録簿「" + id + "」"),
                new Text("there is nothing of this id.", "このIDのものはありません。"),
                NearestNames.cure(id, known));
    }
}
