package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.core.Outcome;
import org.genryu.value.price.PriceModel;
import org.junit.jupiter.api.Test;

/// By hand: what the sheets of the test resources say, in the units of the project.
class TermSheetTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void aGoodSheetMustReadWithoutFindings() {
        assertThat(Sheets.outcome("small").findings()).isEmpty();
        assertThat(Sheets.outcome("bench").findings()).isEmpty();
    }

    @Test
    void amountsMustBeInMoneyTonnesAndMonths() {
        Project project = Sheets.project("small");
        assertThat(project.plant().capital().total()).isCloseTo(300e6 + 60e6 * 0.65, within(ROUNDING * 1e9));
        assertThat(project.timeline().buildStart()).isEqualTo(6);
        assertThat(project.timeline().operateStart()).isEqualTo(36);
        assertThat(project.timeline().operateMonths()).isEqualTo(180);
        assertThat(project.market().prices().values().stream().map(Project.Price::model))
                .contains(new PriceModel.MeanReverting(75000, 95000, 0.35, 0.25));
        assertThat(project.plant().costs().get(1).variable().central()).isCloseTo(12000, within(ROUNDING));
        assertThat(project.plant().geology().grade().central()).isCloseTo(0.026, within(ROUNDING));
        assertThat(project.finance().terms().serviceMonths()).isEqualTo(6);
        assertThat(project.finance().loans().getFirst().tenorMonths()).isEqualTo(120);
    }

    @Test
    void theLastYearOfASpreadThatIsCutShortMustBeSpentInItsMonths() {
        var spread = Sheets.project("small").plant().capital().spread();
        assertThat(spread).hasSize(30);
        assertThat(spread.get(29)).isCloseTo(0.2 / 6, within(ROUNDING));
        assertThat(spread.stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void aNumberMustKeepItsLineAndSource() {
        SheetFigure amount =
                Sheets.project("small").plant().capital().items().getFirst().amount();
        assertThat(amount.origin().line()).isEqualTo(18);
        assertThat(amount.origin().written()).isEqualTo("300 MUSD");
        assertThat(amount.origin().source()).contains("study");
        assertThat(amount.origin().note()).contains("plus or minus 15 %");
        assertThat(amount.explain().label().en()).isEqualTo("capex.items[mine and plant].amount (line 18, study)");
    }

    @Test
    void aSheetThatIsNoListOfKeysMustBeAFinding() {
        Outcome<TermSheet> outcome = TermSheet.read("x.yaml", "just words");
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.findings().getFirst().in(org.genryu.core.Lang.EN))
                .isEqualTo("File 'x.yaml': x.yaml must be a list of `key: value` lines. [x.yaml x.yaml]");
    }
}
