package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.CashFlow.Accounts;
import org.genryu.value.cash.CashFlow.ByMonth;
import org.genryu.value.cash.CashFlow.LoanPeriod;
import org.genryu.value.cash.CashFlow.Period;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.FinanceTerms.Loan;
import org.genryu.value.project.FinanceTerms.Rank;
import org.genryu.value.project.Project;
import org.genryu.value.project.SupportTerms;

/// Who is paid first? Walks through a future month by month and shares out each service period's cash.
///
/// CFADS -> senior arrears, interest, principal -> reserve top-up -> junior -> lock-up test -> sweep ->
/// distributions. Shortfall of the senior: reserve account, sponsor support; what stays unpaid is arrears, grows at
/// the loan's rate, and calls guarantees (cover · unpaid) and insurance (commercial cover · unpaid; after a seizure
/// political cover of the balance, once). Payments of guarantors and insurers go to the lender; the debt stays owed
/// in full by the project. Tax is worked out with the scheduled interest: interest on arrears is not deducted.
///
/// A run object: one future, one pass.
final class CashWaterfall {
    /// What is less than this share of the cost is rounding.
    private static final double ROUNDING = 1e-12;

    private final Project project;
    private final FinanceTerms.Terms terms;
    private final DebtPlan plan;
    private final Realization draw;
    private final UnleveredCashFlow before;
    private final ByMonth lines;
    private final int first;
    private final int step;
    private final int months;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Period> periods = new ArrayList<>();
    private double retained;
    private double reserve;
    private double sponsorLeft;
    private boolean seizureSettled;

    /// One loan while it is repaid.
    private static final class Account {
        final Loan loan;
        final double rate;
        final double[] principal;
        double balance;
        double arrears;
        double limit = Double.MAX_VALUE;

        Account(DebtPlan.Planned planned, int step) {
            this.loan = planned.loan();
            this.rate = DebtPlan.periodic(loan.rate().central(), step);
            this.principal = planned.repayment().principal().clone();
            this.balance = planned.repayment().debt();
        }

        double principal(int k) {
            return k < principal.length ? Math.min(principal[k], balance) : 0;
        }

        /// Early repayment shortens the loan from its end.
        void sweep(double amount) {
            balance -= amount;
            double left = amount;
            for (int k = principal.length - 1; k >= 0 && left > 0; k--) {
                double cut = Math.min(left, Math.max(0, principal[k]));
                principal[k] -= cut;
                left -= cut;
            }
        }
    }

    CashWaterfall(Project project, DebtPlan plan, Realization draw) {
        this.project = project;
        this.terms = project.finance().terms();
        this.plan = plan;
        this.draw = draw;
        this.before = UnleveredCashFlow.of(project, draw);
        this.months = before.operations().months();
        this.lines = ByMonth.of(months);
        this.first = project.timeline().operateStart();
        this.step = terms.serviceMonths();
        this.sponsorLeft = terms.sponsorSupport().central();
        plan.loans().forEach(l -> accounts.add(new Account(l, step)));
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.Insurance i && i.limit().isPresent()) {
                accounts.stream()
                        .filter(a -> a.loan.id().equals(i.loan()))
                        .forEach(a -> a.limit = i.limit().get().central());
            }
        }
    }

    CashFlow run() {
        build();
        Taxes taxes = before.taxes(project);
        double[] monthly = new double[months];
        int y = 0;
        for (int m = 0; m < months; m++) {
            monthly[m] += before.earned()[m] - before.operations().spending().workingCapital()[m];
            boolean due = m >= first && ((m - first) % step == step - 1 || m == months - 1);
            if (due) {
                int k = (m - first) / step;
                lines.fees()[m] = fees();
                lines.interest()[m] =
                        accounts.stream().mapToDouble(a -> a.balance * a.rate).sum();
                monthly[m] -= lines.fees()[m];
                settleTax(taxes, y, m, monthly);
                service(k, m, monthly);
            } else {
                settleTax(taxes, y, m, monthly);
                if (m < first) {
                    lines.equityIn()[m] -= monthly[m];
                }
            }
            y += m == before.yearEnd(y) ? 1 : 0;
        }
        return new CashFlow(project, plan, draw, before, lines, periods);
    }

    private void settleTax(Taxes taxes, int y, int m, double[] monthly) {
        if (m != before.yearEnd(y)) {
            return;
        }
        double fees = Taxes.sum(lines.fees(), 12 * y, m + 1);
        double earned = Taxes.sum(before.earned(), 12 * y, m + 1) - fees;
        double interest = Taxes.sum(lines.interest(), 12 * y, m + 1);
        Taxes.Year year = taxes.year(y, earned, interest, Taxes.sum(before.beforeTax(), 12 * y, m + 1));
        lines.tax()[m] = year.tax();
        lines.taxCredit()[m] = year.credit();
        lines.rentTax()[m] = year.rent();
        lines.depreciation()[m] = year.depreciation();
        monthly[m] -= year.tax() - year.credit() + year.rent();
    }

    // ---------------------------------------------------------------- building

    /// Draws, interest and fees of the plan, month by month; what they do not cover the owners bring.
    private void build() {
        int width = terms.constructionStep();
        double[] planned = plan.capex();
        int start = project.timeline().buildStart();
        int length = project.timeline().buildMonths();
        Construction c = plan.construction();
        for (int k = 0; k < length; k++) {
            int m = start + k;
            if (m >= draw.seized() || m >= months) {
                break;
            }
            double weight = weight(planned, start, k, width, length);
            for (int i = 0; i < accounts.size(); i++) {
                lines.draws()[m] += weight * c.draws()[i][k / width];
                lines.carry()[m] +=
                        terms.capitalised() ? 0 : weight * (c.interest()[i][k / width] + c.fees()[i][k / width]);
            }
            lines.equityIn()[m] += before.operations().spending().capex()[m]
                    - before.grants()[m]
                    + lines.carry()[m]
                    - lines.draws()[m]
                    + (k == length - 1 ? plan.reserve() : 0);
            reserve += k == length - 1 ? plan.reserve() : 0;
        }
        if (length == 0) {
            double drawn = accounts.stream().mapToDouble(a -> a.balance).sum();
            lines.draws()[0] += drawn;
            lines.equityIn()[0] += plan.reserve() - drawn;
            reserve = plan.reserve();
        }
        for (int m = 0; m < months; m++) {
            if (Math.abs(lines.equityIn()[m]) < ROUNDING * plan.cost()) {
                lines.equityIn()[m] = 0; // the loans pay for it all
            }
        }
    }

    /// Share of a step of construction that falls into its month.
    private static double weight(double[] capex, int start, int k, int width, int length) {
        int from = k / width * width;
        int until = Math.min(length, from + width);
        double all = Taxes.sum(capex, start + from, start + until);
        return all > 0 ? capex[start + k] / all : 1.0 / (until - from);
    }

    // ---------------------------------------------------------------- one service period

    private double fees() {
        double sum = 0;
        for (SupportTerms support : project.finance().supports()) {
            for (Account a : accounts) {
                if (DebtPlan.covers(support, a.loan)) {
                    sum += DebtPlan.feeRate(support) * a.balance * step / 12;
                }
            }
        }
        return sum;
    }

    private void service(int k, int m, double[] monthly) {
        int from = first + k * step;
        double cfads = Taxes.sum(monthly, from, m + 1);
        double before = retained;
        double cash = retained + cfads;
        double injected = Math.max(0, -cash);
        cash += injected;
        double[] insured = settleSeizure(m);
        Payment senior = pay(Rank.SENIOR, k, cash);
        cash = senior.cash;
        double fromReserve = senior.fromReserve;
        double target = Math.min(target(k + 1), terms.dsra().central() > 0 ? Double.MAX_VALUE : 0);
        double toReserve = Math.min(cash, Math.max(0, target - reserve));
        double released = Math.max(0, reserve - target);
        reserve += toReserve - released;
        cash += released - toReserve;
        Payment junior = pay(Rank.JUNIOR, k, cash);
        cash = junior.cash;
        boolean locked = locked(k, cfads, senior) && cash > 0;
        double[] swept = new double[accounts.size()];
        if (!locked) {
            swept = sweep(cash * terms.sweep().central());
            cash -= Arrays.stream(swept).sum();
        }
        retained = locked ? cash : 0;
        double distributed = locked ? 0 : cash;
        lines.equityIn()[m] += injected + senior.sponsor;
        lines.distributed()[m] += distributed;
        List<LoanPeriod> loans = close(k, senior, junior, insured, swept);
        Accounts kept = new Accounts(
                before,
                injected,
                fromReserve + released,
                senior.sponsor,
                toReserve,
                retained,
                distributed,
                reserve,
                locked);
        periods.add(new Period(k + 1, from, m + 1, cfads, loans, kept));
    }

    /// What a rank was paid.
    ///
    /// @param paid by loan
    /// @param lost unpaid of this period's own service, by loan
    private record Payment(double cash, double fromReserve, double sponsor, double[] paid, double[] lost) {}

    private static boolean ranks(Account a, Rank rank) {
        return (a.loan.rank() == Rank.SENIOR) == (rank == Rank.SENIOR);
    }

    /// Pays arrears and what is due, in proportion among loans of a rank.
    private Payment pay(Rank rank, int k, double cash) {
        double[] owed = new double[accounts.size()];
        double[] due = new double[accounts.size()];
        double all = 0;
        for (int i = 0; i < owed.length; i++) {
            Account a = accounts.get(i);
            if (ranks(a, rank)) {
                due[i] = a.balance * a.rate + a.principal(k);
                owed[i] = a.arrears * (1 + a.rate) + due[i];
                all += owed[i];
            }
        }
        double own = Math.clamp(all, 0, Math.max(0, cash));
        double short_ = all - own;
        double fromReserve = rank == Rank.SENIOR ? Math.min(reserve, short_) : 0;
        double sponsor = rank == Rank.SENIOR ? Math.min(sponsorLeft, short_ - fromReserve) : 0;
        reserve -= fromReserve;
        sponsorLeft -= sponsor;
        double share = all > 0 ? (own + fromReserve + sponsor) / all : 0;
        double[] paid = new double[owed.length];
        double[] lost = new double[owed.length];
        for (int i = 0; i < owed.length; i++) {
            paid[i] = owed[i] * share;
            Account a = accounts.get(i);
            if (ranks(a, rank)) {
                double unpaid = owed[i] - paid[i];
                lost[i] = Math.min(due[i], unpaid);
                a.arrears = unpaid;
            }
        }
        return new Payment(cash - own, fromReserve, sponsor, paid, lost);
    }

    /// Reserve wanted after the period: months of the service to come.
    private double target(int k) {
        double due = 0;
        for (Account a : accounts) {
            if (a.loan.rank() == Rank.SENIOR && k < a.principal.length) {
                double next = Math.min(a.principal[k - 1 < 0 ? 0 : k - 1], a.balance);
                double balance = a.balance - Math.max(0, next);
                due += balance * a.rate + Math.min(a.principal[k], Math.max(0, balance));
            }
        }
        return due * terms.dsra().central() / step;
    }

    private boolean locked(int k, double cfads, Payment senior) {
        double due = 0;
        boolean arrears = Arrays.stream(senior.lost).anyMatch(l -> l > 0);
        for (Account a : accounts) {
            if (a.loan.rank() == Rank.SENIOR) {
                due += a.balance * a.rate + a.principal(k);
                arrears |= a.arrears > CashFlow.DUST * (1 + a.balance);
            }
        }
        return due > 0 && (arrears || cfads < terms.lockUp().central() * due);
    }

    /// Early repayment of senior loans in proportion to what is left after this period.
    private double[] sweep(double amount) {
        double[] out = new double[accounts.size()];
        int k = periods.size();
        double all = 0;
        for (Account a : accounts) {
            all += a.loan.rank() == Rank.SENIOR ? Math.max(0, a.balance - a.principal(k)) : 0;
        }
        double share = all > 0 ? Math.min(1, amount / all) : 0;
        for (int i = 0; i < out.length; i++) {
            Account a = accounts.get(i);
            out[i] = a.loan.rank() == Rank.SENIOR ? share * Math.max(0, a.balance - a.principal(k)) : 0;
        }
        return out;
    }

    /// Compensation and political cover, once, in the period in which everything is lost.
    private double[] settleSeizure(int m) {
        double[] out = new double[accounts.size()];
        if (seizureSettled || m < draw.seized()) {
            return out;
        }
        seizureSettled = true;
        double compensation = project.host().politics().compensation().central();
        for (int i = 0; i < out.length; i++) {
            Account a = accounts.get(i);
            double left = a.balance * (1 - compensation);
            double paid = Math.min(left, Math.min(a.limit, left * cover(a.loan, true)));
            a.limit -= paid;
            out[i] = a.balance * compensation + paid;
        }
        return out;
    }

    private double cover(Loan loan, boolean political) {
        double sum = 0;
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.Insurance i && i.loan().equals(loan.id())) {
                sum += political ? i.political().central() : i.commercial().central();
            }
        }
        return Math.min(1, sum);
    }

    private double guarantee(Loan loan) {
        double sum = 0;
        for (SupportTerms support : project.finance().supports()) {
            if (support instanceof SupportTerms.Guarantee g && g.loan().equals(loan.id())) {
                sum += g.cover().central();
            }
        }
        return sum;
    }

    /// Books the period on every loan.
    private List<LoanPeriod> close(int k, Payment senior, Payment junior, double[] insured, double[] swept) {
        List<LoanPeriod> out = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            Account a = accounts.get(i);
            double opening = a.balance;
            double interest = a.balance * a.rate;
            double principal = a.principal(k);
            double lost = senior.lost[i] + junior.lost[i];
            double commercial = seizureSettled ? 0 : Math.min(a.limit, lost * cover(a.loan, false));
            a.limit -= commercial;
            double uncovered = seizureSettled ? lost * (1 - cover(a.loan, true)) : lost - commercial;
            a.balance -= principal;
            if (swept[i] > 0) {
                a.sweep(Math.min(swept[i], a.balance));
            }
            out.add(new LoanPeriod(
                    a.loan.id(),
                    a.loan.rank() == Rank.SENIOR,
                    opening,
                    interest,
                    principal,
                    senior.paid[i] + junior.paid[i],
                    guarantee(a.loan) * Math.max(0, uncovered),
                    insured[i] + commercial,
                    swept[i],
                    a.arrears,
                    lost));
        }
        return out;
    }
}
