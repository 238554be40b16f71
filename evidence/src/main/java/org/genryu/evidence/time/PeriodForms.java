package org.genryu.evidence.time;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms in which dates are written, each with the reading of its parts. The groups of a pattern have names: era,
/// y, m, d, q, h and so on; [PeriodReader] knows what they mean.
final class PeriodForms {
    /// A form and the rule by which it is read.
    record Form(Pattern pattern, String rule) {}

    static final String ENGLISH_MONTH =
            "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|Jun(?:e|\\.)?|Jul(?:y|\\.)?|Aug(?:ust|\\.)?|Sep(?:tember|t\\.?|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?";
    private static final String KANJI = "〇一二三四五六七八九十元";
    private static final String ERA = "(?:(?<era>明治|大正|昭和|平成|令和|(?<![A-Za-z0-9])[MTSHR](?=\\d))\\s?)";
    private static final String YEAR = "(?:" + ERA + "(?<ey>\\d{1,3}|[" + KANJI + "]{1,3})|(?:西暦)?(?<![0-9.," + KANJI
            + "])(?<y>\\d{4}|[〇一二三四五六七八九]{4}))";
    private static final String YEAR2 = "(?:" + ERA + "(?<ey>\\d{1,2}|[" + KANJI + "]{1,3})|(?:西暦)?(?<![0-9.," + KANJI
            + "])(?<y>\\d{4}|\\d{2}|[〇一二三四五六七八九]{4}))";
    private static final String MONTH = "(?<m>\\d{1,2}|[" + KANJI + "]{1,3})";
    private static final String DAY = "(?<d>\\d{1,2}|[" + KANJI + "]{1,3})";
    private static final String PART = "(?<part>上旬|中旬|下旬|初旬|初め|初頭|末|半ば|前半|後半)?";
    private static final String RELATIVE_YEAR = "(?<ry>再来年|来年|今年|本年|昨年|去年|前年|一昨年|翌年|同年)";
    private static final String EN_REL = "(?<ery>(?i:this|next|last) year)";

    static final List<Form> ALL = all();

    private PeriodForms() {}

    private static List<Form> all() {
        List<Form> forms = new ArrayList<>();
        // ranges of months and years first: the longest form that fits wins
        add(forms, "N16", YEAR + "年" + MONTH + "月?\\s?[~-]\\s?(?<m2>\\d{1,2})月期?");
        add(forms, "N16", "(?<![0-9.,/])(?<y>\\d{4})/(?<fiscal>\\d{2})年度");
        add(forms, "N16", "(?<![0-9.,/])(?<y>\\d{4})(?:年度?)?\\s?(?:~|-|から)\\s?(?<y2>\\d{4}|\\d{2})年度");
        add(forms, "N16", YEAR2 + "年" + MONTH + "月期(?:の)?(?:第?\\s?(?<q>[1-4一二三四])\\s?四半期|(?<h>上期|下期|上半期|下半期|中間期))?");
        add(forms, "N16", "(?<![0-9.,年])(?<y>\\d{2})年(?<m>\\d{1,2})\\s?[~-]\\s?(?<m2>\\d{1,2})月期?");
        add(forms, "N16", YEAR2 + "年度(?:の)?(?:第?\\s?(?<q>[1-4一二三四])\\s?四半期|(?<h>上期|下期|上半期|下半期|前半|後半))?");
        add(forms, "N16", YEAR + "年?(?:の)?第?\\s?(?<q>[1-4一二三四])\\s?四半期");
        add(forms, "N16", YEAR + "年(?:の)?(?<h>上半期|下半期|上期|下期|前半|後半)");
        add(
                forms,
                "N14",
                YEAR + "年\\s?" + MONTH + "月\\s?" + DAY
                        + "日(?:\\s?(?:[~-]|から)\\s?(?:(?<m2>\\d{1,2})月)?(?<d2>\\d{1,2})日(?!間))?");
        add(forms, "N11", YEAR + "年" + MONTH + "月(?:から|~|-)(?<m2>\\d{1,2})月(?!\\d|期)");
        add(forms, "N14", YEAR + "年\\s?" + MONTH + "月" + PART);
        add(forms, "N14", ERA + "(?<ey>\\d{1,2})[/.-](?<m>\\d{1,2})[/.-](?<d>\\d{1,2})(?![0-9])");
        add(forms, "N11", YEAR + "年?\\s?(?:~|-|から)\\s?(?<y2>\\d{4}|(?<=[~-])\\d{2})年(?!度|間|代)");
        add(forms, "N17", YEAR + "年(?<within>内)");
        add(forms, "N14", YEAR + "暦?年(?:の?(?<part>初頭|初め|末|半ば|春|夏|秋|冬)(?:ごろ|頃)?)?(?!分|間|度|ぶり|余|以上前|代|内)");
        add(forms, "N14", YEAR + "年代(?<part>前半|後半|半ば|末|初頭|初め)?");
        // two digits: only where nothing but a year can be meant
        add(forms, "N15", "'(?<y>\\d{2})年(?!代|間|度|分)");
        add(forms, "N15", "(?<![0-9.,年" + KANJI + "])(?<y>[1-9]\\d)年代(?<part>前半|後半|半ば|末|初頭|初め)?");
        add(
                forms,
                "N15",
                "(?<![0-9.,年月計約後" + KANJI
                        + "第])(?<y>[0-9]\\d)年(?=に(?:操業|創業|設立|開業|稼働|着工|完成|発足|増設|買収|上場|倒産|破綻|閉鎖|再開|始ま|始め|開始|発効|施行|合意|署名|締結)|の?(?:春|夏|秋|冬)(?:闘|以降|に|から|まで)|末|初め|[1-9]月|1[0-2]月)(?![1-9]月|1[0-2]月)");
        // `2026年に3万トン、27年に4万トン`
        add(
                forms,
                "N15",
                "(?<![0-9.,年月計約後~" + KANJI
                        + "第-])(?=[1-9]\\d年)(?<!から)(?<=(?:(?:19|20)\\d{2}年|[2-4]\\d年(?:\\d|度))[^。\\n]{0,40})(?<y>[1-9]\\d)年(?=度?(?:には?(?!わた|及|一|延|短|縮|伸|増|迫)|は(?!か)|も|末|半ば|初め|前半|後半|までに|と(?:[2-4]\\d|20\\d{2})年|[1-9]月|1[0-2]月))(?![1-9]月|1[0-2]月)");
        add(forms, "N14", "(?:\\b(?<epart>[Ee]arly|[Mm]id|[Ll]ate)[ -])?'?(?<![0-9.,])(?<y>(?:18|19|20)\\d{2})s\\b");
        add(forms, "N15", "(?<![0-9./-])(?<y>\\d{4})[./-](?<m>\\d{1,2})[./-](?<d>\\d{1,2})(?![0-9/-]|\\.\\d)");
        add(forms, "N15", "(?<![0-9./-])(?<a>\\d{1,2})[./-](?<b>\\d{1,2})[./-](?<y>\\d{4})(?![0-9/-]|\\.\\d)");
        add(forms, "N15", "(?<![0-9./-])(?<y>(?:19|20)\\d{2})-(?<m>0[1-9]|1[0-2])(?![0-9./-])");
        // fiscal, English
        add(
                forms,
                "N16",
                "(?i)\\b(?:FY|fiscal(?: year)? )\\s?'?(?<fy>\\d{4}|\\d{2})(?:[/-](?<fy2>\\d{2,4}))?(?:[ -]?Q(?<q>[1-4]))?(?![0-9])");
        add(forms, "N16", "(?i)\\bQ(?<q>[1-4])[ /-]?FY\\s?(?<fy>\\d{4}|\\d{2})(?![0-9])");
        add(
                forms,
                "N16",
                "(?i)\\b(?:Q(?<q>[1-4])|(?<qw>first|second|third|fourth) quarter(?: of)?)[ ,/-]{0,2}(?<y>(?:19|20)\\d{2})(?![0-9])");
        add(forms, "N16", "(?<![0-9])(?<y>(?:19|20)\\d{2})[ /-]?Q(?<q>[1-4])(?![0-9])");
        add(
                forms,
                "N16",
                "(?i)\\b(?:H(?<hn>[12])|(?<hw>first|second) half(?: of)?)[ ,/-]{0,2}(?<y>(?:19|20)\\d{2})(?![0-9])");
        // days and months, English
        add(
                forms,
                "N15",
                "(?<![0-9])(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<em>" + ENGLISH_MONTH
                        + "),? (?<y>\\d{4})(?![0-9])");
        add(
                forms,
                "N15",
                "(?<![0-9])(?<d>\\d{1,2})(?:\\s?-\\s?| to | and )(?<d2>\\d{1,2}) (?<em>" + ENGLISH_MONTH
                        + "),? (?<y>\\d{4})(?![0-9])");
        add(
                forms,
                "N15",
                "\\b(?<em>" + ENGLISH_MONTH
                        + ") (?<d>\\d{1,2})(?:st|nd|rd|th)?(?:-(?<d2>\\d{1,2}))?,? (?<y>(?:18|19|20)\\d{2})(?![0-9])");
        add(
                forms,
                "N15",
                "(?:\\b(?<epart>[Ee]arly|[Mm]id|[Ll]ate|end of|the end of)[ -])?\\b(?<em>" + ENGLISH_MONTH
                        + "),? (?<y>(?:18|19|20)\\d{2})(?![0-9,])");
        add(
                forms,
                "N17",
                "(?<![0-9])(?<d>\\d{1,2})(?:st|nd|rd|th)? (?<em>" + ENGLISH_MONTH + ")(?![A-Za-z])(?!,? \\d{4})");
        add(
                forms,
                "N17",
                "\\b(?<em>" + ENGLISH_MONTH + ") (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![0-9,.]\\d|[0-9]|,? \\d{4}| ?%)");
        add(
                forms,
                "N15",
                "\\b(?<em>" + ENGLISH_MONTH + ")\\s?(?:-|to|through)\\s?(?<em2>" + ENGLISH_MONTH
                        + ")(?: quarter| half)?(?: of)?,? (?<y>(?:19|20)\\d{2})(?![0-9])");
        add(
                forms,
                "N17",
                "\\b(?<em>" + ENGLISH_MONTH + ")\\s?(?:-|to|through|and|until)\\s?(?<em2>" + ENGLISH_MONTH
                        + ")(?![A-Za-z])(?!,? \\d)");
        add(
                forms,
                "N17",
                "(?i)(?<=\\bquarter |\\bthree months )(?<overQuarter>to|ended|ending|through) (?:in )?(?:\\d{1,2} )?(?<em>"
                        + ENGLISH_MONTH + ")(?![A-Za-z])(?: (?<d>\\d{1,2}))?(?!,? \\d)");
        add(
                forms,
                "N16",
                "(?i)\\bfirst (?<first>two|three|four|five|six|seven|eight|nine|ten|eleven) months of (?<y>(?:19|20)\\d{2})(?![0-9])");
        add(forms, "N16", "(?<![0-9])(?<hn>[12])H ?(?<y>(?:20)?\\d{2})(?![0-9])");
        add(forms, "N16", "(?<![0-9])(?<q>[1-4])Q ?(?<y>(?:20)?\\d{2})(?![0-9])");
        add(forms, "N17", "(?:[Ee]arly|[Mm]id|[Ll]ate)[ -](?<em>" + ENGLISH_MONTH + ")(?![A-Za-z])(?!,? \\d)");
        add(
                forms,
                "N17",
                "(?<![A-Za-z-])(?<em>January|February|April|June|July|September|October|November|December)(?= (?!and |or |to |of |quarter)[a-z])");
        add(
                forms,
                "N17",
                "(?<![A-Za-z-])(?<em>March|May|August)(?= (?:exports|imports|output|shipments|sales|production|deliveries|data|figures|prices)\\b)");
        add(forms, "N17", "\\b(?i:last|this|next) (?<em>" + ENGLISH_MONTH + ")(?![A-Za-z])(?!,? \\d)");
        add(forms, "N17", "(?<![A-Za-z0-9-])Q(?<q>[1-4])(?![0-9A-Za-z]|[ ,/-]{1,2}(?:FY|of|19|20))");
        add(
                forms,
                "N16",
                "(?i)(?<=\\byear |\\b12 months |\\btwelve months )(?<overYear>to|ended|ending|through) (?:in )?(?:\\d{1,2} )?(?<em>"
                        + ENGLISH_MONTH + ")(?: (?<d>\\d{1,2}))?,? (?<y>(?:19|20)\\d{2})(?![0-9])");
        add(
                forms,
                "N16",
                "(?i)(?<=\\bquarter |\\bthree months )(?<overQuarter>to|ended|ending|through) (?:in )?(?<em>"
                        + ENGLISH_MONTH + ")(?: (?<d>\\d{1,2}))?,? (?<y>(?:19|20)\\d{2})(?![0-9])");
        // relative
        add(
                forms,
                "N17",
                "(?<rf>今年度|来年度|昨年度|前年度|再来年度|本年度|翌年度)(?!比|当初|並|より[^、。]{0,8}[0-9]|(?<=前年度)から[^、。]{0,8}[0-9]|の(?:[0-9.]*倍|[0-9.]+[割%]|半分))(?:(?<within>内|中)|の?(?:第?\\s?(?<q>[1-4一二三四])\\s?四半期|(?<h>上期|下期|上半期|下半期)))?");
        add(forms, "N17", RELATIVE_YEAR + "の?" + MONTH + "月?\\s?[~-]\\s?(?<m2>\\d{1,2})月期?");
        add(forms, "N17", RELATIVE_YEAR + "の?" + MONTH + "月(?:" + DAY + "日)?" + PART);
        add(
                forms,
                "N17",
                "(?<!対)" + RELATIVE_YEAR
                        + "(?!度|から(?!横ばい)[^、。]{0,8}(?:[0-9]|倍増|半減|[一-九]割))(?<part>末|初め|前半|後半|半ば)?(?!比|同|並|割れ|より|を上|を下|を[^。、]{1,10}[上下]回|の(?:[0-9.二三四五六七八九十数]*\\s?倍|[0-9.]+\\s?[分割%]|半分))");
        add(forms, "N17", "(?<![前後今来昨翌先同])(?<yend>年内|年末|年初)(?!年始|来)");
        add(forms, "N17", "(?<rm>今月|来月|先月|翌月|再来月)(?:" + DAY + "日)?" + PART + "(?!比)");
        add(forms, "N17", "(?i)\\b(?<erm>(?:this|next|last) month)\\b");
        add(forms, "N17", "(?i)\\b(?:(?<em>" + ENGLISH_MONTH + ") (?:of )?)?" + EN_REL + "\\b");
        add(
                forms,
                "N17",
                "(?<![0-9.,/年])" + MONTH + "月\\s?" + DAY
                        + "日(?:\\s?(?:[~-]|から)\\s?(?:(?<m2>\\d{1,2})月)?(?<d2>\\d{1,2})日(?!間))?");
        add(forms, "N17", "(?<![0-9.,/年~-])" + MONTH + "月から(?<m2>\\d{1,2})月(?!\\d|期|[にへ](?:延|先|前|ず))");
        add(forms, "N17", "(?<![0-9.,/年~-])" + MONTH + "月?\\s?[~-]\\s?(?<m2>\\d{1,2})月期?(?!間|分|曜)");
        add(forms, "N17", "(?<![0-9.,/年~-])" + MONTH + "月(?!間|額|産|面|曜|刊|報|別|給|末比)" + PART);
        add(forms, "N17", "(?<![0-9])第\\s?(?<q>[1-4一二三四])\\s?四半期");
        add(forms, "N17", "(?i)\\b(?:the )?(?<qw>first|second|third|fourth)[ -]quarter\\b(?! of| \\d)");
        add(
                forms,
                "N17",
                "(?<![0-9.,/月])(?<!約|およそ|片道|往復|最短で?|最長で?|平均で?|平均|わずか|残り|延べ|丸)(?<da>[12]?\\d|3[01])日(?!(?:から|~)\\d{1,3}日(?:ほど|程度|間|長|遅|余|か|[にへ](?:延|伸|短|縮|増|減|長|拡|遅))|間|分|量|あたり|当たり|当り|につき|に約?\\d|以内|以上|以下|後|前|目|連続|続|で着|で届|程度|余|半|ぶり|本|産|かか|\\d)");
        add(
                forms,
                "N17",
                "\\b(?i:in|since|by|until|from|during|on|than|of|over|versus|vs\\.?) (?<em>" + ENGLISH_MONTH
                        + ")(?![A-Za-z])(?! \\d|, \\d(?![\\d.]{0,4} ?(?:%|per ?cent))|,? (?i:this|next|last) )");
        // bare years, English
        add(
                forms,
                "N11",
                "(?i)\\b(?:between|from) (?<y>(?:18|19|20)\\d{2}) (?:and|to) (?<y2>(?:19|20)\\d{2})(?![0-9])");
        add(
                forms,
                "N11",
                "(?<![0-9.,/-])(?<![$€£¥])(?<y>(?:19|20)\\d{2}) (?:to|through) (?<y2>(?:19|20)\\d{2})(?![0-9%]|[.,]\\d| (?:metric |t|tonnes?|tons?|people|workers|jobs|kg|km|MW|GW|units|companies|firms|dollars|yen|yuan|barrels|cubic|million|billion|per|a)\\b)");
        add(
                forms,
                "N11",
                "(?<![0-9.,/-])(?<y>(?:19|20)\\d{2})\\s?[-~]\\s?(?<y2>(?:19|20)\\d{2})(?![0-9./-])(?!\\s?(?:t|トン|人|円|ドル))");
        add(
                forms,
                "N15",
                "(?i)\\b(?:(?<epart>early|mid|late|the end of|end of|end-)[ -]?|in |of |by |since |during |for |from |until at least |until |till |through |before |after |(?:spring|summer|autumn|winter) (?:of )?|(?:calendar |fiscal )?year |calendar |to |as of |back to |and |around |about |above |below |than )(?<!\\bNo\\. ?\\d{1,3} of )(?<y>(?:18|19|20)\\d{2})(?![0-9s]|[.,]\\d|-\\d| ?%| (?:t|tonnes?|tons?|people|companies|million|billion|km|MW)\\b)");
        add(forms, "N15", "(?<=\\()(?<y>(?:19|20)\\d{2})(?=[:)])");
        add(
                forms,
                "N15",
                "\\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) (?<y>(?:19|20)\\d{2}) (?=[a-z]{4,})(?!tonnes|tons|people|workers|million|billion|barrels|companies|cubic)");
        return List.copyOf(forms);
    }

    private static void add(List<Form> forms, String rule, String pattern) {
        forms.add(new Form(Pattern.compile(pattern), rule));
    }

    /// The group of that name, if the form has it and it was found.
    static java.util.Optional<String> group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name)
                ? java.util.Optional.ofNullable(matcher.group(name))
                : java.util.Optional.empty();
    }
}
