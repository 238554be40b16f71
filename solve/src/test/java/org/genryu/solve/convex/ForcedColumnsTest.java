package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.solve.MathProgram;
import org.genryu.solve.MathProgram.Columns;
import org.genryu.solve.MathProgram.Matrix;
import org.genryu.solve.MathProgram.Rows;
import org.junit.jupiter.api.Test;

/// What cannot be had holds its users, and is worth what the first unit would be. By hand.
class ForcedColumnsTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    /// A plant turns 2 of row 0, which nothing makes, into 1 of row 1, for 5; a use takes row 1 and is worth 95.
    private static MathProgram chain(double supply) {
        return MathProgram.linear(
                new Columns(new double[] {5, -95, 7}, new double[3], new double[] {ENDLESS, ENDLESS, supply}),
                new Rows(new double[2], new double[2]),
                new Matrix(new int[] {0, 2, 3, 4}, new int[] {0, 1, 1, 0}, new double[] {-2, 1, -1, 1}));
    }

    @Test
    void aMarketThatNothingReachesMustHoldTheWholeChain() {
        ForcedColumns ends = ForcedColumns.of(chain(0));
        assertThat(ends.any()).isTrue();
        assertThat(ends.reduced().columns().upper()).containsExactly(0, 0, 0);
    }

    @Test
    void whatCannotBeHadMustBeWorthItsFirstUnit() {
        double[] y = new double[2];
        assertThat(ForcedColumns.of(chain(0)).price(CostCurves.none(3), y)).isTrue();
        assertThat(y[1]).isCloseTo(95, within(1e-10));
        assertThat(y[0]).isCloseTo((95 - 5) / 2.0, within(1e-10));
    }

    @Test
    void supplyHoweverSmallMustHoldNothing() {
        assertThat(ForcedColumns.of(chain(1e-9)).any()).isFalse();
    }

    /// A use of elasticity -0.5 would pay any price for its first unit.
    @Test
    void aUseThatWouldPayAnyPriceMustBeSaid() {
        MathProgram program = MathProgram.linear(
                new Columns(new double[1], new double[1], new double[] {ENDLESS}),
                new Rows(new double[1], new double[1]),
                new Matrix(new int[] {0, 1}, new int[] {0}, new double[] {-1}));
        CostCurves curves = new CostCurves(new double[] {-12}, new double[] {-2}, new double[1], new double[] {60});
        assertThat(ForcedColumns.of(program).price(curves, new double[1])).isFalse();
    }

    /// A by-product that nobody takes and that may not be thrown away stops its plant; it costs what the plant
    /// would earn.
    @Test
    void aGlutMustHoldItsMakerAtACost() {
        MathProgram program = MathProgram.linear(
                new Columns(new double[] {-40}, new double[1], new double[] {ENDLESS}),
                new Rows(new double[1], new double[1]),
                new Matrix(new int[] {0, 1}, new int[] {0}, new double[] {4}));
        ForcedColumns ends = ForcedColumns.of(program);
        double[] y = new double[1];
        assertThat(ends.any()).isTrue();
        assertThat(ends.price(CostCurves.none(1), y)).isTrue();
        assertThat(y[0]).isCloseTo(-10, within(1e-10));
    }

    /// A row may be met by what stands at a lower bound: then it is no dead end.
    @Test
    void aLowerBoundMustCountAsSupply() {
        MathProgram program = MathProgram.linear(
                new Columns(new double[] {1, -3}, new double[] {2, 0}, new double[] {2, ENDLESS}),
                new Rows(new double[1], new double[1]),
                new Matrix(new int[] {0, 1, 2}, new int[] {0, 0}, new double[] {1, -1}));
        assertThat(ForcedColumns.of(program).any()).isFalse();
    }
}
