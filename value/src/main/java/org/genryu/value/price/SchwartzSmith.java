package org.genryu.value.price;

import org.genryu.core.Check;

/// What is a price made of: a deviation that dies away and a level that stays; and what follows for curves, variances
/// and simulation? All in closed form.
///
/// ln S = χ + ξ; dχ = -k χ dt + s_χ dz₁, dξ = μ dt + s_ξ dz₂, dz₁ dz₂ = ρ dt; risk-neutral: dχ = (-k χ - l) dt + …, ξ
/// with μ* instead of μ
///
/// E ln S(T) = e^{-kT} χ₀ + ξ₀ + μ T; risk-neutral: μ* T - (1 - e^{-kT}) l/k instead of μ T – [#logMean]
///
/// Var ln S(T) = (1-e^{-2kT}) s_χ²/(2k) + s_ξ² T + 2 (1-e^{-kT}) ρ s_χ s_ξ/k – [#logVariance]
///
/// E S(T) = exp(E ln S + Var ln S/2) – [#expected]; F(T) is the risk-neutral one – [#futures]
///
/// Var over [0,t] of ln F(·,T) = e^{-2k(T-t)} (1-e^{-2kt}) s_χ²/(2k) + s_ξ² t + 2 e^{-k(T-t)} (1-e^{-kt}) ρ s_χ s_ξ/k –
/// [#futuresVariance]
///
/// Cov(ln S(t), ln S(T)) = e^{-k(T-t)} (1-e^{-2kt}) s_χ²/(2k) + s_ξ² t + (1+e^{-k(T-t)}) (1-e^{-kt}) ρ s_χ s_ξ/k –
/// [#logCovariance]
///
/// Source: Schwartz and Smith (2000), Management Science 46(7), equations 1-14. Not for prices that may be 0 or below.
/// @param shortTerm χ
/// @param longTerm ξ
/// @param correlation ρ, from -1 to 1
public record SchwartzSmith(ShortTerm shortTerm, LongTerm longTerm, double correlation) implements PriceModel.Gaussian {
    /// The deviation that dies away.
    /// @param start χ₀, a log
    /// @param reversion k [1/yr], above 0
    /// @param volatility s_χ [1/√yr], 0 or more
    /// @param premium l [1/yr], taken off the drift in the risk-neutral measure
    public record ShortTerm(double start, double reversion, double volatility, double premium) {
        public ShortTerm {
            Check.that(Double.isFinite(start), "Short term: start is %s; it must be finite.", start);
            Check.that(
                    reversion > 0 && Double.isFinite(reversion),
                    "Short term: reversion is %s/yr; it must be above 0.",
                    reversion);
            Check.that(
                    volatility >= 0 && Double.isFinite(volatility),
                    "Short term: volatility is %s; it must be 0 or more.",
                    volatility);
            Check.that(Double.isFinite(premium), "Short term: premium is %s/yr; it must be finite.", premium);
        }
    }

    /// The level that stays.
    /// @param start exp ξ₀, a price above 0
    /// @param drift μ of the log in the real world [1/yr]
    /// @param riskNeutralDrift μ* of the log [1/yr]
    /// @param volatility s_ξ [1/√yr], 0 or more
    public record LongTerm(double start, double drift, double riskNeutralDrift, double volatility) {
        public LongTerm {
            Check.that(
                    start > 0 && Double.isFinite(start), "Long term: start is %s; it must be a price above 0.", start);
            Check.that(
                    Double.isFinite(drift) && Double.isFinite(riskNeutralDrift),
                    "Long term: drifts are %s and %s/yr; they must be finite.",
                    drift,
                    riskNeutralDrift);
            Check.that(
                    volatility >= 0 && Double.isFinite(volatility),
                    "Long term: volatility is %s; it must be 0 or more.",
                    volatility);
        }
    }

    public SchwartzSmith {
        Check.that(
                correlation >= -1 && correlation <= 1,
                "Price model: correlation is %s; it must lie in [-1, 1].",
                correlation);
    }

    /// Only a level that stays. The reversion of the empty short term is 1 by convention.
    static SchwartzSmith brownian(double start, double drift, double riskNeutralDrift, double volatility) {
        return new SchwartzSmith(
                new ShortTerm(0, 1, 0, 0), new LongTerm(start, drift, riskNeutralDrift, volatility), 0);
    }

    @Override
    public SchwartzSmith factors() {
        return this;
    }

    @Override
    public double start() {
        return Math.exp(shortTerm.start) * longTerm.start;
    }

    /// Years until half of a deviation is gone: ln 2 / k.
    public double halfLife() {
        return Math.log(2) / shortTerm.reversion;
    }

    /// E ln S(T).
    public double logMean(double years, ProbabilityMeasure measure) {
        double k = shortTerm.reversion;
        double drift = switch (measure) {
            case REAL_WORLD -> longTerm.drift * years;
            case RISK_NEUTRAL -> longTerm.riskNeutralDrift * years - gone(k, years) * shortTerm.premium;
        };
        return Math.exp(-k * years) * shortTerm.start + Math.log(longTerm.start) + drift;
    }

    @Override
    public double logVariance(double years) {
        return futuresVariance(years, years);
    }

    @Override
    public double expected(double years, ProbabilityMeasure measure) {
        return Math.exp(logMean(years, measure) + logVariance(years) / 2);
    }

    /// Variance of the log of the futures price for delivery at `maturity`, over the years from today to `years`.
    /// @param years t, from 0 to `maturity`
    /// @param maturity T
    public double futuresVariance(double years, double maturity) {
        Check.that(
                years >= 0 && years <= maturity,
                "Price model: time is %s years; it must lie between 0 and the delivery in %s years.",
                years,
                maturity);
        double k = shortTerm.reversion;
        double fade = Math.exp(-k * (maturity - years));
        double shortPart = fade * fade * gone(2 * k, years) * shortTerm.volatility * shortTerm.volatility;
        double longPart = longTerm.volatility * longTerm.volatility * years;
        double both = 2 * fade * gone(k, years) * correlation * shortTerm.volatility * longTerm.volatility;
        return Math.max(0, shortPart + longPart + both);
    }

    /// Cov(ln S(first), ln S(second)), for averages and strips.
    /// @param first years, 0 or more
    /// @param second years, not before the first
    public double logCovariance(double first, double second) {
        Check.that(
                first >= 0 && first <= second,
                "Price model: times are %s and %s years; they must not fall or lie before today.",
                first,
                second);
        double k = shortTerm.reversion;
        double fade = Math.exp(-k * (second - first));
        double shortPart = fade * gone(2 * k, first) * shortTerm.volatility * shortTerm.volatility;
        double both = gone(k, first) * correlation * shortTerm.volatility * longTerm.volatility;
        return shortPart + longTerm.volatility * longTerm.volatility * first + (1 + fade) * both;
    }

    /// The exact step of (χ, ξ) over a time.
    /// @param years length of the step, above 0
    public TwoFactorStep transition(double years, ProbabilityMeasure measure) {
        double k = shortTerm.reversion;
        double shortVariance = gone(2 * k, years) * shortTerm.volatility * shortTerm.volatility;
        double longVariance = longTerm.volatility * longTerm.volatility * years;
        double both = gone(k, years) * correlation * shortTerm.volatility * longTerm.volatility;
        double deviation = Math.sqrt(Math.max(0, shortVariance + longVariance + 2 * both));
        double shortShift = switch (measure) {
            case REAL_WORLD -> 0;
            case RISK_NEUTRAL -> -gone(k, years) * shortTerm.premium;
        };
        double longShift = years
                * switch (measure) {
                    case REAL_WORLD -> longTerm.drift;
                    case RISK_NEUTRAL -> longTerm.riskNeutralDrift;
                };
        double decay = Math.exp(-k * years);
        if (!(deviation > 0)) {
            return new TwoFactorStep(decay, shortShift, longShift, 0, 0, Math.sqrt(shortVariance));
        }
        double rest = Math.max(0, shortVariance * longVariance - both * both);
        return new TwoFactorStep(
                decay,
                shortShift,
                longShift,
                (shortVariance + both) / deviation,
                (longVariance + both) / deviation,
                Math.sqrt(rest) / deviation);
    }

    /// (1 - e^{-rate years}) / rate.
    private static double gone(double rate, double years) {
        return -Math.expm1(-rate * years) / rate;
    }
}
