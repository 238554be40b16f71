package org.genryu.cli.console;

import java.io.IOException;
import org.genryu.core.Text;
import picocli.CommandLine.Model.CommandSpec;

/// One command of the program. It does not keep anything between calls.
public interface Command {
    /// What is typed after `genryu`.
    String name();

    /// What it does, in one sentence.
    Text summary();

    /// The rest of what the help page teaches: how it goes about it and one or more examples.
    Text lesson();

    /// Adds what the command understands beside the options that all commands share.
    void describe(CommandSpec spec, HelpOptions words);

    /// Whether the answer will need the solver and the answers that are kept: both are then made ready beside
    /// the reading of the case.
    default boolean solves(CommandCall call) {
        return false;
    }

    /// Does the work.
    CommandResult run(CommandCall call) throws IOException;
}
