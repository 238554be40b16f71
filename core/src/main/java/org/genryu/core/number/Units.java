package org.genryu.core.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.name.NearestNames;

/// What does a unit text mean in this case? `t/yr`, `USD/kg`, `万トン/年`, `USD/(t/yr)`, `million m3`, `USD2020/MMBtu`.
///
/// expression = product { "/" product }; product = factor { ("·" | "*" | " ") factor }; factor = "(" expression ")" |
/// [万…] word [power];
/// `a/b/c` is a/(b·c), ` per ` is `/`. The base of money is the money of the case: a currency without a
/// year is in the case's price year, and another currency or price year needs a given rate. Words that
/// could mean two things (`ton`, `oz`) are refused. Names of several words (`metric tons`) are read
/// with blanks as with `-`.
///
/// Instances may be shared between threads.
///
/// Size: a grammar with what its words mean, read in one piece.
public final class Units {
    private static final int REMEMBERED = 1_000;

    private final Money money;
    private final Money.Rates rates;
    private final UnitTable table;
    private final Map<String, Unit> things;
    private final Optional<NearNames> near;
    /// What was read already; a column says the same unit in every row.
    private final Map<String, ReadText<Unit>> seen = new ConcurrentHashMap<>();

    private Units(Money money, Money.Rates rates, UnitTable table, Map<String, Unit> things, Optional<NearNames> near) {
        this.money = money;
        this.rates = rates;
        this.table = table;
        this.things = Map.copyOf(things);
        this.near = near;
    }

    public static Units of(Money money) {
        return of(money, Money.Rates.NONE);
    }

    public static Units of(Money money, Money.Rates rates) {
        return new Units(money, rates, Known.TABLE, Map.of(), Optional.empty());
    }

    /// Read once: a case asks for units at every route.
    private static final class Known {
        static final UnitTable TABLE = new UnitTable();
    }

    /// The same with one more thing that is counted, such as `motor`.
    public Units with(String thing) {
        Map<String, Unit> more = new HashMap<>(things);
        more.put(thing, new Unit(thing, Unit.Dimension.of(thing), BigDecimal.ONE, BigDecimal.ONE));
        return new Units(money, rates, table, more, near);
    }

    /// The same for one thread that reads much: the names that may be meant by unknown words are looked for within
    /// this budget.
    public Units within(NearNames budget) {
        return new Units(money, rates, table, things, Optional.of(budget));
    }

    public Money money() {
        return money;
    }

    /// The rows of the unit table as printed in the reference: measures, symbol, prefixes, size in base units,
    /// other names, source.
    public List<List<String>> rows() {
        return table.rows.stream()
                .map(row -> List.of(
                        row.measures(),
                        row.symbol(),
                        String.join(" ", row.prefixes()),
                        row.over().toPlainString()
                                + (row.under().equals(BigDecimal.ONE)
                                        ? ""
                                        : "/" + row.under().toPlainString()),
                        String.join(" ", row.names()),
                        row.source()))
                .toList();
    }

    /// The unit that the program itself names; an unknown one is the programmer's mistake.
    public Unit unit(String text) {
        return switch (read(text)) {
            case ReadText.Value<Unit>(Unit unit) -> unit;
            case ReadText.Refused<Unit>(Text rule, Optional<Text> _) ->
                throw new IllegalArgumentException("Unit '" + text + "': " + rule.en());
        };
    }

    /// The unit that a person wrote; an empty text is a pure number.
    public ReadText<Unit> read(String text) {
        ReadText<Unit> known = seen.get(text);
        if (known != null) {
            return known;
        }
        ReadText<Unit> unit = parse(text);
        if (seen.size() < REMEMBERED) {
            seen.put(text, unit);
        }
        return unit;
    }

    private ReadText<Unit> parse(String text) {
        return Numeral.tidy(text).then(tidy -> {
            String one = tidy.replace(" per ", "/")
                    .replace('·', '*')
                    .replace('・', '*')
                    .replace("p.a.", "/yr")
                    .replace("//", "/");
            if (one.isEmpty() || one.equals("1") || one.equals("-")) {
                return ReadText.of(Unit.ONE);
            }
            return new Parser(one).whole().then(unit -> ReadText.of(unit.named(tidy)));
        });
    }

    /// The ISO 4217 code of a name of money, such as `$`, `円`, `豪ドル` or `AUD`, whatever the case counts in.
    public static Optional<String> currencyCode(String word) {
        String code = UnitTable.CURRENCY_NAMES.getOrDefault(word, word);
        return UnitTable.CURRENCIES.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /// Whether the text is a name of money, such as `$`, `円` or `USD2020`.
    boolean isMoney(String word) {
        return currency(word).isPresent();
    }

    /// Thousands, millions and billions of money, in front of its code or behind it: `300 MUSD`, `USD300m`.
    private static final Pattern SCALED_MONEY =
            Pattern.compile("(k|M|B|bn)([A-Z]{3}\\d*)|([A-Z]{3}\\d*|.*\\$)(k|M|m|mn|MM|bn|B)");

    /// @param size in units of the currency: 0.01 for a cent, 1e6 for `MUSD`
    private record Coin(String currency, int year, BigDecimal size) {}

    private static final Map<String, Integer> ZEROS =
            Map.of("k", 3, "K", 3, "M", 6, "m", 6, "mn", 6, "MM", 6, "bn", 9, "B", 9, "b", 9);

    /// The word for a scale that stands behind money, such as `m` in `$3.5m`; empty if it is none.
    static Optional<String> scaleOfMoney(String letters) {
        return Optional.ofNullable(ZEROS.get(letters))
                .map(zeros -> zeros == 3 ? "thousand" : zeros == 6 ? "million" : "billion");
    }

    private Optional<Coin> currency(String word) {
        Matcher scaled = SCALED_MONEY.matcher(word);
        if (!scaled.matches()) {
            return coin(word);
        }
        boolean front = scaled.group(1) != null;
        int zeros = ZEROS.getOrDefault(scaled.group(front ? 1 : 4), 0);
        return coin(scaled.group(front ? 2 : 3))
                .map(coin -> new Coin(coin.currency(), coin.year(), coin.size().scaleByPowerOfTen(zeros)))
                .or(() -> coin(word));
    }

    private Optional<Coin> coin(String word) {
        int digits = word.length();
        while (digits > 0 && Numeral.isDigit(word.charAt(digits - 1))) {
            digits--;
        }
        String year = word.substring(digits);
        String name = word.substring(0, digits > 1 && word.charAt(digits - 1) == '_' ? digits - 1 : digits);
        String cents = UnitTable.CENTS.getOrDefault(name, "");
        String code = UnitTable.CURRENCY_NAMES.getOrDefault(
                name,
                UnitTable.CURRENCY_NAMES.getOrDefault(
                        name.toLowerCase(java.util.Locale.ROOT), cents.isEmpty() ? name : cents));
        boolean plausible = year.isEmpty() || year.matches("(19|20)\\d\\d");
        if (!plausible || !UnitTable.CURRENCIES.contains(code)) {
            return Optional.empty();
        }
        int priceYear = year.isEmpty() ? money.priceYear() : Integer.parseInt(year);
        return Optional.of(new Coin(code, priceYear, cents.isEmpty() ? BigDecimal.ONE : new BigDecimal("0.01")));
    }

    private ReadText<Unit> price(String word, Coin coin) {
        Money from = new Money(coin.currency(), coin.year());
        Optional<BigDecimal> factor = rates.factor(from, money);
        if (factor.isPresent()) {
            return ReadText.of(
                    new Unit(word, Unit.Dimension.of("money"), factor.get().multiply(coin.size()), BigDecimal.ONE));
        }
        boolean sameCurrency = coin.currency().equals(money.currency());
        Text rule = sameCurrency
                ? new Text(
                        "it is in prices of %s, and the case counts in prices of %s."
                                .formatted(coin.year(), money.priceYear()),
                        "%s年価格ですが、このケースは%s年価格です。".formatted(coin.year(), money.priceYear()))
                : new Text(
                        "it is in %s, and the case counts in %s.".formatted(coin.currency(), money.currency()),
                        "通貨は%sですが、このケースの通貨は%sです。".formatted(coin.currency(), money.currency()));
        String key = coin.year() == money.priceYear() ? coin.currency() : from.toString();
        return ReadText.refuse(
                rule,
                new Text(
                        "`exchange: {%s: …}` with the worth of one %s in %s was forgotten.".formatted(key, from, money),
                        "`exchange: {%s: …}`（1 %s の価値、%s 建て）を書き足してください。".formatted(key, from, money)));
    }

    /// The unit of one word without powers.
    private ReadText<Unit> word(String word) {
        Unit thing = things.get(word);
        if (thing != null) {
            return ReadText.of(thing);
        }
        Optional<Coin> coin = currency(word);
        if (coin.isPresent()) {
            return price(word, coin.get());
        }
        UnitTable.Refusal refusal = UnitTable.REFUSED.get(word);
        if (refusal != null) {
            return ReadText.refuse(refusal.rule(), refusal.cure());
        }
        Optional<Unit> known = table.find(word);
        return known.isPresent() ? ReadText.of(known.get()) : unknown(word);
    }

    private ReadText<Unit> unknown(String word) {
        List<String> known = new ArrayList<>(table.words());
        known.addAll(UnitTable.CURRENCIES);
        known.addAll(things.keySet());
        return new ReadText.Refused<>(
                new Text(
                        "'%s' is not a known unit.".formatted(ReadText.quotable(word)),
                        "「%s」という単位はありません。".formatted(ReadText.quotable(word))),
                near.map(budget -> budget.cure(word, known)).orElseGet(() -> NearestNames.cure(word, known)));
    }

    /// One pass over a unit text.
    private final class Parser {
        private final String text;
        private int at;
        /// Whether what is read stands below a fraction stroke.
        private boolean below;

        Parser(String text) {
            this.text = text;
        }

        ReadText<Unit> whole() {
            ReadText<Unit> unit = expression();
            if (unit instanceof ReadText.Value<Unit> && at < text.length()) {
                return misplaced();
            }
            return unit;
        }

        private ReadText<Unit> expression() {
            ReadText<Unit> unit = text.startsWith("/", at) ? ReadText.of(Unit.ONE) : product();
            skipSpaces();
            while (unit instanceof ReadText.Value<Unit>(Unit left) && peek() == '/') {
                at++;
                boolean before = below;
                below = true;
                unit = product().then(right -> ReadText.of(left.per(right, "")));
                below = before;
                skipSpaces();
            }
            return unit;
        }

        private ReadText<Unit> product() {
            ReadText<Unit> unit = factor();
            while (unit instanceof ReadText.Value<Unit>(Unit left)) {
                skipSpaces();
                if (at == text.length() || peek() == '/' || peek() == ')') {
                    break;
                }
                if (peek() == '*') {
                    at++;
                }
                unit = factor().then(right -> ReadText.of(left.times(right, "")));
            }
            return unit;
        }

        private ReadText<Unit> factor() {
            skipSpaces();
            if (peek() == '(') {
                at++;
                ReadText<Unit> inside = expression();
                if (inside instanceof ReadText.Refused<Unit>) {
                    return inside;
                }
                if (peek() != ')') {
                    return misplaced();
                }
                at++;
                return inside;
            }
            if ("十百千万億兆京".indexOf(peek()) >= 0) {
                return scaledFactor();
            }
            int start = at;
            while (at < text.length() && isWordPart(start)) {
                at++;
            }
            if (at == start) {
                return misplaced();
            }
            String letters = text.substring(start, at);
            while (at < text.length() && Numeral.isDigit(peek())) {
                at++;
            }
            String run = text.substring(start, endOfRun());
            if (run.length() > at - start && isName(run)) {
                at = start + run.length();
                return word(run);
            }
            String whole = text.substring(start, at);
            if (whole.length() > letters.length()
                    && (isMoney(whole)
                            || things.containsKey(whole)
                            || table.find(whole).isPresent())) {
                return word(whole);
            }
            at = start + letters.length();
            String joined = joined(letters);
            return word(below ? UnitTable.BELOW.getOrDefault(joined, joined) : joined)
                    .then(this::raised);
        }

        /// Where the letters and digits end that stand here.
        private int endOfRun() {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }

        /// The word with those after it, as many as make a known name: `metric tons`, `barrels of oil
        /// equivalent`.
        private String joined(String first) {
            String longest = first;
            String words = first;
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                int end = next + 1;
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                if (end == next + 1) {
                    break;
                }
                words += "-" + text.substring(next + 1, end);
                next = end;
                if (isName(words)) {
                    longest = words;
                    at = next;
                }
            }
            return longest;
        }

        private boolean isName(String word) {
            return table.find(word).isPresent()
                    || things.containsKey(word)
                    || UnitTable.REFUSED.containsKey(word)
                    || UnitTable.CENTS.containsKey(word);
        }

        private ReadText<Unit> scaledFactor() {
            ReadText<Numeral.Found> scale = Numeral.at("1" + text.substring(at), 0);
            return scale.then(found -> {
                at += found.end() - 1;
                Unit size = new Unit("", Unit.Dimension.NONE, found.value(), BigDecimal.ONE);
                skipSpaces();
                boolean alone = at == text.length() || peek() == '/' || peek() == ')';
                return alone ? ReadText.of(size) : factor().then(unit -> ReadText.of(size.times(unit, "")));
            });
        }

        /// The unit to the power that stands here: `2`, `3`, `^2`, or 1.
        private ReadText<Unit> raised(Unit unit) {
            if (peek() == '^') {
                at++;
            } else if (!Numeral.isDigit(peek())) {
                return ReadText.of(unit);
            }
            int power = peek() - '0';
            if (power < 1 || power > 4 || (at + 1 < text.length() && Numeral.isDigit(text.charAt(at + 1)))) {
                return misplaced();
            }
            at++;
            Unit result = unit;
            for (int i = 1; i < power; i++) {
                result = result.times(unit, "");
            }
            return ReadText.of(result);
        }

        private boolean isWordPart(int start) {
            char c = peek();
            boolean inner = at > start && at + 1 < text.length();
            return Character.isLetter(c)
                    || "%‰$¢¥€£_".indexOf(c) >= 0
                    || (c == '-' && inner && Character.isLetter(text.charAt(at + 1)))
                    || Character.isSurrogate(c);
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\uFFFF';
        }

        private void skipSpaces() {
            while (peek() == ' ') {
                at++;
            }
        }

        private <T> ReadText<T> misplaced() {
            String rest = ReadText.quotable(text.substring(Math.min(at, text.length())));
            return ReadText.refuse(
                    rest.isEmpty()
                            ? new Text("its unit stops too early.", "単位が途中で終わっています。")
                            : new Text(
                                    "its unit cannot be read from '%s' on.".formatted(rest),
                                    "単位を「%s」から先は読めません。".formatted(rest)));
        }
    }
}
