package org.genryu.casefile.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.core.Check;

/// The cells of a case that were written with a range, in an order that does not depend on the order of
/// rows: by table, column and id. Numbers that are resolved take them from here, which also notes which
/// of them act at all.
final class CaseRanges {
    /// One such cell, with what its column allows.
    private record Source(UncertainCell cell, int row, ColumnSpec spec) {}

    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> at = new HashMap<>();
    private final BitSet used = new BitSet();

    CaseRanges(CaseFile file) {
        file.tables().values().stream()
                .sorted(Comparator.comparing(table -> table.spec().name()))
                .forEach(this::add);
    }

    private void add(CaseTable table) {
        List<Source> found = new ArrayList<>();
        for (ColumnSpec column : table.spec().columns().values()) {
            if (table.column(column.name()) instanceof CaseTable.Column.Numbers numbers) {
                numbers.ranges()
                        .forEach((row, amount) -> found.add(new Source(
                                new UncertainCell(table.spec().name(), id(table, row), column.name(), amount),
                                row,
                                column)));
            }
        }
        found.sort(Comparator.comparing((Source one) -> one.cell.column())
                .thenComparing(one -> one.cell.id())
                .thenComparing(Source::row));
        for (Source one : found) {
            at.computeIfAbsent(key(one.cell.table(), one.cell.column()), _ -> new HashMap<>())
                    .put(one.row, sources.size());
            sources.add(one);
        }
    }

    private static String id(CaseTable table, int row) {
        return table.spec().key().isEmpty()
                ? table.raw().file() + ":" + table.raw().line(row)
                : table.id(row);
    }

    private static String key(String table, String column) {
        return table + "." + column;
    }

    /// Whether any cell of the column has a range.
    boolean any(String table, String column) {
        return at.containsKey(key(table, column));
    }

    /// The number of a cell, which from now on counts as one that acts. Where a value is beyond what the
    /// column allows, as the tail of a normal distribution may be, it is the nearest that it allows.
    CellNumber number(CaseTable table, String column, int row) {
        double value = table.numbers(column).values()[row];
        Optional<Integer> source = Optional.ofNullable(
                at.getOrDefault(key(table.spec().name(), column), Map.of()).get(row));
        source.ifPresent(used::set);
        return source.map(k -> new CellNumber(
                        value, Optional.of(drawn -> sources.get(k).spec.range().nearest(drawn[k]))))
                .orElse(CellNumber.fixed(value));
    }

    /// Those that act.
    List<UncertainCell> cells() {
        return used.stream().mapToObj(k -> sources.get(k).cell).toList();
    }

    /// One value for each cell of the case, from one for each that acts.
    /// @param values by cell of [#cells()], in the unit of its column
    double[] drawn(double[] values) {
        Check.that(
                values.length == used.cardinality(),
                "Ranges: %s values for %s cells; each needs one.",
                values.length,
                used.cardinality());
        double[] all = new double[sources.size()];
        int next = 0;
        for (int k = used.nextSetBit(0); k >= 0; k = used.nextSetBit(k + 1)) {
            Check.that(Double.isFinite(values[next]), "Ranges: value %s is %s; it must be finite.", next, values[next]);
            all[k] = values[next];
            next++;
        }
        return all;
    }

    /// The values that a deterministic run uses.
    double[] central() {
        return used.stream()
                .mapToDouble(k -> sources.get(k).cell.amount().central())
                .toArray();
    }
}
