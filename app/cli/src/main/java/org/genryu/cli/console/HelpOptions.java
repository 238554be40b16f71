package org.genryu.cli.console;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help pages in one language: how options and parameters are declared, and the words around them.
public record HelpOptions(Lang lang) {
    /// Not shown: what the workbench asks its workers for.
    public static final String BOTH_PAGES = "--both-pages";

    static final String STEPS = "--steps";

    private static final int WIDTH = 100;

    /// A meaning as it is written: the parser reads descriptions as formats.
    private String plain(Text meaning) {
        return meaning.in(lang).replace("%", "%%");
    }

    /// Where the results go; of the commands that have some.
    public OptionSpec out() {
        return option("--out", "DIR", new Text("Write the result tables into DIR.", "結果の表を DIR に書き出します。"));
    }

    /// The clock of a whole call.
    public OptionSpec timeLimit() {
        return option(
                "--time-limit",
                "SECONDS",
                new Text(
                        "Stop after so many seconds, reading and writing included, and keep what is whole by then.",
                        "読み込みから書き出しまで含め、指定した秒数で止め、それまでに揃った結果を残します。"));
    }

    /// An option with a value.
    public OptionSpec option(String name, String value, Text meaning) {
        return OptionSpec.builder(name)
                .arity("1")
                .type(String.class)
                .paramLabel(value)
                .description(plain(meaning))
                .build();
    }

    /// An option that is there or not.
    public OptionSpec flag(String name, Text meaning) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(plain(meaning))
                .build();
    }

    /// The parameter at `index`.
    /// @param arity `1` if it must be there, `0..1` if it may be left out
    public PositionalParamSpec parameter(int index, String arity, String label, Text meaning) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(String.class)
                .paramLabel(label)
                .description(plain(meaning))
                .build();
    }

    /// Any number of parameters.
    public PositionalParamSpec parameters(String label, Text meaning) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .required(false)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(plain(meaning))
                .build();
    }

    /// The case that a command works on.
    public PositionalParamSpec theCase(String arity, Text more) {
        Text meaning = new Text(
                "A built-in case (see `genryu cases`), a folder with case.yaml, or an .xlsx workbook." + more.en(),
                "組み込みケースの id(`genryu cases` で一覧)、case.yaml のあるフォルダ、または .xlsx ブック。" + more.ja());
        return parameter(0, arity, "CASE", meaning);
    }

    /// What all commands share.
    public void common(CommandSpec spec) {
        spec.addOption(flag(
                "--json",
                new Text(
                        "Answer with one JSON document on standard output and nothing else.",
                        "結果を1つの JSON 文書として標準出力に書き、ほかには何も書きません。")));
        spec.addOption(option(
                "--lang",
                "ja|en",
                new Text(
                        "Language of messages and reports; by default that of the system.",
                        "メッセージと報告書の言語。指定がなければシステムの言語に従います。")));
        spec.addOption(
                flag("--quiet", new Text("No progress and no remarks on standard error.", "標準エラーに進捗や注記を出しません。")));
        for (String name : List.of(BOTH_PAGES, STEPS)) {
            spec.addOption(OptionSpec.builder(name)
                    .arity("0")
                    .type(boolean.class)
                    .hidden(true)
                    .build());
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .arity("0")
                .type(boolean.class)
                .usageHelp(true)
                .description(new Text("Show this page.", "この説明を表示します。").in(lang))
                .build());
    }

    /// The page of a command.
    public void page(CommandSpec spec, Text summary, Text lesson) {
        UsageMessageSpec page = spec.usageMessage();
        page.width(WIDTH);
        page.description(plain(summary.in(lang)));
        page.footer(plain("\n" + lesson.in(lang)).split("\n", -1));
        page.synopsisHeading(new Text("Usage: ", "使い方: ").in(lang));
        page.descriptionHeading("%n");
        page.parameterListHeading(new Text("%nParameters:%n", "%nパラメータ:%n").in(lang));
        page.optionListHeading(new Text("%nOptions:%n", "%nオプション:%n").in(lang));
        page.commandListHeading(new Text("%nCommands:%n", "%nコマンド:%n").in(lang));
        page.sortOptions(false);
        page.abbreviateSynopsis(true);
    }

    /// picocli formats these texts once more: a percent sign stays one only if doubled.
    private static String plain(String text) {
        return text.replace("%", "%%");
    }

    /// The option that lets a spreadsheet open the tables on a double click.
    public OptionSpec mark() {
        return flag(
                "--bom",
                new Text(
                        "CSV: begin each table with a byte-order mark, so that Excel opens it on a double click; left"
                                + " out by default because other programs stumble over it.",
                        "CSV: 各表の先頭にBOMを付け、Excel でダブルクリックして開けるようにします。他のプログラムの妨げになるため既定では付けません。"));
    }

    /// The files with the mark if it was asked for.
    public static java.util.Map<String, String> marked(CommandCall call, java.util.Map<String, String> texts) {
        return call.flag("--bom") ? org.genryu.casefile.CaseWriter.marked(texts) : texts;
    }
}
