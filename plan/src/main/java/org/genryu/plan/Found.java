package org.genryu.plan;

/// Decisions with what they cost and how sure that is.
///
/// @param y the decisions
/// @param objective of the aim [money]
/// @param bound no decisions do better [money]
/// @param scenario cost by scenario, without the first cost [money]
/// @param rounds how often the master was asked
public record Found(double[] y, double objective, double bound, double[] scenario, int rounds) {
    /// How much better any decisions could be [money].
    public double open() {
        return Math.max(0, objective - bound);
    }
}
