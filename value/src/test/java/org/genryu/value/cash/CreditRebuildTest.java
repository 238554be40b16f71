package org.genryu.value.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Second solver, the plain way: one sheet with default, workout and guarantee written down again as a table
/// of years, with nothing of the program in it, and every line held against the program's.
class CreditRebuildTest {
    /// A few sums of amounts of about a hundred.
    private static final double LINE = 1e-10;

    private static final double[] CASH = {30, 27, 12, 9, 14, 40, 60, 5, 80};
    private static final double RATE = 0.08;
    private static final double COVER = 0.8;
    private static final double COST = 0.05;
    private static final double FEE = 0.01;

    private static CashFlow program() {
        return CreditContractTest.flow("""
                finance:
                  period: year
                  loans: [{loan: bank, amount: 100 USD, rate: 8 %, tenor: 5, shape: equal}]
                  reserves: {dsra: 6 months}
                  lock_up: {dscr: 1.1}
                  sponsor_support: 4 USD
                  default: {cure: 0, way: workout, lag: 24 months, cost: 5 %, recourse: 3 USD}
                supports: [{guarantee: {giver: g, of: bank, cover: 80 %, fee: 1.25 %}}]
                """, 12, CASH);
    }

    /// Columns: CFADS, interest, principal, paid, arrears, reserve, sponsor, retained, distributed,
    /// guaranteed, recovered, to the guarantor, cost.
    private static double[][] byHand() {
        double[][] out = new double[CASH.length][13];
        double balance = 100;
        double reserve = (100 * RATE + 20) / 2;
        double sponsor = 4;
        double kept = 0;
        double lender = 0;
        double guarantor = 0;
        int fell = -1;
        for (int t = 0; t < CASH.length; t++) {
            double[] row = out[t];
            double interest = balance * RATE;
            double principal = t < 5 ? 20 : 0;
            row[0] = CASH[t] - (fell < 0 ? FEE * balance : 0);
            row[1] = interest;
            row[2] = principal;
            if (fell < 0) {
                double due = interest + principal;
                double cash = kept + row[0];
                double own = Math.min(due, cash);
                double drawn = Math.min(reserve, due - own);
                double helped = Math.min(sponsor, due - own - drawn);
                row[3] = own + drawn + helped;
                row[4] = due - row[3];
                row[6] = helped;
                sponsor -= helped;
                reserve -= drawn;
                cash -= own;
                balance -= principal;
                double target = t < 4 ? (balance * RATE + 20) / 2 : 0;
                double more = Math.min(cash, Math.max(0, target - reserve));
                double less = Math.max(0, reserve - target);
                reserve += more - less;
                cash += less - more;
                if (row[4] > 1e-7) {
                    fell = t;
                    double claim = row[4] + balance;
                    row[9] = COVER * claim;
                    double at = reserve + 3;
                    row[6] += 3;
                    row[10] = at;
                    row[11] = at * COVER;
                    lender = claim * (1 - COVER) - at * (1 - COVER);
                    guarantor = claim * COVER - at * COVER;
                    reserve = 0;
                    kept = cash;
                } else {
                    boolean thin = row[0] < 1.1 * due && due > 0;
                    kept = thin ? cash : 0;
                    row[8] = thin ? 0 : cash;
                }
                row[5] = reserve;
                row[7] = kept;
                continue;
            }
            balance -= principal;
            lender *= 1 + RATE;
            guarantor *= 1 + RATE;
            double cash = kept + row[0];
            boolean pays = t >= fell + 2 || t == CASH.length - 1;
            if (pays) {
                double claims = lender + guarantor;
                double paid = Math.min(cash * (1 - COST), claims);
                row[12] = paid / (1 - COST) - paid;
                cash -= paid + row[12];
                row[10] = paid;
                row[11] = claims > 0 ? paid * (guarantor / claims) : 0;
                guarantor -= row[11];
                lender -= paid - row[11];
            }
            boolean settled = lender + guarantor < 1e-7;
            row[8] = settled || t == CASH.length - 1 ? cash : 0;
            kept = cash - row[8];
            row[7] = kept;
        }
        return out;
    }

    @Test
    void everyLineMustBeThatOfThePlainTable() {
        CashFlow flow = program();
        double[][] hand = byHand();
        assertThat(flow.cause()).isEqualTo(CreditState.Cause.UNPAID);
        assertThat(flow.periods()).anyMatch(p -> p.state() == CreditState.EMERGED);
        for (int t = 0; t < CASH.length; t++) {
            CashFlow.Period p = flow.periods().get(t);
            CashFlow.LoanPeriod l = p.loans().getFirst();
            double[] ours = {
                p.cfads(),
                l.interest(),
                l.principal(),
                l.paid(),
                l.arrears(),
                p.accounts().reserve(),
                p.accounts().sponsor(),
                p.accounts().retained(),
                p.accounts().distributed(),
                l.guaranteed(),
                l.collected().recovered(),
                l.collected().passed(),
                p.accounts().collection().cost()
            };
            for (int c = 0; c < ours.length; c++) {
                assertThat(ours[c]).as("year %s, column %s", t, c).isCloseTo(hand[t][c], within(LINE));
            }
        }
    }
}
