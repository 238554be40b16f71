package org.genryu.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.results.JsonDocument;
import org.genryu.web.job.JobDesk.Job;
import org.genryu.web.job.JobState;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Why has an operation no answer? What became of it in words, and what the command itself has found: in English, and
/// under `ja` in Japanese.
final class Failure {
    private static final String FINDINGS = "findings";
    private static final String MESSAGE = "message";
    private static final String JA = "ja";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Map<String, String>> findings = new ArrayList<>();

    private Failure() {}

    /// The keys of a problem document.
    static void tell(JsonDocument json, Lang lang, Job job, JobState.Failed failed) {
        Failure said = read(job, lang);
        json.text("type", "about:blank")
                .text("title", failed.why().in(lang))
                .number("status", failed.forGood() ? 422 : 503)
                .text("lang", lang == Lang.JA ? JA : "en");
        if (said.texts.containsKey(MESSAGE)) {
            json.text("detail", said.texts.getOrDefault(MESSAGE, ""));
        }
        json.rows(
                FINDINGS,
                () -> said.findings.forEach(finding -> json.row(() -> finding.forEach((key, value) -> {
                    if (key.equals("line")) {
                        json.number(key, Double.parseDouble(value));
                    } else {
                        json.text(key, value);
                    }
                }))));
    }

    private static Failure read(Job job, Lang lang) {
        Failure english = new Failure();
        Failure japanese = new Failure();
        try (JsonParser parser = new JsonFactory()
                .createParser(
                        ObjectReadContext.empty(),
                        Files.newInputStream(job.folder().answer()))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                english.object(parser, japanese);
            }
        } catch (IOException | JacksonException _) {
            return english; // it was ended while it wrote
        }
        return lang == Lang.JA && !japanese.texts.isEmpty() ? japanese : english;
    }

    private void object(JsonParser parser, Failure japanese) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                texts.put(name, parser.getString());
            } else if (name.equals(JA) && value == JsonToken.START_OBJECT) {
                japanese.object(parser, japanese);
            } else if (name.equals(FINDINGS) && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    findings.add(finding(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private static Map<String, String> finding(JsonParser parser) {
        Map<String, String> finding = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            finding.put(name, parser.getString());
        }
        return finding;
    }
}
