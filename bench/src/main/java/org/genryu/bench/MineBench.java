package org.genryu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.value.option.SwitchingMine;

/// What does the mine of Brennan and Schwartz (1985) cost on 400 prices and 300 steps of the reserve, in a Java that
/// has just started and in a warm one?
///
/// Same equations, grid and steps as the other program. Ours also values the mine with fixed output and gathers the
/// triggers. Processor time is that of the whole process, compiler threads included.
public final class MineBench {
    private static final SwitchingMine MINE = new SwitchingMine(
            150,
            10,
            0.50,
            new SwitchingMine.Costs(0.2, 0.2, 0.5),
            new SwitchingMine.Market(0.02, 0.01, 0.08),
            new SwitchingMine.Tax(0.5, 0, 0.02, 0.02, SwitchingMine.LossOffset.NONE));
    private static final SwitchingMine.Grid GRID = new SwitchingMine.Grid(400, 300, 0.02, 8);

    /// Of work in the warm-up [s].
    private static final double WARM_SECONDS = 2;

    /// Calls over which the warm time is taken: the processor's clock ticks in hundredths of a second.
    private static final int CALLS = 20;

    /// The published table: price, open mine, closed mine [million USD].
    private static final double[][] PUBLISHED = {
        {0.3, 1.25, 1.45},
        {0.4, 4.15, 4.35},
        {0.5, 7.95, 8.11},
        {0.6, 12.52, 12.49},
        {0.7, 17.56, 17.38},
        {0.8, 22.88, 22.68},
        {0.9, 28.38, 28.18},
        {1.0, 34.01, 33.81}
    };

    private MineBench() {}

    public static void main(String[] words) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("peer", "genryu");
        long start = machine.getProcessCpuTime();
        MINE.value(GRID);
        out.put("first_cpu_s", (machine.getProcessCpuTime() - start) / 1e9);
        ThreadClock.work(WARM_SECONDS, () -> MINE.value(GRID));
        start = machine.getProcessCpuTime();
        SwitchingMine.Value value = MINE.value(GRID);
        for (int i = 1; i < CALLS; i++) {
            value = MINE.value(GRID);
        }
        out.put("cpu_s", (machine.getProcessCpuTime() - start) / 1e9 / CALLS);
        double worst = 0;
        for (double[] row : PUBLISHED) {
            worst = Math.max(worst, Math.abs(value.open(row[0]) - row[1]));
            worst = Math.max(worst, Math.abs(value.closed(row[0]) - row[2]));
        }
        out.put("worst_gap", worst);
        out.put("open_at_0_5", value.open(0.5));
        out.put("flexibility_at_0_5", value.flexibility(0.5));
        System.out.println(JsonLine.write(out));
    }
}
