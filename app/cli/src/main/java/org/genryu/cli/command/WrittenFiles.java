package org.genryu.cli.command;

import java.nio.file.Path;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.results.JsonDocument;

/// What `init`, `import` and `export` say about what they wrote.
final class WrittenFiles {
    private WrittenFiles() {}

    /// @param sentence for people
    static CommandResult tell(CommandCall call, Outcome<?> outcome, Path target, Text sentence) {
        if (outcome.hasErrors()) {
            return new CommandResult.BadInput(outcome.findings());
        }
        call.remarks(outcome.findings().stream().filter(RunPipeline::isRemark).toList());
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.text("status", "done").text("written", target.toString());
            }
        } else {
            call.line(sentence);
        }
        return new CommandResult.Done();
    }
}
