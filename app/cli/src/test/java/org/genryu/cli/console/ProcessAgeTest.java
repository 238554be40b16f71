package org.genryu.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Rung: by hand.
final class ProcessAgeTest {
    @Test
    void ageMustBeCountedFromTheFieldAfterANameWithBlanksAndBrackets() {
        String stat = "4711 (a ) b) S 1 4711 4711 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 17 0 123450 9000 800";
        assertThat(ProcessAge.seconds(stat, "1236.75 2000.10\n")).isCloseTo(2.25, within(1e-9));
    }

    @Test
    void ageMustNotBeBelowZero() {
        String stat = "1 (x) S 1 1 1 0 -1 0 1 2 3 4 5 6 7 8 20 0 17 0 500 9000 800";
        assertThat(ProcessAge.seconds(stat, "4.99 1.00")).isZero();
    }

    @Test
    void ageOfThisProcessMustGrow() {
        double before = ProcessAge.seconds();
        assertThat(before).isPositive();
        assertThat(ProcessAge.seconds()).isGreaterThanOrEqualTo(before);
    }
}
