package org.genryu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A year of the committed case is its twelve months, where nothing tells them apart: what grows grows by the year,
/// goods are under way all the time, and money keeps its worth. Rung: identity.
class AllianceMonthsTest {
    @Test
    @Tag("slow")
    void aYearInMonthsMustMoveNoPrice() {
        Map<String, String> files = files();
        assertThat(PriceMoves.months(
                        AllianceEdits.withIntervals(during(files, "{first: 2025, last: 2025, step: year}")),
                        AllianceEdits.withIntervals(during(files, "{first: 2025-01, last: 2025-12, step: month}"))))
                .isEmpty();
    }

    /// In the second year residuals have faded and elasticities grown by a year. Nothing is carried over: no goods
    /// under way, no stock, no scrap from what was used before.
    @Test
    @Tag("slow")
    void twoYearsInMonthsMustMoveNoPrice() {
        Map<String, String> files = files();
        files.remove("returns.csv");
        files.remove("stores.csv");
        files.computeIfPresent("series.csv", (_, text) -> text.replaceAll("(?m)^stores,.*\\R", ""));
        files.computeIfPresent("effects.csv", (_, text) -> text.replaceAll("(?m)^[^,]*,stores,.*\\R", ""));
        files.computeIfPresent("routes.csv", (_, text) -> {
            List<List<String>> rows = TableText.rows(text);
            rows.getFirst().add("days");
            rows.subList(1, rows.size()).forEach(row -> row.add("0"));
            return TableText.of(rows);
        });
        assertThat(PriceMoves.months(
                        AllianceEdits.withIntervals(during(files, "{first: 2025, last: 2026, step: year}")),
                        AllianceEdits.withIntervals(during(files, "{first: 2025-01, last: 2026-12, step: month}"))))
                .isEmpty();
    }

    /// Demand without its growth inside of a year.
    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>(BuiltInCases.files("alliance"));
        files.computeIfPresent("demands.csv", (_, text) -> {
            List<List<String>> rows = TableText.rows(text);
            int growth = rows.getFirst().indexOf("growth");
            rows.subList(1, rows.size()).forEach(row -> row.set(growth, ""));
            return TableText.of(rows);
        });
        return files;
    }

    private static Map<String, String> during(Map<String, String> files, String periods) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.computeIfPresent(
                "case.yaml",
                (_, text) -> text.replaceFirst("periods: .*", "periods: " + periods)
                        .replaceFirst("discount_rate: .*", "discount_rate: 0")
                        .replaceFirst("transit: .*", "transit: cyclic"));
        return all;
    }
}
