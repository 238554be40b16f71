package org.genryu.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.Check;
import org.genryu.core.Deadline;
import org.genryu.core.ProgressReport;
import org.genryu.core.SideBySide;
import org.genryu.core.Text;
import org.genryu.plan.MasterProgram.Cap;
import org.genryu.plan.MasterProgram.Plane;
import org.genryu.solve.Solution;

/// Finds the best decisions for a world that answers part by part, with a bound that proves how good they are.
///
///     minimise cost · y + mean Σ_s p_s c_s + tail (a + 1/(1-b) Σ_s p_s z_s)
///     c_s = level_s + Σ_{parts of s} θ,  z_s ≥ c_s - a,  z_s ≥ 0,  θ_k ≥ cost_k(y') + slope_k · (y - y') for every y'
///     that was asked
///
/// The parts' costs are convex, so that every plane lies below them and the master's optimum is a bound; asked at
/// the master's own decisions they say what these really cost. Planes hold whatever the aim and the limits are:
/// all questions share them.
///
/// Source: Van Slyke and Wets 1969, SIAM J. Appl. Math. 17, 638-663 (L-shaped method); planes are first asked for
/// at the relaxed master and halfway to the best point known, since those near the edge of the choices teach little.
/// Does not apply where a part's cost is not convex in the decisions.
public final class CuttingPlanes {
    /// Rounds after which a search ends without proof.
    private static final int MOST = 400;

    /// Steps of progress.
    private static final int ALL = 100;

    /// Rounds of the linear master, which only prepare.
    private static final int RELAXED = 40;

    private final Recourse world;
    private final Outlook outlook;
    private final double unit;
    private final ProgressReport progress;
    private final List<List<Plane>> planes = new ArrayList<>();
    /// Whether a linear master has gone before: its planes serve all later questions.
    private boolean prepared;

    /// @param unit size in which money is counted inside, such as that of the differences that matter [money]
    public CuttingPlanes(Recourse world, Outlook outlook, double unit) {
        this(world, outlook, unit, ProgressReport.SILENT);
    }

    /// @param progress is told of every round
    public CuttingPlanes(Recourse world, Outlook outlook, double unit, ProgressReport progress) {
        this.progress = progress;
        Check.that(unit > 0, "Planes: the unit is %s; it must be above 0.", unit);
        this.world = world;
        this.outlook = outlook;
        this.unit = unit;
        for (int k = 0; k < world.parts(); k++) {
            planes.add(new ArrayList<>());
        }
    }

    /// Cost of every scenario at y, asked of the world [money].
    public double[] scenarios(double[] y) {
        return scenarios(y, outlook);
    }

    /// Of those that can come; the others keep their level.
    private double[] scenarios(double[] y, Outlook told) {
        int[] asked = IntStream.range(0, told.size())
                .filter(s -> told.probability()[s] > 0)
                .flatMap(s -> Arrays.stream(told.parts()[s]))
                .distinct()
                .sorted()
                .toArray();
        List<Recourse.Answer> answers = SideBySide.of(asked.length, k -> world.at(asked[k], y));
        double[] part = new double[world.parts()];
        for (int k = 0; k < asked.length; k++) {
            part[asked[k]] = answers.get(k).cost();
            learn(asked[k], y, answers.get(k));
        }
        double[] cost = told.level().clone();
        for (int s = 0; s < cost.length; s++) {
            for (int k : told.parts()[s]) {
                cost[s] += part[k];
            }
        }
        return cost;
    }

    private void learn(int part, double[] y, Recourse.Answer answer) {
        double level = answer.cost() - Decisions.dot(answer.slope(), y);
        Plane plane = new Plane(level, answer.slope());
        boolean known = planes.get(part).stream()
                .anyMatch(one -> one.level() == level && Arrays.equals(one.slope(), plane.slope()));
        if (!known) {
            planes.get(part).add(plane);
        }
    }

    /// @param enough how far the answer may be from the best [money]
    /// @return empty if no decisions obey the limits
    public Optional<Found> best(Decisions decisions, Aim aim, double enough) {
        return new Search(decisions, aim, outlook, enough).run();
    }

    /// The same over another outlook on the same parts: it shares their planes.
    public Optional<Found> best(Decisions decisions, Aim aim, Outlook other, double enough) {
        return new Search(decisions, aim, other, enough).run();
    }

    /// The same if one scenario is known to come.
    public Optional<Found> knowing(int scenario, Decisions decisions, double enough) {
        return new Search(decisions, Aim.EXPECTED, outlook.only(scenario), enough).run();
    }

    /// The least of another cost among decisions whose aim is at most `most`.
    ///
    /// @param other what is made small, by choice
    /// @param enough by how much `most` may be exceeded [money]
    /// @return empty if there are none
    public Optional<Found> leanest(Decisions decisions, Aim aim, double most, double[] other, double enough) {
        return new Search(decisions, aim, outlook, enough).lean(other, most);
    }

    private final class Search {
        private final Decisions decisions;
        private final Aim aim;
        private final Outlook told;
        private final double enough;
        private Optional<Found> best = Optional.empty();
        private final List<double[]> considered = new ArrayList<>();
        private double bound = Double.NEGATIVE_INFINITY;
        private int rounds;

        Search(Decisions decisions, Aim aim, Outlook told, double enough) {
            this.decisions = decisions;
            this.aim = aim;
            this.told = told;
            this.enough = enough;
        }

        Optional<Found> run() {
            begin();
            if (!prepared) {
                relaxed();
                prepared = true;
            }
            boolean open = true;
            while (open && rounds < MOST) {
                Optional<Solution.Optimal> asked = master(false, Optional.empty());
                if (asked.isEmpty()) {
                    return Optional.empty();
                }
                double[] y = rounded(asked.get().point().x());
                bound = Math.max(bound, asked.get().objective() * unit);
                boolean again = considered.stream().anyMatch(one -> Arrays.equals(one, y));
                if (!again) {
                    consider(y);
                }
                double known = best.map(Found::objective).orElse(Double.POSITIVE_INFINITY);
                tell(known, bound);
                // Asked again, the world can say nothing new.
                open = !again && known - bound > enough;
                Deadline.present().check();
            }
            return best.map(found -> new Found(
                    found.y(), found.objective(), Math.min(bound, found.objective()), found.scenario(), rounds));
        }

        /// Planes at decisions in between: cheap rounds of a linear master.
        private void relaxed() {
            double[] core = new double[0];
            double least = Double.POSITIVE_INFINITY;
            for (int round = 0; round < RELAXED; round++) {
                Optional<Solution.Optimal> asked = master(true, Optional.empty());
                if (asked.isEmpty()) {
                    return;
                }
                double[] y = Arrays.copyOf(asked.get().point().x(), decisions.size());
                double low = asked.get().objective() * unit;
                bound = Math.max(bound, low);
                double[] at = core.length == 0 ? y : between(core, y);
                double cost = value(at);
                if (cost < least) {
                    least = cost;
                    core = at;
                }
                tell(least, low);
                if (least - low <= enough) {
                    return;
                }
                if (core.length > 0 && !Arrays.equals(at, y) && bound(at) >= cost - enough) {
                    // Halfway nothing new is to be learnt: the corner itself.
                    double there = value(y);
                    if (there < least) {
                        least = there;
                        core = y;
                    }
                    if (least - low <= enough) {
                        return;
                    }
                }
                Deadline.present().check();
            }
        }

        private double[] between(double[] a, double[] b) {
            double[] middle = new double[a.length];
            Arrays.setAll(middle, i -> (a[i] + b[i]) / 2);
            return middle;
        }

        private double value(double[] y) {
            return Decisions.dot(decisions.cost(), y) + aim.of(told, scenarios(y, told));
        }

        /// What the planes say of y.
        private double bound(double[] y) {
            double[] cost = told.level().clone();
            for (int s = 0; s < cost.length; s++) {
                for (int k : told.parts()[s]) {
                    cost[s] += planes.get(k).stream()
                            .mapToDouble(plane -> plane.at(y))
                            .max()
                            .orElse(0);
                }
            }
            return Decisions.dot(decisions.cost(), y) + aim.of(told, cost);
        }

        private void consider(double[] y) {
            considered.add(y);
            double[] scenario = scenarios(y, told);
            double objective = Decisions.dot(decisions.cost(), y) + aim.of(told, scenario);
            boolean within = aim.over(told, scenario) <= enough;
            if (within && (best.isEmpty() || objective < best.get().objective())) {
                best = Optional.of(new Found(y, objective, bound, scenario, rounds));
            }
        }

        /// Every part needs a plane before the master has a bound.
        private void begin() {
            boolean[] used = program().used();
            boolean bare = IntStream.range(0, used.length)
                    .anyMatch(k -> used[k] && planes.get(k).isEmpty());
            if (bare) {
                scenarios(decisions.lower(), told);
            }
        }

        Optional<Found> lean(double[] other, double most) {
            begin();
            while (rounds < MOST) {
                Optional<Solution.Optimal> asked = master(false, Optional.of(new Cap(other, most)));
                if (asked.isEmpty()) {
                    return Optional.empty();
                }
                double[] y = rounded(asked.get().point().x());
                double[] scenario = scenarios(y, told);
                double objective = Decisions.dot(decisions.cost(), y) + aim.of(told, scenario);
                if (objective <= most + enough && aim.over(told, scenario) <= enough) {
                    return Optional.of(new Found(y, objective, asked.get().objective() * unit, scenario, rounds));
                }
                Deadline.present().check();
            }
            return Optional.empty();
        }

        /// How much of what is known is proved already.
        private void tell(double known, double low) {
            double open = known < Double.POSITIVE_INFINITY ? (known - low) / Math.max(unit, Math.abs(known)) : 1;
            long proved = Math.round(ALL * Math.max(0, 1 - Math.max(0, open)));
            progress.at(new Text("searching for the best plan", "最良の計画を探索中"), proved, ALL);
        }

        private MasterProgram program() {
            return new MasterProgram(decisions, aim, told, planes, unit);
        }

        private Optional<Solution.Optimal> master(boolean relaxed, Optional<Cap> cap) {
            rounds++;
            return program().solve(relaxed, cap);
        }

        private double[] rounded(double[] x) {
            double[] y = Arrays.copyOf(x, decisions.size());
            decisions.whole().stream().filter(i -> i < y.length).forEach(i -> y[i] = Math.rint(y[i]));
            return y;
        }
    }
}
