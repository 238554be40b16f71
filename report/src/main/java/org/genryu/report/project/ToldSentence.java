package org.genryu.report.project;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.report.write.Html;

/// A sentence whose numbers open what they mean: `{0}` stands for the first of them, in whatever order a language has.
///
/// @param pattern the sentence with its slots
/// @param numbers as shown, each with the definition that it opens
record ToldSentence(String pattern, List<Number> numbers) {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    /// @param shown as people read it
    /// @param meaning what it opens
    record Number(String shown, Definition meaning) {}

    ToldSentence {
        numbers = List.copyOf(numbers);
    }

    static ToldSentence of(String pattern, Number... numbers) {
        return new ToldSentence(pattern, List.of(numbers));
    }

    /// Without links.
    String plain() {
        return SLOT.matcher(pattern)
                .replaceAll(
                        slot -> Matcher.quoteReplacement(number(slot.group(1)).shown()));
    }

    /// Into an open element.
    void write(Html html) {
        Matcher slot = SLOT.matcher(pattern);
        int from = 0;
        while (slot.find()) {
            Number number = number(slot.group(1));
            html.text(pattern.substring(from, slot.start()));
            html.leaf("a", number.shown(), "href", "#" + number.meaning().anchor(), "class", "def");
            from = slot.end();
        }
        html.text(pattern.substring(from));
    }

    private Number number(String slot) {
        return numbers.get(Integer.parseInt(slot));
    }
}
