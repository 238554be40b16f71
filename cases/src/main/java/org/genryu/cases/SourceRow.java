package org.genryu.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;

/// One row of a source table. The source tables are part of the program, so a bad cell is a programmer's mistake.
///
/// @param where file and line, for messages
/// @param cells cell by column; blank cells are empty text
record SourceRow(String where, Map<String, String> cells) {

    String text(String column) {
        Check.that(cells.containsKey(column), "Row %s: column '%s' is missing.", where, column);
        return cells.getOrDefault(column, "");
    }

    boolean has(String column) {
        return !cells.getOrDefault(column, "").isBlank();
    }

    double number(String column) {
        String cell = text(column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Row %s: %s is '%s'; it must be a number.".formatted(where, column, cell), e);
        }
    }

    Optional<Double> maybe(String column) {
        return has(column) ? Optional.of(number(column)) : Optional.empty();
    }

    boolean yes(String column) {
        return text(column).equals("yes");
    }

    /// The words of a cell, separated by blanks.
    List<String> words(String column) {
        return List.of(text(column).split(" "));
    }

    String source() {
        return text("source");
    }

    String note() {
        return cells.getOrDefault("note", "");
    }
}
