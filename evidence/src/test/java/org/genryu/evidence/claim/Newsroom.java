package org.genryu.evidence.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.evidence.document.Article;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.evidence.time.TimeFrame;

/// Small articles of our own, written as the press writes.
public final class Newsroom {
    public static final Gazetteer GAZETTEER = Gazetteer.own();
    private static final ClaimExtractor EXTRACTOR = new ClaimExtractor(GAZETTEER);

    private Newsroom() {}

    public static Article article(String name, String text) {
        return new Article(name, "", "", Optional.empty(), text);
    }

    public static Extract extract(String name, String text) {
        return EXTRACTOR.extract(
                article(name, text), new TimeFrame(Optional.empty(), LocalDate.of(2026, 6, 1), OptionalInt.of(4)));
    }

    public static List<Claim> claims(String... texts) {
        List<Claim> all = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            all.addAll(extract("article-" + (i + 1), texts[i]).claims());
        }
        return all;
    }

    /// A report that names a pledge in yen, and an agency by the wrong name.
    public static final String PLEDGE = """
            2025.08.04
            日米が合意した枠組みについて、日米両政府は協議を続けている。日米間では80兆円の巨額投資の中身が焦点だ。
            日本貿易保険(JBIC)は融資の枠を広げる。
            投資の成果については5対5の利益配分を基本とし、日米が対等に分け合うべきである。
            """;

    /// A report in dollars, with the day of the first meeting.
    public static final String MEETING = """
            首脳外交の一週間
            10月28日、高市首相とトランプ大統領が東京で初めての首脳会談に臨んだ。両首脳は重要鉱物の枠組みに署名した。
            日本側による5500億ドルの対米投資も確認された。
            2025年10月掲載
            """;

    /// A page with wrong facts, as there are many.
    public static final String BLOG = """
            資源の話
            2025年2月27日、トランプ大統領が来日し、高市早苗首相と初めての会談を行いました。
            レアアースは17種類の元素の総称です。中国が80%以上の精製を担っています。
            2010年には中国が日本へのレアアース輸出を突然停止した。
            """;

    /// A report on the deep sea.
    public static final String DEEP_SEA = """
            14/01/2026

            2026年1月11日、海洋研究開発機構の船が南鳥島沖へ出港した。水深6000メートルの海底でレアアース泥の試験採掘を行う。
            日本は来年2月から、1日あたり350トンのレアアース泥を採掘できる見込みだ。
            2010年に中国がレアアースの供給を停止した。
            """;
}
