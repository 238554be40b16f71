package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [BacktestBrief], in both languages. Blanks as in [Phrase].
enum BacktestPhrases implements Phrase {
    TITLE("How well would the months have told what happened?", "実際に起きたことを、月次計算はどれだけ言い当てたか"),
    BASIS(
            "The world before the event and the measure as it came into force; nothing is fitted to what was counted",
            "事象前の世界と施行された措置だけから計算。実績には一切合わせていない"),
    SUMMARY("In all", "全体"),
    BETTER(
            "Nearer to what was counted than both rivals (nothing changes; the last shape repeats) in %1$s of %2$s episodes",
            "二つの予測（何も変わらない、前回の形の繰り返し）の両方より実績に近い出来事：%2$s件中%1$s件"),
    LOSES("Not nearer: %s", "及ばない出来事：%s"),
    UNTOLD("Without an answer: %s", "解のない出来事：%s"),
    EPISODES("Episodes", "出来事"),
    EPISODE(
            "%1$s: off by %2$s of a month (nothing changes %3$s, last shape %4$s) over %5$s months; lowest %6$s in %7$s (was %8$s in %9$s), %10$s (%11$s)",
            "%1$s：ずれ%2$s（変化なし%3$s、前回の形%4$s）、%5$sか月。最低%7$s %6$s（実績%9$s %8$s）、%10$s（実績：%11$s）"),
    BACK("back from %s", "%sに回復"),
    NOT_BACK("not back", "回復せず"),
    WAS_BACK("was back from %s", "%sに回復"),
    WAS_NOT_BACK("was not back", "回復せず"),
    NONE("none before", "先例なし"),
    SURE("How sure", "確かさ"),
    FIXED("What each rests on is fixed by its hash (column inputs): %s", "各計算が拠る入力はハッシュ（列 inputs）で固定：%s"),
    KNOWN(
            "Whoever wrote the measures knew the outcomes; how long a licence takes is a rule stated with its source, the same in all",
            "措置の記述者は結果を知っていた。許可にかかる期間は出典つきの共通の規則による");

    private final String en;
    private final String ja;

    BacktestPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
