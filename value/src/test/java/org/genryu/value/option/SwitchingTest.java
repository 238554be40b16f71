package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.genryu.core.number.Correlation;
import org.genryu.value.price.PriceFactors;
import org.genryu.value.price.PriceModel;
import org.junit.jupiter.api.Test;

/// Rungs: published values (the American put; the call on the best of two, Broadie and Glasserman 1997), second
/// method (a grid of three modes), identities of the bounds.
class SwitchingTest {
    private static final Switching.Simulation FIT = new Switching.Simulation(1, 20_000);
    private static final Switching.Simulation BELOW = new Switching.Simulation(2, 40_000);
    private static final Switching.Simulation ABOVE = new Switching.Simulation(3, 400);
    private static final int INNER = 60;

    /// Between the bounds, each within four of its standard errors.
    private static void brackets(double truth, Switching.Bound below, Switching.Bound above) {
        assertThat(below.value() - 4 * below.error()).isLessThanOrEqualTo(truth);
        assertThat(above.value() + 4 * above.error()).isGreaterThanOrEqualTo(truth);
        assertThat(below.value()).isLessThanOrEqualTo(above.value() + 4 * (below.error() + above.error()));
    }

    private static RegressionOption exercise(
            PriceFactors prices, int dates, double step, double rate, double strike, boolean put) {
        return new RegressionOption(
                prices,
                List.of(
                        new RegressionOption.Mode("alive", List.of(0, 1), 0),
                        new RegressionOption.Mode("exercised", List.of(1), 1)),
                dates,
                step,
                rate,
                new RegressionOption.Money(
                        (_, _, _) -> 0,
                        (_, _, _, s) -> -payoff(s, strike, put),
                        (mode, s) -> mode == 0 ? payoff(s, strike, put) : 0));
    }

    private static double payoff(double[] prices, double strike, boolean put) {
        double best = prices[0];
        for (double price : prices) {
            best = Math.max(best, price);
        }
        return Math.max(put ? strike - best : best - strike, 0);
    }

    @Test
    void theAmericanPutMustLieBetweenItsBounds() {
        PriceFactors stock = PriceFactors.of("s", new PriceModel.Lognormal(36, 0.06, 0.2));
        Switching put =
                new Switching(exercise(stock, 50, 0.02, 0.06, 40, true), List.of(s -> Math.max(40 - s[0], 0) / 40));
        Switching.Policy policy = put.fit(0, FIT);
        Switching.Followed below = put.below(0, policy, BELOW);
        Switching.Bound above = put.above(0, policy, ABOVE, INNER);
        brackets(4.478, below.value(), above);
        assertThat(below.value().value()).isCloseTo(4.478, within(0.06));
        assertThat(above.value()).isCloseTo(4.478, within(0.08));
        assertThat(below.switched()[1]).isBetween(0.4, 1.0);
        assertThat(put.decision(policy, 25, 0, new double[] {30})).isEqualTo(1);
        assertThat(put.decision(policy, 25, 0, new double[] {38})).isEqualTo(0);
    }

    /// Broadie and Glasserman (1997), repeated in Andersen and Broadie (2004, table 1): two assets, strike 100, r 5
    /// %, yield 10 %, volatility 20 %, three years, nine dates; binomial value 13.902.
    @Test
    void theCallOnTheBestOfTwoMustLieBetweenItsBounds() {
        List<String> ids = List.of("a", "b");
        PriceModel asset = new PriceModel.Lognormal(100, -0.05, 0.2);
        PriceFactors two = new PriceFactors(ids, List.of(asset, asset), Correlation.none(ids));
        Switching call = new Switching(
                exercise(two, 9, 1 / 3.0, 0.05, 100, false),
                List.of(s -> payoff(s, 100, false) / 100, s -> Math.max(s[0], s[1]) / 100, s -> s[0] * s[1] / 1e4));
        Switching.Policy policy = call.fit(0, FIT);
        Switching.Bound below = call.below(0, policy, BELOW).value();
        Switching.Bound above = call.above(0, policy, ABOVE, INNER);
        brackets(13.902, below, above);
        assertThat(below.value()).isCloseTo(13.902, within(0.25));
        assertThat(above.value()).isCloseTo(13.902, within(0.35));
    }

    private static final double NEVER = Double.POSITIVE_INFINITY;

    /// Idle, active, mothballed for ten years with a price that reverts; decisions each quarter on both sides.
    @Test
    void aPlantThatCanBeMothballedMustLieBetweenItsBoundsAndAgreeWithTheGrid() {
        PriceModel.MeanReverting price = new PriceModel.MeanReverting(1, 1, 0.3, 0.3);
        int dates = 40;
        double step = 0.25;
        RegressionOption plant = new RegressionOption(
                PriceFactors.of("p", price),
                List.of(
                        new RegressionOption.Mode("idle", List.of(0, 1), 0),
                        new RegressionOption.Mode("active", List.of(1, 2), 1),
                        new RegressionOption.Mode("mothballed", List.of(0, 1, 2), 2)),
                dates,
                step,
                0.05,
                new RegressionOption.Money(
                        (_, mode, s) -> mode == 1 ? (s[0] - 0.9) * step : mode == 2 ? -0.02 * step : 0,
                        (_, from, to, _) -> from == 0 ? 0.8 : from == 1 ? 0.05 : to == 0 ? 0 : 0.1,
                        (_, _) -> 0));
        Switching choices = new Switching(plant, List.of());
        Switching.Policy policy = choices.fit(0, FIT);
        Switching.Bound below = choices.below(0, policy, BELOW).value();
        Switching.Bound above = choices.above(0, policy, ABOVE, INNER);
        double grid = grid(price, dates, step);
        // The grid may switch within the quarter and takes the flow as it comes: about one percent apart.
        assertThat(below.value()).isBetween(0.96 * grid, 1.02 * grid);
        assertThat(above.value()).isBetween(0.98 * grid, 1.04 * grid);
        assertThat(below.value()).isLessThanOrEqualTo(above.value() + 4 * (below.error() + above.error()));
        assertThat(policy.value()).isGreaterThan(0);
    }

    private static double grid(PriceModel.MeanReverting price, int dates, double step) {
        LogGrid grid = new LogGrid(0.05, 20, 400, 0.09, log -> price.reversion() * (Math.log(price.level()) - log));
        double[] earns = new double[400];
        double[] upkeep = new double[400];
        for (int i = 0; i < earns.length; i++) {
            earns[i] = grid.price(i) - 0.9;
            upkeep[i] = -0.02;
        }
        int fine = 10;
        double pace = fine / step;
        SwitchingGrid modes = new SwitchingGrid(
                grid,
                List.of(
                        new SwitchingGrid.Mode("idle", 0.05, pace, new double[400], new double[] {0, 0.8, NEVER}),
                        new SwitchingGrid.Mode("active", 0.05, pace, earns, new double[] {NEVER, 0, 0.05}),
                        new SwitchingGrid.Mode("mothballed", 0.05, pace, upkeep, new double[] {0, 0.1, 0})),
                false);
        for (int t = 0; t < dates * fine; t++) {
            modes.step(Optional.empty());
        }
        return grid.at(1, modes.values(0));
    }

    @Test
    void aRightMoreMustNotLowerTheValue() {
        PriceFactors stock = PriceFactors.of("s", new PriceModel.Lognormal(1, 0.0, 0.3));
        double once = worth(stock, false);
        double free = worth(stock, true);
        assertThat(free).isGreaterThanOrEqualTo(once);
        assertThat(free).isGreaterThan(0);
    }

    /// A project of a million a period less a price, that may be left only at the start or at any date.
    private static double worth(PriceFactors prices, boolean free) {
        RegressionOption.Mode tied = new RegressionOption.Mode("tied", List.of(0), 0);
        RegressionOption.Mode running = new RegressionOption.Mode("running", free ? List.of(1, 2) : List.of(1), 1);
        RegressionOption.Mode left = new RegressionOption.Mode("left", List.of(2), 2);
        RegressionOption choices = new RegressionOption(
                prices,
                List.of(tied, running, left),
                10,
                1,
                0.05,
                new RegressionOption.Money((_, mode, s) -> mode == 2 ? 0 : 1 - s[0], (_, _, _, _) -> 0, (_, _) -> 0));
        Switching switching = new Switching(choices, List.of());
        Switching.Policy policy = switching.fit(1, FIT);
        return switching.below(1, policy, FIT).value().value();
    }

    @Test
    void aPriceThatIsNoLogNormalMustBeRefused() {
        PriceFactors table = PriceFactors.of("t", new PriceModel.Table(new double[] {1}, 1));
        assertThatThrownBy(() -> new Switching(exercise(table, 1, 1, 0, 1, true), List.of()))
                .hasMessage("Choices: price 't' has jumps or comes from a table; its log must be normal.");
    }
}
