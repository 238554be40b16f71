package org.genryu.value.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Check;

/// What is a mine worth that can be closed, opened again and abandoned, and at which prices should that be done?
///
/// open    ½ σ² s² V_ss + (ρ - κ) s V_s - q V_Q + q (s - a) - T(s) - (ρ + l₁) V = 0,  V ≥ max(W - k₁, 0)
///
/// closed  ½ σ² s² W_ss + (ρ - κ) s W_s - f - (ρ + l₀) W = 0,  W ≥ max(V - k₂, 0);  V(s,0) = W(s,0) = 0
///
/// s large, θ = Q/q:  V → (1-τ) q [s (1-e^{-(κ+l₁)θ})/(κ+l₁) - a (1-e^{-(ρ+l₁)θ})/(ρ+l₁)]
///
/// V, W – value open, closed; Q – reserve; q – rate; a – cost; f – upkeep; k₁, k₂ – closing, opening; ρ – real rate;
/// κ – convenience; σ² – variance; l₁, l₀ – property tax open, closed; τ – income tax; T – tax by [LossOffset]. All
/// in money of today.
///
/// Source: Brennan and Schwartz (1985), Evaluating natural resource investments, J. Business 58(2). Their table is met
/// where tax falls on positive income only. Implicit steps in Q on a grid of ln s; see [SwitchingGrid].
///
/// @param reserve Q, units of product, above 0
/// @param rate q, units a year, above 0
/// @param cost a, a unit, 0 or more
/// @param switching costs of going from one state to the other
/// @param market how the price moves
/// @param tax what the state takes
public record SwitchingMine(double reserve, double rate, double cost, Costs switching, Market market, Tax tax) {
    /// @param closing k₁, 0 or more
    /// @param opening k₂, 0 or more
    /// @param upkeep f of a closed mine a year, after tax, 0 or more
    public record Costs(double closing, double opening, double upkeep) {
        public Costs {
            Check.that(
                    closing >= 0 && opening >= 0 && upkeep >= 0,
                    "Mine: costs of closing %s, opening %s and upkeep %s must be 0 or more.",
                    closing,
                    opening,
                    upkeep);
        }
    }

    /// @param realRate ρ = riskless - inflation [1/yr]
    /// @param convenience κ [1/yr]
    /// @param variance σ² of the log price [1/yr], above 0
    public record Market(double realRate, double convenience, double variance) {}

    /// @param income τ, from 0 to below 1
    /// @param royalty on the price, from 0 to below 1
    /// @param propertyOpen l₁ [1/yr], 0 or more
    /// @param propertyClosed l₀ [1/yr], 0 or more
    /// @param losses whether losses are taxed back
    public record Tax(double income, double royalty, double propertyOpen, double propertyClosed, LossOffset losses) {}

    /// What happens to tax in a year of loss.
    public enum LossOffset {
        /// T = τ q max(s (1-royalty) - a, 0): the convention of the published table.
        NONE,
        /// T = τ q (s (1-royalty) - a): the loss lowers other taxes at once.
        FULL
    }

    /// @param prices nodes of ln s, 400 are enough for 0.3 %
    /// @param steps in the reserve
    /// @param low lowest price of the grid
    /// @param high highest price
    public record Grid(int prices, int steps, double low, double high) {
        /// From 1/25 of the cost to 16 times it: at both ends all that matters is decided.
        public static Grid around(double cost, int prices, int steps) {
            return new Grid(prices, steps, cost / 25, cost * 16);
        }
    }

    /// Prices at which to act at a reserve: abandon a closed mine below `abandon`, close below `close`, open above
    /// `open`. Empty where it is not done at any price of the grid.
    public record Trigger(double reserve, OptionalDouble abandon, OptionalDouble close, OptionalDouble open) {}

    /// The mine at its full reserve.
    /// @param grid of the price
    /// @param open V by node
    /// @param closed W by node
    /// @param fixed value by node of the mine that must dig to its end, though it may be abandoned; same tax rule
    /// @param triggers by reserve, rising
    public record Value(LogGrid grid, double[] open, double[] closed, double[] fixed, List<Trigger> triggers) {
        public double open(double price) {
            return grid.at(price, open);
        }

        public double closed(double price) {
            return grid.at(price, closed);
        }

        /// Better of open and closed, less the mine with fixed output: 0 or more.
        public double flexibility(double price) {
            return Math.max(open(price), closed(price)) - grid.at(price, fixed);
        }
    }

    private static final int OPEN = 0;
    private static final int CLOSED = 1;
    private static final int ROWS = 30;

    public SwitchingMine {
        Check.that(
                reserve > 0 && rate > 0 && cost >= 0,
                "Mine: reserve %s and rate %s must be above 0, cost %s 0 or more.",
                reserve,
                rate,
                cost);
    }

    public Value value(Grid size) {
        LogGrid grid = new LogGrid(
                size.low(),
                size.high(),
                size.prices(),
                market.variance(),
                _ -> market.realRate() - market.convenience() - market.variance() / 2);
        SwitchingGrid both = new SwitchingGrid(grid, modes(grid, size, true), true);
        SwitchingGrid alone = new SwitchingGrid(grid, modes(grid, size, false), true);
        List<Trigger> triggers = new ArrayList<>();
        int every = Math.max(1, size.steps() / ROWS);
        for (int step = 1; step <= size.steps(); step++) {
            double dug = reserve * step / size.steps();
            double top = top(grid.price(grid.nodes() - 1), dug / rate);
            both.step(Optional.of(new double[] {top, top - switching.opening()}));
            alone.step(Optional.of(new double[] {top}));
            if (step % every == 0 || step == size.steps()) {
                triggers.add(trigger(grid, both, dug));
            }
        }
        return new Value(grid, both.values(OPEN), both.values(CLOSED), alone.values(OPEN), triggers);
    }

    private List<SwitchingGrid.Mode> modes(LogGrid grid, Grid size, boolean flexible) {
        double[] income = new double[grid.nodes()];
        double[] idle = new double[grid.nodes()];
        for (int i = 0; i < income.length; i++) {
            income[i] = income(grid.price(i));
            idle[i] = -switching.upkeep();
        }
        double pace = rate / (reserve / size.steps());
        double open = market.realRate() + tax.propertyOpen();
        if (!flexible) {
            return List.of(new SwitchingGrid.Mode("fixed", open, pace, income, new double[] {0}));
        }
        double closed = market.realRate() + tax.propertyClosed();
        return List.of(
                new SwitchingGrid.Mode("open", open, pace, income, new double[] {0, switching.closing()}),
                new SwitchingGrid.Mode("closed", closed, 0, idle, new double[] {switching.opening(), 0}));
    }

    /// After royalty and income tax [money/yr].
    private double income(double price) {
        double before = rate * (price * (1 - tax.royalty()) - cost);
        double taxed = switch (tax.losses()) {
            case NONE -> Math.max(before, 0);
            case FULL -> before;
        };
        return before - tax.income() * taxed;
    }

    /// Worth of digging on to the end whatever comes, at a price so high that nothing else is thought of.
    private double top(double price, double years) {
        double gain = market.convenience() + tax.propertyOpen();
        double fade = market.realRate() + tax.propertyOpen();
        return (1 - tax.income())
                * rate
                * (price * (1 - tax.royalty()) * annuity(gain, years) - cost * annuity(fade, years));
    }

    private static double annuity(double rate, double years) {
        return Math.abs(rate) < 1e-12 ? years : -Math.expm1(-rate * years) / rate;
    }

    private static Trigger trigger(LogGrid grid, SwitchingGrid both, double reserve) {
        OptionalDouble abandon = OptionalDouble.empty();
        OptionalDouble close = OptionalDouble.empty();
        OptionalDouble open = OptionalDouble.empty();
        for (int i = 0; i < grid.nodes(); i++) {
            Optional<Integer> whenClosed = both.decision(CLOSED, i);
            if (whenClosed.isEmpty()) {
                abandon = OptionalDouble.of(grid.price(i));
            } else if (open.isEmpty() && whenClosed.get() == OPEN) {
                open = OptionalDouble.of(grid.price(i));
            }
            if (both.decision(OPEN, i).filter(mode -> mode == CLOSED).isPresent()) {
                close = OptionalDouble.of(grid.price(i));
            }
        }
        return new Trigger(reserve, abandon, close, open);
    }
}
