package org.genryu.cli;

import org.genryu.cli.console.Command;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/// `genryu completion`: the shell completes what is typed.
final class CompletionCommand implements Command {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public Text summary() {
        return new Text(
                "Prints a script with which bash or zsh completes commands and options.",
                "bash・zsh でコマンドとオプションを補完するスクリプトを出力します。");
    }

    @Override
    public Text lesson() {
        return new Text("""
                Example:
                  genryu completion > ~/.genryu-completion
                  echo '. ~/.genryu-completion' >> ~/.bashrc""", """
                例:
                  genryu completion > ~/.genryu-completion
                  echo '. ~/.genryu-completion' >> ~/.bashrc""");
    }

    @Override
    public void describe(CommandSpec spec, HelpOptions words) {}

    @Override
    public CommandResult run(CommandCall call) {
        String script = AutoComplete.bash("genryu", GenryuCli.line(call.lang()));
        if (call.json()) {
            try (JsonDocument answer = call.answer()) {
                answer.text("script", script);
            }
        } else {
            call.own(script.stripTrailing() + "\n");
        }
        return new CommandResult.Done();
    }
}
