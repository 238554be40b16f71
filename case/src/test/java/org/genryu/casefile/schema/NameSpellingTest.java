package org.genryu.casefile.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.genryu.casefile.Small;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rung: by hand; random against the rule that a slip of the pen never turns into a default.
class NameSpellingTest {
    private static final Map<String, Text> COLUMNS =
            CaseSchema.current().get("processes").meanings();

    private static NameSpelling of(String written) {
        return NameSpelling.of(written, COLUMNS, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "cost, cost",
        "Cost, cost",
        "' COST ', cost",
        "min use, min_use",
        "min-use, min_use",
        "MinUse, min_use",
        "ｍｉｎ＿ｕｓｅ, min_use",
        "'\u00A0min\u2009use\uFEFF', min_use"
    })
    void whatDiffersInNothingThatMattersMustBeTheName(String written, String name) {
        assertThat(of(written)).isEqualTo(new NameSpelling.Same(name, written.equals(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "capcity, capacity",
        "capac, capacity",
        "capacity (t/yr), capacity",
        "capacity_2025, capacity",
        "cost_usd_per_t, cost",
        "cost [¢/lb], cost",
        "所有者, owner",
        "lowest utilisation, ''",
        "cost basis, ''",
        "zebra, ''"
    })
    void whatIsNearlyANameMustBeNearIt(String written, String name) {
        assertThat(of(written))
                .isEqualTo(name.isEmpty() ? new NameSpelling.Unlike() : new NameSpelling.Near(List.of(name)));
    }

    @Test
    void aKeyOfWhichNobodyHasLookedWhetherItIsNearMustBeAnError() {
        String unlike = "x".repeat(90);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 8_000; i++) {
            body.append(unlike).append(i).append(": 1\n");
        }
        Small small = Small.years().with("scenarios/s.yaml", "id: s\nforsight: 2\n" + body + "foresite: 3\n");
        assertThat(small.findings(Lang.EN))
                .contains(
                        "Scenario 's': key 'forsight' is not known, but looks like one that is; left out it would count for nothing. [scenarios/s.yaml:2 forsight] Maybe 'foresight' is meant.",
                        "Scenario 's': key 'foresite' is not known; left out it may count for nothing, and after so many unknown words likely names were not searched. [scenarios/s.yaml:8003 foresite] Maybe the first unknown words should be corrected first.");
        assertThat(small.findings(Lang.JA))
                .contains(
                        "シナリオ「s」: キー「foresite」は未知です。未知の語が多すぎるため、似た名前は探していません。このままでは使われないおそれがあります。 [scenarios/s.yaml:8003 foresite] 対処案: まず最初の未知の語を直して再検査してください。")
                .anyMatch(said -> said.startsWith("検査: ほかの未知の語 "));
    }

    /// Looking costs the square of the length in some steps, so what is no name any more is not looked at.
    @Test
    void aTextInThePlaceOfANameMustCostNothing() {
        String text = "a ".repeat(400_000);
        assertThat(of(text)).isEqualTo(new NameSpelling.Unlike());
        assertThat(Small.years()
                        .with("scenarios/s.yaml", "id: s\n? " + text + "\n: 1\n")
                        .findings(Lang.EN))
                .hasSize(1)
                .first()
                .asString()
                .contains("is not known; it is kept but not used.");
    }

    @Test
    void aNameThatIsThereAlreadyMustNotBeNear() {
        assertThat(NameSpelling.of("cost2", COLUMNS, Set.of("cost"))).isEqualTo(new NameSpelling.Unlike());
    }

    /// Every column and table, with a letter left out, doubled, exchanged or swapped with its neighbour.
    @Test
    void noSlipOfThePenMayBeTakenForNothing() {
        Random random = new Random(57);
        for (CaseSchema.TableSpec table : CaseSchema.current().tables().values()) {
            for (String name : table.columns().keySet()) {
                for (int run = 0; run < 20; run++) {
                    String slip = slip(name, random);
                    assertThat(NameSpelling.of(slip, table.meanings(), Set.of()))
                            .as("%s for %s.%s", slip, table.name(), name)
                            .isNotInstanceOf(NameSpelling.Unlike.class);
                }
            }
        }
    }

    private static String slip(String name, Random random) {
        int at = random.nextInt(name.length());
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.length() == 1 ? name + letter : name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.length() < 3 ? name + letter : name.substring(0, at) + letter + name.substring(at + 1);
            default ->
                at + 1 < name.length()
                        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                        : name.toUpperCase(java.util.Locale.ROOT);
        };
    }
}
