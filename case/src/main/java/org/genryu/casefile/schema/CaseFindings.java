package org.genryu.casefile.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Text;
import org.genryu.core.name.NearNames;
import org.genryu.core.name.NearestNames;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.time.Span;

/// Everything that was found in a case while reading it, in the words in which it is said to people. Each kind of
/// fault has one method here, so that all wording stands in one place and is tested word for word.
///
/// Size: one method for each kind of fault.
public final class CaseFindings {
    /// After this many the rest is only counted.
    public static final int SHOWN = 10_000;

    private final List<Finding> all = new ArrayList<>();
    private final NearNames near = new NearNames();
    private int errors;
    private int hidden;

    /// What a finding is about and where it stands.
    public record Where(Place place, Text thing) {
        public static Where file(String file) {
            return new Where(Place.of(file), fileThing(file));
        }

        public static Where file(Place place) {
            return new Where(place, fileThing(place.file()));
        }

        private static Text fileThing(String file) {
            return new Text("File '" + file + "'", "ファイル「" + file + "」");
        }

        public static Where of(Text thing, String id, Place place) {
            return id.isEmpty()
                    ? new Where(place, thing)
                    : new Where(place, new Text(thing.en() + " '" + id + "'", thing.ja() + "「" + id + "」"));
        }
    }

    public int errors() {
        return errors;
    }

    /// The names that may be meant by a word, as long as looking for them costs little.
    public Optional<Text> near(String word, Collection<String> known) {
        return near.cure(word, known);
    }

    public Optional<Text> near(String word, Supplier<? extends Collection<String>> known) {
        return near.cure(word, known);
    }

    /// The countries that may be meant.
    public Optional<Text> country(String word) {
        return country(word, _ -> true);
    }

    public Optional<Text> country(String word, Predicate<String> among) {
        return near.search(
                        word,
                        IdSyntax.countryNames(),
                        () -> meant(IdSyntax.countriesLike(word).stream()
                                .filter(among)
                                .toList()))
                .cure();
    }

    /// What all words of this reader may cost.
    public NearNames budget() {
        return near;
    }

    /// The same where it matters whether anybody has looked.
    public NearNames.Search search(String word, Collection<String> known) {
        return near.search(word, known.size(), () -> NearestNames.cure(word, known));
    }

    /// The names of keys that may be meant by a key that is none ([NameSpelling#cure]), within the same budget.
    /// @param there keys that are there already
    public NearNames.Search near(String key, Collection<String> known, Set<String> there) {
        return near.search(key, known.size(), () -> NameSpelling.cure(key, known, there));
    }

    /// All findings, file by file in the order of first mention, within a file by line.
    public List<Finding> all() {
        Map<String, Integer> files = new HashMap<>();
        all.forEach(f -> files.putIfAbsent(f.place().file(), files.size()));
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(
                        (Finding f) -> files.getOrDefault(f.place().file(), 0))
                .thenComparingInt(f -> f.place().line()));
        if (hidden > 0) {
            sorted.add(new Finding(
                    Severity.NOTE,
                    Place.NOWHERE,
                    new Text("Check", "検査"),
                    new Text(
                            hidden + " more findings are not shown; correct the first " + SHOWN + " and check again.",
                            "ほかに " + hidden + " 件あります。まず最初の " + SHOWN + " 件を直して再検査してください。"),
                    Optional.empty()));
        }
        near.remark().ifPresent(sorted::add);
        return sorted;
    }

    public void addAll(CaseFindings others) {
        others.all.forEach(f -> add(f.severity(), new Where(f.place(), f.thing()), f.problem(), f.cure()));
        hidden += others.hidden;
    }

    public void add(Severity severity, Where where, Text problem, Optional<Text> cure) {
        if (severity == Severity.ERROR) {
            errors++;
        }
        if (all.size() >= SHOWN) {
            hidden++;
            return;
        }
        all.add(new Finding(severity, where.place, where.thing, problem, cure));
    }

    private void error(Where where, String en, String ja) {
        add(Severity.ERROR, where, new Text(en, ja), Optional.empty());
    }

    private void error(Where where, String en, String ja, String cureEn, String cureJa) {
        add(Severity.ERROR, where, new Text(en, ja), Optional.of(new Text(cureEn, cureJa)));
    }

    private void warning(Where where, String en, String ja, String cureEn, String cureJa) {
        add(Severity.WARNING, where, new Text(en, ja), Optional.of(new Text(cureEn, cureJa)));
    }

    // Files

    public void fileTooBig(String file, long bytes, long limit) {
        error(
                Where.file(file),
                "size is " + bytes + " bytes; it must be " + limit + " or less. The file was not read.",
                "サイズが " + bytes + " バイトです。" + limit + " バイト以下でなければなりません。読み込みませんでした。",
                "split the table or leave out rows that the case does not need.",
                "表を分けるか、不要な行を除いてください。");
    }

    public void caseTooBig(String file, long limit) {
        error(
                Where.file(file),
                "the files of the case are larger than " + limit + " bytes together. The file was not read.",
                "ケース全体のファイルが合計 " + limit + " バイトを超えます。読み込みませんでした。",
                "leave out files that the case does not need.",
                "不要なファイルを除いてください。");
    }

    public void tooManyFiles(String folder, int limit) {
        error(
                Where.file(folder),
                "it holds more than " + limit + " files; it must hold " + limit + " or fewer.",
                "ファイルが " + limit + " 個を超えています。" + limit + " 個以下でなければなりません。",
                "another folder was meant.",
                "別のフォルダーを指定していないか確かめてください。");
    }

    public void notPlainFile(String file, boolean link) {
        error(
                Where.file(file),
                link
                        ? "it is a link; a case holds plain files only, none that lead out of its folder. It was not read."
                        : "it is no plain file. It was not read.",
                link ? "リンクです。ケースには、フォルダーの外へ出ない通常のファイルだけを置けます。読み込みませんでした。" : "通常のファイルではありません。読み込みませんでした。",
                "put a copy of the file itself here.",
                "ファイルそのものをここに置いてください。");
    }

    public void noFolder(String folder) {
        error(
                Where.file(folder),
                "there is no such folder.",
                "そのようなフォルダーはありません。",
                "check the spelling, or run `genryu cases` to see the built-in cases.",
                "綴りを確かめるか、`genryu cases` で組み込みケースを確認してください。");
    }

    public void unreadable(String file) {
        error(
                Where.file(file),
                "it cannot be read.",
                "読み込めません。",
                "another program keeps it open, or its permissions forbid it.",
                "ほかのプログラムが使用中か、権限がない可能性があります。");
    }

    public void encoding(Place place) {
        error(
                Where.file(place),
                "it is not UTF-8, and whether it is Shift_JIS or Windows-1252 cannot be told from it.",
                "文字コードが UTF-8 ではなく、Shift_JIS か Windows-1252 かも判別できません。",
                "save it as \"CSV UTF-8\".",
                "「CSV UTF-8」形式で保存し直してください。");
    }

    public void decoded(Place place, String name) {
        note(
                Where.file(place),
                "it is not UTF-8; it was read as " + name + ".",
                "文字コードが UTF-8 ではないため、" + name + " として読みました。");
    }

    public void noText(String file, boolean workbook) {
        error(
                Where.file(file),
                workbook
                        ? "it is a workbook or an archive, not a text. It was not read."
                        : "it is not a text. It was not read.",
                workbook ? "テキストではなく、ブックまたは圧縮ファイルです。読み込みませんでした。" : "テキストではありません。読み込みませんでした。",
                "save it as \"CSV UTF-8\".",
                "「CSV UTF-8」形式で保存し直してください。");
    }

    public void separated(Place place, Text by) {
        note(
                Where.file(place),
                "its cells are separated by " + by.en() + "; it was read so.",
                "セルの区切りが" + by.ja() + "なので、そのように読みました。");
    }

    public void decimalCommas(Place place, String shown) {
        note(
                Where.file(place),
                "its decimal sign is the comma, as in '" + shown + "'; its numbers were read so.",
                "「" + shown + "」のように小数点がコンマなので、数値をそのように読みました。");
    }

    /// @param comma a number whose decimal sign can only be the comma
    /// @param point one whose decimal sign can only be the point
    public void twoDecimalSigns(Place place, String comma, int line, String point) {
        error(
                Where.file(place),
                "'" + point + "' has a decimal point, but '" + comma + "' on line " + line
                        + " has a decimal comma; a file must have one decimal sign.",
                "「" + point + "」の小数点はピリオドですが、" + line + " 行目の「" + comma + "」ではコンマです。一つのファイルではどちらかに揃えてください。",
                "write all numbers with a point.",
                "すべての数値をピリオドで書いてください。");
    }

    public void doubtfulSign(Place place, String shown, String whole, String part) {
        error(
                Where.file(place),
                place.column() + " is '" + shown + "', which is " + whole + " or " + part
                        + ": nothing in the file says whether its decimal sign is the comma or the point.",
                place.column() + " が「" + shown + "」です。" + whole + " か " + part + " か、ファイルの中に小数点がコンマかピリオドかを示す数値がありません。",
                "'" + whole + "' or '" + part + "0' is meant.",
                "「" + whole + "」または「" + part + "0」と書いてください。");
    }

    public void badPath(String path) {
        error(
                Where.file(path),
                "its name leads out of the folder or is no plain file name. It was not written.",
                "名前がフォルダーの外を指すか、通常のファイル名ではありません。書き出しませんでした。",
                "rename the table or scenario.",
                "表またはシナリオの名前を変えてください。");
    }

    /// @param near a file that may be it
    public void noHeader(String folder, Optional<String> near) {
        error(
                Where.file(folder),
                "case.yaml is missing; every case must have one.",
                "case.yaml がありません。ケースには必ず必要です。",
                near.map(file -> "'" + file + "' should have this name.")
                        .orElse("make a case to start from with `genryu init`."),
                near.map(file -> "「" + file + "」をこの名前にしてください。").orElse("`genryu init` で雛形を作れます。"));
    }

    public void idle(String id) {
        error(
                Where.of(new Text("Case", "ケース"), id, Place.of(CaseSchema.HEADER)),
                "it is still empty: it has no process, route, store or demand; it must have at least one.",
                "まだ空です。工程、輸送路、在庫、需要のいずれもありません。少なくとも1つ必要です。",
                "fill in the tables, or start from a copy: `genryu init mine --from alliance`.",
                "表に記入するか、写しから始めてください: `genryu init mine --from alliance`。");
    }

    /// A name was taken for one that differs from it in nothing that matters.
    public void readAs(Place place, Text what, String written, String name) {
        note(
                Where.file(place),
                what.en() + " '" + written + "' was read as '" + name + "'.",
                what.ja() + "「" + written + "」を「" + name + "」として読みました。");
    }

    public void doubleTable(Place place, String table, String first) {
        error(
                Where.file(place),
                "table '" + table + "' stands in '" + first + "' already; it must stand once.",
                "表「" + table + "」はすでに「" + first + "」にあります。一つでなければなりません。",
                "one of them is an old copy.",
                "片方が古い写しではありませんか。");
    }

    public void misspeltTable(String file, String name, Text meant) {
        add(
                Severity.ERROR,
                Where.file(file),
                new Text(
                        "'" + name
                                + "' is no table of a case, but looks like one; left out it would count for nothing.",
                        "「" + name + "」という表はありませんが、既知の表によく似ています。このままでは使われません。"),
                Optional.of(meant));
    }

    /// @param likely whether it has a column by which a table of a case names its rows
    public void unknownTable(String file, String name, boolean likely) {
        add(
                likely ? Severity.WARNING : Severity.NOTE,
                Where.file(file),
                new Text(
                        "'" + name + "' is no table of a case; it is kept but not used.",
                        "「" + name + "」という表はありません。保持しますが使いません。"),
                Optional.of(
                        new Text("it belongs elsewhere; the reference page lists the tables.", "表の一覧は参照ページをご覧ください。")));
    }

    /// What cannot be read and belongs to no table is no fault of the case.
    public void leftAlone(String file) {
        note(
                Where.file(file),
                "it belongs to no table of the case and was left alone.",
                "ケースのどの表でもないため、読まずにそのままにしました。");
    }

    public void misspeltFolder(String folder, Text meant) {
        add(
                Severity.ERROR,
                Where.file(folder),
                new Text(
                        "the folder's name is not known, but looks like one that is; left out it would count for nothing.",
                        "未知のフォルダー名ですが、既知の名前によく似ています。このままでは使われません。"),
                Optional.of(meant));
    }

    // CSV

    public void brokenCsv(Place place) {
        error(
                Where.file(place),
                "a quoted cell has no end, or text follows its closing quote; reading stopped here.",
                "引用符で囲んだセルに終わりがないか、閉じの引用符の後に文字があります。ここで読み込みを止めました。",
                "a quote (\") is missing, or one inside of a cell must be doubled (\"\").",
                "引用符（\"）の閉じ忘れか、セル内の引用符を二重（\"\"）にしていないためです。");
    }

    public void longCell(Place place, int length, int limit) {
        error(
                Where.file(place),
                "a cell has " + length + " characters; it must have " + limit + " or fewer. It is taken as blank.",
                "セルが " + length + " 文字あります。" + limit + " 文字以下でなければなりません。空欄とみなしました。",
                "a quote (\") is missing further up.",
                "これより前で引用符（\"）が抜けていませんか。");
    }

    public void title(Place place, String text) {
        String shown = ReadText.quotable(text);
        note(
                Where.file(place),
                "'" + shown + "' stands above the column names; it was taken as a title.",
                "「" + shown + "」は列名より上にあるため、表題とみなしました。");
    }

    public void unitsRow(Place place) {
        error(
                Where.file(place),
                "the row holds units and no number; a unit must stand behind its number.",
                "数値のない単位だけの行です。単位は数値の後に書かなければなりません。",
                "'350 t/d' is meant in the rows; where the unit is that of the column it may be left out.",
                "各行に「350 t/d」のように書き、列の単位と同じなら省いて、この行を消してください。");
    }

    public void totalRow(Place place, String id) {
        error(
                Where.file(place),
                "'" + id + "' is the sum of the rows by its name; a table must have its members only.",
                "「" + id + "」は名前から見て合計行です。表には内訳だけを書かなければなりません。",
                "delete the row.",
                "この行を消してください。");
    }

    public void noHead(String file) {
        warning(
                Where.file(file),
                "it is empty; the first row must name the columns.",
                "空です。最初の行に列名が必要です。",
                "delete the file, or start from the template of `genryu init`.",
                "ファイルを削除するか、`genryu init` の雛形を使ってください。");
    }

    public void longRow(Place place, int cells, int columns) {
        error(
                Where.file(place),
                "the row has " + cells + " cells; it must have " + columns + " like the head.",
                "行のセルが " + cells + " 個あります。見出しと同じ " + columns + " 個でなければなりません。",
                "a text with a comma needs quotes (\"…\").",
                "カンマを含む文字列は引用符（\"…\"）で囲んでください。");
    }

    public void shortRow(Place place, int cells, int columns) {
        warning(
                Where.file(place),
                "the row has " + cells + " cells; the head has " + columns + ". The missing ones are taken as blank.",
                "行のセルが " + cells + " 個、見出しは " + columns + " 個です。足りないセルは空欄とみなしました。",
                "a comma is missing.",
                "カンマが抜けている可能性があります。");
    }

    public void tooManyRows(Place place, int limit) {
        error(
                Where.file(place),
                "it has more than " + limit + " rows; reading stopped here.",
                "行数が " + limit + " を超えました。ここで読み込みを止めました。",
                "split the case.",
                "ケースを分けてください。");
    }

    public void tooManyColumns(Place place, int columns, int limit) {
        error(
                Where.file(place),
                "it has " + columns + " columns; it must have " + limit + " or fewer.",
                "列が " + columns + " 列あります。" + limit + " 列以下でなければなりません。",
                "the separator is wrong.",
                "区切り文字が違う可能性があります。");
    }

    public void duplicateColumn(Place place, String column) {
        error(
                Where.file(place),
                "column '" + column + "' appears twice; it must appear once.",
                "列「" + column + "」が二つあります。一つでなければなりません。",
                "delete or rename one of them.",
                "どちらかを削除するか改名してください。");
    }

    public void namelessColumn(Place place, int number) {
        error(
                Where.file(place),
                "column " + number + " has no name.",
                "第 " + number + " 列に名前がありません。",
                "there is a comma too many in the first row.",
                "最初の行のカンマが一つ多い可能性があります。");
    }

    public void misspeltColumn(Place place, String column, Text meant) {
        add(
                Severity.ERROR,
                Where.file(place),
                new Text(
                        "column '" + column + "' is not known, but looks like one that is; left out it would count for"
                                + " nothing.",
                        "列「" + column + "」は未知ですが、既知の列によく似ています。このままでは使われません。"),
                Optional.of(meant));
    }

    public void unknownColumn(Place place, String column) {
        warning(
                Where.file(place),
                "column '" + column + "' is not known; it is kept but not used.",
                "列「" + column + "」は未知です。保持しますが使いません。",
                "it belongs into `note`; the reference page lists the columns.",
                "備考なら note 列に書いてください。列の一覧は参照ページにあります。");
    }

    public void missingColumn(Place place, String column) {
        error(
                Where.file(place),
                "column '" + column + "' is missing; the table must have it.",
                "列「" + column + "」がありません。必須です。",
                "the column names must stand in the first row.",
                "最初の行に列名を置いてください。");
    }

    // YAML

    public void brokenYaml(Place place, String problem) {
        error(
                Where.file(place),
                "it is no well-formed YAML" + (problem.isEmpty() ? "." : ": " + problem + "."),
                "YAML の書き方が正しくありません" + (problem.isEmpty() ? "。" : "（" + problem + "）。"),
                "the indentation is uneven, or a quote or bracket is not closed.",
                "字下げの不揃い、または引用符・括弧の閉じ忘れを確かめてください。");
    }

    public void yamlLimit(Place place, String what, int limit) {
        String ja = switch (what) {
            case "depth" -> "入れ子の深さ";
            case "aliases" -> "別名（*…）の数";
            case "nodes" -> "要素数";
            default -> "文字数";
        };
        error(
                Where.file(place),
                (what.equals("depth")
                                ? "it is nested more than " + limit + " deep"
                                : "it has more than " + limit + " " + what)
                        + "; reading stopped here.",
                ja + "が " + limit + " を超えました。ここで読み込みを止めました。",
                "the file was made by a program that went wrong.",
                "ファイルを作ったプログラムの誤りが疑われます。");
    }

    public void yamlDocuments(Place place) {
        error(
                Where.file(place),
                "it holds several documents (`---`); it must hold one.",
                "複数の文書（`---`）があります。一つでなければなりません。",
                "use one file for each.",
                "文書ごとにファイルを分けてください。");
    }

    public void yamlTwice(Place place) {
        error(
                Where.file(place),
                "key '" + place.column() + "' appears twice; it must appear once.",
                "キー「" + place.column() + "」が二つあります。一つでなければなりません。",
                "delete one of them.",
                "どちらかを削除してください。");
    }

    public void yamlShape(Where where, String what, Text expected) {
        error(where, what + " must be " + expected.en() + ".", what + " は" + expected.ja() + "でなければなりません。");
    }

    public void unknownKey(Where where, String key, NearNames.Search meant) {
        NameSpelling.Unknown said = NameSpelling.unknown(key, meant);
        add(said.severity(), where, said.problem(), Optional.of(said.cure()));
    }

    // Cells

    public void missing(Where where, String column) {
        error(where, column + " is blank; it must be given.", column + " が空欄です。必須です。");
    }

    public void duplicate(Where where, int firstLine) {
        error(
                where,
                "the id is used twice; it must be unique. It stands first on line " + firstLine + ".",
                "同じIDが二度使われています。IDは一意でなければなりません。最初は " + firstLine + " 行目です。",
                "rename one of them, or delete a row that was pasted twice.",
                "どちらかを改名するか、二重に貼り付けた行を削除してください。");
    }

    void idForm(Where where, String id, Optional<Text> better) {
        add(
                Severity.ERROR,
                where,
                new Text(
                        "id is '" + id + "'; it must be lower-case words joined by '-'.",
                        "ID が「" + id + "」です。小文字の語を「-」でつないだ形でなければなりません。"),
                better);
    }

    void idStyle(Where where, String id, Optional<Text> better) {
        add(
                Severity.WARNING,
                where,
                new Text(
                        "id is '" + id + "'; ids are lower-case words joined by '-'.",
                        "ID が「" + id + "」です。IDは小文字の語を「-」でつなぎます。"),
                better);
    }

    public void missingReference(Where where, String column, String id, Text thing, Optional<Text> meant) {
        String en =
                column + " is '" + id + "'; it must be a known " + thing.en().toLowerCase(java.util.Locale.ROOT) + ".";
        String ja = column + " が「" + id + "」です。既知の" + thing.ja() + "でなければなりません。";
        add(Severity.ERROR, where, new Text(en, ja), meant);
    }

    public void unknownWord(Where where, String column, String word, List<String> words, Optional<Text> meant) {
        String list = String.join(", ", words);
        add(
                Severity.ERROR,
                where,
                new Text(
                        column + " is '" + word + "'; it must be one of " + list + ".",
                        column + " が「" + word + "」です。" + list + " のいずれかでなければなりません。"),
                meant);
    }

    public void unknownCountry(Where where, String column, String code, Optional<Text> meant) {
        add(
                Severity.ERROR,
                where,
                new Text(
                        column + " is '" + code + "'; it must be an ISO 3166 two-letter code.",
                        column + " が「" + code + "」です。ISO 3166 の二文字コードでなければなりません。"),
                meant);
    }

    public void doubtfulWord(Where where, String column, String word, Text why, Optional<Text> meant) {
        Text problem = new Text(
                column + " is '" + word + "'; " + why.en() + ".", column + " が「" + word + "」です。" + why.ja() + "。");
        add(Severity.WARNING, where, problem, meant);
    }

    /// @param rule what the reader of literals says, a whole sentence
    public void badNumber(Where where, String column, String value, Text rule, Optional<Text> cure) {
        add(
                Severity.ERROR,
                where,
                new Text(column + " is '" + value + "'; " + rule.en(), column + " が「" + value + "」です。" + rule.ja()),
                cure);
    }

    public void formula(Where where, String column, String value, Text expected) {
        error(
                where,
                column + " is '" + value + "', a spreadsheet formula; it must be " + expected.en() + ".",
                column + " が表計算の数式「" + value + "」です。" + expected.ja() + "でなければなりません。",
                "paste the values only.",
                "値のみ貼り付けてください。");
    }

    public void outOfRange(Where where, String column, Text value, CaseSchema.Range range, Optional<Text> cure) {
        Text rule = range.rule();
        add(
                Severity.ERROR,
                where,
                new Text(
                        column + " is " + value.en() + "; it must " + rule.en() + ".",
                        column + " が " + is(value.ja()) + "。" + rule.ja() + "でなければなりません。"),
                cure);
    }

    public void unusual(Where where, String column, Text value, CaseSchema.Range range, Optional<Text> cure) {
        Text rule = range.rule();
        add(
                Severity.WARNING,
                where,
                new Text(
                        column + " is " + value.en() + "; it should " + rule.en() + ".",
                        column + " が " + value.ja() + " です。通常は " + rule.ja() + "です。"),
                cure);
    }

    /// One of several that are all likely.
    public static Optional<Text> meant(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(quoted(names) + " is meant.", "「" + String.join("」「", names) + "」ではありませんか。"));
    }

    public void tooManyThings(Where where, String unit, int most) {
        String shown = ReadText.quotable(unit);
        error(
                where,
                "unit is '" + shown + "', which is no known unit; a case may count in " + most
                        + " things of its own, and these are more.",
                "unit が「" + shown + "」ですが、既知の単位ではありません。ケース独自の数え方は " + most + " 種類までです。",
                "the unit is meant in which the commodity is counted, such as t.",
                "品目を数える単位(t など)を書いてください。");
    }

    /// A digit before です has a space after it, a Japanese unit has none.
    private static String is(String value) {
        return value.charAt(value.length() - 1) < 128 ? value + " です" : value + "です";
    }

    public static Text percent(String value) {
        return new Text("'" + value + " %' was meant.", "「" + value + " %」の意味ではありませんか。");
    }

    public void currency(Where where, String code, Optional<Text> meant) {
        add(
                Severity.ERROR,
                where,
                new Text(
                        "currency is '" + code + "'; it must be an ISO 4217 code such as USD or JPY.",
                        "currency が「" + code + "」です。USD、JPY のような ISO 4217 コードでなければなりません。"),
                meant);
    }

    /// The months of a date; empty after a finding. Where something was taken for granted, a note says what.
    public Optional<Span> date(Where where, String column, String text) {
        return switch (Span.read(text)) {
            case ReadText.Value<Span>(Span span) -> {
                Span.assumed(text)
                        .ifPresent(note -> add(
                                Severity.NOTE,
                                where,
                                new Text(
                                        column + " is '" + text + "'; " + note.en(),
                                        column + " が「" + text + "」です。" + note.ja()),
                                Optional.empty()));
                yield Optional.of(span);
            }
            case ReadText.Refused<Span> refused -> {
                Finding finding =
                        refused.at(new Place(where.place().file(), where.place().line(), column), where.thing(), text);
                add(Severity.ERROR, where, finding.problem(), finding.cure());
                yield Optional.empty();
            }
        };
    }

    public void noMoney(Where where, String key, Money counted, Optional<Text> meant) {
        String own = counted.toString();
        add(
                Severity.ERROR,
                where,
                new Text(
                        "'" + key + "' is no other money than " + own
                                + "; a rate must be for an ISO 4217 code such as AUD, or for one with a price year such"
                                + " as AUD2020.",
                        "「" + key + "」は " + own
                                + " 以外の通貨ではありません。AUD のような ISO 4217 コードか、AUD2020 のように価格年を付けたものでなければなりません。"),
                meant);
    }

    public void rateWithoutSource(Where where, String money, boolean alone) {
        if (alone) {
            warning(
                    where,
                    "the rate of " + money + " has no source.",
                    money + " の換算率に出典がありません。",
                    "{value: …, source: …, date: …} is meant; say why in `note` where there is no source.",
                    "{value: …, source: …, date: …} の形で書き、出典がなければ note に理由を書いてください。");
        } else {
            note(where, "the rate of " + money + " is an assumption.", money + " の換算率は仮定です。");
        }
    }

    // Rows

    public void gap(Where where, String column, int given, int periods) {
        error(
                where,
                column + " is given for " + given + " of " + periods
                        + " whole periods, and the row has none of its own.",
                column + " が " + periods + " 期間中 " + given + " 期間分しかなく、行の値もありません。",
                "fill in the row too; series and changes then stand in its place.",
                "行にも値を記入してください。series と changes がその期間だけ置き換えます。");
    }

    /// One thing must not exceed another, and the like.
    public void rule(Where where, String en, String ja, String cureEn, String cureJa) {
        error(where, en, ja, cureEn, cureJa);
    }

    public void doubt(Where where, String en, String ja, String cureEn, String cureJa) {
        warning(where, en, ja, cureEn, cureJa);
    }

    public void note(Where where, String en, String ja) {
        add(Severity.NOTE, where, new Text(en, ja), Optional.empty());
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("' or '", names) + "'";
    }
}
