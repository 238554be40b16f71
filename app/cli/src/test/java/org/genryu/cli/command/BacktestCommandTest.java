package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.genryu.cli.Session;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `genryu backtest` as people and programs meet it. Rung: published, what was counted.
class BacktestCommandTest {
    /// What the told shapes rest on, by episode: fixed before the first score. Whoever changes a world, a measure
    /// or a
    /// built-in response changes the hash, and must say so here and on the page docs/method/backtest.md.
    private static final Map<String, String> FIXED = Map.of(
            "japan-2010", "aa9240e2",
            "gallium-2023", "5befe078",
            "germanium-2023", "5befe078",
            "antimony-2024", "72cf56c5",
            "cobalt-2025", "5c3fdf6b",
            "magnets-2025", "656d9dc8");

    @Tag("slow")
    @Test
    void theEpisodesMustBeToldAsFixedAndNearerThanTheRivals() {
        Session told = Session.of(Lang.EN, false, "backtest", "--json", "--quiet");
        assertThat(told.code()).isZero();
        JsonNode document = JsonMapper.shared().readTree(told.out());
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode row : document.get("backtest")) {
            hashes.put(
                    row.get("episode").asString(), row.get("inputs").asString().substring(0, 8));
        }
        assertThat(hashes).isEqualTo(new TreeMap<>(FIXED));
        assertThat(document.get("better").asInt()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aCaseWithoutEpisodesMustBeToldSo() {
        Session none = Session.of(Lang.EN, false, "backtest", "alliance");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err())
                .contains(
                        "The case: has no episode; a back-test needs one. [episodes.csv] Maybe the tables episodes and observed say what was counted and under which scenario.");
        assertThat(Session.of(Lang.JA, false, "backtest", "alliance").err()).contains("に出来事がありません");
    }
}
