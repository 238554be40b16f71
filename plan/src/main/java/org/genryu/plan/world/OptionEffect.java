package org.genryu.plan.world;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import org.genryu.balance.ProgramVersions;
import org.genryu.solve.MathProgram;

/// By how much an option moves the limits of a program.
///
/// @param columns whose bounds move, ascending
/// @param lower by these: by how much, as `upper`
/// @param rows whose sides move, ascending
/// @param least by these: by how much, as `most`
/// @param plain whether that is all that it does: no cost, no entry, no curve, and no limit comes from or goes to
/// nowhere
record OptionEffect(
        int[] columns, double[] lower, double[] upper, int[] rows, double[] least, double[] most, boolean plain) {

    static final OptionEffect NOTHING = ofRows(new int[0]);

    static OptionEffect between(ProgramVersions.Written without, ProgramVersions.Written with) {
        MathProgram a = without.program();
        MathProgram b = with.program();
        int[] columns = moved(
                a.columns().lower(),
                b.columns().lower(),
                a.columns().upper(),
                b.columns().upper());
        int[] rows = moved(
                a.rows().lower(), b.rows().lower(), a.rows().upper(), b.rows().upper());
        double[] lower = change(a.columns().lower(), b.columns().lower(), columns);
        double[] upper = change(a.columns().upper(), b.columns().upper(), columns);
        double[] least = change(a.rows().lower(), b.rows().lower(), rows);
        double[] most = change(a.rows().upper(), b.rows().upper(), rows);
        boolean finite = Arrays.stream(new double[][] {lower, upper, least, most})
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
        boolean same = Arrays.equals(a.columns().cost(), b.columns().cost())
                && Arrays.equals(a.matrix().start(), b.matrix().start())
                && Arrays.equals(a.matrix().row(), b.matrix().row())
                && Arrays.equals(a.matrix().value(), b.matrix().value())
                && Arrays.equals(without.curves().slope(), with.curves().slope())
                && Arrays.equals(without.curves().power(), with.curves().power())
                && Arrays.equals(without.curves().from(), with.curves().from())
                && Arrays.equals(without.curves().unit(), with.curves().unit());
        return new OptionEffect(columns, lower, upper, rows, least, most, finite && same);
    }

    /// The upper side of one row grows by one unit.
    static OptionEffect ofRows(int[] rows) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return new OptionEffect(new int[0], new double[0], new double[0], rows, new double[rows.length], ones, true);
    }

    private static int[] moved(double[] lowA, double[] lowB, double[] highA, double[] highB) {
        BitSet moved = new BitSet();
        for (int k = 0; k < lowA.length; k++) {
            moved.set(k, lowA[k] != lowB[k] || highA[k] != highB[k]);
        }
        return moved.stream().toArray();
    }

    private static double[] change(double[] from, double[] to, int[] at) {
        double[] change = new double[at.length];
        Arrays.setAll(change, k -> from[at[k]] == to[at[k]] ? 0 : to[at[k]] - from[at[k]]);
        return change;
    }

    /// By how much effects together move the limits of a program: column bounds, then row sides.
    record Sum(double[] lower, double[] upper, double[] least, double[] most) {
        /// Where an effect differs from the sum.
        Odd against(OptionEffect joint) {
            Sum other = new Sum(
                    new double[lower.length],
                    new double[lower.length],
                    new double[least.length],
                    new double[least.length]);
            other.add(joint);
            Odd odd = new Odd(new BitSet(), new BitSet(), new BitSet(), new BitSet());
            for (int j = 0; j < lower.length; j++) {
                odd.columns.set(j, differ(lower[j], other.lower[j]) || differ(upper[j], other.upper[j]));
                odd.knownColumns.set(j, lower[j] != 0 || upper[j] != 0);
            }
            for (int i = 0; i < least.length; i++) {
                odd.rows.set(i, differ(least[i], other.least[i]) || differ(most[i], other.most[i]));
                odd.knownRows.set(i, least[i] != 0 || most[i] != 0);
            }
            return odd;
        }

        private static boolean differ(double a, double b) {
            return Math.abs(a - b) > 1e-9 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        }

        private void add(OptionEffect effect) {
            for (int k = 0; k < effect.columns.length; k++) {
                lower[effect.columns[k]] += effect.lower[k];
                upper[effect.columns[k]] += effect.upper[k];
            }
            for (int k = 0; k < effect.rows.length; k++) {
                least[effect.rows[k]] += effect.least[k];
                most[effect.rows[k]] += effect.most[k];
            }
        }
    }

    static Sum sum(MathProgram program, Collection<OptionEffect> effects) {
        int n = program.columns().size();
        int m = program.rows().size();
        Sum sum = new Sum(new double[n], new double[n], new double[m], new double[m]);
        effects.forEach(sum::add);
        return sum;
    }

    /// Columns and rows where a sum of effects is not what they do together, and those that the sum moves at all.
    record Odd(BitSet columns, BitSet rows, BitSet knownColumns, BitSet knownRows) {
        boolean meets(OptionEffect effect) {
            return Arrays.stream(effect.columns).anyMatch(columns::get)
                    || Arrays.stream(effect.rows).anyMatch(rows::get);
        }

        /// Whether something moves that no effect of the sum moves.
        boolean unknown() {
            return columns.stream().anyMatch(j -> !knownColumns.get(j))
                    || rows.stream().anyMatch(i -> !knownRows.get(i));
        }
    }

    boolean isNothing() {
        return columns.length == 0 && rows.length == 0;
    }

    /// Its part in the columns and rows of a block.
    /// @param column place in the block by column of the whole; -1 elsewhere
    OptionEffect in(int[] column, int[] row) {
        int[] c = java.util.stream.IntStream.range(0, columns.length)
                .filter(k -> column[columns[k]] >= 0)
                .toArray();
        int[] r = java.util.stream.IntStream.range(0, rows.length)
                .filter(k -> row[rows[k]] >= 0)
                .toArray();
        return new OptionEffect(
                Arrays.stream(c).map(k -> column[columns[k]]).toArray(),
                pick(lower, c),
                pick(upper, c),
                Arrays.stream(r).map(k -> row[rows[k]]).toArray(),
                pick(least, r),
                pick(most, r),
                plain);
    }

    private static double[] pick(double[] all, int[] which) {
        return Arrays.stream(which).mapToDouble(k -> all[k]).toArray();
    }

    boolean same(OptionEffect other) {
        return Arrays.equals(columns, other.columns)
                && Arrays.equals(rows, other.rows)
                && Arrays.equals(lower, other.lower)
                && Arrays.equals(upper, other.upper)
                && Arrays.equals(least, other.least)
                && Arrays.equals(most, other.most);
    }
}
