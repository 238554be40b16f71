package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.core.Deadline;
import org.genryu.share.game.CoalitionGame;

/// How far off may worths and shares be where they are means over futures? The game is made anew without one
/// group of futures after the other, and divided again:
///
///     SE² = (g - 1)/g Σ_k (x_k - mean x)²        x_k without group k of g
///
/// With a future a group this is s/√n for whatever is a mean, such as Shapley's value of worths that are means;
/// what bends (a nucleolus, the best of several plans, a superadditive cover) is carried along with it.
///
/// Source: Quenouille 1956, Biometrika 43, 353-360; Tukey 1958 (jackknife). Does not tell how far a mean lies off
/// where futures themselves are drawn from the wrong ranges.
///
/// @param futures on which the game rests
/// @param worths standard error by coalition [unit of the game]
/// @param shares standard errors by player; no key where a rule gives no split in some of the games
public record SplitErrors(int futures, double[] worths, Map<DivisionRule, double[]> shares) {
    /// Groups at most: each costs a division.
    private static final int MOST = 20;

    public SplitErrors {
        shares = Map.copyOf(shares);
    }

    /// @param futures 2 or more
    /// @param game of the mean over these futures, given by their numbers
    public static SplitErrors of(int futures, Function<int[], CoalitionGame> game, Division.Options options) {
        Check.that(futures >= 2, "Split errors: %s futures; there must be 2 or more.", futures);
        int groups = Math.min(futures, MOST);
        List<double[]> worths = new ArrayList<>();
        Map<DivisionRule, List<double[]>> shares = new EnumMap<>(DivisionRule.class);
        for (int k = 0; k < groups; k++) {
            Deadline.present().check();
            int left = k;
            CoalitionGame without = game.apply(IntStream.range(0, futures)
                    .filter(future -> future % groups != left)
                    .toArray());
            worths.add(without.worth());
            for (Division.Proposal one : Division.of(without, options).proposals()) {
                one.shares()
                        .ifPresent(split -> shares.computeIfAbsent(one.rule(), _ -> new ArrayList<>())
                                .add(split));
            }
        }
        Map<DivisionRule, double[]> errors = new EnumMap<>(DivisionRule.class);
        shares.forEach((rule, splits) -> {
            if (splits.size() == groups) {
                errors.put(rule, errors(splits));
            }
        });
        return new SplitErrors(futures, errors(worths), errors);
    }

    private static double[] errors(List<double[]> left) {
        int groups = left.size();
        double[] errors = new double[left.getFirst().length];
        for (int i = 0; i < errors.length; i++) {
            int at = i;
            double mean = left.stream().mapToDouble(one -> one[at]).sum() / groups;
            double squares = left.stream()
                    .mapToDouble(one -> (one[at] - mean) * (one[at] - mean))
                    .sum();
            errors[i] = Math.sqrt(squares * (groups - 1) / groups);
        }
        return errors;
    }

    /// Of a player's share by a rule.
    public Optional<Double> of(DivisionRule rule, int player) {
        return Optional.ofNullable(shares.get(rule)).map(errors -> errors[player]);
    }
}
