package org.genryu.geo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.assertj.core.api.Assertions;

/// Makes the network anew: `MakeNetwork <folder>` writes `nodes.csv` and `edges.csv` there. To be run after a change of
/// `ports.csv`, `straits.csv`, `fairways.csv`, `shoals.csv` or `land.csv`; takes a few minutes.
final class MakeNetwork {
    private MakeNetwork() {}

    public static void main(String[] args) throws IOException {
        NetworkMaker maker = new NetworkMaker();
        maker.make();
        maker.problems.forEach(maker::say);
        SeaGraph graph = maker.graph();
        SeaGraph.Tree tree = graph.from(maker.port("sg-singapore"), maker.shut());
        maker.ports.forEach((port, node) ->
                Assertions.assertThat(tree.tenths()[node]).as(port).isLessThan(SeaGraph.FAR));
        BitSet keep = maker.needed(graph);
        maker.write(Path.of(args[0]), keep);
    }
}
