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
        Operations ops = Operations.of(project, draw);
        Operations.Spending s = ops.spending();
        List<SupportCash> supports = SupportCash.all(project, ops, s.capex());
        double[] earned = ops.totalSales();
        double[] grants = new double[ops.months()];
        for (SupportCash support : supports) {
            double[] into = support.isIncome() ? earned : grants;
            for (int m = 0; m < into.length; m++) {
                into[m] += support.byMonth()[m];
            }
        }
        double[] beforeTax = new double[ops.months()];
        for (int m = 0; m < ops.months(); m++) {
            earned[m] -= s.royalty()[m] + s.fixed()[m] + s.variable()[m] + s.disposal()[m];
            earned[m] -= s.burden()[m] + s.sustaining()[m] + s.closing()[m];
            beforeTax[m] = earned[m] - s.workingCapital()[m] - s.capex()[m] + grants[m];
        }
        return new UnleveredCashFlow(ops, supports, earned, beforeTax, grants);
    }

    Taxes taxes(Project project) {
        return new Taxes(project, operations, Arrays.stream(grants).sum());
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
