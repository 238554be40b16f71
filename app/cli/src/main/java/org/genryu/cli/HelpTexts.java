package org.genryu.cli;

import org.genryu.core.Text;

/// The first page of the help: what the program is for and the first steps.
final class HelpTexts {
    private HelpTexts() {}

    static final Text SUMMARY = new Text(
            "Genryu, an open workbench for resource security: who mines, refines, ships, stores and needs critical materials, at"
                    + " what price, and who runs short.",
            "源流 (Genryu): 資源安全保障のためのオープンな作業台。重要物資を誰が採り、精製し、運び、蓄え、必要とするか、" + "価格はいくらで、誰が不足するかを調べます。");

    static final Text FIRST_STEPS = new Text("""
            First steps:
              genryu run                          the built-in case; read out/report.html
              genryu cases                        which cases are built in
              genryu init mine --from alliance    a copy of a case as CSV files to change
              genryu check mine                   reads it and lists everything that is wrong
              genryu run mine --out mine-out      the whole chain on your own case
              genryu balance mine --json          flows and prices for another program

            `genryu COMMAND --help` explains one command. A case is a folder of plain tables that open in a
            spreadsheet, or one .xlsx workbook.

            Exit codes:
              0   done
              1   the input has errors (all are listed)
              2   wrong usage
              3   no answer exists (the limits that clash are named)
              4   no proved answer: time, memory or proof was lacking (what was found is kept)
              5   the answer could not be written
              70  a fault of the program
              78  the machine lacks what the program needs (and how to give it)

            Environment: GENRYU_LANG (ja or en), GENRYU_JAVA_HOME, GENRYU_OPTS (such as -Xmx8g), NO_COLOR.""", """
            はじめに:
              genryu run                          組み込みケースを実行し、out/report.html を読む
              genryu cases                        組み込みケースの一覧
              genryu init mine --from alliance    ケースを CSV ファイルとして書き出し、手を加える
              genryu check mine                   読み込んで誤りをすべて挙げる
              genryu run mine --out mine-out      自分のケースで一連の計算を行う
              genryu balance mine --json          流量と価格をほかのプログラムへ渡す

            各コマンドの説明は `genryu コマンド --help` で表示します。ケースは表計算ソフトで開ける
            CSV 表のフォルダ、または1つの .xlsx ブックです。

            終了コード:
              0   完了
              1   入力に誤り(すべて表示)
              2   使い方の誤り
              3   解なし(両立しない制約を表示)
              4   証明された解なし(時間・メモリ・証明のいずれかが不足。得られたものは保存)
              5   結果を書き込めない
              70  プログラムの不具合
              78  実行環境の不足(対処法を表示)

            環境変数: GENRYU_LANG (ja または en)、GENRYU_JAVA_HOME、GENRYU_OPTS (例: -Xmx8g)、NO_COLOR。""");
}
