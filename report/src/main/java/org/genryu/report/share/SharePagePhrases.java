package org.genryu.report.share;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The texts of the [SharePage], in both languages. Blanks as in [Phrase].
enum SharePagePhrases implements Phrase {
    KIND("Genryu split", "Genryu 配分"),
    FACTS("Genryu %1$s · %2$s · %3$s players", "Genryu %1$s · %2$s · プレイヤー%3$s"),
    SPLITS("Who gets what", "誰がいくら得るか"),
    SPLITS_TITLE("Splits by rule", "ルール別の配分"),
    SPLITS_SENTENCE(
            "Each bar shares the same total, %1$s. The split proposed: %2$s.", "どの棒も同じ合計%1$sを分けています。提案する配分は%2$sです。"),
    RULE("rule", "ルール"),
    PLAYER("player", "プレイヤー"),
    GETS("gets", "得る額"),
    PAYS("pays", "負担額"),
    ALONE("alone", "単独"),
    GAIN("better off by", "単独との差"),
    RULES("What the rules stand on", "各ルールの考え方"),
    AXIOMS("in one line", "一行で"),
    UNDEFINED("gives no split here: %s", "ここでは定まりません：%s"),
    TRIANGLE("The core", "コア"),
    TRIANGLE_TITLE("Splits of the gain among three", "三者の間の利益の配分"),
    TRIANGLE_SENTENCE(
            "Each corner gives all of the gain to one player. Shaded: the core, where no coalition has more alone.",
            "各頂点は利益のすべてを一人が得る配分です。網掛けがコアで、そこではどの提携も単独の方が得になりません。"),
    TRIANGLE_EMPTY(
            "Each corner gives all of the gain to one player. The core is empty: nothing is shaded.",
            "各頂点は利益のすべてを一人が得る配分です。コアは空なので、網掛けはありません。"),
    MEMBERS("Who pays and who gains", "誰が負担し誰が得るか"),
    WORTHS("What each alliance gains", "各同盟が得るもの"),
    BONDS("Which alliances hold", "保たれる同盟"),
    CLAIMS("Claims on the estate", "財産への請求"),
    CLAIM("claims", "請求額"),
    AWARD("gets", "得る額"),
    LEAVERS("Who would leave", "誰が離脱するか"),
    NOBODY("Nobody would leave under any of the rules.", "どのルールでも離脱する提携はありません。"),
    COALITION("coalition", "提携"),
    HAS("has alone", "単独で得る額"),
    GIVEN("is given", "与えられる額"),
    COALITIONS("What each coalition can do", "各提携ができること"),
    WORTH("worth", "値"),
    COVER("at best, in parts", "分かれた場合の最大"),
    DIVIDEND("what it adds", "新たに生む額"),
    FOOTER(
            "What every number is and where the rules come from: docs/method/share.md.",
            "各数値の意味とルールの出典：docs/method/share.md");

    private final String en;
    private final String ja;

    SharePagePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
