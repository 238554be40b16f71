package org.genryu.cli.command;

import org.genryu.cases.BuiltInCases;
import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu cases`: which cases are built in.
public final class CasesCommand implements Command {
    @Override
    public String name() {
        return "cases";
    }

    @Override
    public Text summary() {
        return new Text("Lists the built-in cases.", "組み込みケースの一覧を表示します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Example:
                  genryu cases
                  genryu init mine --from alliance""", """
                例:
                  genryu cases
                  genryu init mine --from alliance""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {}

    @Override
    public CommandResult run(CommandCall call) {
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.rows(
                        "cases",
                        () -> BuiltInCases.all()
                                .forEach(one -> json.row(() -> json.text("id", one.id())
                                        .text("title", one.title().in(call.lang())))));
            }
        } else {
            BuiltInCases.all()
                    .forEach(one ->
                            call.line("%-12s %s".formatted(one.id(), one.title().in(call.lang()))));
        }
        return new CommandResult.Done();
    }
}
