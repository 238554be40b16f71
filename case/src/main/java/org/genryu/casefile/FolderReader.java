package org.genryu.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.core.Deadline;
import org.genryu.core.Finding.Place;

/// Fetches the files of a case folder as texts: plain files of a stated size only, no links, nothing from outside of
/// the folder.
final class FolderReader {
    private static final List<String> FOLDERS = List.of("scenarios", "projects");

    private final Path folder;
    private final Limits limits;
    private final Faults faults;
    private final SortedMap<String, String> texts = new TreeMap<>();
    private long total;
    private int files;

    private FolderReader(Path folder, Limits limits, Faults faults) {
        this.folder = folder;
        this.limits = limits;
        this.faults = faults;
    }

    static Optional<RawCase> read(Path folder, Limits limits, Faults faults) {
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("case");
        if (!Files.isDirectory(folder)) {
            faults.noFolder(folder.toString());
            return Optional.empty();
        }
        FolderReader reader = new FolderReader(folder, limits, faults);
        reader.list(folder, "");
        for (String sub : FOLDERS) {
            Path inner = folder.resolve(sub);
            if (Files.isSymbolicLink(inner)) {
                faults.notPlainFile(sub, true);
            } else if (Files.isDirectory(inner)) {
                reader.list(inner, sub + "/");
            }
        }
        return sort(name, reader.texts, limits, faults);
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
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            boolean wanted =
                    prefix.isEmpty() ? name.endsWith(".csv") || name.equals(HeaderReader.FILE) : name.endsWith(".yaml");
            if (wanted && !name.startsWith(".")) {
                take(entry, prefix + name);
            }
        }
    }

    private void take(Path path, String name) {
        Deadline.present().check();
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!is.isRegularFile()) {
                faults.notPlainFile(name, is.isSymbolicLink());
                return;
            }
            if (is.size() > limits.file()) {
                faults.fileTooBig(name, is.size(), limits.file());
                return;
            }
            total += is.size();
            if (total > limits.total()) {
                faults.caseTooBig(name, limits.total());
                return;
            }
            decode(name, readAll(path)).ifPresent(text -> texts.put(name, text));
        } catch (IOException e) {
            faults.unreadable(name);
        }
    }

    private byte[] readAll(Path path) throws IOException {
        try (var channel = Files.newByteChannel(
                        path, java.util.Set.of(java.nio.file.StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                var in = java.nio.channels.Channels.newInputStream(channel)) {
            return in.readNBytes((int) Math.min(limits.file(), Integer.MAX_VALUE - 16));
        }
    }

    private Optional<String> decode(String name, byte[] bytes) {
        int skip = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        String text = new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && isBroken(bytes, skip)) {
            int bad = text.indexOf('\uFFFD');
            int line = 1
                    + (int) text.substring(0, bad)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            faults.encoding(new Place(name, line, ""));
        }
        return Optional.of(text);
    }

    private static boolean isBroken(byte[] bytes, int skip) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    /// Sorts texts by path into header, tables, scenarios and others.
    static Optional<RawCase> sort(String name, SortedMap<String, String> texts, Limits limits, Faults faults) {
        Map<String, RawTable> tables = new TreeMap<>();
        Map<String, String> scenarios = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".csv") && !path.contains("/")) {
                String table = path.substring(0, path.length() - 4);
                Csv.read(path, table, text, limits, faults)
                        .ifPresentOrElse(raw -> tables.put(table, raw), () -> faults.noHead(path));
            } else if (path.startsWith("scenarios/")) {
                scenarios.put(path.substring(10).replaceAll("\\.yaml$", ""), text);
            } else if (!path.equals(HeaderReader.FILE)) {
                others.put(path, text);
            }
        });
        Optional<String> header = Optional.ofNullable(texts.get(HeaderReader.FILE));
        if (header.isEmpty()) {
            faults.noHeader(name);
            return Optional.empty();
        }
        return Optional.of(new RawCase(name, header.get(), tables, scenarios, others));
    }
}
