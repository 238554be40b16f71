package org.genryu.solve;

/// Where a solver may begin: the nearer, the fewer steps. The answer does not depend on it beyond rounding.
///
/// @param amounts by column: a typical amount, which is also the size in which the column counts; 0 where none is known
/// @param prices by row: about what a unit is worth; empty if nothing is known
public record Begin(double[] amounts, double[] prices) {
    public static Begin of(double[] amounts) {
        return new Begin(amounts, new double[0]);
    }
}
