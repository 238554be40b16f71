package org.genryu.evidence.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.genryu.core.Text;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.Bound;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim.Kind;
import org.genryu.evidence.claim.Claim.Nature;
import org.genryu.evidence.text.Stretch;
import org.genryu.evidence.time.StatedPeriod;

/// A claim out of the JSON that [ClaimJson] writes.
public final class ClaimParser {
    private ClaimParser() {}

    /// Empty if it is no claim.
    public static Optional<Claim> read(JsonTree json) {
        try {
            return Optional.of(claim(json));
        } catch (IllegalArgumentException | DateTimeException | java.util.NoSuchElementException broken) {
            return Optional.empty();
        }
    }

    private static Claim claim(JsonTree json) {
        JsonTree value = json.part("value");
        JsonTree quote = json.part("quote");
        return new Claim(
                json.text("id").orElseThrow(),
                word(Kind.values(), Kind::word, json.text("kind").orElseThrow()),
                json.text("subject").orElse(""),
                json.text("measure").orElse(""),
                json.text("scope").orElse(""),
                word(Nature.values(), Nature::word, json.text("nature").orElseThrow()),
                value.text("unit").map(unit -> quantity(value, unit)),
                value.text("text"),
                period(json.part("period")),
                json.text("stated_at").orElse(""),
                new Claim.Quote(quote.text("doc").orElse(""), stretch(quote)),
                json.parts("more").stream().map(ClaimParser::stretch).toList(),
                json.part("source").text("id").orElse(""),
                json.number("confidence").orElse(0),
                json.part("extractor").texts("rules"),
                json.text("review").filter(text -> !text.isEmpty()).map(Text::same));
    }

    private static Quantity quantity(JsonTree value, String unit) {
        Optional<Quantity> also = value.part("also").text("unit").map(other -> {
            OptionalDouble mode = value.part("also").number("mode");
            return new Quantity(mode, mode, mode, 0, other, AmountBasis.ABS, Bound.NONE, false, "", Optional.empty());
        });
        return new Quantity(
                value.number("low"),
                value.number("high"),
                value.number("mode"),
                value.number("grain").orElse(0),
                unit,
                word(
                        AmountBasis.values(),
                        AmountBasis::word,
                        value.text("basis").orElseThrow()),
                word(Bound.values(), Bound::sign, value.text("bound").orElse("")),
                value.yes("approx"),
                value.text("content").orElse(""),
                also);
    }

    private static Optional<StatedPeriod> period(JsonTree period) {
        return period.text("kind")
                .map(kind -> new StatedPeriod(
                        period.text("from").map(LocalDate::parse),
                        period.text("to").map(LocalDate::parse),
                        word(StatedPeriod.Kind.values(), StatedPeriod.Kind::word, kind),
                        period.text("mod"),
                        period.texts("flags").stream()
                                .map(flag -> word(StatedPeriod.Flag.values(), StatedPeriod.Flag::word, flag))
                                .toList(),
                        period.text("other").map(LocalDate::parse)));
    }

    private static Stretch stretch(JsonTree json) {
        return new Stretch(
                (int) json.number("start").orElse(0),
                (int) json.number("end").orElse(0),
                json.text("raw").orElse(""));
    }

    private static <E> E word(E[] all, Function<E, String> name, String word) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equals(word))
                .findFirst()
                .orElseThrow();
    }
}
