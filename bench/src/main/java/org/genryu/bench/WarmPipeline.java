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

/// What does everything but the solver's run cost once Java is warm: read, check, resolve, build, hand over,
/// take the solution, prove it, keep the accounts?
///
/// First the whole way is gone many times on a small case, then the way up to the hand-over on the case itself,
/// then the whole way on it, a few times or more. The first whole pass is left out; the medians of the others
/// are told. Beside the clock, the processor time of this thread up to the hand-over is told: steadier where
/// others share the machine. Intervals of prices are left out, for they are solves of their own that no other
/// program makes.
public final class WarmPipeline {
    /// Of work in each part of the warm-up, and of the measured passes [s].
    private static final double WARM_SECONDS = 4;
    private static final double MEASURED_SECONDS = 3;
    private static final int LEAST_PASSES = 3;
    private static final BalanceOptions OPTIONS =
            BalanceOptions.DEFAULT.uncalibrated().with(BalanceOptions.Intervals.NONE);

    private WarmPipeline() {}

    /// @param words folder of the case; folder of a small case
    public static void main(String[] words) {
        Path folder = Path.of(words[0]);
        Path small = Path.of(words[1]);
        ThreadClock.work(WARM_SECONDS, () -> Pipeline.all(small, OPTIONS));
        List<Double> processor = new ArrayList<>();
        ThreadClock.work(WARM_SECONDS, () -> processor.add(toTheHandOver(folder)));
        List<Steps> passes = new ArrayList<>();
        passes.add(Pipeline.all(folder, OPTIONS));
        ThreadClock.work(MEASURED_SECONDS, () -> passes.add(Pipeline.all(folder, OPTIONS)));
        while (passes.size() <= LEAST_PASSES) {
            passes.add(Pipeline.all(folder, OPTIONS));
        }
        Map<String, Object> out = record(passes.subList(1, passes.size()));
        List<Double> warm = processor.subList(processor.size() / 2, processor.size());
        out.put(
                "handed_cpu_s",
                BenchSpread.of(warm.stream().mapToDouble(x -> x).toArray()).median());
        System.out.println(JsonLine.write(out));
    }

    /// Processor seconds from the folder to the hand-over [s].
    private static double toTheHandOver(Path folder) {
        double start = ThreadClock.worked();
        try (BalanceModel _ = Pipeline.handOver(Pipeline.read(folder).supply(), OPTIONS)) {
            return ThreadClock.worked() - start;
        }
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
        return BenchSpread.of(passes.stream().mapToDouble(figure).toArray()).median();
    }
}
