package org.genryu.evidence.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.core.number.Numeral;
import org.genryu.core.number.ReadText;

/// A number at its place in running text, with the words of its scale: `3兆6000億`, `2.5 billion`, `数十`, `two hundred`.
/// The digits themselves are read by [Numeral], as in the tables of a case.
///
/// @param low the number; the smallest one that a vague word stands for
/// @param high the same, or the largest one
/// @param mantissa the number without the scale that stands behind it
/// @param scale behind the number, 1 if there is none
/// @param bare whether it is written in at most four plain digits, so that it may be a label as well as an amount
/// @param kanji whether it has no other digits than kanji
/// @param doubt why it may not be one number
record NumberRun(
        BigDecimal low,
        BigDecimal high,
        BigDecimal mantissa,
        BigDecimal scale,
        int end,
        boolean bare,
        boolean kanji,
        boolean vague,
        Optional<Text> doubt) {
    private static final int LONGEST = 60;
    private static final String KANJI = "〇一二三四五六七八九十百千万億兆京";
    private static final Pattern VAGUE = Pattern.compile("([二三四五六七八九]?十)?数(十|百|千)?(万|億|兆)?");
    private static final Pattern MANY = Pattern.compile(
            "(?i)(several|tens|hundreds|thousands|millions|billions)(?: of)?(?: (hundreds?|thousands?|millions?|billions?|trillions?)\\b)?(?: of)?(?= )");
    private static final Pattern SCALE = Pattern.compile(
            "(?i)[ -]?((?<= )'000(?= [a-z])|hundred|thousand|million|billion|trillion|lakh|crore|mln|bln|trln|trn|bn|mn|tn|[km](?= (?:metric )?(?:tonnes?|tons?|t|barrels?|bbl|b/d|bpd|people|jobs|workers|units|ounces?|oz|lbs?|pounds|cubic|vehicles|cars|shares|homes|households|users|customers|passengers|litres|gallons|acres|hectares|sq|square|dollars|euros|yuan|yen)\\b))(?![A-Za-z])");
    private static final Pattern MONEY_SCALE = Pattern.compile(" ?(k|K|m|M|b|B|T)(?![A-Za-z])");
    private static final String UNITS = "one|two|three|four|five|six|seven|eight|nine";
    private static final String TEENS =
            "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private static final String TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
    private static final String BELOW_HUNDRED =
            "(?:(?:" + TENS + ")(?:[- ](?:" + UNITS + "))?|" + TEENS + "|" + UNITS + ")";
    /// `seven`, `twenty-five`, `a hundred and twenty`, `two dozen`; `one` alone is no number.
    private static final Pattern WORD = Pattern.compile("(?i)(?:(?:(" + BELOW_HUNDRED + "|a) hundred(?: and ("
            + BELOW_HUNDRED + "))?)|(?:(" + BELOW_HUNDRED + "|a) dozen)|(" + BELOW_HUNDRED
            + "))(?=fold\\b|(?![A-Za-z]))(?!-(?:third|half|quarter|fifth|tenth))");
    private static final Pattern LONE_ONE = Pattern.compile(
            "(?i)one(?!-(?:year|month|week|day|percent)| (?:year|month|week)\\b(?! ago| earlier| before)| (?:hundred|thousand|million|billion|trillion)\\b)");
    private static final List<String> IN_ORDER = List.of((UNITS + "|" + TEENS).split("\\|"));
    private static final List<String> TENS_IN_ORDER = List.of(TENS.split("\\|"));
    /// `1億数千万`, `百数十億`: a vague word behind a number.
    private static final Pattern MIXED = Pattern.compile(
            "((?:[0-9,.]{1,9}|[一二三四五六七八九十百千]{1,6})[万億兆])?([0-9一二三四五六七八九]?[十百千]|[0-9一二三四五六七八九]千[0-9一二三四五六七八九]?百)?数(十|百|千)?(万|億|兆)?");
    /// `一・五倍`, `2・5倍`: a point between digits.
    private static final Pattern KANJI_POINT = Pattern.compile(
            "(?<![0-9.,・])([〇一二三四五六七八九]{1,3}|\\d{1,3})・([〇一二三四五六七八九]{1,3}|\\d{1,3})(?=[万億兆割倍%円ドトキポ]|パーセント)(万|億|兆)?");
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("ten", 1),
            Map.entry("tens", 1),
            Map.entry("十", 1),
            Map.entry("hundred", 2),
            Map.entry("百", 2),
            Map.entry("thousand", 3),
            Map.entry("千", 3),
            Map.entry("k", 3),
            Map.entry("'000", 3),
            Map.entry("万", 4),
            Map.entry("lakh", 5),
            Map.entry("million", 6),
            Map.entry("mln", 6),
            Map.entry("mn", 6),
            Map.entry("m", 6),
            Map.entry("crore", 7),
            Map.entry("億", 8),
            Map.entry("billion", 9),
            Map.entry("bln", 9),
            Map.entry("bn", 9),
            Map.entry("b", 9),
            Map.entry("兆", 12),
            Map.entry("trillion", 12),
            Map.entry("tn", 12),
            Map.entry("trn", 12),
            Map.entry("trln", 12),
            Map.entry("t", 12));
    private static final Text GROUPED_BY_BLANKS =
            new Text("digits parted by a blank may be two numbers.", "空白で区切られた数字は二つの数かもしれません。");

    static boolean begins(String text, int at) {
        char c = text.charAt(at);
        return isDigit(c)
                || KANJI.indexOf(c) >= 0
                || c == '数'
                || ((c | 32) >= 'a' && (c | 32) <= 'z' && startsWord(text, at));
    }

    private static boolean startsWord(String text, int at) {
        return (at == 0 || !UnitLexicon.isLatin(text.charAt(at - 1)))
                && "TFSENHMBOAtfsenhmboa".indexOf(text.charAt(at)) >= 0
                && !LONE_ONE.matcher(text).region(at, text.length()).lookingAt()
                && (WORD.matcher(text).region(at, text.length()).lookingAt()
                        || MANY.matcher(text).region(at, text.length()).lookingAt());
    }

    /// The number that begins at `at`, or why none does.
    /// @param money whether a sign of money stands in front, so that `m` and `bn` are scales
    static ReadText<NumberRun> at(String text, int at, boolean money) {
        Matcher vague = VAGUE.matcher(text).region(at, text.length());
        if (vague.lookingAt()) {
            return vague(vague);
        }
        Matcher mixed = MIXED.matcher(text).region(at, text.length());
        if (mixed.lookingAt()) {
            BigDecimal head = whole(mixed.group(1));
            BigDecimal size = mixed.group(4) == null ? BigDecimal.ONE : power(mixed.group(4));
            BigDecimal place = mixed.group(3) == null ? BigDecimal.ONE : power(mixed.group(3));
            BigDecimal small = whole(mixed.group(2));
            return ReadText.of(vague(
                    head.add(small.add(place).multiply(size)),
                    head.add(small.add(place.multiply(BigDecimal.valueOf(9))).multiply(size)),
                    mixed.end()));
        }
        Matcher many = MANY.matcher(text).region(at, text.length());
        if (many.lookingAt()) {
            BigDecimal place =
                    power(many.group(1)).multiply((many.group(2) == null ? BigDecimal.ONE : power(many.group(2))));
            return ReadText.of(vague(place, place.multiply(BigDecimal.valueOf(9)), many.end()));
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        if (word.lookingAt()) {
            return ReadText.of(
                    scaled(text, BigDecimal.valueOf(spelled(word)), word.end(), money, true, true, Optional.empty()));
        }
        Matcher point = KANJI_POINT.matcher(text).region(at, text.length());
        if (point.lookingAt()) {
            BigDecimal size = point.group(3) == null ? BigDecimal.ONE : power(point.group(3));
            BigDecimal said = new BigDecimal(digits(point.group(1)) + "." + digits(point.group(2)));
            return ReadText.of(new NumberRun(
                    said.multiply(size),
                    said.multiply(size),
                    said,
                    size,
                    point.end(),
                    false,
                    true,
                    false,
                    Optional.empty()));
        }
        if (digitsFrom(text, at) > LONGEST) {
            return ReadText.refuse(new Text("it has more than " + LONGEST + " digits.", LONGEST + "桁を超えています。"));
        }
        return Numeral.at(text, at).then(found -> {
            int end = found.end();
            while (end > at && !isDigit(text.charAt(end - 1)) && KANJI.indexOf(text.charAt(end - 1)) < 0) {
                end--; // a full stop of the sentence
            }
            String written = text.substring(at, end);
            boolean kanji = written.chars().noneMatch(c -> isDigit((char) c));
            boolean bare = written.length() <= 4 && written.chars().allMatch(c -> isDigit((char) c));
            Optional<Text> doubt = written.indexOf(' ') >= 0 && !found.kanjiScale()
                    ? Optional.of(GROUPED_BY_BLANKS)
                    : Optional.empty();
            return ReadText.of(scaled(text, found.value(), end, money, bare, kanji, doubt));
        });
    }

    private static BigDecimal whole(String number) {
        return number == null
                ? BigDecimal.ZERO
                : Numeral.at(number, 0).found().map(found -> found.value()).orElse(BigDecimal.ZERO);
    }

    private static int spelled(Matcher word) {
        if (word.group(4) != null) {
            return below(word.group(4));
        }
        if (word.group(3) != null) {
            return 12 * (word.group(3).equalsIgnoreCase("a") ? 1 : below(word.group(3)));
        }
        int hundreds = word.group(1).equalsIgnoreCase("a") ? 1 : below(word.group(1));
        return 100 * hundreds + (word.group(2) == null ? 0 : below(word.group(2)));
    }

    private static int below(String words) {
        String[] parts = words.toLowerCase(Locale.ROOT).split("[- ]");
        int tens = TENS_IN_ORDER.indexOf(parts[0]);
        int first = tens >= 0 ? 20 + 10 * tens : 1 + IN_ORDER.indexOf(parts[0]);
        return first + (parts.length > 1 ? 1 + IN_ORDER.indexOf(parts[1]) : 0);
    }

    private static String digits(String kanji) {
        StringBuilder digits = new StringBuilder();
        kanji.chars().forEach(c -> digits.append(isDigit((char) c) ? c - '0' : "〇一二三四五六七八九".indexOf(c)));
        return digits.toString();
    }

    private static int digitsFrom(String text, int at) {
        int end = at;
        while (end < text.length()
                && end - at <= LONGEST
                && (isDigit(text.charAt(end))
                        || KANJI.indexOf(text.charAt(end)) >= 0
                        || ",. '".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end - at;
    }

    private static NumberRun scaled(
            String text, BigDecimal value, int end, boolean money, boolean bare, boolean kanji, Optional<Text> doubt) {
        Matcher scale = SCALE.matcher(text).region(end, text.length());
        Matcher short1 = MONEY_SCALE.matcher(text).region(end, text.length());
        Matcher found = scale.lookingAt() ? scale : money && short1.lookingAt() ? short1 : null;
        if (found == null) {
            return new NumberRun(
                    value, value, mantissa(text, value, end), scaleAt(text, end), end, bare, kanji, false, doubt);
        }
        BigDecimal size = power(found.group(1));
        BigDecimal product = value.multiply(size);
        NumberRun again = scaled(text, product, found.end(), false, false, kanji, doubt); // `300 thousand million`
        return new NumberRun(
                again.low,
                again.high,
                value,
                again.low.signum() == 0
                        ? size
                        : again.low.divide(
                                value.signum() == 0 ? BigDecimal.ONE : value, java.math.MathContext.DECIMAL64),
                again.end,
                false,
                kanji,
                false,
                doubt);
    }

    /// The kanji scale that the number ends with.
    private static BigDecimal scaleAt(String text, int end) {
        char last = text.charAt(end - 1);
        BigDecimal size = "万億兆".indexOf(last) >= 0 ? power(String.valueOf(last)) : BigDecimal.ONE;
        char before = end > 1 ? text.charAt(end - 2) : ' ';
        boolean small = "十百千".indexOf(size.equals(BigDecimal.ONE) ? last : before) >= 0;
        return small ? size.multiply(power(String.valueOf(size.equals(BigDecimal.ONE) ? last : before))) : size;
    }

    private static BigDecimal mantissa(String text, BigDecimal value, int end) {
        return value.divide(scaleAt(text, end), java.math.MathContext.DECIMAL64);
    }

    private static ReadText<NumberRun> vague(Matcher vague) {
        BigDecimal large = vague.group(3) == null ? BigDecimal.ONE : power(vague.group(3));
        BigDecimal small = vague.group(2) == null ? BigDecimal.ONE : power(vague.group(2));
        BigDecimal place = large.multiply(small);
        if (vague.group(1) == null) {
            return ReadText.of(vague(place, place.multiply(BigDecimal.valueOf(9)), vague.end()));
        }
        int tens =
                vague.group(1).length() == 1 ? 1 : KANJI.indexOf(vague.group(1).charAt(0));
        return ReadText.of(vague(
                place.multiply(BigDecimal.valueOf(10L * tens + 1)),
                place.multiply(BigDecimal.valueOf(10L * tens + 9)),
                vague.end()));
    }

    private static NumberRun vague(BigDecimal low, BigDecimal high, int end) {
        return new NumberRun(low, high, low, BigDecimal.ONE, end, true, true, true, Optional.empty());
    }

    private static BigDecimal power(String word) {
        String one = word.toLowerCase(Locale.ROOT).replaceFirst("(?<=[a-z]{3})s$", "");
        return one.equals("several") ? BigDecimal.ONE : BigDecimal.ONE.scaleByPowerOfTen(POWERS.getOrDefault(one, 0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
