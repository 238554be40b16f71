package org.genryu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.form.CaseTemplates;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu init`: a case to start from.
public final class InitCommand implements Command {
    @Override
    public String name() {
        return "init";
    }

    @Override
    public Text summary() {
        return new Text(
                "Writes a case to start from: a copy of a built-in one, or empty tables that explain themselves.",
                "出発点となるケースを書き出します。組み込みケースの写し、または説明つきの空の表です。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Nothing that is there already is written over.

                Examples:
                  genryu init mine                          empty tables, every column explained
                  genryu init mine --from alliance          a copy to change
                  genryu init mine --from alliance --xlsx   the same as one workbook, mine.xlsx""", """
                すでにあるケースには上書きしません。

                例:
                  genryu init mine                          空の表(各列の説明つき)
                  genryu init mine --from alliance          手を加えるための写し
                  genryu init mine --from alliance --xlsx   同じものを1つのブック mine.xlsx に""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameter(
                0, "1", "DIR", new Text("The folder to write (or workbook, with --xlsx).", "書き出すフォルダ(--xlsx ではブック)。")));
        spec.addOption(words.option("--from", "ID", new Text("The built-in case to copy.", "写しのもとになる組み込みケース。")));
        spec.addOption(words.flag("--xlsx", new Text("One workbook instead of a folder.", "フォルダではなく1つのブックにします。")));
        spec.addOption(words.mark());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        String name = call.parameter(0).orElseThrow();
        boolean workbook = call.flag("--xlsx") || CaseSource.isWorkbook(name);
        if (workbook) {
            call.without(Text.same("CSV"), "--bom");
        }
        Path target = Arguments.path("DIR", workbook && !CaseSource.isWorkbook(name) ? name + ".xlsx" : name);
        Draft to = call.claim(workbook ? Draft.newFile(target) : Draft.newFolder(target));
        Optional<String> from = Optional.empty();
        if (call.option("--from").isPresent()) {
            Outcome<Integer> found =
                    CaseSource.builtIn().find(call.option("--from").get());
            if (found.value().isEmpty()) {
                return new CommandResult.BadInput(found.findings());
            }
            from = Optional.of(BuiltInCases.all().get(found.value().get()).id());
        }
        Outcome<Path> written =
                workbook ? workbook(from, to, id(target), call.lang()) : folder(call, from, to, id(target));
        return WrittenFiles.tell(
                call,
                written,
                target,
                new Text(
                        "Written: %s. Change the tables, then `genryu check %s`.".formatted(target, target),
                        "%s に書き出しました。表に手を加え、`genryu check %s` で確かめてください。".formatted(target, target)));
    }

    /// A copy is written as every case is written, so that a way through a workbook and back changes no byte of it.
    private static Outcome<Path> folder(CommandCall call, Optional<String> from, Draft to, String id)
            throws IOException {
        if (from.isEmpty()) {
            return CaseWriter.write(HelpOptions.marked(call, CaseTemplates.empty(id, call.lang())), to);
        }
        Outcome<CaseFile> file = CaseReader.readText(BuiltInCases.files(from.get()));
        return file.value().isPresent()
                ? CaseWriter.write(
                        HelpOptions.marked(call, CaseWriter.texts(file.value().get())), to)
                : Outcome.failed(file.findings());
    }

    private static Outcome<Path> workbook(Optional<String> from, Draft to, String id, Lang lang) throws IOException {
        if (from.isEmpty()) {
            return XlsxWriter.template(to, id, lang);
        }
        Outcome<CaseFile> file = CaseReader.readText(BuiltInCases.files(from.get()));
        return file.value().isPresent()
                ? XlsxWriter.write(file.value().get().raw(), to)
                : Outcome.failed(file.findings());
    }

    /// The id of the new case: the last part of the name, as an id may be written.
    static String id(Path target) {
        String name = Optional.ofNullable(target.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("");
        String id = name.replaceFirst("(?i)\\.xlsx$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty() ? "case" : id;
    }
}
