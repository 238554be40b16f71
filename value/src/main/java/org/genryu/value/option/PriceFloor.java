package org.genryu.value.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Check;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.price.SchwartzSmith;

/// What is a promised least price worth, and what does its giver get back when the price is high?
///
/// taker receives q max(K - A, 0) and gives up u q max(A - H, 0), at most M a settlement
///
/// given up, capped: u q [(A - H)⁺ - (A - H - M/(u q))⁺] – a call spread
///
/// A – the price at the one fixing of a settlement, or the average over its fixings. The average of lognormal prices is
/// taken as lognormal with its true mean and variance (moment matching): E A = Σ F_i/n, E A² = Σ Σ F_i F_j
/// e^{cov_ij}/n².
///
/// K – floor; u – share; H – above; M – cap; q – volume. Values are risk-neutral, expected payments and quantiles real
/// world. A floor far above the forward is mostly intrinsic value, that is subsidy: [Black76.Worth] splits it.
///
/// Sources: Black (1976); moment matching: Levy (1992), J. International Money and Finance 11. Where fixings spread
/// over more than a few years or volatility exceeds about 60 %, a simulation is better than moment matching.
///
/// @param floor K, price of a unit, 0 or more
/// @param upside what the giver gets back, if anything
public record PriceFloor(double floor, Optional<Upside> upside) {
    /// The giver's share in high prices.
    /// @param share u, from 0 to 1
    /// @param above H, price of a unit, 0 or more
    /// @param cap M, most money a settlement, above 0; empty for no cap
    public record Upside(double share, double above, OptionalDouble cap) {
        public Upside {
            Check.that(share >= 0 && share <= 1, "Upside: share is %s; it must lie in [0, 1].", share);
            Check.that(above >= 0, "Upside: price above which it is shared is %s; it must be 0 or more.", above);
            Check.that(
                    cap.isEmpty() || cap.getAsDouble() > 0, "Upside: cap is %s; it must be above 0, or left out.", cap);
        }
    }

    /// One date on which the floor is settled.
    /// @param pays when money flows [yr], not before the last fixing
    /// @param fixings when the price is read [yr], rising; one fixing: spot settlement
    /// @param volume q, eligible units, 0 or more
    public record Settlement(double pays, double[] fixings, double volume) {
        public Settlement {
            Check.that(fixings.length > 0, "Settlement: it has no fixing; it must have 1 or more.");
            fixings = fixings.clone();
            for (int i = 0; i < fixings.length; i++) {
                Check.that(
                        fixings[i] >= (i == 0 ? 0 : fixings[i - 1]) && fixings[i] <= pays,
                        "Settlement: a fixing is at %s years; fixings must rise from today to the payment at %s.",
                        fixings[i],
                        pays);
            }
            Check.that(volume >= 0, "Settlement: volume is %s; it must be 0 or more.", volume);
        }

        /// Read and paid at one time.
        public static Settlement at(double years, double volume) {
            return new Settlement(years, new double[] {years}, volume);
        }
    }

    /// A settlement in figures, all in money.
    /// @param settlement what is settled
    /// @param floor worth of the floor to the taker today
    /// @param givenUp worth today of the share that the taker gives up
    /// @param expected what the giver of the floor is expected to pay, less what it gets back, undiscounted
    /// @param stressed payment of the giver that is not exceeded with probability 95 %
    public record Line(
            Settlement settlement, Black76.Worth floor, Black76.Worth givenUp, double expected, double stressed) {}

    /// The floor in figures; its value is the sum of the lines.
    /// @param lines one a settlement
    public record Value(List<Line> lines) {
        public Value {
            lines = List.copyOf(lines);
        }

        public Black76.Worth floor() {
            return lines.stream().map(Line::floor).reduce(new Black76.Worth(0, 0), Black76.Worth::plus);
        }

        public Black76.Worth givenUp() {
            return lines.stream().map(Line::givenUp).reduce(new Black76.Worth(0, 0), Black76.Worth::plus);
        }

        /// To the taker: floor less what is given up.
        public double net() {
            return floor().value() - givenUp().value();
        }
    }

    private static final double STRESS = 0.95;

    public PriceFloor {
        Check.that(floor >= 0 && Double.isFinite(floor), "Floor: price is %s; it must be 0 or more.", floor);
    }

    /// Without a share for the giver.
    public static PriceFloor of(double floor) {
        return new PriceFloor(floor, Optional.empty());
    }

    /// @param riskless rate [1/yr], continuous
    public Value value(PriceModel.Gaussian price, List<Settlement> settlements, double riskless) {
        List<Line> lines = new ArrayList<>();
        for (Settlement settlement : settlements) {
            lines.add(line(price.factors(), settlement, riskless));
        }
        return new Value(lines);
    }

    private Line line(SchwartzSmith price, Settlement settlement, double riskless) {
        double discount = Math.exp(-riskless * settlement.pays());
        Black76 traded = average(price, settlement.fixings(), ProbabilityMeasure.RISK_NEUTRAL, discount);
        Black76 real = average(price, settlement.fixings(), ProbabilityMeasure.REAL_WORLD, 1);
        double volume = settlement.volume();
        double expected =
                volume * real.put(floor).value() - givenUp(real, volume).value();
        double stressed = volume * Math.max(floor - real.quantile(1 - STRESS), 0);
        return new Line(settlement, traded.put(floor).times(volume), givenUp(traded, volume), expected, stressed);
    }

    private Black76.Worth givenUp(Black76 price, double volume) {
        if (upside.isEmpty() || !(upside.get().share() * volume > 0)) {
            return new Black76.Worth(0, 0);
        }
        Upside up = upside.get();
        double units = up.share() * volume;
        Black76.Worth all = price.call(up.above()).times(units);
        if (up.cap().isEmpty()) {
            return all;
        }
        double capped = up.above() + up.cap().getAsDouble() / units;
        return all.plus(price.call(capped).times(-units));
    }

    /// The average over the fixings as a lognormal price.
    static Black76 average(SchwartzSmith price, double[] fixings, ProbabilityMeasure measure, double discount) {
        int n = fixings.length;
        double[] mean = new double[n];
        double first = 0;
        for (int i = 0; i < n; i++) {
            mean[i] = price.expected(fixings[i], measure);
            first += mean[i] / n;
        }
        double excess = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double early = Math.min(fixings[i], fixings[j]);
                double late = Math.max(fixings[i], fixings[j]);
                excess += mean[i] / first * (mean[j] / first) * Math.expm1(price.logCovariance(early, late));
            }
        }
        return new Black76(first, Math.log1p(Math.max(0, excess / n / n)), discount);
    }
}
