package org.genryu.report.share;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [ShareBrief], in both languages. Blanks as in [Phrase].
enum SharePhrases implements Phrase {
    TITLE("How can the joint gain be shared?", "協力の利益をどう分けるか"),
    COST_TITLE("How can the joint cost be shared?", "共同の費用をどう分担するか"),
    BASIS(
            "%1$s: %2$s players; together %3$s, each alone %4$s in all, gain %5$s",
            "%1$s：プレイヤー%2$s、全員で%3$s、単独の合計%4$s、協力の利益%5$s"),
    PROPOSE("Propose", "提案"),
    RULE("%s: ", "%s："),
    SHARE("%1$s %2$s", "%1$s %2$s"),
    SHAPLEY_HOLDS(
            "It pays each what it brings on average, and no coalition has more alone.",
            "各自の平均的な貢献に応じて支払い、単独の方が得になる提携はありません。"),
    CORE_HOLDS(
            "What each brings on average (Shapley) would be left by some; this is the split that is hardest to leave.",
            "平均的な貢献による配分（シャープレイ値）では離脱する提携が出ます。これは最も離脱しにくい配分です。"),
    NOTHING_HOLDS(
            "No split holds all: whatever is proposed, some coalition has at least %s more alone. It takes that much from"
                    + " outside, or a promise, to hold them.",
            "どの配分でも全員をとどめられません。どう分けても、ある提携は単独の方が少なくとも%s得です。とどめるには外からの同額の補填か約束が必要です。"),
    BETTER_APART(
            "Together they have %s less than apart: nothing is to be shared but a loss. Stay apart, or find what is missing.",
            "全員で組むと単独より%s少なくなります。分けられるのは損失だけです。組まないか、足りないものを確かめてください。"),
    NOTHING_TO_GAIN("Together they have just what each has alone.", "全員で組んでも単独の合計と同じです。"),
    BASELINE("50:50", "50:50"),
    BASELINE_HOLDS("Equal parts of the gain over standing alone: nobody would leave.", "単独に対する余剰の均等配分。離脱する提携はありません。"),
    BASELINE_FAILS(
            "Equal parts of the gain over standing alone: %1$s would leave, better off by %2$s.",
            "単独に対する余剰の均等配分。%1$sは離脱した方が%2$s得です。"),
    WEIGHTED("By weights", "重みつき"),
    CLAIMS("Claims", "請求"),
    LEAVE("Who leaves", "離脱"),
    LEAVES("%1$s: %2$s (better off by %3$s)", "%1$s：%2$s（%3$s得）"),
    LEAVE_MANY("%1$s: %2$s (better off by %3$s) and %4$s more", "%1$s：%2$s（%3$s得）ほか%4$s件"),
    NOBODY_LEAVES("Nobody would leave under any of the rules.", "どのルールでも離脱する提携はありません。"),
    WHY("Why", "違う理由"),
    SAME("Shapley's average and the nucleolus agree here.", "ここではシャープレイ値と仁が一致します。"),
    DIFFER_MORE(
            "The nucleolus gives %1$s %2$s more than Shapley, which averages over all coalitions. ",
            "仁では%1$sがシャープレイ値（全提携の平均）より%2$s多くなります。"),
    DIFFER_LESS(
            "The nucleolus gives %1$s %2$s less than Shapley, which averages over all coalitions. ",
            "仁では%1$sがシャープレイ値（全提携の平均）より%2$s少なくなります。"),
    TIGHT_HOLDS(
            "It looks at those nearest to leaving: Shapley leaves %1$s only %2$s above what it has alone.",
            "仁は離脱に最も近い提携を見ます。シャープレイ値では%1$sが単独より%2$s上にとどまります。"),
    TIGHT_LEAVES(
            "It looks at those nearest to leaving: under Shapley %1$s would be better off alone by %2$s.",
            "仁は離脱に最も近い提携を見ます。シャープレイ値では%1$sが単独の方が%2$s得です。"),
    NO_NUCLEOLUS("There is no nucleolus to compare with.", "比べる仁がありません。"),
    CORE("Core", "コア"),
    CORE_IS(
            "Not empty: some splits leave every coalition at least %s above what it has alone.",
            "空ではありません。どの提携も単独より少なくとも%s多くなる配分があります。"),
    CORE_JUST(
            "Not empty, but the splits in it leave some coalition just what it has alone.",
            "空ではありませんが、コアの配分ではある提携の取り分が単独と同額になります。"),
    CORE_EMPTY(
            "Empty: under every split some coalition has %s or more to gain by leaving.",
            "空です。どの配分でも、離脱すると%s以上得をする提携があります。"),
    CORE_UNKNOWN("There is nobody to leave with.", "離脱を考える相手がいません。"),
    SURE("How sure", "確かさ"),
    PROVED(
            "Shapley is exact; the nucleoli are proved by Kohlberg's criterion (%s linear programs).",
            "シャープレイ値は厳密、仁はコールベルグの条件で証明済み（線形計画%s回）。"),
    OPEN(
            "The proof of a nucleolus is open: treat it with care (%s linear programs).",
            "仁の証明が得られていません。注意してください（線形計画%s回）。"),
    DRAWN("Means over %1$s futures; standard errors: %2$s.", "未来%1$s本の平均。標準誤差は%2$sです。"),
    ERROR("%1$s ± %2$s", "%1$s ±%2$s"),
    COVER(
            "Not superadditive: %1$s coalitions do better in parts, most of all %2$s by %3$s. The game is divided as given;"
                    + " `--cover` divides what they can have in parts.",
            "優加法的ではありません。%1$s件の提携は分かれた方が得で、最大は%2$sの%3$sです。ここでは与えられた値のまま配分しています。`--cover` で分かれた場合の最大値を配分します。"),
    CONVEX("Convex: the more join, the more one more brings.", "凸ゲーム：加わる者が多いほど、次の一人の貢献が大きくなります。");

    private final String en;
    private final String ja;

    SharePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
