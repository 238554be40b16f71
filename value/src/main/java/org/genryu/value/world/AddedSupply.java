package org.genryu.value.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.genryu.balance.account.SupplyShares;
import org.genryu.balance.risk.Assessment;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.time.Periods;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.world.ProjectLink.ProductMarket;

/// What does a project add to whom? Its output of one commodity beside what the home partners use of it in the run, by
/// period of the run, in units of the case a year.
///
/// The run itself may hold the project's processes: `inRun` says how much of the commodity they make there. So output
/// is not what comes on top of the run; output - inRun is.
///
/// @param product index among the products of the sheet
/// @param commodity index
/// @param maker country of the place where it is made; empty if no process of the case is named
/// @param full at full output, before any ramp-up [units/yr]
/// @param output of the sheet in its base case [units/yr]
/// @param inRun made by the project's processes in the run [units/yr]
/// @param partners what each home partner uses, without what goes round [units/yr]
/// @param concentration HHI of world production in the run; 0 where none is made
/// @param concentrationWith the same with the sheet's output in place of `inRun`; empty without a maker
public record AddedSupply(
        int product,
        int commodity,
        String maker,
        double full,
        double[] output,
        double[] inRun,
        List<Partner> partners,
        double[] concentration,
        double[] concentrationWith) {
    /// A use below this part of the output is none.
    private static final double NONE = 1e-6;

    public AddedSupply {
        partners = List.copyOf(partners);
    }

    /// @param country code
    /// @param use [units/yr] by period
    public record Partner(String country, double[] use) {}

    /// What all home partners together use [units/yr].
    public double homeUse(int t) {
        return partners.stream().mapToDouble(p -> p.use[t]).sum();
    }

    /// Output over what the home partners use; empty where they use none, but for what a solver leaves.
    public OptionalDouble share(int t) {
        double use = homeUse(t);
        return use > NONE * output[t] ? OptionalDouble.of(output[t] / use) : OptionalDouble.empty();
    }

    /// The period of the run with the most output; the first of equals.
    public int best() {
        int best = 0;
        for (int t = 1; t < output.length; t++) {
            best = output[t] > output[best] ? t : best;
        }
        return best;
    }

    /// @param flow base case of the project
    static List<AddedSupply> of(ProjectLink link, CashFlow flow, Assessment world) {
        List<AddedSupply> all = new ArrayList<>();
        for (ProductMarket linked : link.products()) {
            all.add(of(link, linked, flow, world));
        }
        return all;
    }

    private static AddedSupply of(ProjectLink link, ProductMarket linked, CashFlow flow, Assessment world) {
        SupplyCase supply = world.balance().of();
        Periods periods = supply.periods();
        int n = periods.count();
        List<Integer> makers = link.processes().stream()
                .filter(p -> ProjectLinker.madeBy(supply, p, linked.commodity()) > 0)
                .toList();
        int country = makers.isEmpty()
                ? -1
                : world.countryOf(supply.industry().processes().place()[makers.getFirst()]);
        double[] output = output(link, linked, flow, periods);
        double[] inRun = new double[n];
        double[] hhi = new double[n];
        double[] with = new double[country < 0 ? 0 : n];
        for (int t = 0; t < n; t++) {
            for (int p : makers) {
                inRun[t] += Math.max(0, world.balance().quantities().activity()[p][t])
                        * ProjectLinker.madeBy(supply, p, linked.commodity())
                        / periods.length(t);
            }
            SupplyShares made = world.production(linked.commodity(), t);
            hhi[t] = made.concentration();
            if (country >= 0) {
                double more = (output[t] - inRun[t]) * periods.length(t);
                with[t] = with(made, world.code(country), more).concentration();
            }
        }
        List<Partner> partners = new ArrayList<>();
        for (int home : world.homes()) {
            double[] use = new double[n];
            for (int t = 0; t < n; t++) {
                use[t] = world.used(home, linked.commodity(), t) / periods.length(t);
            }
            partners.add(new Partner(world.code(home), use));
        }
        double full =
                link.project().plant().products().get(linked.product()).amount().central() * linked.scale();
        return new AddedSupply(
                linked.product(),
                linked.commodity(),
                country < 0 ? "" : world.code(country),
                full,
                output,
                inRun,
                partners,
                hhi,
                with);
    }

    private static SupplyShares with(SupplyShares made, String country, double more) {
        Map<String, Double> amounts = new LinkedHashMap<>(made.members());
        amounts.merge(country, more, Double::sum);
        amounts.values().removeIf(amount -> !(amount > 0));
        return new SupplyShares(amounts, made.others(), made.unit());
    }

    /// Months of the sheet's base case summed into the periods of the run.
    private static double[] output(ProjectLink link, ProductMarket linked, CashFlow flow, Periods periods) {
        double[] made = flow.before().operations().output()[linked.product()];
        double[] sum = new double[periods.count()];
        for (int m = 0; m < made.length; m++) {
            int t = periods.index(link.project().timeline().valuation() + m);
            if (t >= 0 && t < sum.length) {
                sum[t] += made[m] * linked.scale() / periods.length(t);
            }
        }
        return sum;
    }
}
