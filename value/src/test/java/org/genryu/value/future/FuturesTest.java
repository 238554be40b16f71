package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.genryu.core.number.Amount;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.RiskClasses;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rungs: random against the simple version (the fast loops against the explainable cash flow of the same worlds),
/// published value (the statistics of the benchmark model), identity (threads, covers), closed form (chances of stops
/// and seizure, anchors of the overrun).
class FuturesTest {
    /// Sums of some thousand terms of up to 1e9.
    private static final double MONEY = 1e-4;

    private static final double RATIO = 1e-9;
    private static final double ERRORS = 4;

    /// Anchors of the overrun of mines, as published.
    private static final double ANCHOR = 1e-4;

    static String sheet() {
        try (InputStream in = Objects.requireNonNull(Futures.class.getResourceAsStream("benchmark.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Project project(String sheet) {
        return Project.read("sheet.yaml", sheet).clean().orElseThrow();
    }

    private static String varied(String what) {
        return switch (what) {
            case "late" ->
                sheet().replace("operate: 22 years", "operate: 20 years, delay: {chance: 70 %, months: 3..30}");
            case "rising" ->
                sheet().replace("timing: mid", "inflation: 3 %, timing: end")
                        .replace(
                                "stage: construction",
                                "stage: construction\nsustaining_capex: 7 MUSD/yr\ndecline: 2 %");
            case "half-years" -> sheet().replace("period: year", "period: half").replace("build: 36", "build: 33");
            case "two products" ->
                sheet().replace(
                                "price: metal}]",
                                "price: metal, payable: 80 %}, {product: by, amount: 1 Mt/yr, price: other},"
                                        + " {product: waste, amount: 2 Mt/yr, disposal_cost: 3}]")
                        .replace(
                                "volatility: 25 %}}",
                                "volatility: 25 %}, other: {model: lognormal, start: 20 USD/t, volatility: 30 %}}\n"
                                        + "correlation: [[metal, other, 0.5], [metal, cost, 0.3]]");
            default -> sheet();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"as it is", "late", "rising", "half-years", "two products"})
    void fastLoopsAgreeWithTheFullCashFlowOfTheSameWorlds(String what) {
        Project project = project(varied(what));
        assertThat(KernelInputs.knows(project)).isTrue();
        DebtPlan debt = DebtPlan.of(project);
        FutureKernel kernel = new FutureKernel(KernelInputs.of(project, ProbabilityMeasure.REAL_WORLD, debt), 5);
        kernel.run(0, true);
        List<Realization> draws = PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 5, FutureLanes.WIDTH);
        for (int i = 0; i < FutureLanes.WIDTH; i++) {
            CashFlow flow = CashFlow.of(project, debt, draws.get(i));
            assertThat(kernel.value[i])
                    .as("future %s", i)
                    .isCloseTo(flow.measures().npv(), within(MONEY));
            assertThat(kernel.least[i])
                    .as("future %s", i)
                    .isCloseTo(DebtRatios.least(flow.ratios().dscr()).found().orElseThrow(), within(RATIO));
        }
    }

    /// Expected figures: two independent programs, a million paths each.
    @Test
    void statisticsOfTheBenchmarkAreThePublishedOnes() {
        Project project = project(sheet());
        Futures.Quick quick = Futures.quick(
                        project, DebtPlan.of(project), ProbabilityMeasure.REAL_WORLD, new FutureOptions(1, 200_000, 1))
                .orElseThrow();
        Distribution npv = quick.npv();
        double root = Math.sqrt(npv.futures());
        assertThat(npv.mean() / 1e6).isCloseTo(312.9, within(ERRORS * npv.standardError() / 1e6));
        assertThat(npv.deviation() / 1e6).isCloseTo(492, within(ERRORS * 492 / root));
        assertThat(npv.shareBelow(0)).isCloseTo(0.253, within(ERRORS * 0.435 / root));
        assertThat(npv.quantile(0.05) / 1e6)
                .isCloseTo(-474.5, within(ERRORS * npv.quantileError(0.05) / 1e6 + 474.5 / 256));
        assertThat(quick.least().shareBelow(1)).isCloseTo(0.4085, within(ERRORS * 0.4916 / root));
        assertThat(quick.least().mean())
                .isCloseTo(1.317, within(ERRORS * quick.least().standardError()));
    }

    @Test
    void threadsChangeNoBit() {
        Project bench = project(sheet());
        DebtPlan debt = DebtPlan.of(bench);
        Futures.Quick one = Futures.quick(bench, debt, ProbabilityMeasure.REAL_WORLD, new FutureOptions(3, 70_000, 1))
                .orElseThrow();
        Futures.Quick two = Futures.quick(bench, debt, ProbabilityMeasure.REAL_WORLD, new FutureOptions(3, 70_000, 2))
                .orElseThrow();
        same(one.npv(), two.npv());
        same(one.least(), two.least());
        Project small = Sheets.project("small");
        DebtPlan plan = DebtPlan.of(small);
        FutureResult alone = Futures.of(small, plan, ProbabilityMeasure.RISK_NEUTRAL, new FutureOptions(3, 700, 1));
        FutureResult both = Futures.of(small, plan, ProbabilityMeasure.RISK_NEUTRAL, new FutureOptions(3, 700, 2));
        same(alone.joint(), both.joint());
        same(alone.supports().get(1).net(), both.supports().get(1).net());
    }

    private static void same(Distribution a, Distribution b) {
        assertThat(Double.doubleToLongBits(a.mean())).isEqualTo(Double.doubleToLongBits(b.mean()));
        assertThat(Double.doubleToLongBits(a.deviation())).isEqualTo(Double.doubleToLongBits(b.deviation()));
        assertThat(a.futures()).isEqualTo(b.futures());
        for (double p = 0.0005; p < 1; p += 0.001) {
            assertThat(Double.doubleToLongBits(a.quantile(p))).isEqualTo(Double.doubleToLongBits(b.quantile(p)));
        }
    }

    @Test
    void stopsAndSeizuresComeAsOftenAsTheirHazardsSay() {
        Project project = project(sheet());
        int futures = 20_000;
        double stopped = 0;
        double seized = 0;
        List<Realization> draws = PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 8, futures);
        double[] share = new double[futures];
        for (int f = 0; f < futures; f++) {
            boolean[] still = draws.get(f).stopped();
            for (boolean month : still) {
                share[f] += month ? 1.0 / 264 : 0;
            }
            stopped += share[f] / futures;
            seized += draws.get(f).seized() < 300 ? 1.0 / futures : 0;
        }
        double lost = -Math.expm1(-0.004 * 25);
        assertThat(seized).isCloseTo(lost, within(ERRORS * Math.sqrt(lost * (1 - lost) / futures)));
        double spread = Arrays.stream(share).map(x -> x * x).sum() / futures;
        assertThat(stopped).isCloseTo(shareStopped(), within(ERRORS * Math.sqrt(spread / futures)));
    }

    /// Two states, month by month: running to stopped, stopped to running.
    private static double shareStopped() {
        double chance = -Math.expm1(-0.03 / 12);
        double running = 1;
        double sum = 0;
        for (int m = 0; m < 264; m++) {
            running = running * (1 - chance) + (1 - running) / 4;
            sum += 1 - running;
        }
        return sum / 264;
    }

    /// Dear metal draws the state: with a link, seized futures saw higher prices and are more; correlated stops
    /// come earlier where the price rose while the mine was built.
    @Test
    void politicsFollowThePriceWhereTheSheetSaysSo() {
        int futures = 4_096;
        List<Realization> plain = PathGenerator.first(project(sheet()), ProbabilityMeasure.REAL_WORLD, 8, futures);
        String linked = sheet().replace("politics: {", "politics: {link_to_price: 3, ");
        List<Realization> follow = PathGenerator.first(project(linked), ProbabilityMeasure.REAL_WORLD, 8, futures);
        assertThat(seized(follow)).isGreaterThan(1.3 * seized(plain));
        assertThat(meanPrice(follow, true)).isGreaterThan(1.02 * meanPrice(follow, false));
        for (int f = 0; f < futures; f++) {
            assertThat(follow.get(f).seized()).isLessThanOrEqualTo(plain.get(f).seized());
        }
        String tied = sheet() + "correlation: [[metal, stop, 0.8]]\n";
        List<Realization> together = PathGenerator.first(project(tied), ProbabilityMeasure.REAL_WORLD, 8, futures);
        assertThat(stopped(together)).isCloseTo(stopped(plain), within(0.1 * stopped(plain)));
        assertThat(priceWhenBuilt(together, true)).isGreaterThan(1.02 * priceWhenBuilt(together, false));
    }

    private static double seized(List<Realization> draws) {
        return draws.stream().filter(d -> d.seized() < 300).count();
    }

    private static double meanPrice(List<Realization> draws, boolean seized) {
        return draws.stream()
                .filter(d -> d.seized() < 300 == seized)
                .mapToDouble(d -> Arrays.stream(d.prices()[0], 0, 200).average().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static double stopped(List<Realization> draws) {
        return draws.stream().filter(d -> firstStop(d) < 300).count();
    }

    private static int firstStop(Realization draw) {
        for (int m = 0; m < draw.stopped().length; m++) {
            if (draw.stopped()[m]) {
                return m;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static double priceWhenBuilt(List<Realization> draws, boolean early) {
        return draws.stream()
                .filter(d -> firstStop(d) < 100 == early)
                .mapToDouble(d -> d.prices()[0][35])
                .average()
                .orElseThrow();
    }

    @Test
    void overrunOfMinesKeepsItsThreeAnchors() {
        int n = 1 << 16;
        double[] x = new double[n];
        double[] z = new double[FutureLanes.WIDTH];
        UncertainNumber spread = UncertainNumber.of(RiskClasses.overrun("mine"));
        for (int from = 0; from < n; from += FutureLanes.WIDTH) {
            int start = from;
            Arrays.setAll(z, i -> Amount.STANDARD.inverseCumulativeProbability((start + i + 0.5) / n));
            spread.apply(z);
            System.arraycopy(z, 0, x, from, FutureLanes.WIDTH);
        }
        double mean = Arrays.stream(x).average().orElseThrow();
        assertThat(mean).isCloseTo(1.14, within(ANCHOR));
        double outside =
                Arrays.stream(x).filter(r -> Math.abs(r / 1.14 - 1) > 0.15).count() / (double) n;
        assertThat(outside).isCloseTo(0.5, within(ANCHOR));
        double doubled = Arrays.stream(x).filter(r -> r >= 2).count() / (double) n;
        assertThat(doubled).isCloseTo(1 / 13.0, within(ANCHOR));
        assertThat(x[n / 2]).isCloseTo(1.014, within(1e-3));
    }

    @Test
    void delaysComeAsOftenAndAsLongAsTheSheetSays() {
        Project project = Sheets.project("small");
        List<Realization> draws = PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 2, 10_000);
        double late = draws.stream().filter(d -> d.delay() > 0).count() / 10_000.0;
        double mean = draws.stream().mapToInt(Realization::delay).average().orElseThrow();
        assertThat(late).isCloseTo(0.6, within(ERRORS * Math.sqrt(0.24 / 10_000)));
        assertThat(mean).isCloseTo(0.6 * 15, within(ERRORS * 8.4 / 100));
    }

    @Test
    void firstYearsOfDefaultAddUpToItsProbability() {
        Project small = Sheets.project("small");
        FutureResult r =
                Futures.of(small, DebtPlan.of(small), ProbabilityMeasure.REAL_WORLD, new FutureOptions(4, 512, 1));
        assertThat(r.defaults().until(100)).isCloseTo(r.defaults().probability(), within(RATIO));
        double before = 0;
        for (int y = 0; y < 20; y++) {
            assertThat(r.defaults().until(y)).isGreaterThanOrEqualTo(before);
            before = r.defaults().until(y);
        }
        FutureResult.LoanRisk senior = r.loans().getFirst();
        assertThat(senior.lossAfterCovers().mean())
                .isLessThanOrEqualTo(senior.loss().mean());
    }
}
