package org.genryu.value.cash;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.genryu.value.project.Project;

/// The cash of a future that does not depend on debt: operations, supports, and what is earned before tax.
///
/// earned = sales + support income - royalty - fixed - variable - disposal - burden - sustaining - closing
/// before tax = earned - change in working capital - capex + grants
///
/// @param supports in the order of the sheet
/// @param earned [currency] by month
/// @param beforeTax [currency] by month
/// @param grants [currency] by month
public record UnleveredCashFlow(
        Operations operations, List<SupportCash> supports, double[] earned, double[] beforeTax, double[] grants) {

    public static UnleveredCashFlow of(Project project, Realization draw) {
        return new Months(project, Realization.months(project, draw.delay())).of(Operations.of(project, draw));
    }

    /// One future after the other in the same arrays.
    static final class Months {
        private final List<SupportCash.Months> paying;
        private final List<SupportCash> supports;
        private final double[] earned;
        private final double[] beforeTax;
        private final double[] grants;

        /// @param longest months of the longest future that will come
        Months(Project project, int longest) {
            List<SupportCash.Months> all = project.finance().supports().stream()
                    .map(s -> new SupportCash.Months(s, project, longest))
                    .toList();
            this.paying = all.stream().filter(m -> m.cash().pays()).toList();
            this.supports = all.stream().map(SupportCash.Months::cash).toList();
            this.earned = new double[longest];
            this.beforeTax = new double[longest];
            this.grants = new double[longest];
        }

        UnleveredCashFlow of(Operations ops) {
            Operations.Spending s = ops.spending();
            Arrays.fill(earned, 0);
            Arrays.fill(grants, 0);
            for (double[] row : ops.sales()) {
                add(earned, row);
            }
            for (int i = 0; i < paying.size(); i++) {
                SupportCash paid = paying.get(i).of(ops);
                add(paid.isIncome() ? earned : grants, paid.byMonth());
            }
            lines(s);
            return new UnleveredCashFlow(ops, supports, earned, beforeTax, grants);
        }

        private void lines(Operations.Spending s) {
            double[] royalty = s.royalty();
            double[] fixed = s.fixed();
            double[] variable = s.variable();
            double[] disposal = s.disposal();
            double[] burden = s.burden();
            double[] sustaining = s.sustaining();
            double[] closing = s.closing();
            double[] tied = s.workingCapital();
            double[] capex = s.capex();
            for (int m = 0; m < earned.length; m++) {
                double left = earned[m] - (royalty[m] + fixed[m] + variable[m] + disposal[m]);
                left -= burden[m] + sustaining[m] + closing[m];
                earned[m] = left;
                beforeTax[m] = left - tied[m] - capex[m] + grants[m];
            }
        }

        private static void add(double[] into, double[] row) {
            for (int m = 0; m < into.length; m++) {
                into[m] += row[m];
            }
        }
    }

    Taxes taxes(Project project) {
        Taxes taxes = new Taxes(project);
        taxes.begin(operations, grants);
        return taxes;
    }

    int years() {
        return (operations.months() + 11) / 12;
    }

    /// Last month of year y.
    public int yearEnd(int y) {
        return Math.min(operations.months(), 12 * (y + 1)) - 1;
    }

    /// CFADS by service period, given interest and cover fees by service period (paid in the period's last month).
    double[] cfads(Project project, IntToDoubleFunction interest, IntToDoubleFunction fees) {
        int step = project.finance().terms().serviceMonths();
        int first = project.timeline().operateStart();
        double[] monthly = monthly(project, interest, fees);
        double[] out = new double[Math.max(1, (operations.months() - first + step - 1) / step)];
        for (int m = first; m < operations.months(); m++) {
            out[(m - first) / step] += monthly[m];
        }
        return out;
    }

    private double[] monthly(Project project, IntToDoubleFunction interest, IntToDoubleFunction fees) {
        int step = project.finance().terms().serviceMonths();
        int first = project.timeline().operateStart();
        double[] out = new double[operations.months()];
        Taxes taxes = taxes(project);
        double paidInterest = 0;
        double paidFees = 0;
        int y = 0;
        for (int m = 0; m < out.length; m++) {
            out[m] = earned[m] - operations.spending().workingCapital()[m];
            if (m >= first && ((m - first) % step == step - 1 || m == out.length - 1)) {
                int k = (m - first) / step;
                double fee = fees.applyAsDouble(k);
                out[m] -= fee;
                paidFees += fee;
                paidInterest += interest.applyAsDouble(k);
            }
            if (m == yearEnd(y)) {
                double sum = Taxes.sum(earned, 12 * y, m + 1) - paidFees;
                Taxes.Year year = taxes.year(y, sum, paidInterest, Taxes.sum(beforeTax, 12 * y, m + 1));
                out[m] -= year.tax() - year.credit() + year.rent();
                paidInterest = 0;
                paidFees = 0;
                y++;
            }
        }
        return out;
    }
}
