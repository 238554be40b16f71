package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.genryu.bench.Goal.Figure;
import org.genryu.bench.Goal.Rule;
import org.genryu.bench.Goal.Verdict;
import org.junit.jupiter.api.Test;

/// By hand.
class GoalTest {
    private static final double ROUNDING = 1e-12;

    private static Goal goal(Rule rule, double most, double aim) {
        return new Goal("speed", "balance", List.of(Size.S), Figure.of("a.s"), Figure.of("b.s"), rule, most, aim);
    }

    @Test
    void ratioIsOfMediansNotOfSingleRounds() {
        assertThat(goal(Rule.RATIO, 1.5, 0.7).compare(Spread.of(1, 3, 100), Spread.of(2, 2, 2)))
                .isEqualTo(1.5);
    }

    @Test
    void gapIsRelativeToTheOther() {
        assertThat(goal(Rule.GAP, 1e-6, 1e-6).compare(Spread.of(-99), Spread.of(-100)))
                .isCloseTo(0.01, within(ROUNDING));
    }

    @Test
    void aimIsBetterThanTheGoalAndTheGoalIsStillGood() {
        Goal goal = goal(Rule.RATIO, 1.5, 0.7);
        assertThat(goal.judge(0.7)).isEqualTo(Verdict.REACHES_AIM);
        assertThat(goal.judge(1.5)).isEqualTo(Verdict.HOLDS);
        assertThat(goal.judge(1.5001)).isEqualTo(Verdict.MISSES);
        assertThat(goal(Rule.RATIO, 1.5, 1.5).judge(1)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void whatIsNotANumberMisses() {
        assertThat(goal(Rule.RATIO, 1.5, 0.7).judge(Double.NaN)).isEqualTo(Verdict.MISSES);
    }

    @Test
    void figureNeedsARun() {
        assertThat(Figure.of("genryu.seconds.solve")).isEqualTo(new Figure("genryu", "seconds.solve"));
        assertThatThrownBy(() -> Figure.of("seconds")).hasMessage("Figure 'seconds': it must be run.figure.");
    }

    @Test
    void rowTellsBothMediansTheRatioAndTheVerdict() {
        String row = Table.row(
                goal(Rule.RATIO, 1.5, 0.7),
                Map.of("a", Map.of("s", Spread.of(1, 2, 3)), "b", Map.of("s", Spread.of(4))));
        assertThat(row)
                .isEqualTo("| speed | 2.000 (1.000..3.000) | 4.000 | 0.5000 | 1.500 | 0.7000 | reaches the aim |");
    }

    @Test
    void rowOfAMissingRunSaysSo() {
        assertThat(Table.row(goal(Rule.RATIO, 1.5, 0.7), Map.of("a", Map.of("s", Spread.of(1)))))
                .endsWith("| not measured |");
    }
}
