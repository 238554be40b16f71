package org.genryu.share.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.genryu.core.Check;
import org.genryu.core.Deadline;

/// What is every coalition of players worth on its own? v(S) with v(∅) = 0; the players of a coalition
/// are the bits of a number: player i is in S where `S >> i & 1` is 1.
///
/// @param players names, each once, 1 to [#MOST]
/// @param worth v(S) by coalition, 2^n values [unit of the game]
public record CoalitionGame(List<String> players, double[] worth) {
    /// A game of more players has no table; see [org.genryu.share.rule.SampledShapley].
    public static final int MOST = 20;

    /// Two worths nearer than this part of the largest are the same.
    private static final double SAME = 1e-9;

    public CoalitionGame {
        players = List.copyOf(players);
        Check.that(
                !players.isEmpty() && players.size() <= MOST,
                "Game: %s players; there must be 1 to %s.",
                players.size(),
                MOST);
        Check.that(
                worth.length == 1 << players.size(),
                "Game: %s worths for %s players; there must be %s.",
                worth.length,
                players.size(),
                1 << players.size());
        Check.that(worth[0] == 0, "Game: nobody is worth %s; it must be 0.", worth[0]);
        for (double one : worth) {
            Check.that(Math.abs(one) < Double.POSITIVE_INFINITY, "Game: a worth is %s; it must be finite.", one);
        }
        worth = worth.clone();
    }

    /// @param worth asked for once for every coalition but the empty one
    public static CoalitionGame of(List<String> players, IntToDoubleFunction worth) {
        double[] all = new double[1 << players.size()];
        for (int s = 1; s < all.length; s++) {
            all[s] = worth.applyAsDouble(s);
        }
        return new CoalitionGame(players, all);
    }

    public int size() {
        return players.size();
    }

    /// The coalition of all.
    public int all() {
        return worth.length - 1;
    }

    public double worth(int coalition) {
        return worth[coalition];
    }

    /// v({i})
    public double alone(int player) {
        return worth[1 << player];
    }

    /// v(N)
    public double together() {
        return worth[all()];
    }

    /// What all together have beyond what each has alone: v(N) - Σ v({i}).
    public double surplus() {
        double sum = together();
        for (int i = 0; i < size(); i++) {
            sum -= alone(i);
        }
        return sum;
    }

    /// Below this a difference of worths is rounding [unit of the game].
    public double tolerance() {
        double largest = 0;
        for (double one : worth) {
            largest = Math.max(largest, Math.abs(one));
        }
        return SAME * largest;
    }

    /// What a split gives every coalition: x(S) = Σ x_i over S.
    public static double[] sums(double[] shares) {
        double[] sums = new double[1 << shares.length];
        for (int s = 1; s < sums.length; s++) {
            sums[s] = sums[s & (s - 1)] + shares[Integer.numberOfTrailingZeros(s)];
        }
        return sums;
    }

    /// The names of a coalition, joined as in a table: `JP+US`.
    public String name(int coalition) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if ((coalition >> i & 1) == 1) {
                names.add(players.get(i));
            }
        }
        return String.join("+", names);
    }

    /// All coalitions but the empty one, by size, then by their players in order: the order of files.
    public List<Integer> bySize() {
        List<Integer> order = new ArrayList<>();
        for (int s = 1; s <= all(); s++) {
            order.add(s);
        }
        order.sort((a, b) -> Integer.bitCount(a) != Integer.bitCount(b)
                ? Integer.compare(Integer.bitCount(a), Integer.bitCount(b))
                : Integer.compareUnsigned(Integer.reverse(b), Integer.reverse(a)));
        return order;
    }

    /// The superadditive cover: the best that the members of S can do when they may also go in parts,
    ///
    ///     w(S) = max (v(S), max over T in S of w(T) + w(S without T))
    ///
    /// 3^n / 2 steps.
    public CoalitionGame cover() {
        double[] best = worth.clone();
        for (int s = 1; s < best.length; s++) {
            if ((s & 0xFFF) == 0) {
                Deadline.present().check();
            }
            int lowest = s & -s;
            int rest = s ^ lowest;
            // One part has the lowest player and t, the other what is left of the rest.
            for (int t = rest; t > 0; ) {
                t = (t - 1) & rest;
                best[s] = Math.max(best[s], best[t | lowest] + best[rest ^ t]);
            }
        }
        return new CoalitionGame(players, best);
    }

    /// The game of what is saved where the worths are costs: Σ c({i}) - c(S).
    public CoalitionGame savings() {
        double[] alone = new double[size()];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = alone(i);
        }
        double[] apart = sums(alone);
        return of(players, s -> Integer.bitCount(s) == 1 ? 0 : apart[s] - worth[s]);
    }

    /// Harsanyi's dividends, d_S = Σ over T in S of (-1)^(|S| - |T|) v(T): what a coalition brings that
    /// its parts do not.
    public double[] dividends() {
        double[] d = worth.clone();
        for (int i = 0; i < size(); i++) {
            for (int s = 0; s < d.length; s++) {
                if ((s >> i & 1) == 1) {
                    d[s] -= d[s ^ (1 << i)];
                }
            }
        }
        return d;
    }
}
