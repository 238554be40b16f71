package org.genryu.balance.account;

import java.util.List;

/// How does an element flow through the stages, from country to country, in one period?
///
/// A node is a country at a stage: what its plants of that stage make. A link is what one country made at a stage and
/// another country used at a later one; trade in between, also through third countries, is followed by
/// [PlaceOrigins]. Stages stand in the order of the recipes (what is used before what is made of it), else of
/// commodities.csv; final use is the last. What flows backward (scrap, returns) and what comes from stock is a stub
/// at its node, never dropped and never a link.
///
/// @param stages words of the case; the last column, use, has none
/// @param nodes by column, then by size of the country over all columns, "all others" last
public record StageFlows(List<String> stages, List<Node> nodes, List<Link> links, List<Stub> stubs) {
    /// Country of the node that stands for all others together.
    public static final int OTHERS = Integer.MAX_VALUE;

    /// @param members how many countries it stands for
    public record Node(int column, int country, int members) {}

    /// @param from index into nodes
    /// @param amount [t of the element], or in the unit of the group
    public record Link(int from, int to, double amount) {}

    /// RECYCLED: back to an earlier stage. STOCK: drawn from stock. WITHIN: from country to country within a stage.
    ///
    /// @param entering whether it comes in from the left side (scrap, stock) or goes out to be used again
    public record Stub(int node, Kind kind, boolean entering, double amount) {
        public enum Kind {
            RECYCLED,
            STOCK,
            WITHIN
        }
    }

    public int columns() {
        return stages.size() + 1;
    }

    /// What leaves or, if more, enters the node.
    public double size(int node) {
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
    public record Detail(int most, double least, List<String> always) {
        public static final Detail ALL = new Detail(Integer.MAX_VALUE, 0, List.of());
    }
}
