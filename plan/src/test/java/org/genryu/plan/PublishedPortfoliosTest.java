package org.genryu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.genryu.plan.Decisions.Limit;
import org.junit.jupiter.api.Test;

/// Rung: published values and values by hand.
class PublishedPortfoliosTest {
    private static final double[][] NPV = {
        {12, 20, 6, 10, 9, 8},
        {8, 35, 9, 12, 4, 8},
        {15, -30, 7, 9, 12, 7},
        {-6, 35, 8, -4, 11, 8},
        {10, 12, -5, 14, 6, 9}
    };

    /// Projects A to F: C needs A, E needs C.
    private static Decisions projects(boolean whole) {
        List<Limit> limits = new ArrayList<>();
        limits.add(new Limit("year 1", new double[] {20, 30, 10, 25, 15, 20}, Double.NEGATIVE_INFINITY, 70));
        limits.add(new Limit("year 2", new double[] {10, 20, 15, 5, 20, 10}, Double.NEGATIVE_INFINITY, 50));
        limits.add(new Limit("C needs A", new double[] {-1, 0, 1, 0, 0, 0}, Double.NEGATIVE_INFINITY, 0));
        limits.add(new Limit("E needs C", new double[] {0, 0, -1, 0, 1, 0}, Double.NEGATIVE_INFINITY, 0));
        BitSet all = new BitSet();
        all.set(0, 6, whole);
        return new Decisions(new double[6], new double[6], new double[] {1, 1, 1, 1, 1, 1}, all, limits);
    }

    private static LinearWorld losses() {
        double[][] loss = new double[5][6];
        for (int s = 0; s < 5; s++) {
            for (int i = 0; i < 6; i++) {
                loss[s][i] = -NPV[s][i];
            }
        }
        return new LinearWorld(loss);
    }

    private static Found best(double tail, boolean whole) {
        LinearWorld world = losses();
        return new CuttingPlanes(world, world.even(), 1)
                .best(projects(whole), new Aim(1, tail, .8), 1e-9)
                .orElseThrow();
    }

    @Test
    void withoutRiskTheEnvelopeMustHoldABF() {
        Found found = best(0, true);
        assertThat(found.y()).containsExactly(1, 1, 0, 0, 0, 1);
        assertThat(-found.objective()).isCloseTo(30.2, within(1e-6));
        assertThat(TailRisk.cvar(found.scenario(), losses().even().probability(), .8))
                .isCloseTo(8, within(1e-6));
    }

    @Test
    void withRiskTheEnvelopeMustHoldACDE() {
        Found found = best(.5, true);
        assertThat(found.y()).containsExactly(1, 0, 1, 1, 1, 0);
        assertThat(-found.objective()).isCloseTo(33.9, within(1e-6));
        assertThat(found.open()).isLessThan(1e-6);
        double mean = 0;
        for (double cost : found.scenario()) {
            mean -= cost / 5;
        }
        assertThat(mean).isCloseTo(29.4, within(1e-6));
        assertThat(TailRisk.cvar(found.scenario(), losses().even().probability(), .8))
                .isCloseTo(-9, within(1e-6));
    }

    @Test
    void theRelaxationMustBe43Point29() {
        assertThat(-best(.5, false).objective()).isCloseTo(43.291739, within(1e-5));
    }

    @Test
    void normalReturnsMustHaveThePublishedWeightsAndRisks() {
        double[] mean = {.0101110, .0043532, .0137058};
        double[][] covariance = {
            {.00324625, .00022983, .00420395}, {.00022983, .00049937, .00019247}, {.00420395, .00019247, .00764097}
        };
        NormalRisk found = NormalRisk.least(mean, covariance, .011).orElseThrow();
        assertThat(found.shares()).containsExactly(new double[] {.452013, .115573, .432414}, within(1e-4));
        assertThat(found.variance()).isCloseTo(.00378529, within(1e-7));
        double[] quantile = {1.2815515655446004, 1.6448536269514722, 2.3263478740408408};
        double[] var = {.067847, .090200, .132128};
        double[] cvar = {.096975, .115908, .152977};
        double[] confidence = {.90, .95, .99};
        for (int k = 0; k < 3; k++) {
            assertThat(found.var(quantile[k])).isCloseTo(var[k], within(2e-6));
            assertThat(found.cvar(quantile[k], confidence[k])).isCloseTo(cvar[k], within(2e-6));
        }
        assertThat(NormalRisk.least(mean, covariance, .02)).isEmpty();
    }
}
