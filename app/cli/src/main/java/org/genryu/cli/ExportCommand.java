package org.genryu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.BalanceModel;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.Resolved;
import org.genryu.casefile.Resolver;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.XlsxWriter;
import org.genryu.core.Finder;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.solve.SolveOptions;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu export`: a case in the form of other programs.
final class ExportCommand implements Command {
    /// The forms a case can take.
    private enum Format {
        CSV,
        XLSX,
        LP,
        MPS
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Text summary() {
        return new Text(
                "Writes a case as a workbook or CSV folder, or its linear program as an LP or MPS file.",
                "ケースをブックや CSV フォルダに、または線形計画問題を LP・MPS ファイルに書き出します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                The form follows from the ending of FILE unless --format says it. LP and MPS hold the plain problem,
                without calibration, with the case's own names.

                Examples:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027""", """
                形式は --format がなければ FILE の末尾で決まります。LP・MPS は較正なしの素の問題で、
                名前はケースのものがそのまま使われます。

                例:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027""");
    }

    @Override
    public void describe(CommandSpec spec, Words words) {
        spec.addPositional(words.theCase("1", Text.same("")));
        spec.addPositional(
                words.parameter(1, "1", "FILE", new Text("The file or folder to write.", "書き出すファイルまたはフォルダ。")));
        spec.addOption(words.option(
                "--format",
                "csv|xlsx|lp|mps",
                new Text("The form, if the ending of FILE does not say it.", "FILE の末尾で決まらないときの形式。")));
        spec.addOption(words.option(
                "--scenario",
                "ID",
                new Text(
                        "LP and MPS: apply the changes of scenarios/ID.yaml.",
                        "LP・MPS: scenarios/ID.yaml の変更を適用します。")));
    }

    @Override
    public Ending run(Call call) throws IOException {
        String name = call.parameter(1).orElseThrow();
        Path target = Arguments.path("FILE", name);
        Format format = call.option("--format")
                .map(text -> Arguments.choice("--format", text, Format.class))
                .orElseGet(() -> byEnding(name));
        Outcome<CaseFile> read = CaseSource.read(call);
        Optional<CaseFile> file = read.clean();
        if (file.isEmpty()) {
            return new Ending.BadInput(read.findings());
        }
        call.remarks(read.findings().stream().filter(Chain::isRemark).toList());
        if (format != Format.CSV && target.toAbsolutePath().getParent() != null) {
            Files.createDirectories(target.toAbsolutePath().getParent());
        }
        Outcome<?> written = switch (format) {
            case CSV -> CaseWriter.write(file.get(), target);
            case XLSX -> XlsxWriter.write(file.get(), target);
            case LP, MPS -> program(call, file.get(), target, format);
        };
        return Written.tell(
                call, written, target, new Text("Written: %s".formatted(target), "%s に書き出しました。".formatted(target)));
    }

    private static Format byEnding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (lower.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        if (lower.contains(".")) {
            throw new Arguments.Misuse(new Text(
                    "FILE is '%s'; it must end in .xlsx, .lp or .mps, or be a folder. Maybe add --format."
                            .formatted(name),
                    "FILE は '%s' です。.xlsx・.lp・.mps で終わる名前かフォルダにするか、--format を付けてください。".formatted(name)));
        }
        return Format.CSV;
    }

    private static Outcome<Path> program(Call call, CaseFile file, Path target, Format format) throws IOException {
        Optional<Scenario> scenario = Optional.empty();
        if (call.option("--scenario").isPresent()) {
            Finder scenarios = CaseNames.scenarios(file);
            Outcome<Integer> found = scenarios.find(call.option("--scenario").get());
            if (found.value().isEmpty()) {
                return Outcome.failed(found.findings());
            }
            scenario = file.scenario(scenarios.things().get(found.value().get()).id());
        }
        Outcome<Resolved> resolved = Resolver.resolve(file, scenario);
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(resolved.findings());
        }
        // The solver writes the form that the ending says; a name without it gets a neighbour that is moved.
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        boolean direct = target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
        Path file2 = direct ? target : target.resolveSibling(target.getFileName() + ending);
        try (BalanceModel model = BalanceModel.open(resolved.clean().get().supply(), SolveOptions.DEFAULT)) {
            model.write(file2);
        }
        if (!direct) {
            Files.move(file2, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return Outcome.of(target, resolved.findings());
    }
}
