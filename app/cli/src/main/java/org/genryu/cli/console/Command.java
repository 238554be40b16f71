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

    /// Does the work.
    CommandResult run(CommandCall call) throws IOException;
}
