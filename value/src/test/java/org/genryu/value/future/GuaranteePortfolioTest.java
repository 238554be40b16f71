package org.genryu.value.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (independent projects), closed form (Vasicek's limit, the expected loss), identity (one project).
class GuaranteePortfolioTest {
    private static final double ERRORS = 4;

    /// Five hundred projects are not infinitely many, and the quantile has its own error.
    private static final double LIMIT = 0.04;

    private static final double EXACT = 1e-9;

    @Test
    void expectedLossOfALoanIsProbabilityTimesLossTimesExposure() {
        GuaranteePortfolio.Book book = GuaranteePortfolio.byFactor(
                List.of(new GuaranteePortfolio.Position("loan", 100, 0.067, 0.2)), 0.3, 1, 40_000);
        assertThat(book.expected()).isCloseTo(1.34, within(EXACT));
        assertThat(book.losses().mean())
                .isCloseTo(1.34, within(ERRORS * book.losses().standardError()));
    }

    @Test
    void manySmallProjectsApproachTheClosedForm() {
        List<GuaranteePortfolio.Position> many = IntStream.range(0, 500)
                .mapToObj(i -> new GuaranteePortfolio.Position("p" + i, 1.0 / 500, 0.05, 0.6))
                .toList();
        GuaranteePortfolio.Book book = GuaranteePortfolio.byFactor(many, 0.2, 2, 8_192);
        for (double q : new double[] {0.5, 0.9, 0.99}) {
            double limit = GuaranteePortfolio.limit(0.05, 0.6, 0.2, q);
            double error = ERRORS * book.losses().quantileError(q) + LIMIT * limit;
            assertThat(book.at(q)).isCloseTo(limit, within(error));
        }
        assertThat(book.worst(0.01)).isGreaterThan(book.at(0.99));
        assertThat(book.losses().mean())
                .isCloseTo(0.03, within(ERRORS * book.losses().standardError()));
    }

    @Test
    void projectsWithoutACommonFactorAreIndependent() {
        assertThat(GuaranteePortfolio.defaultCorrelation(0.1, 0.3, 0)).isCloseTo(0, within(EXACT));
        assertThat(GuaranteePortfolio.defaultCorrelation(0.1, 0.1, 0.9))
                .isGreaterThan(GuaranteePortfolio.defaultCorrelation(0.1, 0.1, 0.5))
                .isLessThan(1);
    }

    /// Orthant probability: both below their medians with chance 1/4 + arcsin(ρ) / 2π.
    @Test
    void defaultCorrelationOfEvenChancesIsTheArcSine() {
        double both = 0.25 + Math.asin(0.4) / (2 * Math.PI);
        assertThat(GuaranteePortfolio.defaultCorrelation(0.5, 0.5, 0.4)).isCloseTo((both - 0.25) / 0.25, within(EXACT));
    }

    @Test
    void lossesOfTheSameFuturesAddUp() {
        GuaranteePortfolio.Book book = GuaranteePortfolio.bySimulation(
                List.of(new double[] {0, 10, 0, 10}, new double[] {0, 5, 0, 5}, new double[] {1, 0, 0, 0}));
        assertThat(book.expected()).isEqualTo(31.0 / 4);
        assertThat(book.at(0.75)).isEqualTo(15);
        assertThat(book.defaultCorrelation()[0][1]).isCloseTo(1, within(EXACT));
        assertThat(book.defaultCorrelation()[0][2]).isNegative();
    }
}
