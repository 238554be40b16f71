package org.genryu.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.genryu.core.Check;
import org.genryu.core.Figures;

/// The table under a picture: shown on the page, and the same numbers unrounded as a CSV file inside the page.
///
/// @param name of the file, without extension
final class Sheet {
    /// @param shown as people read it
    /// @param raw as programs read it
    record Cell(String shown, String raw) {}

    private final String name;
    private final List<String> columns;
    private final int words;
    private final List<List<Cell>> rows = new ArrayList<>();

    /// @param words number of columns that hold words; those to their right hold numbers
    Sheet(String name, int words, String... columns) {
        this.name = name;
        this.words = words;
        this.columns = List.of(columns);
    }

    static Cell word(String word) {
        return new Cell(word, word);
    }

    static Cell number(String shown, double value) {
        return new Cell(shown, Double.isFinite(value) ? Figures.exact(value) : "");
    }

    Sheet row(List<Cell> cells) {
        Check.that(
                cells.size() == columns.size(),
                "Sheet '%s': a row has %s cells; it must have %s.",
                name,
                cells.size(),
                columns.size());
        rows.add(List.copyOf(cells));
        return this;
    }

    Sheet row(Cell... cells) {
        return row(List.of(cells));
    }

    int size() {
        return rows.size();
    }

    String name() {
        return name;
    }

    List<String> columns() {
        return columns;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    boolean isNumber(int column) {
        return column >= words;
    }

    /// With a byte order mark, so that spreadsheets read Japanese.
    String csv() {
        StringBuilder out = new StringBuilder("\uFEFF");
        line(out, columns);
        for (List<Cell> row : rows) {
            line(out, row.stream().map(Cell::raw).toList());
        }
        return out.toString();
    }

    /// The file as an address that works without scripts and without a network.
    String address() {
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(csv().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(new String(CsvWriter.text(cells.get(i)), StandardCharsets.UTF_8));
        }
        out.append("\r\n");
    }
}
