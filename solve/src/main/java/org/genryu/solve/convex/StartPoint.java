package org.genryu.solve.convex;

/// Where a solver may begin: the nearer, the fewer steps. The answer does not depend on it beyond rounding.
///
/// @param amounts by column: a typical amount, which is also the size in which the column counts; 0 where none is known
/// @param prices by row: about what a unit is worth; empty if nothing is known
public record StartPoint(double[] amounts, double[] prices) {
    public static StartPoint of(double[] amounts) {
        return new StartPoint(amounts, new double[0]);
    }
}
