package org.genryu.value.cash;

import java.util.Arrays;

/// What happens in each service period of one future, as plain arrays: written by [CashWaterfall], read by
/// whoever counts over futures. [CashFlow.Period] says what each number is.
public final class ServiceBook {
    public final double[] cfads;
    public final double[] retainedBefore;
    public final double[] injected;
    public final double[] fromReserve;
    public final double[] sponsor;
    public final double[] idle;
    public final double[] buyer;
    public final double[] cost;
    public final double[] toReserve;
    public final double[] retained;
    public final double[] distributed;
    public final double[] reserve;
    public final CreditState[] state;
    public final double[][] opening;
    public final double[][] interest;
    public final double[][] principal;
    public final double[][] paid;
    public final double[][] swept;
    public final double[][] arrears;
    public final double[][] lost;
    public final double[][] guaranteed;
    public final double[][] insured;
    public final double[][] compensated;
    public final double[][] recovered;
    public final double[][] passed;
    public final double[][] fee;

    /// Claim at default, by loan.
    public final double[] exposure;

    /// Value at default, at the loan's rate, of all that is recovered, by loan.
    public final double[] recovery;

    public int periods;
    /// Service period of the default; -1 if there is none.
    public int defaulted;

    public CreditState.Cause cause = CreditState.Cause.NONE;

    ServiceBook(int loans, int most) {
        cfads = new double[most];
        retainedBefore = new double[most];
        injected = new double[most];
        fromReserve = new double[most];
        sponsor = new double[most];
        idle = new double[most];
        buyer = new double[most];
        cost = new double[most];
        toReserve = new double[most];
        retained = new double[most];
        distributed = new double[most];
        reserve = new double[most];
        state = new CreditState[most];
        opening = new double[loans][most];
        interest = new double[loans][most];
        principal = new double[loans][most];
        paid = new double[loans][most];
        swept = new double[loans][most];
        arrears = new double[loans][most];
        lost = new double[loans][most];
        guaranteed = new double[loans][most];
        insured = new double[loans][most];
        compensated = new double[loans][most];
        recovered = new double[loans][most];
        passed = new double[loans][most];
        fee = new double[loans][most];
        exposure = new double[loans];
        recovery = new double[loans];
    }

    void begin() {
        periods = 0;
        defaulted = -1;
        cause = CreditState.Cause.NONE;
        Arrays.fill(exposure, 0);
        Arrays.fill(recovery, 0);
    }

    /// Wipes a period; what is not written stays nil.
    void open(int k) {
        periods = k + 1;
        cfads[k] = 0;
        retainedBefore[k] = 0;
        injected[k] = 0;
        fromReserve[k] = 0;
        sponsor[k] = 0;
        idle[k] = 0;
        buyer[k] = 0;
        cost[k] = 0;
        toReserve[k] = 0;
        retained[k] = 0;
        distributed[k] = 0;
        reserve[k] = 0;
        state[k] = CreditState.SERVICE;
        for (int i = 0; i < opening.length; i++) {
            opening[i][k] = 0;
            interest[i][k] = 0;
            principal[i][k] = 0;
            paid[i][k] = 0;
            swept[i][k] = 0;
            arrears[i][k] = 0;
            lost[i][k] = 0;
            fee[i][k] = 0;
            guaranteed[i][k] = 0;
            insured[i][k] = 0;
            compensated[i][k] = 0;
            recovered[i][k] = 0;
            passed[i][k] = 0;
        }
    }

    /// Share of a loan's claim that is not recovered, at the loan's rate, in [0, 1].
    public double lossShare(int i) {
        return exposure[i] > 0 ? Math.clamp(1 - recovery[i] / exposure[i], 0, 1) : 0;
    }
}
