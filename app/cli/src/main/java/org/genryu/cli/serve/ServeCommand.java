package org.genryu.cli.serve;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramContent;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import org.genryu.web.Workbench;
import org.genryu.web.job.WorkerProgram;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu serve`: the workbench in the browser, until it is stopped.
public final class ServeCommand implements Command {
    private static final int PORT = 8080;
    private static final Duration MOST = Duration.ofHours(2);
    /// The class that a worker starts with: this command is one of its own.
    private static final String MAIN = "org.genryu.cli.Main";

    private static final String MEMORY = "-Xmx4g";

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public Text summary() {
        return new Text(
                "Opens the workbench in the browser: see, change, stress, compare and send, in Japanese and English.",
                "ブラウザで使うワークベンチを開きます。見る、変える、有事を試す、比べる、送るまで、日本語と英語で行えます。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Without an option it listens on this machine alone and asks nobody for a password. Shared with others,
                everybody logs in: make an administrator with `genryu account` first. The program speaks plain http;
                what others reach must be a server before it that speaks https, and --address is the address of that.

                Examples:
                  genryu serve                     the built-in case alliance at http://localhost:8080/
                  genryu serve mine --port 9000    your own case
                  genryu serve --address https://bench.example.jp""", """
                オプションを付けなければ、このコンピューターの中だけで待ち受け、パスワードも求めません。
                共有する場合は全員がログインします。先に `genryu account` で管理者を作成してください。
                プログラム自体は http で応答します。手前に https のサーバーを置き、そのアドレスを --address に指定します。

                例:
                  genryu serve                     組み込みケース alliance を http://localhost:8080/ で
                  genryu serve mine --port 9000    自分のケース
                  genryu serve --address https://bench.example.jp""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {
        spec.addPositional(words.parameters(
                "CASE",
                new Text(
                        "Built-in cases, folders with case.yaml or .xlsx workbooks. By default alliance.",
                        "組み込みケース、case.yaml のあるフォルダ、または .xlsx ブック。省略時は alliance。")));
        spec.addOption(words.option(
                "--port",
                "N",
                new Text("Port on which it listens; 8080 by default, 0 for any.", "待ち受けるポート(既定は8080、0なら空いているもの)。")));
        HomeOptions.describe(spec, words);
        SharedOptions.describe(spec, words);
    }

    @Override
    public CommandResult run(CommandCall call) throws IOException {
        int port = call.option("--port")
                .map(text -> Arguments.whole("--port", text, 0, 65535, new Text("a port", "ポート番号")))
                .orElse(PORT);
        Outcome<HomeOptions> at = HomeOptions.of(call);
        if (at.value().isEmpty()) {
            return new CommandResult.BadInput(at.findings());
        }
        Optional<Workbench.Shared> shared = SharedOptions.of(call);
        Outcome<Workbench> started = Workbench.start(new Workbench.Settings(
                SharedOptions.host(call),
                port,
                at.value().get().home(),
                at.value().get().named(),
                call.parameters(),
                worker(),
                person(),
                ProgramVersion.current(),
                shared));
        if (started.value().isEmpty()) {
            return new CommandResult.BadInput(started.findings());
        }
        try (Workbench bench = started.value().get()) {
            say(call, bench, shared.isPresent());
            untilStopped();
        }
        return new CommandResult.Done();
    }

    private static void say(CommandCall call, Workbench bench, boolean shared) {
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("address", bench.address());
            }
        } else {
            call.line(new Text(
                    "The workbench is at %s (%s). Stop it with Ctrl-C."
                            .formatted(bench.address(), shared ? "people log in" : "this machine only"),
                    "ワークベンチは %s で開いています(%s)。Ctrl-C で終了します。"
                            .formatted(bench.address(), shared ? "ログインが必要" : "このコンピューターのみ")));
        }
        call.flush();
    }

    /// Waits for the signal that ends the process; what is being answered is answered first.
    private static void untilStopped() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            asked.countDown();
            try {
                done.await(10, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            asked.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    /// This program with this Java, as a process of its own.
    private static WorkerProgram worker() {
        List<String> words = new ArrayList<>(List.of(ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString())));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> !word.startsWith("-Xmx") && !word.startsWith("-agent"))
                .forEach(words::add);
        words.addAll(List.of(MEMORY, "-cp", classPath(), MAIN));
        return new WorkerProgram(words, ProgramContent.current().orElse(ProgramVersion.current()), MOST);
    }

    /// Workers stand in folders of their own, so that the names must lead from the root.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String person() {
        return Optional.ofNullable(System.getProperty("user.name")).orElse("");
    }
}
