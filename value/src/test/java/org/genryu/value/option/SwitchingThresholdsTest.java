package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, recomputed values, certificate (value matching and smooth pasting), second method (a grid of three
/// modes).
class SwitchingThresholdsTest {
    private static final SwitchingThresholds COPPER = new SwitchingThresholds(0.04, 0.04, 0.2);
    private static final SwitchingThresholds.Costs FOUR = new SwitchingThresholds.Costs(0.8, 0.05, 2, 0.4, 0.1, 0.1);

    /// Residual of the equations, relative to C/r.
    private static final double ROOT = 1e-9;

    @Test
    void theRootsMustBeThoseByHand() {
        assertThat(COPPER.beta1()).isCloseTo(2, within(1e-9));
        assertThat(COPPER.beta2()).isCloseTo(-1, within(1e-9));
        assertThat(COPPER.valueOverCost()).isCloseTo(2, within(1e-9));
    }

    @Test
    void entryAndExitMustHaveTheirPrices() {
        SwitchingThresholds.EntryExit found = COPPER.entryExit(2, 0.2, 0.8).orElseThrow();
        assertThat(found.high()).isCloseTo(1.336113, within(1e-5));
        assertThat(found.low()).isCloseTo(0.545215, within(1e-5));
    }

    @Test
    void valuesMustMatchAndPasteSmoothlyAtEveryPrice() {
        Law.of(51, 200).holds(input -> {
            double volatility = input.real("volatility", 0.05, 0.5);
            double yield = input.real("yield", 0.01, 0.1);
            double cost = input.real("cost", 0.1, 10);
            double exit = input.real("exit", 0, 1);
            SwitchingThresholds it = new SwitchingThresholds(0.05, yield, volatility);
            SwitchingThresholds.EntryExit found = it.entryExit(cost, exit, 1).orElseThrow();
            double scale = 1 / 0.05;
            for (double price : new double[] {found.high(), found.low()}) {
                double gap = found.active() * Math.pow(price, it.beta2())
                        - found.idle() * Math.pow(price, it.beta1())
                        + price / yield
                        - 1 / 0.05;
                double slope = it.beta2() * found.active() * Math.pow(price, it.beta2())
                        - it.beta1() * found.idle() * Math.pow(price, it.beta1())
                        + price / yield;
                assertThat(gap / scale).isCloseTo((price == found.high() ? cost : -exit) / scale, within(ROOT));
                assertThat(slope / scale).isCloseTo(0, within(ROOT));
            }
            assertThat(found.low()).isLessThan(found.high());
        });
    }

    @Test
    void fourSwitchesMustStandInOrderAndMeetTheirEquations() {
        assertThat(COPPER.rule(FOUR)).isInstanceOf(SwitchingThresholds.Rule.WithLayUp.class);
        if (COPPER.rule(FOUR) instanceof SwitchingThresholds.Rule.WithLayUp(SwitchingThresholds.LayUp it)) {
            assertThat(List.of(it.scrap(), it.mothball(), FOUR.operating(), it.restart(), it.invest()))
                    .isSorted();
            meets(it.invest(), active(it, it.invest()), idle(it, it.invest()), FOUR.invest());
            meets(it.restart(), active(it, it.restart()), laid(it, it.restart()), FOUR.restart());
            meets(it.mothball(), laid(it, it.mothball()), active(it, it.mothball()), FOUR.mothball());
            meets(it.scrap(), idle(it, it.scrap()), laid(it, it.scrap()), FOUR.scrap());
        }
    }

    private static void meets(double price, double[] to, double[] from, double cost) {
        assertThat(to[0]).as("value at %s", price).isCloseTo(from[0] + cost, within(1e-8));
        assertThat(to[1]).as("slope at %s", price).isCloseTo(from[1], within(1e-8));
    }

    /// β₁ = 2, β₂ = -1, r = d = 0.04: value and slope.
    private static double[] worth(double up, double down, double perPrice, double fixed, double p) {
        return new double[] {up * p * p + down / p + perPrice * p + fixed, 2 * up * p - down / p / p + perPrice};
    }

    private static double[] idle(SwitchingThresholds.LayUp it, double p) {
        return worth(it.worth().idle(), 0, 0, 0, p);
    }

    private static double[] active(SwitchingThresholds.LayUp it, double p) {
        return worth(0, it.worth().active(), 25, -20, p);
    }

    private static double[] laid(SwitchingThresholds.LayUp it, double p) {
        return worth(it.worth().mothballedUp(), it.worth().mothballedDown(), 0, -1.25, p);
    }

    @Test
    void aDearUpkeepMustFallBackToEntryAndExitAndSaySo() {
        SwitchingThresholds.Rule rule = COPPER.rule(new SwitchingThresholds.Costs(0.8, 0.7, 2, 1.9, 0.5, 0.0));
        assertThat(rule).isInstanceOf(SwitchingThresholds.Rule.WithoutLayUp.class);
        if (rule instanceof SwitchingThresholds.Rule.WithoutLayUp(SwitchingThresholds.EntryExit prices, var reason)) {
            assertThat(prices.low()).isLessThan(prices.high());
            assertThat(reason.en()).startsWith("No four prices P_S < P_M < P_R < P_H exist");
        }
    }

    /// Values within 0.2 % of C/r and thresholds within two nodes of a grid of 2,000.
    @Test
    void aGridOfThreeModesMustFindTheSameValuesAndPrices() {
        SwitchingThresholds.LayUp found = ((SwitchingThresholds.Rule.WithLayUp) COPPER.rule(FOUR)).prices();
        LogGrid grid = new LogGrid(0.005, 60, 2_000, 0.04, _ -> 0.04 - 0.04 - 0.02);
        double[] earns = new double[2_000];
        double[] upkeep = new double[2_000];
        for (int i = 0; i < earns.length; i++) {
            earns[i] = grid.price(i) - 0.8;
            upkeep[i] = -0.05;
        }
        double never = Double.POSITIVE_INFINITY;
        SwitchingGrid modes = new SwitchingGrid(
                grid,
                List.of(
                        new SwitchingGrid.Mode("idle", 0.04, 0, new double[2_000], new double[] {0, 2, never}),
                        new SwitchingGrid.Mode("active", 0.04, 0, earns, new double[] {never, 0, 0.1}),
                        new SwitchingGrid.Mode("mothballed", 0.04, 0, upkeep, new double[] {0.1, 0.4, 0})),
                false);
        double top = 60 / 0.04 - 20;
        modes.step(Optional.of(new double[] {top - 2, top, top - 0.4}));
        for (double price : new double[] {0.3, 0.6, 0.8, 1.0, 1.5}) {
            double idle = price < found.invest() ? idle(found, price)[0] : active(found, price)[0] - 2;
            assertThat(grid.at(price, modes.values(0))).isCloseTo(idle, within(0.04));
        }
        assertThat(grid.at(1, modes.values(1))).isCloseTo(active(found, 1)[0], within(0.04));
        double two = Math.exp(2 * grid.spacing());
        assertThat(firstPrice(grid, modes, 0, 1)).isBetween(found.invest() / two, found.invest() * two);
        assertThat(firstPrice(grid, modes, 2, 1)).isBetween(found.restart() / two, found.restart() * two);
        assertThat(lastPrice(grid, modes, 1, 2)).isBetween(found.mothball() / two, found.mothball() * two);
        assertThat(lastPrice(grid, modes, 2, 0)).isBetween(found.scrap() / two, found.scrap() * two);
    }

    private static double firstPrice(LogGrid grid, SwitchingGrid modes, int from, int to) {
        int i = 0;
        while (modes.decision(from, i).orElseThrow() != to) {
            i++;
        }
        return grid.price(i);
    }

    private static double lastPrice(LogGrid grid, SwitchingGrid modes, int from, int to) {
        int i = grid.nodes() - 2;
        while (modes.decision(from, i).orElseThrow() != to) {
            i--;
        }
        return grid.price(i);
    }
}
