package org.genryu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.genryu.value.cash.DebtPlan;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.FutureResult;
import org.genryu.value.future.Futures;
import org.genryu.value.price.ProbabilityMeasure;
import org.genryu.value.project.Project;

/// What does a future of a project cost? The model of the measurement is a term sheet that the ordinary engine reads
/// and runs: value and least cover of its debt service, a million futures.
///
/// The first call is cold Java; the others are told as their median. Processor seconds of the whole process, so that
/// compiling and gathering count.
public final class FuturesBench {
    private static final int FUTURES = 1_000_000;
    private static final int WARM = 5;

    private FuturesBench() {}

    /// @param words threads; further the number of futures; further the file of a sheet, which is then run with all
    /// that it signs instead of the model of the measurement
    public static void main(String[] words) throws IOException {
        int threads = words.length > 0 ? Integer.parseInt(words[0]) : 1;
        int futures = words.length > 1 ? Integer.parseInt(words[1]) : FUTURES;
        if (words.length > 2) {
            whole(threads, futures, Path.of(words[2]));
            return;
        }
        Project project = Project.read("benchmark.yaml", sheet()).clean().orElseThrow();
        DebtPlan plan = DebtPlan.of(project);
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        Map<String, Object> record = new LinkedHashMap<>();
        for (int pass = 0; pass <= WARM; pass++) {
            double startCpu = cpu();
            long start = System.nanoTime();
            Futures.Quick quick = Futures.quick(
                            project, plan, ProbabilityMeasure.REAL_WORLD, new FutureOptions(1, futures, threads))
                    .orElseThrow();
            wall.add((System.nanoTime() - start) / 1e9);
            cpu.add(cpu() - startCpu);
            if (pass == 0) {
                record.put("peer", "mc-genryu");
                record.put("paths", futures);
                record.put("threads", threads);
                record.put("npv_mean", quick.npv().mean() / 1e6);
                record.put("npv_se", quick.npv().standardError() / 1e6);
                record.put("npv_deviation", quick.npv().deviation() / 1e6);
                record.put("npv_p05", quick.npv().quantile(0.05) / 1e6);
                record.put("p_loss", quick.npv().shareBelow(0));
                record.put("p_dscr_below_1", quick.least().shareBelow(1));
                record.put("least_dscr_mean", quick.least().mean());
                record.put("first_cpu_s", cpu.getFirst());
                record.put("first_seconds", wall.getFirst());
            }
        }
        record.put("cpu_s", median(cpu.subList(1, cpu.size())));
        record.put("seconds", median(wall.subList(1, wall.size())));
        record.put("paths_per_cpu_s", futures / median(cpu.subList(1, cpu.size())));
        record.put("heap_mib", heap());
        System.out.println(JsonLine.write(record));
    }

    /// The full contract, with default and what follows it.
    private static void whole(int threads, int futures, Path sheet) throws IOException {
        Project project =
                Project.read(sheet.toString(), Files.readString(sheet)).clean().orElseThrow();
        DebtPlan plan = DebtPlan.of(project);
        List<Double> spent = new ArrayList<>();
        Map<String, Object> record = new LinkedHashMap<>();
        for (int pass = 0; pass <= WARM; pass++) {
            double start = cpu();
            FutureResult found =
                    Futures.of(project, plan, ProbabilityMeasure.REAL_WORLD, new FutureOptions(1, futures, threads));
            spent.add(cpu() - start);
            record.put("peer", project.header().id());
            record.put("paths", futures);
            record.put("threads", threads);
            record.put("npv_mean", found.npv().mean());
            record.put("npv_se", found.npv().standardError());
            record.put("default_probability", found.defaults().probability());
            record.put("least_dscr_mean", found.least().mean());
        }
        record.put("first_cpu_s", spent.getFirst());
        record.put("cpu_s", median(spent.subList(1, spent.size())));
        record.put("paths_per_cpu_s", futures / median(spent.subList(1, spent.size())));
        record.put("heap_mib", heap());
        System.out.println(JsonLine.write(record));
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /// In use at the end.
    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    private static double median(List<Double> values) {
        return BenchSpread.of(values.stream().mapToDouble(x -> x).toArray()).median();
    }

    private static String sheet() throws IOException {
        try (InputStream in = Objects.requireNonNull(Futures.class.getResourceAsStream("benchmark.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
