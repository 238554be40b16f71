package org.genryu.cases.source;

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
        SourceCaseTable table = new SourceCaseTable(
                "sector",
                "place",
                "name_en",
                "name_ja",
                "value_added",
                "use",
                "critical_share",
                "substitution",
                "buffer_days",
                "source",
                "note");
        for (SourceRow row : tables.table("sectors")) {
            table.add(
                    row.text("sector"),
                    row.text("place"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    row.number("value") * tables.setting(row.text("unit")),
                    row.words("use").getFirst(),
                    row.number("critical_share"),
                    row.number("substitution"),
                    row.number("buffer_days"),
                    row.source(),
                    row.note());
        }
        return table;
    }
}
