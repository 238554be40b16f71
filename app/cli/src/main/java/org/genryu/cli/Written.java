package org.genryu.cli;

import java.nio.file.Path;
import org.genryu.core.Outcome;
import org.genryu.core.Text;

/// What `init`, `import` and `export` say about what they wrote.
final class Written {
    private Written() {}

    /// @param sentence for people
    static Ending tell(Call call, Outcome<?> outcome, Path target, Text sentence) {
        if (outcome.hasErrors()) {
            return new Ending.BadInput(outcome.findings());
        }
        call.remarks(outcome.findings().stream().filter(Chain::isRemark).toList());
        if (call.json()) {
            try (Json json = call.answer()) {
                json.text("status", "done").text("written", target.toString());
            }
        } else {
            call.line(sentence);
        }
        return new Ending.Done();
    }
}
