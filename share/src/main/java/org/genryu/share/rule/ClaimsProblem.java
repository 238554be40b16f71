package org.genryu.share.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.share.game.CoalitionGame;

/// Who gets what of an estate that is less than all claims together?
///
/// | rule | award of a claim c | source |
/// | --- | --- | --- |
/// | proportional | E c / C | |
/// | constrained equal awards | min (c, l) | Maimonides |
/// | constrained equal losses | max (0, c - l) | |
/// | Talmud | CEA of the half-claims while E ≤ C / 2, else c less CEA of the half-claims for C - E | Aumann and
/// Maschler (1985) |
/// | random arrival | average over all orders of coming first | O'Neill (1982) |
/// | alpha-min | the smallest claim to each, the rest in proportion to what is left | Giménez-Gómez and Peris (2014) |
///
/// l is such that the awards sum to E. Talmud's rule is the nucleolus and random arrival Shapley's value
/// of the game v(S) = max (0, E - claims outside S).
///
/// @param estate E, from 0 to C [any unit]
/// @param claims c ≥ 0 by player; C is their sum
public record ClaimsProblem(double estate, double[] claims) {
    /// Rounding of a sum of claims, as part of it.
    private static final double SAME = 1e-12;

    public ClaimsProblem {
        for (double claim : claims) {
            Check.that(claim >= 0, "Claims: a claim is %s; it must be 0 or more.", claim);
        }
        double all = Arrays.stream(claims).sum();
        Check.that(
                estate >= 0 && estate <= all * (1 + SAME),
                "Claims: the estate is %s; it must be from 0 to the sum of claims, %s.",
                estate,
                all);
        claims = claims.clone();
    }

    public CoalitionGame game(List<String> players) {
        double[] sums = CoalitionGame.sums(claims);
        int all = sums.length - 1;
        return CoalitionGame.of(players, s -> Math.max(0, estate - sums[all ^ s]));
    }

    public double[] proportional() {
        double all = Arrays.stream(claims).sum();
        return map(c -> all > 0 ? estate * (c / all) : 0);
    }

    public double[] equalAwards() {
        return equalAwards(estate, claims);
    }

    /// The smallest claims are met in full as long as that is less than an equal part of what is left.
    private static double[] equalAwards(double estate, double[] claims) {
        int[] order = order(claims);
        double[] awards = new double[claims.length];
        double left = estate;
        for (int k = 0; k < order.length; k++) {
            awards[order[k]] = Math.min(claims[order[k]], left / (order.length - k));
            left -= awards[order[k]];
        }
        return awards;
    }

    private static int[] order(double[] claims) {
        return IntStream.range(0, claims.length)
                .boxed()
                .sorted((a, b) -> Double.compare(claims[a], claims[b]))
                .mapToInt(i -> i)
                .toArray();
    }

    /// The losses are what equal awards would be of the whole loss.
    public double[] equalLosses() {
        double[] losses = equalAwards(Math.max(0, Arrays.stream(claims).sum() - estate), claims);
        return IntStream.range(0, claims.length)
                .mapToDouble(i -> claims[i] - losses[i])
                .toArray();
    }

    public double[] talmud() {
        double all = Arrays.stream(claims).sum();
        double[] half = map(c -> c / 2);
        if (estate <= all / 2) {
            return equalAwards(estate, half);
        }
        double[] losses = equalAwards(Math.max(0, all - estate), half);
        return IntStream.range(0, claims.length)
                .mapToDouble(i -> claims[i] - losses[i])
                .toArray();
    }

    /// At most [CoalitionGame#MOST] claims.
    public double[] randomArrival() {
        return Shapley.of(game(
                IntStream.range(0, claims.length).mapToObj(Integer::toString).toList()));
    }

    public double[] alphaMin() {
        double least = Arrays.stream(claims).min().orElse(0);
        double rest = estate - least * claims.length;
        double left = Arrays.stream(claims).sum() - least * claims.length;
        return rest <= 0
                ? map(_ -> estate / claims.length)
                : map(c -> least + (left > 0 ? rest * (c - least) / left : 0));
    }

    private double[] map(java.util.function.DoubleUnaryOperator of) {
        return Arrays.stream(claims).map(of).toArray();
    }
}
