package org.genryu.solve;

import java.util.BitSet;
import java.util.Optional;

/// Does this point solve this program? Recomputed from the program's own arrays in one pass over the matrix;
/// nothing is taken from the solver but the point x and the row prices y.
///
///     activity  a = A x
///     reduced   d = c + Q x − Aᵀ y
///     primal objective  P = offset + Σ c_j x_j + ½ Σ q_j x_j²
///     dual objective    D = offset − ½ Σ q_j x_j² + Σ_i y_i s_i + Σ_j d_j b_j
///
/// where s_i is the lower side of row i if y_i > 0 and the upper side if y_i < 0, and b_j likewise the lower or
/// upper bound of column j. If x is feasible, every side and bound that a price asks for is finite, and P = D,
/// then x is optimal (weak duality; Dorn 1960 for Q).
///
/// A price within [#NOISE] of zero counts as zero: it takes x_j or a_i in place of the bound or side, so that
/// rounding times a far bound does not look like a gap.
///
/// For a program with whole columns there are no prices: feasibility, wholeness and the bound of the
/// branch-and-bound tree are all there is.
///
/// @param broken where a limit is broken most, and [#priced] where a price is most wrong: column j as j, row i as -1
/// - i
public record OptimalityProof(
        double objective,
        double bound,
        Solution.Point point,
        Solution.Certificate certificate,
        int broken,
        int priced) {
    /// Prices below this, relative to the costs that they meet, are zero: HiGHS's dual feasibility tolerance.
    static final double NOISE = 1e-7;
    /// Limits from this on are no limits, as in HiGHS.
    public static final double INFINITE = 1e20;

    /// Of a continuous program.
    static OptimalityProof of(ProgramState now, double[] x, double[] y) {
        return of(now, x, y, unit(now.cost));
    }

    /// @param costUnit size of a cost below which a difference counts against the size rather than itself
    public static OptimalityProof of(ProgramState now, double[] x, double[] y, double costUnit) {
        Pass pass = new Pass(now, x, y, costUnit);
        pass.columns();
        double primal = pass.outOfSides();
        pass.rowPrices();
        double gap =
                Math.abs(pass.objective - pass.bound) / (pass.costUnit * pass.amountUnit + Math.abs(pass.objective));
        Solution.Point point = new Solution.Point(x, pass.activity, y, pass.reduced);
        Solution.Certificate certificate = new Solution.Certificate(primal, pass.wrongPrice, gap);
        return new OptimalityProof(pass.objective, pass.bound, point, certificate, pass.broken, pass.priced);
    }

    /// Of a program with whole columns.
    /// @param bound no point can cost less, by the solver's tree
    static OptimalityProof whole(ProgramState now, double[] x, double bound) {
        Pass pass = new Pass(now, x, new double[now.rows()], unit(now.cost));
        pass.columns();
        double primal = pass.outOfSides();
        BitSet whole = now.program.whole();
        for (int j = whole.nextSetBit(0); j >= 0; j = whole.nextSetBit(j + 1)) {
            double apart = Math.abs(x[j] - Math.rint(x[j]));
            if (apart > primal) {
                primal = apart;
                pass.broken = j;
            }
        }
        Solution.Point point = new Solution.Point(x, pass.activity, new double[0], new double[0]);
        double gap = Math.max(0, pass.objective - bound) / (1 + Math.abs(pass.objective));
        return new OptimalityProof(
                pass.objective, bound, point, new Solution.Certificate(primal, 0, gap), pass.broken, 0);
    }

    /// The first of the three residuals that is beyond the tolerance.
    Optional<Solution.Miss> miss(double tolerance) {
        if (certificate.primal() > tolerance) {
            return Optional.of(miss(Solution.Miss.Residual.PRIMAL, certificate.primal(), tolerance, broken));
        }
        if (certificate.dual() > tolerance) {
            return Optional.of(miss(Solution.Miss.Residual.DUAL, certificate.dual(), tolerance, priced));
        }
        return certificate.gap() <= tolerance
                ? Optional.empty()
                : Optional.of(miss(Solution.Miss.Residual.GAP, certificate.gap(), tolerance));
    }

    /// A point that holds no numbers is infinitely far from a proof.
    private static Solution.Miss miss(Solution.Miss.Residual residual, double size, double tolerance) {
        return new Solution.Miss(residual, Double.isNaN(size) ? Double.POSITIVE_INFINITY : size, tolerance, -1, -1);
    }

    private static Solution.Miss miss(Solution.Miss.Residual residual, double size, double tolerance, int place) {
        return new Solution.Miss(residual, size, tolerance, place < 0 ? -1 - place : -1, Math.max(place, -1));
    }

    /// What is small counts in its own size: 1, or the largest of the figures if that is less.
    static double unit(double[] figures) {
        double largest = largest(figures);
        return largest > 0 ? Math.min(1, largest) : 1;
    }

    public static double largest(double[] figures) {
        double largest = 0;
        for (double figure : figures) {
            largest = Math.abs(figure) < INFINITE ? Math.max(largest, Math.abs(figure)) : largest;
        }
        return largest;
    }

    /// Whether y proves that no point exists: Σ y_i s_i > max over the bounds of Σ (Aᵀ y)_j x_j.
    static boolean showsInfeasible(ProgramState now, double[] y) {
        MathProgram.Matrix matrix = now.program.matrix();
        double demanded = 0;
        double size = 0;
        double largest = 0;
        for (int i = 0; i < y.length; i++) {
            largest = Math.max(largest, Math.abs(y[i]));
        }
        for (int i = 0; i < y.length; i++) {
            double side = y[i] > 0 ? now.rowLower[i] : now.rowUpper[i];
            if (Math.abs(side) < INFINITE) {
                demanded += y[i] * side;
                size += Math.abs(y[i] * side);
            } else if (Math.abs(y[i]) > 1e-9 * largest) {
                return false;
            }
        }
        double possible = 0;
        for (int j = 0; j < now.columns(); j++) {
            double sum = 0;
            double most = 0;
            for (int k = matrix.start()[j]; k < matrix.start()[j + 1]; k++) {
                double term = now.value[k] * y[matrix.row()[k]];
                sum += term;
                most = Math.max(most, Math.abs(term));
            }
            double bound = sum > 0 ? now.upper[j] : now.lower[j];
            if (Math.abs(sum) <= 1e-9 * most) {
                continue;
            }
            if (Math.abs(bound) >= INFINITE) {
                return false;
            }
            possible += sum * bound;
            size += Math.abs(sum * bound);
        }
        return demanded - possible > 1e-9 * size && demanded > possible;
    }

    /// Whether the objective falls for ever along r from any feasible point: c r < 0, and no limit ever stops
    /// it.
    static boolean showsUnbounded(ProgramState now, double[] r) {
        MathProgram.Matrix matrix = now.program.matrix();
        double slope = 0;
        double size = 0;
        double[] move = new double[now.rows()];
        double[] most = new double[now.rows()];
        for (int j = 0; j < r.length; j++) {
            slope += now.cost[j] * r[j];
            size += Math.abs(now.cost[j] * r[j]);
            if (stops(r[j], now.lower[j], now.upper[j])) {
                return false;
            }
            for (int k = matrix.start()[j]; k < matrix.start()[j + 1]; k++) {
                double term = now.value[k] * r[j];
                move[matrix.row()[k]] += term;
                most[matrix.row()[k]] = Math.max(most[matrix.row()[k]], Math.abs(term));
            }
        }
        for (int i = 0; i < move.length; i++) {
            boolean still = Math.abs(move[i]) <= 1e-9 * most[i];
            if (!still && stops(move[i], now.rowLower[i], now.rowUpper[i])) {
                return false;
            }
        }
        return slope < -1e-9 * size && slope < 0;
    }

    /// Whether a limit stops who moves this way for ever.
    private static boolean stops(double move, double lower, double upper) {
        return move > 0 ? upper < INFINITE : move < 0 && lower > -INFINITE;
    }

    /// The one pass over the matrix.
    private static final class Pass {
        final ProgramState now;
        final double[] x;
        final double[] y;
        final double[] activity;
        final double[] reduced;
        /// By row: the largest term of its sum, and the largest cost of a column that it touches.
        final double[] term;
        final double[] costOfRow;
        /// Sizes below which a difference of costs, and of amounts, is measured against the size rather than
        /// itself.
        final double costUnit;
        final double amountUnit;
        double objective;
        double bound;
        double outOfBounds;
        double wrongPrice;
        int broken;
        int priced;

        Pass(ProgramState now, double[] x, double[] y, double costUnit) {
            this.now = now;
            this.x = x;
            this.y = y;
            activity = new double[now.rows()];
            term = new double[now.rows()];
            costOfRow = new double[now.rows()];
            reduced = new double[now.columns()];
            this.costUnit = costUnit;
            amountUnit = Math.min(unit(now.rowLower), Math.min(unit(now.rowUpper), unit(now.upper)));
            objective = now.program.offset();
            bound = now.program.offset();
        }

        void columns() {
            int[] start = now.program.matrix().start();
            int[] row = now.program.matrix().row();
            double[] curvature = now.program.curvature().orElse(new double[0]);
            for (int j = 0; j < x.length; j++) {
                double xj = x[j];
                double cost = now.cost[j];
                double absoluteCost = Math.abs(cost);
                double d = cost;
                double scale = absoluteCost;
                objective += cost * xj;
                if (curvature.length > 0) {
                    double square = curvature[j] * xj;
                    d += square;
                    objective += 0.5 * square * xj;
                    bound -= 0.5 * square * xj;
                }
                for (int k = start[j]; k < start[j + 1]; k++) {
                    int i = row[k];
                    double a = now.value[k];
                    double amount = a * xj;
                    double payment = a * y[i];
                    activity[i] += amount;
                    term[i] = Math.max(term[i], Math.abs(amount));
                    costOfRow[i] = Math.max(costOfRow[i], absoluteCost);
                    d -= payment;
                    scale = Math.max(scale, Math.abs(payment));
                }
                reduced[j] = d;
                double outside = outside(xj, now.lower[j], now.upper[j]) / (amountUnit + Math.abs(xj));
                if (outside > outOfBounds) {
                    outOfBounds = outside;
                    broken = j;
                }
                price(j, d, xj, now.lower[j], now.upper[j], costUnit + scale);
            }
        }

        double outOfSides() {
            double worst = outOfBounds;
            for (int i = 0; i < activity.length; i++) {
                double side = outside(activity[i], now.rowLower[i], now.rowUpper[i]);
                double outside = side / (amountUnit + Math.max(term[i], Math.abs(activity[i])));
                if (outside > worst) {
                    worst = outside;
                    broken = -1 - i;
                }
            }
            return worst;
        }

        void rowPrices() {
            for (int i = 0; i < activity.length; i++) {
                price(-1 - i, y[i], activity[i], now.rowLower[i], now.rowUpper[i], costUnit + costOfRow[i]);
            }
        }

        /// Adds what a price earns to the dual objective, and notes a price whose sign asks for a limit that is
        /// not there.
        private void price(int place, double price, double at, double lower, double upper, double scale) {
            double limit = price > 0 ? lower : upper;
            boolean open = Math.abs(limit) >= INFINITE;
            if (open && Math.abs(price) / scale > wrongPrice) {
                wrongPrice = Math.abs(price) / scale;
                priced = place;
            }
            bound += price * (open || Math.abs(price) <= NOISE * scale ? at : limit);
        }

        private static double outside(double at, double lower, double upper) {
            return Math.max(0, Math.max(lower - at, at - upper));
        }
    }
}
