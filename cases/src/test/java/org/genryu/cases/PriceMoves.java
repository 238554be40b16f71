package org.genryu.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.genryu.balance.Balance;

/// Which prices of one case are not those of another that says the same?
///
/// Relative to themselves and a thousandth of the dearest of the commodity, beyond 1e-6; where a price is an
/// interval, its ends.
final class PriceMoves {
    /// Relative.
    static final double EXACT = 1e-6;

    private final Balance before;
    private final Balance after;
    private final ToDoubleFunction<String> factor;

    private PriceMoves(Balance before, Balance after, ToDoubleFunction<String> factor) {
        this.before = before;
        this.after = after;
        this.factor = factor;
    }

    static List<String> between(Balance before, Balance after) {
        return between(before, after, _ -> 1);
    }

    /// @param factor by commodity: what a price of the first is multiplied by to be one of the second
    static List<String> between(Balance before, Balance after, ToDoubleFunction<String> factor) {
        return new PriceMoves(before, after, factor).found(false);
    }

    /// Each month of the second against its year of the first.
    static List<String> months(Balance year, Balance months) {
        return new PriceMoves(year, months, _ -> 1).found(true);
    }

    private List<String> found(boolean months) {
        List<String> found = new ArrayList<>();
        for (int m = 0; m < before.markets().size(); m++) {
            String place =
                    before.of().world().places().ids().id(before.markets().place()[m]);
            String commodity =
                    before.of().world().commodities().ids().id(before.markets().commodity()[m]);
            int other = after.markets()
                    .find(
                            after.of().world().places().ids().find(place),
                            after.of().world().commodities().ids().find(commodity));
            double least = 1e-3 * largest(before.markets().commodity()[m]);
            for (int t = 0; t < after.of().periods().count(); t++) {
                Price one = Price.of(before, m, months ? after.of().periods().years(t) : t, 1);
                Price two = Price.of(after, other, t, factor.applyAsDouble(commodity));
                if (one.moved(two, least)) {
                    found.add("%s/%s %s: %s and %s"
                            .formatted(place, commodity, after.of().periods().label(t), one, two));
                }
            }
        }
        return found;
    }

    private record Price(double shown, double low, double high) {
        static Price of(Balance balance, int market, int t, double factor) {
            return new Price(
                    balance.markets().price()[market][t] / factor,
                    balance.markets().low()[market][t] / factor,
                    balance.markets().high()[market][t] / factor);
        }

        boolean moved(Price other, double least) {
            double size = Math.max(least, Math.abs(shown));
            boolean wide = high - low > EXACT * size;
            return wide
                    ? Math.max(moved(low, other.low), moved(high, other.high)) > EXACT
                    : Math.abs(other.shown - shown) > EXACT * size;
        }

        private static double moved(double before, double after) {
            return before == after
                    ? 0
                    : Math.abs(after - before) / Math.max(1, Math.max(Math.abs(before), Math.abs(after)));
        }
    }

    private double largest(int commodity) {
        double largest = 1e-12;
        for (int m = 0; m < before.markets().size(); m++) {
            if (before.markets().commodity()[m] == commodity) {
                largest = Math.max(
                        largest,
                        Arrays.stream(before.markets().price()[m])
                                .map(Math::abs)
                                .max()
                                .orElse(0));
            }
        }
        return largest;
    }
}
