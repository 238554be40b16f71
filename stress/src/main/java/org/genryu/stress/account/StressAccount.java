package org.genryu.stress.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;
import org.genryu.stress.month.WorldStocks.Pile;
import org.genryu.stress.month.WorldStocks.Tier;

/// The one count of a stress: texts, tables and pages take it from here.
///
/// @param balances the months as balances
/// @param uses every use that can be reached, in the order of the case
/// @param prices every market that can be reached and where anything is used
/// @param stocks every stock that can be reached
/// @param sectors every industry whose use can be reached
/// @param start first month of the clock in which anything differs from the calm world
public record StressAccount(
        MonthlyStress.Answer answer,
        StressPath path,
        MonthlyBalances balances,
        List<UseStress> uses,
        List<PriceStress> prices,
        List<StockStress> stocks,
        List<SectorStress> sectors,
        int start) {

    /// @param path of the answer
    public static StressAccount of(MonthlyStress.Answer answer, StressPath path) {
        int start = start(answer);
        List<UseStress> uses = UseStress.of(answer, path, start);
        boolean[] buffered = new boolean[answer.of().use().demands().size()];
        for (Pile pile : answer.stocks().all()) {
            for (int d = 0; d < buffered.length && pile.tier() == Tier.USERS; d++) {
                buffered[d] |= answer.of().use().demands().place()[d] == pile.place()
                        && answer.of().use().demands().commodity()[d] == pile.commodity();
            }
        }
        return new StressAccount(
                answer,
                path,
                MonthlyBalances.of(answer, path),
                uses,
                PriceStress.of(answer, path),
                StockStress.of(answer, path),
                SectorStress.of(answer.of(), uses, buffered),
                start);
    }

    /// The first month of the clock in which an event is in force.
    private static int start(MonthlyStress.Answer answer) {
        OptionalInt first = answer.scenario().actions().stream()
                .filter(action -> action.shape().event() && action.from() < action.until())
                .mapToInt(action -> Math.max(0, action.from() - answer.clock().first()))
                .min();
        return Math.min(first.orElse(0), answer.clock().months() - 1);
    }

    /// What users lose by country, the largest first [currency].
    public Map<String, Double> costByCountry() {
        SupplyCase.Places places = answer.of().world().places();
        Map<String, Double> sums = new TreeMap<>();
        for (UseStress use : uses) {
            String country = places.country()[use.place()];
            sums.merge(country.isEmpty() ? places.ids().id(use.place()) : country, use.cost(), Double::sum);
        }
        Map<String, Double> sorted = new java.util.LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> one) -> -one.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /// What users lose [currency].
    public double cost() {
        return uses.stream().mapToDouble(UseStress::cost).sum();
    }

    /// What floors paid [currency].
    public double topUp() {
        double sum = 0;
        for (double[] plant : path.topUp()) {
            for (double month : plant) {
                sum += month;
            }
        }
        return sum;
    }

    /// Whether a place belongs to the partners of the case; all do where it names none.
    public boolean isHome(int place) {
        return isHome(answer.of(), place);
    }

    /// The same of any case.
    public static boolean isHome(SupplyCase of, int place) {
        List<String> home = of.info().home();
        return home.isEmpty()
                || home.contains(of.world().places().country()[place])
                || home.contains(of.world().places().ids().id(place));
    }

    /// The uses that are short, at home, the costliest first.
    public List<UseStress> shortAtHome() {
        return UseStress.dearest(uses).stream()
                .filter(use -> isHome(use.place()) && use.first().isPresent())
                .toList();
    }
}
