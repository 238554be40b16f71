package org.genryu.solve.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.junit.jupiter.api.Test;

/// By hand, and random against the simple version: one program over all sides as they were given.
class DualFaceTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void directionMustAddUpOverPartsThatShareNoSide() {
        // a + b <= 3 with 0 <= a, b <= 2 (a part); 0 <= c <= 4 (alone); a + c <= 9 is implied and must not join
        // them.
        List<DualFace.Side> sides = List.of(
                above(new int[] {0}, 2, 1),
                below(new int[] {0}),
                above(new int[] {1}, 2, 1),
                below(new int[] {1}),
                above(new int[] {2}, 4, 1),
                below(new int[] {2}),
                above(new int[] {0, 1}, 3, 1, 1),
                above(new int[] {0, 2}, 9, 1, 1));
        try (DualFace face = new DualFace(3, sides)) {
            assertThat(face.most(new double[] {1, 1, 1}, 1)).hasValue(7);
            assertThat(face.most(new double[] {2, 1, 0}, 1)).hasValue(5);
            assertThat(face.most(new double[] {1, 1, 1}, -1)).hasValue(0);
        }
    }

    @Test
    void directionAlongARayMustHaveNoEnd() {
        // a - b <= 1, both free above: together they rise for ever, their difference does not.
        List<DualFace.Side> sides =
                List.of(below(new int[] {0}), below(new int[] {1}), above(new int[] {0, 1}, 1, 1, -1));
        try (DualFace face = new DualFace(2, sides)) {
            assertThat(face.most(new double[] {1, 1}, 1)).hasValue(NONE);
            assertThat(face.most(new double[] {1, -1}, 1)).hasValue(1);
        }
    }

    @Test
    void mostMustBeThatOfAllSidesOnRandomFaces() {
        int endless = 0;
        int ended = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int thetas = 1 + random.nextInt(7);
            List<DualFace.Side> sides = sides(random, thetas);
            try (DualFace face = new DualFace(thetas, sides)) {
                for (int trial = 0; trial < 6; trial++) {
                    double[] direction = new double[thetas];
                    Arrays.setAll(direction, _ -> random.nextInt(5) - 2);
                    OptionalDouble found = face.most(direction, 1);
                    double simple = simple(direction, sides);
                    endless += simple == NONE ? 1 : 0;
                    ended += simple > 0 && simple < NONE ? 1 : 0;
                    assertThat(found).as("seed %s, trial %s", seed, trial).isPresent();
                    if (simple == NONE) {
                        assertThat(found).as("seed %s, trial %s", seed, trial).hasValue(NONE);
                    } else {
                        assertThat(found.getAsDouble())
                                .as("seed %s, trial %s", seed, trial)
                                .isCloseTo(simple, within(1e-6));
                    }
                }
            }
        }
        assertThat(endless).isGreaterThan(50);
        assertThat(ended).isGreaterThan(200);
    }

    private static List<DualFace.Side> sides(Random random, int thetas) {
        List<DualFace.Side> sides = new ArrayList<>();
        int count = 2 + random.nextInt(3 * thetas);
        for (int s = 0; s < count; s++) {
            int[] theta = IntStream.range(0, thetas)
                    .filter(_ -> random.nextInt(3) == 0)
                    .toArray();
            if (theta.length > 0) {
                double[] factor = new double[theta.length];
                Arrays.setAll(factor, _ -> random.nextBoolean() ? 1 + random.nextInt(2) : -1 - random.nextInt(2));
                double limit = random.nextInt(4);
                boolean lower = random.nextBoolean();
                sides.add(new DualFace.Side(theta, factor, lower ? -limit : -NONE, lower ? NONE : limit));
            }
        }
        return sides;
    }

    private static double simple(double[] direction, List<DualFace.Side> sides) {
        int[] start = new int[direction.length + 1];
        List<Integer> row = new ArrayList<>();
        List<Double> value = new ArrayList<>();
        for (int k = 0; k < direction.length; k++) {
            for (int s = 0; s < sides.size(); s++) {
                int at = Arrays.binarySearch(sides.get(s).theta(), k);
                if (at >= 0) {
                    row.add(s);
                    value.add(sides.get(s).factor()[at]);
                }
            }
            start[k + 1] = row.size();
        }
        double[] free = new double[direction.length];
        Arrays.fill(free, NONE);
        MathProgram program = MathProgram.linear(
                new MathProgram.Columns(
                        Arrays.stream(direction).map(d -> -d).toArray(),
                        Arrays.stream(free).map(f -> -f).toArray(),
                        free),
                new MathProgram.Rows(
                        sides.stream().mapToDouble(DualFace.Side::lower).toArray(),
                        sides.stream().mapToDouble(DualFace.Side::upper).toArray()),
                new MathProgram.Matrix(
                        start,
                        row.stream().mapToInt(Integer::intValue).toArray(),
                        value.stream().mapToDouble(Double::doubleValue).toArray()));
        try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
            return switch (live.solve()) {
                case Solution.Optimal optimal -> -optimal.objective();
                case Solution.Unbounded _ -> NONE;
                case Solution.Infeasible _, Solution.Stopped _ -> throw new AssertionError("0 is a point of it");
            };
        }
    }

    private static DualFace.Side above(int[] theta, double limit, double... factor) {
        return new DualFace.Side(theta, factor, -NONE, limit);
    }

    private static DualFace.Side below(int[] theta) {
        return new DualFace.Side(theta, new double[] {1}, 0, NONE);
    }
}
