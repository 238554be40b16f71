package org.genryu.value.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.number.Correlation;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// A project as flat arrays: what the loops over futures need and nothing else. Amounts of money are in the sheet's
/// currency; q is the share of full output that a month makes.
///
/// sales(m) = q Σ_f perPrice[f][m] S_f(m) – price times payable amount of a month at full output, by price
///
/// flow(m) = sales (1 - royalty) - q perUnit[m] - operating(m) (fixed[m] + sustaining[m]) – before tax and capital cost
///
/// capital(m) = overrun · capex[m]
///
/// depreciation of a year = overrun · depreciation[delay][year]
///
/// @param discount factor of a month's flow
/// @param yearEnd [delay in months][year] factor of what falls at the end of a year (the last may be shorter)
/// @param share of full output by month of operation
/// @param depreciation [delay in months][year]
record KernelInputs(
        Project project,
        PriceLanes.Setup market,
        double[][] lower,
        double[] discount,
        double[][] yearEnd,
        double[][] perPrice,
        double[] perUnit,
        double[] fixed,
        double[] sustaining,
        double[] capex,
        double[] share,
        double[][] depreciation,
        DebtSchedule debt) {

    private static final int YEAR = 12;

    int years() {
        return yearEnd[0].length;
    }

    int months() {
        return discount.length;
    }

    double royalty() {
        return project.host().fiscal().royalty().central();
    }

    double tax() {
        return project.host().fiscal().tax().central();
    }

    double idle() {
        return project.host().politics().idleCost().central();
    }

    /// Whether the loops of [FutureKernel] know everything of this sheet; what they do not know runs through the
    /// full cash flow.
    static boolean knows(Project project) {
        var fiscal = project.host().fiscal();
        var plant = project.plant();
        return project.finance().supports().isEmpty()
                && fiscal.write() == Project.Write.STRAIGHT
                && fiscal.losses() == Project.Losses.CARRY_FORWARD
                && !fiscal.nsr()
                && !(fiscal.taxCredit().central() > 0)
                && !(fiscal.rentTax().central() > 0)
                && !(fiscal.workingDays().central() > 0)
                && !(project.finance().terms().sweep().central() > 0)
                && !(project.host().politics().linkToPrice().central() > 0)
                && !(plant.environment().closing().central() > 0);
    }

    /// @param debt as signed
    static KernelInputs of(Project project, ProbabilityMeasure measure, DebtPlan debt) {
        var time = project.timeline();
        int most = PathGenerator.longestDelay(project);
        int years = Math.ceilDiv(Realization.months(project, most), YEAR);
        int months = years * YEAR;
        List<String> ids = List.copyOf(project.market().prices().keySet());
        double[] rise = rise(project, months);
        double[][] perPrice = new double[ids.size()][months];
        double[] perUnit = new double[months];
        products(project, ids, rise, perPrice, perUnit);
        double[] fixed = new double[months];
        double[] sustaining = new double[months];
        costs(project, rise, perUnit, fixed, sustaining);
        double rate = time.rates().discount().central();
        double shift = time.rates().mid() ? 0.5 : 1;
        double[] discount = new double[months];
        Arrays.setAll(discount, m -> Math.pow(1 + rate, -(m + shift) / YEAR));
        double[][] yearEnd = new double[most + 1][years];
        for (int delay = 0; delay <= most; delay++) {
            int end = Realization.months(project, delay);
            Arrays.setAll(yearEnd[delay], y -> Math.pow(1 + rate, -Math.min(end, YEAR * (y + 1)) / (double) YEAR));
        }
        double[] share = new double[time.operateMonths()];
        Arrays.setAll(share, project.plant().output()::share);
        return new KernelInputs(
                project,
                market(project, measure),
                lower(project),
                discount,
                yearEnd,
                perPrice,
                perUnit,
                fixed,
                sustaining,
                capital(project, rise, months),
                share,
                writeOff(project, rise, most, years),
                DebtSchedule.of(project, debt, years));
    }

    /// Prices and the ties between them.
    static PriceLanes.Setup market(Project project, ProbabilityMeasure measure) {
        List<String> ids = List.copyOf(project.market().prices().keySet());
        List<PriceModel> models = project.market().prices().values().stream()
                .map(Project.Price::model)
                .toList();
        List<Correlation.Pair> between = pairs(project).stream()
                .filter(p -> ids.contains(p.first()) && ids.contains(p.second()))
                .toList();
        return new PriceLanes.Setup(ids, models, Correlation.of(ids, between), measure);
    }

    /// Cholesky factor over prices and single draws.
    static double[][] lower(Project project) {
        List<String> all = new ArrayList<>(project.market().prices().keySet());
        all.addAll(RiskEvents.SINGLE);
        return Correlation.of(all, pairs(project)).lower();
    }

    private static List<Correlation.Pair> pairs(Project project) {
        List<Correlation.Pair> pairs = new ArrayList<>();
        double late = project.timeline().delayWithOverrun().central();
        if (Math.abs(late) > 0) {
            pairs.add(new Correlation.Pair("cost", "delay", late));
        }
        project.market().correlations().forEach(c -> pairs.add(new Correlation.Pair(c.first(), c.second(), c.value())));
        return pairs;
    }

    private static double[] rise(Project project, int months) {
        double growth = Math.log1p(project.timeline().rates().inflation().central());
        double first =
                project.timeline().valuation() + 0.5 - (project.header().money().priceYear() * YEAR + 6);
        double[] rise = new double[months];
        Arrays.setAll(rise, m -> Math.exp(growth * (first + m) / YEAR));
        return rise;
    }

    private static void products(
            Project project, List<String> ids, double[] rise, double[][] perPrice, double[] perUnit) {
        for (PlantTerms.Product product : project.plant().products()) {
            double amount = product.amount().central() / YEAR;
            switch (product.sale()) {
                case PlantTerms.Sale.AtPrice(String name, var payable) -> {
                    boolean real = project.market().prices().get(name) instanceof Project.Price p && p.real();
                    double[] row = perPrice[ids.indexOf(name)];
                    double paid = amount * product.sold().central() * payable.central();
                    for (int m = 0; m < row.length; m++) {
                        row[m] += paid * (real ? rise[m] : 1);
                    }
                }
                case PlantTerms.Sale.Disposed(var cost) -> {
                    for (int m = 0; m < perUnit.length; m++) {
                        perUnit[m] += amount * cost.central() * rise[m];
                    }
                }
            }
        }
    }

    private static void costs(Project project, double[] rise, double[] perUnit, double[] fixed, double[] sustaining) {
        double variable = 0;
        double still = 0;
        for (PlantTerms.Cost cost : project.plant().costs()) {
            variable += cost.variable().central()
                    * project.plant().product(cost.of()).amount().central()
                    / YEAR;
            still += cost.fixed().central() / YEAR;
        }
        double first = project.plant().products().getFirst().amount().central() / YEAR;
        for (PlantTerms.Burden burden : project.plant().environment().burdens()) {
            variable += burden.perUnit().central() * burden.cost().central() * first;
        }
        double renewed = project.plant().capital().sustaining().central() / YEAR;
        for (int m = 0; m < perUnit.length; m++) {
            perUnit[m] += variable * rise[m];
            fixed[m] = still * rise[m];
            sustaining[m] = renewed * rise[m];
        }
    }

    private static double[] capital(Project project, double[] rise, int months) {
        double[] capex = new double[months];
        var capital = project.plant().capital();
        int start = project.timeline().buildStart();
        for (int k = 0; k < capital.spread().size(); k++) {
            capex[start + k] = capital.total() * capital.spread().get(k) * rise[start + k];
        }
        return capex;
    }

    /// Straight line from the year in which operation starts; an overrun multiplies it.
    private static double[][] writeOff(Project project, double[] rise, int most, int years) {
        double[][] out = new double[most + 1][years];
        var capital = project.plant().capital();
        double spent = Arrays.stream(capital(project, rise, years * YEAR)).sum();
        double basis = capital.total() > 0 ? spent * capital.depreciable() / capital.total() : 0;
        double life = project.host().fiscal().writeYears().central();
        for (int delay = 0; delay <= most; delay++) {
            int first = (project.timeline().operateStart() + delay) / YEAR;
            for (int y = first; y < years; y++) {
                out[delay][y] = basis / life * Math.clamp(life - (y - first), 0, 1);
            }
        }
        return out;
    }
}
