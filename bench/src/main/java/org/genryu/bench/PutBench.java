package org.genryu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.value.option.AmericanPut;

/// What does a row of Longstaff and Schwartz's table 1 cost, in a Java that has just started and in a warm one?
///
/// Twenty American puts by simulation with regression; 100,000 paths, half of them mirrored, 50 dates a year, in-sample
/// value, as the other programs do it. Processor time is that of the whole process, compiler threads included.
public final class PutBench {
    private static final double STRIKE = 40;
    private static final double RATE = 0.06;
    private static final int DATES = 50;
    private static final int PATHS = 100_000;

    /// Of work in the warm-up [s].
    private static final double WARM_SECONDS = 4;

    /// Finite-difference column of the published table, by spot, volatility and years.
    private static final double[] PUBLISHED = {
        4.478, 4.840, 7.101, 8.508, 3.250, 3.745, 6.148, 7.670, 2.314, 2.885, 5.312, 6.920, 1.617, 2.212, 4.582, 6.248,
        1.110, 1.690, 3.948, 5.647
    };

    private PutBench() {}

    public static void main(String[] words) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("peer", "genryu");
        out.put("rows", PUBLISHED.length);
        out.put("paths", PATHS);
        long start = machine.getProcessCpuTime();
        rows();
        out.put("first_cpu_ms_a_row", milliseconds(machine, start));
        ThreadClock.work(WARM_SECONDS, PutBench::rows);
        start = machine.getProcessCpuTime();
        List<AmericanPut.Estimate> found = rows();
        double row = milliseconds(machine, start);
        out.put("cpu_ms_a_row", row);
        out.put("cpu_s", row * PUBLISHED.length / 1e3);
        double worst = 0;
        double squares = 0;
        double error = 0;
        for (int i = 0; i < PUBLISHED.length; i++) {
            double gap = Math.abs(found.get(i).value() - PUBLISHED[i]);
            worst = Math.max(worst, gap);
            squares += gap * gap;
            error = Math.max(error, found.get(i).error());
        }
        out.put("worst_gap", worst);
        out.put("rms_gap", Math.sqrt(squares / PUBLISHED.length));
        out.put("worst_se", error);
        System.out.println(JsonLine.write(out));
    }

    private static double milliseconds(OperatingSystemMXBean machine, long start) {
        return (machine.getProcessCpuTime() - start) / 1e6 / PUBLISHED.length;
    }

    private static List<AmericanPut.Estimate> rows() {
        List<AmericanPut.Estimate> out = new ArrayList<>();
        for (double spot : new double[] {36, 38, 40, 42, 44}) {
            for (double volatility : new double[] {0.2, 0.4}) {
                for (int years = 1; years <= 2; years++) {
                    AmericanPut put = new AmericanPut(spot, STRIKE, RATE, 0, volatility, years, DATES * years);
                    out.add(put.inSample(new AmericanPut.Simulation(1, PATHS)));
                }
            }
        }
        return out;
    }
}
