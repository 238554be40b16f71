package org.genryu.casefile;

import java.util.Map;
import java.util.Objects;

/// What must hold between the cells of a row and between tables.
final class RowRules {
    private final Map<String, Table> tables;
    private final Map<String, Keyed> keyed;
    private final Faults faults;

    RowRules(Map<String, Table> tables, Map<String, Keyed> keyed, Faults faults) {
        this.tables = tables;
        this.keyed = keyed;
        this.faults = faults;
    }

    void check() {
        routes();
    }

    private void routes() {
        Table routes = table("routes");
        int[] from = routes.references("from");
        int[] to = routes.references("to");
        for (int row = 0; row < from.length; row++) {
            if (from[row] >= 0 && from[row] == to[row]) {
                faults.rule(
                        where("routes", row, "to"),
                        "it leads from '" + at("routes").text(row, "to") + "' to itself; from and to must differ.",
                        "「" + at("routes").text(row, "to") + "」から同じ地点へ向かっています。from と to は異なる地点でなければなりません。",
                        "another place is meant.",
                        "別の地点ではありませんか。");
            }
        }
    }

    private Faults.Where where(String table, int row, String column) {
        return at(table).where(row, column);
    }

    private Keyed at(String table) {
        return Objects.requireNonNull(keyed.get(table), table);
    }

    private Table table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }
}
