package org.genryu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.report.Run;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu run`: the whole chain on a case.
final class RunCommand implements Command {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public Text summary() {
        return new Text(
                "The main job: the whole chain on a case; result tables and report.html in the folder --out (by default out).",
                "主な仕事。ケースについて一連の計算を行い、結果の表と report.html を --out のフォルダ(既定は out)に書きます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Examples:
                  genryu run                              the built-in case alliance
                  genryu run mine --out mine-out          your own case
                  genryu run alliance --scenario ID       under a scenario of the case""", """
                例:
                  genryu run                              組み込みケース alliance
                  genryu run mine --out mine-out          自分のケース
                  genryu run alliance --scenario ID       ケースのシナリオを適用""");
    }

    @Override
    public void describe(CommandSpec spec, Words words) {
        spec.addPositional(words.theCase("0..1", new Text(" By default alliance.", "省略時は alliance。")));
        Chain.describe(spec, words);
    }

    @Override
    public Ending run(Call call) throws IOException {
        Chain chain = new Chain(call);
        Outcome<CaseFile> read = chain.read();
        if (read.clean().isEmpty()) {
            return new Ending.BadInput(read.findings());
        }
        Outcome<Run> answered = chain.answerWithTies(read.clean().get(), read.findings());
        if (answered.value().isEmpty()) {
            return new Ending.BadInput(answered.findings());
        }
        Path folder = call.out().orElse(Path.of("out"));
        Run run = Chain.write(call, folder, answered.value().get(), true);
        if (run.balance().isPresent()) {
            say(call, run, folder);
        }
        return Chain.ending(run);
    }

    private static void say(Call call, Run run, Path folder) throws IOException {
        call.remarks(run.allFindings().stream().filter(Chain::isRemark).toList());
        List<String> files = files(folder);
        if (call.json()) {
            try (Json json = call.answer()) {
                json.text("status", run.status());
                run.balance().ifPresent(balance -> json.number("objective", balance.objective()));
                json.text("out", folder.toString());
                json.texts("files", files);
                json.part("seconds", () -> run.seconds().forEach(json::number));
            }
            return;
        }
        run.balance()
                .ifPresent(balance ->
                        new Answers(run, balance, call.lang()).lines().forEach(call::line));
        Path page = folder.resolve("report.html");
        call.line("");
        call.line(new Text(
                "Read %s in a browser; the tables are beside it.".formatted(page),
                "ブラウザで %s をご覧ください。結果の表も同じフォルダにあります。".formatted(page)));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
