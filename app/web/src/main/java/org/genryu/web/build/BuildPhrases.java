package org.genryu.web.build;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// Texts of the scenario builder, in both languages.
enum BuildPhrases implements Phrase {
    TITLE("Build a scenario", "シナリオを作る"),
    CHANGE("Change the scenario", "シナリオを変える"),
    SENTENCE("From a sentence", "文から作る"),
    SENTENCE_HINT(
            "A headline in Japanese or English: who stops, limits, taxes, dumps or closes what, against whom, from when.",
            "日本語または英語の見出し：誰が・何を・誰に対して・いつから、停止・制限・課税・安売り・封鎖するか。"),
    SENTENCE_LABEL("Sentence", "文"),
    READ("Read it", "読み取る"),
    NOTHING(
            "No event was understood in this sentence. Say who stops what, against whom and from when, or pick it below.",
            "この文から出来事を読み取れませんでした。誰が何を誰に対していつから止めるかを書くか、下で選んでください。"),
    SETTINGS("The scenario", "シナリオの設定"),
    ID("Id", "ID"),
    TITLE_JA("Title in Japanese", "題名（日本語）"),
    TITLE_EN("Title in English", "題名（英語）"),
    START("First month", "最初の月"),
    MONTHS("Months", "月数"),
    FORESIGHT("Months the actors see ahead", "当事者が見通せる月数"),
    UNDERSTOOD("What it says", "内容"),
    EMPTY("Nothing happens in it yet.", "まだ何も起きません。"),
    EVENT("event", "出来事"),
    MEASURE("measure", "対策"),
    FROM_UNTIL("%s to %s", "%s～%s"),
    ALWAYS("from the start of the case", "ケースの最初から"),
    FOR_EVER("to the end", "最後まで"),
    TOLD("told", "文の記載"),
    ASSUMED("assumed", "仮定"),
    REMARK("note", "注"),
    REMOVE("Remove", "削除"),
    ADD("Add an event or a measure", "出来事・対策を加える"),
    KIND("Kind", "種類"),
    CHOOSE("Choose", "選ぶ"),
    ADD_THIS("Add this", "これを加える"),
    MORE("More settings", "その他の設定"),
    SEVERAL("Hold Ctrl (⌘) to pick several.", "Ctrl（⌘）を押しながら複数選べます。"),
    REQUIRED("required", "必須"),
    GROUP("group: %s", "グループ：%s"),
    ALL("all", "すべて"),
    AS_TEXT("As text", "テキストで見る・直す"),
    TEXT("Text of the scenario", "シナリオの本文"),
    CHECK("Check", "確認"),
    SAVE("Save and stress", "保存して試す"),
    WHY("Why", "理由"),
    FAULTY("Not saved: mend what is named here.", "保存していません。次の点を直してください。"),
    TAKEN(
            "Somebody else has changed this scenario meanwhile. Theirs stands below; save again to put yours in its place.",
            "その間にほかの人がこのシナリオを変更しました。下が相手の内容です。もう一度保存すると、あなたの内容に置き換わります。"),
    NO_ID("The id must be small letters, digits and '-', such as stop-2027.", "IDは stop-2027 のように英小文字・数字・「-」で書いてください。");

    private final String en;
    private final String ja;

    BuildPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
