package org.genryu.casefile.resolve;

/// One change of one column.
///
/// @param from first month [months since the year 0]; `Integer.MIN_VALUE` from the start
/// @param until month after the last; `Integer.MAX_VALUE` to the end
/// @param cause file and line, for the log
record CellEdit(String table, String column, Op op, CellNumber value, int from, int until, String cause) {
    CellEdit(String table, String column, Op op, double value, int from, int until, String cause) {
        this(table, column, op, CellNumber.fixed(value), from, until, cause);
    }

    /// How a value acts.
    enum Op {
        SET,
        ADD,
        MULTIPLY,
        /// At most the value; only actions of scenarios do this.
        LIMIT;

        static Op of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// The same by another value.
    CellEdit by(CellNumber other) {
        return new CellEdit(table, column, op, other, from, until, cause);
    }

    /// As in `there is nothing to multiply`.
    String verb() {
        return op == Op.ADD ? "add to" : op == Op.LIMIT ? "limit" : "multiply";
    }

    /// What the change makes of x while it holds.
    CellNumber on(CellNumber x) {
        return op == Op.SET ? value : x.with(value, this::on);
    }

    private double on(double x, double value) {
        return switch (op) {
            case SET -> value;
            case ADD -> x + value;
            case MULTIPLY -> value == 0 ? 0 : x * value;
            case LIMIT -> Math.min(x, value);
        };
    }
}
