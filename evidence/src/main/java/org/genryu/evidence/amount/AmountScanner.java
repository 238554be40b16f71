package org.genryu.evidence.amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;

/// Which amounts stand in a shadow? One pass from left to right; a number belongs to one amount.
///
/// | rule | how it is read |
/// | --- | --- |
/// | about (約, 程度) | ± half a unit of the last digit that is not 0, at least ±2.5 % |
/// | 弱, 強 | one-sided, 10 % |
/// | 数 | 1 to 9 of its place; 十数 11 to 19 |
/// | range | the unit, and where the left end has none the scale, of the right end hold for both |
/// | minus | ▲ △ マイナス 減 only beside a percentage or a word of change |
///
/// What cannot be read with certainty is refused with a reason or marked for review; nothing is guessed.
///
/// Size: one grammar, one method for each of its forms.
public final class AmountScanner {
    /// What was found in one text, in the order in which it stands there.
    public record Found(List<AmountMention> amounts, List<NoAmount> refused) {
        public Found {
            amounts = List.copyOf(amounts);
            refused = List.copyOf(refused);
        }
    }

    private static final BigDecimal LEAST_SPREAD = new BigDecimal("0.025");
    private static final BigDecimal BELOW = new BigDecimal("0.9");
    private static final BigDecimal ABOVE = new BigDecimal("1.1");
    private static final Pattern HALVING =
            Pattern.compile("半減|倍増|(?i)\\bhalved\\b|(?i)\\bdoubled\\b|(?i)\\btripled\\b|(?i)\\bquadrupled\\b");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,3}|[二三四五六七八九十]{1,2})分の(\\d{1,3}|[一二三四五六七八九十]{1,2})");
    private static final Pattern ODDS =
            Pattern.compile("(?<![0-9:])(\\d{1,3}(?:\\.\\d+)?)\\s?(?:対|:)\\s?(\\d{1,3}(?:\\.\\d+)?)(?![0-9:])");
    private static final Pattern PORTIONS = Pattern.compile(
            "(?i)\\b(?:(a|one|two|three) (half|third|quarter|fifth|tenth)s?|(half|two-thirds|one-third|three-quarters|one-quarter))(?= of\\b)");
    private static final Pattern TO = Pattern.compile("\\s?(~|-|から|ないし)\\s?| (to|and) ");
    private static final Pattern BECOMES = Pattern.compile("(?:に|へ)");
    private static final Pattern PER = Pattern.compile("当たり|あたり|当り|につき|=");
    private static final Text SIGN_UNSURE = new Text(
            "▲ and △ mean minus beside a percentage or a word of change only.", "▲ と △ を負号と読むのはパーセントか増減の語の隣だけです。");
    private static final Text BARE = new Text("it has neither a unit nor a scale.", "単位も位もありません。");
    private static final Text HIDDEN_SCALE =
            new Text("the two ends of the range may be in different scales.", "範囲の両端の位が異なる可能性があります。");
    private static final Text FROM_TO =
            new Text("'from … to …' may be a change and not a range.", "幅ではなく変化を表すかもしれません。");

    private final String text;
    private final BitSet taken;
    private final List<AmountMention> amounts = new ArrayList<>();
    private final List<NoAmount> refused = new ArrayList<>();
    /// Where the last thing that was understood ends.
    private int done;

    private AmountScanner(String text, BitSet taken) {
        this.text = text;
        this.taken = taken;
    }

    /// @param taken characters that belong to dates already
    public static Found scan(String shadow, BitSet taken) {
        AmountScanner scanner = new AmountScanner(shadow, taken);
        scanner.scan();
        return new Found(scanner.amounts, scanner.refused);
    }

    public static Found scan(String shadow) {
        return scan(shadow, new BitSet());
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            if (taken.get(at)) {
                at = taken.nextClearBit(at);
                done = at;
                continue;
            }
            int next = special(at);
            if (next == at && NumberRun.begins(text, at)) {
                next = number(at);
            }
            at = Math.max(at + 1, next);
        }
    }

    // ---------------------------------------------------------------- words that are amounts themselves

    private int special(int at) {
        char c = text.charAt(at);
        if (c == '半' || c == '倍' || UnitLexicon.isLatin(c)) {
            Matcher halving = HALVING.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (halving.lookingAt()) {
                String word = halving.group().toLowerCase(java.util.Locale.ROOT);
                double percent = switch (word) {
                    case "半減", "halved" -> -50;
                    case "tripled" -> 200;
                    case "quadrupled" -> 300;
                    default -> 100;
                };
                Wording words = Wording.before(text, done, at);
                AmountBasis basis = words.yoy ? AmountBasis.YOY : AmountBasis.SHARE;
                add(
                        exact(BigDecimal.valueOf(percent), "%", basis),
                        words.from,
                        halving.end(),
                        List.of("N6"),
                        Optional.empty());
                return halving.end();
            }
            Matcher portion = PORTIONS.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (UnitLexicon.isLatin(c) && portion.lookingAt()) {
                Wording words = Wording.before(text, done, at);
                put(
                        words,
                        portionOf(portion),
                        portionOf(portion),
                        Optional.of(new UnitWord("%", BigDecimal.ONE, UnitWord.Kind.SHARE, 0, Optional.empty())),
                        words.behind(text, portion.end(), true),
                        "N4",
                        Optional.empty());
                return portion.end();
            }
            return at;
        }
        Matcher parts = PARTS.matcher(text).region(at, text.length());
        if (parts.lookingAt()) {
            BigDecimal below = kanji(parts.group(1));
            if (below.signum() > 0) {
                Wording words = Wording.before(text, done, at);
                BigDecimal share = kanji(parts.group(2))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(below, java.math.MathContext.DECIMAL32);
                put(
                        words,
                        share,
                        share,
                        Optional.of(new UnitWord("%", BigDecimal.ONE, UnitWord.Kind.SHARE, 0, Optional.empty())),
                        words.behind(text, parts.end(), true),
                        "N4",
                        Optional.empty());
                return done;
            }
        }
        Matcher odds = ODDS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (odds.lookingAt() && !text.substring(at, odds.end()).matches("\\d{1,2}:\\d{2}")) {
            BigDecimal right = new BigDecimal(odds.group(2));
            if (right.signum() > 0) {
                add(
                        exact(
                                new BigDecimal(odds.group(1)).divide(right, java.math.MathContext.DECIMAL32),
                                "1",
                                AmountBasis.RATIO),
                        at,
                        odds.end(),
                        List.of("N4"),
                        Optional.empty());
                return odds.end();
            }
        }
        return at;
    }

    private static BigDecimal portionOf(Matcher portion) {
        String whole = portion.group().toLowerCase(java.util.Locale.ROOT);
        int count = whole.startsWith("two") ? 2 : whole.startsWith("three") ? 3 : 1;
        int of = whole.contains("half")
                ? 2
                : whole.contains("third") ? 3 : whole.contains("quarter") ? 4 : whole.contains("fifth") ? 5 : 10;
        return BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(of), java.math.MathContext.DECIMAL32);
    }

    private static BigDecimal kanji(String digits) {
        return org.genryu.core.number.Numeral.at(digits, 0)
                .found()
                .map(found -> found.value())
                .orElse(BigDecimal.ZERO);
    }

    // ---------------------------------------------------------------- numbers

    private int number(int at) {
        Optional<NoAmount> none = NotAmounts.at(text, at);
        if (none.isPresent()) {
            boolean digits = text.substring(at, none.get().to()).chars().anyMatch(c -> c >= '0' && c <= '9');
            if (digits) {
                refused.add(none.get());
            }
            done = none.get().to();
            return done;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        boolean tail = (before == ',' || before == '.') && at > 1 && isDigitAt(at - 2);
        if (tail && isDigitAt(at)) {
            return digitsEnd(at); // the rest of a number that was not understood
        }
        if (before == '.'
                && at > 1
                && text.charAt(at - 2) != '.'
                && text.charAt(at) <= '9'
                && !Character.isLetterOrDigit(text.charAt(at - 2))) {
            return refuse(
                    at, digitsEnd(at), new Text("a decimal point needs digits on both sides.", "小数点の両側に数字が必要です。"));
        }
        if (text.charAt(at) > '9' && !UnitLexicon.isLatin(text.charAt(at)) && isWordOnly(at)) {
            return at + 1;
        }
        Wording words = Wording.before(text, done, at);
        switch (NumberRun.at(text, at, words.money)) {
            case ReadText.Refused<NumberRun>(Text rule, Optional<Text> _) -> {
                return text.charAt(at) <= '9' ? refuse(at, digitsEnd(at), rule) : at + 1;
            }
            case ReadText.Value<NumberRun>(NumberRun run) -> {
                return amount(words, at, run);
            }
        }
    }

    /// Whether kanji that look like a number have no unit behind them and are too few to be one without.
    private boolean isWordOnly(int at) {
        return NumberRun.at(text, at, false) instanceof ReadText.Value<NumberRun>(NumberRun run)
                && run.end() < text.length()
                && run.end() - at < 2
                && UnitLexicon.at(text, run.end() + gap(run.end())).isEmpty()
                && !TO.matcher(text).region(run.end(), text.length()).lookingAt();
    }

    private int amount(Wording words, int at, NumberRun run) {
        Optional<UnitWord> unit = unit(words, run.end());
        int end = run.end()
                + unit.filter(u -> !words.money)
                        .map(u -> u.length() + gap(run.end()))
                        .orElse(0);
        boolean single = run.low().compareTo(BigDecimal.ONE) == 0 && run.bare() && unit.isPresent();
        if (single && isDigitAt(end)) {
            return end; // `1日350トン`
        }
        if (isDenominator(end, unit)) {
            return end; // it is read with the number that follows
        }
        Matcher to = TO.matcher(text).region(end, Math.min(text.length(), end + 8));
        if (to.lookingAt()
                && to.end() < text.length()
                && !taken.get(to.end())
                && NumberRun.begins(text, moneyEnd(to.end()))) {
            int after = range(words, run, unit, to);
            if (after > 0) {
                return after;
            }
        }
        boolean timeless = unit.isEmpty() || !isOrdinary(unit.get());
        if (unit.isEmpty() && (run.bare() || run.kanji())) {
            boolean kanjiNumber = run.kanji()
                    && !run.vague()
                    && run.end() - at >= 2
                    && !kanjiAround(at, run.end())
                    && text.substring(at, run.end()).matches(".*[十百千万億兆京〇].*");
            if (!kanjiNumber) {
                return run.kanji() ? Math.max(at + 1, run.vague() ? at + 1 : run.end()) : refuse(at, run.end(), BARE);
            }
        }
        if (timeless && unit.isPresent() && !words.per.isEmpty()) {
            words.per.clear();
        }
        int after = words.behind(text, end, unit.isPresent());
        Optional<UnitWord> counted = unit.map(u -> u.kind() == UnitWord.Kind.TIMES ? u : u);
        put(words, run.low(), run.high(), counted, after, rule(run), run.doubt());
        return done;
    }

    private static boolean isOrdinary(UnitWord unit) {
        return unit.kind() != UnitWord.Kind.TIMES;
    }

    private boolean kanjiAround(int from, int to) {
        return (from > 0 && isHan(text.charAt(from - 1))) || (to < text.length() && isHan(text.charAt(to)));
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    private static String rule(NumberRun run) {
        return run.vague() ? "N10" : "N2";
    }

    private Optional<UnitWord> unit(Wording words, int end) {
        return words.money
                ? words.moneyWord
                : end < text.length() ? UnitLexicon.at(text, end + gap(end)) : Optional.empty();
    }

    /// A blank or a hyphen between a number and its unit.
    private int gap(int end) {
        if (end + 1 >= text.length()) {
            return 0;
        }
        char c = text.charAt(end);
        return c == ' ' || (c == '-' && UnitLexicon.isLatin(text.charAt(end + 1))) ? 1 : 0;
    }

    private int moneyEnd(int at) {
        int end = at;
        while (end < text.length() && "$€£¥".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return Math.min(end, text.length() - 1);
    }

    private boolean isDenominator(int end, Optional<UnitWord> unit) {
        return unit.isPresent() && PER.matcher(text).region(end, text.length()).lookingAt();
    }

    /// Reads the right end of a range; 0 if there is none.
    private int range(Wording words, NumberRun left, Optional<UnitWord> leftUnit, Matcher to) {
        String link = to.group(1) == null ? to.group(2) : to.group(1);
        int start = moneyEnd(to.end());
        boolean money = words.money || start > to.end();
        if (NotAmounts.at(text, start).isPresent()
                || !(NumberRun.at(text, start, money) instanceof ReadText.Value<NumberRun>(NumberRun right))) {
            return 0;
        }
        Optional<UnitWord> rightUnit = unit(words, right.end());
        if (rightUnit.isEmpty()) {
            return 0;
        }
        boolean sameUnit = leftUnit.isPresent()
                && leftUnit.get().unit().equals(rightUnit.get().unit())
                && leftUnit.get().factor().equals(rightUnit.get().factor());
        String front = text.substring(Math.max(0, words.from - 9), words.from);
        boolean between = front.endsWith("between ");
        boolean from = front.endsWith("from ");
        boolean ranged = switch (link) {
            case "から", "ないし" -> sameUnit && !words.money;
            case "and" -> between;
            case "to" -> leftUnit.isEmpty() || (sameUnit && !from);
            default -> leftUnit.isEmpty() || sameUnit || words.money;
        };
        if (!ranged || left.vague() || right.vague()) {
            return 0;
        }
        int past = right.end() + (words.money ? 0 : rightUnit.get().length() + gap(right.end()));
        if (link.equals("から")
                && BECOMES.matcher(text).region(past, text.length()).lookingAt()) {
            return 0; // it went from the one to the other
        }
        boolean inherits = left.scale().compareTo(BigDecimal.ONE) == 0
                && right.scale().compareTo(BigDecimal.ONE) > 0
                && left.low().compareTo(right.mantissa()) < 0
                && (leftUnit.isEmpty() || words.money);
        BigDecimal low = inherits ? left.low().multiply(right.scale()) : left.low();
        if (low.compareTo(right.low()) > 0) {
            return 0;
        }
        boolean unsure = !inherits
                && left.scale().compareTo(right.scale()) != 0
                && left.low().signum() > 0
                && right.low()
                                .divide(left.low(), java.math.MathContext.DECIMAL32)
                                .compareTo(BigDecimal.valueOf(100))
                        > 0;
        int end = right.end() + (words.money ? 0 : rightUnit.get().length() + gap(right.end()));
        int after = words.behind(text, end, true);
        put(
                words,
                low,
                right.low(),
                rightUnit,
                after,
                "N11",
                unsure ? Optional.of(HIDDEN_SCALE) : from && link.equals("to") ? Optional.of(FROM_TO) : left.doubt());
        return done;
    }

    // ---------------------------------------------------------------- conclusions

    private void put(
            Wording words,
            BigDecimal low,
            BigDecimal high,
            Optional<UnitWord> unit,
            int end,
            String rule,
            Optional<Text> doubt) {
        if (words.lasting && unit.filter(u -> u.kind() == UnitWord.Kind.TIME).isPresent()) {
            words.bound = Bound.NONE;
        }
        boolean percent = unit.filter(u -> u.kind() == UnitWord.Kind.SHARE).isPresent();
        boolean signed = percent || words.yoy || words.change != 0;
        boolean below = words.minus && (signed || !words.triangle);
        int sign = below || (words.change < 0 && signed) ? -1 : 1;
        if (words.minus && words.triangle && !signed) {
            refuse(words.from, end, SIGN_UNSURE);
            return;
        }
        BigDecimal factor = unit.map(UnitWord::factor).orElse(BigDecimal.ONE);
        BigDecimal half = words.half ? new BigDecimal("0.5") : BigDecimal.ZERO;
        BigDecimal a = low.add(half).multiply(factor).multiply(BigDecimal.valueOf(sign));
        BigDecimal b = high.add(half).multiply(factor).multiply(BigDecimal.valueOf(sign));
        BigDecimal least = a.min(b);
        BigDecimal most = a.max(b);
        BigDecimal grain = grain(least).max(grain(most));
        boolean one = least.compareTo(most) == 0;
        OptionalDouble mode = one ? OptionalDouble.of(least.doubleValue()) : OptionalDouble.empty();
        if (words.rough == Wording.Rough.ABOUT) {
            least = least.subtract(grain(least).max(least.abs().multiply(LEAST_SPREAD)));
            most = most.add(grain(most).max(most.abs().multiply(LEAST_SPREAD)));
        }
        double from = (words.rough == Wording.Rough.SHORT ? least.multiply(BELOW) : least).doubleValue();
        double to = (words.rough == Wording.Rough.LONG ? most.multiply(ABOVE) : most).doubleValue();
        boolean approx = words.rough != Wording.Rough.NO;
        String symbol = symbol(unit, words);
        AmountBasis basis = basis(unit, words);
        Optional<Quantity> quantity = quantity(
                Math.min(from, to), Math.max(from, to), mode, grain.doubleValue(), symbol, basis, words, approx);
        if (quantity.isEmpty()) {
            refuse(words.from, end, new Text("it is larger than a computer can hold.", "計算機で扱える大きさを超えています。"));
            return;
        }
        List<String> rules = new ArrayList<>(List.of(rule));
        unit.ifPresent(_ -> rules.add("N4"));
        rules.addAll(words.rules);
        if (words.yoy || words.change != 0) {
            rules.add("N6");
        }
        add(quantity.get().of(words.content), words.from, end, rules, doubt.or(() -> unit.flatMap(UnitWord::doubt)));
        alsoInBrackets(end);
    }

    private static Optional<Quantity> quantity(
            double low,
            double high,
            OptionalDouble mode,
            double grain,
            String unit,
            AmountBasis basis,
            Wording words,
            boolean approx) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return Optional.empty();
        }
        // a bound opens the other side: 以上 leaves the lower end, 以下 the upper one
        OptionalDouble from = words.bound.opensBelow() ? OptionalDouble.empty() : OptionalDouble.of(low);
        OptionalDouble to = words.bound.opensAbove() ? OptionalDouble.empty() : OptionalDouble.of(high);
        return Optional.of(new Quantity(from, to, mode, grain, unit, basis, words.bound, approx, "", Optional.empty()));
    }

    private static Quantity exact(BigDecimal value, String unit, AmountBasis basis) {
        OptionalDouble one = OptionalDouble.of(value.doubleValue());
        return new Quantity(
                one, one, one, grain(value).doubleValue(), unit, basis, Bound.NONE, false, "", Optional.empty());
    }

    /// Half a unit of the last digit that is not 0.
    static BigDecimal grain(BigDecimal value) {
        return value.signum() == 0
                ? new BigDecimal("0.5")
                : BigDecimal.ONE
                        .scaleByPowerOfTen(-value.stripTrailingZeros().scale())
                        .divide(BigDecimal.TWO);
    }

    private static String symbol(Optional<UnitWord> unit, Wording words) {
        String symbol = unit.map(UnitWord::unit).orElse("");
        for (String below : words.per) {
            symbol = (symbol.isEmpty() ? "1" : symbol) + "/" + below;
        }
        return symbol;
    }

    private static AmountBasis basis(Optional<UnitWord> unit, Wording words) {
        boolean percent = unit.filter(u -> u.kind() == UnitWord.Kind.SHARE).isPresent();
        if (words.yoy) {
            return AmountBasis.YOY;
        }
        if (unit.filter(u -> u.kind() == UnitWord.Kind.TIMES).isPresent()) {
            return AmountBasis.RATIO;
        }
        if (percent) {
            return AmountBasis.SHARE;
        }
        return words.per.isEmpty() && unit.map(u -> u.unit().indexOf('/') < 0).orElse(true)
                ? AmountBasis.ABS
                : AmountBasis.RATE;
    }

    /// `10億ドル(約1500億円)`: the amount in the brackets is the same one in another unit.
    private void alsoInBrackets(int end) {
        boolean opens = text.startsWith("(", end) || text.startsWith(" (", end);
        if (!opens || amounts.isEmpty()) {
            return;
        }
        int open = text.indexOf('(', end);
        int close = text.indexOf(')', open);
        if (close < 0 || close - open > 40 || taken.get(open + 1)) {
            return;
        }
        AmountScanner inside = new AmountScanner(text.substring(open + 1, close), new BitSet());
        inside.scan();
        if (inside.amounts.size() != 1) {
            return;
        }
        AmountMention first = amounts.getLast();
        AmountMention second = inside.amounts.getFirst();
        boolean whole = second.from() == 0 && second.to() == close - open - 1;
        boolean otherUnit = !second.quantity().unit().equals(first.quantity().unit())
                && !second.quantity().unit().equals("%")
                && !first.quantity().unit().equals("%");
        if (whole && otherUnit) {
            amounts.removeLast();
            List<String> rules = new ArrayList<>(first.rules());
            rules.add("N12");
            add(
                    first.quantity().also(second.quantity()),
                    first.from(),
                    close + 1,
                    rules,
                    first.doubt().or(second::doubt));
        }
    }

    private void add(Quantity quantity, int from, int to, List<String> rules, Optional<Text> doubt) {
        amounts.add(new AmountMention(quantity, from, to, rules, doubt));
        done = to;
    }

    private int refuse(int from, int to, Text reason) {
        refused.add(new NoAmount(from, Math.max(to, from + 1), reason));
        done = Math.max(to, from + 1);
        return done;
    }

    private boolean isDigitAt(int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private int digitsEnd(int at) {
        int end = at;
        while (isDigitAt(end) || (end < text.length() && "., '".indexOf(text.charAt(end)) >= 0 && isDigitAt(end + 1))) {
            end++;
        }
        return Math.max(end, at + 1);
    }
}
