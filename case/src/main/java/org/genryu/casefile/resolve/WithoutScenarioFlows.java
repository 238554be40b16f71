package org.genryu.casefile.resolve;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;

/// What the same case would do without the scenario. An event that is a share of a flow which was neither observed nor
/// limited asks for it; no other event does, so that most cases are never balanced twice.
@FunctionalInterface
public interface WithoutScenarioFlows {
    /// Nobody balances the case: what would have to be asked for is told.
    WithoutScenarioFlows UNKNOWN = _ -> Optional.empty();

    /// The case is checked and not balanced: how much it carries will be asked then, and limits nothing now.
    WithoutScenarioFlows LATER = base -> Optional.of(new Carried(
            endless(base.routes().size(), base.periods().count()),
            endless(base.industry().processes().size(), base.periods().count())));

    private static double[][] endless(int things, int periods) {
        double[][] all = new double[things][periods];
        for (double[] row : all) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        return all;
    }

    /// What the case without the scenario carries; empty if it has no answer.
    Optional<Carried> of(SupplyCase base);

    /// @param flow [units/year] by lane and period
    /// @param activity [activity/year] by process and period
    record Carried(double[][] flow, double[][] activity) {}
}
