package org.genryu.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

class CaseWordsTest {
    private static final SupplyCase TOWN = town();

    @Test
    void aPlantIsCalledByWhatItMakes() {
        assertThat(called("pit", "ore", Lang.EN)).isEqualTo("Ore");
        assertThat(called("yard", "scrap", Lang.JA)).isEqualTo("くず");
    }

    @Test
    void plantsSideBySideAreToldApart() {
        assertThat(called("again", "metal", Lang.EN)).isEqualTo("Metal on old scrap (from use)");
        assertThat(called("again", "metal", Lang.JA)).isEqualTo("金属（使用後のくず（老廃くず）から）");
        assertThat(called("old", "metal", Lang.EN)).isEqualTo("Metal (old)");
        assertThat(called("new", "metal", Lang.JA)).isEqualTo("金属（Baker）");
        assertThat(called("nobody", "metal", Lang.EN)).isEqualTo("Metal (nobody)");
    }

    /// In either language no two plants of one place have one name.
    @Test
    void noTwoPlantsOfAPlaceHaveOneName() {
        int metal = TOWN.world().commodities().ids().find("metal");
        for (Lang lang : Lang.values()) {
            CaseWords words = new CaseWords(TOWN, lang);
            assertThat(IntStream.range(2, TOWN.industry().processes().size()).mapToObj(p -> words.plant(p, metal)))
                    .doesNotHaveDuplicates();
        }
    }

    private static SupplyCase town() {
        Map<String, String> tables = Map.of(
                "case.yaml",
                "id: town\ncurrency: USD\nprice_year: 2025\nperiods: {first: 2025, last: 2025, step: year}\n",
                "places.csv",
                """
                place
                mine
                town
                """,
                "commodities.csv",
                """
                commodity,name_en,name_ja,unit
                ore,Ore,鉱石,t
                scrap,Scrap,くず,t
                metal,Metal,金属,t
                """,
                "recipes.csv",
                """
                recipe,commodity,amount,feed
                dig,ore,1,
                melt,metal,1,
                melt,ore,-1,
                remelt,metal,1,old-scrap
                remelt,scrap,-1,old-scrap
                gather,scrap,1,
                """,
                "processes.csv",
                """
                process,place,recipe,owner,status,capacity,cost
                pit,mine,dig,,operating,100,10 USD/t
                yard,town,gather,,operating,100,10 USD/t
                old,town,melt,Able,operating,50,10 USD/t
                new,town,melt,Baker,operating,50,12 USD/t
                nobody,town,melt,,operating,50,13 USD/t
                again,town,remelt,Able,operating,50,14 USD/t
                """,
                "routes.csv",
                """
                route,from,to,commodity,cost
                rail,mine,town,ore,2 USD/t
                """,
                "demands.csv",
                """
                demand,place,use,commodity,amount,shortage_cost
                need,town,tools,metal,60 t/yr,500 USD/t
                """);
        return CaseResolver.resolve(CaseReader.readText(tables).clean().orElseThrow())
                .clean()
                .orElseThrow()
                .supply();
    }

    private static String called(String plant, String made, Lang lang) {
        return new CaseWords(TOWN, lang)
                .plant(
                        TOWN.industry().processes().ids().find(plant),
                        TOWN.world().commodities().ids().find(made));
    }
}
