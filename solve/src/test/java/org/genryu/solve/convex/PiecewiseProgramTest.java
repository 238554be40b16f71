package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Optional;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.junit.jupiter.api.Test;

/// By hand: a supply of marginal cost 2 q and a demand worth 12/q, q = 6^(1/2), one row between them.
class PiecewiseProgramTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double AT = Math.sqrt(6);

    private static final CostCurves CURVES =
            new CostCurves(new double[] {2, -12}, new double[] {1, -1}, new double[] {0, 0}, new double[] {1, 1});

    private static final MathProgram BENT = new MathProgram(
            5,
            new MathProgram.Columns(new double[2], new double[2], new double[] {INF, INF}),
            new MathProgram.Rows(new double[1], new double[1]),
            new MathProgram.Matrix(new int[] {0, 1, 2}, new int[] {0, 0}, new double[] {1, -1}),
            new BitSet(),
            Optional.empty());

    @Test
    void stepsMustHaveTheAnswerAndTheObjectiveOfTheCurves() {
        double[] x = {AT, AT};
        PiecewiseProgram stairs = PiecewiseProgram.of(BENT, CURVES, x);
        try (SolverSession live = SolverSession.open(stairs.program(), SolveOptions.DEFAULT)) {
            Solution.Optimal found = (Solution.Optimal) live.solve();
            double[] sums = new double[2];
            for (int k = 0; k < stairs.column().length; k++) {
                sums[stairs.column()[k]] += found.point().x()[k];
            }
            assertThat(sums).containsExactly(x, within(1e-9));
            // 5 + q² - [area of 12/q, closed where it is worth a hundred times 12: 12 (ln 100 q + 1)]
            double byHand = 5 + 6 - 12 * (Math.log(100 * AT) + 1);
            assertThat(found.objective()).isCloseTo(byHand, within(1e-9));
            assertThat(ConvexSolver.objective(BENT, CURVES, x)).isCloseTo(byHand, within(1e-9));
        }
    }

    @Test
    void stepsOfAColumnMustRiseAndMeetItsRows() {
        PiecewiseProgram stairs = PiecewiseProgram.of(BENT, CURVES, new double[] {AT, AT});
        MathProgram program = stairs.program();
        for (int k = 1; k < stairs.column().length; k++) {
            assertThat(program.matrix().row()[k]).isZero();
            if (stairs.column()[k] == stairs.column()[k - 1]) {
                assertThat(stairs.step()[k]).isEqualTo(stairs.step()[k - 1] + 1);
                assertThat(program.columns().cost()[k])
                        .isGreaterThan(program.columns().cost()[k - 1]);
            }
        }
    }

    /// Nothing is done at a marginal cost from 0: the steps begin at the unit, and nothing stays the answer.
    @Test
    void nothingMustStayNothing() {
        CostCurves supply =
                new CostCurves(new double[] {2, 0}, new double[] {1, 1}, new double[2], new double[] {1, 1});
        PiecewiseProgram stairs = PiecewiseProgram.of(BENT, supply, new double[2]);
        try (SolverSession live = SolverSession.open(stairs.program(), SolveOptions.DEFAULT)) {
            Solution.Optimal found = (Solution.Optimal) live.solve();
            assertThat(found.objective()).isCloseTo(5, within(1e-12));
            for (double x : found.point().x()) {
                assertThat(x).isCloseTo(0, within(1e-12));
            }
        }
    }
}
