package org.genryu.web.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.disk.Draft;
import org.genryu.results.CaseFingerprint;
import org.genryu.store.ChangeStore;
import org.genryu.store.ChangeStore.Appended;
import org.genryu.store.KeptChange;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Reason;
import org.genryu.web.world.KnownCase;

/// The history of one case: what it was read as, and every change since. A version is what it was read as with the
/// changes up to it; it lies as a folder named by the hash of its content, which is made again when it is not there.
///
/// A save is one transaction of the store: its edits, and last the version that they make, which rests on the version
/// before. So of two programs that save at one moment the slower one finds the newer version and tries again on it.
/// What the case was read as is kept in such a folder too, and that one cannot be made again once the source has
/// changed.
///
/// Thread-safe.
public final class CaseBook {
    private static final String VERSION = "version";
    private static final String HASH = "hash";
    private static final int TRIES = 20;

    private final ChangeStore store;
    private final String book;
    private final KnownCase source;
    private final Path folders;
    private final List<CaseVersion> versions = new ArrayList<>();
    private final Map<String, Integer> subjects = new HashMap<>();
    private KnownCase newest;
    /// Findings of the newest version; empty until somebody asks.
    private Optional<Set<String>> remarks = Optional.empty();

    private CaseBook(ChangeStore store, KnownCase source, Path folders) {
        this.store = store;
        this.book = "case/" + source.id();
        this.source = source;
        this.folders = folders;
        this.newest = source;
    }

    /// @param source the case as it was read now; if it is not what the history ends with, and not what the
    /// history's
    ///     last reading found, it becomes a version of its own
    /// @param at when, for that version
    static CaseBook open(ChangeStore store, KnownCase source, Path folders, Reason at) throws IOException {
        CaseBook made = new CaseBook(store, source, folders);
        made.begin(at);
        return made;
    }

    private synchronized void begin(Reason at) throws IOException {
        load();
        while (versions.isEmpty() || !lastRead().hash().equals(source.hash())) {
            keepFolder(source.hash(), CaseDraft.texts(source.file()));
            append(List.of(new KeptChange.Draft(version(source.hash(), CaseVersion.Kind.READ), at)));
            load();
        }
        keepFolder(source.hash(), CaseDraft.texts(source.file()));
        CaseVersion last = versions.getLast();
        if (!last.hash().equals(source.hash())) {
            newest = known(last).orElse(source);
        }
    }

    private void load() throws IOException {
        versions.clear();
        subjects.clear();
        List<CaseEdit> edits = new ArrayList<>();
        for (KeptChange change : changes()) {
            Deed deed = change.deed();
            subjects.put(deed.subject(), deed.version());
            if (deed.subject().equals(VERSION)) {
                versions.add(new CaseVersion(
                        deed.version(),
                        deed.word(HASH),
                        CaseVersion.Kind.valueOf(deed.kind().toUpperCase(Locale.ROOT)),
                        change.reason(),
                        edits));
                edits = new ArrayList<>();
            } else {
                edits.add(EditWords.edit(deed.kind(), deed.content()));
            }
        }
    }

    /// The store is one for all books, and one thread at a time may use it.
    private List<KeptChange> changes() throws IOException {
        synchronized (store) {
            return store.changes(book);
        }
    }

    private Appended append(List<KeptChange.Draft> drafts) throws IOException {
        synchronized (store) {
            return store.append(drafts);
        }
    }

    private CaseVersion lastRead() {
        return lastRead(versions.getLast().number());
    }

    /// The reading on which a version rests.
    private CaseVersion lastRead(int number) {
        int at = number - 1;
        while (versions.get(at).kind() != CaseVersion.Kind.READ) {
            at--;
        }
        return versions.get(at);
    }

    /// All versions, the first one first.
    public synchronized List<CaseVersion> versions() {
        return List.copyOf(versions);
    }

    public synchronized KnownCase newest() {
        return newest;
    }

    /// The version with a hash that begins so; of several that are the same, the last.
    public synchronized Optional<KnownCase> version(String hash) {
        if (newest.hash().startsWith(hash)) {
            return Optional.of(newest);
        }
        for (CaseVersion one : versions.reversed()) {
            if (one.hash().startsWith(hash)) {
                return known(one);
            }
        }
        return Optional.empty();
    }

    private Optional<KnownCase> known(CaseVersion version) {
        if (version.hash().equals(source.hash())) {
            return Optional.of(source);
        }
        Optional<CaseDraft> draft = draft(version.number());
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        return CaseReader.readText(draft.get().texts()).clean().map(file -> known(version.hash(), file));
    }

    private KnownCase known(String hash, CaseFile file) {
        return new KnownCase(source.id(), hash, folder(hash).toString(), false, file);
    }

    /// What a version was read as, with all edits up to it; empty if what it was read as is lost.
    private Optional<CaseDraft> draft(int number) {
        CaseVersion read = lastRead(number);
        Optional<CaseFile> from = read.hash().equals(source.hash())
                ? Optional.of(source.file())
                : CaseReader.read(folder(read.hash()))
                        .clean()
                        .filter(file -> CaseFingerprint.of(file).equals(read.hash()));
        Optional<CaseDraft> draft = from.map(CaseDraft::new);
        draft.ifPresent(made -> versions.subList(read.number(), number)
                .forEach(version -> version.edits().forEach(made::apply)));
        return draft;
    }

    private Path folder(String hash) {
        return folders.resolve(hash);
    }

    /// The folder of a version is there from now on, unless another program is writing the same one.
    private void keepFolder(String hash, SortedMap<String, String> texts) throws IOException {
        if (Files.isDirectory(folder(hash))) {
            return;
        }
        try (Draft draft = Draft.newFolder(folder(hash))) {
            CaseWriter.write(texts, draft);
        } catch (IOException trouble) {
            if (!Files.isDirectory(folder(hash))) {
                throw trouble;
            }
        }
    }

    /// Makes the folder of a version again if somebody has taken it away.
    synchronized void ready(KnownCase known) throws IOException {
        if (known.argument().equals(folder(known.hash()).toString())) {
            keepFolder(known.hash(), CaseDraft.texts(known.file()));
        }
    }

    /// What edits would come to: the findings that are not there without them. Nothing is kept.
    public synchronized Outcome<CaseFile> check(List<CaseEdit> edits) {
        Optional<CaseDraft> draft = draft(versions.getLast().number());
        if (draft.isEmpty()) {
            return Outcome.failed(List.of());
        }
        edits.forEach(draft.get()::apply);
        Outcome<CaseFile> read = CaseReader.readText(draft.get().texts());
        return new Outcome<>(read.value(), fresh(read.findings()));
    }

    /// Keeps edits as a new version, all of them or none. When this returns they are on the disk.
    /// @param seen number of the version that their author has seen
    public synchronized Saving save(int seen, CaseVersion.Kind kind, List<CaseEdit> edits, Reason reason)
            throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<Saving> saving = tried(seen, kind, edits, reason);
            if (saving.isPresent()) {
                return saving.get();
            }
            load();
            newest = known(versions.getLast()).orElse(newest);
            remarks = Optional.empty();
        }
        throw new IOException("Others save to '" + book + "' all the time.");
    }

    /// The same for a program that says which version it has read: it must be the newest.
    /// @param tag as [#tag()] gives it
    public synchronized Saving saveOn(String tag, CaseVersion.Kind kind, List<CaseEdit> edits, Reason reason)
            throws IOException {
        if (!tag.equals(tag())) {
            return new Saving.Conflict(List.of(), newest, List.of(versions.getLast()));
        }
        return save(versions.getLast().number(), kind, edits, reason);
    }

    /// The entity tag of the newest version.
    public synchronized String tag() {
        return "\"" + newest.hash() + "\"";
    }

    /// Takes the edits of a version back.
    public Saving undo(int number, Reason reason) throws IOException {
        List<CaseEdit> edits = versions().get(number - 1).edits();
        return save(
                number,
                CaseVersion.Kind.UNDO,
                edits.reversed().stream().map(CaseEdit::undone).toList(),
                reason);
    }

    /// Makes the content of a version the newest again.
    public synchronized Saving restore(int number, Reason reason) throws IOException {
        Optional<KnownCase> wanted = known(versions.get(number - 1));
        if (wanted.isEmpty()) {
            return new Saving.Unchanged(newest);
        }
        return save(
                versions.getLast().number(),
                CaseVersion.Kind.RESTORE,
                CaseDiff.of(newest.file(), wanted.get().file()),
                reason);
    }

    /// Empty if somebody else was faster.
    private Optional<Saving> tried(int seen, CaseVersion.Kind kind, List<CaseEdit> edits, Reason reason)
            throws IOException {
        CaseDraft draft = draft(versions.getLast().number()).orElseThrow();
        List<CaseEdit> made = new ArrayList<>();
        List<EditClash> clashes = new ArrayList<>();
        for (CaseEdit edit : edits) {
            if (!draft.holds(edit)) {
                CaseEdit exact = draft.exact(edit);
                draft.apply(exact).ifPresentOrElse(clashes::add, () -> made.add(exact));
            }
        }
        if (!clashes.isEmpty()) {
            return Optional.of(
                    new Saving.Conflict(clashes, newest, List.copyOf(versions.subList(seen, versions.size()))));
        }
        SortedMap<String, String> texts = draft.texts();
        Outcome<CaseFile> read = CaseReader.readText(texts);
        if (made.isEmpty()) {
            return Optional.of(new Saving.Unchanged(newest));
        }
        if (read.clean().isEmpty()) {
            return Optional.of(new Saving.Faulty(fresh(read.findings())));
        }
        String hash = CaseFingerprint.of(read.clean().get());
        if (!(append(drafts(made, hash, kind, reason)) instanceof Appended.Kept(List<KeptChange> kept))) {
            return Optional.empty();
        }
        kept.forEach(
                change -> subjects.put(change.deed().subject(), change.deed().version()));
        CaseVersion version = new CaseVersion(kept.getLast().deed().version(), hash, kind, reason, made);
        versions.add(version);
        newest = hash.equals(source.hash()) ? source : remade(hash, read.clean().get(), texts);
        List<Finding> fresh = fresh(read.findings());
        remarks = Optional.of(told(read.findings()));
        return Optional.of(new Saving.Saved(version, newest, fresh));
    }

    /// What is kept is kept, also where its folder cannot be written now.
    private KnownCase remade(String hash, CaseFile file, SortedMap<String, String> texts) {
        try {
            keepFolder(hash, texts);
        } catch (IOException _) {
            // made again when somebody asks
        }
        return known(hash, file);
    }

    private List<KeptChange.Draft> drafts(List<CaseEdit> edits, String hash, CaseVersion.Kind kind, Reason reason) {
        Map<String, Integer> at = new HashMap<>(subjects);
        List<KeptChange.Draft> drafts = new ArrayList<>();
        for (CaseEdit edit : edits) {
            int before = at.getOrDefault(edit.subject(), 0);
            drafts.add(new KeptChange.Draft(
                    Deed.after(before, book, edit.subject(), EditWords.kind(edit), EditWords.content(edit)), reason));
            at.put(edit.subject(), before + 1);
        }
        drafts.add(new KeptChange.Draft(version(hash, kind), reason));
        return drafts;
    }

    private Deed version(String hash, CaseVersion.Kind kind) {
        return Deed.after(
                subjects.getOrDefault(VERSION, 0),
                book,
                VERSION,
                kind.name().toLowerCase(Locale.ROOT),
                new TreeMap<>(Map.of(HASH, hash)));
    }

    /// Findings that the newest version does not have: errors always.
    private List<Finding> fresh(List<Finding> findings) {
        Set<String> known = remarks.orElseGet(
                () -> told(CaseReader.readText(CaseDraft.texts(newest.file())).findings()));
        remarks = Optional.of(known);
        return findings.stream()
                .filter(one -> one.severity() == Severity.ERROR || !known.contains(told(one)))
                .toList();
    }

    private static Set<String> told(List<Finding> findings) {
        return findings.stream().map(CaseBook::told).collect(Collectors.toCollection(HashSet::new));
    }

    /// Without its line, which moves.
    private static String told(Finding one) {
        return one.thing().in(Lang.EN) + one.problem().in(Lang.EN);
    }
}
