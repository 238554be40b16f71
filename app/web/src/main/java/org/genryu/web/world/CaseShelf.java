package org.genryu.web.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.results.CaseFingerprint;

/// Which cases does the workbench know? Those that it was started with, the built-in one if there were none.
///
/// Thread-safe.
public final class CaseShelf {
    /// Versions that are held in memory.
    private static final int MOST = 24;

    private final Map<String, KnownCase> newest = new LinkedHashMap<>();
    private final Map<String, KnownCase> versions = new LinkedHashMap<>(32, 0.75f, true);
    private Elsewhere elsewhere = _ -> Optional.empty();

    /// Finds versions that the shelf does not hold any more.
    @FunctionalInterface
    public interface Elsewhere {
        /// @param reference an id (its newest version) or `id@hash`
        Optional<KnownCase> find(String reference) throws IOException;
    }

    /// @param names ids of built-in cases, folders or workbooks
    public static Outcome<CaseShelf> open(List<String> names) throws IOException {
        CaseShelf shelf = new CaseShelf();
        List<Finding> findings = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(BuiltInCases.DEFAULT) : names) {
            Path path = Path.of(name);
            boolean own = Files.exists(path);
            Outcome<CaseFile> read = own
                    ? Files.isDirectory(path) ? CaseReader.read(path) : CaseReader.readWorkbook(path)
                    : CaseReader.readText(BuiltInCases.files(name));
            findings.addAll(read.findings());
            if (read.clean().isPresent()) {
                CaseFile file = read.clean().get();
                shelf.add(new KnownCase(
                        file.header().id(),
                        CaseFingerprint.of(file),
                        own ? path.toAbsolutePath().toString() : name,
                        !own,
                        file));
            }
        }
        return shelf.newest.isEmpty() ? Outcome.failed(findings) : Outcome.of(shelf, findings);
    }

    /// Where versions are looked for.
    public synchronized void elsewhere(Elsewhere place) {
        elsewhere = place;
    }

    /// A new version becomes the newest of its case.
    public synchronized void add(KnownCase version) {
        newest.put(version.id(), version);
        hold(version);
    }

    private synchronized void hold(KnownCase version) {
        versions.put(version.reference(), version);
        while (versions.size() > MOST) {
            versions.remove(versions.keySet().iterator().next());
        }
    }

    /// A case by its id (the newest version) or by `id@hash`.
    public Optional<KnownCase> find(String reference) {
        Optional<KnownCase> found = held(reference);
        if (found.isPresent()
                && (found.get().example() || Files.exists(Path.of(found.get().argument())))) {
            return found;
        }
        try {
            Optional<KnownCase> other = place().find(reference);
            other.filter(_ -> reference.contains("@")).ifPresent(this::hold);
            return other.or(() -> found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Elsewhere place() {
        return elsewhere;
    }

    private synchronized Optional<KnownCase> held(String reference) {
        return Optional.ofNullable(reference.contains("@") ? versions.get(reference) : newest.get(reference));
    }

    /// The newest version of each, in the order in which they were named.
    public synchronized List<KnownCase> all() {
        return List.copyOf(newest.values());
    }

    public KnownCase first() {
        return all().getFirst();
    }
}
