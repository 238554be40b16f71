package org.genryu.casefile.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.DataTable;
import org.genryu.core.Text;

/// What may stand in a case: every table and column with type, unit, default, range and meaning. Reading, checking,
/// templates, `datapackage.json`, the reference page and the edit forms all come from here and from nowhere else.
///
/// It is made from `tables.csv` and `columns.csv` beside this class; the columns `source`, `note` and `label`, which
/// every table may carry, are added to each table. Units may hold the placeholders `{unit}` (the unit of the row's
/// commodity), `{activity}` (the unit of the main product of the row's recipe) and `{currency}` (the currency of the
/// case).
///
/// @param tables by name, in the order of the reference page
public record CaseSchema(Map<String, TableSpec> tables) {
    /// The file beside the tables that says what the case is.
    public static final String HEADER = "case.yaml";
    /// The column of every table, and the key of `case.yaml`, that says who may see it.
    public static final String LABEL = "label";

    /// How a cell is read.
    public enum Kind {
        /// The row's own id, unique in the table.
        ID,
        /// A name that several rows share (the id of a recipe, of a move).
        NAME,
        /// The id of a row of `target`.
        REF,
        /// Several of them joined by `;`.
        REFS,
        /// The name of a recipe.
        RECIPE,
        /// An id of a commodity, `group:<group>` or `*`.
        GOODS,
        /// Free text.
        TEXT,
        /// A word of the case's own vocabulary (a use, a stage, a group), written like an id.
        WORD,
        /// A unit of measure.
        UNIT,
        /// A number in `unit`, or with a unit of its own.
        NUMBER,
        /// One of the words in `target`.
        CHOICE,
        /// `2027`, `2027-Q3` or `2027-08`.
        PERIOD,
        /// ISO 3166 two-letter code.
        COUNTRY,
        /// The name of a table.
        TABLE,
        /// The id of a row of the table that the row names.
        ROW,
        /// The id of a row, `*` or conditions.
        SELECTOR,
        /// The name of a number column of the table that the row names.
        COLUMN,
        /// A number in the unit of the column that the row names.
        VALUE
    }

    /// @param key columns that name a row; empty if rows have no name
    /// @param thing what a row is called in messages
    /// @param ours whether the table goes beyond the contract of the case folder
    public record TableSpec(
            String name, List<String> key, Text thing, boolean ours, Text meaning, Map<String, ColumnSpec> columns) {
        public TableSpec {
            key = List.copyOf(key);
        }

        public Optional<ColumnSpec> column(String name) {
            return Optional.ofNullable(columns.get(name));
        }

        /// Names of the columns with what they mean.
        public Map<String, Text> meanings() {
            Map<String, Text> meanings = new LinkedHashMap<>();
            columns.values().forEach(column -> meanings.put(column.name(), column.meaning()));
            return meanings;
        }

        /// A column that is known to exist.
        public ColumnSpec get(String name) {
            return Objects.requireNonNull(columns.get(name), name);
        }
    }

    /// @param position place among the columns of its table
    /// @param target table of a reference, words of a choice, or special words of a number
    /// @param unit with placeholders; empty for a pure number
    /// @param standard default as it would be written; empty if there is none
    /// @param range what a number must obey
    /// @param usual what a number mostly obeys; outside it is doubtful
    /// @param timed whether series and changes may give it values by period
    /// @param required whether it must be given
    /// @param ours whether it goes beyond the contract of the case folder
    public record ColumnSpec(
            String table,
            String name,
            int position,
            Kind kind,
            List<String> target,
            String unit,
            String standard,
            Range range,
            Range usual,
            boolean timed,
            boolean required,
            boolean ours,
            Text meaning) {

        /// The default of a number column; absent if it has none.
        public Optional<Double> standardNumber() {
            if (standard.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(isWord(standard) ? Double.POSITIVE_INFINITY : Double.parseDouble(standard));
        }

        /// Whether the text is a special word of this number column: `unlimited` and `never` both stand for
        /// +infinity.
        public boolean isWord(CharSequence text) {
            return kind == Kind.NUMBER && target.stream().anyMatch(word -> word.contentEquals(text));
        }

        public boolean isFraction() {
            return unit.startsWith("fraction");
        }
    }

    /// Which numbers a column takes: an interval, and how large a number may be at all.
    ///
    /// @param largest size that a finite number may have, so that what is computed from several of them stays
    /// finite;
    ///     where 0 is just outside the interval, 1/`largest` is the size that it must have, for it divides
    public record Range(double low, boolean lowIn, double high, boolean highIn, double largest) {
        public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

        public Range(double low, boolean lowIn, double high, boolean highIn) {
            this(low, lowIn, high, highIn, Double.POSITIVE_INFINITY);
        }

        /// @param interval such as `[0,1)`, `(0,inf)`; empty for all numbers
        /// @param largest empty if the interval bounds the numbers already
        public static Range parse(String interval, String largest) {
            double most = bound(largest.isEmpty() ? "inf" : largest);
            if (interval.isEmpty()) {
                return ALL;
            }
            int comma = interval.indexOf(',');
            return new Range(
                    bound(interval.substring(1, comma)),
                    interval.startsWith("["),
                    bound(interval.substring(comma + 1, interval.length() - 1)),
                    interval.endsWith("]"),
                    most);
        }

        private static double bound(String text) {
            return switch (text) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        }

        public boolean holds(double x) {
            return lies(x) && (Double.isInfinite(x) || size().lies(x));
        }

        private boolean lies(double x) {
            return (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
        }

        /// What a number obeys that is neither too large nor, where it divides, too small.
        private Range size() {
            double small = 1 / largest;
            return new Range(
                    low == 0 && !lowIn ? small : -largest, true, high == 0 && !highIn ? -small : largest, true);
        }

        /// The number of the interval that is nearest to x.
        public double nearest(double x) {
            double least = lowIn ? low : Math.nextUp(low);
            double most = highIn ? high : Math.nextDown(high);
            return Math.max(least, Math.min(most, x));
        }

        /// The part of the rule that the number breaks: the interval, else the size.
        public Range broken(double x) {
            Range size = size();
            if (!lies(x)) {
                return new Range(low, lowIn, high, highIn);
            }
            return x > size.high()
                    ? new Range(Double.NEGATIVE_INFINITY, true, size.high(), true)
                    : new Range(size.low(), true, Double.POSITIVE_INFINITY, true);
        }

        /// As in `it must be 0 or more`.
        public Text rule() {
            boolean below = low > Double.NEGATIVE_INFINITY;
            boolean above = high < Double.POSITIVE_INFINITY;
            String a = PlainNumbers.write(low);
            String b = PlainNumbers.write(high);
            if (below && above) {
                String interval = (lowIn ? "[" : "(") + a + ", " + b + (highIn ? "]" : ")");
                return new Text("lie in " + interval, interval + " の範囲");
            }
            if (below) {
                return lowIn ? new Text("be " + a + " or more", a + " 以上") : new Text("be above " + a, a + " より大");
            }
            if (above) {
                return highIn ? new Text("be " + b + " or less", b + " 以下") : new Text("be below " + b, b + " 未満");
            }
            return new Text("be a finite number", "有限の数");
        }
    }

    private static final class Holder {
        static final CaseSchema SCHEMA = load();
    }

    /// The schema of this version.
    public static CaseSchema current() {
        return Holder.SCHEMA;
    }

    public Optional<TableSpec> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /// A table that is known to exist.
    public TableSpec get(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    private static CaseSchema load() {
        Map<String, Map<String, ColumnSpec>> columns = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataTable.rows(CaseSchema.class, "columns.csv")) {
            Map<String, ColumnSpec> own = columns.computeIfAbsent(row.getField("table"), t -> new LinkedHashMap<>());
            own.put(row.getField("column"), column(row, own.size()));
        }
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        for (NamedCsvRecord row : DataTable.rows(CaseSchema.class, "tables.csv")) {
            String name = row.getField("table");
            Map<String, ColumnSpec> own = Objects.requireNonNull(columns.get(name), name);
            addCommon(name, own);
            List<String> key = DataTable.parts(row.getField("key"));
            Check.that(own.keySet().containsAll(key), "Schema: key %s of %s names no column.", key, name);
            tables.put(
                    name,
                    new TableSpec(
                            name,
                            key,
                            text(row, "thing"),
                            row.getField("ours").equals("yes"),
                            text(row, "meaning"),
                            java.util.Collections.unmodifiableMap(own)));
        }
        return new CaseSchema(java.util.Collections.unmodifiableMap(tables));
    }

    private static void addCommon(String table, Map<String, ColumnSpec> own) {
        if (!own.containsKey("source")) {
            Text meaning = new Text("sources of the row's numbers, joined by `;`", "この行の数値の出典（`;`区切り）");
            own.put("source", plain(table, "source", own.size(), Kind.REFS, List.of("sources"), meaning));
        }
        Text note = new Text(
                "a remark; say `assumption` and why where there is no source", "備考。出典がない数値は`assumption`と理由を書く");
        own.put("note", plain(table, "note", own.size(), Kind.TEXT, List.of(), note));
        own.put(LABEL, plain(table, LABEL, own.size(), Kind.TEXT, List.of(), new Text("who may see the row", "閲覧範囲")));
    }

    private static ColumnSpec plain(
            String table, String name, int position, Kind kind, List<String> target, Text meaning) {
        return new ColumnSpec(
                table, name, position, kind, target, "", "", Range.ALL, Range.ALL, false, false, false, meaning);
    }

    private static ColumnSpec column(NamedCsvRecord row, int position) {
        return new ColumnSpec(
                row.getField("table"),
                row.getField("column"),
                position,
                Kind.valueOf(row.getField("type").toUpperCase(java.util.Locale.ROOT)),
                DataTable.parts(row.getField("target")),
                row.getField("unit"),
                row.getField("default"),
                Range.parse(row.getField("range"), row.getField("largest")),
                Range.parse(row.getField("usual"), ""),
                row.getField("timed").equals("yes"),
                row.getField("required").equals("yes"),
                row.getField("ours").equals("yes"),
                text(row, "meaning"));
    }

    private static Text text(NamedCsvRecord row, String stem) {
        return new Text(row.getField(stem + "_en"), row.getField(stem + "_ja"));
    }
}
