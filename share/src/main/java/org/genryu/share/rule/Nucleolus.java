package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.share.game.CoalitionGame;

/// Which split makes the largest complaint as small as it can be, then the second largest, and so on? The
/// complaint of S is what it could have alone beyond what it is given, v(S) - x(S).
///
/// Level by level ([ExcessProgram]): the least largest complaint e_k; the coalitions that complain so
/// much in every optimum are settled there; until all shares are. The shares then solve x(S) + c_S e_k =
/// v(S) over the settled coalitions, so that they are exact to rounding. The [KohlbergProof] is worked
/// out from the shares alone.
///
/// Schmeidler (1969), The nucleolus of a characteristic function game; Kohlberg (1971); per head: Grotte
/// (1970). It is in the core whenever the core is not empty. Not monotone: a larger v(N) may lower a
/// share.
///
/// @param programs linear programs that were solved
public record Nucleolus(Kind kind, Split split, Optional<KohlbergProof> proof, int programs) {
    /// Over which splits, and how complaints are counted.
    public enum Kind {
        /// Nobody gets less than alone.
        NUCLEOLUS,
        /// Any split of v(N).
        PRENUCLEOLUS,
        /// Nobody gets less than alone; complaints are divided by the number of heads.
        PER_CAPITA
    }

    private static final double AGREES = 1e-5;

    private record Equation(int coalition, int level, double amount) {}

    public static Nucleolus of(CoalitionGame game, Kind kind) {
        if (kind != Kind.PRENUCLEOLUS && game.surplus() < -game.tolerance()) {
            return new Nucleolus(
                    kind,
                    new Split.Undefined(new Text(
                            "all together have less than each has alone; the prenucleolus is given instead.",
                            "全員の合計が各自単独の合計を下回るため、かわりに準仁を示します。")),
                    Optional.empty(),
                    0);
        }
        double[] alone = new double[game.size()];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = game.alone(i);
        }
        double[] apart = CoalitionGame.sums(alone);
        double scale = 0;
        for (int s = 1; s <= game.all(); s++) {
            scale = Math.max(scale, Math.abs(game.worth(s) - apart[s]));
        }
        if (scale <= Math.max(game.tolerance(), Double.MIN_NORMAL)) {
            return answer(game, kind, alone, 0);
        }
        double size = Math.scalb(1.0, Math.getExponent(scale) + 1); // a power of two: nothing is rounded
        CoalitionGame unit =
                CoalitionGame.of(game.players(), s -> Integer.bitCount(s) == 1 ? 0 : (game.worth(s) - apart[s]) / size);
        ExcessProgram program =
                new ExcessProgram(unit, kind == Kind.PER_CAPITA, kind != Kind.PRENUCLEOLUS && unit.together() >= 0);
        Optional<double[]> shares = shares(unit, program);
        if (shares.isEmpty()) {
            return new Nucleolus(
                    kind,
                    new Split.Undefined(new Text("the solver found no proved answer.", "証明できる解が得られませんでした。")),
                    Optional.empty(),
                    program.programs());
        }
        for (int i = 0; i < alone.length; i++) {
            alone[i] += size * shares.get()[i];
        }
        return answer(game, kind, alone, program.programs());
    }

    private static Nucleolus answer(CoalitionGame game, Kind kind, double[] shares, int programs) {
        return new Nucleolus(
                kind, new Split.Shares(shares), Optional.of(KohlbergProof.of(game, kind, shares)), programs);
    }

    private static Optional<double[]> shares(CoalitionGame unit, ExcessProgram program) {
        List<Equation> equations = new ArrayList<>();
        equations.add(new Equation(unit.all(), -1, unit.together()));
        double[] last = {unit.together()};
        int levels = 0;
        while (!program.done()) {
            Optional<ExcessProgram.Level> level = program.next();
            if (level.isEmpty()) {
                return Optional.empty();
            }
            last = level.get().x();
            int number = levels++;
            level.get().tight().forEach(s -> equations.add(new Equation(s, number, unit.worth(s))));
            level.get().floored().forEach(i -> equations.add(new Equation(1 << i, -1, 0)));
        }
        double[] exact = solved(equations, unit.size(), levels, program);
        for (int i = 0; i < last.length; i++) {
            if (exact.length == 0 || !(Math.abs(exact[i] - last[i]) <= AGREES)) {
                return Optional.of(last);
            }
        }
        return Optional.of(Arrays.copyOf(exact, unit.size()));
    }

    /// Gauss-Jordan with the largest pivot of each column; equations that follow from others are left
    /// over. Empty if they do not settle every unknown.
    private static double[] solved(List<Equation> equations, int n, int levels, ExcessProgram program) {
        int unknowns = n + levels;
        double[][] rows = new double[equations.size()][unknowns + 1];
        for (int r = 0; r < rows.length; r++) {
            Equation one = equations.get(r);
            for (int i = 0; i < n; i++) {
                rows[r][i] = one.coalition() >> i & 1;
            }
            if (one.level() >= 0) {
                rows[r][n + one.level()] = program.heads(one.coalition());
            }
            rows[r][unknowns] = one.amount();
        }
        for (int j = 0; j < unknowns; j++) {
            int pivot = j;
            for (int r = j; r < rows.length; r++) {
                pivot = Math.abs(rows[r][j]) > Math.abs(rows[Math.min(pivot, rows.length - 1)][j]) ? r : pivot;
            }
            if (pivot >= rows.length || Math.abs(rows[pivot][j]) < AGREES) {
                return new double[0];
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[j];
            rows[j] = row;
            double lead = row[j];
            for (int k = j; k <= unknowns; k++) {
                row[k] /= lead;
            }
            for (int r = 0; r < rows.length; r++) {
                double times = rows[r][j];
                for (int k = j; k <= unknowns && r != j && times != 0; k++) {
                    rows[r][k] -= times * row[k];
                }
            }
        }
        double[] x = new double[unknowns];
        for (int j = 0; j < unknowns; j++) {
            x[j] = rows[j][unknowns];
        }
        return x;
    }
}
