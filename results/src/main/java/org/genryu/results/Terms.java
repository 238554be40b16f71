package org.genryu.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// What are the things of the field called in the two languages? The usual form of each, and forms that are not used,
/// from `terms.csv` beside this class. Headings, help, findings and pages keep to it: a test holds every text of the
/// house against it.
public final class Terms {
    private static final Map<String, Term> ALL = load();

    private Terms() {}

    /// @param name in both languages
    /// @param avoided forms of the Japanese name that must not be used, as regular expressions
    /// @param avoidedEnglish the same of the English name
    public record Term(Text name, List<String> avoided, List<String> avoidedEnglish, Text meaning) {
        public Term {
            avoided = List.copyOf(avoided);
            avoidedEnglish = List.copyOf(avoidedEnglish);
        }
    }

    /// All terms, in the order of the list.
    public static List<Term> all() {
        return List.copyOf(ALL.values());
    }

    /// The term whose English name this is, whatever its case.
    public static Optional<Term> find(String english) {
        return Optional.ofNullable(ALL.get(english.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Term> load() {
        Map<String, Term> all = new LinkedHashMap<>();
        DataTable.rows(Terms.class, "terms.csv")
                .forEach(row -> all.put(
                        row.getField("en").toLowerCase(Locale.ROOT),
                        new Term(
                                new Text(row.getField("en"), row.getField("ja")),
                                DataTable.parts(row.getField("avoid_ja")),
                                DataTable.parts(row.getField("avoid_en")),
                                new Text(row.getField("meaning_en"), row.getField("meaning_ja")))));
        return all;
    }

    /// The page of terms as Markdown: `docs/reference/terms.md`.
    public static String markdown() {
        StringBuilder out = new StringBuilder("""
                # Terms / 用語

                The usual form of each term, and what is not used. 各用語の表記と、使わない表記です。

                | term | 用語 | not / 使わない | meaning | 意味 |
                | --- | --- | --- | --- | --- |
                """);
        for (Term term : all()) {
            String avoided = Stream.concat(term.avoidedEnglish().stream(), term.avoided().stream())
                    .map(Terms::plain)
                    .collect(Collectors.joining("、"));
            out.append("| ")
                    .append(String.join(
                            " | ",
                            term.name().en(),
                            term.name().ja(),
                            avoided,
                            term.meaning().en(),
                            term.meaning().ja()))
                    .append(" |\n");
        }
        return out.toString();
    }

    /// Without what must stand around it.
    private static String plain(String form) {
        return form.replaceAll("\\(\\?[^)]*\\)", "")
                .replaceAll("\\[[A-Z]([a-z])]", "$1")
                .replaceAll("\\\\b|[?]", "");
    }
}
