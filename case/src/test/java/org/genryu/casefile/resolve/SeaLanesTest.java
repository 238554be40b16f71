package org.genryu.casefile.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.genryu.casefile.Small;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.geo.Freight;
import org.genryu.geo.SeaNetwork;
import org.genryu.geo.SeaPassage;
import org.genryu.geo.Ship;
import org.junit.jupiter.api.Test;

/// What a case takes from the sea network. Rungs: by hand (blank cells filled, written ones kept), identity (closing
/// and the sum of overlapping closures), wording of faults.
class SeaLanesTest {
    private static final String PLACES =
            "place,kind,country,port\nQA,country,QA,\nJP,country,JP,jp-sodegaura\nDE,country,DE,\n";
    private static final String ROUTES = "route,from,to,commodity,cost,capacity,days,via,ship,observed\n";
    private static final double EXACT = 1e-12;

    private static Small sea(String... routes) {
        return Small.months()
                .with("places.csv", PLACES)
                .with("commodities.csv", "commodity,unit,group\nlng,t,gas\n")
                .with("recipes.csv", "recipe,commodity,amount\nwell,lng,1\n")
                .with("processes.csv", "process,place,recipe,capacity,cost\nfield,QA,well,100,1\n")
                .with("straits.csv", "strait\nhormuz\nmalacca\nsuez\n")
                .with("routes.csv", ROUTES + String.join("\n", routes) + "\n")
                .with("demands.csv", "demand,place,use,commodity,amount,shortage_cost\nheat,JP,heat,lng,30,1000\n")
                .with("stores.csv", "store,place,commodity,capacity,level\n");
    }

    private static SeaPassage.Way way(String from, String to, String... closed) {
        return (SeaPassage.Way)
                SeaNetwork.world().way(from, to, List.of(closed)).clean().orElseThrow();
    }

    private static SupplyCase.Routes routes(Small small) {
        return small.resolve().value().orElseThrow().supply().routes();
    }

    @Test
    void blankDaysStraitsAndCostMustComeFromTheNetwork() {
        Small small = sea("gulf,QA,JP,lng,,,,,lng,");
        SupplyCase.Routes routes = routes(small);
        SeaPassage.Way way = way("qa-ras-laffan", "jp-sodegaura");
        Ship lng = Ship.of("lng").orElseThrow();
        assertThat(routes.lane().days().at(0, 0)).isEqualTo(lng.days(way));
        assertThat(routes.lane().cost().at(0, 0)).isEqualTo(Freight.of(lng, way).perTonne());
        assertThat(routes.via()[0]).containsExactly("hormuz", "malacca", "singapore", "luzon");
        assertThat(routes.ship()).containsExactly("lng");
        assertThat(small.resolved().supply().world().places().port())
                .containsExactly("qa-ras-laffan", "jp-sodegaura", "de-hamburg");
        assertThat(small.resolved().log())
                .allSatisfy(entry -> assertThat(entry.cause())
                        .startsWith("routes.csv:2 from geo: " + Math.round(way.nauticalMiles())
                                + " nm via hormuz malacca"));
    }

    @Test
    void writtenValuesMustWin() {
        SupplyCase.Routes routes = routes(sea("gulf,QA,JP,lng,7,,20,malacca,lng,"));
        assertThat(routes.lane().days().at(0, 0)).isEqualTo(20);
        assertThat(routes.lane().cost().at(0, 0)).isEqualTo(7);
        assertThat(routes.via()[0]).containsExactly("malacca");
    }

    @Test
    void rowsWithoutAShipMustStayAsWritten() {
        SupplyCase.Routes routes = routes(sea("gulf,QA,JP,lng,,,,hormuz,,"));
        assertThat(routes.lane().days().at(0, 0)).isZero();
        assertThat(routes.lane().cost().at(0, 0)).isZero();
    }

    @Test
    void freightMustFollowTheUnitOfTheCommodity() {
        double tonne = routes(sea("gulf,QA,JP,lng,,,,,lng,")).lane().cost().at(0, 0);
        Small energy = sea("gulf,QA,JP,lng,,,,,lng,").with("commodities.csv", "commodity,unit,group\nlng,MMBtu,gas\n");
        Small kilo = sea("gulf,QA,JP,lng,,,,,lng,").with("commodities.csv", "commodity,unit,group\nlng,kg,gas\n");
        double perTonne = Ship.of("lng").orElseThrow().cargo().energyPerTonne().orElseThrow();
        assertThat(routes(energy).lane().cost().at(0, 0)).isCloseTo(tonne / perTonne, within(tonne));
        assertThat(routes(kilo).lane().cost().at(0, 0)).isCloseTo(tonne / 1000, within(tonne));
    }

    private static org.assertj.core.data.Offset<Double> within(double scale) {
        return org.assertj.core.data.Offset.offset(EXACT * scale);
    }

    @Test
    void aClosedStraitMustBeSailedRoundWhileItIsClosed() {
        Small small = sea("gulf,QA,JP,lng,,,,,lng,")
                .scenario("events:\n  - closure: {strait: malacca, start: 2025-03, months: 2}\n");
        double[] days = Small.row(routes(small).lane().days(), 0, 12);
        double[] cost = Small.row(routes(small).lane().cost(), 0, 12);
        Ship lng = Ship.of("lng").orElseThrow();
        SeaPassage.Way usual = way("qa-ras-laffan", "jp-sodegaura");
        SeaPassage.Way round = way("qa-ras-laffan", "jp-sodegaura", "malacca");
        for (int t = 0; t < 12; t++) {
            boolean closed = t == 2 || t == 3;
            assertThat(days[t]).as("days in month %d", t).isCloseTo(lng.days(closed ? round : usual), within(100));
            assertThat(cost[t])
                    .as("cost in month %d", t)
                    .isCloseTo(Freight.of(lng, closed ? round : usual).perTonne(), within(100));
        }
        assertThat(Small.row(routes(small).lane().capacity(), 0, 12)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void aRouteWithoutAnyWayLeftMustStop() {
        Small small = sea("gulf,QA,JP,lng,,50,,,lng,")
                .scenario("events:\n  - closure: {strait: hormuz, start: 2025-03, months: 3}\n");
        double[] capacity = Small.row(routes(small).lane().capacity(), 0, 12);
        assertThat(Arrays.copyOfRange(capacity, 0, 6)).containsExactly(50, 50, 0, 0, 0, 50);
    }

    @Test
    void overlappingClosuresMustActTogetherWhateverTheirOrder() {
        String a = "  - closure: {strait: malacca, start: 2025-02, months: 4}\n";
        String b = "  - closure: {strait: sunda, start: 2025-04, months: 4}\n";
        double[] ab = Small.row(
                routes(sea("gulf,QA,JP,lng,,,,,lng,").scenario("events:\n" + a + b))
                        .lane()
                        .days(),
                0,
                12);
        double[] ba = Small.row(
                routes(sea("gulf,QA,JP,lng,,,,,lng,").scenario("events:\n" + b + a))
                        .lane()
                        .days(),
                0,
                12);
        Ship lng = Ship.of("lng").orElseThrow();
        assertThat(ab).containsExactly(ba, within(100));
        assertThat(ab[3]).isCloseTo(lng.days(way("qa-ras-laffan", "jp-sodegaura", "malacca", "sunda")), within(100));
        assertThat(ab[6]).isCloseTo(lng.days(way("qa-ras-laffan", "jp-sodegaura", "sunda")), within(100));
    }

    @Test
    void faultsMustNameTheNearestPort() {
        Small small = sea("gulf,QA,JP,lng,,,,,lng,")
                .with(
                        "places.csv",
                        "place,kind,country,port,lat,lon\nQA,site,QA,,25.9,51.6\nJP,country,JP,jp-sodegaure,,\nDE,country,DE,,,\n");
        assertThat(small.findings(Lang.EN))
                .containsExactly(
                        "Place 'JP': port is 'jp-sodegaure'; it must be a known port of the sea network. [places.csv:3 port]"
                                + " Maybe 'jp-sodegaura' is meant.",
                        "Route 'gulf': ship is 'lng', but from 'QA' has no port; it must name a port of the sea network."
                                + " [routes.csv:2 from] Maybe 'qa-ras-laffan', 2 nm away, is meant.");
    }

    @Test
    void aCountryWithoutACoastMustBeToldItsWayOverLand() {
        Small small = sea("ore,MN,JP,lng,,,,,bulk,")
                .with("places.csv", "place,kind,country,port\nMN,country,MN,\nQA,country,QA,\nJP,country,JP,\n");
        assertThat(Small.texts(small.resolve(), Lang.EN))
                .containsExactly(
                        "Place 'MN': it has no coast; its ships sail from cn-tianjin after 1650 km over land, which are not in"
                                + " days and cost. [places.csv port]");
    }
}
