package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.genryu.balance.BalanceOptions.Intervals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prices are a property of the case: not of the order of its rows, its money, its units, or of what nobody uses.
/// Rung: identity, on random worlds, plain, elastic and calibrated.
class SameAnswerTest {
    private static final double NEAR = 1e-6;

    private enum Kind {
        PLAIN,
        ELASTIC,
        CALIBRATED
    }

    private static RandomWorld world(int seed, Kind kind) {
        RandomWorld world = new RandomWorld(seed, kind != Kind.PLAIN);
        if (kind == Kind.CALIBRATED) {
            Given plain = new RandomWorld(seed, true).given();
            world.observe(
                    plain, plain.balance(BalanceOptions.DEFAULT.uncalibrated().with(Intervals.NONE)));
        }
        return world;
    }

    private static Balance balance(Given given, Kind kind) {
        BalanceOptions options = BalanceOptions.DEFAULT.with(Intervals.ALL);
        return given.balance(kind == Kind.CALIBRATED ? options : options.uncalibrated());
    }

    /// @param scale what prices are multiplied by, beside the units
    private static void same(int seed, UnaryOperator<RandomWorld> edit, double scale) {
        same(seed, edit, scale, Kind.values());
    }

    private static void same(int seed, UnaryOperator<RandomWorld> edit, double scale, Kind... kinds) {
        for (Kind kind : kinds) {
            Given one = world(seed, kind).given();
            RandomWorld edited = edit.apply(world(seed, kind));
            Given two = edited.given();
            Balance before = balance(one, kind);
            Balance after = balance(two, kind);
            double level = 0;
            for (double[] row : before.markets().price()) {
                for (double price : row) {
                    level = Math.max(level, Math.abs(price));
                }
            }
            for (int m = 0; m < before.markets().size(); m++) {
                String place =
                        one.supply().world().places().ids().id(before.markets().place()[m]);
                String commodity = one.supply()
                        .world()
                        .commodities()
                        .ids()
                        .id(before.markets().commodity()[m]);
                for (int t = 0; t < before.markets().price()[m].length; t++) {
                    double price = before.markets().price()[m][t];
                    double other = two.price(after, place, commodity, t) * edited.size(commodity) / scale;
                    double room = NEAR * Math.max(Math.abs(price), 0.01 * level);
                    assertThat(other)
                            .as("seed %s, %s, %s at %s in period %s", seed, kind, commodity, place, t)
                            .isBetween(
                                    Math.min(price, before.markets().low()[m][t]) - room,
                                    Math.max(price, before.markets().high()[m][t]) + room);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfRowsMustChangeNothing(int seed) {
        same(seed, world -> world.shuffled(seed + 77), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void moneyMustChangeNothing(int seed) {
        for (int k = -8; k <= 6; k++) {
            double factor = Math.pow(10, k);
            same(seed, world -> world.money(factor), factor);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void unitsMustChangeNothing(int seed) {
        same(seed, world -> world.unit(1000), 1);
        same(seed, world -> world.unit(1e-3), 1);
    }

    /// Metal and its by-product come out of one plant: what is counted in the smaller unit is no more of it.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theUnitOfOneCommodityMustChangeNothing(int seed) {
        for (String commodity : List.of("ore", "metal", "byproduct")) {
            for (double factor : new double[] {1000, 52, 1e-3}) {
                same(seed, world -> world.unit(commodity, factor), 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aCommodityThatNobodyUsesMustChangeNothing(int seed) {
        same(seed, RandomWorld::idleCommodity, 1);
    }

    /// A calibrated lane is one supplier, two halves of it are two: there they only answer alike.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aRouteInTwoHalvesMustChangeNothing(int seed) {
        same(seed, RandomWorld::halvedRoutes, 1, Kind.PLAIN, Kind.ELASTIC);
    }

    /// Nothing is kept from one period to the next, and nothing discounted: two years are their months, and their
    /// quarters, in the second of which residuals have faded and elasticities grown by a year.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aYearMustBeItsMonths(int seed) {
        for (Kind kind : Kind.values()) {
            Balance whole = balance(during(seed, kind, "{first: 2025, last: 2026, step: year}"), kind);
            apart(seed, kind, whole, balance(during(seed, kind, "{first: 2025-01, last: 2026-12, step: month}"), kind));
            apart(
                    seed,
                    kind,
                    whole,
                    balance(during(seed, kind, "{first: 2025-Q1, last: 2026-Q4, step: quarter}"), kind));
        }
    }

    private static Given during(int seed, Kind kind, String periods) {
        return world(seed, kind).periods(periods, "0").withoutStores().given();
    }

    private static void apart(int seed, Kind kind, Balance whole, Balance parts) {
        for (int m = 0; m < whole.markets().size(); m++) {
            for (int t = 0; t < parts.of().periods().count(); t++) {
                int year = parts.of().periods().years(t);
                double price = whole.markets().price()[m][year];
                double room = NEAR * (1 + Math.abs(price));
                assertThat(parts.markets().price()[m][t])
                        .as("seed %s, %s, market %s, period %s", seed, kind, m, t)
                        .isBetween(
                                Math.min(price, whole.markets().low()[m][year]) - room,
                                Math.max(price, whole.markets().high()[m][year]) + room);
            }
        }
    }

    /// The same case twice: the same bits.
    @Test
    void twiceMustBeTheSameToTheLastBit() {
        for (Kind kind : Kind.values()) {
            Balance one = balance(world(4, kind).given(), kind);
            Balance two = balance(world(4, kind).given(), kind);
            assertThat(two.markets().price()).isDeepEqualTo(one.markets().price());
            assertThat(two.quantities().flow()).isDeepEqualTo(one.quantities().flow());
        }
    }
}
