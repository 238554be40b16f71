package org.genryu.plan;

/// What the world makes of the decisions, part by part: parts share nothing but the decisions, so that each is asked
/// alone. Every part's cost is a convex function of the decisions.
public interface Recourse {
    int parts();

    /// @param y the decisions, whole or in between
    /// @return cost and slope at y, with cost(z) ≥ cost(y) + slope · (z - y) for every z
    Answer at(int part, double[] y);

    /// @param cost [money]
    /// @param slope by choice [money per unit]
    record Answer(double cost, double[] slope) {}
}
