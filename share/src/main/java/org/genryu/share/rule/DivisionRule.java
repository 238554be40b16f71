package org.genryu.share.rule;

import java.util.Locale;
import org.genryu.core.Text;

/// The rules that are held side by side, with what each stands on in one line.
public enum DivisionRule {
    SHAPLEY(
            "Shapley value",
            "シャープレイ値",
            "Efficient, equals alike, nothing for who brings nothing, adds up over games: the average of what one brings.",
            "効率性・対称性・ナルプレイヤー性・加法性。参加順すべてにわたる貢献の平均。"),
    WEIGHTED_SHAPLEY(
            "Weighted Shapley value",
            "加重シャープレイ値",
            "As Shapley, but what a coalition adds is shared by the weights given, not equally.",
            "シャープレイ値と同じだが、提携が生む分を指定した重みで分ける。"),
    OWEN(
            "Owen value",
            "オーエン値",
            "As Shapley, first between blocs and then within each: members of a bloc come together.",
            "ブロック間、次にブロック内でシャープレイ値を適用。ブロックの成員はまとまって参加する。"),
    NUCLEOLUS(
            "Nucleolus",
            "仁",
            "Makes the largest complaint as small as it can be, then the next; in the core whenever there is one.",
            "最大の不満を最小にし、次に大きい不満も順に最小にする。コアがあれば必ずコアに入る。"),
    PRENUCLEOLUS(
            "Prenucleolus",
            "準仁",
            "As the nucleolus, but a player may get less than alone; it always exists.",
            "仁と同じだが、単独の額を下回ることも許す。常に存在する。"),
    PER_CAPITA_NUCLEOLUS(
            "Per-capita nucleolus",
            "一人当たり仁",
            "As the nucleolus, with complaints counted per head, so that large coalitions weigh no less than small ones.",
            "仁と同じだが、不満を一人当たりで数える。"),
    TAU(
            "Tau value",
            "τ値",
            "The point between what each can ask for at most and insist on at least, the same part of the way for all.",
            "各自が要求できる上限と主張できる下限の間を、全員同じ割合で分けた点。"),
    GATELY(
            "Gately point",
            "ゲートリー点",
            "Everybody has the same power to disrupt: others' loss by its leaving over its own.",
            "離脱したときの「他者の損失÷自分の損失」が全員等しくなる点。"),
    NASH(
            "Equal surplus (50:50 for two; Nash)",
            "余剰の均等配分（二者なら50:50、ナッシュ解）",
            "Own value and an equal part of the gain over standing alone; looks at no coalition between one and all.",
            "単独の額に、協力の余剰の均等な分を加える。部分的な提携は考慮しない。"),
    WEIGHTED_NASH(
            "Weighted surplus (Nash with weights)",
            "余剰の加重配分（加重ナッシュ解）",
            "Own value and a part of the gain over standing alone by the weights given.",
            "単独の額に、協力の余剰を指定した重みで分けた分を加える。");

    private final String en;
    private final String ja;
    private final String axiomsEn;
    private final String axiomsJa;

    DivisionRule(String en, String ja, String axiomsEn, String axiomsJa) {
        this.en = en;
        this.ja = ja;
        this.axiomsEn = axiomsEn;
        this.axiomsJa = axiomsJa;
    }

    /// As tables and JSON write it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Text title() {
        return new Text(en, ja);
    }

    /// What it stands on, in one line.
    public Text axioms() {
        return new Text(axiomsEn, axiomsJa);
    }
}
