package org.genryu.value.future;

import org.genryu.value.cash.DebtPlan;
import org.genryu.value.project.Project;

/// Debt service as it was agreed: fixed before the futures begin, whatever happens in them.
///
/// @param interest [currency] by year from the valuation date, for the tax
/// @param firstMonth [month] of each service period
/// @param untilMonth [month] first month after it; the service is due at its end
/// @param service [currency] by service period
record DebtSchedule(double[] interest, int[] firstMonth, int[] untilMonth, double[] service) {
    /// The senior service of a debt plan, as the cover ratio takes it, and the interest of all loans.
    static DebtSchedule of(Project project, DebtPlan plan, int years) {
        int periods = plan.loans().stream()
                .mapToInt(l -> l.repayment().principal().length)
                .max()
                .orElse(0);
        int months = project.finance().terms().serviceMonths();
        double[] interest = new double[years];
        int[] first = new int[periods];
        int[] until = new int[periods];
        double[] service = new double[periods];
        for (int k = 0; k < periods; k++) {
            first[k] = DebtPlan.month(project, k);
            until[k] = first[k] + months;
            service[k] = plan.service(k, true);
            for (DebtPlan.Planned loan : plan.loans()) {
                double[] due = loan.repayment().interest();
                int year = (until[k] - 1) / 12;
                if (k < due.length && year < years) {
                    interest[year] += due[k];
                }
            }
        }
        return new DebtSchedule(interest, first, until, service);
    }

    /// Whether every service period is a year from the valuation date.
    boolean byYear() {
        for (int p = 0; p < service.length; p++) {
            if (firstMonth[p] % 12 != 0 || untilMonth[p] != firstMonth[p] + 12) {
                return false;
            }
        }
        return true;
    }

    static DebtSchedule none(int years) {
        return new DebtSchedule(new double[years], new int[0], new int[0], new double[0]);
    }
}
