package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The two tables that come with the program, and the filling of places by hand.
class PlanTest {
    private static Plan own() throws IOException {
        Options options = Options.of(List.of());
        return Plan.of(options.text("runs.csv"), options.text("goals.csv"));
    }

    @Test
    void everyGoalComparesRunsOfItsSuiteAndSizes() throws IOException {
        Plan plan = own();
        for (Goal goal : plan.goals()) {
            for (Size size : goal.sizes()) {
                List<String> names =
                        plan.runs(goal.suite(), size).stream().map(Run::name).toList();
                assertThat(names).as(goal.name()).contains(goal.ours().run());
                if (goal.rule() != Goal.Rule.MOST) {
                    assertThat(names).as(goal.name()).contains(goal.other().run());
                }
                assertThat(goal.aim()).as(goal.name()).isLessThanOrEqualTo(goal.most());
            }
        }
    }

    @Test
    void everyPlaceOfEveryCommandIsFilled() throws IOException {
        Options options = Options.of(List.of("--peers", "other programs"));
        for (Run run : own().runs()) {
            for (Size size : run.sizes()) {
                assertThat(run.words(options.places(size, run.name())))
                        .as(run.name())
                        .noneMatch(word -> word.contains("{") || word.contains("}"));
            }
        }
    }

    @Test
    void aPlaceInsideAWordIsOneWordAndAPlaceAloneMayBeMany() {
        Run run = new Run("s", List.of(Size.S), "r", "{java} -o {out}/x", "");
        assertThat(run.words(Map.of("{java}", List.of("java", "-cp", "a b"), "{out}", List.of("my out"))))
                .containsExactly("java", "-cp", "a b", "-o", "my out/x");
    }

    @Test
    void aPlaceThatNothingFillsIsNamed() {
        Run run = new Run("s", List.of(Size.S), "r", "x{y}", "");
        assertThatThrownBy(() -> run.words(Map.of()))
                .hasMessage("Command 'x{y}': 'x{y}' has a place that nothing fills.");
    }

    @Test
    void unknownOptionListsTheKnownOnes() {
        assertThatThrownBy(() -> Options.of(List.of("--round", "5")))
                .hasMessageStartingWith("Option '--round' is unknown; it must be one of [work, rounds,");
    }
}
