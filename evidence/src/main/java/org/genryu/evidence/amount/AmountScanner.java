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

    private static final Optional<UnitWord> PERCENT =
            Optional.of(new UnitWord("%", BigDecimal.ONE, UnitWord.Kind.SHARE, 0, Optional.empty()));
    private static final BigDecimal LEAST_SPREAD = new BigDecimal("0.025");
    private static final BigDecimal BELOW = new BigDecimal("0.9");
    private static final BigDecimal ABOVE = new BigDecimal("1.1");
    private static final Pattern HALVING = Pattern.compile(
            "半減|倍増|(?i)\\b(?:halv(?:ed|ing)|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing))\\b|(?i)(?<=\\b(?:to|will|would|could|may|might|should|or|and) )(?:halve|double|triple|quadruple)\\b");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,3}(?:,\\d{3})?万?|[二三四五六七八九十]{1,2}|[十百千]?[百千万億])分の(\\d{1,3}|[一二三四五六七八九十]{1,2})");
    private static final Pattern ODDS =
            Pattern.compile("(?<![0-9:])(\\d{1,3}(?:\\.\\d+)?)\\s?(?:対|:)\\s?(\\d{1,3}(?:\\.\\d+)?)(?![0-9:])");
    private static final Pattern PORTIONS = Pattern.compile(
            "(?i)\\b(?:(?:(?:a|one|two|three|four|five|six|seven|eight|nine)[ -](?:half|third|quarter|fifth|tenth)s?|half)(?= of (?!a (?:percentage )?point)| the\\b)|(?<=\\b(?:by|by about|by around|by nearly|by almost|by roughly|by over|by more than|by less than|by up to|by at least|by some) )(?:a|one|two|three|four|five|six|seven|eight|nine)[ -](?:half|third|quarter|fifth|tenth)s?\\b(?![ -](?:of (?:a|one) )?(?:percentage )?point)|(?<=\\bby )half\\b(?! (?:a|of a) )|(?<=\\b(?:more than|less than|fewer than|about|around|roughly|nearly|almost|some|only|at least|at most|up to|just over|just under) )(?:(?:a|one)[ -](?:third|quarter|fifth|tenth)|half)\\b(?! (?:century|hour|mile|year|point|time|mine|plant|country|phase|reactor|line|week|month|day|a )|-)|(?<=\\bto )(?:a|one)[ -](?:third|quarter|fifth|tenth)\\b(?! [a-z]|-)|(?:two|three|four)[ -](?:third|fifth|tenth)s\\b|three-quarters\\b|(?:a|one)[ -](?:third|quarter|half|fifth|tenth)(?= (?:stake|share|interest|less|more|lower|higher|smaller|cheaper|fewer|reduction|cut|drop|fall|decline|rise|increase|jump|under|below|above|over|short)\\b))");
    private static final Pattern TO = Pattern.compile("(?:-? |-(?=to-))(to|and)[ -]|\\s?(~|-|から|ないし)\\s?");
    private static final Pattern TENTHS =
            Pattern.compile("(\\d|[一二三四五六七八九])割(\\d|[一二三四五六七八九])分(?:(\\d|[一二三四五六七八九])厘)?(?![一二三四五六七八九0-9])");
    private static final Pattern NEIGHBOURS =
            Pattern.compile("(?<![一二三四五六七八九〇十百千万億兆0-9、])([一二三四五六七八])、([二三四五六七八九])(十|百|千)?(万|億|兆)?(?=[^、。\\s])");
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";
    private static final Pattern BESIDE_ONE = Pattern.compile(
            "(?:に(?:は|つき)?、?(?:[^、。0-9]{0,10}?(?:約|およそ|平均)?)?|中の?[^、。0-9]{0,10}?|は(?:約|およそ|平均)?)(?=[0-9])");
    /// `1kWh18円`
    private static final Pattern OF_ONE = Pattern.compile("1(?:kg|t|g|lb|bbl|kWh|MWh|kl|L|ha|TEU)(?=[0-9]|約[0-9])");
    private static final Pattern SEN = Pattern.compile("(\\d{1,2})(?:銭|セント)");
    private static final Pattern EXCHANGE =
            Pattern.compile("(?i) (?:yen )?(?:per|to the|a) (?:US |U\\.S\\. )?(dollar|euro)\\b");
    private static final Pattern YEN = Pattern.compile("(?i)\\byen\\b|¥");
    private static final Pattern MONEY_SIGN =
            Pattern.compile("(?:US|AU?|C|NZ)?[$€£¥₹]{1,2} ?|(?:USD|RMB|Rs\\.?|EUR|AUD|JPY|GBP|CAD|CNY) ?");
    private static final Pattern BECOMES =
            Pattern.compile("(?:近く|程度|強|弱|超|余り|前後|以上)?(?:に(?!わた)|へ|まで(?:に)?(?:高|上げ|上が|引き|増|減|拡|縮|下))");
    private static final Pattern PER = Pattern.compile("(?:の[^、。0-9]{1,8}(?=につき))?(?:当たり|あたり|当り|につき|=)");
    /// What may be below nothing: `経常利益は▲1,230百万円`.
    private static final Pattern RESULT =
            Pattern.compile("(?:利益|損益|収支|差額|純額|増減額?|キャッシュ・?フロー)(?:は|が|も|:| )?(?:[^、。0-9]{0,8})$");
    private static final Text SIGN_UNSURE = new Text(
            "▲ and △ mean minus beside a percentage or a word of change only.", "▲ と △ を負号と読むのはパーセントか増減の語の隣だけです。");
    private static final Text BARE = new Text("it has neither a unit nor a scale.", "単位も位もありません。");
    private static final Text HIDDEN_SCALE =
            new Text("the two ends of the range may be in different scales.", "範囲の両端の位が異なる可能性があります。");
    private static final Text TIMES_MORE =
            new Text("it may mean so many times as much or so many times more.", "その倍数になったのか、その倍数だけ増えたのか定まりません。");
    /// `ranges from`: the two ends of one thing; after any other verb the one became the other.
    private static final Pattern RANGING =
            Pattern.compile("(?i)\\b(?:rang|var|span|stretch)(?:e|es|ed|y|ies|ied|s|ing)? (?:anywhere )?from $");
    private static final Pattern CHANGING = Pattern.compile(
            "(?i)\\b(?:grew|grow|grown|rose|rise|risen|goes|go|went|gone|fell|fall|fallen|cut|raised?|lifted|increased?|expand(?:ed)?|up|down|widened|narrowed|moved|climbed|jumped|dropped|slipped|lowered|reduced|doubled|improved|extended)(?: [a-z]{1,12}){0,3} from $");
    private static final Pattern SIZE_OF_THING = Pattern.compile("[- ](?:scale|class|sized?)\\b");
    private static final Text OF_THE_THING = new Text("it counts things of that size.", "その大きさのものの数です。");
    private static final Text CARRIED =
            new Text("the word of change stands beside the amount before it.", "増減の語は前の数量に付いています。");
    private static final Pattern SIDE_BY_SIDE =
            Pattern.compile("(?:、|と|や|で?、[^、。0-9]{1,10}(?:は|が|で|では|を|も))(?:約|ほぼ|それぞれ)?");
    /// `fell 4 % and values 9 %`
    private static final Pattern AND_THE_NEXT = Pattern.compile(
            "(?i)(?: (?:in|for|at) (?:[A-Za-z]+ ?){1,3})?(?:, (?:and |then )?|,? (?:and|while|with) )(?:by |its |their |the )?(?:(?!is\\b|are\\b|was\\b|were\\b|to\\b|at\\b|by\\b|of\\b|hit\\b|has\\b|had\\b|about\\b|around\\b|over\\b|nearly\\b|another\\b|a\\b|an\\b|[a-z]+ed\\b)[a-z]{3,20} )?");
    /// `fell by $2 billion, or 11 %`
    private static final Pattern OR_THE_SAME =
            Pattern.compile("(?: (?:in|for|during|from|on) [^.;0-9]{1,40})?,? \\(?or (?:about |some )?");
    private static final Text MAY_HAVE_FALLEN =
            new Text("a fall is told near it; it may be a minus.", "近くに減少を表す語があり、減少分かもしれません。");
    private static final Text OF_SEVERAL = new Text("it is told of several units at once.", "複数の単位をまとめた値です。");
    /// `lost $4 to $104`: where the price went.
    private static final Pattern TO_MONEY =
            Pattern.compile("(?: (?:over|on|in|during|for) (?:the |a )?[a-z]{3,10})? to (?:[A-Z]{0,3}[$€£¥] ?)?\\d");
    private static final Text DENIED = new Text("a change is denied there.", "増減が打ち消されています。");
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
                    case "半減", "halved", "halve", "halving" -> -50;
                    case "tripled", "triple", "tripling" -> 200;
                    case "quadrupled", "quadruple", "quadrupling" -> 300;
                    default -> 100;
                };
                Wording words = Wording.before(text, done, at);
                if (words.bound != Bound.NONE || words.rough != Wording.Rough.NO) {
                    words.change = percent < 0 ? -1 : 1;
                    put(
                            words,
                            BigDecimal.valueOf(Math.abs(percent)),
                            BigDecimal.valueOf(Math.abs(percent)),
                            PERCENT,
                            halving.end(),
                            "N6",
                            Optional.empty());
                    return halving.end();
                }
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
                        PERCENT,
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
                put(words, share, share, PERCENT, words.behind(text, parts.end(), true), "N4", Optional.empty());
                return done;
            }
        }
        Matcher tenths = TENTHS.matcher(text).region(at, text.length());
        if (tenths.lookingAt()) {
            BigDecimal share = digit(tenths.group(1))
                    .multiply(BigDecimal.TEN)
                    .add(digit(tenths.group(2)))
                    .add(
                            tenths.group(3) == null
                                    ? BigDecimal.ZERO
                                    : digit(tenths.group(3)).movePointLeft(1));
            Wording words = Wording.before(text, done, at);
            put(words, share, share, PERCENT, words.behind(text, tenths.end(), true), "N4", Optional.empty());
            return done;
        }
        Matcher neighbours = NEIGHBOURS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (neighbours.lookingAt() && neighbours(neighbours, at)) {
            return done;
        }
        Matcher odds = ODDS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (odds.lookingAt()
                && (!text.substring(at, odds.end()).matches("\\d{1,2}:\\d{2}")
                        || new BigDecimal(odds.group(1))
                                        .add(new BigDecimal(odds.group(2)))
                                        .intValueExact()
                                == 100)) {
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

    /// `四、五社`: two digits that follow each other, and one unit for both.
    private boolean neighbours(Matcher found, int at) {
        BigDecimal first = digit(found.group(1));
        BigDecimal second = digit(found.group(2));
        Optional<UnitWord> unit = UnitLexicon.at(text, found.end());
        if (unit.isEmpty() || second.subtract(first).compareTo(BigDecimal.ONE) != 0) {
            return false;
        }
        BigDecimal scale = BigDecimal.ONE
                .multiply(found.group(3) == null ? BigDecimal.ONE : kanji(found.group(3)))
                .multiply(found.group(4) == null ? BigDecimal.ONE : kanji("一" + found.group(4)));
        Wording words = Wording.before(text, done, at);
        int end = found.end() + unit.get().length();
        put(
                words,
                first.multiply(scale),
                second.multiply(scale),
                unit,
                words.behind(text, end, true),
                "N11",
                Optional.empty());
        return true;
    }

    private static BigDecimal digit(String one) {
        int kanji = KANJI_DIGITS.indexOf(one);
        return kanji >= 0 ? BigDecimal.valueOf(kanji) : new BigDecimal(one);
    }

    private static final List<String> COUNTS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private static BigDecimal portionOf(Matcher portion) {
        String whole = portion.group().toLowerCase(java.util.Locale.ROOT);
        int named = COUNTS.indexOf(whole.split("[ -]")[0]);
        int count = named < 0 ? 1 : named + 1;
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
        Matcher ofOne = OF_ONE.matcher(text).region(at, text.length());
        if (ofOne.lookingAt()) {
            return ofOne.end(); // it is read with the number that follows
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
                return text.charAt(at) <= '9' ? refuse(at, runEnd(at), rule) : at + 1;
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
        Matcher sen = SEN.matcher(text).region(end, text.length());
        if (unit.filter(u -> u.kind() == UnitWord.Kind.MONEY).isPresent() && !words.money && sen.lookingAt()) {
            BigDecimal exact = run.low().add(new BigDecimal(sen.group(1)).movePointLeft(2));
            put(words, exact, exact, unit, words.behind(text, sen.end(), true), rule(run), run.doubt());
            return done;
        }
        boolean single = run.low().compareTo(BigDecimal.ONE) == 0 && run.end() - at == 1 && unit.isPresent();
        if (single
                && end < text.length()
                && NumberRun.begins(text, end)
                && NotAmounts.at(text, end).isEmpty()) {
            return end; // `1日350トン`
        }
        Matcher beside = BESIDE_ONE.matcher(text).region(end, text.length());
        if (single && unit.get().kind() != UnitWord.Kind.MONEY && beside.lookingAt()) {
            return end; // `1台に約12キログラム`
        }
        if (run.low().stripTrailingZeros().unscaledValue().equals(java.math.BigInteger.ONE)
                && text.startsWith("単位", end)
                && !run.vague()) {
            done = end + 2;
            return done; // `千円単位で切り捨てる`
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
        Matcher exchange = EXCHANGE.matcher(text).region(run.end(), text.length());
        if (unit.isEmpty()
                && exchange.lookingAt()
                && YEN.matcher(text.substring(Math.max(0, at - 60), at)).find()) {
            words.per.add(exchange.group(1).equalsIgnoreCase("dollar") ? "USD" : "EUR");
            put(words, run.low(), run.high(), UnitLexicon.at("円", 0), exchange.end(), rule(run), run.doubt());
            return done;
        }
        boolean plain = !run.kanji() && text.substring(at, run.end()).matches("[0-9.]+");
        if (unit.isEmpty() && (plain || !words.per.isEmpty())) {
            return refuse(at, run.end(), BARE);
        }
        boolean timeless = unit.isEmpty() || !isOrdinary(unit.get());
        if (unit.isPresent()
                && Character.isLetter(text.charAt(at))
                && SIZE_OF_THING.matcher(text).region(end, text.length()).lookingAt()) {
            return refuse(at, end, OF_THE_THING); // `four gigawatt-scale reactors`
        }
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
        boolean speed = unit.filter(u -> u.unit().equals("kn")).isPresent();
        if ((timeless || speed) && unit.isPresent() && !words.per.isEmpty()) {
            words.per.clear();
        }
        int after = words.behind(text, end, unit.isPresent());
        if (unit.filter(u -> u.kind() == UnitWord.Kind.TIME || u.kind() == UnitWord.Kind.TIMES)
                .isPresent()) {
            words.per.clear(); // `24 hours a day`
        }
        boolean naked = unit.isEmpty() && !run.kanji() && run.scale().compareTo(BigDecimal.ONE) == 0;
        boolean grown = unit.filter(u -> u.kind() == UnitWord.Kind.TIMES).isPresent() && text.startsWith("増", end);
        boolean timesLess =
                words.change < 0 && !unit.map(AmountScanner::isOrdinary).orElse(true);
        put(
                words,
                run.low(),
                run.high(),
                unit,
                after,
                rule(run),
                grown || timesLess ? Optional.of(TIMES_MORE) : naked ? Optional.of(BARE) : run.doubt());
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
        Matcher sign = MONEY_SIGN.matcher(text).region(at, text.length());
        return Math.min(sign.lookingAt() ? sign.end() : at, text.length() - 1);
    }

    private boolean isDenominator(int end, Optional<UnitWord> unit) {
        return unit.isPresent() && PER.matcher(text).region(end, text.length()).lookingAt();
    }

    /// Reads the right end of a range; 0 if there is none.
    private int range(Wording words, NumberRun left, Optional<UnitWord> leftUnit, Matcher to) {
        String link = Optional.ofNullable(to.group(1)).orElseGet(() -> to.group(2));
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
        String front = text.substring(Math.max(0, words.from - 45), words.from);
        boolean inherits = left.scale().compareTo(BigDecimal.ONE) == 0
                && right.scale().compareTo(BigDecimal.ONE) > 0
                && left.low().compareTo(right.mantissa()) < 0
                && (leftUnit.isEmpty() || words.money);
        BigDecimal low = inherits ? left.low().multiply(right.scale()) : left.low();
        BigDecimal upper = inherits ? left.high().multiply(right.scale()) : left.high();
        boolean between = front.regionMatches(true, front.length() - 8, "between ", 0, 8);
        boolean ranging = RANGING.matcher(front).find();
        boolean from = front.endsWith("from ") && !ranging;
        if (from
                && link.equals("to")
                && leftUnit.isEmpty()
                && CHANGING.matcher(front).find()) {
            Wording same = Wording.before(text, to.end(), to.end());
            same.behind(text, right.end() + (money ? 0 : rightUnit.get().length() + gap(right.end())), true);
            words.per.addAll(same.per);
            put(words, low, upper, rightUnit, to.start(), "N2", left.doubt());
            return to.start();
        }
        boolean ranged = switch (link) {
            case "から", "ないし" -> (sameUnit || leftUnit.isEmpty()) && !words.money;
            case "and" -> between;
            case "to" ->
                (leftUnit.isEmpty() || sameUnit)
                        && (ranging
                                || (words.change == 0
                                        && (leftUnit.isEmpty() || !from)
                                        && !(front.endsWith("by ") && money))
                                || (leftUnit.isEmpty() && front.endsWith("by ")));
            default -> leftUnit.isEmpty() || sameUnit || words.money;
        };
        if (!ranged || left.vague() || right.vague()) {
            if (inherits && !link.equals("and") && money) {
                put(
                        words,
                        low,
                        upper,
                        rightUnit,
                        to.start(),
                        "N2",
                        Optional.of(HIDDEN_SCALE)); // `from $3 to $4 million`
                return to.start();
            }
            return 0;
        }
        int past = right.end() + (words.money ? 0 : rightUnit.get().length() + gap(right.end()));
        if (link.equals("から")
                && BECOMES.matcher(text).region(past, text.length()).lookingAt()) {
            if (leftUnit.isEmpty()) {
                put(words, low, upper, rightUnit, to.start(), "N2", left.doubt());
                return to.start();
            }
            return 0; // it went from the one to the other
        }
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
        boolean timed = unit.filter(u -> u.kind() == UnitWord.Kind.TIME).isPresent();
        words.change = timed ? 0 : words.change; // `3日続落`: what fell is not the time
        boolean percent = unit.filter(u -> u.kind() == UnitWord.Kind.SHARE).isPresent();
        words.yoy |= words.same && sameAsYoy();
        boolean follows = percent && words.change == 0 && !words.minus && followsAFall(words.from);
        boolean ofThing = percent && words.change == 0 && !words.minus && words.ofThing;
        words.change = follows || ofThing ? -1 : words.change;
        boolean signed = percent || words.yoy || words.compared || words.change != 0;
        boolean result = words.minus
                && words.triangle
                && unit.filter(u -> u.kind() == UnitWord.Kind.MONEY).isPresent()
                && RESULT.matcher(text.substring(Math.max(0, words.from - 24), words.from))
                        .find();
        boolean below = words.minus && (signed || !words.triangle || result);
        boolean lower =
                words.lost && TO_MONEY.matcher(text).region(end, text.length()).lookingAt();
        boolean fell = words.change < 0 && signed && (percent || !words.lost || lower);
        int sign = below || fell ? -1 : 1;
        if (fell && !below) {
            words.bound = words.bound.turned();
        }
        if (words.minus && words.triangle && !signed && !result) {
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
        boolean before = !timed && !signed(words) && NearFall.sameFell(text, end);
        boolean may = percent && mayHaveFallen(words, end);
        Optional<Text> unsure = follows || before || ofThing
                ? Optional.of(CARRIED)
                : may
                        ? Optional.of(MAY_HAVE_FALLEN)
                        : words.denied
                                ? Optional.of(DENIED)
                                : result
                                        ? Optional.of(SIGN_UNSURE)
                                        : words.ofSeveral
                                                ? Optional.of(OF_SEVERAL)
                                                : words.poundUnsure
                                                        ? UnitLexicon.at("ポンド", 0)
                                                                .flatMap(UnitWord::doubt)
                                                        : doubt;
        if (may || (fell && words.changeBehind)) {
            shareTheFall(words.from, symbol, fell);
        }
        add(quantity.get().of(words.content), words.from, end, rules, unsure.or(() -> unit.flatMap(UnitWord::doubt)));
        alsoInBrackets(end);
    }

    private boolean mayHaveFallen(Wording words, int end) {
        return signed(words)
                ? words.change > 0 && NearFall.comesShort(text, end)
                : NearFall.mayBe(text, done, words.from, end) || NearFall.goesOn(text, last(), words.from);
    }

    /// `数量は4%、金額は6%減った`: the one word of falling at the end is told of all that stand side by side.
    private void shareTheFall(int from, String unit, boolean fell) {
        int next = from;
        for (int i = amounts.size() - 1; i >= 0; i--) {
            AmountMention one = amounts.get(i);
            Quantity said = one.quantity();
            boolean alike = said.unit().equals("%") || said.unit().equals(unit);
            if (one.to() > next
                    || !alike
                    || said.high().orElse(1) < 0
                    || one.rules().contains("N6")
                    || !SIDE_BY_SIDE.matcher(text.substring(one.to(), next)).matches()) {
                return;
            }
            amounts.set(
                    i,
                    new AmountMention(
                            fell ? said.turned() : said, one.from(), one.to(), one.rules(), Optional.of(CARRIED)));
            next = one.from();
        }
    }

    /// Whether the change before this one, which 同 points to, was against the year before.
    private boolean sameAsYoy() {
        return amounts.stream()
                .map(AmountMention::quantity)
                .filter(one -> one.unit().equals("%") || one.unit().equals("pp"))
                .reduce((_, later) -> later)
                .filter(one -> one.basis() == AmountBasis.YOY)
                .isPresent();
    }

    private Optional<AmountMention> last() {
        return amounts.isEmpty() ? Optional.empty() : Optional.of(amounts.getLast());
    }

    private static boolean signed(Wording words) {
        return words.change != 0 || words.minus;
    }

    private boolean followsAFall(int from) {
        if (amounts.isEmpty() || amounts.getLast().to() > from) {
            return false;
        }
        Quantity last = amounts.getLast().quantity();
        String between = text.substring(amounts.getLast().to(), from);
        return last.high().orElse(0) < 0
                && (OR_THE_SAME.matcher(between).matches()
                        || (last.unit().equals("%")
                                && AND_THE_NEXT.matcher(between).matches()));
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

    /// Past digits and the kanji scales between them: what is refused is refused whole.
    private int runEnd(int at) {
        int end = digitsEnd(at);
        while (end < text.length() && "十百千万億兆京".indexOf(text.charAt(end)) >= 0) {
            end++;
            end = isDigitAt(end) ? digitsEnd(end) : end;
        }
        return end;
    }

    private int digitsEnd(int at) {
        int end = at;
        while (isDigitAt(end) || (end < text.length() && "., '".indexOf(text.charAt(end)) >= 0 && isDigitAt(end + 1))) {
            end++;
        }
        return Math.max(end, at + 1);
    }
}
