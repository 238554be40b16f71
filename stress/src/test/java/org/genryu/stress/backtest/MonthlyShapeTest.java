package org.genryu.stress.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Shapes and their distance. Rung: by hand.
class MonthlyShapeTest {
    private static MonthlyShape counted(double... level) {
        BitSet known = new BitSet();
        for (int i = 0; i < level.length; i++) {
            known.set(i, level[i] >= 0);
        }
        return new MonthlyShape(level, known);
    }

    @Test
    void theDistanceMustCountTheMonthsThatWereCounted() {
        MonthlyShape seen = counted(.5, -1, 0);
        assertThat(MonthlyShape.whole(new double[] {.5, 9, .3}).distance(seen))
                .isCloseTo(Math.sqrt(.09 / 2), within(1e-15));
        assertThat(MonthlyShape.noChange(3).distance(seen)).isCloseTo(Math.sqrt((.25 + 1) / 2), within(1e-15));
    }

    @Test
    void theTroughMustBeTheFirstLowestAndWholeMustComeAfterIt() {
        MonthlyShape seen = counted(.95, .2, .2, -1, .89, .9);
        assertThat(seen.trough()).isEqualTo(1);
        assertThat(seen.recovered()).isEqualTo(OptionalInt.of(5));
        assertThat(counted(1, .3, .5).recovered()).isEmpty();
    }

    @Test
    void aRepeatedShapeMustStandStillWhereNothingWasCounted() {
        assertThat(counted(-1, .2, -1, .6).repeated(6).level()).containsExactly(1, .2, .2, .6, .6, .6);
    }
}
