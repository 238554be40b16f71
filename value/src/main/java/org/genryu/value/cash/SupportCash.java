package org.genryu.value.cash;

import java.util.Arrays;
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

    /// Whether it ever pays by what the plant makes, sells or costs.
    public boolean pays() {
        return switch (support) {
            case SupportTerms.Floor _, SupportTerms.Cfd _, SupportTerms.Grant _ -> true;
            case SupportTerms.Offtake offtake ->
                offtake.firm()
                        && (offtake.price().isPresent() || offtake.discount().central() != 0);
            case SupportTerms.Guarantee _,
                    SupportTerms.Insurance _,
                    SupportTerms.Concessional _,
                    SupportTerms.PublicEquity _,
                    SupportTerms.TaxCredit _ -> false;
        };
    }

    /// The months of one support in one future after the other; what a future before has left is written
    /// over.
    static final class Months {
        private final SupportTerms support;
        private final Project project;
        private final int product;
        private final double counted;
        private final double most;
        private final double payable;
        private final SupportCash cash;

        /// @param longest months of the longest future that will come
        Months(SupportTerms support, Project project, int longest) {
            this.support = support;
            this.project = project;
            PlantTerms plant = project.plant();
            Optional<String> name = product(support);
            this.product = name.map(plant::index).orElse(0);
            PlantTerms.Product spec = plant.products().get(product);
            this.counted = produced(support) ? 1 : spec.sold().central();
            this.most = amount(support).map(f -> f.central() / 12).orElse(Double.MAX_VALUE);
            this.payable =
                    spec.sale() instanceof PlantTerms.Sale.AtPrice(String _, SheetFigure share) ? share.central() : 0;
            this.cash = new SupportCash(support, new double[longest]);
        }

        private static Optional<String> product(SupportTerms support) {
            return switch (support) {
                case SupportTerms.Floor floor -> Optional.of(floor.product());
                case SupportTerms.Cfd cfd -> Optional.of(cfd.product());
                case SupportTerms.Offtake offtake -> Optional.of(offtake.product());
                case SupportTerms.Grant _,
                        SupportTerms.Guarantee _,
                        SupportTerms.Insurance _,
                        SupportTerms.Concessional _,
                        SupportTerms.PublicEquity _,
                        SupportTerms.TaxCredit _ -> Optional.empty();
            };
        }

        private static boolean produced(SupportTerms support) {
            return (support instanceof SupportTerms.Floor f && f.produced())
                    || (support instanceof SupportTerms.Cfd c && c.produced());
        }

        private static Optional<SheetFigure> amount(SupportTerms support) {
            return support instanceof SupportTerms.Floor f
                    ? f.amount()
                    : support instanceof SupportTerms.Cfd c
                            ? c.amount()
                            : support instanceof SupportTerms.Offtake o ? o.amount() : Optional.empty();
        }

        /// The cash that [#of] writes over.
        SupportCash cash() {
            return cash;
        }

        /// The same arrays with another future in them.
        SupportCash of(Operations ops) {
            double[] out = cash.byMonth();
            switch (support) {
                case SupportTerms.Floor floor -> floor(floor, ops, out);
                case SupportTerms.Cfd cfd -> cfd(cfd, ops, out);
                case SupportTerms.Offtake offtake -> offtake(offtake, ops, out);
                case SupportTerms.Grant grant -> grant(grant, ops.spending().capex(), out);
                case SupportTerms.Guarantee _,
                        SupportTerms.Insurance _,
                        SupportTerms.Concessional _,
                        SupportTerms.PublicEquity _,
                        SupportTerms.TaxCredit _ -> {
                    // paid by what becomes of the debt, the equity or the tax
                }
            }
            return cash;
        }

        /// Volume that counts in a month.
        private double volume(Operations ops, int m) {
            return Math.min(counted * ops.output()[product][m], most);
        }

        private void floor(SupportTerms.Floor floor, Operations ops, double[] out) {
            Arrays.fill(out, 0);
            double[] price = ops.price()[product];
            double strike = floor.price().central();
            double shared = floor.above().central();
            double cap = floor.cap().map(SheetFigure::central).orElse(Double.MAX_VALUE);
            int step = floor.averageMonths();
            int first = Math.max(0, Math.max(floor.window().first(), ops.start()) / step * step);
            int last = Math.min(ops.months(), Math.min(floor.window().until(), ops.end()));
            double taken = 0;
            for (int from = first; from < last; from += step) {
                int until = Math.min(ops.months(), from + step);
                double volume = 0;
                double value = 0;
                double paid = 0;
                double above = 0;
                for (int m = from; m < until; m++) {
                    if (floor.window().holds(m)) {
                        double v = volume(ops, m);
                        double level = floor.indexed() ? ops.index()[m] : 1;
                        volume += v;
                        value += v * price[m];
                        paid += v * strike * level;
                        above += v * shared * level;
                    }
                }
                taken = from % 12 == 0 ? 0 : taken;
                if (volume > 0) {
                    double share = Math.min(cap - taken, floor.shareAbove().central() * Math.max(0, value - above));
                    taken += share;
                    out[until - 1] = Math.max(0, paid - value) - share;
                }
            }
        }

        private void cfd(SupportTerms.Cfd cfd, Operations ops, double[] out) {
            Arrays.fill(out, 0);
            double[] price = ops.price()[product];
            int until = Math.min(ops.months(), cfd.window().until());
            for (int m = Math.max(0, cfd.window().first()); m < until; m++) {
                double strike = cfd.price().central() * (cfd.indexed() ? ops.index()[m] : 1);
                out[m] = (strike - price[m]) * volume(ops, m);
            }
        }

        private void offtake(SupportTerms.Offtake offtake, Operations ops, double[] out) {
            Arrays.fill(out, 0);
            double[] price = ops.price()[product];
            boolean fixed = offtake.price().isPresent();
            double agreed = offtake.price().map(SheetFigure::central).orElse(0.0);
            double share = 1 - offtake.discount().central();
            Window window = offtake.window();
            int until = Math.min(ops.months(), window.until());
            for (int m = Math.max(0, window.first()); m < until; m++) {
                double market = price[m] * payable;
                out[m] = ((fixed ? agreed : market * share) - market) * volume(ops, m);
            }
        }

        /// Paid as the capital cost of the plan is spent, whatever an overrun adds.
        private void grant(SupportTerms.Grant grant, double[] capex, double[] out) {
            Arrays.fill(out, 0);
            double total = project.plant().capital().total();
            double amount = grant.amount().map(SheetFigure::central).orElse(0.0)
                    + grant.share().central() * total;
            List<Double> spread = project.plant().capital().spread();
            for (int k = 0; k < spread.size(); k++) {
                int m = project.timeline().buildStart() + k;
                out[m] = capex[m] > 0 ? amount * spread.get(k) : 0;
            }
        }
    }
}
