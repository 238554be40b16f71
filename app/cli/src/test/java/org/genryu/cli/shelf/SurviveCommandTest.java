package org.genryu.cli.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.genryu.cli.Session;
import org.genryu.core.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `genryu survive` as people and programs meet it. Two pits make 60 and 40 of 100 a month, the second can make 50, and
/// 120 stand in the town: without the first the town holds out 2.4 months. Rung: by hand.
class SurviveCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void town() throws IOException {
        Map<String, String> files = Map.of(
                "case.yaml",
                "id: town\ntitle: {en: A town, ja: 町}\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\nhome: [JP]\n"
                        + "rival: [CN]\nperiods: {first: 2027, last: 2029, step: year}\n",
                "places.csv",
                "place,name_en,name_ja,kind,country\nmine,Mine,鉱山,site,CN\ntown,Town,町,site,JP\n",
                "commodities.csv",
                "commodity,name_en,name_ja,unit\ngood,Good,品,t\n",
                "recipes.csv",
                "recipe,commodity,amount\nmake,good,1\n",
                "processes.csv",
                "process,place,recipe,status,capacity,cost\ndig,mine,make,operating,720,10\n"
                        + "dig-2,mine,make,operating,600,12\n",
                "routes.csv",
                "route,from,to,commodity,cost,via\nsea,mine,town,good,1,malacca\n",
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\neat,town,tools,good,1200,1000\n",
                "stores.csv",
                "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,120,120\n",
                "straits.csv",
                "strait,name_en,name_ja,lat,lon\nmalacca,Malacca,マラッカ海峡,2,102\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static JsonNode node(JsonNode json, String id) {
        for (JsonNode row : json.get("nodes")) {
            if (row.get("node").asString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(json.toString());
    }

    @Test
    void theFirstPitMustBeSurvivedForTwoMonthsAndFourTenths() {
        Session told = Session.of("survive", folder.toString(), "--quiet", "--recover", "4", "--json");
        assertThat(told.code()).as(told.err()).isZero();
        JsonNode json = told.json();
        assertThat(json.get("status").asString()).isEqualTo("solved");
        JsonNode pit = node(json, "plant:dig");
        assertThat(pit.get("survive").asDouble()).isCloseTo(2.4, within(1e-4));
        assertThat(pit.get("at_risk").asString()).isEqualTo("yes");
        assertThat(pit.get("recover").asDouble()).isEqualTo(4);
        assertThat(pit.get("empty_from").asString()).isEqualTo("2028-03");
        // The second can be replaced by nothing but the stock: 40 a month are lacking, three months are
        // bridged.
        assertThat(node(json, "plant:dig-2").get("survive").asDouble()).isCloseTo(3, within(1e-4));
        for (String all : new String[] {"lane:sea", "strait:malacca", "country:CN"}) {
            assertThat(node(json, all).get("survive").asDouble()).as(all).isCloseTo(1.2, within(1e-4));
            assertThat(node(json, all).get("exposure").asDouble()).as(all).isEqualTo(1);
        }
    }

    @Test
    void twoMonthsMustBeBridgedAndTheScreenMustSaySo() throws IOException {
        Path out = folder.resolve("nodes");
        Session told = Session.of("survive", folder.toString(), "--quiet", "--recover", "2", "--out", out.toString());
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("Good, Mine (dig) (2 months)").contains("holds out 1.2 of 2 months");
        assertThat(told.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("nodes.csv", "run.json");
        assertThat(Session.of(Lang.JA, false, "survive", folder.toString(), "--quiet", "--recover", "4")
                        .out())
                .contains("鉱山の品（dig）：4か月のうち2.4か月持ちこたえる");
        assertThat(Session.of("survive", folder.toString(), "--recover", "0").code())
                .isEqualTo(2);
    }
}
