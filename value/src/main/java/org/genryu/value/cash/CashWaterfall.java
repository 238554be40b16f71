package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.CashFlow.Accounts;
import org.genryu.value.cash.CashFlow.ByMonth;
import org.genryu.value.cash.CashFlow.LoanPeriod;
import org.genryu.value.cash.CashFlow.Period;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;

/// Who is paid first? Walks through a future month by month and shares out each service period's cash. The
/// states of the debt, in service, locked up, in breach, default, workout, emerged, sold, are [CreditState];
/// what is signed is [ServiceContract]; what lenders do after a default is [CreditClaims].
///
/// CFADS -> senior arrears, interest, principal -> reserve top-up -> junior -> lock-up test -> sweep ->
/// distributions. Losses (CFADS below 0 beyond what is retained) and shortfalls of the senior: sponsors pay
/// up to their limit, for shortfalls after the reserve. What stays unpaid is arrears and grows at the loan's
/// rate.
///
/// breach: something is unpaid, or DSCR < ratio; default: a breach that is not cured within `cure`, a loss
/// that nobody pays while debt is owed, or a seizure. Any loan in default puts all in default. From then on
/// owners get nothing until the claims are settled, and pay nothing but the recourse.
///
/// Tax is worked out with the scheduled interest, also after a default: what the project is worth before
/// finance does not depend on who gets it. Interest on arrears is not deducted.
///
/// One future after the other in the same arrays. The scheduled balance goes on after a default as if it were
/// served, so that a period which pays nothing is in the DSCR.
///
/// Size: one walk; in two classes the state of the debt would have to be public.
public final class CashWaterfall {
    /// What is less than this share of the cost is rounding.
    private static final double ROUNDING = 1e-12;

    private final Project project;
    private final FinanceTerms.Terms terms;
    private final DebtPlan plan;
    private final ServiceContract contract;
    private final UnleveredCashFlow.Months beforeDebt;
    private final Taxes taxes;
    private final ByMonth lines;
    private final ServiceBook book;
    private final CreditClaims claims;
    private final double[] planned;
    private final double[] carried;
    private final double[] balance;
    private final double[] arrears;
    private final double[][] schedule;
    private final double[] owed;
    private final double[] rate;
    private final boolean[] senior;
    private final boolean junior;
    private final double ratio;
    private final double idle;
    private final int cure;
    private double retained;
    private double reserve;
    private double sponsorLeft;
    private double seniorDue;
    private double unpaid;
    private int breached;
    private int seized;

    /// @param longest months of the longest future that will come
    public CashWaterfall(Project project, DebtPlan plan, int longest) {
        this.project = project;
        this.terms = project.finance().terms();
        this.plan = plan;
        this.contract = ServiceContract.of(project, plan);
        this.beforeDebt = new UnleveredCashFlow.Months(project, longest);
        this.taxes = new Taxes(project);
        this.lines = ByMonth.of(longest);
        int most = Math.max(1, Math.ceilDiv(longest - contract.first(), contract.step()));
        int n = contract.loans();
        this.book = new ServiceBook(n, most);
        this.claims = new CreditClaims(contract, book);
        this.balance = new double[n];
        this.arrears = new double[n];
        this.owed = new double[n];
        this.rate = contract.rate();
        this.senior = contract.senior();
        boolean below = false;
        for (boolean first : senior) {
            below |= !first;
        }
        this.junior = below;
        this.idle = project.host().politics().idleCost().central();
        this.ratio = contract.remedies().ratio().central();
        this.cure = contract.remedies().curePeriods(contract.step());
        this.schedule = new double[n][];
        for (int i = 0; i < n; i++) {
            schedule[i] = contract.principal()[i].clone();
        }
        this.planned = new double[project.timeline().buildMonths()];
        this.carried = new double[planned.length];
        spread();
    }

    /// Draws, and interest and fees paid, of the plan by month of building.
    private void spread() {
        int width = terms.constructionStep();
        Construction c = plan.construction();
        for (int k = 0; k < planned.length; k++) {
            double weight = weight(plan.capex(), project.timeline().buildStart(), k, width, planned.length);
            for (int i = 0; i < contract.loans(); i++) {
                planned[k] += weight * c.draws()[i][k / width];
                carried[k] += terms.capitalised() ? 0 : weight * (c.interest()[i][k / width] + c.fees()[i][k / width]);
            }
        }
    }

    public ByMonth lines() {
        return lines;
    }

    public ServiceBook book() {
        return book;
    }

    /// The future as something to keep; of use once, for the next future writes over it.
    CashFlow flow(Realization draw) {
        UnleveredCashFlow before = run(draw, Operations.of(project, draw));
        List<Period> periods = new ArrayList<>();
        for (int k = 0; k < book.periods; k++) {
            periods.add(period(k, before.operations().months()));
        }
        return new CashFlow(project, plan, draw, before, lines, periods, book.cause);
    }

    /// Runs a future; lines and book are its until the next.
    /// @param operations of the plant in it, which no way of financing changes
    /// @return what it brings before debt
    public UnleveredCashFlow run(Realization draw, Operations operations) {
        UnleveredCashFlow before = beforeDebt.of(operations);
        begin(draw, before);
        build(draw, before);
        double[] earned = before.earned();
        double[] beforeTax = before.beforeTax();
        double[] tied = before.operations().spending().workingCapital();
        double[] fixed = before.operations().spending().fixed();
        double upkeep = 0;
        int months = before.operations().months();
        double cash = 0;
        double year = 0;
        double flow = 0;
        double fees = 0;
        double interest = 0;
        int k = 0;
        int due = Math.min(months, contract.first() + contract.step()) - 1;
        int yearEnd = Math.min(months, 12) - 1;
        for (int from = 0; from < months; ) {
            int m = Math.min(Math.min(due, yearEnd), from < contract.first() ? contract.first() - 1 : due);
            for (int n = from; n <= m; n++) {
                cash += earned[n] - tied[n];
                year += earned[n];
                flow += beforeTax[n];
            }
            for (int n = from; n <= m && book.defaulted >= 0; n++) {
                upkeep += idle * fixed[n];
            }
            boolean debt = m == due && indebted(k);
            if (debt) {
                double fee = fees(k);
                double scheduled = interest(k);
                lines.fees()[m] = fee;
                lines.interest()[m] = scheduled;
                cash -= fee;
                fees += fee;
                interest += scheduled;
            }
            if (m == yearEnd) {
                Taxes.Year tax = taxes.year(m / 12, year - fees, interest, flow);
                lines.tax()[m] = tax.tax();
                lines.taxCredit()[m] = tax.credit();
                lines.rentTax()[m] = tax.rent();
                lines.depreciation()[m] = tax.depreciation();
                cash -= tax.tax() - tax.credit() + tax.rent();
                year = 0;
                flow = 0;
                fees = 0;
                interest = 0;
                yearEnd = Math.min(months, yearEnd + 13) - 1;
            }
            if (m == due) {
                book.cfads[k] = cash;
                claims.standing(upkeep);
                service(k, m, m == months - 1, debt);
                cash = 0;
                upkeep = 0;
                k++;
                due = Math.min(months, due + contract.step() + 1) - 1;
            } else if (m < contract.first()) {
                lines.equityIn()[m] -= cash;
                cash = 0;
            }
            from = m + 1;
        }
        return before;
    }

    private void begin(Realization draw, UnleveredCashFlow before) {
        taxes.begin(before.operations(), before.grants());
        lines.clear();
        book.begin();
        claims.begin(draw.recovered());
        System.arraycopy(contract.debt(), 0, balance, 0, balance.length);
        Arrays.fill(arrears, 0);
        unpaid = 0;
        if (contract.sweep() > 0) {
            for (int i = 0; i < schedule.length; i++) {
                System.arraycopy(contract.principal()[i], 0, schedule[i], 0, schedule[i].length);
            }
        }
        retained = 0;
        reserve = 0;
        sponsorLeft = contract.sponsor();
        breached = 0;
        seized = draw.seized();
    }

    // ---------------------------------------------------------------- building

    /// Draws, interest and fees of the plan, month by month; what they do not cover the owners bring.
    private void build(Realization draw, UnleveredCashFlow before) {
        int start = project.timeline().buildStart();
        int length = project.timeline().buildMonths();
        int months = before.operations().months();
        double drawn = 0;
        for (int k = 0; k < length; k++) {
            int m = start + k;
            if (m >= draw.seized() || m >= months) {
                stopDrawing(drawn);
                break;
            }
            lines.draws()[m] = planned[k];
            lines.carry()[m] = carried[k];
            drawn += lines.draws()[m];
            lines.equityIn()[m] += before.operations().spending().capex()[m]
                    - before.grants()[m]
                    + lines.carry()[m]
                    - lines.draws()[m]
                    + (k == length - 1 ? plan.reserve() : 0);
            reserve += k == length - 1 ? plan.reserve() : 0;
        }
        if (length == 0) {
            double all = Arrays.stream(contract.debt()).sum();
            lines.draws()[0] += all;
            lines.equityIn()[0] += plan.reserve() - all;
            reserve = plan.reserve();
        }
        for (int m = 0; m < Math.max(1, contract.first()); m++) {
            if (Math.abs(lines.equityIn()[m]) < ROUNDING * plan.cost()) {
                lines.equityIn()[m] = 0; // the loans pay for it all
            }
        }
    }

    /// What was not drawn yet when everything was lost is not owed.
    private void stopDrawing(double drawn) {
        double all = 0;
        for (double[] draws : plan.construction().draws()) {
            all += Arrays.stream(draws).sum();
        }
        for (int i = 0; i < balance.length && all > 0; i++) {
            balance[i] *= Math.min(1, drawn / all);
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

    /// Opens a service period. Once nothing is owed, reserved or kept back there is no debt to walk through; what
    /// is less than rounding is forgiven.
    private boolean indebted(int k) {
        boolean debt = owes() || (book.defaulted < 0 ? reserve > 0 || retained > 0 : !claims.closed());
        book.open(k, debt);
        return debt;
    }

    /// All is the owners'.
    private void free(int k, int m) {
        book.injected[k] = Math.max(0, -book.cfads[k]);
        book.distributed[k] = Math.max(0, book.cfads[k]);
        book.state[k] = CreditState.FREE;
        lines.equityIn()[m] += book.injected[k];
        lines.distributed()[m] += book.distributed[k];
    }

    private double principal(int i, int k) {
        return k < schedule[i].length ? Math.min(schedule[i][k], balance[i]) : 0;
    }

    /// Guarantee fees and premiums; none after a default.
    private double fees(int k) {
        double sum = 0;
        for (int i = 0; i < balance.length && book.defaulted < 0; i++) {
            book.fee[i][k] = contract.feeRate()[i] * balance[i];
            sum += book.fee[i][k];
        }
        return sum;
    }

    private double interest(int k) {
        double sum = 0;
        seniorDue = 0;
        for (int i = 0; i < balance.length; i++) {
            double interest = balance[i] * rate[i];
            double principal = principal(i, k);
            book.opening[i][k] = balance[i];
            book.interest[i][k] = interest;
            book.principal[i][k] = principal;
            sum += interest;
            seniorDue += senior[i] ? interest + Math.max(0, principal) : 0;
        }
        return sum;
    }

    private void service(int k, int m, boolean last, boolean debt) {
        book.retainedBefore[k] = retained;
        if (book.defaulted >= 0) {
            retained = claims.collect(k, last, retained);
            lines.distributed()[m] += book.distributed[k];
            advance(debt, k);
            return;
        }
        if (!debt) {
            free(k, m);
            return;
        }
        double cash = inject(k, retained + book.cfads[k]);
        cash = paySenior(k, cash);
        cash = topUp(k, cash);
        cash -= junior ? pay(false, k, cash) : 0;
        breached = breach(k) ? breached + 1 : 0;
        lines.equityIn()[m] += book.injected[k] + book.sponsor[k];
        CreditState.Cause cause = cause(k, m, last);
        if (cause != CreditState.Cause.NONE) {
            fall(k, m, last, cause, cash);
            return;
        }
        release(k, m, cash);
    }

    /// What is left goes to owners, unless it is locked up.
    private void release(int k, int m, double left) {
        double cash = left;
        boolean locked = locked(k);
        if (!locked && contract.sweep() > 0) {
            cash -= sweep(k, cash * contract.sweep());
        }
        retained = locked ? cash : 0;
        book.retained[k] = retained;
        book.distributed[k] = locked ? 0 : cash;
        book.reserve[k] = reserve;
        book.state[k] = breached > 0
                ? CreditState.BREACH
                : locked ? CreditState.LOCKED : owes() ? CreditState.SERVICE : CreditState.FREE;
        lines.distributed()[m] += book.distributed[k];
        advance(true, k);
    }

    /// The scheduled balances after the period.
    private void advance(boolean debt, int k) {
        for (int i = 0; i < balance.length && debt; i++) {
            balance[i] -= book.principal[i][k];
            if (book.swept[i][k] > 0) {
                shorten(i, Math.min(book.swept[i][k], balance[i]));
            }
        }
    }

    /// Early repayment shortens the loan from its end.
    private void shorten(int i, double amount) {
        balance[i] -= amount;
        double left = amount;
        for (int k = schedule[i].length - 1; k >= 0 && left > 0; k--) {
            double cut = Math.min(left, Math.max(0, schedule[i][k]));
            schedule[i][k] -= cut;
            left -= cut;
        }
    }

    private boolean owes() {
        double sum = 0;
        for (int i = 0; i < balance.length; i++) {
            sum += balance[i] + arrears[i];
        }
        return sum > contract.dust();
    }

    /// What is owed after the period.
    private double after(int k) {
        double sum = 0;
        for (int i = 0; i < balance.length; i++) {
            sum += arrears[i] + Math.max(0, balance[i] - book.principal[i][k]);
        }
        return sum;
    }

    /// Losses are the owners' as long as nothing is owed; else sponsors pay up to their limit.
    private double inject(int k, double cash) {
        double need = Math.max(0, -cash);
        boolean bound = need > 0 && owes();
        double paid = bound ? Math.min(need, sponsorLeft) : need;
        sponsorLeft -= bound ? paid : 0;
        book.injected[k] = paid;
        book.idle[k] = need - paid;
        return Math.max(0, cash);
    }

    private double paySenior(int k, double cash) {
        double due = due(true, k);
        double own = Math.min(due, cash);
        double fromReserve = Math.min(reserve, due - own);
        double sponsor = Math.min(sponsorLeft, due - own - fromReserve);
        reserve -= fromReserve;
        sponsorLeft -= sponsor;
        book.fromReserve[k] += fromReserve;
        book.sponsor[k] = sponsor;
        share(true, k, due, own + fromReserve + sponsor);
        return cash - own;
    }

    /// Arrears with their interest, interest and principal of a rank.
    private double due(boolean first, int k) {
        double all = 0;
        for (int i = 0; i < owed.length; i++) {
            owed[i] = 0;
            if (senior[i] == first) {
                owed[i] = arrears[i] * (1 + rate[i]) + book.interest[i][k] + book.principal[i][k];
                all += owed[i];
            }
        }
        return all;
    }

    /// Pays a rank from what there is.
    /// @return what was paid
    private double pay(boolean first, int k, double cash) {
        double all = due(first, k);
        double paid = Math.min(all, Math.max(0, cash));
        share(first, k, all, paid);
        return paid;
    }

    /// Shares out a payment to a rank in proportion to what is owed.
    private void share(boolean first, int k, double all, double paid) {
        double share = all > 0 ? Math.min(all, paid) / all : 0;
        unpaid = first ? 0 : unpaid;
        for (int i = 0; i < owed.length; i++) {
            if (senior[i] == first) {
                double own = owed[i] * share;
                double left = owed[i] - own;
                book.paid[i][k] = own;
                book.lost[i][k] = Math.min(book.interest[i][k] + book.principal[i][k], left);
                arrears[i] = left;
                book.arrears[i][k] = left;
                unpaid = Math.max(unpaid, left);
            }
        }
    }

    private double topUp(int k, double cash) {
        double target = contract.dsra() > 0 ? nextService(k + 1) * contract.dsra() : 0;
        double more = Math.min(cash, Math.max(0, target - reserve));
        double released = Math.max(0, reserve - target);
        reserve += more - released;
        book.toReserve[k] = more;
        book.fromReserve[k] += released;
        return cash + released - more;
    }

    /// Senior service of the next period.
    private double nextService(int next) {
        double due = 0;
        for (int i = 0; i < balance.length; i++) {
            if (senior[i] && next < schedule[i].length) {
                double left = balance[i] - book.principal[i][next - 1];
                due += left * rate[i] + Math.min(schedule[i][next], Math.max(0, left));
            }
        }
        return due;
    }

    private boolean breach(int k) {
        boolean late = false;
        for (int i = 0; i < arrears.length && unpaid > contract.dust(); i++) {
            boolean waits = contract.deferral() && k < schedule[i].length - 1;
            late |= arrears[i] > contract.dust() && !waits;
        }
        boolean thin = ratio > 0 && seniorDue > contract.dust() && book.cfads[k] < ratio * seniorDue;
        return late || thin;
    }

    private CreditState.Cause cause(int k, int m, boolean last) {
        boolean open = unpaid > contract.dust();
        boolean late = breached > cure || (last && open);
        if (m < seized && !late && !(book.idle[k] > contract.dust())) {
            return CreditState.Cause.NONE;
        }
        if (!(after(k) > contract.dust())) {
            return CreditState.Cause.NONE;
        }
        if (m >= seized) {
            return CreditState.Cause.SEIZED;
        }
        if (book.idle[k] > contract.dust()) {
            return CreditState.Cause.INSOLVENT;
        }
        return open ? CreditState.Cause.UNPAID : CreditState.Cause.RATIO;
    }

    /// Everything is due.
    private void fall(int k, int m, boolean last, CreditState.Cause cause, double cash) {
        book.cause = cause;
        book.defaulted = k;
        for (int i = 0; i < balance.length; i++) {
            book.exposure[i] = arrears[i] + Math.max(0, balance[i] - book.principal[i][k]);
        }
        Arrays.fill(arrears, 0);
        unpaid = 0;
        double fromReserve = reserve;
        reserve = 0;
        book.fromReserve[k] += fromReserve;
        retained = claims.open(k, last, cause, fromReserve, cash);
        lines.equityIn()[m] += claims.recourse();
        lines.distributed()[m] += book.distributed[k];
        advance(true, k);
    }

    private boolean locked(int k) {
        boolean open = false;
        for (int i = 0; i < arrears.length && unpaid > contract.dust(); i++) {
            open |= senior[i] && arrears[i] > contract.dust();
        }
        return seniorDue > contract.dust() && (open || book.cfads[k] < contract.lockUp() * seniorDue);
    }

    /// Early repayment of senior loans in proportion to what is left after this period.
    private double sweep(int k, double amount) {
        double all = 0;
        for (int i = 0; i < balance.length && amount > 0; i++) {
            all += contract.senior()[i] ? Math.max(0, balance[i] - book.principal[i][k]) : 0;
        }
        double share = all > 0 ? Math.min(1, amount / all) : 0;
        for (int i = 0; i < balance.length; i++) {
            double left = Math.max(0, balance[i] - book.principal[i][k]);
            book.swept[i][k] = contract.senior()[i] ? share * left : 0;
        }
        return share * all;
    }

    // ---------------------------------------------------------------- what is kept

    private Period period(int k, int months) {
        int from = contract.first() + k * contract.step();
        List<LoanPeriod> loans = new ArrayList<>();
        for (int i = 0; i < balance.length; i++) {
            loans.add(new LoanPeriod(
                    plan.loans().get(i).loan().id(),
                    contract.senior()[i],
                    book.opening[i][k],
                    book.interest[i][k],
                    book.principal[i][k],
                    book.paid[i][k],
                    book.guaranteed[i][k],
                    book.insured[i][k],
                    book.swept[i][k],
                    book.arrears[i][k],
                    book.lost[i][k],
                    new CashFlow.Collected(book.recovered[i][k], book.passed[i][k], book.compensated[i][k])));
        }
        Accounts kept = new Accounts(
                book.retainedBefore[k],
                book.injected[k],
                book.fromReserve[k],
                book.sponsor[k],
                book.toReserve[k],
                book.retained[k],
                book.distributed[k],
                book.reserve[k],
                book.state[k] == CreditState.LOCKED,
                new CashFlow.Collection(book.idle[k], book.buyer[k], book.cost[k]));
        int until = Math.min(from + contract.step(), months);
        return new Period(k + 1, from, until, book.cfads[k], loans, kept, book.state[k]);
    }
}
