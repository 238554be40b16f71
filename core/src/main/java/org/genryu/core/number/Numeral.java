package org.genryu.core.number;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Text;

/// One number as people write it in English or Japanese, without its unit: `1,234,567`, `-1.5e3`, `4億3,333万`,
/// `1.2百万`, `七〇〇万`.
///
/// A decimal part has digits in groups of exactly three or in none; kanji scales stand in falling order, and no
/// part may reach into the last digit of the part before it (`1.5百万1.5千20` is 1,501,520; `1.5万2000` is refused).
/// One pass over the text.
public final class Numeral {
    /// Longer texts are no numbers.
    static final int LONGEST = 200;

    private static final int LARGEST_EXPONENT = 400;
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final String SMALL = "十百千";
    private static final String LARGE = "万億兆京";
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /// A number that was found at the start of a text.
    ///
    /// @param end index of the first character after it
    /// @param triangle whether its sign was ▲ or △, which mean minus beside a percentage only
    /// @param kanjiScale whether a scale such as 万 is part of it
    public record Found(BigDecimal value, int end, boolean triangle, boolean kanjiScale) {}

    private final String text;
    private int at;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal lastPlace = new BigDecimal("1e999");
    private boolean kanjiScale;

    private Numeral(String text, int from) {
        this.text = text;
        this.at = from;
    }

    // ---------------------------------------------------------------- plain numbers

    /// The value of plain ASCII digits with an optional sign, point and exponent, exactly as [Double#parseDouble]
    /// reads it; empty if the text is anything else or too large for a double.
    static OptionalDouble plain(String text) {
        int n = text.length();
        int i = n > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                decimals += point ? 1 : 0;
                mantissa = digits <= 18 ? mantissa * 10 + (c - '0') : mantissa;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || n > LONGEST) {
            return OptionalDouble.empty();
        }
        if (i == n && digits <= 18 && mantissa < 1L << 53 && decimals <= 22) {
            double value = mantissa / POWERS_OF_TEN[decimals]; // both exact, so the quotient is rounded once
            return OptionalDouble.of(text.charAt(0) == '-' ? -value : value);
        }
        if (i < n && !isExponent(text, i, n)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static boolean isExponent(String text, int from, int to) {
        int i = from;
        if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
            return false;
        }
        i++;
        if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int start = i;
        while (i < to && isDigit(text.charAt(i))) {
            i++;
        }
        return i == to && i > start;
    }

    // ---------------------------------------------------------------- one form for the many ways of typing

    /// The text in compatibility form (NFKC: full-width digits become ASCII), with one minus and one tilde. Refused
    /// where that form would change a number: a superscript, a footnote mark or a fraction glued to digits.
    public static ReadText<String> tidy(String text) {
        if (text.length() > LONGEST) {
            return ReadText.refuse(new Text(
                    "it must be a number of at most %s characters.".formatted(LONGEST),
                    "%s文字以内の数でなければなりません。".formatted(LONGEST)));
        }
        if (isAscii(text)) {
            return ReadText.of(text.strip());
        }
        for (int i = 0; i < text.length(); i++) {
            if (turnsIntoDigits(text, i)) {
                return ReadText.refuse(
                        new Text(
                                "the character '%s' would be read as a digit.".formatted(text.charAt(i)),
                                "「%s」は数字と取り違えるおそれがあります。".formatted(text.charAt(i))),
                        new Text("write it as a plain decimal such as 2.5 or 1e3.", "2.5 や 1e3 のように普通の数字で書いてください。"));
            }
        }
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace('\u301C', '~')
                .replace("…", "...");
        return ReadText.of(one.strip());
    }

    private static boolean turnsIntoDigits(String text, int i) {
        char c = text.charAt(i);
        if (c < 128 || (c >= '０' && c <= '９') || Character.isIdeographic(c) || Character.isSurrogate(c)) {
            return Character.isSurrogate(c)
                    && Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && startsWithDigit(Normalizer.normalize(text.substring(i, i + 2), Normalizer.Form.NFKC));
        }
        boolean exponent = (c == '²' || c == '³') && i > 0 && Character.isLetter(text.charAt(i - 1));
        return !exponent && startsWithDigit(Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKC));
    }

    private static boolean startsWithDigit(String s) {
        return !s.isEmpty() && isDigit(s.charAt(0));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    // ---------------------------------------------------------------- the number at the start of a text

    /// The number that begins at `from` in a tidy text: full-width digits and signs are ASCII there.
    public static ReadText<Found> at(String text, int from) {
        Numeral run = new Numeral(text, from);
        char sign = run.peek();
        boolean triangle = sign == '▲' || sign == '△';
        boolean minus = triangle || sign == '-';
        if (minus || sign == '+') {
            run.at++;
            run.skipSpaces();
        }
        Optional<ReadText.Refused<Found>> trouble = run.readParts();
        if (trouble.isPresent()) {
            return trouble.get();
        }
        return ReadText.of(new Found(minus ? run.total.negate() : run.total, run.at, triangle, run.kanjiScale));
    }

    /// Adds myriads (万 億 兆 京) in falling order, each with what stands before it.
    private Optional<ReadText.Refused<Found>> readParts() {
        BigDecimal above = new BigDecimal("1e999");
        boolean any = false;
        while (true) {
            int start = at;
            BigDecimal done = total;
            BigDecimal placeBefore = lastPlace;
            total = BigDecimal.ZERO;
            lastPlace = new BigDecimal("1e999");
            Optional<ReadText.Refused<Found>> trouble = readSection();
            if (trouble.isPresent()) {
                return trouble;
            }
            boolean empty = at == start;
            BigDecimal section = total;
            total = done;
            int scale = empty ? -1 : LARGE.indexOf(peekAfterSpaces());
            if (empty) {
                lastPlace = placeBefore;
                return any ? Optional.empty() : Optional.of(notANumber());
            }
            BigDecimal size = scale < 0 ? BigDecimal.ONE : BigDecimal.TEN.pow(4 * (scale + 1));
            BigDecimal part = section.multiply(size);
            if (size.compareTo(above) >= 0 || part.compareTo(placeBefore) >= 0) {
                return Optional.of(overlap());
            }
            total = total.add(part);
            lastPlace = lastPlace.multiply(size);
            above = size;
            any = true;
            if (scale < 0) {
                return Optional.empty();
            }
            skipSpaces();
            at++;
            kanjiScale = true;
        }
    }

    /// Adds digits and 十 百 千 in falling order.
    private Optional<ReadText.Refused<Found>> readSection() {
        int above = 4;
        while (true) {
            int start = at;
            ReadText<BigDecimal> digits = readDigits();
            if (digits instanceof ReadText.Refused<BigDecimal> refused) {
                return Optional.of(refused.as());
            }
            boolean counted = at > start;
            int power = SMALL.indexOf(counted ? peekAfterSpaces() : peek()) + 1;
            if (!counted && power == 0) {
                return Optional.empty();
            }
            BigDecimal count = counted ? digits.found().orElseThrow() : BigDecimal.ONE;
            BigDecimal part = count.scaleByPowerOfTen(power);
            if (power >= above || part.compareTo(lastPlace) >= 0) {
                return Optional.of(overlap());
            }
            total = total.add(part);
            lastPlace = BigDecimal.ONE.scaleByPowerOfTen(power - Math.max(0, count.scale()));
            above = power;
            if (power == 0) {
                return Optional.empty();
            }
            if (counted) {
                skipSpaces();
            }
            at++;
            kanjiScale = true;
        }
    }

    /// Digits with groups, decimals and exponent, or a run of kanji digits; nothing is read if none stands here.
    private ReadText<BigDecimal> readDigits() {
        int start = at;
        if (KANJI_DIGITS.indexOf(peek()) >= 0) {
            StringBuilder digits = new StringBuilder();
            for (int d = KANJI_DIGITS.indexOf(peek()); d >= 0; d = KANJI_DIGITS.indexOf(peek())) {
                digits.append(d);
                at++;
            }
            return ReadText.of(new BigDecimal(digits.toString()));
        }
        StringBuilder digits = new StringBuilder();
        copyDigits(digits);
        while (parted(start)) {
            at++;
            copyDigits(digits);
        }
        while (peek() == ',' && at > start && isDigit(charAt(at + 1))) {
            boolean group = isDigit(charAt(at + 2))
                    && isDigit(charAt(at + 3))
                    && !isDigit(charAt(at + 4))
                    && firstGroup(start) <= 3;
            if (!group) {
                return ReadText.refuse(
                        new Text("a comma must stand between groups of three digits.", "コンマは三桁ごとの区切りにしか使えません。"),
                        new Text("the decimal sign is a point, as in 1.5.", "小数点は 1.5 のようにピリオドで書いてください。"));
            }
            at++;
            copyDigits(digits);
        }
        if (peek() == '.' && charAt(at + 1) != '.' && (at > start || isDigit(charAt(at + 1)))) {
            digits.append('.');
            at++;
            copyDigits(digits);
        }
        if (at == start) {
            return ReadText.of(BigDecimal.ZERO);
        }
        return readExponent(new BigDecimal(digits.toString()));
    }

    /// Whether a blank or an apostrophe and three more digits stand here, as in `1 234 567` and `1'234`.
    private boolean parted(int start) {
        return (peek() == ' ' || peek() == '\'' || peek() == '’')
                && at > start
                && isDigit(charAt(at + 1))
                && isDigit(charAt(at + 2))
                && isDigit(charAt(at + 3))
                && !isDigit(charAt(at + 4))
                && firstGroup(start) <= 3;
    }

    private int firstGroup(int start) {
        int i = start;
        while (isDigit(charAt(i))) {
            i++;
        }
        return i - start;
    }

    private ReadText<BigDecimal> readExponent(BigDecimal mantissa) {
        if (peek() != 'e' && peek() != 'E') {
            return ReadText.of(mantissa);
        }
        int sign = charAt(at + 1) == '-' || charAt(at + 1) == '+' ? 1 : 0;
        if (!isDigit(charAt(at + 1 + sign))) {
            return ReadText.of(mantissa);
        }
        int power = 0;
        int i = at + 1 + sign;
        for (; isDigit(charAt(i)); i++) {
            power = Math.min(LARGEST_EXPONENT + 1, power * 10 + (charAt(i) - '0'));
        }
        if (power > LARGEST_EXPONENT) {
            return tooLarge();
        }
        int signed = charAt(at + 1) == '-' ? -power : power;
        at = i;
        return ReadText.of(mantissa.scaleByPowerOfTen(signed));
    }

    private void copyDigits(StringBuilder digits) {
        for (; isDigit(peek()); at++) {
            digits.append(peek());
        }
    }

    private char peek() {
        return charAt(at);
    }

    private char peekAfterSpaces() {
        int i = at;
        while (charAt(i) == ' ') {
            i++;
        }
        return charAt(i);
    }

    private void skipSpaces() {
        while (peek() == ' ') {
            at++;
        }
    }

    /// The character at i; behind the end of the text a character that no number contains.
    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : '\uFFFF';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static <T> ReadText.Refused<T> notANumber() {
        return ReadText.refuse(new Text("it must begin with a number.", "数で始めてください。"));
    }

    private static <T> ReadText.Refused<T> overlap() {
        return ReadText.refuse(
                new Text("its parts must stand in falling order and must not overlap.", "位は大きい順に、重ならないように書かなければなりません。"),
                new Text("write it with one scale, such as 4.3億 or 430000000.", "4.3億 や 430000000 のように一つの位で書いてください。"));
    }

    static <T> ReadText.Refused<T> tooLarge() {
        return ReadText.refuse(new Text(
                "it must be a number that a computer can hold (below 1.8e308).",
                "計算機で扱える大きさの数（1.8e308 未満）でなければなりません。"));
    }
}
