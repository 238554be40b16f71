package org.genryu.solve.convex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.genryu.solve.MathProgram;

/// A program whose costs bend as a linear one, for solvers that know no curves: each bending column is cut into steps
/// of its average marginal cost.
///
/// One cut lies exactly at x. Below it every step costs less than the marginal cost there, above it more: if x is the
/// best answer of the curves, with prices y, both are a best answer of the steps too, at the same objective. Away
/// from x the steps follow the curve, up to the least error that [#CUTS] allow.
///
/// @param column of the bent program, by step
/// @param step number of the step within its column, from 0, by step
public record PiecewiseProgram(MathProgram program, int[] column, int[] step) {
    /// Where a curve is cut: these times what it has at x, or times what its marginal cost has there where that
    /// moves more.
    private static final double[] CUTS = {.5, .9, 1, 1.1, 1.5, 3};

    /// A last step that goes beyond this multiple is too wide for an average: it costs what its first unit does.
    private static final double FAR = 4;

    /// A step narrower than this, relative to the amounts beside it, is no step.
    private static final double NARROW = 1e-10;

    /// @param x amounts to cut at, within the bounds
    public static PiecewiseProgram of(MathProgram bent, CostCurves curves, double[] x) {
        int n = bent.columns().size();
        double[][] cuts = new double[n][];
        int steps = 0;
        for (int j = 0; j < n; j++) {
            cuts[j] = curves.bends(j) ? cuts(bent, curves, j, x[j]) : new double[2];
            steps += cuts[j].length - 1;
        }
        Building made = new Building(steps, bent.matrix());
        for (int j = 0; j < n; j++) {
            if (curves.bends(j)) {
                stairs(made, bent, curves, j, cuts[j]);
            } else {
                made.add(
                        j,
                        0,
                        bent.columns().cost()[j],
                        bent.columns().lower()[j],
                        bent.columns().upper()[j]);
            }
        }
        return new PiecewiseProgram(
                new MathProgram(
                        bent.offset() + made.offset,
                        new MathProgram.Columns(made.cost, made.lower, made.upper),
                        bent.rows(),
                        made.matrix(),
                        new BitSet(),
                        Optional.empty()),
                made.column,
                made.step);
    }

    /// From the lower to the upper bound, rising; the one at x among them.
    private static double[] cuts(MathProgram bent, CostCurves curves, int j, double x) {
        double lower = bent.columns().lower()[j];
        double upper = bent.columns().upper()[j];
        double from = curves.from()[j];
        double tiny = NARROW * curves.unit()[j];
        double stand = from + x > tiny ? from + x : curves.unit()[j];
        double spread = 1 / Math.max(1, Math.abs(curves.power()[j]));
        double[] found = new double[CUTS.length + 2];
        int count = 0;
        found[count++] = lower;
        for (double cut : CUTS) {
            double at = cut == 1 && from + x > tiny ? x : stand * Math.pow(cut, spread) - from;
            boolean wide = at - found[count - 1] > NARROW * stand;
            if (wide && upper - at > NARROW * stand) {
                found[count++] = at;
            }
        }
        found[count++] = upper;
        return Arrays.copyOf(found, count);
    }

    private static void stairs(Building made, MathProgram bent, CostCurves curves, int j, double[] cuts) {
        double constant = bent.columns().cost()[j];
        double spread = 1 / Math.max(1, Math.abs(curves.power()[j]));
        for (int k = 0; k + 1 < cuts.length; k++) {
            double low = cuts[k];
            double high = cuts[k + 1];
            double average = (curves.area(j, high) - curves.area(j, low)) / (high - low);
            if (k > 0) {
                double far = (curves.from()[j] + low) * Math.pow(FAR, spread);
                made.add(
                        j,
                        k,
                        constant + (curves.from()[j] + high > far ? curves.above(j, low) : average),
                        0,
                        high - low);
                continue;
            }
            // What lies below the first step is not cut, and a worth without end is closed below it: the offset
            // keeps the level.
            double level = high == Double.POSITIVE_INFINITY ? low : high;
            double slope =
                    high - low > 0 && high < Double.POSITIVE_INFINITY ? Math.min(average, curves.above(j, high)) : 0;
            made.add(j, k, constant + slope, low, high);
            made.offset += curves.area(j, level) - slope * level;
        }
    }

    /// The steps as they come.
    private static final class Building {
        private final MathProgram.Matrix from;
        private final double[] cost;
        private final double[] lower;
        private final double[] upper;
        private final int[] column;
        private final int[] step;
        private int count;
        private double offset;

        Building(int steps, MathProgram.Matrix from) {
            this.from = from;
            this.cost = new double[steps];
            this.lower = new double[steps];
            this.upper = new double[steps];
            this.column = new int[steps];
            this.step = new int[steps];
        }

        void add(int ofColumn, int number, double costs, double least, double most) {
            cost[count] = costs;
            lower[count] = least;
            upper[count] = most;
            column[count] = ofColumn;
            step[count++] = number;
        }

        /// Each step meets the rows that its column meets.
        MathProgram.Matrix matrix() {
            int[] start = new int[count + 1];
            for (int k = 0; k < count; k++) {
                start[k + 1] = start[k] + from.start()[column[k] + 1] - from.start()[column[k]];
            }
            int[] row = new int[start[count]];
            double[] value = new double[start[count]];
            for (int k = 0; k < count; k++) {
                int first = from.start()[column[k]];
                System.arraycopy(from.row(), first, row, start[k], start[k + 1] - start[k]);
                System.arraycopy(from.value(), first, value, start[k], start[k + 1] - start[k]);
            }
            return new MathProgram.Matrix(start, row, value);
        }
    }
}
