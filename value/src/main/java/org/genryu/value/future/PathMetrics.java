package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.CashWaterfall;
import org.genryu.value.cash.CreditState;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.Operations;
import org.genryu.value.cash.ProjectMetrics;
import org.genryu.value.cash.Realization;
import org.genryu.value.cash.ServiceBook;
import org.genryu.value.cash.SupportCash;
import org.genryu.value.cash.UnleveredCashFlow;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SupportTerms;

/// Runs the cash rules ([CashWaterfall]) over each future of a block and books what comes of it, a column a
/// number: the value of the project and of its owners, the ratios, what every lender loses, what every
/// support pays and gets, year by year.
///
/// default – [CreditState#DEFAULT]: a breach that was not cured in time, a loss that nobody pays, or a
/// seizure
///
/// loss of a loan = D(τ) (claim - Σ recovered (1+c)^-(t-τ)), τ the default, c the loan's rate, D at the
/// riskless rate; the lender's share and those of guarantors and insurers add up to it; it is gross of fees
///
/// Size: a column for each number that a page shows.
final class PathMetrics {
    /// Columns before those of loans, supports and years.
    static final int NPV = 0;

    static final int EQUITY = 1;
    static final int LEAST = 2;
    static final int MEAN = 3;
    static final int LLCR = 4;
    static final int DEFAULT_YEAR = 5;
    static final int JOINT = 6;
    static final int IRR = 7;
    static final int MISSED = 8;
    /// One column a cause, 1 where it is the cause.
    static final int CAUSES = 9;

    private static final CreditState.Cause[] CAUSE = CreditState.Cause.values();
    private static final int FIXED = CAUSES + CAUSE.length;

    /// What is less than this share of the debt is rounding.
    private static final double DUST = 1e-9;

    /// Columns of a loan: loss before covers, what the lender keeps of it, the claim at default as a value
    /// today, loss given default, value of what an interest of 1 a year would bring.
    private static final int PER_LOAN = 5;

    /// Columns of a support: paid, got (fees, shares above, recoveries), net, loss gross of fees, value of
    /// what fees are paid on, the sum of these two.
    private static final int PER_SUPPORT = 6;

    private final Project project;
    private final DebtPlan plan;
    private final CashWaterfall waterfall;
    private final int years;
    private final double[] inMonth;
    private final double[] atEnd;
    private final double[] safe;
    private final boolean rates;
    private final double seniorRate;
    private final double dust;
    private final int first;
    private final int step;
    private final int[] covered;
    private final double[] guarantees;
    private final boolean[] senior;
    private final double[] rate;
    private final int firstSupport;
    private final double[] cash;
    private final double[] due;

    /// @param rates whether the internal rate of return is looked for, which costs as much as all the rest
    /// @param longest months of the longest future that will come
    PathMetrics(Project project, DebtPlan plan, int longest, boolean rates) {
        this.project = project;
        this.plan = plan;
        this.rates = rates;
        waterfall = new CashWaterfall(project, plan, longest);
        years = years(project);
        seniorRate = seniorRate(project, plan);
        dust = DUST * plan.debt();
        Project.Rates given = project.timeline().rates();
        double discount = given.discount().central();
        inMonth = factors(discount, given.mid() ? 0.5 : 1, years * 12);
        atEnd = factors(discount, 1, years * 12);
        safe = factors(given.riskless().central(), 1, years * 12);
        first = project.timeline().operateStart();
        step = project.finance().terms().serviceMonths();
        covered = project.finance().supports().stream()
                .mapToInt(s -> loanOf(project, s))
                .toArray();
        guarantees = new double[project.finance().loans().size()];
        for (SupportTerms s : project.finance().supports()) {
            if (s instanceof SupportTerms.Guarantee g && loanOf(project, s) >= 0) {
                guarantees[loanOf(project, s)] += g.cover().central();
            }
        }
        senior = new boolean[plan.loans().size()];
        rate = new double[senior.length];
        for (int l = 0; l < senior.length; l++) {
            senior[l] = plan.loans().get(l).loan().rank() == FinanceTerms.Rank.SENIOR;
            rate[l] = DebtPlan.periodic(plan.loans().get(l).loan().rate().central(), step);
        }
        firstSupport = support(project, 0, 0);
        cash = new double[years];
        due = new double[years];
    }

    /// The loan that a support is about; -1 for none.
    private static int loanOf(Project project, SupportTerms support) {
        List<FinanceTerms.Loan> loans = project.finance().loans();
        for (int l = 0; l < loans.size(); l++) {
            boolean below = support instanceof SupportTerms.Concessional c
                    && c.loan().equals(loans.get(l).id());
            if (below || DebtPlan.covers(support, loans.get(l))) {
                return l;
            }
        }
        return -1;
    }

    static int years(Project project) {
        return Math.ceilDiv(Realization.months(project, PathGenerator.longestDelay(project)), 12);
    }

    static int loan(int loan, int what) {
        return FIXED + loan * PER_LOAN + what;
    }

    static int support(Project project, int support, int what) {
        return FIXED + project.finance().loans().size() * PER_LOAN + support * PER_SUPPORT + what;
    }

    /// What of a year: 0 CFADS, 1 DSCR.
    static int year(Project project, int what, int year) {
        return support(project, project.finance().supports().size(), 0) + what * years(project) + year;
    }

    static int columns(Project project) {
        return year(project, 2, 0);
    }

    /// Runs a future.
    /// @param columns [column][lane], nil but where this or an earlier lane wrote
    void run(Realization draw, Operations operations, int lane, double[][] columns) {
        book(draw, waterfall.run(draw, operations), lane, columns);
    }

    private void book(Realization draw, UnleveredCashFlow before, int lane, double[][] columns) {
        CashFlow.ByMonth lines = waterfall.lines();
        ServiceBook book = waterfall.book();
        int months = before.operations().months();
        columns[NPV][lane] = present(before.beforeTax(), inMonth, 0, months) - taxes(lines, months);
        owners(lines, book, months, lane, columns);
        boolean fails = book.defaulted >= 0;
        columns[DEFAULT_YEAR][lane] = fails ? Math.floorDiv(month(book.defaulted, months), 12) : Double.NaN;
        columns[CAUSES + book.cause.ordinal()][lane] = 1;
        columns[IRR][lane] = rates ? value(rate(draw)) : Double.NaN;
        ratios(book, months, lane, columns);
        loans(book, months, lane, columns);
        supports(before, lines, book, months, lane, columns);
    }

    /// Last month of a service period.
    private int month(int k, int months) {
        return Math.min(months, first + (k + 1) * step) - 1;
    }

    private double taxes(CashFlow.ByMonth lines, int months) {
        double sum = 0;
        for (int y = 0; 12 * y < months; y++) {
            int m = Math.min(months, 12 * y + 12) - 1;
            sum += (lines.tax()[m] - lines.taxCredit()[m] + lines.rentTax()[m]) * atEnd[m];
        }
        return sum;
    }

    /// Owners pay in while building goes on and at service dates, and get at service dates.
    private void owners(CashFlow.ByMonth lines, ServiceBook book, int months, int lane, double[][] columns) {
        double own = 0;
        double joint = 0;
        for (int m = 0; m < Math.max(1, first); m++) {
            own -= lines.equityIn()[m] * inMonth[m];
            joint -= lines.equityIn()[m] * safe[m];
        }
        for (int k = 0; k < book.periods; k++) {
            int m = month(k, months);
            own += lines.distributed()[m] * atEnd[m] - (m < Math.max(1, first) ? 0 : lines.equityIn()[m] * inMonth[m]);
            joint += (lines.distributed()[m] - (m < Math.max(1, first) ? 0 : lines.equityIn()[m])) * safe[m];
        }
        columns[EQUITY][lane] = own;
        columns[JOINT][lane] = joint;
    }

    /// Needs a future to keep, so it is worked out a second time.
    private Metric rate(Realization draw) {
        return ProjectMetrics.equity(CashFlow.of(project, plan, draw)).irr();
    }

    private static double value(Metric answer) {
        return answer.found().orElse(Double.NaN);
    }

    private static double present(double[] line, double[] factors, int from, int until) {
        double even = 0;
        double odd = 0;
        int m = from;
        for (; m + 1 < until; m += 2) {
            even += line[m] * factors[m];
            odd += line[m + 1] * factors[m + 1];
        }
        return even + odd + (m < until ? line[m] * factors[m] : 0);
    }

    private static double[] factors(double rate, double shift, int months) {
        double[] out = new double[months];
        Arrays.setAll(out, m -> Math.pow(1 + rate, -(m + shift) / 12));
        return out;
    }

    private void ratios(ServiceBook book, int months, int lane, double[][] columns) {
        Arrays.fill(cash, 0);
        Arrays.fill(due, 0);
        double least = Double.MAX_VALUE;
        double sum = 0;
        int count = 0;
        boolean missed = false;
        for (int k = 0; k < book.periods; k++) {
            int y = Math.min(years - 1, month(k, months) / 12);
            cash[y] += book.cfads[k];
            if (k >= book.indebted) {
                continue;
            }
            double owed = due(book, k);
            due[y] += owed;
            if (owed > 0) {
                least = Math.min(least, book.cfads[k] / owed);
                sum += book.cfads[k] / owed;
                count++;
            }
            for (double[] unpaid : book.lost) {
                missed |= unpaid[k] > dust;
            }
        }
        columns[MISSED][lane] = missed || book.defaulted >= 0 ? 1 : 0;
        columns[LEAST][lane] = count > 0 ? least : Double.NaN;
        columns[MEAN][lane] = count > 0 ? sum / count : Double.NaN;
        columns[LLCR][lane] = lifeCover(book);
        int base = year(project, 0, 0);
        for (int y = 0; y < years; y++) {
            columns[base + y][lane] = cash[y];
            columns[base + years + y][lane] = due[y] > 0 ? cash[y] / due[y] : Double.NaN;
        }
    }

    /// Senior service of a period; what is rounding counts as none.
    private double due(ServiceBook book, int k) {
        double sum = 0;
        for (int l = 0; l < book.opening.length; l++) {
            sum += senior[l] ? book.interest[l][k] + Math.max(0, book.principal[l][k]) : 0;
        }
        return sum > dust ? sum : 0;
    }

    /// Least LLCR: value of CFADS until the last senior period over the senior balance, at the senior rate.
    private double lifeCover(ServiceBook book) {
        double least = Double.MAX_VALUE;
        double worth = 0;
        for (int k = book.indebted - 1; k >= 0; k--) {
            double owed = 0;
            for (int l = 0; l < book.opening.length; l++) {
                owed += senior[l] ? book.opening[l][k] : 0;
            }
            if (owed > dust) {
                worth = (worth + book.cfads[k]) / (1 + seniorRate);
                least = Math.min(least, worth / owed);
            }
        }
        return least < Double.MAX_VALUE ? least : Double.NaN;
    }

    private static double seniorRate(Project project, DebtPlan plan) {
        double weighted = 0;
        double all = 0;
        for (DebtPlan.Planned p : plan.loans()) {
            if (p.loan().rank() == FinanceTerms.Rank.SENIOR) {
                int months = project.finance().terms().serviceMonths();
                weighted +=
                        p.repayment().debt() * DebtPlan.periodic(p.loan().rate().central(), months);
                all += p.repayment().debt();
            }
        }
        return all > 0 ? weighted / all : 0;
    }

    private void loans(ServiceBook book, int months, int lane, double[][] columns) {
        for (int l = 0; l < book.opening.length; l++) {
            double joint = 0;
            for (int k = 0; k < book.indebted; k++) {
                double covers = book.guaranteed[l][k] + book.insured[l][k] - book.passed[l][k];
                joint += (book.paid[l][k] + book.swept[l][k] + book.recovered[l][k] + book.compensated[l][k] + covers)
                        * safe[month(k, months)];
            }
            columns[JOINT][lane] += joint;
            loss(book, months, l, lane, columns);
        }
        double[] draws = waterfall.lines().draws();
        double[] carry = waterfall.lines().carry();
        for (int m = 0; m < Math.max(1, first); m++) {
            columns[JOINT][lane] -= (draws[m] - carry[m]) * safe[m];
        }
    }

    private void loss(ServiceBook book, int months, int l, int lane, double[][] columns) {
        int d = book.defaulted;
        double base = 0;
        for (int k = 0; k < book.indebted && (d < 0 || k <= d); k++) {
            base += book.opening[l][k] * safe[month(k, months)];
        }
        columns[loan(l, 4)][lane] = base * step / 12;
        columns[loan(l, 3)][lane] = Double.NaN;
        if (d < 0 || !(book.exposure[l] > dust)) {
            return;
        }
        double now = safe[month(d, months)];
        columns[loan(l, 0)][lane] = clean(book.exposure[l] - book.recovery[l]) * now;
        columns[loan(l, 1)][lane] = clean(book.exposure[l] - book.recovery[l] - given(book, l)) * now;
        columns[loan(l, 2)][lane] = book.exposure[l] * now;
        columns[loan(l, 3)][lane] = clean(book.exposure[l] - book.recovery[l]) > 0 ? book.lossShare(l) : 0;
    }

    private double clean(double loss) {
        return loss > dust ? loss : 0;
    }

    /// What guarantors and insurers of a loan lose, at its default.
    private double given(ServiceBook book, int l) {
        double sum = 0;
        for (int k = book.defaulted; k < book.indebted; k++) {
            sum += book.guaranteed[l][k] + book.insured[l][k] - back(book, l, k);
        }
        return sum;
    }

    /// What goes to them in a period, at the loan's rate to its default.
    private double back(ServiceBook book, int l, int k) {
        return book.passed[l][k] > 0 ? book.passed[l][k] * Math.pow(1 + rate[l], book.defaulted - k) : 0;
    }

    private void supports(
            UnleveredCashFlow before,
            CashFlow.ByMonth lines,
            ServiceBook book,
            int months,
            int lane,
            double[][] columns) {
        List<SupportTerms> all = project.finance().supports();
        for (int s = 0; s < all.size(); s++) {
            switch (all.get(s)) {
                case SupportTerms.Floor _, SupportTerms.Cfd _, SupportTerms.Offtake _, SupportTerms.Grant _ -> {
                    SupportCash paid = before.supports().get(s);
                    double[] row = paid.byMonth();
                    for (int m = 0; m < months && paid.pays(); m++) {
                        if (row[m] > 0 || row[m] < 0) {
                            flow(s, m, Math.max(0, row[m]), Math.max(0, -row[m]), lane, columns);
                        }
                    }
                }
                case SupportTerms.Guarantee g -> {
                    double part = guarantees[covered[s]] > 0 ? g.cover().central() / guarantees[covered[s]] : 0;
                    cover(
                            s,
                            book,
                            months,
                            new Cover(book.guaranteed, part, g.cover().central()),
                            lane,
                            columns);
                }
                case SupportTerms.Insurance i -> {
                    double most =
                            Math.max(i.political().central(), i.commercial().central());
                    cover(s, book, months, new Cover(book.insured, 1, most), lane, columns);
                }
                case SupportTerms.Concessional c -> concession(s, c, book, months, lane, columns);
                case SupportTerms.PublicEquity e -> {
                    for (int m = 0; m < months; m++) {
                        double in = Math.max(0, lines.equityIn()[m]);
                        flow(s, m, e.share() * in, e.share() * lines.distributed()[m], lane, columns);
                    }
                }
                case SupportTerms.TaxCredit _ -> {
                    double own = project.host().fiscal().taxCredit().central() > 0 ? 0.5 : 1;
                    for (int m = 11; m < months + 11; m += 12) {
                        int end = Math.min(m, months - 1);
                        flow(s, end, own * lines.taxCredit()[end], 0, lane, columns);
                    }
                }
            }
            int base = support(project, s, 0);
            if (!(all.get(s) instanceof SupportTerms.Guarantee || all.get(s) instanceof SupportTerms.Insurance)) {
                columns[base + 3][lane] = columns[base + 2][lane];
            }
            columns[base + 5][lane] = columns[base + 3][lane] + columns[base + 4][lane];
        }
    }

    private void flow(int s, int m, double paid, double got, int lane, double[][] columns) {
        if (paid > 0 || got > 0) {
            int base = firstSupport + s * PER_SUPPORT;
            columns[base][lane] += paid * safe[m];
            columns[base + 1][lane] += got * safe[m];
            columns[base + 2][lane] += (paid - got) * safe[m];
        }
    }

    /// @param paid by loan and period
    /// @param part of it that this giver pays
    /// @param share of the balance that fees fall on
    private record Cover(double[][] paid, double part, double share) {}

    private void cover(int s, ServiceBook book, int months, Cover cover, int lane, double[][] columns) {
        int l = covered[s];
        int base = support(project, s, 0);
        SupportTerms support = project.finance().supports().get(s);
        double fee = DebtPlan.feeRate(support);
        double all = 0;
        double own = 0;
        for (int k = Math.max(0, book.defaulted); k < book.indebted && book.defaulted >= 0; k++) {
            all += book.guaranteed[l][k] + book.insured[l][k];
            own += cover.paid[l][k] * cover.part;
        }
        double stands = all > 0 ? own / all : 0;
        double loss = own;
        for (int k = 0; k < book.indebted; k++) {
            int m = month(k, months);
            double balance = book.defaulted < 0 || k <= book.defaulted ? book.opening[l][k] * step / 12 : 0;
            double back = stands * book.passed[l][k];
            loss -= stands * back(book, l, k);
            flow(s, m, cover.paid[l][k] * cover.part, back + fee * balance, lane, columns);
            columns[base + 4][lane] += cover.share * balance * safe[m];
        }
        columns[base + 3][lane] = book.defaulted >= 0 ? clean(loss) * safe[month(book.defaulted, months)] : 0;
    }

    /// What the lender forgoes against the market's rate.
    private void concession(
            int s, SupportTerms.Concessional c, ServiceBook book, int months, int lane, double[][] columns) {
        int l = covered[s];
        double gap = l < 0
                ? 0
                : Math.max(
                        0,
                        c.marketRate().central()
                                - plan.loans().get(l).loan().rate().central());
        for (int k = 0; k < book.indebted && gap > 0; k++) {
            boolean alive = book.defaulted < 0 || k <= book.defaulted;
            flow(s, month(k, months), alive ? gap * book.opening[l][k] * step / 12 : 0, 0, lane, columns);
        }
    }
}
