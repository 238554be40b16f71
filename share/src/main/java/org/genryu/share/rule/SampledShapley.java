package org.genryu.share.rule;

import java.util.BitSet;
import java.util.function.ToDoubleFunction;
import org.genryu.core.Check;
import org.genryu.core.Deadline;
import org.genryu.core.number.RandomDraws;

/// Shapley's value of a game of many players, by orders drawn at random. Each order is taken forwards and
/// backwards, which takes out most of the chance; the mean of the two is one draw.
///
///     SE_i = standard deviation of the draws of i / √ pairs
///
/// The shares of every order sum to v(N), so do the means. Castro, Gómez and Tejada (2009).
///
/// @param shares by player
/// @param errors standard errors, by player
/// @param pairs of orders
public record SampledShapley(double[] shares, double[] errors, int pairs) {
    /// @param players 1 or more
    /// @param worth v(S), for any set of the players 0 to n - 1; the set is not kept
    /// @param pairs 2 or more
    public static SampledShapley of(int players, ToDoubleFunction<BitSet> worth, int pairs, long seed) {
        Check.that(players >= 1 && pairs >= 2, "Shapley: %s players and %s pairs of orders.", players, pairs);
        RandomDraws draws = RandomDraws.of(seed, "shapley");
        double[] sum = new double[players];
        double[] squares = new double[players];
        for (int p = 0; p < pairs; p++) {
            Deadline.present().check();
            int[] order = order(players, draws, p);
            double[] one = new double[players];
            add(order, false, worth, one);
            add(order, true, worth, one);
            for (int i = 0; i < players; i++) {
                sum[i] += one[i];
                squares[i] += one[i] * one[i];
            }
        }
        double[] shares = new double[players];
        double[] errors = new double[players];
        for (int i = 0; i < players; i++) {
            shares[i] = sum[i] / pairs;
            double variance = Math.max(0, squares[i] / pairs - shares[i] * shares[i]) * pairs / (pairs - 1);
            errors[i] = Math.sqrt(variance / pairs);
        }
        return new SampledShapley(shares, errors, pairs);
    }

    private static int[] order(int players, RandomDraws draws, int pair) {
        int[] order = new int[players];
        for (int i = 0; i < players; i++) {
            int j = (int) (draws.uniform(pair, i) * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static void add(int[] order, boolean backwards, ToDoubleFunction<BitSet> worth, double[] to) {
        BitSet there = new BitSet(order.length);
        double before = 0;
        for (int k = 0; k < order.length; k++) {
            int player = order[backwards ? order.length - 1 - k : k];
            there.set(player);
            double now = worth.applyAsDouble(there);
            to[player] += (now - before) / 2;
            before = now;
        }
    }
}
