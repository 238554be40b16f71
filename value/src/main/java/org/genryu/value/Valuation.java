package org.genryu.value;

import java.util.List;
import java.util.Optional;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.Sensitivity;
import org.genryu.value.future.SupportWorth;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;

/// The whole answer for one term sheet: the base case that can be followed by hand, what may come of it, what its
/// supports are worth, and what moves it.
///
/// @param base deterministic cash flow with debt, ratios and measures
/// @param risk over futures under the real measure: chances, quantiles, expected losses
/// @param fair over the same futures under the valuation measure: what things are worth today
/// @param supports empty if the sheet has none
/// @param floors what floors under the first product would be worth; empty unless asked for
/// @param tornado widest first
public record Valuation(
        Project project,
        CashFlow base,
        FutureResult risk,
        FutureResult fair,
        Optional<SupportWorth.Package> supports,
        List<Bankability.Rung> floors,
        List<Sensitivity.Bar> tornado) {
    public Valuation {
        floors = List.copyOf(floors);
        tornado = List.copyOf(tornado);
    }

    /// From the case at central values over the mean of the futures to what the market would pay.
    ///
    /// @param central NPV before finance at central values, at the sheet's discount rate
    /// @param mean the same over the futures, real-world probabilities
    /// @param market value to owners and lenders together, valuation measure, riskless rate
    /// @param priced whether any price carries a premium for its risk; without one the valuation measure
    /// expects what the real world does, and the riskless rate alone stands for the market
    public record Bridge(
            double central, double mean, double meanError, double market, double marketError, boolean priced) {
        /// What chance brings: overrun, delay, stops and all that is not straight in the prices.
        public double chance() {
            return mean - central;
        }

        /// What the riskless rate, the finance and, if stated, the price of risk bring.
        public double rate() {
            return market - mean;
        }
    }

    public Bridge bridge() {
        return new Bridge(
                base.measures().npv(),
                risk.npv().mean(),
                risk.npv().standardError(),
                fair.joint().mean(),
                fair.joint().standardError(),
                priced());
    }

    /// Whether any price is expected otherwise under the valuation measure.
    private boolean priced() {
        return project.market().prices().values().stream().anyMatch(price -> {
            double real = price.model().expected(YEARS, ProbabilityMeasure.REAL_WORLD);
            double fairly = price.model().expected(YEARS, ProbabilityMeasure.RISK_NEUTRAL);
            return Math.abs(real - fairly) > SAME * Math.abs(real);
        });
    }

    /// [yr] at which the two measures are compared.
    private static final double YEARS = 5;

    private static final double SAME = 1e-9;
}
