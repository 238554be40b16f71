package org.genryu.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// How a command ended. This is the one place where outcomes become exit codes.
public sealed interface CommandResult {
    /// The answer stands on standard output or in the files asked for.
    record Done() implements CommandResult {}

    /// What was given has errors; all of them are listed.
    record BadInput(List<Finding> findings) implements CommandResult {}

    /// What was given has errors, and the command's own answer was to list them.
    record FaultsListed() implements CommandResult {}

    /// The line that was typed is not understood.
    /// @param command whose help page explains it; empty for the program as a whole
    record WrongUsage(Text problem, Optional<String> command) implements CommandResult {}

    /// No flows satisfy all limits; these clash.
    record Infeasible(List<Limit> culprits) implements CommandResult {}

    /// Cost falls for ever; these earn without limit.
    record Unbounded(List<Limit> culprits) implements CommandResult {}

    /// There is no proved answer; the best found was shown and kept.
    /// @param gap [fraction] by how much the optimum can be cheaper; infinity if nothing is known
    /// @param kept whether any answer was found
    record Unproved(BalanceResult.Cause cause, double gap, boolean kept) implements CommandResult {}

    /// The time of `--time-limit` was over.
    /// @param cut what was being done and is not whole
    /// @param kept whether what was found before is shown and kept
    record OutOfTime(Text cut, boolean kept) implements CommandResult {}

    /// Memory ran out.
    record OutOfMemory() implements CommandResult {}

    /// This machine, as it is set up, lacks what the program needs.
    /// @param why what is and what helps
    record MachineLacks(Text why) implements CommandResult {}

    /// The answer is there but could not be written: the disk is full, a right is missing, another run is at it.
    record Unwritten(Text why) implements CommandResult {}

    /// A fault of the program.
    /// @param details file with what the makers need to know; empty if even that could not be written
    record Fault(String what, Optional<Path> details) implements CommandResult {}

    /// 0 done, 1 input, 2 usage, 3 no answer exists, 4 no proved answer (time, memory or proof), 5 the answer could
    /// not be written, 70 a fault of the program, 78 the machine lacks what the program needs (as the launcher says
    /// where there is no JDK).
    default int code() {
        return switch (this) {
            case Done _ -> 0;
            case BadInput _, FaultsListed _ -> 1;
            case WrongUsage _ -> 2;
            case Infeasible _, Unbounded _ -> 3;
            case Unproved _, OutOfTime _, OutOfMemory _ -> 4;
            case Unwritten _ -> 5;
            case Fault _ -> 70;
            case MachineLacks _ -> 78;
        };
    }

    /// The word for `status` in JSON.
    default String status() {
        return switch (this) {
            case Done _ -> "done";
            case BadInput _, FaultsListed _ -> "input";
            case WrongUsage _ -> "usage";
            case Infeasible _ -> "infeasible";
            case Unbounded _ -> "unbounded";
            case Unproved _, OutOfTime _ -> "stopped";
            case OutOfMemory _ -> "memory";
            case Unwritten _ -> "unwritten";
            case Fault _ -> "fault";
            case MachineLacks _ -> "machine";
        };
    }
}
