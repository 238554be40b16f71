package org.genryu.share.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.genryu.laws.Law;
import org.genryu.share.game.CoalitionGame;
import org.junit.jupiter.api.Test;

/// The prenucleolus once more, in fractions without any rounding, by another way: the dual of every level over all
/// coalitions at once, by Bland's rule (rung: random against the simple version).
class RationalNucleolusTest {
    private record Fraction(BigInteger up, BigInteger down) implements Comparable<Fraction> {
        static final Fraction ZERO = of(0);

        static Fraction of(long whole) {
            return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        static Fraction of(BigInteger up, BigInteger down) {
            BigInteger common = up.gcd(down);
            BigInteger by = down.signum() < 0 ? common.negate() : common;
            return new Fraction(up.divide(by), down.divide(by));
        }

        Fraction less(Fraction other, Fraction times) {
            Fraction product = of(other.up.multiply(times.up), other.down.multiply(times.down));
            return of(up.multiply(product.down).subtract(product.up.multiply(down)), down.multiply(product.down));
        }

        Fraction over(Fraction other) {
            return of(up.multiply(other.down), down.multiply(other.up));
        }

        int sign() {
            return up.signum();
        }

        double number() {
            return up.doubleValue() / down.doubleValue();
        }

        @Override
        public int compareTo(Fraction other) {
            return up.multiply(other.down).compareTo(other.up.multiply(down));
        }
    }

    private record Settled(int coalition, Fraction amount) {}

    /// max Σ v(S) λ_S + Σ amount μ_T with Σ over S with i of λ_S + μ_T = 0 for every i, Σ λ_S = 1, λ ≥ 0.
    private static final class Level {
        private final int n;
        private final Fraction[][] rows;
        private final int[] basis;
        private final Fraction[] cost;
        private final int real;

        Level(CoalitionGame game, List<Integer> free, List<Settled> settled) {
            n = game.size();
            real = free.size() + 2 * settled.size();
            rows = new Fraction[n + 1][real + n + 2];
            cost = new Fraction[real];
            basis = new int[n + 1];
            for (Fraction[] row : rows) {
                Arrays.fill(row, Fraction.ZERO);
            }
            for (int c = 0; c < free.size(); c++) {
                column(c, free.get(c), 1);
                rows[n][c] = Fraction.of(1);
                cost[c] = Fraction.of((long) game.worth(free.get(c)));
            }
            for (int c = 0; c < settled.size(); c++) {
                for (int sign = 1; sign >= -1; sign -= 2) {
                    int at = free.size() + 2 * c + (sign == 1 ? 0 : 1);
                    column(at, settled.get(c).coalition(), sign);
                    cost[at] = Fraction.ZERO.less(settled.get(c).amount(), Fraction.of(-sign));
                }
            }
            for (int r = 0; r <= n; r++) {
                rows[r][real + r] = Fraction.of(1);
                basis[r] = real + r;
            }
            rows[n][real + n + 1] = Fraction.of(1);
        }

        private void column(int at, int coalition, int sign) {
            for (int i = 0; i < n; i++) {
                rows[i][at] = Fraction.of((long) sign * (coalition >> i & 1));
            }
        }

        /// Two phases: first the artificial columns go, then the objective grows.
        void solve() {
            climb(true);
            climb(false);
        }

        private Fraction gain(int c, boolean first) {
            Fraction gain = first ? Fraction.ZERO : cost[c];
            for (int r = 0; r <= n; r++) {
                Fraction price =
                        basis[r] >= real ? Fraction.of(first ? -1 : 0) : first ? Fraction.ZERO : cost[basis[r]];
                gain = gain.less(price, rows[r][c]);
            }
            return gain;
        }

        private void climb(boolean first) {
            for (; ; ) {
                int enter = -1;
                for (int c = 0; c < real && enter < 0; c++) {
                    enter = gain(c, first).sign() > 0 ? c : -1;
                }
                if (enter < 0) {
                    return;
                }
                int leave = -1;
                for (int r = 0; r <= n; r++) {
                    // An artificial column that stands at nil must not grow again.
                    boolean out =
                            rows[r][enter].sign() > 0 || (!first && basis[r] >= real && rows[r][enter].sign() < 0);
                    if (out && (leave < 0 || before(r, leave, enter))) {
                        leave = r;
                    }
                }
                pivot(leave, enter);
            }
        }

        private boolean before(int r, int other, int enter) {
            int by = rows[r][real + n + 1]
                    .over(rows[r][enter])
                    .compareTo(rows[other][real + n + 1].over(rows[other][enter]));
            return by < 0 || (by == 0 && basis[r] < basis[other]);
        }

        private void pivot(int leave, int enter) {
            Fraction lead = rows[leave][enter];
            for (int c = 0; c < rows[leave].length; c++) {
                rows[leave][c] = rows[leave][c].over(lead);
            }
            for (int r = 0; r <= n; r++) {
                if (r != leave && rows[r][enter].sign() != 0) {
                    Fraction times = rows[r][enter];
                    for (int c = 0; c < rows[r].length; c++) {
                        rows[r][c] = rows[r][c].less(rows[leave][c], times);
                    }
                }
            }
            basis[leave] = enter;
        }

        /// Price of row i: the share x_i; of the last row: e.
        Fraction price(int row) {
            Fraction price = Fraction.ZERO;
            for (int r = 0; r <= n; r++) {
                if (basis[r] < real) {
                    price = price.less(cost[basis[r]], Fraction.ZERO.less(rows[r][real + row], Fraction.of(1)));
                }
            }
            return price;
        }

        boolean priced(int column) {
            for (int r = 0; r <= n; r++) {
                if (basis[r] == column && rows[r][real + n + 1].sign() > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static double[] prenucleolus(CoalitionGame game) {
        LinearSpan span = new LinearSpan(game.size());
        List<Settled> settled = new ArrayList<>();
        span.add(game.all());
        settled.add(new Settled(game.all(), Fraction.of((long) game.together())));
        double[] shares = {game.together()};
        while (span.rank() < game.size()) {
            List<Integer> free = new ArrayList<>();
            for (int s = 1; s < game.all(); s++) {
                if (!span.holds(s)) {
                    free.add(s);
                }
            }
            Level level = new Level(game, free, settled);
            level.solve();
            for (int c = 0; c < free.size(); c++) {
                if (level.priced(c) && span.add(free.get(c))) {
                    settled.add(new Settled(
                            free.get(c),
                            Fraction.of((long) game.worth(free.get(c)))
                                    .less(level.price(game.size()), Fraction.of(1))));
                }
            }
            shares = new double[game.size()];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = level.price(i).number();
            }
        }
        return shares;
    }

    @Test
    void thePrenucleolusMustBeTheOneInFractions() {
        Law.of(21, 60).holds(input -> {
            CoalitionGame game = input.made("game", made -> {
                int n = made.whole("players", 2, 6);
                double[] worth = new double[1 << n];
                for (int s = 1; s < worth.length; s++) {
                    worth[s] = made.whole("worth", -9, 30);
                }
                return new CoalitionGame(List.of("a", "b", "c", "d", "e", "f").subList(0, n), worth);
            });
            double[] found = ((Split.Shares)
                            Nucleolus.of(game, Nucleolus.Kind.PRENUCLEOLUS).split())
                    .shares();
            assertThat(found).containsExactly(prenucleolus(game), within(1e-11));
        });
    }
}
