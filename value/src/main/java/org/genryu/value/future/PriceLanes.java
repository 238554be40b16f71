package org.genryu.value.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.core.number.Correlation;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.price.TwoFactorStep;

/// The prices of a block of futures, a year of months at a time: the same exact steps as `PriceFactors`, lane by lane,
/// with the draws of [DrawKeys]. Stream `price <id>`: normal m is the shock of month m; `price <id> split` the second
/// normal of models of two factors; `price <id> jumps`: word 4 i is the waiting time of jump i, word
/// 4 i + 2 its size.
///
/// z(m) = L e(m) ; χ ← decay χ + shortShift + shortLead z + split w ; ξ ← ξ + longShift + longLead z - split w ;
/// S(m) = exp(χ + ξ + jumps), m counted from the valuation date, S the price at the end of month m
final class PriceLanes {
    /// What is the same for every block.
    ///
    /// @param lower Cholesky factor of the correlation of all factors, prices first
    record Setup(List<String> ids, List<PriceModel> models, Correlation correlation, ProbabilityMeasure measure) {
        Setup {
            ids = List.copyOf(ids);
            models = List.copyOf(models);
        }
    }

    private static final int W = FutureLanes.WIDTH;
    private static final int YEAR = 12;

    /// How far a log may stray, in standard deviations after [#LONG] years, for the short series of the
    /// exponential.
    private static final double DEVIATIONS = 10;

    private static final double LONG = 100;

    private final Setup setup;
    private final FutureLanes lanes = new FutureLanes();
    private final List<Walk> walks = new ArrayList<>();
    private final double[][][] shocks;
    private long firstFuture;

    PriceLanes(Setup setup) {
        this.setup = setup;
        for (int i = 0; i < setup.ids.size(); i++) {
            walks.add(new Walk(setup.ids.get(i), setup.models.get(i), setup.measure));
        }
        shocks = new double[walks.size()][YEAR][W];
    }

    /// Begins a block.
    /// @param futures φ of its futures
    void begin(long first, long[] futures) {
        firstFuture = first;
        for (Walk walk : walks) {
            walk.begin(futures);
        }
    }

    /// Fills the prices of a year; `year(y)` of one block comes before `year(y + 1)`.
    /// @return [factor][month of the year][lane], overwritten by the next year
    double[][][] year(int year) {
        for (int i = 0; i < walks.size(); i++) {
            if (walks.get(i).random) {
                walks.get(i).shocks(year, shocks[i], lanes);
            }
        }
        tie();
        for (int i = 0; i < walks.size(); i++) {
            walks.get(i).walk(year, shocks[i], firstFuture, lanes);
        }
        return shocks;
    }

    /// Whether a factor goes the same way in every lane.
    boolean same(int factor) {
        return walks.get(factor).same();
    }

    /// Adds to `into` a factor's independent shocks of the first `months`, times `weight`; for factors of one draw
    /// that are correlated with a price.
    void sumOfShocks(int factor, int months, double weight, double[] into) {
        double[] a = new double[W];
        double[] b = new double[W];
        for (int m = 0; m < months; m += 2) {
            lanes.normals(walks.get(factor).keys, m / 2, a, b);
            double second = m + 1 < months ? weight : 0;
            for (int i = 0; i < W; i++) {
                into[i] += weight * a[i] + second * b[i];
            }
        }
    }

    /// z = L e in place, from the last factor to the first, so that the earlier shocks are still the independent
    /// ones.
    private void tie() {
        for (int i = walks.size() - 1; i >= 0; i--) {
            double[] row = setup.correlation.lower()[i];
            boolean alone = true;
            for (int j = 0; j < i; j++) {
                alone &= !(Math.abs(row[j]) > 0);
            }
            if (alone) {
                continue;
            }
            for (int m = 0; m < YEAR; m++) {
                scale(shocks[i][m], row[i]);
                for (int j = 0; j < i; j++) {
                    addScaled(shocks[i][m], row[j], shocks[j][m]);
                }
            }
        }
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < W; i++) {
            x[i] *= factor;
        }
    }

    private static void addScaled(double[] x, double factor, double[] y) {
        for (int i = 0; i < W; i++) {
            x[i] = Math.fma(factor, y[i], x[i]);
        }
    }

    /// One factor on its way.
    private static final class Walk {
        private final PriceModel model;
        private final boolean random;
        private final TwoFactorStep step;
        private final double startShort;
        private final double startLong;
        private final long stream;
        private final long splitStream;
        private final List<JumpLanes> jumps = new ArrayList<>();
        private final long[] keys = new long[W];
        private final long[] splitKeys = new long[W];
        private final double[] chi = new double[W];
        private final double[] xi = new double[W];
        private final double[][] splits = new double[2][W];
        private final boolean single;
        private final boolean longOnly;
        private double[] medians = {};
        private final List<PriceModel.OnPath> paths = new ArrayList<>();
        /// What the paths do to the price, by month, as far as they were asked for.
        private double[] factors = {};

        Walk(String id, PriceModel model, ProbabilityMeasure measure) {
            PriceModel inner = model;
            String name = "price " + id;
            stream = DrawKeys.stream(name);
            splitStream = DrawKeys.stream(name + " split");
            while (inner instanceof PriceModel.WithJumps || inner instanceof PriceModel.OnPath) {
                if (inner instanceof PriceModel.WithJumps j) {
                    name += " jumps";
                    jumps.add(new JumpLanes(j, name));
                    inner = j.of();
                } else if (inner instanceof PriceModel.OnPath on) {
                    paths.add(on);
                    inner = on.around();
                }
            }
            this.model = inner;
            var gaussian = inner.gaussian();
            step = gaussian.map(g -> g.transition(1.0 / YEAR, measure)).orElse(new TwoFactorStep(0, 0, 0, 0, 0, 0));
            startShort = gaussian.map(g -> g.shortTerm().start()).orElse(0.0);
            startLong = gaussian.map(g -> Math.log(g.longTerm().start())).orElse(0.0);
            random = step.shortLead() + step.longLead() > 0 || step.split() > 0;
            longOnly = !(Math.abs(step.shortLead()) > 0);
            double reach = DEVIATIONS * Math.sqrt(inner.logVariance(LONG));
            single =
                    reach <= FutureLanes.SMALL && !(step.split() > 0) && (longOnly || !(Math.abs(step.longLead()) > 0));
        }

        boolean same() {
            return !random && jumps.isEmpty() && !(model instanceof PriceModel.PerFuture);
        }

        void begin(long[] futures) {
            DrawKeys.fill(futures, stream, keys);
            if (step.split() > 0) {
                DrawKeys.fill(futures, splitStream, splitKeys);
            }
            Arrays.fill(chi, single ? 0 : startShort);
            Arrays.fill(xi, startLong);
            for (JumpLanes jump : jumps) {
                jump.begin(futures);
            }
        }

        void shocks(int year, double[][] out, FutureLanes lanes) {
            for (int m = 0; m < YEAR; m += 2) {
                lanes.normals(keys, (year * (long) YEAR + m) / 2, out[m], out[m + 1]);
            }
        }

        void walk(int year, double[][] prices, long first, FutureLanes lanes) {
            switch (model) {
                case PriceModel.Gaussian _ -> gaussian(year, prices, lanes);
                case PriceModel.Table table -> {
                    for (int m = 0; m < YEAR; m++) {
                        Arrays.fill(prices[m], table.at(end(year, m)));
                    }
                }
                case PriceModel.PerFuture per -> {
                    int rows = per.table().futures();
                    for (int m = 0; m < YEAR; m++) {
                        for (int i = 0; i < W; i++) {
                            prices[m][i] = per.table().at(Math.min(first + i, rows - 1), end(year, m));
                        }
                    }
                }
                case PriceModel.WithJumps _, PriceModel.OnPath _ ->
                    throw new IllegalStateException("Jumps and paths are peeled off before.");
            }
            for (JumpLanes jump : jumps) {
                jump.onto(year, prices);
            }
            if (!paths.isEmpty()) {
                follow(year, prices);
            }
        }

        private void follow(int year, double[][] prices) {
            if (factors.length < (year + 1) * YEAR) {
                int known = factors.length;
                factors = Arrays.copyOf(factors, (year + 1) * YEAR);
                for (int m = known; m < factors.length; m++) {
                    factors[m] = 1;
                    for (PriceModel.OnPath path : paths) {
                        factors[m] *= path.factor(end(m / YEAR, m % YEAR));
                    }
                }
            }
            for (int m = 0; m < YEAR; m++) {
                for (int i = 0; i < W; i++) {
                    prices[m][i] *= factors[year * YEAR + m];
                }
            }
        }

        private static double end(int year, int month) {
            return (year * YEAR + month + 1) / (double) YEAR;
        }

        private void gaussian(int year, double[][] path, FutureLanes lanes) {
            if (!random) {
                still(path);
                return;
            }
            if (single) {
                for (int m = 0; m < YEAR; m++) {
                    deviate(path[m], median(year * YEAR + m));
                }
                return;
            }
            for (int m = 0; m < YEAR; m++) {
                if (step.split() > 0) {
                    if (m % 2 == 0) {
                        lanes.normals(splitKeys, (year * (long) YEAR + m) / 2, splits[0], splits[1]);
                    }
                    twoFactors(path[m], splits[m % 2]);
                } else {
                    oneFactor(path[m]);
                }
                FutureLanes.exp(path[m]);
            }
        }

        /// One part only, and its log within [FutureLanes#SMALL] of its mean: price = median · exp(deviation).
        private void deviate(double[] z, double median) {
            double decay = longOnly ? 1 : step.decay();
            double lead = longOnly ? step.longLead() : step.shortLead();
            FutureLanes.deviate(z, chi, decay, lead, median);
        }

        /// exp of the mean of the log at the end of a month, worked out once.
        private double median(int month) {
            if (month >= medians.length) {
                medians = Arrays.copyOf(medians, Math.max(2 * month, 600));
                double c = startShort;
                double x = startLong;
                for (int m = 0; m < medians.length; m++) {
                    c = step.decay() * c + step.shortShift();
                    x += step.longShift();
                    medians[m] = Math.exp(c + x);
                }
            }
            return medians[month];
        }

        private void oneFactor(double[] z) {
            double decay = step.decay();
            double shortShift = step.shortShift();
            double shortLead = step.shortLead();
            double longShift = step.longShift();
            double longLead = step.longLead();
            for (int i = 0; i < W; i++) {
                double c = Math.fma(decay, chi[i], Math.fma(shortLead, z[i], shortShift));
                double x = xi[i] + Math.fma(longLead, z[i], longShift);
                chi[i] = c;
                xi[i] = x;
                z[i] = c + x;
            }
        }

        private void twoFactors(double[] z, double[] w) {
            double split = step.split();
            for (int i = 0; i < W; i++) {
                double shift = split * w[i];
                chi[i] = step.decay() * chi[i] + step.shortShift() + step.shortLead() * z[i] + shift;
                xi[i] += step.longShift() + step.longLead() * z[i] - shift;
                z[i] = chi[i] + xi[i];
            }
        }

        /// No shock at all: every lane goes the same way.
        private void still(double[][] path) {
            double c = chi[0];
            double x = xi[0];
            for (int m = 0; m < YEAR; m++) {
                c = step.decay() * c + step.shortShift();
                x += step.longShift();
                Arrays.fill(path[m], Math.exp(c + x));
            }
            chi[0] = c;
            xi[0] = x;
        }
    }

    /// The jumps of one factor: the sum of those so far, fading.
    private static final class JumpLanes {
        private final PriceModel.WithJumps jumps;
        private final long stream;
        private final long[] keys = new long[W];
        private final long[] number = new long[W];
        private final double[] next = new double[W];
        private final double[] sum = new double[W];

        JumpLanes(PriceModel.WithJumps jumps, String name) {
            this.jumps = jumps;
            stream = DrawKeys.stream(name);
        }

        void begin(long[] futures) {
            DrawKeys.fill(futures, stream, keys);
            Arrays.fill(number, 0);
            Arrays.fill(sum, 0);
            for (int i = 0; i < W; i++) {
                next[i] = gap(i);
            }
        }

        void onto(int year, double[][] path) {
            double fade = Math.exp(-jumps.fade() / YEAR);
            for (int m = 0; m < YEAR; m++) {
                double end = Walk.end(year, m);
                for (int i = 0; i < W; i++) {
                    sum[i] *= fade;
                    while (next[i] <= end) {
                        double z = FutureLanes.normal(keys[i], 4 * number[i] + 2);
                        double size = jumps.meanLog() + jumps.deviationLog() * z;
                        sum[i] += size * Math.exp(-jumps.fade() * (end - next[i]));
                        number[i]++;
                        next[i] += gap(i);
                    }
                    if (sum[i] < 0 || sum[i] > 0) {
                        path[m][i] *= Math.exp(sum[i]);
                    }
                }
            }
        }

        /// Time to the next jump [yr]; beyond every horizon if there are none.
        private double gap(int lane) {
            double rate = Math.max(jumps.perYear(), 1e-300);
            return Math.min(1e9, -Math.log(FutureLanes.uniform(keys[lane], 4 * number[lane])) / rate);
        }
    }
}
