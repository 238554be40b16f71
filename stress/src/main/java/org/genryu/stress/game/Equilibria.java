package org.genryu.stress.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Which pairs of mixed choices would neither side leave? By supports: for every set of our choices and every
/// set of theirs of the same size, each side mixes so that the other is indifferent among its own set,
///
///     Σ_j y_j ours_ij = v for i in I,  Σ_i x_i theirs_ij = w for j in J,  Σ x = Σ y = 1
///
/// and what comes out is an equilibrium if no chance is below 0 and nobody gains by another choice (Nash 1951;
/// support enumeration as in Dickhaut and Kaplan 1991). Of a game without ties this finds all; where ties leave
/// none of this form, pay-offs are moved apart by a millionth and the answer is checked against the game itself.
/// Every answer carries its proof, [MixedPair#regret()].
public final class Equilibria {
    /// Choices of a side beyond which sets are too many.
    public static final int MOST = 12;

    private static final double NEAR = 1e-9;

    private Equilibria() {}

    /// At least one; those with few choices first.
    public static List<MixedPair> of(Game game) {
        List<MixedPair> found = proved(game, game, NEAR);
        for (double apart = 1e-6; found.isEmpty(); apart *= 10) {
            found = proved(moved(game, apart * game.size()), game, 10 * apart * game.columns() * game.rows());
        }
        return found;
    }

    private static List<MixedPair> proved(Game solved, Game asked, double tolerance) {
        List<MixedPair> found = new ArrayList<>();
        for (int size = 1; size <= Math.min(asked.rows(), asked.columns()); size++) {
            for (BitSet rows : sets(asked.rows(), size)) {
                for (BitSet columns : sets(asked.columns(), size)) {
                    pair(solved, rows, columns)
                            .map(mixed -> MixedPair.of(asked, mixed[0], mixed[1]))
                            .filter(one -> one.regret() <= tolerance * asked.size())
                            .filter(one -> found.stream().noneMatch(other -> same(one, other)))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean same(MixedPair a, MixedPair b) {
        double apart = 0;
        for (int i = 0; i < a.ours().length; i++) {
            apart = Math.max(apart, Math.abs(a.ours()[i] - b.ours()[i]));
        }
        for (int j = 0; j < a.theirs().length; j++) {
            apart = Math.max(apart, Math.abs(a.theirs()[j] - b.theirs()[j]));
        }
        return apart < 1e-7;
    }

    /// Different in every cell, in both sides.
    private static Game moved(Game game, double apart) {
        double[][] ours = new double[game.rows()][];
        double[][] theirs = new double[game.rows()][];
        for (int i = 0; i < game.rows(); i++) {
            ours[i] = game.ours()[i].clone();
            theirs[i] = game.theirs()[i].clone();
            for (int j = 0; j < game.columns(); j++) {
                double golden = (i * 0.6180339887498949 + j * 0.7548776662466927) % 1;
                ours[i][j] += apart * golden;
                theirs[i][j] += apart * ((golden * 7.3) % 1);
            }
        }
        return new Game(ours, theirs);
    }

    private static List<BitSet> sets(int of, int size) {
        List<BitSet> all = new ArrayList<>();
        for (int mask = 1; mask < 1 << of; mask++) {
            if (Integer.bitCount(mask) == size) {
                all.add(BitSet.valueOf(new long[] {mask}));
            }
        }
        return all;
    }

    private static Optional<double[][]> pair(Game game, BitSet rows, BitSet columns) {
        Optional<double[]> theirs = mix(game.ours(), rows, columns);
        Optional<double[]> ours = mix(game.turned().ours(), columns, rows);
        return theirs.isPresent() && ours.isPresent()
                ? Optional.of(new double[][] {ours.get(), theirs.get()})
                : Optional.empty();
    }

    /// The chances of the columns that make all of these rows equal.
    private static Optional<double[]> mix(double[][] payOff, BitSet rows, BitSet columns) {
        int[] i = rows.stream().toArray();
        int[] j = columns.stream().toArray();
        int n = j.length;
        double[][] system = new double[n + 1][n + 2];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                system[r][c] = payOff[i[r]][j[c]];
            }
            system[r][n] = -1;
        }
        Arrays.fill(system[n], 0, n, 1);
        system[n][n + 1] = 1;
        Optional<double[]> solved = solved(system);
        if (solved.isEmpty()) {
            return Optional.empty();
        }
        double[] chance = new double[payOff[0].length];
        for (int c = 0; c < n; c++) {
            double one = solved.get()[c];
            if (one < -1e-12) {
                return Optional.empty();
            }
            chance[j[c]] = Math.max(0, one);
        }
        return Optional.of(chance);
    }

    /// By elimination; empty where the system has no single answer.
    private static Optional<double[]> solved(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            int best = k;
            double scale = 0;
            for (int r = k; r < n; r++) {
                best = Math.abs(system[r][k]) > Math.abs(system[best][k]) ? r : best;
            }
            for (double[] row : system) {
                scale = Math.max(scale, Math.abs(row[k]));
            }
            if (Math.abs(system[best][k]) <= 1e-12 * Math.max(1e-300, scale)) {
                return Optional.empty();
            }
            double[] pivot = system[best];
            system[best] = system[k];
            system[k] = pivot;
            for (int r = 0; r < n; r++) {
                double factor = r == k ? 0 : system[r][k] / pivot[k];
                for (int c = k; c <= n && factor != 0; c++) {
                    system[r][c] -= factor * pivot[c];
                }
            }
        }
        double[] answer = new double[n];
        for (int k = 0; k < n; k++) {
            answer[k] = system[k][n] / system[k][k];
        }
        return Optional.of(answer);
    }
}
