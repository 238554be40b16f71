package org.genryu.geo;

import java.util.List;
import org.genryu.core.DataTable;

/// The reference page of the sea network, made from its tables: `docs/reference/ports.md`.
public final class SeaReference {
    private SeaReference() {}

    /// The page in Markdown.
    public static String markdown() {
        SeaNetwork sea = SeaNetwork.world();
        StringBuilder out = new StringBuilder("# Ports, passages and ships of the sea network\n\n")
                .append("Made from the tables of the module `geo`; how they were made and how good they are stands in ")
                .append("[method/geo.md](../method/geo.md).\n\n## Ports\n\n")
                .append("`main` is the port that stands for its country where a case names none.\n\n")
                .append("| port | name | 名前 | country | main | use |\n| --- | --- | --- | --- | --- | --- |\n");
        for (Port port : sea.ports()) {
            row(
                    out,
                    port.id(),
                    port.name().en(),
                    port.name().ja(),
                    port.country(),
                    port.main() ? "yes" : "",
                    String.join(", ", port.uses()));
        }
        out.append("\n## Passages\n\nThose that are shut are used only by a route whose `via` names them.\n\n")
                .append("| passage | name | 名前 | usually |\n| --- | --- | --- | --- |\n");
        for (Strait strait : sea.straits()) {
            row(out, strait.id(), strait.name().en(), strait.name().ja(), strait.usual() ? "open" : "shut");
        }
        out.append(
                "\n## Countries without a coast\n\n| country | port | km over land | source |\n| --- | --- | --- | --- |\n");
        for (Landlocked leg : sea.landlocked()) {
            row(out, leg.country(), leg.port(), String.valueOf(Math.round(leg.kilometres())), leg.source());
        }
        out.append(
                "\n## Ships\n\n| ship | parameter | value | unit | year | source |\n| --- | --- | --- | --- | --- | --- |\n");
        for (var row : DataTable.rows(SeaReference.class, "ships.csv")) {
            row(out, row.getFields().toArray(String[]::new));
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    }
}
