package org.genryu.web.http;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;

/// What does a file say about itself, whoever opens it wherever? The same six facts in every form ([ExportForm]).
///
/// @param about the case as `id@hash`, or the hash of what else it is of
/// @param scenario id; `—` if it is of none
/// @param run id of the job; `—` if nothing was worked out
/// @param date on which it was asked
/// @param filters what was asked, in full
/// @param label who may see it ([org.genryu.casefile.CaseFile#label]); empty if it has none
public record Imprint(String about, String scenario, String run, LocalDate date, String filters, String label) {
    /// What stands in place of a fact that a file does not have.
    public static final String NONE = "—";

    /// Where programs find it when the file itself is as the program wrote it.
    public static final String HEADER = "Genryu-Export";

    private static final Text NO_LABEL = new Text("no label", "指定なし");

    /// One fact.
    /// @param key in files for programs
    record Fact(String key, Text name, Text value) {}

    /// A label as people read it.
    public static Text shown(String label) {
        return label.isEmpty() ? NO_LABEL : Text.same(label);
    }

    List<Fact> facts() {
        return List.of(
                new Fact("case", new Text("case", "ケース"), line(about)),
                new Fact("scenario", new Text("scenario", "シナリオ"), line(scenario)),
                new Fact("run", new Text("run", "計算"), line(run)),
                new Fact("date", new Text("date", "日付"), Text.same(date.toString())),
                new Fact("filters", new Text("asked", "条件"), line(filters)),
                new Fact("label", new Text("label", "公開区分"), line(shown(label))));
    }

    private static Text line(String text) {
        return Text.same(text.replaceAll("\\p{Cntrl}+", " "));
    }

    private static Text line(Text text) {
        return new Text(line(text.en()).en(), line(text.ja()).ja());
    }

    /// As lines that begin with `#`, as in the tables of a case.
    String comments(Lang lang) {
        StringBuilder lines = new StringBuilder();
        for (Fact fact : facts()) {
            lines.append("# ").append(fact.name().in(lang)).append(": ");
            lines.append(fact.value().in(lang)).append("\r\n");
        }
        return lines.toString();
    }

    /// As properties of a document.
    public Map<String, String> properties(Lang lang) {
        Map<String, String> properties = new LinkedHashMap<>();
        facts().forEach(fact -> properties.put(fact.key(), fact.value().in(lang)));
        return properties;
    }

    /// As one object, in letters that stand in any header.
    String ascii() {
        StringBuilder ascii = new StringBuilder();
        json().chars().forEach(c -> {
            if (c < ' ' || c > '~') {
                ascii.append("\\u%04x".formatted(c));
            } else {
                ascii.append((char) c);
            }
        });
        return ascii.toString();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(text, Lang.EN, () -> {})) {
            facts().forEach(fact -> json.text(fact.key(), fact.value().en()));
        }
        return text.toString();
    }
}
