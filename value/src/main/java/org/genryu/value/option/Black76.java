package org.genryu.value.option;

import org.genryu.core.Check;
import org.genryu.value.price.SchwartzSmith;

/// What is the right to sell (put) or to buy (call) at a strike worth, if the log of the price at expiry is normal?
///
/// put = D [K N(-d₂) - F N(-d₁)], call = D [F N(d₁) - K N(d₂)], d₁,₂ = (ln(F/K) ± v/2)/√v
///
/// F – forward; D = e^{-rT} – discount; v = s² T or the variance of a model's curve – variance; K – strike
///
/// Source: Black (1976), The pricing of commodity contracts, J. Financial Economics 3. European options only; the
/// forward must be the risk-neutral expectation for a value. With the real-world expectation and D = 1 the same formula
/// gives the expected payment.
///
/// @param forward price agreed today for the time of expiry, above 0
/// @param variance of the log price up to expiry, 0 or more
/// @param discount of a payment at expiry, above 0
public record Black76(double forward, double variance, double discount) {
    /// A value and the part of it that is there even without uncertainty.
    /// @param value of the option today
    /// @param intrinsic the value if the forward were certain; for a floor: plain subsidy
    public record Worth(double value, double intrinsic) {
        /// What the uncertainty adds.
        public double time() {
            return value - intrinsic;
        }

        Worth plus(Worth other) {
            return new Worth(value + other.value, intrinsic + other.intrinsic);
        }

        Worth times(double factor) {
            return new Worth(value * factor, intrinsic * factor);
        }
    }

    public Black76 {
        Check.that(
                forward > 0 && Double.isFinite(forward),
                "Option: forward is %s; it must be above 0 and finite.",
                forward);
        Check.that(
                variance >= 0 && Double.isFinite(variance),
                "Option: variance is %s; it must be 0 or more and finite.",
                variance);
        Check.that(
                discount > 0 && Double.isFinite(discount),
                "Option: discount factor is %s; it must be above 0.",
                discount);
    }

    /// @param volatility [1/√yr], 0 or more
    /// @param years to expiry
    /// @param riskless rate [1/yr], continuous
    public static Black76 of(double forward, double volatility, double years, double riskless) {
        return new Black76(forward, volatility * volatility * years, Math.exp(-riskless * years));
    }

    /// An option that expires in `years` on the futures price for delivery in `maturity` years.
    /// @param riskless rate [1/yr], continuous
    public static Black76 on(SchwartzSmith model, double years, double maturity, double riskless) {
        return new Black76(
                model.futures(maturity), model.futuresVariance(years, maturity), Math.exp(-riskless * years));
    }

    /// The right to sell at the strike.
    /// @param strike 0 or more; 0 is worth nothing
    public Worth put(double strike) {
        check(strike);
        double intrinsic = discount * Math.max(strike - forward, 0);
        if (!(strike > 0) || !(variance > 0)) {
            return new Worth(intrinsic, intrinsic);
        }
        double d1 = d1(strike);
        double d2 = d1 - Math.sqrt(variance);
        double value = discount * (strike * StandardNormal.cdf(-d2) - forward * StandardNormal.cdf(-d1));
        return new Worth(Math.max(value, intrinsic), intrinsic);
    }

    /// The right to buy at the strike.
    /// @param strike 0 or more
    public Worth call(double strike) {
        check(strike);
        double intrinsic = discount * Math.max(forward - strike, 0);
        if (!(strike > 0) || !(variance > 0)) {
            return new Worth(intrinsic, intrinsic);
        }
        double d1 = d1(strike);
        double d2 = d1 - Math.sqrt(variance);
        double value = discount * (forward * StandardNormal.cdf(d1) - strike * StandardNormal.cdf(d2));
        return new Worth(Math.max(value, intrinsic), intrinsic);
    }

    /// The price that the good stays below with probability p at expiry.
    /// @param p above 0 and below 1
    public double quantile(double p) {
        return forward * Math.exp(Math.sqrt(variance) * StandardNormal.quantile(p) - variance / 2);
    }

    private double d1(double strike) {
        return (Math.log(forward / strike) + variance / 2) / Math.sqrt(variance);
    }

    private static void check(double strike) {
        Check.that(strike >= 0 && Double.isFinite(strike), "Option: strike is %s; it must be 0 or more.", strike);
    }
}
