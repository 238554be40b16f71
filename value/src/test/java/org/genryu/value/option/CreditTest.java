package org.genryu.value.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.laws.Law;
import org.genryu.value.price.LognormalMixture;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, recomputed values of the formulas, identities of Merton's balance sheet, anchors of the mixture.
class CreditTest {
    private static final double EXACT = 1e-9;
    private static final MertonGuarantee FIRM = new MertonGuarantee(100, 80, 0.30, 10, 0.04);

    @Test
    void theGuaranteeMustHaveItsValue() {
        assertThat(FIRM.worth()).isCloseTo(10.031152, within(1e-6));
        assertThat(FIRM.riskyDebt()).isCloseTo(43.594452, within(1e-6));
        assertThat(FIRM.spread() * 1e4).isCloseTo(207.10, within(0.01));
        assertThat(FIRM.defaultProbability()).isCloseTo(0.42759, within(1e-5));
        assertThat(FIRM.worth(0.9)).isCloseTo(9.028037, within(1e-6));
    }

    @Test
    void theBalanceSheetMustClose() {
        Law.of(41, 200).holds(input -> {
            double assets = input.real("assets", 1, 500);
            double debt = input.real("debt", 1, 500);
            double volatility = input.real("volatility", 0.01, 1);
            double cover = input.real("cover", 0, 1);
            MertonGuarantee firm = new MertonGuarantee(assets, debt, volatility, 7, 0.03);
            assertThat(firm.equity() + firm.riskyDebt()).isCloseTo(assets, within(EXACT * (assets + debt)));
            assertThat(firm.worth())
                    .isCloseTo(debt * Math.exp(-0.21) - firm.riskyDebt(), within(EXACT * (assets + debt)));
            assertThat(firm.worth(cover) + firm.worth(1 - cover)).isCloseTo(firm.worth(), within(EXACT * debt));
            assertThat(firm.defaultProbability()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void aGuaranteeOfASafeFirmMustBeWorthNothing() {
        assertThat(new MertonGuarantee(1e6, 80, 0.3, 10, 0.04).worth()).isCloseTo(0, within(EXACT));
        assertThat(new MertonGuarantee(100, 80, 0, 10, 0.04).worth()).isZero();
        assertThat(new MertonGuarantee(100, 80, 0, 10, 0.04).defaultProbability())
                .isZero();
    }

    @Test
    void expectedLossMustBeChanceTimesLossTimesExposure() {
        assertThat(CreditLoss.expected(0.067, 1 - 0.8, 1)).isCloseTo(0.0134, within(EXACT));
        assertThat(CreditLoss.hazard(0.0176, 0.4)).isCloseTo(0.0176 / 0.6, within(EXACT));
        assertThat(CreditLoss.defaultProbability(0.03, 10)).isCloseTo(1 - Math.exp(-0.3), within(EXACT));
        CreditLoss.Split split = new CreditLoss.Cover(0.975, 0.90).split(0.02, 0.01, 0.6, 100);
        assertThat(split.gross()).isCloseTo(1.80, within(EXACT));
        assertThat(split.insurer()).isCloseTo(1.71, within(EXACT));
        assertThat(split.kept()).isCloseTo(0.09, within(EXACT));
    }

    @Test
    void theMixtureOfOverrunsMustMeetItsThreeAnchors() {
        LognormalMixture overrun = LognormalMixture.largeProjects();
        assertThat(overrun.mean()).isCloseTo(1.14, within(1e-4));
        double inside = overrun.cumulative(1.15 * 1.14) - overrun.cumulative(0.85 * 1.14);
        assertThat(1 - inside).isCloseTo(0.5, within(1e-4));
        assertThat(1 - overrun.cumulative(2)).isCloseTo(1 / 13.0, within(1e-4));
        double[] printed = {0.841, 1.014, 1.438, 2.334};
        double[] levels = {0.1, 0.5, 0.9, 0.95};
        for (int i = 0; i < levels.length; i++) {
            assertThat(overrun.quantile(levels[i])).isCloseTo(printed[i], within(1e-3));
            assertThat(overrun.cumulative(overrun.quantile(levels[i]))).isCloseTo(levels[i], within(1e-9));
        }
    }
}
