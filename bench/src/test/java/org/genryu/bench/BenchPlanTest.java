package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The two tables that come with the program, and the filling of places by hand.
class BenchPlanTest {
    private static BenchPlan own() throws IOException {
        BenchOptions options = BenchOptions.of(List.of());
        return BenchPlan.of(options.text("runs.csv"), options.text("goals.csv"));
    }

    @Test
    void everyGoalComparesRunsOfItsSuiteAndSizes() throws IOException {
        BenchPlan plan = own();
        for (BenchGoal goal : plan.goals()) {
            for (BenchSize size : goal.sizes()) {
                List<String> names = plan.runs(goal.suite(), size).stream()
                        .map(BenchRun::name)
                        .toList();
                assertThat(names).as(goal.name()).contains(goal.ours().run());
                if (goal.rule() != BenchGoal.Rule.MOST) {
                    assertThat(names).as(goal.name()).contains(goal.other().run());
                }
                assertThat(goal.aim()).as(goal.name()).isLessThanOrEqualTo(goal.most());
            }
        }
    }

    @Test
    void everyPlaceOfEveryCommandIsFilled() throws IOException {
        BenchOptions options = BenchOptions.of(List.of("--peers", "other programs"));
        for (BenchRun run : own().runs()) {
            for (BenchSize size : run.sizes()) {
                assertThat(run.words(options.places(size, run.name())))
                        .as(run.name())
                        .noneMatch(word -> word.contains("{") || word.contains("}"));
            }
        }
    }

    @Test
    void aPlaceInsideAWordIsOneWordAndAPlaceAloneMayBeMany() {
        BenchRun run = new BenchRun("s", List.of(BenchSize.S), "r", "{java} -o {out}/x", "");
        assertThat(run.words(Map.of("{java}", List.of("java", "-cp", "a b"), "{out}", List.of("my out"))))
                .containsExactly("java", "-cp", "a b", "-o", "my out/x");
    }

    @Test
    void aPlaceThatNothingFillsIsNamed() {
        BenchRun run = new BenchRun("s", List.of(BenchSize.S), "r", "x{y}", "");
        assertThatThrownBy(() -> run.words(Map.of()))
                .hasMessage("Command 'x{y}': 'x{y}' has a place that nothing fills.");
    }

    @Test
    void unknownOptionListsTheKnownOnes() {
        assertThatThrownBy(() -> BenchOptions.of(List.of("--round", "5")))
                .hasMessageStartingWith("Option '--round' is unknown; it must be one of [work, rounds,");
    }
}
