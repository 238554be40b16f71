package org.genryu.value.cash;

import java.util.Arrays;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.value.project.FinanceTerms;

/// How is a loan repaid, and how large may it be?
///
/// Sculpted: DS_t = max(CFADS_t/DSCR, r B_{t-1}), so that principal is never below 0: backward from B_n = 0,
/// B_{t-1} = max(B_t, (B_t + CFADS_t/DSCR)/(1+r)), D = B_0. Where the interest is larger than what the cash
/// carries it is due all the same; who capitalises by name pays DS_t = CFADS_t/DSCR and D = Σ DS_t/(1+r)^t.
/// Both are proportional to the cash, so a smaller loan has the same shape.
///
/// level: D = DS (1-(1+r)^-n)/r with DS = min CFADS/DSCR; equal: principal D/n; bullet: principal D at n.
/// Interest on the opening balance, principal = DS - interest. Negative CFADS lends nothing: max(CFADS, 0).
///
/// @param debt D [currency] at the start of the first period
/// @param interest [currency] by period
/// @param principal [currency] by period; below 0 only where a loan capitalises by name
public record Repayment(double debt, double[] interest, double[] principal) {

    public double service(int t) {
        return interest[t] + principal[t];
    }

    /// Opening balance of each period, and the balance after the last.
    public double[] balance() {
        double[] out = new double[principal.length + 1];
        out[0] = debt;
        for (int t = 0; t < principal.length; t++) {
            out[t + 1] = out[t] - principal[t];
        }
        return out;
    }

    /// The largest loan whose service stays within CFADS / DSCR in every period after the grace, in the given
    /// shape. Interest during the grace does not limit it: at the start of output cash is low, and owners or
    /// reserves stand in.
    /// @param carry [currency] CFADS / DSCR by period, less what ranks before
    /// @param rate a period
    /// @param grace periods with interest only
    public static double capacity(
            double[] carry, double rate, int grace, FinanceTerms.Shape shape, boolean capitalises) {
        double[] one = of(1, carry, rate, grace, shape, capitalises).services();
        if (shape == FinanceTerms.Shape.SCULPTED) {
            return sculpted(carry, rate, grace, capitalises);
        }
        double most = Double.MAX_VALUE;
        for (int t = grace; t < carry.length; t++) {
            if (one[t] > 0) {
                most = Math.min(most, Math.max(carry[t], 0) / one[t]);
            }
        }
        return most == Double.MAX_VALUE ? 0 : most;
    }

    /// The schedule of a loan of `debt`.
    /// @param carry what a sculpted service is proportional to
    public static Repayment of(
            double debt, double[] carry, double rate, int grace, FinanceTerms.Shape shape, boolean capitalises) {
        int n = carry.length;
        Check.that(grace < n, "Repayment: grace is %s of %s periods; one must be left to repay in.", grace, n);
        int left = n - grace;
        double scale = shape == FinanceTerms.Shape.SCULPTED ? scale(debt, carry, rate, grace, capitalises) : 0;
        double level = rate > 0 ? debt * rate / -Math.expm1(-left * Math.log1p(rate)) : debt / left;
        double[] interest = new double[n];
        double[] principal = new double[n];
        double owed = debt;
        for (int t = 0; t < n; t++) {
            interest[t] = owed * rate;
            if (t >= grace) {
                principal[t] = switch (shape) {
                    case SCULPTED -> {
                        double own = scale * Math.max(carry[t], 0) - interest[t];
                        yield scale > 0 ? (capitalises ? own : Math.clamp(own, 0, Math.max(0, owed))) : debt / left;
                    }
                    case LEVEL -> level - interest[t];
                    case EQUAL -> debt / left;
                    case BULLET -> t == n - 1 ? debt : 0;
                };
            }
            if (t == n - 1) {
                principal[t] = owed; // what rounding has left, so that the balance ends at zero
            }
            owed -= principal[t];
        }
        return new Repayment(debt, interest, principal);
    }

    /// Service in proportion to max(carry, 0); 0 where there is nothing to be proportional to.
    private static double scale(double debt, double[] carry, double rate, int grace, boolean capitalises) {
        double most = sculpted(carry, rate, grace, capitalises);
        return most > 0 ? debt / most : 0;
    }

    /// Backward from the last period: what the cash of the periods to come carries.
    private static double sculpted(double[] carry, double rate, int grace, boolean capitalises) {
        double carried = 0;
        for (int t = carry.length - 1; t >= grace; t--) {
            double more = (carried + Math.max(carry[t], 0)) / (1 + rate);
            carried = capitalises ? more : Math.max(carried, more);
        }
        return carried;
    }

    private double[] services() {
        double[] out = new double[principal.length];
        Arrays.setAll(out, this::service);
        return out;
    }

    /// Why a loan that is sized on the cash flow is sized to nil.
    /// @param grace periods with interest only
    /// @param cfads [currency] by period
    /// @param periods of the loan, grace included
    static Text nothing(FinanceTerms.Loan loan, int grace, double[] cfads, int periods) {
        int first = -1;
        boolean any = false;
        for (int k = grace; k < Math.min(cfads.length, periods); k++) {
            first = first < 0 && cfads[k] <= 0 ? k : first;
            any |= cfads[k] > 0;
        }
        String start = "Loan '" + loan.id() + "' is sized to nil: ";
        String ja = "借入「" + loan.id() + "」の額はゼロです。";
        if (!any) {
            return new Text(start + "no service period has cash to serve it.", ja + "元利に充てられる収支のある返済期がありません。");
        }
        if (first >= 0 && loan.shape() != FinanceTerms.Shape.SCULPTED) {
            return new Text(
                    start + "its service may be no larger than the least cash flow allows, and service period "
                            + (first + 1)
                            + " has none. Maybe a grace period (`grace`) or the shape `sculpted` is meant.",
                    ja + "元利は最も少ない収支に収まらなければなりませんが、第" + (first + 1)
                            + "返済期には収支がありません。対処案: 据置期間（`grace`）を設けるか、`sculpted` にしてください。");
        }
        return new Text(
                start + "the gearing, or the loans that rank before it, leave nothing for it.",
                ja + "借入比率の上限か、先順位の借入のため、残りがありません。");
    }
}
