package org.genryu.balance;

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
