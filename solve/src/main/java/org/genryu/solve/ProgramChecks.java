package org.genryu.solve;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.genryu.core.Check;

/// Whether arrays can be handed to native code: lengths, indices within range, numbers that are numbers. One
/// pass, no copies.
public final class ProgramChecks {
    /// Entries from this on HiGHS refuses.
    private static final double LARGEST_ENTRY = 1e15;

    private ProgramChecks() {}

    public static void check(MathProgram program) {
        costs(program.columns().cost());
        limits("Column", program.columns().lower(), program.columns().upper());
        limits("Row", program.rows().lower(), program.rows().upper());
        matrix(program.matrix(), program.rows().size());
        Check.that(
                Math.abs(program.offset()) < OptimalityProof.INFINITE,
                "Program: offset is %s; it must be a finite number.",
                program.offset());
        Check.that(
                program.whole().length() <= program.columns().size(),
                "Program: column %s must be whole; there are only %s columns.",
                program.whole().length() - 1,
                program.columns().size());
        program.curvature().ifPresent(ProgramChecks::curvature);
        Check.that(
                program.curvature().isEmpty() || program.whole().isEmpty(),
                "Program: it has curvature and whole columns; there is no method here for both at once.");
    }

    static void costs(double[] cost) {
        for (int j = 0; j < cost.length; j++) {
            if (!(Math.abs(cost[j]) < OptimalityProof.INFINITE)) {
                throw new BeyondSolver(
                        "Cost %s: it is %s; it must be a finite number.".formatted(j, cost[j]),
                        cost[j],
                        OptimalityProof.INFINITE,
                        -1,
                        j);
            }
        }
    }

    /// No NaN; no lower limit of +∞ and no upper one of −∞.
    static void limits(String kind, double[] lower, double[] upper) {
        for (int j = 0; j < lower.length; j++) {
            if (!(lower[j] < OptimalityProof.INFINITE && upper[j] > -OptimalityProof.INFINITE)) {
                throw new BeyondSolver(
                        "%s %s: its limits are %s and %s; they must be numbers, the lower below and the upper above infinity."
                                .formatted(kind, j, lower[j], upper[j]),
                        lower[j] < OptimalityProof.INFINITE ? upper[j] : lower[j],
                        OptimalityProof.INFINITE,
                        kind.equals("Row") ? j : -1,
                        kind.equals("Row") ? -1 : j);
            }
        }
    }

    private static void matrix(MathProgram.Matrix matrix, int rows) {
        int[] start = matrix.start();
        Check.that(start[0] == 0, "Matrix: the first column starts at %s; it must start at 0.", start[0]);
        for (int j = 1; j < start.length; j++) {
            if (start[j] < start[j - 1]) {
                Check.that(
                        false,
                        "Matrix: column %s starts at %s, before column %s; starts must not fall.",
                        j,
                        start[j],
                        j - 1);
            }
        }
        int entries = matrix.entries();
        Check.that(
                matrix.row().length >= entries && matrix.value().length >= entries,
                "Matrix: %s rows and %s values for %s entries; there must be one of each.",
                matrix.row().length,
                matrix.value().length,
                entries);
        for (int k = 0; k < entries; k++) {
            int row = matrix.row()[k];
            String fault = "Matrix: entry %s is %s in row %s; it must be a finite number in one of the rows 0 to %s.";
            if (!(row >= 0 && row < rows)) {
                Check.that(false, fault, k, matrix.value()[k], row, rows - 1);
            }
            if (!(Math.abs(matrix.value()[k]) < LARGEST_ENTRY)) {
                throw new BeyondSolver(
                        fault.formatted(k, matrix.value()[k], row, rows - 1),
                        matrix.value()[k],
                        LARGEST_ENTRY,
                        row,
                        -1);
            }
        }
    }

    private static void curvature(double[] curvature) {
        for (int j = 0; j < curvature.length; j++) {
            if (!(curvature[j] >= 0 && curvature[j] < OptimalityProof.INFINITE)) {
                Check.that(
                        false,
                        "Curvature %s: it is %s; it must be 0 or more and finite, for the program to be convex.",
                        j,
                        curvature[j]);
            }
        }
    }

    /// The order that puts `places` in ascending order; each must be below `size` and appear once.
    static int[] ascending(String kind, int[] places, int size) {
        int[] order = IntStream.range(0, places.length).toArray();
        boolean sorted = true;
        for (int k = 1; k < places.length; k++) {
            sorted &= places[k - 1] < places[k];
        }
        if (!sorted) {
            order = IntStream.range(0, places.length)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(places[a], places[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int k = 0; k < order.length; k++) {
            int place = places[order[k]];
            Check.that(place >= 0 && place < size, "%s %s: it must be one of 0 to %s.", kind, place, size - 1);
            Check.that(
                    k == 0 || places[order[k - 1]] < place,
                    "%s %s: it is given twice; it must be given once.",
                    kind,
                    place);
        }
        return order;
    }

    static double[] arranged(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(k -> values[k]).toArray();
    }

    static int[] arranged(int[] values, int[] order) {
        return Arrays.stream(order).map(k -> values[k]).toArray();
    }
}
