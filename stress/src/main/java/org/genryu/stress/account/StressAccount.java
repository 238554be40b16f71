package org.genryu.stress.account;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MeasurePayment;
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
/// @param plants every plant that makes something the scenario can reach
/// @param survival how long countries hold out, with each commodity and as a whole
/// @param start first month of the clock in which anything differs from the calm world
public record StressAccount(
        MonthlyStress.Answer answer,
        StressPath path,
        MonthlyBalances balances,
        List<UseStress> uses,
        List<PriceStress> prices,
        List<StockStress> stocks,
        List<SectorStress> sectors,
        List<PlantStress> plants,
        List<Survival> survival,
        int start) {
    /// A price that moves less is as in calm [fraction].
    public static final double MOVED = 0.05;

    /// Two prices that stand closer, each against calm, are one.
    private static final double PARTED = 1.05;

    /// @param path of the answer
    public static StressAccount of(MonthlyStress.Answer answer, StressPath path) {
        int start = start(answer);
        List<UseStress> uses = UseStress.of(answer, path, start);
        List<StockStress> stocks = StockStress.of(answer, path);
        return new StressAccount(
                answer,
                path,
                MonthlyBalances.of(answer, path),
                uses,
                PriceStress.of(answer, path),
                stocks,
                SectorStress.of(answer.of(), uses, keptByUsers(answer)),
                PlantStress.of(answer, path),
                Survival.of(answer, uses, stocks, path.touched(), start),
                start);
    }

    /// By demand: whether its users keep a stock that is in the months already.
    public static boolean[] keptByUsers(MonthlyStress.Answer answer) {
        SupplyCase.Demands demands = answer.of().use().demands();
        boolean[] kept = new boolean[demands.size()];
        for (Pile pile : answer.stocks().all()) {
            for (int d = 0; d < kept.length && pile.tier() == Tier.USERS; d++) {
                kept[d] |= demands.place()[d] == pile.place() && demands.commodity()[d] == pile.commodity();
            }
        }
        return kept;
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
        Map<String, Double> sums = new TreeMap<>();
        for (UseStress use : uses) {
            sums.merge(Survival.country(answer.of(), use.place()), use.cost(), Double::sum);
        }
        return sorted(sums);
    }

    private static Map<String, Double> sorted(Map<String, Double> sums) {
        Map<String, Double> sorted = new LinkedHashMap<>();
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

    /// What users at home lose [currency].
    public double homeCost() {
        return uses.stream()
                .filter(use -> isHome(use.place()))
                .mapToDouble(UseStress::cost)
                .sum();
    }

    /// What plants at home earn less than in calm, floors and other payments not counted [currency].
    public double homeEarnings() {
        return plants.stream()
                .filter(plant -> isHome(plant.place()))
                .mapToDouble(PlantStress::earned)
                .sum();
    }

    /// What the measures cost those who pay, less what they still hold [currency].
    public double measures() {
        return answer.payments().stream().mapToDouble(MeasurePayment::net).sum();
    }

    /// What the other side sold below its price beyond what its plants made, by market, largest first [units].
    public Map<Integer, Double> dumped() {
        Map<Integer, Double> sums = new LinkedHashMap<>();
        for (int m = 0; m < path.outside().length; m++) {
            double sum = 0;
            for (int i = 0; i < answer.clock().months() && path.touched()[m]; i++) {
                sum += path.outside()[m][i] - answer.quiet().outside()[m][i];
            }
            if (sum > 0) {
                sums.put(m, sum);
            }
        }
        return sums;
    }

    /// A market of the other side where the commodity is cheaper, against calm, than at the market that is told, in
    /// the month that is told: the price inside where there are two.
    public OptionalInt inside(PriceStress one) {
        var markets = answer.calm().balance().markets();
        for (int m = 0; m < markets.size(); m++) {
            String country = answer.of().world().places().country()[markets.place()[m]];
            boolean other = markets.commodity()[m] == one.commodity()
                    && answer.of().info().rival().contains(country);
            double calm = answer.quiet().price()[m][one.month()];
            double now = path.price()[m][one.month()];
            if (other && calm > 0 && now / calm < one.ratio() / PARTED) {
                return OptionalInt.of(m);
            }
        }
        return OptionalInt.empty();
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

    /// Prices at home that move, of each commodity the one that moves most money, the costliest first.
    public List<PriceStress> movedAtHome() {
        return PriceStress.largest(prices.stream()
                .filter(one -> isHome(one.place()) && Math.abs(one.ratio() - 1) > MOVED)
                .toList());
    }

    /// Stocks at home that run out, the first one first.
    public List<StockStress> emptyAtHome() {
        return stocks.stream()
                .filter(stock ->
                        stock.empty().isPresent() && isHome(stock.pile().place()))
                .sorted(Comparator.comparingInt(
                                (StockStress stock) -> stock.empty().orElseThrow())
                        .thenComparingInt(StockStress::index))
                .toList();
    }

    /// The countries at home, the one that holds out shortest first; those that are never short last.
    public List<Survival> homeSurvival() {
        int places = answer.of().world().places().size();
        return survival.stream()
                .filter(one -> one.commodity().isEmpty()
                        && IntStream.range(0, places)
                                .anyMatch(place -> isHome(place)
                                        && Survival.country(answer.of(), place).equals(one.country())))
                .sorted(Comparator.comparingDouble(
                        (Survival one) -> one.survive().orElse(Double.POSITIVE_INFINITY)))
                .toList();
    }

    /// The same with each commodity: those that run short.
    public List<Survival> homeShort() {
        return survival.stream()
                .filter(one -> one.weakest().isPresent()
                        && one.commodity().isPresent()
                        && isHome(one.weakest().get().place()))
                .sorted(Comparator.comparingDouble(
                        (Survival one) -> one.survive().orElseThrow()))
                .toList();
    }

    /// The uses that are short, at home, the costliest first.
    public List<UseStress> shortAtHome() {
        return UseStress.dearest(uses).stream()
                .filter(use -> isHome(use.place()) && use.first().isPresent())
                .toList();
    }
}
