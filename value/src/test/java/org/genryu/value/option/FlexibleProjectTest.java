package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import org.genryu.value.price.PriceFactors;
import org.genryu.value.price.PriceModel;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (no uncertainty, no rights), closed form (net present value; the right to invest at one date),
/// identities of rights.
class FlexibleProjectTest {
    private static final FlexibleProject.Effort SMALL = new FlexibleProject.Effort(1, 4_000, 8_000, 100, 20);
    private static final EnumSet<FlexibleProject.Right> ALL = EnumSet.allOf(FlexibleProject.Right.class);
    private static final EnumSet<FlexibleProject.Right> NONE = EnumSet.noneOf(FlexibleProject.Right.class);

    /// Policies differ by their fit; a tenth of the standard deviation of the value over the root of the fit's
    /// paths.
    private static final double NOISE = 0.02;

    private static FlexibleProject venture(double volatility) {
        return new FlexibleProject(
                PriceFactors.of("p", new PriceModel.MeanReverting(1.0, 1.1, 0.2, volatility)),
                new FlexibleProject.Plan(1, 4, new double[] {0.4, 0.6}, 8, 4),
                new FlexibleProject.Money(
                        1.2,
                        (_, _, prices) -> prices[0] - 0.8,
                        0.1,
                        new FlexibleProject.Pause(0.02, 0.05, 0.05),
                        new FlexibleProject.Growth(0.8, 1.5)),
                0.04);
    }

    /// Four standard errors of the simulation.
    @Test
    void withoutRightsTheValueMustBeTheNetPresentValue() {
        PriceModel price = new PriceModel.MeanReverting(1.0, 1.1, 0.2, 0.3);
        double npv = -1.2 * (0.4 + 0.6 * Math.exp(-0.04));
        for (int year = 0; year < 8; year++) {
            npv += Math.exp(-0.04 * (2 + year)) * (price.futures(2 + year) - 0.8);
        }
        npv -= 0.1 * Math.exp(-0.4);
        Switching.Bound found = venture(0.3).line(NONE, SMALL).below();
        assertThat(found.value()).isCloseTo(npv, within(4 * found.error()));
    }

    @Test
    void rightsMustNotLowerTheValueAndStayBelowTheirBound() {
        FlexibleProject.Worth worth = venture(0.35).worth(ALL, SMALL);
        double noise = 4 * (worth.all().below().error() + worth.above().error());
        assertThat(worth.flexibility()).isGreaterThan(0.1);
        assertThat(worth.all().below().value())
                .isLessThanOrEqualTo(worth.above().value() + noise);
        assertThat(worth.alone()).hasSize(4);
        for (FlexibleProject.Line line : worth.alone()) {
            assertThat(line.below().value())
                    .as("%s", line.rights())
                    .isGreaterThanOrEqualTo(worth.committed().value() - NOISE);
            assertThat(line.below().value())
                    .isLessThanOrEqualTo(worth.all().below().value() + NOISE);
        }
        for (FlexibleProject.Line line : worth.without()) {
            assertThat(line.below().value())
                    .isLessThanOrEqualTo(worth.all().below().value() + NOISE);
        }
    }

    /// Nothing to wait for: with a sure loss the right to wait is worth nothing and is never used.
    @Test
    void waitingMustBeWorthAtLeastNothingAndAtLeastTheProject() {
        FlexibleProject calm = venture(0.001);
        double committed = calm.line(NONE, SMALL).below().value();
        double waiting =
                calm.line(Set.of(FlexibleProject.Right.WAIT), SMALL).below().value();
        assertThat(waiting).isGreaterThanOrEqualTo(Math.max(committed, 0) - 1e-6);
        FlexibleProject hopeless = new FlexibleProject(
                calm.prices(),
                calm.plan(),
                new FlexibleProject.Money(
                        50,
                        calm.money().earnings(),
                        0,
                        calm.money().pause(),
                        calm.money().growth()),
                0.04);
        assertThat(hopeless.line(Set.of(FlexibleProject.Right.WAIT), SMALL)
                        .below()
                        .value())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void whatIsDoneMustBeTold() {
        FlexibleProject.Worth worth =
                venture(0.4).worth(EnumSet.of(FlexibleProject.Right.WAIT, FlexibleProject.Right.MOTHBALL), SMALL);
        // Mode 5 is the first of building: reached by a switch from waiting.
        assertThat(worth.followed().switched()[5]).isBetween(0.2, 1.0);
        assertThat(worth.followed().meanYears().get(5).orElseThrow()).isBetween(0.0, 4.0);
    }
}
