package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of [DamageLines], in both languages. Blanks as in [Phrase].
enum DamagePhrases implements Phrase {
    LOST("Value added lost, worst twelve months: ", "失われる付加価値（最悪の十二か月）："),
    COUNTRY(
            "%1$s %2$s of a year's; in all %3$s (industries that go without %4$s, suppliers %5$s, customers %6$s)",
            "%1$s 年間の%2$s、期間合計%3$s（不足した産業%4$s、その調達先%5$s、その販売先%6$s）"),
    GAINED(
            "%1$s gains %2$s of a year's; in all %3$s (industries that get more %4$s, suppliers %5$s, customers %6$s)",
            "%1$s 年間の%2$sの増加、期間合計%3$s（多く得た産業%4$s、その調達先%5$s、その販売先%6$s）"),
    UNTOLD("%1$s %2$s (no input-output table)", "%1$s %2$s（産業連関表なし）"),
    PUBLISHED("Published for the same question: ", "同じ問いの公表推計："),
    ESTIMATE("%1$s %2$s (%3$s; here %4$s)", "%1$s %2$s（%3$s、本結果%4$s）"),
    BETWEEN("%1$s, %2$s to %3$s", "%1$s、幅%2$s〜%3$s"),
    MOVES("What moves it most: ", "最も効く仮定："),
    VARIANT("%1$s %2$s: %3$s %4$s", "%1$s %2$s：%3$s %4$s"),
    STOCK_DAYS("users keep so many days:", "需要家在庫の日数"),
    SUBSTITUTION("part avoided by other means:", "代替で避けられる割合"),
    CRITICAL_SHARE("part of an industry that stands on a use:", "用途に依存する産業の割合"),
    ONE_MISSING("a use lacks", "用途の不足"),
    CASCADE("followed to", "波及の範囲"),
    HALF("half", "半分"),
    BY_WORTH("its parts by worth, not the largest", "最大でなく金額の割合で"),
    DIRECT("no one else", "他に及ばない"),
    TO_SUPPLIERS("suppliers alone", "調達先まで"),
    CRITICAL("customers who stop without any input above 5%%", "5%%超の投入が欠けると止まる販売先まで");

    private final String en;
    private final String ja;

    DamagePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
