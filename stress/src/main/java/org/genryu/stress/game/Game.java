package org.genryu.stress.game;

import org.genryu.core.Check;

/// What each pair of choices brings both sides.
///
/// @param ours by [our choice][their choice]
/// @param theirs by [our choice][their choice]
public record Game(double[][] ours, double[][] theirs) {
    public Game {
        Check.that(
                ours.length > 0 && ours[0].length > 0 && theirs.length == ours.length,
                "Game: %s and %s rows.",
                ours.length,
                theirs.length);
        for (int i = 0; i < ours.length; i++) {
            Check.that(
                    ours[i].length == ours[0].length && theirs[i].length == ours[0].length,
                    "Game: row %s is not as wide as the first.",
                    i);
        }
    }

    /// How many choices we have.
    public int rows() {
        return ours.length;
    }

    /// How many choices they have.
    public int columns() {
        return ours[0].length;
    }

    /// The same seen from the other side.
    Game turned() {
        return new Game(turned(theirs), turned(ours));
    }

    private static double[][] turned(double[][] of) {
        double[][] to = new double[of[0].length][of.length];
        for (int i = 0; i < of.length; i++) {
            for (int j = 0; j < of[0].length; j++) {
                to[j][i] = of[i][j];
            }
        }
        return to;
    }

    /// Largest pay-off of a side, by size: what is small is small against it; 1 where all are 0.
    double size() {
        double most = Math.max(largest(ours), largest(theirs));
        return most > 0 ? most : 1;
    }

    private static double largest(double[][] of) {
        double most = 0;
        for (double[] row : of) {
            for (double value : row) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most;
    }
}
