package org.genryu.balance;

import java.util.ArrayList;
import java.util.List;
import org.genryu.balance.Balance.Calibration;
import org.genryu.balance.Balance.Compared;
import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.calibration.Calibrator;
import org.genryu.casefile.SupplyCase;

/// How near does the fitted base year come to what was observed of it? Row by row, and as one number: the sum of what
/// amounts differ by, over the sum of the amounts.
final class ObservedComparison {
    private ObservedComparison() {}

    static Calibration of(Calibrator.Fit fit, Quantities quantities, Markets markets) {
        List<Compared> rows = new ArrayList<>();
        SupplyCase of = fit.of();
        double length = of.periods().length(0);
        double[] sum = new double[2];
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            if (processes.operation().observed().given(p)) {
                double observed = processes.operation().observed().at(p, 0);
                double model = quantities.activity()[p][0] / length;
                rows.add(new Compared("activity", processes.ids().id(p), observed, model, fit.activityResidual()[p]));
                count(sum, observed, model);
            }
        }
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            if (routes.lane().observed().given(l)) {
                double observed = routes.lane().observed().at(l, 0);
                double model = quantities.flow()[l][0] / length;
                rows.add(new Compared(
                        "flow", routes.ids().id(routes.route()[l]), observed, model, fit.flowResidual()[l]));
                count(sum, observed, model);
            }
        }
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            if (fit.terms().unexplained()[d] > 0) {
                double wanted = demands.amount().at(d, 0);
                double supplied = wanted - fit.terms().unexplained()[d];
                rows.add(new Compared("demand", demands.ids().id(d), wanted, supplied, 0));
            }
        }
        SupplyCase.Prices prices = of.world().prices();
        for (int i = 0; i < prices.size(); i++) {
            int market = markets.find(prices.place()[i], prices.commodity()[i]);
            if (market >= 0) {
                String id = of.world().places().ids().id(prices.place()[i]) + "/"
                        + of.world().commodities().ids().id(prices.commodity()[i]);
                double model = markets.price()[market][0];
                rows.add(new Compared("price", id, prices.price()[i], model, fit.price()[market] - prices.price()[i]));
            }
        }
        return new Calibration(rows, sum[1] > 0 ? sum[0] / sum[1] : 0);
    }

    private static void count(double[] sum, double observed, double model) {
        sum[0] += Math.abs(model - observed);
        sum[1] += Math.abs(observed);
    }
}
