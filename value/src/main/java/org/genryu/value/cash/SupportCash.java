package org.genryu.value.cash;

import java.util.List;
import java.util.Optional;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;
import org.genryu.value.project.SupportTerms.Window;

/// What each support pays into the project (or takes from it, below 0) by month, as far as it depends on what the plant
/// makes and sells. Guarantees and insurance depend on the debt and are paid in [CashWaterfall].
///
/// floor = (K - avg)+ v - min(cap left in the year, u (avg - H)+ v); cfd = (K - S) v; offtake = (P - S payable) v;
/// v – volume sold (or made), at most the covered amount; avg – price of the settlement period weighted by v
///
/// @param byMonth [currency], positive into the project
public record SupportCash(SupportTerms support, double[] byMonth) {

    /// One entry for each support of the project, in its order.
    public static List<SupportCash> all(Project project, Operations operations, double[] capex) {
        return project.finance().supports().stream()
                .map(s -> new SupportCash(s, cash(s, project, operations, capex)))
                .toList();
    }

    private static double[] cash(SupportTerms support, Project project, Operations ops, double[] capex) {
        return switch (support) {
            case SupportTerms.Floor floor -> floor(floor, project, ops);
            case SupportTerms.Cfd cfd -> cfd(cfd, project, ops);
            case SupportTerms.Offtake offtake -> offtake(offtake, project, ops);
            case SupportTerms.Grant grant -> grant(grant, project, capex);
            case SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> new double[ops.months()];
        };
    }

    /// Volume that counts in a month.
    private static double volume(
            Project project, Operations ops, String product, boolean produced, Optional<SheetFigure> most, int m) {
        int p = project.plant().index(product);
        double made = ops.output()[p][m];
        PlantTerms.Product spec = project.plant().products().get(p);
        double counted = produced ? made : made * spec.sold().central();
        return most.map(f -> Math.min(counted, f.central() / 12)).orElse(counted);
    }

    private static double[] floor(SupportTerms.Floor floor, Project project, Operations ops) {
        double[] out = new double[ops.months()];
        double[] price = ops.price()[project.plant().index(floor.product())];
        double taken = 0;
        for (int from = 0; from < out.length; from += floor.averageMonths()) {
            int until = Math.min(out.length, from + floor.averageMonths());
            double volume = 0;
            double value = 0;
            double paid = 0;
            double above = 0;
            for (int m = from; m < until; m++) {
                if (floor.window().holds(m)) {
                    double v = volume(project, ops, floor.product(), floor.produced(), floor.amount(), m);
                    double level = floor.indexed() ? ops.index()[m] : 1;
                    volume += v;
                    value += v * price[m];
                    paid += v * floor.price().central() * level;
                    above += v * floor.above().central() * level;
                }
            }
            taken = from % 12 == 0 ? 0 : taken;
            if (volume > 0) {
                double left = floor.cap().map(SheetFigure::central).orElse(Double.MAX_VALUE) - taken;
                double share = Math.min(left, floor.shareAbove().central() * Math.max(0, value - above));
                taken += share;
                out[until - 1] = Math.max(0, paid - value) - share;
            }
        }
        return out;
    }

    private static double[] cfd(SupportTerms.Cfd cfd, Project project, Operations ops) {
        double[] out = new double[ops.months()];
        double[] price = ops.price()[project.plant().index(cfd.product())];
        for (int m = 0; m < out.length; m++) {
            if (cfd.window().holds(m)) {
                double strike = cfd.price().central() * (cfd.indexed() ? ops.index()[m] : 1);
                out[m] = (strike - price[m]) * volume(project, ops, cfd.product(), cfd.produced(), cfd.amount(), m);
            }
        }
        return out;
    }

    private static double[] offtake(SupportTerms.Offtake offtake, Project project, Operations ops) {
        double[] out = new double[ops.months()];
        if (!offtake.firm()) {
            return out;
        }
        PlantTerms.Product product = project.plant().product(offtake.product());
        double payable =
                product.sale() instanceof PlantTerms.Sale.AtPrice(String _, SheetFigure share) ? share.central() : 0;
        double[] price = ops.price()[project.plant().index(offtake.product())];
        Window window = offtake.window();
        for (int m = 0; m < out.length; m++) {
            if (window.holds(m)) {
                double market = price[m] * payable;
                double pays = offtake.price()
                        .map(SheetFigure::central)
                        .orElse(market * (1 - offtake.discount().central()));
                out[m] = (pays - market) * volume(project, ops, offtake.product(), false, offtake.amount(), m);
            }
        }
        return out;
    }

    /// Paid as the capital cost of the plan is spent, whatever an overrun adds.
    private static double[] grant(SupportTerms.Grant grant, Project project, double[] capex) {
        double total = project.plant().capital().total();
        double amount = grant.amount().map(SheetFigure::central).orElse(0.0)
                + grant.share().central() * total;
        List<Double> spread = project.plant().capital().spread();
        double[] out = new double[capex.length];
        for (int k = 0; k < spread.size(); k++) {
            int m = project.timeline().buildStart() + k;
            out[m] = capex[m] > 0 ? amount * spread.get(k) : 0;
        }
        return out;
    }

    /// Income of the year of operation, taxed as sales are; a grant is none: it lowers what may be written off.
    boolean isIncome() {
        return switch (support) {
            case SupportTerms.Floor _, SupportTerms.Cfd _, SupportTerms.Offtake _ -> true;
            case SupportTerms.Grant _,
                    SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> false;
        };
    }
}
