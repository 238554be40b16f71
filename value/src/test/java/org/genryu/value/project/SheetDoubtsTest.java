package org.genryu.value.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.junit.jupiter.api.Test;

/// By hand: each fault is put into a sound sheet, and is told with its line and its cure.
class SheetDoubtsTest {
    private static final String SOUND = Sheets.text("small");

    private static List<Finding> after(String from, String to) {
        assertThat(SOUND).contains(from);
        return Project.read("small.yaml", SOUND.replace(from, to)).findings();
    }

    private static Finding one(String from, String to, String word) {
        return after(from, to).stream()
                .filter(f -> f.problem().en().contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(after(from, to)));
    }

    @Test
    void aSoundSheetMustRaiseNoDoubt() {
        assertThat(Project.read("small.yaml", SOUND).findings()).noneMatch(f -> f.severity() != Severity.NOTE);
    }

    @Test
    void whoIsNearlyAPartyMustBeDoubted() {
        Finding near = one("lender: jogmec", "lender: jogmc", "no party");
        assertThat(near.severity()).isEqualTo(Severity.WARNING);
        assertThat(near.problem().en()).isEqualTo("lender is 'jogmc', which is no party of the sheet.");
        assertThat(near.cure().orElseThrow().en()).contains("jogmec");
        assertThat(after("lender: jogmec", "lender: somebody-else"))
                .noneMatch(f -> f.problem().en().contains("no party"));
    }

    @Test
    void aNumberCutByACommaMustBeAnError() {
        Finding cut = one("amount: 60 million AUD", "amount: 1,250,000,000 USD", "comma");
        assertThat(cut.severity()).isEqualTo(Severity.ERROR);
        assertThat(cut.problem().en())
                .isEqualTo("'250' is what a comma has cut off a number; in braces a comma ends the value.");
        assertThat(cut.problem().ja()).isEqualTo("「250」は数値がカンマで切れたものです。波括弧の中ではカンマで値が終わります。");
        assertThat(cut.place().line()).isPositive();
        assertThat(one("amount: {value: 300 MUSD", "amount: {value: 300,000,000 USD", "comma")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void aCostPerTonneForOnePerKilogramMustBeDoubted() {
        List<Finding> found = Project.read(
                        "small.yaml",
                        SOUND.replace("variable: 12 USD/kg", "variable: 12 USD/t")
                                .replace("fixed: 25 MUSD/yr", "fixed: 25000 USD/yr"))
                .findings();
        assertThat(found).anySatisfy(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.problem().en())
                    .contains("operating costs at full output")
                    .contains("different units");
        });
    }

    @Test
    void aFloorAtAThousandthOfThePriceMustBeDoubted() {
        Finding low = one("price: 110 USD/kg, first", "price: 110, first", "the market's");
        assertThat(low.severity()).isEqualTo(Severity.WARNING);
        assertThat(low.cure().orElseThrow().en()).isEqualTo("a unit is missing, such as `90 USD/kg`.");
        Project sound = Sheets.project("small");
        assertThat(sound.doubtedFloor(90)).isPresent();
        assertThat(sound.doubtedFloor(90_000)).isEmpty();
    }

    @Test
    void twoPricesOnTheSameTonnesMustBeDoubted() {
        assertThat(one(
                                "  - grant: {giver: meti, amount: 20 MUSD}",
                                "  - cfd: {giver: meti, product: ndpr-oxide, price: 100 USD/kg}",
                                "same tonnes")
                        .problem()
                        .en())
                .isEqualTo(
                        "'floor jare ndpr-oxide' and 'cfd meti ndpr-oxide' pay on the same tonnes at the same time.");
    }

    @Test
    void amountAndShareOfOneLoanMustBeDoubted() {
        assertThat(one("amount: 20 MUSD, rate: 2 %", "amount: 20 MUSD, share: 10 %, rate: 2 %", "both given")
                        .problem()
                        .en())
                .isEqualTo("amount and share are both given; the amount is taken.");
    }

    @Test
    void loansOfGivenSizeAboveTheGearingMustBeDoubted() {
        assertThat(one("amount: 20 MUSD, rate: 2 %", "amount: 310 MUSD, rate: 2 %", "above the gearing")
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aGrantAboveTheCostMustBeAnError() {
        assertThat(one("giver: meti, amount: 20 MUSD", "giver: meti, amount: 500 MUSD", "must not exceed the cost")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }
}
