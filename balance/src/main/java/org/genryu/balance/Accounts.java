package org.genryu.balance;

import java.util.Map;
import java.util.TreeMap;
import org.genryu.balance.Balance.Account;
import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.Balance.Share;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.Solution;

/// The identities of a run, and who earns what. All sums are discounted.
///
/// payments = Σ dual·side of the balances: what is paid for what the case fixes, less what it gives for nothing
/// rents = - Σ (reduced cost)·x - Σ (dual of a limit)·(its use): what scarce capacity, stocks and reserves earn
/// identity: payments = costs + rents (strong duality written as money)
/// welfare = value served - real costs = Σ profits + Σ surpluses over the countries (market clearing)
///
/// A user's value of a fixed demand is its shortage cost, or its price where it has none: surplus is measured against
/// going without.
final class Accounts {
    private final BalanceModel model;
    private final SupplyCase of;
    private final Layout layout;
    private final Solution.Point point;
    private final Quantities quantities;
    private final Markets markets;
    private final Map<String, double[]> owners = new TreeMap<>();
    private final Map<String, double[]> countries = new TreeMap<>();
    private double costs;
    private double value;

    Accounts(BalanceModel model, Solution.Point point, Quantities quantities, Markets markets) {
        this.model = model;
        this.of = model.of();
        this.layout = model.layout();
        this.point = point;
        this.quantities = quantities;
        this.markets = markets;
        processes();
        lanes();
        stores();
        users();
        disposals();
        returns();
    }

    /// Cost less what demand curves are served, plus what shortage costs [currency].
    double objective() {
        SupplyCase.Demands demands = of.use().demands();
        double objective = costs;
        for (int d = 0; d < demands.size(); d++) {
            for (int t = 0; t < layout.periods; t++) {
                double discount = discount(t);
                if (layout.curve.has(d)) {
                    objective -= discount * DemandCurve.area(of, d, t, quantities.served()[d][t]);
                } else if (layout.shortage.has(d)) {
                    objective += discount
                            * demands.shortageCost().at(d, t)
                            * (quantities.wanted()[d][t] - quantities.served()[d][t]);
                }
            }
        }
        return objective;
    }

    Account account() {
        return new Account(
                payments(), programCosts(), rents(), zeroProfit(), value - costs, shares(owners), shares(countries));
    }

    private void processes() {
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            double profit = 0;
            double spent = 0;
            for (int t = 0; t < layout.periods; t++) {
                double amount = quantities.activity()[p][t];
                spent += discount(t) * processes.operation().cost().at(p, t) * amount;
                profit += discount(t) * amount * margin(p, t);
                if (layout.built.has(p)) {
                    spent +=
                            quantities.built()[p][t] * model.program().columns().cost()[layout.built.at(p, t)];
                }
            }
            costs += spent;
            earn(processes.owner()[p], processes.place()[p], profit - spent);
        }
    }

    /// Σ price·amount over the recipe of a process, per unit of activity [currency].
    private double margin(int process, int t) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        double sum = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int market = layout.market(of.industry().processes().place()[process], recipes.commodity()[line]);
            sum += recipes.amount()[line] * markets.price()[market][t];
        }
        return sum;
    }

    private void lanes() {
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            int origin = layout.market(routes.from()[l], routes.commodity()[l]);
            int target = layout.market(routes.to()[l], routes.commodity()[l]);
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                double sent = quantities.flow()[l][t];
                double spent = discount(t)
                        * (routes.lane().cost().at(l, t) + model.terms().tariff(l, t))
                        * sent;
                double arriving = sent * (1 - routes.lane().loss().at(l, t));
                double[] sold = new double[1];
                model.assembly()
                        .arrivals(
                                l,
                                t,
                                (s, share) -> sold[0] += discount(s) * markets.price()[target][s] * share * arriving);
                costs += spent;
                profit += sold[0] - discount(t) * markets.price()[origin][t] * sent - spent;
            }
            earn("", routes.to()[l], profit);
        }
    }

    private void stores() {
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            int market = layout.market(stock.place()[s], stock.commodity()[s]);
            double before = stock.levels().start()[s];
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                double level = quantities.level()[s][t];
                double spent =
                        discount(t) * of.periods().length(t) * stock.cost().at(s, t) * level;
                costs += spent;
                profit += discount(t) * markets.price()[market][t] * (before - level) - spent;
                before = t + 1 < layout.periods ? model.assembly().kept(s, t + 1) * level : 0;
            }
            earn(stock.owner()[s], stock.place()[s], profit);
        }
    }

    private void users() {
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int market = layout.market(demands.place()[d], demands.commodity()[d]);
            double surplus = 0;
            for (int t = 0; t < layout.periods; t++) {
                double served = quantities.served()[d][t];
                double price = markets.price()[market][t];
                double worth = layout.curve.has(d)
                        ? DemandCurve.area(of, d, t, served)
                        : served
                                * (layout.shortage.has(d)
                                        ? demands.shortageCost().at(d, t)
                                        : price);
                value += discount(t) * worth;
                surplus += discount(t) * (worth - price * served);
            }
            add(countries, country(demands.place()[d]), 1, surplus);
        }
    }

    private void disposals() {
        for (int m = 0; m < layout.markets(); m++) {
            double unit = of.world().commodities().disposal()[layout.marketCommodity[m]] instanceof Disposal.Costs cost
                    ? cost.cost()
                    : 0;
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                double thrown = markets.disposed()[m][t];
                costs += discount(t) * unit * thrown;
                profit -= discount(t) * (unit + markets.price()[m][t]) * thrown;
            }
            add(countries, country(layout.marketPlace[m]), 0, profit);
        }
    }

    /// Who collects scrap, and who receives what was under way before the first period, has it for nothing.
    private void returns() {
        SupplyCase.Returns returns = of.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            int market = layout.market(returns.place()[r], returns.to()[r]);
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                profit += discount(t) * markets.price()[market][t] * quantities.returned()[r][t];
            }
            add(countries, country(returns.place()[r]), 0, profit);
        }
        double[] arriving = new double[layout.rows];
        model.assembly().underWay(arriving);
        for (int m = 0; m < layout.markets(); m++) {
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                profit -= discount(t) * markets.price()[m][t] * arriving[layout.balance(m, t)];
            }
            add(countries, country(layout.marketPlace[m]), 0, profit);
        }
    }

    private void earn(String owner, int place, double profit) {
        add(countries, country(place), 0, profit);
        if (!owner.isEmpty()) {
            add(owners, owner, 0, profit);
        }
    }

    private static void add(Map<String, double[]> sums, String who, int what, double amount) {
        sums.computeIfAbsent(who, _ -> new double[2])[what] += amount;
    }

    private String country(int place) {
        String country = of.world().places().country()[place];
        return country.isEmpty() ? of.world().places().ids().id(place) : country;
    }

    private double discount(int t) {
        return model.assembly().discount(t);
    }

    // -- duality
    // ------------------------------------------------------------------------------------------------------------------

    /// Σ dual·(side of the balance): what is paid for what the case fixes, less what it gives for nothing.
    private double payments() {
        double sum = 0;
        double[] lower = model.program().rows().lower();
        for (int row = 0; row < layout.markets() * layout.periods; row++) {
            if (lower[row] != 0) {
                sum += point.dual()[row] * lower[row];
            }
        }
        return sum;
    }

    private double rents() {
        double rents = 0;
        for (int j = 0; j < layout.columns; j++) {
            rents -= point.reducedCost()[j] * point.x()[j];
        }
        for (int row = layout.markets() * layout.periods; row < layout.rows; row++) {
            rents -= point.dual()[row] * point.activity()[row];
        }
        return rents;
    }

    /// Σ cost·x of the program: real costs and shortage costs, less what demand curves value, plus calibration
    /// terms.
    private double programCosts() {
        double sum = 0;
        for (int j = 0; j < layout.columns; j++) {
            sum += model.program().columns().cost()[j] * point.x()[j];
        }
        return sum;
    }

    /// Largest |reduced cost| of an activity or flow strictly inside its bounds, over its cost.
    private double zeroProfit() {
        double worst = 0;
        double[] lower = model.program().columns().lower();
        double[] upper = model.program().columns().upper();
        int last = layout.columns;
        for (int j = 0; j < last; j++) {
            double x = point.x()[j];
            double near = 1e-7 * (1 + Math.abs(x));
            if (x > lower[j] + near && x < upper[j] - near) {
                worst = Math.max(
                        worst,
                        Math.abs(point.reducedCost()[j])
                                / (1 + Math.abs(model.program().columns().cost()[j])));
            }
        }
        return worst;
    }

    private static java.util.List<Share> shares(Map<String, double[]> sums) {
        return sums.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
    }
}
