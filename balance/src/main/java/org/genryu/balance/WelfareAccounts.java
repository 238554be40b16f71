package org.genryu.balance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.balance.Balance.Account;
import org.genryu.balance.Balance.Markets;
import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.Balance.Share;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Disposal;
import org.genryu.solve.Solution;
import org.genryu.solve.convex.CostCurves;

/// What do users pay, what does it cost, and who keeps the difference? All sums are discounted.
///
/// Books: everybody's revenue at the prices of the answer less what they spend, thing by thing. payments = Σ
/// price·served; since markets clear, payments = costs + residual + Σ profits. Duality: rents = Σ [MC(x)·x - ∫MC] + Σ
/// ∫ of what lanes earn - Σ (reduced cost)·x - Σ (dual of a limit)·(its use) over what supplies, plus price·amount of
/// what the case gives for nothing. It uses no revenue; Σ profits = rents is the proof that prices and amounts belong
/// together.
final class WelfareAccounts {
    private static final int PROFIT = 0;
    private static final int SURPLUS = 1;
    private static final int TARIFF = 2;

    private final BalanceModel model;
    private final SupplyCase of;
    private final ProgramLayout layout;
    private final Solution.Point point;
    private final Quantities quantities;
    private final Markets markets;
    private final Map<String, double[]> owners = new TreeMap<>();
    private final Map<String, double[]> countries = new TreeMap<>();
    private double payments;
    private double costs;
    private double tariffs;
    private double shortage;
    private double area;
    private double surplus;
    /// Area under what lanes earn: no cost, since who trades gets it; below 0 where buyers pay for their origin.
    private double trade;
    /// Of plants and lanes; what stands outside the account is in [#outside].
    private double residual;

    private double outside;
    private double given;

    WelfareAccounts(BalanceModel model, Solution.Point point, Quantities quantities, Markets markets) {
        this.model = model;
        this.of = model.of();
        this.layout = model.layout();
        this.point = point;
        this.quantities = quantities;
        this.markets = markets;
    }

    /// What the program makes least [currency]; known once the account is drawn up.
    double objective() {
        return costs + residual + trade + shortage - area;
    }

    Account account() {
        processes();
        lanes();
        stores();
        users();
        disposals();
        returns();
        return new Account(
                payments,
                costs,
                tariffs,
                shortage,
                rents(),
                residual + outside,
                surplus,
                zeroProfit(),
                shares(owners),
                shares(countries));
    }

    private void processes() {
        SupplyCase.Processes processes = of.industry().processes();
        for (int p = 0; p < processes.size(); p++) {
            CalibrationTerms.Answer answer = model.terms().activity()[p];
            double revenue = 0;
            double spent = 0;
            double unexplained = 0;
            for (int t = 0; t < layout.periods; t++) {
                double amount = quantities.activity()[p][t];
                spent += discount(t) * (processes.operation().cost().at(p, t) * amount + answer.rise(t, amount));
                unexplained += discount(t) * answer.residual(t) * amount;
                revenue += discount(t) * amount * margin(p, t);
                if (layout.built.has(p)) {
                    spent +=
                            quantities.built()[p][t] * model.program().columns().cost()[layout.built.at(p, t)];
                }
            }
            costs += spent;
            residual += unexplained;
            earn(processes.owner()[p], processes.place()[p], revenue - spent - unexplained);
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
            CalibrationTerms.Answer answer = model.terms().flow()[l];
            int origin = layout.market(routes.from()[l], routes.commodity()[l]);
            int target = layout.market(routes.to()[l], routes.commodity()[l]);
            double profit = 0;
            double charged = 0;
            for (int t = 0; t < layout.periods; t++) {
                double sent = quantities.flow()[l][t];
                double tariff = discount(t) * model.terms().tariff(l, t) * sent;
                double spent = discount(t) * routes.lane().cost().at(l, t) * sent + tariff;
                trade += discount(t) * answer.rise(t, sent);
                double unexplained = discount(t) * answer.residual(t) * sent;
                double arriving = sent * (1 - routes.lane().loss().at(l, t));
                double[] sold = new double[1];
                model.assembly()
                        .arrivals(
                                l,
                                t,
                                (s, share) -> sold[0] += discount(s) * markets.price()[target][s] * share * arriving);
                costs += spent;
                charged += tariff;
                residual += unexplained;
                profit += sold[0] - discount(t) * markets.price()[origin][t] * sent - spent - unexplained;
            }
            tariffs += charged;
            earn("", routes.to()[l], profit);
            add(countries, country(routes.to()[l]), TARIFF, charged);
        }
    }

    private void stores() {
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            int market = layout.market(stock.place()[s], stock.commodity()[s]);
            double before = stock.levels().start()[s];
            double profit = 0;
            given += discount(0) * markets.price()[market][0] * before;
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
            double gained = 0;
            for (int t = 0; t < layout.periods; t++) {
                double served = quantities.served()[d][t];
                double paid = discount(t) * markets.price()[market][t] * served;
                payments += paid;
                outside += discount(t)
                        * markets.price()[market][t]
                        * model.assembly().unexplained(d, t);
                if (layout.curve.has(d)) {
                    double worth = discount(t) * DemandCurve.area(of, d, t, served);
                    area += worth;
                    gained += worth - paid;
                } else if (layout.shortage.has(d)) {
                    double each = discount(t) * demands.shortageCost().at(d, t);
                    shortage += each * (quantities.wanted()[d][t] - served);
                    gained += each * served - paid;
                }
            }
            surplus += gained;
            add(countries, country(demands.place()[d]), SURPLUS, gained);
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
            add(countries, country(layout.marketPlace[m]), PROFIT, profit);
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
            given += profit;
            add(countries, country(returns.place()[r]), PROFIT, profit);
        }
        double[] arriving = new double[layout.rows];
        model.assembly().underWay(arriving);
        for (int m = 0; m < layout.markets(); m++) {
            double profit = 0;
            for (int t = 0; t < layout.periods; t++) {
                profit -= discount(t) * markets.price()[m][t] * arriving[layout.balance(m, t)];
            }
            given += profit;
            add(countries, country(layout.marketPlace[m]), PROFIT, profit);
        }
    }

    private void earn(String owner, int place, double profit) {
        add(countries, country(place), PROFIT, profit);
        if (!owner.isEmpty()) {
            add(owners, owner, PROFIT, profit);
        }
    }

    private static void add(Map<String, double[]> sums, String who, int what, double amount) {
        sums.computeIfAbsent(who, _ -> new double[3])[what] += amount;
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

    private double rents() {
        CostCurves curves = model.curves();
        double rents = given + trade;
        for (int j = 0; j < layout.columns; j++) {
            if (!layout.isUse(j)) {
                double x = point.x()[j];
                rents += curves.above(j, x) * x - curves.area(j, x) - point.reducedCost()[j] * x;
            }
        }
        for (int row = layout.markets() * layout.periods; row < layout.rows; row++) {
            rents -= point.dual()[row] * point.activity()[row];
        }
        return rents;
    }

    /// Of all things the largest profit or loss that no limit explains: |reduced cost| times what could be left
    /// out, or times what is done where more of it would pay, over what users pay or, if that is less, all costs.
    private double zeroProfit() {
        double[] lower = model.program().columns().lower();
        double[] upper = model.program().columns().upper();
        double worst = 0;
        for (int j = 0; j < layout.columns; j++) {
            double x = point.x()[j];
            double profit = -point.reducedCost()[j];
            double amount = profit > 0 ? Math.min(upper[j] - x, Math.abs(x)) : x - lower[j];
            worst = Math.max(worst, Math.abs(profit) * Math.max(0, amount));
        }
        double turnover = Math.max(Math.abs(payments), Math.abs(costs));
        return turnover > 0 ? worst / turnover : worst;
    }

    private static List<Share> shares(Map<String, double[]> sums) {
        return sums.entrySet().stream()
                .map(e -> new Share(e.getKey(), e.getValue()[PROFIT], e.getValue()[SURPLUS], e.getValue()[TARIFF]))
                .toList();
    }
}
