package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.Draw;
import org.genryu.value.price.Measure;
import org.genryu.value.price.PriceModel;
import org.genryu.value.project.Project;

/// The futures of a project one by one: what [PriceLanes] and [Chances] draw for a block of lanes, as the [Draw] that
/// the explainable cash flow takes. The fast [Kernel] and the full cash flow see the same worlds.
final class Worlds {
    private static final int YEAR = 12;

    private final Project project;
    private final Keys keys;
    private final PriceLanes prices;
    private final Chances chances;
    private final long[] futures = new long[Lanes.WIDTH];
    private final double[][][] paths;
    private final double[][] yearly;
    private final int months;

    Worlds(Project project, Measure measure, long seed) {
        this.project = project;
        keys = new Keys(seed);
        PriceLanes.Setup setup = Plan.market(project, measure);
        prices = new PriceLanes(setup);
        int years = Math.ceilDiv(Draw.months(project, longestDelay(project)), YEAR);
        months = years * YEAR;
        chances = new Chances(project, Plan.lower(project), longestDelay(project));
        paths = new double[setup.ids().size()][months][Lanes.WIDTH];
        yearly = new double[years][Lanes.WIDTH];
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
                    System.arraycopy(year[p][k], 0, paths[p][y * YEAR + k], 0, Lanes.WIDTH);
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
        PriceModel model = project.market().prices().values().iterator().next().model();
        while (model instanceof PriceModel.WithJumps jumps) {
            model = jumps.of();
        }
        return model instanceof PriceModel.MeanReverting reverting ? reverting.level() : model.start();
    }

    /// The world of one lane of the block.
    Draw draw(int lane) {
        int delay = chances.delay[lane];
        int all = Draw.months(project, delay);
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
        int seized = chances.seized[lane] < all ? chances.seized[lane] : Draw.NEVER;
        return new Draw(path, chances.overrun[lane], delay, chances.grade[lane], years, stopped, seized);
    }

    /// The first futures of a project, such as for a closer look at single ones.
    static List<Draw> first(Project project, Measure measure, long seed, int count) {
        Worlds worlds = new Worlds(project, measure, seed);
        Draw[] out = new Draw[count];
        for (int f = 0; f < count; f++) {
            if (f % Lanes.WIDTH == 0) {
                worlds.begin(f);
            }
            out[f] = worlds.draw(f % Lanes.WIDTH);
        }
        return List.of(out);
    }
}
