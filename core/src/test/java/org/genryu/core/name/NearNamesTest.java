package org.genryu.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.junit.jupiter.api.Test;

/// Cures within a budget. Rung: by hand.
class NearNamesTest {
    @Test
    void theFirstWordsMustGetTheirNamesAndTheOthersNone() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            names.add("place-%06d".formatted(i));
        }
        NearNames near = new NearNames();
        List<Boolean> cured = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            cured.add(near.cure("plaze-%06d".formatted(i), names).isPresent());
        }
        assertThat(cured.indexOf(false)).isBetween(10, 1_000);
        assertThat(cured.subList(cured.indexOf(false), cured.size())).doesNotContain(true);
        int unsought = cured.size() - cured.indexOf(false);
        assertThat(near.remark().orElseThrow().in(Lang.EN))
                .isEqualTo(
                        "Check: for " + unsought
                                + " more unknown words no likely ones were looked for; correct the first ones and check again.");
        assertThat(near.remark().orElseThrow().in(Lang.JA))
                .isEqualTo("検査: ほかの未知の語 " + unsought + " 件については候補を探していません。まず最初のものを直して再検査してください。");
    }

    @Test
    void unitsWithinABudgetMustStopLookingAndSayNoMore() {
        NearNames near = new NearNames();
        Units units = Units.of(new Money("USD", 2025)).within(near);
        ReadText.Refused<Unit> first = (ReadText.Refused<Unit>) units.read("barrell");
        assertThat(first.cure()).isPresent();
        for (int i = 0; near.remark().isEmpty(); i++) {
            assertThat(i).isLessThan(100_000);
            units.read("x".repeat(60) + "-" + word(i));
        }
        ReadText.Refused<Unit> last = (ReadText.Refused<Unit>) units.read("barrrel");
        assertThat(last.cure()).isEmpty();
        assertThat(last.rule().en()).isEqualTo("'barrrel' is not a known unit.");
        assertThat(((ReadText.Refused<Unit>) Units.of(new Money("USD", 2025)).read("barrrel")).cure())
                .isPresent();
    }

    private static String word(int i) {
        return Integer.toString(i)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + 'a'))
                .collect(Collectors.joining());
    }

    @Test
    void aSpentBudgetMustNotGatherNames() {
        NearNames near = new NearNames();
        List<String> names = java.util.Collections.nCopies(1_000_000, "far-from-anything-at-all");
        assertThat(near.cure("x".repeat(90), names)).isEmpty();
        assertThat(near.search("pit", 1, () -> Optional.of(Text.same("pot"))))
                .as("not taken for a word that is like none")
                .isEqualTo(new NearNames.Search.Unsought());
        assertThat(near.cure("x", () -> {
                    throw new AssertionError("gathered");
                }))
                .isEqualTo(Optional.empty());
    }
}
