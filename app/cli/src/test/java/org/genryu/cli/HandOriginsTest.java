package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who stands behind it, in the text, for programs and in `indicators.csv` alike. Rung: by hand; the arithmetic stands
/// above each case.
class HandOriginsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @TempDir
    private Path folder;

    /// Ore 60 from AU and oxide 40 from CN become 100 of magnets; 25 of swarf go round in Japan: oxide 125 = 60 +
    /// 40 + 25.
    ///
    /// - mined x = .8 (AU .6, CN .4) + .2 x, so AU .6, CN .4; the last time on swarf 25/125
    /// - Japan makes 60 of oxide anew, all of imported ore, and imports 40: reliance 1, HHI .6² + .4²
    @Test
    void swarfThatGoesRoundMustBeNoSupply() throws IOException {
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
                        commodity,unit,stage,group,disposal_cost
                        ore,t,ore,rare-earth,never
                        oxide,t,oxide,rare-earth,never
                        magnet,t,magnet,rare-earth,never
                        swarf,t,scrap,rare-earth,never""")
                        .table("contents", """
                        commodity,element,amount
                        ore,dy,1
                        oxide,dy,1
                        magnet,dy,1
                        swarf,dy,1""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        separate,ore,-1
                        separate,oxide,1
                        press,oxide,-1.25
                        press,magnet,1
                        press,swarf,0.25
                        recover,swarf,-1
                        recover,oxide,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,60,1
                        mine-cn,CN,dig,operating,40,1
                        separate-cn,CN,separate,operating,40,1
                        separate-jp,JP,separate,operating,100,1
                        press-jp,JP,press,operating,100,1
                        recover-jp,JP,recover,operating,100,1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-jp,AU,JP,ore,1
                        cn-jp,CN,JP,oxide,1""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        motors,JP,motors,magnet,100"""));
        HandWorld.Said said = world.json("JP", "magnet", "2025");
        assertThat(said.share("dy", "mine", "AU")).isCloseTo(0.6, EXACT);
        assertThat(said.share("dy", "mine", "CN")).isCloseTo(0.4, EXACT);
        assertThat(said.share("dy", "oxide", "JP")).isCloseTo(0.6, EXACT);
        assertThat(said.share("dy", "oxide", "CN")).isCloseTo(0.4, EXACT);
        assertThat(said.share("dy", "oxide/new-scrap", "JP")).isCloseTo(0.2, EXACT);
        assertThat(said.share("dy", "magnet", "JP")).isCloseTo(1, EXACT);
        assertThat(said.determined()).isEqualTo("determined");
        assertThat(world.text("JP", "magnet", "2025"))
                .contains("Separated oxide, from the ground\n    60.0%  JP  (60 t)\n    40.0%  CN  (40 t)\n"
                        + "Separated oxide, the last time on new scrap (of factories): 20.0%\n    20.0%  JP  (20 t)");
        assertThat(world.indicator("import_dependence", "JP/oxide", "2025")).isCloseTo(1, EXACT);
        assertThat(world.indicator("import_dependence", "JP/magnet", "2025")).isCloseTo(1, EXACT);
        assertThat(world.indicator("import_hhi", "JP/oxide", "2025")).isCloseTo(0.52, EXACT);
        assertThat(world.indicator("import_hhi", "JP/magnet", "2025")).isCloseTo(0.52, EXACT);
        assertThat(world.indicator("mined_hhi", "JP/magnet/dy", "2025")).isCloseTo(0.52, EXACT);
        assertThat(world.indicator("production_hhi", "oxide", "2025")).isCloseTo(0.6 * 0.6 + 0.4 * 0.4, EXACT);
        assertThat(world.indicator("recycled_share", "JP/magnet/dy", "2025")).isZero();
        assertThat(world.indicator("rival_share", "JP/magnet/dy/mine/CN", "2025"))
                .isCloseTo(0.4, EXACT);
        assertThat(world.indicator("rival_share", "JP/magnet/dy/oxide/CN", "2025"))
                .isCloseTo(0.4, EXACT);
        assertThat(world.indicator("flows_determined", "dy", "2025")).isEqualTo(1);
    }

    /// Japan uses 100, 50, 100 of metal for a year each and collects .4 of it: scrap 40 (of 100 before), 40, 20,
    /// all shipped to Korea, which keeps 10 a year of the metal and ships the rest back: 30, 30, 10.
    ///
    /// | | 2025 | 2026 | 2027 |
    /// | --- | --- | --- | --- |
    /// | of Japan's metal: Chile, old scrap | .7, .3 | .4, .6 | .9, .1 |
    /// | HHI at Japan's border | .58 | .52 | .82 |
    @Test
    void oldScrapMustComeBackLateAndBeAnOriginOfItsOwn() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2027)
                        .header("home", "[JP, KR]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        CL,country,CL
                        JP,country,JP
                        KR,country,KR""")
                        .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        ore,t,ore,copper,never
                        metal,t,metal,copper,never
                        scrap,t,scrap,copper,never""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        smelt,ore,-1
                        smelt,metal,1
                        remelt,scrap,-1
                        remelt,metal,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine,CL,dig,operating,200,1
                        smelter,CL,smelt,operating,200,1
                        refiner,KR,remelt,operating,200,1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        cl-jp,CL,JP,metal,1
                        jp-kr,JP,KR,scrap,1
                        kr-jp,KR,JP,metal,1""")
                        .table("returns", """
                        use,place,from,to,lifetime_mean,shape,collection
                        wire,JP,metal,scrap,1,fixed,0.4""")
                        .table("series", """
                        table,id,column,period,value
                        demands,wire,amount,2026,50
                        demands,wire,amount,2027,100""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        wire,JP,wire,metal,100
                        pipe,KR,pipe,metal,10"""));
        double[] back = {0.3, 0.6, 0.1};
        for (int t = 0; t < back.length; t++) {
            String year = Integer.toString(2025 + t);
            double ore = 1 - back[t];
            HandWorld.Said japan = world.json("JP", "metal", year);
            assertThat(japan.share("", "mine", "CL")).isCloseTo(ore, EXACT);
            assertThat(japan.share("", "mine", "recycled")).isCloseTo(back[t], EXACT);
            assertThat(japan.share("", "metal", "CL")).isCloseTo(ore, EXACT);
            assertThat(japan.share("", "metal", "KR")).isZero();
            assertThat(japan.share("", "metal/old-scrap", "KR")).isCloseTo(back[t], EXACT);
            assertThat(japan.share("", "any", "KR")).isCloseTo(back[t], EXACT);
            assertThat(world.json("KR", "metal", year).share("", "mine", "recycled"))
                    .isCloseTo(1, EXACT);
            assertThat(world.indicator("recycled_share", "JP/metal/copper", year))
                    .isCloseTo(back[t], EXACT);
            assertThat(world.indicator("mined_hhi", "JP/metal/copper", year)).isCloseTo(ore * ore, EXACT);
            assertThat(world.indicator("import_hhi", "JP/metal", year)).isCloseTo(ore * ore + back[t] * back[t], EXACT);
            assertThat(world.indicator("import_dependence", "JP/metal", year)).isCloseTo(1, EXACT);
            // Korea melts what Japan collected: that is Japan's supply, and an import of Korea.
            assertThat(world.indicator("import_dependence", "KR/metal", year)).isCloseTo(1, EXACT);
            assertThat(world.indicator("import_dependence", "JP/scrap", year)).isZero();
        }
        assertThat(world.text("JP", "metal", "2026"))
                .contains("Mining\n    40.0%  CL  (20 t)\n    60.0%  old scrap, from use  (30 t)")
                .contains("the last time on old scrap (from use): 60.0%\n    60.0%  KR  (30 t)");
    }

    /// Korea refines 100 of Australian ore, sends 60 to Singapore and gets 20 back; Singapore refines 30 of
    /// Brazil's.
    ///
    ///     k = (100 + 20 s)/120, s = 60 k/90          k = .9375, s = .625
    ///
    /// Korea: reliance (20 + 100 - 60)/60 = 1; by its border and the ore behind its own 100: (100² + 20²)/120².
    @Test
    void aCircleOfLanesMustBeSolvedAtOnce() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2025)
                        .header("home", "[KR, SG]")
                        .header("rival", "[CN]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        BR,country,BR
                        KR,country,KR
                        SG,country,SG""")
                        .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        ore,t,ore,tin,never
                        metal,t,metal,tin,never""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig,ore,1
                        smelt,ore,-1
                        smelt,metal,1""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig,operating,100,1
                        mine-br,BR,dig,operating,30,1
                        smelter-kr,KR,smelt,operating,100,1
                        smelter-sg,SG,smelt,operating,30,1""")
                        .table("routes", """
                        route,from,to,commodity,cost,capacity
                        au-kr,AU,KR,ore,1,
                        br-sg,BR,SG,ore,1,
                        kr-sg,KR,SG,metal,-1,60
                        sg-kr,SG,KR,metal,-1,20""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        need-kr,KR,cans,metal,60
                        need-sg,SG,cans,metal,70"""));
        HandWorld.Said korea = world.json("KR", "metal", "2025");
        assertThat(korea.share("", "mine", "AU")).isCloseTo(0.9375, EXACT);
        assertThat(korea.share("", "mine", "BR")).isCloseTo(0.0625, EXACT);
        assertThat(korea.share("", "metal", "KR")).isCloseTo(0.9375, EXACT);
        assertThat(korea.share("", "any", "SG")).isCloseTo(20.0 / 120, EXACT);
        HandWorld.Said singapore = world.json("SG", "metal", "2025");
        assertThat(singapore.share("", "mine", "AU")).isCloseTo(0.625, EXACT);
        assertThat(singapore.share("", "metal", "SG")).isCloseTo(0.375, EXACT);
        // Of the 60 from Korea a part had been there before and come by Singapore; here it is landed at the
        // latest.
        assertThat(singapore.share("", "any", "KR")).isCloseTo(60.0 / 90, EXACT);
        assertThat(world.text("KR", "metal", "2025"))
                .contains("Mining\n    93.8%  AU  (112.5 t)\n     6.3%  BR  (7.5 t)", "    16.7%  SG  (20 t)");
        assertThat(world.indicator("import_dependence", "KR/metal", "2025")).isCloseTo(1, EXACT);
        assertThat(world.indicator("import_dependence", "SG/metal", "2025")).isCloseTo(1, EXACT);
        assertThat(world.indicator("import_hhi", "KR/metal", "2025")).isCloseTo(10_400 / 14_400.0, EXACT);
        assertThat(world.indicator("import_hhi", "SG/metal", "2025"))
                .isCloseTo((60.0 * 60 + 30 * 30) / (90 * 90), EXACT);
        assertThat(world.indicator("mined_hhi", "KR/metal/tin", "2025"))
                .isCloseTo(0.9375 * 0.9375 + 0.0625 * 0.0625, EXACT);
        assertThat(world.indicator("direct_import_share", "KR/metal/SG", "2025"))
                .isCloseTo(20.0 / 120, EXACT);
    }

    /// 100 of a light ore (Nd .2, Dy .05) and 50 of a heavy one (Nd .1, Dy .2) go into one plant: Nd 20 + 5, Dy 5 +
    /// 10. Of 15 Dy Japan wants 6; the rest and all Ce is thrown away, with the same origin.
    @Test
    void jointProductsMustCarryTheOriginOfTheirElement() throws IOException {
        HandWorld world = new HandWorld(
                folder,
                TextCase.years(2025, 2025)
                        .header("home", "[JP, CN]")
                        .header("rival", "[MM]")
                        .table("places", """
                        place,kind,country
                        AU,country,AU
                        MM,country,MM
                        CN,country,CN
                        JP,country,JP""")
                        .table("commodities", """
                        commodity,unit,stage,group,disposal_cost
                        light,t,ore,rare-earth,0
                        heavy,t,ore,rare-earth,0
                        nd-oxide,t,oxide,rare-earth,0
                        dy-oxide,t,oxide,rare-earth,0
                        ce-oxide,t,oxide,rare-earth,0""")
                        .table("contents", """
                        commodity,element,amount
                        light,nd,0.2
                        light,dy,0.05
                        light,ce,0.5
                        heavy,nd,0.1
                        heavy,dy,0.2
                        heavy,ce,0.2
                        nd-oxide,nd,1
                        dy-oxide,dy,1
                        ce-oxide,ce,1""")
                        .table("recipes", """
                        recipe,commodity,amount
                        dig-light,light,1
                        dig-heavy,heavy,1
                        separate,light,-2
                        separate,heavy,-1
                        separate,nd-oxide,0.5
                        separate,dy-oxide,0.3
                        separate,ce-oxide,1.2""")
                        .table("processes", """
                        process,place,recipe,status,capacity,cost
                        mine-au,AU,dig-light,operating,100,1
                        mine-mm,MM,dig-heavy,operating,50,1
                        separator,CN,separate,operating,50,1""")
                        .table("routes", """
                        route,from,to,commodity,cost
                        au-cn,AU,CN,light,1
                        mm-cn,MM,CN,heavy,1
                        nd,CN,JP,nd-oxide,1
                        dy,CN,JP,dy-oxide,1""")
                        .table("demands", """
                        demand,place,use,commodity,amount
                        motors,JP,motors,nd-oxide,25
                        heat,JP,motors,dy-oxide,6"""));
        HandWorld.Said nd = world.json("JP", "nd-oxide", "2025");
        assertThat(nd.share("nd", "mine", "AU")).isCloseTo(0.8, EXACT);
        assertThat(nd.share("nd", "mine", "MM")).isCloseTo(0.2, EXACT);
        HandWorld.Said dy = world.json("JP", "dy-oxide", "2025");
        assertThat(dy.share("dy", "mine", "AU")).isCloseTo(1 / 3.0, EXACT);
        assertThat(dy.share("dy", "mine", "MM")).isCloseTo(2 / 3.0, EXACT);
        assertThat(dy.share("dy", "oxide", "CN")).isCloseTo(1, EXACT);
        assertThat(world.json("CN", "ce-oxide", "2025").share("ce", "mine", "AU"))
                .isCloseTo(50.0 / 60, EXACT);
        assertThat(world.text("JP", "dy-oxide", "2025"))
                .contains("(6 t of Dysprosium)", "Mining\n    66.7%  MM  (4 t)\n    33.3%  AU  (2 t)");
        assertThat(world.indicator("mined_hhi", "JP/nd-oxide/nd", "2025")).isCloseTo(0.68, EXACT);
        assertThat(world.indicator("mined_hhi", "JP/dy-oxide/dy", "2025")).isCloseTo(5 / 9.0, EXACT);
        assertThat(world.indicator("import_hhi", "JP/dy-oxide", "2025")).isCloseTo(1, EXACT);
        // China separates imported ore alone: what it keeps of it is an import by ore, element by element.
        assertThat(world.indicator("import_hhi", "CN/nd-oxide", "2025")).isCloseTo(0.68, EXACT);
        assertThat(world.indicator("import_hhi", "CN/dy-oxide", "2025")).isCloseTo(5 / 9.0, EXACT);
        assertThat(world.indicator("import_dependence", "CN/dy-oxide", "2025")).isCloseTo(1, EXACT);
        assertThat(world.indicator("import_dependence", "CN/nd-oxide", "2025")).isZero();
        assertThat(world.indicator("rival_share", "JP/dy-oxide/dy/mine/MM", "2025"))
                .isCloseTo(2 / 3.0, EXACT);
    }
}
