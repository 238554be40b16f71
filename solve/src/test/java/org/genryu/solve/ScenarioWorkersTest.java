package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Rung: identity (the same bits whoever does the work in whatever order).
class ScenarioWorkersTest {
    private static final MathProgram BASE = Samples.network(77, 25, 200);

    private record Answer(double objective, List<Double> x, List<Double> prices, long iterations) {}

    private static Answer disturbed(int index, SolverSession live) {
        MathProgram changed = RandomTest.changed(BASE, index);
        live.costs(changed.columns().cost());
        live.bounds(changed.columns().lower(), changed.columns().upper());
        live.sides(changed.rows().lower(), changed.rows().upper());
        Solution.Optimal found = Verdicts.optimalWithin(live, 1e-8);
        return new Answer(
                found.objective(),
                java.util.Arrays.stream(found.point().x()).boxed().toList(),
                java.util.Arrays.stream(found.point().dual()).boxed().toList(),
                found.run().iterations());
    }

    @Test
    void resultsMustNotDependOnTheNumberOfWorkersOrTheOrder() {
        List<Answer> alone = answers(1, 40, false);
        assertThat(answers(2, 40, false)).isEqualTo(alone);
        assertThat(answers(3, 40, false)).isEqualTo(alone);
        assertThat(answers(1, 40, true).reversed()).isEqualTo(alone);
    }

    private static List<Answer> answers(int workers, int tasks, boolean backwards) {
        try (ScenarioWorkers pool = ScenarioWorkers.open(BASE, SolveOptions.DEFAULT, workers)) {
            assertThat(pool.undisturbed()).isInstanceOf(Solution.Optimal.class);
            return pool.each(tasks, (i, live) -> disturbed(backwards ? tasks - 1 - i : i, live));
        }
    }

    @Test
    void lowestFailureMustBeThrownOn() {
        try (ScenarioWorkers pool = ScenarioWorkers.open(BASE, SolveOptions.DEFAULT, 2)) {
            assertThatThrownBy(() -> pool.each(10, (i, live) -> {
                        if (i >= 3) {
                            throw new IllegalStateException("task " + i);
                        }
                        return i;
                    }))
                    .hasMessage("task 3");
            assertThat(pool.each(3, (i, live) -> i)).containsExactly(0, 1, 2);
        }
    }
}
