package org.genryu.value.option;

import org.genryu.core.Check;

/// How much is expected to be lost on a loan, and who bears it?
///
/// EL = PD · LGD · EAD – [#expected]; h = spread/(1 - R) – [#hazard]; PD(T) = 1 - e^{-hT} – [#defaultProbability]
///
/// insurer pays LGD [p 1{political} + c 1{commercial}], the first event wins – [Cover]
///
/// cumulative from yearly chances h_t of those still alive: 1 - Π (1 - h_t) – [#cumulative]
///
/// fair coupon: c = (1+r)/(1 - p (1 - ρ v^L)(1 - k)) - 1, v = 1/(1+r): the lender's funding rate is covered
/// when a share k of the loss is a guarantor's that pays at once – [#coupon]; fair fee at the end of each
/// period that began alive: p · LGD, whatever the repayment – [#fee]
///
/// PD – chance of default; LGD – loss given default; EAD – exposure; h – hazard; R – recovery; p, c – cover. Under the
/// measure of the chance that is put in: from a spread the risk-neutral one, from default statistics the real one.
public final class CreditLoss {
    private CreditLoss() {}

    /// @param chance PD, from 0 to 1
    /// @param lossGivenDefault LGD, from 0 to 1
    /// @param exposure EAD, in money
    public static double expected(double chance, double lossGivenDefault, double exposure) {
        fraction("chance of default", chance);
        fraction("loss given default", lossGivenDefault);
        return chance * lossGivenDefault * exposure;
    }

    /// Defaults a year that a spread pays for.
    /// @param spread [1/yr], 0 or more
    /// @param recovery R, from 0 to below 1
    public static double hazard(double spread, double recovery) {
        Check.that(spread >= 0, "Hazard: spread is %s/yr; it must be 0 or more.", spread);
        Check.that(recovery >= 0 && recovery < 1, "Hazard: recovery is %s; it must lie in [0, 1).", recovery);
        return spread / (1 - recovery);
    }

    /// Chance of a default within the years at a constant hazard [1/yr].
    public static double defaultProbability(double hazard, double years) {
        return -Math.expm1(-hazard * years);
    }

    /// Chance of a default by the end of each year.
    /// @param marginal chance of default in a year of those that have not yet
    public static double[] cumulative(double[] marginal) {
        double[] out = new double[marginal.length];
        double alive = 1;
        for (int t = 0; t < out.length; t++) {
            fraction("chance of default", marginal[t]);
            alive *= 1 - marginal[t];
            out[t] = 1 - alive;
        }
        return out;
    }

    /// What a lender asks for.
    /// @param funding r [1/yr]
    /// @param chance p, of default in a year
    /// @param recovery ρ, share of the whole claim
    /// @param lag L [yr]
    /// @param cover k
    public static double coupon(double funding, double chance, double recovery, double lag, double cover) {
        fraction("chance of default", chance);
        fraction("recovery", recovery);
        fraction("cover", cover);
        double lost = 1 - recovery * Math.pow(1 + funding, -lag);
        return (1 + funding) / (1 - chance * lost * (1 - cover)) - 1;
    }

    /// Fee [1/yr] on the covered balance at which a guarantor expects to lose nothing.
    /// @param chance of default in a year
    public static double fee(double chance, double lossGivenDefault) {
        fraction("chance of default", chance);
        fraction("loss given default", lossGivenDefault);
        return chance * lossGivenDefault;
    }

    /// An insurance that pays different parts of the loss by cause.
    /// @param political part of the loss that is paid if politics was the cause, from 0 to 1
    /// @param commercial part that is paid otherwise, from 0 to 1
    public record Cover(double political, double commercial) {
        public Cover {
            fraction("political cover", political);
            fraction("commercial cover", commercial);
        }

        /// @param politicalChance chance that a political event comes first
        /// @param commercialChance chance that a commercial one comes first
        /// @param lossGivenDefault from 0 to 1
        /// @param exposure in money
        public Split split(double politicalChance, double commercialChance, double lossGivenDefault, double exposure) {
            double loss = lossGivenDefault * exposure;
            double insurer = loss * (political * politicalChance + commercial * commercialChance);
            double gross = expected(politicalChance + commercialChance, lossGivenDefault, exposure);
            return new Split(gross, insurer, gross - insurer);
        }
    }

    /// Who bears the expected loss, in money.
    /// @param gross without insurance
    /// @param insurer borne by the insurer
    /// @param kept borne by the lender
    public record Split(double gross, double insurer, double kept) {}

    private static void fraction(String what, double value) {
        Check.that(value >= 0 && value <= 1, "Credit loss: %s is %s; it must lie in [0, 1].", what, value);
    }
}
