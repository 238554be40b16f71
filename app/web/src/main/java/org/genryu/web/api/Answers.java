package org.genryu.web.api;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.web.http.WebCall;

/// How is a program answered? With one JSON document; refusals as problem documents (RFC 9457) with every finding.
public final class Answers {
    private static final String TYPE = "application/json";

    private Answers() {}

    static void send(WebCall call, int status, Consumer<JsonDocument> content) {
        call.context().status(status).contentType(TYPE).result(bytes(document(call.lang(), content)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String document(Lang lang, Consumer<JsonDocument> content) {
        StringWriter out = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(out, lang, () -> {})) {
            content.accept(json);
        }
        return out.append('\n').toString();
    }

    /// A text in both languages.
    static void both(JsonDocument json, String name, Text text) {
        json.part(name, () -> json.text("en", text.en()).text("ja", text.ja()));
    }

    /// What is refused, in the language asked.
    public static String problem(WebCall call, WebCall.Refused refused) {
        return document(
                call.lang(), json -> problem(json, call.lang(), refused.status(), refused.why(), refused.findings()));
    }

    static void problem(JsonDocument json, Lang lang, int status, Text why, List<Finding> findings) {
        json.text("type", "about:blank")
                .text("title", why.in(lang))
                .number("status", status)
                .text("lang", lang == Lang.JA ? "ja" : "en")
                .findings("findings", findings);
    }
}
