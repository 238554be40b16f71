package org.genryu.tools.cases.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.core.Check;

/// A table of the case while it is made. Which columns it has, and their order, the schema of a case says
/// ([CaseSchema]) and nothing here.
///
/// Numbers are written with at most eight significant digits, so that the bytes do not depend on the last bit of a sum;
/// a column without any value is left out.
public final class SourceCaseTable {
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    private final String name;
    private final Map<String, CaseSchema.ColumnSpec> columns;
    private final List<Row> rows = new ArrayList<>();

    private SourceCaseTable(String name, Map<String, CaseSchema.ColumnSpec> columns) {
        this.name = name;
        this.columns = columns;
    }

    /// An empty table.
    ///
    /// @param name as in the schema, such as `processes`
    public static SourceCaseTable of(String name) {
        CaseSchema.TableSpec table = CaseSchema.current()
                .table(name)
                .orElseThrow(() -> new IllegalArgumentException("Table '%s' is not in the schema.".formatted(name)));
        return new SourceCaseTable(name, table.columns());
    }

    /// A table that stands in the source as in the case: of every row, all that the schema knows.
    public static SourceCaseTable copied(String name, List<SourceRow> rows) {
        SourceCaseTable table = of(name);
        rows.forEach(row -> table.row().copy(row, row.cells().keySet().stream().filter(table.columns::containsKey)));
        return table;
    }

    /// One table of the rows of all, in their order.
    public static SourceCaseTable joined(String name, List<SourceCaseTable> parts) {
        SourceCaseTable all = of(name);
        for (SourceCaseTable part : parts) {
            Check.that(part.name.equals(name), "Table %s: rows of %s do not belong there.", name, part.name);
            all.rows.addAll(part.rows);
        }
        return all;
    }

    /// The cells of a row by column. What is not put stays blank.
    public final class Row {
        private final Map<String, String> cells = new LinkedHashMap<>();

        private Row() {}

        /// @param cell a text as it is, a number rounded, an [Optional] blank when empty
        public Row put(String column, Object cell) {
            Check.that(columns.containsKey(column), "Table %s has no column '%s'.", name, column);
            Check.that(!cells.containsKey(column), "Table %s: '%s' is put twice in %s.", name, column, cells);
            cells.put(column, written(cell));
            return this;
        }

        /// The cells of a source row under the same names.
        public Row copy(SourceRow from, String... names) {
            return copy(from, Stream.of(names));
        }

        private Row copy(SourceRow from, Stream<String> names) {
            names.forEach(column ->
                    put(column, isNumber(column, from.text(column)) ? from.number(column) : from.text(column)));
            return this;
        }

        /// Source and note of a source row.
        public Row cite(SourceRow from) {
            return put("source", from.source()).put("note", from.note());
        }

        /// The cell, blank if none was put.
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private boolean isNumber(String column, String text) {
        CaseSchema.ColumnSpec spec = columns.get(column);
        return spec != null && spec.kind() == CaseSchema.Kind.NUMBER && !text.isBlank() && !spec.isWord(text);
    }

    /// A new row at the end.
    public Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    /// Puts a column into every row.
    public SourceCaseTable fill(String column, Function<Row, String> value) {
        rows.forEach(row -> row.put(column, value.apply(row)));
        return this;
    }

    private static String written(Object value) {
        return switch (value) {
            case Double number -> plain(number);
            case Integer number -> Integer.toString(number);
            case Optional<?> maybe -> maybe.map(SourceCaseTable::written).orElse("");
            default -> value.toString();
        };
    }

    /// A number as it stands in a case.
    public static String plain(double number) {
        Check.that(Double.isFinite(number), "A number of the case is %s; it must be finite.", number);
        BigDecimal rounded = new BigDecimal(number).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public String csv() {
        List<String> kept = columns.keySet().stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cell(column).isEmpty()))
                .toList();
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(kept);
            for (Row row : rows) {
                writer.writeRecord(kept.stream().map(row::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
