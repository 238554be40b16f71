package org.genryu.stress.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long does home hold out without a node, and is that long enough?
///
/// At risk is who holds out (time to survive) less long than the node needs (its time to recover). The impact is what
/// that costs over these months and the year after; exposure is the impact over the largest one. After Simchi-Levi,
/// Schmidt, Wei and others, Interfaces 45(5), 2015.
///
/// @param row what comes of losing it; empty if it has no answer
/// @param exposure impact over the largest of all [0..1]
public record NodeSurvival(SupplyNode node, Optional<ShelfRow> row, double exposure) {
    /// The same nodes with what became of each, the largest impact first.
    /// @param shelf their scenarios, in the same order
    public static List<NodeSurvival> of(List<SupplyNode> nodes, Shelf shelf) {
        double most = shelf.told().stream()
                .mapToDouble(entry -> entry.row().orElseThrow().impact())
                .max()
                .orElse(0);
        List<NodeSurvival> all = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            Optional<ShelfRow> row = shelf.entries().get(n).row();
            double impact = row.map(ShelfRow::impact).orElse(0.0);
            all.add(new NodeSurvival(nodes.get(n), row, most > 0 ? Math.max(0, impact) / most : 0));
        }
        all.sort(Comparator.comparingDouble((NodeSurvival one) -> -one.exposure())
                .thenComparing(one -> one.node().id()));
        return List.copyOf(all);
    }

    /// Whether home is short before the node works again.
    public boolean atRisk() {
        return row.map(told -> told.survive() < node.recover()).orElse(false);
    }
}
