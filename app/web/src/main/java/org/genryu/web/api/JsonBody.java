package org.genryu.web.api;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;
import org.genryu.web.http.WebCall.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What a program asks: one JSON object with a command, a case and words. All that is wrong is found at once.
///
/// @param command as written; empty if it is not there
/// @param subject the case as written; empty if it is not there
/// @param words after it
/// @param wrong what is not as it must be
record JsonBody(Optional<String> command, Optional<String> subject, List<String> words, List<Finding> wrong) {
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_WORDS = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(4_000)
                    .maxNameLength(200)
                    .build())
            .build();

    /// @throws Refused if it is no JSON object at all
    static JsonBody read(byte[] bytes) throws Refused {
        if (bytes.length > MOST_BYTES) {
            throw new Refused(
                    413,
                    new Text(
                            "A question may have 64 KiB; this one has %s bytes.".formatted(bytes.length),
                            "依頼は64KiBまでです。%sバイトありました。".formatted(bytes.length)));
        }
        Reading reading = new Reading();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(bytes))) {
            reading.object(parser);
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Refused(
                    400,
                    new Text(
                            "What was sent is no JSON (line %s).".formatted(line),
                            "送られた内容は JSON ではありません(%s行目)。".formatted(line)));
        }
        return new JsonBody(reading.command, reading.subject, List.copyOf(reading.words), List.copyOf(reading.wrong));
    }

    /// What has been read so far.
    private static final class Reading {
        private final List<String> words = new ArrayList<>();
        private final List<Finding> wrong = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Optional<String> command = Optional.empty();
        private Optional<String> subject = Optional.empty();

        private void object(JsonParser parser) throws Refused {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refused(
                        400,
                        new Text(
                                "What is sent must be one JSON object, such as {\"command\": \"check\", \"case\": \"alliance\"}.",
                                "JSON オブジェクトを1つ送ってください。例: {\"command\": \"check\", \"case\": \"alliance\"}"));
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!seen.add(name)) {
                    add(name, "stands there twice; it must stand there once.", "が2回あります。1回だけにしてください。");
                }
                switch (name) {
                    case "command" -> command = text(parser, name, value);
                    case "case" -> subject = text(parser, name, value);
                    case "words" -> words(parser, value);
                    default -> {
                        add(
                                name,
                                "is not known; an operation has command, case and words.",
                                "は使えません。command、case、words を指定してください。");
                        parser.skipChildren();
                    }
                }
            }
            if (parser.nextToken() != null) {
                add("}", "is followed by more; one object must be all.", "の後に余分な内容があります。オブジェクトは1つだけにしてください。");
            }
        }

        private void words(JsonParser parser, JsonToken value) {
            if (value != JsonToken.START_ARRAY) {
                add("words", "must be an array of texts.", "は文字列の配列にしてください。");
                parser.skipChildren();
                return;
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                text(parser, "words", token).ifPresent(words::add);
            }
            if (words.size() > MOST_WORDS) {
                add("words", "are more than 64.", "が64を超えています。");
                words.clear();
            }
        }

        private Optional<String> text(JsonParser parser, String name, JsonToken value) {
            if (value == JsonToken.VALUE_STRING) {
                return Optional.of(parser.getString());
            }
            add(name, "is no text; it must be one.", "は文字列にしてください。");
            parser.skipChildren();
            return Optional.empty();
        }

        private void add(String name, String problem, String ja) {
            String shown = AskedCommand.shown(name);
            wrong.add(Finding.error(
                    Place.of(shown), new Text("Key '" + shown + "'", "キー '" + shown + "'"), new Text(problem, ja)));
        }
    }
}
