package org.genryu.stress.worst;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.genryu.balance.ProgramVersions;
import org.genryu.solve.MathProgram;
import org.genryu.solve.convex.CostCurves;

/// What moves make of the program of the calm world: its changed entries, in the size of the period.
///
/// @param columns changed columns, rising
/// @param cost their costs, as `lower` and `upper` bounds
/// @param rows changed rows, rising
/// @param least their lower sides, `most` the upper ones
/// @param structure whether anything else changed: an entry of the matrix, or how a cost bends
record MoveEffect(
        int[] columns,
        double[] cost,
        double[] lower,
        double[] upper,
        int[] rows,
        double[] least,
        double[] most,
        boolean structure) {

    /// What the version has that the calm world has not.
    static MoveEffect between(ProgramVersions.Written calm, ProgramVersions.Written version) {
        MathProgram a = calm.program();
        MathProgram b = version.program();
        BitSet columns = new BitSet();
        for (int j = 0; j < a.columns().size(); j++) {
            columns.set(
                    j,
                    a.columns().cost()[j] != b.columns().cost()[j]
                            || a.columns().lower()[j] != b.columns().lower()[j]
                            || a.columns().upper()[j] != b.columns().upper()[j]);
        }
        BitSet rows = new BitSet();
        for (int i = 0; i < a.rows().size(); i++) {
            rows.set(
                    i,
                    a.rows().lower()[i] != b.rows().lower()[i]
                            || a.rows().upper()[i] != b.rows().upper()[i]);
        }
        int[] at = columns.stream().toArray();
        int[] row = rows.stream().toArray();
        return new MoveEffect(
                at,
                pick(b.columns().cost(), at),
                pick(b.columns().lower(), at),
                pick(b.columns().upper(), at),
                row,
                pick(b.rows().lower(), row),
                pick(b.rows().upper(), row),
                !same(a.matrix(), b.matrix()) || !same(calm.curves(), version.curves()));
    }

    /// Entry by entry the hardest of the calm world and of the effects, which share entries.
    /// @param reroutes whether a cost on which the effects differ bounds nothing: the column is then shut
    /// instead
    static MoveEffect hardest(List<MoveEffect> effects, MathProgram calm, boolean reroutes) {
        BitSet columns = new BitSet();
        BitSet rows = new BitSet();
        for (MoveEffect effect : effects) {
            Arrays.stream(effect.columns).forEach(columns::set);
            Arrays.stream(effect.rows).forEach(rows::set);
        }
        int[] at = columns.stream().toArray();
        int[] row = rows.stream().toArray();
        MoveEffect hard = new MoveEffect(
                at,
                pick(calm.columns().cost(), at),
                pick(calm.columns().lower(), at),
                pick(calm.columns().upper(), at),
                row,
                pick(calm.rows().lower(), row),
                pick(calm.rows().upper(), row),
                false);
        double[] met = new double[at.length];
        Arrays.fill(met, Double.NaN);
        for (MoveEffect effect : effects) {
            for (int k = 0; k < effect.columns.length; k++) {
                int j = Arrays.binarySearch(at, effect.columns[k]);
                boolean differs = !Double.isNaN(met[j]) && met[j] != effect.cost[k];
                met[j] = effect.cost[k];
                hard.cost[j] = Math.max(hard.cost[j], effect.cost[k]);
                hard.lower[j] = Math.max(hard.lower[j], effect.lower[k]);
                hard.upper[j] = Math.min(hard.upper[j], reroutes && differs ? 0 : effect.upper[k]);
            }
            for (int k = 0; k < effect.rows.length; k++) {
                int i = Arrays.binarySearch(row, effect.rows[k]);
                hard.least[i] = Math.max(hard.least[i], effect.least[k]);
                hard.most[i] = Math.min(hard.most[i], effect.most[k]);
            }
        }
        return hard;
    }

    private static double[] pick(double[] all, int[] which) {
        double[] picked = new double[which.length];
        Arrays.setAll(picked, k -> all[which[k]]);
        return picked;
    }

    private static boolean same(MathProgram.Matrix a, MathProgram.Matrix b) {
        return Arrays.equals(a.start(), b.start())
                && Arrays.equals(a.row(), b.row())
                && Arrays.equals(a.value(), b.value());
    }

    private static boolean same(CostCurves a, CostCurves b) {
        return Arrays.equals(a.slope(), b.slope())
                && Arrays.equals(a.power(), b.power())
                && Arrays.equals(a.from(), b.from())
                && Arrays.equals(a.unit(), b.unit());
    }

    boolean isNothing() {
        return columns.length == 0 && rows.length == 0 && !structure;
    }

    /// Whether it can only make the operator's answer dearer: limits that tighten, costs that rise (no amount
    /// is below nil).
    boolean hardens(MathProgram calm) {
        boolean hard = !structure;
        for (int k = 0; k < columns.length && hard; k++) {
            int j = columns[k];
            hard = cost[k] >= calm.columns().cost()[j]
                    && lower[k] >= calm.columns().lower()[j]
                    && upper[k] <= calm.columns().upper()[j]
                    && calm.columns().lower()[j] >= 0;
        }
        for (int k = 0; k < rows.length && hard; k++) {
            int i = rows[k];
            hard = least[k] >= calm.rows().lower()[i] && most[k] <= calm.rows().upper()[i];
        }
        return hard;
    }

    /// Whether both change an entry, each in its own way.
    boolean clashes(MoveEffect other) {
        int b = 0;
        for (int a = 0; a < columns.length; a++) {
            while (b < other.columns.length && other.columns[b] < columns[a]) {
                b++;
            }
            if (b < other.columns.length
                    && other.columns[b] == columns[a]
                    && (cost[a] != other.cost[b] || lower[a] != other.lower[b] || upper[a] != other.upper[b])) {
                return true;
            }
        }
        int d = 0;
        for (int c = 0; c < rows.length; c++) {
            while (d < other.rows.length && other.rows[d] < rows[c]) {
                d++;
            }
            if (d < other.rows.length
                    && other.rows[d] == rows[c]
                    && (least[c] != other.least[d] || most[c] != other.most[d])) {
                return true;
            }
        }
        return structure && other.structure;
    }
}
