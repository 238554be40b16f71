package org.genryu.casefile.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.casefile.schema.CaseSchema;
import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.Kind;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.core.Text;

/// Which rows of a table a change is about: `*` for all, or conditions joined by `&` such as `place.country=CN &
/// commodity.group!=rare-earth`. A path walks along references: `place.country` is the country of the row's place. A
/// condition on a list (`via=hormuz`) holds if the list contains the word.
///
/// @param conditions all of them must hold; none holds for every row
public record RowSelector(List<Condition> conditions) {

    /// @param path columns; all but the last are references
    record Condition(List<String> path, boolean equal, String value) {}

    public static boolean isPlain(String text) {
        return text.indexOf('=') < 0 && text.indexOf('*') < 0;
    }

    /// The conditions, or empty after a finding.
    public static Optional<RowSelector> parse(
            String text, TableSpec table, CaseFindings.Where where, CaseFindings faults) {
        if (text.equals("*")) {
            return Optional.of(new RowSelector(List.of()));
        }
        List<Condition> conditions = new ArrayList<>();
        for (String part : text.split("&", -1)) {
            int at = part.indexOf('=');
            if (at <= 0
                    || part.indexOf('=', at + 1) >= 0
                    || part.substring(at + 1).isBlank()) {
                faults.rule(
                        where,
                        "id is '" + text + "'; it must be an id, `*`, or conditions joined by `&`.",
                        "id が「" + text + "」です。ID、`*`、または `&` でつないだ条件でなければなりません。",
                        "a condition such as `place.country=CN` is meant.",
                        "`place.country=CN` のような条件ではありませんか。");
                return Optional.empty();
            }
            boolean equal = part.charAt(at - 1) != '!';
            String path = part.substring(0, equal ? at : at - 1).strip();
            List<String> steps =
                    Arrays.stream(path.split("\\.", -1)).map(String::strip).toList();
            if (!known(steps, table, where, faults)) {
                return Optional.empty();
            }
            conditions.add(new Condition(steps, equal, part.substring(at + 1).strip()));
        }
        return Optional.of(new RowSelector(conditions));
    }

    private static boolean known(List<String> steps, TableSpec table, CaseFindings.Where where, CaseFindings faults) {
        TableSpec at = table;
        for (int i = 0; i < steps.size(); i++) {
            Optional<ColumnSpec> column = at.column(steps.get(i));
            if (column.isEmpty()) {
                faults.missingReference(
                        where,
                        "id",
                        String.join(".", steps),
                        new Text("column of " + at.name(), "「" + at.name() + "」の列"),
                        faults.near(steps.get(i), at.columns().keySet()));
                return false;
            }
            if (i + 1 < steps.size()) {
                Kind kind = column.get().kind();
                if (kind != Kind.REF && kind != Kind.GOODS) {
                    faults.rule(
                            where,
                            "id uses '" + String.join(".", steps) + "', but " + at.name() + "." + steps.get(i)
                                    + " leads to no other table.",
                            "id の「" + String.join(".", steps) + "」：" + at.name() + "." + steps.get(i)
                                    + " は他の表を指していません。",
                            "'" + steps.get(i) + "' alone is meant.",
                            "「" + steps.get(i) + "」だけではありませんか。");
                    return false;
                }
                at = CaseSchema.current().get(column.get().target().getFirst());
            }
        }
        return true;
    }

    /// Whether the row matches.
    /// @param commodity the commodity of the lane where the table is `routes`, else -1
    public boolean matches(CaseFile file, CaseTable table, int row, int commodity) {
        for (Condition condition : conditions) {
            if (holds(condition, file, table, row, commodity) != condition.equal) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Condition condition, CaseFile file, CaseTable table, int row, int commodity) {
        CaseTable at = table;
        int here = row;
        for (int i = 0; i < condition.path.size() - 1; i++) {
            ColumnSpec column = at.spec().get(condition.path.get(i));
            here = column.kind() == Kind.GOODS ? commodity : at.references(column.name())[here];
            if (here < 0) {
                return false;
            }
            at = file.table(column.target().getFirst());
        }
        ColumnSpec last = at.spec().get(condition.path.getLast());
        if (last.kind() == Kind.GOODS) {
            return file.table("commodities").names().get(commodity).equals(condition.value);
        }
        String cell = at.written(here, last);
        return last.kind() == Kind.REFS
                ? Arrays.stream(cell.split(";")).anyMatch(word -> word.strip().equals(condition.value))
                : Objects.equals(cell, condition.value);
    }
}
