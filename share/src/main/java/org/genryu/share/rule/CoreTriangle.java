package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.List;
import org.genryu.share.game.CoalitionGame;

/// Where is the core of three players in the triangle of all splits that give each what it has alone? The
/// triangle is cut by x(S) ≥ v(S), that is x_k ≤ v(N) - v(S) for the one outside, one pair after the
/// other (Sutherland and Hodgman 1974).
final class CoreTriangle {
    private CoreTriangle() {}

    /// Corners in order; none if it is empty, one or two if it is a point or a line.
    static List<double[]> of(CoalitionGame game) {
        double same = game.tolerance();
        if (game.surplus() < -same) {
            return List.of();
        }
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] corner = {game.alone(0), game.alone(1), game.alone(2)};
            corner[i] += Math.max(0, game.surplus());
            corners.add(corner);
        }
        for (int k = 0; k < 3; k++) {
            corners = below(corners, k, game.together() - game.worth(game.all() ^ (1 << k)), same);
        }
        return distinct(corners, same);
    }

    private static List<double[]> below(List<double[]> corners, int k, double most, double same) {
        List<double[]> kept = new ArrayList<>();
        for (int c = 0; c < corners.size(); c++) {
            double[] one = corners.get(c);
            double[] next = corners.get((c + 1) % corners.size());
            if (one[k] <= most + same) {
                kept.add(one);
            }
            boolean crosses = (one[k] - most) * (next[k] - most) < 0
                    && Math.abs(one[k] - most) > same
                    && Math.abs(next[k] - most) > same;
            if (crosses) {
                double part = (most - one[k]) / (next[k] - one[k]);
                double[] cut = new double[3];
                for (int i = 0; i < 3; i++) {
                    cut[i] = one[i] + part * (next[i] - one[i]);
                }
                kept.add(cut);
            }
        }
        return kept;
    }

    private static List<double[]> distinct(List<double[]> corners, double same) {
        List<double[]> kept = new ArrayList<>();
        for (double[] corner : corners) {
            boolean known = kept.stream()
                    .anyMatch(one -> Math.abs(one[0] - corner[0]) <= same && Math.abs(one[1] - corner[1]) <= same);
            if (!known) {
                kept.add(corner);
            }
        }
        return kept;
    }
}
