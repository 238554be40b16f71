package org.genryu.value.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Worksheet;

/// One sheet of rows with one formula each: a formula is written once, with names, and filled in for every column.
///
/// `{name}` – the row `name` in the same column; `{name<}` – one column earlier, 0 in the first;
/// `{name>}` – one column later, 0 in the last; `{name:}` – the whole row; `[name]` – an input or another single cell
final class WorkbookSheet {
    /// Label, unit, total; then the columns of time.
    static final int FIRST = 3;

    /// Inputs are blue, as bankers are used to.
    static final String BLUE = "1F4E9E";

    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z0-9-]+)([<>:]?)}|\\[([A-Za-z0-9 .%/-]+)]");

    private final String name;
    private final Worksheet sheet;
    private final int columns;
    private final Map<String, String> cells;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private int next = 1;

    /// @param cells addresses of single cells by name, common to all sheets of the book
    WorkbookSheet(String name, Worksheet sheet, int columns, Map<String, String> cells) {
        this.name = name;
        this.sheet = sheet;
        this.columns = columns;
        this.cells = cells;
    }

    void heading(String text) {
        sheet.value(next, 0, text);
        sheet.style(next, 0).bold().set();
        next++;
    }

    /// Numbers, the same kind in every column.
    void values(String key, String label, String unit, IntFunction<Double> value) {
        int row = open(key, label, unit);
        later.add(() -> {
            for (int c = 0; c < columns; c++) {
                sheet.value(row, FIRST + c, value.apply(c));
            }
            sheet.range(row, FIRST, row, FIRST + columns - 1)
                    .style()
                    .fontColor(BLUE)
                    .format(format(unit))
                    .set();
        });
    }

    /// One formula for every column.
    void formula(String key, String label, String unit, String formula) {
        formulas(key, label, unit, c -> formula);
    }

    /// A formula by column: the same but for the cells that it reaches for on other sheets.
    void formulas(String key, String label, String unit, IntFunction<String> formula) {
        int row = open(key, label, unit);
        later.add(() -> {
            for (int c = 0; c < columns; c++) {
                sheet.formula(row, FIRST + c, escaped(fill(formula.apply(c), c)));
            }
            sheet.range(row, 2, row, FIRST + columns - 1)
                    .style()
                    .format(format(unit))
                    .set();
        });
    }

    /// How numbers of a unit are shown: whole amounts of money, prices to the cent, rates in percent.
    static String format(String unit) {
        return switch (unit) {
            case "", "0/1", "month" -> "0";
            case "1" -> "0.000";
            case "1/yr", "fraction" -> "0.00%";
            default -> unit.matches("[A-Z]{3}") ? "#,##0" : "#,##0.00";
        };
    }

    private int open(String key, String label, String unit) {
        int row = next++;
        rows.put(key, row);
        sheet.value(row, 0, label);
        sheet.value(row, 1, unit);
        return row;
    }

    /// Fills in all rows, now that every name has its place: rows may refer to later ones.
    void write() {
        later.forEach(Runnable::run);
    }

    /// Adds the sum of a row beside its name.
    void total(List<String> keys) {
        for (String key : keys) {
            sheet.formula(row(key), 2, "SUM(" + local(key, 0, columns) + ")");
        }
    }

    /// Number of a row as a spreadsheet counts it.
    int line(String key) {
        return row(key) + 1;
    }

    /// The library writes a formula into the file as it is.
    private static String escaped(String formula) {
        return formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String fill(String formula, int column) {
        Matcher found = REFERENCE.matcher(formula);
        return found.replaceAll(m -> Matcher.quoteReplacement(
                m.group(3) != null ? single(m.group(3)) : reference(m.group(1), m.group(2), column)));
    }

    private String single(String key) {
        return Objects.requireNonNull(cells.get(key), key);
    }

    private String reference(String key, String where, int column) {
        return switch (where) {
            case "<" -> column == 0 ? "0" : letter(FIRST + column - 1) + (row(key) + 1);
            case ">" -> column == columns - 1 ? "0" : letter(FIRST + column + 1) + (row(key) + 1);
            case ":" -> local(key, 0, columns);
            default -> letter(FIRST + column) + (row(key) + 1);
        };
    }

    private int row(String key) {
        return Objects.requireNonNull(rows.get(key), key);
    }

    private String local(String key, int from, int until) {
        int row = row(key) + 1;
        return "$" + letter(FIRST + from) + "$" + row + ":$" + letter(FIRST + until - 1) + "$" + row;
    }

    /// Address of one cell as other sheets write it.
    String cell(String key, int column) {
        return "'" + name + "'!" + letter(FIRST + column) + (row(key) + 1);
    }

    /// Address of columns `from` to before `until`.
    String range(String key, int from, int until) {
        return "'" + name + "'!" + local(key, from, until);
    }

    String range(String key) {
        return range(key, 0, columns);
    }

    static String letter(int column) {
        StringBuilder out = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            out.insert(0, (char) ('A' + c % 26));
        }
        return out.toString();
    }
}
