package org.genryu.value.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectMetrics;
import org.genryu.value.cash.Realization;
import org.genryu.value.cash.SupportCash;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;
import org.genryu.value.project.SupportTerms;

/// Runs the full cash flow of each future of a block and books what comes of it, a column a number: the value of the
/// project and of its owners, the ratios, what every lender loses, what every support pays and gets, year by year.
///
/// default: a debt service is missed and still unpaid at the next service date; a service that is late by one date is
/// none (it shows in the least DSCR)
///
/// loss of a lender = Σ (1+r)^-t (due - paid by the project), t the end of the service period, r the riskless rate;
/// what the project pays on arrears later counts as paid, so a late payment is a small loss or none
///
/// A guarantor pays cover · what was missing; what the project pays on arrears later goes back to it in the same
/// proportion (an assumption: the sheets say nothing of recoveries).
final class PathMetrics implements FutureRunner.Blocks {
    /// Columns before those of loans, supports and years.
    static final int NPV = 0;

    static final int EQUITY = 1;
    static final int LEAST = 2;
    static final int MEAN = 3;
    static final int LLCR = 4;
    static final int DEFAULT_YEAR = 5;
    static final int JOINT = 6;
    static final int IRR = 7;
    private static final int FIXED = 8;

    /// What is less than this share of the debt is rounding.
    private static final double DUST = 1e-9;

    /// Columns of a loan: loss before covers, loss after covers.
    private static final int PER_LOAN = 2;

    /// Columns of a support: paid, got (fees, shares above, recoveries), net.
    private static final int PER_SUPPORT = 3;

    private final Project project;
    private final DebtPlan plan;
    private final PathGenerator worlds;
    private final int years;
    private final double[] inMonth;
    private final double[] atEnd;
    private final double[] safe;
    private final boolean rates;
    private final double seniorRate;
    private final double dust;

    /// @param rates whether the internal rate of return is looked for, which costs as much as all the rest
    PathMetrics(Project project, DebtPlan plan, ProbabilityMeasure measure, long seed, boolean rates) {
        this.project = project;
        this.plan = plan;
        this.rates = rates;
        worlds = new PathGenerator(project, measure, seed);
        years = years(project);
        seniorRate = seniorRate(project, plan);
        dust = DUST * plan.debt();
        Project.Rates given = project.timeline().rates();
        double discount = given.discount().central();
        inMonth = factors(discount, given.mid() ? 0.5 : 1, years * 12);
        atEnd = factors(discount, 1, years * 12);
        safe = factors(given.riskless().central(), 1, years * 12);
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

    /// What of a year: 0 CFADS, 1 DSCR, 2 + s the net payment of support s.
    static int year(Project project, int what, int year) {
        return support(project, project.finance().supports().size(), 0) + what * years(project) + year;
    }

    static int columns(Project project) {
        return year(project, 2 + project.finance().supports().size(), 0);
    }

    @Override
    public void run(long first, int count, double[][] columns) {
        worlds.begin(first);
        for (double[] column : columns) {
            Arrays.fill(column, 0);
        }
        for (int lane = 0; lane < count; lane++) {
            book(CashFlow.of(project, plan, worlds.draw(lane)), lane, columns);
        }
    }

    private void book(CashFlow flow, int lane, double[][] columns) {
        columns[NPV][lane] = present(flow.before().beforeTax(), inMonth)
                - present(flow.byMonth().tax(), atEnd)
                + present(flow.byMonth().taxCredit(), atEnd)
                - present(flow.byMonth().rentTax(), atEnd);
        columns[EQUITY][lane] = present(flow.byMonth().distributed(), atEnd)
                - present(flow.byMonth().equityIn(), inMonth);
        columns[DEFAULT_YEAR][lane] = defaultYear(flow);
        columns[IRR][lane] = rates ? value(ProjectMetrics.equity(flow).irr()) : Double.NaN;
        columns[JOINT][lane] = present(flow.byMonth().distributed(), safe)
                - present(flow.byMonth().equityIn(), safe);
        ratios(flow, lane, columns);
        loans(flow, lane, columns);
        supports(flow, lane, columns);
    }

    /// Year of the first service that was missed and not made good by the next one (or, missed last, never).
    private double defaultYear(CashFlow flow) {
        boolean before = false;
        for (CashFlow.Period p : flow.periods()) {
            boolean now = false;
            for (CashFlow.LoanPeriod loan : p.loans()) {
                now |= loan.arrears() > dust;
            }
            boolean last = p.number() == flow.periods().size();
            if (now && (before || last)) {
                return Math.floorDiv(p.until() - 1, 12);
            }
            before = now;
        }
        return Double.NaN;
    }

    private static double value(Metric answer) {
        return answer.found().orElse(Double.NaN);
    }

    private double factor(int month) {
        return safe[month];
    }

    private static double present(double[] line, double[] factors) {
        double sum = 0;
        for (int m = 0; m < line.length; m++) {
            sum += line[m] * factors[m];
        }
        return sum;
    }

    private static double[] factors(double rate, double shift, int months) {
        double[] out = new double[months];
        Arrays.setAll(out, m -> Math.pow(1 + rate, -(m + shift) / 12));
        return out;
    }

    private void ratios(CashFlow flow, int lane, double[][] columns) {
        double[] due = new double[years];
        double[] cash = new double[years];
        double least = Double.MAX_VALUE;
        double sum = 0;
        int count = 0;
        for (CashFlow.Period p : flow.periods()) {
            int y = Math.min(years - 1, (p.until() - 1) / 12);
            double owed = due(p);
            cash[y] += p.cfads();
            due[y] += owed;
            if (owed > 0) {
                least = Math.min(least, p.cfads() / owed);
                sum += p.cfads() / owed;
                count++;
            }
        }
        columns[LEAST][lane] = count > 0 ? least : Double.NaN;
        columns[MEAN][lane] = count > 0 ? sum / count : Double.NaN;
        columns[LLCR][lane] = lifeCover(flow);
        for (int y = 0; y < years; y++) {
            columns[year(project, 0, y)][lane] = cash[y];
            columns[year(project, 1, y)][lane] = due[y] > 0 ? cash[y] / due[y] : Double.NaN;
        }
    }

    /// Senior service of a period; what is rounding counts as none.
    private double due(CashFlow.Period period) {
        double due = 0;
        for (CashFlow.LoanPeriod loan : period.loans()) {
            due += loan.senior() ? loan.interest() + loan.principal() : 0;
        }
        return due > dust ? due : 0;
    }

    /// Least LLCR: value of CFADS until the last senior period over the senior balance, at the senior rate.
    private double lifeCover(CashFlow flow) {
        double least = Double.MAX_VALUE;
        double worth = 0;
        for (int k = flow.periods().size() - 1; k >= 0; k--) {
            CashFlow.Period p = flow.periods().get(k);
            double owed = 0;
            for (CashFlow.LoanPeriod loan : p.loans()) {
                owed += loan.senior() ? loan.opening() : 0;
            }
            if (owed > dust) {
                worth = (worth + p.cfads()) / (1 + seniorRate);
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
                int step = project.finance().terms().serviceMonths();
                double periodic =
                        Math.expm1(step / 12.0 * Math.log1p(p.loan().rate().central()));
                weighted += p.repayment().debt() * periodic;
                all += p.repayment().debt();
            }
        }
        return all > 0 ? weighted / all : 0;
    }

    private void loans(CashFlow flow, int lane, double[][] columns) {
        for (CashFlow.Period p : flow.periods()) {
            double worth = factor(p.until() - 1);
            for (int l = 0; l < p.loans().size(); l++) {
                CashFlow.LoanPeriod loan = p.loans().get(l);
                double missing = loan.interest() + loan.principal() - loan.paid();
                double covered = loan.guaranteed() - covers(loan.loan()) * late(loan) + loan.insured();
                columns[loan(l, 0)][lane] += missing * worth;
                columns[loan(l, 1)][lane] += (missing - covered) * worth;
                columns[JOINT][lane] += (loan.paid() + loan.swept() + covered) * worth;
            }
        }
        double[] draws = flow.byMonth().draws();
        double[] carry = flow.byMonth().carry();
        for (int m = 0; m < draws.length; m++) {
            double net = draws[m] - carry[m];
            columns[JOINT][lane] -= net > 0 || net < 0 ? net * factor(m) : 0;
        }
    }

    private void supports(CashFlow flow, int lane, double[][] columns) {
        List<SupportTerms> all = project.finance().supports();
        for (int s = 0; s < all.size(); s++) {
            Line line = line(flow, all.get(s), s);
            int base = support(project, s, 0);
            for (int m = 0; m < line.paid.length; m++) {
                double net = line.paid[m] - line.got[m];
                if (line.paid[m] > 0 || line.got[m] > 0) {
                    columns[base][lane] += line.paid[m] * factor(m);
                    columns[base + 1][lane] += line.got[m] * factor(m);
                    columns[base + 2][lane] += net * factor(m);
                    columns[year(project, 2 + s, m / 12)][lane] += net;
                }
            }
        }
    }

    /// What a giver pays and gets, by month.
    private record Line(double[] paid, double[] got) {}

    private Line line(CashFlow flow, SupportTerms support, int number) {
        Line line = new Line(new double[flow.months()], new double[flow.months()]);
        switch (support) {
            case SupportTerms.Floor _, SupportTerms.Cfd _, SupportTerms.Offtake _, SupportTerms.Grant _ -> {
                SupportCash cash = flow.before().supports().get(number);
                for (int m = 0; m < line.paid.length; m++) {
                    line.paid[m] = Math.max(0, cash.byMonth()[m]);
                    line.got[m] = Math.max(0, -cash.byMonth()[m]);
                }
            }
            case SupportTerms.Guarantee g -> guarantee(flow, g, line);
            case SupportTerms.Insurance i -> insurance(flow, i, line);
            case SupportTerms.Concessional c -> concession(flow, c, line);
            case SupportTerms.PublicEquity e -> equity(flow, e, line);
            case SupportTerms.TaxCredit _ -> {
                double own = project.host().fiscal().taxCredit().central() > 0 ? 0.5 : 1;
                for (int m = 0; m < line.paid.length; m++) {
                    line.paid[m] = own * flow.byMonth().taxCredit()[m];
                }
            }
        }
        return line;
    }

    private void guarantee(CashFlow flow, SupportTerms.Guarantee g, Line line) {
        for (CashFlow.Period p : flow.periods()) {
            for (CashFlow.LoanPeriod loan : p.loans()) {
                if (loan.loan().equals(g.loan())) {
                    int m = p.until() - 1;
                    double cover = g.cover().central();
                    line.paid[m] += loan.guaranteed() * cover / covers(g.loan());
                    line.got[m] += cover * late(loan) + g.fee().central() * cover * fee(loan);
                }
            }
        }
    }

    /// What the project pays on earlier arrears.
    private static double late(CashFlow.LoanPeriod loan) {
        return Math.max(0, loan.paid() - (loan.interest() + loan.principal() - loan.lost()));
    }

    /// Covers of all guarantees on a loan together.
    private double covers(String loan) {
        return project.finance().supports().stream()
                .mapToDouble(
                        s -> s instanceof SupportTerms.Guarantee g && g.loan().equals(loan)
                                ? g.cover().central()
                                : 0)
                .sum();
    }

    /// Balance times the year's share of a service period, on which fees fall.
    private double fee(CashFlow.LoanPeriod loan) {
        return loan.opening() * project.finance().terms().serviceMonths() / 12;
    }

    private void insurance(CashFlow flow, SupportTerms.Insurance i, Line line) {
        double rate = i.premium().central()
                * Math.max(i.political().central(), i.commercial().central());
        double compensation = project.host().politics().compensation().central();
        boolean seized = false;
        for (CashFlow.Period p : flow.periods()) {
            int m = p.until() - 1;
            boolean now = !seized && flow.draw().seized() <= m;
            seized |= now;
            for (CashFlow.LoanPeriod loan : p.loans()) {
                if (loan.loan().equals(i.loan())) {
                    double state = now ? compensation * loan.opening() : 0;
                    line.paid[m] += Math.max(0, loan.insured() - state);
                    line.got[m] += rate * fee(loan);
                }
            }
        }
    }

    /// What the lender forgoes against the market's rate.
    private void concession(CashFlow flow, SupportTerms.Concessional c, Line line) {
        for (int l = 0; l < plan.loans().size(); l++) {
            var loan = plan.loans().get(l).loan();
            if (loan.id().equals(c.loan())) {
                double gap = c.marketRate().central() - loan.rate().central();
                for (CashFlow.Period p : flow.periods()) {
                    line.paid[p.until() - 1] += Math.max(0, gap) * fee(p.loans().get(l));
                }
            }
        }
    }

    private void equity(CashFlow flow, SupportTerms.PublicEquity e, Line line) {
        for (int m = 0; m < line.paid.length; m++) {
            line.paid[m] = e.share() * Math.max(0, flow.byMonth().equityIn()[m]);
            line.got[m] = e.share() * flow.byMonth().distributed()[m];
        }
    }

    /// Names of the loans, in the order of their columns.
    static List<String> loans(Project project) {
        List<String> names = new ArrayList<>();
        project.finance().loans().forEach(l -> names.add(l.id()));
        return names;
    }
}
