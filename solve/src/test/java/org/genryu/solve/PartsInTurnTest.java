package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A store between periods, which must not be empty at the end, a mine that a reserve limits over all of them, and what
/// is lacking; digging too much too early or keeping too little leaves the last part without an answer. Rung: random
/// against
/// the simple version (from nothing), and by hand.
class PartsInTurnTest {
    private static final int MADE = 0;
    private static final int KEPT = 1;
    private static final int SHORT = 2;
    private static final int KINDS = 3;

    /// Columns by kind, then period; a row a period, and one for the reserve if it has an end.
    private static MathProgram world(Random random, int periods, double reserve) {
        double[] cost = new double[KINDS * periods];
        double[] upper = new double[KINDS * periods];
        int[] start = new int[KINDS * periods + 1];
        int[] row = new int[5 * periods];
        double[] value = new double[5 * periods];
        int at = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            for (int t = 0; t < periods; t++) {
                int j = kind * periods + t;
                cost[j] = kind == SHORT ? 100 : kind == KEPT ? 0.5 : 1 + random.nextInt(20);
                upper[j] = kind == SHORT ? Double.POSITIVE_INFINITY : 5 + random.nextInt(10);
                row[at] = t;
                value[at++] = kind == KEPT ? -1 : 1;
                if (kind == KEPT && t + 1 < periods) {
                    row[at] = t + 1;
                    value[at++] = 0.95;
                }
                if (kind == MADE) {
                    row[at] = periods;
                    value[at++] = 1;
                }
                start[j + 1] = at;
            }
        }
        double[] need = new double[periods + 1];
        Arrays.setAll(need, t -> t < periods ? random.nextInt(12) : Double.NEGATIVE_INFINITY);
        double[] most = need.clone();
        most[periods] = reserve;
        double[] lower = new double[cost.length];
        lower[(KEPT + 1) * periods - 1] = random.nextInt(6);
        return MathProgram.linear(
                new MathProgram.Columns(cost, lower, upper),
                new MathProgram.Rows(need, most),
                new MathProgram.Matrix(start, Arrays.copyOf(row, at), Arrays.copyOf(value, at)));
    }

    private static int[] parts(int periods) {
        return IntStream.rangeClosed(0, periods).map(t -> t < periods ? t : -1).toArray();
    }

    @Test
    void fromThereTheAnswerMustBeThatFromNothing() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int periods = 2 + random.nextInt(6);
            MathProgram world = world(random, periods, 4.0 * periods);
            try (SolverSession plain = SolverSession.open(world, SolveOptions.DEFAULT);
                    SolverSession turn = SolverSession.open(world, SolveOptions.DEFAULT)) {
                turn.start(PartsInTurn.of(world, parts(periods), periods, SolveOptions.DEFAULT));
                double answer = objective(plain);
                if (answer < Double.POSITIVE_INFINITY) {
                    assertThat(objective(turn)).isCloseTo(answer, within(1e-7));
                } else {
                    assertThat(objective(turn)).isInfinite();
                }
            }
        }
    }

    @Test
    void aBasisMustHaveAVariableForEachRow() {
        MathProgram world = world(new Random(3), 6, Double.POSITIVE_INFINITY);
        SolverBasis basis = PartsInTurn.of(world, parts(6), 6, SolveOptions.DEFAULT);
        long basics = Arrays.stream(basis.columns()).filter(code -> code == 1).count()
                + Arrays.stream(basis.rows()).filter(code -> code == 1).count();
        assertThat(basics).isEqualTo(7);
    }

    @Test
    void onlyLargeProgramsOfManyPartsThatNoClockHurriesAreBegunSo() {
        MathProgram small = world(new Random(3), 6, 100);
        assertThat(PartsInTurn.helps(small, 6, SolveOptions.DEFAULT)).isFalse();
        MathProgram large = world(new Random(3), PartsInTurn.LARGE, 100);
        assertThat(PartsInTurn.helps(large, PartsInTurn.MANY, SolveOptions.DEFAULT))
                .isTrue();
        assertThat(PartsInTurn.helps(large, PartsInTurn.MANY - 1, SolveOptions.DEFAULT))
                .isFalse();
        assertThat(PartsInTurn.helps(large, PartsInTurn.MANY, SolveOptions.DEFAULT.within(60)))
                .isFalse();
        assertThat(PartsInTurn.helps(
                        large, PartsInTurn.MANY, SolveOptions.DEFAULT.with(SolveOptions.Algorithm.INTERIOR_POINT)))
                .isFalse();
    }

    private static double objective(SolverSession live) {
        return live.solve() instanceof Solution.Optimal optimal ? optimal.objective() : Double.POSITIVE_INFINITY;
    }
}
