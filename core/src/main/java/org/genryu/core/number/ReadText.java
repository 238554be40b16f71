package org.genryu.core.number;

import java.util.Optional;
import java.util.function.Function;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// What came of reading one piece of text: the value, or the rule that it breaks and a likely cure. The reader of a
/// file, who knows where the text stands, turns a refusal into a [Finding].
public sealed interface ReadText<T> {
    record Value<T>(T value) implements ReadText<T> {}

    /// @param rule what must be, as a sentence that follows "capacity is 'x'; "
    /// @param cure a likely remedy, as a sentence that follows "Maybe "
    record Refused<T>(Text rule, Optional<Text> cure) implements ReadText<T> {
        /// The error about `text`, which stands at `place` (whose column names it).
        public Finding at(Finding.Place place, Text thing, String text) {
            String shown = quotable(text);
            Text problem = new Text(
                    "%s is '%s'; %s".formatted(place.column(), shown, rule.en()),
                    "%s が「%s」です。%s".formatted(place.column(), shown, rule.ja()));
            return new Finding(Finding.Severity.ERROR, place, thing, problem, cure);
        }

        <R> Refused<R> as() {
            return new Refused<>(rule, cure);
        }
    }

    static <T> ReadText<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Refused<T> refuse(Text rule) {
        return new Refused<>(rule, Optional.empty());
    }

    static <T> Refused<T> refuse(Text rule, Text cure) {
        return new Refused<>(rule, Optional.of(cure));
    }

    /// The value, if there is one.
    default Optional<T> found() {
        return switch (this) {
            case Value<T>(T value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }

    default <R> ReadText<R> then(Function<? super T, ReadText<R>> step) {
        return switch (this) {
            case Value<T>(T value) -> step.apply(value);
            case Refused<T> refused -> refused.as();
        };
    }

    /// The text as one short printable line: at most 60 characters, control and format characters shown as `?`.
    static String quotable(String text) {
        StringBuilder out = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, Math.min(text.length(), 120))));
        text.substring(0, end).codePoints().forEach(c -> out.appendCodePoint(UnsafeSigns.isSeen(c) ? c : '?'));
        return end < text.length() ? out.append('…').toString() : out.toString();
    }
}
