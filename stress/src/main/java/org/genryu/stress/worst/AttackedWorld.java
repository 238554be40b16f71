package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.ProgramVersions;
import org.genryu.core.Deadline;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.ProgramBlocks;
import org.genryu.solve.convex.StartPoint;

/// The operator's world under sets of moves: the sum of its blocks, each of which only hears of the moves
/// that touch it.
final class AttackedWorld implements AttackCosts, AutoCloseable {
    private final AttackedVersions versions;
    private final SolveOptions options;
    private final AttackedBlock[] blocks;
    private final BitSet[] touching;
    private final int[] blockOfColumn;
    private final int[] blockOfRow;
    private final int[] placeOfColumn;
    private final int[] placeOfRow;
    private final Map<MoveEffect, Map<Integer, MoveEffect>> parts = new IdentityHashMap<>();
    private double untouched;
    private int wholes;

    AttackedWorld(AttackedVersions versions, SolveOptions options) {
        this.versions = versions;
        this.options = options;
        ProgramVersions.Written calm = versions.calm();
        ProgramBlocks split = ProgramBlocks.of(calm.program());
        blocks = new AttackedBlock[split.size()];
        touching = new BitSet[split.size()];
        blockOfColumn = new int[calm.program().columns().size()];
        placeOfColumn = new int[blockOfColumn.length];
        blockOfRow = new int[calm.program().rows().size()];
        placeOfRow = new int[blockOfRow.length];
        for (int b = 0; b < blocks.length; b++) {
            number(split.columns()[b], b, blockOfColumn, placeOfColumn);
            number(split.rows()[b], b, blockOfRow, placeOfRow);
            blocks[b] = new AttackedBlock(
                    split.part(calm.program(), b),
                    split.part(calm.curves(), b),
                    begin(calm.begin(), split, b),
                    options);
            touching[b] = new BitSet();
        }
        for (int j = 0; j < versions.moves().size(); j++) {
            MoveEffect effect = versions.alone(j);
            for (int column : effect.columns()) {
                touching[blockOfColumn[column]].set(j);
            }
            for (int row : effect.rows()) {
                touching[blockOfRow[row]].set(j);
            }
        }
    }

    private static StartPoint begin(StartPoint whole, ProgramBlocks split, int b) {
        return new StartPoint(
                AttackedBlock.pick(whole.amounts(), split.columns()[b]),
                whole.prices().length == 0 ? whole.prices() : AttackedBlock.pick(whole.prices(), split.rows()[b]));
    }

    private static void number(int[] members, int block, int[] blockOf, int[] placeOf) {
        for (int k = 0; k < members.length; k++) {
            blockOf[members[k]] = block;
            placeOf[members[k]] = k;
        }
    }

    /// Solves the calm world, all of it.
    /// @throws Unproved if it has no proved answer
    double calm() {
        double sum = 0;
        untouched = 0;
        for (int b = 0; b < blocks.length; b++) {
            Deadline.present().check();
            double cost = blocks[b].calm().cost();
            sum += cost;
            untouched += touching[b].isEmpty() ? cost : 0;
        }
        return sum;
    }

    /// Blocks that some move touches.
    int[] touched() {
        return java.util.stream.IntStream.range(0, blocks.length)
                .filter(b -> !touching[b].isEmpty())
                .toArray();
    }

    /// Moves that touch a block.
    BitSet touching(int block) {
        return touching[block];
    }

    int columns() {
        return blockOfColumn.length;
    }

    int rows() {
        return blockOfRow.length;
    }

    int solves() {
        return Arrays.stream(blocks).mapToInt(AttackedBlock::solves).sum() + wholes;
    }

    /// What a set costs in one block alone.
    double cost(int block, BitSet set) {
        BitSet here = (BitSet) set.clone();
        here.and(touching[block]);
        return blocks[block].solve(here, effects(block, versions.effects(here))).cost();
    }

    private List<MoveEffect> effects(int block, List<MoveEffect> whole) {
        List<MoveEffect> here = new ArrayList<>();
        whole.forEach(effect -> part(effect, block).ifPresent(here::add));
        return here;
    }

    /// An effect in the columns and rows of a block.
    private Optional<MoveEffect> part(MoveEffect effect, int block) {
        return Optional.ofNullable(parts.computeIfAbsent(effect, this::cut).get(block));
    }

    private Map<Integer, MoveEffect> cut(MoveEffect effect) {
        Map<Integer, BitSet> columns = new HashMap<>();
        Map<Integer, BitSet> rows = new HashMap<>();
        for (int k = 0; k < effect.columns().length; k++) {
            columns.computeIfAbsent(blockOfColumn[effect.columns()[k]], _ -> new BitSet())
                    .set(k);
        }
        for (int k = 0; k < effect.rows().length; k++) {
            rows.computeIfAbsent(blockOfRow[effect.rows()[k]], _ -> new BitSet())
                    .set(k);
        }
        Map<Integer, MoveEffect> cut = new HashMap<>();
        BitSet all = new BitSet();
        columns.keySet().forEach(all::set);
        rows.keySet().forEach(all::set);
        all.stream().forEach(b -> {
            int[] c = columns.getOrDefault(b, new BitSet()).stream().toArray();
            int[] r = rows.getOrDefault(b, new BitSet()).stream().toArray();
            int[] at = Arrays.stream(c)
                    .map(k -> placeOfColumn[effect.columns()[k]])
                    .toArray();
            int[] row = Arrays.stream(r).map(k -> placeOfRow[effect.rows()[k]]).toArray();
            cut.put(
                    b,
                    new MoveEffect(
                            at,
                            AttackedBlock.pick(effect.cost(), c),
                            AttackedBlock.pick(effect.lower(), c),
                            AttackedBlock.pick(effect.upper(), c),
                            row,
                            AttackedBlock.pick(effect.least(), r),
                            AttackedBlock.pick(effect.most(), r),
                            false));
        });
        return cut;
    }

    @Override
    public Answer answer(BitSet set) {
        List<MoveEffect> effects = versions.effects(set);
        if (effects.stream().anyMatch(MoveEffect::structure)) {
            wholes++;
            return new Answer(
                    whole(set), new BitSet(), new double[versions.moves().size()]);
        }
        return sum(set, effects, false);
    }

    @Override
    public Answer ceiling(BitSet set) {
        Optional<List<MoveEffect>> hardest = versions.hardest(set);
        return hardest.isEmpty()
                ? new Answer(
                        Double.POSITIVE_INFINITY,
                        new BitSet(),
                        new double[versions.moves().size()])
                : sum(set, hardest.get(), !versions.plain(set));
    }

    @Override
    public BitSet mixed() {
        return versions.mixed();
    }

    /// @param hardened whether the effects are harder than the moves really are
    private Answer sum(BitSet set, List<MoveEffect> effects, boolean hardened) {
        Deadline.present().check();
        double[] relief = new double[versions.moves().size()];
        double cost = untouched;
        BitSet idle = new BitSet();
        idle.set(0, hardened ? 0 : versions.moves().size());
        idle.andNot(set);
        idle.andNot(versions.mixed());
        for (int b = 0; b < blocks.length; b++) {
            if (touching[b].isEmpty()) {
                continue;
            }
            BitSet here = (BitSet) set.clone();
            here.and(touching[b]);
            if (hardened) {
                here.set(versions.moves().size());
            }
            AttackedBlock.Solved solved = blocks[b].solve(here, effects(b, effects));
            cost += solved.cost();
            for (int j = touching[b].nextSetBit(0); j >= 0; j = touching[b].nextSetBit(j + 1)) {
                MoveEffect own = part(versions.alone(j), b).orElseThrow();
                if (set.get(j)) {
                    relief[j] += blocks[b].relief(solved, own);
                } else if (idle.get(j) && !blocks[b].obeys(solved, own)) {
                    idle.clear(j);
                }
            }
        }
        return new Answer(cost, versions.apart(idle, set), relief);
    }

    private double whole(BitSet set) {
        ProgramVersions.Written written = versions.whole(set);
        MathProgram program = written.program();
        CostCurves curves = written.curves();
        Solution solution;
        if (curves.any()) {
            solution = ConvexSolver.solve(program, curves, written.begin(), options);
        } else {
            try (SolverSession live = SolverSession.open(program, options)) {
                solution = live.solve();
            }
        }
        return switch (solution) {
            case Solution.Optimal optimal -> optimal.objective();
            case Solution.Infeasible _ -> Double.POSITIVE_INFINITY;
            case Solution.Unbounded _ -> throw new Unproved();
            case Solution.Stopped stopped -> {
                if (stopped.reason() == Solution.Stopped.Reason.TIME) {
                    throw new Deadline.TimeUp();
                }
                throw new Unproved();
            }
        };
    }

    @Override
    public void close() {
        Arrays.stream(blocks).forEach(AttackedBlock::close);
    }
}
