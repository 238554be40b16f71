package org.genryu.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.GuaranteePortfolio;
import org.genryu.value.project.Project;
import org.genryu.value.project.Sheets;
import org.junit.jupiter.api.Test;

/// Identity: a book of one is its guarantee, a book of the same twice is twice the one, expected losses add
/// up. By hand: two guarantees of 100 with a chance of 10 % and half of it lost.
class GuaranteeBookTest {
    private static final FutureOptions FEW = new FutureOptions(3, 512, 1);
    private static final double MONEY = 1e-3;

    @Test
    void aBookOfOneMustBeItsGuarantee() {
        Project small = Sheets.project("small");
        GuaranteeBook one = GuaranteeBook.of(List.of(small), 0.8, 0.95, FEW);
        GuaranteeBook.Member only = one.members().getFirst();
        assertThat(one.losses().mean()).isPositive().isCloseTo(only.expected(), within(MONEY));
        assertThat(one.capital()).isCloseTo(only.alone(), within(MONEY)).isCloseTo(only.added(), within(MONEY));
        assertThat(one.worst())
                .isGreaterThanOrEqualTo(one.capital() + one.losses().mean() - MONEY);
    }

    @Test
    void theSameTwiceMustFailTogether() {
        Project small = Sheets.project("small");
        GuaranteeBook one = GuaranteeBook.of(List.of(small), 0.8, 0.95, FEW);
        GuaranteeBook two = GuaranteeBook.of(List.of(small, small), 0.8, 0.95, FEW);
        assertThat(two.losses().mean()).isCloseTo(2 * one.losses().mean(), within(MONEY));
        assertThat(two.capital()).isCloseTo(2 * one.capital(), within(MONEY));
        assertThat(two.by(GuaranteeBook.Member::mineral).index()).isEqualTo(1);
        assertThat(two.members().stream()
                        .mapToDouble(GuaranteeBook.Member::inTail)
                        .sum())
                .isCloseTo(2 * one.members().getFirst().inTail(), within(MONEY));
    }

    @Test
    void theLossOfTwoGuaranteesMustBeThatWorkedOutByHand() {
        var position = new GuaranteePortfolio.Position("a", 100, 0.1, 0.5);
        var other = new GuaranteePortfolio.Position("b", 100, 0.1, 0.5);
        var alone = GuaranteePortfolio.byFactor(List.of(position, other), 0, 1, 65_536);
        var tied = GuaranteePortfolio.byFactor(List.of(position, other), 0.2, 1, 65_536);
        assertThat(alone.expected()).isEqualTo(10);
        assertThat(tied.expected()).isEqualTo(10);
        assertThat(alone.worst(0.05)).isCloseTo(60, within(1.0));
        assertThat(tied.worst(0.05)).isCloseTo(67.1963, within(1.2));
    }
}
