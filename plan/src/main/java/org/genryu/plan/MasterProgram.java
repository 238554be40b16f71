package org.genryu.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.Deadline;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolvedBlocks;
import org.genryu.solve.SolverSession;

/// The best decisions for a world that is known by planes alone: a bound for the real one ([CuttingPlanes]).
///
/// @param planes by part
/// @param unit size in which money is counted [money]
record MasterProgram(Decisions decisions, Aim aim, Outlook told, List<List<Plane>> planes, double unit) {
    /// Entries of a program below this count for nothing.
    private static final double TINY = 1e-9;

    private static final SolveOptions EXACT = new SolveOptions(
            SolveOptions.Algorithm.AUTO, Double.POSITIVE_INFINITY, 1, true, 1e-9, 2, SolvedBlocks.NONE);

    /// A part's cost is level + slope · y or more.
    record Plane(double level, double[] slope) {
        double at(double[] y) {
            return level + Decisions.dot(slope, y);
        }
    }

    /// Another cost is made small, and the aim is at most so much.
    record Cap(double[] other, double most) {}

    /// Columns: decisions, one θ a part, then a and one z a scenario where the tail counts.
    Optional<Solution.Optimal> solve(boolean relaxed, Optional<Cap> cap) {
        ProgramRows program = new ProgramRows();
        int n = decisions.size();
        double[] aimed = new double[n + planes.size() + 1 + told.size()];
        for (int i = 0; i < n; i++) {
            aimed[i] = decisions.cost()[i] / unit;
        }
        double sure = 0;
        for (int s = 0; s < told.size(); s++) {
            sure += aim.mean() * told.probability()[s] * told.level()[s] / unit;
            for (int k : told.parts()[s]) {
                aimed[n + k] += aim.mean() * told.probability()[s];
            }
        }
        int risk = n + planes.size();
        aimed[risk] = aim.tail();
        for (int s = 0; s < told.size(); s++) {
            aimed[risk + 1 + s] = aim.tail() * told.probability()[s] / (1 - aim.confidence());
        }
        double[] cost = aimed.clone();
        if (cap.isPresent()) {
            Arrays.fill(cost, 0);
            for (int i = 0; i < n; i++) {
                cost[i] = cap.get().other()[i] / unit;
            }
        }
        for (int i = 0; i < n; i++) {
            program.column(
                    cost[i],
                    decisions.lower()[i],
                    decisions.upper()[i],
                    decisions.whole().get(i));
        }
        boolean[] used = used();
        for (int k = 0; k < planes.size(); k++) {
            double free = used[k] ? Double.NEGATIVE_INFINITY : 0;
            program.column(cost[n + k], free, used[k] ? Double.POSITIVE_INFINITY : 0, false);
        }
        double open = aim.counts() ? Double.POSITIVE_INFINITY : 0;
        program.column(cost[risk], -open, open, false);
        for (int s = 0; s < told.size(); s++) {
            program.column(cost[risk + 1 + s], 0, open, false);
        }
        rows(program, n, risk, used);
        if (cap.isPresent()) {
            int[] all = IntStream.range(0, aimed.length).toArray();
            program.row(all, aimed, Double.NEGATIVE_INFINITY, cap.get().most() / unit - sure);
        }
        Optional<Solution.Optimal> answer = solved(program.program(relaxed));
        double offset = cap.isPresent() ? 0 : sure;
        return answer.map(found ->
                new Solution.Optimal(found.objective() + offset, found.point(), found.certificate(), found.run()));
    }

    boolean[] used() {
        boolean[] used = new boolean[planes.size()];
        for (int s = 0; s < told.size(); s++) {
            for (int k : told.parts()[s]) {
                used[k] |= told.probability()[s] > 0;
            }
        }
        return used;
    }

    /// The mean of the worst part is within the risk limit: a + 1/(1-b) Σ p z ≤ most.
    private void limit(ProgramRows program, int risk) {
        int[] column = new int[told.size() + 1];
        double[] value = new double[told.size() + 1];
        column[0] = risk;
        value[0] = 1;
        for (int s = 0; s < told.size(); s++) {
            column[s + 1] = risk + 1 + s;
            value[s + 1] = told.probability()[s] / (1 - aim.confidence());
        }
        program.row(column, value, Double.NEGATIVE_INFINITY, aim.most() / unit);
    }

    private void rows(ProgramRows program, int n, int risk, boolean[] used) {
        if (aim.isLimited()) {
            limit(program, risk);
        }
        int[] choices = IntStream.range(0, n).toArray();
        for (Decisions.Limit limit : decisions.limits()) {
            double size = Arrays.stream(limit.weight()).map(Math::abs).max().orElse(1);
            double scale = size > 0 ? size : 1;
            double[] weight = Arrays.stream(limit.weight()).map(w -> w / scale).toArray();
            program.row(choices, weight, limit.least() / scale, limit.most() / scale);
        }
        for (int k = 0; k < planes.size(); k++) {
            for (Plane plane : used[k] ? planes.get(k) : List.<Plane>of()) {
                int[] column = Arrays.copyOf(choices, n + 1);
                column[n] = n + k;
                double[] value = new double[n + 1];
                double level = plane.level() / unit;
                for (int i = 0; i < n; i++) {
                    value[i] = -plane.slope()[i] / unit;
                    if (Math.abs(value[i]) < TINY) {
                        // The solver reads it as nothing: the plane is lowered by all that it could be.
                        level -= Math.abs(value[i])
                                * Math.max(
                                        Math.abs(decisions.lower()[i]),
                                        Math.abs(decisions.upper()[i]));
                        value[i] = 0;
                    }
                }
                value[n] = 1;
                double low = Math.abs(level) < TINY ? (level < 0 ? -TINY : 0) : level;
                program.row(column, value, low, Double.POSITIVE_INFINITY);
            }
        }
        for (int s = 0; s < told.size() && aim.counts(); s++) {
            int[] parts = Arrays.stream(told.parts()[s]).distinct().toArray();
            int[] column = new int[parts.length + 2];
            double[] value = new double[parts.length + 2];
            for (int k = 0; k < parts.length; k++) {
                int part = parts[k];
                column[k] = n + part;
                value[k] = -Arrays.stream(told.parts()[s])
                        .filter(one -> one == part)
                        .count();
            }
            column[parts.length] = risk;
            value[parts.length] = 1;
            column[parts.length + 1] = risk + 1 + s;
            value[parts.length + 1] = 1;
            program.row(column, value, told.level()[s] / unit, Double.POSITIVE_INFINITY);
        }
    }

    private Optional<Solution.Optimal> solved(MathProgram program) {
        try (SolverSession live = SolverSession.open(program, EXACT)) {
            return switch (live.solve()) {
                case Solution.Optimal optimal -> Optional.of(optimal);
                case Solution.Infeasible _ -> Optional.empty();
                case Solution.Unbounded _ ->
                    throw new IllegalStateException("the master has no bound although every part has a plane");
                case Solution.Stopped stopped -> {
                    if (stopped.reason() == Solution.Stopped.Reason.TIME) {
                        throw new Deadline.TimeUp();
                    }
                    throw new IllegalStateException("the master has no proved answer: " + stopped);
                }
            };
        }
    }
}
