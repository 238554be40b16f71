package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the field knows beside what the case says with all that happened in force: each fact is within what was
/// published or the page says in a sentence why not. Rung: published value; the page is frozen.
class AllianceFieldTest {
    private static final Path PAGE = Path.of("../docs/cases/alliance-field.md");
    private static final Path FACTS = Path.of("../tools/cases/src/tables/alliance/field.csv");
    private static final String BEGIN = "<!-- facts: printed by AllianceFieldTest -->\n";
    private static final String END = "<!-- /facts -->";
    private static final String SWITCH = "<!-- switch: printed by AllianceFieldTest -->\n";
    private static final double NOTHING = 1e-6;

    /// Measured beside the figures of the case: Myanmar in mined dysprosium and terbium.
    private static final String SWITCHED =
            "switch-mined-dy-tb-mm,production-share,MM,,group:rare-earth,concentrate,,dy;tb,,2025,1,1,,assumption,\n";
    private static final List<String> REST =
            List.of("commodity", "stage", "without", "elements", "weight", "period", "year", "value", "tolerance");

    @Test
    @Tag("slow")
    void eachFactMustBeMetOrToldWhyNot() throws IOException {
        List<Map<String, String>> facts = TableText.records(withoutComments(Files.readString(FACTS)));
        List<Measured> measured = measured(facts);
        StringBuilder table = new StringBuilder("""
                | fact | published | by whom | this case | |
                | --- | --- | --- | --- | --- |
                """);
        List<String> untold = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Map<String, String> fact = facts.get(i);
            Measured here = measured.get(i);
            if (cell(fact, "because").isEmpty() != here.inside()) {
                untold.add(cell(fact, "fact") + ": " + here.shown());
            }
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            cell(fact, "fact"),
                            cell(fact, "told"),
                            cell(fact, "whom"),
                            here.shown(),
                            here.inside() ? "within" : cell(fact, "because")));
        }
        long inside = measured.stream().filter(Measured::inside).count();
        String block = "%d of %d are within what was published.\n\n%s\n".formatted(inside, facts.size(), table);
        String page = Files.readString(PAGE);
        String now =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + block + page.substring(page.indexOf(END));
        Files.writeString(Path.of("target/alliance-field.md"), now);
        assertThat(untold).as("outside without a sentence, or within with one").isEmpty();
        assertThat(page).isEqualTo(now);
    }

    /// The other side of contested ore, put on by a scenario: what it makes of the figures that rest on it.
    @Test
    @Tag("slow")
    void switchOfContestedOreMustMoveWhatThePageSays() throws IOException {
        String references = BuiltInCases.files("alliance").getOrDefault("references.csv", "") + SWITCHED;
        PublishedComparison without = comparison(references, Optional.empty());
        PublishedComparison with = comparison(references, Optional.of("myanmar-uncounted"));
        StringBuilder table =
                new StringBuilder("Of the figures left aside %d are inside in the case and %d with the scenario.\n\n"
                        .formatted(
                                without.count(PublishedComparison.Status.INSIDE, false) - 1,
                                with.count(PublishedComparison.Status.INSIDE, false) - 1));
        table.append("""
                | figure | published | case | with `myanmar-uncounted` |
                | --- | --- | --- | --- |
                """);
        for (int i = 0; i < with.rows().size(); i++) {
            PublishedComparison.Row here = with.rows().get(i);
            String id = here.figure().id();
            if (id.matches("(mining|refining|switch)-.*|yttrium-world|price-dy-oxide|price-y-oxide")) {
                table.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                id,
                                id.startsWith("switch-")
                                        ? "-"
                                        : shown(
                                                here.figure().measure(),
                                                here.figure().value()),
                                told(without.rows().get(i)),
                                told(here)));
            }
        }
        assertThat(computed(with, "mining-share-mm")).isGreaterThan(2 * computed(without, "mining-share-mm"));
        assertThat(computed(with, "price-dy-oxide") / computed(without, "price-dy-oxide"))
                .isBetween(0.9, 1.1);
        String page = Files.readString(PAGE);
        int begin = page.indexOf(SWITCH) + SWITCH.length();
        String now = page.substring(0, begin) + table + page.substring(page.indexOf("<!-- /switch -->"));
        Files.writeString(Path.of("target/alliance-switch.md"), now);
        assertThat(page).isEqualTo(now);
    }

    private static double computed(PublishedComparison comparison, String id) {
        return comparison.rows().stream()
                .filter(row -> row.figure().id().equals(id))
                .findFirst()
                .flatMap(PublishedComparison.Row::computed)
                .orElseThrow();
    }

    private static String told(PublishedComparison.Row row) {
        String value = shown(row.figure().measure(), row.computed().orElseThrow());
        boolean told = row.figure().fitted()
                || row.status() == PublishedComparison.Status.INSIDE
                || row.figure().tolerance() >= 1;
        return told ? value : value + ", outside";
    }

    /// The facts measured as the figures of `references.csv` are, in the world in which everything happened. Who
    /// names
    /// several places, joined by `;`, means their sum.
    private static List<Measured> measured(List<Map<String, String>> facts) {
        StringBuilder rows = new StringBuilder(
                "reference,measure,place,from,commodity,stage,without,elements,weight,period,year,value,tolerance,source\n");
        List<Integer> owner = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Map<String, String> fact = facts.get(i);
            for (String place : cell(fact, "place").split(";", -1)) {
                for (String from : cell(fact, "from").split(";", -1)) {
                    rows.append("fact-%d,%s,%s,%s".formatted(owner.size(), cell(fact, "measure"), place, from));
                    for (String column : REST) {
                        rows.append(',').append(cell(fact, column));
                    }
                    rows.append(",assumption\n");
                    owner.add(i);
                }
            }
        }
        List<PublishedComparison.Row> found =
                comparison(rows.toString(), Optional.empty()).rows();
        assertThat(found).hasSameSizeAs(owner).noneMatch(row -> row.computed().isEmpty());
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            int fact = i;
            List<PublishedComparison.Row> parts = IntStream.range(0, owner.size())
                    .filter(row -> owner.get(row) == fact)
                    .mapToObj(found::get)
                    .toList();
            double sum = parts.stream()
                    .mapToDouble(row -> row.computed().orElseThrow())
                    .sum();
            measured.add(new Measured(parts.getFirst().figure(), sum));
        }
        return measured;
    }

    /// @param scenario put on beside what happened
    private static PublishedComparison comparison(String references, Optional<String> scenario) {
        Map<String, String> files = new HashMap<>(BuiltInCases.files("alliance"));
        files.put("references.csv", references);
        CaseFile file = CaseReader.readText(files).value().orElseThrow();
        SupplyCase calm = CaseResolver.resolve(file).value().orElseThrow().supply();
        Balancer.Fitted fitted = Balancer.fit(calm, options());
        Balance carried = balanced(calm, fitted);
        WithoutScenarioFlows flows = _ -> Optional.of(new WithoutScenarioFlows.Carried(
                carried.quantities().flow(), carried.quantities().activity()));
        Outcome<ResolvedCase> happened =
                CaseResolver.resolve(file, InForce.of(file).with(scenario.flatMap(file::scenario)), flows);
        assertThat(happened.findings())
                .extracting(finding -> finding.in(Lang.EN))
                .isEmpty();
        return PublishedComparison.of(balanced(happened.value().orElseThrow().supply(), fitted));
    }

    private static BalanceOptions options() {
        return BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.NONE);
    }

    private static Balance balanced(SupplyCase of, Balancer.Fitted fitted) {
        return switch (Balancer.balance(of, fitted, options())) {
            case BalanceResult.Balanced found -> found.balance();
            case BalanceResult other ->
                throw new AssertionError(other.getClass().getSimpleName());
        };
    }

    /// @param computed in the unit of the figure
    private record Measured(SupplyCase.Reference figure, double computed) {
        boolean share() {
            return figure.measure() == SupplyCase.Measure.PRODUCTION_SHARE
                    || figure.measure() == SupplyCase.Measure.IMPORT_SHARE;
        }

        boolean inside() {
            double allowed = share() ? figure.tolerance() : figure.tolerance() * Math.abs(figure.value());
            return Math.abs(computed - figure.value()) <= Math.max(allowed, NOTHING);
        }

        String shown() {
            return AllianceFieldTest.shown(figure.measure(), Math.abs(computed) < NOTHING ? 0 : computed);
        }
    }

    private static String shown(SupplyCase.Measure measure, double value) {
        return switch (measure) {
            case PRODUCTION_SHARE, IMPORT_SHARE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case PRICE -> String.format(Locale.ROOT, "%,.0f USD/kg", value / 1000);
            case PRODUCTION, TRADE ->
                value >= 1e6
                        ? String.format(Locale.ROOT, "%.1f Mt", value / 1e6)
                        : String.format(Locale.ROOT, "%,.0f t", value);
        };
    }

    private static String withoutComments(String text) {
        return text.lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
