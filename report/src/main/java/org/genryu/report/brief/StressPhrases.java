package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [StressBrief], in both languages. Blanks as in [Phrase].
enum StressPhrases implements Phrase {
    WHAT_IF("What if: %1$s", "もし：%1$s"),
    AGAINST("%1$s, month by month, %2$s to %3$s, against the calm world; %4$s", "%1$s（%2$s〜%3$s、月ごと）、平時との比較。%4$s"),
    SEES("actors see %s months ahead", "当事者は%sか月先まで見通す"),
    SEES_ALL("actors foresee all", "当事者はすべてを見通す"),

    SHORT("Runs short", "不足"),
    NOBODY("At home no use lacks more than a hundredth of what it gets in calm", "自国・パートナー国で平時より百分の一を超えて減る用途はない"),
    ELSEWHERE("; elsewhere %s uses do", "（域外では%s件の用途が不足）"),
    USE(
            "%1$s for %2$s, %3$s: -%4$s in %5$s; short from %6$s after holding out %7$s months, %8$s",
            "%3$sの%1$s（%2$s）：%5$sに-%4$s。%7$sか月持ちこたえ%6$sから不足、%8$s"),
    WHOLE_FROM("whole again from %s", "%sに回復"),
    NOT_WHOLE("not whole by the end", "期末までに回復せず"),
    FIRST(
            "First to run short at home: %1$s, %2$s, %3$s. Elsewhere %4$s uses run short",
            "自国で最初に不足するのは%2$sの%1$s（%3$s）。域外では%4$s件の用途が不足"),

    PRICES("Prices", "価格"),
    NO_MOVE("No price at home moves by 5%% or more", "自国・パートナー国の価格に5%%以上の動きはない"),
    CALM_TO("Calm → at the farthest: ", "平時 → 最も離れた月："),
    PRICE("%1$s, %2$s %3$s → %4$s (times %5$s, %6$s)", "%2$sの%1$s %3$s → %4$s（%5$s倍、%6$s）"),
    TWO_PRICES("Inside and outside: ", "域内と域外："),
    INSIDE("%1$s %2$s in %3$s, %4$s in %5$s", "%1$s %3$s%2$s、%5$s%4$s"),

    STOCKS("Stocks", "在庫"),
    NONE_EMPTY("No stock at home runs out", "自国・パートナー国で尽きる在庫はない"),
    EMPTY("Run out: ", "尽きるもの："),
    STOCK("%1$s %2$s, %3$s, %4$s (%5$s at the start)", "%3$sの%1$s%2$s %4$s（当初%5$s）"),
    COMMERCIAL("in commercial stock", "民間在庫"),
    STRATEGIC("in strategic stock", "国家備蓄"),
    USERS("with users", "需要家在庫"),
    PRODUCERS("with plants", "プラント在庫"),

    COSTS("It costs", "費用"),
    USERS_LOSE("Users lose against calm: ", "利用者の損失（平時比）："),
    WORLD("world %s", "世界 %s"),
    AT("%1$s %2$s", "%1$s %2$s"),
    TOP_UP("floors pay %s", "最低価格の補填 %s"),
    AT_RISK("Value added that cannot be made: ", "生み出せない付加価値："),
    SECTOR("%1$s, %2$s %3$s from %4$s", "%2$sの%1$s %3$s（%4$sから）"),

    SURE("How sure", "確かさ"),
    PROVED("All months have an answer. ", "全ての月に解がある。"),
    STOPPED("Only the months before the one without an answer are told. ", "解のない月より前だけを示す。"),
    ASSUMED(
            "How fast plants, lanes and uses answer and what users keep is assumed where the case says nothing (table responses); %s rows of the case are assumptions",
            "工程・輸送路・需要の短期の応答と需要家在庫は、ケース（表 responses）にない限り仮定。ケースの仮定は%s行");

    private final String en;
    private final String ja;

    StressPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
