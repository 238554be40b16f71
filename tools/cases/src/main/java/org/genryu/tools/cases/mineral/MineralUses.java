package org.genryu.tools.cases.mineral;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.genryu.tools.cases.table.SectorTables;
import org.genryu.tools.cases.table.SourceCaseTable;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;

/// Writes who uses the minerals, at which reference price, and how the need grows.
final class MineralUses {
    /// Places whose use is split by purpose; elsewhere the mineral has one use.
    private static final Set<String> SPLIT = Set.of("JP", "US");

    private static final double ABOVE_ROUNDING = 1 + 1e-6;

    private final SourceTables tables;
    private final MineralOutlook outlook;
    private final SectorTables sectors;
    private final SourceCaseTable demands = SourceCaseTable.of("demands");

    MineralUses(SourceTables tables, MineralOutlook outlook) {
        this.tables = tables;
        this.outlook = outlook;
        this.sectors = new SectorTables(tables);
    }

    SourceCaseTable table() {
        return demands;
    }

    void demands(MineralBase base, SourceCaseTable series) {
        for (String stage : MineralBase.STAGES) {
            base.used(stage).forEach((place, tonnes) -> {
                if (SPLIT.contains(place)) {
                    split(base.mineral(), stage)
                            .forEach(row -> demand(
                                    base,
                                    stage,
                                    place,
                                    row.text("use"),
                                    row.number("share") * tonnes,
                                    row.text("priority"),
                                    series));
                } else {
                    demand(base, stage, place, base.mineral().id() + "-use", tonnes, "3", series);
                }
            });
        }
    }

    private List<SourceRow> split(Mineral mineral, String stage) {
        return tables.table("minerals_uses").stream()
                .filter(row -> row.text("mineral").equals(mineral.id())
                        && row.text("stage").equals(stage))
                .toList();
    }

    private void demand(
            MineralBase base,
            String stage,
            String place,
            String use,
            double tonnes,
            String priority,
            SourceCaseTable series) {
        Mineral mineral = base.mineral();
        String commodity = mineral.commodity(stage);
        String id = (place + "-" + use + "-" + commodity).toLowerCase(Locale.ROOT);
        double price = mineral.priceOf(stage);
        String source = base.source("minerals_demand", place);
        demands.row()
                .put("demand", id)
                .put("place", place)
                .put("use", use)
                .put("commodity", commodity)
                .put("amount", tonnes * ABOVE_ROUNDING)
                .put("shortage_cost", price * mineral.row().number("ceiling"))
                .put("price", price)
                .copy(mineral.row(), "elasticity")
                .put("curve", "isoelastic")
                .put("priority", priority)
                .put("sector", sectors.of(place, use))
                .put("source", source.contains("assumption") ? source : source + ";assumption")
                .put("growth", mineral.row().maybe("growth"))
                .put("note", "amount, split by use, elasticity, ceiling: see minerals_demand, minerals_uses, minerals");
        if (mineral.row().has("growth")) {
            return;
        }
        for (int year = tables.year("first-year") + 1; year <= tables.year("last-year"); year++) {
            double amount = tonnes * ABOVE_ROUNDING * outlook.need(mineral, stage, year);
            series.row()
                    .put("table", "demands")
                    .put("id", id)
                    .put("column", "amount")
                    .put("period", year)
                    .put("value", amount)
                    .put("source", outlook.source(mineral));
        }
    }
}
