package org.genryu.value.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.number.RandomDraws;
import org.junit.jupiter.api.Test;

/// Rungs: second implementation (the filter against the joint normal density), recovery of known parameters within
/// their standard errors. The truth of the recovery is the oil of Schwartz and Smith (2000): k 1.49, s_χ 28.6 %, l
/// 15.7 %, s_ξ 14.5 %, μ* 1.15 %, ρ 0.3; the drift and the errors of the contracts are chosen, of the size that they
/// found.
class CalibrationTest {
    /// Three standard errors: one miss in 370 for a single number, and the seed is fixed.
    private static final double ERRORS = 3;

    private static final double[] MATURITIES = {1 / 12.0, 5 / 12.0, 9 / 12.0, 13 / 12.0, 17 / 12.0};
    private static final double[] NOISE = {0.042, 0.006, 0.003, 0.003, 0.004};
    private static final SchwartzSmith OIL = new SchwartzSmith(
            new SchwartzSmith.ShortTerm(0.1, 1.49, 0.286, 0.157),
            new SchwartzSmith.LongTerm(20, -0.0125, 0.0115, 0.145),
            0.3);

    private static FuturesPanel simulated(SchwartzSmith model, int weeks, long seed) {
        RandomDraws draws = RandomDraws.of(seed, "panel");
        double step = 7 / 365.0;
        TwoFactorStep move = model.transition(step, ProbabilityMeasure.REAL_WORLD);
        double chi = model.shortTerm().start();
        double xi = Math.log(model.longTerm().start());
        List<List<FuturesPanel.Quote>> dates = new ArrayList<>();
        for (int t = 0; t < weeks; t++) {
            if (t > 0) {
                double z = draws.normal(0, t);
                double w = move.split() * draws.normal(1, t);
                chi = move.decay() * chi + move.shortLead() * z + w;
                xi += move.longShift() + move.longLead() * z - w;
            }
            SchwartzSmith.ShortTerm part = model.shortTerm();
            SchwartzSmith now = new SchwartzSmith(
                    new SchwartzSmith.ShortTerm(chi, part.reversion(), part.volatility(), part.premium()),
                    new SchwartzSmith.LongTerm(
                            Math.exp(xi),
                            model.longTerm().drift(),
                            model.longTerm().riskNeutralDrift(),
                            model.longTerm().volatility()),
                    model.correlation());
            List<FuturesPanel.Quote> curve = new ArrayList<>();
            for (int j = 0; j < MATURITIES.length; j++) {
                double price = now.futures(MATURITIES[j]) * Math.exp(NOISE[j] * draws.normal(2 + j, t));
                curve.add(new FuturesPanel.Quote(j, MATURITIES[j], price));
            }
            dates.add(curve);
        }
        return new FuturesPanel(dates, MATURITIES.length, step);
    }

    @Test
    void theOilParametersMustBeRecoveredWithinTheirStandardErrors() {
        Calibration found = SchwartzSmithFit.of(simulated(OIL, 260, 11));
        assertThat(found).isInstanceOf(Calibration.Fitted.class);
        if (found instanceof Calibration.Fitted fitted) {
            near(fitted, "reversion", 1.49);
            near(fitted, "shortTerm.volatility", 0.286);
            near(fitted, "premium", 0.157);
            near(fitted, "drift", -0.0125);
            near(fitted, "longTerm.volatility", 0.145);
            near(fitted, "riskNeutralDrift", 0.0115);
            near(fitted, "correlation", 0.3);
            near(fitted, "error 1", 0.042);
            near(fitted, "error 5", 0.004);
            double drift = fitted.parameter("drift").orElseThrow().error().orElseThrow();
            assertThat(drift).isCloseTo(0.145 / Math.sqrt(5), within(0.03));
            assertThat(fitted.aic()).isCloseTo(24 - 2 * fitted.logLikelihood(), within(1e-9));
            // The filter's own errors make the truth no likelier than what was found.
            double truth = new KalmanFilter(simulated(OIL, 260, 11), unit(OIL), NOISE).run();
            assertThat(fitted.logLikelihood()).isGreaterThanOrEqualTo(truth);
            assertThat(fitted.logLikelihood() - truth).isLessThan(20);
        }
    }

    private static SchwartzSmith unit(SchwartzSmith model) {
        SchwartzSmith.ShortTerm part = model.shortTerm();
        SchwartzSmith.LongTerm level = model.longTerm();
        return new SchwartzSmith(
                new SchwartzSmith.ShortTerm(0, part.reversion(), part.volatility(), part.premium()),
                new SchwartzSmith.LongTerm(1, level.drift(), level.riskNeutralDrift(), level.volatility()),
                model.correlation());
    }

    private static void near(Calibration.Fitted fitted, String name, double truth) {
        Calibration.Parameter it = fitted.parameter(name).orElseThrow();
        assertThat(it.value())
                .as(name)
                .isCloseTo(truth, within(ERRORS * it.error().orElseThrow()));
    }

    /// Two dates, one contract: the density of two correlated normals, written out.
    @Test
    void theFilterMustGiveTheJointDensity() {
        double step = 0.5;
        FuturesPanel panel = new FuturesPanel(
                List.of(
                        List.of(new FuturesPanel.Quote(0, 0.25, 21), new FuturesPanel.Quote(0, 0.25, 21)),
                        List.of(new FuturesPanel.Quote(0, 0.25, 19), new FuturesPanel.Quote(0, 0.25, 22)),
                        List.of(),
                        List.of(new FuturesPanel.Quote(0, 0.25, 19), new FuturesPanel.Quote(0, 0.25, 20)),
                        List.of(new FuturesPanel.Quote(0, 0.25, 23), new FuturesPanel.Quote(0, 0.25, 23))),
                1,
                step);
        double error = 0.05;
        SchwartzSmith model = unit(OIL);
        double[] times = {0, 0, 0.5, 0.5, 1.5, 1.5, 2, 2};
        double[] prices = {21, 21, 19, 22, 19, 20, 23, 23};
        int n = times.length;
        double load = Math.exp(-1.49 * 0.25);
        double[][] covariance = new double[n][n];
        double[] gap = new double[n];
        double stationary = 0.286 * 0.286 / (2 * 1.49);
        for (int i = 0; i < n; i++) {
            gap[i] = Math.log(prices[i]) - Math.log(21) + 0.0125 * times[i] - Math.log(model.futures(0.25));
            for (int j = 0; j < n; j++) {
                double early = Math.min(times[i], times[j]);
                double late = Math.max(times[i], times[j]);
                double once = 0.3 * 0.286 * 0.145 * (1 - Math.exp(-1.49 * early)) / 1.49;
                covariance[i][j] = load * load * stationary * Math.exp(-1.49 * (late - early))
                        + 10
                        + 0.145 * 0.145 * early
                        + load * once * (1 + Math.exp(-1.49 * (late - early)))
                        + (i == j ? error * error : 0);
            }
        }
        assertThat(new KalmanFilter(panel, model, new double[] {error}).run())
                .isCloseTo(density(covariance, gap), within(1e-7));
    }

    /// ln of the normal density, by Cholesky.
    private static double density(double[][] covariance, double[] gap) {
        int n = gap.length;
        double[][] lower = new double[n][n];
        double[] z = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
            double rest = gap[i];
            for (int k = 0; k < i; k++) {
                rest -= lower[i][k] * z[k];
            }
            z[i] = rest / lower[i][i];
            sum -= Math.log(2 * Math.PI) / 2 + Math.log(lower[i][i]) + z[i] * z[i] / 2;
        }
        return sum;
    }

    @Test
    void aRevertingPriceMustBeRecoveredFromItsHistory() {
        PriceModel.MeanReverting truth = new PriceModel.MeanReverting(75, 95, 1.2, 0.25);
        Calibration found = new SpotHistory(path(truth, 600), 1 / 12.0).meanReverting();
        assertThat(found).isInstanceOf(Calibration.Fitted.class);
        if (found instanceof Calibration.Fitted fitted) {
            near(fitted, "level", 95);
            near(fitted, "reversion", 1.2);
            near(fitted, "volatility", 0.25);
            assertThat(fitted.aic())
                    .isLessThan(new SpotHistory(path(truth, 600), 1 / 12.0)
                            .lognormal()
                            .aic());
        }
    }

    @Test
    void aDriftingPriceMustBeRecoveredFromItsHistory() {
        PriceModel.Lognormal truth = new PriceModel.Lognormal(10, 0.08, 0.3);
        Calibration.Fitted fitted = new SpotHistory(path(truth, 600), 1 / 12.0).lognormal();
        near(fitted, "drift", 0.08);
        near(fitted, "volatility", 0.3);
    }

    private static double[] path(PriceModel model, int months) {
        double[][] path = new double[1][months];
        PriceFactors.of("p", model)
                .fill(new PriceFactors.Sampling(5, 1 / 12.0, ProbabilityMeasure.REAL_WORLD), 0, path);
        return path[0];
    }

    @Test
    void aPriceThatRunsAwayMustNotBeFittedAsReverting() {
        double[] away = new double[20];
        for (int t = 0; t < away.length; t++) {
            away[t] = Math.exp(0.01 * t * t + 0.001 * (t % 2));
        }
        Calibration found = new SpotHistory(away, 1).meanReverting();
        assertThat(found).isInstanceOf(Calibration.NotFitted.class);
        if (found instanceof Calibration.NotFitted(var reason, var instead)) {
            assertThat(reason.en()).startsWith("The history shows no return to a level: the slope");
            assertThat(instead).isPresent();
        }
    }

    @Test
    void aMistakeMustBeNamed() {
        assertThatThrownBy(() -> new SpotHistory(new double[] {1, 2}, 1))
                .hasMessage("Price history: it has 2 prices; 4 or more are needed.");
    }
}
