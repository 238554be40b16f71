package org.genryu.balance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;

/// Which answers cost no more than one that was found? Told as moves d away from it, so that standing still is one of
/// them, however exactly the answer meets its limits.
///
///     A_i d = 0                                 rows that have a price or one side
///     low_i ≤ A_i (x + d) ≤ high_i              all other rows
///     lower_j ≤ x_j + d_j ≤ upper_j             d_j = 0 where column j bends or has a reduced cost
///
/// x, with its prices – the answer. What bends costs strictly more for every unit, so it is the same in all of them.
/// By complementary slackness this is the whole of the optimal face, whichever prices prove it.
///
/// Then what one row alone decides is taken away, as long as there is any: a column that can only move in ways that no
/// other column of a row can make up for does not move. What is left, in most cases nothing, is a program as large as
/// what is open.
final class OptimalFace {
    /// Reduced cost or price, relative to all that a column costs and earns, above which it is not nothing.
    private static final double TIE = 1e-8;

    /// Move, relative to the amounts of the rows that it meets, below which it is rounding.
    private static final double STILL = 1e-8;

    /// Moves end at this multiple of the amounts around: what could go round in a circle for nothing would have no
    /// end.
    private static final double FAR = 100;

    private final MathProgram program;
    private final double[] x;
    private final double[] least;
    private final double[] most;
    private final double[] rowLeast;
    private final double[] rowMost;
    /// By column: the amounts of the rows that it meets, in its own unit.
    private final double[] size;
    private final BitSet free = new BitSet();

    OptimalFace(MathProgram program, BitSet bent, Solution.Point point) {
        this.program = program;
        this.x = point.x();
        int columns = program.columns().size();
        int rows = program.rows().size();
        this.least = new double[columns];
        this.most = new double[columns];
        this.rowLeast = new double[rows];
        this.rowMost = new double[rows];
        double[] amount = amounts();
        this.size = sizes(amount);
        BitSet held = rows(point, amount);
        for (int j = 0; j < columns; j++) {
            boolean costs = Math.abs(point.reducedCost()[j]) > TIE * turnover(j, point.dual());
            if (!bent.get(j) && !costs) {
                least[j] = move(program.columns().lower()[j] - x[j], -1, size[j]);
                most[j] = move(program.columns().upper()[j] - x[j], 1, size[j]);
                free.set(j, least[j] < 0 || most[j] > 0);
            }
        }
        sides(point, amount, held);
        decide();
    }

    /// Columns that can move, or could as far as one row can tell.
    BitSet free() {
        return free;
    }

    /// What a unit costs and what is paid for all that it takes and gives.
    private double turnover(int j, double[] dual) {
        MathProgram.Matrix matrix = program.matrix();
        double sum = Math.abs(program.columns().cost()[j]);
        for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
            sum += Math.abs(matrix.value()[e] * dual[matrix.row()[e]]);
        }
        return sum;
    }

    /// By row: its largest term.
    private double[] amounts() {
        MathProgram.Matrix matrix = program.matrix();
        double[] amount = new double[program.rows().size()];
        for (int j = 0; j < x.length; j++) {
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                int i = matrix.row()[e];
                amount[i] = Math.max(amount[i], Math.abs(matrix.value()[e] * x[j]));
            }
        }
        for (int i = 0; i < amount.length; i++) {
            amount[i] = Math.max(amount[i], finite(program.rows().lower()[i]));
            amount[i] = Math.max(amount[i], finite(program.rows().upper()[i]));
        }
        return amount;
    }

    private static double finite(double side) {
        return Double.isInfinite(side) ? 0 : Math.abs(side);
    }

    private double[] sizes(double[] amount) {
        MathProgram.Matrix matrix = program.matrix();
        double[] sizes = new double[x.length];
        for (int j = 0; j < sizes.length; j++) {
            sizes[j] = Math.abs(x[j]);
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                double value = Math.abs(matrix.value()[e]);
                sizes[j] = Math.max(sizes[j], value > 0 ? amount[matrix.row()[e]] / value : 0);
            }
        }
        return sizes;
    }

    /// Room in one direction; none where it is rounding.
    private static double move(double room, int sign, double size) {
        return sign * room <= STILL * size ? 0 : room;
    }

    /// Rows with a price.
    private BitSet rows(Solution.Point point, double[] amount) {
        MathProgram.Matrix matrix = program.matrix();
        BitSet held = new BitSet(amount.length);
        for (int j = 0; j < x.length; j++) {
            double tie = TIE * turnover(j, point.dual());
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                if (Math.abs(matrix.value()[e] * point.dual()[matrix.row()[e]]) > tie) {
                    held.set(matrix.row()[e]);
                }
            }
        }
        return held;
    }

    private void sides(Solution.Point point, double[] amount, BitSet held) {
        for (int i = 0; i < amount.length; i++) {
            double low = program.rows().lower()[i];
            double high = program.rows().upper()[i];
            if (!held.get(i) && low < high) {
                rowLeast[i] = move(low - point.activity()[i], -1, amount[i]);
                rowMost[i] = move(high - point.activity()[i], 1, amount[i]);
            }
        }
    }

    /// Takes away what one row alone decides.
    private void decide() {
        MathProgram.Matrix matrix = program.matrix();
        boolean moved = true;
        while (moved) {
            int[] up = new int[rowLeast.length];
            int[] down = new int[rowLeast.length];
            free.stream().forEach(j -> {
                for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                    boolean plus = matrix.value()[e] > 0;
                    int i = matrix.row()[e];
                    up[i] += (plus ? most[j] > 0 : least[j] < 0) ? 1 : 0;
                    down[i] += (plus ? least[j] < 0 : most[j] > 0) ? 1 : 0;
                }
            });
            moved = false;
            for (int j = free.nextSetBit(0); j >= 0; j = free.nextSetBit(j + 1)) {
                moved |= decide(j, up, down);
            }
        }
    }

    /// A column alone in its row may be counted in both ways there, but cannot make up for itself.
    private boolean decide(int j, int[] up, int[] down) {
        MathProgram.Matrix matrix = program.matrix();
        boolean rises = most[j] > 0;
        boolean falls = least[j] < 0;
        for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
            int i = matrix.row()[e];
            boolean plus = matrix.value()[e] > 0;
            int itself = most[j] > 0 && least[j] < 0 ? 1 : 0;
            boolean noUp = rowMost[i] == 0 && down[i] - itself <= 0;
            boolean noDown = rowLeast[i] == 0 && up[i] - itself <= 0;
            rises &= plus ? !noUp : !noDown;
            falls &= plus ? !noDown : !noUp;
        }
        boolean moved = rises != most[j] > 0 || falls != least[j] < 0;
        most[j] = rises ? most[j] : 0;
        least[j] = falls ? least[j] : 0;
        free.set(j, rises || falls);
        return moved;
    }

    /// The program of the moves of what is free, each in its own size; without costs.
    MathProgram moves() {
        int[] columns = free.stream().toArray();
        MathProgram.Matrix matrix = program.matrix();
        int[] rowAt = new int[rowLeast.length];
        Arrays.fill(rowAt, -1);
        int entries = 0;
        double[] unit = new double[rowLeast.length];
        int rows = 0;
        for (int j : columns) {
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                int i = matrix.row()[e];
                rowAt[i] = rowAt[i] < 0 ? rows++ : rowAt[i];
                unit[i] = Math.max(unit[i], Math.abs(matrix.value()[e]) * unit(j));
                entries++;
            }
        }
        double[] lower = new double[columns.length];
        double[] upper = new double[columns.length];
        int[] start = new int[columns.length + 1];
        int[] row = new int[entries];
        double[] value = new double[entries];
        int at = 0;
        for (int k = 0; k < columns.length; k++) {
            int j = columns[k];
            lower[k] = Math.max(-FAR, least[j] / unit(j));
            upper[k] = Math.min(FAR, most[j] / unit(j));
            for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                int i = matrix.row()[e];
                row[at] = rowAt[i];
                value[at++] = matrix.value()[e] * unit(j) / unit[i];
            }
            start[k + 1] = at;
        }
        double[] low = new double[rows];
        double[] high = new double[rows];
        for (int i = 0; i < rowAt.length; i++) {
            if (rowAt[i] >= 0) {
                low[rowAt[i]] = rowLeast[i] / unit[i];
                high[rowAt[i]] = rowMost[i] / unit[i];
            }
        }
        return new MathProgram(
                0,
                new MathProgram.Columns(new double[columns.length], lower, upper),
                new MathProgram.Rows(low, high),
                new MathProgram.Matrix(start, row, value),
                new BitSet(),
                Optional.empty());
    }

    private double unit(int j) {
        return size[j] > 0 ? size[j] : 1;
    }

    /// Costs of the moves that make a sum over the columns of the program larger.
    double[] direction(double[] times) {
        double[] cost = free.stream().mapToDouble(j -> -times[j] * unit(j)).toArray();
        double largest = 0;
        for (double c : cost) {
            largest = Math.max(largest, Math.abs(c));
        }
        double all = largest > 0 ? largest : 1;
        Arrays.setAll(cost, k -> cost[k] / all);
        return cost;
    }

    /// The answer after the moves.
    double[] after(double[] moves) {
        double[] moved = x.clone();
        int k = 0;
        for (int j = free.nextSetBit(0); j >= 0; j = free.nextSetBit(j + 1)) {
            moved[j] += moves[k++] * unit(j);
        }
        return moved;
    }
}
