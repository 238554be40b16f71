package org.genryu.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.genryu.core.Check;

/// What is decided before anybody knows the scenario: minimise cost · y subject to limits and bounds.
///
/// @param cost by choice [money per unit]
/// @param lower by choice, as `upper`; both finite
/// @param whole choices that are taken wholly or not at all
/// @param limits what they must obey together
public record Decisions(double[] cost, double[] lower, double[] upper, BitSet whole, List<Limit> limits) {
    /// least ≤ Σ weight · y ≤ most.
    ///
    /// @param id of the rule, for those who ask why something is left out
    public record Limit(String id, double[] weight, double least, double most) {
        public double of(double[] y) {
            return dot(weight, y);
        }

        boolean holds(double[] y) {
            double size = 1;
            for (int i = 0; i < y.length; i++) {
                size = Math.max(size, Math.abs(weight[i] * y[i]));
            }
            double sum = of(y);
            return sum >= least - HOLDS * size && sum <= most + HOLDS * size;
        }
    }

    /// A limit that is broken by less, relative to its largest term, holds.
    private static final double HOLDS = 1e-7;

    public Decisions {
        limits = List.copyOf(limits);
        Check.that(
                lower.length == cost.length && upper.length == cost.length,
                "Decisions: %s costs, %s and %s bounds; there must be as many.",
                cost.length,
                lower.length,
                upper.length);
    }

    public int size() {
        return cost.length;
    }

    /// Σ a_i y_i.
    public static double dot(double[] a, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += a[i] * y[i];
        }
        return sum;
    }

    /// The same with one limit more.
    public Decisions with(Limit more) {
        List<Limit> all = new ArrayList<>(limits);
        all.add(more);
        return new Decisions(cost, lower, upper, whole, all);
    }

    /// The same at other costs.
    public Decisions at(double[] other) {
        return new Decisions(other, lower, upper, whole, limits);
    }

    /// The same with one choice made already.
    public Decisions fixed(int choice, double value) {
        double[] least = lower.clone();
        double[] most = upper.clone();
        least[choice] = value;
        most[choice] = value;
        return new Decisions(cost, least, most, whole, limits);
    }

    /// Whether all limits and bounds hold.
    public boolean allow(double[] y) {
        for (int i = 0; i < y.length; i++) {
            if (y[i] < lower[i] - HOLDS || y[i] > upper[i] + HOLDS) {
                return false;
            }
        }
        return limits.stream().allMatch(limit -> limit.holds(y));
    }
}
