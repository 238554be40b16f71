package org.genryu.store.register;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Check;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Units;

/// An amount of money that stays the range as which it was told: `up to 100` has no lower end but 0, `more than 340`
/// no upper end.
///
/// sum: [a, b] + [c, d] = [a + c, b + d]. Amounts of two currencies are never added.
///
/// @param low 0 or more
/// @param high `low` or more; infinity where nothing bounds it
/// @param currency ISO 4217 code
public record MoneyRange(double low, double high, String currency) {
    /// Those in which amounts of the programme are told, the likeliest first.
    private static final List<String> CURRENCIES = List.of("USD", "JPY", "EUR", "AUD", "CAD", "KRW", "GBP");

    /// The year of a [Money] plays no part where nothing is converted.
    private static final int ANY_YEAR = 2025;

    private static final Pattern AT_MOST = Pattern.compile("(?i)(?:up to|at most|<=?|最大)\\s*(.+)|(.+?)(?:以下|まで)");
    private static final Pattern AT_LEAST =
            Pattern.compile("(?i)(?:more than|over|at least|>=?)\\s*(.+)|(.+?)(?:以上|超)");
    private static final Pattern ABOUT = Pattern.compile("(?i)(?:about|around|約)\\s*(.+)");

    public MoneyRange {
        Check.that(low >= 0 && Double.isFinite(low), "Amount: its lower end is %s; it must be 0 or more.", low);
        Check.that(high >= low, "Amount: its upper end is %s; it must be %s or more.", high, low);
    }

    public static MoneyRange none(String currency) {
        return new MoneyRange(0, 0, currency);
    }

    public MoneyRange plus(MoneyRange other) {
        sameMoney(other);
        return new MoneyRange(low + other.low, high + other.high, currency);
    }

    /// Of two accounts of one thing: what holds for the larger.
    public MoneyRange larger(MoneyRange other) {
        sameMoney(other);
        return new MoneyRange(Math.max(low, other.low), Math.max(high, other.high), currency);
    }

    private void sameMoney(MoneyRange other) {
        Check.that(currency.equals(other.currency), "Amounts of %s and %s are not added.", currency, other.currency);
    }

    public boolean isNothing() {
        return high == 0;
    }

    /// `$33.3 billion`, `up to $25 billion`, `more than ¥340 billion`, `$109 billion to $525 billion`.
    public String in(Lang lang) {
        String least = NumberText.money(low, currency, lang);
        if (low == high) {
            return least;
        } else if (Double.isInfinite(high)) {
            return new Text("more than " + least, least + "超").in(lang);
        }
        String most = NumberText.money(high, currency, lang);
        return low == 0
                ? new Text("up to " + most, "最大" + most).in(lang)
                : new Text(least + " to " + most, least + "～" + most).in(lang);
    }

    /// Reads `33.3 bn USD`, `3400億円超`, `up to 25 bn USD`, `10..20 bn USD`. A currency must be named.
    public static ReadText<MoneyRange> read(String text) {
        String plain = text.strip();
        Matcher atMost = AT_MOST.matcher(plain);
        Matcher atLeast = AT_LEAST.matcher(plain);
        Matcher about = ABOUT.matcher(plain);
        if (atMost.matches()) {
            return bare(inner(atMost)).then(one -> ReadText.of(new MoneyRange(0, one.high(), one.currency())));
        } else if (atLeast.matches()) {
            return bare(inner(atLeast))
                    .then(one -> ReadText.of(new MoneyRange(one.low(), Double.POSITIVE_INFINITY, one.currency())));
        }
        return bare(about.matches() ? about.group(1) : plain);
    }

    private static String inner(Matcher found) {
        return Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2));
    }

    private static ReadText<MoneyRange> bare(String text) {
        // A number alone would be read in any currency.
        boolean named = text.chars().anyMatch(c -> Character.isLetter(c) || "$€£¥￥".indexOf(c) >= 0)
                && OptionalDouble.empty().equals(Literal.plain(text));
        if (named) {
            for (String currency : CURRENCIES) {
                Units units = Units.of(new Money(currency, ANY_YEAR));
                Optional<MoneyRange> found = Literal.read(text, units.unit(currency), units)
                        .found()
                        .flatMap(amount -> range(amount, currency));
                if (found.isPresent()) {
                    return ReadText.of(found.get());
                }
            }
        }
        return ReadText.refuse(new Text(
                "it must be an amount of money such as 33.3 bn USD, up to 25 bn USD, 10..20 bn USD or 3400億円超.",
                "33.3 bn USD、最大250億ドル、100..200億ドル、3400億円超 のような金額でなければなりません。"));
    }

    private static Optional<MoneyRange> range(Amount amount, String currency) {
        return switch (amount) {
            case Amount.Fixed(double value)
            when value >= 0 && Double.isFinite(value) -> Optional.of(new MoneyRange(value, value, currency));
            case Amount.Uniform(double low, double high)
            when low >= 0 && Double.isFinite(high) -> Optional.of(new MoneyRange(low, high, currency));
            case Amount.Fixed _, Amount.Uniform _, Amount.Normal _, Amount.Triangular _, Amount.LogNormal _ ->
                Optional.empty();
        };
    }
}
