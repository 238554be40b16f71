package org.genryu.value.price;

import java.util.Optional;
import org.genryu.core.Check;

/// How may a price (or an exchange rate, a price index, a cost index, a multiplier of a hazard) move from today on?
///
/// | variant | ln S |
/// | --- | --- |
/// | [Flat] | constant |
/// | [Lognormal] | Brownian motion with drift |
/// | [MeanReverting] | Ornstein-Uhlenbeck (Schwartz 1997, model 1) |
/// | [SchwartzSmith] | Ornstein-Uhlenbeck + Brownian motion (Schwartz and Smith 2000) |
/// | [TwoFactor] | Brownian motion minus a mean-reverting convenience yield (Schwartz 1997, model 2) |
/// | [Index] | integral of a mean-reverting rate, such as inflation |
/// | [WithJumps] | any of these plus jumps |
/// | [Table], [PerFuture] | as given, from a balance run or elsewhere |
/// | [OnPath] | any of these around a path that is given |
///
/// The first six are one model: each is a [SchwartzSmith] in other words – [Gaussian#factors]. So there is one set of
/// formulas, one exact step for simulation ([TwoFactorStep]) and one test of it. Premiums are what the risk-neutral
/// drift lacks against the real one; with premiums of 0 the two measures agree.
///
/// Sources: Schwartz (1997), The stochastic behavior of commodity prices, J. Finance 52(3); Schwartz and Smith (2000),
/// Short-term variations and long-term dynamics in commodity prices, Management Science 46(7).
public sealed interface PriceModel {
    /// Today's price.
    double start();

    /// E S(T).
    /// @param years T, 0 or more
    double expected(double years, ProbabilityMeasure measure);

    /// Var ln S(T), the same in both measures (for [PerFuture]: over its futures).
    /// @param years T, 0 or more
    double logVariance(double years);

    /// The price agreed today for delivery at T: E S(T) under the risk-neutral measure.
    default double futures(double years) {
        return expected(years, ProbabilityMeasure.RISK_NEUTRAL);
    }

    /// The models whose log is normal: a short-term part that dies away and a long-term part that stays.
    sealed interface Gaussian extends PriceModel
            permits Flat, Lognormal, MeanReverting, TwoFactor, Index, SchwartzSmith {
        /// The same model as short-term and long-term part.
        SchwartzSmith factors();

        @Override
        default double expected(double years, ProbabilityMeasure measure) {
            return factors().expected(years, measure);
        }

        @Override
        default double logVariance(double years) {
            return factors().logVariance(years);
        }
    }

    /// @param level price for ever, above 0
    record Flat(double level) implements Gaussian {
        public Flat {
            positive("level", level);
        }

        @Override
        public double start() {
            return level;
        }

        @Override
        public SchwartzSmith factors() {
            return SchwartzSmith.brownian(level, 0, 0, 0);
        }
    }

    /// dS/S = drift dt + volatility dz, risk-neutral drift = drift - premium. E S(T) = start exp(drift T).
    /// @param start price today, above 0
    /// @param drift of the price (not of its log) [1/yr]
    /// @param volatility [1/√yr], 0 or more
    /// @param premium for risk [1/yr]; drift - premium = riskless rate - convenience yield
    record Lognormal(double start, double drift, double volatility, double premium) implements Gaussian {
        public Lognormal {
            positive("start", start);
            finite("drift", drift);
            notNegative("volatility", volatility);
            finite("premium", premium);
        }

        /// Without a premium: both measures agree.
        public Lognormal(double start, double drift, double volatility) {
            this(start, drift, volatility, 0);
        }

        @Override
        public SchwartzSmith factors() {
            double drop = volatility * volatility / 2;
            return SchwartzSmith.brownian(start, drift - drop, drift - premium - drop, volatility);
        }
    }

    /// d ln S = reversion (ln level - ln S) dt + volatility dz; risk-neutral ln level* = ln level - premium.
    /// `level` is the median in the long run; the mean there is level exp(volatility²/(4 reversion)).
    /// @param start price today, above 0
    /// @param level exp of the long-run log, above 0
    /// @param reversion [1/yr], above 0; half-life ln 2 / reversion
    /// @param volatility [1/√yr], 0 or more
    /// @param premium λ of Schwartz's model 1, a difference of logs
    record MeanReverting(double start, double level, double reversion, double volatility, double premium)
            implements Gaussian {
        public MeanReverting {
            positive("start", start);
            positive("level", level);
            positive("reversion", reversion);
            notNegative("volatility", volatility);
            finite("premium", premium);
        }

        /// Without a premium: both measures agree.
        public MeanReverting(double start, double level, double reversion, double volatility) {
            this(start, level, reversion, volatility, 0);
        }

        @Override
        public SchwartzSmith factors() {
            return new SchwartzSmith(
                    new SchwartzSmith.ShortTerm(Math.log(start / level), reversion, volatility, reversion * premium),
                    new SchwartzSmith.LongTerm(level, 0, 0, 0),
                    0);
        }
    }

    /// dS/S = (drift - δ) dt + s₁ dz₁, dδ = κ(α - δ) dt + s₂ dz₂, dz₁ dz₂ = ρ dt; risk-neutral: drift → riskless,
    /// κ(α - δ) → κ(α - δ) - λ. In short and long term (k = κ): χ = (δ - α)/κ, ξ = ln S - χ.
    /// @param start S today, above 0
    /// @param drift real-world total return of holding the good [1/yr]
    /// @param riskless rate [1/yr], continuous
    /// @param volatility s₁ [1/√yr], 0 or more
    /// @param convenience δ
    /// @param correlation ρ, from -1 to 1
    record TwoFactor(
            double start,
            double drift,
            double riskless,
            double volatility,
            ConvenienceYield convenience,
            double correlation)
            implements Gaussian {
        public TwoFactor {
            positive("start", start);
            finite("drift", drift);
            finite("riskless rate", riskless);
            notNegative("volatility", volatility);
            Check.that(
                    correlation >= -1 && correlation <= 1,
                    "Price model: correlation is %s; it must lie in [-1, 1].",
                    correlation);
        }

        @Override
        public SchwartzSmith factors() {
            double k = convenience.reversion();
            double level = convenience.level();
            double shortVolatility = convenience.volatility() / k;
            double tilt = correlation * volatility - shortVolatility;
            double longVolatility =
                    Math.sqrt(Math.max(0, tilt * tilt + (1 - correlation * correlation) * volatility * volatility));
            double both = longVolatility > 0 ? Math.clamp(tilt / longVolatility, -1, 1) : 0;
            double chi = (convenience.start() - level) / k;
            double drop = volatility * volatility / 2;
            return new SchwartzSmith(
                    new SchwartzSmith.ShortTerm(chi, k, shortVolatility, convenience.premium() / k),
                    new SchwartzSmith.LongTerm(
                            start * Math.exp(-chi),
                            drift - level - drop,
                            riskless - level - drop + convenience.premium() / k,
                            longVolatility),
                    both);
        }
    }

    /// What holding the good itself yields, such as safety of supply.
    /// @param start δ today [1/yr]
    /// @param level α, long-run mean [1/yr]
    /// @param reversion κ [1/yr], above 0
    /// @param volatility s₂ [1/yr/√yr], 0 or more
    /// @param premium λ [1/yr²]
    record ConvenienceYield(double start, double level, double reversion, double volatility, double premium) {
        public ConvenienceYield {
            finite("convenience yield", start);
            finite("level of the convenience yield", level);
            positive("reversion", reversion);
            notNegative("volatility", volatility);
            finite("premium", premium);
        }
    }

    /// A price index: d ln S = r dt, dr = reversion (level - r) dt + volatility dz.
    /// @param start index today, above 0
    /// @param rate r today [1/yr], continuous
    /// @param level of r in the long run [1/yr]
    /// @param reversion [1/yr], above 0
    /// @param volatility of r [1/yr/√yr], 0 or more
    record Index(double start, double rate, double level, double reversion, double volatility) implements Gaussian {
        public Index {
            positive("start", start);
            finite("rate", rate);
            finite("level", level);
            positive("reversion", reversion);
            notNegative("volatility", volatility);
        }

        @Override
        public SchwartzSmith factors() {
            return new TwoFactor(start, 0, 0, 0, new ConvenienceYield(-rate, -level, reversion, volatility, 0), 0)
                    .factors();
        }
    }

    /// Any model times exp(sum of jumps): N arrives perYear times a year on average (Poisson), each jump is normal
    /// in the log and fades at rate f: a jump J at time u counts J e^{-f(T-u)} at T.
    ///
    /// E S(T) = E of the model · exp(perYear ∫₀ᵀ (exp(m e^{-fu} + d² e^{-2fu}/2) - 1) du) – [#expected]
    ///
    /// Jumps are not compensated (they move the expectation) and carry no premium of their own: an assumption.
    /// @param of any model without jumps of its own being necessary
    /// @param perYear jumps a year, 0 or more
    /// @param meanLog m, mean of a jump in the log
    /// @param deviationLog d, standard deviation of a jump in the log, 0 or more
    /// @param fade f [1/yr], 0 for jumps that stay
    record WithJumps(PriceModel of, double perYear, double meanLog, double deviationLog, double fade)
            implements PriceModel {
        public WithJumps {
            notNegative("jumps a year", perYear);
            finite("mean of a jump", meanLog);
            notNegative("deviation of a jump", deviationLog);
            notNegative("fading of a jump", fade);
        }

        /// Jumps fade as the model reverts, and stay where it does not.
        public WithJumps(PriceModel of, double perYear, double meanLog, double deviationLog) {
            this(of, perYear, meanLog, deviationLog, JumpTerms.fadeOf(of));
        }

        @Override
        public double start() {
            return of.start();
        }

        @Override
        public double expected(double years, ProbabilityMeasure measure) {
            return of.expected(years, measure) * Math.exp(JumpTerms.lift(this, years));
        }

        @Override
        public double logVariance(double years) {
            return of.logVariance(years) + JumpTerms.logVariance(this, years);
        }
    }

    /// Prices as given, one a period; after the last period the last price holds. Both measures take it as it is.
    /// @param byPeriod price of the periods ]i·period, (i+1)·period]; the first holds today as well; at least one
    /// @param period length of a period [yr], above 0
    record Table(double[] byPeriod, double period) implements PriceModel {
        public Table {
            Check.that(byPeriod.length > 0, "Price table: it has no period; it must have 1 or more.");
            positive("length of a period", period);
            byPeriod = byPeriod.clone();
            for (double price : byPeriod) {
                finite("price", price);
            }
        }

        @Override
        public double[] byPeriod() {
            return byPeriod.clone();
        }

        @Override
        public double start() {
            return byPeriod[0];
        }

        /// Price of the period that holds the time.
        public double at(double years) {
            return byPeriod[PricesPerFuture.period(years, period, byPeriod.length)];
        }

        @Override
        public double expected(double years, ProbabilityMeasure measure) {
            return at(years);
        }

        @Override
        public double logVariance(double years) {
            return 0;
        }
    }

    /// A path as expected price, and around it what another model makes of chance:
    ///
    /// S(T) = path(T) · X(T) / E X(T), X the other model, E under the real measure
    ///
    /// The real measure expects the path; the risk-neutral one lacks the premiums of X. A path of 0 stays 0.
    /// @param path such as the prices of a balance run
    /// @param around X, whose expected price stays above 0
    record OnPath(Table path, PriceModel around) implements PriceModel {
        /// What the price of the other model is multiplied by.
        public double factor(double years) {
            return path.at(years) / around.expected(years, ProbabilityMeasure.REAL_WORLD);
        }

        @Override
        public double start() {
            return path.start();
        }

        @Override
        public double expected(double years, ProbabilityMeasure measure) {
            return measure == ProbabilityMeasure.REAL_WORLD
                    ? path.at(years)
                    : factor(years) * around.expected(years, measure);
        }

        @Override
        public double logVariance(double years) {
            return around.logVariance(years);
        }
    }

    /// The prices of the same future from elsewhere, such as a run with an embargo: future f takes row f.
    record PerFuture(PricesPerFuture table) implements PriceModel {
        @Override
        public double start() {
            return table.mean(0);
        }

        @Override
        public double expected(double years, ProbabilityMeasure measure) {
            return table.mean(years);
        }

        @Override
        public double logVariance(double years) {
            return table.logVariance(years);
        }
    }

    /// The model without the jumps on it and the path under it.
    default PriceModel core() {
        return switch (this) {
            case WithJumps jumps -> jumps.of().core();
            case OnPath on -> on.around().core();
            case Gaussian _, Table _, PerFuture _ -> this;
        };
    }

    /// The model as short-term and long-term part, if its log is normal.
    default Optional<SchwartzSmith> gaussian() {
        return switch (this) {
            case Gaussian gaussian -> Optional.of(gaussian.factors());
            case WithJumps _, Table _, OnPath _, PerFuture _ -> Optional.empty();
        };
    }

    private static void positive(String what, double value) {
        Check.that(
                value > 0 && Double.isFinite(value),
                "Price model: %s is %s; it must be above 0 and finite.",
                what,
                value);
    }

    private static void notNegative(String what, double value) {
        Check.that(
                value >= 0 && Double.isFinite(value),
                "Price model: %s is %s; it must be 0 or more and finite.",
                what,
                value);
    }

    private static void finite(String what, double value) {
        Check.that(Double.isFinite(value), "Price model: %s is %s; it must be finite.", what, value);
    }
}
