package org.genryu.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.InForce;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Severity;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.value.project.Project;
import org.genryu.value.world.CaseProjects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `genryu check`: reads a case, with every scenario and term sheet, and lists all that was found.
public final class CheckCommand implements Command {
    /// What another room finds in a case.
    public interface Further {
        List<Finding> of(CommandCall call, CaseFile file) throws IOException;
    }

    private final Function<HelpOptions, OptionSpec> ledger;
    private final Further claims;

    /// @param ledger the option that says where the claims are
    /// @param claims values that rest on claims which no longer stand
    public CheckCommand(Function<HelpOptions, OptionSpec> ledger, Further claims) {
        this.ledger = ledger;
        this.claims = claims;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Text summary() {
        return new Text(
                "Reads a case and lists everything that is wrong or doubtful, with file, line, column and a likely cure.",
                "ケースを読み込み、誤りや疑わしい点を、ファイル・行・列と対処案つきですべて挙げます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Ends with 0 if nothing is an error, else with 1.

                Examples:
                  genryu check mine
                  genryu check mine.xlsx --lang ja
                  genryu check mine --json""", """
                エラーがなければ 0、あれば 1 で終わります。

                例:
                  genryu check mine
                  genryu check mine.xlsx --lang ja
                  genryu check mine --json""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.theCase(
                "1",
                new Text(
                        " Or a term sheet: a .yaml file, or the id of a built-in one.",
                        " タームシート(.yaml ファイル、または組み込みシートの id)も指定できます。")));
        spec.addOption(ledger.apply(words));
        spec.addOption(words.timeLimit());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        String name = call.parameter(0).orElseThrow();
        Set<Finding> found = SheetSource.isMeant(name) ? ofSheet(call, name) : ofCase(call);
        call.progress().clear();
        List<Finding> findings = new ArrayList<>(found);
        long errors = count(findings, Severity.ERROR);
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", errors == 0 ? "ok" : "errors");
                json.number("errors", errors);
                json.number("warnings", count(findings, Severity.WARNING));
                json.findings("findings", findings);
            }
        } else {
            findings.forEach(finding ->
                    call.line(Arguments.severity(finding.severity()).in(call.lang()) + " " + finding.in(call.lang())));
            call.line(summary(errors, count(findings, Severity.WARNING)));
        }
        return errors == 0 ? new CommandResult.Done() : new CommandResult.FaultsListed();
    }

    private static Set<Finding> ofSheet(CommandCall call, String name) throws IOException {
        call.progress().begin(new Text("reading " + name, name + " を読み込み中"));
        Outcome<SheetSource> source = SheetSource.find(name);
        Set<Finding> found = new LinkedHashSet<>(source.findings());
        source.clean()
                .ifPresent(sheet ->
                        found.addAll(Project.read(sheet.file(), sheet.text()).findings()));
        return found;
    }

    private Set<Finding> ofCase(CommandCall call) throws IOException {
        Outcome<CaseFile> read = CaseSource.read(call);
        Set<Finding> found = new LinkedHashSet<>(read.findings());
        Optional<CaseFile> file = read.clean();
        if (file.isPresent()) {
            Outcome<ResolvedCase> resolved = CaseResolver.resolve(file.get());
            found.addAll(resolved.findings());
            List<String> base = file.get().header().base();
            found.addAll(CaseResolver.resolve(
                            file.get(), InForce.of(file.get()).with(Optional.empty()), WithoutScenarioFlows.LATER)
                    .findings());
            file.get().scenarios().values().stream()
                    .filter(scenario -> !base.contains(scenario.id()))
                    .map(scenario -> CaseResolver.resolve(file.get(), Optional.of(scenario), WithoutScenarioFlows.LATER)
                            .findings())
                    .forEach(found::addAll);
            found.addAll(CaseProjects.read(file.get(), resolved.clean().map(ResolvedCase::supply))
                    .findings());
            found.addAll(claims.of(call, file.get()));
        }
        return found;
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Text summary(long errors, long warnings) {
        return new Text(
                "%s %s, %s %s."
                        .formatted(
                                errors,
                                errors == 1 ? "error" : "errors",
                                warnings,
                                warnings == 1 ? "warning" : "warnings"),
                "エラー %s 件、警告 %s 件。".formatted(errors, warnings));
    }
}
