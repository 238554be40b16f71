package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.future.FutureAccount;
import org.genryu.stress.future.FutureAccount.Measure;
import org.genryu.stress.future.FutureLoss;
import org.genryu.stress.future.Tornado;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (what a ban of a month costs a fixed use), identity (workers, alone against all), random against the
/// simple version.
class StressFuturesTest {
    private static TextCase town(String amount, String cost) {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,2400,10")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,good," + amount + "," + cost)
                .scenario(
                        "cut", "start: 2027-01\nmonths: 6\nevents:\n  - ban: {from: CN, start: 2027-02, months: 1}\n");
    }

    private static Outcome<StressFutures> futures(TextCase world, StressFutures.Question question) {
        CaseFile file = world.file();
        Outcome<StressStudy.Ready> ready = StressStudy.calm(
                file, InForce.of(file), SolvedCases.NONE, BalanceOptions.DEFAULT, ProgressReport.SILENT);
        if (ready.clean().orElseThrow() instanceof StressStudy.Calm calm) {
            return StressFutures.of(calm, file.scenario("cut").orElseThrow(), question);
        }
        throw new AssertionError();
    }

    private static StressFutures.Question question(int futures, int workers) {
        return new StressFutures.Question(futures, 7, workers, OptionalDouble.empty());
    }

    /// A month's use of D/12 is lacking, each unit at its shortage cost beyond the calm price of 11: uniform from
    /// 900 to 1,500 that is 100 · 989 on average, with every amount of D drawn about once.
    @Test
    void aMonthWithoutSupplyMustCostWhatTheDrawnUseLacks() {
        StressFutures futures =
                futures(town("900..1500", "1000"), question(40, 1)).clean().orElseThrow();
        FutureAccount account = futures.all(ProgressReport.SILENT);
        assertThat(account.told()).isEqualTo(40);
        assertThat(account.shortAtHome().value()).isEqualTo(1);
        for (FutureLoss row : account.rows()) {
            double drawn = futures.draws().of(row.number())[0];
            assertThat(row.home()).isCloseTo(drawn / 12 * (1000 - 11), within(1e-6 * row.home()));
            assertThat(row.part()).isCloseTo(1, within(1e-9));
            assertThat(row.first()).isEqualTo(1);
        }
        assertThat(account.mean(Measure.HOME).value()).isCloseTo(100 * 989, within(0.005 * 100 * 989));
        assertThat(account.movers().getFirst().correlation().value()).isCloseTo(1, within(1e-12));
    }

    /// S10: a ban that ends each month with chance .25, three months of stock. Short in .75³ of the futures, by
    /// 100 · .75³/.25 on average; the stock that is short in 5 % of them would have to be of eleven months.
    @Test
    void aBanOfUnknownLengthMustBeShortAsOftenAsItsChanceSays() {
        TextCase world = TextCase.years(2027, 2031)
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,12000,10")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,good,1200,1011")
                .table("stores", "store,place,commodity,kind,capacity,level\nheap,town,good,commercial,300,300")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 60\nforesight: 0\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-01, ends: 0.25}\n");
        int n = 64;
        StressFutures futures = futures(world, question(n, 2)).clean().orElseThrow();
        FutureAccount account = futures.all(ProgressReport.SILENT);
        assertThat(account.told()).isEqualTo(n);
        // A Latin hypercube has the share to within one future.
        assertThat(account.shortAtHome().value()).isCloseTo(0.421875, within(1.0 / n));
        assertThat(account.mean(Measure.HOME).value() / 1000).isCloseTo(168.75, within(12.0));
        assertThat(futures.one(5).orElseThrow().homeCost())
                .isEqualTo(account.rows().get(5).home());
    }

    /// A rate of one in two years: of futures of two years a share of e⁻¹ never sees it.
    @Test
    void anEventMustBeginAtItsRate() {
        TextCase world = town("1200", "1000")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 24\nforesight: 0\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-01, months: 1, hazard: 0.5}\n");
        int n = 40;
        FutureAccount account =
                futures(world, question(n, 1)).clean().orElseThrow().all(ProgressReport.SILENT);
        assertThat(account.shortAtHome().value()).isCloseTo(1 - Math.exp(-1), within(1.0 / n));
    }

    /// D/12 · (V - 11) is lost: D at 960 and 1,440 (its 10 % and 90 % points) with V at its centre of 1,011, and V
    /// at 931
    /// and 1,091 with D at 1,200.
    @Test
    void oneNumberAtATimeMustMoveTheLossAsByHand() {
        StressFutures futures =
                futures(town("900..1500", "911..1111"), question(1, 1)).clean().orElseThrow();
        Tornado tornado = futures.tornado(ProgressReport.SILENT).orElseThrow();
        assertThat(tornado.central()).isCloseTo(100 * 1000.0, within(1e-3));
        Tornado.Swing first = tornado.swings().getFirst();
        assertThat(first.cell().column()).isEqualTo("amount");
        assertThat(first.atLow().orElseThrow()).isCloseTo(80 * 1000.0, within(1e-3));
        assertThat(first.atHigh().orElseThrow()).isCloseTo(120 * 1000.0, within(1e-3));
        Tornado.Swing second = tornado.swings().getLast();
        assertThat(second.low()).isCloseTo(931, within(1e-9));
        assertThat(second.atLow().orElseThrow()).isCloseTo(100 * 920.0, within(1e-3));
        assertThat(second.atHigh().orElseThrow()).isCloseTo(100 * 1080.0, within(1e-3));
    }

    /// Users keep d days of 100 a month: of a month without supply 100 (1 - d/(365/12)) are lacking, each at 1,000
    /// beyond the calm price of 11.
    @Test
    void whatUsersKeepMustBeDrawnWhereTheCaseWritesARange() {
        TextCase world = town("1200", "1011")
                .table("responses", "response,subject,users\nkeep,stock,10..20")
                .scenario(
                        "cut",
                        "start: 2027-01\nmonths: 6\nforesight: 0\nevents:\n"
                                + "  - ban: {from: CN, start: 2027-02, months: 1}\n");
        StressFutures futures = futures(world, question(12, 2)).clean().orElseThrow();
        FutureAccount account = futures.all(ProgressReport.SILENT);
        assertThat(futures.draws().cells()).hasSize(1);
        for (FutureLoss row : account.rows()) {
            double days = futures.draws().of(row.number())[0];
            assertThat(days).isBetween(10.0, 20.0);
            double lacking = 100 * (1 - days * 12 / 365);
            assertThat(row.home()).isCloseTo(1000 * lacking, within(1e-6 * row.home()));
            assertThat(futures.one(row.number()).orElseThrow().homeCost()).isEqualTo(row.home());
        }
    }

    /// D/12 · (V - 11) is lost; with a rank correlation of 1 the futures that use most are those that lose most
    /// each.
    @Test
    void numbersThatGoTogetherMustBeDrawnTogether() {
        TextCase apart = town("900..1500", "911..1111");
        TextCase tied = town("900..1500", "911..1111")
                .table(
                        "correlations",
                        "number,with,rank\ndemands/need/shortage_cost,demands/need/amount,1\n"
                                + "demands/need/amount,events/other/1/hazard,1");
        StressFutures futures = futures(tied, question(40, 2)).clean().orElseThrow();
        assertThat(futures.findings()).isEmpty();
        FutureAccount account = futures.all(ProgressReport.SILENT);
        int amount = futures.draws().cells().get(0).column().equals("amount") ? 0 : 1;
        double[][] drawn = new double[40][];
        for (FutureLoss row : account.rows()) {
            double[] values = futures.draws().of(row.number());
            double lost = values[amount] / 12 * (values[1 - amount] - 11);
            assertThat(row.home()).isCloseTo(lost, within(1e-6 * lost));
            assertThat(futures.one(row.number()).orElseThrow().homeCost()).isEqualTo(row.home());
            drawn[row.number()] = new double[] {values[amount], values[1 - amount]};
        }
        Arrays.sort(drawn, Comparator.comparingDouble(pair -> pair[0]));
        assertThat(Arrays.stream(drawn).mapToDouble(pair -> pair[1]).toArray()).isSorted();
        FutureAccount free =
                futures(apart, question(40, 2)).clean().orElseThrow().all(ProgressReport.SILENT);
        assertThat(account.quantile(Measure.HOME, .95).value())
                .isGreaterThan(free.quantile(Measure.HOME, .95).value());
        assertThat(account.quantile(Measure.HOME, .05).value())
                .isLessThan(free.quantile(Measure.HOME, .05).value());
        assertThat(account.mean(Measure.HOME).value())
                .isGreaterThan(free.mean(Measure.HOME).value());
    }

    /// The later a ban of a month begins, the less a unit that is lacking costs.
    @Test
    void whenAnEventBeginsMustGoTogetherWithANumber() {
        String events = "start: 2027-01\nmonths: 24\nforesight: 0\nevents:\n"
                + "  - ban: {from: CN, start: 2027-01, months: 1, hazard: 0.5}\n";
        TextCase tied = town("1200", "911..1111")
                .scenario("cut", events)
                .table("correlations", "number,with,rank\nevents/cut/1/hazard,demands/need/shortage_cost,-1");
        StressFutures futures = futures(tied, question(40, 1)).clean().orElseThrow();
        List<FutureLoss> struck = futures.all(ProgressReport.SILENT).rows().stream()
                .filter(row -> row.home() > 0)
                .sorted(Comparator.comparingInt(FutureLoss::first))
                .toList();
        assertThat(struck).hasSizeGreaterThan(15);
        for (int k = 1; k < struck.size(); k++) {
            if (struck.get(k).first() > struck.get(k - 1).first()) {
                assertThat(struck.get(k).home()).isLessThan(struck.get(k - 1).home());
            }
        }
    }

    @Test
    void aCorrelationOfNothingMustBeAFinding() {
        TextCase world = town("900..1500", "1000")
                .table("correlations", "number,with,rank\nresponses/supply/elasticity,demands/need/amount,0.5");
        assertThat(futures(world, question(9, 1)).clean().orElseThrow().findings())
                .extracting(finding -> finding.problem().en())
                .containsExactly("no number of that name is drawn under this scenario; the row ties nothing here.");
    }

    @Test
    void theSameFuturesMustComeFromAnyNumberOfWorkersAndAlone() {
        TextCase world = town("900..1500", "\"triangular(500, 1000, 2000)\"");
        FutureAccount one = futures(world, question(9, 1)).clean().orElseThrow().all(ProgressReport.SILENT);
        StressFutures many = futures(world, question(9, 3)).clean().orElseThrow();
        FutureAccount three = many.all(ProgressReport.SILENT);
        assertThat(many.draws().cells()).hasSize(2);
        for (int f = 0; f < 9; f++) {
            FutureLoss row = one.rows().get(f);
            assertThat(three.rows().get(f).home()).isEqualTo(row.home());
            StressAccount alone = many.one(f).orElseThrow();
            assertThat(FutureLoss.of(f, alone).home()).isEqualTo(row.home());
            assertThat(FutureLoss.of(f, alone).cost()).isEqualTo(row.cost());
        }
        assertThat(three.mean(Measure.COST)).isEqualTo(one.mean(Measure.COST));
    }

    @Test
    void aRunMustEndWhenItsMeanIsKnownWellEnough() {
        FutureAccount account = futures(
                        town("900..1500", "1000"), new StressFutures.Question(1000, 7, 2, OptionalDouble.of(0.05)))
                .clean()
                .orElseThrow()
                .all(ProgressReport.SILENT);
        assertThat(account.rows().size()).isBetween(30, 80);
        assertThat(account.isWithin(0.05)).isTrue();
    }

    @Test
    void aCaseWithoutRangesMustBeAFinding() {
        Outcome<StressFutures> none = futures(town("1200", "1000"), question(9, 1));
        assertThat(none.clean()).isEmpty();
        assertThat(TextCase.text(none, Lang.EN))
                .contains("no number that the scenario rests on was written with a range; all its futures would be the"
                        + " same.")
                .contains("Maybe what is not known can be written as a range, such as `80..120` or `100 ±15`;");
        assertThat(TextCase.text(none, Lang.JA)).contains("シナリオが拠る数値に幅のあるものがありません。どの未来も同じになります。");
    }
}
