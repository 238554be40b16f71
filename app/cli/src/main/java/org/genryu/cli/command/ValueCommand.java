package org.genryu.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Units;
import org.genryu.report.project.ProjectPage;
import org.genryu.report.project.SplitSection;
import org.genryu.results.JsonDocument;
import org.genryu.results.ProjectTables;
import org.genryu.results.ResultFolder;
import org.genryu.results.ResultTable;
import org.genryu.results.RunManifest;
import org.genryu.results.share.SplitTables;
import org.genryu.share.contract.SplitAccount;
import org.genryu.study.SplitStudy;
import org.genryu.value.BankableSupport;
import org.genryu.value.Valuation;
import org.genryu.value.Valuer;
import org.genryu.value.book.CashFlowWorkbook;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.future.Bankability;
import org.genryu.value.future.Distribution;
import org.genryu.value.future.FutureOptions;
import org.genryu.value.future.FutureResult;
import org.genryu.value.project.Project;
import org.genryu.value.project.TermSheet;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu value`: a project's term sheet valued.
public final class ValueCommand implements Command {
    /// Futures of a search, which runs them many times.
    private static final int SEARCHED = 512;
    /// Its error is a three-thousandth of the spread; ten times as many take ten times as long for a third of it.
    private static final int MOST_FUTURES = 10_000_000;

    @Override
    public String name() {
        return "value";
    }

    @Override
    public Text summary() {
        return new Text(
                "Values a project's term sheet: cash flow, debt, supports, distributions.",
                "プロジェクトのタームシートを評価します（収支、借入、公的支援、分布）。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                FILE is a term sheet in YAML or the id of a built-in one, such as nolans.

                Examples:
                  genryu value nolans
                  genryu value projects/mine.yaml --futures 20000 --seed 7 --out mine-value
                  genryu value nolans --floors 90USD/kg,110USD/kg,130USD/kg --json""", """
                FILE はYAMLのタームシート、または nolans など組み込みシートの id です。

                例:
                  genryu value nolans
                  genryu value projects/mine.yaml --futures 20000 --seed 7 --out mine-value
                  genryu value nolans --floors 90USD/kg,110USD/kg,130USD/kg --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameter(
                0,
                "1",
                "FILE",
                new Text("A term sheet (YAML), or the id of a built-in one.", "タームシート（YAML）、または組み込みシートの id。")));
        spec.addOption(words.option(
                "--futures",
                "N",
                new Text(
                        "How many futures are drawn, 10,000,000 at most; 4,096 by default. They need 8 bytes each for every figure of the result up to 65,536, and no more memory beyond.",
                        "計算する未来の数(最大10,000,000)。省略時は4,096。メモリは65,536本まで1本・1項目あたり8バイトで、それ以上は増えません。")));
        spec.addOption(words.out());
        spec.addOption(words.timeLimit());
        spec.addOption(words.option("--seed", "K", new Text("Seed of all draws; 1 by default.", "乱数の種。省略時は1。")));
        spec.addOption(words.option(
                "--floors",
                "PRICES",
                new Text(
                        "Prices of the first product, joined by commas, for which a floor is valued.",
                        "最初の製品について価値を調べる下限価格（カンマ区切り）。")));
        spec.addOption(words.option(
                "--bankable",
                "CHANCE",
                new Text(
                        "Look for the least support of each kind that brings the chance of a missed debt service down to this, such as 0.1.",
                        "債務不履行の確率をこの値（0.1 など）まで下げる最小の支援を、種類ごとに探します。")));
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        String name = call.parameter(0).orElseThrow();
        Optional<Draft> to = call.claim(ResultFolder.PROJECT);
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        Outcome<SheetSource> source = SheetSource.find(name);
        if (source.clean().isEmpty()) {
            return new CommandResult.BadInput(source.findings());
        }
        SheetSource file = source.clean().get();
        Outcome<TermSheet> sheet = TermSheet.read(file.file(), file.text());
        Outcome<Project> project = Project.read(file.file(), file.text());
        if (sheet.clean().isEmpty() || project.clean().isEmpty()) {
            return new CommandResult.BadInput(project.findings());
        }
        Valuer.Options options =
                new Valuer.Options(futures(call), floors(call, project.clean().get()));
        call.progress().begin(new Text("running the futures", "未来を計算中"));
        Valuation valuation = Valuer.value(project.clean().get(), options);
        Optional<BankableSupport> bankable = bankable(call, project.clean().get(), options.futures());
        if (to.isPresent()) {
            write(call, to.get(), sheet.clean().get(), valuation);
        }
        call.progress().clear();
        List<Finding> findings = new ArrayList<>(project.findings());
        project.clean().get().ground().forEach(verdict -> findings.add(verdict.finding()));
        options.floors().stream()
                .map(project.clean().get()::doubtedFloor)
                .flatMap(Optional::stream)
                .forEach(findings::add);
        say(call, valuation, bankable, findings);
        return new CommandResult.Done();
    }

    private static FutureOptions futures(CommandCall call) {
        FutureOptions standard = FutureOptions.STANDARD;
        long seed = call.option("--seed")
                .map(text -> Arguments.whole("--seed", text, 0))
                .orElse(standard.seed());
        Text why = new Text(
                "beyond, more futures cost time and hardly change a digit", "これ以上増やしても時間がかかるだけで、結果の桁はほとんど変わりません");
        int count = call.option("--futures")
                .map(text -> Arguments.whole("--futures", text, 1, MOST_FUTURES, why))
                .orElse(standard.futures());
        return new FutureOptions(seed, count, Runtime.getRuntime().availableProcessors());
    }

    private static List<Double> floors(CommandCall call, Project project) {
        List<Double> floors = new ArrayList<>();
        if (call.option("--floors").isEmpty()) {
            return floors;
        }
        Units units = Units.of(project.header().money());
        String unit = project.header().money().currency() + "/"
                + project.plant().products().getFirst().unit();
        for (String text : call.option("--floors").get().split(",")) {
            switch (Literal.read(text.strip(), units.unit(unit), units)) {
                case ReadText.Value<Amount>(Amount amount) -> floors.add(amount.central());
                case ReadText.Refused<Amount>(Text rule, var _) ->
                    throw new Arguments.Misuse(new Text(
                            "--floors: '%s'; %s".formatted(text.strip(), rule.en()),
                            "--floors: '%s'。%s".formatted(text.strip(), rule.ja())));
            }
        }
        return floors;
    }

    private static Optional<SplitAccount> split(Valuation valuation) {
        return SplitStudy.of(valuation.base());
    }

    private static List<ResultTable> splitTables(Valuation valuation) {
        return split(valuation)
                .map(account ->
                        new SplitTables(account, valuation.project().header().id(), discount(valuation)).all())
                .orElse(List.of());
    }

    private static double discount(Valuation valuation) {
        return valuation.project().timeline().rates().discount().central();
    }

    private static Optional<SplitSection> splitSection(Valuation valuation, Lang lang) {
        String money = valuation.project().header().money().currency();
        return split(valuation).map(account -> new SplitSection(account, discount(valuation), money, lang));
    }

    private static void write(CommandCall call, Draft to, TermSheet sheet, Valuation valuation) throws IOException {
        call.progress().begin(new Text("writing " + to.shown(), to.shown() + " に書き出し中"));
        for (ResultTable table : ProjectTables.of(valuation)) {
            table.csv(to);
        }
        for (ResultTable table : splitTables(valuation)) {
            table.csv(to);
        }
        try (OutputStream workbook = to.open(ResultFolder.WORKBOOK)) {
            CashFlowWorkbook.write(valuation.base(), call.lang(), workbook);
        }
        call.page(
                to,
                lang -> ProjectPage.of(
                        sheet, valuation, splitSection(valuation, lang), lang, ProgramVersion.current()));
        RunManifest.write(to, valuation, ProgramVersion.current());
        to.commit();
    }

    private static void say(
            CommandCall call, Valuation valuation, Optional<BankableSupport> bankable, List<Finding> findings) {
        call.remarks(findings);
        CashFlow flow = valuation.base();
        List<ProjectTables.Measure> measures = ProjectTables.measures(flow);
        if (call.json()) {
            json(call, valuation, bankable, findings);
            return;
        }
        call.line(flow.project().header().title());
        call.line(ProjectPage.sentence(valuation, call.lang()));
        call.line(new Text("One case, at the central values:", "中心値による一つのケース："));
        measures.forEach(measure -> call.line("  %s: %s%s"
                .formatted(
                        measure.entry().meaning().in(call.lang()),
                        measure.shown(call.lang()),
                        measure.value()
                                .lacking()
                                .map(why -> " (" + why.in(call.lang()) + ")")
                                .orElse(""))));
        flow.plan().notes().forEach(call::line);
        splitSection(valuation, call.lang()).ifPresent(split -> {
            call.line(new Text("What owners get, by the split of the sheet:", "シートの分配による出資者の受取:"));
            split.lines().forEach(call::line);
            if (!split.flip().isEmpty()) {
                call.line("  " + split.flip());
            }
        });
        bankable.ifPresent(found -> {
            call.line(new Text("Least support of each kind, all else as in the sheet:", "ほかの条件を変えない場合の、種類ごとの最小の支援:"));
            found.answers()
                    .forEach((lever, answer) -> call.line("  %s: %s"
                            .formatted(
                                    BankableSupport.name(lever, flow.project()).in(call.lang()),
                                    told(answer).in(call.lang()))));
        });
        next(call, flow, bankable.isEmpty()).forEach(call::line);
    }

    /// Commands that work as they stand.
    private static List<String> next(CommandCall call, CashFlow flow, boolean support) {
        String name = BriefRows.word(call.parameter(0).orElseThrow());
        List<String> rows = new ArrayList<>();
        if (support && flow.plan().debt() > 0) {
            rows.addAll(BriefRows.command(
                    "genryu value " + name + " --bankable 0.1",
                    new Text("the least support of each kind", "種類ごとの最小の支援").in(call.lang())));
        }
        if (call.option("--out").isEmpty()) {
            rows.addAll(BriefRows.command(
                    "genryu value " + name + " --out DIR",
                    new Text("page, workbook, tables", "ページ、ワークブック、表").in(call.lang())));
        }
        return BriefRows.beside(NextSteps.NEXT.in(call.lang()), rows);
    }

    private static void json(
            CommandCall call, Valuation valuation, Optional<BankableSupport> bankable, List<Finding> findings) {
        FutureResult risk = valuation.risk();
        try (JsonDocument json = call.answer()) {
            json.text("project", valuation.project().header().id());
            json.text("status", "valued");
            ProjectTables.of(valuation).forEach(json::table);
            splitTables(valuation).forEach(json::table);
            json.texts(
                    "notes",
                    valuation.base().plan().notes().stream()
                            .map(note -> note.in(call.lang()))
                            .toList());
            json.findings("findings", findings);
            json.number("futures", risk.options().futures());
            json.number("seed", risk.options().seed());
            json.part("npv", () -> distribution(json, risk.npv()));
            json.part("dscr_min", () -> distribution(json, risk.least()));
            json.number("default_probability", risk.defaults().probability());
            bankable.ifPresent(found -> json.rows(
                    "bankable",
                    () -> found.answers()
                            .forEach((lever, answer) -> json.row(() -> least(call, json, lever, answer)))));
            json.rows("floors", () -> valuation.floors().forEach(rung -> json.row(() -> floor(json, rung))));
        }
    }

    private static void distribution(JsonDocument json, Distribution one) {
        if (one.any()) {
            json.number("mean", one.mean());
            json.number("standard_error", one.standardError());
            json.number("p10", one.quantile(0.1));
            json.number("p50", one.quantile(0.5));
            json.number("p90", one.quantile(0.9));
        }
    }

    private static void least(CommandCall call, JsonDocument json, Bankability.Lever lever, Bankability.Answer answer) {
        json.text("lever", lever.name().toLowerCase(Locale.ROOT));
        switch (answer) {
            case Bankability.Answer.Needed(double amount, double width) ->
                json.text("status", "needed").number("amount", amount).number("width", width);
            case Bankability.Answer.NothingNeeded _ -> json.text("status", "nothing-needed");
            case Bankability.Answer.NotReachable(Text reason) ->
                json.text("status", "not-reachable").text("reason", reason.in(call.lang()));
        }
    }

    private static Text told(Bankability.Answer answer) {
        return switch (answer) {
            case Bankability.Answer.Needed(double amount, double _) -> Text.same(NumberText.number(amount));
            case Bankability.Answer.NothingNeeded _ -> new Text("reached without any", "支援なしで届きます");
            case Bankability.Answer.NotReachable(Text reason) -> reason;
        };
    }

    private static Optional<BankableSupport> bankable(CommandCall call, Project project, FutureOptions futures) {
        if (call.option("--bankable").isEmpty()) {
            return Optional.empty();
        }
        double most = Arguments.share("--bankable", call.option("--bankable").get());
        call.progress().begin(new Text("looking for the least support", "最小の支援を探索中"));
        FutureOptions fewer = futures.withFutures(Math.min(futures.futures(), SEARCHED));
        return Optional.of(BankableSupport.of(project, new Bankability.Target.Probability(most), fewer));
    }

    private static void floor(JsonDocument json, Bankability.Rung rung) {
        json.number("price", rung.price());
        json.number("fair_value", rung.fairValue());
        json.number("expected_cost", rung.expectedCost());
        json.number("tail_cost", rung.tailCost());
        json.number("default_probability", rung.defaultProbability());
        json.number("dscr_p10", rung.cover());
    }
}
