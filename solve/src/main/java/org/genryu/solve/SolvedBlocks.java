package org.genryu.solve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Answers to blocks of programs that were solved before: a block that is the same to the last bit is not solved again.
///
/// Filled by one solve after the other, then closed and read by any number side by side. So what a solve answers
/// depends on what was solved before the closing alone, not on who else is solving.
public final class SolvedBlocks {
    /// Knows nothing and keeps nothing.
    public static final SolvedBlocks NONE = new SolvedBlocks(Map.of(), false);

    private final Map<String, Answer> answers;
    private final boolean open;

    /// @param x by column of the block
    /// @param y by row of it
    public record Answer(double[] x, double[] y) {}

    private SolvedBlocks(Map<String, Answer> answers, boolean open) {
        this.answers = answers;
        this.open = open;
    }

    /// To be filled.
    public static SolvedBlocks open() {
        return new SolvedBlocks(new HashMap<>(), true);
    }

    /// What was filled in until now, to be read alone.
    public SolvedBlocks closed() {
        return new SolvedBlocks(Map.copyOf(answers), false);
    }

    public boolean isOpen() {
        return open;
    }

    /// Whether there is nothing to be had from it.
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /// @param block hash of all its numbers
    public Optional<Answer> of(String block) {
        return Optional.ofNullable(answers.get(block));
    }

    /// Keeps the first answer to a block.
    public void keep(String block, Answer answer) {
        answers.putIfAbsent(block, answer);
    }
}
