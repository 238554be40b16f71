package org.genryu.report.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.core.Check;

/// How is a table drawn? The kind of picture and which columns of the table play which part in it. Whoever draws takes
/// every number from the table: this holds none but lines that stand still, such as a target.
///
/// Columns are counted from 0, as the table has them. Values of this are never changed; every method makes another one.
public final class Plot {
    /// What is drawn, and which parts columns play in it.
    public enum Kind {
        /// `name` (one or more), `value`: a bar a row
        BARS,
        /// `name`, `part`, `value`: a bar a name, its parts one after the other
        STACKED,
        /// `x`, `value` (one or more lines); `panel`: a picture for each of its values; `part`: a line for
        /// each;
        /// `low` and `high`: a band
        LINES,
        /// `x`, `low` and `high` from the outermost band inward, `value` for the median
        FAN,
        /// `value`: equally likely values, one a row, as stacked dots
        DOTS,
        /// `low`, `high`, `value`: classes with their share
        CLASSES,
        /// `name`, `value`; rows named as levels stand on zero, others hang where the one before ended
        WATERFALL,
        /// `name`, `input` and `value` at the low and at the high end
        TORNADO,
        /// `from` and `to`, each stage and name, `value`; a row that lacks one side is a stub
        SANKEY,
        /// `x`, `value` (one or more): points joined by a line, along an axis of numbers
        FRONTIER,
        /// `name`, `value` (three): places in a triangle; rows named as corners bound the shaded part
        TRIANGLE,
        /// `name`, `low`, `value`, `high`: a dot and its range; `flag`: marked where it is not 0
        RANGES,
        /// `x`, `value`: a bar a day; `flag`: marked where it is not 0
        DAYS,
        /// `name`, `low`, `high`: from when to when; `part`: what is going on
        GANTT,
        /// `name` (one or more), `x`, `value`: a field of cells
        GRID
    }

    private final Kind kind;
    private final Map<String, List<Integer>> columns;
    private final Map<String, String> more;

    private Plot(Kind kind, Map<String, List<Integer>> columns, Map<String, String> more) {
        this.kind = kind;
        this.columns = columns;
        this.more = more;
    }

    public static Plot of(Kind kind) {
        return new Plot(kind, Map.of(), Map.of());
    }

    /// @param part that the columns play
    public Plot with(String part, int... which) {
        Map<String, List<Integer>> other = new LinkedHashMap<>(columns);
        other.put(part, IntStream.of(which).boxed().toList());
        return new Plot(kind, other, more);
    }

    /// What the numbers are in; `%` for fractions that are written as a percentage.
    public Plot unit(String unit) {
        return and("unit", quoted(unit));
    }

    /// At most so many bars or pictures; the table has the others.
    public Plot most(int rows) {
        return and("most", Integer.toString(rows));
    }

    /// A line at a value, with its name.
    public Plot line(double value, String name) {
        return and("line", Double.toString(value)).and("lineName", quoted(name));
    }

    /// Rows of the table that are levels, or corners.
    public Plot rows(List<Integer> which) {
        return and("rows", which.toString());
    }

    /// Marks of the axis are told in so many units, as the sentence of the figure says.
    public Plot per(double units) {
        return and("per", Double.toString(units));
    }

    /// A line that people may move, and what it says: `%1$s` of `%2$s` lie before `%3$s`.
    public Plot threshold(String sentence, String label) {
        return and("says", quoted(sentence)).and("label", quoted(label));
    }

    /// Fills of [org.genryu.report.draw.Palette] by the names that the table has.
    public Plot paints(Map<String, String> paints) {
        return and("paints", object(paints));
    }

    /// What stands beside the stubs, by the first word of their rows.
    public Plot marks(Map<String, String> marks) {
        return and("marks", object(marks));
    }

    private static String object(Map<String, String> words) {
        List<String> all = new ArrayList<>();
        words.forEach((name, word) -> all.add(quoted(name) + ":" + quoted(word)));
        return "{" + String.join(",", all) + "}";
    }

    /// Words that the table has, in the order in which they are drawn.
    public Plot words(String name, List<String> words) {
        return and(name, words.stream().map(Plot::quoted).toList().toString());
    }

    /// What stands where a row has no value.
    public Plot beyond(String words) {
        return and("beyond", quoted(words));
    }

    /// Rows drawn in place of those of the table, where the picture adds small ones up.
    public Plot drawn(FigureTable table) {
        List<String> rows = table.rows().stream()
                .map(row -> "["
                        + String.join(
                                ",",
                                row.stream().map(cell -> quoted(cell.raw())).toList()) + "]")
                .toList();
        return and("data", "[" + String.join(",", rows) + "]");
    }

    private Plot and(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(more);
        other.put(name, value);
        return new Plot(kind, columns, other);
    }

    /// Refuses columns that the table lacks.
    void check(FigureTable table) {
        columns.forEach((part, which) -> which.forEach(column -> Check.that(
                column >= 0 && column < table.columns().size(),
                "Plot of '%s': %s is column %s; it must be one of the table's %s.",
                table.name(),
                part,
                column,
                table.columns().size())));
    }

    /// As JSON, for the script that draws.
    public String json() {
        StringBuilder json =
                new StringBuilder("{\"kind\":").append(quoted(kind.name().toLowerCase(Locale.ROOT)));
        columns.forEach((part, which) ->
                json.append(',').append(quoted(part)).append(':').append(which));
        more.forEach((name, value) ->
                json.append(',').append(quoted(name)).append(':').append(value));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
