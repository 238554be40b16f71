package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stocks and ties: who stands behind what was there before, and how far the shares could be. Rung: by hand.
class HandStocksAndTiesTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @TempDir
    private Path folder;

    /// 80 in store, 40 a year from AU and 10 from Japan's own mine, 90 a year wanted: 40 a year from the store.
    /// Reliance 40/50; with the release (40 + 40)/90.
    @Test
    void stockAtTheStartMustBeAnOriginUntilItIsUsedUp() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2026)
                        .header("home", "[JP]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,tin""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,40,1
                        mine-jp,JP,dig,operating,10,1""")
                        .table("stores", """
                        store,place,commodity,kind,capacity,level,cost
                        pile,JP,ore,commercial,80,80,0.1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-jp,AU,JP,ore,1""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,cans,ore,90"""));
        for (String year : List.of("2025", "2026")) {
            HandWorld.Said said = world.json("JP", "ore", year);
            assertThat(said.share("", "mine", "stock")).isCloseTo(40 / 90.0, EXACT);
            assertThat(said.share("", "mine", "AU")).isCloseTo(40 / 90.0, EXACT);
            assertThat(said.share("", "mine", "JP")).isCloseTo(10 / 90.0, EXACT);
            assertThat(said.ways()).contains("mine stock > 0.444444444", "mine JP > ore JP > 0.111111111");
            assertThat(world.text("JP", "ore", year)).contains("    44.4%  from stock  (40 t)");
            assertThat(world.indicator("import_dependence", "JP/ore", year)).isCloseTo(0.8, EXACT);
            assertThat(world.indicator("usgs_trade_exposure", "JP/ore", year)).isCloseTo(80 / 90.0, EXACT);
            assertThat(world.indicator("import_hhi", "JP/ore", year)).isCloseTo(1, EXACT);
            assertThat(world.indicator("mined_hhi", "JP/ore/tin", year)).isCloseTo(17 / 81.0, EXACT);
        }
    }

    /// 60 in store; 80 a year from AU, of which 50 are used in 2025 and 30 put to the 60; 170 wanted in 2026:
    /// 80 + 90, of the 90 a third from AU. The ways say what the shares say.
    @Test
    void aStoreMustKeepTheMixtureThatWasPutIn() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2026)
                        .header("home", "[JP]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,tin""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,80,1""")
                        .table("stores", """
                        store,place,commodity,kind,capacity,level,cost
                        pile,JP,ore,commercial,200,60,0.1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-jp,AU,JP,ore,1""")
                        .table("series", """
                        table,id,column,period,value
                        demands,need,amount,2026,170""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,cans,ore,50"""));
        assertThat(world.json("JP", "ore", "2025").share("", "mine", "AU")).isCloseTo(1, EXACT);
        HandWorld.Said later = world.json("JP", "ore", "2026");
        assertThat(later.share("", "mine", "AU")).isCloseTo(110 / 170.0, EXACT);
        assertThat(later.share("", "mine", "stock")).isCloseTo(60 / 170.0, EXACT);
        assertThat(later.ways()).containsExactly("mine AU > ore AU > 0.647058824", "mine stock > 0.352941176");
        assertThat(world.indicator("mined_hhi", "JP/ore/tin", "2026")).isCloseTo(110 / 170.0 * (110 / 170.0), EXACT);
    }

    /// Two mines of 50 at one cost, 50 wanted: anything from 0 to 50 t of either.
    @Test
    void aTieOfMinesMustRangeAllThatIsSaid() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2025)
                        .header("home", "[JP]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        CN,country,CN
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,tin""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,50,1
                        mine-cn,CN,dig,operating,50,1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-jp,AU,JP,ore,1
                        cn-jp,CN,JP,ore,1""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,cans,ore,50"""));
        HandWorld.Said said = world.json("JP", "ore", "2025");
        assertThat(said.determined()).isEqualTo("open");
        for (String stage : List.of("mine", "ore", "any")) {
            assertThat(said.range(stage, "AU")).containsExactly(new double[] {0, 1}, EXACT);
            assertThat(said.range(stage, "CN")).containsExactly(new double[] {0, 1}, EXACT);
        }
        assertThat(world.text("JP", "ore", "2025"))
                .containsPattern("% {2}CN {2}\\[0\\.0% \\.\\. 100\\.0%] {2}\\(\\d+ t\\)\\n")
                .containsPattern("% {2}never through CN {2}\\[0\\.0% \\.\\. 100\\.0%]");
        assertThat(world.indicator("flows_determined", "tin", "2025")).isZero();
        assertThat(world.indicators()).containsKey("flows_determined tin 2025");
    }

    /// Cans of metal (1 + 1 + 3, at most 50 from AU) or of salt (2 + 1 + 2, at most 80 from CN): 100 wanted. No
    /// step of either chain has a choice, only the recipe: AU .2 to .5, CN .5 to .8.
    @Test
    void aTieOfRecipesMustRangeAllThatIsSaid() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2025)
                        .header("home", "[JP]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        CN,country,CN
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group
                        metal,t,metal,tin
                        salt,t,salt,tin
                        can,t,can,tin""")
                        .table("contents", """
                        commodity,element,amount
                        metal,sn,1
                        salt,sn,1
                        can,sn,1""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig-metal,metal,1
                        dig-salt,salt,1
                        by-metal,metal,-1
                        by-metal,can,1
                        by-salt,salt,-1
                        by-salt,can,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig-metal,operating,50,1
                        mine-cn,CN,dig-salt,operating,80,2
                        cans-metal,JP,by-metal,operating,100,3
                        cans-salt,JP,by-salt,operating,100,2""")
                        .table("routes", """
                        route,from,to,commodity,cost,via
                        au-jp,AU,JP,metal,1,
                        cn-jp,CN,JP,salt,1,sunda""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,cans,can,100""")
                        .table("straits", """
                        strait,open,days
                        sunda,1,0"""));
        HandWorld.Said said = world.json("JP", "can", "2025");
        for (String stage : List.of("mine", "metal", "any")) {
            assertThat(said.range(stage, "AU")).containsExactly(new double[] {0.2, 0.5}, EXACT);
        }
        for (String stage : List.of("mine", "salt", "any")) {
            assertThat(said.range(stage, "CN")).containsExactly(new double[] {0.5, 0.8}, EXACT);
        }
        assertThat(said.range("strait", "sunda")).containsExactly(new double[] {0.5, 0.8}, EXACT);
        assertThat(world.text("JP", "can", "2025")).contains("CN  [50.0% .. 80.0%]", "Strait  [50.0% .. 80.0%]");
    }

    /// Three mines at one cost fill the store of 2025 that 2026 lives on: the choice lies in the year before.
    @Test
    void aTieOfAnEarlierYearMustRangeWhatComesOutOfTheStore() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2026)
                        .header("home", "[JP]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        BR,country,BR
                        CN,country,CN
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,tin""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,50,1
                        mine-br,BR,dig,operating,50,1
                        mine-cn,CN,dig,operating,50,1""")
                        .table("series", """
                        table,id,column,period,value
                        processes,mine-au,capacity,2026,0
                        processes,mine-br,capacity,2026,0
                        processes,mine-cn,capacity,2026,0
                        demands,need,amount,2026,50""")
                        .table("stores", """
                        store,place,commodity,kind,capacity,level,cost
                        pile,JP,ore,commercial,200,0,0.1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-jp,AU,JP,ore,1
                        br-jp,BR,JP,ore,1
                        cn-jp,CN,JP,ore,1""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need,JP,cans,ore,0"""));
        HandWorld.Said said = world.json("JP", "ore", "2026");
        for (String country : List.of("AU", "BR", "CN")) {
            assertThat(said.range("mine", country)).containsExactly(new double[] {0, 1}, EXACT);
            assertThat(said.range("any", country)).containsExactly(new double[] {0, 1}, EXACT);
        }
        assertThat(said.ways()).allMatch(way -> way.startsWith("mine ") && !way.contains("stock"));
    }
}
