package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.number.Correlation;
import org.genryu.laws.Law;
import org.genryu.value.Valuation;
import org.genryu.value.Valuer;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.Bankability.Answer;
import org.genryu.value.future.Bankability.Lever;
import org.genryu.value.future.Bankability.Target;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (least floor of a level project), identity (shares of the package, guarantee = riskless - risky debt,
/// linear in the cover), closed form (Merton's guarantee by simulation within four standard errors), two players.
class SupportsTest {
    private static final double ERRORS = 4;

    /// Relative; sums over a few hundred futures of a hundred terms.
    private static final double ROUNDING = 1e-9;

    private static final FutureOptions FEW = new FutureOptions(6, 256, 1);

    /// A kilotonne a year at 40 USD/kg, debt of 72 m USD at 6 % over ten level years, and a price that carries
    /// nothing.
    private static final String LEVEL = """
            id: level
            currency: USD
            price_year: 2026
            valuation_date: 2026-01
            rates: {discount: 8 %, riskless: 4 %}
            schedule: {build_start: 2026-01, build: 12 months, operate: 10 years}
            capex: {items: [{item: plant, amount: 100 MUSD}], spread: [100 %]}
            products: [{product: metal, amount: 1 kt/yr, price: metal}]
            prices: {metal: {model: flat, start: 30 USD/kg}}
            costs: [{item: all, variable: 40 USD/kg, of: metal}]
            finance:
              loans: [{loan: senior, amount: 72 MUSD, rate: 6 %, tenor: 10, shape: level}]
              period: year
            """;

    private static Project level() {
        return FuturesTest.project(LEVEL);
    }

    @Test
    void leastFloorOfALevelProjectIsCostPlusCoverTimesService() {
        FutureOptions one = new FutureOptions(1, 1, 1);
        Answer answer = Bankability.least(level(), Lever.FLOOR, 40_000, 100_000, new Target.Cover(1.4, 0.9), one);
        assertThat(answer).isInstanceOfSatisfying(Answer.Needed.class, needed -> {
            assertThat(needed.width()).isLessThan(5);
            assertThat(needed.amount()).isCloseTo(53_695.490, within(needed.width()));
        });
        assertThat(Bankability.least(level(), Lever.FLOOR, 40_000, 50_000, new Target.Cover(1.4, 0.9), one))
                .isInstanceOfSatisfying(
                        Answer.NotReachable.class,
                        no -> assertThat(no.reason().in(Lang.EN))
                                .isEqualTo("Even the most that was looked at does not reach the target."));
        assertThat(Bankability.least(level(), Lever.FLOOR, 60_000, 90_000, new Target.Cover(1.4, 0.9), one))
                .isEqualTo(new Answer.NothingNeeded());
    }

    @Test
    void waysSideBySideMustGiveWhatEachGivesAlone() {
        Project signed = Sheets.project("small");
        DebtPlan plan = DebtPlan.of(signed);
        Project bare = FinanceVariants.withSupports(signed, List.of());
        FutureOptions some = new FutureOptions(5, 700, 2);
        List<Futures.Way> ways = List.of(new Futures.Way(signed, plan), new Futures.Way(bare, plan));
        for (ProbabilityMeasure measure : ProbabilityMeasure.values()) {
            List<FutureResult> alone = ways.stream()
                    .map(way -> Futures.of(way.project(), way.plan(), measure, some))
                    .toList();
            assertThat(Futures.beside(ways, List.of(), measure, some).whole())
                    .usingRecursiveComparison()
                    .isEqualTo(alone);
            assertThat(Futures.beside(ways.subList(0, 1), ways, measure, some).joint())
                    .containsExactly(
                            alone.get(0).joint().mean(), alone.get(1).joint().mean());
        }
        assertThat(signed.finance().supports()).isNotEmpty();
    }

    @Test
    void sharesOfThePackageAddUpToWhatItBrings() {
        Valuation v = Valuer.value(Sheets.project("small"), new Valuer.Options(FEW, List.of()));
        SupportWorth.Package p = v.supports().orElseThrow();
        double shares = p.worths().stream()
                .mapToDouble(w -> w.added().orElseThrow().share().orElseThrow())
                .sum();
        assertThat(shares).isCloseTo(p.withSupport() - p.marketOnly(), within(ROUNDING * 1e9));
        SupportWorth guarantee = p.worths().get(0);
        SupportWorth floor = p.worths().get(1);
        assertThat(floor.fairValue()).isPositive();
        assertThat(floor.tailLoss()).isGreaterThan(floor.expectedLoss());
        assertThat(floor.effect().defaultWith())
                .isLessThanOrEqualTo(floor.effect().defaultWithout());
        assertThat(guarantee.coveringFee()).isPresent();
        SupportWorth.Fee fee = guarantee.coveringFee().orElseThrow();
        assertThat(guarantee.warning().isPresent()).isEqualTo(fee.rate() > fee.agreed());
        assertThat(p.worths().get(2).fairValue()).isCloseTo(grantWorth(), within(1e6));
        assertThat(v.tornado()).isNotEmpty();
    }

    /// Twenty million over thirty months from July 2026, at 4 %.
    private static double grantWorth() {
        double sum = 0;
        double[] share = {0.3, 0.5, 0.2};
        for (int k = 0; k < 30; k++) {
            sum += 20e6 * share[k / 12] / (k < 24 ? 12 : 6) * Math.pow(1.04, -(6 + k + 1) / 12.0);
        }
        return sum;
    }

    /// What a full guarantee without fee pays, less what comes back, is what riskless debt is worth more.
    @Test
    void fullGuaranteeIsRisklessLessRiskyDebtAndCoverIsLinear() {
        Project small = Sheets.project("small");
        DebtPlan plan = DebtPlan.of(small);
        Project bare = FinanceVariants.withSupports(small, List.of());
        FutureResult none = Futures.of(bare, plan, ProbabilityMeasure.RISK_NEUTRAL, FEW);
        double loss = none.loans().getFirst().loss().mean();
        assertThat(loss).isPositive();
        FutureResult full = Futures.of(FinanceVariants.cover(bare, 1), plan, ProbabilityMeasure.RISK_NEUTRAL, FEW);
        assertThat(full.supports().getFirst().loss().mean()).isCloseTo(loss, within(ROUNDING * 1e9));
        assertThat(full.loans().getFirst().lossAfterCovers().mean()).isCloseTo(0, within(ROUNDING * 1e9));
        FutureResult half = Futures.of(FinanceVariants.cover(bare, 0.5), plan, ProbabilityMeasure.RISK_NEUTRAL, FEW);
        assertThat(half.supports().getFirst().loss().mean()).isCloseTo(loss / 2, within(ROUNDING * 1e9));
    }

    @Test
    void floorsAreWorthMoreTheHigherTheyAreAndConvex() {
        List<Bankability.Rung> rungs =
                Bankability.ladder(Sheets.project("small"), List.of(90_000.0, 110_000.0, 130_000.0), FEW);
        double first = rungs.get(1).fairValue() - rungs.get(0).fairValue();
        double second = rungs.get(2).fairValue() - rungs.get(1).fairValue();
        assertThat(rungs.get(0).fairValue()).isPositive();
        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
        assertThat(rungs.get(2).defaultProbability())
                .isLessThanOrEqualTo(rungs.get(0).defaultProbability());
    }

    @Test
    void mertonsGuaranteeIsTheMeanShortfallOfSimulatedValue() {
        PriceModel value = new PriceModel.Lognormal(100, 0.04, 0.30);
        PriceLanes lanes = new PriceLanes(new PriceLanes.Setup(
                List.of("v"), List.of(value), Correlation.none(List.of("v")), ProbabilityMeasure.RISK_NEUTRAL));
        StreamingDistribution shortfall = new StreamingDistribution(65_536);
        long[] futures = new long[FutureLanes.WIDTH];
        double[] pay = new double[FutureLanes.WIDTH];
        DrawKeys keys = new DrawKeys(1);
        for (int first = 0; first < 65_536; first += FutureLanes.WIDTH) {
            keys.futures(first, futures);
            lanes.begin(first, futures);
            double[][][] year = {};
            for (int y = 0; y < 10; y++) {
                year = lanes.year(y);
            }
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                pay[i] = Math.exp(-0.4) * Math.max(0, 80 - year[0][11][i]);
            }
            shortfall.add(pay, FutureLanes.WIDTH);
        }
        Distribution d = shortfall.distribution();
        assertThat(d.mean()).isCloseTo(10.031152, within(ERRORS * d.standardError()));
        double chance = 1 - d.shareBelow(1e-12);
        assertThat(chance).isCloseTo(0.42759, within(ERRORS * 0.4948 / 256));
    }

    @Test
    void shapleyOfTwoIsOwnValueAndHalfOfWhatTheyBringTogether() {
        Law.of(78, 50).holds(input -> {
            double[] v = input.reals("v", 3, 3, -1e6, 1e6);
            double[] shares = SupportShapley.of(2, s -> s == 0 ? 0 : v[s - 1]);
            double surplus = v[2] - v[0] - v[1];
            assertThat(shares[0]).isCloseTo(v[0] + surplus / 2, within(1e-6));
            assertThat(shares[1]).isCloseTo(v[1] + surplus / 2, within(1e-6));
        });
    }

    @Test
    void shapleyOfTheGloveGame() {
        double[] shares = SupportShapley.of(3, s -> s == 0b101 || s == 0b110 || s == 0b111 ? 1 : 0);
        assertThat(shares).containsExactly(new double[] {1 / 6.0, 1 / 6.0, 4 / 6.0}, within(1e-12));
    }
}
