package org.genryu.solve;

import org.genryu.solve.Solution.Miss;

/// A number of a program is too large for the solver, or none at all. Who makes programs from people's data answers
/// it as a verdict; for everybody else it is a mistake.
public final class BeyondSolver extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient Miss miss;

    /// @param value the number
    /// @param most size that it must be below
    /// @param row where it stands; -1 if it is of a column alone
    /// @param column where it stands; -1 if it is of a row alone
    BeyondSolver(String message, double value, double most, int row, int column) {
        super(message);
        double size = Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value);
        miss = new Miss(Miss.Residual.NUMBER, size, most, row, column);
    }

    public Miss miss() {
        return miss;
    }
}
