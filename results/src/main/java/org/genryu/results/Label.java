package org.genryu.results;

import java.util.stream.IntStream;
import org.genryu.casefile.IdList;
import org.genryu.core.time.Periods;

/// A text that stands in many rows, made ready once for every writer.
///
/// @param text as JSON carries it
/// @param csv as a CSV cell, ready to be copied; not to be changed
public record Label(String text, byte[] csv) {
    public static Label of(String text) {
        return new Label(text, CsvWriter.text(text));
    }

    /// The ids of a table, by index.
    public static Label[] of(IdList ids) {
        return IntStream.range(0, ids.size()).mapToObj(i -> of(ids.id(i))).toArray(Label[]::new);
    }

    /// The names of all periods, by index.
    public static Label[] of(Periods periods) {
        return IntStream.range(0, periods.count())
                .mapToObj(t -> of(periods.label(t)))
                .toArray(Label[]::new);
    }
}
