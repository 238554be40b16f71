package org.genryu.core.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.genryu.core.Text;

/// Which amount does a cell of a table hold? A number is in the column's unit, or carries its own and is converted
/// once, here.
///
/// | form | example | amount |
/// | --- | --- | --- |
/// | number [unit] | `350 t/d`, `1,234,567`, `5500億ドル`, `$5.2 billion`, `35 %`, `▲5%` | [Amount.Fixed] |
/// | low..high [unit] | `80..120 USD/kg`, `80～120` | [Amount.Uniform] |
/// | mean ±sigma [unit] | `100 ±15`, `100 USD/kg ±15 %` (of the mean) | [Amount.Normal] |
/// | triangular(low, mode, high) [unit] | `triangular(80, 100, 140) t/yr` | [Amount.Triangular] |
/// | lognormal(median, sigma) [unit] | `lognormal(100, 0.3)` | [Amount.LogNormal] |
///
/// `uniform(a, b)` and `normal(m, s)` are the long forms of the second and third. A unit at the end holds for every
/// part without one. Any text gives an amount or a refusal, in time linear in its length (texts above 200 characters
/// are refused). Method page: `docs/method/numbers.md`.
///
/// Size: one grammar, one method for each of its forms.
public final class Literal {
    private static final double LARGEST_UNCERTAIN = 1e100;
    private static final Pattern DATE = Pattern.compile("\\d{4}-(Q[1-4]|\\d{2})(-\\d{2})?|\\d{4}年.*");
    private static final Pattern DASH = Pattern.compile("(-|–|—|to |から)(.*\\d.*)");
    /// How accountants write a negative amount.
    private static final Pattern BRACKETS = Pattern.compile("\\(\\s*([\\d.,]+)\\s*\\)");
    /// A rate whose time stands in front.
    private static final Pattern DAILY = Pattern.compile("([日月年])[産量間]\\s*(\\d[^/]*)");
    private static final Pattern TIMES_TEN = Pattern.compile("[×xX*]\\s*10\\^([-+]?\\d+)(.*)");
    private static final Pattern EUROPEAN = Pattern.compile("([-+]?\\d{1,3}(?:\\.\\d{3})+),(\\d+)(?![\\d,.])(.*)");
    /// How tables say that there is nothing to say.
    private static final Pattern ABSENT =
            Pattern.compile("(?i)n/?a|n\\.a\\.?|[-—–―ー]+|\\.{2,}|null|none|nil|w|不明|なし|該当なし");
    private static final Pattern BOUND = Pattern.compile("(以上|以下|未満|超|程度|弱|強)$");

    private final Unit target;
    private final Units units;

    private Literal(Unit target, Units units) {
        this.target = target;
        this.units = units;
    }

    /// The value of a cell of plain digits, exactly as [Double#parseDouble] reads it; empty if the cell is anything
    /// else. Fast.
    public static OptionalDouble plain(String text) {
        return Numeral.plain(text);
    }

    /// The amount in `target`.
    public static ReadText<Amount> read(String text, Unit target, Units units) {
        OptionalDouble plain = Numeral.plain(text);
        if (plain.isPresent()) {
            return ReadText.of(new Amount.Fixed(plain.getAsDouble()));
        }
        return Numeral.tidy(text).then(new Literal(target, units)::form);
    }

    // ---------------------------------------------------------------- the forms

    private ReadText<Amount> form(String text) {
        if (text.isEmpty()) {
            return refuse("it must be a number%s.".formatted(in("en")), "%s数を書いてください。".formatted(in("ja")));
        }
        if (ABSENT.matcher(text).matches()) {
            return refuse(
                    "it must be a number.",
                    "数でなければなりません。",
                    "the cell should be left blank: absent.",
                    "値がない場合は空欄にしてください。");
        }
        int open = text.indexOf('(');
        if (open > 0) {
            switch (text.substring(0, open).strip().toLowerCase(java.util.Locale.ROOT)) {
                case "uniform" -> {
                    return function(text, open, "uniform(low, high)", 2, p -> uniform(p.get(0), p.get(1)));
                }
                case "normal" -> {
                    return function(text, open, "normal(mean, sigma)", 2, p -> normal(p.get(0), p.get(1)));
                }
                case "triangular" -> {
                    return function(text, open, "triangular(low, mode, high)", 3, this::triangular);
                }
                case "lognormal" -> {
                    return function(text, open, "lognormal(median, sigma)", 2, this::logNormal);
                }
                default -> {
                    // another word: a part such as USD(2020) may follow
                }
            }
        }
        String one = text.replace("+/-", "±").replace("+-", "±").replace("...", "..");
        int spread = one.indexOf('±');
        if (spread >= 0) {
            return pair(one.substring(0, spread), one.substring(spread + 1), this::spread);
        }
        int range = one.indexOf("..");
        int tilde = one.indexOf('~');
        if (range >= 0) {
            return pair(one.substring(0, range), one.substring(range + 2), this::uniform);
        }
        if (tilde > 0) {
            return pair(one.substring(0, tilde), one.substring(tilde + 1), this::uniform);
        }
        return part(one).then(this::fixed);
    }

    private ReadText<Amount> fixed(Part part) {
        return value(part).then(value -> ReadText.of(new Amount.Fixed(value)));
    }

    private ReadText<Amount> pair(String left, String right, TwoParts make) {
        return part(left)
                .then(low -> part(right).then(high -> {
                    if (high.kanjiScale() && !low.kanjiScale() && low.number().signum() != 0) {
                        return refuse(
                                "both sides must carry their own scale.",
                                "範囲の両側に位（万・億など）を書かなければなりません。",
                                "'%s' is in the scale of '%s'.".formatted(low.number(), right.strip()),
                                "「%s」にも「%s」と同じ位を付けてください。".formatted(low.number(), right.strip()));
                    }
                    return make.of(low, high);
                }));
    }

    private ReadText<Amount> uniform(Part low, Part high) {
        if (low.hasUnit() && !high.hasUnit()) {
            return unitAtEnd();
        }
        return value(low.hasUnit() ? low : low.in(high.unit()))
                .then(a -> value(high).then(b -> {
                    if (a > b) {
                        return refuse(
                                "the lower end must come first.",
                                "小さい方を先に書かなければなりません。",
                                "the ends are swapped.",
                                "両端が逆ではありませんか。");
                    }
                    return a.equals(b)
                            ? ReadText.of(new Amount.Fixed(a))
                            : sized(b, a).then(_ -> ReadText.of(new Amount.Uniform(a, b)));
                }));
    }

    /// `mean ±sigma`; beside an amount that is no percentage, a percentage is a share of the mean.
    private ReadText<Amount> spread(Part mean, Part sigma) {
        boolean share = sigma.percent() && !mean.percent() && (mean.hasUnit() || !target.isPure());
        if (share) {
            return value(mean)
                    .then(m -> deviation(m, Math.abs(m) * sigma.number().doubleValue() / 100));
        }
        if (mean.hasUnit() && !sigma.hasUnit()) {
            return sigma(mean, sigma.in(mean.unit()));
        }
        return sigma(mean.hasUnit() ? mean : mean.in(sigma.unit()), sigma);
    }

    private ReadText<Amount> normal(Part mean, Part sigma) {
        return spread(mean, sigma);
    }

    private ReadText<Amount> sigma(Part mean, Part sigma) {
        return value(mean).then(m -> value(sigma).then(s -> deviation(m, s)));
    }

    private ReadText<Amount> deviation(double mean, double sigma) {
        if (!(sigma >= 0)) {
            return refuse("the sigma after ± must be 0 or more.", "± の後の標準偏差は 0 以上でなければなりません。");
        }
        return sigma == 0
                ? ReadText.of(new Amount.Fixed(mean))
                : sized(mean, sigma).then(_ -> ReadText.of(new Amount.Normal(mean, sigma)));
    }

    private ReadText<Amount> triangular(List<Part> parts) {
        return value(parts.get(0))
                .then(a -> value(parts.get(1))
                        .then(c -> value(parts.get(2)).then(b -> {
                            if (!(a <= c && c <= b)) {
                                return refuse(
                                        "triangular(low, mode, high) must rise.",
                                        "triangular(最小, 最頻, 最大) は小さい順でなければなりません。",
                                        "the order is %s.".formatted(ascending(a, b, c)),
                                        "%s の順ではありませんか。".formatted(ascending(a, b, c)));
                            }
                            return a.equals(b)
                                    ? ReadText.of(new Amount.Fixed(a))
                                    : sized(a, b).then(_ -> ReadText.of(new Amount.Triangular(a, c, b)));
                        })));
    }

    private static String ascending(double a, double b, double c) {
        double[] sorted = {a, b, c};
        java.util.Arrays.sort(sorted);
        return "triangular(%s, %s, %s)"
                .formatted(NumberText.exact(sorted[0]), NumberText.exact(sorted[1]), NumberText.exact(sorted[2]));
    }

    private ReadText<Amount> logNormal(List<Part> parts) {
        Literal pure = new Literal(Unit.ONE, units);
        return value(parts.get(0))
                .then(median -> pure.value(parts.get(1)).then(sigma -> {
                    if (!(median > 0)) {
                        return refuse("the median of lognormal must be above 0.", "lognormal の中央値は正でなければなりません。");
                    }
                    if (!(sigma >= 0 && sigma <= 10)) {
                        return refuse(
                                "the sigma of lognormal must lie in 0..10.",
                                "lognormal の σ は 0 から 10 まででなければなりません。",
                                "it was given in percent or in the unit of the column; it is the sigma of the natural logarithm.",
                                "σ は自然対数の標準偏差です。パーセントや列の単位で書いていませんか。");
                    }
                    return sigma == 0
                            ? ReadText.of(new Amount.Fixed(median))
                            : sized(median, median).then(_ -> ReadText.of(new Amount.LogNormal(median, sigma)));
                }));
    }

    private ReadText<Double> sized(double a, double b) {
        return Math.max(Math.abs(a), Math.abs(b)) <= LARGEST_UNCERTAIN ? ReadText.of(a) : Numeral.tooLarge();
    }

    // ---------------------------------------------------------------- functions

    private interface TwoParts {
        ReadText<Amount> of(Part first, Part second);
    }

    private interface Parts {
        ReadText<Amount> of(List<Part> parts);
    }

    private ReadText<Amount> function(String text, int open, String form, int count, Parts make) {
        int close = text.lastIndexOf(')');
        ReadText<Amount> wrong =
                refuse("it must have the form %s.".formatted(form), "%s の形でなければなりません。".formatted(form));
        if (close < open) {
            return wrong;
        }
        String inside = text.substring(open + 1, close);
        List<String> cells = List.of(inside.split(", |;", -1));
        if (cells.size() != count) {
            cells = List.of(inside.split(",", -1));
        }
        if (cells.size() != count) {
            return wrong;
        }
        String end = text.substring(close + 1).strip();
        boolean logarithm = form.startsWith("lognormal");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (part(cells.get(i))) {
                case ReadText.Refused<Part> refused -> {
                    return refused.as();
                }
                case ReadText.Value<Part>(Part part) ->
                    parts.add(part.hasUnit() || (logarithm && i == 1) ? part : part.in(end));
            }
        }
        boolean mixed = end.isEmpty()
                && !logarithm
                && parts.stream().anyMatch(Part::hasUnit)
                && !parts.stream().allMatch(Part::hasUnit);
        return mixed && !form.startsWith("normal") ? unitAtEnd() : make.of(parts);
    }

    private ReadText<Amount> unitAtEnd() {
        return refuse(
                "every part must carry a unit, or none but the end.", "単位は全ての数に付けるか、末尾に一度だけ付けなければなりません。",
                "the unit belongs at the end, as in 80..120 t/d.", "80..120 t/d のように末尾に付けてください。");
    }

    // ---------------------------------------------------------------- one number with its unit

    /// @param unit as written, without the number; empty means the unit of the column
    private record Part(BigDecimal number, String unit, boolean triangle, boolean kanjiScale) {
        boolean hasUnit() {
            return !unit.isEmpty();
        }

        boolean percent() {
            return unit.equals("%") || unit.equals("percent") || unit.equals("パーセント");
        }

        Part in(String other) {
            return new Part(number, other, triangle, kanjiScale);
        }
    }

    private ReadText<Part> part(String text) {
        String one = text.strip();
        int sign = !one.isEmpty() && "+-▲△".indexOf(one.charAt(0)) >= 0 ? 1 : 0;
        int start = sign;
        while (start < one.length()
                && !Numeral.isDigit(one.charAt(start))
                && "+-.▲△〇一二三四五六七八九十百千万億兆京".indexOf(one.charAt(start)) < 0) {
            start++;
        }
        String front = one.substring(sign, start).strip();
        if (!front.isEmpty()) {
            if (!units.isMoney(front) || start == one.length()) {
                return noNumber(one, front);
            }
            one = one.substring(0, sign) + one.substring(start);
        }
        String number = one;
        return Numeral.at(number, 0).then(found -> {
            String rest = number.substring(found.end()).strip();
            Optional<ReadText<Part>> trouble = misread(number, rest);
            if (trouble.isPresent()) {
                return trouble.get();
            }
            String unit = front.isEmpty() ? rest : front + (rest.startsWith("/") ? "" : " ") + scaled(rest);
            return ReadText.of(new Part(found.value(), unit.strip(), found.triangle(), found.kanjiScale()));
        });
    }

    /// `3.5m` behind money is 3.5 million.
    private static String scaled(String rest) {
        int end = 0;
        while (end < rest.length() && Character.isLetter(rest.charAt(end))) {
            end++;
        }
        String after = rest.substring(end);
        return Units.scaleOfMoney(rest.substring(0, end)).orElse(rest.substring(0, end)) + after;
    }

    private static ReadText<Part> noNumber(String text, String front) {
        if (text.matches("(?i)[+-]?(nan|inf|infinity|∞|unlimited|無限|無制限)")) {
            return refuse(
                    "it must be a finite number.",
                    "有限の数でなければなりません。",
                    "the cell should be left blank: no limit.",
                    "上限がない場合は空欄にしてください。");
        }
        if (front.matches("(?i)[<>≤≥≦≧~≈≒]=?|約|およそ|ほぼ|about|approx\\.?|ca\\.?|around|over|under|up to|最大|最低")) {
            return refuse(
                    "an approximation or a bound is not an amount.", "概数や上限・下限だけでは量になりません。",
                    "a range such as 80..120 or 100 ±15 is meant.", "80..120 や 100 ±15 のように幅で書いてください。");
        }
        if (BRACKETS.matcher(text).matches()) {
            return meant(BRACKETS.matcher(text).replaceFirst("-$1"));
        }
        if (DAILY.matcher(text).matches()) {
            return meant(DAILY.matcher(text).replaceFirst("$2/$1"));
        }
        return refuse("it must begin with a number.", "数で始めてください。");
    }

    private static ReadText<Part> meant(String text) {
        return refuse(
                "it must begin with a number.",
                "数で始めてください。",
                "'%s' is meant.".formatted(text),
                "「%s」ではありませんか。".formatted(text));
    }

    /// What is often typed instead of an amount: a date, a range with a dash, a bound, a decimal comma.
    private static Optional<ReadText<Part>> misread(String text, String rest) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (EUROPEAN.matcher(text).matches()) {
            String plain = EUROPEAN.matcher(text).replaceFirst("$1").replace(".", "");
            return Optional.of(refuse(
                    "the decimal sign must be the point.",
                    "小数点はピリオドでなければなりません。",
                    "'%s' is meant.".formatted(plain + EUROPEAN.matcher(text).replaceFirst(".$2$3")),
                    "「%s」ではありませんか。".formatted(plain + EUROPEAN.matcher(text).replaceFirst(".$2$3"))));
        }
        if (rest.matches(",\\d.*")) {
            return Optional.of(refuse(
                    "a comma must stand between groups of three digits.",
                    "コンマは三桁ごとの区切りにしか使えません。",
                    "the decimal sign is a point, as in 1.5.",
                    "小数点は 1.5 のようにピリオドで書いてください。"));
        }
        if (TIMES_TEN.matcher(rest).matches()) {
            String plain = text.substring(0, text.length() - rest.length()).strip()
                    + TIMES_TEN.matcher(rest).replaceFirst("e$1$2");
            return Optional.of(refuse(
                    "a power of ten must be written with e.",
                    "10のべき乗は e で書かなければなりません。",
                    "'%s' is meant.".formatted(plain),
                    "「%s」ではありませんか。".formatted(plain)));
        }
        if (text.matches("[-+]?\\d+\\.\\d+\\.\\d.*")) {
            return Optional.of(refuse(
                    "a point must stand once, before the decimals.",
                    "ピリオドは小数点として一度だけ使えます。",
                    "groups of digits are parted by commas, as in 1,234,567.",
                    "桁区切りは 1,234,567 のようにコンマで書いてください。"));
        }
        if (DATE.matcher(text).matches()) {
            return Optional.of(refuse("it is a date, and an amount is wanted.", "日付ではなく数量でなければなりません。"));
        }
        if (DASH.matcher(rest).matches()) {
            String[] ends = {
                text.substring(0, text.length() - rest.length()).strip(),
                DASH.matcher(rest).replaceFirst("$2").strip()
            };
            return Optional.of(refuse(
                    "a range must be written with two points.",
                    "範囲は二つの点で書かなければなりません。",
                    "'%s..%s' is meant.".formatted(ends[0], ends[1]),
                    "「%s..%s」ではありませんか。".formatted(ends[0], ends[1])));
        }
        if (BOUND.matcher(rest).find()) {
            return Optional.of(refuse(
                    "an approximation or a bound is not an amount.", "概数や上限・下限だけでは量になりません。",
                    "a range such as 80..120 or 100 ±15 is meant.", "80..120 や 100 ±15 のように幅で書いてください。"));
        }
        return Optional.empty();
    }

    /// The number converted to the unit of the column.
    private ReadText<Double> value(Part part) {
        if (part.triangle() && !part.percent()) {
            return refuse(
                    "▲ and △ mean minus beside a percentage only.", "▲ と △ を負号と読むのはパーセントの場合だけです。",
                    "'-' is meant.", "負の数は「-」で書いてください。");
        }
        if (!part.hasUnit()) {
            return finite(part.number());
        }
        return units.read(part.unit()).then(unit -> {
            if (unit.dimension().equals(target.dimension())) {
                return finite(unit.convert(part.number(), target));
            }
            if (unit.isPure() && isScale(part.unit())) {
                return finite(part.number().multiply(unit.over()));
            }
            if (unit.isPure()) {
                return refuse(
                        "an amount in %s is wanted, not a share.".formatted(target.symbol()),
                        "割合ではなく %s の数量でなければなりません。".formatted(target.symbol()),
                        "the base of the percentage should be multiplied in.",
                        "割合を元の量に掛けた値を書いてください。");
            }
            Text is = unit.dimension().words();
            Text wanted = target.dimension().words();
            return target.isPure()
                    ? refuse(
                            "%s is %s, and a pure number is wanted.".formatted(part.unit(), is.en()),
                            "%s は「%s」の単位ですが、この列は単位のない数です。".formatted(part.unit(), is.ja()))
                    : refuse(
                            "%s is %s, and %s is wanted, in %s or a unit that converts to it."
                                    .formatted(part.unit(), is.en(), wanted.en(), target.symbol()),
                            "%s は「%s」の単位ですが、この列は「%s」（%s に換算できる単位）です。"
                                    .formatted(part.unit(), is.ja(), wanted.ja(), target.symbol()));
        });
    }

    private static boolean isScale(String unit) {
        return unit.matches("(?i)thousands?|millions?|mn|mln|billions?|bn|bln|trillions?|tn");
    }

    private static ReadText<Double> finite(BigDecimal number) {
        double value = number.doubleValue();
        return Double.isFinite(value) ? ReadText.of(value) : Numeral.tooLarge();
    }

    private String in(String lang) {
        return target.isPure() ? "" : lang.equals("en") ? " in " + target.symbol() : target.symbol() + " の";
    }

    private static <T> ReadText<T> refuse(String en, String ja) {
        return ReadText.refuse(new Text(en, ja));
    }

    private static <T> ReadText<T> refuse(String en, String ja, String cureEn, String cureJa) {
        return ReadText.refuse(new Text(en, ja), new Text(cureEn, cureJa));
    }
}
