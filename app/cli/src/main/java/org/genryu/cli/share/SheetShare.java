package org.genryu.cli.share;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.cli.command.BriefRows;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.command.SheetSource;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.report.share.FairSplitBrief;
import org.genryu.results.JsonDocument;
import org.genryu.results.ResultTable;
import org.genryu.results.RunManifest;
import org.genryu.results.share.FairSplitTables;
import org.genryu.share.contract.FairSplitAccount;
import org.genryu.study.SplitFutures;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.project.Project;

/// `genryu share SHEET.yaml`: what the split of a term sheet promises, and which terms would be fair.
final class SheetShare {
    /// Each future is gone through month by month, and again for every value of a term.
    private static final int MOST = 20_000;

    private static final int USUAL = 512;

    private SheetShare() {}

    static CommandResult run(CommandCall call, String name, Optional<Draft> to) throws IOException {
        Outcome<SheetSource> source = SheetSource.find(name);
        if (source.clean().isEmpty()) {
            return new CommandResult.BadInput(source.findings());
        }
        Outcome<Project> read =
                Project.read(source.clean().get().file(), source.clean().get().text());
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        Project project = read.clean().get();
        List<String> parties = SplitFutures.parties(project);
        if (parties.isEmpty()) {
            return new CommandResult.BadInput(List.of(Finding.error(
                    Place.of(name),
                    new Text(
                            "Project '" + project.header().id() + "'",
                            "プロジェクト「" + project.header().id() + "」"),
                    new Text("it has no split; there is nothing to share.", "split がありません。分けるものがありません。"),
                    new Text(
                            "`split: [{rest: {shares: {…}}}]` or a memorandum is meant.",
                            "`split: [{rest: {shares: {…}}}]` か memorandum を書いてください。"))));
        }
        double[] equal = new double[parties.size()];
        Arrays.fill(equal, 1);
        double[] weights = ShareOptions.of(call, parties).weights().orElse(equal);
        call.progress().begin(new Text("running the futures", "未来を計算中"));
        FairSplitAccount account =
                SplitFutures.of(project, options(call), weights).orElseThrow();
        return told(call, project, account, read.findings(), to);
    }

    private static FutureOptions options(CommandCall call) {
        long seed = call.option("--seed")
                .map(text -> Arguments.whole("--seed", text, 0))
                .orElse(FutureOptions.STANDARD.seed());
        Text why = new Text("each is gone through in full", "未来を一本ずつ通して計算します");
        int count = call.option("--futures")
                .map(text -> Arguments.whole("--futures", text, 2, MOST, why))
                .orElse(USUAL);
        return new FutureOptions(seed, count, 1);
    }

    private static CommandResult told(
            CommandCall call, Project project, FairSplitAccount account, List<Finding> findings, Optional<Draft> to)
            throws IOException {
        FairSplitTables tables = new FairSplitTables(account);
        if (to.isPresent()) {
            for (ResultTable table : tables.all()) {
                table.csv(to.get());
            }
            RunManifest.write(to.get(), account, project.header().id(), findings, ProgramVersion.current());
            to.get().commit();
        }
        call.remarks(findings.stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", "solved");
                json.texts("players", account.parties());
                json.number("futures", account.futures());
                tables.all().forEach(json::table);
                json.findings("findings", findings);
            }
        } else {
            FairSplitBrief brief = new FairSplitBrief(
                    account, project.header().title(), project.header().money().currency(), call.lang());
            BriefRows.screen(brief.brief(), List.of(), call.lang()).forEach(call::line);
        }
        return new CommandResult.Done();
    }
}
