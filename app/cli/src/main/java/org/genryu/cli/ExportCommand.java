package org.genryu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.Resolved;
import org.genryu.casefile.Resolver;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.XlsxWriter;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
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
                The form follows from the ending of FILE unless --format says it. LP and MPS hold the linear program of
                the answer that `balance` gives under the same options, with the case's own names: what bends (demand
                curves, calibrated costs) is cut into steps, one cut exactly at the answer; tariffs are those of the
                answer. Another solver finds the same objective and the same amounts.

                Examples:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027 --uncalibrated""", """
                形式は --format がなければ FILE の末尾で決まります。LP・MPS は、同じオプションの balance が
                出す解の線形計画問題で、名前はケースのものがそのまま使われます。曲がるもの(需要曲線、較正した費用)は
                段に刻み、その一つを解にちょうど合わせます。関税は解での額です。
                ほかのソルバーでも同じ目的関数値と同じ量になります。

                例:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027 --uncalibrated""");
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
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "LP and MPS: the plain problem, as `balance --uncalibrated` solves it.",
                        "LP・MPS: balance --uncalibrated と同じ、較正なしの素の問題を書き出します。")));
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
            scenario = file.scenario(call.option("--scenario").get());
            if (scenario.isEmpty()) {
                throw new Arguments.Misuse(new Text(
                        "--scenario is '%s'; the case has no such scenario."
                                .formatted(call.option("--scenario").get()),
                        "--scenario は '%s' です。このケースにそのシナリオはありません。"
                                .formatted(call.option("--scenario").get())));
            }
        }
        Outcome<Resolved> resolved = Resolver.resolve(file, scenario);
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(resolved.findings());
        }
        // The solver writes the form that the ending says; a name without it gets a neighbour that is moved.
        String ending = "." + format.name().toLowerCase(Locale.ROOT);
        boolean direct = target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
        Path file2 = direct ? target : target.resolveSibling(target.getFileName() + ending);
        BalanceOptions options =
                call.flag("--uncalibrated") ? BalanceOptions.DEFAULT.uncalibrated() : BalanceOptions.DEFAULT;
        List<Finding> findings = new ArrayList<>(resolved.findings());
        try (BalanceModel model = BalanceModel.open(resolved.clean().get().supply(), options)) {
            if (!model.write(file2)) {
                findings.add(noAnswer(target));
            }
        }
        if (!direct) {
            Files.move(file2, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return Outcome.of(target, findings);
    }

    private static Finding noAnswer(Path target) {
        return Finding.warning(
                Place.of(target.toString()),
                new Text("File '%s'".formatted(target), "ファイル '%s'".formatted(target)),
                new Text(
                        "holds the problem, but not at an answer: `balance` finds none, so curves are cut at their reference amounts.",
                        "には問題を書き出しましたが、balance で解が得られないため、曲線は解ではなく基準量で刻みました。"),
                new Text("`genryu balance` says why.", "理由は genryu balance で確認できます。"));
    }
}
