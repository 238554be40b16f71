package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.balance.EquivalentBalances;
import org.genryu.balance.FlowRanges.Range;
import org.genryu.balance.FlowRanges.Term;
import org.genryu.casefile.SupplyCase;

/// How far could what a place gets directly, from each country and from its own plants, be from the answer at the same
/// cost (eps 0) and at one percent more? What is ranged are tonnes sent to the place in the period, which are sums of
/// flows; traced shares are products of many flows and have no such range.
public final class SupplyRanges {
    private static final double NEAR = 0.01;
    private static final int MOST = 6;

    private SupplyRanges() {}

    /// @param country index, the place's own country for its own plants
    /// @param same range at the least cost; empty if the solver gave up
    /// @param near range at one percent more
    public record Supply(int country, Optional<Range> same, Optional<Range> near) {
        /// What the answer says [units].
        public double value() {
            return same.or(() -> near).map(Range::value).orElse(0.0);
        }
    }

    /// @param period in which it is sent
    public static List<Supply> of(Balance balance, EquivalentBalances ties, int place, int commodity, int period) {
        Map<Integer, List<Term>> terms = terms(balance.of(), place, commodity, period);
        List<Supply> found = new ArrayList<>();
        terms.forEach((country, sum) -> found.add(new Supply(country, ties.range(sum, 0), Optional.empty())));
        List<Supply> largest = found.stream()
                .filter(one -> one.same().map(Range::high).orElse(1.0) > 0)
                .sorted(Comparator.comparingDouble(one -> -one.value()))
                .limit(MOST)
                .toList();
        return near(ties, largest, terms);
    }

    /// With the wider range, as long as the solver finds it in time: where one takes too long, so would the others.
    private static List<Supply> near(EquivalentBalances ties, List<Supply> largest, Map<Integer, List<Term>> terms) {
        List<Supply> found = new ArrayList<>();
        boolean inTime = true;
        for (Supply one : largest) {
            Optional<Range> near =
                    inTime ? ties.range(terms.getOrDefault(one.country(), List.of()), NEAR) : Optional.empty();
            inTime = near.isPresent();
            found.add(new Supply(one.country(), one.same(), near));
        }
        return found;
    }

    private static Map<Integer, List<Term>> terms(SupplyCase supply, int place, int commodity, int period) {
        int[] countryOf = PlaceCountries.of(supply).ofPlace();
        Map<Integer, List<Term>> terms = new LinkedHashMap<>();
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            if (routes.to()[l] == place && routes.commodity()[l] == commodity) {
                double kept = 1 - routes.lane().loss().at(l, period);
                terms.computeIfAbsent(countryOf[routes.from()[l]], _ -> new ArrayList<>())
                        .add(new Term(true, l, period, kept));
            }
        }
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                boolean makes = recipes.commodity()[line] == commodity && recipes.amount()[line] > 0;
                if (makes && processes.place()[p] == place) {
                    terms.computeIfAbsent(countryOf[place], _ -> new ArrayList<>())
                            .add(new Term(false, p, period, recipes.amount()[line]));
                }
            }
        }
        return terms;
    }
}
