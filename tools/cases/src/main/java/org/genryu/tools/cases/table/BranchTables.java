package org.genryu.tools.cases.table;

import java.util.HashMap;
import java.util.Map;

/// Writes the branches of the economies and what they buy of each other at home: the flows of a table, less the
/// part that is imported.
///
///     imported part = imports / (output - exports + imports)     of all that a branch's goods are used for (Japan)
///                   = imported / used                            of what this buyer uses (United States)
///
/// The first takes every buyer at home to use imports alike: the table of Japan has them inside of its flows.
public final class BranchTables {
    private final SourceTables tables;

    public BranchTables(SourceTables tables) {
        this.tables = tables;
    }

    public SourceCaseTable branches() {
        SourceCaseTable table = SourceCaseTable.of("branches");
        for (SourceRow row : tables.table("branches")) {
            double unit = tables.setting(row.text("unit"));
            table.row()
                    .copy(row, "branch", "place", "name_en", "name_ja")
                    .put("output", row.number("output") * unit)
                    .put("value_added", row.number("value") * unit)
                    .cite(row);
        }
        return table;
    }

    public SourceCaseTable inputs() {
        Map<String, SourceRow> sellers = new HashMap<>();
        tables.table("branches").forEach(row -> sellers.put(row.text("branch"), row));
        SourceCaseTable table = SourceCaseTable.of("inputs");
        for (SourceRow row : tables.table("inputs")) {
            SourceRow seller = sellers.get(row.text("from"));
            if (seller == null) {
                throw new IllegalArgumentException("Row %s: from is no branch.".formatted(row.where()));
            }
            double home = row.number("amount") * (1 - imported(row, seller)) * tables.setting(seller.text("unit"));
            if (home > 0) {
                table.row().copy(row, "from", "to").put("amount", home).put("source", row.source());
            }
        }
        return table;
    }

    private static double imported(SourceRow row, SourceRow seller) {
        if (seller.has("imports")) {
            double imports = seller.number("imports");
            double used = seller.number("output") - seller.number("exports") + imports;
            return used > 0 ? Math.clamp(imports / used, 0, 1) : 0;
        }
        double used = row.number("used");
        return used > 0 ? Math.clamp(row.number("imported") / used, 0, 1) : 0;
    }
}
