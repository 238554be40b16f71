package org.genryu.value.cash;

import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.FinanceTerms.Loan;
import org.genryu.value.project.FinanceTerms.Rank;
import org.genryu.value.project.FinanceTerms.Remedies;
import org.genryu.value.project.Project;
import org.genryu.value.project.SheetFigure;
import org.genryu.value.project.SupportTerms;

/// What was signed, as plain numbers by loan: the same in every future. [CashWaterfall] walks through it.
///
/// @param step [month] of a service period
/// @param first month of the first service period
/// @param rate a service period, by loan
/// @param principal [currency] by loan and service period
/// @param debt [currency] by loan at completion
/// @param guaranteed share of a claim that guarantors pay
/// @param commercial share of a claim that insurers pay, other than after a seizure
/// @param political the same after a seizure
/// @param limit [currency] most that insurers pay
/// @param waiting service periods until they pay
/// @param feeRate a service period, on the balance
/// @param dust [currency] less than this is rounding
record ServiceContract(
        int step,
        int first,
        double[] rate,
        boolean[] senior,
        double[][] principal,
        double[] debt,
        double[] guaranteed,
        boolean[] lenderFirst,
        double[] commercial,
        double[] political,
        double[] limit,
        int[] waiting,
        double[] feeRate,
        double reserve,
        double dsra,
        double lockUp,
        double sweep,
        double sponsor,
        double compensation,
        boolean deferral,
        Remedies remedies,
        double dust) {

    static ServiceContract of(Project project, DebtPlan plan) {
        FinanceTerms.Terms terms = project.finance().terms();
        int n = plan.loans().size();
        int step = terms.serviceMonths();
        ServiceContract contract = new ServiceContract(
                step,
                project.timeline().operateStart(),
                new double[n],
                new boolean[n],
                new double[n][],
                new double[n],
                new double[n],
                new boolean[n],
                new double[n],
                new double[n],
                new double[n],
                new int[n],
                new double[n],
                plan.reserve(),
                terms.dsra().central() / step,
                terms.lockUp().central(),
                terms.sweep().central(),
                terms.sponsorSupport().central(),
                project.host().politics().compensation().central(),
                terms.deferral(),
                terms.remedies(),
                CashFlow.DUST * (1 + plan.debt()));
        for (int i = 0; i < n; i++) {
            DebtPlan.Planned planned = plan.loans().get(i);
            Loan loan = planned.loan();
            contract.rate[i] = DebtPlan.periodic(loan.rate().central(), step);
            contract.senior[i] = loan.rank() == Rank.SENIOR;
            contract.principal[i] = planned.repayment().principal();
            contract.debt[i] = planned.repayment().debt();
            contract.limit[i] = Double.MAX_VALUE;
            for (SupportTerms support : project.finance().supports()) {
                if (DebtPlan.covers(support, loan)) {
                    contract.cover(i, support);
                }
            }
        }
        return contract;
    }

    private void cover(int i, SupportTerms support) {
        feeRate[i] += DebtPlan.feeRate(support) * step / 12;
        if (support instanceof SupportTerms.Guarantee g) {
            guaranteed[i] = Math.min(1, guaranteed[i] + g.cover().central());
            lenderFirst[i] |= g.lenderFirst();
        } else if (support instanceof SupportTerms.Insurance s) {
            commercial[i] = Math.min(1, commercial[i] + s.commercial().central());
            political[i] = Math.min(1, political[i] + s.political().central());
            limit[i] = s.limit().map(SheetFigure::central).orElse(limit[i]);
            waiting[i] = Math.max(waiting[i], Math.ceilDiv(s.waiting(), step));
        }
    }

    int loans() {
        return rate.length;
    }

    double principal(int i, int k) {
        return k < principal[i].length ? principal[i][k] : 0;
    }

    /// Service periods from default to the sale or to the end of the workout.
    int lag() {
        return (int) Math.ceil(remedies.lag().central() / step);
    }
}
