package org.genryu.solve.convex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.genryu.solve.Highs;
import org.genryu.solve.MathProgram;
import org.genryu.solve.OptimalityProof;
import org.genryu.solve.ProgramState;
import org.genryu.solve.Solution;
import org.genryu.solve.Solution.Point;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolvedBlocks;
import org.genryu.solve.SolverSearch;
import org.genryu.solve.SolverSession;

/// Solves a program whose costs bend: block by block, side by side, the same bytes on any number of
/// threads.
///
/// A block that bends goes to [InteriorPoint], one that does not to the simplex. What comes back is
/// believed only after [OptimalityProof]: for a convex program the tangent at the answer, the linear
/// program of the marginal costs there, has the same answer and the same prices, so that its proof is the
/// proof. A block without an answer is asked once more as that linear program: infeasible and unbounded are
/// then said with their rays.
public final class ConvexSolver {
    /// Relative error of each equation that is aimed for. What is reached is in the certificate.
    private static final double AIM = 1e-11;
    /// Amount, in units of its curve, that no column reaches.
    private static final double FAR = 1e9;

    private static final Solution.Run NO_RUN = new Solution.Run("", "", "", 0, 0);

    /// What is said of an empty row that holds, and of a block that was solved before.
    private static final Solution NOTHING = new Solution.Optimal(
            0,
            new Point(new double[0], new double[1], new double[1], new double[0]),
            new Solution.Certificate(0, 0, 0),
            NO_RUN);

    private ConvexSolver() {}

    /// The linear program of the marginal costs at x.
    public static MathProgram tangent(MathProgram program, CostCurves curves, double[] x) {
        double[] cost = program.columns().cost().clone();
        for (int j = 0; j < cost.length; j++) {
            cost[j] += curves.bends(j) ? curves.above(j, x[j]) : 0;
        }
        return new MathProgram(
                program.offset(),
                new MathProgram.Columns(
                        cost, program.columns().lower(), program.columns().upper()),
                program.rows(),
                program.matrix(),
                program.whole(),
                program.curvature());
    }

    /// What all columns cost at x.
    public static double objective(MathProgram program, CostCurves curves, double[] x) {
        double sum = program.offset();
        for (int j = 0; j < x.length; j++) {
            sum += program.columns().cost()[j] * x[j] + curves.area(j, x[j]);
        }
        return sum;
    }

    /// What is small among the marginal costs counts in the size of the program's own.
    private static double unit(MathProgram program, CostCurves curves) {
        double largest =
                Math.max(OptimalityProof.largest(program.columns().cost()), OptimalityProof.largest(curves.slope()));
        return largest > 0 ? Math.min(1, largest) : 1;
    }

    /// How much is asked.
    /// @param near as in [#solve(MathProgram, CostCurves, StartPoint, SolveOptions, double)]
    private record Effort(SolveOptions options, double near) {
        boolean ends(Part part) {
            return part.proved() || part.off() <= near;
        }
    }

    /// One block's part of the answer.
    ///
    /// @param miss largest error of its proof; 0 where another solver gave it
    /// @param off largest error of its limits and its gap
    private record Part(double[] x, double[] y, Solution verdict, long steps, double miss, double off) {
        Part(double[] x, double[] y, Solution verdict, long steps) {
            this(x, y, verdict, steps, 0, Double.POSITIVE_INFINITY);
        }

        boolean proved() {
            return verdict instanceof Solution.Optimal;
        }
    }

    /// @param begin where to start
    /// @return optimal with the objective of the bent costs; infeasible and unbounded without a ray
    public static Solution solve(MathProgram program, CostCurves curves, StartPoint begin, SolveOptions options) {
        return solve(program, curves, begin, options, 0);
    }

    /// The same, content with less where much is asked in a short time.
    ///
    /// @param near error of limits and gap at which a point that is not proved ends the search all the same
    /// [fraction]: it is then the best of a stopped solution
    public static Solution solve(
            MathProgram program, CostCurves curves, StartPoint begin, SolveOptions options, double near) {
        long start = System.nanoTime();
        ProgramBlocks blocks = ProgramBlocks.of(program);
        List<Part> parts = parts(program, curves, begin, new Effort(options.within(options.left(0)), near), blocks);
        double[] x = new double[program.columns().size()];
        double[] y = new double[program.rows().size()];
        long steps = 0;
        Optional<Solution> refused = Optional.empty();
        for (int b = 0; b < blocks.size(); b++) {
            Part part = parts.get(b);
            if (options.known().isOpen() && part.proved()) {
                options.known().keep(blocks.content(program, curves, b), new SolvedBlocks.Answer(part.x(), part.y()));
            }
            steps += part.steps();
            ProgramBlocks.put(part.x(), blocks.columns()[b], x);
            ProgramBlocks.put(part.y(), blocks.rows()[b], y);
            if (refused.isEmpty() && !(part.verdict() instanceof Solution.Optimal)) {
                refused = Optional.of(part.verdict());
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        Solution.Run run = new Solution.Run(
                "Genryu and HiGHS", Highs.library().version(), "interior point by blocks", seconds, steps);
        if (refused.isPresent()) {
            return switch (refused.get()) {
                case Solution.Infeasible _ -> new Solution.Infeasible(Optional.empty(), run);
                case Solution.Unbounded _ -> new Solution.Unbounded(Optional.empty(), run);
                case Solution.Stopped stopped ->
                    new Solution.Stopped(
                            near(program, curves, parts, x, y),
                            stopped.best().isPresent() ? objective(program, curves, x) : Double.POSITIVE_INFINITY,
                            stopped.gap(),
                            stopped.reason(),
                            stopped.miss(),
                            run);
                case Solution.Optimal _ -> throw new IllegalStateException();
            };
        }
        OptimalityProof proof =
                OptimalityProof.of(new ProgramState(tangent(program, curves, x)), x, y, unit(program, curves));
        Point point = proof.point();
        return new Solution.Optimal(objective(program, curves, x), point, proof.certificate(), run);
    }

    /// The whole point where every block has one, proved or near.
    private static Optional<Point> near(
            MathProgram program, CostCurves curves, List<Part> parts, double[] x, double[] y) {
        for (Part part : parts) {
            boolean point = part.proved()
                    || (part.verdict() instanceof Solution.Stopped stopped
                            && stopped.best().isPresent());
            if (!point) {
                return Optional.empty();
            }
        }
        return Optional.of(
                OptimalityProof.of(new ProgramState(tangent(program, curves, x)), x, y, unit(program, curves))
                        .point());
    }

    private static List<Part> parts(
            MathProgram program, CostCurves curves, StartPoint begin, Effort effort, ProgramBlocks blocks) {
        Part[] parts = new Part[blocks.size()];
        if (blocks.size() == 1 || effort.options().blocks() == 1) {
            Arrays.setAll(parts, b -> solve(program, curves, begin, effort, blocks, b));
            return List.of(parts);
        }
        // The largest first, so that the threads end together.
        Integer[] order = new Integer[blocks.size()];
        Arrays.setAll(order, b -> b);
        Arrays.sort(order, (a, b) -> Integer.compare(blocks.columns()[b].length, blocks.columns()[a].length));
        List<Future<Part>> running = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(effort.options().blocks())) {
            for (int b : order) {
                running.add(threads.submit(() -> solve(program, curves, begin, effort, blocks, b)));
            }
            for (int k = 0; k < order.length; k++) {
                parts[order[k]] = running.get(k).get();
            }
            return List.of(parts);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException trouble) {
            throw trouble.getCause() instanceof RuntimeException known ? known : new IllegalStateException(trouble);
        }
    }

    /// By the interior point method; empty if nothing was proved. The first of the ways whose answer holds:
    /// from the answer to nearly the same, if there is one; from the prices given; from nothing, with care; with
    /// supplies met in logarithms where they are not elastic; from where the first stopped, in the sizes found
    /// there; in small steps; and in sizes that the rows say.
    private static Optional<Part> bent(MathProgram program, CostCurves curves, StartPoint from, Effort effort) {
        if (program.rows().size() == 0) {
            return Optional.empty();
        }
        ForcedColumns ends = ForcedColumns.of(program);
        MathProgram open = ends.any() ? ends.reduced() : program;
        double seconds = effort.options().seconds();
        InteriorPoint.Point first = new InteriorPoint(open, curves, from).solve(AIM, seconds);
        StartPoint nothing = StartPoint.of(from.amounts());
        List<Supplier<InteriorPoint>> ways = new ArrayList<>();
        if (from.near()) {
            ways.add(() -> new InteriorPoint(open, curves, from.far()));
        }
        ways.addAll(List.of(
                () -> new InteriorPoint(open, curves, nothing).careful(),
                () -> new InteriorPoint(open, curves, nothing).careful().elasticOnly(),
                () -> new InteriorPoint(open, curves, StartPoint.of(first.x())).careful(),
                () -> new InteriorPoint(open, curves, nothing).careful().small(),
                () -> new InteriorPoint(open, curves, StartPoint.of(new double[from.amounts().length])).careful()));
        Optional<Part> found = told(program, curves, ends, first);
        for (int way = 0; way < ways.size() && found.filter(effort::ends).isEmpty(); way++) {
            Optional<Part> next =
                    told(program, curves, ends, ways.get(way).get().solve(AIM, seconds));
            boolean better = next.isPresent()
                    && (next.get().proved()
                            || found.isEmpty()
                            || next.get().miss() < found.get().miss());
            found = better ? next : found;
        }
        return found;
    }

    /// The point as an answer; where its proof does not hold, as one that is near.
    private static Optional<Part> told(
            MathProgram program, CostCurves curves, ForcedColumns ends, InteriorPoint.Point point) {
        if (!point.converged() || (ends.any() && !ends.price(curves, point.y()))) {
            return Optional.empty();
        }
        MathProgram tangent = tangent(program, curves, point.x());
        OptimalityProof proof =
                OptimalityProof.of(new ProgramState(tangent), point.x(), point.y(), unit(program, curves));
        Solution.Certificate certificate = proof.certificate();
        Solution verdict = certificate.holds(SolverSearch.TOLERANCE)
                ? new Solution.Optimal(proof.objective(), proof.point(), certificate, NO_RUN)
                : new Solution.Stopped(
                        Optional.of(proof.point()),
                        proof.objective(),
                        certificate.gap(),
                        Solution.Stopped.Reason.NOT_PROVED,
                        Optional.empty(),
                        NO_RUN);
        double miss = Math.max(certificate.primal(), Math.max(certificate.dual(), certificate.gap()));
        double off = Math.max(certificate.primal(), certificate.gap());
        return Optional.of(new Part(point.x(), point.y(), verdict, point.steps(), miss, off));
    }

    /// Whether a block is a row that no column meets and that nothing holds: a good that nobody moves.
    private static boolean isEmpty(MathProgram whole, ProgramBlocks blocks, int b) {
        return blocks.columns()[b].length == 0
                && whole.rows().lower()[blocks.rows()[b][0]] <= 0
                && whole.rows().upper()[blocks.rows()[b][0]] >= 0;
    }

    private static Part solve(
            MathProgram whole, CostCurves allCurves, StartPoint begin, Effort effort, ProgramBlocks blocks, int b) {
        SolvedBlocks known = effort.options().known();
        Optional<SolvedBlocks.Answer> same =
                known.isEmpty() ? Optional.empty() : known.of(blocks.content(whole, allCurves, b));
        return same.map(answer -> new Part(answer.x(), answer.y(), NOTHING, 0))
                .orElseGet(() -> afresh(whole, allCurves, begin, effort, blocks, b));
    }

    private static Part afresh(
            MathProgram whole, CostCurves allCurves, StartPoint begin, Effort effort, ProgramBlocks blocks, int b) {
        if (isEmpty(whole, blocks, b)) {
            return new Part(new double[0], new double[1], NOTHING, 0);
        }
        SolveOptions options = effort.options();
        MathProgram program = blocks.part(whole, b);
        CostCurves curves = blocks.part(allCurves, b);
        StartPoint from = begin.part(blocks, b);
        int columns = program.columns().size();
        Optional<Part> near = curves.any() ? bent(program, curves, from, effort) : Optional.empty();
        if (near.filter(effort::ends).isPresent()) {
            return near.get();
        }
        double[] reference = new double[columns];
        Arrays.setAll(reference, j -> Math.max(from.amounts()[j], curves.bends(j) ? curves.unit()[j] : 0));
        MathProgram straight = tangent(program, curves, reference);
        double[] upper = straight.columns().upper().clone();
        for (int j = 0; j < upper.length; j++) {
            // A curve ends what its tangent would not.
            upper[j] = curves.bends(j) ? Math.min(upper[j], FAR * curves.unit()[j]) : upper[j];
        }
        MathProgram bounded = new MathProgram(
                0,
                new MathProgram.Columns(
                        straight.columns().cost(), straight.columns().lower(), upper),
                straight.rows(),
                straight.matrix(),
                straight.whole(),
                straight.curvature());
        try (SolverSession live = SolverSession.open(bounded, options)) {
            Solution verdict = live.solve();
            return switch (verdict) {
                case Solution.Optimal optimal
                when !curves.any() ->
                    new Part(
                            optimal.point().x(),
                            optimal.point().dual(),
                            optimal,
                            optimal.run().iterations());
                case Solution.Optimal _ when near.isPresent() -> near.get();
                case Solution.Optimal optimal ->
                    new Part(
                            new double[columns],
                            new double[program.rows().size()],
                            new Solution.Stopped(
                                    Optional.empty(),
                                    Double.POSITIVE_INFINITY,
                                    Double.POSITIVE_INFINITY,
                                    Solution.Stopped.Reason.NOT_PROVED,
                                    Optional.empty(),
                                    optimal.run()),
                            0);
                case Solution.Stopped stopped
                when !curves.any() && stopped.reason() == Solution.Stopped.Reason.NOT_PROVED ->
                    bent(program, curves, from, effort)
                            .filter(Part::proved)
                            .orElseGet(() -> new Part(
                                    new double[columns],
                                    new double[program.rows().size()],
                                    stopped,
                                    0));
                case Solution.Infeasible _, Solution.Unbounded _, Solution.Stopped _ ->
                    new Part(new double[columns], new double[program.rows().size()], verdict, 0);
            };
        }
    }
}
