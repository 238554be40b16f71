package org.genryu.stress.game;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;

/// What a side gets that binds itself first and is believed, the other answering what is best for it (of
/// equal answers the one that the first side likes best).
///
///     for each answer j:  max Σ_i x_i ours_ij  s.t.  Σ_i x_i (theirs_ij - theirs_ik) ≥ 0 for all k,  Σ x = 1
///
/// and the best j (Stackelberg; Conitzer and Sandholm 2006). Of chances it is never worth less than any equilibrium.
///
/// @param first chance of each choice of the side that commits
/// @param answer choice of the other
/// @param value what the side that commits may expect
/// @param otherValue what the other may expect
public record Commitment(double[] first, int answer, double value, double otherValue) {
    /// We bind ourselves to one choice.
    public static Commitment plain(Game game) {
        Commitment best = at(game, 0);
        for (int i = 1; i < game.rows(); i++) {
            Commitment one = at(game, i);
            best = one.value > best.value ? one : best;
        }
        return best;
    }

    private static Commitment at(Game game, int row) {
        int answer = 0;
        double near = 1e-9 * game.size();
        for (int j = 1; j < game.columns(); j++) {
            double more = game.theirs()[row][j] - game.theirs()[row][answer];
            boolean liked = Math.abs(more) <= near && game.ours()[row][j] > game.ours()[row][answer];
            answer = more > near || liked ? j : answer;
        }
        double[] first = new double[game.rows()];
        first[row] = 1;
        return new Commitment(first, answer, game.ours()[row][answer], game.theirs()[row][answer]);
    }

    /// They bind themselves to one choice.
    public static Commitment plainOfTheirs(Game game) {
        return plain(game.turned());
    }

    /// We bind ourselves to chances; empty if no program had a proved answer.
    public static Optional<Commitment> mixed(Game game) {
        Optional<Commitment> best = Optional.empty();
        for (int j = 0; j < game.columns(); j++) {
            Optional<Commitment> one = answeredBy(game, j);
            if (one.isPresent() && (best.isEmpty() || one.get().value > best.get().value)) {
                best = one;
            }
        }
        return best;
    }

    private static Optional<Commitment> answeredBy(Game game, int answer) {
        int rows = game.rows();
        int others = game.columns();
        double size = game.size();
        double[] cost = new double[rows];
        int[] start = new int[rows + 1];
        int[] row = new int[rows * (others + 1)];
        double[] value = new double[row.length];
        for (int i = 0; i < rows; i++) {
            cost[i] = -game.ours()[i][answer] / size;
            start[i + 1] = start[i] + others + 1;
            for (int k = 0; k <= others; k++) {
                row[start[i] + k] = k;
                value[start[i] + k] = k == others ? 1 : (game.theirs()[i][answer] - game.theirs()[i][k]) / size;
            }
        }
        double[] lower = new double[others + 1];
        double[] upper = new double[others + 1];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        lower[others] = 1;
        upper[others] = 1;
        double[] most = new double[rows];
        Arrays.fill(most, 1);
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(cost, new double[rows], most),
                new MathProgram.Rows(lower, upper),
                new MathProgram.Matrix(start, row, value));
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            if (live.solve() instanceof Solution.Optimal(double _, Solution.Point point, var _, var _)) {
                double[] first = point.x();
                double ours = 0;
                double theirs = 0;
                for (int i = 0; i < rows; i++) {
                    ours += first[i] * game.ours()[i][answer];
                    theirs += first[i] * game.theirs()[i][answer];
                }
                return Optional.of(new Commitment(first, answer, ours, theirs));
            }
            return Optional.empty();
        }
    }
}
