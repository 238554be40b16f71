package org.genryu.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.core.time.Span;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rung: identity and metamorphic checks on random input.
class NumbersPropertyTest {
    private static final Units USD = Units.of(new Money("USD", 2025));
    /// Two roundings to double, one each way.
    private static final double THERE_AND_BACK = 4.5e-16;

    private static final List<List<String>> PAIRS = List.of(
            List.of("t/d", "t/yr"),
            List.of("lb", "kg"),
            List.of("USD/MMBtu", "USD/MWh"),
            List.of("bcm/yr", "Bcf/d"),
            List.of("month", "days"),
            List.of("nm", "km"),
            List.of("Mtoe", "TJ"),
            List.of("GWh/a", "MW"),
            List.of("bbl", "m3"),
            List.of("USD/lb", "USD/t"),
            List.of("%", "ppm"));

    private static final String PIECES = "0123456789.,+-eE%()/ ±~〜～.. ½²³①▲△一二三十百千万億兆京円ドル$¥tkgUSDJPYyrd年月日約"
            + "triangular(lognormal(uniform(million billion..±\u0000\uD83D\uDE00\u202E\uFEFF";

    private static Amount amount(Input input) {
        return input.made("amount", of -> {
            double value = of.real("value", -1e12, 1e12) + 0.0;
            double positive = of.real("positive", 1e-3, 1e12);
            return switch (of.whole("kind", 0, 4)) {
                case 0 -> new Amount.Fixed(value);
                case 1 -> new Amount.Uniform(value, value + positive);
                case 2 -> new Amount.Normal(value, positive);
                case 3 -> {
                    double mode = value + positive;
                    yield new Amount.Triangular(value, mode, mode + of.real("rest", 1e-3, 1e12));
                }
                default -> new Amount.LogNormal(positive, of.real("sigma", 0.01, 9.99));
            };
        });
    }

    @Test
    void whatIsWrittenMustReadBackAsTheSameAmount() {
        Law.of(21, 2000).holds(input -> {
            Amount amount = amount(input);
            assertThat(Literal.read(amount.text(), USD.unit("t/yr"), USD)).isEqualTo(ReadText.of(amount));
        });
    }

    @Test
    void widthAndCompatibilityOfCharactersMustNotMatter() {
        Law.of(22, 2000).holds(input -> {
            Amount amount = amount(input);
            String text = amount.text() + " kt";
            String wide = text.chars()
                    .collect(
                            StringBuilder::new,
                            (out, c) -> out.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)),
                            StringBuilder::append)
                    .toString();
            ReadText<Amount> read = Literal.read(text, USD.unit("t"), USD);
            assertThat(read).isInstanceOf(ReadText.Value.class);
            assertThat(Literal.read(wide, USD.unit("t"), USD)).isEqualTo(read);
            assertThat(Literal.read(Normalizer.normalize(wide, Normalizer.Form.NFKC), USD.unit("t"), USD))
                    .isEqualTo(read);
        });
    }

    @Test
    void conversionThereAndBackMustBeTheIdentity() {
        Law.of(23, 1000).holds(input -> {
            double value = input.real("value", -1e12, 1e12);
            List<String> pair = input.one("pair", PAIRS);
            Unit from = USD.unit(pair.get(0));
            Unit to = USD.unit(pair.get(1));
            assertThat(to.convert(from.convert(value, to), from))
                    .isCloseTo(value, within(Math.abs(value) * THERE_AND_BACK));
        });
    }

    @Test
    void anyTextMustGiveAnAmountOrARefusal() {
        Law.of(24, 20_000).holds(input -> {
            String text = input.text("text");
            mustAnswer(text);
        });
    }

    @Test
    void anyMixtureOfThePiecesOfNumbersMustGiveAnAmountOrARefusal() {
        Random random = new Random(25);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                int at = random.nextInt(PIECES.length());
                text.append(PIECES, at, Math.min(PIECES.length(), at + 1 + random.nextInt(3)));
            }
            mustAnswer(text.toString());
        }
    }

    /// Each is the worst that its repetition can be: nesting, products, groups, kanji digits, prefixes, long
    /// exponents.
    @Test
    void hostileRepetitionMustBeRefusedOrRead() {
        for (String piece : List.of(
                "(", "1(", "9", "1,", "1,000", "一", "十", "1e9", "t ", "t/", "万", "..", "±", "~", "t9", "(t", "9e400",
                "-", "▲", "USD2020", " ", "約")) {
            for (int times : new int[] {2, 20, 66, 199, 200, 201, 100_000}) {
                mustAnswer(piece.repeat(times));
                mustAnswer("1 " + piece.repeat(times));
                mustAnswer("triangular(" + piece.repeat(times) + ")");
            }
        }
    }

    private static void mustAnswer(String text) {
        for (String unit : List.of("t/yr", "1", "USD")) {
            switch (Literal.read(text, USD.unit(unit), USD)) {
                case ReadText.Value<Amount>(Amount amount) ->
                    assertThat(amount.central()).isFinite();
                case ReadText.Refused<Amount> refused -> {
                    Finding finding = refused.at(new Finding.Place("x.csv", 1, "c"), Text.same("X"), text);
                    assertThat(finding.in(Lang.EN)).isNotBlank().doesNotContain("\n");
                    assertThat(finding.in(Lang.JA)).isNotBlank().doesNotContain("\n");
                }
            }
        }
        assertThat(Span.read(text)).isNotNull();
        assertThat(USD.read(text)).isNotNull();
    }
}
