package org.genryu.evidence.amount;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            "(?i)(約|およそ|おおよそ|概ね|おおむね|ほぼ|推定|~|\\babout |\\baround |\\bapproximately |\\broughly |\\bsome |\\bcirca |\\bca\\. ?|\\bc\\. ?|\\ban estimated |\\best\\. )$");
    private static final Pattern NEARLY = Pattern.compile(
            "(?i)(\\bnearly |\\balmost |\\bclose to |\\bjust under |\\bjust below |\\bjust short of )$");
    private static final Pattern AT_MOST = Pattern.compile(
            "(?i)(最大で|最大|(?<!過去|史上)最高で|(?<!過去|史上)最高|最長で|最長|上限|多くても|多くて|高々|せいぜい|(?<!\\b(?:gone|went|goes|going|go|moved|came|shot) )\\bup to |\\bat most |\\bno more than |\\bnot more than |\\ba maximum of |\\bmaximum of |\\bas much as |\\bas many as |\\bcapped at |\\bcaps? [^.,;:0-9]{1,30} at |\\blimited to |(?:not|n't) exceed |\\ba (?:cap|ceiling|limit) of )$");
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?i)(少なくとも|最低でも|最低|最小で|最短で|最短|\\bat least |\\bno less than |\\bnot less than |\\bno fewer than |\\bnot fewer than |\\ba minimum of |\\bminimum of )$");
    private static final Pattern ABOVE = Pattern.compile(
            "(?i)(\\bmore than |\\bover |\\babove |\\bexceeding |\\bexceeds? |\\bexceeded |(?:topped|tops|surpass(?:es|ed|ing)?|breaks?(?: through| above)?|broke(?: through| above)?|breached|crossed|beyond|past) |\\bgreater than |\\bupwards of |\\bin excess of )$");
    private static final Pattern BELOW = Pattern.compile("(?i)(\\bless than |\\bunder |\\bbelow |\\bfewer than )$");
    private static final Pattern MINUS = Pattern.compile(
            "(?i)(▲ ?|△ ?|(?<![0-9A-Za-z)~]) ?-|マイナス|(?<!\\bplus or )(?<!\\bplus/)\\bminus |\\bnegative (?:growth of )?)$");
    private static final Pattern PER_LINK = Pattern.compile("(?:の[^、。0-9]{1,8}(?=につき))?(?:当たり|あたり|当り|につき|=)(?:、|の)?$");
    /// `1日に2000万バレル`.
    private static final Pattern DAILY = Pattern.compile("(?<=[1一][日年月時][間]{0,1})(?:に|では)(?:約|およそ)?$");
    private static final Pattern ANNUALISED = Pattern.compile("(?i)\\bannuali[sz]ed (?:(?:rate|pace) of )?$");
    private static final Pattern WRITES = Pattern.compile("(?i)\\b(?:wrote|writes?|writing|written) $");
    private static final Pattern BACK_THEN = Pattern.compile("(?i)years? (?:before|earlier|ago)\\b");
    /// `3,000 tons of magnets a year`.
    private static final Pattern OF_THING = Pattern.compile(
            "(?i) of (?![A-Za-z ]{0,30}\\b(?:last|this|next|past)\\b)(?:[A-Za-z][A-Za-z-]* ){1,4}?(?:(?:a|per|each) )?(year|month|week|day|annually|daily)\\b(?! (?:before|earlier|ago))");
    /// `1平方メートル当たり月4,500円`: the thing stands in front of the time.
    private static final Pattern PER_BEFORE_TIME = Pattern.compile("(?:当たり|あたり|当り|につき)(?:、|の)?$");
    private static final Pattern PER_THING = Pattern.compile("(?:当たり|あたり|当り)の?[^、。0-9]{1,12}(?:は|が|を|で|も)(?:約|およそ)?$");
    private static final Pattern RATE_FIRST = Pattern.compile(
            "((?<=[はがでをのとにもへらり、。( 額率量約均])[年月]|^[年月]|日量|日産|年間|年産|年産量|年産能力|月産|月産能力|月間|毎年|毎月|毎週|毎日|日額|月額|年額|年率換算|年率|時速|毎時|毎分|毎秒|日間|(?<![0-9今来先毎翌数])週)(?:、|で|では|の|に|には|は)?$");
    /// `年間発電量は62億kWh`: the rate stands in front of what is counted.
    private static final Pattern RATE_OF_THING = Pattern.compile(
            "(?<![0-9〇一二三四五六七八九十百千万億数カかヵヶ])(年間|月間)(?:の)?[^、。0-9\\s]{1,10}(?<![率比差前])(?:は|が|を|で)(?:約|およそ|計)?$");
    static final String DOWN_VERB =
            "(?:fell|falls?|fallen|falling|lost|los(?:e|es|ing)|shed|sheds|shedding|(?:slip|drop)(?:s|ped|ping)?|(?:slump|tumbl|declin|decreas|plung|narrow|weaken|soften|lower|reduc|eas|curb|curtail|contract|dwindl|slid|plummet|taper|ebb|subsid|skid|tank|crater|nosediv|div|sagg|fad|stumbl|crumbl|retrac|chop|sink|shrink|dip|trim|slash|cut|retreat|reced|shorten|erod|shav|knock|par|prun|diminish|collaps|crash|depreciat|lighten)(?:s|e|es|ed|ing|ped|ping|med|ming|ting|ded|ding)?|slid|shrank|shrunk|sank|(?:scal|dial|roll|pull|g[ai]v)(?:e|es|ed|led|en|ing|s)? back)(?! short)";
    private static final String UP_VERB =
            "rose|risen|grew|grown|(?:ris|grow|increas|jump|climb|surg|soar|gain|expand|advanc|widen|rais|rebound|recover|strengthen|improv|appreciat|leap|accelerat)(?:e|es|s|ed|ing|t)?";
    private static final String HOW_FAR =
            "(?: at an? (?:annual|annuali[sz]ed|yearly)(?: (?:rate|pace) of)?)?(?: (?:about|around|nearly|roughly|some|approximately|more than|over|almost|as much as|up to|at least|less than|just over|just under|an estimated|another|between|only|just|as little as|an? (?:further|additional|mere|full|record|whopping|modest|net|combined|average of|total of|annuali[sz]ed)))?";
    /// What rose or fell by so much: `fell 5 %`, `down by 5 %`, and `cut output by 5 %`.
    private static final Pattern CHANGE_FIRST = Pattern.compile("(?i)\\b(?:(" + DOWN_VERB
            + "|(?:miss(?:ed|es)?|trail(?:ed|s)?|lag(?:ged|s)?|undershoots?|undershot|underperform(?:ed|s)?)(?=[^.,;:0-9]{0,36} by )|down|lower|(?<!\\b(?:paid|sold|pay|sell|spun|hived|fenced|written|set|see|come|came) )off)|("
            + UP_VERB
            + "|(?<!\\bg[ai]ve |\\bgives |\\bgiven |\\bgiving )up|higher))(?: by|(?<!down|lower|up|higher|off) [^.,;:0-9]{1,36} by)?"
            + HOW_FAR + " $");
    /// `cut emissions 46 %`
    private static final Pattern CHANGE_OF_THING = Pattern.compile(
            "(?i)\\b(?:" + DOWN_VERB
                    + ")(?: (?!the |an? |its |their |to |from |in |at |of |on |with |for |and |by |was |is |were |are |than |over |under |about )[a-z]{3,20}){1,2} $");
    /// `a fall of 5 %`, `下落率は5%`.
    private static final Pattern CHANGE_NOUN = Pattern.compile(
            "(?i)(?:\\b(?:declines?|falls?|drops?|decreases?|reductions?|cuts?|slumps?|plunges?|slides?|retreats?|contractions?|discounts?|loss(?:es)?(?= of [0-9.]+ ?(?:%|per ?cent))) (?:of|by)"
                    + HOW_FAR
                    + " |\\b(?:decline|fall|drop|decrease|slump|plunge|slide|contraction)(?: in [a-z ]{1,24}| for [a-z ]{1,24})? (?:(?:was|were|is|reached|hit|came to|stood at|averaged|exceeded|totall?ed|amounted to|put at)|(?:widened|narrowed|deepened|eased|slowed|accelerated|steepened)(?: to| from(?: [0-9.]{1,6} ?(?:%|per ?cent) to)?))"
                    + HOW_FAR
                    + " |(?:下落|減少|低下|縮小|下げ|減収|減益|減額|カット|マイナス|未達|削減|短縮|低減|軽減|値下げ|値下がり|利下げ|引き下げ|落ち込み|目減り|値引き|割引(?=幅))(?:率|幅)(?:(?:は|が|で|も|を)[^、。0-9]{0,8}(?:[0-9.]{1,6}(?:%|割|ポイント)から)?)?)$");
    private static final Pattern DENIED = Pattern.compile("(?i)(?:\\bnot|n't|\\bnever|\\bwithout)(?: [a-z]+)? $");
    private static final Pattern DENIED_BEHIND = Pattern.compile("[ぁ-ん]{0,4}(?:ない|なかっ|ず(?=[、。に]))");
    /// A loss is an amount of its own; only a share that is lost is a change.
    private static final Pattern LOST = Pattern.compile("(?i)\\b(?:lost|loses?|shed)(?: [a-z ]{0,20})?$");
    private static final Pattern YOY = Pattern.compile(
            "(?i)(前年同期比|前年同月比|前年比|前月比|前期比|前年度比|対前年|(?:前年|昨年)(?:同期|同月)?(?:に|と)比べ|(?:前年|昨年)同[期月](?:を|より|から)|(?:前年度?|昨年度?|前[月期]|前四半期|前の[月年期](?:の同じ(?:期間|時期|月))?)(?:から(?!横ばい)|を|より|に比べ|と比べ)|year[- ]on[- ]year(?=(?:,? ?[+-]?| by (?:[a-z]+ )?)$)|year[- ]over[- ]year(?=,? ?[+-]?$)|\\b(?:yoy|y/y)(?=:?,? ?[+-]?$))[^。、\\n]{0,10}、?$");
    private static final Pattern YOY_BEHIND = Pattern.compile(
            "(?i)(?:(?!%|per ?cent)[^。\\n.]){0,24}?(year[- ]on[- ]year|year[- ]over[- ]year|\\byoy\\b|from a year (?:earlier|ago)|month[- ]on[- ]month|quarter[- ]on[- ]quarter|on (?:the )?(?:month|quarter)\\b|from (?:a|the previous|the prior) (?:month|quarter)|\\b[ymq]/[ymq]\\b|than (?:a year (?:earlier|ago|before)|(?:in )?the (?:year|month|quarter) before|(?:in )?the (?:previous|prior|preceding) (?:year|month|quarter))|compared with (?:a year|the same)|year-(?:earlier|ago) (?:level|figure|period|month|quarter)|on (?:the )?year\\b)");

    private static final Pattern PLUS = Pattern.compile("[+] ?$");
    /// `5,000t/月`: times that are no word of a length by themselves.
    private static final Map<String, String> SHORT_TIMES =
            Map.of("d", "d", "日", "d", "h", "h", "hr", "h", "時", "h", "月", "month", "mo", "month", "週", "week");

    /// `1.25ドル(1.8%)安`: what stands between an amount and its word of change.
    private static final Pattern BRACKET = Pattern.compile("\\([0-9.,]{1,9}[^()0-9]{1,6}\\)(?=[一-鿿])|\\)(?=[高安減増])");
    private static final Pattern COMPARED = Pattern.compile("(?:前日|前週|前回|前月|計画|予想|見込み|目標|期初|年初|期首)比[^。、\\n]{0,6}$");
    /// `12%前年を下回る`
    private static final Pattern PERIOD_BEFORE = Pattern.compile("^前[年期月][一-鿿]{0,4}を");
    private static final Pattern SHORT_TIME = Pattern.compile("(?:hr|mo|d|h)(?![A-Za-z])|[日時月週](?!間)");

    private static final Pattern BEHIND = Pattern.compile(
            "(?i)^(?:(以上|を下回らな|を下らな|を割らな| or more\\b| at least\\b| or above\\b|\\+(?=\\s))|(超え?|を超[えす](?!な|ず)|を(?:大きく)?上回(?!ら)|を?突破|強を超)|(以下|以内|を上限|が上限|を限度|が限度|まで(?:とする|と定め|に限|に制限|に抑)|を超えな|を上回らな| or less\\b| or fewer\\b| at most\\b|までに?抑)|(未満|を(?:大きく|やや|わずかに)?下回(?!ら)|割れ|を切(?=っ|る|り)|を割(?!り当|り振|引|く|ら)|に(?:も|は)?満た[なず]|に(?:も|は)?届か[なず])|(程度|前後|ほど|くらい|ぐらい|内外)|(弱(?!かっ|い|く|まっ|まり|まる|め|含)|近く|近い|足らず|に迫)|(強(?!かっ|い|く|まっ|まり|まる|め|含)|余り|あまり|余)|(規模|相当)|(半))");
    private static final Pattern CHANGE_BEHIND = Pattern.compile(
            "(?i)^(?:(?:も|の|ほど|程度|前[年期月][一-鿿]{0,4}を)?(増加|増や[すしせ]|増産|増(?!資|税|刊)|上昇|上が|上回|伸び|拡大|引き上げ|値上が|多[いかく]|割高|高(?!性|効|級|品|度|純|精|機|温|圧|等|速|炉))|(?:も|の|ほど|程度|ずつ|[一-鿿]{1,6}(?:が|を)|を(?=削減|減ら|圧縮|カット))?(?:大幅に|急に|さらに|一気に|それぞれ|ともに|いずれも)?(減少|減ら[すしせ]|割り込|下方に|しぼ[むんみ]|萎[むんみ]|痩せ|間引|衰え|薄ま|さが[っり]|未達|届か[なず]|及ば[なず]|低か|オフ(?=[でのとに、。])|弱含|減産|急減|激減|目減|減(?!損|価|税|資|免|容|速|反|摩)|低下|下が|下げ|下押|下落|下回|急落|暴落|落ち|落と|縮小|圧縮|後退|値引|値下げ|利下げ|賃下げ|切り下|切り詰め|押し下げ|下振れ|下方修正|続落|反落|急反落|値崩れ|細[りっるら]|絞[りっるら]|(?<=[%割も])失[いうっわ]|沈[みむん]|(?<=[%割も])取り崩|冷え込|劣[りるっ]|短縮|の?マイナス(?!金利|成長|材料|要因|影響)|(?:の[一-鿿]{1,6})引き下げ|カット|ダウン|縮[むみん]|削[減らりるっ]|引き下げ|値下が|割引|(?<=割)引|少な[いくか]|割安|(?<=[%割もト])(?:抑え|節約|軽[いく]|短[いく]|低[いく]|小さ|薄[いく])|低減|軽減|引き(?=[でのとに、。])|安(?!全|定|保|心|値圏))|"
                    + " (?:increase|rise|growth|gain|jump|surge|more|larger|bigger)\\b|(?: net)?[ -](down(?! (?:to|payment)\\b)|decline|drop|fall|decrease|reduction|cut|cuts|less|lower|dip|slump|slide|plunge|contraction|discount|fewer|weaker|cheaper|smaller|lighter|slower|shorter|softer|inferior|thinner|leaner|narrower|shallower|cooler|shy of|off (?=(?:its|their|the|last|a|plan|target|[A-Z]{2,}|output|growth|prices?|profits?|demand|sales|exports|imports|earnings|revenues?|costs?|supply)\\b)|under (?=(?:(?:its|their|the|last|a) )?(?:[a-z]{3,12}[- ])?(?:\\d|plan|target|forecast|budget|average|guidance|expectations?|estimates?|year|quota|peak|price))|(?:[a-z]{3,14} )(?:cut|reduction|decline|drop|decrease|fall)|short of|below (?=a year|last year|the |its |20\\d\\d|pre-|plans?\\b|targets?\\b|forecasts?\\b|budget|guidance|expectations?|estimates?|average|normal|quota))\\b(?![ -](?:off|rates?|factor)\\b))");
    private static final Pattern PER_BEHIND = Pattern.compile(
            "^(?:\\s?/\\s?| per |-(?:an?|per)-| to the (?=(?:dollar|euro|pound)\\b)|(?<=[A-Za-z$0-9%]) (?:an?|each|every) )(?=([A-Za-z\\p{IsHan}\\p{IsKatakana}]))|^(?= annually\\b| daily\\b| per annum\\b)");
    private static final Pattern CONTENT = Pattern.compile(
            "(?i)^(?: ?\\(| of (?:contained |combined )?| |の)?(TREO|REO|LCE|NdPr(?: oxide)?|Nd2O3|Dy2O3|Tb4O7|酸化物換算|酸化物|金属換算|炭酸リチウム換算|rare[- ]earth oxides?|lithium carbonate equivalent|contained metal|(?:[a-z]{3,12} )?metal(?= )|concentrates?|ore|mud|鉱石|精鉱|泥|[^、。\\s]{0,8}堆積物)\\)?(?![A-Za-z])");

    /// `LCE換算で46万トン`, `金属量で60万トン`
    private static final Pattern CONTENT_FIRST =
            Pattern.compile("(TREO|REO|LCE|酸化物|炭酸リチウム|金属量?|純分)(?:換算|ベース)?で(?:は|年|約)?$");

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
    /// Whether it is a difference to something else, such as 前日比.
    boolean compared;
    /// Whether it is told of several units at once: `10kg当たり`.
    boolean ofSeveral;
    /// Whether the pound it is told of may be money as well as a weight: `1ポンド=1.3ドル`.
    boolean poundUnsure;
    /// Whether the number is told on the same basis as the one before it: 同.
    boolean same;
    boolean half;
    int change;
    /// Whether its word stands behind the number.
    boolean changeBehind;
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
        int sign = found.from > window && text.charAt(found.from - 1) == '+' ? 1 : 0;
        found.same = found.from - sign > window && text.charAt(found.from - sign - 1) == '同';
        if (found.per.size() < 2 && found.from > window) {
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
        Matcher counted = CONTENT_FIRST.matcher(text.substring(window, found.from));
        if (counted.find()) {
            found.content = contentOf(counted.group(1));
            found.rules.add("N13");
        }
        found.compared = COMPARED.matcher(text.substring(window, found.from)).find();
        int first = at - found.moneyWord.map(UnitWord::length).orElse(0);
        if (CHANGE_NOUN.matcher(text.substring(Math.max(0, first - 40), first)).find()) {
            found.change = -1;
        }
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
    private static final String ENDS =
            " 算力週ドス社人帯戸₹sbhl.は株秒分ロ台個隻件最短長約ルムUuトンgトンtル円B年日月そねぼ定~でに大限てく々もは低小▲△-スりきつ=、の量産間年率速時、$€£¥";

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
        boolean timed = !per.isEmpty()
                && rules.contains("N7")
                && PER_BEFORE_TIME.matcher(front).find();
        if ((per.isEmpty() || timed) && perFirst(front, text, window)) {
            Collections.swap(per, 0, per.size() - 1);
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
            return switch (word) {
                case "毎時" -> "h";
                case "毎分" -> "min";
                case "毎日" -> "d";
                case "毎週" -> "week";
                case "毎月" -> "month";
                default -> "s";
            };
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
            ofSeveral |= linked
                    && !one
                    && begin > 0
                    && !unit.get().unit().equals("Btu")
                    && (Character.isDigit(front.charAt(begin - 1)) || isNumberWord(front.charAt(begin - 1)));
            if (ofSeveral) {
                return false;
            }
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
            boolean exchanged = traded && front.endsWith("=");
            poundUnsure = exchanged && !moneyOf(text, from).equals("JPY");
            per.add(traded ? (exchanged && !poundUnsure ? "GBP" : "lb") : name);
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
                per.addFirst(
                        unit.get().unit().equals("pound") ? "lb" : unit.get().unit());
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
        return !moneyOf(text, at).isEmpty();
    }

    private static String moneyOf(String text, int at) {
        return NumberRun.at(text, at, false) instanceof org.genryu.core.number.ReadText.Value<NumberRun>(NumberRun run)
                ? UnitLexicon.at(text, run.end())
                        .filter(unit -> unit.kind() == UnitWord.Kind.MONEY)
                        .map(UnitWord::unit)
                        .orElse("")
                : "";
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
        Matcher bracket = BRACKET.matcher(text).region(end, text.length());
        boolean bracketed = bracket.lookingAt();
        int word = bracketed ? bracket.end() : end;
        Matcher change = CHANGE_BEHIND
                .matcher(text)
                .region(word, Math.min(text.length(), word + 28))
                .useTransparentBounds(true);
        if (this.change == 0 && change.find() && !(change.group().contains(" off") && writtenOff(text))) {
            changeBehind = true;
            this.change = change.group(2) != null || change.group(3) != null ? -1 : 1;
            end = bracketed ? end : change.end();
            yoy |= PERIOD_BEFORE.matcher(change.group()).find();
            denied |= DENIED_BEHIND.matcher(text).region(end, text.length()).lookingAt();
        }
        yoy |= (this.change != 0
                        || minus
                        || PLUS.matcher(text.substring(Math.max(0, from - 2), from))
                                .find())
                && YOY_BEHIND
                        .matcher(text.substring(end, Math.min(text.length(), end + 60)))
                        .lookingAt();
        return end;
    }

    /// `wrote ¥89bn off its mine`: the amount is a loss and no change.
    private boolean writtenOff(String text) {
        return WRITES.matcher(text.substring(Math.max(0, from - 12), from)).find();
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
            Matcher time = SHORT_TIME.matcher(text).region(slash.end(), text.length());
            if (text.startsWith("/", slash.start()) && time.lookingAt()) {
                per.add(SHORT_TIMES.getOrDefault(time.group(), "d"));
                rules.add("N7");
                end = time.end();
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
        if (lower.matches("treo|reo|rare[- ]earth oxides?|酸化物.*")) {
            return "REO";
        }
        if (lower.matches("lce|lithium carbonate equivalent|炭酸リチウム.*")) {
            return "LCE";
        }
        if (lower.matches("(?:[a-z]{3,12} )?metal|金属.*|純分.*")) {
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
