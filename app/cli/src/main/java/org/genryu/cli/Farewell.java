package org.genryu.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.core.Figures;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;

/// The last words of a command that did not simply succeed: to people on standard error, to programs as the JSON
/// document.
final class Farewell {
    private static final Text TOO_EARLY = new Text(
            "Time ran out before any answer was found. Maybe allow more with --time-limit.",
            "解が見つかる前に時間切れになりました。--time-limit を延ばしてください。");

    private final Desk desk;
    private final Lang lang;

    Farewell(Desk desk, Lang lang) {
        this.desk = desk;
        this.lang = lang;
    }

    void say(Ending ending, List<String> args) {
        switch (ending) {
            case Ending.Done _, Ending.FaultsListed _ -> {}
            case Ending.BadInput(var findings) -> badInput(findings);
            case Ending.WrongUsage(var problem, var command) -> {
                tell(problem);
                String page = "genryu" + command.map(name -> " " + name).orElse("") + " --help";
                tell(new Text("See `%s`.".formatted(page), "`%s` をご覧ください。".formatted(page)));
            }
            case Ending.Infeasible(var culprits) -> {
                tell(new Text(
                        "No answer exists. These limits clash; without any one of them there is an answer:",
                        "解がありません。次の制約が互いに両立しません(どれか1つを外せば解があります):"));
                culprits.forEach(this::limit);
            }
            case Ending.Unbounded(var culprits) -> {
                tell(new Text(
                        "No answer exists: cost falls for ever. These earn without limit:",
                        "解がありません。費用が際限なく下がります。次のものが無制限に利益を生みます:"));
                culprits.forEach(this::limit);
            }
            case Ending.OutOfTime(double gap, boolean kept) -> tell(kept ? outOfTime(gap) : TOO_EARLY);
            case Ending.OutOfMemory _ ->
                tell(new Text(
                        "Memory ran out. Give Java more, such as GENRYU_OPTS=-Xmx16g, or make the case smaller.",
                        "メモリが足りません。GENRYU_OPTS=-Xmx16g のように増やすか、ケースを小さくしてください。"));
            case Ending.NoSolver(var why) -> tell(why);
            case Ending.Unwritten(var why) -> tell(why);
            case Ending.Fault(var what, var details) -> tell(fault(what, details));
        }
        if (args.contains("--json") && !answered(ending)) {
            json(ending);
        }
    }

    /// The answer could not be handed over. A reader who has closed the pipe has read enough and needs no words.
    Ending lost(IOException trouble) {
        String reason = Optional.ofNullable(trouble.getMessage()).orElse("");
        Ending ending = new Ending.Unwritten(new Text(
                "The answer could not be written to standard output (%s).".formatted(reason),
                "標準出力に結果を書き込めませんでした(%s)。".formatted(reason)));
        if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            say(ending, List.of());
        }
        return ending;
    }

    /// Whether the command itself has written its document.
    private static boolean answered(Ending ending) {
        return ending instanceof Ending.Done
                || ending instanceof Ending.FaultsListed
                || (ending instanceof Ending.OutOfTime stopped && stopped.kept());
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
        String where = limit.column().isEmpty() ? limit.table() : limit.table() + "." + limit.column();
        String period = limit.period().isEmpty() ? "" : " [" + limit.period() + "]";
        desk.err()
                .line("  " + where + " '" + limit.id() + "'" + period + ": "
                        + limit.rule().in(lang));
    }

    private static Text outOfTime(double gap) {
        Text bound = Double.isFinite(gap)
                ? new Text(
                        "at most %s above the optimum".formatted(Figures.percent(gap)),
                        "最適値との差は最大 %s".formatted(Figures.percent(gap)))
                : new Text("how far from the optimum is not known", "最適値との差は不明");
        return new Text(
                "Time ran out; the best answer found is kept (%s).".formatted(bound.en()),
                "時間切れです。見つかった最良の解を残しました(%s)。".formatted(bound.ja()));
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

    private void json(Ending ending) {
        try (Json json = Json.begin(desk.out(), lang)) {
            json.text("status", ending.status());
            switch (ending) {
                case Ending.BadInput(var findings) -> json.findings("findings", findings);
                case Ending.WrongUsage(var problem, var _) -> json.text("message", problem.in(lang));
                case Ending.Unwritten(var why) -> json.text("message", why.in(lang));
                case Ending.Infeasible(var culprits) -> json.limits("limits", culprits);
                case Ending.Unbounded(var culprits) -> json.limits("limits", culprits);
                case Ending.NoSolver(var why) -> json.text("message", why.in(lang));
                case Ending.Fault(var what, var _) -> json.text("message", what);
                case Ending.Done _, Ending.FaultsListed _, Ending.OutOfTime _, Ending.OutOfMemory _ -> {}
            }
        }
    }

    /// What went wrong inside, with the details in a file.
    static Ending fault(Throwable cause, List<String> args) {
        String what = cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage())
                        .map(m -> ": " + m.lines().findFirst().orElse(""))
                        .orElse("");
        try {
            Path file = Files.createTempFile("genryu-fault-", ".txt");
            try (PrintStream to = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                to.println("genryu " + Version.current() + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name"));
                to.println("genryu " + String.join(" ", args));
                cause.printStackTrace(to);
            }
            return new Ending.Fault(what, Optional.of(file));
        } catch (IOException _) {
            return new Ending.Fault(what, Optional.empty());
        }
    }
}
