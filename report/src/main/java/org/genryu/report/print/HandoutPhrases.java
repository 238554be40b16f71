package org.genryu.report.print;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The words of the two pages, in both languages. Blanks as in [Phrase].
enum HandoutPhrases implements Phrase {
    KIND("Genryu brief", "源流 説明資料"),
    PAGE("page %s of 2", "%s／2ページ"),
    TURN(
            "Overleaf: what helps and what it costs, how sure this is, the sources, and how to make this page again.",
            "裏面：何が効き、いくらかかるか。どこまで確かか。出典。このページを再び作る方法。"),
    MORE("and %s more", "ほか%s件"),
    GRADE("graded %s", "評価%s"),
    AGAIN(
            "Made on %5$s. To make these pages again: Genryu %1$s, case %2$s, label: %3$s, SHA-256 of its words %4$s",
            "作成日：%5$s。再び作るには：Genryu %1$s、ケース %2$s、公開区分：%3$s、その内容のSHA-256 %4$s"),
    NO_LABEL("none", "指定なし"),
    ADDRESS("In a workbench: %s", "作業台では：%s"),

    AGAINST(
            "Against the calm world, in which nothing happens, users at home lose %1$s (users of the world %2$s), and value added of %3$s is lost at home.",
            "何も起きない平時と比べ、自国・パートナー国の利用者は%1$s（世界の利用者は%2$s）を失い、自国・パートナー国の付加価値%3$sが失われます。"),
    NOT_WHOLE_ANSWER("Only the months before the one without an answer are told.", "解のない月より前だけを示しています。"),
    AND_MEASURES("Without the measures users at home would lose %s.", "対策がなければ、自国・パートナー国の利用者の損失は%sです。"),

    SHORT_PICTURE("Who runs short, and in which month", "誰が、どの月に不足するか"),
    SHORT_SAID(
            "What each use at home lacks of what it wants, by month; the tallest bar is %1$s. A red line marks the first short month. Grey: an event is in force.",
            "自国・パートナー国の用途ごとの、必要量に対する不足（月ごと）。最も高い棒は%1$s。赤い線は最初に不足する月、灰色は事象の続く期間。"),
    NONE_SHORT(
            "No use at home lacks more than a hundredth of what it wants in any month. Grey: an event is in force.",
            "どの月にも、必要量の百分の一を超えて不足する用途は自国・パートナー国にありません。灰色は事象の続く期間。"),
    SHORT_FROM("short from %s", "%sから不足"),
    WORST("worst -%1$s, %2$s", "最悪 -%1$s（%2$s）"),
    NEVER_SHORT("never short", "不足なし"),
    USE_PLACE("%1$s, %2$s", "%2$sの%1$s"),
    SUPPOSED("Supposed", "想定"),
    USE_LABEL("%1$s, %2$s", "%2$sの%1$s"),
    PRICE_PICTURE("Prices that move most money at home", "金額で最も動く価格"),
    CALM("calm", "平時"),
    SCENARIO("this scenario", "このシナリオ"),

    HELPS("What helps, and what it costs", "何が効き、いくらかかるか"),
    HELPS_SAID(
            "Each measure of the scenario alone against the same events, then all together; effects do not add.",
            "シナリオの各対策を単独で同じ事象に当てた結果と、すべて合わせた結果。効果は足し合わせられない。"),
    HELPS_SHELF(
            "The scenario itself has no measure. What the ready answers of the case would do against the same events:",
            "シナリオ自体に対策はない。ケースに用意された答えを同じ事象に当てると："),
    HELPS_NOTHING(
            "Neither the scenario nor the case has a measure to put against it; --with adds one.",
            "シナリオにもケースにも当てられる対策がない。--with で加えられる。"),
    HELPS_UNTOLD(
            "A variant without one of the measures has no proved answer, so that nothing is told of each.",
            "対策を外した場合の一部に証明された解がなく、個別の効果は示せない。"),
    MEASURE("Measure", "対策"),
    PAYER("Who pays", "負担者"),
    NET("Costs", "費用"),
    SPARED("Spares users at home", "利用者の損失の減少"),
    EARNED("Plants at home sell more", "プラントの売上増"),
    SHORTS("Uses short", "不足する用途"),
    PER_PAID("Spared per 1 paid", "負担1当たり"),
    ALL_MEASURES("All together", "すべて合わせて"),
    HARDLY("under 1%%", "1%%未満"),
    ANSWERS("Answers", "答えの中身"),
    DETAIL("What each measure of them is worth alone: add --with %s.", "各対策の単独の効果は --with %s を加えると示される。"),

    SURE("How sure", "確かさ"),
    RESTS(
            "It rests on %1$s rows of the case, of which %2$s are assumptions and %3$s are not verified",
            "根拠はケースの%1$s行。うち仮定%2$s行、未検証%3$s行"),
    HELD_OUT(
            "%1$s of %2$s published figures of the base year that nothing was fitted to come out within their tolerance",
            "較正に使わなかった基準年の公表値%2$s件のうち、許容範囲内は%1$s件"),
    TRIED("Tried on what happened: %s", "過去の出来事での検証：%s"),
    FUTURES_ASK(
            "Every number is taken at its centre; --futures N says how far its range moves the answer",
            "数値はすべて中心値。--futures N で、幅による答えの動きを示す"),
    OVER("Over %s futures", "%s通りの未来では"),

    SOURCES("Sources", "出典"),
    SOURCES_SAID(
            "Those that the scenario cites, then those that most rows behind these goods cite; the letter grades the source, the digit what it says.",
            "シナリオが引く出典、次にこれらの品目の行が最も多く引く出典。英字は情報源、数字は内容の評価。"),
    NO_SOURCES("The rows behind this answer cite no source.", "この答えの根拠となる行は出典を引いていない。"),

    PLAN_QUESTION("What is best built and decided within %s?", "%sの予算で、何を建て、何を決めるのが最良か"),
    PLAN_AIM(" So that at most %1$s comes straight from rivals from %2$s.", "（%2$sから、競合国からの直接調達を%1$s以下に）"),
    PLAN_CHOSEN("Build and decide: %s.", "採用：%s。"),
    PLAN_NOTHING("Nothing: no option saves what it costs.", "なし：費用に見合う選択肢がありません。"),
    PLAN_BUYS(
            "For %1$s it saves %2$s in the mean and %3$s in the worst fifth of what may come, against doing nothing; net of what it costs %4$s.",
            "支出%1$sで、何もしない場合に比べ期待値で%2$s、悪い方5分の1で%3$sを節減。費用を引いた正味は%4$sです。"),
    FRONTIER("What money buys", "支出の効果"),
    FRONTIER_SAID(
            "What the scenarios cost more than the calm world, by what is spent; the plan is the mark at %s.",
            "支出額ごとの、平時を超えるシナリオの費用。この計画は%sの点。"),
    MEAN("mean", "平均"),
    TAIL("worst fifth", "悪い方5分の1"),
    BUILT("What is chosen, when it is paid, and what it saves", "採用するもの、支払いの時期、節減"),
    OPTION("Option", "選択肢"),
    YEARS("Paid", "支払い"),
    COST("Costs", "費用"),
    SAVES("Saves", "節減"),
    WHY("Why", "理由"),
    LEFT_OUT("What is left out, and why", "採用しないものとその理由"),
    MAY_COME("What may come, without and with the plan", "起こりうること：計画なしと計画あり"),
    MAY_COME_SAID("Cost above the calm world without a plan.", "計画なしの平時を超える費用。"),
    CASE_SCENARIO("Scenario", "シナリオ"),
    CHANCE("Chance", "確率"),
    WITHOUT("Without", "計画なし"),
    WITH("With it", "計画あり"),
    DEPENDENCE("Dependence on rivals", "競合国への依存"),
    PLAN_PROVED("Proved: no plan within the limits gains more than %s more", "証明済み：制約内のどの計画も、これより%sを超えて改善しない"),
    PLAN_OPEN("Not proved: a plan may gain %s more", "未証明：%sまで改善の余地がある"),
    PROMISE("Run again through the engine every saving is within %s of the gain", "エンジンで再計算すると、どの節減額も効果の%s以内で一致"),
    BROKEN(
            "NOT held by the engine: run again through it a saving differs by %s of the gain; do not rely on these amounts",
            "エンジンでは成り立たない：再計算すると節減額が効果の%s異なる。これらの金額は信頼できない"),
    UNTESTED("The engine found no proved answer for the plan", "エンジンでは計画の証明された解が得られなかった"),
    INFORMATION(
            "Knowing beforehand what comes would be worth at most %1$s; one more of budget saves %2$s",
            "起こることを事前に知る価値は最大%1$s。予算の追加1当たりの節減は%2$s"),
    LEAN("99 %% of the gain can be had for %1$s, without: %2$s", "効果の99%%を%1$sで得られる。外せるもの：%2$s"),
    PLAN_SOURCES_SAID(
            "Those that the options and the plants they build cite, the most cited first.",
            "選択肢とそれが建てるプラントの行が引く出典（多い順）。");

    private final String en;
    private final String ja;

    HandoutPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
