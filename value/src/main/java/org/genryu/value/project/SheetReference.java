package org.genryu.value.project;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.genryu.casefile.schema.CaseSchema.Range;
import org.genryu.value.project.SheetSchema.Key;

/// The reference page of the term sheet, made from its schema: `docs/reference/term-sheet.md`.
public final class SheetReference {
    private final StringBuilder out = new StringBuilder();

    private SheetReference() {}

    /// The whole page as Markdown, English and Japanese side by side.
    public static String markdown() {
        SheetReference page = new SheetReference();
        page.intro();
        SheetSchema.current().sections().forEach(page::section);
        return page.out.toString();
    }

    private void intro() {
        out.append("""
                # The term sheet of a project / プロジェクトのタームシート

                This page is made from the schema; `genryu value` applies the same schema. このページはスキーマから自動生成されます。

                A term sheet is one YAML file. Every number may carry its own unit (`1.2 Mt/yr`, `110 USD/kg`, `300 MUSD`, `35 %`, `18 months`),
                a spread (`80..120`, `100 ±15`, `triangular(80, 100, 140)`, `lognormal(100, 0.3)`), and its story:
                `{value: 300 MUSD, source: a-4, note: assumption}`. A `source` of a section holds for all its numbers.
                タームシートは一つの YAML ファイルです。数値には単位・幅を付けられ、`{value: …, source: …, note: …}` の形で出典と備考を書けます。

                A number must not exceed `largest` in size, so that what is computed from it stays a number; where 0 is not allowed it must not be below 1/`largest`.
                数値の大きさは「最大」以下でなければなりません（計算があふれないため）。0 が許されない項目では 1/最大 以上でなければなりません。

                Base case: central values, expected prices, no delay. `{currency}` is the currency of the sheet, `{unit}` the unit of the
                product or price. 基準ケースは中央値・期待価格・遅延なし。`{currency}` はシートの通貨、`{unit}` は製品・価格の単位です。
                `yes` and `no` are words: write them in quotes where another program may read them as true and false.
                """);
    }

    private void section(String name, Map<String, Key> keys) {
        out.append("\n## ")
                .append(name.isEmpty() ? "The sheet / シート全体" : "`" + name + "`")
                .append("\n\n");
        out.append("| key / キー | kind / 種類 | unit / 単位 | default / 既定 | rule / 規則 | largest / 最大 | meaning | 意味 |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        keys.values().forEach(this::key);
    }

    private void key(Key key) {
        out.append("| `").append(key.name()).append('`');
        out.append(" | ").append(kind(key));
        out.append(" | ").append(key.unit().isEmpty() ? "" : "`" + key.unit() + "`");
        out.append(" | ").append(key.required() ? "*required / 必須*" : quoted(key.standard()));
        String rule = key.range().equals(Range.ALL) ? "" : key.range().rule().en();
        double largest = key.range().largest();
        out.append(" | ").append(rule.replaceFirst("^(be|lie) ", ""));
        out.append(" | ").append(Double.isInfinite(largest) ? "" : String.format(Locale.ROOT, "`%.0e`", largest));
        out.append(" | ").append(escaped(key.meaning().en()));
        out.append(" | ").append(escaped(key.meaning().ja())).append(" |\n");
    }

    private static String kind(Key key) {
        return switch (key.kind()) {
            case ID -> "id";
            case TITLE -> "text, `{en: …, ja: …}`";
            case TEXT -> "text";
            case TEXTS -> "texts";
            case WORD -> "word";
            case CHOICE -> words(key.target());
            case CURRENCY -> "ISO 4217";
            case UNIT -> "unit";
            case YEAR -> "year";
            case MONTH, PERIOD -> "`2027`, `2027-Q3`, `2027-08`";
            case NUMBER -> "number";
            case CLASS -> "number, or `{class: …}`: " + words(key.target());
            case RAMPUP -> "numbers, or `{class: …}`: " + words(key.target());
            case NUMBERS -> "numbers";
            case SHARES -> "numbers by name";
            case PRICE -> "name of a price, or a number";
            case REFPRODUCT -> "id of a product";
            case REFLOAN -> "id of a loan";
            case SECTION -> "section `" + key.path() + "`";
            case LIST -> "list of `" + key.path() + "`";
            case MAP -> "`" + key.path() + "` by name";
            case SHAPES -> "list of " + words(key.target());
            case TRIPLES -> "`[[a, b, 0.3], …]`";
        };
    }

    private static String words(List<String> words) {
        return "`" + String.join("` `", words) + "`";
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
