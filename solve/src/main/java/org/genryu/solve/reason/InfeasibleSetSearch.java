package org.genryu.solve.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.genryu.solve.MathProgram;
import org.genryu.solve.OptimalityProof;
import org.genryu.solve.ProgramChecks;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.genryu.solve.reason.InfeasibleSet.Limit;
import org.genryu.solve.reason.InfeasibleSet.Side;

/// One search for a clash; see [InfeasibleSet].
///
/// A limit is a number: 2 k for the lower and 2 k + 1 for the upper side of row or column k, columns counted on
/// from the rows.
final class InfeasibleSetSearch {
    /// Entries of a ray below this, relative to its largest, are rounding.
    private static final double NOISE = 1e-9;

    private final MathProgram program;
    private final SolveOptions options;
    private final long began = System.nanoTime();

    InfeasibleSetSearch(MathProgram program, SolveOptions options) {
        ProgramChecks.check(program);
        this.program = program;
        this.options = options;
    }

    Optional<InfeasibleSet> find() {
        Optional<InfeasibleSet> obvious = obvious();
        if (obvious.isPresent()) {
            return obvious;
        }
        MathProgram relaxed = freeOfCost(new BitSet());
        Optional<BitSet> support;
        try (SolverSession live = SolverSession.open(relaxed, within())) {
            support = switch (live.solve()) {
                case Solution.Infeasible found ->
                    Optional.of(found.ray().map(this::support).orElseGet(this::all));
                case Solution.Optimal _, Solution.Unbounded _, Solution.Stopped _ -> Optional.empty();
            };
        }
        if (support.isPresent()) {
            return support.flatMap(limits -> filter(relaxed, limits));
        }
        return program.whole().isEmpty() ? Optional.empty() : filter(freeOfCost(program.whole()), all());
    }

    /// A row or column whose own limits cross.
    private Optional<InfeasibleSet> obvious() {
        for (int k = 0; k < rows() + columns(); k++) {
            if (low(k) > high(k)) {
                return Optional.of(new InfeasibleSet(List.of(limit(2 * k), limit(2 * k + 1)), true));
            }
        }
        return Optional.empty();
    }

    /// Lifts one limit after the other from those that clash. Empty if they turn out not to clash.
    private Optional<InfeasibleSet> filter(MathProgram full, BitSet start) {
        Part part = Part.of(full, start, rows());
        boolean whole = !full.whole().isEmpty();
        try (SolverSession live = SolverSession.open(part.program, within())) {
            if (!(live.solve() instanceof Solution.Infeasible)) {
                BitSet all = all();
                return start.equals(all) ? Optional.empty() : filter(full, all);
            }
            BitSet present = (BitSet) start.clone();
            for (int limit : order(start)) {
                if (!present.get(limit)) {
                    continue;
                }
                if (left() <= 0) {
                    return Optional.of(clash(present, false));
                }
                present.clear(limit);
                set(live, part, limit, present);
                switch (live.solve()) {
                    case Solution.Infeasible found ->
                        found.ray().filter(_ -> !whole).ifPresent(ray -> keepOnly(live, part, ray, present));
                    case Solution.Optimal _, Solution.Unbounded _ -> {
                        present.set(limit);
                        set(live, part, limit, present);
                    }
                    case Solution.Stopped _ -> {
                        present.set(limit);
                        return Optional.of(clash(present, false));
                    }
                }
            }
            return Optional.of(clash(present, true));
        }
    }

    /// Columns' limits first, then rows': what is tried later stays more often.
    private int[] order(BitSet limits) {
        return limits.stream()
                .boxed()
                .sorted(Comparator.comparing((Integer limit) -> limit / 2 < rows())
                        .thenComparing(limit -> limit))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Lifts what the new ray does not need.
    private void keepOnly(SolverSession live, Part part, double[] ray, BitSet present) {
        double[] full = new double[rows()];
        for (int i = 0; i < ray.length; i++) {
            full[part.rows[i]] = ray[i];
        }
        BitSet needed = support(full);
        for (int limit = present.nextSetBit(0); limit >= 0; limit = present.nextSetBit(limit + 1)) {
            if (!needed.get(limit)) {
                present.clear(limit);
                set(live, part, limit, present);
            }
        }
    }

    /// Tells the live model how the row or column of `limit` now stands.
    private void set(SolverSession live, Part part, int limit, BitSet present) {
        int k = limit / 2;
        double low = present.get(2 * k) ? low(k) : Double.NEGATIVE_INFINITY;
        double high = present.get(2 * k + 1) ? high(k) : Double.POSITIVE_INFINITY;
        if (k < rows()) {
            live.sides(new int[] {Arrays.binarySearch(part.rows, k)}, new double[] {low}, new double[] {high});
        } else {
            live.bounds(
                    new int[] {Arrays.binarySearch(part.columns, k - rows())}, new double[] {low}, new double[] {high});
        }
    }

    /// The limits that a Farkas ray needs: a side where it is not zero, and a bound where Aᵀ y is not zero.
    private BitSet support(double[] y) {
        BitSet limits = new BitSet();
        double largest = Arrays.stream(y).map(Math::abs).max().orElse(0);
        for (int i = 0; i < y.length; i++) {
            if (Math.abs(y[i]) > NOISE * largest) {
                limits.set(y[i] > 0 ? 2 * i : 2 * i + 1);
            }
        }
        MathProgram.Matrix matrix = program.matrix();
        for (int j = 0; j < columns(); j++) {
            double sum = 0;
            double most = 0;
            for (int k = matrix.start()[j]; k < matrix.start()[j + 1]; k++) {
                double term = matrix.value()[k] * y[matrix.row()[k]];
                sum += term;
                most = Math.max(most, Math.abs(term));
            }
            if (Math.abs(sum) > NOISE * most) {
                limits.set(2 * (rows() + j) + (sum > 0 ? 1 : 0));
            }
        }
        return limits;
    }

    /// Every limit that is one.
    private BitSet all() {
        BitSet limits = new BitSet();
        for (int k = 0; k < rows() + columns(); k++) {
            limits.set(2 * k, low(k) > -OptimalityProof.INFINITE);
            limits.set(2 * k + 1, high(k) < OptimalityProof.INFINITE);
        }
        return limits;
    }

    /// The same limits with nothing to minimise: then every basis is dual feasible.
    private MathProgram freeOfCost(BitSet whole) {
        MathProgram.Columns columns = new MathProgram.Columns(
                new double[columns()],
                program.columns().lower(),
                program.columns().upper());
        return new MathProgram(0, columns, program.rows(), program.matrix(), whole, Optional.empty());
    }

    private InfeasibleSet clash(BitSet limits, boolean irreducible) {
        List<Limit> named = new ArrayList<>();
        limits.stream().forEach(limit -> named.add(limit(limit)));
        return new InfeasibleSet(named, irreducible);
    }

    private Limit limit(int limit) {
        Side side = limit % 2 == 0 ? Side.LOWER : Side.UPPER;
        return limit / 2 < rows() ? new Limit.OfRow(limit / 2, side) : new Limit.OfColumn(limit / 2 - rows(), side);
    }

    private double low(int k) {
        return k < rows() ? program.rows().lower()[k] : program.columns().lower()[k - rows()];
    }

    private double high(int k) {
        return k < rows() ? program.rows().upper()[k] : program.columns().upper()[k - rows()];
    }

    private int rows() {
        return program.rows().size();
    }

    private int columns() {
        return program.columns().size();
    }

    private double left() {
        return options.left((double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1));
    }

    private SolveOptions within() {
        return options.with(SolveOptions.Algorithm.SIMPLEX).within(Math.max(0, left()));
    }

    /// The part of a program that some limits speak of: their rows, the columns that stand in these, and their
    /// columns; all other limits lifted.
    private record Part(MathProgram program, int[] rows, int[] columns) {
        static Part of(MathProgram full, BitSet limits, int rowCount) {
            int[] rows = limits.stream()
                    .map(limit -> limit / 2)
                    .filter(k -> k < rowCount)
                    .distinct()
                    .toArray();
            int[] place = new int[rowCount];
            Arrays.fill(place, -1);
            for (int i = 0; i < rows.length; i++) {
                place[rows[i]] = i;
            }
            MathProgram.Matrix matrix = full.matrix();
            BitSet kept = new BitSet();
            int entries = 0;
            for (int j = 0; j < full.columns().size(); j++) {
                int k = rowCount + j;
                kept.set(j, limits.get(2 * k) || limits.get(2 * k + 1));
                for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                    if (place[matrix.row()[e]] >= 0) {
                        kept.set(j);
                        entries++;
                    }
                }
            }
            int[] columns = kept.stream().toArray();
            MathProgram.Matrix part = cut(matrix, columns, place, entries);
            MathProgram.Columns bounds = new MathProgram.Columns(
                    new double[columns.length],
                    lifted(columns, full.columns().lower(), limits, 2 * rowCount, Double.NEGATIVE_INFINITY),
                    lifted(columns, full.columns().upper(), limits, 2 * rowCount + 1, Double.POSITIVE_INFINITY));
            MathProgram.Rows sides = new MathProgram.Rows(
                    lifted(rows, full.rows().lower(), limits, 0, Double.NEGATIVE_INFINITY),
                    lifted(rows, full.rows().upper(), limits, 1, Double.POSITIVE_INFINITY));
            BitSet whole = new BitSet();
            for (int j = 0; j < columns.length; j++) {
                whole.set(j, full.whole().get(columns[j]));
            }
            return new Part(new MathProgram(0, bounds, sides, part, whole, Optional.empty()), rows, columns);
        }

        private static MathProgram.Matrix cut(MathProgram.Matrix matrix, int[] columns, int[] place, int entries) {
            int[] start = new int[columns.length + 1];
            int[] row = new int[entries];
            double[] value = new double[entries];
            int at = 0;
            for (int j = 0; j < columns.length; j++) {
                for (int e = matrix.start()[columns[j]]; e < matrix.start()[columns[j] + 1]; e++) {
                    if (place[matrix.row()[e]] >= 0) {
                        row[at] = place[matrix.row()[e]];
                        value[at++] = matrix.value()[e];
                    }
                }
                start[j + 1] = at;
            }
            return new MathProgram.Matrix(start, row, value);
        }

        private static double[] lifted(int[] places, double[] from, BitSet limits, int first, double open) {
            return Arrays.stream(places)
                    .mapToDouble(k -> limits.get(first + 2 * k) ? from[k] : open)
                    .toArray();
        }
    }
}
