package org.genryu.value.future;

import java.util.Arrays;
import java.util.List;
import org.genryu.value.cash.Operations;
import org.genryu.value.cash.PlantMonths;
import org.genryu.value.cash.Realization;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;

/// Several ways to finance one project in the same futures: world and plant are worked out once for all of them. The
/// columns of the ways that are wanted whole come first, one way after the other, then what each other way brings to
/// owners and lenders together.
final class WayBlocks implements FutureRunner.Blocks {
    private final PathGenerator worlds;
    private final PlantMonths plant;
    private final PathMetrics[] ways;
    private final int whole;
    private final int[] first;
    /// Where the other ways write; all that is read from it is set anew for each future.
    private final double[][] aside;

    /// @param whole ways of which every number is wanted, one or more
    /// @param joint ways of which only the value to owners and lenders is
    WayBlocks(List<FinanceWay> whole, List<FinanceWay> joint, ProbabilityMeasure measure, long seed, boolean rates) {
        Project project = whole.getFirst().project();
        worlds = new PathGenerator(project, measure, seed);
        plant = new PlantMonths(project, worlds.months());
        this.whole = whole.size();
        ways = new PathMetrics[whole.size() + joint.size()];
        for (int w = 0; w < ways.length; w++) {
            FinanceWay way = w < this.whole ? whole.get(w) : joint.get(w - this.whole);
            ways[w] = new PathMetrics(way.project(), way.plan(), worlds.months(), w < this.whole && rates);
        }
        first = starts(whole);
        int widest = joint.stream()
                .mapToInt(way -> PathMetrics.columns(way.project()))
                .max()
                .orElse(0);
        aside = new double[widest][FutureLanes.WIDTH];
    }

    /// Where the columns of each whole way begin; at the end, where those of the others do.
    static int[] starts(List<FinanceWay> whole) {
        int[] first = new int[whole.size() + 1];
        for (int w = 0; w < whole.size(); w++) {
            first[w + 1] = first[w] + PathMetrics.columns(whole.get(w).project());
        }
        return first;
    }

    @Override
    public void run(long from, int count, double[][] columns) {
        worlds.begin(from);
        for (double[] column : columns) {
            Arrays.fill(column, 0);
        }
        double[][][] own = new double[ways.length][][];
        for (int w = 0; w < ways.length; w++) {
            own[w] = w < whole ? Arrays.copyOfRange(columns, first[w], first[w + 1]) : aside;
        }
        for (int lane = 0; lane < count; lane++) {
            Realization draw = worlds.draw(lane);
            Operations operations = plant.of(draw);
            for (int w = 0; w < ways.length; w++) {
                ways[w].run(draw, operations, lane, own[w]);
                if (w >= whole) {
                    columns[first[whole] + w - whole][lane] = aside[PathMetrics.JOINT][lane];
                }
            }
        }
    }
}
