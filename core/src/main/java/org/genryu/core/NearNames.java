package org.genryu.core;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/// Near names for the unknown words of one thing that was read, as long as looking for them costs little: a table of
/// a million slips must not take hours to be told. The first words get theirs, the others none; how many those are
/// is counted. What a word gets depends on the words before it alone, never on a clock.
///
/// Cost of a word = names × length², of the order of the comparisons that [Nearest] makes.
public final class NearNames {
    /// About a second.
    private static final long BUDGET = 500_000_000L;

    private long left = BUDGET;
    private int refused;

    /// As [Nearest#cure], within the budget.
    public Optional<Text> cure(String word, Collection<String> known) {
        return cure(word, () -> known);
    }

    /// The same for names that must be gathered first; they are not, once the budget is spent.
    public Optional<Text> cure(String word, Supplier<? extends Collection<String>> known) {
        if (left <= 0) {
            refused++;
            return Optional.empty();
        }
        Collection<String> names = known.get();
        return cure(word, names.size(), () -> Nearest.cure(word, names));
    }

    /// What another way of looking finds among so many names, within the same budget.
    public Optional<Text> cure(String word, int names, Supplier<Optional<Text>> look) {
        left -= Math.multiplyExact((long) names, Math.min((long) word.length() * word.length(), 10_000) + 1);
        if (left <= 0) {
            refused++;
            return Optional.empty();
        }
        return look.get();
    }

    /// Words that were given no near names because the budget was spent.
    public int refused() {
        return refused;
    }
}
