package org.genryu.casefile.check;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.IndexedTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Text;

/// What must hold for a row of correlations.csv, so that there are two numbers to tie. Events, and how fast things
/// answer where the case does not say, are known to a stress alone.
final class CorrelationRules {
    private static final Set<String> ELSEWHERE = Set.of("events", "responses");

    private final Map<String, CaseTable> tables;
    private final IndexedTable keyed;
    private final CaseFindings faults;
    private final CaseTable table;

    CorrelationRules(Map<String, CaseTable> tables, IndexedTable keyed, CaseFindings faults) {
        this.tables = tables;
        this.keyed = keyed;
        this.faults = faults;
        this.table = Objects.requireNonNull(tables.get("correlations"));
    }

    void check() {
        for (int row = 0; row < table.rows(); row++) {
            named(row, "number");
            named(row, "with");
            if (table.words("number")[row].equals(table.words("with")[row])) {
                faults.rule(
                        keyed.where(row, "with"),
                        "with is the same number as number; two different ones must be named.",
                        "with が number と同じ数値です。異なる二つを指定してください。",
                        "the other number was forgotten.",
                        "もう一方の数値を書いてください。");
            }
        }
    }

    private void named(int row, String column) {
        String name = table.words(column)[row];
        if (!isElsewhere(name) && !hasRange(name)) {
            Supplier<Set<String>> known = this::known;
            Optional<Text> near = faults.near(name, known);
            faults.rule(
                    keyed.where(row, column),
                    column + " is '" + name
                            + "'; it must name a number that is written with a range, as table/row/column.",
                    column + " が「" + name + "」です。幅を付けて書かれた数値を 表/行/列 の形で指定してください。",
                    near.map(Text::en)
                            .orElse("the number is written without a range: write it as `80..120` or `100 ±15`."),
                    near.map(Text::ja).orElse("その数値に幅がありません。`80..120` や `100 ±15` のように書いてください。"));
        }
    }

    private static boolean isElsewhere(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && ELSEWHERE.contains(name.substring(0, slash));
    }

    private boolean hasRange(String name) {
        int first = name.indexOf('/');
        int last = name.lastIndexOf('/');
        CaseTable of = first > 0 && last > first ? tables.get(name.substring(0, first)) : null;
        if (of == null) {
            return false;
        }
        int row = of.row(name.substring(first + 1, last));
        String column = name.substring(last + 1);
        return row >= 0
                && of.spec().columns().containsKey(column)
                && of.column(column) instanceof CaseTable.Column.Numbers numbers
                && numbers.ranges().containsKey(row);
    }

    /// All numbers that are written with a range.
    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        tables.forEach((name, of) -> {
            for (String column : of.spec().columns().keySet()) {
                if (of.column(column) instanceof CaseTable.Column.Numbers numbers) {
                    numbers.ranges().keySet().forEach(row -> known.add(name + "/" + of.id(row) + "/" + column));
                }
            }
        });
        return known;
    }
}
