package org.genryu.casefile.schema;

import org.genryu.casefile.schema.CaseSchema.ColumnSpec;
import org.genryu.casefile.schema.CaseSchema.TableSpec;
import org.genryu.core.Lang;

/// The reference page of the case folder, made from the schema: `docs/reference/case.md`.
public final class CaseReference {
    private final StringBuilder out = new StringBuilder();

    private CaseReference() {}

    /// The whole page as Markdown, English and Japanese side by side.
    public static String markdown() {
        CaseReference page = new CaseReference();
        page.intro();
        CaseSchema.current().tables().values().forEach(page::table);
        page.shapes();
        return page.out.toString();
    }

    private void intro() {
        out.append("""
                # The case folder: tables and columns / ケースの表と列

                This page is made from the schema; `genryu check` applies the same schema. このページはスキーマから自動生成されます。

                A blank cell means the default. Numbers may carry their own unit (`350 t/d`, `35 %`, `5500億ドル`) or a spread (`80..120`, `100 ±15`).
                空欄は既定値。数値には単位（`350 t/d`、`35 %`、`5500億ドル`）や幅（`80..120`、`100 ±15`）を付けられます。

                `{unit}` is the unit of the row's commodity, `{currency}` the currency of the case, `{activity}` the unit of the recipe's main product
                (the first commodity that it makes). `{unit}` はその行の品目の単位、`{currency}` はケースの通貨、`{activity}` はレシピの主産物（最初の産出品目）の単位です。

                A number must not exceed `largest` in size, so that what is computed from it stays a number; where 0 is not allowed it must not be below 1/`largest`.
                数値の大きさは「最大」以下でなければなりません（計算があふれないため）。0 が許されない列では 1/最大 以上でなければなりません。

                Tables are `.csv` files; `.tsv` and `.txt` files of a table's name are read too. Semicolons, tabs, decimal commas, UTF-16, Shift_JIS and
                Windows-1252 are recognised by what stands in the file and told in a note. Names of tables, columns and keys may differ in case and blanks;
                a name that is nearly right is an error, never a default. 表は `.csv`（`.tsv`・`.txt` も可）。区切りや文字コードは内容から判別し、注記で知らせます。

                ## `case.yaml`

                | key / キー | meaning | 意味 |
                | --- | --- | --- |
                | `id` *required / 必須* | id of the case | ケースのID |
                | `title` | `{en: …, ja: …}` | 題名 |
                | `currency` *required / 必須* | ISO 4217 code of all money | すべての金額の通貨（ISO 4217） |
                | `price_year` *required / 必須* | year whose prices the money is in | 価格基準年 |
                | `exchange` | what one unit of other money is worth in the currency of the case: `AUD: {value: 0.65, source: rba, date: 2025-06}`; a currency with a year is money of other prices: `USD2020: {value: 1.24, source: bls, date: 2025}` | 他の通貨（`AUD`）、他の価格年の通貨（`USD2020`）一単位の価値（ケースの通貨建て）。`source` は出典ID、`date` は換算率の日付 |
                | `home`, `rival` | countries whose security the case is about; whose moves it considers | 安全保障を考える側の国、その手を想定する相手国 |
                | `discount_rate` | a year; default 0 | 年割引率（既定 0） |
                | `periods` *required / 必須* | `{first: 2025, last: 2035, step: year}`; step `year`, `quarter` or `month` | 期間 |
                | `transit` | goods under way at both ends: `open` or `cyclic` | 期首・期末の輸送中の扱い |
                | `base` | scenarios that are in force in every run, because they happened: `[ban-2026, strait-2026]`; `--without ID` leaves one out, `--without all` all of them | 実際に起きたこととして毎回適用するシナリオ。`--without ID` で一つ、`--without all` ですべて外す |
                | `label` | who may see the case, in words of the Traffic Light Protocol or your own: `TLP:AMBER; REL JPN AUS`; every export says it, with the labels of rows. It holds nothing back | ケースの公開区分（`TLP:AMBER; REL JPN AUS` など）。行のラベルとともに、すべての書き出しに記されます。これ自体は何も隠しません |
                | `note` | a remark | 備考 |

                **+** marks what goes beyond the common contract of the case folder. 列「t」が ✓ の列だけ、`series` や日付付きの `changes` で期ごとに変えられます
                (only columns with ✓ under "t" can differ from period to period).
                """);
    }

    private void table(TableSpec table) {
        out.append("\n## `")
                .append(table.name())
                .append('`')
                .append(table.ours() ? " **+**" : "")
                .append("\n\n");
        out.append(table.meaning().en())
                .append(" / ")
                .append(table.meaning().ja())
                .append('\n');
        if (!table.key().isEmpty()) {
            out.append("\nKey / キー: `").append(String.join("/", table.key())).append("`\n");
        }
        out.append(
                "\n| column / 列 | type / 型 | unit / 単位 | default / 既定 | rule / 規則 | largest / 最大 | t | meaning | 意味 |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        table.columns().values().forEach(this::column);
    }

    private void column(ColumnSpec column) {
        out.append("| `").append(column.name()).append('`').append(column.ours() ? " **+**" : "");
        out.append(" | ").append(type(column));
        out.append(" | ").append(column.unit().isEmpty() ? "" : "`" + column.unit() + "`");
        out.append(" | ").append(column.required() ? "*required / 必須*" : cell(column.standard()));
        CaseSchema.Range range = column.range();
        String rule = range.equals(CaseSchema.Range.ALL) ? "" : range.rule().en();
        out.append(" | ").append(rule.replaceFirst("^(be|lie) ", ""));
        out.append(" | ")
                .append(Double.isInfinite(range.largest()) ? "" : "`" + PlainNumbers.write(range.largest()) + "`");
        out.append(" | ").append(column.timed() ? "✓" : "");
        out.append(" | ").append(escape(column.meaning().en()));
        out.append(" | ").append(escape(column.meaning().ja())).append(" |\n");
    }

    private static String type(ColumnSpec column) {
        return switch (column.kind()) {
            case ID, NAME -> "id";
            case REF, RECIPE -> "id of `" + column.target().getFirst() + "`";
            case REFS -> "ids of `" + column.target().getFirst() + "`, `;`";
            case GOODS -> "id, `group:…`, `*`";
            case TEXT -> "text";
            case WORD -> "word";
            case UNIT -> "unit";
            case NUMBER ->
                "number" + (column.target().isEmpty() ? "" : " or `" + String.join("` `", column.target()) + "`");
            case CHOICE -> "`" + String.join("` `", column.target()) + "`";
            case PERIOD -> "`2027`, `2027-Q3`, `2027-08`";
            case COUNTRY -> "ISO 3166";
            case TABLE -> "table";
            case ROW -> "id of a row";
            case SELECTOR -> "id, `*`, conditions";
            case COLUMN -> "number column";
            case VALUE -> "number";
        };
    }

    private static String cell(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String escape(String text) {
        return text.replace("|", "\\|");
    }

    private void shapes() {
        out.append("\n# Scenarios: events and measures / シナリオ：出来事と対策\n\n");
        out.append(
                "Shapes marked ✓ are acted upon by a balance and by a stress, those marked ☾ by a stress alone, which goes through the\n"
                        + "months; of the others they warn that their results are those without them.\n");
        out.append("✓ の形は需給均衡でもストレスでも、☾ の形は月ごとに進むストレスだけで働きます。ほかは結果に反映しないことを警告します。\n");
        ActionShapes.current().shapes().values().forEach(this::shape);
        out.append("\n## every shape / 共通のキー\n\n| key | meaning | 意味 |\n| --- | --- | --- |\n");
        ActionShapes.current().common().values().forEach(this::key);
    }

    private void shape(ActionShapes.Shape shape) {
        out.append("\n## `").append(shape.name()).append("` (").append(shape.event() ? "event / 出来事" : "measure / 対策");
        out.append(shape.applied() ? ", ✓)" : shape.monthly() ? ", ☾)" : ")").append("\n\n");
        out.append(shape.meaning().en())
                .append(" / ")
                .append(shape.meaning().in(Lang.JA))
                .append("\n\n");
        out.append("| key | meaning | 意味 |\n| --- | --- | --- |\n");
        shape.keys().values().forEach(this::key);
    }

    private void key(ActionShapes.Key key) {
        String unit = key.unit().isEmpty() ? "" : " [`" + key.unit() + "`]";
        out.append("| `").append(key.name()).append('`').append(unit).append(key.required() ? " *required / 必須*" : "");
        out.append(" | ").append(escape(key.meaning().en()));
        out.append(" | ").append(escape(key.meaning().ja())).append(" |\n");
    }
}
