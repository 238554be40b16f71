package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.PriceModel;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;

/// The futures of a project one by one: what [PriceLanes] and [RiskEvents] draw for a block of lanes, as the
/// [Realization] that the explainable cash flow takes. The fast [FutureKernel] and the full cash flow see the same
/// worlds.
final class PathGenerator {
    private static final int YEAR = 12;

    private final Project project;
    private final DrawKeys keys;
    private final PriceLanes prices;
    private final RiskEvents chances;
    private final long[] futures = new long[FutureLanes.WIDTH];
    private final double[][][] paths;
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
        paths = new double[setup.ids().size()][months][FutureLanes.WIDTH];
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
                for (int k = 0; k < YEAR; k++) {
                    System.arraycopy(year[p][k], 0, paths[p][y * YEAR + k], 0, FutureLanes.WIDTH);
                }
            }
            chances.year(y, yearly[y]);
        }
        if (project.host().politics().linkToPrice().central() > 0 && paths.length > 0) {
            chances.follow(futures, paths[0], level());
        }
    }

    /// What the first price of the market is compared with: its long-run level, or where it starts.
    private double level() {
        PriceModel model =
                project.market().prices().values().iterator().next().model().core();
        return model instanceof PriceModel.MeanReverting reverting ? reverting.level() : model.start();
    }

    /// The world of one lane of the block.
    Realization draw(int lane) {
        int delay = chances.delay[lane];
        int all = Realization.months(project, delay);
        double[][] path = new double[paths.length][all];
        for (int p = 0; p < path.length; p++) {
            for (int m = 0; m < all; m++) {
                path[p][m] = paths[p][m][lane];
            }
        }
        double[] years = new double[Math.ceilDiv(all, YEAR)];
        Arrays.setAll(years, y -> yearly[y][lane]);
        boolean[] stopped = new boolean[all];
        for (int s = 0; s < chances.stops; s++) {
            if (chances.stopLane[s] == lane) {
                Arrays.fill(stopped, Math.min(all, chances.stopFrom[s]), Math.min(all, chances.stopUntil[s]), true);
            }
        }
        int seized = chances.seized[lane] < all ? chances.seized[lane] : Realization.NEVER;
        return new Realization(path, chances.overrun[lane], delay, chances.grade[lane], years, stopped, seized);
    }

    /// The first futures of a project, such as for a closer look at single ones.
    static List<Realization> first(Project project, ProbabilityMeasure measure, long seed, int count) {
        PathGenerator worlds = new PathGenerator(project, measure, seed);
        Realization[] out = new Realization[count];
        for (int f = 0; f < count; f++) {
            if (f % FutureLanes.WIDTH == 0) {
                worlds.begin(f);
            }
            out[f] = worlds.draw(f % FutureLanes.WIDTH);
        }
        return List.of(out);
    }
}
