package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.balance.BalanceOptions.Intervals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Identities and laws that hold on every world, with no reference needed. The seed is in the name of the run.
class MetamorphicTest {
    private static final double LP = 1e-6;
    private static final BalanceOptions PLAIN =
            BalanceOptions.DEFAULT.uncalibrated().with(Intervals.NONE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingInsideItsLimitsMustEarnAProfit(int seed) {
        for (boolean elastic : new boolean[] {false, true}) {
            Given world = new RandomWorld(seed, elastic).given();
            Balance balance = world.balance(PLAIN);
            assertThat(balance.account().zeroProfit()).isLessThan(1e-7);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void moneyTimesThousandMustMultiplyObjectiveAndPrices(int seed) {
        Given one = new RandomWorld(seed, false).given();
        Given thousand = new RandomWorld(seed, false).money(1000).given();
        Balance small = one.balance(PLAIN);
        Balance large = thousand.balance(PLAIN);
        assertThat(large.objective()).isCloseTo(1000 * small.objective(), within(LP * 1000 * (1 + small.objective())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void splitPlaceWithFreeLanesMustChangeNothing(int seed) {
        Given one = new RandomWorld(seed, false).given();
        RandomWorld split = new RandomWorld(seed, false);
        split.places.add("p0b,country");
        split.processes.replaceAll(row -> row.replace("mine0,p0,", "mine0,p0b,"));
        for (String commodity : new String[] {"ore", "metal", "byproduct"}) {
            split.routes.add("there-%s,p0,p0b,%s,0,,0".formatted(commodity, commodity));
            split.routes.add("back-%s,p0b,p0,%s,0,,0".formatted(commodity, commodity));
        }
        Given two = split.given();
        Balance before = one.balance(PLAIN);
        Balance after = two.balance(PLAIN);
        assertThat(after.objective()).isCloseTo(before.objective(), within(LP * (1 + before.objective())));
        assertThat(two.price(after, "p0", "ore", 0)).isCloseTo(two.price(after, "p0b", "ore", 0), within(LP * 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void removedLaneMustNeverLowerTheCost(int seed) {
        double before = new RandomWorld(seed, true).given().balance(PLAIN).objective();
        for (int i = 0; i < new RandomWorld(seed, true).routes.size(); i += 3) {
            RandomWorld cut = new RandomWorld(seed, true);
            cut.routes.remove(i);
            assertThat(cut.given().balance(PLAIN).objective())
                    .isGreaterThanOrEqualTo(before - 1e-4 * (1 + Math.abs(before)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shuffledRowsMustChangeNoNumber(int seed) {
        double before = new RandomWorld(seed, false).given().balance(PLAIN).objective();
        assertThat(new RandomWorld(seed, false)
                        .shuffled(seed)
                        .given()
                        .balance(PLAIN)
                        .objective())
                .isCloseTo(before, within(LP * (1 + Math.abs(before))));
    }

    /// With one period, no stores that matter and no discount, only the length of the period differs.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void lengthOfThePeriodMustNotChangePrices(int seed) {
        RandomWorld year = new RandomWorld(seed, false).periods("{first: 2025, last: 2025, step: year}", "0");
        RandomWorld quarter =
                new RandomWorld(seed, false).periods("{first: 2025-Q1, last: 2025-Q1, step: quarter}", "0");
        year.stores.clear();
        quarter.stores.clear();
        Given one = year.given();
        Given other = quarter.given();
        Balance whole = one.balance(BalanceOptions.DEFAULT.uncalibrated());
        Balance part = other.balance(BalanceOptions.DEFAULT.uncalibrated());
        assertThat(part.objective()).isCloseTo(whole.objective() / 4, within(LP * (1 + whole.objective())));
        for (int m = 0; m < whole.markets().size(); m++) {
            assertThat(part.markets().low()[m][0]).isCloseTo(whole.markets().low()[m][0], within(1e-5));
            assertThat(part.markets().price()[m][0])
                    .isBetween(
                            whole.markets().low()[m][0] - 1e-6, whole.markets().high()[m][0] + 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void recyclingAndStocksMustNeverLowerWelfare(int seed) {
        double before = new RandomWorld(seed, false).given().balance(PLAIN).objective();
        RandomWorld recycled = new RandomWorld(seed, false);
        recycled.returns.add("use,p0,metal,scrap,1.5,0.5,normal,0.6");
        recycled.processes.add("remelter,p0,remelt,operating,10,0.5,o0");
        assertThat(recycled.given().balance(PLAIN).objective()).isLessThanOrEqualTo(before + LP * (1 + before));
        RandomWorld stocked = new RandomWorld(seed, false);
        stocked.stores.add("extra,p0,metal,strategic,5,5,0,0");
        assertThat(stocked.given().balance(PLAIN).objective()).isLessThanOrEqualTo(before + LP * (1 + before));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyPriceMustLieInItsInterval(int seed) {
        Given world = new RandomWorld(seed, false).given();
        Balance balance = world.balance(BalanceOptions.DEFAULT.uncalibrated().with(Intervals.ALL));
        for (int m = 0; m < balance.markets().size(); m++) {
            for (int t = 0; t < 3; t++) {
                assertThat(balance.markets().price()[m][t])
                        .isBetween(
                                balance.markets().low()[m][t] - 1e-9,
                                balance.markets().high()[m][t] + 1e-9);
            }
        }
    }
}
