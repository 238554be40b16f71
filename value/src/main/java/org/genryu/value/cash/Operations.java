package org.genryu.value.cash;

import org.genryu.value.project.Project;

/// What the plant makes, sells and spends, month by month, before supports, tax and finance.
///
/// output = amount/12 · share(k) · grade · yearly; sales = output · sold · price · payable;
/// cost of a month = fixed/12 · (1, or the idle share while stopped) + variable · output;
/// index = (1 + inflation)^(years from the middle of the price year to the middle of the month)
///
/// Money is nominal. All lists are by month from the valuation date and at least `months` long, 0 beyond;
/// costs are positive. [PlantMonths] works them out.
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
        return new PlantMonths(project, Realization.months(project, draw.delay())).of(draw);
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
