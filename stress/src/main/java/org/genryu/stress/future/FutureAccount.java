package org.genryu.stress.future;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.number.Amount;
import org.genryu.stress.account.StressAccount;

/// The one count of many futures: texts and tables take it from here.
///
/// quantile of p = the ⌈np⌉th smallest of n; its interval are the order statistics np ± z √(np(1-p)), for any
/// distribution – [#quantile]
///
/// mean ± z s/√n – [#mean]
///
/// chance of c in n: Wilson's interval – [#chance]
///
/// what moves the loss: Spearman's rank correlation r of an input with what users at home lose, with
/// tanh(atanh r ± z √(1.06/(n-3))) – [#movers]
///
/// Intervals hold with 95 %, z = 1.96, and as if draws were independent; where the loss goes one way with each input
/// those of a Latin hypercube are narrower. Sources: David, Nagaraja (2003), Order statistics, 7.1; Wilson (1927),
/// JASA 22, 209; Fieller, Hartley, Pearson (1957), Biometrika 44, 470; McKay, Beckman, Conover (1979).
///
/// Of a future only six numbers are kept, of a use two sums.
public final class FutureAccount {
    /// Probabilities of the quantiles that are told.
    public static final List<Double> TOLD = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /// Fewer futures do not stop a run early.
    static final int LEAST = 30;

    private static final double Z = Amount.STANDARD.inverseCumulativeProbability(0.975);

    /// What is counted of a future.
    public enum Measure {
        COST,
        HOME,
        USES,
        PART;

        /// As tables have it.
        public String word() {
            return switch (this) {
                case COST -> "cost";
                case HOME -> "home_cost";
                case USES -> "uses_short";
                case PART -> "part";
            };
        }
    }

    /// A number with what the sample leaves open.
    /// @param low empty where the sample is too small to say
    public record Estimate(double value, Optional<Double> low, Optional<Double> high) {}

    /// A use over all futures.
    /// @param home whether it is at home
    /// @param chance share of the futures in which it is short
    /// @param part mean of the largest part that it lacks in a month [fraction]
    public record Use(int demand, int place, int commodity, String use, boolean home, Estimate chance, double part) {}

    /// An uncertain number and how what users at home lose goes with it.
    public record Mover(UncertainCell cell, Estimate correlation) {}

    private final FutureDraws draws;
    private final SupplyCase of;
    private final List<FutureLoss> rows = new ArrayList<>();
    private int told;
    private int[] shortIn = new int[0];
    private double[] parts = new double[0];
    private boolean[] reached = new boolean[0];

    /// @param of the case under the scenario
    public FutureAccount(FutureDraws draws, SupplyCase of) {
        this.draws = draws;
        this.of = of;
    }

    public void add(FutureLoss one) {
        rows.add(new FutureLoss(
                one.number(),
                one.told(),
                one.cost(),
                one.home(),
                one.shortUses(),
                one.part(),
                one.first(),
                new double[0],
                new boolean[0]));
        if (!one.told()) {
            return;
        }
        told++;
        if (shortIn.length == 0) {
            shortIn = new int[one.parts().length];
            parts = new double[shortIn.length];
            reached = new boolean[shortIn.length];
        }
        for (int d = 0; d < shortIn.length; d++) {
            reached[d] |= one.parts()[d] >= 0;
            parts[d] += Math.max(0, one.parts()[d]);
            shortIn[d] += one.isShort()[d] ? 1 : 0;
        }
    }

    /// The case under the scenario, with its central numbers.
    public SupplyCase of() {
        return of;
    }

    public FutureDraws draws() {
        return draws;
    }

    /// Every future in order, without its uses.
    public List<FutureLoss> rows() {
        return List.copyOf(rows);
    }

    /// How many have an answer.
    public int told() {
        return told;
    }

    private static double of(FutureLoss row, Measure measure) {
        return switch (measure) {
            case COST -> row.cost();
            case HOME -> row.home();
            case USES -> row.shortUses();
            case PART -> row.part();
        };
    }

    private double[] values(Measure measure) {
        return rows.stream()
                .filter(FutureLoss::told)
                .mapToDouble(row -> of(row, measure))
                .toArray();
    }

    /// @param p above 0 and below 1
    public Estimate quantile(Measure measure, double p) {
        double[] sorted = values(measure);
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return new Estimate(0, Optional.empty(), Optional.empty());
        }
        double spread = Z * Math.sqrt(n * p * (1 - p));
        int low = (int) Math.floor(n * p - spread);
        int high = (int) Math.ceil(n * p + spread) + 1;
        return new Estimate(
                sorted[Math.clamp((long) Math.ceil(n * p), 1, n) - 1],
                low >= 1 ? Optional.of(sorted[low - 1]) : Optional.empty(),
                high <= n ? Optional.of(sorted[high - 1]) : Optional.empty());
    }

    /// Months of the clock before the one in which a use at home is first short: the ⌈np⌉th smallest of n; infinite
    /// where none is short.
    /// @param p above 0 and below 1
    public double untilShort(double p) {
        double[] sorted = rows.stream()
                .filter(FutureLoss::told)
                .mapToDouble(row -> row.first() < 0 ? Double.POSITIVE_INFINITY : row.first())
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Double.POSITIVE_INFINITY
                : sorted[Math.clamp((long) Math.ceil(sorted.length * p), 1, sorted.length) - 1];
    }

    public Estimate mean(Measure measure) {
        double[] values = values(measure);
        int n = values.length;
        double mean = Arrays.stream(values).sum() / Math.max(1, n);
        if (n < 2) {
            return new Estimate(mean, Optional.empty(), Optional.empty());
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double half = Z * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, Optional.of(mean - half), Optional.of(mean + half));
    }

    /// The share of the futures in which something happened that happened in so many.
    public Estimate chance(int count) {
        if (told == 0) {
            return new Estimate(0, Optional.empty(), Optional.empty());
        }
        double n = told;
        double p = count / n;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return new Estimate(
                p,
                Optional.of(count == 0 ? 0 : Math.max(0, middle - half)),
                Optional.of(count == told ? 1 : Math.min(1, middle + half)));
    }

    /// The share of the futures in which any use at home is short.
    public Estimate shortAtHome() {
        return chance((int) rows.stream().filter(row -> row.shortUses() > 0).count());
    }

    /// Every use that is reached in any future, the likeliest to be short first.
    public List<Use> uses() {
        List<Use> all = new ArrayList<>();
        for (int d = 0; d < shortIn.length; d++) {
            if (reached[d]) {
                int place = of.use().demands().place()[d];
                all.add(new Use(
                        d,
                        place,
                        of.use().demands().commodity()[d],
                        of.use().demands().use()[d],
                        StressAccount.isHome(of, place),
                        chance(shortIn[d]),
                        parts[d] / told));
            }
        }
        all.sort(Comparator.comparingDouble((Use use) -> -use.chance().value())
                .thenComparingDouble(use -> -use.part())
                .thenComparingInt(Use::demand));
        return all;
    }

    /// Every uncertain number, the one that the loss goes with most first.
    public List<Mover> movers() {
        double[] loss = ranks(values(Measure.HOME));
        List<Mover> all = new ArrayList<>();
        for (UncertainCell cell : draws.cells()) {
            double[] drawn = rows.stream()
                    .filter(FutureLoss::told)
                    .mapToDouble(row -> draws.of(row.number(), List.of(cell))[0])
                    .toArray();
            all.add(new Mover(cell, correlation(ranks(drawn), loss)));
        }
        all.sort(Comparator.comparingDouble(
                (Mover one) -> -Math.abs(one.correlation().value())));
        return all;
    }

    /// Ranks from 1; the mean of theirs for equal ones.
    static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
        double[] ranks = new double[values.length];
        for (int k = 0; k < order.length; ) {
            int end = k;
            while (end < order.length && values[order[end]] == values[order[k]]) {
                end++;
            }
            for (int e = k; e < end; e++) {
                ranks[order[e]] = (k + 1 + end) / 2.0;
            }
            k = end;
        }
        return ranks;
    }

    /// Of ranks; nil where one of them never changes.
    static Estimate correlation(double[] a, double[] b) {
        int n = a.length;
        double middle = (n + 1) / 2.0;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < n; k++) {
            both += (a[k] - middle) * (b[k] - middle);
            first += (a[k] - middle) * (a[k] - middle);
            second += (b[k] - middle) * (b[k] - middle);
        }
        double r = first > 0 && second > 0 ? Math.clamp(both / Math.sqrt(first * second), -1, 1) : 0;
        if (n < 4 || !(first > 0 && second > 0)) {
            return new Estimate(r, Optional.empty(), Optional.empty());
        }
        double z = Math.log((1 + r) / (1 - r)) / 2;
        double half = Z * Math.sqrt(1.06 / (n - 3));
        return new Estimate(
                r,
                Optional.of(Math.abs(r) == 1 ? r : Math.tanh(z - half)),
                Optional.of(Math.abs(r) == 1 ? r : Math.tanh(z + half)));
    }

    /// Whether the mean of what users at home lose is known to within a share of it.
    public boolean isWithin(double share) {
        Estimate mean = mean(Measure.HOME);
        return told >= LEAST
                && mean.high().isPresent()
                && mean.high().get() - mean.value() <= share * Math.abs(mean.value());
    }
}
