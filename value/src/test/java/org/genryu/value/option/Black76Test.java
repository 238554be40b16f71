package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.laws.Law;
import org.genryu.value.price.PriceFactors;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.price.SchwartzSmith;
import org.junit.jupiter.api.Test;

/// Rungs: published value (Haug), identities (parity, bounds, limits), simulation within its standard error.
class Black76Test {
    /// Rounding of the normal distribution function, relative to the prices.
    private static final double EXACT = 1e-9;

    private static final double ERRORS = 4;

    @Test
    void theTextbookOptionMustHaveItsPrintedValue() {
        Black76 option = Black76.of(19, 0.28, 0.75, 0.10);
        assertThat(option.put(19).value()).isCloseTo(1.7011, within(1e-4));
        assertThat(option.call(19).value()).isCloseTo(1.7011, within(1e-4));
    }

    @Test
    void aStripAtTheMoneyMustSumToItsValueAndHaveNoIntrinsicPart() {
        double puts = 0;
        double calls = 0;
        for (int t = 1; t <= 10; t++) {
            Black76 option = Black76.of(110, 0.35, t, 0.045);
            puts += option.put(110).value();
            calls += option.call(110).value();
            assertThat(option.put(110).intrinsic()).isZero();
        }
        assertThat(puts).isCloseTo(253.482959, within(1e-5));
        assertThat(calls).isCloseTo(253.482959, within(1e-5));
    }

    @Test
    void putLessCallMustBeTheDiscountedDistanceToTheForward() {
        Law.of(31, 300).holds(input -> {
            double forward = input.real("forward", 1, 500);
            double strike = input.real("strike", 0, 500);
            double volatility = input.real("volatility", 0, 1.5);
            double years = input.real("years", 0.01, 25);
            Black76 option = Black76.of(forward, volatility, years, 0.04);
            double distance = Math.exp(-0.04 * years) * (strike - forward);
            assertThat(option.put(strike).value() - option.call(strike).value())
                    .isCloseTo(distance, within(EXACT * (forward + strike)));
            assertThat(option.put(strike).value()).isGreaterThanOrEqualTo(Math.max(distance, 0));
            assertThat(option.put(strike).time()).isGreaterThanOrEqualTo(0);
        });
    }

    @Test
    void aPutMustRiseWithVolatilityAndBeConvexInItsStrike() {
        Law.of(32, 300).holds(input -> {
            double forward = input.real("forward", 1, 500);
            double strike = input.real("strike", 0, 500);
            double volatility = input.real("volatility", 0, 1);
            double width = input.real("width", 0, 50);
            Black76 option = Black76.of(forward, volatility, 3, 0.04);
            double here = option.put(strike + width).value();
            double rounding = EXACT * (forward + strike + width);
            assertThat(Black76.of(forward, volatility + 0.1, 3, 0.04)
                            .put(strike + width)
                            .value())
                    .isGreaterThanOrEqualTo(here - rounding);
            double below = option.put(strike).value();
            double above = option.put(strike + 2 * width).value();
            assertThat(below + above).isGreaterThanOrEqualTo(2 * here - rounding);
            assertThat(above).isGreaterThanOrEqualTo(here - rounding);
            assertThat(option.put(0).value()).isZero();
        });
    }

    private static final PriceModel.MeanReverting NDPR = new PriceModel.MeanReverting(75, 95, 0.35, 0.25, 0.05);

    @Test
    void aFloorMustBeSpotSettlementsOfPutsAndAnUpsideACallSpread() {
        PriceFloor capped = new PriceFloor(110, Optional.of(new PriceFloor.Upside(0.3, 130, OptionalDouble.of(10))));
        PriceFloor.Value value =
                capped.value(NDPR, List.of(PriceFloor.Settlement.at(2, 5), PriceFloor.Settlement.at(3, 5)), 0.04);
        double puts = 0;
        double calls = 0;
        for (int t = 2; t <= 3; t++) {
            Black76 option = Black76.on(NDPR.factors(), t, t, 0.04);
            puts += 5 * option.put(110).value();
            calls += 1.5
                    * (option.call(130).value() - option.call(130 + 10 / 1.5).value());
        }
        assertThat(value.floor().value()).isCloseTo(puts, within(EXACT));
        assertThat(value.givenUp().value()).isCloseTo(calls, within(EXACT));
        assertThat(value.net()).isCloseTo(puts - calls, within(EXACT));
    }

    @Test
    void aCapMustLowerTheShareAndVanishWhenItIsHigh() {
        Law.of(33, 100).holds(input -> {
            double cap = input.real("cap", 0.1, 200);
            List<PriceFloor.Settlement> dates = List.of(PriceFloor.Settlement.at(4, 5));
            double uncapped = shared(OptionalDouble.empty(), dates);
            assertThat(shared(OptionalDouble.of(cap), dates)).isBetween(0.0, uncapped);
            assertThat(shared(OptionalDouble.of(1e9), dates)).isCloseTo(uncapped, within(EXACT));
        });
    }

    private static double shared(OptionalDouble cap, List<PriceFloor.Settlement> dates) {
        return new PriceFloor(0, Optional.of(new PriceFloor.Upside(0.3, 130, cap)))
                .value(NDPR, dates, 0.04)
                .givenUp()
                .value();
    }

    @Test
    void aFloorOnTheAverageMustBeWorthLessThanTheFloorsAndAgreeWithSimulation() {
        double[] quarters = {1.25, 1.5, 1.75, 2};
        double floors = 0;
        for (double quarter : quarters) {
            Black76 option = new Black76(NDPR.futures(quarter), NDPR.logVariance(quarter), Math.exp(-0.08));
            floors += option.put(95).value() / 4;
        }
        PriceFloor.Settlement yearly = new PriceFloor.Settlement(2, quarters, 1);
        PriceFloor.Line line =
                PriceFloor.of(95).value(NDPR, List.of(yearly), 0.04).lines().getFirst();
        assertThat(line.floor().value()).isLessThan(floors).isGreaterThan(0.8 * floors);
        int futures = 40_000;
        double[][] path = new double[1][8];
        double sum = 0;
        double squares = 0;
        for (int f = 0; f < futures; f++) {
            PriceFactors.of("p", NDPR)
                    .fill(new PriceFactors.Sampling(3, 0.25, ProbabilityMeasure.RISK_NEUTRAL), f, path);
            double average = (path[0][4] + path[0][5] + path[0][6] + path[0][7]) / 4;
            double paid = Math.exp(-0.08) * Math.max(95 - average, 0);
            sum += paid;
            squares += paid * paid;
        }
        double mean = sum / futures;
        double error = Math.sqrt((squares / futures - mean * mean) / futures);
        // Moment matching itself is off by a few thousandths here; the simulation's error is 0.3 %.
        assertThat(line.floor().value()).isCloseTo(mean, within(ERRORS * error));
    }

    /// Expected payments are of the real world, where this price is expected to be higher.
    @Test
    void theGiverMustSeeWhatItIsExpectedToPayAndAStressedYear() {
        PriceFloor.Line line = PriceFloor.of(90)
                .value(NDPR, List.of(PriceFloor.Settlement.at(3, 2)), 0)
                .lines()
                .getFirst();
        Black76 real = new Black76(NDPR.expected(3, ProbabilityMeasure.REAL_WORLD), NDPR.logVariance(3), 1);
        assertThat(line.expected())
                .isCloseTo(2 * real.put(90).value(), within(EXACT))
                .isLessThan(line.floor().value());
        assertThat(line.stressed()).isCloseTo(2 * (90 - real.quantile(0.05)), within(EXACT));
    }

    @Test
    void anOptionOnAFutureMustBeWorthLessThanOnTheSpotOfAMeanRevertingPrice() {
        SchwartzSmith price = NDPR.factors();
        double onFuture = Black76.on(price, 1, 3, 0).put(price.futures(3)).value();
        double onSpot = Black76.on(price, 3, 3, 0).put(price.futures(3)).value();
        assertThat(onFuture).isLessThan(onSpot);
        assertThat(price.futuresVariance(1, 3))
                .isCloseTo(Math.exp(-2 * 0.35 * 2) * (1 - Math.exp(-0.7)) * 0.0625 / 0.7, within(1e-12));
    }

    @Test
    void aMistakeMustBeNamed() {
        assertThatThrownBy(() -> Black76.of(0, 0.2, 1, 0))
                .hasMessage("Option: forward is 0.0; it must be above 0 and finite.");
        assertThatThrownBy(() -> new PriceFloor.Settlement(1, new double[] {2}, 1))
                .hasMessage(
                        "Settlement: a fixing is at 2.0 years; fixings must rise from today to the payment at 1.0.");
    }
}
