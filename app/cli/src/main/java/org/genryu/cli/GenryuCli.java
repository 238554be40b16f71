package org.genryu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.genryu.cli.brief.BriefCommand;
import org.genryu.cli.command.BacktestCommand;
import org.genryu.cli.command.BalanceCommand;
import org.genryu.cli.command.CasesCommand;
import org.genryu.cli.command.CheckCommand;
import org.genryu.cli.command.ExportCommand;
import org.genryu.cli.command.FleetCommand;
import org.genryu.cli.command.GameCommand;
import org.genryu.cli.command.ImportCommand;
import org.genryu.cli.command.InitCommand;
import org.genryu.cli.command.RunCommand;
import org.genryu.cli.command.ScenariosCommand;
import org.genryu.cli.command.StressCommand;
import org.genryu.cli.command.ValueCommand;
import org.genryu.cli.command.WorstCommand;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.HelpOptions;
import org.genryu.cli.console.ProgramVersion;
import org.genryu.cli.evidence.CitedValue;
import org.genryu.cli.evidence.LedgerCommand;
import org.genryu.cli.evidence.ReadCommand;
import org.genryu.cli.evidence.TrendCommand;
import org.genryu.cli.plan.PlanCommand;
import org.genryu.cli.register.RegisterCommand;
import org.genryu.cli.serve.AccountCommand;
import org.genryu.cli.serve.ServeCommand;
import org.genryu.cli.share.ShareCommand;
import org.genryu.cli.shelf.SurviveCommand;
import org.genryu.cli.trace.TraceCommand;
import org.genryu.core.Ahead;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.disk.TargetRefused;
import org.genryu.core.disk.WriteFailure;
import org.genryu.results.JsonDocument;
import org.genryu.solve.SolverSession;
import org.genryu.solve.natives.SolverUnavailable;
import org.genryu.store.StoreFailure;
import org.genryu.study.FutureCluster;
import org.genryu.study.SolvedCases;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What was typed, what does it mean, and how did it end? The edge of the program: whatever happens inside becomes an
/// exit code and a sentence here, and no stack trace passes.
///
/// The commands are declared in code rather than by annotations: start-up reads no annotation, and both languages
/// stand side by side.
public final class GenryuCli {
    private static final List<Command> COMMANDS = List.of(
            new RunCommand(),
            new CasesCommand(),
            new InitCommand(),
            new CheckCommand(CitedValue::option, CitedValue::fallen),
            new BalanceCommand(),
            new TraceCommand(),
            new ScenariosCommand(),
            new StressCommand(),
            new SurviveCommand(),
            new BacktestCommand(),
            new GameCommand(),
            new WorstCommand(),
            new PlanCommand(),
            new BriefCommand(),
            new ValueCommand(),
            new FleetCommand(),
            new ShareCommand(),
            new ReadCommand(),
            new LedgerCommand(),
            new TrendCommand(),
            new RegisterCommand(),
            new ServeCommand(),
            new AccountCommand(),
            new ImportCommand(),
            new ExportCommand(),
            new CompletionCommand(),
            new WarmUp());
    private static final String NAME = "genryu";
    private static final String HELP = "help";

    private final Console desk;
    private final Optional<IntConsumer> exit;
    private final Supplier<SolvedCases> solved;

    GenryuCli(Console desk) {
        this(desk, Optional.empty(), () -> SolvedCases.NONE);
    }

    /// @param exit ends the process at once with an exit code; empty if the process is not ours to end
    /// @param solved the answers that are kept; asked for only by what balances
    GenryuCli(Console desk, Optional<IntConsumer> exit, Supplier<SolvedCases> solved) {
        this.desk = desk;
        this.exit = exit;
        this.solved = solved;
    }

    /// Runs one command line and returns its exit code.
    int run(List<String> typed) {
        List<String> args = commandFirst(typed);
        Lang lang = language(args);
        try (TimeLimitGuard overtime = new TimeLimitGuard(desk, lang, args, exit)) {
            CommandResult ending = attempt(args, lang, overtime);
            if (!overtime.lastWords()) {
                return ending.code(); // its time was over, and the process ends
            }
            ErrorReport farewell = new ErrorReport(desk, lang);
            farewell.say(ending, args);
            desk.out().flush();
            CommandResult last = desk.out().trouble().map(farewell::lost).orElse(ending);
            desk.err().flush();
            return last.code();
        }
    }

    private CommandResult attempt(List<String> args, Lang lang, TimeLimitGuard overtime) {
        try {
            return dispatch(args, lang, overtime);
        } catch (CommandLine.ParameterException e) {
            String command = e.getCommandLine().getCommandName();
            return new CommandResult.WrongUsage(
                    ParseErrors.sentence(e), command.equals(NAME) ? Optional.empty() : Optional.of(command));
        } catch (Arguments.Misuse e) {
            return new CommandResult.WrongUsage(e.problem(), commandOf(args));
        } catch (IOException e) {
            return trouble(e, args);
        } catch (UncheckedIOException e) {
            return trouble(e.getCause() instanceof IOException cause ? cause : new IOException(e), args);
        } catch (SolverUnavailable e) {
            return new CommandResult.MachineLacks(e.why());
        } catch (FutureCluster.Unavailable e) {
            return new CommandResult.MachineLacks(e.why());
        } catch (OutOfMemoryError _) {
            return new CommandResult.OutOfMemory();
        } catch (RuntimeException | Error e) {
            return ErrorReport.fault(e, args);
        }
    }

    private CommandResult dispatch(List<String> args, Lang lang, TimeLimitGuard overtime) throws IOException {
        CommandLine line = line(lang, needed(args));
        ParseResult parsed = line.parseArgs(args.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        CommandSpec spec = parsed.commandSpec();
        chosenLanguage(parsed);
        boolean onlyTheProgram = spec.name().equals(NAME) && !parsed.isVersionHelpRequested();
        if (parsed.isUsageHelpRequested() || onlyTheProgram) {
            Ansi colours = desk.terminal() && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
            desk.out().own(spec.commandLine().getUsageMessage(colours));
            return new CommandResult.Done();
        }
        CommandCall call = new CommandCall(parsed, desk, lang, new Ahead<>(solved));
        if (parsed.isVersionHelpRequested()) {
            return version(call);
        }
        overtime.over(call);
        Command command = (Command) spec.userObject();
        if (command.solves(call)) {
            SolverSession.prepare();
            call.prepare();
        }
        try {
            return call.deadline().over(() -> command.run(call));
        } catch (Deadline.TimeUp _) {
            return new CommandResult.OutOfTime(call.progress().stage(), false);
        } finally {
            call.end();
        }
    }

    private static CommandResult version(CommandCall call) {
        if (call.json()) {
            try (JsonDocument answer = call.answer()) {
                answer.text("program", NAME).text("version", ProgramVersion.current());
            }
        } else {
            call.line(NAME + " " + ProgramVersion.current());
        }
        return new CommandResult.Done();
    }

    /// The program and all its commands, in one language.
    static CommandLine line(Lang lang) {
        return line(lang, COMMANDS);
    }

    /// If the first word is a command, the others need not be made.
    private static List<Command> needed(List<String> args) {
        List<Command> named = COMMANDS.stream()
                .filter(command -> !args.isEmpty() && command.name().equals(args.getFirst()))
                .toList();
        return named.isEmpty() ? COMMANDS : named;
    }

    private static CommandLine line(Lang lang, List<Command> commands) {
        HelpOptions words = new HelpOptions(lang);
        CommandSpec root = CommandSpec.create().name(NAME);
        root.addOption(OptionSpec.builder("-V", "--version")
                .arity("0")
                .type(boolean.class)
                .versionHelp(true)
                .description(new Text("Show the version.", "バージョンを表示します。").in(lang))
                .build());
        words.common(root);
        words.page(root, HelpTexts.SUMMARY, HelpTexts.FIRST_STEPS);
        CommandLine line = new CommandLine(root);
        line.setExpandAtFiles(false); // a word that begins with @ is a word, no file to be opened
        for (Command command : commands) {
            CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
            command.describe(spec, words);
            words.common(spec);
            words.page(spec, command.summary(), command.lesson());
            line.addSubcommand(command.name(), spec);
        }
        return line;
    }

    /// The command first: `genryu --json check mine` is `genryu check --json mine`, since an option belongs to the
    /// command of its line wherever it stands; and `genryu help check` is `genryu check --help`.
    private List<String> commandFirst(List<String> args) {
        if (!args.isEmpty() && isCommand(args.getFirst())) {
            return args;
        }
        int at = firstWord(args);
        List<String> ordered = new ArrayList<>(args);
        if (at == args.size()) {
            return args;
        } else if (args.get(at).equals(HELP)) {
            ordered.remove(at);
            ordered.add("--help");
            return commandFirst(ordered);
        } else if (isCommand(args.get(at))) {
            ordered.addFirst(ordered.remove(at));
        }
        return ordered;
    }

    /// Where the first word stands that is no option and no value of one.
    private int firstWord(List<String> args) {
        int at = 0;
        while (at < args.size() && args.get(at).startsWith("-")) {
            String option = args.get(at);
            boolean valued = line(desk.lang()).getSubcommands().values().stream()
                    .map(command -> command.getCommandSpec().findOption(option))
                    .anyMatch(found -> found != null && found.arity().max() > 0);
            at += valued ? 2 : 1;
        }
        return Math.min(at, args.size());
    }

    private static boolean isCommand(String word) {
        return COMMANDS.stream().anyMatch(command -> command.name().equals(word));
    }

    /// The language must be known before the line is read, since the messages about the line are in it.
    private Lang language(List<String> args) {
        Lang found = desk.lang();
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            Optional<String> value = word.startsWith("--lang=")
                    ? Optional.of(word.substring("--lang=".length()))
                    : word.equals("--lang") && i + 1 < args.size() ? Optional.of(args.get(i + 1)) : Optional.empty();
            if (value.isPresent() && value.get().equals("ja")) {
                found = Lang.JA;
            } else if (value.isPresent() && value.get().equals("en")) {
                found = Lang.EN;
            }
        }
        return found;
    }

    private static void chosenLanguage(ParseResult parsed) {
        if (parsed.hasMatchedOption("--lang")) {
            Arguments.choice("--lang", parsed.matchedOptionValue("--lang", ""), Lang.class);
        }
    }

    private static Optional<String> commandOf(List<String> args) {
        return args.stream().limit(1).filter(GenryuCli::isCommand).findFirst();
    }

    /// What the system would not do: to write is no matter of the input.
    private static CommandResult trouble(IOException e, List<String> args) {
        return switch (e) {
            case TargetRefused refused -> new CommandResult.WrongUsage(refused.why(), commandOf(args));
            case WriteFailure unwritten -> new CommandResult.Unwritten(unwritten.why());
            case StoreFailure lost when lost.writing() -> new CommandResult.Unwritten(lost.why());
            case StoreFailure lost -> new CommandResult.BadInput(List.of(lost.finding()));
            default -> unreachable(e);
        };
    }

    private static CommandResult unreachable(IOException e) {
        return new CommandResult.BadInput(
                List.of(Finding.error(Finding.Place.NOWHERE, ParseErrors.file(e), ParseErrors.why(e))));
    }
}
