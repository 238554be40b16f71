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
public record DebtRatios(
        List<Metric> dscr,
        List<Metric> totalDscr,
        List<Metric> llcr,
        List<Metric> plcr,
        List<Metric> icr,
        Metric averageLife,
        Metric tail) {
    private static final Metric NOTHING_DUE = Metric.none("no debt service is due in this period", "この期に返済予定がありません");
    private static final Metric NOTHING_OWED = Metric.none("nothing is owed any more", "残高がありません");
    private static final Metric NO_DEBT = Metric.none("the project has no loan", "借入がありません");
    private static final Metric NO_ROOM =
            Metric.none("the cash flow carries no debt: every loan is sized to nil", "収支が借入を支えられず、借入額はゼロです");
    /// Balances below this share of the first are rounding.
    private static final double DUST = 1e-9;

    public static DebtRatios of(CashFlow flow) {
        List<Period> all = flow.periods();
        List<Metric> dscr = new ArrayList<>();
        List<Metric> total = new ArrayList<>();
        List<Metric> icr = new ArrayList<>();
        double size = all.isEmpty() ? 0 : all.getFirst().opening(false);
        if (flow.plan().debt() <= DUST * flow.plan().cost()) {
            Metric none = flow.plan().loans().isEmpty() ? NO_DEBT : NO_ROOM;
            List<Metric> each = java.util.Collections.nCopies(all.size(), none);
            return new DebtRatios(each, each, each, each, each, none, none);
        }
        for (Period p : all) {
            dscr.add(over(p.cfads(), p.due(true), size));
            total.add(over(p.cfads(), p.due(false), size));
            icr.add(over(p.cfads(), p.interest(), size));
        }
        return new DebtRatios(
                dscr,
                total,
                cover(flow, lastDebt(all, size)),
                cover(flow, all.size()),
                icr,
                life(flow),
                tail(flow, size));
    }

    private static Metric over(double cash, double due, double size) {
        return due > DUST * size ? new Metric.Value(cash / due) : NOTHING_DUE;
    }

    /// Number of periods until the last with senior debt.
    private static int lastDebt(List<Period> all, double size) {
        int last = 0;
        for (int k = 0; k < all.size(); k++) {
            last = all.get(k).opening(true) > DUST * size ? k + 1 : last;
        }
        return last;
    }

    private static List<Metric> cover(CashFlow flow, int until) {
        List<Period> all = flow.periods();
        double rate = rate(flow);
        double size = all.isEmpty() ? 0 : all.getFirst().opening(true);
        Metric[] out = new Metric[all.size()];
        double value = 0;
        for (int k = all.size() - 1; k >= 0; k--) {
            value = (value + (k < until ? all.get(k).cfads() : 0)) / (1 + rate);
            double owed = all.get(k).opening(true);
            out[k] = owed > DUST * size && k < until ? new Metric.Value(value / owed) : NOTHING_OWED;
        }
        return List.of(out);
    }

    private static double rate(CashFlow flow) {
        double weighted = 0;
        double all = 0;
        int step = flow.project().finance().terms().serviceMonths();
        for (DebtPlan.Planned p : flow.plan().loans()) {
            if (p.loan().rank() == org.genryu.value.project.FinanceTerms.Rank.SENIOR) {
                weighted +=
                        p.repayment().debt() * DebtPlan.periodic(p.loan().rate().central(), step);
                all += p.repayment().debt();
            }
        }
        return all > 0 ? weighted / all : 0;
    }

    private static Metric life(CashFlow flow) {
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
        return all > 0 ? new Metric.Value(weighted / all) : NO_DEBT;
    }

    private static Metric tail(CashFlow flow, double size) {
        int last = lastDebt(flow.periods(), size);
        if (last == 0) {
            return NO_DEBT;
        }
        int end = flow.before().operations().end();
        return new Metric.Value((end - flow.periods().get(last - 1).until()) / 12.0);
    }

    /// LLCR at the first service.
    public Metric first() {
        return llcr.isEmpty() ? NO_DEBT : llcr.getFirst();
    }

    /// The least of what is defined.
    public static Metric least(List<Metric> ratios) {
        return ratios.stream()
                .flatMap(a -> a.found().stream())
                .min(Double::compare)
                .<Metric>map(Metric.Value::new)
                .orElseGet(() -> reason(ratios));
    }

    /// Why none of them is defined.
    private static Metric reason(List<Metric> ratios) {
        return ratios.isEmpty() ? NO_DEBT : ratios.getFirst();
    }

    public static Metric mean(List<Metric> ratios) {
        List<Double> known = ratios.stream().flatMap(a -> a.found().stream()).toList();
        return known.isEmpty()
                ? reason(ratios)
                : new Metric.Value(known.stream().mapToDouble(d -> d).sum() / known.size());
    }
}
