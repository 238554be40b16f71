package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (one mode, no uncertainty of matter), published value (the American put as two modes).
class SwitchingGridTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    /// The table allows 50 dates a year, the grid 250: up to 0.008 between them.
    private static final double LATTICE = 0.01;

    /// The right to sell at 40: alive may turn into exercised, whose value is 40 - S at any time because it earns
    /// the interest on the strike: r K.
    @Test
    void theAmericanPutMustHaveItsPublishedValueOnTheGrid() {
        double[][] table = {
            {0.2, 1, 4.478, 1.110},
            {0.2, 2, 4.840, 1.690},
            {0.4, 1, 7.101, 3.948},
            {0.4, 2, 8.508, 5.647}
        };
        for (double[] row : table) {
            LogGrid grid = grid(row[0]);
            double[] interest = new double[grid.nodes()];
            double[] payoff = new double[grid.nodes()];
            for (int i = 0; i < grid.nodes(); i++) {
                interest[i] = 0.06 * 40;
                payoff[i] = Math.max(40 - grid.price(i), 0);
            }
            int steps = 250 * (int) row[1];
            SwitchingGrid put = new SwitchingGrid(
                    grid,
                    List.of(
                            new SwitchingGrid.Mode(
                                    "alive", 0.06, steps / row[1], new double[grid.nodes()], new double[] {0, 0}),
                            new SwitchingGrid.Mode("exercised", 0.06, 0, interest, new double[] {NEVER, 0})),
                    false);
            put.start(0, payoff);
            Optional<double[]> top = Optional.of(new double[] {0, 40 - grid.price(grid.nodes() - 1)});
            for (int t = 0; t < steps; t++) {
                put.step(top);
            }
            assertThat(grid.at(36, put.values(0))).isCloseTo(row[2], within(LATTICE));
            assertThat(grid.at(44, put.values(0))).isCloseTo(row[3], within(LATTICE));
            assertThat(put.decision(0, 0)).contains(1);
            assertThat(put.decision(0, grid.nodes() - 2)).contains(0);
        }
    }

    /// So wide that the flat end below, where the exercised right still rises, is not felt.
    private static LogGrid grid(double volatility) {
        return new LogGrid(0.02, 400, 1_000, volatility * volatility, _ -> 0.06 - volatility * volatility / 2);
    }

    /// A flow of 3 a year for ever at 5 % is worth 60, whatever the price does.
    @Test
    void aSteadyFlowMustBeWorthItsPerpetuity() {
        LogGrid grid = new LogGrid(1, 100, 50, 0.04, _ -> 0);
        double[] three = new double[50];
        Arrays.fill(three, 3);
        SwitchingGrid one =
                new SwitchingGrid(grid, List.of(new SwitchingGrid.Mode("on", 0.05, 0, three, new double[] {0})), true);
        one.step(Optional.empty());
        assertThat(Arrays.stream(one.values(0)).min()).hasValueCloseTo(60.0, within(1e-9));
        assertThat(Arrays.stream(one.values(0)).max()).hasValueCloseTo(60.0, within(1e-9));
    }

    @Test
    void aModeOfAnotherSizeMustBeRefused() {
        LogGrid grid = new LogGrid(1, 100, 50, 0.04, _ -> 0);
        assertThatThrownBy(() -> new SwitchingGrid(
                        grid, List.of(new SwitchingGrid.Mode("on", 0.05, 0, new double[3], new double[] {0})), true))
                .hasMessage("Mode 'on': it has 3 flows and 1 costs of switching; they must be 50 and 1.");
    }
}
