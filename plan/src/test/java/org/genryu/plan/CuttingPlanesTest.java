package org.genryu.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.genryu.laws.Input;
import org.genryu.laws.Law;
import org.genryu.plan.Decisions.Limit;
import org.junit.jupiter.api.Test;

/// Rung: random against the simple version, identities.
class CuttingPlanesTest {
    private record Drawn(Decisions decisions, NeedWorld world, Outlook outlook, Aim aim) {
        double[] costs(double[] y) {
            double[] cost = outlook.level().clone();
            for (int s = 0; s < cost.length; s++) {
                cost[s] += world.at(s, y).cost();
            }
            return cost;
        }

        double value(double[] y) {
            return Decisions.dot(decisions.cost(), y) + aim.of(outlook, costs(y));
        }

        /// The best of all 2^n.
        double enumerated() {
            int n = decisions.size();
            double least = Double.POSITIVE_INFINITY;
            for (int set = 0; set < 1 << n; set++) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    y[i] = set >> i & 1;
                }
                if (decisions.allow(y)) {
                    least = Math.min(least, value(y));
                }
            }
            return least;
        }
    }

    private static Drawn draw(Input input) {
        int n = input.whole("options", 1, 7);
        int scenarios = input.whole("scenarios", 1, 4);
        double[] cost = input.reals("cost", n, n, .1, 10);
        double[] capacity = input.reals("capacity", n, n, 0, 3);
        double[] need = input.reals("need", scenarios, scenarios, 0, 8);
        double[] price = input.reals("price", scenarios, scenarios, 0, 5);
        List<Limit> limits = new ArrayList<>();
        double sum = Arrays.stream(cost).sum();
        limits.add(new Limit("budget", cost, Double.NEGATIVE_INFINITY, sum * input.real("budget", 0, 1)));
        if (n > 1 && input.whole("needs", 0, 1) == 1) {
            double[] needs = new double[n];
            needs[0] = -1;
            needs[1] = 1;
            limits.add(new Limit("needs", needs, Double.NEGATIVE_INFINITY, 0));
        }
        BitSet whole = new BitSet();
        whole.set(0, n);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] probability = new double[scenarios];
        Arrays.fill(probability, 1.0 / scenarios);
        int[][] parts = new int[scenarios][];
        Arrays.setAll(parts, s -> new int[] {s});
        Aim aim = new Aim(1, input.real("tail", 0, 2), input.real("confidence", 0, .9));
        double[] level = input.reals("level", scenarios, scenarios, -5, 5);
        return new Drawn(
                new Decisions(cost, new double[n], ones, whole, limits),
                new NeedWorld(capacity, need, price),
                new Outlook(probability, level, parts),
                aim);
    }

    @Test
    void thePortfolioMustBeTheBestOfAllThatAreAllowed() {
        Law.of(1406, 60).holds(input -> {
            Drawn drawn = draw(input);
            Found found = new CuttingPlanes(drawn.world(), drawn.outlook(), 1)
                    .best(drawn.decisions(), drawn.aim(), 1e-6)
                    .orElseThrow();
            double best = drawn.enumerated();
            assertThat(found.objective()).isCloseTo(best, within(1e-4));
            assertThat(found.bound()).isLessThanOrEqualTo(best + 1e-4);
            assertThat(drawn.decisions().allow(found.y())).isTrue();
            assertThat(drawn.value(found.y())).isCloseTo(found.objective(), within(1e-9 * (1 + Math.abs(best))));
        });
    }

    @Test
    void aRiskLimitMustHoldAndCostWhatTheBestWithinItCosts() {
        Law.of(1409, 60).holds(input -> {
            Drawn drawn = draw(input);
            double limit = input.real("limit", 0, 20);
            Aim within = drawn.aim().within(limit);
            Optional<Found> found =
                    new CuttingPlanes(drawn.world(), drawn.outlook(), 1).best(drawn.decisions(), within, 1e-6);
            double least = Double.POSITIVE_INFINITY;
            double nearest = Double.POSITIVE_INFINITY;
            int n = drawn.decisions().size();
            for (int set = 0; set < 1 << n; set++) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    y[i] = set >> i & 1;
                }
                if (drawn.decisions().allow(y)) {
                    double over = within.over(drawn.outlook(), drawn.costs(y));
                    nearest = Math.min(nearest, Math.abs(over));
                    least = over <= 0 ? Math.min(least, drawn.value(y)) : least;
                }
            }
            // A limit that some portfolio just meets may be read either way.
            if (nearest > 1e-3) {
                assertThat(found.isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
                double best = least;
                found.ifPresent(one -> assertThat(one.objective()).isCloseTo(best, within(1e-4)));
            }
        });
    }

    @Test
    void theLeanestPortfolioMustBeTheCheapestNearTheBest() {
        Law.of(1407, 30).holds(input -> {
            Drawn drawn = draw(input);
            CuttingPlanes planes = new CuttingPlanes(drawn.world(), drawn.outlook(), 1);
            Found best = planes.best(drawn.decisions(), drawn.aim(), 1e-6).orElseThrow();
            double most = best.objective() + 1;
            Found lean = planes.leanest(
                            drawn.decisions(),
                            drawn.aim(),
                            most,
                            drawn.decisions().cost(),
                            1e-6)
                    .orElseThrow();
            assertThat(lean.objective()).isLessThanOrEqualTo(most + 1e-4);
            double spent = Decisions.dot(drawn.decisions().cost(), lean.y());
            assertThat(spent)
                    .isLessThanOrEqualTo(Decisions.dot(drawn.decisions().cost(), best.y()) + 1e-4);
            int n = drawn.decisions().size();
            for (int set = 0; set < 1 << n; set++) {
                double[] y = new double[n];
                for (int i = 0; i < n; i++) {
                    y[i] = set >> i & 1;
                }
                if (drawn.decisions().allow(y) && drawn.value(y) <= most - 1e-4) {
                    assertThat(spent)
                            .isLessThanOrEqualTo(Decisions.dot(drawn.decisions().cost(), y) + 1e-4);
                }
            }
        });
    }

    @Test
    void limitsThatNothingObeysMustBeToldAsSuch() {
        double[] one = {1};
        BitSet whole = new BitSet();
        whole.set(0);
        Decisions none = new Decisions(one, new double[1], one, whole, List.of(new Limit("two", one, 2, 3)));
        LinearWorld world = new LinearWorld(new double[][] {{1}});
        Optional<Found> found = new CuttingPlanes(world, world.even(), 1).best(none, Aim.EXPECTED, 1e-6);
        assertThat(found).isEmpty();
    }

    @Test
    void theTailMustBeAboveTheMeanAndAboveItsQuantile() {
        Law.of(1408, 200).holds(input -> {
            int n = input.whole("scenarios", 1, 9);
            double[] loss = input.reals("loss", n, n, -10, 10);
            double[] probability = new double[n];
            Arrays.fill(probability, 1.0 / n);
            double b = input.real("confidence", 0, .99);
            double cvar = TailRisk.cvar(loss, probability, b);
            assertThat(cvar).isGreaterThanOrEqualTo(TailRisk.var(loss, probability, b) - 1e-9);
            assertThat(cvar)
                    .isGreaterThanOrEqualTo(Arrays.stream(loss).average().orElse(0) - 1e-9);
            assertThat(TailRisk.cvar(loss, probability, 0))
                    .isCloseTo(Arrays.stream(loss).average().orElse(0), within(1e-9));
            // The least of a + 1/(1-b) Σ p max(0, loss - a) is found at one of the losses.
            double least = Double.POSITIVE_INFINITY;
            for (double a : loss) {
                double sum = a;
                for (int s = 0; s < n; s++) {
                    sum += probability[s] * Math.max(0, loss[s] - a) / (1 - b);
                }
                least = Math.min(least, sum);
            }
            assertThat(cvar).isCloseTo(least, within(1e-8));
        });
    }
}
