package org.genryu.value.option;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.genryu.core.Check;
import org.genryu.core.Text;

/// At which prices should one invest, mothball, restart and scrap, if the price wanders and every switch costs money?
///
/// β₁,₂ = 1/2 - (r-d)/s² ± √((1/2 - (r-d)/s²)² + 2r/s²), β₁ > 1, β₂ < 0 – [#beta1], [#beta2]
///
/// r – riskless; d = r - risk-neutral drift, the convenience yield – yield; s – volatility. The project runs for
/// ever, one unit a year, the price is lognormal.
///
/// Sources: McDonald and Siegel (1986), Quarterly J. Economics 101; Dixit (1989), J. Political Economy 97; Dixit and
/// Pindyck (1994), Investment under Uncertainty, chapters 5-7. Where output is finite or the price reverts, use the
/// grids.
///
/// @param riskless r [1/yr], above 0
/// @param yield d [1/yr], above 0
/// @param volatility s [1/√yr], above 0
public record SwitchingThresholds(double riskless, double yield, double volatility) {
    public SwitchingThresholds {
        Check.that(riskless > 0, "Thresholds: riskless rate is %s/yr; it must be above 0.", riskless);
        Check.that(yield > 0, "Thresholds: yield is %s/yr; it must be above 0, else waiting never ends.", yield);
        Check.that(volatility > 0, "Thresholds: volatility is %s; it must be above 0.", volatility);
    }

    public double beta1() {
        double shift = shift();
        return shift + Math.sqrt(shift * shift + 2 * riskless / (volatility * volatility));
    }

    public double beta2() {
        double shift = shift();
        return shift - Math.sqrt(shift * shift + 2 * riskless / (volatility * volatility));
    }

    private static final int HALVINGS = 60;
    private static final int SCAN = 400;

    private double shift() {
        return 0.5 - (riskless - yield) / (volatility * volatility);
    }

    /// How much a project must be worth before its cost is spent for good: V*/I = β₁/(β₁-1) (McDonald and Siegel).
    public double valueOverCost() {
        return beta1() / (beta1() - 1);
    }

    /// Two states. Idle V₀ = A P^β₁; active V₁ = B P^β₂ + P/d - C/r. P_H: V₁ = V₀ + I, P_L: V₁ = V₀ - E, each with
    /// equal first derivatives.
    ///
    /// @param high P_H, enter from here on
    /// @param low P_L, leave below
    /// @param idle A
    /// @param active B
    public record EntryExit(double high, double low, double idle, double active) {}

    /// Three states. Mothballed V_m = G P^β₁ + H P^β₂ - M/r besides the two.
    ///
    /// @param invest P_H: V₁ = V₀ + I
    /// @param restart P_R: V₁ = V_m + R
    /// @param mothball P_M: V_m = V₁ + E_M
    /// @param scrap P_S: V₀ = V_m + E_S
    /// @param worth the constants of the value functions
    public record LayUp(double invest, double restart, double mothball, double scrap, Constants worth) {}

    /// @param idle A
    /// @param active B
    /// @param mothballedUp G
    /// @param mothballedDown H
    public record Constants(double idle, double active, double mothballedUp, double mothballedDown) {}

    /// What switching costs.
    /// @param operating C, a unit, 0 or more
    /// @param upkeep M of a mothballed plant a year, 0 or more
    /// @param invest I, above 0
    /// @param restart R, 0 or more
    /// @param mothball E_M, 0 or more
    /// @param scrap E_S; below 0 if scrap brings money
    public record Costs(
            double operating, double upkeep, double invest, double restart, double mothball, double scrap) {}

    /// Which rule is best.
    public sealed interface Rule {
        /// All four switches are used, P_S < P_M < P_R < P_H.
        record WithLayUp(LayUp prices) implements Rule {}

        /// Mothballing is never worth it: only entry and exit.
        record WithoutLayUp(EntryExit prices, Text reason) implements Rule {}

        /// Once in, nobody leaves: leaving costs as much as losing for ever.
        record EnterOnly(double price, Text reason) implements Rule {}
    }

    /// Both prices name an A and a B. The A and B of an entry price fall from C + r I on; those of an exit price
    /// rise up to C
    /// - r E: so every entry price has one exit price with the same A, and the entry price whose B agree as well
    /// lies between C + r I and β₁/(β₁-1) d (C/r + I). Nested bisection in logs finds it, whatever the powers.
    ///
    /// @param cost I, above 0
    /// @param exit E; with I it must cost something to go in and out
    /// @param operating C a unit, above 0
    /// @return empty if leaving costs as much as losing for ever, so that nobody leaves
    public Optional<EntryExit> entryExit(double cost, double exit, double operating) {
        Check.that(
                cost + exit > 0 && operating > 0,
                "Entry and exit: cost %s and exit %s must sum to more than 0, operating cost %s be above 0.",
                cost,
                exit,
                operating);
        double above = operating / riskless + cost;
        double below = operating / riskless - exit;
        if (!(below > 0)) {
            return Optional.empty();
        }
        double high = root(
                x -> lnDown(x, above) - lnDown(exitFor(x, above, below), below),
                Math.log(riskless * above),
                highest(above));
        double low = exitFor(high, above, below);
        // Each constant is taken where its power counts most.
        return Optional.of(new EntryExit(
                Math.exp(high), Math.exp(low), Math.exp(lnUp(high, above)), Math.exp(lnDown(low, below))));
    }

    /// Log of the exit price that names the same A as an entry price.
    private double exitFor(double high, double above, double below) {
        double same = lnUp(high, above);
        double lowest = Math.log(beta2() / (beta2() - 1) * yield * below);
        return root(x -> same - lnUp(x, below), lowest, Math.log(riskless * below));
    }

    /// Log of the highest price at which B is above 0.
    private double highest(double c) {
        return Math.log(beta1() / (beta1() - 1) * yield * c);
    }

    /// ln A where B P^β₂ - A P^β₁ + P/d = c holds with its slope; -∞ where there is none.
    private double lnUp(double log, double c) {
        double up = ((1 - beta2()) * Math.exp(log) / yield + beta2() * c) / (beta1() - beta2());
        return Math.log(Math.max(up, 0)) - beta1() * log;
    }

    /// ln B there; -∞ where there is none.
    private double lnDown(double log, double c) {
        double down = (beta1() * c - (beta1() - 1) * Math.exp(log) / yield) / (beta1() - beta2());
        return Math.log(Math.max(down, 0)) - beta2() * log;
    }

    /// Where a function that is above 0 at the left end and below at the right one changes its sign, to the last
    /// bit.
    private static double root(DoubleUnaryOperator f, double left, double right) {
        double a = left;
        double b = right;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (a + b) / 2;
            if (f.applyAsDouble(middle) > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return (a + b) / 2;
    }

    /// The best rule where mothballing is possible. Between active and mothballed only C - M and the two switches
    /// count, which is entry and exit again: it gives P_R, P_M, G and B - H. The scrap price then fixes H and A,
    /// and the invest price must meet V₁ = V₀ + I with its slope.
    public Rule rule(Costs costs) {
        Optional<LayUp> layUp = layUp(costs);
        if (layUp.isPresent()) {
            return new Rule.WithLayUp(layUp.get());
        }
        Optional<EntryExit> plain = entryExit(costs.invest(), costs.mothball() + costs.scrap(), costs.operating());
        if (plain.isPresent()) {
            return new Rule.WithoutLayUp(
                    plain.get(),
                    new Text(
                            "No four prices P_S < P_M < P_R < P_H exist: mothballing is never worth it, entry and exit"
                                    + " are.",
                            "P_S < P_M < P_R < P_H を満たす4つの価格が存在しません。休止は常に不利で、参入と撤退だけが使われます。"));
        }
        double price = Math.exp(highest(costs.operating() / riskless + costs.invest()));
        return new Rule.EnterOnly(
                price,
                new Text(
                        "Leaving costs as much as losing for ever: once in, nobody leaves.",
                        "撤退の費用が赤字を続ける費用以上です。一度参入すれば撤退しません。"));
    }

    private Optional<LayUp> layUp(Costs costs) {
        double spared = costs.operating() - costs.upkeep();
        boolean used = spared > 0
                && costs.restart() + costs.mothball() > 0
                && costs.restart() < costs.invest()
                && costs.upkeep() / riskless > costs.scrap();
        if (!used) {
            return Optional.empty();
        }
        Optional<EntryExit> rest = entryExit(costs.restart(), costs.mothball(), spared);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        double invest = costs.operating() / riskless + costs.invest();
        DoubleUnaryOperator gap = x -> {
            LayUp it = layUp(x, rest.get(), costs);
            return Math.exp(lnDown(x, invest)) - it.worth().active();
        };
        double from = Math.log(riskless * invest);
        double width = (highest(invest) - from) / SCAN;
        for (int i = SCAN - 1; i >= 0; i--) {
            double left = from + i * width;
            if (gap.applyAsDouble(left) > 0 && gap.applyAsDouble(left + width) <= 0) {
                LayUp it = layUp(root(gap, left, left + width), rest.get(), costs);
                if (it.scrap() < it.mothball() && it.mothball() < it.restart() && it.restart() < it.invest()) {
                    return Optional.of(it);
                }
            }
        }
        return Optional.empty();
    }

    /// The invest price names A; with u = (A - G) P_S^β₁, v = H P_S^β₂ the scrap price follows from V₀ - V_m = E_S
    /// with equal slopes: u - v = E_S - M/r, β₁ u = β₂ v.
    private LayUp layUp(double logInvest, EntryExit rest, Costs costs) {
        double b1 = beta1();
        double b2 = beta2();
        double idle = Math.exp(lnUp(logInvest, costs.operating() / riskless + costs.invest()));
        double u = (costs.scrap() - costs.upkeep() / riskless) * b2 / (b2 - b1);
        double v = b1 * u / b2;
        double scrap = Math.pow(Math.max(rest.idle() - idle, 0) / -u, -1 / b1);
        double down = v * Math.pow(scrap, -b2);
        return new LayUp(
                Math.exp(logInvest),
                rest.high(),
                rest.low(),
                scrap,
                new Constants(idle, rest.active() + down, rest.idle(), down));
    }
}
