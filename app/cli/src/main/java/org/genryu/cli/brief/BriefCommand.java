package org.genryu.cli.brief;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.command.FuturesOfStress;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.plan.PlanCommand;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.results.ResultFolder;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu brief`: two printable pages, as HTML and PDF, on a scenario or a plan.
public final class BriefCommand implements Command {
    static final String SCENARIO = "--scenario";
    static final String BUDGET = "--budget";
    static final String DATE = "--date";
    private static final String FOLDER = "brief";

    private static final Text OF_SCENARIO = new Text("a brief on a scenario (--scenario)", "シナリオの説明資料（--scenario）");
    private static final Text OF_PLAN = new Text("a brief on a plan (--budget)", "計画の説明資料（--budget）");

    @Override
    public String name() {
        return "brief";
    }

    @Override
    public Text summary() {
        return new Text(
                "Makes two printable pages on a scenario or a plan, as PDF and HTML.",
                "シナリオまたは計画について、印刷できる2ページ（PDFとHTML）を作ります。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                The question, the answer against the calm world, a picture of who runs short in which month; overleaf what
                helps and what it costs, how sure that is, the sources, and how to make the pages again: that line, with its
                --date, makes the same bytes. Without --out the pages are written into the folder brief.

                Examples:
                  genryu brief alliance --scenario japan-stop
                  genryu brief alliance --scenario graphite-stop --with alliance-answers --lang ja --out graphite
                  genryu brief alliance --budget 550e9 --target dependence:30%@2030 --out plan
                  genryu brief mine --scenario stop-2027 --futures 200 --json""", """
                問い、平時と比べた答え、誰がどの月に不足するかの図。裏面に、何が効きいくらかかるか、どこまで確かか、
                出典、再び作る方法を示します。--date を含むその行からは同じバイト列ができます。
                --out を省くとフォルダ brief に書き出します。

                例:
                  genryu brief alliance --scenario japan-stop
                  genryu brief alliance --scenario graphite-stop --with alliance-answers --lang ja --out graphite
                  genryu brief alliance --budget 550e9 --target dependence:30%@2030 --out plan
                  genryu brief mine --scenario stop-2027 --futures 200 --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addOption(words.option(SCENARIO, "ID", new Text("The scenario (its id or title).", "シナリオ(IDまたは題名)。")));
        spec.addOption(words.option(
                "--with", "ID,...", new Text("Add the measures of these scenarios to it.", "これらのシナリオの対策を加えます。")));
        FuturesOfStress.describeCount(spec, words);
        PlanCommand.describeQuestion(spec, words, false);
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "Take costs and capacities alone; do not reproduce the observed base year.",
                        "観測された基準年に合わせず、費用と能力だけで計算します。")));
        spec.addOption(
                words.option(DATE, "DAY", new Text("The date that the pages bear (today).", "ページに記す日付（既定は今日）。")));
        spec.addOption(words.option(
                "--out", "DIR", new Text("Write the pages into DIR (brief).", "ページを DIR に書き出します（既定は brief）。")));
        spec.addOption(words.timeLimit());
    }

    @Override
    public boolean solves(CommandCall call) {
        return true;
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        boolean scenario = call.option(SCENARIO).isPresent();
        if (scenario == call.option(BUDGET).isPresent()) {
            throw new Arguments.Misuse(
                    scenario
                            ? new Text(
                                    "--scenario and --budget are two briefs: on a scenario, or on a plan.",
                                    "--scenario と --budget は別の説明資料です（シナリオか、計画か）。")
                            : new Text(
                                    "it is not said on what: --scenario ID for a scenario, --budget AMOUNT for a plan.",
                                    "対象がありません。シナリオなら --scenario ID、計画なら --budget AMOUNT を指定してください。"));
        }
        if (scenario) {
            call.without(OF_PLAN, "--target", "--scenarios", "--risk");
        } else {
            call.without(OF_SCENARIO, "--with", "--futures", "--seed", "--within", "--workers");
        }
        BriefOfScenario.Question asked = BriefOfScenario.Question.of(call);
        LocalDate date =
                call.option(DATE).map(text -> Arguments.day(DATE, text)).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        Draft to = call.claim(call.option("--out").orElse(FOLDER), ResultFolder.BRIEF);
        Outcome<CaseFile> read = CaseSource.read(call);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        BriefPages pages = new BriefPages(call, read.clean().get(), List.copyOf(read.findings()), to, date);
        return scenario ? new BriefOfScenario(pages).answer(asked) : new BriefOfPlan(pages).answer();
    }
}
