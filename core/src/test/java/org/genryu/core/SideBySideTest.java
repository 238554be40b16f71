package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
final class SideBySideTest {
    @Test
    void answersMustStandInTheOrderOfTheQuestions() {
        assertThat(SideBySide.of(100, k -> k * k))
                .isEqualTo(IntStream.range(0, 100).mapToObj(k -> k * k).toList());
    }

    @Test
    void twoQuestionsMustBeJoinedFirstAndSecond() {
        String joined = SideBySide.of(() -> "a", () -> 2, (word, number) -> word + number);
        assertThat(joined).isEqualTo("a2");
    }

    @Test
    void theDeadlineMustHoldForBoth() {
        Deadline soon = Deadline.in(1000);
        List<Deadline> seen = soon.over(
                () -> SideBySide.of(Deadline::present, Deadline::present, (one, other) -> List.of(one, other)));
        assertThat(seen).containsExactly(soon, soon);
    }

    @Test
    void whatGoesWrongBesideMustGoOnAsWhatItWas() {
        assertThatThrownBy(() -> SideBySide.of(
                        () -> 1,
                        () -> {
                            throw new Deadline.TimeUp();
                        },
                        (one, other) -> one))
                .isInstanceOf(Deadline.TimeUp.class);
        assertThatThrownBy(() -> SideBySide.of(2, k -> {
                    if (k == 1) {
                        throw new OutOfMemoryError("by hand");
                    }
                    return k;
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
