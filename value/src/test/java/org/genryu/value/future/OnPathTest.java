package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceFactors;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// A path with another model's chance around it. Rung: identity.
class OnPathTest {
    private static final PriceModel AROUND =
            new PriceModel.WithJumps(new PriceModel.MeanReverting(75, 95, 0.35, 0.25, 0.1), 0.4, 0.1, 0.2);
    private static final PriceModel.OnPath MODEL =
            new PriceModel.OnPath(new PriceModel.Table(new double[] {10, 12, 0, 14}, 1), AROUND);

    @Test
    void theRealMeasureMustExpectThePathAndThePremiumStay() {
        for (double years : new double[] {0.5, 1, 1.5, 2.5, 9}) {
            double real = MODEL.expected(years, ProbabilityMeasure.REAL_WORLD);
            assertThat(real).isEqualTo(MODEL.path().at(years));
            assertThat(MODEL.expected(years, ProbabilityMeasure.RISK_NEUTRAL)
                            * AROUND.expected(years, ProbabilityMeasure.REAL_WORLD))
                    .isCloseTo(real * AROUND.expected(years, ProbabilityMeasure.RISK_NEUTRAL), within(1e-9));
        }
    }

    @Test
    void everyPathMustBeThatOfTheOtherModelTimesTheFactor() {
        double[][] plain = new double[1][48];
        double[][] on = new double[1][48];
        var sampling = new PriceFactors.Sampling(7, 1 / 12.0, ProbabilityMeasure.REAL_WORLD);
        PriceFactors.of("ore", AROUND).fill(sampling, 3, plain);
        PriceFactors.of("ore", MODEL).fill(sampling, 3, on);
        for (int m = 0; m < 48; m++) {
            assertThat(on[0][m]).isCloseTo(plain[0][m] * MODEL.factor((m + 1) / 12.0), within(1e-9));
        }
    }

    @Test
    void theLanesOfTheKernelMustDoTheSame() {
        Project project = Sheets.project("small");
        PriceModel own =
                Objects.requireNonNull(project.market().prices().get("ndpr")).model();
        PriceModel.OnPath on =
                new PriceModel.OnPath(new PriceModel.Table(new double[] {60_000, 80_000, 50_000}, 1), own);
        Project moved = project.with(project.market().with("ndpr", on));
        List<Realization> plain = PathGenerator.first(project, ProbabilityMeasure.REAL_WORLD, 5, 20);
        List<Realization> around = PathGenerator.first(moved, ProbabilityMeasure.REAL_WORLD, 5, 20);
        for (int f = 0; f < 20; f++) {
            assertThat(around.get(f).delay()).isEqualTo(plain.get(f).delay());
            for (int m = 0; m < plain.get(f).prices()[0].length; m++) {
                assertThat(around.get(f).prices()[0][m] / plain.get(f).prices()[0][m] / on.factor((m + 1) / 12.0))
                        .isCloseTo(1, within(1e-9));
            }
        }
    }
}
