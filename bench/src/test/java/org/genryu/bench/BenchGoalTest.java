package org.genryu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.genryu.bench.BenchGoal.Figure;
import org.genryu.bench.BenchGoal.Rule;
import org.genryu.bench.BenchGoal.Verdict;
import org.junit.jupiter.api.Test;

/// By hand.
class BenchGoalTest {
    private static final double ROUNDING = 1e-12;

    private static BenchGoal goal(Rule rule, double most, double aim) {
        return new BenchGoal(
                "speed", "balance", List.of(BenchSize.S), Figure.of("a.s"), Figure.of("b.s"), rule, most, aim);
    }

    @Test
    void ratioIsOfMediansNotOfSingleRounds() {
        assertThat(goal(Rule.RATIO, 1.5, 0.7).compare(BenchSpread.of(1, 3, 100), BenchSpread.of(2, 2, 2)))
                .isEqualTo(1.5);
    }

    @Test
    void gapIsRelativeToTheOther() {
        assertThat(goal(Rule.GAP, 1e-6, 1e-6).compare(BenchSpread.of(-99), BenchSpread.of(-100)))
                .isCloseTo(0.01, within(ROUNDING));
    }

    @Test
    void aimIsBetterThanTheGoalAndTheGoalIsStillGood() {
        BenchGoal goal = goal(Rule.RATIO, 1.5, 0.7);
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
        String row = BenchTable.row(
                goal(Rule.RATIO, 1.5, 0.7),
                Map.of("a", Map.of("s", BenchSpread.of(1, 2, 3)), "b", Map.of("s", BenchSpread.of(4))));
        assertThat(row)
                .isEqualTo("| speed | 2.000 (1.000..3.000) | 4.000 | 0.5000 | 1.500 | 0.7000 | reaches the aim |");
    }

    @Test
    void rowOfAMissingRunSaysSo() {
        assertThat(BenchTable.row(goal(Rule.RATIO, 1.5, 0.7), Map.of("a", Map.of("s", BenchSpread.of(1)))))
                .endsWith("| not measured |");
    }
}
