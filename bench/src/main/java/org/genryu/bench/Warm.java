package org.genryu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.bench.Pipeline.Steps;

/// What does everything but the solver's run cost once Java is warm: read, check, resolve, build, hand over, take the
/// solution, prove it, keep the accounts?
///
/// First the way up to the hand-over is gone many times without solving; then the whole way, at least a few times. The
/// first whole pass is left out; the medians of the others are told. Intervals of prices are left out, for they are
/// solves of their own that no other program makes.
public final class Warm {
    private static final double WARM_SECONDS = 6;
    private static final double MEASURED_SECONDS = 3;
    private static final int LEAST_PASSES = 4;

    private Warm() {}

    public static void main(String[] words) {
        Path folder = Path.of(words[0]);
        BalanceOptions options =
                BalanceOptions.DEFAULT.uncalibrated().with(BalanceOptions.Intervals.NONE);
        long warm = System.nanoTime();
        while (System.nanoTime() - warm < WARM_SECONDS * 1e9) {
            try (BalanceModel _ = Pipeline.handOver(Pipeline.read(folder).supply(), options)) {
                // built and handed over is all that is wanted here
            }
        }
        List<Steps> passes = new ArrayList<>();
        long start = System.nanoTime();
        while (passes.size() < LEAST_PASSES || System.nanoTime() - start < MEASURED_SECONDS * 1e9) {
            passes.add(Pipeline.all(folder, options));
        }
        System.out.println(JsonLine.write(record(passes.subList(1, passes.size()))));
    }

    private static Map<String, Object> record(List<Steps> passes) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("passes", passes.size());
        out.put("read_s", median(passes, steps -> steps.read().read()));
        out.put("resolve_s", median(passes, steps -> steps.read().resolve()));
        out.put("build_s", median(passes, Steps::build));
        out.put("hand_over_s", median(passes, Steps::handOver));
        out.put("solver_s", median(passes, Steps::solver));
        out.put("rest_s", median(passes, Steps::rest));
        out.put("overhead_s", median(passes, Steps::overhead));
        out.put("objective", passes.getFirst().objective());
        return out;
    }

    private static double median(List<Steps> passes, ToDoubleFunction<Steps> figure) {
        return Spread.of(passes.stream().mapToDouble(figure).toArray()).median();
    }
}
