package org.genryu.stress.month;

import java.util.Arrays;

/// What happens in every month under a scenario. By [thing][month of the clock], amounts of the month,
/// levels at its end.
///
/// @param activity by process
/// @param flow by lane, as sent [units]
/// @param served by demand [units]
/// @param wanted by demand: what the calm world serves, times what the scenario does to the use [units]
/// @param level by stock [units]
/// @param price by market [currency/unit]
/// @param disposed by market [units]
/// @param outside by market: what comes from outside of the account, as in the calm world; below 0 what
/// leaves [units]
/// @param arrived by market [units]
/// @param returned by return [units]
/// @param moved by market: what partners brought in less what they took out [units]
/// @param topUp by process: floor payments [currency]
/// @param open by stock: whether a strategic stock was open
/// @param closed by process: part that is mothballed [fraction]
/// @param touched by market: whether the scenario can reach it at all
public record StressPath(
        double[][] activity,
        double[][] flow,
        double[][] served,
        double[][] wanted,
        double[][] level,
        double[][] price,
        double[][] disposed,
        double[][] outside,
        double[][] arrived,
        double[][] returned,
        double[][] moved,
        double[][] topUp,
        boolean[][] open,
        double[][] closed,
        boolean[] touched) {

    /// The first months alone.
    StressPath first(int months) {
        return new StressPath(
                cut(activity, months),
                cut(flow, months),
                cut(served, months),
                cut(wanted, months),
                cut(level, months),
                cut(price, months),
                cut(disposed, months),
                cut(outside, months),
                cut(arrived, months),
                cut(returned, months),
                cut(moved, months),
                cut(topUp, months),
                cut(open, months),
                cut(closed, months),
                touched);
    }

    private static double[][] cut(double[][] all, int months) {
        double[][] first = new double[all.length][];
        Arrays.setAll(first, x -> Arrays.copyOf(all[x], months));
        return first;
    }

    private static boolean[][] cut(boolean[][] all, int months) {
        boolean[][] first = new boolean[all.length][];
        Arrays.setAll(first, x -> Arrays.copyOf(all[x], months));
        return first;
    }
}
