package org.genryu.solve.convex;

import java.util.Arrays;
import org.genryu.solve.MathProgram;
import org.genryu.solve.OptimalityProof;

/// Solves a program whose costs may bend ([CostCurves]) by a primal-dual interior point method.
///
///     min Σ ∫ m_j  subject to  rows.lower ≤ A x ≤ rows.upper,  columns.lower ≤ x ≤ columns.upper
///
/// Unknowns: x inside its bounds; y by row; z ≥ 0 by finite bound; q > 0 by bending column. Equations, with target μ
/// → 0:
///
///     A x - r = b (r only where a row has a range)             m_j - A_jᵀ y - z_low + z_up = 0
///     (x - low) z_low = μ,  (up - x) z_up = μ                   m_j = cost + slope·q,  ln q = power · ln((from +
/// x)/unit)
///
/// The curve is met in logarithms with q as an unknown of its own, so that demand of elasticity -0.02 (a power of
/// -50) takes no more
/// steps than a straight line. Each step solves A Θ Aᵀ dy = rhs ([NormalMatrix]); predictor and corrector after S.
/// Mehrotra, SIAM J. Optim. 2 (1992) 575. Where the optimum is not unique the path leads to the analytic centre of
/// the optimal faces: of x and of y. So the answer is a property of the program, not of the order of its rows.
///
/// Size: one method, read in one piece; what its steps share are arrays.
///
/// Does not tell infeasible from unbounded: it then ends without an answer, and the linear program tells why.
///
final class InteriorPoint {
    private static final int MOST_STEPS = 300;
    /// Steps without progress after which it gives up.
    private static final int STALE = 60;
    /// The same where it is near already: rounding is all that is left.
    private static final int SETTLED = 4;
    /// Once it is there it goes on while a step leaves less than this of the error: what hardly has a say in the
    /// equations is met then, too.
    private static final double GAINING = 0.1;
    private static final double INFINITE = OptimalityProof.INFINITE;
    /// Share of the way to the nearest bound that a step takes at most.
    private static final double INSIDE = 0.995;
    /// How much closer the products must come than the equations: where a bound only just holds, a price is off by
    /// the root of its product.
    private static final double CLOSER = 1e5;
    /// Least bend of a column in a step, at x up to 1: what neither bends nor nears a bound would drown the others
    /// in A Θ Aᵀ. The equations do not know it, so that it is gone at the end.
    private static final double FLAT = 1e-8;
    /// Largest change of ln q in a step.
    private static final double LEAP = 4;
    /// The same in small steps.
    private static final double SMALL = 1;
    /// Least share of the worst residual that the products keep.
    private static final double FLOOR = 1e-1;
    /// The same with care.
    private static final double CAREFUL = 1e-2;
    /// The same at a start from an answer to nearly the same, which is no centre to keep to.
    private static final double BRISK = 1e-3;
    /// Room between two bounds, of what they say, that is rounding: a column that could not be put inside of them
    /// would hold up every step.
    private static final double NARROW = 1e-12;
    /// Largest fall of ln q of a curve that has no say.
    private static final double FALL = 40;
    /// Share of a marginal cost below which its curve has no say: a lane that is given up, x near 0.
    private static final double SILENT = 1e-6;
    /// The same, at a start from an answer to nearly the same, below which its leaps hold up no step: what is
    /// cheap and hardly bends is sent far and comes back.
    private static final double LOW = 1e-3;
    /// Least z at a start from given prices, as a share of what is usual.
    private static final double NEAR = 0.02;
    /// Product of an amount's room and its reduced cost at a start from an answer to nearly the same, of a cost.
    private static final double WARM = 1e-3;
    /// Farthest that a column is put off a bound there, in typical amounts.
    private static final double OFF = 1e-2;
    /// Distance from a bound, in typical amounts, below which a column that the bound holds is at it.
    private static final double AT_BOUND = 1e-9;
    /// Share by which the diagonal is raised; the refinement takes it out again.
    private static final double RIDGE = 1e-13;

    /// @param x by column
    /// @param y by row
    /// @param held columns at a bound
    /// @param converged whether all equations were met
    record Point(double[] x, double[] y, boolean converged, int steps) {}

    private final int rows;
    private final int own;
    private final int columns;
    private final int[] start;
    private final int[] row;
    private final double[] value;
    private final double[] cost;
    private final double[] low;
    private final double[] up;
    private final double[] side;
    private final double[] slope;
    private final double[] power;
    private final double[] from;
    private final double[] unit;
    /// Column scale, row scale, money scale of the arithmetic.
    private final double[] columnUnit;
    private final double[] rowUnit;
    private double money = 1;
    private final NormalMatrix normal;
    private final double[] x;
    private final double[] y;
    private final double[] zLow;
    private final double[] zUp;
    private final double[] q;
    private final double[] dx;
    private final double[] dy;
    private final double[] dzLow;
    private final double[] dzUp;
    private final double[] dq;
    private final double[] theta;
    private final double[] offset;
    private final double[] rowGap;
    private final double[] costGap;
    private final double[] curveGap;
    /// By bending column: the amount in which its curve is met.
    private final double[] stand;
    /// What share of its marginal cost a curve makes.
    private final double[] say;
    private final double[] rhs;
    private double worstRow;
    private double worstCost;
    private double worstCurve;
    private double worstPair;
    private final boolean straight;
    /// Power below which a supply is met as an amount.
    private double amountsBelow = Double.POSITIVE_INFINITY;
    private double floor = FLOOR;
    private int refinements = 1;
    private double leap = LEAP;
    private double silent = SILENT;
    private double amountStep;
    private double priceStep;
    private double mean;

    /// @param begin where to start
    InteriorPoint(MathProgram program, CostCurves curves, StartPoint begin) {
        this.rows = program.rows().size();
        this.own = program.columns().size();
        int ranges = 0;
        for (int i = 0; i < rows; i++) {
            ranges += program.rows().lower()[i] == program.rows().upper()[i] ? 0 : 1;
        }
        this.columns = own + ranges;
        int entries = program.matrix().entries();
        this.start = Arrays.copyOf(program.matrix().start(), columns + 1);
        this.row = Arrays.copyOf(program.matrix().row(), entries + ranges);
        this.value = Arrays.copyOf(program.matrix().value(), entries + ranges);
        this.cost = Arrays.copyOf(program.columns().cost(), columns);
        this.low = Arrays.copyOf(program.columns().lower(), columns);
        this.up = Arrays.copyOf(program.columns().upper(), columns);
        this.slope = Arrays.copyOf(curves.slope(), columns);
        this.power = Arrays.copyOf(curves.power(), columns);
        this.from = Arrays.copyOf(curves.from(), columns);
        this.unit = Arrays.copyOf(curves.unit(), columns);
        this.side = new double[rows];
        double[] typical = Arrays.copyOf(begin.amounts(), columns);
        int next = own;
        for (int i = 0; i < rows; i++) {
            double lower = program.rows().lower()[i];
            double upper = program.rows().upper()[i];
            if (lower == upper) {
                side[i] = lower;
                continue;
            }
            // A x - (r + anchor) = 0 with the anchor at a finite side, so that r starts near nil.
            double anchor = lower > -INFINITE ? lower : upper < INFINITE ? upper : 0;
            side[i] = anchor;
            low[next] = lower > -INFINITE ? lower - anchor : lower;
            up[next] = upper < INFINITE ? upper - anchor : upper;
            row[entries + next - own] = i;
            value[entries + next - own] = -1;
            next++;
            start[next] = entries + next - own;
        }
        this.columnUnit = new double[columns];
        this.rowUnit = new double[rows];
        this.x = new double[columns];
        this.y = new double[rows];
        this.zLow = new double[columns];
        this.zUp = new double[columns];
        this.q = new double[columns];
        this.dx = new double[columns];
        this.dy = new double[rows];
        this.dzLow = new double[columns];
        this.dzUp = new double[columns];
        this.dq = new double[columns];
        this.theta = new double[columns];
        this.offset = new double[columns];
        this.rowGap = new double[rows];
        this.costGap = new double[columns];
        this.curveGap = new double[columns];
        this.stand = new double[columns];
        this.say = new double[columns];
        this.rhs = new double[columns];
        boolean any = false;
        for (int j = 0; j < columns; j++) {
            any |= slope[j] != 0 && power[j] == 1;
        }
        this.straight = any;
        scale(typical);
        close();
        this.normal = new NormalMatrix(rows, new MathProgram.Matrix(start, row, value));
        begin(typical, begin.prices());
        if (begin.near()) {
            silent = LOW;
            floor = BRISK;
            nearAnswer(begin.at(), typical);
        }
    }

    /// Takes its time: products may fall sooner, steps are refined twice.
    InteriorPoint careful() {
        floor = CAREFUL;
        refinements = 2;
        return this;
    }

    /// Changes of a curve go in small steps.
    InteriorPoint small() {
        leap = SMALL;
        return this;
    }

    /// Meets as amounts only what is elastic: slower, and another way to the same answer.
    InteriorPoint elasticOnly() {
        amountsBelow = 1;
        return this;
    }

    /// Fixes what has no room.
    private void close() {
        for (int j = 0; j < columns; j++) {
            if (low[j] > -INFINITE && up[j] - low[j] <= NARROW * Math.abs(low[j])) {
                up[j] = low[j];
            }
        }
    }

    int fill() {
        return normal.fill();
    }

    private boolean fixed(int j) {
        return low[j] == up[j];
    }

    private boolean bent(int j) {
        return slope[j] != 0 && power[j] != 1;
    }

    /// Columns in their typical amounts, rows in the largest of their terms, money so that prices are near one.
    private void scale(double[] typical) {
        double[] largest = new double[rows];
        for (int j = 0; j < columns; j++) {
            columnUnit[j] = typical[j] > 0 ? typical[j] : slope[j] != 0 ? unit[j] : 0;
            for (int e = start[j]; e < start[j + 1]; e++) {
                largest[row[e]] = Math.max(largest[row[e]], Math.abs(value[e]) * columnUnit[j]);
            }
        }
        for (int i = 0; i < rows; i++) {
            largest[i] = Math.max(largest[i], Math.abs(side[i]));
        }
        // Columns and rows without a size of their own take it from what they touch.
        for (int sweep = 0; sweep < 20; sweep++) {
            boolean changed = false;
            for (int j = 0; j < columns; j++) {
                if (columnUnit[j] == 0) {
                    double least = Double.POSITIVE_INFINITY;
                    for (int e = start[j]; e < start[j + 1]; e++) {
                        if (largest[row[e]] > 0) {
                            least = Math.min(least, largest[row[e]] / Math.abs(value[e]));
                        }
                    }
                    if (least < Double.POSITIVE_INFINITY) {
                        columnUnit[j] = least;
                        changed = true;
                    }
                }
            }
            for (int j = 0; j < columns; j++) {
                for (int e = start[j]; e < start[j + 1]; e++) {
                    if (largest[row[e]] == 0 && columnUnit[j] > 0) {
                        largest[row[e]] = Math.abs(value[e]) * columnUnit[j];
                        changed = true;
                    }
                }
            }
            if (!changed) {
                break;
            }
        }
        for (int i = 0; i < rows; i++) {
            rowUnit[i] = largest[i] > 0 ? largest[i] : 1;
            side[i] /= rowUnit[i];
        }
        double sum = 0;
        int count = 0;
        for (int j = 0; j < columns; j++) {
            double u = columnUnit[j] > 0 ? columnUnit[j] : 1;
            columnUnit[j] = u;
            for (int e = start[j]; e < start[j + 1]; e++) {
                value[e] *= u / rowUnit[row[e]];
            }
            low[j] /= u;
            up[j] /= u;
            from[j] /= u;
            unit[j] /= u;
            cost[j] *= u;
            slope[j] *= u;
            typical[j] /= u;
            double size = Math.abs(cost[j]) + (slope[j] != 0 ? Math.abs(slope[j]) : 0);
            if (size > 0) {
                sum += Math.log(size);
                count++;
            }
        }
        money = count == 0 ? 1 : Math.exp(sum / count);
        for (int j = 0; j < columns; j++) {
            cost[j] /= money;
            slope[j] /= money;
        }
    }

    private void begin(double[] typical, double[] prices) {
        for (int j = 0; j < columns; j++) {
            double guess = typical[j] > 0 ? typical[j] : bent(j) ? Math.max(unit[j] - from[j], 0.1 * unit[j]) : 1;
            double lowest = low[j] > -INFINITE ? low[j] : Double.NEGATIVE_INFINITY;
            double highest = up[j] < INFINITE ? up[j] : Double.POSITIVE_INFINITY;
            if (fixed(j)) {
                x[j] = low[j];
            } else if (lowest > Double.NEGATIVE_INFINITY && highest < Double.POSITIVE_INFINITY) {
                double width = highest - lowest;
                x[j] = lowest + Math.clamp(guess - lowest, 0.1 * width, 0.9 * width);
                if (width > 10 * Math.abs(guess)) {
                    x[j] = lowest + Math.max(guess - lowest, 0.1 * Math.max(Math.abs(guess), 1e-3));
                }
            } else if (lowest > Double.NEGATIVE_INFINITY) {
                x[j] = lowest + Math.max(guess - lowest, 0.1 * Math.max(Math.abs(guess), 1e-3));
            } else if (highest < Double.POSITIVE_INFINITY) {
                x[j] = highest - Math.max(highest - guess, 0.1 * Math.max(Math.abs(guess), 1e-3));
            } else {
                x[j] = guess;
            }
            if (bent(j)) {
                q[j] = Math.pow((from[j] + x[j]) / unit[j], power[j]);
                q[j] = Math.clamp(q[j], 1e-6, 1e6);
            }
            zLow[j] = !fixed(j) && low[j] > -INFINITE ? 1 : 0;
            zUp[j] = !fixed(j) && up[j] < INFINITE ? 1 : 0;
        }
        if (prices.length == 0) {
            startPrices();
        } else {
            nearPrices(prices);
        }
    }

    /// Prices that are about right: z of the size of the reduced costs that they leave, and no less than a share of
    /// what is usual.
    private void nearPrices(double[] prices) {
        for (int i = 0; i < rows; i++) {
            y[i] = prices[i] * rowUnit[i] / money;
        }
        for (int j = 0; j < columns; j++) {
            double m = marginal(j);
            double left = m - price(j, y);
            double least = NEAR * (0.1 + Math.abs(m));
            zLow[j] = zLow[j] == 0 ? 0 : Math.max(left, least);
            zUp[j] = zUp[j] == 0 ? 0 : Math.max(-left, least);
        }
    }

    /// An answer to nearly the same program, with its prices: off each bound by as much as lets their product be
    /// small.
    private void nearAnswer(double[] at, double[] typical) {
        System.arraycopy(side, 0, rowGap, 0, rows);
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                x[j] = low[j];
            } else if (j >= own) {
                inside(j, rowGap[row[start[j]]] / value[start[j]]);
            } else {
                double here = Double.isNaN(at[j]) ? typical[j] : at[j] / columnUnit[j];
                onCurve(j, here);
                inside(j, here);
                onCurve(j, x[j]);
            }
            for (int e = start[j]; e < start[j + 1]; e++) {
                rowGap[row[e]] -= value[e] * x[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            double m = marginal(j);
            double left = m - price(j, y);
            double product = WARM * (0.1 + Math.abs(m));
            zLow[j] = zLow[j] == 0 ? 0 : Math.max(left, product / Math.max(1e-3, Math.min(1, x[j] - low[j])));
            zUp[j] = zUp[j] == 0 ? 0 : Math.max(-left, product / Math.max(1e-3, Math.min(1, up[j] - x[j])));
        }
    }

    /// Sets q as the curve has it at an amount.
    private void onCurve(int j, double here) {
        if (bent(j)) {
            double least = Math.max(here + from[j], 1e-9 * unit[j]);
            q[j] = Math.clamp(Math.pow(least / unit[j], power[j]), 1e-200, 1e12);
        }
    }

    /// Puts a column inside of its bounds.
    private void inside(int j, double here) {
        double m = marginal(j);
        double left = Math.abs(m - price(j, y));
        double off = Math.min(OFF * Math.max(1, Math.abs(here)), WARM * (0.1 + Math.abs(m)) / Math.max(left, 1e-12));
        off = Math.min(off, 0.1 * (up[j] - low[j]));
        double least = low[j] > -INFINITE ? low[j] + off : Double.NEGATIVE_INFINITY;
        double most = up[j] < INFINITE ? up[j] - off : Double.POSITIVE_INFINITY;
        x[j] = Math.max(least, Math.min(most, here));
    }

    /// Prices by least squares of the reduced costs, then z of the size that they leave.
    private void startPrices() {
        for (int j = 0; j < columns; j++) {
            theta[j] = fixed(j) ? 0 : x[j] * x[j] + 1e-6;
            offset[j] = marginal(j);
        }
        normal.factor(theta, 1e-8);
        double[] right = new double[rows];
        for (int j = 0; j < columns; j++) {
            for (int e = start[j]; e < start[j + 1]; e++) {
                right[row[e]] += value[e] * theta[j] * offset[j];
            }
        }
        normal.solve(right);
        System.arraycopy(right, 0, y, 0, rows);
        double sum = 0;
        int count = 0;
        for (int j = 0; j < columns; j++) {
            if (!fixed(j)) {
                sum += Math.abs(offset[j] - price(j, y));
                count++;
            }
        }
        double typical = count == 0 ? 1 : Math.max(1e-2, sum / count);
        for (int j = 0; j < columns; j++) {
            double left = offset[j] - price(j, y);
            zLow[j] = zLow[j] == 0 ? 0 : Math.max(left, 0.1 * typical);
            zUp[j] = zUp[j] == 0 ? 0 : Math.max(-left, 0.1 * typical);
        }
    }

    private double marginal(int j) {
        if (slope[j] == 0) {
            return cost[j];
        }
        return cost[j] + slope[j] * (power[j] == 1 ? (from[j] + x[j]) / unit[j] : q[j]);
    }

    /// A_jᵀ y.
    private double price(int j, double[] prices) {
        double sum = 0;
        for (int e = start[j]; e < start[j + 1]; e++) {
            sum += value[e] * prices[row[e]];
        }
        return sum;
    }

    /// @param tolerance relative error of every equation
    Point solve(double tolerance, double seconds) {
        long began = System.nanoTime();
        int step = 0;
        boolean converged = false;
        double best = Double.POSITIVE_INFINITY;
        double reached = Double.POSITIVE_INFINITY;
        int stale = 0;
        double[] bestX = x.clone();
        double[] bestY = y.clone();
        for (; step < MOST_STEPS; step++) {
            residuals();
            double met = Math.max(Math.max(worstRow, worstCost), Math.max(worstCurve, worstPair));
            double worst = Math.max(met, CLOSER * worstPair);
            boolean still = worst < GAINING * best;
            if (worst < best) {
                stale = worst < 0.9 * best ? 0 : stale + 1;
                best = worst;
                reached = met;
                System.arraycopy(x, 0, bestX, 0, columns);
                System.arraycopy(y, 0, bestY, 0, rows);
            } else {
                stale++;
            }
            converged |= best <= tolerance;
            if (converged && !still) {
                break;
            }
            if (stale > (reached <= 1e3 * tolerance ? SETTLED : STALE)
                    || !(worst < Double.POSITIVE_INFINITY)
                    || (System.nanoTime() - began) * 1e-9 > seconds) {
                break;
            }
            advance();
        }
        System.arraycopy(bestX, 0, x, 0, columns);
        System.arraycopy(bestY, 0, y, 0, rows);
        settle();
        double[] outX = new double[own];
        for (int j = 0; j < own; j++) {
            outX[j] = x[j] * columnUnit[j];
        }
        double[] outY = new double[rows];
        for (int i = 0; i < rows; i++) {
            outY[i] = y[i] * money / rowUnit[i];
        }
        return new Point(outX, outY, converged || reached <= 1e3 * tolerance, step);
    }

    /// Puts columns that a bound holds onto it, and what that leaves open in the rows onto the others, by as little
    /// as can be relative to their room.
    private void settle() {
        for (int j = 0; j < columns; j++) {
            double size = 1 + Math.abs(marginal(j));
            if (zLow[j] > 0 && x[j] - low[j] < AT_BOUND && x[j] - low[j] < zLow[j] / size) {
                x[j] = low[j];
            } else if (zUp[j] > 0 && up[j] - x[j] < AT_BOUND * (1 + Math.abs(up[j])) && up[j] - x[j] < zUp[j] / size) {
                x[j] = up[j];
            }
        }
        for (int j = own; j < columns; j++) {
            // A row with room on both sides costs nothing.
            int i = row[start[j]];
            double room = Math.min(x[j] - low[j], up[j] - x[j]);
            if (Math.abs(y[i]) < AT_BOUND && room > Math.abs(y[i])) {
                y[i] = 0;
            }
        }
        for (int round = 0; round < 2; round++) {
            System.arraycopy(side, 0, rowGap, 0, rows);
            for (int j = 0; j < columns; j++) {
                double room = fixed(j) ? 0 : Math.min(1, Math.min(x[j] - low[j], up[j] - x[j]));
                theta[j] = room > 0 ? 1 / (curvature(j) + 1 / (room * room)) : 0;
                for (int e = start[j]; e < start[j + 1]; e++) {
                    rowGap[row[e]] -= value[e] * x[j];
                }
            }
            normal.factor(theta, RIDGE);
            normal.solve(rowGap);
            for (int j = 0; j < columns; j++) {
                double moved = x[j] + theta[j] * price(j, rowGap);
                if (theta[j] > 0 && moved > low[j] && moved < up[j]) {
                    x[j] = moved;
                }
            }
        }
    }

    private void residuals() {
        System.arraycopy(side, 0, rowGap, 0, rows);
        double[] size = new double[rows];
        mean = 0;
        int pairsCount = 0;
        worstCost = 0;
        worstCurve = 0;
        worstPair = 0;
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            double largest = 0;
            for (int e = start[j]; e < start[j + 1]; e++) {
                double amount = value[e] * x[j];
                rowGap[row[e]] -= amount;
                size[row[e]] = Math.max(size[row[e]], Math.abs(amount));
                double paid = value[e] * y[row[e]];
                sum += paid;
                largest = Math.max(largest, Math.abs(paid));
            }
            if (fixed(j)) {
                costGap[j] = 0;
                continue;
            }
            double m = marginal(j);
            costGap[j] = m - sum - zLow[j] + zUp[j];
            double weight = 1 + Math.max(Math.abs(m), largest);
            worstCost = Math.max(worstCost, Math.abs(costGap[j]) / weight);
            if (bent(j)) {
                stand[j] = stand(j);
                curveGap[j] = curveGap(j);
                say[j] = Math.abs(slope[j]) * q[j] / weight;
                worstCurve = Math.max(worstCurve, Math.min(1, say[j]) * Math.abs(curveGap[j]));
            }
            if (zLow[j] > 0) {
                double pair = (x[j] - low[j]) * zLow[j];
                mean += pair;
                worstPair = Math.max(worstPair, pair / (weight * (1 + Math.abs(x[j]))));
                pairsCount++;
            }
            if (zUp[j] > 0) {
                double pair = (up[j] - x[j]) * zUp[j];
                mean += pair;
                worstPair = Math.max(worstPair, pair / (weight * (1 + Math.abs(x[j]))));
                pairsCount++;
            }
        }
        mean = pairsCount == 0 ? 0 : mean / pairsCount;
        worstRow = 0;
        for (int i = 0; i < rows; i++) {
            worstRow = Math.max(worstRow, Math.abs(rowGap[i]) / (1e-3 + Math.max(size[i], Math.abs(side[i]))));
        }
    }

    private void advance() {
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                theta[j] = 0;
                continue;
            }
            double weight = curvature(j);
            weight += zLow[j] > 0 ? zLow[j] / (x[j] - low[j]) : 0;
            weight += zUp[j] > 0 ? zUp[j] / (up[j] - x[j]) : 0;
            theta[j] = 1 / Math.max(weight, FLAT / Math.max(1, x[j] * x[j]));
        }
        normal.factor(theta, RIDGE);
        direction(0, false);
        reach();
        double affine = after();
        double sigma = mean > 0 ? Math.clamp(Math.pow(affine / mean, 3), 1e-6, 1) : 0;
        // The products must not vanish before the equations hold: from there no step is long.
        double least = Math.min(10 * mean, floor * Math.max(worstCurve, Math.max(worstRow, worstCost)));
        direction(Math.max(sigma * mean, least), true);
        reach();
        move();
    }

    /// The amount by which the curve is met. A supply (power above 0) that does less than its q says is met as an
    /// amount, x = unit q^(1/power), not in logarithms: near 0 those would send it back and forth.
    private double stand(int j) {
        double here = from[j] + x[j];
        return power[j] > 0 && power[j] < amountsBelow ? Math.max(here, unit[j] * Math.pow(q[j], 1 / power[j])) : here;
    }

    private double curveGap(int j) {
        double here = from[j] + x[j];
        return stand[j] > here
                ? power[j] * (1 - here / stand[j])
                : Math.log(q[j]) - power[j] * Math.log(here / unit[j]);
    }

    /// How fast the marginal cost rises.
    private double curvature(int j) {
        if (bent(j)) {
            return slope[j] * q[j] * power[j] / stand[j];
        }
        return slope[j] == 0 ? 0 : slope[j] / unit[j];
    }

    /// The Newton step towards complementarity `target`, with the products of the step before where `corrected`.
    private void direction(double target, boolean corrected) {
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                rhs[j] = 0;
                continue;
            }
            double right = -costGap[j];
            if (bent(j)) {
                right += slope[j] * q[j] * curveGap[j];
            }
            if (zLow[j] > 0) {
                double pair = corrected ? dx[j] * dzLow[j] : 0;
                right += (target - pair) / (x[j] - low[j]) - zLow[j];
            }
            if (zUp[j] > 0) {
                double pair = corrected ? -dx[j] * dzUp[j] : 0;
                right -= (target - pair) / (up[j] - x[j]) - zUp[j];
            }
            rhs[j] = right;
        }
        double[] right = new double[rows];
        for (int i = 0; i < rows; i++) {
            right[i] = rowGap[i];
        }
        for (int j = 0; j < columns; j++) {
            double step = theta[j] * rhs[j];
            for (int e = start[j]; e < start[j + 1]; e++) {
                right[row[e]] -= value[e] * step;
            }
        }
        double[] solved = right.clone();
        normal.solve(solved);
        refine(right, solved);
        double[] oldX = corrected ? dx.clone() : dx;
        double[] oldLow = corrected ? dzLow.clone() : dzLow;
        double[] oldUp = corrected ? dzUp.clone() : dzUp;
        System.arraycopy(solved, 0, dy, 0, rows);
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                dx[j] = 0;
                continue;
            }
            dx[j] = theta[j] * (rhs[j] + price(j, dy));
            if (bent(j)) {
                dq[j] = q[j] * (power[j] * dx[j] / stand[j] - curveGap[j]);
            }
            if (zLow[j] > 0) {
                double pair = corrected ? oldX[j] * oldLow[j] : 0;
                dzLow[j] = (target - pair) / (x[j] - low[j]) - zLow[j] - zLow[j] / (x[j] - low[j]) * dx[j];
            }
            if (zUp[j] > 0) {
                double pair = corrected ? -oldX[j] * oldUp[j] : 0;
                dzUp[j] = (target - pair) / (up[j] - x[j]) - zUp[j] + zUp[j] / (up[j] - x[j]) * dx[j];
            }
        }
    }

    /// A round of refinement against A Θ Aᵀ itself.
    private void refine(double[] right, double[] solved) {
        for (int round = 0; round < refinements; round++) {
            double[] left = right.clone();
            for (int j = 0; j < columns; j++) {
                if (theta[j] == 0) {
                    continue;
                }
                double step = theta[j] * price(j, solved);
                for (int e = start[j]; e < start[j + 1]; e++) {
                    left[row[e]] -= value[e] * step;
                }
            }
            normal.solve(left);
            for (int i = 0; i < rows; i++) {
                solved[i] += left[i];
            }
        }
    }

    /// How far the amounts may go, and how far the prices.
    private void reach() {
        double amounts = 1;
        double prices = 1;
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                continue;
            }
            if (zLow[j] > 0) {
                amounts = shorter(amounts, x[j] - low[j], dx[j]);
                prices = shorter(prices, zLow[j], dzLow[j]);
            }
            if (zUp[j] > 0) {
                amounts = shorter(amounts, up[j] - x[j], -dx[j]);
                prices = shorter(prices, zUp[j], dzUp[j]);
            }
            if (bent(j)) {
                amounts = shorter(amounts, from[j] + x[j], dx[j]);
                double change = power[j] * dx[j] / stand[j];
                double rise = leap + Math.max(0, Math.log(silent / say[j]));
                if (say[j] > silent || change > rise) {
                    amounts = leap(amounts, change, rise);
                }
                if (say[j] > silent || dq[j] / q[j] > rise) {
                    prices = leap(prices, dq[j] / q[j], rise);
                }
            }
        }
        // A straight curve ties prices to amounts: they go the same way together.
        amountStep = straight ? Math.min(amounts, prices) : amounts;
        priceStep = straight ? amountStep : prices;
    }

    private static double leap(double most, double change, double limit) {
        return Math.abs(change) * most > limit ? limit / Math.abs(change) : most;
    }

    private static double shorter(double most, double room, double step) {
        return step < 0 ? Math.min(most, -INSIDE * room / step) : most;
    }

    private double after() {
        double sum = 0;
        int count = 0;
        for (int j = 0; j < columns; j++) {
            if (zLow[j] > 0) {
                sum += (x[j] - low[j] + amountStep * dx[j]) * (zLow[j] + priceStep * dzLow[j]);
                count++;
            }
            if (zUp[j] > 0) {
                sum += (up[j] - x[j] - amountStep * dx[j]) * (zUp[j] + priceStep * dzUp[j]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private void move() {
        for (int j = 0; j < columns; j++) {
            if (fixed(j)) {
                continue;
            }
            double straightOn = slope[j] * (q[j] + priceStep * dq[j]);
            boolean amount = bent(j) && stand[j] > from[j] + x[j];
            x[j] += amountStep * dx[j];
            zLow[j] += zLow[j] > 0 ? priceStep * dzLow[j] : 0;
            zUp[j] += zUp[j] > 0 ? priceStep * dzUp[j] : 0;
            if (bent(j) && power[j] > 0 && say[j] < SILENT) {
                q[j] = Math.max(1e-200, Math.pow((from[j] + x[j]) / unit[j], power[j]));
            } else if (amount) {
                double share = 1 + priceStep * dq[j] / (q[j] * power[j]);
                q[j] = Math.max(1e-200, q[j] * Math.pow(Math.max(share, 1 - INSIDE), power[j]));
            } else if (bent(j)) {
                q[j] = Math.max(1e-200, q[j] * Math.exp(Math.max(priceStep * dq[j] / q[j], -FALL)));
            }
            // What the bend leaves is the column's own: as an error of its equation it would hold up the
            // products, and they the amount.
            double left = bent(j) && power[j] > 0 ? slope[j] * q[j] - straightOn : 0;
            if (Math.abs(left) < 0.5 * zLow[j]) {
                zLow[j] += left;
            }
        }
        for (int i = 0; i < rows; i++) {
            y[i] += priceStep * dy[i];
        }
    }
}
