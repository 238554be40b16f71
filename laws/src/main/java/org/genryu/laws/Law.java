package org.genryu.laws;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/// Does a rule hold for every input, and if not, for which plain one does it fail?
///
///     Law.of(11, 300).holds(input -> {
///         double p = input.real("p", 0, 1);
///         assertThat(quantile(p)).isFinite();
///     });
///
/// The first [#CORNERS] trials take the corners of what they draw (all first corners, all second ones, …); `tries` more
/// are random. A trial is a function of the seed and its number alone. A failure tells both, and the input after it was
/// made as plain as it can be while it still fails in the same way.
///
/// @param seed of all trials
/// @param tries random ones, 1 or more
/// @param first number of the first trial
/// @param end number after the last trial
public record Law(long seed, int tries, int first, int end) {
    /// No kind of input has more corners.
    public static final int CORNERS = 12;

    /// Trials spent on making an input plainer.
    private static final int PATIENCE = 5000;

    /// What must not throw. An assumption that does not hold throws too: it belongs before the law.
    @FunctionalInterface
    public interface Rule {
        void check(Input input) throws Exception;
    }

    private record Failure(Input input, Throwable thrown) {
        boolean plainerThan(Failure other) {
            long[] mine = input.choices();
            long[] others = other.input.choices();
            return mine.length < others.length || (mine.length == others.length && Arrays.compare(mine, others) < 0);
        }
    }

    /// @param tries random ones, beside the corners
    public static Law of(long seed, int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException("Law: tries is " + tries + "; it must be 1 or more.");
        }
        return new Law(seed, tries, 0, CORNERS + tries);
    }

    /// This one trial alone, to repeat a failure.
    public Law at(int trial) {
        return new Law(seed, tries, trial, trial + 1);
    }

    /// Throws an [AssertionError] with seed, trial and input if the rule fails.
    public void holds(Rule rule) {
        for (int number = first; number < end; number++) {
            Input input = new Input(new Chance.Drawn(seed, number));
            Optional<Failure> failure = run(rule, input);
            if (failure.isPresent()) {
                throw told(number, plainest(rule, failure.get()));
            }
            if (input.choices().length == 0) {
                throw new IllegalArgumentException("Law: the rule draws nothing; it must draw its input.");
            }
        }
    }

    private static Optional<Failure> run(Rule rule, Input input) {
        try {
            rule.check(input);
            return Optional.empty();
        } catch (Throwable thrown) {
            return Optional.of(new Failure(input, thrown));
        }
    }

    private AssertionError told(int number, Failure failure) {
        return new AssertionError(
                "Law of seed %s: trial %s of %s fails. As plain as it still fails:%n%s%nTo repeat it: Law.of(%sL, %s).at(%s)%n%s"
                        .formatted(
                                seed,
                                number,
                                CORNERS + tries,
                                failure.input().told(),
                                seed,
                                tries,
                                number,
                                failure.thrown()),
                failure.thrown());
    }

    /// Leaves choices out and lowers them one by one, again and again, until nothing helps.
    private static Failure plainest(Rule rule, Failure found) {
        Search search = new Search(rule, found);
        boolean better = true;
        while (better) {
            better = search.shorter() | search.lower();
        }
        return search.best;
    }

    private static final class Search {
        private final Rule rule;
        private int left = PATIENCE;
        private Failure best;

        Search(Rule rule, Failure found) {
            this.rule = rule;
            this.best = found;
        }

        boolean shorter() {
            boolean any = false;
            for (int size : new int[] {256, 64, 16, 8, 7, 6, 5, 4, 3, 2, 1}) {
                int step = size > 8 ? size : 1;
                for (int at = best.input().choices().length - size; at >= 0; at -= step) {
                    long[] choices = best.input().choices();
                    if (at + size <= choices.length) {
                        any |= better(LongStream.concat(
                                        Arrays.stream(choices, 0, at),
                                        Arrays.stream(choices, at + size, choices.length))
                                .toArray());
                    }
                }
            }
            return any;
        }

        boolean lower() {
            boolean any = false;
            for (int at = 0; at < best.input().choices().length; at++) {
                long fails = best.input().choices()[at];
                long holds = -1;
                long next = 0;
                while (fails - holds > 1 && at < best.input().choices().length) {
                    long[] choices = best.input().choices();
                    choices[at] = next;
                    if (better(choices)) {
                        any = true;
                        fails = next;
                    } else {
                        holds = next;
                    }
                    next = holds + (fails - holds) / 2;
                }
            }
            return any;
        }

        private boolean better(long[] choices) {
            if (left-- <= 0) {
                return false;
            }
            Optional<Failure> again = run(rule, new Input(new Chance.Given(choices)))
                    .filter(failure ->
                            failure.thrown().getClass() == best.thrown().getClass())
                    .filter(failure -> failure.plainerThan(best));
            again.ifPresent(failure -> best = failure);
            return again.isPresent();
        }
    }
}
