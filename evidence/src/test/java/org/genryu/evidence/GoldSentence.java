package org.genryu.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.amount.AmountBasis;
import org.genryu.evidence.amount.Bound;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.time.PeriodMention;

/// A sentence of the gold set with what a careful reader marked in it; `gold/guideline.md` says how.
///
/// @param amounts in the canonical form of [#shown(Quantity)]
/// @param periods as `from..to`
/// @param links `measure@subject` of its amounts, where that was marked
record GoldSentence(
        String lang, String text, List<String> amounts, List<String> periods, Optional<List<String>> links) {
    private static final Pattern MARKED =
            Pattern.compile("(>=|<=|>|<|~)?([-0-9.e]*?)(?:\\.\\.([-0-9.e]*))?(?: (\\S+?))??( yoy)?( approx)?");

    static List<GoldSentence> all(String split) throws IOException {
        return cells(split).stream()
                .map(cells -> new GoldSentence(
                        cells[0],
                        cells[1],
                        parts(cells[2]).stream().map(GoldSentence::canonical).toList(),
                        parts(cells[3]),
                        cells.length > 4 ? Optional.of(parts(cells[4])) : Optional.empty()))
                .toList();
    }

    /// The rows of a file of the gold set.
    static List<String[]> cells(String file) throws IOException {
        try (InputStream in = GoldSentence.class.getResourceAsStream("/gold/" + file + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", -1))
                    .toList();
        }
    }

    private static List<String> parts(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(";"));
    }

    /// A mark in one form: numbers as the program writes them, bounds with their open end, `~` with its spread.
    static String canonical(String mark) {
        Matcher found = MARKED.matcher(mark.strip());
        assertThat(found.matches()).as(mark).isTrue();
        String sign = Optional.ofNullable(found.group(1)).orElse("");
        String low = number(found.group(2));
        String high = number(Optional.ofNullable(found.group(3)).orElse(""));
        String value = mark.contains("..") ? low + ".." + high : low;
        if (sign.equals("~")) {
            BigDecimal said = new BigDecimal(found.group(2));
            BigDecimal grain = new BigDecimal("0.5")
                    .scaleByPowerOfTen(-said.stripTrailingZeros().scale());
            BigDecimal spread = grain.max(said.abs().multiply(new BigDecimal("0.025")));
            value = number(said.subtract(spread).toString()) + ".."
                    + number(said.add(spread).toString());
        } else if (!sign.isEmpty() && !mark.contains("..")) {
            value = sign.startsWith(">") ? low + ".." : ".." + low;
        }
        return (sign.equals("~") ? "" : sign)
                + value
                + " "
                + Optional.ofNullable(found.group(4)).orElse("")
                + Optional.ofNullable(found.group(5)).orElse("");
    }

    private static String number(String text) {
        return text.isEmpty() ? "" : NumberText.exact(new BigDecimal(text).doubleValue());
    }

    static String shown(Quantity q) {
        String low = q.low().isPresent() ? NumberText.exact(q.low().getAsDouble()) : "";
        String high = q.high().isPresent() ? NumberText.exact(q.high().getAsDouble()) : "";
        String value = low.equals(high) && q.bound() == Bound.NONE ? low : low + ".." + high;
        return q.bound().sign() + value + " " + q.unit() + (q.basis() == AmountBasis.YOY ? " yoy" : "");
    }

    static String shown(PeriodMention mention) {
        String from = mention.period().from().map(LocalDate::toString).orElse("");
        String to = mention.period().to().map(LocalDate::toString).orElse("");
        return from.isEmpty() && to.isEmpty() ? "NOREF" : from.equals(to) ? from : from + ".." + to;
    }
}
