package org.genryu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.core.ProgressReport;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.genryu.stress.worst.RivalMove;
import org.genryu.stress.worst.RivalMoves;
import org.genryu.stress.worst.WorstCut;
import org.genryu.stress.worst.WorstCuts;
import org.genryu.stress.worst.WorstQuestion;

/// What does proving the worst k moves cost beside trying every set of k? Both in one process, on one thread,
/// on a case whose moves shut things.
///
/// The enumeration is the peer's: one live model, the upper bounds of what a set shuts go to 0 and back, each
/// solve starts from the last basis with the solver's own options. Its time is that of the solver's runs
/// alone. Ours is the whole search with its proofs: the curve for 1 to k moves, the first solve of every
/// single move included; the reading of the case and the calm answer are in neither.
public final class WorstBench {
    private WorstBench() {}

    /// @param words case, k, and how many sets are tried at most (all; the time is scaled up to all)
    public static void main(String[] words) throws IOException {
        CaseFile file = CaseReader.read(Path.of(words[0])).clean().orElseThrow();
        int k = Integer.parseInt(words[1]);
        int limit = words.length > 2 ? Integer.parseInt(words[2]) : Integer.MAX_VALUE;
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("k", k);
        Tried tried = enumerate(file, k, limit, record);
        WorstCut cut = search(file, k, record);
        record.put("worst", cut.calm() + cut.worst().damage());
        record.put("proof_gap", cut.worst().gap());
        record.put("solves", cut.work().solves());
        record.put(
                "distance",
                tried.all ? Math.abs(cut.calm() + cut.worst().damage() - tried.worst) / Math.abs(tried.worst) : -1);
        record.put(
                "ratio",
                (double) record.getOrDefault("search_cpu_s", 0.0)
                        / (double) record.getOrDefault("enumerate_cpu_s", 0.0));
        System.out.println(JsonLine.write(record));
    }

    /// @param all whether every set was tried
    private record Tried(double worst, boolean all) {}

    private static Tried enumerate(CaseFile file, int k, int limit, Map<String, Object> record) {
        SupplyCase calm = CaseResolver.resolve(file).clean().orElseThrow().supply();
        MathProgram program = program(calm);
        List<BitSet> shut = new ArrayList<>();
        for (RivalMove move : RivalMoves.of(file, calm)) {
            double[] upper = program(CaseResolver.resolve(file, Optional.of(RivalMoves.scenario(List.of(move))))
                            .clean()
                            .orElseThrow()
                            .supply())
                    .columns()
                    .upper();
            BitSet columns = new BitSet();
            for (int j = 0; j < upper.length; j++) {
                columns.set(j, upper[j] != program.columns().upper()[j]);
            }
            shut.add(columns);
        }
        record.put("moves", shut.size());
        try (SolverSession model =
                SolverSession.open(program, SolveOptions.DEFAULT.with(SolveOptions.Algorithm.SIMPLEX))) {
            model.solve();
            return tryAll(model, shut, k, limit, record);
        }
    }

    private static Tried tryAll(SolverSession model, List<BitSet> shut, int k, int limit, Map<String, Object> record) {
        double worst = Double.NEGATIVE_INFINITY;
        long spent = 0;
        int count = 0;
        int all = 0;
        for (int[] set = first(k); set.length == k; set = next(set, shut.size())) {
            all++;
            if (count == limit) {
                continue;
            }
            count++;
            BitSet gone = new BitSet();
            for (int j : set) {
                gone.or(shut.get(j));
            }
            int[] columns = gone.stream().toArray();
            double[] none = new double[columns.length];
            model.bounds(columns, none, none);
            long start = cpu();
            Solution solution = model.solve();
            spent += cpu() - start;
            worst = Math.max(worst, ((Solution.Optimal) solution).objective());
            model.restore();
        }
        record.put("sets", all);
        record.put("tried", count);
        record.put("enumerate_cpu_s", spent * 1e-9 * all / count);
        record.put("enumerated_worst", worst);
        return new Tried(worst, count == all);
    }

    private static int[] first(int k) {
        int[] set = new int[k];
        java.util.Arrays.setAll(set, i -> i);
        return set;
    }

    /// The next set in order; empty after the last.
    private static int[] next(int[] set, int n) {
        int k = set.length;
        int i = k - 1;
        while (i >= 0 && set[i] == n - k + i) {
            i--;
        }
        if (i < 0) {
            return new int[0];
        }
        int[] more = set.clone();
        more[i]++;
        for (int j = i + 1; j < k; j++) {
            more[j] = more[j - 1] + 1;
        }
        return more;
    }

    private static WorstCut search(CaseFile file, int k, Map<String, Object> record) {
        WorstQuestion question = new WorstQuestion(k, BalanceOptions.DEFAULT.uncalibrated()).beside(0);
        long[] began = {-1};
        long[] ended = {-1};
        ProgressReport clock = (stage, _, _) -> {
            if (began[0] < 0 && stage.en().equals("proving the worst moves")) {
                began[0] = cpu();
            } else if (began[0] >= 0 && ended[0] < 0 && stage.en().equals("proving the best defence")) {
                ended[0] = cpu();
            }
        };
        WorstCut cut = ((WorstCuts.Result.Found)
                        WorstCuts.of(file, question, clock).clean().orElseThrow())
                .cut();
        record.put("search_cpu_s", (ended[0] - began[0]) * 1e-9);
        return cut;
    }

    private static MathProgram program(SupplyCase of) {
        try (BalanceModel model = BalanceModel.open(of, SolveOptions.DEFAULT)) {
            return model.program();
        }
    }

    /// Of this thread [ns].
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
