package org.genryu.stress.month;

import java.util.Arrays;

/// What the world carries from month to month: stocks, goods under way, plants that stand, buyers who look
/// for others.
final class MonthState {
    /// Level by pile [units].
    final double[] level;
    /// What arrives, by market and month of the clock, of what was sent before [units].
    final double[][] arriving;
    /// Activity of the month before, by process.
    final double[] before;
    /// Months of loss in a row, by process.
    final int[] losing;
    /// Whether a plant is mothballed.
    final double[] closed;
    /// Part of a plant that has lost money in every month of its loss, by process [fraction].
    final double[] lost;
    /// Month in which a mothballed plant returns; above all months while nothing draws it back.
    final int[] ready;
    /// Month since which a market looks for other suppliers; above all months where it does not.
    final int[] searching;
    /// Price against the calm one in the month before, by market.
    final double[] ratio;

    static final int NEVER = Integer.MAX_VALUE / 2;

    MonthState(StressWorld world) {
        level = new double[world.stocks.all().size()];
        Arrays.setAll(level, s -> world.stocks.all().get(s).opening());
        int months = world.clock.months();
        arriving = new double[world.markets()][months];
        var routes = world.with.routes();
        for (int l = 0; l < routes.size(); l++) {
            int lag = world.calmLag(l, 0);
            int to = world.market(routes.to()[l], routes.commodity()[l]);
            for (int i = 0; i < Math.min(lag, months); i++) {
                arriving[to][i] += world.calmArrival(l, i);
            }
        }
        int plants = world.with.industry().processes().size();
        before = new double[plants];
        Arrays.setAll(before, p -> world.calm.activity(p, -1));
        losing = new int[plants];
        closed = new double[plants];
        lost = new double[plants];
        ready = new int[plants];
        Arrays.fill(ready, NEVER);
        searching = new int[world.markets()];
        Arrays.fill(searching, NEVER);
        ratio = new double[world.markets()];
        Arrays.fill(ratio, 1);
    }
}
