package org.genryu.evidence.amount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What do the words in front of a number and behind it say about it? Collected side by side; the scanner draws the
/// conclusions.
final class Wording {
    /// How rough a number is said to be.
    enum Rough {
        NO,
        ABOUT,
        /// 弱, nearly: a little below
        SHORT,
        /// 強, 余り: a little above
        LONG
    }

    private static final int LONGEST_UNIT = 14;
    private static final Pattern APPROX = Pattern.compile(
            "(?i)(約|およそ|おおよそ|概ね|おおむね|ほぼ|推定|~|\\babout |\\baround |\\bapproximately |\\broughly |\\bsome |\\bcirca |\\bca\\. ?|\\ban estimated |\\best\\. )$");
    private static final Pattern NEARLY = Pattern.compile(
            "(?i)(\\bnearly |\\balmost |\\bclose to |\\bjust under |\\bjust below |\\bjust short of )$");
    private static final Pattern AT_MOST = Pattern.compile(
            "(?i)(最大で|最大|上限|多くて|高々|\\bup to |\\bat most |\\bno more than |\\bnot more than |\\ba maximum of |\\bmaximum of |\\bas much as |\\bas many as |\\bcapped at )$");
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?i)(少なくとも|最低でも|最低|最小で|\\bat least |\\bno less than |\\bnot less than |\\ba minimum of |\\bminimum of )$");
    private static final Pattern ABOVE = Pattern.compile(
            "(?i)(\\bmore than |\\bover |\\babove |\\bexceeding |\\bexceeds? |\\bexceeded |\\bgreater than |\\bupwards of |\\bin excess of )$");
    private static final Pattern BELOW = Pattern.compile("(?i)(\\bless than |\\bunder |\\bbelow |\\bfewer than )$");
    private static final Pattern MINUS = Pattern.compile("(?i)(▲ ?|△ ?|(?<![0-9A-Za-z)~]) ?-|マイナス|\\bminus )$");
    private static final Pattern PER_LINK = Pattern.compile("(?:当たり|あたり|当り|につき|=)(?:、|の)?$|に(?:約|およそ)?$");
    private static final Pattern RATE_FIRST =
            Pattern.compile("((?<=[はがでをの、。 額率量約])[年月]|^[年月]|日量|日産|年間|年産|年産量|月産|月間|毎年|年率|時速|毎時|日間)(?:、|で|の|に)?$");
    private static final Pattern CHANGE_FIRST = Pattern.compile(
            "(?i)(?:(fell|falls?|lost|loses?|shed|slipped|slumped|tumbled|dropped|drops?|declined|declines?|decreased|decreases?|slid|plunged|shrank|shrinks?|down|lower)|(rose|rises?|grew|grows?|increased|increases?|jumped|climbed|surged|gained|up|higher))(?: by)?(?: (?:about|around|nearly|roughly|some|approximately|more than|over|almost))? $");
    private static final Pattern YOY = Pattern.compile(
            "(?i)(前年同期比|前年同月比|前年比|前月比|前期比|前年度比|対前年|year[- ]on[- ]year(?=,? ?$)|year[- ]over[- ]year(?=,? ?$)|\\byoy\\b(?=,? ?$))[^。、\\n]{0,10}$");
    private static final Pattern YOY_BEHIND = Pattern.compile(
            "(?i)[^。\\n.]{0,24}?(year[- ]on[- ]year|year[- ]over[- ]year|\\byoy\\b|from a year (?:earlier|ago)|compared with (?:a year|the same)|on the year)");

    private static final Pattern BEHIND = Pattern.compile(
            "(?i)^(?:(以上| or more\\b| or above\\b|\\+(?=\\s))|(超|を超える|を超え|を上回る|を上回り|強を超)|(以下|以内| or less\\b| or fewer\\b|までに?抑)|(未満|を下回る|を下回り|割れ)|(程度|前後|ほど|くらい|ぐらい|内外)|(弱|近く|近い|足らず)|(強|余り|あまり|余|超え)|(規模|相当)|(半))");
    private static final Pattern CHANGE_BEHIND = Pattern.compile(
            "(?i)^(?:(?:も|の|ほど|程度)?(増加|増やす|増やし|増産|増|上昇|伸び|拡大|引き上げ|高)|(?:も|の|ほど|程度)?(減少|減らす|減らし|減産|減|低下|下落|縮小|落ち込|引き下げ|安)| (?:increase|rise|growth|gain|jump|surge|more)\\b| (decline|drop|fall|decrease|reduction|cut|cuts|less|lower)\\b)");
    private static final Pattern PER_BEHIND = Pattern.compile(
            "^(?:\\s?/\\s?| per |(?<=[A-Za-z$0-9]) (?:an?|each|every) )(?=([A-Za-z\\p{IsHan}\\p{IsKatakana}]))|^(?= annually\\b| daily\\b| per annum\\b)");
    private static final Pattern CONTENT = Pattern.compile(
            "(?i)^(?: ?\\(| of (?:contained |combined )?| |の)?(TREO|REO|LCE|NdPr(?: oxide)?|Nd2O3|Dy2O3|Tb4O7|酸化物換算|酸化物|金属換算|炭酸リチウム換算|rare[- ]earth oxides?|lithium carbonate equivalent|contained metal|concentrates?|ore|mud|鉱石|精鉱|泥|[^、。\\s]{0,8}堆積物)\\)?(?![A-Za-z])");

    /// Words that were found in front, longest first, and where the first of them begins.
    int from;
    boolean money;
    Optional<UnitWord> moneyWord = Optional.empty();
    Rough rough = Rough.NO;
    Bound bound = Bound.NONE;
    /// Whether the bound is the word `over`, which before a time says how long something lasts.
    boolean lasting;
    boolean minus;
    boolean triangle;
    boolean yoy;
    boolean half;
    int change;
    final List<String> per = new ArrayList<>();
    String content = "";
    final List<String> rules = new ArrayList<>();

    /// Reads what stands between `least` and a number that begins at `at`.
    static Wording before(String text, int least, int at) {
        Wording found = new Wording();
        found.from = at;
        int window = Math.max(least, at - 40);
        boolean more = true;
        while (more && found.from > window) {
            more = found.step(text.substring(window, found.from), text, window);
        }
        if (found.from > window) {
            String front = text.substring(window, found.from);
            found.yoy =
                    SPEAKS_OF_CHANGE.matcher(front).find() && YOY.matcher(front).find();
        }
        if (at > window && text.charAt(at - 1) == ' ') {
            Matcher change = CHANGE_FIRST.matcher(text.substring(window, at));
            if (change.find()) {
                found.change = change.group(1) != null ? -1 : 1;
            }
        }
        return found;
    }

    /// Last letters of the words that are looked for in front of a number: most numbers have none of them.
    private static final String ENDS = " 約ルムUuトンgトンtル円B年日月そねぼ定~でに大限てく々もは低小▲△-スりきつ=、の量産間年率速時、$€£¥";

    private static final Pattern SPEAKS_OF_CHANGE = Pattern.compile("[比対]|(?i)year|yoy");

    private boolean step(String front, String text, int window) {
        char last = front.charAt(front.length() - 1);
        if (ENDS.indexOf(last) < 0 && !(last >= 'A' && last <= 'Z')) {
            return false;
        }
        if (!money) {
            Optional<UnitWord> before =
                    UnitLexicon.moneyBefore(text, from).filter(word -> from - word.length() >= window);
            if (before.isPresent()) {
                money = true;
                moneyWord = before;
                from -= before.get().length();
                return true;
            }
        }
        Matcher sign = MINUS.matcher(front);
        if (!minus && sign.find()) {
            minus = true;
            triangle = front.charAt(sign.start()) == '▲' || front.charAt(sign.start()) == '△';
            rules.add("N5");
            return moved(sign);
        }
        if (per.isEmpty() && perFirst(front, window)) {
            return true;
        }
        Matcher rate = RATE_FIRST.matcher(front);
        if (per.isEmpty() && last > 0x3000 && rate.find()) {
            String word = rate.group(1);
            per.add(word.startsWith("日") ? "d" : word.startsWith("月") ? "month" : word.contains("時") ? "h" : "yr");
            rules.add("N7");
            return moved(rate);
        }
        return rough(front) || bound(front);
    }

    /// `1トン当たり`, `1ドル=`, `1バレル`, `1日`: the unit with the longest name that ends there.
    private boolean perFirst(String front, int window) {
        Matcher link = PER_LINK.matcher(front);
        boolean linked = link.find();
        int end = linked ? link.start() : front.length();
        for (int length = Math.min(LONGEST_UNIT, end); length > 0; length--) {
            Optional<UnitWord> unit =
                    UnitLexicon.at(front, end - length).filter(one -> one.kind() != UnitWord.Kind.SHARE);
            if (unit.isEmpty() || unit.get().length() != length) {
                continue;
            }
            int begin = end - length;
            boolean one = begin > 0
                    && "1一".indexOf(front.charAt(begin - 1)) >= 0
                    && (begin < 2 || !Character.isDigit(front.charAt(begin - 2)));
            boolean word = linked && !link.group().startsWith("に");
            if (!word && !one) {
                continue;
            }
            boolean plain = unit.get().factor().compareTo(java.math.BigDecimal.ONE) == 0;
            per.add(plain ? unit.get().unit() : front.substring(begin, end)); // 1 kW is not 1 W
            rules.add("N7");
            from = window + begin - (one ? 1 : 0);
            return true;
        }
        return false;
    }

    private boolean rough(String front) {
        Matcher about = APPROX.matcher(front);
        Matcher nearly = NEARLY.matcher(front);
        if (rough == Rough.NO && about.find()) {
            rough = Rough.ABOUT;
            rules.add("N8");
            return moved(about);
        }
        if (rough == Rough.NO && nearly.find()) {
            rough = Rough.SHORT;
            rules.add("N8");
            return moved(nearly);
        }
        return false;
    }

    private boolean bound(String front) {
        if (bound != Bound.NONE) {
            return false;
        }
        Pattern[] patterns = {AT_MOST, AT_LEAST, ABOVE, BELOW};
        Bound[] bounds = {Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOVE, Bound.BELOW};
        for (int i = 0; i < patterns.length; i++) {
            Matcher matcher = patterns[i].matcher(front);
            if (matcher.find()) {
                bound = bounds[i];
                lasting = matcher.group(1).equalsIgnoreCase("over ");
                rules.add("N9");
                return moved(matcher);
            }
        }
        return false;
    }

    private boolean moved(Matcher found) {
        from -= found.end() - found.start();
        return true;
    }

    /// Reads what stands behind a number and its unit; returns where it ends.
    int behind(String text, int at, boolean unitFound) {
        int end = at;
        end = perBehind(text, end, unitFound);
        Matcher content = CONTENT.matcher(text.substring(end, Math.min(text.length(), end + 40)));
        if (unitFound && content.find()) {
            this.content = contentOf(content.group(1));
            rules.add("N13");
            end += content.end();
            end = perBehind(text, end, true);
        }
        boolean more = end < text.length();
        while (more) {
            more = false;
            Matcher behind = BEHIND.matcher(text.substring(end, Math.min(text.length(), end + 12)));
            if (behind.find()) {
                more = take(behind);
                end += more ? behind.end() : 0;
            }
        }
        Matcher change = CHANGE_BEHIND.matcher(text.substring(end, Math.min(text.length(), end + 14)));
        if (this.change == 0 && change.find()) {
            this.change = change.group(2) != null || change.group(3) != null ? -1 : 1;
            end += change.end();
        }
        yoy |= YOY_BEHIND
                        .matcher(text.substring(end, Math.min(text.length(), end + 60)))
                        .lookingAt()
                && this.change != 0;
        return end;
    }

    private boolean take(Matcher behind) {
        Bound[] bounds = {Bound.AT_LEAST, Bound.ABOVE, Bound.AT_MOST, Bound.BELOW};
        for (int group = 1; group <= 4; group++) {
            if (behind.group(group) != null) {
                if (bound != Bound.NONE) {
                    return false;
                }
                bound = bounds[group - 1];
                rules.add("N9");
                return true;
            }
        }
        if (behind.group(5) != null && rough == Rough.NO) {
            rough = Rough.ABOUT;
            rules.add("N8");
            return true;
        }
        if (behind.group(6) != null && rough == Rough.NO) {
            rough = Rough.SHORT;
            rules.add("N8");
            return true;
        }
        if (behind.group(7) != null && rough == Rough.NO) {
            rough = Rough.LONG;
            rules.add("N8");
            return true;
        }
        if (behind.group(9) != null && !half) {
            half = true;
            return true;
        }
        return behind.group(8) != null;
    }

    private int perBehind(String text, int at, boolean unitFound) {
        int end = at;
        while (unitFound && per.size() < 2) {
            Matcher slash = PER_BEHIND.matcher(text).region(end, text.length()).useTransparentBounds(true);
            if (!slash.lookingAt()) {
                return end;
            }
            if (slash.end() == slash.start()) {
                String word = text.substring(
                        slash.end() + 1,
                        text.indexOf(' ', slash.end() + 1) < 0
                                ? Math.min(text.length(), slash.end() + 9)
                                : Math.min(text.length(), slash.end() + 9));
                per.add(word.startsWith("daily") ? "d" : "yr");
                rules.add("N7");
                int length = word.startsWith("daily") ? 6 : word.startsWith("annually") ? 9 : 10;
                end = Math.min(text.length(), slash.end() + length);
                continue;
            }
            Optional<UnitWord> unit = UnitLexicon.at(text, slash.end());
            if (unit.isEmpty()
                    || unit.get().kind() == UnitWord.Kind.SHARE
                    || unit.get().factor().signum() == 0) {
                return end;
            }
            per.add(
                    unit.get().unit().equals("pound")
                            ? "lb" // nobody pays for a pound of money
                            : unit.get().factor().compareTo(java.math.BigDecimal.ONE) == 0
                                    ? unit.get().unit()
                                    : text.substring(
                                            slash.end(),
                                            slash.end() + unit.get().length()));
            rules.add("N7");
            end = slash.end() + unit.get().length();
        }
        return end;
    }

    private static String contentOf(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (lower.matches("treo|reo|rare[- ]earth oxides?|酸化物換算|酸化物")) {
            return "REO";
        }
        if (lower.matches("lce|lithium carbonate equivalent|炭酸リチウム換算")) {
            return "LCE";
        }
        if (lower.matches("contained metal|金属換算")) {
            return "metal";
        }
        if (lower.matches("ore|鉱石")) {
            return "ore";
        }
        if (lower.matches("concentrates?|精鉱")) {
            return "concentrate";
        }
        if (lower.matches("mud|泥|.*堆積物")) {
            return "mud";
        }
        return word.startsWith("NdPr") || word.startsWith("ndpr") ? "NdPr oxide" : word;
    }
}
