package org.genryu.casefile.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.casefile.Small.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.Small;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rung: by hand.
class CaseResolverTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static double[] amount(ResolvedCase resolved) {
        return row(
                resolved.supply().use().demands().amount(),
                0,
                resolved.supply().periods().count());
    }

    private static double[] capacity(ResolvedCase resolved, int process) {
        SupplyCase supply = resolved.supply();
        return row(
                supply.industry().processes().operation().capacity(),
                process,
                supply.periods().count());
    }

    private static double[] laneCapacity(ResolvedCase resolved, int lane) {
        SupplyCase supply = resolved.supply();
        return row(supply.routes().lane().capacity(), lane, supply.periods().count());
    }

    private static Small demand(String amount, String growth) {
        return Small.years()
                .with(
                        "demands.csv",
                        "demand,place,use,commodity,amount,growth,shortage_cost\nmotors,town,motor,metal," + amount
                                + "," + growth + ",1000\n");
    }

    @Test
    void growthSeriesAndChangesMustActInThisOrder() {
        ResolvedCase resolved = demand("100", "10 %")
                .with("series.csv", "table,id,column,period,value\ndemands,motors,amount,2026,50\n")
                .with(
                        "changes.csv",
                        "table,id,column,from,until,op,value\ndemands,motors,amount,2026,,multiply,2\ndemands,motors,amount,2027,,add,1\n")
                .resolved();
        assertThat(amount(resolved)).containsExactly(100, 100, 100 * Math.pow(1.1, 2) * 2 + 1);
        assertThat(resolved.log()).hasSize(3);
        assertThat(resolved.log().get(2))
                .isEqualTo(new ChangeLog.Entry(
                        "demands",
                        "motors",
                        "amount",
                        "2027",
                        100 * Math.pow(1.1, 2) * 2,
                        100 * Math.pow(1.1, 2) * 2 + 1,
                        "changes.csv:3"));
    }

    /// A table may be longer than that of the routes.
    @Test
    void aChangeMustReachRowsBeyondTheNumberOfRoutes() {
        ResolvedCase resolved = Small.years()
                .with("routes.csv", "route,from,to,commodity,cost\n")
                .with("changes.csv", "table,id,column,op,value\nprocesses,works,capacity,set,60\n")
                .resolved();
        assertThat(capacity(resolved, 1)).containsOnly(60);
    }

    @Test
    void theScenarioMustActAfterTheChangesOfTheBase() {
        ResolvedCase resolved = Small.years()
                .with("changes.csv", "table,id,column,op,value\ndemands,motors,amount,add,10\n")
                .scenario("events:\n  - surge: {demands: [motors], factor: 2, first: 2026, last: 2026}\n")
                .resolved();
        assertThat(amount(resolved)).containsExactly(40, 80, 40);
        assertThat(resolved.log().get(1).cause()).isEqualTo("scenarios/s.yaml:3 surge");
    }

    @Test
    void aDefaultMustStandWhereNothingIsWritten() {
        SupplyCase supply = Small.years().resolved().supply();
        assertThat(supply.routes().lane().capacity().at(1, 0)).isEqualTo(INF);
        assertThat(supply.routes().lane().loss().at(0, 0)).isZero();
        assertThat(supply.industry().processes().investment().life().at(0, 0)).isEqualTo(25);
        assertThat(supply.industry().processes().investment().reserve().given(0))
                .isFalse();
        assertThat(supply.industry().processes().operation().observed().given(1))
                .isFalse();
        assertThat(supply.world().commodities().disposal()[0]).isEqualTo(new SupplyCase.Disposal.Costs(0));
        assertThat(supply.info().transit()).isEqualTo(SupplyCase.Transit.OPEN);
        assertThat(supply.info().discountRate()).isEqualTo(0.05);
    }

    @Test
    void neverMustBeAnotherCaseThanAPriceOfDisposal() {
        SupplyCase supply = Small.years()
                .with("commodities.csv", "commodity,unit,group,disposal_cost\nore,t,rock,never\nmetal,t,pure,3\n")
                .resolved()
                .supply();
        assertThat(supply.world().commodities().disposal())
                .containsExactly(new SupplyCase.Disposal.Never(), new SupplyCase.Disposal.Costs(3));
    }

    @Test
    void aNumberMustBeConvertedToTheUnitOfItsColumn() {
        SupplyCase supply = Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,capacity,cost\npit,mine,dig,1 kt/d,2 USD/kg\nworks,port,smelt,40..60,5\n")
                .resolved()
                .supply();
        assertThat(supply.industry().processes().operation().capacity().at(0, 0))
                .isEqualTo(365_000);
        assertThat(supply.industry().processes().operation().cost().at(0, 0)).isEqualTo(2000);
        assertThat(supply.industry().processes().operation().capacity().at(1, 0))
                .isEqualTo(50);
    }

    @Test
    void aWindowMustShutAProcessOutsideOfItsYears() {
        ResolvedCase resolved = Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,first,last\npit,mine,dig,operating,100,,2026\n"
                                + "works,port,smelt,building,50,2026-07,\nold,port,smelt,closed,50,,\nnew,port,smelt,candidate,70,2027,\n")
                .read()
                .value()
                .map(file -> CaseResolver.resolve(file).value().orElseThrow())
                .orElseThrow();
        assertThat(capacity(resolved, 0)).containsExactly(100, 100, 0);
        assertThat(capacity(resolved, 1)).containsExactly(0, 25, 50);
        assertThat(capacity(resolved, 2)).containsExactly(0, 0, 0);
        assertThat(capacity(resolved, 3)).containsExactly(0, 0, 70);
        assertThat(resolved.supply().industry().processes().status()[3]).isEqualTo(SupplyCase.Status.CANDIDATE);
    }

    @Test
    void aChangeThatHoldsForPartOfAPeriodMustActByItsShareOfTheTime() {
        ResolvedCase resolved = Small.years()
                .with(
                        "changes.csv",
                        "table,id,column,from,until,op,value\ndemands,motors,amount,2026-04,2026-06,multiply,0\n"
                                + "demands,motors,shortage_cost,2027-07,2027-12,set,3000\n")
                .resolved();
        assertThat(amount(resolved)).containsExactly(30, 22.5, 30);
        assertThat(row(resolved.supply().use().demands().shortageCost(), 0, 3)).containsExactly(1000, 1000, 2000);
    }

    @Test
    void aSeriesByMonthMustGiveTheAverageOfTheYear() {
        ResolvedCase resolved = Small.years()
                .with(
                        "series.csv",
                        "table,id,column,period,value\ndemands,motors,amount,2025-01,42\ndemands,motors,amount,2025-02,54\n")
                .resolved();
        assertThat(amount(resolved)).containsExactly(30 + 12 / 12.0 + 24 / 12.0, 30, 30);
    }

    @Test
    void conditionsMustFollowReferences() {
        Small base = Small.years();
        assertThat(selected(base, "processes", "place.country=CN", "capacity")).containsExactly("pit");
        assertThat(selected(base, "processes", "place.country!=CN", "capacity")).containsExactly("works");
        assertThat(selected(base, "processes", "*", "capacity")).containsExactly("pit", "works");
        assertThat(selected(base, "routes", "from.country=CN & commodity.group=rock", "cost"))
                .containsExactly("sea");
        assertThat(selected(base, "routes", "via=narrows", "cost")).containsExactly("sea");
        assertThat(selected(base, "routes", "commodity=metal", "cost")).containsExactly("rail");
        assertThat(selected(base, "stores", "kind=commercial", "capacity")).containsExactly("yard");
        assertThat(selected(base, "recipes", "commodity=ore", "amount")).containsExactly("dig/ore", "smelt/ore");
    }

    private static List<String> selected(Small base, String table, String id, String column) {
        return base
                .with("changes.csv", "table,id,column,op,value\n" + table + "," + id + "," + column + ",multiply,1\n")
                .resolved()
                .log()
                .stream()
                .map(ChangeLog.Entry::id)
                .toList();
    }

    @Test
    void aConditionThatMatchesNothingMustBeTold() {
        var outcome = Small.years()
                .with("changes.csv", "table,id,column,op,value\nprocesses,place.country=US,capacity,multiply,0\n")
                .resolve();
        assertThat(Small.texts(outcome, Lang.EN))
                .containsExactly(
                        "Change 'place.country=US': id 'place.country=US' matches no row of processes; nothing was changed. [changes.csv:2 id] Maybe a word is misspelt.");
    }

    @Test
    void aChangeThatLeavesTheRangeMustBeAnError() {
        var outcome = Small.years()
                .with("changes.csv", "table,id,column,op,value\nroutes,sea,loss,add,1.2\n")
                .resolve();
        assertThat(Small.texts(outcome, Lang.EN))
                .containsExactly(
                        "Route 'sea': loss is 1.2; it must lie in [0, 1). [changes.csv:2 value] Maybe the change acts on 0.");
        assertThat(outcome.clean()).isEmpty();
    }

    @Test
    void aRouteForEverythingMustCarryOnlyWhatCanExistAndIsWanted() {
        SupplyCase supply = Small.years().resolved().supply();
        assertThat(supply.routes().size()).isEqualTo(2);
        assertThat(supply.routes().commodity()).containsExactly(0, 1);
        SupplyCase more = Small.years()
                .with(
                        "routes.csv",
                        "route,from,to,commodity\nsea,mine,port,group:rock\nback,port,mine,group:pure\nrail,port,town,*\nodd,town,mine,metal\n")
                .resolved()
                .supply();
        assertThat(more.routes().route()).containsExactly(0, 2, 3);
        assertThat(more.routes().commodity()).containsExactly(0, 1, 1);
    }

    @Test
    void throughTrafficMustBeKept() {
        SupplyCase supply = Small.years()
                .with("places.csv", "place,country\nmine,CN\nport,JP\ntown,JP\nhub,SG\n")
                .with("routes.csv", "route,from,to,commodity\na,mine,hub,*\nb,hub,port,*\nc,hub,town,*\n")
                .resolved()
                .supply();
        assertThat(supply.routes().route()).containsExactly(0, 1);
    }

    @Test
    void aBanMustCloseLanesAcrossTheBorderOnly() {
        ResolvedCase resolved = Small.months()
                .with(
                        "routes.csv",
                        "route,from,to,commodity,capacity,observed\nsea,mine,port,ore,120,80\ninner,port,town,metal,50,\n")
                .scenario(
                        "events:\n  - ban: {from: CN, start: 2025-03, months: 2}\n  - ban: {from: JP, start: 2025-03, months: 2}\n")
                .resolve()
                .value()
                .orElseThrow();
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 120, 0, 0, 120, 120, 120, 120, 120, 120, 120, 120);
        assertThat(laneCapacity(resolved, 1)).containsOnly(50);
    }

    @Test
    void theLeakOfABanMustBeAShareOfTheObservedFlow() {
        ResolvedCase resolved = Small.years()
                .scenario(
                        "events:\n  - ban: {from: CN, to: [JP], commodities: [group:rock], leak: 10 %, first: 2026, last: 2026}\n")
                .resolved();
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 8, 120);
    }

    /// Where it goes on under another line, nothing begins and nothing ends.
    @Test
    void anEventInTwoPiecesMustCutTheYearAsTheWholeDoes() {
        for (String pieces : new String[] {
            "  - ban: {from: CN, to: [JP], start: 2026-04, months: 3}\n  - ban: {from: CN, to: [JP], start: 2026-01, months: 3}\n",
            "  - ban: {from: CN, to: [JP], start: 2026-01, months: 4}\n  - ban: {from: CN, to: [JP], start: 2026-03, months: 4}\n"
        }) {
            SupplyCase supply =
                    Small.years().scenario("events:\n" + pieces).resolved().supply();
            assertThat(labels(supply)).containsExactly("2025", "2026-01..2026-06", "2026-07..2026-12", "2027");
            assertThat(row(supply.routes().lane().capacity(), 0, 4)).containsExactly(120, 0, 120, 120);
        }
    }

    @Test
    void aBanForHalfAYearMustCutTheYearAndMeanHalfOfIt() {
        ResolvedCase resolved = Small.years()
                .scenario("events:\n  - ban: {from: CN, to: [JP], start: 2026-07, months: 6}\n")
                .resolved();
        SupplyCase supply = resolved.supply();
        assertThat(labels(supply)).containsExactly("2025", "2026-01..2026-06", "2026-07..2026-12", "2027");
        assertThat(row(supply.routes().lane().capacity(), 0, 4)).containsExactly(120, 120, 0, 120);
        assertThat(row(supply.whole().routes().lane().capacity(), 0, 3)).containsExactly(120, 60, 120);
        assertThat(labels(supply.whole())).containsExactly("2025", "2026", "2027");
    }

    private static List<String> labels(SupplyCase supply) {
        return java.util.stream.IntStream.range(0, supply.periods().count())
                .mapToObj(supply.periods()::label)
                .toList();
    }

    @Test
    void aBanOfPartOfAYearMustShutAnUnlimitedLaneThen() {
        ResolvedCase resolved = Small.years()
                .scenario(
                        "events:\n  - ban: {from: port, to: [town], commodities: [metal], start: 2026-07, months: 6}\n")
                .resolved();
        assertThat(row(resolved.supply().routes().lane().capacity(), 1, 4))
                .containsExactly(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    }

    @Test
    void aShareOfWhatNobodyKnowsMustBeClosedAndTold() {
        Small small = Small.years()
                .scenario(
                        "events:\n  - quota: {from: port, to: [town], commodities: [metal], share: 50 %, start: 2026, months: 12}\n");
        assertThat(Small.texts(small.resolve(), Lang.EN))
                .containsExactly(
                        "Scenario 's': a share of what has neither capacity nor observation is a share of what the case carries without the scenario, which is not known here; it was closed. [scenarios/s.yaml:3 quota] Maybe fill in observed or capacity.");
        assertThat(Small.texts(small.resolve(), Lang.JA))
                .containsExactly(
                        "シナリオ「s」: 容量も観測値もないものの割合は、シナリオなしの計算結果に対する割合です。ここでは求められないため、全面停止としました。 [scenarios/s.yaml:3 quota] 対処案: observed か capacity を記入してください。");
        assertThat(laneCapacity(small.resolve().value().orElseThrow(), 1))
                .containsExactly(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    }

    @Test
    void aShareOfAnOpenLaneMustBeOfWhatTheBaseCarries() {
        Small small = Small.years()
                .scenario(
                        "events:\n  - quota: {from: port, to: [town], commodities: [metal], share: 50 %, start: 2026, months: 12}\n");
        CaseFile file = small.file();
        WithoutScenarioFlows base = of -> java.util.Optional.of(new WithoutScenarioFlows.Carried(
                new double[][] {{60, 60, 60}, {30, 40, 50}}, new double[][] {{60, 60, 60}, {30, 30, 30}}));
        ResolvedCase resolved =
                CaseResolver.resolve(file, file.scenario("s"), base).value().orElseThrow();
        assertThat(laneCapacity(resolved, 1)).containsExactly(Double.POSITIVE_INFINITY, 20, Double.POSITIVE_INFINITY);
        assertThat(CaseResolver.resolve(file, file.scenario("s"), WithoutScenarioFlows.LATER)
                        .findings())
                .isEmpty();
    }

    @Test
    void aLicenceMustFallToItsTroughAndRiseInAStraightLine() {
        ResolvedCase resolved = Small.months()
                .scenario("events:\n  - licence: {from: CN, to: [JP], start: 2025-03, trough: 20 %, recover: 4}\n")
                .resolved();
        assertThat(laneCapacity(resolved, 0))
                .containsExactly(new double[] {120, 120, 24, 40, 56, 72, 120, 120, 120, 120, 120, 120}, within(1e-12));
    }

    @Test
    void anEscortMustHoldOffTheClosureInItsTime() {
        ResolvedCase resolved = Small.months()
                .scenario(
                        "events:\n  - closure: {strait: narrows, start: 2025-03, months: 6}\nmeasures:\n  - escort: {strait: narrows, start: 2025-05, months: 2}\n")
                .resolved();
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 120, 0, 0, 120, 120, 0, 0, 120, 120, 120, 120);
    }

    @Test
    void aSubstituteMustMoveItsShareOfTheUse() {
        ResolvedCase resolved = Small.years()
                .with(
                        "demands.csv",
                        "demand,place,use,commodity,amount,shortage_cost\na,town,motor,metal,30,1000\nb,town,motor,ore,5,1000\nc,town,other,ore,7,1000\n")
                .scenario("measures:\n  - substitute: {use: motor, from: metal, to: ore, share: 20 %, first: 2026}\n")
                .resolved();
        PeriodColumn amount = resolved.supply().use().demands().amount();
        assertThat(row(amount, 0, 3)).containsExactly(30, 24, 24);
        assertThat(row(amount, 1, 3)).containsExactly(5, 11, 11);
        assertThat(row(amount, 2, 3)).containsExactly(7, 7, 7);
    }

    @Test
    void aPartOfAPeriodOfAChangeThatLimitsNothingMustBeTold() {
        Small small = Small.years()
                .with(
                        "changes.csv",
                        "table,id,column,from,until,op,value\nroutes,rail,capacity,2026-01,2026-06,set,0\n");
        assertThat(Small.texts(small.resolve(), Lang.EN))
                .containsExactly(
                        "Route 'rail': capacity is limited in a part of 2026 only and unlimited in the rest, so that nothing limits it there. [routes.csv capacity] Maybe a capacity must be filled in, or shorter periods are meant.");
        assertThat(Small.texts(small.resolve(), Lang.JA))
                .containsExactly(
                        "輸送路「rail」: capacity は 2026 の一部の月だけ制限され、残りは無制限のため、その期間では制約になりません。 [routes.csv capacity] 対処案: 容量を記入するか、期間を短くしてください。");
    }

    @Test
    void changesOfPartsOfAPeriodMustActEachInItsOwnMonths() {
        SupplyCase supply = Small.years().with("changes.csv", """
                        table,id,column,from,until,op,value
                        processes,pit,capacity,2026-01,2026-03,multiply,0
                        processes,pit,capacity,2026-04,2026-06,multiply,0
                        processes,pit,capacity,2026-04,2026-06,multiply,0
                        """).resolved().supply();
        assertThat(row(supply.industry().processes().operation().capacity(), 0, 3))
                .containsExactly(100, 50, 100);
    }

    @Test
    void aQuotaMustBeSplitInProportionToWhatWasObserved() {
        ResolvedCase resolved = Small.years()
                .with(
                        "routes.csv",
                        "route,from,to,commodity,capacity,observed\nsea,mine,port,ore,120,80\nair,mine,town,ore,120,20\n")
                .scenario("events:\n  - quota: {from: CN, to: [JP], amount: 50, first: 2026, last: 2026}\n")
                .resolved();
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 40, 120);
        assertThat(laneCapacity(resolved, 1)).containsExactly(120, 10, 120);
    }

    @Test
    void eachPlainShapeMustMoveItsOwnNumber() {
        ResolvedCase resolved = Small.years()
                .with("returns.csv", "use,place,from,to,lifetime_mean,collection\nmotor,town,metal,ore,5,20 %\n")
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,first,capex\npit,mine,dig,operating,100,1,,\nworks,port,smelt,candidate,50,5,2027,9\n")
                .scenario("""
                        events:
                          - tariff: {from: CN, to: [JP], rate: 25 %, first: 2026}
                          - closure: {strait: narrows, first: 2027}
                          - outage: {places: [CN], commodities: [ore], loss: 40 %, first: 2026, last: 2026}
                          - change: {table: demands, id: motors, column: shortage_cost, op: multiply, value: 2}
                        measures:
                          - thrift: {use: motor, share: 10 %, first: 2027}
                          - recycle: {use: motor, collection: 60 %, first: 2026}
                          - subsidy: {processes: [pit], amount: 0.4, first: 2027}
                          - build: {processes: [works], capacity: 60, first: 2026}
                        """)
                .resolved();
        SupplyCase supply = resolved.supply();
        assertThat(row(supply.routes().lane().tariff(), 0, 3)).containsExactly(0, 0.25, 0.25);
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 120, 0);
        assertThat(capacity(resolved, 0)).containsExactly(100, 60, 100);
        assertThat(row(supply.use().demands().shortageCost(), 0, 3)).containsOnly(2000);
        assertThat(amount(resolved)).containsExactly(30, 30, 27);
        assertThat(row(supply.use().returns().collection(), 0, 3)).containsExactly(0.2, 0.6, 0.6);
        assertThat(row(supply.industry().processes().operation().cost(), 0, 3)).containsExactly(1, 1, 0.6);
        assertThat(capacity(resolved, 1)).containsExactly(0, 60, 60);
        assertThat(supply.industry().processes().status()[1]).isEqualTo(SupplyCase.Status.OPERATING);
    }

    @Test
    void aShapeThatNeedsMonthsMustBeKeptAndTold() {
        Small small = Small.years()
                .scenario("measures:\n  - stockpile: {place: JP, commodity: metal, days: 180, release: shortage}\n");
        assertThat(small.scenario().orElseThrow().actions().getFirst().word("release"))
                .isEqualTo("shortage");
        String acting =
                "ban, licence, quota, tariff, closure, outage, surge, change, subsidy, build, recycle, substitute, thrift, escort";
        assertThat(Small.texts(small.resolve(), Lang.EN))
                .containsExactly(
                        "Scenario 's': a balance does not act on stockpile; its results are those without it. [scenarios/s.yaml:3 stockpile] Maybe another event or measure says nearly the same: `genryu balance` acts on "
                                + acting + ".");
        assertThat(Small.texts(small.resolve(), Lang.JA))
                .containsExactly(
                        "シナリオ「s」: 需給均衡では stockpile は働きません。結果はこれがない場合のものです。 [scenarios/s.yaml:3 stockpile] 対処案: 近い内容を別の事象・対策で表せないか確かめてください。`genryu balance` で働くもの: "
                                + acting.replace(", ", "、"));
        assertThat(small.resolve().findings())
                .allMatch(finding -> finding.severity() == org.genryu.core.Finding.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change: {table: demands, id: motors, column: amount, value: 9, start: 2040}",
                "ban: {from: CN, start: 2040, months: 3}",
                "ban: {from: JP, to: [CN]}",
                "closure: {strait: narrows, start: 2019, months: 3}",
                "surge: {use: none, factor: 2}"
            })
    void anEventThatMeetsNothingMustBeTold(String event) {
        assertThat(Small.texts(
                        Small.years().scenario("events:\n  - " + event + "\n").resolve(), Lang.EN))
                .singleElement()
                .asString()
                .contains(
                        "meets nothing in this case in its time, or is said by another already; nothing was changed. [scenarios/s.yaml:3")
                .endsWith(
                        "Maybe its dates lie outside the periods of the case, or no route, process or demand fits its words.");
    }

    @Test
    void suspendedAndRepealedMeasuresMustKeepTheirDates() {
        ResolvedCase resolved = Small.months()
                .scenario(
                        "events:\n  - ban: {from: CN, to: [JP], start: 2025-02, suspended_until: 2025-04, repealed: 2025-06}\n")
                .resolved();
        assertThat(laneCapacity(resolved, 0)).containsExactly(120, 120, 120, 0, 0, 120, 120, 120, 120, 120, 120, 120);
    }

    @Test
    void aCaseWithErrorsMustNotBeResolved() {
        var read = Small.years().with("places.csv", "place\nmine\nmine\n").read();
        assertThat(Small.texts(CaseResolver.resolve(read.value().orElseThrow()), Lang.EN))
                .containsExactly("Case 'small': it has errors; they must be corrected first. [case]");
    }

    @Test
    void demandCurvesMustCarryTheirReferencePrice() {
        SupplyCase supply = Small.years()
                .with(
                        "demands.csv",
                        "demand,place,use,commodity,amount,price,elasticity,curve\na,town,motor,metal,30,,,\n"
                                + "b,town,motor,metal,30,7,-0.3,\nc,town,motor,metal,30,8,-0.4,isoelastic\n")
                .resolved()
                .supply();
        assertThat(supply.use().demands().curve()[0]).isInstanceOf(SupplyCase.Curve.Fixed.class);
        assertThat(supply.use().demands().curve()[1])
                .isInstanceOfSatisfying(
                        SupplyCase.Curve.Linear.class,
                        c -> assertThat(c.price().at(1, 2)).isEqualTo(7));
        assertThat(supply.use().demands().curve()[2])
                .isInstanceOfSatisfying(
                        SupplyCase.Curve.IsoElastic.class,
                        c -> assertThat(c.elasticity()).isEqualTo(-0.4));
    }

    @Test
    void aNumberThatIsGivenForSomePeriodsOnlyMustBeAnError() {
        Small blank = Small.years()
                .with("demands.csv", "demand,place,use,commodity,amount,shortage_cost\nmotors,town,motor,metal,30,\n");
        String head = "table,id,column,period,value\n";
        String two = "demands,motors,shortage_cost,2025,1\ndemands,motors,shortage_cost,2026,2\n";
        assertThat(Small.texts(blank.with("series.csv", head + two).resolve(), Lang.EN))
                .containsExactly(
                        "Demand 'motors': shortage_cost is given for 2 of 3 whole periods, and the row has none of its own. [demands.csv shortage_cost] Maybe fill in the row too; series and changes then stand in its place.");
        ResolvedCase whole = blank.with("series.csv", head + two + "demands,motors,shortage_cost,2027,3\n")
                .resolved();
        assertThat(row(whole.supply().use().demands().shortageCost(), 0, 3)).containsExactly(1, 2, 3);
        assertThat(blank.resolved().supply().use().demands().shortageCost().given(0))
                .isFalse();
        ResolvedCase observed = Small.years()
                .with("series.csv", head + "processes,works,observed,2025,40\n")
                .resolved();
        assertThat(observed.supply()
                        .industry()
                        .processes()
                        .operation()
                        .observed()
                        .at(1, 0))
                .isEqualTo(40);
    }

    @Test
    void aCaseInWhichNothingHappensMustBeToldAndOneThingIsEnough() {
        Map<String, String> bare = new LinkedHashMap<>(Small.years().files());
        List<String> busy = List.of("processes.csv", "routes.csv", "demands.csv", "stores.csv");
        bare.keySet().removeAll(busy);
        assertThat(Small.texts(new Small(bare).resolve(), Lang.EN))
                .containsExactly(
                        "Case 'small': it is still empty: it has no process, route, store or demand; it must have"
                                + " at least one. [case.yaml] Maybe fill in the tables, or start from a copy:"
                                + " `genryu init mine --from alliance`.");
        assertThat(Small.texts(new Small(bare).resolve(), Lang.JA))
                .containsExactly("ケース「small」: まだ空です。工程、輸送路、在庫、需要のいずれもありません。少なくとも1つ必要です。 [case.yaml]"
                        + " 対処案: 表に記入するか、写しから始めてください: `genryu init mine --from alliance`。");
        assertThat(new Small(bare).resolve().clean()).isEmpty();
        Small.years().files().forEach((table, text) -> {
            if (busy.contains(table)) {
                assertThat(Small.texts(new Small(bare).with(table, text).resolve(), Lang.EN))
                        .as(table)
                        .isEmpty();
            }
        });
    }
}
