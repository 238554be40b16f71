package org.genryu.web.edit;

import org.genryu.core.Text;
import org.genryu.report.words.Phrase;

/// Texts of the case page, in both languages.
enum EditPhrases implements Phrase {
    TABS("Views of the case", "ケースの表示"),
    PICTURE("Picture", "図"),
    MAP("Map", "地図"),
    TABLE("Table", "表"),
    TIERS("Tiers", "段階"),
    HISTORY("History", "履歴"),
    FILES("Files", "ファイル"),
    WHICH_TABLE("Table", "表"),
    FIND("Rows with the words", "行を検索"),
    ALL_COLUMNS("all columns", "すべての列"),
    SHOW("Show", "表示"),
    EDIT("Edit", "編集"),
    EDIT_ROW("Edit the row %s", "行 %s を編集"),
    ADD_ROW("Add a row", "行を追加"),
    NEW_ROW("A new row", "新しい行"),
    REMOVE_ROW("Remove this row", "この行を削除"),
    SAVE("Save", "保存"),
    WHY("Why", "変更の理由"),
    WHY_HINT("Your name, the time and this reason stay in the history.", "名前・日時とこの理由は履歴に残ります。"),
    BACK("Back to the table", "表に戻る"),
    MARK("Basis", "根拠"),
    SOURCED("source", "出典"),
    ASSUMED("assumption", "仮定"),
    NEITHER("—", "—"),
    ROWS("Rows %s to %s of %s", "%s～%s 行目（全 %s 行）"),
    NO_ROWS("No row has these words.", "該当する行はありません。"),
    EMPTY("This table has no rows yet.", "この表にはまだ行がありません。"),
    NEXT("Next rows", "次の行"),
    PREVIOUS("Previous rows", "前の行"),
    COLUMNS("What the columns mean", "列の意味"),
    REQUIRED("required", "必須"),
    UNITS(
            "A number may carry its own unit: `350 t/d`, `18万8,650トン/年`, `2,500 USD/t`, `80..120`.",
            "数値には単位を付けて書けます：`350 t/d`、`18万8,650トン/年`、`2,500 USD/t`、`80..120`。"),
    GRID(
            "Click a cell or press Enter to change it; arrow keys move; paste a block from Excel; nothing is saved before you press Save.",
            "セルをクリックするか Enter で編集、矢印キーで移動、Excel の範囲を貼り付けできます。「保存」を押すまで保存されません。"),
    PENDING("Changes not saved: %s", "未保存の変更：%s 件"),
    DISCARD("Discard", "破棄"),
    REMOVE("Remove", "削除"),
    NOT_SAVED("Nothing was saved.", "まだ保存されていません。"),
    FAULTY(
            "With these changes the case would have errors. Everything you entered is still here: mend it and save again.",
            "この変更ではケースに誤りが生じます。入力内容は残っています。直してもう一度保存してください。"),
    CONFLICT(
            "Somebody else has changed the same since you opened it. Choose for each what shall stand.",
            "開いたあとに、ほかの人が同じ箇所を変更しました。それぞれどちらにするか選んでください。"),
    CONFLICT_HEAD("Two changes of the same", "同じ箇所への二つの変更"),
    FAULTY_HEAD("Your changes", "あなたの変更"),
    WHERE("Where", "箇所"),
    SEEN("What you saw", "開いたときの値"),
    THEIRS("Theirs", "相手の値"),
    YOURS("Yours", "あなたの値"),
    CHOICE("What shall stand", "採用する値"),
    GONE("(the row is gone)", "（行は削除済み）"),
    BLANK("(blank)", "（空欄）"),
    WITHOUT_YOU(
            "Your other changes are kept in this form; yours to what is gone cannot be saved.",
            "ほかの変更はこのフォームに残っています。削除された行への変更は保存できません。"),
    BY("%s, %s: %s", "%s（%s）：%s"),
    WHAT("What", "変更内容"),
    VERSION("Version", "版"),
    BEFORE("before", "前"),
    AFTER("after", "後"),
    UNDO("Undo", "取り消す"),
    RESTORE("Make it the newest", "この版に戻す"),
    OPEN("Open", "開く"),
    NEWEST("newest", "最新"),
    MORE("and %s more", "ほか %s 件"),
    READ("Read from its source", "元のデータから読み込み"),
    ADDED("row added", "行を追加"),
    REMOVED("row removed", "行を削除"),
    WRITTEN("file written", "ファイルを書き込み"),
    DELETED("file removed", "ファイルを削除"),
    OLDER(
            "This is an earlier version of the case. What you save here goes into the newest one.",
            "これはケースの以前の版です。ここで保存した変更は最新の版に入ります。"),
    TO_NEWEST("Open the newest", "最新の版を開く"),
    LAST("Last change: %s, %s: %s", "最後の変更：%s（%s）：%s"),
    UPLOAD("Send a file", "ファイルを送る"),
    UPLOAD_HINT(
            "A CSV file named after its table (processes.csv) replaces that table; a workbook (.xlsx) replaces the whole case. Rows keep their history by their ids; it can be undone.",
            "表の名前のCSV（processes.csv など）はその表を、ブック（.xlsx）はケース全体を置き換えます。行の履歴はIDで引き継がれ、取り消せます。"),
    FILE("File", "ファイル"),
    SEND("Send and save", "送って保存"),
    DOWNLOAD("Download", "ダウンロード"),
    ZIP("the case as a folder (zip)", "ケース全体（フォルダ、zip）"),
    XLSX("the case as a workbook (xlsx)", "ケース全体（ブック、xlsx）"),
    CSV("this table (CSV)", "この表（CSV）"),
    EXCEL_CSV("this table (CSV for Excel)", "この表（Excel用CSV）"),
    NO_TABLE("A case has no such table.", "ケースにそのような表はありません。"),
    NO_ROW("There is no such row in this version.", "この版にその行はありません。"),
    NO_VERSION("The history has no such version.", "履歴にその版はありません。"),
    BAD_FORM("The form is not whole; load the page again.", "フォームが不完全です。ページを読み込み直してください。"),
    NO_FILE("Choose a file: .csv named after its table, or .xlsx.", "ファイルを選んでください：表の名前の .csv か .xlsx。"),
    TOO_LARGE("The file is larger than %s MB.", "ファイルが %s MBを超えています。"),
    SOURCE_FILES("Other files of the case", "ケースのその他のファイル"),
    EDIT_FILE("Edit %s", "%s を編集"),
    TEXT("Text", "本文"),
    REMOVED_ROW("Row to be removed", "削除する行");

    private final String en;
    private final String ja;

    EditPhrases(String en, String ja) {
        this.en = en;
        this.ja = ja;
    }

    @Override
    public Text text() {
        return new Text(en, ja);
    }
}
