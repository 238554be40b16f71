package org.genryu.value.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.ProjectMetrics;

/// What the processes of a project take in that none of them makes, for one unit of the first of its products that they
/// make. The sheet pays for it what the sheet says, whatever the run's price: this is told beside the value, because a
/// plant that lives on a margin is not worth what the price of its product alone says.
///
/// @param commodity index
/// @param product index of the commodity that it is counted for
/// @param amount [units per unit of the product]
/// @param cost [case currency per unit of the product] at the run's price, by period
/// @param drift [currency of the sheet] present value, before tax, of what it costs more in the run than if its price
/// stayed real what it is at the valuation date: what a value at the run's prices leaves out
public record BoughtFeed(int commodity, int product, double amount, double[] cost, double drift) {
    /// @param flow base case of the project
    static List<BoughtFeed> of(ProjectLink link, CashFlow flow, Balance balance) {
        SupplyCase supply = balance.of();
        List<BoughtFeed> feeds = new ArrayList<>();
        for (ProjectLink.ProductMarket linked : link.products()) {
            for (int process : link.processes()) {
                double made = ProjectLinker.madeBy(supply, process, linked.commodity());
                if (made > 0) {
                    inputs(supply, process).forEach((commodity, used) -> {
                        if (link.processes().stream().noneMatch(p -> ProjectLinker.madeBy(supply, p, commodity) > 0)) {
                            double[] cost = cost(balance, process, commodity, used / made);
                            double drift = drift(link, linked, flow, balance, cost);
                            feeds.add(new BoughtFeed(commodity, linked.commodity(), used / made, cost, drift));
                        }
                    });
                    return feeds;
                }
            }
        }
        return feeds;
    }

    private static Map<Integer, Double> inputs(SupplyCase supply, int process) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int recipe = supply.industry().processes().recipe()[process];
        Map<Integer, Double> used = new LinkedHashMap<>();
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            used.merge(recipes.commodity()[line], -recipes.amount()[line], Double::sum);
        }
        used.values().removeIf(amount -> !(amount > 0));
        return used;
    }

    private static double drift(
            ProjectLink link, ProjectLink.ProductMarket linked, CashFlow flow, Balance balance, double[] cost) {
        double[] made = flow.before().operations().output()[linked.product()];
        double[] more = new double[made.length];
        double today = cost[RunPrices.period(link.project(), balance, 0)];
        for (int m = 0; m < made.length; m++) {
            double price = cost[RunPrices.period(link.project(), balance, m)] - today;
            more[m] = made[m]
                    * linked.scale()
                    * price
                    * link.money()
                    * flow.before().operations().index()[m];
        }
        return ProjectMetrics.present(
                flow, more, false, link.project().timeline().rates().discount().central());
    }

    private static double[] cost(Balance balance, int process, int commodity, double each) {
        int place = balance.of().industry().processes().place()[process];
        int market = balance.markets().find(place, commodity);
        double[] cost = new double[balance.of().periods().count()];
        for (int t = 0; t < cost.length && market >= 0; t++) {
            cost[t] = each * balance.markets().price()[market][t];
        }
        return cost;
    }
}
