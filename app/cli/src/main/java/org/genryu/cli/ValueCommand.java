package org.genryu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Figures;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.project.ProjectPage;
import org.genryu.report.project.ProjectTables;
import org.genryu.value.cash.Answer;
import org.genryu.value.book.CashBook;
import org.genryu.value.cash.CashFlow;
import org.genryu.value.project.Project;
import org.genryu.value.project.TermSheet;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu value`: a project's term sheet valued.
final class ValueCommand implements Command {
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
                  genryu value projects/mine.yaml --out mine-value
                  genryu value alaska-lng --json""", """
                FILE はYAMLのタームシート、または nolans など組み込みシートの id です。

                例:
                  genryu value nolans
                  genryu value projects/mine.yaml --out mine-value
                  genryu value alaska-lng --json""");
    }

    @Override
    public void describe(CommandSpec spec, Words words) {
        spec.addPositional(words.parameter(
                0,
                "1",
                "FILE",
                new Text("A term sheet (YAML), or the id of a built-in one.", "タームシート（YAML）、または組み込みシートの id。")));
    }

    @Override
    public Ending run(Call call) throws IOException {
        String name = call.parameter(0).orElseThrow();
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        Outcome<SheetSource> source = SheetSource.find(name);
        if (source.clean().isEmpty()) {
            return new Ending.BadInput(source.findings());
        }
        SheetSource file = source.clean().get();
        Outcome<TermSheet> sheet = TermSheet.read(file.file(), file.text());
        Outcome<Project> project = Project.read(file.file(), file.text());
        if (sheet.clean().isEmpty() || project.clean().isEmpty()) {
            return new Ending.BadInput(project.findings());
        }
        call.progress().begin(new Text("working out the cash flow", "収支を計算中"));
        CashFlow flow = CashFlow.base(project.clean().get());
        Optional<Path> out = call.out();
        if (out.isPresent()) {
            write(call, out.get(), sheet.clean().get(), flow);
        }
        call.progress().clear();
        List<Finding> findings = new ArrayList<>(project.findings());
        project.clean().get().ground().forEach(verdict -> findings.add(verdict.finding()));
        say(call, flow, findings);
        return new Ending.Done();
    }

    private static void write(Call call, Path folder, TermSheet sheet, CashFlow flow) throws IOException {
        call.progress().begin(new Text("writing " + folder, folder + " に書き出し中"));
        Files.createDirectories(folder);
        ProjectTables.write(folder, flow);
        try (OutputStream workbook = Files.newOutputStream(folder.resolve("cashflow.xlsx"))) {
            CashBook.write(flow, call.lang(), workbook);
        }
        Files.writeString(
                folder.resolve("report.html"), ProjectPage.of(sheet, flow, call.lang(), Version.current(), Map.of()));
    }

    private static void say(Call call, CashFlow flow, List<Finding> findings) {
        call.remarks(findings);
        List<ProjectTables.Measure> measures = ProjectTables.of(flow);
        if (call.json()) {
            try (Json json = call.answer()) {
                json.text("project", flow.project().header().id());
                json.text("status", "valued");
                json.rows(
                        "measures",
                        () -> measures.forEach(measure -> json.row(() -> {
                            json.text("measure", measure.id());
                            json.number("value", measure.value().found().orElse(Double.POSITIVE_INFINITY));
                            json.text("unit", measure.unit());
                            json.text(
                                    "reason",
                                    ProjectTables.reason(measure.value())
                                            .map(text -> text.in(call.lang()))
                                            .orElse(""));
                        })));
            }
            return;
        }
        call.line(flow.project().header().title());
        measures.forEach(measure ->
                call.line("  %s: %s".formatted(measure.name().in(call.lang()), shown(call, flow, measure))));
    }

    private static String shown(Call call, CashFlow flow, ProjectTables.Measure measure) {
        String money = flow.project().header().money().currency();
        return switch (measure.value()) {
            case Answer.Value(double value) ->
                measure.unit().equals(money)
                        ? Figures.money(value, money, call.lang())
                        : Figures.number(value)
                                + (measure.unit().equals("1") || measure.unit().equals("x")
                                        ? ""
                                        : " " + measure.unit());
            case Answer.None(Text reason) -> "— (" + reason.in(call.lang()) + ")";
            case Answer.Several(List<Double> values, Text reason) ->
                String.join(" / ", values.stream().map(Figures::number).toList()) + " (" + reason.in(call.lang()) + ")";
        };
    }
}
