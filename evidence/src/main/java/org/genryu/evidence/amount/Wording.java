package org.genryu.evidence.amount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What do the words in front of a number and behind it say about it? Collected side by side; the scanner draws the
/// conclusions.
///
/// Size: the words of two languages in front of a number and behind it, which are looked for together.
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
            "(?i)(最大で|最大|最長で|最長|上限|多くて|高々|\\bup to |\\bat most |\\bno more than |\\bnot more than |\\ba maximum of |\\bmaximum of |\\bas much as |\\bas many as |\\bcapped at |\\bcaps? [^.,;:0-9]{1,30} at |\\blimited to |(?:not|n't) exceed |\\ba (?:cap|ceiling|limit) of )$");
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?i)(少なくとも|最低でも|最低|最小で|最短で|最短|\\bat least |\\bno less than |\\bnot less than |\\bno fewer than |\\bnot fewer than |\\ba minimum of |\\bminimum of )$");
    private static final Pattern ABOVE = Pattern.compile(
            "(?i)(\\bmore than |\\bover |\\babove |\\bexceeding |\\bexceeds? |\\bexceeded |(?:topped|tops|surpass(?:es|ed|ing)?) |\\bgreater than |\\bupwards of |\\bin excess of )$");
    private static final Pattern BELOW = Pattern.compile("(?i)(\\bless than |\\bunder |\\bbelow |\\bfewer than )$");
    private static final Pattern MINUS = Pattern.compile("(?i)(▲ ?|△ ?|(?<![0-9A-Za-z)~]) ?-|マイナス|\\bminus )$");
    private static final Pattern PER_LINK = Pattern.compile("(?:の[^、。0-9]{1,8}(?=につき))?(?:当たり|あたり|当り|につき|=)(?:、|の)?$");
    /// `1日に2000万バレル`.
    private static final Pattern DAILY = Pattern.compile("(?<=[1一][日年月時][間]{0,1})に(?:約|およそ)?$");
    private static final Pattern ANNUALISED = Pattern.compile("(?i)\\bannuali[sz]ed (?:(?:rate|pace) of )?$");
    private static final Pattern BACK_THEN = Pattern.compile("(?i)years? (?:before|earlier|ago)\\b");
    /// `3,000 tons of magnets a year`.
    private static final Pattern OF_THING = Pattern.compile(
            "(?i) of (?![A-Za-z ]{0,30}\\b(?:last|this|next|past)\\b)(?:[A-Za-z][A-Za-z-]* ){1,4}?(?:(?:a|per|each) )?(year|month|week|day|annually|daily)\\b(?! (?:before|earlier|ago))");
    private static final Pattern PER_THING = Pattern.compile("(?:当たり|あたり|当り)の?[^、。0-9]{1,12}(?:は|が|を|で|も)(?:約|およそ)?$");
    private static final Pattern RATE_FIRST = Pattern.compile(
            "((?<=[はがでをのとにもへら、。( 額率量約均])[年月]|^[年月]|日量|日産|年間|年産|年産量|年産能力|月産|月産能力|月間|毎年|年率換算|年率|時速|毎時|毎分|毎秒|日間|(?<![0-9今来先毎翌数])週)(?:、|で|では|の|に|には|は)?$");
    /// `年間発電量は62億kWh`: the rate stands in front of what is counted.
    private static final Pattern RATE_OF_THING = Pattern.compile(
            "(?<![0-9〇一二三四五六七八九十百千万億数カかヵヶ])(年間|月間)(?:の)?[^、。0-9\\s]{1,10}(?<![率比差前])(?:は|が|を|で)(?:約|およそ|計)?$");
    static final String DOWN_VERB =
            "(?:fell|falls?|fallen|falling|lost|los(?:e|es|ing)|shed|sheds|shedding|(?:slip|drop)(?:s|ped|ping)?|(?:slump|tumbl|declin|decreas|plung|narrow|weaken|lower|reduc|eas|curb|curtail|contract|dwindl|slid|plummet|sink|shrink|dip|trim|slash|cut)(?:s|e|es|ed|ing|ped|ping|med|ming|ting)?|slid|shrank|shrunk|sank)(?! short)";
    private static final String UP_VERB =
            "rose|risen|grew|grown|(?:ris|grow|increas|jump|climb|surg|soar|gain|expand|advanc|widen|rais)(?:e|es|s|ed|ing)?";
    private static final String HOW_FAR =
            "(?: at an? (?:annual|annuali[sz]ed|yearly)(?: (?:rate|pace) of)?)?(?: (?:about|around|nearly|roughly|some|approximately|more than|over|almost|as much as|up to|at least|less than|just over|just under|an estimated|another))?";
    /// What rose or fell by so much: `fell 5 %`, `down by 5 %`, and `cut output by 5 %`.
    private static final Pattern CHANGE_FIRST = Pattern.compile("(?i)\\b(?:(" + DOWN_VERB + "|down|lower)|(" + UP_VERB
            + "|up|higher))(?: by|(?<!down|lower|up|higher) [^.,;:0-9]{1,36} by)?" + HOW_FAR + " $");
    /// `cut emissions 46 %`
    private static final Pattern CHANGE_OF_THING = Pattern.compile(
            "(?i)\\b(?:" + DOWN_VERB
                    + ")(?: (?!the |an? |its |their |to |from |in |at |of |on |with |for |and |by |was |is |were |are |than |over |under |about )[a-z]{3,20}){1,2} $");
    /// `a fall of 5 %`, `下落率は5%`.
    private static final Pattern CHANGE_NOUN = Pattern.compile(
            "(?i)(?:\\b(?:declines?|falls?|drops?|decreases?|reductions?|cuts?|slumps?|plunges?|contractions?|discounts?|loss(?:es)?(?= of [0-9.]+ ?(?:%|per ?cent))) (?:of|by)"
                    + HOW_FAR + " |(?:下落|減少|低下|縮小|下げ|減産|値下げ|値引き|割引(?=幅))(?:率|幅)(?:(?:は|が|で|も|を)[^、。0-9]{0,8})?)$");
    private static final Pattern DENIED = Pattern.compile("(?i)(?:\\bnot|n't|\\bnever|\\bwithout)(?: [a-z]+)? $");
    private static final Pattern DENIED_BEHIND = Pattern.compile("[ぁ-ん]{0,4}(?:ない|なかっ|ず(?=[、。に]))");
    /// A loss is an amount of its own; only a share that is lost is a change.
    private static final Pattern LOST = Pattern.compile("(?i)\\b(?:lost|loses?|shed)(?: [a-z ]{0,20})?$");
    private static final Pattern YOY = Pattern.compile(
            "(?i)(前年同期比|前年同月比|前年比|前月比|前期比|前年度比|対前年|(?:前年|昨年)(?:同期|同月)?(?:に|と)比べ|(?:前年|昨年)同[期月](?:を|より|から)|前年(?:を|より)|year[- ]on[- ]year(?=,? ?$)|year[- ]over[- ]year(?=,? ?$)|\\byoy\\b(?=,? ?$))[^。、\\n]{0,10}、?$");
    private static final Pattern YOY_BEHIND = Pattern.compile(
            "(?i)(?:(?!%|per ?cent)[^。\\n.]){0,24}?(year[- ]on[- ]year|year[- ]over[- ]year|\\byoy\\b|from a year (?:earlier|ago)|month[- ]on[- ]month|quarter[- ]on[- ]quarter|on the (?:month|quarter)|from (?:a|the previous|the prior) (?:month|quarter)|than (?:a year (?:earlier|ago|before)|the year before)|compared with (?:a year|the same)|on the year)");

    private static final Pattern BEHIND = Pattern.compile(
            "(?i)^(?:(以上|を下回らな|を下らな|を割らな| or more\\b| at least\\b| or above\\b|\\+(?=\\s))|(超え?|を超[えす](?!な|ず)|を(?:大きく)?上回(?!ら)|を突破|強を超)|(以下|以内|を上限|が上限|を限度|が限度|まで(?:とする|と定め|に限|に制限|に抑)|を超えな|を上回らな| or less\\b| or fewer\\b| at most\\b|までに?抑)|(未満|を(?:大きく|やや|わずかに)?下回(?!ら)|割れ|を切(?=っ|る|り)|を割(?!り当|り振|引|く|ら)|に(?:も|は)?満た[なず]|に(?:も|は)?届か[なず])|(程度|前後|ほど|くらい|ぐらい|内外)|(弱|近く|近い|足らず|に迫)|(強|余り|あまり|余)|(規模|相当)|(半))");
    private static final Pattern CHANGE_BEHIND = Pattern.compile(
            "(?i)^(?:(?:も|の|ほど|程度)?(増加|増や[すしせ]|増産|増(?!資|税|刊)|上昇|上が|上回|伸び|拡大|引き上げ|値上が|多[いかく]|割高|高(?!性|効|級|品|度|純|精|機|温|圧|等|速|炉))|(?:も|の|ほど|程度|ずつ|を(?=削減|減ら|圧縮|カット))?(減少|減ら[すしせ]|減産|急減|激減|目減|減(?!損|価|税|資|免|容|速|反|摩)|低下|下が|下げ|下押|下落|下回|急落|暴落|落ち|落と|縮小|圧縮|後退|値引|カット|ダウン|縮[むみん]|削[減らりるっ]|引き下げ|値下が|割引|(?<=割)引|少な[いくか]|割安|(?<=[%割も])(?:抑え|節約|軽[いく]|短[いく]|低[いく]|小さ|薄[いく])|低減|軽減|引き(?=[でのとに、。])|安(?!全|定|保|心|値圏))|"
                    + " (?:increase|rise|growth|gain|jump|surge|more)\\b|[ -](down(?! (?:to|payment)\\b)|decline|drop|fall|decrease|reduction|cut|cuts|less|lower|dip|slump|slide|plunge|contraction|discount|fewer|weaker|cheaper|smaller|lighter|slower|shorter|softer|(?:off|under) (?=(?:its|their|the|last|a|plan|target)\\b)|(?:[a-z]{3,14} )(?:cut|reduction|decline|drop|decrease|fall)|short of|below (?=a year|last year|the |its |20\\d\\d|pre-))\\b(?![ -](?:off|rates?|factor)\\b))");
    private static final Pattern PER_BEHIND = Pattern.compile(
            "^(?:\\s?/\\s?| per |-(?:an?|per)-| to the (?=(?:dollar|euro|pound)\\b)|(?<=[A-Za-z$0-9%]) (?:an?|each|every) )(?=([A-Za-z\\p{IsHan}\\p{IsKatakana}]))|^(?= annually\\b| daily\\b| per annum\\b)");
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
    /// Whether the number is told on the same basis as the one before it: 同.
    boolean same;
    boolean half;
    int change;
    /// Whether a word of falling and its thing stand in front: `cut emissions 46 %`.
    boolean ofThing;
    /// Whether the change is said not to have been.
    boolean denied;
    /// Whether the word of change is one of losing.
    boolean lost;
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
        found.same = found.from > window && text.charAt(found.from - 1) == '同';
        if (found.per.isEmpty() && found.from > window) {
            found.perOfThing(text, window);
        }
        if (found.per.isEmpty() && found.from > window) {
            found.rateOfThing(text.substring(window, found.from));
        }
        if (found.from > window) {
            String front = text.substring(window, found.from);
            found.yoy =
                    SPEAKS_OF_CHANGE.matcher(front).find() && YOY.matcher(front).find();
        }
        if (CHANGE_NOUN.matcher(text.substring(Math.max(0, at - 40), at)).find()) {
            found.change = -1;
        }
        int first = at - found.moneyWord.map(UnitWord::length).orElse(0);
        if (found.change == 0 && first > window && text.charAt(first - 1) == ' ') {
            String front = text.substring(window, first);
            Matcher change = CHANGE_FIRST.matcher(front);
            if (CHANGE_OF_THING.matcher(front).find()) {
                found.ofThing = true;
            }
            if (change.find()) {
                found.change = change.group(1) != null ? -1 : 1;
                found.lost = LOST.matcher(front).find();
                found.denied =
                        DENIED.matcher(front.substring(0, change.start())).find();
            }
        }
        return found;
    }

    /// Last letters of the words that are looked for in front of a number: most numbers have none of them.
    private static final String ENDS = " 算力週は株秒分ロ台個隻件最短長約ルムUuトンgトンtル円B年日月そねぼ定~でに大限てく々もは低小▲△-スりきつ=、の量産間年率速時、$€£¥";

    private static final Pattern SPEAKS_OF_CHANGE = Pattern.compile("[比対前昨]|(?i)year|yoy");

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
        if (per.isEmpty() && perFirst(front, text, window)) {
            return true;
        }
        Matcher rate = RATE_FIRST.matcher(front);
        if (per.isEmpty() && last > 0x3000 && rate.find()) {
            String word = rate.group(1);
            per.add(timeOf(word));
            rules.add("N7");
            return moved(rate);
        }
        Matcher annual = ANNUALISED.matcher(front);
        if (per.isEmpty() && annual.find()) {
            per.add("yr");
            rules.add("N7");
            return moved(annual);
        }
        return rough(front) || bound(front);
    }

    private static String timeWord(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "year", "annually" -> "yr";
            case "month" -> "month";
            case "week" -> "week";
            default -> "d";
        };
    }

    private static String timeOf(String word) {
        if (word.startsWith("毎") && !word.equals("毎年")) {
            return word.equals("毎時") ? "h" : word.equals("毎分") ? "min" : "s";
        }
        return word.startsWith("週")
                ? "week"
                : word.startsWith("日") ? "d" : word.startsWith("月") ? "month" : word.contains("時") ? "h" : "yr";
    }

    /// `1トン当たり`, `1ドル=`, `1バレル`, `1日`: the unit with the longest name that ends there.
    private boolean perFirst(String front, String text, int window) {
        Matcher link = PER_LINK.matcher(front);
        boolean linked = link.find();
        Matcher daily = DAILY.matcher(front);
        int end = linked ? link.start() : daily.find() ? daily.start() : front.length();
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
            boolean alone = unit.get().kind() == UnitWord.Kind.MEASURE
                    && end - begin >= 2
                    && front.charAt(begin) > 0x3000
                    && (begin == 0 || (!NumberRun.begins(front, begin - 1) && !isNumberWord(front.charAt(begin - 1))));
            if (!linked && !one && !(alone && isMoney(text, from))) {
                continue;
            }
            boolean plain = unit.get().factor().compareTo(java.math.BigDecimal.ONE) == 0;
            String name = plain ? unit.get().unit() : unit.get().symbol().orElse(front.substring(begin, end));
            if (name.equals("Btu") && front.substring(0, begin).endsWith("100万")) {
                per.add("MMBtu");
                rules.add("N7");
                from = window + begin - 4;
                return true;
            }
            boolean traded = name.equals("pound");
            per.add(traded ? (front.endsWith("=") ? "GBP" : "lb") : name);
            rules.add("N7");
            from = window + begin - (one ? 1 : 0);
            return true;
        }
        return false;
    }

    /// `1トン当たりの輸送費は35万円`: what stands between is the thing that costs so much.
    private void perOfThing(String text, int window) {
        String front = text.substring(window, from);
        Matcher link = PER_THING.matcher(front);
        if (!link.find()) {
            return;
        }
        for (int length = Math.min(LONGEST_UNIT, link.start()); length > 0; length--) {
            Optional<UnitWord> unit = UnitLexicon.at(front, link.start() - length);
            int begin = link.start() - length;
            boolean more = begin > 0
                    && (isNumberWord(front.charAt(begin - 1)) || Character.isDigit(front.charAt(begin - 1)))
                    && !front.substring(0, begin).matches(".*(?<![0-9.,])1");
            if (unit.isPresent() && unit.get().length() == length && !more) {
                per.add(unit.get().unit().equals("pound") ? "lb" : unit.get().unit());
                rules.add("N7");
                return;
            }
        }
    }

    private void rateOfThing(String front) {
        Matcher rate = RATE_OF_THING.matcher(front);
        if (rate.find()) {
            per.add(timeOf(rate.group(1)));
            rules.add("N7");
        }
    }

    /// Whether the number that begins at `at` is one of money: `トン6万円` is a price, `トン5台` is none.
    private static boolean isMoney(String text, int at) {
        return NumberRun.at(text, at, false) instanceof org.genryu.core.number.ReadText.Value<NumberRun>(NumberRun run)
                && UnitLexicon.at(text, run.end())
                        .filter(unit -> unit.kind() == UnitWord.Kind.MONEY)
                        .isPresent();
    }

    private static boolean isNumberWord(char c) {
        return "数百千万億兆.".indexOf(c) >= 0;
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
                lasting = matcher.group(1).equalsIgnoreCase("over ")
                        && !front.substring(0, matcher.start()).endsWith("for ");
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
        Matcher thing = OF_THING.matcher(text).region(end, text.length());
        if (unitFound && per.isEmpty() && thing.lookingAt()) {
            per.add(timeWord(thing.group(1)));
            rules.add("N7");
            end = thing.end();
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
        Matcher change = CHANGE_BEHIND
                .matcher(text)
                .region(end, Math.min(text.length(), end + 28))
                .useTransparentBounds(true);
        if (this.change == 0 && change.find()) {
            this.change = change.group(2) != null || change.group(3) != null ? -1 : 1;
            end = change.end();
            denied |= DENIED_BEHIND.matcher(text).region(end, text.length()).lookingAt();
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
            if (text.startsWith("a", slash.end())
                    && text.charAt(slash.end() - 1) == '/'
                    && !isLetterAt(text, slash.end() + 1)) {
                per.add("yr"); // `t/a`
                rules.add("N7");
                end = slash.end() + 1;
                continue;
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
            if (unit.get().unit().equals("yr")
                    && BACK_THEN
                            .matcher(text)
                            .region(slash.end(), text.length())
                            .lookingAt()) {
                return end; // `55 tonnes a year before`
            }
            per.add(
                    unit.get().unit().equals("pound")
                            ? "lb" // nobody pays for a pound of money
                            : unit.get().factor().compareTo(java.math.BigDecimal.ONE) == 0
                                    ? unit.get().unit()
                                    : unit.get()
                                            .symbol()
                                            .orElse(text.substring(
                                                    slash.end(),
                                                    slash.end() + unit.get().length())));
            rules.add("N7");
            end = slash.end() + unit.get().length();
        }
        return end;
    }

    private static boolean isLetterAt(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
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
