package org.genryu.evidence.amount;

import java.util.Optional;
import java.util.regex.Pattern;

/// May a percentage that has no sign be a fall all the same? A person looks at it then.
///
/// Words of falling are more than any list holds. So a percentage that stands right before a verb of Japanese, or right
/// behind one of English, counts as a change; unless the verb is known to tell a level or a rise, it may be a fall.
final class NearFall {
    private static final String FALLING =
            "減|下が|下げ|下落|下振れ|低下|低か|縮|落ち|落と|落差|削|抑|少な|安(?!全|定|保|心)|劣|割り引|割引|値引|未達|不足|足り|届か|及ば|遅れ|悪化|マイナス|カット|オフ|失[いうっわ]|消[しすえ]|切り捨|打ち切|下に|へ[っりる]";
    /// What is said of the next amount may be said of this one: `3 %, or 5 billion, short of`.
    private static final Pattern SAME_FELL = Pattern.compile(
            ",? or [^,;]{1,20},? (?:short of|below|lower|less|down|fewer|smaller|cheaper|weaker|under)\\b|,? (?:short of|shy of)\\b");
    /// `下落は3日連続で、累計8%に達した`, `減産率は12%`: what the fall amounts to.
    private static final Pattern FALL_IS = Pattern.compile(
            "(?:下落|減少|低下|縮小|下方修正|赤字|減産|減益|減収|減額|減[りるっ]|値下がり|値下げ|値引き|割引|引き下げ|落ち込み|目減り|マイナス|カット|ダウン|不足|未達|(?<![上])下げ|削減|圧縮|短縮|低減)(?:率|幅|方|分|(?:の|する)?(?:幅|割合|規模))?(?:は|が|も)[^。は]{0,20}$");
    private static final Pattern BY = Pattern.compile("(?i)\\bby (?:about |around |nearly |some )?$");
    /// Words of falling not far in front that do not tell a level.
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(?:" + Wording.DOWN_VERB
                    + "|down|lower|less|fewer|loss(?:es)?|reductions?|decrease|shortfall|sav(?:es?|ed|ings?)|g[ai]ves? up|(?:came|comes?) off|back)\\b[^.;\\n]{0,36}(?<!to |from |at |than |by at )$");
    private static final Pattern BEHIND = Pattern.compile(
            "(?!に|へ(?![っりる])|まで|から|台|以|を下回|未|超|と(?!も)|の(?!" + FALLING + ")|だ|で|、|。)[^、。0-9]{0,8}?(?:" + FALLING + ")");
    private static final Pattern BEHIND_EN = Pattern.compile(
            "(?i),?(?: [a-z]{2,10})? (?:worse|poorer|weaker|thinner|leaner|behind|short|shy|adrift|below|beneath|under|south of|off|down|less|lower|fewer|smaller|decline|drop|fall|cut|reduction|shortfall|setback|pullback|haircut|hit|correction|retreat|downturn|loss|deficit|slip|erosion|cutback|rollback|swing|change|move|in the red|in negative territory|negative|into reverse)\\b(?![- ](?:payment|take)\\b|-)");
    private static final Pattern SHORT = Pattern.compile(" (?:short|shy|behind|below|lower|less|fewer)\\b");
    /// `down 3.7 % by volume and 21.9 % by value`: no word of rising or of a level stands between.
    private static final Pattern GOES_ON = Pattern.compile(
            "(?i)(?: by| in| for| at| on)?(?! to\\b)[^.;:。0-9]{0,40}?,? (?:and|or|while|with|then|though|although|but|yet|against) (?!(?:is|are|was|were|to|at|from|has|have|had|hold|owns?|up)\\b)(?:[a-z]{2,12} )?(?:by |about |nearly |around |another |just |only )?");
    private static final Pattern RISING = Pattern.compile(
            "(?i)\\b(?:rose|risen|grew|grown|up|higher|more|(?:ris|grow|increas|jump|climb|surg|soar|gain|expand|add|rebound|recover|improv|hold|account|repres|leav|reach|own|supply|make|remain|stand|stood)[a-z]{0,6})\\b|\\b(?:to|at|of|from|is|are|was|were) (?:about |nearly |around )?$");
    /// A verb right behind a percentage, such as `12%しぼんだ`, but none that tells a level or a rise.
    private static final Pattern UNKNOWN_VERB = Pattern.compile(
            "(?:ほど|程度|近く|弱|強|余り|あまり|前後|も)?(?:[一-鿿]を)?(?:さらに|大幅に|急に|一気に|それぞれ|ともに)?(?!以|未満|超|台)(?:"
                    + "(?!占|含|持|握|達|超|上|増|伸|高|成長|拡大|出資|取得|確保|賄|課|払|買|売|使|用い|頼|担|輸|生産|加|認|見込|積|回復|改善|反発|続伸|反騰|急|値上|引き上|残|終え|強|及ん|及ぶ|混|入|配|支払|負担|補|戻|跳|膨|進|済|要|求|依存|調達|供給|購入|保有|所有|供|得|濃縮|寄与|織り込|割高|切り上|乗せ|働|動|違|異|早|速|多|大き|良|重|厚|長|太|濃|深|広)[一-鿿]{1,3}[ぁ-ん]{0,2}?"
                    + "(?:し(?=[たて、。い])|す[るれ]|さ[せれ]|[いきしちりぎじみびえけげせてねべめれ](?=[たて、。る])|っ[たて]|ん[だで]|[うくすつぬむぶるぐい](?=[、。と])|かった|[がま]る|[なわまかさらた]な[いかく])"
                    + "|(?!を|は|が|に|の|で|と|も|か[らな、。]|から|まで|へ(?![っりる])|や|より|だ|です|ほど|くらい|ぐらい|ずつ|など|なら|という|として|だけ|しか|のみ|いる|いた|ある|あり|あっ|おり|かか|つい|つけ|ぶん|し[たて、]|す[るれ]|かさ|あげ|アップ|プラス|ふ[えや]|のび|こえ|たっ|なが|した|する|され)[ぁ-ん]{2})");
    /// A verb of English right in front of a percentage: `cooled 12 %`, but none that tells a level or a rise.
    private static final Pattern UNKNOWN_VERB_EN = Pattern.compile(
            "(?<![a-z-])(?!need|averag|total|reach|exceed|suppl|own|contain|cover|provid|represent|account|import|export|produc|process|refin|used|impos|charg|levi|paid|add|gain|earn|return|recover|attain|requir|want|acquir|purchas|control|complet|approv|estimat|expect|target|remain|show|post|record|register|offer|yield|assay|grad|receiv|absorb|consum|includ|assign|grant|retain|captur|command|pledg|promis|demand|rebound|jump|climb|surg|soar|increas|expand|advanc|widen|rais|strengthen|improv|appreciat|leap|accelerat|rall|top|near|rewe|doubl|tripl|pass|firm|bounc|spik|rocket|shar|dubb|limited|capped|combin|fix|agreed|proposed|threaten|plan|vot|hous|load|blend|enrich|mix|dop|mark)[a-z]{2,12}ed (?:about |around |nearly |some |almost |over |another )?$");
    /// `薬品代を35%、工程を9段階に縮める`: the verb of the object stands further off.
    private static final Pattern OBJECT = Pattern.compile("を(?:約|ほぼ|およそ|さらに)?$");
    private static final Pattern OF_A_WHOLE =
            Pattern.compile(" (?:of|stake|share|interest|tariffs?|dut(?:y|ies)|more)\\b|-");

    private NearFall() {}

    /// Whether the percentage from `from` to `end` stands so near a word of falling that it may be a fall.
    /// @param least where the amount before it ends
    static boolean mayBe(String text, int least, int from, int end) {
        String front = text.substring(Math.max(least, from - 60), from);
        String wider = text.substring(Math.max(0, from - 60), from);
        return BY.matcher(front).find()
                || BEFORE.matcher(wider).find()
                || FALL_IS.matcher(wider).find()
                || at(BEHIND_EN, text, end)
                || at(BEHIND, text, end)
                || at(UNKNOWN_VERB, text, end)
                || (text.startsWith("、", end) && OBJECT.matcher(front).find())
                || (UNKNOWN_VERB_EN.matcher(front).find() && !at(OF_A_WHOLE, text, end));
    }

    /// Whether it goes on with what the amount before it fell by.
    static boolean goesOn(String text, Optional<AmountMention> last, int from) {
        if (last.isEmpty() || last.get().to() > from) {
            return false;
        }
        Quantity before = last.get().quantity();
        String between = text.substring(last.get().to(), from);
        return before.unit().equals("%")
                && before.high().orElse(0) < 0
                && between.length() <= 60
                && GOES_ON.matcher(between).matches()
                && !RISING.matcher(between).find();
    }

    /// Whether the next amount fell, and this one with it.
    static boolean sameFell(String text, int end) {
        return at(SAME_FELL, text, end);
    }

    /// `came up 12 % short`: what looks like a rise is none.
    static boolean comesShort(String text, int end) {
        return at(SHORT, text, end);
    }

    private static boolean at(Pattern pattern, String text, int at) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }
}
