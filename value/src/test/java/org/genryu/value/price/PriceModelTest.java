package org.genryu.value.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, closed form (each model in the terms of its own paper), published value (Schwartz and Smith's oil).
class PriceModelTest {
    /// Printed digits of the published curve.
    private static final double PRINTED = 1e-4;

    /// Rounding of a few exponentials.
    private static final double EXACT = 1e-10;

    static final SchwartzSmith OIL = new SchwartzSmith(
            new SchwartzSmith.ShortTerm(0, 1.49, 0.286, 0.157), new SchwartzSmith.LongTerm(20, 0, 0.0115, 0.145), 0.3);

    private static PriceModel.TwoFactor copper(double lambda) {
        return new PriceModel.TwoFactor(
                50, 0.1, 0.03, 0.3, new PriceModel.ConvenienceYield(0, 0, 1, 0.5, lambda), 0.75);
    }

    @Test
    void theOilCurveMustBeThePublishedOne() {
        double[] months = {1, 5, 9, 13, 17, 60};
        double[] curve = {19.8709, 19.4879, 19.2828, 19.2027, 19.2050, 20.5437};
        for (int i = 0; i < months.length; i++) {
            assertThat(OIL.futures(months[i] / 12)).isCloseTo(curve[i], within(PRINTED));
        }
        assertThat(OIL.halfLife()).isCloseTo(0.4652, within(PRINTED));
    }

    @Test
    void theTwoFactorModelMustGiveItsFuturesPrice() {
        assertThat(copper(0).futures(1)).isCloseTo(50.483572, within(1e-6));
    }

    @Test
    void aLargerPremiumOfTheConvenienceYieldMustRaiseTheCurve() {
        assertThat(copper(0.1).futures(2)).isGreaterThan(copper(0).futures(2));
    }

    /// The formula of Schwartz (1997), model 2, as printed.
    @Test
    void theTwoFactorCurveMustBeTheOneOfItsPaper() {
        Law.of(20251121, 200).holds(input -> {
            double k = input.real("k", 0.1, 3);
            double alpha = input.real("alpha", -0.2, 0.2);
            double s2 = input.real("s2", 0.05, 0.6);
            double rho = input.real("rho", -0.95, 0.95);
            double time = input.real("time", 0, 10);
            double s1 = 0.35;
            double r = 0.05;
            double delta = 0.07;
            double lambda = 0.12;
            PriceModel.TwoFactor model = new PriceModel.TwoFactor(
                    80, 0.1, r, s1, new PriceModel.ConvenienceYield(delta, alpha, k, s2, lambda), rho);
            double a = alpha - lambda / k;
            double once = 1 - Math.exp(-k * time);
            double twice = 1 - Math.exp(-2 * k * time);
            double big = (r - a + s2 * s2 / (2 * k * k) - s1 * s2 * rho / k) * time
                    + s2 * s2 * twice / (4 * k * k * k)
                    + (k * a + s1 * s2 * rho - s2 * s2 / k) * once / (k * k);
            double curve = 80 * Math.exp(big - delta * once / k);
            assertThat(model.futures(time) / curve).isCloseTo(1, within(1e-9));
            // The variance of a futures price is a difference of terms as large as s2²/k³: rounding grows with
            // them.
            double option = time / 2;
            double up = Math.exp(k * option) - 1;
            double variance = s1 * s1 * option
                    + 2 * s1 * s2 * rho / k * (Math.exp(-k * time) * up / k - option)
                    + s2
                            * s2
                            / (k * k)
                            * (option
                                    + Math.exp(-2 * k * time) * (Math.exp(2 * k * option) - 1) / (2 * k)
                                    - 2 * Math.exp(-k * time) * up / k);
            assertThat(model.factors().futuresVariance(option, time)).isCloseTo(variance, within(1e-8));
        });
    }

    @Test
    void theOneFactorCurveMustBeTheOneOfItsPaper() {
        Law.of(20251121, 200).holds(input -> {
            double k = input.real("k", 0.05, 3);
            double s = input.real("s", 0, 0.8);
            double lambda = input.real("lambda", -0.5, 0.5);
            double time = input.real("time", 0, 20);
            PriceModel.MeanReverting model = new PriceModel.MeanReverting(75, 95, k, s, lambda);
            double fall = Math.exp(-k * time);
            double curve = Math.exp(fall * Math.log(75)
                    + (1 - fall) * (Math.log(95) - s * s / (2 * k) + s * s / (2 * k) - lambda)
                    + s * s / (4 * k) * (1 - fall * fall));
            assertThat(model.futures(time) / curve).isCloseTo(1, within(EXACT));
            assertThat(new PriceModel.MeanReverting(75, 95, k, s).futures(time))
                    .isEqualTo(
                            new PriceModel.MeanReverting(75, 95, k, s).expected(time, ProbabilityMeasure.REAL_WORLD));
        });
    }

    @Test
    void aCurveMustBeginAtTheSpotPrice() {
        Law.of(20251121, 100).holds(input -> {
            double start = input.real("start", 0.01, 1000);
            double s = input.real("s", 0, 1);
            List<PriceModel> models = List.of(
                    new PriceModel.Flat(start),
                    new PriceModel.Lognormal(start, 0.02, s, 0.01),
                    new PriceModel.MeanReverting(start, 2 * start, 0.35, s, 0.1),
                    new PriceModel.TwoFactor(
                            start, 0.1, 0.03, s, new PriceModel.ConvenienceYield(0.05, 0.02, 1.2, 0.3, 0.1), 0.5),
                    new PriceModel.Index(start, 0.02, 0.02, 0.4, 0.01),
                    new PriceModel.WithJumps(new PriceModel.Lognormal(start, 0, s), 2, -0.1, 0.2),
                    new PriceModel.Table(new double[] {start, 2}, 1));
            for (PriceModel model : models) {
                assertThat(model.futures(0) / start).isCloseTo(1, within(EXACT));
                assertThat(model.expected(0, ProbabilityMeasure.REAL_WORLD) / start)
                        .isCloseTo(1, within(EXACT));
                assertThat(model.start() / start).isCloseTo(1, within(EXACT));
                assertThat(model.logVariance(0)).isZero();
            }
        });
    }

    @Test
    void aLognormalPriceMustGrowByItsDriftAndInTheCurveByDriftLessPremium() {
        PriceModel gbm = new PriceModel.Lognormal(10, 0.05, 0.4, 0.03);
        assertThat(gbm.expected(3, ProbabilityMeasure.REAL_WORLD)).isCloseTo(10 * Math.exp(0.15), within(EXACT));
        assertThat(gbm.futures(3)).isCloseTo(10 * Math.exp(0.06), within(EXACT));
        assertThat(gbm.logVariance(3)).isCloseTo(0.48, within(EXACT));
    }

    /// r falls from 4 % to 2 % at rate 1/2: the index grows by 2 % T + 2 % (1 - e^{-T/2})/(1/2).
    @Test
    void anIndexMustCompoundItsRate() {
        PriceModel calm = new PriceModel.Index(1, 0.04, 0.02, 0.5, 0);
        assertThat(calm.expected(3, ProbabilityMeasure.REAL_WORLD))
                .isCloseTo(Math.exp(0.06 + 0.02 * (1 - Math.exp(-1.5)) / 0.5), within(EXACT));
        double once = 1 - Math.exp(-1.5);
        double variance = 0.01 * 0.01 / 0.25 * (3 - 2 * once / 0.5 + (1 - Math.exp(-3)) / 1);
        assertThat(new PriceModel.Index(1, 0.04, 0.02, 0.5, 0.01).logVariance(3))
                .isCloseTo(variance, within(1e-12));
    }

    /// Jumps that stay: exp(λT(e^{m+d²/2} - 1)); jumps that fade slowly come near them.
    @Test
    void jumpsMustLiftTheExpectationByTheirClosedForm() {
        PriceModel flat = new PriceModel.Flat(100);
        double lift = 0.5 * 4 * (Math.exp(0.2 + 0.02) - 1);
        assertThat(new PriceModel.WithJumps(flat, 0.5, 0.2, 0.2).futures(4))
                .isCloseTo(100 * Math.exp(lift), within(EXACT));
        assertThat(new PriceModel.WithJumps(flat, 0.5, 0.2, 0.2, 1e-7).futures(4))
                .isCloseTo(100 * Math.exp(lift), within(1e-3));
        // Without size there is no lift, whatever fades.
        assertThat(new PriceModel.WithJumps(flat, 3, 0, 0, 2).futures(4)).isCloseTo(100, within(EXACT));
    }

    @Test
    void aTableMustGiveThePriceOfThePeriodThatHoldsTheTime() {
        PriceModel.Table table = new PriceModel.Table(new double[] {1, 2, 3}, 1);
        assertThat(table.at(0)).isEqualTo(1);
        assertThat(table.at(12 * (1 / 12.0))).isEqualTo(1);
        assertThat(table.at(13 / 12.0)).isEqualTo(2);
        assertThat(table.at(40)).isEqualTo(3);
    }

    @Test
    void aMistakeMustBeNamed() {
        assertThatThrownBy(() -> new PriceModel.MeanReverting(75, 95, 0, 0.2))
                .hasMessage("Price model: reversion is 0.0; it must be above 0 and finite.");
        assertThatThrownBy(() -> new PriceModel.Lognormal(Double.NaN, 0, 0.2))
                .hasMessage("Price model: start is NaN; it must be above 0 and finite.");
        assertThatThrownBy(() -> OIL.futuresVariance(2, 1))
                .hasMessage("Price model: time is 2.0 years; it must lie between 0 and the delivery in 1.0 years.");
    }
}
