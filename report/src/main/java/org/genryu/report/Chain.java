package org.genryu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.genryu.balance.Balance;

/// How does an element flow through the stages, from country to country, in one period?
///
/// A node is a country at a stage: what its plants of that stage make. A link is what one country made at a stage and
/// another country used
/// at a later one; trade in between, also through third countries, is followed by [Origins]. Stages stand in the
/// order of the recipes (what
/// is used before what is made of it), else of commodities.csv; final use is the last. What flows backward (scrap,
/// returns) and what comes from stock is a stub at
/// its node, never dropped and never a link.
///
/// @param stages words of the case; the last column, use, has none
/// @param nodes by column, then by size of the country over all columns, "all others" last
record Chain(List<String> stages, List<Node> nodes, List<Link> links, List<Stub> stubs) {
    /// Country of the node that stands for all others together.
    static final int OTHERS = Integer.MAX_VALUE;

    /// @param members how many countries it stands for
    record Node(int column, int country, int members) {}

    /// @param from index into nodes
    /// @param amount [t of the element], or in the unit of the group
    record Link(int from, int to, double amount) {}

    /// RECYCLED: back to an earlier stage. STOCK: drawn from stock. WITHIN: from country to country within a stage.
    ///
    /// @param entering whether it comes in from the left side (scrap, stock) or goes out to be used again
    record Stub(int node, Kind kind, boolean entering, double amount) {
        enum Kind {
            RECYCLED,
            STOCK,
            WITHIN
        }
    }

    /// What is followed: an element inside commodities, or a group of commodities counted as they are.
    /// @param weight by commodity: amount of it in one unit
    /// @param inTonnes whether amounts are tonnes of an element; else they are in `unit`
    record Strand(String name, double[] weight, boolean inTonnes, String unit) {}

    int columns() {
        return stages.size() + 1;
    }

    /// What leaves or, if more, enters the node.
    double size(int node) {
        double in = links.stream()
                        .filter(l -> l.to() == node)
                        .mapToDouble(Link::amount)
                        .sum()
                + stubs.stream()
                        .filter(s -> s.node() == node && s.entering())
                        .mapToDouble(Stub::amount)
                        .sum();
        double out = links.stream()
                        .filter(l -> l.from() == node)
                        .mapToDouble(Link::amount)
                        .sum()
                + stubs.stream()
                        .filter(s -> s.node() == node && !s.entering())
                        .mapToDouble(Stub::amount)
                        .sum();
        return Math.max(in, out);
    }

    /// Which countries stand for themselves.
    /// @param most of them by rank
    /// @param least part of its column that a node must have [fraction]
    /// @param always codes of countries that do so whatever their rank
    record Detail(int most, double least, List<String> always) {
        static final Detail ALL = new Detail(Integer.MAX_VALUE, 0, List.of());
    }

    /// Countries by what passes through them in the first and the last period together, largest first: the order in
    /// every picture of the
    /// strand, so that two periods can be compared by eye.
    static List<Integer> ranking(Balance balance, Origins origins, Strand strand) {
        Map<Integer, Double> size = new ChainBuilder(balance, origins, strand, 0).sizes();
        int last = balance.of().periods().count() - 1;
        new ChainBuilder(balance, origins, strand, last)
                .sizes()
                .forEach((country, amount) -> size.merge(country, amount, Double::sum));
        List<Integer> ranked = new ArrayList<>(size.keySet());
        ranked.sort(Comparator.comparingDouble(country -> -size.getOrDefault(country, 0.0)));
        return ranked;
    }
}
