package org.genryu.results.stress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.time.Periods;
import org.genryu.results.ResultTable;
import org.genryu.results.RowSink;
import org.genryu.stress.shelf.NodeSurvival;
import org.genryu.stress.shelf.ShelfRow;

/// How long home holds out without each node of its supply.
public final class NodeTable {
    private final SupplyCase of;

    private NodeTable(SupplyCase of) {
        this.of = of;
    }

    /// @param of the case
    public static ResultTable of(List<NodeSurvival> nodes, SupplyCase of) {
        NodeTable table = new NodeTable(of);
        return new ResultTable("nodes", to -> {
            for (NodeSurvival one : nodes) {
                table.row(one, to);
            }
        });
    }

    private void row(NodeSurvival one, RowSink to) throws IOException {
        Optional<ShelfRow> row = one.row();
        Optional<ShelfRow.Lack> worst = row.flatMap(ShelfRow::worst);
        Optional<ShelfRow.Empty> empty = row.flatMap(ShelfRow::empty);
        to.text(one.node().id())
                .text(one.node().name().en())
                .text(one.node().name().ja())
                .number(one.node().recover())
                .number(row.map(ShelfRow::survive))
                .text(one.atRisk() ? "yes" : "")
                .number(row.filter(told -> told.recover().isPresent())
                        .map(told -> (double) told.recover().orElseThrow()));
        to.text(worst.map(use -> of.world().places().ids().id(use.place())).orElse(""))
                .text(worst.map(use -> of.world().commodities().ids().id(use.commodity()))
                        .orElse(""))
                .text(worst.map(ShelfRow.Lack::use).orElse(""))
                .number(worst.map(ShelfRow.Lack::part));
        to.text(empty.map(stock -> of.world().places().ids().id(stock.place())).orElse(""))
                .text(empty.map(stock -> of.world().commodities().ids().id(stock.commodity()))
                        .orElse(""))
                .text(empty.map(stock -> new Periods(Periods.Step.MONTH, stock.month(), 1).label(0))
                        .orElse(""));
        to.number(row.map(ShelfRow::home))
                .number(row.map(ShelfRow::damage))
                .number(row.map(_ -> one.exposure()))
                .end();
    }
}
