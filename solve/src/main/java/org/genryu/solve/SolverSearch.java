package org.genryu.solve;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.genryu.core.Check;
import org.genryu.solve.Solution.Infeasible;
import org.genryu.solve.Solution.Miss;
import org.genryu.solve.Solution.Optimal;
import org.genryu.solve.Solution.Point;
import org.genryu.solve.Solution.Run;
import org.genryu.solve.Solution.Stopped;
import org.genryu.solve.Solution.Stopped.Reason;
import org.genryu.solve.Solution.Unbounded;

/// Solves a native model and believes nothing that it has not checked.
///
/// First try: from the present basis by the dual simplex without presolve; with no basis, with presolve, by the
/// simplex below [#INTERIOR_POINT_FROM] columns and by interior point with crossover from there on. An answer stands
/// if its certificate holds: a point by [OptimalityProof], "infeasible" and "unbounded" by a ray. Otherwise it is
/// tried once more by the simplex without presolve, for presolve has been seen to make feasible programs infeasible
/// (HiGHS issues 1718, 1725, 1704). What then still does not hold is reported as not proved.
public final class SolverSearch {
    /// Columns from which interior point wins; on 133 energy models the simplex solved 25 of 25 below 1e5
    /// columns and 6 of 29 above 3e5.
    static final int INTERIOR_POINT_FROM = 300_000;
    /// What a certificate must hold within: ten times HiGHS's own tolerances, which hold for the scaled model.
    public static final double TOLERANCE = 1e-6;

    /// Exponent of two up to which costs are left as they are.
    private static final int LARGE_COST = 16;
    /// The same of the largest cost, down to which.
    private static final int SMALL_COST = 6;
    /// The active-set method for quadratic programs may never end; without a limit of the caller's it gets this
    /// [s].
    static final double QUADRATIC_SECONDS = 60;

    /// How one try is made.
    private record Way(String solver, boolean presolve, boolean fresh) {}

    private final Highs highs;
    private final MemorySegment model;
    private final ProgramState now;
    private final SolveOptions options;
    private final boolean linear;
    private final boolean whole;
    private boolean warm;
    private long began;
    private long iterations;
    /// In the solver itself, over all tries of this run [ns].
    private long solving;

    SolverSearch(Highs highs, MemorySegment model, ProgramState now, SolveOptions options) {
        this.highs = highs;
        this.model = model;
        this.now = now;
        this.options = options;
        whole = !now.program.whole().isEmpty();
        linear = !whole && now.program.curvature().isEmpty();
    }

    /// Whether there is a basis to start from or to ask about.
    boolean warm() {
        return warm;
    }

    /// What a former solve left behind (weights, factors, random state) is forgotten too, so that the answer
    /// depends on the basis alone.
    void start(SolverBasis basis) {
        highs.clearSolver(model);
        Check.that(
                highs.start(model, basis.columns(), basis.rows()) >= 0,
                "HiGHS refused the basis. Maybe it has not as many basic variables as there are rows.");
        warm = linear;
    }

    void forget() {
        highs.clearSolver(model);
        warm = false;
    }

    /// A quadratic program goes to Clp's barrier first, where there is one: ten times faster than HiGHS's
    /// active set, and sharper.
    Solution run() {
        begin();
        if (now.columns() == 0) {
            return withoutColumns();
        }
        Optional<Clp> clp = linear || whole ? Optional.empty() : Clp.library();
        return clp.map(other ->
                        other.solve(now.program(), options.within(left())).solution())
                .filter(solution -> solution instanceof Optimal)
                .orElseGet(this::byHighs);
    }

    /// The clock of the time limit starts.
    void begin() {
        began = System.nanoTime();
        iterations = 0;
        solving = 0;
    }

    /// By HiGHS alone.
    Solution byHighs() {
        Way first = first();
        attempt(first);
        return verdict(first, false).orElseGet(() -> {
            if (left() <= 0) {
                return stopped(Reason.TIME, false);
            }
            Way strict = new Way(linear ? "simplex" : "choose", false, !first.presolve());
            attempt(strict);
            return verdict(strict, true).orElseGet(() -> stopped(Reason.NOT_PROVED, true));
        });
    }

    private Way first() {
        if (!linear) {
            return new Way("choose", options.presolve(), !whole);
        }
        if (warm) {
            return new Way("simplex", false, false);
        }
        return switch (options.algorithm()) {
            case SIMPLEX -> new Way("simplex", options.presolve(), false);
            case INTERIOR_POINT -> new Way("ipx", options.presolve(), false);
            case AUTO -> new Way(now.columns() < INTERIOR_POINT_FROM ? "simplex" : "ipx", options.presolve(), false);
        };
    }

    private void attempt(Way way) {
        if (way.fresh()) {
            highs.clearSolver(model);
        }
        if (highs.option(model, "solver", way.solver()) < 0) {
            highs.option(model, "solver", "ipm");
        }
        highs.option(model, "presolve", way.presolve() ? "choose" : "off");
        highs.option(model, "user_objective_scale", -costExponent());
        highs.option(model, "time_limit", Math.max(left(), 0));
        highs.zeroClocks(model);
        long start = System.nanoTime();
        if (whole) {
            highs.runQuietly(model);
        } else {
            highs.run(model);
        }
        solving += System.nanoTime() - start;
        iterations += count(Highs.Info.SIMPLEX_ITERATION_COUNT)
                + count(Highs.Info.IPM_ITERATION_COUNT)
                + count(Highs.Info.CROSSOVER_ITERATION_COUNT)
                + count(Highs.Info.QP_ITERATION_COUNT);
        warm = linear && highs.count(model, Highs.Info.BASIS_VALIDITY) == 1;
    }

    /// By which power of two the costs are divided inside the solver. Its tolerances are absolute: above costs of
    /// about 1e5 its ratio test fails (prices per tonne of a rare element reach 1e7), and where all costs are
    /// small, as in billions, it takes a price for nothing. The answers come back in the caller's unit.
    private int costExponent() {
        double largest = 0;
        for (double cost : now.cost) {
            largest = Math.max(largest, Math.abs(cost));
        }
        int exponent = largest > 0 ? Math.getExponent(largest) : LARGE_COST;
        return exponent > LARGE_COST ? exponent - LARGE_COST : linear ? Math.min(0, exponent - SMALL_COST) : 0;
    }

    /// Seconds that this solve may still take.
    private double left() {
        double spent = seconds(System.nanoTime() - began);
        double left = options.left(spent);
        return linear || whole ? left : Math.min(left, QUADRATIC_SECONDS - spent);
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }

    private int count(Highs.Info info) {
        return Math.max(0, highs.count(model, info));
    }

    /// The answer of the last try; empty if it does not stand.
    private Optional<Solution> verdict(Way way, boolean last) {
        return switch (highs.status(model)) {
            case Highs.OPTIMAL, Highs.MODEL_EMPTY -> optimal(last);
            case Highs.INFEASIBLE -> infeasible(way, last);
            case Highs.UNBOUNDED -> unbounded(way, last);
            case Highs.TIME_LIMIT -> Optional.of(stopped(Reason.TIME, last));
            case Highs.MEMORY_LIMIT -> Optional.of(stopped(Reason.MEMORY, last));
            default -> Optional.empty();
        };
    }

    private Optional<Solution> optimal(boolean last) {
        OptimalityProof proof = proof();
        return proof.certificate().holds(tolerance())
                ? Optional.of(new Optimal(proof.objective(), proof.point(), proof.certificate(), report(last)))
                : Optional.empty();
    }

    private double tolerance() {
        return whole ? Math.max(TOLERANCE, 2 * options.gap()) : TOLERANCE;
    }

    private Optional<Solution> infeasible(Way way, boolean last) {
        if (!linear) {
            return way.presolve() ? Optional.empty() : Optional.of(new Infeasible(Optional.empty(), report(last)));
        }
        if (way.presolve()) {
            return Optional.empty();
        }
        Optional<double[]> ray = highs.dualRay(model, now.rows()).flatMap(this::farkas);
        return ray.isPresent() || last ? Optional.of(new Infeasible(ray, report(last))) : Optional.empty();
    }

    /// The ray with the sign with which it proves something; empty if it proves nothing.
    private Optional<double[]> farkas(double[] ray) {
        if (OptimalityProof.showsInfeasible(now, ray)) {
            return Optional.of(ray);
        }
        double[] turned = new double[ray.length];
        for (int i = 0; i < ray.length; i++) {
            turned[i] = -ray[i];
        }
        return OptimalityProof.showsInfeasible(now, turned) ? Optional.of(turned) : Optional.empty();
    }

    private Optional<Solution> unbounded(Way way, boolean last) {
        if (way.presolve()) {
            return Optional.empty();
        }
        Optional<double[]> ray = linear
                ? highs.primalRay(model, now.columns()).filter(r -> OptimalityProof.showsUnbounded(now, r))
                : Optional.empty();
        return ray.isPresent() || !linear || last ? Optional.of(new Unbounded(ray, report(last))) : Optional.empty();
    }

    /// The best point so far, if there is one that satisfies all limits.
    private Solution stopped(Reason reason, boolean last) {
        boolean known = !whole || highs.count(model, Highs.Info.PRIMAL_SOLUTION_STATUS) == 2;
        Optional<OptimalityProof> reached = known ? Optional.of(proof()) : Optional.empty();
        Optional<OptimalityProof> best =
                reached.filter(proof -> proof.certificate().primal() <= TOLERANCE);
        double gap = best.filter(proof -> proof.certificate().dual() <= TOLERANCE)
                .map(proof -> proof.certificate().gap())
                .orElse(Double.POSITIVE_INFINITY);
        double objective = best.map(OptimalityProof::objective).orElse(Double.POSITIVE_INFINITY);
        Optional<Miss> miss =
                reason == Reason.NOT_PROVED ? reached.flatMap(proof -> proof.miss(tolerance())) : Optional.empty();
        return new Stopped(best.map(OptimalityProof::point), objective, gap, reason, miss, report(last));
    }

    private OptimalityProof proof() {
        double[] x = new double[now.columns()];
        double[] dual = new double[now.rows()];
        highs.values(model, x, dual);
        return whole
                ? OptimalityProof.whole(now, x, highs.number(model, "mip_dual_bound"))
                : OptimalityProof.of(now, x, dual);
    }

    private Run report(boolean second) {
        List<String> parts = new ArrayList<>();
        if (whole) {
            parts.add("branch-and-cut");
        } else if (!linear) {
            parts.add("active set");
        } else {
            if (count(Highs.Info.IPM_ITERATION_COUNT) > 0) {
                parts.add("interior point");
            }
            if (!parts.isEmpty() && warm) {
                parts.add("crossover");
            }
            if (parts.isEmpty() || count(Highs.Info.SIMPLEX_ITERATION_COUNT) > 0) {
                parts.add("simplex");
            }
        }
        String algorithm = String.join(" + ", parts) + (second ? ", second try without presolve" : "");
        return new Run("HiGHS", highs.version(), algorithm, seconds(solving), iterations);
    }

    /// Nothing can move: feasible if no row asks for anything.
    private Solution withoutColumns() {
        Run run = new Run("none", "", "no columns", 0, 0);
        for (int i = 0; i < now.rows(); i++) {
            if (now.rowLower[i] > 0 || now.rowUpper[i] < 0) {
                double[] ray = new double[now.rows()];
                ray[i] = now.rowLower[i] > 0 ? 1 : -1;
                return new Infeasible(Optional.of(ray), run);
            }
        }
        OptimalityProof proof = OptimalityProof.of(now, new double[0], new double[now.rows()]);
        Point point = proof.point();
        return new Optimal(proof.objective(), point, proof.certificate(), run);
    }
}
