package org.genryu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.genryu.laws.Law;
import org.genryu.plan.Decisions.Limit;
import org.junit.jupiter.api.Test;

/// Choices that wait until more is known. Rung: by hand, and random against all policies.
class StagesTest {
    private static Decisions decisions(double budget, double... cost) {
        double[] ones = new double[cost.length];
        Arrays.fill(ones, 1);
        BitSet whole = new BitSet();
        whole.set(0, cost.length);
        return new Decisions(
                cost,
                new double[cost.length],
                ones,
                whole,
                List.of(new Limit("budget", cost, Double.NEGATIVE_INFINITY, budget)));
    }

    @Test
    void whatCanWaitMustBeBuiltOnlyWhereItIsNeeded() {
        // A plant for 4 saves 6 in one of two scenarios: today 4 - 3 > 0, so none; knowing, 4/2 - 6/2 = -1.
        LinearWorld world = new LinearWorld(new double[][] {{0}, {-6}});
        Decisions plant = decisions(10, 4);
        Found today = new CuttingPlanes(world, world.even(), 1)
                .best(plant, Aim.EXPECTED, 1e-6)
                .orElseThrow();
        assertThat(today.objective()).isCloseTo(0, within(1e-6));
        Stages stages = Stages.of(plant, world.even(), world, new boolean[][] {{false}, {true}});
        Found waiting = stages.best(Aim.EXPECTED, 1e-6, 1).orElseThrow();
        assertThat(waiting.objective()).isCloseTo(-1, within(1e-6));
        assertThat(stages.in(0, waiting.y())).containsExactly(0);
        assertThat(stages.in(1, waiting.y())).containsExactly(1);
    }

    @Test
    void thePolicyMustBeTheBestOfAll() {
        Law.of(1410, 40).holds(input -> {
            int n = input.whole("options", 1, 3);
            int scenarios = input.whole("scenarios", 2, 3);
            double[] cost = input.reals("cost", n, n, .1, 10);
            NeedWorld world = new NeedWorld(
                    input.reals("capacity", n, n, 0, 3),
                    input.reals("need", scenarios, scenarios, 0, 8),
                    input.reals("price", scenarios, scenarios, 0, 5));
            double[] chance = new double[scenarios];
            Arrays.fill(chance, 1.0 / scenarios);
            int[][] parts = new int[scenarios][];
            Arrays.setAll(parts, s -> new int[] {s});
            Outlook outlook = new Outlook(chance, new double[scenarios], parts);
            Decisions now = decisions(Arrays.stream(cost).sum() * input.real("budget", 0, 1), cost);
            boolean[][] known = new boolean[scenarios][n];
            for (int s = 1; s < scenarios; s++) {
                for (int k = 0; k < n; k++) {
                    known[s][k] = input.whole("known", 0, 1) == 1;
                }
            }
            Aim aim = new Aim(1, input.real("tail", 0, 2), .5);
            Stages stages = Stages.of(now, outlook, world, known);
            Found found = stages.best(aim, 1e-6, 1).orElseThrow();
            // All policies: what is decided in every scenario, alike where nothing is known.
            double least = Double.POSITIVE_INFINITY;
            for (int policy = 0; policy < 1 << (n * scenarios); policy++) {
                double[][] y = new double[scenarios][n];
                boolean open = true;
                for (int s = 0; s < scenarios; s++) {
                    for (int k = 0; k < n; k++) {
                        y[s][k] = (policy >> (s * n + k)) & 1;
                        open &= known[s][k] || y[s][k] == y[0][k];
                    }
                    open &= now.allow(y[s]);
                }
                if (open) {
                    double first = 0;
                    double[] later = new double[scenarios];
                    for (int s = 0; s < scenarios; s++) {
                        first += chance[s] * Decisions.dot(cost, y[s]);
                        later[s] = world.at(s, y[s]).cost();
                    }
                    least = Math.min(least, first + aim.of(outlook, later));
                }
            }
            assertThat(found.objective()).isCloseTo(least, within(1e-4));
            assertThat(found.bound()).isLessThanOrEqualTo(least + 1e-4);
            double today = new CuttingPlanes(world, outlook, 1)
                    .best(now, aim, 1e-6)
                    .orElseThrow()
                    .objective();
            assertThat(found.objective()).isLessThanOrEqualTo(today + 1e-4);
        });
    }

    @Test
    void theDefenceMustBeTheBestAgainstTheWorstOfAllAttacks() {
        Law.of(1411, 60).holds(input -> {
            int n = input.whole("options", 1, 5);
            int attacks = input.whole("attacks", 1, 7);
            double[] cost = input.reals("cost", n, n, .1, 10);
            NeedWorld world = new NeedWorld(
                    input.reals("capacity", n, n, 0, 3),
                    input.reals("need", attacks, attacks, 0, 8),
                    input.reals("price", attacks, attacks, 0, 5));
            double[] chance = new double[attacks];
            Arrays.fill(chance, 1.0 / attacks);
            int[][] parts = new int[attacks][];
            Arrays.setAll(parts, s -> new int[] {s});
            Outlook outlook = new Outlook(chance, new double[attacks], parts);
            Decisions now = decisions(Arrays.stream(cost).sum() * input.real("budget", 0, 1), cost);
            WorstCase found = WorstCase.of(new CuttingPlanes(world, outlook, 1), outlook, now, 1e-5)
                    .orElseThrow();
            double least = Double.POSITIVE_INFINITY;
            for (int set = 0; set < 1 << n; set++) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    y[i] = set >> i & 1;
                }
                double worst = 0;
                TreeSet<Double> each = new TreeSet<>();
                for (int z = 0; z < attacks; z++) {
                    each.add(world.at(z, y).cost());
                }
                worst = Decisions.dot(cost, y) + each.last();
                least = now.allow(y) ? Math.min(least, worst) : least;
            }
            assertThat(found.found().objective()).isCloseTo(least, within(1e-4));
            assertThat(found.found().bound()).isLessThanOrEqualTo(least + 1e-4);
            assertThat(found.against()).isLessThanOrEqualTo(attacks);
        });
    }
}
