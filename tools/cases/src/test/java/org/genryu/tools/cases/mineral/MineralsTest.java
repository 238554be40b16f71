package org.genryu.tools.cases.mineral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.genryu.tools.cases.CaseText;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;
import org.genryu.tools.cases.trade.PlaceDistances;
import org.junit.jupiter.api.Test;

/// Published values: the base year of the minerals and of LNG in the committed tables against the totals and shares of
/// their sources, read without the program that made them; and that another base year needs no change of code.
class MineralsTest {
    /// Sums of countries against the printed world total: the survey rounds both.
    private static final double WORLD = 0.03;

    /// Eight digits are written.
    private static final double ROUNDING = 1e-6;

    /// Share points between what is refined here and the published shares.
    private static final double POINTS = 0.02;

    private static final double MILLION = 1e6;

    private final CaseText text = new CaseText();

    @Test
    void mineProductionMustMatchTheWorldTotalsOfTheSurvey() throws Exception {
        Map<String, Double> world = new HashMap<>();
        Map<String, Double> year = new HashMap<>();
        for (SourceRow row : tables().table("minerals_mines")) {
            String mineral = row.text("mineral");
            if (row.text("place").equals("world") && row.number("year") >= year.getOrDefault(mineral, 0.0)) {
                world.put(mineral, row.number("tonnes"));
                year.put(mineral, row.number("year"));
            }
        }
        assertThat(world).hasSize(9);
        world.forEach((mineral, tonnes) -> assertThat(made(mineral + "-mining").values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .as(mineral)
                .isCloseTo(tonnes, within(WORLD * tonnes)));
    }

    @Test
    void sharesOfRefiningMustBeThePublishedOnes() {
        Map<String, Map<String, Double>> published = Map.of(
                "copper", Map.of("CN", 14.0 / 28.97, "CD", 2.8 / 28.97, "JP", 1.4 / 28.97),
                "lithium", Map.of("CN", 0.7023, "CL", 0.2039, "AR", 0.0545),
                "cobalt", Map.of("CN", 0.7841, "FI", 0.0804, "JP", 0.0226),
                "nickel", Map.of("ID", 0.4286, "CN", 0.3132, "RU", 0.0362),
                "graphite", Map.of("CN", 0.9571, "JP", 0.0240),
                "germanium", Map.of("CN", 0.592));
        published.forEach((mineral, shares) -> {
            Map<String, Double> refined = new TreeMap<>(made(mineral + "-refining"));
            made(mineral + "-secondary").forEach((place, tonnes) -> refined.merge(place, tonnes, Double::sum));
            double total =
                    refined.values().stream().mapToDouble(Double::doubleValue).sum();
            shares.forEach((place, share) -> assertThat(refined.getOrDefault(place, 0.0) / total)
                    .as("%s %s", mineral, place)
                    .isCloseTo(share, within(POINTS)));
        });
    }

    @Test
    void usOfThePublishedAmountsMustBeMet() {
        Map<String, Double> published = Map.of(
                "copper-refined",
                1_700_000.0,
                "cobalt-refined",
                8_000.0,
                "nickel-refined",
                120_000.0,
                "graphite-flake",
                71_000.0,
                "gallium-refined",
                19.0,
                "antimony-refined",
                45_000.0);
        published.forEach((commodity, tonnes) -> assertThat(text.rows("demands").stream()
                        .filter(row -> CaseText.text(row, "place").equals("US")
                                && CaseText.text(row, "commodity").equals(commodity))
                        .mapToDouble(row -> CaseText.number(row, "amount"))
                        .sum())
                .as(commodity)
                .isCloseTo(tonnes, within(2 * ROUNDING * tonnes)));
    }

    /// A place that sends a commodity away gets it from elsewhere only where the survey names it as a source of
    /// imports, or where it stands for a way round a ban. LNG that is loaded again is meant by neither.
    @Test
    void aPlaceMustBothSendAndGetOnlyWhatItIsKnownToSend() throws Exception {
        Set<String> known = new HashSet<>();
        Map<String, String> commodity = new HashMap<>();
        tables().table("minerals")
                .forEach(row -> MineralBase.STAGES.forEach(
                        stage -> commodity.put(row.text("mineral") + "/" + stage, row.text(stage))));
        tables().table("minerals_flows")
                .forEach(row -> known.add(
                        row.text("from") + "/" + commodity.get(row.text("mineral") + "/" + row.text("stage"))));
        tables().table("minerals_transit")
                .forEach(row -> known.add(
                        row.text("through") + "/" + commodity.get(row.text("mineral") + "/" + row.text("stage"))));
        Set<String> sends = new HashSet<>();
        Set<String> gets = new HashSet<>();
        for (Map<String, String> row : text.rows("routes")) {
            if (commodity.containsValue(CaseText.text(row, "commodity")) && CaseText.number(row, "observed") > 0) {
                sends.add(CaseText.text(row, "from") + "/" + CaseText.text(row, "commodity"));
                gets.add(CaseText.text(row, "to") + "/" + CaseText.text(row, "commodity"));
            }
        }
        assertThat(sends).hasSizeGreaterThan(50);
        sends.retainAll(gets);
        assertThat(known).containsAll(sends);
    }

    /// Export bans of China until November 2025.
    @Test
    void bannedLanesMustCarryNothing() {
        assertThat(text.rows("routes"))
                .noneMatch(row -> CaseText.text(row, "from").equals("CN")
                        && CaseText.text(row, "to").equals("US")
                        && CaseText.text(row, "commodity").matches("(gallium|germanium|antimony)-.*")
                        && CaseText.number(row, "observed") > 0);
    }

    /// Shares of US imports of gallium (survey, mean of 2021-24): Japan 27, Germany 20 %; Canada 34 % and what is
    /// over.
    @Test
    void publishedImportSharesMustBeThoseOfTheRoutesThatCiteThem() {
        Map<String, Double> arriving = new HashMap<>();
        text.rows("routes").stream()
                .filter(row -> CaseText.text(row, "to").equals("US")
                        && CaseText.text(row, "commodity").equals("gallium-refined"))
                .forEach(row ->
                        arriving.merge(CaseText.text(row, "from"), CaseText.number(row, "observed"), Double::sum));
        double all = arriving.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(all).isBetween(10.0, 19.0);
        assertThat(arriving.getOrDefault("JP", 0.0) / all).isCloseTo(0.27, within(POINTS));
        assertThat(arriving.getOrDefault("DE", 0.0) / all).isCloseTo(0.20, within(POINTS));
        assertThat(arriving.getOrDefault("CA", 0.0) / all).isGreaterThan(0.34);
    }

    @Test
    void lngOfJapanMustBeThatOfTheCustomsByCountry() throws Exception {
        Map<String, String> country = new HashMap<>();
        text.rows("places").forEach(row -> country.put(CaseText.text(row, "place"), CaseText.text(row, "country")));
        Map<String, Double> modelled = new TreeMap<>();
        for (Map<String, String> row : text.rows("routes")) {
            if (CaseText.text(row, "to").equals("JP")
                    && CaseText.text(row, "commodity").equals("lng")) {
                String from = CaseText.text(row, "from");
                String key = country.getOrDefault(from, "").isEmpty() ? from : country.getOrDefault(from, "");
                modelled.merge(key, CaseText.number(row, "observed"), Double::sum);
            }
        }
        List<SourceRow> published = tables().table("gas_flows").stream()
                .filter(row -> row.text("to").equals("JP"))
                .toList();
        assertThat(published).hasSize(17);
        for (SourceRow row : published) {
            double tonnes = MILLION * row.number("mt");
            assertThat(modelled.getOrDefault(row.text("from"), 0.0))
                    .as(row.text("from"))
                    .isCloseTo(tonnes, within(ROUNDING * tonnes));
        }
        double total =
                modelled.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(total).isCloseTo(64_977_043, within(10.0));
    }

    @Test
    void lngExportsMustAddUpToTheWorld() {
        double made = made("liquefaction").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(made).isCloseTo(430 * MILLION, within(ROUNDING * 430 * MILLION));
        assertThat(made("regasification").values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(made, within(ROUNDING * made));
    }

    @Test
    void productionOfAnotherYearMustNeedNoChangeOfCode() throws Exception {
        SourceTables tables = tables();
        for (SourceRow row : tables.table("minerals")) {
            MineralBase base = new MineralBase(tables, Mineral.of(tables, row, 2024), new PlaceDistances(tables), 2024);
            double mined = MineralBase.sum(base.mined());
            double used = MineralBase.sum(base.used("refined"));
            assertThat(mined).as(row.text("mineral")).isPositive();
            assertThat(used).as(row.text("mineral")).isCloseTo(MineralBase.sum(base.refined()), within(1e-6 * used));
        }
    }

    private Map<String, Double> made(String recipe) {
        Map<String, Double> made = new TreeMap<>();
        text.rows("processes").stream()
                .filter(row -> CaseText.text(row, "recipe").equals(recipe)
                        || CaseText.text(row, "recipe").startsWith(recipe + "-with-"))
                .forEach(row -> made.merge(CaseText.text(row, "place"), CaseText.number(row, "observed"), Double::sum));
        return made;
    }

    private static SourceTables tables() throws Exception {
        return SourceTables.read(Path.of("src/tables/alliance"));
    }
}
