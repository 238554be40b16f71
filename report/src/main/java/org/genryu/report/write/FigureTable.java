package org.genryu.report.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.number.NumberText;
import org.genryu.results.CsvWriter;

/// The table under a picture: shown on the page, and the same numbers unrounded as a CSV file inside the page.
///
/// @param name of the file, without extension
public final class FigureTable {
    /// @param shown as people read it
    /// @param raw as programs read it
    /// @param marks what stands behind it
    public record Cell(String shown, String raw, List<Mark> marks) {
        public Cell {
            marks = List.copyOf(marks);
        }

        public Cell(String shown, String raw) {
            this(shown, raw, List.of());
        }

        /// The cell with what stands behind it.
        public Cell with(List<Mark> added) {
            return new Cell(shown, raw, added);
        }
    }

    /// A source, or a warning such as "assumption", after what a cell shows.
    /// @param address where the source is told on the page, such as `#source-usgs`; empty for none
    /// @param warning whether it must not be overlooked
    public record Mark(String words, String address, boolean warning) {}

    private final String name;
    private final List<String> columns;
    private final int words;
    private final List<List<Cell>> rows = new ArrayList<>();
    private Optional<Plot> plot = Optional.empty();

    /// @param words number of columns that hold words; those to their right hold numbers
    public FigureTable(String name, int words, String... columns) {
        this.name = name;
        this.words = words;
        this.columns = List.of(columns);
    }

    public static Cell word(String word) {
        return new Cell(word, word);
    }

    public static Cell number(String shown, double value) {
        return new Cell(shown, Double.isFinite(value) ? NumberText.exact(value) : "");
    }

    public FigureTable row(List<Cell> cells) {
        Check.that(
                cells.size() == columns.size(),
                "Sheet '%s': a row has %s cells; it must have %s.",
                name,
                cells.size(),
                columns.size());
        rows.add(List.copyOf(cells));
        return this;
    }

    public FigureTable row(Cell... cells) {
        return row(List.of(cells));
    }

    /// How it is drawn, for those who draw it anew.
    public FigureTable plotted(Plot how) {
        how.check(this);
        plot = Optional.of(how);
        return this;
    }

    public Optional<Plot> plot() {
        return plot;
    }

    public int size() {
        return rows.size();
    }

    public String name() {
        return name;
    }

    public List<String> columns() {
        return columns;
    }

    public List<List<Cell>> rows() {
        return rows;
    }

    public boolean isNumber(int column) {
        return column >= words;
    }

    /// With a byte order mark, so that spreadsheets read Japanese.
    public String csv() {
        StringBuilder out = new StringBuilder("\uFEFF");
        line(out, columns);
        for (List<Cell> row : rows) {
            line(out, row.stream().map(Cell::raw).toList());
        }
        return out.toString();
    }

    /// The file as an address that works without scripts and without a network.
    public String address() {
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
