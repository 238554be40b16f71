package org.genryu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu import`: a case in another form becomes a folder of tables.
public final class ImportCommand implements Command {
    @Override
    public String name() {
        return "import";
    }

    @Override
    public Text summary() {
        return new Text(
                "Turns a workbook into a case folder of CSV files; nothing is lost.",
                "ブックを CSV のケースフォルダに変換します。失われるものはありません。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                DIR must be a new name or an empty folder; no other case is written over.

                Examples:
                  genryu import mine.xlsx mine
                  genryu import alliance alliance-tables""", """
                DIR は新しい名前か空のフォルダにします。ほかのケースには上書きしません。

                例:
                  genryu import mine.xlsx mine
                  genryu import alliance alliance-tables""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addPositional(words.parameter(1, "1", "DIR", new Text("The folder to write.", "書き出すフォルダ。")));
        spec.addOption(words.timeLimit());
        spec.addOption(words.mark());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        Path folder = Arguments.path("DIR", call.parameter(1).orElseThrow());
        Draft to = call.claim(Draft.newFolder(folder));
        Outcome<CaseFile> read = CaseSource.read(call);
        Optional<CaseFile> file = read.clean();
        if (file.isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        call.remarks(read.findings().stream().filter(RunPipeline::isRemark).toList());
        return WrittenFiles.tell(
                call,
                CaseWriter.write(HelpOptions.marked(call, CaseWriter.texts(file.get())), to),
                folder,
                new Text("Written: %s".formatted(folder), "%s に書き出しました。".formatted(folder)));
    }
}
