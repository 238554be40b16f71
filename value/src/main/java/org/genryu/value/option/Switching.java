package org.genryu.value.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.genryu.core.Check;

/// What is a project worth whose holder may wait, build, mothball, restart, expand and abandon, if several prices
/// drive it? Simulation with regression, with a value from below and one from above.
///
/// V_t(m) = max_{m'} [-cost(m,m') + flow(t,m') + D E_t V_{t+1}(next m')], V_N(m) = end(m)
///
/// fit: backwards, the realised values of every mode, discounted, are regressed on functions of the normalised state
/// (powers, products, prices over their mean, and functions of your own) – [#fit]
///
/// below: the policy of the fit on fresh paths – a policy that can be followed, so its value is at most the true one –
/// [#below]
///
/// above: V ≤ E max over choices of the path [Σ … - D ΔM], ΔM_{t+1}(m) = v_{t+1}(m) - E_t v_{t+1}(m), v = the maximum
/// above with the fitted continuation; E_t by simulation of one step, whose noise only raises the bound – [#above]
///
/// Sources: Longstaff and Schwartz (2001); Rogers (2002), Math. Finance 12; Andersen and Broadie (2004), Management
/// Science 50; for switching Hinz and Yee (2018). Cost of the fit: paths · dates · modes · (functions + modes).
public final class Switching {
    private static final int MIRRORED = 2;

    private final RegressionOption choices;
    private final PriceStates states;
    private final List<ToDoubleFunction<double[]>> own;
    private final int modes;

    /// @param own functions of the prices that the value is thought to bend with, such as a payoff; may be empty
    public Switching(RegressionOption choices, List<ToDoubleFunction<double[]>> own) {
        this.choices = choices;
        this.own = List.copyOf(own);
        states = new PriceStates(choices.prices(), choices.step());
        modes = choices.modes().size();
    }

    /// How much is simulated.
    /// @param paths even, 2 or more; half of them mirror the others
    public record Simulation(long seed, int paths) {
        public Simulation {
            Check.that(paths >= 2 && paths % 2 == 0, "Paths: %s; an even number from 2 on is needed.", paths);
        }
    }

    /// What to expect of going on: weights of the basis functions.
    /// @param weights [date][mode at the next date][function]; empty for a mode that cannot be reached from the
    /// start
    /// @param value of the mode at the start, on the paths of the fit: neither bound, for comparison
    /// @param error its standard error
    public record Policy(double[][][] weights, double value, double error) {}

    /// A simulated bound.
    /// @param value today
    /// @param error standard error
    public record Bound(double value, double error) {}

    /// What following the policy brings.
    /// @param value a bound from below
    /// @param switched by mode: share of the paths that ever enter it, or a mode of the same name, by a switch
    /// @param meanYears by mode: when they first do; empty if none does
    public record Followed(Bound value, double[] switched, List<OptionalDouble> meanYears) {}

    /// Finds a policy.
    /// @param start number of the mode today
    public Policy fit(int start, Simulation simulation) {
        int paths = simulation.paths();
        double[][][] path = paths(simulation, "switching fit");
        double[][] value = new double[modes][paths];
        double[] prices = new double[states.factors()];
        for (int p = 0; p < paths; p++) {
            states.prices(path[choices.dates()][p], prices);
            for (int m = 0; m < modes; m++) {
                value[m][p] = choices.money().end().at(m, prices);
            }
        }
        double[][][] weights = new double[choices.dates()][][];
        boolean[][] reached = choices.reached(start);
        double discount = choices.discount();
        double[] now = new double[modes];
        double[] going = new double[modes];
        for (int t = choices.dates() - 1; t >= 0; t--) {
            RegressionBasis basis = new RegressionBasis(states, own, t);
            weights[t] = basis.regress(path[t], value, discount, reached[t + 1]);
            for (int p = 0; p < paths; p++) {
                basis.at(path[t][p]);
                going(t, basis, weights[t], going);
                for (int m = 0; m < modes; m++) {
                    if (reached[t][m]) {
                        int to = best(t, m, basis, going);
                        double later = discount * value[choices.modes().get(to).next()][p];
                        now[m] = later
                                + choices.money().flow().at(t, to, basis.prices)
                                - choices.cost(t, m, to, basis.prices);
                    }
                }
                for (int m = 0; m < modes; m++) {
                    value[m][p] = now[m];
                }
            }
        }
        Bound bound = bound(value[start]);
        return new Policy(weights, bound.value(), bound.error());
    }

    /// Follows a policy on paths that it has not seen.
    public Followed below(int start, Policy policy, Simulation simulation) {
        int paths = simulation.paths();
        Walk walk = new Walk(simulation, "switching below");
        double[] values = new double[paths];
        double[] switched = new double[modes];
        double[] time = new double[modes];
        RegressionBasis[] bases = bases();
        double[] prices = new double[states.factors()];
        double[] going = new double[modes];
        for (int p = 0; p < paths; p++) {
            double[][] path = walk.path(p);
            boolean[] entered = new boolean[modes];
            int mode = start;
            double discount = 1;
            for (int t = 0; t < choices.dates(); t++) {
                RegressionBasis basis = bases[t];
                basis.at(path[t]);
                for (int pick : choices.modes().get(mode).switchTo()) {
                    going[pick] = going(t, pick, basis, policy.weights()[t]);
                }
                int to = best(t, mode, basis, going);
                values[p] += discount
                        * (choices.money().flow().at(t, to, basis.prices) - choices.cost(t, mode, to, basis.prices));
                int name = choices.namesake(to);
                if (to != mode && !entered[name]) {
                    entered[name] = true;
                    switched[name]++;
                    time[name] += t * choices.step();
                }
                mode = choices.modes().get(to).next();
                discount *= choices.discount();
            }
            states.prices(path[choices.dates()], prices);
            values[p] += discount * choices.money().end().at(mode, prices);
        }
        List<OptionalDouble> years = new ArrayList<>();
        for (int m = 0; m < modes; m++) {
            int name = choices.namesake(m);
            years.add(switched[name] > 0 ? OptionalDouble.of(time[name] / switched[name]) : OptionalDouble.empty());
        }
        double[] share = new double[modes];
        for (int m = 0; m < modes; m++) {
            share[m] = switched[choices.namesake(m)] / paths;
        }
        return new Followed(bound(values), share, years);
    }

    /// Bounds the value from above.
    /// @param inner one-step simulations for every conditional expectation, even; more make the bound tighter
    public Bound above(int start, Policy policy, Simulation simulation, int inner) {
        Check.that(inner >= 2 && inner % 2 == 0, "Inner paths: %s; an even number from 2 on is needed.", inner);
        Walk walk = new Walk(simulation, "switching above");
        NormalShocks shocks = new NormalShocks(simulation.seed(), "switching inner");
        double[] normals = new double[choices.dates() * inner / MIRRORED * states.shocks()];
        double[] values = new double[simulation.paths()];
        RegressionBasis[] bases = bases();
        boolean[][] reached = choices.reached(start);
        for (int p = 0; p < values.length; p++) {
            shocks.fill(p, normals, normals.length);
            values[p] = hindsight(start, policy, walk.path(p), new Inner(bases, reached, normals));
        }
        return bound(values);
    }

    /// What the conditional expectations of a path are made from.
    /// @param normals [date][mirrored pair][shock], flat
    private record Inner(RegressionBasis[] bases, boolean[][] reached, double[] normals) {}

    /// Best that could be done on a path in full knowledge of it, if the martingale is to be paid.
    private double hindsight(int start, Policy policy, double[][] path, Inner inner) {
        double[] later = new double[modes];
        double[] going = new double[modes];
        values(policy, choices.dates(), path[choices.dates()], inner, later);
        double[] now = new double[modes];
        double[] here = later.clone();
        double[] mean = new double[modes];
        for (int t = choices.dates() - 1; t >= 0; t--) {
            expected(policy, t, path[t], inner, mean);
            RegressionBasis basis = inner.bases[t];
            basis.at(path[t]);
            for (int to = 0; to < modes; to++) {
                int next = choices.modes().get(to).next();
                going[to] = inner.reached[t + 1][next]
                        ? choices.money().flow().at(t, to, basis.prices)
                                + choices.discount() * (later[next] - (here[next] - mean[next]))
                        : 0;
            }
            for (int m = 0; m < modes; m++) {
                if (inner.reached[t][m]) {
                    int to = best(t, m, basis, going);
                    now[m] = going[to] - choices.cost(t, m, to, basis.prices);
                }
            }
            double[] spare = later;
            later = now;
            now = spare;
            values(policy, t, path[t], inner, here);
        }
        return later[start];
    }

    /// E_t v_{t+1} by mirrored steps.
    private void expected(Policy policy, int t, double[] from, Inner inner, double[] mean) {
        int pairs = inner.normals.length / choices.dates() / states.shocks();
        double[] one = new double[modes];
        double[] state = new double[states.size()];
        Arrays.fill(mean, 0);
        for (int i = 0; i < MIRRORED * pairs; i++) {
            int first = (t * pairs + i / MIRRORED) * states.shocks();
            states.step(from, inner.normals, first, i % MIRRORED == 0 ? 1 : -1, state);
            values(policy, t + 1, state, inner, one);
            for (int m = 0; m < modes; m++) {
                mean[m] += one[m] / (MIRRORED * pairs);
            }
        }
    }

    /// v at a date: the maximum with the fitted continuation; the end at the last date.
    private void values(Policy policy, int date, double[] state, Inner inner, double[] into) {
        RegressionBasis basis = inner.bases[date];
        if (date == choices.dates()) {
            states.prices(state, basis.prices);
            for (int m = 0; m < modes; m++) {
                into[m] = choices.money().end().at(m, basis.prices);
            }
            return;
        }
        basis.at(state);
        double[] going = new double[modes];
        going(date, basis, policy.weights()[date], going);
        for (int m = 0; m < modes; m++) {
            if (inner.reached[date][m]) {
                int to = best(date, m, basis, going);
                into[m] = going[to] - choices.cost(date, m, to, basis.prices);
            }
        }
    }

    /// Which mode to pick, at prices: for tables of thresholds of models of one part.
    /// @param prices one a factor, all of whose uncertainty must be in one part
    public int decision(Policy policy, int date, int mode, double[] prices) {
        double[] state = states.start();
        double[][] moments = states.moments(date);
        for (int t = 0; t < date; t++) {
            states.step(state, new double[states.shocks()], 0, 1, state);
        }
        Check.that(
                states.randoms() == 1 && prices.length == 1 && moments[0].length == 1,
                "Decision by price: the state has %s random parts; it must have 1.",
                states.randoms());
        double move = Math.log(prices[0]) - state[0] - state[1];
        state[states.onlyRandom()] += move;
        RegressionBasis basis = new RegressionBasis(states, own, date);
        basis.at(state);
        double[] going = new double[modes];
        going(date, basis, policy.weights()[date], going);
        return best(date, mode, basis, going);
    }

    /// What being in a mode from now on is thought to be worth; 0 for modes that cannot be reached.
    private void going(int date, RegressionBasis basis, double[][] weights, double[] into) {
        for (int to = 0; to < modes; to++) {
            into[to] = going(date, to, basis, weights);
        }
    }

    private double going(int date, int to, RegressionBasis basis, double[][] weights) {
        double[] fitted = weights[choices.modes().get(to).next()];
        return fitted.length > 0 ? choices.money().flow().at(date, to, basis.prices) + basis.value(fitted) : 0;
    }

    private int best(int date, int mode, RegressionBasis basis, double[] going) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int to : choices.modes().get(mode).switchTo()) {
            double gain = going[to] - choices.cost(date, mode, to, basis.prices);
            if (best < 0 || gain > most) {
                most = gain;
                best = to;
            }
        }
        return best;
    }

    private static Bound bound(double[] values) {
        int pairs = values.length / MIRRORED;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double pair = (values[2 * i] + values[2 * i + 1]) / 2;
            sum += pair;
            squares += pair * pair;
        }
        double mean = sum / pairs;
        return new Bound(mean, Math.sqrt(Math.max(0, squares / pairs - mean * mean) / pairs));
    }

    private RegressionBasis[] bases() {
        RegressionBasis[] out = new RegressionBasis[choices.dates() + 1];
        for (int t = 0; t < out.length; t++) {
            out[t] = new RegressionBasis(states, own, t);
        }
        return out;
    }

    /// All states of all paths.
    /// @return [date][path][part]
    private double[][][] paths(Simulation simulation, String stage) {
        Walk walk = new Walk(simulation, stage);
        double[][][] out = new double[choices.dates() + 1][simulation.paths()][];
        for (int p = 0; p < simulation.paths(); p++) {
            double[][] path = walk.path(p);
            for (int t = 0; t < path.length; t++) {
                out[t][p] = path[t];
            }
        }
        return out;
    }

    /// Paths one by one; path 2i + 1 mirrors path 2i, and both belong to future i.
    private final class Walk {
        private final NormalShocks shocks;
        private final double[] normals = new double[choices.dates() * states.shocks()];

        Walk(Simulation simulation, String stage) {
            shocks = new NormalShocks(simulation.seed(), stage);
        }

        double[][] path(int p) {
            if (p % MIRRORED == 0) {
                shocks.fill(p / MIRRORED, normals, normals.length);
            }
            double[][] path = new double[choices.dates() + 1][states.size()];
            path[0] = states.start();
            for (int t = 0; t < choices.dates(); t++) {
                states.step(path[t], normals, t * states.shocks(), p % MIRRORED == 0 ? 1 : -1, path[t + 1]);
            }
            return path;
        }
    }
}
