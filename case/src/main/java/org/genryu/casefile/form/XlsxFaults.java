package org.genryu.casefile.form;

import java.util.Optional;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;

/// What can be wrong with a workbook, in the words in which it is said to people. One method for each kind of fault.
final class XlsxFaults {
    private final CaseFindings faults;

    XlsxFaults(CaseFindings faults) {
        this.faults = faults;
    }

    private void say(Severity severity, Place place, String en, String ja, String cureEn, String cureJa) {
        faults.add(severity, CaseFindings.Where.file(place), new Text(en, ja), Optional.of(new Text(cureEn, cureJa)));
    }

    private void error(Place place, String en, String ja, String cureEn, String cureJa) {
        say(Severity.ERROR, place, en, ja, cureEn, cureJa);
    }

    // The file

    void noFile(String file) {
        error(
                Place.of(file),
                "there is no such file that can be read.",
                "そのようなファイルがないか、読めません。",
                "the path is misspelt.",
                "パスの綴りを確かめてください。");
    }

    void old(String file) {
        error(
                Place.of(file),
                "it is an old .xls workbook; it must be an .xlsx workbook. It was not read.",
                "古い .xls 形式です。.xlsx 形式でなければなりません。読み込みませんでした。",
                "open it and save it as 'Excel Workbook (.xlsx)'.",
                "開いて「Excel ブック (.xlsx)」として保存し直してください。");
    }

    void encrypted(String file) {
        error(
                Place.of(file),
                "it is protected by a password; it must be an open .xlsx workbook. It was not read.",
                "パスワードで保護されています。保護のない .xlsx でなければなりません。読み込みませんでした。",
                "open it and remove the password (File, Info, Protect Workbook).",
                "開いて「ファイル」→「情報」→「ブックの保護」でパスワードを外してください。");
    }

    void noWorkbook(String file) {
        error(
                Place.of(file),
                "it is no .xlsx workbook. It was not read.",
                ".xlsx 形式のブックではありません。読み込みませんでした。",
                "open it in a spreadsheet program and save it as .xlsx.",
                "表計算ソフトで開いて .xlsx として保存し直してください。");
    }

    void broken(Place place) {
        error(
                place,
                "it is damaged and cannot be read further.",
                "壊れているため、これ以上読み込めません。",
                "open it in a spreadsheet program, let it repair the file, and save it again.",
                "表計算ソフトで開いて修復し、保存し直してください。");
    }

    void bomb(String file, long limit) {
        error(
                Place.of(file),
                "it unpacks to more than " + limit + " bytes, or more than a table ever does. It was not read.",
                "展開すると " + limit + " バイトを超えるか、表としてありえない大きさになります。読み込みませんでした。",
                "use a folder of CSV files for a case of this size.",
                "この規模のケースは CSV のフォルダーで扱ってください。");
    }

    void tooManyParts(String file, int limit) {
        error(
                Place.of(file),
                "it has more than " + limit + " parts. It was not read.",
                "構成要素が " + limit + " 個を超えています。読み込みませんでした。",
                "delete pictures, charts and unused sheets.",
                "画像・グラフ・不要なシートを削除してください。");
    }

    void unsafeName(String file, String name) {
        error(
                Place.of(file),
                "the name '" + name + "' leads out of the case or is no file name. It was not read.",
                "名前「" + name + "」はケースの外を指すか、ファイル名として使えません。読み込みませんでした。",
                "use letters, digits, '-', '_' and '.' only.",
                "英数字と「-」「_」「.」だけを使ってください。");
    }

    void entities(String file, String part) {
        error(
                Place.of(file),
                "its part '" + part + "' declares a document type, entities or a foreign encoding. It was not read.",
                "内部の「" + part + "」に文書型・実体の宣言か、想定外の文字コードがあります。読み込みませんでした。",
                "save it again with a spreadsheet program.",
                "表計算ソフトで保存し直してください。");
    }

    void externalLinks(String file) {
        error(
                Place.of(file),
                "it links to other workbooks; a case must stand alone. It was not read.",
                "ほかのブックへのリンクがあります。ケースは単独で完結しなければなりません。読み込みませんでした。",
                "break the links (Data, Edit Links) and paste values.",
                "「データ」→「リンクの編集」でリンクを解除し、値を貼り付けてください。");
    }

    void macros(String file) {
        say(
                Severity.WARNING,
                Place.of(file),
                "it holds macros; they were neither run nor kept.",
                "マクロが含まれていますが、実行も保持もしていません。",
                "save it as .xlsx without macros.",
                "マクロなしの .xlsx として保存してください。");
    }

    void tooWide(Place place, int limit) {
        error(
                place,
                "a cell stands beyond column " + limit + ". The workbook was not read.",
                "第 " + limit + " 列より右にセルがあります。読み込みませんでした。",
                "delete the columns right of the table.",
                "表より右の列を削除してください。");
    }

    void tooTall(Place place, int limit) {
        error(
                place,
                "a cell stands below row " + limit + ". The workbook was not read.",
                "第 " + limit + " 行より下にセルがあります。読み込みませんでした。",
                "delete the rows below the table, or split the case.",
                "表より下の行を削除するか、ケースを分けてください。");
    }

    void tooMuch(Place place) {
        error(
                place,
                "the sheets hold more text than a case may; reading stopped here.",
                "シートの文字量が上限を超えました。ここで読み込みを止めました。",
                "use a folder of CSV files for a case of this size.",
                "この規模のケースは CSV のフォルダーで扱ってください。");
    }

    // Sheets

    void hidden(Place place) {
        say(
                Severity.NOTE,
                place,
                "the sheet is hidden; it was read all the same.",
                "非表示のシートです。通常どおり読み込みました。",
                "delete it if it does not belong to the case.",
                "ケースに不要なら削除してください。");
    }

    void noCaseSheet(String file) {
        error(
                Place.of(file),
                "sheet 'case' is missing; every case must have one with the columns key and value.",
                "シート「case」がありません。key 列と value 列を持つこのシートは必須です。",
                "make a workbook to start from with `genryu init DIR --xlsx`.",
                "`genryu init DIR --xlsx` で雛形のブックを作れます。");
    }

    void sheetHead(Place place, String columns) {
        error(
                place,
                "the sheet must have the columns " + columns + " in its first row.",
                "最初の行に " + columns + " の列が必要です。",
                "a row was inserted above them.",
                "その上に行が挿入されていないか確かめてください。");
    }

    void longRow(Place place, int cells, int columns) {
        error(
                place,
                "the row has " + cells + " cells; it must have " + columns + " like the head.",
                "行のセルが " + cells + " 個あります。見出しと同じ " + columns + " 個でなければなりません。",
                "a remark stands beside the table; put it into the column note.",
                "表の横の書き込みは note 列に入れてください。");
    }

    // Cells

    void formula(Place place, String formula, String value) {
        say(
                Severity.WARNING,
                place,
                place.column() + " is the formula '=" + formula + "'; its last result '" + value
                        + "' was used, the formula is not kept.",
                place.column() + " が数式「=" + formula + "」です。前回の計算結果「" + value + "」を使い、数式は保持しません。",
                "paste the values only, so that the number in the case is the number you see.",
                "表示どおりの数値になるよう、値のみを貼り付けてください。");
    }

    void formulaWithoutValue(Place place, String formula) {
        error(
                place,
                place.column() + " is the formula '=" + formula + "' without a result; it must be a value.",
                place.column() + " が計算結果のない数式「=" + formula + "」です。値でなければなりません。",
                "open the workbook, let it calculate, and paste the values only.",
                "ブックを開いて計算させ、値のみを貼り付けてください。");
    }

    void formulaOutside(Place place, String formula) {
        error(
                place,
                place.column() + " is the formula '=" + formula
                        + "', which reaches into another workbook; it must be a value.",
                place.column() + " の数式「=" + formula + "」が別のブックを参照しています。値でなければなりません。",
                "paste the values only.",
                "値のみを貼り付けてください。");
    }

    void errorCell(Place place, String value) {
        error(
                place,
                place.column() + " is the spreadsheet error '" + value + "'; it must be a value.",
                place.column() + " が表計算のエラー「" + value + "」です。値でなければなりません。",
                "the row or sheet that a formula pointed to was deleted.",
                "数式の参照先が削除されていないか確かめてください。");
    }

    void dateCell(Place place, String text) {
        say(
                Severity.WARNING,
                place,
                place.column() + " is a date cell; it was read as '" + text + "'.",
                place.column() + " が日付形式のセルです。「" + text + "」として読みました。",
                "format the column as text, so that what you type stays what you typed.",
                "列の表示形式を「文字列」にすると、入力したとおりに残ります。");
    }

    void badCell(Place place, String value) {
        error(
                place,
                place.column() + " holds '" + value + "' as a number, which it is not.",
                place.column() + " に数値として「" + value + "」が入っていますが、数ではありません。",
                "type the number again.",
                "数値を入力し直してください。");
    }

    // Writing

    void tableTooBig(String table, int rows, int limit) {
        error(
                Place.of(table + ".csv"),
                "it has " + rows + " rows; a sheet holds " + limit + " or fewer. The workbook was not written.",
                "行数が " + rows + " 行あります。シートに入るのは " + limit + " 行までです。ブックを書き出しませんでした。",
                "keep the case as a folder.",
                "フォルダーのままお使いください。");
    }

    void cellTooLong(Place place, int length, int limit) {
        error(
                place,
                place.column() + " has " + length + " characters; a sheet's cell holds " + limit
                        + " or fewer. The workbook was not written.",
                place.column() + " が " + length + " 文字あります。シートのセルに入るのは " + limit + " 文字までです。ブックを書き出しませんでした。",
                "keep the case as a folder, or shorten the text.",
                "フォルダーのまま使うか、文を短くしてください。");
    }
}
