package org.genryu.tools.cases.table;

import java.util.List;

/// Writes the places of a chain as they stand in its source table.
public final class PlaceTables {
    private PlaceTables() {}

    public static SourceCaseTable of(List<SourceRow> rows) {
        SourceCaseTable table = new SourceCaseTable(
                "place", "name_en", "name_ja", "kind", "country", "lat", "lon", "port", "source", "note");
        for (SourceRow row : rows) {
            table.add(
                    row.text("place"),
                    row.text("name_en"),
                    row.text("name_ja"),
                    row.text("kind"),
                    row.text("country"),
                    row.number("lat"),
                    row.number("lon"),
                    row.text("port"),
                    row.source(),
                    row.note());
        }
        return table;
    }
}
