package org.genryu.balance.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.casefile.SupplyCase.Feed;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// What came from ore, what from the scrap of factories, what from use. Rung: by hand; every flow is forced.
class FeedTest {
    private static final double FLOWS = 1e-9;

    /// CN separates 58.04 and MY 21.96 of ore; the plant in JP takes 100 of oxide, 20 of it recovered from its own
    /// swarf in JP (15) and in VN (5).
    private static TextCase swarf(String stagesFirst) {
        return TextCase.years(2025, 2025)
                .table(
                        "places",
                        "place,kind,country\nMM,country,MM\nCN,country,CN\nMY,country,MY\nVN,country,VN\nJP,country,JP")
                .table("commodities", "commodity,unit,stage,group,disposal_cost\n" + stagesFirst)
                .table("contents", "commodity,element,amount\nore,dy,1\noxide,dy,1\nmagnet,dy,1\nswarf,dy,1")
                .table("recipes", """
                        recipe,commodity,amount
                        recover,swarf,-1
                        recover,oxide,1
                        press,oxide,-1
                        press,magnet,0.8
                        press,swarf,0.2
                        separate,ore,-1
                        separate,oxide,1
                        dig,ore,1""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        mine,MM,dig,operating,80,1,1
                        cn,CN,separate,operating,58.04,1,1
                        my,MY,separate,operating,21.96,1,1
                        press,JP,press,operating,100,1,1
                        recover-jp,JP,recover,operating,15,1,1
                        recover-vn,VN,recover,operating,5,1,1""")
                .table("routes", """
                        route,from,to,commodity,cost
                        a,MM,CN,ore,1
                        b,MM,MY,ore,1
                        c,CN,JP,oxide,1
                        d,MY,JP,oxide,1
                        e,JP,VN,swarf,1
                        f,VN,JP,oxide,1""")
                .table("demands", "demand,place,use,commodity,amount\nmotors,JP,motors,magnet,80");
    }

    private static final String IN_ORDER = """
            ore,t,ore,rare-earth,never
            oxide,t,oxide,rare-earth,never
            magnet,t,magnet,rare-earth,never
            swarf,t,scrap,rare-earth,never""";

    private static final String SCRAP_FIRST = """
            swarf,t,scrap,rare-earth,never
            magnet,t,magnet,rare-earth,never
            oxide,t,oxide,rare-earth,never
            ore,t,ore,rare-earth,never""";

    @Test
    void swarfMustNotCountAsSeparation() {
        for (String order : List.of(IN_ORDER, SCRAP_FIRST)) {
            TracedWorld world = TracedWorld.of(swarf(order));
            Trace trace = world.trace("dy");
            assertThat(world.made(trace, "oxide", "JP", "magnet", 0, "CN")).isCloseTo(0.7255, within(FLOWS));
            assertThat(world.made(trace, "oxide", "JP", "magnet", 0, "MY")).isCloseTo(0.2745, within(FLOWS));
            assertThat(world.made(trace, "oxide", "JP", "magnet", 0, "JP")).isZero();
            assertThat(world.remade(trace, "oxide", Feed.NEW_SCRAP, "JP", "magnet", 0, "JP"))
                    .isCloseTo(0.15, within(FLOWS));
            assertThat(world.remade(trace, "oxide", Feed.NEW_SCRAP, "JP", "magnet", 0, "VN"))
                    .isCloseTo(0.05, within(FLOWS));
            assertThat(trace.stages()).containsExactly("ore", "oxide", "magnet", "scrap");
        }
    }

    @Test
    void waysMustNotLeadThroughPlantsThatDoNotExist() {
        TracedWorld world = TracedWorld.of(swarf(IN_ORDER));
        Substance dy = world.tracing().element("dy").orElseThrow();
        List<SupplyPath> ways = world.tracing().ways(dy, world.place("JP"), world.commodity("magnet"), 0, 0);
        assertThat(ways)
                .extracting(way -> told(world, way))
                .containsExactly("mine MM, ore MM, oxide CN, magnet JP", "mine MM, ore MM, oxide MY, magnet JP");
        assertThat(ways.getFirst().share()).isCloseTo(0.7255, within(FLOWS));
    }

    /// A second recipe for the magnet, without the element, is no mine of it.
    @Test
    void aRecipeWithoutTheElementMustNotMakeTheOthersScrap() {
        TextCase cases = swarf(IN_ORDER + "\nnd-oxide,t,oxide,rare-earth,")
                .table("recipes", """
                        recipe,commodity,amount
                        recover,swarf,-1
                        recover,oxide,1
                        press,oxide,-1
                        press,magnet,0.8
                        press,swarf,0.2
                        separate,ore,-1
                        separate,oxide,1
                        dig,ore,1
                        dig-nd,nd-oxide,1
                        without,nd-oxide,-1
                        without,magnet,1""")
                .table("contents", """
                        commodity,element,amount
                        ore,dy,1
                        oxide,dy,1
                        magnet,dy,1
                        swarf,dy,1
                        nd-oxide,nd,1""");
        TracedWorld world = TracedWorld.of(cases);
        assertThat(world.made(world.trace("dy"), "magnet", "JP", "magnet", 0, "JP"))
                .isCloseTo(1, within(FLOWS));
    }

    private static String told(TracedWorld world, SupplyPath way) {
        return String.join(
                ", ",
                way.links().stream()
                        .map(link ->
                                link.stage() + " " + world.tracing().sources().code(link.source()))
                        .toList());
    }

    /// A furnace that melts three parts of ore and one of old scrap; another way of the ore is three steps longer.
    private static TextCase furnace(String feedOfFurnace) {
        return TextCase.years(2025, 2025)
                .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
                .table("commodities", """
                        commodity,unit,stage,group
                        ore,t,ore,copper
                        matte,t,matte,copper
                        blister,t,blister,copper
                        metal,t,metal,copper
                        scrap,t,scrap,copper""")
                .table("contents", """
                        commodity,element,amount
                        ore,cu,1
                        matte,cu,1
                        blister,cu,1
                        metal,cu,1
                        scrap,cu,1""")
                .table("recipes", "recipe,commodity,amount,feed\n" + """
                        dig,ore,1,
                        collect,scrap,1,old-scrap
                        melt,ore,-0.75,FEED
                        melt,scrap,-0.25,
                        melt,metal,1,
                        to-matte,ore,-1,
                        to-matte,matte,1,
                        to-blister,matte,-1,
                        to-blister,blister,1,
                        to-metal,blister,-1,
                        to-metal,metal,1,""".replace("FEED", feedOfFurnace))
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        mine,AU,dig,operating,100,1,
                        yard,JP,collect,operating,20,1,
                        furnace,JP,melt,operating,80,1,1
                        matte,AU,to-matte,operating,20,1,1
                        blister,AU,to-blister,operating,20,1,1
                        metal,AU,to-metal,operating,20,1,1""")
                .table("routes", "route,from,to,commodity,cost\na,AU,JP,ore,1\nb,AU,JP,metal,1")
                .table("demands", "demand,place,use,commodity,amount\nwire,JP,wire,metal,100");
    }

    @Test
    void aPlantOnOreAndScrapMustCountAsTwo() {
        TracedWorld world = TracedWorld.of(furnace(""));
        Trace trace = world.trace("cu");
        assertThat(world.mined(trace, "JP", "metal", 0, "AU")).isCloseTo(0.8, within(FLOWS));
        assertThat(world.mined(trace, "JP", "metal", 0, "recycled")).isCloseTo(0.2, within(FLOWS));
        assertThat(world.made(trace, "metal", "JP", "metal", 0, "JP")).isCloseTo(0.6, within(FLOWS));
        assertThat(world.made(trace, "metal", "JP", "metal", 0, "AU")).isCloseTo(0.2, within(FLOWS));
        assertThat(world.made(trace, "metal", "JP", "metal", 0, "recycled")).isCloseTo(0.2, within(FLOWS));
        assertThat(world.remade(trace, "metal", Feed.OLD_SCRAP, "JP", "metal", 0, "JP"))
                .isCloseTo(0.2, within(FLOWS));
    }

    @Test
    void aLongWayRoundIsNoScrap() {
        TracedWorld world = TracedWorld.of(furnace(""));
        Trace trace = world.trace("cu");
        assertThat(world.remade(trace, "metal", Feed.NEW_SCRAP, "JP", "metal", 0, "AU"))
                .isZero();
        assertThat(world.made(trace, "blister", "JP", "metal", 0, "AU")).isCloseTo(0.2, within(FLOWS));
    }

    @Test
    void theWordOfTheCaseMustStandAboveWhatIsFound() {
        TracedWorld world = TracedWorld.of(furnace("primary"));
        Trace trace = world.trace("cu");
        assertThat(world.made(trace, "metal", "JP", "metal", 0, "JP")).isCloseTo(0.8, within(FLOWS));
        assertThat(world.remade(trace, "metal", Feed.OLD_SCRAP, "JP", "metal", 0, "JP"))
                .isZero();
        assertThat(world.mined(trace, "JP", "metal", 0, "recycled")).isCloseTo(0.2, within(FLOWS));
    }

    /// Old scrap that is sorted first, then melted; and what is made of nothing, with and without a word about it.
    @Test
    void sortedScrapMustStayOldScrap() {
        TracedWorld world = TracedWorld.of(TextCase.years(2025, 2025)
                .table("places", "place,kind,country\nAU,country,AU\nJP,country,JP")
                .table("commodities", """
                        commodity,unit,stage,group
                        sorted,t,sorted,metal
                        scrap,t,scrap,metal
                        metal,t,metal,metal
                        ore,t,ore,metal""")
                .table("recipes", """
                        recipe,commodity,amount,feed
                        dig,ore,1,
                        smelt,ore,-1,
                        smelt,metal,1,
                        yard,scrap,1,old-scrap
                        sort,scrap,-1,
                        sort,sorted,1,
                        melt,sorted,-1,
                        melt,metal,1,
                        make,metal,1,synthetic
                        turn,metal,1,new-scrap
                        plain,metal,1,""")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,min_use
                        mine,AU,dig,operating,40,1,1
                        smelter,JP,smelt,operating,40,1,1
                        yard,AU,yard,operating,30,1,1
                        sort,AU,sort,operating,30,1,1
                        melt,JP,melt,operating,30,1,1
                        make,JP,make,operating,15,1,1
                        turn,JP,turn,operating,10,1,1
                        plain,JP,plain,operating,5,1,1""")
                .table("routes", "route,from,to,commodity,cost\na,AU,JP,ore,1\nb,AU,JP,sorted,1")
                .table("demands", "demand,place,use,commodity,amount\nwire,JP,wire,metal,100"));
        Trace trace = world.own("metal");
        for (String question : List.of("mine", "metal")) {
            assertThat(world.made(trace, question, "JP", "metal", 0, "recycled"))
                    .isCloseTo(0.3, within(FLOWS));
            assertThat(world.made(trace, question, "JP", "metal", 0, "synthetic"))
                    .isCloseTo(0.15, within(FLOWS));
            assertThat(world.made(trace, question, "JP", "metal", 0, "new-scrap"))
                    .isCloseTo(0.1, within(FLOWS));
        }
        assertThat(world.mined(trace, "JP", "metal", 0, "JP")).isCloseTo(0.05, within(FLOWS));
        assertThat(world.made(trace, "metal", "JP", "metal", 0, "JP")).isCloseTo(0.45, within(FLOWS));
        assertThat(world.remade(trace, "metal", Feed.OLD_SCRAP, "JP", "metal", 0, "JP"))
                .isCloseTo(0.3, within(FLOWS));
        assertThat(world.remade(trace, "metal", Feed.SYNTHETIC, "JP", "metal", 0, "JP"))
                .isCloseTo(0.15, within(FLOWS));
    }
}
