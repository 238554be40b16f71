package org.genryu.core.name;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// Near names for the unknown words of one thing that was read, as long as looking for them costs little: a table of
/// a million slips must not take hours to be told. The first words get theirs, the others none; how many those are
/// is counted. What a word gets depends on the words before it alone, never on a clock.
///
/// Cost of a word = names × length², of the order of the comparisons that [NearestNames] makes.
public final class NearNames {
    /// About a second.
    private static final long BUDGET = 500_000_000L;

    private long left = BUDGET;
    private int refused;

    /// What came of looking. Who tells more about a word that is like a known one than about another must not take
    /// [Unsought] for [Nothing].
    public sealed interface Search {
        /// @param meant the names that may be meant, as a sentence
        record Found(Text meant) implements Search {}

        /// It is like none of the names.
        record Nothing() implements Search {}

        /// The budget was spent.
        record Unsought() implements Search {}

        /// What can be proposed.
        default Optional<Text> cure() {
            return this instanceof Found(Text meant) ? Optional.of(meant) : Optional.empty();
        }
    }

    /// As [NearestNames#cure], within the budget.
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
        return search(word, names.size(), () -> NearestNames.cure(word, names)).cure();
    }

    /// What a way of looking finds among so many names, within the same budget.
    public Search search(String word, int names, Supplier<Optional<Text>> look) {
        left -= Math.multiplyExact((long) names, Math.min((long) word.length() * word.length(), 10_000) + 1);
        if (left <= 0) {
            refused++;
            return new Search.Unsought();
        }
        return look.get().<Search>map(Search.Found::new).orElseGet(Search.Nothing::new);
    }

    /// That some words were given no near names because the budget was spent; empty if all were looked for.
    public Optional<Finding> remark() {
        return refused == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Finding.Severity.NOTE,
                        Finding.Place.NOWHERE,
                        new Text("Check", "検査"),
                        new Text(
                                "for " + refused + " more unknown words no likely ones were looked for; correct the"
                                        + " first ones and check again.",
                                "ほかの未知の語 " + refused + " 件については候補を探していません。まず最初のものを直して再検査してください。"),
                        Optional.empty()));
    }
}
