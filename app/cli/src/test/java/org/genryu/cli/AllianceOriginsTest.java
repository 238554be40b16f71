package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.cases.BuiltInCases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who stands behind what Japan and the United States use, in the built-in case: `exposure.csv` against the naive
/// [SecondTrace], and what people who know the field know. Rung: second program; published facts.
@Tag("slow")
class AllianceOriginsTest {
    private static final double SAME = 1e-8;

    private static final List<String[]> ASKED = List.of(
            new String[] {"ndfeb-magnet", "dy", "mine", "oxide", "metal", "magnet"},
            new String[] {"copper-refined", "cu", "mine", "refined"},
            new String[] {"graphite-anode", "c", "mine", "anode"},
            new String[] {"gallium-refined", "ga", "mine", "refined"},
            new String[] {"tungsten-refined", "w", "mine", "refined"},
            new String[] {"antimony-refined", "sb", "mine", "refined"});

    @TempDir
    Path out;

    @Test
    void sharesMustBeThoseOfTheSecondProgramAndOfTheWorld() throws IOException {
        assertThat(Session.of("balance", "alliance", "--exposure", "--out", out.toString(), "--quiet")
                        .code())
                .isZero();
        List<Map<String, String>> exposure = SecondTrace.read(Files.readString(out.resolve("exposure.csv")));
        Map<String, String> tables = BuiltInCases.files("alliance");
        for (String[] asked : ASKED) {
            SecondTrace second = new SecondTrace(tables, out, "2025", asked[1]);
            for (String place : List.of("JP", "US")) {
                for (String stage : List.of(asked).subList(2, asked.length)) {
                    Map<String, Double> first = shares(exposure, place, asked[0], asked[1], stage);
                    Map<String, Double> naive = second.shares(place, asked[0], stage);
                    assertThat(first.values().stream().mapToDouble(x -> x).sum())
                            .isCloseTo(1, within(1e-9));
                    first.forEach((who, share) -> assertThat(naive.getOrDefault(who, 0.0))
                            .as("%s %s %s %s", place, asked[0], stage, who)
                            .isCloseTo(share, within(SAME)));
                }
            }
        }
        japanMinesNone(exposure);
        reliance(SecondTrace.read(Files.readString(out.resolve("indicators.csv"))));
    }

    /// All that bends is the same in every answer, and what does not is decided by it.
    @Test
    void everyShareMustBeTheOnlyOneAtItsCost() throws IOException {
        for (String[] asked : ASKED) {
            for (String place : asked[1].equals("dy") ? List.of("JP", "US") : List.of("JP")) {
                Session traced = Session.of(
                        "trace",
                        "alliance",
                        "--place",
                        place,
                        "--commodity",
                        asked[0],
                        "--element",
                        asked[1],
                        "--json");
                assertThat(traced.json().get("determined").get(0).get("status").asString())
                        .as("%s %s", place, asked[0])
                        .isEqualTo("determined");
            }
        }
    }

    /// Japan has no mine of copper, tungsten or graphite; recycling of swarf is no separation.
    private static void japanMinesNone(List<Map<String, String>> exposure) {
        for (String[] asked : ASKED.subList(1, 5)) {
            double mined = shares(exposure, "JP", asked[0], asked[1], "mine").getOrDefault("JP", 0.0);
            assertThat(mined).as(asked[0]).isLessThan(asked[1].equals("ga") ? 0.02 : 1e-12);
        }
        assertThat(shares(exposure, "JP", "ndfeb-magnet", "dy", "oxide")).doesNotContainKey("JP");
        assertThat(shares(exposure, "JP", "ndfeb-magnet", "dy", "oxide/new-scrap"))
                .containsKey("JP");
        assertThat(shares(exposure, "JP", "copper-refined", "cu", "refined/old-scrap"))
                .containsOnlyKeys("JP");
        assertThat(shares(exposure, "US", "antimony-refined", "sb", "mine").getOrDefault("US", 0.0))
                .isLessThan(1e-12);
    }

    private static void reliance(List<Map<String, String>> indicators) {
        assertThat(reliance(indicators, "US/gallium-refined")).isCloseTo(1, within(1e-6));
        assertThat(reliance(indicators, "JP/dy-oxide")).isCloseTo(1, within(1e-6));
        assertThat(reliance(indicators, "JP/la-oxide")).isCloseTo(1, within(1e-6));
        assertThat(reliance(indicators, "JP/copper-refined")).isBetween(0.4, 0.6);
    }

    private static double reliance(List<Map<String, String>> indicators, String subject) {
        return indicators.stream()
                .filter(row -> row.getOrDefault("indicator", "").equals("import_dependence")
                        && row.getOrDefault("subject", "").equals(subject)
                        && row.getOrDefault("period", "").equals("2025"))
                .mapToDouble(row -> Double.parseDouble(row.getOrDefault("value", "0")))
                .findFirst()
                .orElse(0);
    }

    private static Map<String, Double> shares(
            List<Map<String, String>> exposure, String place, String commodity, String element, String stage) {
        Map<String, Double> shares = new TreeMap<>();
        for (Map<String, String> row : exposure) {
            if (row.getOrDefault("place", "").equals(place)
                    && row.getOrDefault("commodity", "").equals(commodity)
                    && row.getOrDefault("element", "").equals(element)
                    && row.getOrDefault("stage", "").equals(stage)
                    && row.getOrDefault("period", "").equals("2025")) {
                shares.put(row.getOrDefault("country", ""), Double.parseDouble(row.getOrDefault("share", "0")));
            }
        }
        return shares;
    }
}
