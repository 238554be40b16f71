package org.genryu.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Which files of a folder are those of a result? The names under `files` in its `run.json`. Everything else in the
/// folder is somebody's own.
final class ResultContents {
    /// The record that makes files a result; written last.
    static final String RECORD = "run.json";

    private static final String FILES = "files";

    /// A record is some kilobytes; more is not ours [bytes].
    private static final long LONGEST = 64L << 20;

    private ResultContents() {}

    /// The names, the record's own among them; empty if the folder holds no result.
    static Optional<Set<String>> of(Path folder) throws IOException {
        Path record = folder.resolve(RECORD);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)
                || Files.size(record) > LONGEST) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(record, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            return names(json);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Set<String>> names(JsonParser json) {
        boolean ours = false;
        Optional<Set<String>> names = Optional.empty();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("program") && value == JsonToken.VALUE_STRING) {
                ours = json.getString().equals("genryu");
            } else if (key.equals(FILES) && value == JsonToken.START_OBJECT) {
                Set<String> found = new TreeSet<>(Set.of(RECORD));
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    found.add(json.currentName());
                    json.nextToken();
                    json.skipChildren();
                }
                found.removeIf(name -> !isPlain(name));
                names = Optional.of(found);
            } else {
                json.skipChildren();
            }
        }
        return ours ? names : Optional.empty();
    }

    /// A name of a file in this very folder.
    static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
    }
}
