package org.genryu.casefile.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.CaseTable.Column;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.NameIndex;
import org.genryu.casefile.form.RawTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.Kind;
import org.genryu.casefile.schema.IdSyntax;
import org.genryu.casefile.schema.PlainNumbers;
import org.genryu.core.Deadline;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.UnsafeSigns;
import org.genryu.core.time.Span;

/// Reads the cells of one table as what its columns say and tells of every cell that is not. A wrong cell is left
/// blank; its row and all others are read on.
final class CaseTableReader {
    static final int BLANK = Integer.MIN_VALUE;

    private final IndexedTable table;
    private final Map<String, IndexedTable> tables;
    private final LiteralCells literals;
    private final CaseFindings faults;
    private final RawTable raw;
    private final char[] chars;
    private final int rows;

    CaseTableReader(IndexedTable table, Map<String, IndexedTable> tables, LiteralCells literals, CaseFindings faults) {
        this.table = table;
        this.tables = tables;
        this.literals = literals;
        this.faults = faults;
        this.raw = table.raw();
        this.chars = raw.chars();
        this.rows = raw.rows();
    }

    CaseTable read() {
        return new CaseTable(table, columns(Set.of()));
    }

    /// All columns but those to `skip`.
    Map<String, Column> columns(Set<String> skip) {
        Map<String, Column> columns = new HashMap<>();
        for (ColumnSpec column : table.spec().columns().values()) {
            if (!skip.contains(column.name())) {
                columns.put(column.name(), column(column, table.column(column.name())));
            }
        }
        return columns;
    }

    private Column column(ColumnSpec spec, int at) {
        Deadline.present().check();
        return switch (spec.kind()) {
            case NUMBER -> numbers(spec, at);
            case REF, RECIPE -> references(spec, at);
            case PERIOD -> spans(spec, at);
            case ID, NAME, REFS, GOODS, TEXT, WORD, UNIT, CHOICE, COUNTRY, TABLE, COLUMN, SELECTOR, ROW, VALUE ->
                words(spec, at);
        };
    }

    private Column numbers(ColumnSpec spec, int at) {
        double[] values = new double[rows];
        BitSet given = new BitSet(rows);
        BitSet written = new BitSet(rows);
        Map<Integer, Amount> ranges = new HashMap<>();
        Optional<Double> standard = spec.standardNumber();
        standard.ifPresent(x -> {
            java.util.Arrays.fill(values, x);
            given.set(0, rows);
        });
        for (int row = 0; row < rows && at >= 0; row++) {
            int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
            int end = RawTable.trimEnd(chars, start, raw.end(row, at));
            if (start == end) {
                continue;
            }
            double value = PlainNumbers.parse(chars, start, end);
            if (Double.isNaN(value)) {
                LiteralCells.Number read =
                        literals.read(spec, table, row, new String(chars, start, end - start), faults);
                value = read.value();
                read.keepRange(ranges, row);
            }
            if (!Double.isNaN(value) && checked(spec, row, value)) {
                values[row] = value;
                given.set(row);
                written.set(row);
            }
        }
        if (spec.required()) {
            requireAll(spec, at);
        }
        return new Column.Numbers(values, given, written, ranges);
    }

    private boolean checked(ColumnSpec spec, int row, double value) {
        if (spec.range().holds(value) && spec.usual().holds(value)) {
            return true;
        }
        String written = raw.trimmed(row, table.column(spec.name()));
        checkRange(table.where(row, spec.name()), spec, value, literals.shown(written, spec, table, row), faults);
        return spec.range().holds(value);
    }

    /// Tells that a value lies outside the column's range, or outside what is usual.
    /// @param shown as it was written, with its unit
    static void checkRange(CaseFindings.Where where, ColumnSpec spec, double value, Text shown, CaseFindings faults) {
        Optional<Text> cure = Optional.empty();
        String number = PlainNumbers.write(value);
        if (spec.isFraction() && value > 1 && value <= 100) {
            cure = Optional.of(CaseFindings.percent(number));
        } else if (spec.range().holds(-value) && value < 0) {
            cure = Optional.of(new Text("the sign is wrong.", "符号が逆ではありませんか。"));
        } else if (spec.name().equals("elasticity") && value > 0) {
            cure = Optional.of(new Text(
                    "'-" + number + "' is meant: demand falls when the price rises.",
                    "「-" + number + "」ではありませんか。価格が上がれば需要は減ります。"));
        }
        if (!spec.range().holds(value)) {
            faults.outOfRange(where, spec.name(), shown, spec.range().broken(value), cure);
        } else {
            faults.unusual(where, spec.name(), shown, spec.usual(), cure);
        }
    }

    private void requireAll(ColumnSpec spec, int at) {
        for (int row = 0; row < rows && at >= 0; row++) {
            if (raw.blank(row, at)) {
                faults.missing(table.where(row, spec.name()), spec.name());
            }
        }
    }

    private Column references(ColumnSpec spec, int at) {
        IndexedTable target =
                java.util.Objects.requireNonNull(tables.get(spec.target().getFirst()));
        int[] found = new int[rows];
        java.util.Arrays.fill(found, -1);
        for (int row = 0; row < rows && at >= 0; row++) {
            int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
            int end = RawTable.trimEnd(chars, start, raw.end(row, at));
            if (start == end) {
                continue;
            }
            found[row] = target.names().find(chars, start, end);
            if (found[row] < 0) {
                missingReference(spec, row, new String(chars, start, end - start), target);
            }
        }
        if (spec.required()) {
            requireAll(spec, at);
        }
        return new Column.References(found);
    }

    private void missingReference(ColumnSpec spec, int row, String id, IndexedTable target) {
        if (isFormula(id)) {
            faults.formula(table.where(row, spec.name()), spec.name(), id, new Text("an id", "ID "));
            return;
        }
        faults.missingReference(
                table.where(row, spec.name()),
                spec.name(),
                id,
                target.spec().thing(),
                faults.near(id, target.names().all()));
    }

    /// A cell that begins like a formula of a spreadsheet.
    static boolean isFormula(String text) {
        return !text.isEmpty() && UnsafeSigns.beginsFormula(text.charAt(0));
    }

    private Column spans(ColumnSpec spec, int at) {
        int[] from = new int[rows];
        int[] until = new int[rows];
        java.util.Arrays.fill(from, BLANK);
        java.util.Arrays.fill(until, BLANK);
        NameIndex seen = new NameIndex();
        List<Optional<Span>> spans = new ArrayList<>();
        for (int row = 0; row < rows && at >= 0; row++) {
            int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
            int end = RawTable.trimEnd(chars, start, raw.end(row, at));
            if (start == end) {
                continue;
            }
            int index = seen.add(chars, start, end);
            if (index == spans.size()) {
                spans.add(faults.date(table.where(row, spec.name()), spec.name(), seen.name(index)));
            } else if (spans.get(index).isEmpty()) {
                faults.date(table.where(row, spec.name()), spec.name(), seen.name(index));
            }
            if (spans.get(index).isPresent()) {
                from[row] = spans.get(index).get().from();
                until[row] = spans.get(index).get().until();
            }
        }
        if (spec.required()) {
            requireAll(spec, at);
        }
        return new Column.Spans(from, until);
    }

    private Column words(ColumnSpec spec, int at) {
        String[] values = new String[rows];
        java.util.Arrays.fill(values, spec.standard());
        NameIndex seen = new NameIndex();
        List<Boolean> good = new ArrayList<>();
        for (int row = 0; row < rows && at >= 0; row++) {
            int start = RawTable.trimStart(chars, raw.start(row, at), raw.end(row, at));
            int end = RawTable.trimEnd(chars, start, raw.end(row, at));
            if (start == end) {
                continue;
            }
            int index = seen.add(chars, start, end);
            if (index == good.size()) {
                good.add(isGood(spec, seen.name(index)));
            }
            values[row] = seen.name(index);
            if (!good.get(index)) {
                tell(spec, row, values[row]);
                values[row] = spec.kind() == Kind.WORD ? values[row] : spec.standard();
            }
        }
        if (spec.required()) {
            requireAll(spec, at);
        }
        return new Column.Words(values);
    }

    private boolean isGood(ColumnSpec spec, String word) {
        return switch (spec.kind()) {
            case CHOICE -> spec.target().contains(word);
            case COUNTRY -> IdSyntax.isCountry(word);
            case REFS ->
                java.util.Arrays.stream(word.split(";"))
                        .allMatch(id -> id.isBlank() || names(spec).find(id.strip()) >= 0);
            case GOODS -> goods(word);
            case TABLE -> tables.containsKey(word);
            case WORD -> IdSyntax.isId(word);
            case ID, NAME, REF, RECIPE, TEXT, UNIT, NUMBER, PERIOD, ROW, SELECTOR, COLUMN, VALUE -> true;
        };
    }

    private NameIndex names(ColumnSpec spec) {
        return java.util.Objects.requireNonNull(tables.get(spec.target().getFirst()))
                .names();
    }

    private boolean goods(String word) {
        IndexedTable commodities = java.util.Objects.requireNonNull(tables.get("commodities"));
        if (word.equals("*")) {
            return true;
        }
        return word.startsWith("group:")
                ? literals.groups().contains(word.substring(6))
                : commodities.names().find(word) >= 0;
    }

    private void tell(ColumnSpec spec, int row, String word) {
        CaseFindings.Where where = table.where(row, spec.name());
        switch (spec.kind()) {
            case CHOICE ->
                faults.unknownWord(where, spec.name(), word, spec.target(), faults.near(word, spec.target()));
            case COUNTRY -> faults.unknownCountry(where, spec.name(), word, faults.country(word));
            case REFS -> {
                IndexedTable target = java.util.Objects.requireNonNull(
                        tables.get(spec.target().getFirst()));
                for (String id : word.split(";")) {
                    if (!id.isBlank() && target.names().find(id.strip()) < 0) {
                        missingReference(spec, row, id.strip(), target);
                    }
                }
            }
            case GOODS -> {
                if (word.startsWith("group:")) {
                    faults.missingReference(
                            where,
                            spec.name(),
                            word,
                            new Text("group of commodities", "品目群"),
                            faults.near(word, prefixed()));
                } else {
                    missingReference(spec, row, word, java.util.Objects.requireNonNull(tables.get("commodities")));
                }
            }
            case TABLE ->
                faults.missingReference(
                        where, spec.name(), word, new Text("table", "表"), faults.near(word, tables.keySet()));
            case WORD -> IdSyntax.checkWord(word, spec.name(), where, faults);
            case ID, NAME, REF, RECIPE, TEXT, UNIT, NUMBER, PERIOD, ROW, SELECTOR, COLUMN, VALUE -> {}
        }
    }

    private List<String> prefixed() {
        return literals.groups().stream().map(g -> "group:" + g).toList();
    }
}
