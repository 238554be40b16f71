package org.genryu.results;

import java.util.Locale;
import org.genryu.core.Text;

/// The reference page of results, made from the schema: `docs/reference/results.md`.
public final class ResultReference {
    private final StringBuilder out = new StringBuilder();

    private ResultReference() {}

    /// The whole page as Markdown, English and Japanese side by side.
    public static String markdown() {
        ResultReference page = new ResultReference();
        page.intro();
        page.room(ResultSchema.Room.BALANCE, new Text("A balanced case", "需給均衡の結果"));
        page.room(ResultSchema.Room.VALUE, new Text("A valued project", "プロジェクトの評価結果"));
        page.room(ResultSchema.Room.WORST, new Text("The worst moves of the other side", "相手側の最悪の手"));
        page.room(ResultSchema.Room.STRESS, new Text("The months of a scenario", "シナリオの月ごとの結果"));
        page.room(ResultSchema.Room.BACKTEST, new Text("What happened, told again", "実際の出来事の再現"));
        page.room(ResultSchema.Room.GAME, new Text("Our measures against their moves", "自陣営の対策と相手側の手"));
        page.room(ResultSchema.Room.SHARE, new Text("The splits of a joint gain", "協力の利益の配分"));
        page.room(ResultSchema.Room.ALLIANCE, new Text("The worth of alliances", "同盟の値"));
        page.room(ResultSchema.Room.PLAN, new Text("What is best built and decided", "何を建設し決めるのがよいか"));
        page.room(ResultSchema.Room.REGISTER, new Text("The programme register", "プログラム登録簿"));
        return page.out.toString();
    }

    private void intro() {
        out.append("""
                # Results: tables and columns / 結果の表と列

                This page is made from the schema by which the tables are written. このページは、表を書き出すスキーマから自動生成されます。

                `{unit}` is the unit of the row's commodity or product, `{activity}` that of the process, `{currency}` the money of the case or the sheet.
                `{unit}` はその行の品目・製品の単位、`{activity}` は工程の単位、`{currency}` はケースやシートの通貨です。
                JSON documents carry the same rows under the name of the table, an absent number as `null`; in CSV it is an empty cell.
                JSON でも同じ行を表の名前で示します。数値がないとき JSON では `null`、CSV では空欄です。
                """);
    }

    private void room(ResultSchema.Room room, Text title) {
        out.append("\n# ").append(title.en()).append(" / ").append(title.ja()).append('\n');
        ResultSchema.current().of(room).forEach(this::table);
    }

    private void table(ResultSchema.Table table) {
        out.append("\n## `")
                .append(table.name())
                .append("` (")
                .append(table.file().map(file -> "`" + file + "`").orElse("JSON"))
                .append(")\n\n");
        both(table.meaning());
        out.append("\n\n| column / 列 | type / 型 | unit / 単位 | meaning | 意味 |\n| --- | --- | --- | --- | --- |\n");
        for (ResultSchema.Column column : table.columns()) {
            cells(
                    "`" + column.name() + "`",
                    column.kind().name().toLowerCase(Locale.ROOT),
                    column.unit(),
                    column.meaning().en(),
                    column.meaning().ja());
        }
        if (!table.entries().isEmpty()) {
            out.append("\n| entry / 項目 | about / 対象 | unit / 単位 | meaning | 意味 |\n| --- | --- | --- | --- | --- |\n");
            table.entries()
                    .values()
                    .forEach(entry -> cells(
                            "`" + entry.name() + "`",
                            entry.subject(),
                            entry.unit(),
                            entry.meaning().en(),
                            entry.meaning().ja()));
        }
    }

    private void both(Text text) {
        out.append(text.en()).append(" / ").append(text.ja());
    }

    private void cells(String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
