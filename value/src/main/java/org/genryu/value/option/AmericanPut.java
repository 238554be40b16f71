package org.genryu.value.option;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.genryu.core.Check;

/// What is the right to sell at a strike on any of many dates worth? Simulation with regression, as fast as it goes:
/// the touchstone of the method that [Switching] applies to projects.
///
/// dS/S = (r - y) dt + s dz; payoff m = 1 - S/K in units of the strike; at every date, backwards: regress the realised
/// payoffs of the paths with m > 0, in money of today, on 1, m, m², m³; exercise where m e^{-rt} exceeds the fit; the
/// others keep what they realise later
///
/// S, K – price, strike; r – riskless; y – yield; s – volatility. Half of the paths mirror the other half (antithetic);
/// the standard error is that of the pairs.
///
/// Two values: in sample, biased upwards by foresight and downwards by a policy that is not the best; and of the same
/// policy on fresh paths, biased downwards only. Source: Longstaff and Schwartz (2001), Rev. Financial Studies 14,
/// table 1.
///
/// Cost: paths · dates · (half a normal, half an exponential, about 30 operations in the money); memory 4 bytes ·
/// paths · dates.
///
/// @param spot S today, above 0
/// @param strike K, above 0
/// @param riskless r [1/yr], continuous
/// @param yield y [1/yr]
/// @param volatility s [1/√yr], above 0
/// @param years to the last date, above 0
/// @param dates evenly spaced, the last at the end, none today; 1 or more
public record AmericanPut(
        double spot, double strike, double riskless, double yield, double volatility, double years, int dates) {
    private static final int POWERS = 4;

    /// Futures whose paths are turned from rows to columns at once: a cache line of prices.
    private static final int TILE = 8;

    /// How much is simulated.
    /// @param paths even, 2 or more
    public record Simulation(long seed, int paths) {
        public Simulation {
            Check.that(paths >= 2 && paths % 2 == 0, "Put: %s paths; an even number from 2 on is needed.", paths);
        }
    }

    /// When to exercise: at date k where m e^{-r t} > Σ weights[k][i] m^i, m > 0. At the last date: where m > 0.
    /// @param weights by date; a date without weights exercises nothing
    public record Policy(double[][] weights) {}

    /// An estimate.
    /// @param value today
    /// @param error its standard error
    /// @param exercised share of the paths that exercise
    /// @param meanYears until they do, over those paths; empty if none does
    /// @param policy with which
    public record Estimate(double value, double error, double exercised, OptionalDouble meanYears, Policy policy) {}

    public AmericanPut {
        Check.that(
                spot > 0 && strike > 0 && volatility > 0 && years > 0 && dates >= 1,
                "Put: spot %s, strike %s, volatility %s and years %s must be above 0, dates %s 1 or more.",
                spot,
                strike,
                volatility,
                years,
                dates);
    }

    /// The same right on the last date only.
    public double european() {
        return Black76.of(spot * Math.exp((riskless - yield) * years), volatility, years, riskless)
                .put(strike)
                .value();
    }

    /// Finds the policy and values it on the paths that found it.
    public Estimate inSample(Simulation simulation) {
        int pairs = simulation.paths() / 2;
        double[][] growth = growth(simulation, "put");
        double[] value = new double[2 * pairs];
        int[] when = new int[2 * pairs];
        Arrays.fill(when, -1);
        double[][] weights = new double[dates][];
        int[] at = new int[2 * pairs];
        double[] gain = new double[2 * pairs];
        for (int k = dates - 1; k >= 0; k--) {
            int count = inTheMoney(growth[k], base(k), at, gain);
            double discount = discount(k);
            if (k == dates - 1) {
                weights[k] = new double[POWERS];
            } else if (count > POWERS) {
                weights[k] = fit(value, at, gain, count);
            } else {
                weights[k] = new double[0];
                continue;
            }
            exercise(weights[k], discount, at, gain, count, value, when, k);
        }
        return estimate(value, when, new Policy(weights));
    }

    /// Values a policy on paths that it has not seen.
    /// @param simulation with another seed than the one that found the policy, or the same: the stage differs
    public Estimate fresh(Policy policy, Simulation simulation) {
        int pairs = simulation.paths() / 2;
        double[][] growth = growth(simulation, "put fresh");
        double[] value = new double[2 * pairs];
        int[] when = new int[2 * pairs];
        Arrays.fill(when, -1);
        int[] at = new int[2 * pairs];
        double[] gain = new double[2 * pairs];
        for (int k = dates - 1; k >= 0; k--) {
            int count = inTheMoney(growth[k], base(k), at, gain);
            if (policy.weights()[k].length > 0) {
                exercise(policy.weights()[k], discount(k), at, gain, count, value, when, k);
            }
        }
        return estimate(value, when, policy);
    }

    /// Highest price at which the policy exercises, found by bisection between the strike and the first price below
    /// it at which it does (in steps of 1 %); empty where it does at none.
    public OptionalDouble trigger(Policy policy, int date) {
        double[] weights = policy.weights()[date];
        double below = 0;
        for (double m = 0.01; weights.length > 0 && m < 1; m += 0.01) {
            if (exercises(weights, discount(date), m)) {
                double above = m;
                for (int i = 0; i < 30; i++) {
                    double middle = (below + above) / 2;
                    if (exercises(weights, discount(date), middle)) {
                        above = middle;
                    } else {
                        below = middle;
                    }
                }
                return OptionalDouble.of(strike * (1 - above));
            }
            below = m;
        }
        return OptionalDouble.empty();
    }

    private static boolean exercises(double[] w, double discount, double m) {
        return m * discount > w[0] + m * (w[1] + m * (w[2] + m * w[3]));
    }

    private double discount(int date) {
        return Math.exp(-riskless * years * (date + 1) / dates);
    }

    /// Median price over strike at a date.
    private double base(int date) {
        double t = years * (date + 1) / dates;
        return spot / strike * Math.exp((riskless - yield - volatility * volatility / 2) * t);
    }

    /// exp(s z(t)) by date and pair; the mirrored path has its inverse. Futures are drawn as rows and turned in
    /// tiles.
    private double[][] growth(Simulation simulation, String stage) {
        int pairs = simulation.paths() / 2;
        NormalShocks shocks = new NormalShocks(simulation.seed(), stage);
        double[][] growth = new double[dates][pairs];
        double[][] tile = new double[TILE][dates];
        double deviation = volatility * Math.sqrt(years / dates);
        for (int first = 0; first < pairs; first += TILE) {
            int width = Math.min(TILE, pairs - first);
            for (int i = 0; i < width; i++) {
                shocks.fill(first + i, tile[i], dates);
                grow(tile[i], deviation);
            }
            for (int k = 0; k < dates; k++) {
                for (int i = 0; i < width; i++) {
                    growth[k][first + i] = tile[i][k];
                }
            }
        }
        return growth;
    }

    private static void grow(double[] row, double deviation) {
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += row[k];
            row[k] = Math.exp(deviation * sum);
        }
    }

    /// Lists the paths with m > 0 and their m; path 2i + 1 mirrors path 2i.
    private static int inTheMoney(double[] growth, double base, int[] at, double[] gain) {
        int count = 0;
        for (int i = 0; i < growth.length; i++) {
            double m = 1 - base * growth[i];
            if (m > 0) {
                at[count] = 2 * i;
                gain[count++] = m;
            }
            double mirrored = 1 - base / growth[i];
            if (mirrored > 0) {
                at[count] = 2 * i + 1;
                gain[count++] = mirrored;
            }
        }
        return count;
    }

    /// Weights of 1, m, m², m³ nearest to the values.
    private static double[] fit(double[] value, int[] at, double[] gain, int count) {
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double y0 = 0;
        double y1 = 0;
        double y2 = 0;
        double y3 = 0;
        for (int i = 0; i < count; i++) {
            double m = gain[i];
            double y = value[at[i]];
            double m2 = m * m;
            double m3 = m2 * m;
            s1 += m;
            s2 += m2;
            s3 += m3;
            s4 += m2 * m2;
            s5 += m2 * m3;
            s6 += m3 * m3;
            y0 += y;
            y1 += m * y;
            y2 += m2 * y;
            y3 += m3 * y;
        }
        double[][] gram = {{count, s1, s2, s3}, {s1, s2, s3, s4}, {s2, s3, s4, s5}, {s3, s4, s5, s6}};
        return LeastSquares.solve(gram, new double[] {y0, y1, y2, y3});
    }

    /// `value` then holds payoffs in units of the strike and money of today.
    private static void exercise(
            double[] w, double discount, int[] at, double[] gain, int count, double[] value, int[] when, int date) {
        double w0 = w[0];
        double w1 = w[1];
        double w2 = w[2];
        double w3 = w[3];
        for (int i = 0; i < count; i++) {
            double m = gain[i];
            double now = m * discount;
            if (now > w0 + m * (w1 + m * (w2 + m * w3))) {
                value[at[i]] = now;
                when[at[i]] = date;
            }
        }
    }

    private Estimate estimate(double[] value, int[] when, Policy policy) {
        int pairs = value.length / 2;
        double sum = 0;
        double squares = 0;
        long exercised = 0;
        double time = 0;
        for (int i = 0; i < pairs; i++) {
            double pair = strike * (value[2 * i] + value[2 * i + 1]) / 2;
            sum += pair;
            squares += pair * pair;
        }
        for (int date : when) {
            if (date >= 0) {
                exercised++;
                time += years * (date + 1) / dates;
            }
        }
        double mean = sum / pairs;
        double error = Math.sqrt(Math.max(0, squares / pairs - mean * mean) / pairs);
        return new Estimate(
                mean,
                error,
                (double) exercised / when.length,
                exercised > 0 ? OptionalDouble.of(time / exercised) : OptionalDouble.empty(),
                policy);
    }
}
