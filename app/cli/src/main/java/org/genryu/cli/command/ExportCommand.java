package org.genryu.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseNames;
import org.genryu.casefile.CaseWriter;
import org.genryu.casefile.InForce;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.form.XlsxWriter;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.disk.Draft;
import org.genryu.core.disk.WriteFailure;
import org.genryu.core.name.Finder;
import org.genryu.study.Study;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu export`: a case in the form of other programs.
public final class ExportCommand implements Command {
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
                A FILE that is there is replaced as a whole; a folder must be a new name or empty.

                Examples:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027 --uncalibrated""", """
                形式は --format がなければ FILE の末尾で決まります。LP・MPS は、同じオプションの balance が
                出す解の線形計画問題で、名前はケースのものがそのまま使われます。曲がるもの(需要曲線、較正した費用)は
                段に刻み、その一つを解にちょうど合わせます。関税は解での額です。
                ほかのソルバーでも同じ目的関数値と同じ量になります。
                既存の FILE は丸ごと置き換えられます。フォルダは新しい名前か空のものにします。

                例:
                  genryu export mine mine.xlsx
                  genryu export alliance alliance.lp
                  genryu export mine mine.mps --scenario stop-2027 --uncalibrated""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
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
        spec.addOption(words.option(
                "--without",
                "ID,...",
                new Text(
                        "LP and MPS: leave out events that happened (`base` of case.yaml), or all.",
                        "LP・MPS: 実際に起きた事象(case.yaml の `base`)を外します。all ですべて。")));
        spec.addOption(words.flag(
                "--uncalibrated",
                new Text(
                        "LP and MPS: the plain problem, as `balance --uncalibrated` solves it.",
                        "LP・MPS: balance --uncalibrated と同じ、較正なしの素の問題を書き出します。")));
        spec.addOption(words.timeLimit());
        spec.addOption(words.mark());
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        String name = call.parameter(1).orElseThrow();
        Path target = Arguments.path("FILE", name);
        Format format = call.option("--format")
                .map(text -> Arguments.choice("--format", text, Format.class))
                .orElseGet(() -> byEnding(name));
        if (format != Format.CSV) {
            call.without(Text.same("CSV"), "--bom");
        }
        if (format == Format.CSV || format == Format.XLSX) {
            call.without(new Text("LP and MPS", "LP・MPS"), "--scenario", "--without", "--uncalibrated");
        }
        Draft to = call.claim(format == Format.CSV ? Draft.newFolder(target) : Draft.file(target));
        Outcome<CaseFile> read = CaseSource.read(call);
        Optional<CaseFile> file = read.clean();
        if (file.isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        call.remarks(read.findings().stream().filter(RunPipeline::isRemark).toList());
        Outcome<?> written = switch (format) {
            case CSV -> CaseWriter.write(HelpOptions.marked(call, CaseWriter.texts(file.get())), to);
            case XLSX -> XlsxWriter.write(file.get().raw(), to);
            case LP, MPS -> program(call, file.get(), to, format);
        };
        return WrittenFiles.tell(
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

    private static Outcome<Path> program(CommandCall call, CaseFile file, Draft to, Format format) throws IOException {
        Optional<Scenario> scenario = Optional.empty();
        if (call.option("--scenario").isPresent()) {
            Finder scenarios = CaseNames.scenarios(file);
            Outcome<Integer> found = scenarios.find(call.option("--scenario").get());
            if (found.value().isEmpty()) {
                return Outcome.failed(found.findings());
            }
            scenario = file.scenario(scenarios.things().get(found.value().get()).id());
        }
        BalanceOptions options = StressCommand.options(call);
        Outcome<InForce> inForce = InForce.of(file, RunPipeline.left(call));
        if (inForce.value().isEmpty()) {
            return Outcome.failed(inForce.findings());
        }
        Optional<Scenario> acting = inForce.value().get().with(scenario);
        Outcome<ResolvedCase> resolved = CaseResolver.resolve(file, acting, Study.base(options));
        if (resolved.clean().isEmpty()) {
            return Outcome.failed(resolved.findings());
        }
        // The solver writes a file of its own, in the form that its ending says; what is in it goes the way of
        // all files.
        Path plain = Files.createTempFile("genryu", "." + format.name().toLowerCase(Locale.ROOT));
        SupplyCase supply = resolved.clean().get().supply();
        List<Finding> findings = new ArrayList<>(resolved.findings());
        try (BalanceModel model = BalanceModel.open(supply, Study.observed(file, acting, supply), options)) {
            if (!model.write(plain)) {
                findings.add(noAnswer(to.shown()));
            }
            if (!isFinished(plain)) {
                throw WriteFailure.of(to.shown(), plain, new IOException("unfinished: " + plain));
            }
            try (OutputStream out = to.open()) {
                Files.copy(plain, out);
            }
        } catch (UncheckedIOException trouble) {
            throw WriteFailure.of(
                    to.shown(),
                    plain,
                    trouble.getCause() instanceof IOException cause ? cause : new IOException(trouble));
        } finally {
            Files.deleteIfExists(plain);
        }
        to.commit();
        return Outcome.of(to.shown(), findings);
    }

    /// The solver does not tell when a disk is full under it; a model that is whole ends with this word in either
    /// form.
    private static boolean isFinished(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(16);
            channel.position(Math.max(0, channel.size() - last.capacity()));
            channel.read(last);
            String word = new String(last.array(), 0, last.position(), StandardCharsets.US_ASCII).strip();
            return word.endsWith("end") || word.endsWith("ENDATA");
        }
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
