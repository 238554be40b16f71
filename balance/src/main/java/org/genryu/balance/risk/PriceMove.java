package org.genryu.balance.risk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.IdList;
import org.genryu.casefile.SupplyCase;

/// Which prices at home moved so far that it matters, and what does that cost?
///
/// money = (after - before) · use, of what plants and final demands take at the place
///
/// Of every commodity the market with the largest sum is told.
///
/// @param market index in the balance that is told
/// @param period in which it is `after`
/// @param before [currency/unit]
/// @param after [currency/unit]
/// @param use [units] in the period; against another balance, what is used there
public record PriceMove(int market, int period, double before, double after, double use) {
    /// A smaller move is none, of the larger of both prices [fraction].
    private static final double NOTICED = 0.05;

    /// [currency]
    public double money() {
        return (after - before) * use;
    }

    /// After over before; empty where a price is not above zero.
    public OptionalDouble times() {
        return before > 0 && after > 0 ? OptionalDouble.of(after / before) : OptionalDouble.empty();
    }

    private boolean isNoticed() {
        return use > 0 && Math.abs(after - before) > NOTICED * Math.max(Math.abs(before), Math.abs(after));
    }

    /// From the first period to the last, the costliest first.
    public static List<PriceMove> over(Assessment assessment) {
        return firstToLast(assessment, new Largest(assessment, PriceMove::isNoticed, move -> Math.abs(move.money())));
    }

    /// From the first period to the last where most money is spent, whether the price moves or not, the largest
    /// spending first.
    public static List<PriceMove> ofLargest(Assessment assessment) {
        return firstToLast(
                assessment, new Largest(assessment, move -> move.use() > 0, move -> move.after() * move.use()));
    }

    private static List<PriceMove> firstToLast(Assessment assessment, Largest largest) {
        Balance.Markets markets = assessment.balance().markets();
        int last = assessment.balance().of().periods().count() - 1;
        for (int m : atHome(assessment)) {
            double use = assessment.usedAt(markets.place()[m], markets.commodity()[m], last);
            largest.add(new PriceMove(m, last, markets.price()[m][0], markets.price()[m][last], use));
        }
        return largest.all();
    }

    /// From the same period of another balance of the case, the costliest first; of every market the period with
    /// the largest sum.
    public static List<PriceMove> against(Assessment assessment, Assessment base) {
        Balance.Markets markets = assessment.balance().markets();
        SupplyCase.World now = assessment.balance().of().world();
        SupplyCase.World there = base.balance().of().world();
        IntBinaryOperator find = base.balance().markets().finder();
        Largest largest = new Largest(assessment, PriceMove::isNoticed, move -> Math.abs(move.money()));
        for (int m : atHome(assessment)) {
            int place = same(now.places().ids(), there.places().ids(), markets.place()[m]);
            int commodity = same(now.commodities().ids(), there.commodities().ids(), markets.commodity()[m]);
            int was = place < 0 || commodity < 0 ? -1 : find.applyAsInt(place, commodity);
            for (int t = 0; t < markets.price()[m].length && was >= 0; t++) {
                double before = base.balance().markets().price()[was][t];
                largest.add(new PriceMove(m, t, before, markets.price()[m][t], base.usedAt(place, commodity, t)));
            }
        }
        return largest.all();
    }

    private static int same(IdList now, IdList there, int at) {
        return there.find(now.id(at));
    }

    /// Markets of the home partners; all where the case has none.
    private static int[] atHome(Assessment assessment) {
        Balance.Markets markets = assessment.balance().markets();
        return IntStream.range(0, markets.size())
                .filter(m -> assessment.homes().isEmpty()
                        || assessment.homes().contains(assessment.countryOf(markets.place()[m])))
                .toArray();
    }

    /// Of every commodity the move that comes first, by a size.
    private static final class Largest {
        private final int[] commodity;
        private final Predicate<PriceMove> counts;
        private final ToDoubleFunction<PriceMove> size;
        private final Map<Integer, PriceMove> found = new HashMap<>();

        Largest(Assessment assessment, Predicate<PriceMove> counts, ToDoubleFunction<PriceMove> size) {
            this.commodity = assessment.balance().markets().commodity();
            this.counts = counts;
            this.size = size;
        }

        void add(PriceMove move) {
            if (counts.test(move)) {
                found.merge(
                        commodity[move.market()],
                        move,
                        (one, other) -> size.applyAsDouble(other) > size.applyAsDouble(one) ? other : one);
            }
        }

        List<PriceMove> all() {
            return found.values().stream()
                    .sorted(Comparator.comparingDouble((PriceMove move) -> -size.applyAsDouble(move))
                            .thenComparingInt(PriceMove::market))
                    .toList();
        }
    }
}
