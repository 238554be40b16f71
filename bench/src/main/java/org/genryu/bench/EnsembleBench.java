package org.genryu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverBasis;
import org.genryu.solve.SolverSession;

/// What does one more scenario cost? All costs, upper bounds and sides are changed on the live model, which is
/// solved again from the basis of the undisturbed case, so that no result depends on the order of the
/// scenarios.
///
/// The time of a scenario covers its arrays from the factors, the changes, the solve and its certificate. All
/// scenarios run at least once before the measured pass, so that Java is warm.
public final class EnsembleBench {
    /// Of work in the warm-up [s].
    private static final double WARM_SECONDS = 4;

    private EnsembleBench() {}

    public static void main(String[] words) throws IOException {
        ScenarioDump scenarios = ScenarioDump.read(Path.of(words[0]));
        SolveOptions options = SolveOptions.DEFAULT.with(SolveOptions.Algorithm.SIMPLEX);
        try (SolverSession model = SolverSession.open(scenarios.program(), options)) {
            optimal(model.solve());
            SolverBasis basis = model.basis();
            ThreadClock.work(WARM_SECONDS, () -> pass(scenarios, model, basis));
            OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long start = System.nanoTime();
            long cpu = machine.getProcessCpuTime();
            Totals totals = pass(scenarios, model, basis);
            int count = scenarios.sizes().scenarios();
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("scenarios", count);
            record.put("ms_a_scenario", (System.nanoTime() - start) / 1e6 / count);
            record.put("cpu_ms_a_scenario", (machine.getProcessCpuTime() - cpu) / 1e6 / count);
            record.put("solver_ms_a_scenario", totals.seconds() * 1e3 / count);
            record.put("mean", totals.objective() / count);
            System.out.println(JsonLine.write(record));
        }
    }

    /// @param objective sum over the scenarios [currency]
    /// @param seconds in the solver itself [s]
    private record Totals(double objective, double seconds) {}

    private static Totals pass(ScenarioDump scenarios, SolverSession model, SolverBasis basis) {
        double[] lower = scenarios.program().columns().lower();
        double objective = 0;
        double seconds = 0;
        for (int i = 0; i < scenarios.sizes().scenarios(); i++) {
            ScenarioDump.Disturbed now = scenarios.disturbed(i);
            model.start(basis);
            model.costs(now.cost());
            model.bounds(lower, now.upper());
            model.sides(now.side(), now.side());
            Solution.Optimal optimal = optimal(model.solve());
            objective += optimal.objective();
            seconds += optimal.run().seconds();
        }
        return new Totals(objective, seconds);
    }

    private static Solution.Optimal optimal(Solution solution) {
        return switch (solution) {
            case Solution.Optimal optimal -> optimal;
            case Solution.Infeasible _, Solution.Unbounded _, Solution.Stopped _ ->
                throw new IllegalStateException("A scenario has no optimum: " + solution);
        };
    }
}
