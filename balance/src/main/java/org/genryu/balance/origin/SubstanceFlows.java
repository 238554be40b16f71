package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.List;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.FlowRanges.Term;
import org.genryu.casefile.SupplyCase;

/// All lanes and plants of a substance: are they the same in two answers?
///
/// @param substance that is followed
record SubstanceFlows(SupplyCase supply, Substance substance) {
    /// Difference of two flows, relative to the largest of the substance, below which they are the same.
    private static final double SAME = 1e-6;

    /// A direction in which hardly any two answers lie equally far: weights of all lanes and plants of the
    /// substance, up to the period, that follow no pattern.
    List<Term> apart(int until) {
        List<Term> terms = new ArrayList<>();
        SupplyCase.Routes routes = supply.routes();
        for (int t = 0; t <= until; t++) {
            for (int l = 0; l < routes.size(); l++) {
                if (substance.isIn(routes.commodity()[l])) {
                    terms.add(new Term(true, l, t, weight(l, t, 0) * substance.weight()[routes.commodity()[l]]));
                }
            }
            for (int p = 0; p < supply.industry().processes().size(); p++) {
                double mass = mass(p);
                if (mass > 0) {
                    terms.add(new Term(false, p, t, weight(p, t, 1) * mass));
                }
            }
        }
        return terms;
    }

    /// -1 .. 1, from the golden ratio.
    private static double weight(int thing, int t, int kind) {
        double x = (3 * thing + 7919.0 * t + kind + 1) * 0.618_033_988_749_894_8;
        return 2 * (x - Math.floor(x)) - 1;
    }

    /// What a plant takes in or gives out of the substance, a unit of activity.
    private double mass(int process) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int recipe = supply.industry().processes().recipe()[process];
        double mass = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            mass += Math.abs(recipes.amount()[line]) * substance.weight()[recipes.commodity()[line]];
        }
        return mass;
    }

    /// Whether the flows of the substance are the same up to the period.
    boolean isSame(Quantities one, Quantities other, int until) {
        double largest = 0;
        double between = 0;
        for (Term term : apart(until)) {
            double[][] a = term.lane() ? one.flow() : one.activity();
            double[][] b = term.lane() ? other.flow() : other.activity();
            double mass =
                    term.lane() ? substance.weight()[supply.routes().commodity()[term.thing()]] : mass(term.thing());
            largest = Math.max(largest, mass * Math.abs(a[term.thing()][term.period()]));
            between =
                    Math.max(between, mass * Math.abs(a[term.thing()][term.period()] - b[term.thing()][term.period()]));
        }
        return between <= SAME * largest;
    }
}
