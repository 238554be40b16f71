package org.genryu.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.BalanceResult.Cause;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.results.JsonDocument;

/// The last words of a command that did not simply succeed: to people on standard error, to programs as the JSON
/// document.
final class ErrorReport {
    private final Console desk;
    private final Lang lang;

    ErrorReport(Console desk, Lang lang) {
        this.desk = desk;
        this.lang = lang;
    }

    void say(CommandResult ending, List<String> args) {
        boolean answered = desk.out().begun();
        switch (ending) {
            case CommandResult.Done _, CommandResult.FaultsListed _ -> {}
            case CommandResult.BadInput(var findings) -> badInput(findings);
            case CommandResult.WrongUsage(var problem, var command) -> {
                tell(problem);
                String page = "genryu" + command.map(name -> " " + name).orElse("") + " --help";
                tell(new Text("See `%s`.".formatted(page), "`%s` をご覧ください。".formatted(page)));
            }
            case CommandResult.Infeasible(var culprits) -> {
                tell(new Text(
                        "No answer exists. These limits clash; without any one of them there is an answer:",
                        "解がありません。次の制約が互いに両立しません(どれか1つを外せば解があります):"));
                culprits.forEach(this::limit);
            }
            case CommandResult.Unbounded(var culprits) -> {
                tell(new Text(
                        "No answer exists: cost falls for ever. These earn without limit:",
                        "解がありません。費用が際限なく下がります。次のものが無制限に利益を生みます:"));
                culprits.forEach(this::limit);
            }
            case CommandResult.Unproved(var cause, double gap, boolean kept) -> tell(unproved(cause, gap, kept));
            case CommandResult.OutOfTime(var cut, boolean kept) -> tell(outOfTime(cut, kept));
            case CommandResult.OutOfMemory _ ->
                tell(new Text(
                        "Memory ran out. Give Java more, such as GENRYU_OPTS=-Xmx16g, or make the case smaller.",
                        "メモリが足りません。GENRYU_OPTS=-Xmx16g のように増やすか、ケースを小さくしてください。"));
            case CommandResult.MachineLacks(var why) -> tell(why);
            case CommandResult.Unwritten(var why) -> tell(why);
            case CommandResult.Fault(var what, var details) -> tell(fault(what, details));
        }
        // A document that was begun is the only one, whole or not.
        if (args.contains("--json") && !answered) {
            json(ending, args.contains(HelpOptions.BOTH_PAGES));
        }
    }

    /// The answer could not be handed over. A reader who has closed the pipe has read enough and needs no words.
    CommandResult lost(IOException trouble) {
        String reason = Optional.ofNullable(trouble.getMessage()).orElse("");
        CommandResult ending = new CommandResult.Unwritten(new Text(
                "The answer could not be written to standard output (%s).".formatted(reason),
                "標準出力に結果を書き込めませんでした(%s)。".formatted(reason)));
        if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            say(ending, List.of());
        }
        return ending;
    }

    private void badInput(List<Finding> findings) {
        for (Finding finding : findings) {
            desk.err().line(Arguments.severity(finding.severity()).in(lang) + " " + finding.in(lang));
        }
        long errors = findings.stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .count();
        tell(new Text(
                errors == 1 ? "1 error in the input." : "%s errors in the input.".formatted(errors),
                "入力に %s 件のエラーがあります。".formatted(errors)));
    }

    private void limit(Limit limit) {
        desk.err().line("  " + limit.place() + ": " + limit.rule().in(lang));
    }

    /// Time, memory or proof: what was lacking is said, and nothing else.
    private static Text unproved(Cause cause, double gap, boolean kept) {
        Text lacking = switch (cause) {
            case Cause.Time _ -> new Text("Time ran out", "時間切れです");
            case Cause.Memory _ -> new Text("The solver's memory ran out", "ソルバーのメモリが足りません");
            case Cause.NotProved notProved ->
                new Text(
                        "The answer could not be proved: %s"
                                .formatted(notProved.why().en()),
                        "解を証明できませんでした: %s".formatted(notProved.why().ja()));
        };
        Text cure = switch (cause) {
            case Cause.Time _ -> new Text("Maybe allow more with --time-limit.", "--time-limit を延ばしてください。");
            case Cause.Memory _ -> new Text("Maybe make the case smaller.", "ケースを小さくしてください。");
            case Cause.NotProved _ ->
                new Text(
                        "Maybe numbers of very different size stand side by side in the case; other units may help.",
                        "大きさの極端に異なる数値が混在していませんか。単位を変えると解けることがあります。");
        };
        if (!kept) {
            return new Text(
                    "%s; no answer is kept. %s".formatted(lacking.en(), cure.en()),
                    "%s。残せる解はありません。%s".formatted(lacking.ja(), cure.ja()));
        }
        Text bound = bound(gap);
        return new Text(
                "%s; the best answer found is kept (%s).".formatted(lacking.en(), bound.en()),
                "%s。見つかった最良の解を残しました(%s)。".formatted(lacking.ja(), bound.ja()));
    }

    private static Text outOfTime(Text cut, boolean kept) {
        return kept
                ? new Text(
                        "Time ran out; what was found is whole, but for this, which is left out: %s."
                                .formatted(cut.en()),
                        "時間切れです。結果は揃っていますが、次のものは省きました: %s。".formatted(cut.ja()))
                : new Text(
                        "Time ran out while %s; nothing is kept. Maybe allow more with --time-limit."
                                .formatted(cut.en()),
                        "%sに時間切れになりました。残せる結果はありません。--time-limit を延ばしてください。".formatted(cut.ja()));
    }

    private static Text bound(double gap) {
        return Double.isFinite(gap)
                ? new Text(
                        "at most %s above the optimum".formatted(NumberText.percent(gap)),
                        "最適値との差は最大 %s".formatted(NumberText.percent(gap)))
                : new Text("how far from the optimum is not known", "最適値との差は不明");
    }

    private static Text fault(String what, Optional<Path> details) {
        return new Text(
                "A fault of the program (%s). %s"
                        .formatted(
                                what,
                                details.map(file -> "Details: " + file
                                                + " - please send this file with a report of what you did.")
                                        .orElse("Details could not be written.")),
                "プログラムの不具合です(%s)。%s"
                        .formatted(
                                what,
                                details.map(file -> "詳細: " + file + "(操作の内容とともにこのファイルをお送りください)")
                                        .orElse("詳細を書き出せませんでした。")));
    }

    private void tell(Text text) {
        desk.err().line("genryu: " + text.in(lang));
    }

    /// @param both whether the same stands once more under `ja` in Japanese
    private void json(CommandResult ending, boolean both) {
        try (JsonDocument json =
                JsonDocument.begin(desk.out().document(), lang, () -> desk.out().own("\n"))) {
            json(json, ending, lang);
            if (both) {
                json.part("ja", () -> json(json.in(Lang.JA), ending, Lang.JA));
            }
        }
    }

    private static void json(JsonDocument json, CommandResult ending, Lang lang) {
        json.text("status", ending.status());
        switch (ending) {
            case CommandResult.BadInput(var findings) -> json.findings("findings", findings);
            case CommandResult.WrongUsage(var problem, var _) -> json.text("message", problem.in(lang));
            case CommandResult.Unwritten(var why) -> json.text("message", why.in(lang));
            case CommandResult.Infeasible(var culprits) -> json.limits("limits", culprits);
            case CommandResult.Unbounded(var culprits) -> json.limits("limits", culprits);
            case CommandResult.MachineLacks(var why) -> json.text("message", why.in(lang));
            case CommandResult.Fault(var what, var _) -> json.text("message", what);
            case CommandResult.Unproved(var cause, double _, boolean _) -> json.cause(cause);
            case CommandResult.OutOfTime(var cut, boolean _) ->
                json.text("reason", "time").text("cut", cut.in(lang));
            case CommandResult.Done _, CommandResult.FaultsListed _, CommandResult.OutOfMemory _ -> {}
        }
    }

    /// What went wrong inside, with the details in a file.
    static CommandResult fault(Throwable cause, List<String> args) {
        String what = cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage())
                        .map(m -> ": " + m.lines().findFirst().orElse(""))
                        .orElse("");
        try {
            Path file = Files.createTempFile("genryu-fault-", ".txt");
            try (PrintStream to = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                to.println("genryu " + ProgramVersion.current() + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name"));
                to.println("genryu " + String.join(" ", args));
                cause.printStackTrace(to);
            }
            return new CommandResult.Fault(what, Optional.of(file));
        } catch (IOException _) {
            return new CommandResult.Fault(what, Optional.empty());
        }
    }
}
