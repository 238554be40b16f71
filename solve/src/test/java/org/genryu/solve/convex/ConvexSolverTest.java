package org.genryu.solve.convex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.genryu.solve.MathProgram;
import org.genryu.solve.MathProgram.Columns;
import org.genryu.solve.MathProgram.Rows;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolvedBlocks;
import org.genryu.solve.SolverSearch;
import org.junit.jupiter.api.Test;

/// Bending programs against a naive solver that knows nothing of them: prices by bisection, one market after the
/// other, until nothing moves. Rung: random against the simple version; certificate.
class ConvexSolverTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    /// Random markets in separate groups, each with supplies, a demand, and lanes to the next one of its group.
    private record World(MathProgram program, CostCurves curves, int markets, double[][] effect) {}

    private static World world(SplittableRandom random) {
        int markets = random.nextInt(1, 6);
        int most = markets * 5;
        double[] cost = new double[most];
        double[] upper = new double[most];
        double[] slope = new double[most];
        double[] power = new double[most];
        double[] unit = new double[most];
        double[][] effect = new double[most][markets];
        Arrays.fill(unit, 1);
        int n = 0;
        for (int m = 0; m < markets; m++) {
            for (int s = random.nextInt(1, 3); s > 0; s--, n++) {
                cost[n] = random.nextDouble(0, 10);
                slope[n] = random.nextDouble(1, 10);
                power[n] = 1 / random.nextDouble(0.2, 5);
                unit[n] = random.nextDouble(1, 20);
                upper[n] = random.nextInt(3) == 0 ? random.nextDouble(0.5, 2) * unit[n] : ENDLESS;
                effect[n][m] = 1;
            }
            // A use: isoelastic, or a straight line.
            boolean line = random.nextBoolean();
            double e = -Math.exp(random.nextDouble(Math.log(0.05), Math.log(4)));
            double price = random.nextDouble(8, 30);
            cost[n] = line ? -price * (1 - 1 / e) : 0;
            slope[n] = line ? -price / e : -price;
            power[n] = line ? 1 : 1 / e;
            unit[n] = random.nextDouble(2, 30);
            upper[n] = ENDLESS;
            effect[n][m] = -1;
            n++;
            if (m > 0 && random.nextInt(3) > 0) {
                cost[n] = random.nextDouble(0, 2);
                slope[n] = random.nextDouble(0.5, 4);
                power[n] = random.nextDouble(0.3, 3);
                unit[n] = random.nextDouble(1, 10);
                upper[n] = ENDLESS;
                boolean forth = random.nextBoolean();
                effect[n][forth ? m : m - 1] = 0.97;
                effect[n][forth ? m - 1 : m] = -1;
                n++;
            }
        }
        NormalMatrixTest.Entry entries = new NormalMatrixTest.Entry(markets, n);
        for (int j = 0; j < n; j++) {
            for (int m = 0; m < markets; m++) {
                if (effect[j][m] != 0) {
                    entries.put(m, effect[j][m]);
                }
            }
            entries.end();
        }
        MathProgram program = MathProgram.linear(
                new Columns(Arrays.copyOf(cost, n), new double[n], Arrays.copyOf(upper, n)),
                new Rows(new double[markets], new double[markets]),
                entries.matrix());
        CostCurves curves =
                new CostCurves(Arrays.copyOf(slope, n), Arrays.copyOf(power, n), new double[n], Arrays.copyOf(unit, n));
        return new World(program, curves, markets, effect);
    }

    /// What column j does at these prices: its curve turned round.
    private static double amount(World world, int j, double[] price) {
        double paid = -world.program.columns().cost()[j];
        for (int m = 0; m < world.markets; m++) {
            paid += world.effect[j][m] * price[m];
        }
        double share = paid / world.curves.slope()[j];
        if (share <= 0) {
            return world.curves.power()[j] > 0 ? 0 : ENDLESS;
        }
        double x = world.curves.unit()[j] * Math.pow(share, 1 / world.curves.power()[j]);
        return Math.min(x, world.program.columns().upper()[j]);
    }

    private static double surplus(World world, int market, double[] price) {
        double sum = 0;
        for (int j = 0; j < world.program.columns().size(); j++) {
            sum += world.effect[j][market] != 0 ? world.effect[j][market] * amount(world, j, price) : 0;
        }
        return sum;
    }

    private static double[] byBisection(World world) {
        double[] price = new double[world.markets];
        Arrays.fill(price, 10);
        for (int sweep = 0; sweep < 3000; sweep++) {
            double moved = 0;
            for (int m = 0; m < world.markets; m++) {
                double before = price[m];
                double low = -1000;
                double high = 1e25;
                while (high - low > 1e-13 * Math.max(1, Math.abs(low))) {
                    double middle = (low + high) / 2;
                    if (middle == low || middle == high) {
                        break;
                    }
                    price[m] = middle;
                    if (surplus(world, m, price) > 0) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                price[m] = (low + high) / 2;
                moved = Math.max(moved, Math.abs(price[m] - before) / Math.max(1, Math.abs(before)));
            }
            if (moved < 1e-12) {
                break;
            }
        }
        return price;
    }

    /// The answer; empty where the method stops without a proof, which it must say.
    private static Optional<Solution.Optimal> solve(MathProgram program, CostCurves curves) {
        return switch (ConvexSolver.solve(
                program, curves, StartPoint.of(new double[program.columns().size()]), SolveOptions.DEFAULT)) {
            case Solution.Optimal optimal -> Optional.of(optimal);
            case Solution.Stopped stopped -> {
                assertThat(stopped.reason()).isEqualTo(Solution.Stopped.Reason.NOT_PROVED);
                yield Optional.empty();
            }
            case Solution.Infeasible _, Solution.Unbounded _ -> throw new AssertionError("it has an answer");
        };
    }

    /// Supplies of elasticity 5 that hardly run beside uses of -0.05, from a start that knows nothing: one block in
    /// two hundred is not proved.
    @Test
    void pricesMustBeThoseFoundByBisection() {
        int proved = 0;
        for (int seed = 1; seed <= 300; seed++) {
            World world = world(new SplittableRandom(seed));
            Optional<Solution.Optimal> solution = solve(world.program, world.curves);
            if (solution.isEmpty()) {
                continue;
            }
            proved++;
            Solution.Optimal found = solution.orElseThrow();
            assertThat(found.certificate().holds(SolverSearch.TOLERANCE))
                    .as("seed %s", seed)
                    .isTrue();
            double[] exact = byBisection(world);
            for (int m = 0; m < world.markets; m++) {
                assertThat(found.point().dual()[m] / exact[m])
                        .as("seed %s, market %s, %s", seed, m, exact[m])
                        .isCloseTo(1, within(1e-6));
            }
        }
        assertThat(proved).isGreaterThanOrEqualTo(298);
    }

    /// Weak duality of the tangent program: no feasible answer of the bent program can be cheaper than the proof
    /// allows.
    @Test
    void noOtherAnswerMustBeCheaper() {
        for (int seed = 1; seed <= 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = world(random);
            Optional<Solution.Optimal> solution = solve(world.program, world.curves);
            if (solution.isEmpty()) {
                continue;
            }
            double[] x = solution.orElseThrow().point().x();
            for (int k = 0; k < 20; k++) {
                // Along a supply and a use of one market the balances keep holding.
                int market = random.nextInt(world.markets);
                int one = pick(random, world, market, 1);
                int other = pick(random, world, market, -1);
                double step = random.nextDouble(-0.3, 0.3) * Math.min(x[one], x[other]);
                double[] moved = x.clone();
                moved[one] = Math.min(moved[one] + step, world.program.columns().upper()[one]);
                moved[other] += moved[one] - x[one];
                double cost = ConvexSolver.objective(world.program, world.curves, moved);
                double best = ConvexSolver.objective(world.program, world.curves, x);
                if (Double.isFinite(cost) && Double.isFinite(best)) {
                    assertThat(cost).as("seed %s", seed).isGreaterThanOrEqualTo(best - 1e-8 * (1 + Math.abs(best)));
                }
            }
        }
    }

    private static int pick(SplittableRandom random, World world, int market, double effect) {
        int[] some = java.util.stream.IntStream.range(0, world.program.columns().size())
                .filter(j -> world.effect[j][market] == effect && alone(world, j))
                .toArray();
        return some[random.nextInt(some.length)];
    }

    private static boolean alone(World world, int j) {
        return Arrays.stream(world.effect[j]).filter(a -> a != 0).count() == 1;
    }

    /// Blocks are solved apart: what one of them is told changes no bit of the others.
    @Test
    void anEditMustLeaveOtherBlocksUnchangedToTheLastBit() {
        for (int seed = 1; seed <= 60; seed++) {
            World world = world(new SplittableRandom(seed));
            ProgramBlocks blocks = ProgramBlocks.of(world.program);
            if (blocks.size() < 2) {
                continue;
            }
            double[] cost = world.program.columns().cost().clone();
            for (int j : blocks.columns()[0]) {
                cost[j] += 0.5;
            }
            MathProgram edited = MathProgram.linear(
                    new Columns(
                            cost,
                            world.program.columns().lower(),
                            world.program.columns().upper()),
                    world.program.rows(),
                    world.program.matrix());
            Optional<Solution.Optimal> one = solve(world.program, world.curves);
            Optional<Solution.Optimal> other = solve(edited, world.curves);
            if (one.isEmpty() || other.isEmpty()) {
                continue;
            }
            Solution.Optimal before = one.orElseThrow();
            Solution.Optimal after = other.orElseThrow();
            for (int b = 1; b < blocks.size(); b++) {
                for (int i : blocks.rows()[b]) {
                    assertThat(after.point().dual()[i]).isEqualTo(before.point().dual()[i]);
                }
                for (int j : blocks.columns()[b]) {
                    assertThat(after.point().x()[j]).isEqualTo(before.point().x()[j]);
                }
            }
        }
    }

    /// A block that was solved before has the answer that it had then, one that was edited its own: the same as
    /// without anything known.
    @Test
    void aBlockThatIsKnownMustNotBeSolvedAgainAndAnEditedOneMust() {
        int held = 0;
        for (int seed = 1; seed <= 60; seed++) {
            World world = world(new SplittableRandom(seed));
            ProgramBlocks blocks = ProgramBlocks.of(world.program);
            Optional<Solution.Optimal> plain = solve(world.program, world.curves);
            if (blocks.size() < 2 || plain.isEmpty()) {
                continue;
            }
            SolvedBlocks known = SolvedBlocks.open();
            StartPoint begin = StartPoint.of(new double[world.program.columns().size()]);
            ConvexSolver.solve(world.program, world.curves, begin, SolveOptions.DEFAULT.knowing(known));
            double[] cost = world.program.columns().cost().clone();
            for (int j : blocks.columns()[0]) {
                cost[j] += 0.5;
            }
            MathProgram edited = MathProgram.linear(
                    new Columns(
                            cost,
                            world.program.columns().lower(),
                            world.program.columns().upper()),
                    world.program.rows(),
                    world.program.matrix());
            SolveOptions closed = SolveOptions.DEFAULT.knowing(known.closed()).alone();
            Solution again = ConvexSolver.solve(world.program, world.curves, begin, closed);
            Solution other = ConvexSolver.solve(edited, world.curves, begin, closed);
            Solution whole = ConvexSolver.solve(edited, world.curves, begin, SolveOptions.DEFAULT);
            assertThat(((Solution.Optimal) again).run().iterations()).isZero();
            assertThat(((Solution.Optimal) again).point().x())
                    .isEqualTo(plain.orElseThrow().point().x());
            if (whole instanceof Solution.Optimal exact && other instanceof Solution.Optimal found) {
                held++;
                assertThat(found.point().x()).isEqualTo(exact.point().x());
                assertThat(found.point().dual()).isEqualTo(exact.point().dual());
                assertThat(found.run().iterations()).isBetween(1L, exact.run().iterations() - 1);
            }
        }
        assertThat(held).isGreaterThan(20);
    }

    /// A good that nobody moves: its row holds if nothing is asked of it, else there is no answer.
    @Test
    void aRowWithoutColumnsMustHoldOnlyWhereNothingIsAsked() {
        MathProgram.Matrix matrix = new MathProgram.Matrix(new int[] {0, 1}, new int[] {0}, new double[] {1});
        Columns columns = new Columns(new double[] {2}, new double[1], new double[] {ENDLESS});
        CostCurves curves = new CostCurves(new double[] {1}, new double[] {1}, new double[1], new double[] {1});
        double[] sides = {3, 0};
        Solution held = ConvexSolver.solve(
                MathProgram.linear(columns, new Rows(sides, sides), matrix),
                curves,
                StartPoint.of(new double[1]),
                SolveOptions.DEFAULT);
        assertThat(((Solution.Optimal) held).point().x()).containsExactly(3);
        assertThat(((Solution.Optimal) held).point().dual()).containsExactly(new double[] {5, 0}, within(1e-9));
        double[] asked = {3, 1};
        assertThat(ConvexSolver.solve(
                        MathProgram.linear(columns, new Rows(asked, asked), matrix),
                        curves,
                        StartPoint.of(new double[1]),
                        SolveOptions.DEFAULT))
                .isInstanceOf(Solution.Infeasible.class);
    }

    /// Demand above what can be made, without a curve to give way: infeasible, not a stop.
    @Test
    void whatCannotBeMustBeSaidToBeInfeasible() {
        MathProgram program = MathProgram.linear(
                new Columns(new double[] {1}, new double[1], new double[] {5}),
                new Rows(new double[] {6}, new double[] {6}),
                new MathProgram.Matrix(new int[] {0, 1}, new int[] {0}, new double[] {1}));
        CostCurves curves = new CostCurves(new double[] {1}, new double[] {2}, new double[1], new double[] {1});
        assertThat(ConvexSolver.solve(program, curves, StartPoint.of(new double[1]), SolveOptions.DEFAULT))
                .isInstanceOf(Solution.Infeasible.class);
    }
}
