package org.genryu.stress.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressClock;
import org.genryu.stress.month.WorldStocks.Tier;

/// How long does a country hold out with a commodity, or as a whole, and when is it whole again?
///
///     time to survive    the least of its uses [months]: a chain is as long as its weakest link
///     time to recover    of the service: from the first event until no use is short; of the stocks: until the end
///                        of the month in which all stand at their usual level again. They are never one
///     cover              365/12 · stocks / what uses and plants take in the first month of calm [days]
///
/// After Simchi-Levi, Schmidt, Wei and others, Interfaces 45(5), 2015. There the time to survive is the best that
/// could be done; here it is what the months do, which is never longer.
///
/// @param country or the place where it belongs to none
/// @param commodity index; empty for the country as a whole
/// @param cover of all stocks together [days]; empty for a country as a whole
/// @param open of that the part that no emergency has to open first [days]
/// @param weakest use that is short first, the costliest of equals; empty if none is
/// @param survive [months]; empty if no use is ever short
/// @param recover [months]; empty if no use is ever short, or one still is in the last month
/// @param empty stock that runs out first; empty if none does
/// @param whole [months]; empty if no stock fell, or one still is below its usual level in the last month
public record Survival(
        String country,
        OptionalInt commodity,
        OptionalDouble cover,
        OptionalDouble open,
        Optional<UseStress> weakest,
        OptionalDouble survive,
        OptionalInt recover,
        Optional<StockStress> empty,
        OptionalInt whole) {
    /// Every country with every commodity that the scenario can reach and that it takes, then every country as a
    /// whole, one that is short of anything among them; by name and in the order of the case.
    static List<Survival> of(
            MonthlyStress.Answer answer, List<UseStress> uses, List<StockStress> stocks, boolean[] touched, int start) {
        Counted counted = new Counted(answer, uses, stocks, start);
        Balance.Markets markets = answer.calm().balance().markets();
        double[][] taken = PriceStress.used(answer);
        TreeSet<String> countries = new TreeSet<>();
        List<Survival> all = new ArrayList<>();
        for (int m = 0; m < markets.size(); m++) {
            if (touched[m] && taken[m][0] > 0) {
                countries.add(country(answer.of(), markets.place()[m]));
            }
        }
        // one that takes nothing in the first month may still be short in a later one
        uses.stream()
                .filter(use -> use.first().isPresent())
                .forEach(use -> countries.add(country(answer.of(), use.place())));
        for (String country : countries) {
            for (int c = 0; c < answer.of().world().commodities().size(); c++) {
                double month = 0;
                for (int m = 0; m < markets.size(); m++) {
                    boolean here = touched[m]
                            && markets.commodity()[m] == c
                            && country(answer.of(), markets.place()[m]).equals(country);
                    month += here ? taken[m][0] : 0;
                }
                if (month > 0) {
                    all.add(counted.of(country, OptionalInt.of(c), month));
                }
            }
        }
        countries.forEach(country -> all.add(counted.of(country, OptionalInt.empty(), 0)));
        return List.copyOf(all);
    }

    /// The country of a place; a place that belongs to none is its own.
    static String country(SupplyCase of, int place) {
        String country = of.world().places().country()[place];
        return country.isEmpty() ? of.world().places().ids().id(place) : country;
    }

    private record Counted(MonthlyStress.Answer answer, List<UseStress> uses, List<StockStress> stocks, int start) {
        Survival of(String country, OptionalInt commodity, double month) {
            List<UseStress> lacking = uses.stream()
                    .filter(use -> use.first().isPresent() && meets(country, commodity, use.place(), use.commodity()))
                    .sorted(Comparator.comparingDouble(
                                    (UseStress use) -> use.survive().orElseThrow())
                            .thenComparingDouble(use -> -use.cost())
                            .thenComparingInt(UseStress::demand))
                    .toList();
            List<StockStress> here = stocks.stream()
                    .filter(stock -> meets(
                            country,
                            commodity,
                            stock.pile().place(),
                            stock.pile().commodity()))
                    .toList();
            Optional<StockStress> empty = here.stream()
                    .filter(stock -> stock.empty().isPresent())
                    .min(Comparator.comparingInt(
                                    (StockStress stock) -> stock.empty().orElseThrow())
                            .thenComparingInt(StockStress::index));
            return new Survival(
                    country,
                    commodity,
                    cover(here, month, false),
                    cover(here, month, true),
                    lacking.stream().findFirst(),
                    lacking.isEmpty()
                            ? OptionalDouble.empty()
                            : lacking.getFirst().survive(),
                    last(lacking.stream().map(UseStress::recover).toList(), start),
                    empty,
                    last(
                            here.stream()
                                    .filter(StockStress::fell)
                                    .map(StockStress::whole)
                                    .toList(),
                            start - 1));
        }

        private boolean meets(String country, OptionalInt commodity, int place, int good) {
            return (commodity.isEmpty() || commodity.getAsInt() == good)
                    && country(answer.of(), place).equals(country);
        }

        private static OptionalDouble cover(List<StockStress> stocks, double month, boolean open) {
            if (!(month > 0)) {
                return OptionalDouble.empty();
            }
            double level = stocks.stream()
                    .filter(stock -> !open || stock.pile().tier() != Tier.STRATEGIC)
                    .mapToDouble(StockStress::opening)
                    .sum();
            return OptionalDouble.of(StressClock.DAYS * level / month);
        }

        /// Months until the last of these; empty if one of them never comes or there is none.
        private static OptionalInt last(List<OptionalInt> months, int since) {
            return months.isEmpty() || months.stream().anyMatch(OptionalInt::isEmpty)
                    ? OptionalInt.empty()
                    : OptionalInt.of(months.stream()
                                    .mapToInt(OptionalInt::getAsInt)
                                    .max()
                                    .getAsInt()
                            - since);
        }
    }
}
