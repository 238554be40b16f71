package org.genryu.cases.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.genryu.core.Check;

/// A table of the case while it is made. Numbers are written with at most eight significant digits, so that the bytes
/// do not depend on the
/// last bit of a sum; a column without any value is left out.
public final class SourceCaseTable {
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public SourceCaseTable(String... columns) {
        this.columns = List.of(columns);
    }

    /// Adds a row: texts as they are, numbers rounded, [Optional] blank when empty.
    public SourceCaseTable add(Object... cells) {
        Check.that(
                cells.length == columns.size(),
                "Row %s has %s cells; it must have %s.",
                Arrays.toString(cells),
                cells.length,
                columns.size());
        rows.add(Arrays.stream(cells).map(SourceCaseTable::cell).toList());
        return this;
    }

    /// One table of the rows of all, in their order. A column that a table does not have stays blank in its rows.
    public static SourceCaseTable joined(List<SourceCaseTable> parts) {
        Set<String> columns = new LinkedHashSet<>();
        parts.forEach(part -> columns.addAll(part.columns));
        SourceCaseTable all = new SourceCaseTable(columns.toArray(String[]::new));
        for (SourceCaseTable part : parts) {
            List<Integer> at = columns.stream().map(part.columns::indexOf).toList();
            part.rows.forEach(row ->
                    all.rows.add(at.stream().map(c -> c < 0 ? "" : row.get(c)).toList()));
        }
        return all;
    }

    /// The same table with one more column, before another.
    /// @param value of the new column, from the cells of the row by column
    public SourceCaseTable with(String before, String column, Function<UnaryOperator<String>, String> value) {
        int at = columns.indexOf(before);
        List<String> head = new ArrayList<>(columns);
        head.add(at, column);
        SourceCaseTable wider = new SourceCaseTable(head.toArray(String[]::new));
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            cells.add(at, value.apply(name -> row.get(columns.indexOf(name))));
            wider.rows.add(cells);
        }
        return wider;
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double number -> plain(number);
            case Integer number -> Integer.toString(number);
            case Optional<?> maybe -> maybe.map(SourceCaseTable::cell).orElse("");
            default -> value.toString();
        };
    }

    public static String plain(double number) {
        Check.that(Double.isFinite(number), "A number of the case is %s; it must be finite.", number);
        BigDecimal rounded = new BigDecimal(number).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public String csv() {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
                kept.add(c);
            }
        }
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(kept.stream().map(columns::get).toList());
            for (List<String> row : rows) {
                writer.writeRecord(kept.stream().map(row::get).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
