package org.genryu.tools.cases.table;

/// Writes the industries that depend on uses, and tells which industry stands behind a use at a place.
public final class SectorTables {
    private final SourceTables tables;

    public SectorTables(SourceTables tables) {
        this.tables = tables;
    }

    /// The first industry of the use at the place, blank if none is known.
    public String of(String place, String use) {
        return tables.table("sectors").stream()
                .filter(row ->
                        row.text("place").equals(place) && row.words("use").contains(use))
                .map(row -> row.text("sector"))
                .findFirst()
                .orElse("");
    }

    public SourceCaseTable table() {
        SourceCaseTable table = SourceCaseTable.of("sectors");
        for (SourceRow row : tables.table("sectors")) {
            table.row()
                    .copy(
                            row,
                            "sector",
                            "place",
                            "name_en",
                            "name_ja",
                            "critical_share",
                            "substitution",
                            "buffer_days",
                            "branch")
                    .put("value_added", row.number("value") * tables.setting(row.text("unit")))
                    .put("use", row.words("use").getFirst())
                    .cite(row);
        }
        return table;
    }
}
