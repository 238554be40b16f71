package org.genryu.value;

import java.util.List;
import java.util.Optional;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.Sensitivity;
import org.genryu.value.future.SupportWorth;
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
}
