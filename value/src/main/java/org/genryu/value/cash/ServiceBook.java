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
    private final double[][] byPeriod;
    private final double[][][] byLoan;
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

    /// Service periods, from the first, up to the last with a loan or a claim; beyond it all lines by loan are nil.
    public int indebted;

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
        byPeriod = new double[][] {
            cfads,
            retainedBefore,
            injected,
            fromReserve,
            sponsor,
            idle,
            buyer,
            cost,
            toReserve,
            retained,
            distributed,
            reserve
        };
        byLoan = new double[][][] {
            opening,
            interest,
            principal,
            paid,
            swept,
            arrears,
            lost,
            guaranteed,
            insured,
            compensated,
            recovered,
            passed,
            fee
        };
        exposure = new double[loans];
        recovery = new double[loans];
    }

    /// Wipes what the future before has left; what is not written stays nil.
    void begin() {
        for (double[] line : byPeriod) {
            Arrays.fill(line, 0, periods, 0);
        }
        for (double[][] line : byLoan) {
            for (double[] loan : line) {
                Arrays.fill(loan, 0, indebted, 0);
            }
        }
        periods = 0;
        indebted = 0;
        defaulted = -1;
        cause = CreditState.Cause.NONE;
        Arrays.fill(exposure, 0);
        Arrays.fill(recovery, 0);
    }

    /// @param debt whether a loan or a claim is open
    void open(int k, boolean debt) {
        periods = k + 1;
        indebted = debt ? k + 1 : indebted;
        state[k] = CreditState.SERVICE;
    }

    /// Share of a loan's claim that is not recovered, at the loan's rate, in [0, 1].
    public double lossShare(int i) {
        return exposure[i] > 0 ? Math.clamp(1 - recovery[i] / exposure[i], 0, 1) : 0;
    }
}
