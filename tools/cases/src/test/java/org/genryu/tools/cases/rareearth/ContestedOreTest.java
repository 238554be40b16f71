package org.genryu.tools.cases.rareearth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.tools.cases.CaseText;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;
import org.junit.jupiter.api.Test;

/// Ore on which sources differ, as a range: what each of their tonnages would make of the shares of mining. Rung: by
/// hand (one row), identity; the page is frozen.
class ContestedOreTest {
    private static final Path PAGE = Path.of("../../docs/cases/alliance-field.md");
    private static final String BEGIN = "<!-- ore: printed by ContestedOreTest -->\n";
    private static final String END = "<!-- /ore -->";
    private static final List<String> MAGNET = List.of("nd", "pr", "dy", "tb");
    private static final List<String> HEAVY = List.of("dy", "tb");

    @Test
    void thePageMustSayWhatEachSourceWouldMakeOfTheShares() throws Exception {
        SourceTables tables = SourceTables.read(Path.of("src/tables/alliance"));
        StringBuilder table = new StringBuilder("""
                | ore of Myanmar | of | by whom | MM in magnet rare earths | CN | AU | MM in Dy and Tb | mined yttrium of the world |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (SourceRow row : tables.table("contested_ore")) {
            Mined mined = Mined.of(tables, Map.of(row.text("place"), row.number("tonnes")));
            table.append(String.format(
                    Locale.ROOT,
                    "| %,.0f t | %s | `%s` | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %,.0f t |\n",
                    row.number("tonnes"),
                    row.text("of"),
                    row.text("source"),
                    100 * mined.share("MM", MAGNET),
                    100 * mined.share("CN", MAGNET),
                    100 * mined.share("AU", MAGNET),
                    100 * mined.share("MM", HEAVY),
                    mined.oxide("y")));
        }
        String page = Files.readString(PAGE);
        String now =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table + page.substring(page.indexOf(END));
        Files.writeString(Path.of("target/alliance-ore.md"), now);
        assertThat(page).isEqualTo(now);
    }

    /// The first row of the range is the case itself.
    @Test
    void rangeMustBeginWithWhatTheCaseCounts() throws Exception {
        SourceTables tables = SourceTables.read(Path.of("src/tables/alliance"));
        SourceRow first = tables.table("contested_ore").getFirst();
        assertThat(first.number("tonnes")).isEqualTo(produced(tables).getOrDefault(first.text("place"), 0.0));
    }

    /// Myanmar's clays are two parts Longnan to three parts Xunwu: of 1,000 t of them that is the yttrium.
    @Test
    void yttriumMustGrowByTheBasketOfTheClay() throws Exception {
        SourceTables tables = SourceTables.read(Path.of("src/tables/alliance"));
        double more = Mined.of(tables, Map.of("MM", 23000.0)).oxide("y")
                - Mined.of(tables, Map.of("MM", 22000.0)).oxide("y");
        double longnan = share(tables, "longnan", "y");
        double xunwu = share(tables, "xunwu", "y");
        assertThat(more).isCloseTo(1000 * (0.4 * longnan + 0.6 * xunwu), within(1e-6));
    }

    /// The scenario that puts the larger figure on: with it the case has a row of the range, and each oxide of its
    /// ore
    /// meets as much use in China as it gives. Rung: by hand.
    @Test
    void switchMustAddUpToARowOfTheRangeAndMeetItsOxidesWithUse() throws Exception {
        SourceTables tables = SourceTables.read(Path.of("src/tables/alliance"));
        CaseText made = new CaseText();
        String scenario = made.files().getOrDefault("scenarios/myanmar-uncounted.yaml", "");
        double more = number(scenario, "id: mm-uncounted-clays, column: capacity, value: \"([0-9]+)\"");
        assertThat(number(scenario, "id: mm-cn-uncounted-clay, column: capacity, value: \"([0-9]+)\""))
                .isEqualTo(more);
        double counted = produced(tables).getOrDefault("MM", 0.0);
        assertThat(tables.table("contested_ore"))
                .anyMatch(row -> row.source().equals("iea-cmde-2025") && row.number("tonnes") == counted + more);
        made.recipes().getOrDefault("full-clay", Map.of()).forEach((oxide, amount) -> {
            if (oxide.endsWith("-oxide")) {
                double used = made.rows("demands").stream()
                        .filter(row -> CaseText.text(row, "place").equals("CN")
                                && CaseText.text(row, "commodity").equals(oxide))
                        .mapToDouble(row -> CaseText.number(row, "amount"))
                        .sum();
                assertThat(number(scenario, "commodities: \\[" + oxide + "\\], factor: ([0-9.]+)"))
                        .as(oxide)
                        .isCloseTo(1 + more * amount / used, within(1e-3));
            }
        });
    }

    private static double number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static double share(SourceTables tables, String deposit, String element) throws IOException {
        double sum = 0;
        double of = 0;
        for (SourceRow row : tables.table("deposits")) {
            if (row.text("deposit").equals(deposit)) {
                sum += row.number("share_pct");
                of += row.text("element").equals(element) ? row.number("share_pct") : 0;
            }
        }
        return of / sum;
    }

    private static Map<String, Double> produced(SourceTables tables) {
        Map<String, Double> produced = new HashMap<>();
        for (SourceRow row : tables.table("mine_production")) {
            if (row.number("year") == 2025) {
                produced.put(row.text("place"), row.number("tonnes"));
            }
        }
        return produced;
    }

    /// Oxide by place and element that is mined.
    private record Mined(Map<String, Map<String, Double>> oxide, Map<String, Double> metal) {
        /// @param instead tonnes of places that replace those of the base year
        static Mined of(SourceTables tables, Map<String, Double> instead) {
            Map<String, Double> produced = produced(tables);
            produced.putAll(instead);
            Map<String, Double> shares = new HashMap<>();
            for (SourceRow mine : tables.table("mines")) {
                shares.merge(mine.text("place"), mine.number("share"), Double::sum);
            }
            OreBaskets baskets = OreBaskets.of(tables);
            Map<String, Map<String, Double>> oxide = new HashMap<>();
            for (SourceRow mine : tables.table("mines")) {
                String place = mine.text("place");
                double tonnes =
                        produced.getOrDefault(place, 0.0) * mine.number("share") / shares.getOrDefault(place, 1.0);
                Map<String, Double> here = oxide.computeIfAbsent(place, _ -> new HashMap<>());
                baskets.basket(mine.text("ore"))
                        .forEach((element, share) -> here.merge(element, tonnes * share, Double::sum));
            }
            Map<String, Double> metal = new HashMap<>();
            for (SourceRow element : tables.table("elements")) {
                if (!element.text("metal_share").isBlank()) {
                    metal.put(element.text("element"), element.number("metal_share"));
                }
            }
            return new Mined(oxide, metal);
        }

        /// Of the element in t of metal that all places mine, the part of one.
        double share(String place, List<String> elements) {
            double all = oxide.keySet().stream()
                    .mapToDouble(each -> metal(each, elements))
                    .sum();
            return metal(place, elements) / all;
        }

        private double metal(String place, List<String> elements) {
            Map<String, Double> here = oxide.getOrDefault(place, Map.of());
            return elements.stream()
                    .mapToDouble(e -> here.getOrDefault(e, 0.0) * metal.getOrDefault(e, 0.0))
                    .sum();
        }

        double oxide(String element) {
            return oxide.values().stream()
                    .mapToDouble(here -> here.getOrDefault(element, 0.0))
                    .sum();
        }
    }
}
