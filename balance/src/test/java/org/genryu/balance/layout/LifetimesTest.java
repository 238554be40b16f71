package org.genryu.balance.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.casefile.SupplyCase.Lifetime;
import org.genryu.casefile.SupplyCase.Lifetime.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Published values (the cohort tests of the material flow field) and moments: never a distribution by copied values
/// alone.
class LifetimesTest {
    @Test
    void fixedLifeMustReturnTheInflowOfItsYear() {
        assertThat(outflow(new Lifetime(Shape.FIXED, 5, 0)))
                .containsExactly(new double[] {0, 0, 0, 0, 0, 1, 2, 3, 4, 5}, within(1e-12));
    }

    @Test
    void normalLifeMustGiveThePublishedOutflow() {
        assertThat(outflow(new Lifetime(Shape.NORMAL, 5, 1.5)))
                .containsExactly(
                        new double[] {
                            .00042906,
                            .00425944,
                            .02700957,
                            .11822079,
                            .37071333,
                            .87071333,
                            1.61822079,
                            2.52700957,
                            3.50425944,
                            4.50042906
                        },
                        within(1e-8));
    }

    private static final double[] NORMAL_STOCK = {
        .99957094,
        2.99531150,
        5.96830193,
        9.85008113,
        14.47936780,
        19.60865447,
        24.99043368,
        30.46342411,
        35.95916467,
        41.45873561
    };

    @Test
    void stockMustBeTheInflowLessTheOutflowSoFar() {
        assertThat(stock(new Lifetime(Shape.FIXED, 5, 0)))
                .containsExactly(new double[] {1, 3, 6, 10, 15, 20, 25, 30, 35, 40}, within(1e-12));
        assertThat(stock(new Lifetime(Shape.NORMAL, 5, 1.5))).containsExactly(NORMAL_STOCK, within(1e-8));
    }

    @Test
    void aWantedStockMustGiveItsInflowAgain() {
        assertThat(Lifetimes.inflowFor(NORMAL_STOCK, new Lifetime(Shape.NORMAL, 5, 1.5)))
                .containsExactly(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, within(1e-7));
        double[] fallsTooFast = {10, 1};
        assertThat(Lifetimes.inflowFor(fallsTooFast, new Lifetime(Shape.FIXED, 5, 0))[1])
                .isEqualTo(-9);
    }

    private static double[] stock(Lifetime life) {
        double[] out = outflow(life);
        double[] stock = new double[out.length];
        for (int t = 0; t < out.length; t++) {
            stock[t] = (t == 0 ? 0 : stock[t - 1]) + t + 1 - out[t];
        }
        return stock;
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"NORMAL", "LOGNORMAL", "WEIBULL"})
    void meanAndDeviationMustBeThoseAskedFor(Shape shape) {
        Lifetime life = new Lifetime(shape, 12, 3);
        double mean = 0;
        double square = 0;
        double step = 1e-3;
        for (double age = 0; age < 200; age += step) {
            double left = Lifetimes.survival(life, age + step / 2);
            mean += left * step;
            square += 2 * (age + step / 2) * left * step;
        }
        assertThat(mean).isCloseTo(12, within(1e-3));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(3, within(2e-3));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyCohortMustLeaveInTheEnd(Shape shape) {
        Lifetime life = new Lifetime(shape, 7, 2);
        double sum = 0;
        for (int age = 0; age < 400; age++) {
            sum += Lifetimes.leaving(life, 0.25, age);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    /// Outflow of an inflow of 1, 2, …, 10.
    private static double[] outflow(Lifetime life) {
        double[] out = new double[10];
        for (int t = 0; t < 10; t++) {
            for (int s = 0; s <= t; s++) {
                out[t] += (s + 1) * Lifetimes.leaving(life, 1, t - s);
            }
        }
        return out;
    }
}
