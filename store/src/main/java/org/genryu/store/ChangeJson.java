package org.genryu.store;

import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Changes as lines of JSON: one flat object each, of texts alone but for `content`, always in the same order.
final class ChangeJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ChangeJson() {}

    /// The change without its hash.
    static String body(KeptChange change) {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            to.writeStartObject();
            to.writeStringProperty("number", Long.toString(change.number()));
            to.writeStringProperty("at", change.reason().at());
            to.writeStringProperty("who", change.reason().who());
            to.writeStringProperty("why", change.reason().why());
            to.writeStringProperty("cites", change.reason().cites());
            to.writeStringProperty("book", change.deed().book());
            to.writeStringProperty("subject", change.deed().subject());
            to.writeStringProperty("version", Integer.toString(change.deed().version()));
            to.writeStringProperty("kind", change.deed().kind());
            to.writeName("content");
            write(to, change.deed().content());
            to.writeStringProperty("previous", change.previous());
            to.writeEndObject();
        }
        return out.toString();
    }

    /// The line without its end.
    static String line(KeptChange change) {
        String body = body(change);
        return body.substring(0, body.length() - 1) + ",\"hash\":\"" + change.hash() + "\"}";
    }

    /// The change that a line is; empty if it is none, or not as it was written.
    static Optional<KeptChange> read(String line) {
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), line)) {
            SortedMap<String, String> words = new TreeMap<>();
            SortedMap<String, String> content = new TreeMap<>();
            if (from.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (from.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = from.currentName();
                if (from.nextToken() == JsonToken.START_OBJECT) {
                    content.putAll(words(from));
                } else {
                    words.put(name, from.getString());
                }
            }
            KeptChange read = new KeptChange(
                    Long.parseLong(words.getOrDefault("number", "")),
                    new Deed(
                            words.getOrDefault("book", ""),
                            words.getOrDefault("subject", ""),
                            Integer.parseInt(words.getOrDefault("version", "")),
                            words.getOrDefault("kind", ""),
                            content),
                    new Reason(
                            words.getOrDefault("at", ""),
                            words.getOrDefault("who", ""),
                            words.getOrDefault("why", ""),
                            words.getOrDefault("cites", "")),
                    words.getOrDefault("previous", ""),
                    words.getOrDefault("hash", ""));
            return Optional.of(read).filter(one -> line(one).equals(line));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// A content as it stands in its column.
    static String text(Map<String, String> content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(to, content);
        }
        return out.toString();
    }

    private static void write(JsonGenerator to, Map<String, String> content) {
        to.writeStartObject();
        content.forEach(to::writeStringProperty);
        to.writeEndObject();
    }

    /// The content of such a column; empty where it is not what was written.
    static SortedMap<String, String> content(String text) {
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), text)) {
            return from.nextToken() == JsonToken.START_OBJECT ? words(from) : new TreeMap<>();
        } catch (JacksonException _) {
            return new TreeMap<>();
        }
    }

    private static SortedMap<String, String> words(JsonParser from) {
        SortedMap<String, String> words = new TreeMap<>();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            from.nextToken();
            words.put(name, from.getString());
        }
        return words;
    }
}
