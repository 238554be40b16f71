package org.genryu.tools.cases.mineral;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// Which minerals are mined with another, and how much of them that lets be mined at most?
///
///     mined at the place ≤ most · what its host gives there
///
/// The host sets free a by-product, which costs nothing and may be left; a tonne mined takes a tonne of it.
/// A host that is a mineral of the case gives it with what is mined; another stands as a plant that gives nothing else.
final class ByProducts {
    private static final String MINING = "-mining";

    private final SourceTables tables;
    private final List<SourceRow> rows;

    ByProducts(SourceTables tables) {
        this.tables = tables;
        this.rows = tables.table("minerals_hosts");
    }

    /// The recipe by which a mineral is mined at a place.
    String recipe(String mineral, String place) {
        Optional<SourceRow> hosted = rows.stream()
                .filter(row ->
                        row.text("mineral").equals(mineral) && row.text("place").equals(place))
                .findFirst();
        Optional<SourceRow> hosts = rows.stream()
                .filter(row ->
                        row.text("host").equals(mineral) && row.text("place").equals(place))
                .findFirst();
        return hosted.map(row -> mineral + MINING + "-with-" + row.text("host"))
                .or(() -> hosts.map(row -> mineral + MINING + "-with-" + row.text("mineral")))
                .orElse(mineral + MINING);
    }

    /// All recipes by which a mineral is mined.
    List<String> recipes(String mineral) {
        Set<String> all = new LinkedHashSet<>(List.of(mineral + MINING));
        rows.forEach(row -> all.add(recipe(mineral, row.text("place"))));
        return List.copyOf(all);
    }

    SourceCaseTable commodities(String group) {
        SourceCaseTable table = SourceCaseTable.of("commodities");
        for (SourceRow row : first("by_product")) {
            table.row()
                    .put("commodity", row.text("by_product"))
                    .copy(row, "name_en", "name_ja")
                    .put("unit", "t")
                    .put("stage", "by-product")
                    .put("group", group)
                    .cite(row);
        }
        return table;
    }

    /// The element in each by-product: it is counted as content.
    SourceCaseTable contents() {
        SourceCaseTable table = SourceCaseTable.of("contents");
        for (SourceRow row : first("by_product")) {
            String element = mineral(row.text("mineral")).text("element");
            table.row()
                    .put("commodity", row.text("by_product"))
                    .put("element", element)
                    .put("amount", 1.0)
                    .put("source", "assumption")
                    .put("note", "counted as content");
        }
        return table;
    }

    SourceCaseTable lines() {
        SourceCaseTable table = SourceCaseTable.of("recipes");
        for (SourceRow row : first("mineral")) {
            String mined = recipe(row.text("mineral"), row.text("place"));
            line(table, mined, mineral(row.text("mineral")).text("mined"), 1, row);
            line(table, mined, row.text("by_product"), -1, row);
        }
        for (SourceRow row : rows) {
            if (row.has("output")) {
                line(table, host(row), row.text("by_product"), row.number("most"), row);
            } else {
                String with = recipe(row.text("host"), row.text("place"));
                line(table, with, mineral(row.text("host")).text("mined"), 1, row);
                line(table, with, row.text("by_product"), row.number("most"), row);
            }
        }
        return table;
    }

    /// The hosts whose own product is none of the case, at their output; a token cost keeps what is not wanted
    /// undone.
    SourceCaseTable processes() {
        SourceCaseTable table = SourceCaseTable.of("processes");
        rows.stream()
                .filter(row -> row.has("output"))
                .forEach(row -> table.row()
                        .put("process", host(row))
                        .copy(row, "place")
                        .put("recipe", host(row))
                        .put("status", "operating")
                        .put("capacity", row.number("output"))
                        .put("cost", 1.0)
                        .cite(row));
        return table;
    }

    private static String host(SourceRow row) {
        return (row.text("place") + "-" + row.text("host")).toLowerCase(Locale.ROOT);
    }

    private static void line(SourceCaseTable table, String recipe, String commodity, double amount, SourceRow row) {
        table.row()
                .put("recipe", recipe)
                .put("commodity", commodity)
                .put("amount", amount)
                .cite(row);
    }

    private SourceRow mineral(String id) {
        return tables.table("minerals").stream()
                .filter(row -> row.text("mineral").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The first row of each value of a column.
    private List<SourceRow> first(String column) {
        Set<String> seen = new LinkedHashSet<>();
        List<SourceRow> first = new ArrayList<>();
        for (SourceRow row : rows) {
            if (seen.add(row.text(column))) {
                first.add(row);
            }
        }
        return first;
    }
}
