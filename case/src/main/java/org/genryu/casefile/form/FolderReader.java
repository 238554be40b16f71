package org.genryu.casefile.form;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.NameSpelling;
import org.genryu.core.Deadline;
import org.genryu.core.SideBySide;

/// Fetches the files of a case folder as texts: plain files of a stated size only, no links, nothing from outside of
/// the folder. Tables are `.csv` files, and `.tsv`, `.tab` and `.txt` files that have a table's name, as spreadsheets
/// write them.
public final class FolderReader {
    private static final String SCENARIOS = "scenarios";
    private static final List<String> FOLDERS = List.of(SCENARIOS, "projects");
    private static final List<String> TEXTS = List.of("tsv", "tab", "txt");

    private final Path folder;
    private final ReadLimits limits;
    private final CaseFindings faults;
    private final SortedMap<String, Piece> pieces = new TreeMap<>();
    private long total;
    private int files;

    /// A file as text, if it could be read, with what was found on the way.
    public record Piece(Optional<String> text, CaseFindings faults) {}

    private FolderReader(Path folder, ReadLimits limits, CaseFindings faults) {
        this.folder = folder;
        this.limits = limits;
        this.faults = faults;
    }

    public static Optional<RawCase> read(Path folder, ReadLimits limits, CaseFindings faults) {
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("case");
        if (!Files.isDirectory(folder)) {
            faults.noFolder(folder.toString());
            return Optional.empty();
        }
        FolderReader reader = new FolderReader(folder, limits, faults);
        reader.list(folder, "");
        return sort(name, reader.pieces, limits, faults);
    }

    private void list(Path in, String prefix) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(in)) {
            for (Path entry : stream) {
                if (++files > limits.files()) {
                    faults.tooManyFiles(prefix.isEmpty() ? folder.toString() : prefix, limits.files());
                    return;
                }
                entries.add(entry);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            faults.unreadable(prefix.isEmpty() ? folder.toString() : prefix);
            return;
        }
        entries.sort(null);
        List<Path> folders = new ArrayList<>();
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".")) {
                continue;
            }
            if (isWanted(prefix + name)) {
                take(entry, prefix + name);
            } else if (prefix.isEmpty() && Files.isDirectory(entry)) {
                folders.add(entry);
            }
        }
        Set<String> there = Set.copyOf(folders.stream()
                .map(entry -> String.valueOf(entry.getFileName()))
                .toList());
        folders.forEach(entry -> folder(entry, String.valueOf(entry.getFileName()), there));
    }

    private void folder(Path inner, String name, Set<String> there) {
        switch (NameSpelling.of(name, FOLDERS, there)) {
            case NameSpelling.Same(String right, boolean _) -> {
                if (Files.isSymbolicLink(inner)) {
                    faults.notPlainFile(name, true);
                } else {
                    list(inner, right + "/");
                }
            }
            case NameSpelling.Near near -> faults.misspeltFolder(name, near.cure());
            case NameSpelling.Unlike() -> {
                // another folder beside the case
            }
        }
    }

    private static boolean isWanted(String path) {
        String ending = ending(path);
        if (path.contains("/")) {
            return isYaml(ending);
        }
        return ending.equals("csv") || isHeader(path) || (TEXTS.contains(ending) && isTable(path));
    }

    private static boolean isYaml(String ending) {
        return ending.equals("yaml") || ending.equals("yml");
    }

    /// The file's ending in small letters, without the dot.
    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    /// The file's name without folder and ending.
    private static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return path.substring(path.lastIndexOf('/') + 1, dot < 0 ? path.length() : dot);
    }

    /// A header is taken by any spelling; which one is it is decided when all are known.
    private static boolean isHeader(String path) {
        return !path.contains("/")
                && isYaml(ending(path))
                && !(NameSpelling.of(stem(path), List.of("case"), Set.of()) instanceof NameSpelling.Unlike);
    }

    private static boolean isTable(String path) {
        return new TableShelf(List.of(), new CaseFindings()).isLikely(stem(path));
    }

    private void take(Path path, String name) {
        Deadline.present().check();
        CaseFindings own = new CaseFindings();
        pieces.put(name, new Piece(text(path, name, own), own));
    }

    private Optional<String> text(Path path, String name, CaseFindings own) {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!is.isRegularFile()) {
                own.notPlainFile(name, is.isSymbolicLink());
                return Optional.empty();
            }
            if (is.size() > limits.file()) {
                own.fileTooBig(name, is.size(), limits.file());
                return Optional.empty();
            }
            if (total + is.size() > limits.total()) {
                own.caseTooBig(name, limits.total());
                return Optional.empty();
            }
            total += is.size();
            return TextDecoder.text(name, readAll(path), own);
        } catch (IOException e) {
            own.unreadable(name);
            return Optional.empty();
        }
    }

    private byte[] readAll(Path path) throws IOException {
        try (var channel = Files.newByteChannel(
                        path, java.util.Set.of(java.nio.file.StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                var in = java.nio.channels.Channels.newInputStream(channel)) {
            return in.readNBytes((int) Math.min(limits.file(), Integer.MAX_VALUE - 16));
        }
    }

    /// Sorts texts by path into header, tables, scenarios and others.
    public static Optional<RawCase> sort(
            String name, SortedMap<String, Piece> pieces, ReadLimits limits, CaseFindings faults) {
        List<String> tables = pieces.keySet().stream()
                .filter(path -> !path.contains("/") && isWanted(path) && !isHeader(path))
                .toList();
        TableShelf shelf =
                new TableShelf(tables.stream().map(FolderReader::stem).toList(), faults);
        Map<String, String> scenarios = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        Optional<String> header = header(name, pieces, faults);
        List<Optional<RawTable>> read = SideBySide.of(
                tables.size(),
                k -> table(shelf, tables.get(k), Objects.requireNonNull(pieces.get(tables.get(k))), limits));
        pieces.forEach((path, piece) -> {
            int place = tables.indexOf(path);
            if (place >= 0) {
                shelf.put(path, stem(path), read.get(place), piece.faults());
            } else if (!isHeader(path)) {
                faults.addAll(piece.faults());
                if (path.startsWith(SCENARIOS + "/")) {
                    piece.text().ifPresent(text -> scenarios.put(stem(path), text));
                } else {
                    piece.text().ifPresent(text -> others.put(path.replaceFirst("(?i)\\.yml$", ".yaml"), text));
                }
            }
        });
        return header.map(text -> new RawCase(name, text, shelf.tables(), scenarios, others));
    }

    /// @return empty if it could not be read; the piece's own faults say why
    private static Optional<RawTable> table(TableShelf shelf, String path, Piece piece, ReadLimits limits) {
        String stem = stem(path);
        CaseFindings own = piece.faults();
        Optional<RawTable> table =
                piece.text().flatMap(text -> CsvText.read(path, stem, text, shelf.spec(stem), limits, own));
        if (piece.text().isPresent() && table.isEmpty() && own.errors() == 0) {
            own.noHead(path);
        }
        return table;
    }

    /// The header: the file of the right name, or the only one whose name can mean nothing else.
    private static Optional<String> header(String name, SortedMap<String, Piece> pieces, CaseFindings faults) {
        List<String> sure = pieces.keySet().stream()
                .filter(path -> isHeader(path)
                        && NameSpelling.same(stem(path), List.of("case")).isPresent())
                .sorted(java.util.Comparator.comparing(path -> !path.equals(CaseSchema.HEADER)))
                .toList();
        if (sure.isEmpty()) {
            faults.noHeader(
                    name,
                    pieces.keySet().stream().filter(FolderReader::isHeader).findFirst());
            return Optional.empty();
        }
        sure.stream().skip(1).forEach(faults::leftAlone);
        Piece piece = pieces.getOrDefault(sure.getFirst(), new Piece(Optional.empty(), faults));
        faults.addAll(piece.faults());
        return piece.text();
    }
}
