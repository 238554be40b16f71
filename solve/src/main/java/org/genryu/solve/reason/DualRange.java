package org.genryu.solve.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.genryu.core.Check;
import org.genryu.core.Deadline;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolverSession;

/// How far can each price move while the optimum stays the same? The interval [y⁻, y⁺] of a dual at a kink.
///
/// A dual is unique unless a basic variable sits at one of its bounds. With D the set of such variables, every
/// optimal dual is y(θ) = y + Σ_{k∈D} θ_k ρ_k, ρ_k = row of B⁻¹ of variable k – [SolverSession#sensitivity(int)],
/// as far as all reduced costs keep their sign. That is a small polyhedron in θ; it falls apart into components
/// that share no column. Each price is minimised and maximised over its component, once for all rows whose
/// entries are proportional. An end without limit is infinite: the next unit cannot be had, or cannot be got
/// rid of.
///
/// Cost: one solve with B a degenerate variable and two warm LPs a distinct pattern. Does not apply to integer
/// programs, unless their integers are fixed first, nor after an interior point run without crossover.
///
/// @param low by row; the dual itself where it is unique
/// @param high by row
/// @param unresolved rows among those asked for whose interval was left out because the effort was used up
public record DualRange(double[] low, double[] high, BitSet unresolved) {
    private static final double AT_BOUND = 1e-9;
    private static final double NIL = 1e-11;

    /// Intervals of the first `rows` rows.
    ///
    /// @param effort most degenerate variables and most patterns that are worked on; what is beyond stays
    ///     unresolved
    public static DualRange of(SolverSession live, MathProgram program, Solution.Point point, int rows, int effort) {
        Check.that(program.whole().isEmpty(), "DualRange: the program has whole columns; fix them first.");
        double[] low = Arrays.copyOf(point.dual(), rows);
        double[] high = low.clone();
        BitSet unresolved = new BitSet();
        int[] basics = live.basics();
        int[] degenerate = degenerate(program, point, basics);
        if (degenerate.length > effort || Deadline.present().passed()) {
            unresolved.set(0, rows);
            return new DualRange(low, high, unresolved);
        }
        if (degenerate.length > 0) {
            new Search(live, program, point, rows, effort).run(degenerate, low, high, unresolved);
        }
        return new DualRange(low, high, unresolved);
    }

    /// Positions in the basis of the basic variables that sit at a bound.
    private static int[] degenerate(MathProgram program, Solution.Point point, int[] basics) {
        int[] found = new int[basics.length];
        int count = 0;
        for (int k = 0; k < basics.length; k++) {
            if (place(program, point, basics[k]) != Place.INSIDE) {
                found[count++] = k;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private enum Place {
        INSIDE,
        LOWER,
        UPPER,
        FIXED
    }

    /// Where a variable (column j as j, row i as -1 - i) sits.
    private static Place place(MathProgram program, Solution.Point point, int variable) {
        double value = variable >= 0 ? point.x()[variable] : point.activity()[-1 - variable];
        double lower = variable >= 0
                ? program.columns().lower()[variable]
                : program.rows().lower()[-1 - variable];
        double upper = variable >= 0
                ? program.columns().upper()[variable]
                : program.rows().upper()[-1 - variable];
        double near = AT_BOUND * (1 + Math.abs(value));
        boolean low = value <= lower + near;
        boolean top = value >= upper - near;
        return low && top ? Place.FIXED : low ? Place.LOWER : top ? Place.UPPER : Place.INSIDE;
    }

    /// The run: patterns by row, components, and one live model a component.
    private static final class Search {
        private final SolverSession live;
        private final MathProgram program;
        private final Solution.Point point;
        private final int rows;
        private final int effort;
        private final int[] rowStart;
        private final int[] rowColumn;
        private final double[] rowValue;
        /// Pattern of each affected row: (position of the degenerate variable, entry of ρ) pairs.
        private final Map<Integer, List<double[]>> rowPattern = new HashMap<>();
        private final Map<Integer, Map<Integer, Double>> columnPattern = new HashMap<>();
        private int[] parent = new int[0];
        /// Position of a degenerate variable within its component.
        private int[] position = new int[0];

        Search(SolverSession live, MathProgram program, Solution.Point point, int rows, int effort) {
            this.live = live;
            this.program = program;
            this.point = point;
            this.rows = rows;
            this.effort = effort;
            MathProgram.Matrix matrix = program.matrix();
            this.rowStart = new int[program.rows().size() + 1];
            this.rowColumn = new int[matrix.entries()];
            this.rowValue = new double[matrix.entries()];
            transpose(matrix);
        }

        private void transpose(MathProgram.Matrix matrix) {
            for (int e = 0; e < matrix.entries(); e++) {
                rowStart[matrix.row()[e] + 1]++;
            }
            for (int i = 0; i < program.rows().size(); i++) {
                rowStart[i + 1] += rowStart[i];
            }
            int[] next = rowStart.clone();
            for (int j = 0; j < program.columns().size(); j++) {
                for (int e = matrix.start()[j]; e < matrix.start()[j + 1]; e++) {
                    int at = next[matrix.row()[e]]++;
                    rowColumn[at] = j;
                    rowValue[at] = matrix.value()[e];
                }
            }
        }

        void run(int[] degenerate, double[] low, double[] high, BitSet unresolved) {
            parent = new int[degenerate.length];
            Arrays.setAll(parent, k -> k);
            position = new int[degenerate.length];
            for (int k = 0; k < degenerate.length; k++) {
                collect(k, live.sensitivity(degenerate[k]));
            }
            unite();
            Map<Integer, Component> components = components();
            components.values().parallelStream().forEach(component -> component.solve(low, high, unresolved));
        }

        private void collect(int k, SolverSession.Response rho) {
            for (int e = 0; e < rho.index().length; e++) {
                if (Math.abs(rho.value()[e]) <= NIL) {
                    continue;
                }
                int row = rho.index()[e];
                rowPattern.computeIfAbsent(row, _ -> new ArrayList<>(2)).add(new double[] {k, rho.value()[e]});
                for (int at = rowStart[row]; at < rowStart[row + 1]; at++) {
                    columnPattern
                            .computeIfAbsent(rowColumn[at], _ -> new HashMap<>(4))
                            .merge(k, rowValue[at] * rho.value()[e], Double::sum);
                }
            }
        }

        private List<double[]> atRow(int row) {
            return rowPattern.getOrDefault(row, List.of());
        }

        private Map<Integer, Double> atColumn(int column) {
            return columnPattern.getOrDefault(column, Map.of());
        }

        private void unite() {
            for (Map.Entry<Integer, Map<Integer, Double>> entry : columnPattern.entrySet()) {
                entry.getValue().values().removeIf(a -> Math.abs(a) <= 1e-9);
                if (binds(entry.getKey())) {
                    uniteAll(entry.getValue().keySet().stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
                }
            }
            for (Map.Entry<Integer, List<double[]>> entry : rowPattern.entrySet()) {
                uniteAll(entry.getValue().stream()
                        .mapToInt(pair -> (int) pair[0])
                        .toArray());
            }
        }

        /// Whether the reduced cost of the variable must keep a sign.
        private boolean binds(int variable) {
            return switch (place(program, point, variable)) {
                case LOWER, UPPER -> true;
                case INSIDE, FIXED -> false;
            };
        }

        private void uniteAll(int[] members) {
            for (int i = 1; i < members.length; i++) {
                parent[root(members[i])] = root(members[0]);
            }
        }

        private int root(int k) {
            int at = k;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        private Map<Integer, Component> components() {
            Map<Integer, Component> found = new java.util.TreeMap<>();
            for (int k = 0; k < parent.length; k++) {
                List<Integer> thetas = found.computeIfAbsent(root(k), _ -> new Component()).thetas;
                position[k] = thetas.size();
                thetas.add(k);
            }
            rowPattern.keySet().stream()
                    .sorted()
                    .forEach(row -> found.computeIfAbsent(root((int) atRow(row).getFirst()[0]), _ -> new Component())
                            .rows
                            .add(row));
            columnPattern.keySet().stream().sorted().forEach(column -> {
                Map<Integer, Double> pattern = atColumn(column);
                if (!pattern.isEmpty() && binds(column)) {
                    found.computeIfAbsent(root(pattern.keySet().iterator().next()), _ -> new Component())
                            .columns
                            .add(column);
                }
            });
            return found;
        }

        /// θ that meet in at least one reduced cost.
        private final class Component {
            private final List<Integer> thetas = new ArrayList<>();
            private final List<Integer> rows = new ArrayList<>();
            private final List<Integer> columns = new ArrayList<>();

            /// Minimises and maximises each distinct pattern. Components touch different rows, so they may run
            /// side by side.
            void solve(double[] low, double[] high, BitSet unresolved) {
                Map<List<Long>, double[]> known = new HashMap<>();
                List<Integer> wanted =
                        rows.stream().filter(row -> row < Search.this.rows).toList();
                if (wanted.isEmpty()) {
                    return;
                }
                try (DualFace face = new DualFace(thetas.size(), sides())) {
                    for (int row : wanted) {
                        double[] direction = direction(row);
                        double scale = scale(direction);
                        List<Long> key = key(direction, scale);
                        double[] range = known.get(key);
                        if (range == null && known.size() >= effort) {
                            synchronized (unresolved) {
                                unresolved.set(row);
                            }
                            continue;
                        }
                        if (range == null) {
                            OptionalDouble down = face.most(direction, -1 / scale);
                            OptionalDouble up = face.most(direction, 1 / scale);
                            if (down.isEmpty() || up.isEmpty()) {
                                synchronized (unresolved) {
                                    unresolved.set(row);
                                }
                                continue;
                            }
                            range = new double[] {-down.getAsDouble(), up.getAsDouble()};
                            known.put(key, range);
                        }
                        double one = range[0] * scale;
                        double other = range[1] * scale;
                        low[row] = point.dual()[row] + Math.min(0, Math.min(one, other));
                        high[row] = point.dual()[row] + Math.max(0, Math.max(one, other));
                    }
                }
            }

            private double[] direction(int row) {
                double[] direction = new double[thetas.size()];
                for (double[] pair : atRow(row)) {
                    direction[position[(int) pair[0]]] += pair[1];
                }
                return direction;
            }

            private double scale(double[] direction) {
                for (double entry : direction) {
                    if (Math.abs(entry) > NIL) {
                        return entry;
                    }
                }
                return 1;
            }

            private List<Long> key(double[] direction, double scale) {
                List<Long> key = new ArrayList<>();
                for (int k = 0; k < direction.length; k++) {
                    if (Math.abs(direction[k]) > NIL) {
                        key.add((long) k);
                        key.add(Math.round(direction[k] / scale * 1e9));
                    }
                }
                return key;
            }

            /// d_j - Σ α_kj θ_k keeps its sign for every column and row that binds.
            private List<DualFace.Side> sides() {
                List<DualFace.Side> sides = new ArrayList<>();
                for (int column : columns) {
                    Map<Integer, Double> pattern = new java.util.TreeMap<>();
                    atColumn(column).forEach((k, factor) -> pattern.put(position[k], factor));
                    sides.add(side(pattern, point.reducedCost()[column], column));
                }
                for (int row : rows) {
                    if (binds(-1 - row)) {
                        Map<Integer, Double> pattern = new java.util.TreeMap<>();
                        atRow(row).forEach(pair -> pattern.merge(position[(int) pair[0]], -pair[1], Double::sum));
                        sides.add(side(pattern, point.dual()[row], -1 - row));
                    }
                }
                return sides;
            }

            private DualFace.Side side(Map<Integer, Double> pattern, double reduced, int variable) {
                int[] theta =
                        pattern.keySet().stream().mapToInt(Integer::intValue).toArray();
                double[] factor = pattern.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                boolean lower = place(Search.this.program, point, variable) == Place.LOWER;
                return new DualFace.Side(
                        theta,
                        factor,
                        lower ? Double.NEGATIVE_INFINITY : Math.min(0, reduced),
                        lower ? Math.max(0, reduced) : Double.POSITIVE_INFINITY);
            }
        }
    }
}
