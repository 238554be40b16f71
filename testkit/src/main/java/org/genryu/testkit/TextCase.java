package org.genryu.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;

/// A small case written down where it is tested, as the text blocks of its tables.
///
/// ```java
/// SupplyCase two = Cases.years(2025, 2025)
///         .table("places", """
///                 place
///                 mine
///                 town""")
///         .supply();
/// ```
///
/// Spaces around cells are ignored, so that columns may be lined up.
public final class TextCase {
    private final Map<String, String> files = new TreeMap<>();

    private TextCase(String header) {
        files.put("case.yaml", header);
    }

    /// Yearly periods, no discounting, USD of 2025.
    public static TextCase years(int first, int last) {
        return of(Integer.toString(first), Integer.toString(last), "year", 0);
    }

    /// @param first such as `2025` or `2025-01`
    /// @param step `year`, `quarter` or `month`
    public static TextCase of(String first, String last, String step, double discountRate) {
        return header(String.format(
                Locale.ROOT,
                "id: test\ntitle: {en: Test, ja: 試験}\ncurrency: USD\nprice_year: 2025\ndiscount_rate: %s\n"
                        + "periods: {first: %s, last: %s, step: %s}\n",
                discountRate,
                first,
                last,
                step));
    }

    /// With a `case.yaml` of its own.
    public static TextCase header(String yaml) {
        return new TextCase(yaml);
    }

    /// Adds lines to `case.yaml`.
    public TextCase header(String key, String value) {
        files.merge("case.yaml", key + ": " + value + "\n", String::concat);
        return this;
    }

    /// Puts a table in place of any earlier one of that name.
    public TextCase table(String name, String csv) {
        files.put(name + ".csv", csv.strip() + "\n");
        return this;
    }

    public TextCase scenario(String id, String yaml) {
        files.put("scenarios/" + id + ".yaml", yaml);
        return this;
    }

    /// A term sheet of the case.
    public TextCase project(String id, String yaml) {
        files.put("projects/" + id + ".yaml", yaml);
        return this;
    }

    /// The files of the case by name, as they would lie in a folder.
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    /// What reading and checking finds.
    public Outcome<CaseFile> read() {
        return CaseReader.readText(files);
    }

    /// The case as read; a case with errors is a mistake in the test.
    public CaseFile file() {
        return demand(read());
    }

    public Outcome<ResolvedCase> resolve() {
        return CaseResolver.resolve(file());
    }

    /// Resolved without a scenario.
    public SupplyCase supply() {
        return demand(resolve()).supply();
    }

    /// Resolved under a scenario of the case.
    public SupplyCase supply(String scenario) {
        CaseFile file = file();
        return demand(CaseResolver.resolve(
                        file, Optional.of(file.scenario(scenario).orElseThrow())))
                .supply();
    }

    private static <T> T demand(Outcome<T> outcome) {
        return outcome.clean()
                .orElseThrow(() -> new AssertionError(outcome.findings().stream()
                        .map(f -> f.in(Lang.EN))
                        .collect(Collectors.joining("\n", "the case has errors:\n", ""))));
    }

    /// The findings as people read them.
    public static String text(Outcome<?> outcome, Lang lang) {
        return outcome.findings().stream().map((Finding f) -> f.in(lang)).collect(Collectors.joining("\n"));
    }
}
