package org.genryu.evidence.amount;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;

/// Which digits are no amount at all? Telephone numbers, versions, headings, ordinals, names and fixed words that
/// contain numerals.
///
/// Each is looked for at every place of a text, so none may read on without an end: what is repeated has a most.
final class NotAmounts {
    private static final Map<Pattern, Text> KINDS = kinds();

    private NotAmounts() {}

    private static Map<Pattern, Text> kinds() {
        Map<Pattern, Text> kinds = new LinkedHashMap<>();
        add(
                kinds,
                "(?<![0-9])0\\d{1,4}-\\d{1,4}-\\d{3,4}(?![0-9-])|\\+\\d{1,3}[- ]\\d{1,4}[- ]\\d{2,4}[- ]\\d{3,4}",
                "a telephone number.",
                "電話番号です。");
        add(
                kinds,
                "(?<![0-9.])\\d{1,20}\\.\\d{1,20}\\.\\d{1,20}(?:\\.\\d{1,20}){0,20}",
                "a version, a chapter or a date.",
                "版や章の番号、または日付です。");
        add(
                kinds,
                "\\d{1,20}-\\d{1,20}-\\d{1,20}(?:-\\d{1,20}){0,20}",
                "a number of parts joined by hyphens.",
                "ハイフンでつないだ番号です。");
        add(kinds, "\\d{1,2}\\+\\d{1,2}(?![0-9])", "a fixed word such as 2+2.", "2+2 のような決まった言葉です。");
        add(
                kinds,
                "\\d{1,3}/\\d{1,3}(?![0-9])(?!\\s{0,8}(?:of|の))",
                "neither a date nor a clear fraction.",
                "日付とも分数とも定まりません。");
        add(
                kinds,
                "(?<=[A-Za-z])(?<![1一](?:kg|t|g|lb|bbl|kWh|MWh|km|m|L|ha|TEU))-?\\d[\\d.]{0,40}(?![\\d.]{0,40}%)(?:[A-Za-z]{1,20}\\d{0,20}){0,8}",
                "a part of a name such as G7.",
                "G7 のような名前の一部です。");
        add(
                kinds,
                "(?<=\\b[Oo]ne in )(?:two|three|four|five|ten|\\d{1,20})"
                        + "|(?<=\\b(?i:one|two|three|four|five|six|seven|eight|nine|[1-9])(?: out of| in) )(?i:three|four|five|six|seven|eight|nine|ten|twenty|\\d{1,20})(?= [a-z])"
                        + "|(?:\\d{1,20}|[二三四五六七八九十])(人|社|件|台|個|隻|軒)に(?:\\d|[一二三四五六七八九])\\1",
                "a part told as one in so many.",
                "「いくつに一つ」の割合です。");
        add(
                kinds,
                "(?<=\\b(?:[Nn]o\\.|[Cc]hapter|[Ss]ection|[Aa]rticle|[Pp]art|[Pp]age|[Tt]able|[Ff]igure|[Ff]ig\\.|[Ss]tep|[Pp]hase|[Rr]ound|[Vv]ersion|[Aa]nnouncement|[Cc]lause|[Pp]aragraph|[Rr]esolution|[Nn]otice|[Tt]ier|Level|Type|Class|Category|Group|Unit|Line|Block|Lot|Train|Reactor|Highway|Route|Flight|Gate|Pier|Berth|Annex|Schedule) )\\d{1,20}(?![0-9]|[.,]\\d)|(?<=\\b[Pp]atent(?: No\\.)? )\\d{1,3}(?:,\\d{3}){1,4}",
                "a number of order.",
                "番号です。");
        add(kinds, "(?<=No\\.)\\s?\\d{1,20}", "a number of order.", "番号です。");
        add(
                kinds,
                "(?<=')000(?![0-9])|(?<=単位[::]\\s?|単位は)(?:十|百|千|万|億){1,2}|(?<=[(])(?:十|百|千|万|億){1,2}(?=(?:円|ドル|ユーロ|元|トン|バレル|t|kg|kl|kWh|台|人|株|枚)[)])",
                "the unit of a table.",
                "表の単位です。");
        add(
                kinds,
                "(?<=第)\\s?[0-9〇一二三四五六七八九十百]{1,20}\\s?(?:部|章|節|条|項|回|次|位|弾|号|版|代|期|巡|段階|期目|世代|四半期|の|に|は|、)?",
                "an ordinal.",
                "順番を表す数です。");
        add(
                kinds,
                "(?:\\d{1,20}|[一二三四五六七八九十数]{1,20})(?:年|カ月|か月|ヶ月|ヵ月|週間)(?:半|余り|ほど)?前(?!後|年|月|期|提|半|進|倒|払|回)",
                "a moment so long ago.",
                "「何年前」という時点です。");
        add(kinds, "\\d{1,20}(?:st|nd|rd|th)(?![A-Za-z])", "an ordinal.", "順番を表す数です。");
        add(kinds, "\\d{1,20}(?:次|位|号|期目|番目|回目|年目|代目|度目|人目|番)(?!元)", "an ordinal.", "順番を表す数です。");
        add(
                kinds,
                "(?<![^\\n\\s])(?<=(?:^|\\n)\\s{0,8})\\d{1,2}[.)](?=\\s)",
                "the number of a heading or of an item.",
                "見出しや箇条書きの番号です。");
        add(
                kinds,
                "(?<![0-9.,])(?<!約|およそ|片道|往復|最短で?|最長で?|平均で?|平均|わずか|残り|延べ|丸)(?:[12]?\\d|3[01])日(?!(?:から|~)\\d{1,3}日(?:ほど|程度|間|長|遅|余|か|[にへ](?:延|伸|短|縮|増|減|長|拡|遅))|間|分|量|あたり|当たり|当り|につき|に約?\\d|以内|以上|以下|後|前|連続|続|程度|ほど|余|半|ぶり|本|産|かか|で着|で届|\\d)",
                "a day whose month is not said.",
                "月のわからない日付です。");
        add(kinds, "\\d{3,4}(?=便|号室|号線|系統)|(?<=〒)\\d{3}-\\d{4}", "a name of a place or of a vehicle.", "場所や乗り物の番号です。");
        add(kinds, "\\d{1,2}:\\d{2}(?::\\d{2})?(?![0-9])|\\d{1,2}時\\d{1,2}分", "a time of day.", "時刻です。");
        add(
                kinds,
                "(?:一(?:体|方|部|般|時|連|層|致|環|切|旦|定|貫|帯一路|帯|路|因|員|同|石|際|段|挙|瞬|新|概|端|対|律|覧|筋縄|枚岩|極|国|見|斉|様|転|過|説|目|番|次|握り|翼|助|歩|日も|気|種の|元|角|線|手|世|般的|つ|例|言|役|堂|家|族|流|杯|応|色|途|任|存|向|括|足|命|味|抹|緒|台|息|括して|言で|年中|人ひとり|人前|騎打ち|刻)"
                        + "|二(?:人三脚|次|国間|極|の足|分|面|重|酸化|酸|者|転三転|度と|兎|階堂|宮|村|子|葉|番)|三(?:位一体|菱|井|権|角|重|村|浦|島|田|宅|大|陸|者|つ巴|脚|次|方|面|塁|洋|越|原|木|好|輪|日月|桁|田|鷹)"
                        + "|四(?:国|方|半期|苦八苦|季|川|日市|輪|面)|五(?:輪|感|十嵐|島|角|反|分五分|百旗頭|月雨)|六(?:本木|甲|角)|七(?:夕|五三|福神|尾|海)|八(?:重|幡|王子|戸|百長|方|代|丈|潮)|九(?:州|電|条|段|谷)"
                        + "|十(?:分|字|勝|全|津川|和田|八番|二分|三湖)|百(?:貨|科|合|田|済|戦|聞)|千(?:葉|代田|載一遇|歳|秋|島|切|差万別|客万来|曲|住)|万(?:一|全|博|能|国|人|物|端|年筆|葉|が一|歳|事|座)|京(?:都|浜|阪|急|王|成|大|セラ|葉)|億劫|兆(?:候|し))",
                "a word that contains a numeral.",
                "数字を含む言葉です。");
        add(
                kinds,
                "(?<=[一-鿿々])[一二三四五六七八九十百千万億兆京](?=[一-鿿々・。、」\\s]|$)(?![一二三四五六七八九十百千万億兆]|割|人|名|社|年|カ国|か国|ヶ国|倍|円|ドル|個|基|隻|件|回|日|月|週|時間|種|トン|つ)",
                "part of a name or word.",
                "名前や言葉の一部です。");
        add(
                kinds,
                "(?:両|[百千]分[率比]|数(?:量|字|値|学|式|多|々|理|日前|え|奇|珠|独|詞|の|が|は|を|に|と|も|で|、|。))",
                "a word that contains a numeral.",
                "数字を含む言葉です。");
        return kinds;
    }

    private static void add(Map<Pattern, Text> kinds, String pattern, String en, String ja) {
        kinds.put(Pattern.compile(pattern), new Text("it is " + en, ja));
    }

    static Set<Pattern> patterns() {
        return KINDS.keySet();
    }

    /// What stands at `at` instead of an amount.
    static Optional<NoAmount> at(String text, int at) {
        for (Map.Entry<Pattern, Text> kind : KINDS.entrySet()) {
            Matcher matcher = kind.getKey()
                    .matcher(text)
                    .region(at, text.length())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
            if (matcher.lookingAt() && matcher.end() > at) {
                return Optional.of(new NoAmount(at, matcher.end(), kind.getValue()));
            }
        }
        return Optional.empty();
    }
}
