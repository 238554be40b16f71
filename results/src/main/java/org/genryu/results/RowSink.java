package org.genryu.results;

import java.io.IOException;
import java.util.Optional;

/// Where the rows of a result table go, cell by cell in the order of its columns: a CSV file, a JSON document, a
/// picture's table. Whoever counts writes into one of these and knows of no form.
public interface RowSink {
    RowSink cell(Label text) throws IOException;

    RowSink text(String text) throws IOException;

    /// @param value finite, or infinite for a number that nothing bounds, which is an absent cell; never NaN
    RowSink number(double value) throws IOException;

    /// Ends the row.
    void end() throws IOException;

    /// A number that may be absent.
    default RowSink number(Optional<Double> value) throws IOException {
        return number(value.orElse(Double.POSITIVE_INFINITY));
    }
}
