package org.genryu.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;

/// Who gets less than they want? Two kinds that must not be mixed up: a demand of a fixed amount that is not served
/// runs short; a demand
/// that reacts to price goes without what it will not pay for. At a high enough price both end with nothing, so both
/// are told.
///
/// @param first period with a gap
/// @param worst period with the largest part missing
/// @param lacking in the worst period [units]
/// @param wanted in the worst period; at the reference price for a demand that reacts to price [units]
/// @param cost [currency] of all gaps: at the shortage cost, or at the price that keeps them out
record Shortfall(int demand, int first, int worst, double lacking, double wanted, double cost) {
    /// A smaller part of what is wanted is the tolerance of the solver, not a shortage [fraction].
    static final double NOTICED = 1e-6;
    /// From here on a demand that reacts to price is told by name [fraction].
    static final double HELD_BACK = 0.10;

    /// [fraction] of what is wanted in the worst period
    double part() {
        return lacking / wanted;
    }

    /// Demands of a fixed amount that run short, the costliest first.
    static List<Shortfall> fixed(View view) {
        return all(view, true, NOTICED);
    }

    /// Demands that price keeps from at least [#HELD_BACK] of what they want, the costliest first.
    static List<Shortfall> heldBack(View view) {
        return all(view, false, HELD_BACK);
    }

    /// Those of the home partners; all when the case has no home.
    static List<Shortfall> athome(View view, List<Shortfall> all) {
        return all.stream()
                .filter(gap -> view.homes().isEmpty() || view.isHome(view.countryOfDemand(gap.demand())))
                .toList();
    }

    private static List<Shortfall> all(View view, boolean fixed, double least) {
        SupplyCase.Demands demands = view.supply().use().demands();
        return IntStream.range(0, demands.size())
                .filter(d -> demands.curve()[d] instanceof SupplyCase.Curve.Fixed == fixed)
                .mapToObj(d -> of(view, d, least))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble((Shortfall gap) -> -gap.cost())
                        .thenComparingInt(Shortfall::demand))
                .toList();
    }

    private static Optional<Shortfall> of(View view, int d, double least) {
        double[] wanted = view.balance().quantities().wanted()[d];
        double[] served = view.balance().quantities().served()[d];
        int first = -1;
        int worst = -1;
        double cost = 0;
        for (int t = 0; t < wanted.length; t++) {
            double lacking = wanted[t] - served[t];
            if (wanted[t] > 0 && lacking > least * wanted[t]) {
                first = first < 0 ? t : first;
                worst = worst < 0 || lacking / wanted[t] > 1 - served[worst] / wanted[worst] ? t : worst;
                cost += lacking * value(view, d, t);
            }
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Shortfall(d, first, worst, wanted[worst] - served[worst], wanted[worst], cost));
    }

    /// What a missing unit is worth [currency/unit].
    private static double value(View view, int d, int t) {
        SupplyCase.Demands demands = view.supply().use().demands();
        if (demands.curve()[d] instanceof SupplyCase.Curve.Fixed) {
            return demands.shortageCost().given(d) ? demands.shortageCost().at(d, t) : 1;
        }
        int market = view.balance().markets().find(demands.place()[d], demands.commodity()[d]);
        return market < 0 ? 0 : Math.max(0, view.balance().markets().price()[market][t]);
    }
}
