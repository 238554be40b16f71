package org.genryu.value.cash;

import java.util.Arrays;
import org.genryu.core.Check;
import org.genryu.value.project.FinanceTerms;

/// What does building cost with the interest and fees of its own finance, and who pays when?
///
/// Opening rule: IDC_t = r B_{t-1}; mid rule: IDC_t = r (B_{t-1} + draw_t/2); compound rule: IDC_t = r B_{t-1} +
/// ((1+r)^(1/2) - 1) draw_t. Pro rata: draw_t = g (c_t + IDC_t + fees_t), B_t = B_{t-1} + draw_t. Equity first: loans
/// draw what need remains after the equity; debt first: the other way. If interest is capitalised: draw_t = D c_t / Σ
/// c, B_t = B_{t-1} + draw_t + IDC_t + fees_t.
///
/// g = D / C with C = Σ need, so a loan of fixed amount is a fixed point in C; the map is a contraction (a step of C
/// changes C by about the interest on it) and is iterated until it stands still; `residual` is what is left.
///
/// @param need [currency] capex, reserve, and, where they are part of the cost, interest and fees, by step
/// @param draws [loan][step]
/// @param interest [loan][step]
/// @param fees [loan][step] upfront and commitment
/// @param balance [loan] at completion
/// @param cost C [currency]
/// @param residual relative
public record Construction(
        double[] need,
        double[][] draws,
        double[][] interest,
        double[][] fees,
        double[] balance,
        double cost,
        double residual) {
    private static final int MOST = 500;
    private static final double STILL = 1e-15;

    /// Terms of one loan while it is drawn.
    ///
    /// @param amount [currency] drawn; if `share` > 0 that share of the cost instead
    /// @param rate a step
    /// @param upfront share of the amount, in the first step
    /// @param commitment a step, on what is not drawn yet
    public record Line(double amount, double share, double rate, double upfront, double commitment) {}

    /// @param costs [currency] by step, capital cost less grants
    /// @param reserve [currency] put aside in the last step
    public static Construction of(
            double[] costs,
            double reserve,
            Line[] loans,
            FinanceTerms.Rule rule,
            FinanceTerms.Order order,
            boolean capitalised) {
        double cost = Arrays.stream(costs).sum() + reserve;
        if (costs.length == 0) {
            double[] all = Arrays.stream(loans)
                    .mapToDouble(l -> l.share > 0 ? l.share * cost : l.amount)
                    .toArray();
            double[][] none = new double[loans.length][0];
            return new Construction(new double[0], none, none, none, all, cost, 0);
        }
        if (capitalised) {
            return capitalised(costs, reserve, loans, rule);
        }
        Construction last = funded(costs, reserve, loans, rule, order, cost);
        double residual = Math.abs(last.cost - cost) / Math.max(1, last.cost);
        for (int i = 0; i < MOST && residual > STILL; i++) {
            double before = last.cost;
            last = funded(costs, reserve, loans, rule, order, before);
            residual = Math.abs(last.cost - before) / Math.max(1, last.cost);
        }
        return new Construction(last.need, last.draws, last.interest, last.fees, last.balance, last.cost, residual);
    }

    /// What a step costs on its draws: the interest of the step is opening · r + draw · this.
    private static double onDraw(FinanceTerms.Rule rule, double rate) {
        return switch (rule) {
            case OPENING -> 0;
            case MID -> rate / 2;
            case COMPOUND -> Math.sqrt(1 + rate) - 1;
        };
    }

    private static double amount(Line loan, double cost) {
        return loan.share > 0 ? loan.share * cost : loan.amount;
    }

    private static Construction funded(
            double[] costs,
            double reserve,
            Line[] loans,
            FinanceTerms.Rule rule,
            FinanceTerms.Order order,
            double guess) {
        int n = costs.length;
        double[] need = new double[n];
        double[][] draws = new double[loans.length][n];
        double[][] interest = new double[loans.length][n];
        double[][] fees = new double[loans.length][n];
        double[] balance = new double[loans.length];
        double debt = Arrays.stream(loans).mapToDouble(l -> amount(l, guess)).sum();
        double spent = 0;
        for (int t = 0; t < n; t++) {
            double fixed = costs[t] + (t == n - 1 ? reserve : 0);
            for (int i = 0; i < loans.length; i++) {
                double whole = amount(loans[i], guess);
                fees[i][t] =
                        (t == 0 ? loans[i].upfront * whole : 0) + loans[i].commitment * Math.max(0, whole - balance[i]);
                fixed += fees[i][t] + loans[i].rate * balance[i];
            }
            need[t] = need(fixed, loans, rule, order, new Step(spent, guess, debt));
            double drawn = drawn(order, new Step(spent, guess, debt), need[t]);
            for (int i = 0; i < loans.length; i++) {
                double part = debt > 0 ? amount(loans[i], guess) / debt : 0;
                draws[i][t] = drawn * part;
                interest[i][t] = loans[i].rate * balance[i] + onDraw(rule, loans[i].rate) * draws[i][t];
                balance[i] += draws[i][t];
            }
            spent += need[t];
        }
        return new Construction(need, draws, interest, fees, balance, spent, 0);
    }

    /// @param spent before the step
    /// @param cost C as guessed
    /// @param debt of all loans
    private record Step(double spent, double cost, double debt) {}

    /// need = fixed + Σ (interest on the draws that the need makes); a contraction by about half a step's interest.
    private static double need(
            double fixed, Line[] loans, FinanceTerms.Rule rule, FinanceTerms.Order order, Step step) {
        double weight = 0;
        for (Line loan : loans) {
            weight += step.debt > 0 ? amount(loan, step.cost) / step.debt * onDraw(rule, loan.rate) : 0;
        }
        double need = fixed;
        for (int i = 0; i < MOST; i++) {
            double next = fixed + weight * drawn(order, step, need);
            if (next == need) {
                break;
            }
            need = next;
        }
        return need;
    }

    private static double drawn(FinanceTerms.Order order, Step step, double need) {
        double equity = Math.max(0, step.cost - step.debt);
        return switch (order) {
            case PRO_RATA -> step.cost > 0 ? need * step.debt / step.cost : 0;
            case EQUITY_FIRST -> Math.max(0, step.spent + need - equity) - Math.max(0, step.spent - equity);
            case DEBT_FIRST -> Math.min(step.spent + need, step.debt) - Math.min(step.spent, step.debt);
        };
    }

    private static Construction capitalised(double[] costs, double reserve, Line[] loans, FinanceTerms.Rule rule) {
        int n = costs.length;
        double whole = Arrays.stream(costs).sum();
        double[] need = costs.clone();
        need[n - 1] += reserve;
        double[][] draws = new double[loans.length][n];
        double[][] interest = new double[loans.length][n];
        double[][] fees = new double[loans.length][n];
        double[] balance = new double[loans.length];
        for (int i = 0; i < loans.length; i++) {
            Line loan = loans[i];
            double amount = amount(loan, whole);
            double drawn = 0;
            for (int t = 0; t < n; t++) {
                fees[i][t] = (t == 0 ? loan.upfront * amount : 0) + loan.commitment * Math.max(0, amount - drawn);
                draws[i][t] = whole > 0 ? amount * costs[t] / whole : amount / n;
                interest[i][t] = loan.rate * balance[i] + onDraw(rule, loan.rate) * draws[i][t];
                balance[i] += draws[i][t] + interest[i][t] + fees[i][t];
                drawn += draws[i][t];
            }
        }
        double more = Arrays.stream(interest).flatMapToDouble(Arrays::stream).sum()
                + Arrays.stream(fees).flatMapToDouble(Arrays::stream).sum();
        Check.that(Double.isFinite(more), "Construction: interest is %s; it must be finite.", more);
        return new Construction(need, draws, interest, fees, balance, whole + reserve + more, 0);
    }
}
