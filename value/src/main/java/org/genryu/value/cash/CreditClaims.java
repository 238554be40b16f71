package org.genryu.value.cash;

import java.util.Arrays;
import org.genryu.value.project.FinanceTerms.Remedy;

/// What do lenders and the givers of covers get after a default?
///
/// claim = arrears + whole balance, at the default after what was still paid (EAD); it grows at the loan's
/// rate. compensation of a state = its share · claim; insurers: their cover · the rest, after the waiting
/// time, up to the limit; guarantors: cover · what then remains; from then on they stand in the lender's
/// place for what they paid.
///
/// Paid on claims at once: the reserve account and the sponsors' recourse. Workout: the project's cash is
/// kept until the lag has passed, and from then on paid out each period until the claims are settled; a plant
/// that would lose more than it costs to stand idle (the share of the fixed costs that goes on while stopped)
/// stands idle, and what that costs is carried before the claims; carried to the end, nobody pays it. Sale:
/// share · all claims after the lag, no later than the last period; the cash of the project is the buyer's.
/// The cost comes first. Senior before junior, loans of a rank by their claims; within a loan lender and
/// givers by what each is owed, or the lender first.
///
/// recovered <= claim with its interest, so loss given default = 1 - Σ recovered (1+r)^-lag / EAD lies in [0,
/// 1].
final class CreditClaims {
    private final ServiceContract contract;
    private final ServiceBook book;
    private final double[] lender;
    private final double[] givers;
    private final double[] worth;
    private double share;
    private double recourse;
    private final double[] insured;
    private double proceeds;
    private double upkeep;
    private int emerges;
    private boolean closed;

    CreditClaims(ServiceContract contract, ServiceBook book) {
        this.contract = contract;
        this.book = book;
        this.lender = new double[contract.loans()];
        this.givers = new double[contract.loans()];
        this.insured = new double[contract.loans()];
        this.worth = new double[contract.loans()];
    }

    /// @param recovered share of the claim that a sale brings in this future
    void begin(double recovered) {
        share = recovered;
        recourse = 0;
        proceeds = 0;
        closed = false;
        Arrays.fill(lender, 0);
        Arrays.fill(givers, 0);
    }

    /// Nothing is owed any more, by nobody; what is less than rounding is forgiven.
    boolean closed() {
        return closed;
    }

    /// What the plant costs in the coming period if it stands idle.
    void standing(double cost) {
        upkeep = cost;
    }

    double recourse() {
        return recourse;
    }

    /// The period of the default.
    /// @param reserve what the reserve account still holds
    /// @param cash what is left of the period's cash
    /// @return cash that is kept
    double open(int k, boolean last, CreditState.Cause cause, double reserve, double cash) {
        boolean lost = cause == CreditState.Cause.SEIZED;
        book.state[k] = CreditState.DEFAULT;
        double all = 0;
        for (int i = 0; i < lender.length; i++) {
            double claim = book.exposure[i];
            worth[i] = 1;
            double state = lost ? contract.compensation() * claim : 0;
            double rest = claim - state;
            insured[i] =
                    Math.min(contract.limit()[i], rest * (lost ? contract.political()[i] : contract.commercial()[i]));
            double guaranteed = (rest - insured[i]) * contract.guaranteed()[i];
            book.compensated[i][k] = state;
            book.recovery[i] += state;
            book.guaranteed[i][k] = guaranteed;
            givers[i] = insured[i] + guaranteed;
            lender[i] = Math.max(0, rest - givers[i]);
            all += rest;
        }
        proceeds = lost ? 0 : share * all;
        recourse = Math.min(contract.remedies().recourse().central(), Math.max(0, all - reserve));
        book.sponsor[k] += recourse;
        double left = settle(k, reserve + recourse);
        emerges = k + contract.lag();
        return collected(k, last, cash + left);
    }

    /// A period after the default.
    /// @return cash that is kept
    double collect(int k, boolean last, double kept) {
        for (int i = 0; i < lender.length && !closed; i++) {
            lender[i] *= 1 + contract.rate()[i];
            givers[i] *= 1 + contract.rate()[i];
            worth[i] /= 1 + contract.rate()[i];
        }
        boolean sale = contract.remedies().way() == Remedy.SALE;
        if (sale) {
            book.buyer[k] = book.cfads[k];
        }
        double cash = sale ? kept : kept + Math.max(book.cfads[k], -upkeep);
        book.idle[k] = sale ? 0 : Math.max(0, -upkeep - book.cfads[k]);
        if (cash < 0 && last) {
            book.idle[k] -= cash;
            cash = 0;
        }
        return collected(k, last, cash);
    }

    private double collected(int k, boolean last, double cash) {
        if (closed) {
            book.state[k] = CreditState.EMERGED;
            book.distributed[k] = Math.max(0, cash);
            book.retained[k] = Math.min(0, cash);
            return book.retained[k];
        }
        boolean waits = false;
        for (int i = 0; i < insured.length; i++) {
            if (last || k >= book.defaulted + contract.waiting()[i]) {
                book.insured[i][k] = insured[i];
                insured[i] = 0;
            }
            waits |= insured[i] > 0;
        }
        boolean sale = contract.remedies().way() == Remedy.SALE;
        boolean pays = (last || k >= emerges) && cash >= 0;
        double kept = cash;
        if (pays && sale) {
            kept += proceeds;
            book.buyer[k] -= proceeds;
            proceeds = 0;
        }
        if (pays) {
            kept = settleAfterCost(k, kept);
        }
        boolean settled = open() <= contract.dust();
        if ((settled || last) && kept >= 0) {
            book.distributed[k] = kept;
            kept = 0;
        }
        if (book.state[k] != CreditState.DEFAULT) {
            book.state[k] = settled ? CreditState.EMERGED : sale && pays ? CreditState.SOLD : CreditState.WORKOUT;
        }
        closed = settled && !waits && proceeds <= 0;
        book.retained[k] = kept;
        return kept;
    }

    private double open() {
        double sum = 0;
        for (int i = 0; i < lender.length; i++) {
            sum += lender[i] + givers[i];
        }
        return sum;
    }

    private double settleAfterCost(int k, double cash) {
        double keeps = 1 - contract.remedies().cost().central();
        double paid = Math.min(cash * keeps, open());
        double gross = keeps > 0 ? Math.min(cash, paid / keeps) : cash;
        book.cost[k] = gross - paid;
        return cash - gross + settle(k, paid);
    }

    /// Pays on the claims by rank.
    /// @return what is left
    private double settle(int k, double amount) {
        double left = pay(k, amount, true);
        return pay(k, left, false);
    }

    private double pay(int k, double amount, boolean senior) {
        double all = 0;
        for (int i = 0; i < lender.length; i++) {
            all += contract.senior()[i] == senior ? lender[i] + givers[i] : 0;
        }
        double paid = Math.min(amount, all);
        if (!(paid > 0)) {
            return amount;
        }
        for (int i = 0; i < lender.length; i++) {
            if (contract.senior()[i] == senior) {
                one(k, i, (lender[i] + givers[i]) * (paid / all));
            }
        }
        return amount - paid;
    }

    private void one(int k, int i, double amount) {
        double claim = lender[i] + givers[i];
        double own =
                contract.lenderFirst()[i] ? Math.min(amount, lender[i]) : claim > 0 ? amount * (lender[i] / claim) : 0;
        lender[i] = Math.max(0, lender[i] - own);
        givers[i] = Math.max(0, givers[i] - (amount - own));
        book.recovered[i][k] += amount;
        book.passed[i][k] += amount - own;
        book.recovery[i] += amount * worth[i];
    }
}
