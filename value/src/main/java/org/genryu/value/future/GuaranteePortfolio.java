package org.genryu.value.future;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.genryu.core.Check;

/// What can a guarantor lose on all of its projects together? Projects fail together when they hang on the same prices,
/// so the book's tail is fatter than the sum of independent ones.
///
/// By a common factor (one-factor Gaussian copula): A_i = √ρ M + √(1-ρ) ε_i, project i fails when A_i < Φ⁻¹(p_i);
/// loss = Σ exposure_i · lossGivenDefault_i over the projects that fail – [#byFactor]
///
/// By simulation on common prices: projects that were run with the same seed draw the same shocks for prices of the
/// same name, so future f of each of them is the same world; loss of the book in future f = Σ of their losses in
/// future f – [#bySimulation]
///
/// Limit of many small equal projects (closed form): loss at confidence q = L Φ((Φ⁻¹(p) + √ρ Φ⁻¹(q)) / √(1-ρ)) –
/// [#limit]
///
/// Default correlation of two projects = (P(both) - p₁ p₂) / √(p₁(1-p₁) p₂(1-p₂)) – [#defaultCorrelation]
///
/// Source: Vasicek (2002), The distribution of loan portfolio value, Risk. Probabilities and losses are those of the
/// real world; the price of the book is another question. One factor knows nothing of which prices bind which
/// projects: where the projects are simulated, use [#bySimulation].
public final class GuaranteePortfolio {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int NODES = 400;
    private static final double REACH = 8;

    private GuaranteePortfolio() {}

    /// A guarantee or loan on one project.
    /// @param exposure [currency], covered amount at default
    /// @param probability of default over the horizon, in [0, 1]
    /// @param lossGivenDefault share of the exposure, in [0, 1]
    public record Position(String id, double exposure, double probability, double lossGivenDefault) {
        public Position {
            Check.that(exposure >= 0, "Position '%s': exposure is %s; it must be 0 or more.", id, exposure);
            Check.that(
                    probability >= 0 && probability <= 1,
                    "Position '%s': probability of default is %s; it must lie in [0, 1].",
                    id,
                    probability);
            Check.that(
                    lossGivenDefault >= 0 && lossGivenDefault <= 1,
                    "Position '%s': loss given default is %s; it must lie in [0, 1].",
                    id,
                    lossGivenDefault);
        }

        double expected() {
            return exposure * probability * lossGivenDefault;
        }
    }

    /// What a book can lose.
    /// @param losses [currency] over the futures
    /// @param expected [currency], exact where positions were given, else the mean
    /// @param defaultCorrelation between the projects, ones on the diagonal
    public record Book(Distribution losses, double expected, double[][] defaultCorrelation) {
        /// Loss that is not exceeded with this confidence.
        public double at(double confidence) {
            return losses.quantile(confidence);
        }

        /// Mean loss of the worst share of the futures.
        public double worst(double share) {
            return losses.meanOfHighest(share);
        }
    }

    /// @param correlation ρ, in [0, 1)
    /// @param futures how many worlds are drawn
    public static Book byFactor(List<Position> positions, double correlation, long seed, int futures) {
        Check.that(
                correlation >= 0 && correlation < 1, "Fleet: correlation is %s; it must lie in [0, 1).", correlation);
        int n = positions.size();
        double[] bar = new double[n];
        long[] streams = new long[n];
        double expected = 0;
        for (int k = 0; k < n; k++) {
            bar[k] = bar(positions.get(k).probability);
            streams[k] = DrawKeys.stream("fleet " + positions.get(k).id);
            expected += positions.get(k).expected();
        }
        StreamingDistribution tally = new StreamingDistribution(futures);
        Block block = new Block(new DrawKeys(seed));
        for (int first = 0; first < futures; first += FutureLanes.WIDTH) {
            block.begin(first);
            for (int k = 0; k < n; k++) {
                Position p = positions.get(k);
                block.add(streams[k], correlation, bar[k], p.exposure * p.lossGivenDefault);
            }
            tally.add(block.loss, Math.min(FutureLanes.WIDTH, futures - first));
        }
        return new Book(tally.distribution(), expected, pairs(positions, correlation));
    }

    /// Each pair of probabilities is worked out once.
    private static double[][] pairs(List<Position> positions, double correlation) {
        int n = positions.size();
        Map<List<Double>, Double> known = new HashMap<>();
        double[][] pairs = new double[n][n];
        for (int i = 0; i < n; i++) {
            pairs[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double p1 = positions.get(i).probability;
                double p2 = positions.get(j).probability;
                List<Double> pair = List.of(Math.min(p1, p2), Math.max(p1, p2));
                pairs[i][j] = known.computeIfAbsent(pair, _ -> defaultCorrelation(p1, p2, correlation));
                pairs[j][i] = pairs[i][j];
            }
        }
        return pairs;
    }

    /// A block of futures of the one-factor model.
    private static final class Block {
        private final DrawKeys keys;
        private final FutureLanes lanes = new FutureLanes();
        private final long[] futures = new long[FutureLanes.WIDTH];
        private final long[] key = new long[FutureLanes.WIDTH];
        private final double[] common = new double[FutureLanes.WIDTH];
        private final double[] own = new double[FutureLanes.WIDTH];
        private final double[] unused = new double[FutureLanes.WIDTH];
        private final double[] loss = new double[FutureLanes.WIDTH];

        Block(DrawKeys keys) {
            this.keys = keys;
        }

        void begin(long first) {
            keys.futures(first, futures);
            DrawKeys.fill(futures, DrawKeys.stream("fleet"), key);
            lanes.normals(key, 0, common, unused);
            Arrays.fill(loss, 0);
        }

        void add(long stream, double correlation, double bar, double amount) {
            DrawKeys.fill(futures, stream, key);
            lanes.normals(key, 0, own, unused);
            double a = Math.sqrt(correlation);
            double b = Math.sqrt(1 - correlation);
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                if (a * common[i] + b * own[i] < bar) {
                    loss[i] += amount;
                }
            }
        }
    }

    /// @param losses by project and future, all from runs with the same seed; rows equally long, at least one
    public static Book bySimulation(List<double[]> losses) {
        Check.that(!losses.isEmpty(), "Fleet: there is no project; there must be 1 or more.");
        int futures = losses.getFirst().length;
        double[] sum = new double[futures];
        for (double[] row : losses) {
            Check.that(row.length == futures, "Fleet: a project has %s futures; it must have %s.", row.length, futures);
            for (int f = 0; f < futures; f++) {
                sum[f] += row[f];
            }
        }
        StreamingDistribution tally = new StreamingDistribution(futures);
        tally.add(sum, futures);
        Distribution distribution = tally.distribution();
        double[][] pairs = new double[losses.size()][losses.size()];
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < pairs.length; j++) {
                pairs[i][j] = i == j ? 1 : together(losses.get(i), losses.get(j));
            }
        }
        return new Book(distribution, distribution.mean(), pairs);
    }

    /// Correlation of the events "a loss" of two projects; 0 where one of them never or always loses.
    private static double together(double[] a, double[] b) {
        double first = 0;
        double second = 0;
        double both = 0;
        for (int f = 0; f < a.length; f++) {
            first += a[f] > 0 ? 1 : 0;
            second += b[f] > 0 ? 1 : 0;
            both += a[f] > 0 && b[f] > 0 ? 1 : 0;
        }
        double n = a.length;
        return correlation(first / n, second / n, both / n);
    }

    private static double correlation(double p1, double p2, double both) {
        double variance = p1 * (1 - p1) * p2 * (1 - p2);
        return variance > 0 ? (both - p1 * p2) / Math.sqrt(variance) : 0;
    }

    /// Of two projects under the common factor: P(both) = E[Φ(c₁(M)) Φ(c₂(M))], by the trapezoidal rule over M.
    public static double defaultCorrelation(double p1, double p2, double correlation) {
        double both = 0;
        double step = 2 * REACH / NODES;
        for (int k = 0; k <= NODES; k++) {
            double m = -REACH + k * step;
            both += NORMAL.density(m) * step * given(p1, correlation, m) * given(p2, correlation, m);
        }
        return correlation(p1, p2, both);
    }

    /// Φ((Φ⁻¹(p) - √ρ m) / √(1-ρ)): the chance of default once the common factor is known.
    private static double given(double p, double correlation, double m) {
        return NORMAL.cumulativeProbability((bar(p) - Math.sqrt(correlation) * m) / Math.sqrt(1 - correlation));
    }

    /// Share of the book lost at a confidence, in the limit of many small equal projects.
    /// @param confidence in (0, 1)
    public static double limit(double p, double lossGivenDefault, double correlation, double confidence) {
        return lossGivenDefault * given(p, correlation, -NORMAL.inverseCumulativeProbability(confidence));
    }

    private static double bar(double p) {
        return p <= 0 ? -Double.MAX_VALUE : p >= 1 ? Double.MAX_VALUE : NORMAL.inverseCumulativeProbability(p);
    }
}
