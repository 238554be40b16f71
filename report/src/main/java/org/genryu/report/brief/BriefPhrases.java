package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [Brief], in both languages. Blanks as in [Phrase].
enum BriefPhrases implements Phrase {
    SPAN("%1$s to %2$s", "%1$s〜%2$s"),
    IN_FORCE("In force", "適用中"),
    LEFT_OUT("Left out: ", "除外："),
    BASE_TITLE("%1$s: base case, %2$s", "%1$s：基準ケース（%2$s）"),
    WHAT_IF("What if: %1$s", "もし：%1$s"),
    AGAINST_TITLE("%1$s, %2$s, against the base case", "%1$s（%2$s）、基準ケースとの比較"),
    ALONE_TITLE("%1$s, %2$s; there is no base case to compare with", "%1$s（%2$s）。比較できる基準ケースはなし"),

    DEPENDS("Depends on", "依存先"),
    LEAD("%1$s, %2$s: %4$s, %3$s made in %5$s", "%1$s（%2$s）：%4$sの%3$sが%5$s製"),
    ONE("%1$s %2$s %3$s", "%1$s %2$s %3$s"),
    BEHIND(
            "Behind the first, for %1$s, by origin of the %2$s: %3$s; %4$s passed through %5$s",
            "先頭の品目の背後（%1$s、%2$sの由来）：%3$s。%4$sが%5$sを経由"),
    MINED("mined in %1$s %2$s", "%1$sで採掘 %2$s"),
    FROM("%1$s %2$s", "%1$s %2$s"),
    WITHIN("%1$s uses nothing that another country made, as far as the case says", "ケースを見る限り、%1$sは域外の国で作られたものを使っていない"),
    MORE_HOMES("%s more home partners stand in indicators.csv", "ほかの自国・パートナー国（%sか国）は indicators.csv を参照"),
    WORLD(
            "No home country is named; of the world's %1$s, %2$s is made in %3$s (%4$s)",
            "自国の指定なし。世界の%1$sの%2$sは%3$s製（%4$s）"),
    NOTHING_MADE("No home country is named, and nothing is made", "自国の指定も、生産もない"),
    NO_TIME("Not worked out: time was over", "時間切れのため求めていない"),

    SHORT("Runs short", "不足"),
    NO_CUT("No use of a fixed amount runs short", "量の決まった用途に不足はない"),
    CUT("Short of an amount that is fixed: ", "量の決まった用途の不足："),
    CUT_ALSO("Short of a fixed amount, as some are in the base case: ", "量の決まった用途の不足（基準ケースでも一部に不足）："),
    CUT_NO_MORE("No use of a fixed amount runs short any more", "基準ケースにあった、量の決まった用途の不足はなくなる"),
    PRICED_AWAY("Kept away by the price: ", "価格のために控えられた量："),
    NONE_PRICED("The price keeps no use from more than 1%% of what it wants", "価格のために必要量の1%%超を控える用途はない"),
    GAP("%1$s for %2$s, %3$s: %4$s (%5$s, %6$s)", "%3$sの%1$s（%2$s）%4$s（%5$s、%6$s）"),
    MORE("… %s more", "…ほか%s件"),
    ELSEWHERE(" at home; outside: %s", "（域外では%s件）"),
    GONE("Nothing left, against the base case: ", "基準ケースに比べ皆無になるもの："),
    NONE_GONE("Nothing is lost whole", "皆無になるものはない"),
    LESS("Less than in the base case: ", "基準ケースより減るもの："),
    NO_LESS("No use loses 1%% or more against the base case", "基準ケースより1%%以上減る用途はない"),

    PRICES("Prices", "価格"),
    OVER("%1$s to %2$s: ", "%1$s → %2$s："),
    AGAINST("Base case → now: ", "基準ケース → 今回："),
    MOVE("%1$s, %2$s %3$s → %4$s", "%2$sの%1$s %3$s → %4$s"),
    LEVELS("%1$s: ", "%1$s："),
    LEVEL("%1$s, %2$s %3$s", "%2$sの%1$s %3$s"),
    DETAILS(" (%s)", "（%s）"),
    TIMES("%s times", "%s倍"),
    OPEN("anywhere from %1$s to %2$s", "%1$s〜%2$sの幅"),
    STEEPEST("Steepest: ", "上昇率の大きいもの："),
    NO_MOVE("No price of what is used moves by 5%% or more", "使うものの価格に5%%以上の動きはない"),

    PROJECTS("Projects", "プロジェクト"),
    VALUED("Worth more than they cost at these prices: %1$s of %2$s: ", "この価格で費用を上回る価値があるのは%2$s件中%1$s件："),
    NOT_WORTH("not %s", "見合わないのは%s"),
    PROJECT_WORTH("%1$s %2$s", "%1$s %2$s"),

    MONEY("Money", "金額"),
    PAID(
            "Users pay %1$s over all periods, discounted: costs %2$s, rents %3$s, unexplained by the base year %4$s",
            "全期間の利用者の支払（割引後）%1$s：費用%2$s、レント%3$s、基準年で説明できない分%4$s"),
    LOSES("%1$s loses %2$s", "%1$sの損失 %2$s"),
    GAINS("%1$s gains %2$s", "%1$sの利得 %2$s"),
    THE_WORLD("the world", "世界"),
    OF_WELFARE("Welfare over all periods, discounted: ", "全期間の厚生（割引後）："),

    SURE("How sure", "確かさ"),
    FITTED(
            "Base year %1$s: %2$s of %3$s observed figures met within 1%%, %4$s of their sum is missed",
            "基準年%1$s：観測値%3$s件のうち%2$s件を1%%以内で再現、差は合計の%4$s"),
    UNEXPLAINED("unexplained %s of what users pay", "説明できない分は支払額の%s"),
    NOT_FITTED("Not fitted to an observed base year", "観測された基準年には合わせていない"),
    INDEPENDENT(
            "%1$s of %2$s published figures left aside come out within tolerance", "較正に使わなかった公表値%2$s件のうち許容範囲内は%1$s件"),
    ASSUMED("rows that are assumptions: %1$s, unverified: %2$s", "仮定の行は%1$s件、未検証は%2$s件"),
    ONE_NUMBER("%1$s of %2$s prices are one number, the others open", "価格%2$s件のうち一点に定まるのは%1$s件"),
    ALL_ONE_NUMBER("each of the %s prices is one number", "価格%s件はすべて一点に定まる"),
    PROVED("proved best for these numbers, not a forecast", "この数値に対する最適を証明済み。予測ではない"),
    STOPPED("Not proved best (%2$s): the cost can still fall by at most %1$s", "最適とは証明されていない（%2$s）。費用はあと最大%1$s下がりうる"),
    TIME_OVER("time ran out", "制限時間に到達"),
    MEMORY_OUT("the solver's memory ran out", "ソルバーのメモリ不足");

    private final String en;
    private final String ja;

    BriefPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
