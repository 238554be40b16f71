package org.genryu.cases.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;

/// One row of a source table. The source tables are part of the program, so a bad cell is a programmer's mistake.
///
/// @param where file and line, for messages
/// @param cells cell by column; blank cells are empty text
public record SourceRow(String where, Map<String, String> cells) {

    public String text(String column) {
        Check.that(cells.containsKey(column), "Row %s: column '%s' is missing.", where, column);
        return cells.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return !cells.getOrDefault(column, "").isBlank();
    }

    public double number(String column) {
        String cell = text(column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Row %s: %s is '%s'; it must be a number.".formatted(where, column, cell), e);
        }
    }

    public Optional<Double> maybe(String column) {
        return has(column) ? Optional.of(number(column)) : Optional.empty();
    }

    public boolean yes(String column) {
        return text(column).equals("yes");
    }

    /// The words of a cell, separated by blanks.
    public List<String> words(String column) {
        return List.of(text(column).split(" "));
    }

    public String source() {
        return text("source");
    }

    public String note() {
        return cells.getOrDefault("note", "");
    }
}
