package org.genryu.share.contract;

import java.util.Locale;
import java.util.OptionalInt;
import org.genryu.core.Check;
import org.genryu.core.Text;

/// What do two states get of free cash that is shared half and half until the one that paid in has its
/// deemed amount, and 10 to 90 from then on? Paragraph 13 of the memorandum between Japan and the United
/// States of 4 September 2025. The flip may fall inside a period. The text leaves open what the deemed
/// amount is, so three readings stand side by side:
///
/// | reading | until the flip | the flip |
/// | --- | --- | --- |
/// | running balance | B := B (1 + rate) + draws, each gets c / 2, B := B - c / 2 | c ≥ 2 B: of 2 B each half, of the
/// rest 10 : 90 |
/// | fixed at signing | R = periods × level annuity on the principal, R := R - c / 2, no accrual | c ≥ 2 R, likewise |
/// | interest only | in every period the first rate × principal is shared half and half, the rest 10 : 90 | none |
///
/// The first follows the Cabinet's answer of 28 November 2025 (half goes to the other side at the same
/// time; the flip comes after the equivalent of principal and interest has gone to each). The third is an
/// early reading that its author withdrew: a pessimistic bound. No rule on losses is known; cash is 0 or
/// more.
///
/// @param rates deemed rate by period [1/period]
/// @param draws by period, paid in at its start; the first at signing
/// @param tenor periods of the level annuity of the second reading
/// @param later share of the payer after the flip [fraction]
public record DeemedAllocation(double[] rates, double[] draws, int tenor, double later) {
    public static final double LATER = 0.1;

    public DeemedAllocation {
        Check.that(rates.length == draws.length, "Memorandum: %s rates for %s draws.", rates.length, draws.length);
        Check.that(tenor >= 1 && later >= 0 && later <= 0.5, "Memorandum: tenor %s, later share %s.", tenor, later);
        rates = rates.clone();
        draws = draws.clone();
    }

    /// One draw at signing, one rate.
    public static DeemedAllocation level(double principal, double rate, int periods) {
        double[] rates = new double[periods];
        java.util.Arrays.fill(rates, rate);
        double[] draws = new double[periods];
        draws[0] = principal;
        return new DeemedAllocation(rates, draws, periods, LATER);
    }

    /// What the deemed amount is taken to be.
    public enum Reading {
        RUNNING_BALANCE("running balance at the deemed rate", "みなし金利で増える残高"),
        FIXED_AT_SIGNING("amount fixed at signing", "署名時に決まる金額"),
        INTEREST_ONLY("interest only", "利息分のみ");

        private final String en;
        private final String ja;

        Reading(String en, String ja) {
            this.en = en;
            this.ja = ja;
        }

        /// As tables write it.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Text title() {
            return new Text(en, ja);
        }
    }

    /// @param payer what the state that paid in gets, by period
    /// @param other what the other gets, by period
    /// @param flip period in which the shares change, from 1; empty if it is not reached or the reading
    /// has none
    public record Allocated(Reading reading, double[] payer, double[] other, OptionalInt flip) {}

    /// @param cash free cash by period, 0 or more, at its end
    public Allocated share(Reading reading, double[] cash) {
        Check.that(
                cash.length == rates.length, "Memorandum: %s periods of cash, %s of rates.", cash.length, rates.length);
        double[] payer = new double[cash.length];
        double[] other = new double[cash.length];
        OptionalInt flip = OptionalInt.empty();
        double left = reading == Reading.FIXED_AT_SIGNING ? annuities() : 0;
        double principal = 0;
        for (int t = 0; t < cash.length; t++) {
            Check.that(cash[t] >= 0, "Memorandum: cash of %s is %s; it must be 0 or more.", t, cash[t]);
            principal += draws[t];
            left = switch (reading) {
                case RUNNING_BALANCE -> (left + draws[t]) * (1 + rates[t]);
                case FIXED_AT_SIGNING -> left;
                case INTEREST_ONLY -> rates[t] * principal / 2;
            };
            boolean flipped = flip.isPresent() && (reading != Reading.RUNNING_BALANCE || left <= 0);
            double need = flipped ? 0 : 2 * left;
            double first = Math.min(cash[t], need);
            payer[t] = first / 2 + later * (cash[t] - first);
            other[t] = cash[t] - payer[t];
            left -= first / 2;
            if (reading != Reading.INTEREST_ONLY && flip.isEmpty() && cash[t] >= need) {
                flip = OptionalInt.of(t + 1);
                left = 0;
            }
        }
        return new Allocated(reading, payer, other, flip);
    }

    /// Principal and interest of a level annuity on all draws at the first rate.
    public double annuities() {
        double principal = 0;
        for (double draw : draws) {
            principal += draw;
        }
        double rate = rates[0];
        return rate == 0 ? principal : tenor * principal * rate / (1 - Math.pow(1 + rate, -tenor));
    }

    /// What the payer's cash is worth at the deemed rates, less its draws.
    public double payerValue(Allocated allocated) {
        return value(allocated.payer()) - value(draws, true);
    }

    /// The same of the other's cash.
    public double otherValue(Allocated allocated) {
        return value(allocated.other());
    }

    private double value(double[] atEnds) {
        return value(atEnds, false);
    }

    private double value(double[] amounts, boolean atStart) {
        double factor = 1;
        double sum = 0;
        for (int t = 0; t < amounts.length; t++) {
            double next = factor / (1 + rates[t]);
            sum += amounts[t] * (atStart ? factor : next);
            factor = next;
        }
        return sum;
    }

    /// To decline, and to bear the tariff that may follow: max (value, -chance × loss).
    public static double orRefuse(double value, double tariffLoss, double chance) {
        return Math.max(value, -tariffLoss * chance);
    }
}
