package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genryu.core.name.NearestNames;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.junit.jupiter.api.Test;

/// Rungs: by hand, published value (SHA-256 of the empty text), second implementation (hash of a folder, in Python).
class SmallThingsTest {
    private static final List<String> TABLES =
            List.of("places", "commodities", "processes", "routes", "recipes", "returns", "demands");

    @Test
    void aSlipMustFindTheNameThatWasMeant() {
        assertThat(NearestNames.of("proceses", TABLES)).containsExactly("processes");
        assertThat(NearestNames.of("ruotes", TABLES)).containsExactly("routes");
        assertThat(NearestNames.of("PLACES", TABLES)).containsExactly("places");
        assertThat(NearestNames.of("recipe", TABLES).getFirst()).isEqualTo("recipes");
        assertThat(NearestNames.of("zzz", TABLES)).isEmpty();
        assertThat(NearestNames.of("", TABLES)).isEmpty();
        assertThat(NearestNames.of("x".repeat(1000), List.of("x".repeat(1000)))).isEmpty();
        assertThat(NearestNames.of("a", List.of("b"))).isEmpty();
    }

    /// Names with other letters are left aside unseen; that must change nothing. Against the definition, word by
    /// word.
    @Test
    void whatIsLeftAsideMustBeFar() {
        Random draw = new Random(5);
        List<String> names = Stream.generate(() -> drawn(draw)).limit(300).toList();
        for (int i = 0; i < 300; i++) {
            String word = drawn(draw);
            List<String> near = names.stream()
                    .filter(name -> steps(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                            <= Math.max(1, Math.max(word.length(), name.length()) / 3))
                    .filter(name -> steps(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                            < Math.max(word.length(), name.length()))
                    .toList();
            assertThat(near).as(word).containsAll(NearestNames.of(word, names));
            assertThat(NearestNames.of(word, names))
                    .hasSize((int) Math.min(3, near.stream().distinct().count()));
        }
    }

    private static String drawn(Random draw) {
        return draw.ints(1 + draw.nextInt(7), 0, 8)
                .mapToObj(i -> "abcABあé1".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /// Insertions, deletions, replacements, swaps of neighbours; the plain recursion.
    private static int steps(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int same = a.charAt(0) == b.charAt(0) ? 0 : 1;
        if (same == 0) {
            return steps(a.substring(1), b.substring(1));
        }
        int least = Math.min(
                steps(a.substring(1), b.substring(1)), Math.min(steps(a.substring(1), b), steps(a, b.substring(1))));
        if (a.length() > 1 && b.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)) {
            least = Math.min(least, steps(a.substring(2), b.substring(2)));
        }
        return least + 1;
    }

    @Test
    void theCureMustNameWhatMayBeMeant() {
        assertThat(NearestNames.cure("ruotes", TABLES)).contains(new Text("'routes' is meant.", "「routes」ではありませんか。"));
        assertThat(NearestNames.cure("ab", List.of("aa", "bb")))
                .contains(new Text("'aa' or 'bb' is meant.", "「aa」「bb」のいずれかではありませんか。"));
        assertThat(NearestNames.cure("zzz", TABLES)).isEmpty();
    }

    @Test
    void theHashMustBeTheOneThatEverybodyComputes() {
        assertThat(ContentHash.of(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        byte[] bc = "bc".getBytes(StandardCharsets.UTF_8);
        assertThat(ContentHash.of(Map.of("a", bc, "b", new byte[0])))
                .isEqualTo("fbbc5277d3a9da27537155d2e00aef7267ba55fe083d34618d6a43874a461f7d");
        assertThat(ContentHash.of(Map.of("ab", "c".getBytes(StandardCharsets.UTF_8), "b", new byte[0])))
                .isNotEqualTo(ContentHash.of(Map.of("a", bc, "b", new byte[0])));
    }

    @Test
    void ratesMustChainForwardsAndBackwardsAndNeverBeInvented() {
        Money usd25 = new Money("USD", 2025);
        Money usd20 = new Money("USD", 2020);
        Money jpy25 = new Money("JPY", 2025);
        Money.Rates rates = new Money.Rates(List.of(
                new Money.Rate(usd25, jpy25, BigDecimal.valueOf(160)),
                new Money.Rate(usd20, usd25, new BigDecimal("1.25"))));
        assertThat(rates.factor(usd25, usd25)).contains(BigDecimal.ONE);
        assertThat(rates.factor(usd20, jpy25).orElseThrow()).isEqualByComparingTo("200");
        assertThat(rates.factor(jpy25, usd20).orElseThrow()).isEqualByComparingTo("0.005");
        assertThat(rates.factor(new Money("JPY", 2024), usd25)).isEmpty();
        assertThatThrownBy(() -> new Money("usd", 2025))
                .hasMessage("Money: currency is 'usd'; it must be an ISO 4217 code such as USD.");
        assertThatThrownBy(() -> new Money.Rate(usd25, jpy25, BigDecimal.ZERO))
                .hasMessage("Rate USD2025 to JPY2025: factor is 0; it must be above 0.");
    }

    @Test
    void progressMustBeSilentUnlessSomebodyListens() {
        ProgressReport.SILENT.begin(new Text("Reading", "読み込み"));
        StringBuilder heard = new StringBuilder();
        ProgressReport listener = (stage, done, total) ->
                heard.append(stage.en()).append(done).append('/').append(total);
        listener.begin(new Text("Reading", "読み込み"));
        listener.at(new Text("Solving", "求解"), 3, 7);
        assertThat(heard.toString()).isEqualTo("Reading0/0Solving3/7");
    }

    @Test
    void textsOfReadersMustBeQuotedOnOneShortLine() {
        assertThat(ReadText.quotable("a\nb\u202Ec\0")).isEqualTo("a?b?c?");
        assertThat(ReadText.quotable("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(ReadText.quotable("希土類")).isEqualTo("希土類");
        assertThat(ReadText.quotable("\uD83D")).isEqualTo("?");
    }
}
