package org.genryu.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;

/// How much memory does a case take once it is built and handed over to the solver, which is not started? Runs
/// in a process of its own, cold; `rss_mib` is the largest resident memory of that process.
public final class HandedMemory {
    private HandedMemory() {}

    public static void main(String[] words) {
        Pipeline.Read read = Pipeline.read(Path.of(words[0]));
        try (BalanceModel model = Pipeline.handOver(read.supply(), BalanceOptions.DEFAULT.uncalibrated())) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("columns", model.program().columns().size());
            record.put("rows", model.program().rows().size());
            record.put("read_s", read.read());
            record.put("resolve_s", read.resolve());
            record.put("build_s", model.buildSeconds());
            record.put("hand_over_s", model.handOverSeconds());
            record.put("peak_rss_mib", ProcessTrial.peak(Path.of("/proc/self/status")) / 1024.0);
            System.out.println(JsonLine.write(record));
        }
    }
}
