package org.genryu.value.cash;

import java.util.ArrayList;
import java.util.List;
import org.genryu.value.cash.CashFlow.Period;

/// How well does the cash cover the debt? By service period, with the least and the mean of each.
///
/// DSCR_t = CFADS_t / DS_t; LLCR_t = Σ_{s=t..m} CFADS_s (1+r)^-(s-t+1) / B_{t-1}, m the last period with debt;
/// PLCR_t the same to the end of the project; ICR_t = CFADS_t / interest_t; r the mean rate of the senior loans,
/// weighted by balance. `senior` ratios count senior debt only. Undefined where nothing is due or owed.
///
/// average life = Σ t principal_t / Σ principal [yr after completion]; tail = end of the project - last service [yr]
///
/// @param dscr senior, by service period
/// @param totalDscr with all loans, by service period
public record Ratios(
        List<Answer> dscr,
        List<Answer> totalDscr,
        List<Answer> llcr,
        List<Answer> plcr,
        List<Answer> icr,
        Answer averageLife,
        Answer tail) {
    private static final Answer NOTHING_DUE = Answer.none("no debt service is due in this period", "この期に返済予定がありません");
    private static final Answer NOTHING_OWED = Answer.none("nothing is owed any more", "残高がありません");
    private static final Answer NO_DEBT = Answer.none("the project has no loan", "借入がありません");
    private static final Answer NO_ROOM =
            Answer.none("the cash flow carries no debt: every loan is sized to nil", "収支が借入を支えられず、借入額はゼロです");
    /// Balances below this share of the first are rounding.
    private static final double DUST = 1e-9;

    public static Ratios of(CashFlow flow) {
        List<Period> all = flow.periods();
        List<Answer> dscr = new ArrayList<>();
        List<Answer> total = new ArrayList<>();
        List<Answer> icr = new ArrayList<>();
        double size = all.isEmpty() ? 0 : all.getFirst().opening(false);
        if (flow.plan().debt() <= DUST * flow.plan().cost()) {
            Answer none = flow.plan().loans().isEmpty() ? NO_DEBT : NO_ROOM;
            List<Answer> each = java.util.Collections.nCopies(all.size(), none);
            return new Ratios(each, each, each, each, each, none, none);
        }
        for (Period p : all) {
            dscr.add(over(p.cfads(), p.due(true), size));
            total.add(over(p.cfads(), p.due(false), size));
            icr.add(over(p.cfads(), p.interest(), size));
        }
        return new Ratios(
                dscr,
                total,
                cover(flow, lastDebt(all, size)),
                cover(flow, all.size()),
                icr,
                life(flow),
                tail(flow, size));
    }

    private static Answer over(double cash, double due, double size) {
        return due > DUST * size ? new Answer.Value(cash / due) : NOTHING_DUE;
    }

    /// Number of periods until the last with senior debt.
    private static int lastDebt(List<Period> all, double size) {
        int last = 0;
        for (int k = 0; k < all.size(); k++) {
            last = all.get(k).opening(true) > DUST * size ? k + 1 : last;
        }
        return last;
    }

    private static List<Answer> cover(CashFlow flow, int until) {
        List<Period> all = flow.periods();
        double rate = rate(flow);
        double size = all.isEmpty() ? 0 : all.getFirst().opening(true);
        Answer[] out = new Answer[all.size()];
        double value = 0;
        for (int k = all.size() - 1; k >= 0; k--) {
            value = (value + (k < until ? all.get(k).cfads() : 0)) / (1 + rate);
            double owed = all.get(k).opening(true);
            out[k] = owed > DUST * size && k < until ? new Answer.Value(value / owed) : NOTHING_OWED;
        }
        return List.of(out);
    }

    private static double rate(CashFlow flow) {
        double weighted = 0;
        double all = 0;
        int step = flow.project().finance().terms().serviceMonths();
        for (DebtPlan.Planned p : flow.plan().loans()) {
            if (p.loan().rank() == org.genryu.value.project.Finance.Rank.SENIOR) {
                weighted +=
                        p.repayment().debt() * DebtPlan.periodic(p.loan().rate().central(), step);
                all += p.repayment().debt();
            }
        }
        return all > 0 ? weighted / all : 0;
    }

    private static Answer life(CashFlow flow) {
        double weighted = 0;
        double all = 0;
        int first = flow.project().timeline().operateStart();
        for (Period p : flow.periods()) {
            double principal = p.loans().stream()
                    .mapToDouble(l -> l.principal() + l.swept())
                    .sum();
            weighted += principal * (p.until() - first) / 12.0;
            all += principal;
        }
        return all > 0 ? new Answer.Value(weighted / all) : NO_DEBT;
    }

    private static Answer tail(CashFlow flow, double size) {
        int last = lastDebt(flow.periods(), size);
        if (last == 0) {
            return NO_DEBT;
        }
        int end = flow.before().operations().end();
        return new Answer.Value((end - flow.periods().get(last - 1).until()) / 12.0);
    }

    /// The least of what is defined.
    public static Answer least(List<Answer> ratios) {
        return ratios.stream()
                .flatMap(a -> a.found().stream())
                .min(Double::compare)
                .<Answer>map(Answer.Value::new)
                .orElseGet(() -> reason(ratios));
    }

    /// Why none of them is defined.
    private static Answer reason(List<Answer> ratios) {
        return ratios.isEmpty() ? NO_DEBT : ratios.getFirst();
    }

    public static Answer mean(List<Answer> ratios) {
        List<Double> known = ratios.stream().flatMap(a -> a.found().stream()).toList();
        return known.isEmpty()
                ? reason(ratios)
                : new Answer.Value(known.stream().mapToDouble(d -> d).sum() / known.size());
    }
}
