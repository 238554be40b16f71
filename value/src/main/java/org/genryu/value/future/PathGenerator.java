package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.FinanceTerms;
import org.genryu.value.project.Project;

/// The futures of a project one by one: what [PriceLanes] and [RiskEvents] draw for a block of lanes, as the
/// [Realization] that the explainable cash flow takes. The fast [FutureKernel] and the full cash flow see the same
/// worlds.
public final class PathGenerator {
    private static final int YEAR = 12;

    private final Project project;
    private final DrawKeys keys;
    private final PriceLanes prices;
    private final RiskEvents chances;
    private final long[] futures = new long[FutureLanes.WIDTH];
    private final double[][][] paths;
    private final double[][][] lanes;
    private final boolean[] stopped;
    private final boolean sold;
    private final double[] factors;
    private final double[][] yearly;
    private final int months;

    PathGenerator(Project project, ProbabilityMeasure measure, long seed) {
        this.project = project;
        keys = new DrawKeys(seed);
        PriceLanes.Setup setup = KernelInputs.market(project, measure);
        prices = new PriceLanes(setup);
        int years = Math.ceilDiv(Realization.months(project, longestDelay(project)), YEAR);
        months = years * YEAR;
        chances = new RiskEvents(project, KernelInputs.lower(project), longestDelay(project));
        paths = new double[setup.ids().size()][linked() ? months : 0][FutureLanes.WIDTH];
        lanes = new double[setup.ids().size()][FutureLanes.WIDTH][];
        for (int p = 0; p < lanes.length; p++) {
            double[] all = new double[months];
            for (int i = 0; i < FutureLanes.WIDTH; i++) {
                lanes[p][i] = prices.same(p) ? all : new double[months];
            }
        }
        stopped = new boolean[months];
        sold = project.finance().terms().remedies().way() == FinanceTerms.Remedy.SALE;
        factors = new double[years];
        yearly = new double[years][FutureLanes.WIDTH];
    }

    /// [month]
    static int longestDelay(Project project) {
        return (int) Math.round(project.timeline().longestDelay());
    }

    /// Draws the futures from `first` on.
    void begin(long first) {
        keys.futures(first, futures);
        prices.begin(first, futures);
        chances.begin(futures, prices, months);
        for (int y = 0; y < yearly.length; y++) {
            double[][][] year = prices.year(y);
            for (int p = 0; p < paths.length; p++) {
                turn(year[p], lanes[p], prices.same(p) ? 1 : FutureLanes.WIDTH, y * YEAR);
                for (int k = 0; k < YEAR && linked(); k++) {
                    System.arraycopy(year[p][k], 0, paths[p][y * YEAR + k], 0, FutureLanes.WIDTH);
                }
            }
            chances.year(y, yearly[y]);
        }
        if (linked()) {
            chances.follow(futures, paths[0], level());
        }
    }

    /// What the first price of the market is compared with: its long-run level, or where it starts.
    private double level() {
        PriceModel model =
                project.market().prices().values().iterator().next().model().core();
        return model instanceof PriceModel.MeanReverting reverting ? reverting.level() : model.start();
    }

    private boolean linked() {
        return project.host().politics().linkToPrice().central() > 0
                && !project.market().prices().isEmpty();
    }

    /// From months of lanes to lanes of months; where all lanes are one, the first is enough.
    private static void turn(double[][] months, double[][] lanes, int count, int first) {
        for (int i = 0; i < count; i++) {
            double[] lane = lanes[i];
            for (int k = 0; k < YEAR; k++) {
                lane[first + k] = months[k][i];
            }
        }
    }

    /// Months of the longest future.
    int months() {
        return months;
    }

    /// The world of one lane of the block, in arrays that the next call writes over.
    Realization draw(int lane) {
        double[][] path = new double[lanes.length][];
        Arrays.setAll(path, p -> lanes[p][lane]);
        Arrays.fill(stopped, false);
        Arrays.setAll(factors, y -> yearly[y][lane]);
        return draw(lane, path, factors, stopped);
    }

    /// The same in arrays of its own.
    private Realization kept(int lane) {
        int all = Realization.months(project, chances.delay[lane]);
        double[][] path = new double[lanes.length][];
        Arrays.setAll(path, p -> Arrays.copyOf(lanes[p][lane], all));
        double[] years = new double[Math.ceilDiv(all, YEAR)];
        Arrays.setAll(years, y -> yearly[y][lane]);
        return draw(lane, path, years, new boolean[all]);
    }

    private Realization draw(int lane, double[][] path, double[] years, boolean[] still) {
        int delay = chances.delay[lane];
        int all = Realization.months(project, delay);
        for (int s = 0; s < chances.stops; s++) {
            if (chances.stopLane[s] == lane) {
                Arrays.fill(still, Math.min(all, chances.stopFrom[s]), Math.min(all, chances.stopUntil[s]), true);
            }
        }
        int seized = chances.seized[lane] < all ? chances.seized[lane] : Realization.NEVER;
        double recovered = sold ? Realization.recovery(project, chances.recovery[lane]) : 0;
        return new Realization(
                path, chances.overrun[lane], delay, chances.grade[lane], years, still, seized, recovered);
    }

    /// The first futures of a project, such as for a closer look at single ones.
    public static List<Realization> first(Project project, ProbabilityMeasure measure, long seed, int count) {
        PathGenerator worlds = new PathGenerator(project, measure, seed);
        Realization[] out = new Realization[count];
        for (int f = 0; f < count; f++) {
            if (f % FutureLanes.WIDTH == 0) {
                worlds.begin(f);
            }
            out[f] = worlds.kept(f % FutureLanes.WIDTH);
        }
        return List.of(out);
    }
}
