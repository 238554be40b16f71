package org.genryu.geo;

import java.util.Map;
import java.util.OptionalDouble;
import org.genryu.core.Check;
import org.genryu.core.Text;

/// The shortest ways between some ports while some passages are shut. Made once, asked often.
public final class WayTable {
    private final SeaNetwork network;
    private final StraitClosure closed;
    private final Map<String, SeaGraph.Tree> trees;

    WayTable(SeaNetwork network, StraitClosure closed, Map<String, SeaGraph.Tree> trees) {
        this.network = network;
        this.closed = closed;
        this.trees = trees;
    }

    public StraitClosure closed() {
        return closed;
    }

    /// Distance [nm]; empty if there is no way.
    public OptionalDouble nauticalMiles(Port from, Port to) {
        int tenths = network.distance(to, tree(from));
        return tenths == SeaGraph.FAR ? OptionalDouble.empty() : OptionalDouble.of(tenths / 10.0);
    }

    /// The way there; of two ways of the same length both directions take the same one.
    public SeaPassage way(Port from, Port to) {
        if (network.distance(to, tree(from)) == SeaGraph.FAR) {
            return new SeaPassage.Unreachable(from, to, reason(from, to));
        }
        boolean forward = from.id().compareTo(to.id()) <= 0;
        SeaPassage.Way way = forward ? network.walk(from, to, tree(from)) : network.walk(to, from, tree(to));
        return forward
                ? way
                : new SeaPassage.Way(
                        from,
                        to,
                        way.nauticalMiles(),
                        way.straits().reversed(),
                        way.line().reversed(),
                        new SeaPassage.Access(way.access().in(), way.access().out()));
    }

    private SeaGraph.Tree tree(Port from) {
        SeaGraph.Tree tree = trees.get(from.id());
        Check.that(tree != null, "Port '%s' is not in this table.", from.id());
        return java.util.Objects.requireNonNull(tree);
    }

    private Text reason(Port from, Port to) {
        String shut = String.join(", ", closed.ids());
        return new Text(
                "no way by sea leads from " + from.name().en() + " to "
                        + to.name().en() + " while these are shut: " + shut + ".",
                from.name().ja() + "から" + to.name().ja() + "への航路がありません（閉鎖中: " + shut + "）。");
    }
}
