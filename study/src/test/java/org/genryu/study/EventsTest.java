package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.number.RandomDraws;
import org.genryu.results.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Events in a part of a period. By hand on one lane; then laws on random small worlds: months in place of years, an
/// event cut in two, told twice, or told in another order give the same answer.
class EventsTest {
    private static final int WORLDS = 24;

    // -- one lane: a pit, a way, a town that wants 60 t/yr

    private static Map<String, String> town(String periods, String capacity, String lane, String events) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "case.yaml", "id: town\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\nperiods: " + periods + "\n");
        files.put("places.csv", "place,kind,country\nmine,region,CN\ntown,region,JP\n");
        files.put("commodities.csv", "commodity,unit\nore,t\n");
        files.put("recipes.csv", "recipe,commodity,amount\ndig,ore,1\n");
        files.put(
                "processes.csv",
                "process,place,recipe,status,capacity,cost\npit,mine,dig,operating," + capacity + ",10 USD/t\n");
        files.put("straits.csv", "strait,name_en\nnarrows,Narrows\n");
        files.put(
                "routes.csv",
                "route,from,to,commodity,cost,capacity,observed,via\nrail,mine,town,ore,2 USD/t," + lane
                        + ",narrows\n");
        files.put(
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60 t/yr,500 USD/t\n");
        files.put("scenarios/s.yaml", "id: s\n" + events);
        return files;
    }

    private static String events(String... events) {
        return "events:\n  - " + String.join("\n  - ", events) + "\n";
    }

    private static final String YEAR = "{first: 2025, last: 2025, step: year}";
    private static final String MONTHS = "{first: 2025-01, last: 2025-12, step: month}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // six, eleven and twelve months without a way, wherever they begin
                "closure: {strait: narrows, start: 2025-01, months: 6} | 30",
                "closure: {strait: narrows, start: 2025-04, months: 6} | 30",
                "ban: {from: CN, start: 2025-01, months: 11} | 55",
                "ban: {from: CN, start: 2025-02, months: 11} | 55",
                "ban: {from: CN, start: 2025-01, months: 12} | 60",
                "ban: {from: CN, start: 2025-12, months: 12} | 5",
                // with a leak, of the 60 t/yr that the lane carries without it
                "ban: {from: CN, start: 2025-01, months: 6, leak: 20 %} | 24",
                "quota: {from: CN, share: 40 %, start: 2025-01, months: 6} | 18",
                "quota: {from: CN, amount: 24, start: 2025-01, months: 6} | 18",
                "quota: {from: CN, amount: 24 t/yr} | 36",
                "outage: {routes: rail, start: 2025-03, months: 3} | 15",
                "outage: {routes: rail, start: 2025-03, months: 3, loss: 50 %} | 7.5",
                "outage: {processes: pit, start: 2025-03, months: 3} | 15",
                // from 20 % back to all in six months: 0.8/2 of them is missing
                "licence: {from: CN, start: 2025-03, trough: 20 %, recover: 6} | 12",
                "licence: {from: CN, start: 2025-07, trough: 20 %} | 24",
                "surge: {use: tools, factor: 3, start: 2025-01, months: 6} | 0"
            })
    void anEventOfAPartOfAYearMustActInThatPart(String event, double shortfall) {
        for (String lane : List.of(",", ",60", "60,", "200,60")) {
            String pit = event.startsWith("surge") ? "" : "100";
            if (lane.equals("60,") && pit.isEmpty()) {
                continue;
            }
            assertThat(shortfall(run(town(YEAR, pit, lane, events(event)))))
                    .as("%s on a lane with capacity,observed = %s", event, lane)
                    .isCloseTo(
                            event.contains("outage: {routes") && event.contains("loss") && lane.startsWith("200")
                                    ? 0
                                    : shortfall,
                            within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // one after the other, the same twice, and overlapping
                "outage: {processes: pit, start: 2025-01, months: 3} | outage: {processes: pit, start: 2025-04, months: 3} | 30",
                "outage: {processes: pit, start: 2025-01, months: 3} | outage: {processes: pit, start: 2025-01, months: 3} | 15",
                "ban: {from: CN, start: 2025-01, months: 3} | ban: {from: CN, start: 2025-01, months: 3} | 15",
                "ban: {from: CN, start: 2025-01, months: 4} | outage: {processes: pit, start: 2025-03, months: 4} | 30",
                // the tighter of two quotas of the same base, and of a quota and an outage
                "quota: {from: CN, share: 50 %} | quota: {from: CN, share: 40 %} | 36",
                "quota: {from: CN, share: 50 %} | outage: {processes: pit, loss: 50 %} | 30",
                "outage: {processes: pit, loss: 50 %} | outage: {processes: pit, loss: 40 %} | 30",
                // demand grows once by the same event, twice by two
                "surge: {use: tools, factor: 1.5} | surge: {use: tools, factor: 1.5} | 30",
                "surge: {use: tools, factor: 1.5} | surge: {places: town, factor: 1.5} | 75",
                "licence: {from: CN, start: 2025-01, months: 3, trough: 0, recover: 12} | licence: {from: CN, start: 2025-04, months: 9, trough: 0, recover: 12} | 30"
            })
    void twoEventsMustActMomentByMoment(String first, String second, double shortfall) {
        for (String lane : List.of(",60", "60,60", "60,")) {
            assertThat(shortfall(run(town(YEAR, "60", lane, events(first, second)))))
                    .as(lane)
                    .isCloseTo(shortfall, within(1e-9));
            assertThat(shortfall(run(town(YEAR, "60", lane, events(second, first)))))
                    .as(lane)
                    .isCloseTo(shortfall, within(1e-9));
            assertThat(shortfall(run(town(MONTHS, "60", lane, events(first, second)))))
                    .as(lane)
                    .isCloseTo(shortfall, within(1e-9));
        }
    }

    @Test
    void theLongerAClosureTheMoreMustBeMissingAndTheDearerTheYear() {
        double before = -1;
        double price = 0;
        for (int months = 0; months <= 12; months++) {
            RunResult run = run(town(
                    YEAR,
                    "100",
                    ",",
                    months == 0
                            ? ""
                            : events("closure: {strait: narrows, start: 2025-01, months: %d}".formatted(months))));
            assertThat(shortfall(run)).isCloseTo(5 * months, within(1e-9)).isGreaterThan(before);
            Balance balance = run.balance().orElseThrow();
            double now = balance.markets().price()[balance.markets().find(1, 0)][0];
            assertThat(now)
                    .isCloseTo((500 * months + 12 * (12 - months)) / 12.0, within(1e-9))
                    .isGreaterThan(price);
            before = shortfall(run);
            price = now;
        }
    }

    @Test
    void datesMustBeReadAsPeopleWriteThem() {
        Map<String, String> files = town(MONTHS, "100", ",", events("ban: {from: CN, start: 2025-04-04, months: 3}"));
        files.put(
                "series.csv",
                "table,id,column,period,value\nprocesses,pit,cost,2025年10月,30\nprocesses,pit,cost,2025年度第4四半期,40\n");
        RunResult run = run(files);
        assertThat(shortfall(run)).isCloseTo(15, within(1e-9));
        Balance balance = run.balance().orElseThrow();
        assertThat(balance.markets().price()[balance.markets().find(0, 0)])
                .containsExactly(new double[] {10, 10, 10, 0, 0, 0, 10, 10, 10, 30, 10, 10}, within(1e-9));
        assertThat(shortfall(run(town(YEAR, "100", ",", events("ban: {from: CN, first: 令和7年度, last: 令和7年度}")))))
                .isCloseTo(45, within(1e-9));
        Outcome<CaseFile> fiscal =
                CaseReader.readText(town(YEAR, "100", ",", events("ban: {from: CN, first: FY2025, last: FY2025}")));
        assertThat(fiscal.findings().stream().map(f -> f.in(Lang.EN)))
                .contains(
                        "Scenario 's': first is 'FY2025'; a fiscal year is read as the Japanese one, 2025-04..2026-03; write the months if another is meant. [scenarios/s.yaml:3 first]");
        assertThat(fiscal.findings().stream().map(f -> f.in(Lang.JA)))
                .contains(
                        "シナリオ「s」: first が「FY2025」です。年度は日本の会計年度（2025-04..2026-03）として読みました。他の年度なら月で書いてください。 [scenarios/s.yaml:3 first]");
    }

    @Test
    void aFractionOfAMonthMustBeTold() {
        Outcome<CaseFile> read =
                CaseReader.readText(town(YEAR, "100", ",", events("ban: {from: CN, start: 2025-01, months: 6 weeks}")));
        assertThat(read.findings().stream().map(f -> f.in(Lang.EN)))
                .singleElement()
                .asString()
                .startsWith("Scenario 's': months is 1.38")
                .endsWith(
                        "; time goes by whole months, and 1 is used. [scenarios/s.yaml:3 ban] Maybe a whole number of months is meant.");
        assertThat(read.findings().getFirst().in(Lang.JA))
                .endsWith("です。時間は月単位なので 1 か月とします。 [scenarios/s.yaml:3 ban] 対処案: 整数の月数にしてください。");
    }

    @Test
    void whatABalanceDoesNotActOnMustBeAWarningOfTheRun() {
        RunResult run =
                run(town(YEAR, "100", ",", "measures:\n  - stockpile: {place: JP, commodity: ore, days: 90}\n"));
        assertThat(run.allFindings())
                .filteredOn(f -> f.severity() == Finding.Severity.WARNING)
                .singleElement()
                .satisfies(f -> assertThat(f.in(Lang.EN)).contains("a balance does not act on stockpile"));
    }

    /// Codes of countries that YAML and spreadsheets take for other things.
    @Test
    void aBanOfNorwayMustLeaveNamibia() {
        Map<String, String> files = town(YEAR, "100", ",", events("ban: {from: NO}"));
        files.put("places.csv", "place,kind,country\nNO,country,NO\nNA,country,NA\ntown,region,JP\n");
        files.put(
                "processes.csv",
                "process,place,recipe,status,capacity,cost\npno,NO,dig,operating,30,1\npna,NA,dig,operating,100,10\n");
        files.put("routes.csv", "route,from,to,commodity,cost\nr1,NO,town,ore,2\nr2,NA,town,ore,2\n");
        Balance balance = run(files).balance().orElseThrow();
        assertThat(balance.quantities().flow()[0][0]).isZero();
        assertThat(balance.quantities().flow()[1][0]).isCloseTo(60, within(1e-9));
    }

    /// (10 + 4/4) / 0.9^(1/4) and 15 / 0.9^(1/4).
    @Test
    void aStockThatLosesMustBePricedByItsQuarter() {
        Map<String, String> files = town("{first: 2025-Q1, last: 2025-Q2, step: quarter}", "200", ",", "");
        files.put("series.csv", "table,id,column,period,value\nprocesses,pit,cost,2025Q2,30\n");
        files.put(
                "stores.csv",
                "store,place,commodity,capacity,level,cost,loss\nbin,mine,ore,1000,0,4 USD/(t*yr),10 %\n");
        Balance balance = run(files).balance().orElseThrow();
        assertThat(balance.markets().price()[balance.markets().find(0, 0)][1])
                .isCloseTo(11 / Math.pow(0.9, 0.25), within(1e-9));
        assertThat(balance.quantities().level()[0][0]).isCloseTo(15 / Math.pow(0.9, 0.25), within(1e-9));
    }

    /// A sea lane of which no other way is left, six months of the one year: as the same case in months, but for
    /// the voyage.
    @Test
    void aSeaLaneThatIsShutForHalfAYearMustBringHalf() {
        String event = events("closure: {strait: [suez, gibraltar], start: 2025-01, months: 6}");
        Map<String, String> files = town(YEAR, "100", ",", event);
        files.put("places.csv", "place,kind,country\nSG,country,SG\nGR,country,GR\n");
        files.put("processes.csv", "process,place,recipe,status,capacity,cost\npit,SG,dig,operating,100,10\n");
        files.put("routes.csv", "route,from,to,commodity,ship\nsea,SG,GR,ore,bulk\n");
        files.put("demands.csv", "demand,place,use,commodity,amount,shortage_cost\nneed,GR,tools,ore,60,500\n");
        assertThat(shortfall(run(files))).isCloseTo(30, within(1e-9));
        files.put("case.yaml", files.getOrDefault("case.yaml", "").replace(YEAR, MONTHS));
        assertThat(shortfall(run(files))).isBetween(30.0, 35.0 + 1e-9);
    }

    // -- laws on random worlds

    /// A mine, a hub and a town: two ways from the mine, one by the hub; a dearer pit at the hub; a stock in the
    /// town.
    private static Map<String, String> world(int seed, boolean known, String periods) {
        RandomDraws draws = RandomDraws.of(seed, "events");
        String straight = capacity(draws, 1, 30, 90);
        String seen = known ? number(draws, 3, 10, 40) : observed(draws, 3, 40);
        String ways = "straight,mine,town,ore,%s,%s,%s,narrows\n".formatted(number(draws, 2, 1, 9), straight, seen);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "case.yaml",
                "id: world\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\nperiods: " + periods + "\n");
        files.put("places.csv", "place,kind,country\nmine,region,CN\nhub,region,KR\ntown,region,JP\n");
        files.put("commodities.csv", "commodity,unit\nore,t\n");
        files.put("recipes.csv", "recipe,commodity,amount\ndig,ore,1\n");
        files.put(
                "processes.csv",
                "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,%s,%s\nold,hub,dig,operating,%s,%s\n"
                        .formatted(
                                known ? number(draws, 4, 60, 120) : capacity(draws, 4, 60, 120),
                                number(draws, 5, 5, 20),
                                number(draws, 6, 10, 50),
                                number(draws, 7, 30, 80)));
        files.put("straits.csv", "strait,name_en\nnarrows,Narrows\n");
        files.put(
                "routes.csv",
                "route,from,to,commodity,cost,capacity,observed,via\n" + ways
                        + "out,mine,hub,ore,%s,%s,,\non,hub,town,ore,%s,%s,,\n"
                                .formatted(
                                        number(draws, 8, 1, 9),
                                        known ? number(draws, 9, 20, 60) : capacity(draws, 9, 20, 60),
                                        number(draws, 10, 1, 9),
                                        capacity(draws, 11, 30, 80)));
        files.put(
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,60,%s\nother,hub,toys,ore,20,%s\n"
                        .formatted(number(draws, 12, 300, 600), number(draws, 13, 100, 300)));
        files.put(
                "stores.csv",
                "store,place,commodity,capacity,level\nyard,town,ore,15,%s\n".formatted(number(draws, 14, 0, 15)));
        return files;
    }

    private static String number(RandomDraws draws, int index, double low, double high) {
        return "%.3f".formatted(low + draws.uniform(0, index) * (high - low));
    }

    private static String capacity(RandomDraws draws, int index, double low, double high) {
        return draws.uniform(1, index) < 0.4 ? "" : number(draws, index, low, high);
    }

    private static String observed(RandomDraws draws, int index, double high) {
        return draws.uniform(2, index) < 0.5 ? "" : number(draws, index, 10, high);
    }

    /// @param what shape and its keys without the time
    private record Event(String what, int from, int months) {
        String yaml() {
            return what.replace("}", ", start: %d-%02d, months: %d}".formatted(from / 12, from % 12 + 1, months));
        }
    }

    private static final List<String> KINDS = List.of(
            "ban: {from: CN, to: [JP], leak: %s}",
            "ban: {from: CN}",
            "quota: {from: CN, share: %s}",
            "quota: {from: CN, to: [JP], amount: 3%s}",
            "outage: {processes: pit, loss: %s}",
            "outage: {processes: [old]}",
            "outage: {routes: straight, loss: %s}",
            "closure: {strait: narrows, leak: %s}",
            "surge: {use: tools, factor: 1%s}",
            "subsidy: {processes: [old], amount: 2%s}");

    private static List<Event> events(int seed) {
        RandomDraws draws = RandomDraws.of(seed, "kinds");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 1 + seed % 4; i++) {
            String share = "%.2f".formatted(0.1 + 0.8 * draws.uniform(0, i));
            String kind = KINDS.get((int) (draws.uniform(1, i) * KINDS.size()));
            String value =
                    kind.contains("3%") || kind.contains("1%") || kind.contains("2%") ? share.substring(1) : share;
            int from = 2025 * 12 + (int) (draws.uniform(2, i) * 22);
            events.add(new Event(kind.formatted(value), from, 2 + (int) (draws.uniform(3, i) * 14)));
        }
        return events;
    }

    private static Map<String, String> with(Map<String, String> world, List<Event> events) {
        StringBuilder happens = new StringBuilder("events:\n");
        StringBuilder chosen = new StringBuilder("measures:\n");
        for (Event event : events) {
            (event.what.startsWith("subsidy") ? chosen : happens)
                    .append("  - ")
                    .append(event.yaml())
                    .append('\n');
        }
        Map<String, String> files = new LinkedHashMap<>(world);
        files.put("scenarios/s.yaml", "id: s\n" + happens + chosen);
        return files;
    }

    /// Where every share is of something known: what an open way carries without the events differs from month to
    /// month as stocks are drawn.
    @Test
    void monthsMustAddUpToTheYear() {
        for (int seed = 0; seed < WORLDS; seed++) {
            List<Event> events = events(seed);
            RunResult years = run(with(world(seed, true, "{first: 2025, last: 2026, step: year}"), events));
            RunResult months = run(with(world(seed, true, "{first: 2025-01, last: 2026-12, step: month}"), events));
            mustAgree(seed, years, months);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{first: 2025, last: 2026, step: year}", "{first: 2025-Q1, last: 2026-Q4, step: quarter}"})
    void anEventCutInTwoToldTwiceOrInAnotherOrderMustGiveTheSame(String periods) {
        for (int seed = 0; seed < WORLDS; seed++) {
            List<Event> events = events(seed);
            Map<String, String> world = world(seed, false, periods);
            RunResult once = run(with(world, events));
            List<Event> other = new ArrayList<>(events);
            Event first = other.removeFirst();
            int half = first.months / 2;
            other.add(new Event(first.what, first.from + half, first.months - half));
            other.add(new Event(first.what, first.from, half));
            mustAgree(seed, once, run(with(world, other)));
            other = new ArrayList<>(events);
            other.addAll(events);
            mustAgree(seed, once, run(with(world, other)));
            other = new ArrayList<>(events);
            other.add(new Event(first.what, first.from + 1, first.months - 1));
            Collections.reverse(other);
            mustAgree(seed, once, run(with(world, other)));
        }
    }

    private static void mustAgree(int seed, RunResult one, RunResult two) {
        String as = "world %d".formatted(seed);
        double objective = one.balance().orElseThrow().objective();
        assertThat(two.balance().orElseThrow().objective())
                .as(as)
                .isCloseTo(objective, within(1e-7 * (1 + Math.abs(objective))));
        assertThat(shortfall(two)).as(as).isCloseTo(shortfall(one), within(1e-6));
    }

    // -- what comes back

    private static Map<String, String> stock(String life, String periods, String scenario) {
        Map<String, String> files = town(periods, "200", ",", "");
        files.put("scenarios/s.yaml", "id: s\n" + scenario);
        files.put("commodities.csv", "commodity,unit\nore,t\nscrap,t\n");
        files.put(
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,100,500\nscr,town,melt,scrap,1000,1\n");
        files.put(
                "returns.csv",
                "use,place,from,to,lifetime_mean,lifetime_sd,shape,collection\ntools,town,ore,scrap," + life + ",1\n");
        return files;
    }

    private static void allNear(double[] all, double value) {
        double[] wanted = new double[all.length];
        java.util.Arrays.fill(wanted, value);
        assertThat(all).containsExactly(wanted, within(1e-9));
    }

    private static double[] returned(Map<String, String> files) {
        return run(files).balance().orElseThrow().quantities().returned()[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3,2,weibull", "3,2,normal", "3,2,lognormal", "3,0,fixed", "12,4,lognormal", "1.2,1,weibull"})
    void aSteadyStockMustGiveBackAllThatComesIn(String life) {
        assertThat(returned(stock(life, "{first: 2025, last: 2034, step: year}", "")))
                .hasSize(10)
                .satisfies(all -> allNear(all, 100));
        assertThat(returned(stock(life, "{first: 2025-Q1, last: 2026-Q4, step: quarter}", "")))
                .satisfies(all -> allNear(all, 25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events: [{surge: {use: tools, factor: 2, start: 2026}}]",
                "events: [{surge: {use: tools, factor: 2, start: 2025, months: 6}}]",
                "measures: [{thrift: {use: tools, share: 50 %, start: 2026}}]"
            })
    void theFutureMustNotChangeThePast(String scenario) {
        double[] back = returned(stock("10,0,fixed", "{first: 2025, last: 2034, step: year}", scenario + "\n"));
        assertThat(back).satisfies(all -> allNear(all, 100));
    }

    @Test
    void whatIsUsedInAPartOfAYearMustComeBackInItsYear() {
        double[] back = returned(
                stock(
                        "2,0,fixed",
                        "{first: 2025, last: 2029, step: year}",
                        "events: [{surge: {use: tools, factor: 2, start: 2025, months: 6}}, {ban: {from: CN, start: 2027-04, months: 3}}]\n"));
        assertThat(back).containsExactly(new double[] {100, 100, 150, 100, 75}, within(1e-9));
    }

    private static RunResult run(Map<String, String> files) {
        Outcome<CaseFile> read = CaseReader.readText(files);
        assertThat(read.clean()).as("%s", read.findings()).isPresent();
        RunOptions question = RunOptions.BASE.with(BalanceOptions.DEFAULT.uncalibrated());
        return Study.answer(
                        read.clean().orElseThrow(), read.findings(), question.in("s"), "test", ProgressReport.SILENT)
                .value()
                .orElseThrow();
    }

    private static double shortfall(RunResult run) {
        Balance.Quantities quantities = run.balance().orElseThrow().quantities();
        double sum = 0;
        for (int d = 0; d < quantities.wanted().length; d++) {
            for (int t = 0; t < quantities.wanted()[d].length; t++) {
                sum += quantities.wanted()[d][t] - quantities.served()[d][t];
            }
        }
        return sum;
    }
}
