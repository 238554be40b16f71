package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.List;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;

/// What the plant makes, sells and spends, month by month, before supports, tax and finance.
///
/// output = amount/12 · share(k) · grade · yearly; sales = output · sold · price · payable;
/// cost of a month = fixed/12 · (1, or the idle share while stopped) + variable · output;
/// index = (1 + inflation)^(years from the middle of the price year to the middle of the month)
///
/// Money is nominal. All lists are by month from the valuation date; costs are positive.
///
/// @param start first month of operation
/// @param end first month after operation
/// @param index what a unit of price-year money is worth in money of the month
/// @param output [unit] by product
/// @param price [currency/unit] nominal, by product; 0 for what is disposed of
/// @param sales [currency] by product
public record Operations(
        int months,
        int start,
        int end,
        double[] index,
        double[][] output,
        double[][] price,
        double[][] sales,
        Spending spending) {

    /// @param workingCapital increase of what is tied up
    public record Spending(
            double[] capex,
            double[] fixed,
            double[] variable,
            double[] disposal,
            double[] burden,
            double[] royalty,
            double[] sustaining,
            double[] closing,
            double[] workingCapital) {}

    public static Operations of(Project project, Realization draw) {
        return new Run(project, draw).operations();
    }

    /// Sales of all products.
    public double[] totalSales() {
        double[] sum = new double[months];
        for (double[] row : sales) {
            for (int m = 0; m < months; m++) {
                sum[m] += row[m];
            }
        }
        return sum;
    }

    /// The working-out of one future.
    private static final class Run {
        private final Project project;
        private final Realization draw;
        private final PlantTerms plant;
        private final int months;
        private final int start;
        private final int end;
        private final int alive;
        private final double[] index;

        Run(Project project, Realization draw) {
            this.project = project;
            this.draw = draw;
            this.plant = project.plant();
            this.months = Realization.months(project, draw.delay());
            this.start = project.timeline().operateStart() + draw.delay();
            this.end = start + project.timeline().operateMonths();
            this.alive = Math.min(months, draw.seized());
            this.index = index(project, months);
        }

        Operations operations() {
            int n = plant.products().size();
            double[][] output = new double[n][];
            double[][] price = new double[n][];
            double[][] sales = new double[n][];
            for (int p = 0; p < n; p++) {
                output[p] = output(plant.products().get(p));
                price[p] = price(plant.products().get(p));
                sales[p] = sales(plant.products().get(p), output[p], price[p]);
            }
            return new Operations(months, start, end, index, output, price, sales, spending(output, sales));
        }

        private double[] output(PlantTerms.Product product) {
            double[] out = new double[months];
            double full = product.amount().central() / 12 * draw.grade();
            for (int m = start; m < Math.min(end, alive); m++) {
                if (!draw.stopped()[m]) {
                    out[m] = full * plant.output().share(m - start) * draw.yearly()[m / 12];
                }
            }
            return out;
        }

        private double[] price(PlantTerms.Product product) {
            double[] nominal = new double[months];
            switch (product.sale()) {
                case PlantTerms.Sale.Disposed _ -> {
                    // nobody pays
                }
                case PlantTerms.Sale.AtPrice(String name, var _) -> {
                    List<String> names =
                            new ArrayList<>(project.market().prices().keySet());
                    double[] path = draw.prices()[names.indexOf(name)];
                    boolean real = project.market().prices().get(name) instanceof Project.Price p && p.real();
                    for (int m = 0; m < months; m++) {
                        nominal[m] = real ? path[m] * index[m] : path[m];
                    }
                }
            }
            return nominal;
        }

        private double[] sales(PlantTerms.Product product, double[] output, double[] price) {
            double[] sales = new double[months];
            if (product.sale() instanceof PlantTerms.Sale.AtPrice(String _, var payable)) {
                double share = product.sold().central() * payable.central();
                for (int m = 0; m < months; m++) {
                    sales[m] = output[m] * price[m] * share;
                }
            }
            return sales;
        }

        private Spending spending(double[][] output, double[][] sales) {
            double[] variable = variable(output);
            return new Spending(
                    capex(),
                    fixed(),
                    variable,
                    disposal(output),
                    burden(output[0]),
                    royalty(sales, variable),
                    sustaining(),
                    closing(),
                    workingCapital(sales));
        }

        private double[] capex() {
            double[] out = new double[months];
            double total = plant.capital().total() * draw.overrun();
            List<Double> spread = plant.capital().spread();
            for (int k = 0; k < spread.size(); k++) {
                int m = project.timeline().buildStart() + k;
                if (m < alive) {
                    out[m] = total * spread.get(k) * index[m];
                }
            }
            return out;
        }

        private double[] fixed() {
            double[] out = new double[months];
            double all =
                    plant.costs().stream().mapToDouble(c -> c.fixed().central()).sum() / 12;
            double idle = project.host().politics().idleCost().central();
            for (int m = start; m < Math.min(end, alive); m++) {
                out[m] = all * index[m] * (draw.stopped()[m] ? idle : 1);
            }
            return out;
        }

        private double[] variable(double[][] output) {
            double[] out = new double[months];
            for (PlantTerms.Cost cost : plant.costs()) {
                double each = cost.variable().central();
                double[] made = output[plant.index(cost.of())];
                for (int m = 0; m < months && each > 0; m++) {
                    out[m] += each * made[m] * index[m];
                }
            }
            return out;
        }

        private double[] disposal(double[][] output) {
            double[] out = new double[months];
            for (int p = 0; p < output.length; p++) {
                if (plant.products().get(p).sale() instanceof PlantTerms.Sale.Disposed(var cost)) {
                    for (int m = 0; m < months; m++) {
                        out[m] += output[p][m] * cost.central() * index[m];
                    }
                }
            }
            return out;
        }

        private double[] burden(double[] main) {
            double[] out = new double[months];
            double each = plant.environment().burdens().stream()
                    .mapToDouble(b -> b.perUnit().central() * b.cost().central())
                    .sum();
            for (int m = 0; m < months; m++) {
                out[m] = each * main[m] * index[m];
            }
            return out;
        }

        private double[] royalty(double[][] sales, double[] variable) {
            double[] out = new double[months];
            double rate = project.host().fiscal().royalty().central();
            boolean nsr = project.host().fiscal().nsr();
            for (int m = 0; m < months; m++) {
                double sum = 0;
                for (double[] row : sales) {
                    sum += row[m];
                }
                out[m] = rate * (nsr ? Math.max(0, sum - variable[m]) : sum);
            }
            return out;
        }

        private double[] sustaining() {
            double[] out = new double[months];
            double each = plant.capital().sustaining().central() / 12;
            for (int m = start; m < Math.min(end, alive); m++) {
                out[m] = each * index[m];
            }
            return out;
        }

        private double[] closing() {
            double[] out = new double[months];
            double all = plant.environment().closing().central();
            int length = plant.environment().closingMonths();
            for (int m = end; all > 0 && m < Math.min(months, alive); m++) {
                out[m] = all / length * index[m];
            }
            return out;
        }

        /// What is tied up follows the sales and is free again in the last month of operation.
        private double[] workingCapital(double[][] sales) {
            double[] out = new double[months];
            double share = project.host().fiscal().workingDays().central() / 365 * 12;
            double tied = 0;
            for (int m = start; m < Math.min(end, alive); m++) {
                double sum = 0;
                for (double[] row : sales) {
                    sum += row[m];
                }
                double level = m == end - 1 ? 0 : share * sum;
                out[m] = level - tied;
                tied = level;
            }
            return out;
        }
    }

    /// Price level by month: 1 in the middle of the price year.
    static double[] index(Project project, int months) {
        double growth = 1 + project.timeline().rates().inflation().central();
        double first =
                project.timeline().valuation() + 0.5 - (project.header().money().priceYear() * 12 + 6);
        double[] out = new double[months];
        for (int m = 0; m < months; m++) {
            out[m] = Math.pow(growth, (first + m) / 12);
        }
        return out;
    }
}
