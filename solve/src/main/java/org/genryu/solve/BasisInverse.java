package org.genryu.solve;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.genryu.core.Check;

/// B⁻¹ of the present basis, column by column and row by row, with arrays that are used again from call to
/// call.
///
/// HiGHS's basis matrix has the column +e_i for a basic row i, that is, minus its activity (A x + s = 0).
/// Answers to a side speak of activities, so their signs are turned here; a basic row, which no limit holds,
/// does not answer.
final class BasisInverse {
    private final Highs highs;
    private final MemorySegment model;
    private final int rows;
    private final int[] basics;
    private final double[] dense;
    private final int[] index;
    private final int[] count = new int[1];

    BasisInverse(Highs highs, MemorySegment model, int rows) {
        this.highs = highs;
        this.model = model;
        this.rows = rows;
        basics = new int[rows];
        dense = new double[rows];
        index = new int[rows];
        Check.that(
                highs.basics(model, basics) >= 0,
                "HiGHS has no factored basis. Maybe the model was not solved after its last change.");
    }

    int[] basics() {
        return basics.clone();
    }

    SolverSession.Response response(int row) {
        Check.that(row >= 0 && row < rows, "Row %s: it must be one of 0 to %s.", row, rows - 1);
        for (int basic : basics) {
            if (basic == -1 - row) {
                return new SolverSession.Response(new int[0], new double[0]);
            }
        }
        int[] places = places(highs.inverseColumn(model, row, dense, count, index));
        double[] values = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            values[k] = basics[places[k]] >= 0 ? dense[places[k]] : -dense[places[k]];
        }
        return new SolverSession.Response(places, values);
    }

    SolverSession.Response sensitivity(int k) {
        Check.that(k >= 0 && k < rows, "Basic variable %s: it must be one of 0 to %s.", k, rows - 1);
        int[] places = places(highs.inverseRow(model, k, dense, count, index));
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = dense[places[i]];
        }
        return new SolverSession.Response(places, values);
    }

    private int[] places(int code) {
        Check.that(code >= 0, "HiGHS gave no answer about its basis.");
        int[] places = Arrays.copyOf(index, count[0]);
        Arrays.sort(places);
        return places;
    }
}
