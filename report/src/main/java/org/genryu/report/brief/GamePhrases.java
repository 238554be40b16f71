package org.genryu.report.brief;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// The sentences of the [GameBrief], in both languages. Blanks as in [Phrase].
enum GamePhrases implements Phrase {
    TITLE("What would both sides do, each knowing what the other can?", "互いの手を知る両者はどう動くか"),
    BASIS("%1$s: %2$s choices of ours, %3$s of theirs, doing nothing among them", "%1$s：自陣営の手%2$s、相手側の手%3$s（何もしないを含む）"),
    SETTLE("They settle", "落ち着く先"),
    OURS("Ours: ", "自陣営："),
    THEIRS("Theirs: ", "相手側："),
    CHANCE("%1$s %2$s", "%1$s %2$s"),
    WORTH("It brings us %1$s and them %2$s against calm", "平時比で自陣営に%1$s、相手側に%2$s"),
    OTHERS("%s more equilibria stand in game_choices.csv", "均衡はほかに%s件（game_choices.csv）"),
    FIRST("Who is first", "先に動くと"),
    WE_FIRST(
            "If we bind ourselves first: %1$s; they answer with %2$s; us %3$s, which is %4$s against the above",
            "自陣営が先に約束：%1$s、相手側の応手は%2$s、自陣営は%3$s（上の場合との差%4$s）"),
    WE_MIX("Bound to chances we would get %s", "確率で約束すれば%s"),
    THREAT(
            "A threat of theirs that is believed: %1$s; we answer with %2$s; them %3$s: it is worth %4$s to them",
            "相手側の信じられた脅し：%1$s、自陣営の応手は%2$s、相手側は%3$s。脅しの価値は%4$s"),
    PAYS("What each pair brings", "組ごとの損得"),
    PAIR("%1$s / %2$s: us %3$s, them %4$s", "%1$s／%2$s：自陣営%3$s、相手側%4$s"),
    SURE("How sure", "確かさ"),
    PROOF(
            "No side could gain more than %s by another choice. Pay-offs are areas left of the curves and value added; what measures cost to build or lay in is not in them",
            "どちらも他の手で%s以上は得られない。損得は曲線の左側の面積と付加価値で、対策の建設・備蓄の費用は含まない");

    private final String en;
    private final String ja;

    GamePhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
