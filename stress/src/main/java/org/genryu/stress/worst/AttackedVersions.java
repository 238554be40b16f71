package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.balance.Balancer;
import org.genryu.balance.ProgramVersions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.casefile.resolve.WithoutScenarioFlows;
import org.genryu.core.Deadline;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.solve.SolveOptions;

/// The case under each move and under sets of them, as programs that differ in numbers only.
///
/// What a set does is what its moves do, entry by entry; moves that change the same entry in different ways
/// (two straits on one way) are resolved together.
final class AttackedVersions {
    private final CaseFile file;
    private final List<RivalMove> moves;
    private final Set<Integer> cuts;
    private final ProgramVersions versions;
    private final ProgramVersions.Written calm;
    private final List<MoveEffect> single = new ArrayList<>();
    private final List<BitSet> clashing = new ArrayList<>();
    private final Map<BitSet, MoveEffect> joint = new HashMap<>();
    private final BitSet mixed = new BitSet();

    private AttackedVersions(
            CaseFile file, List<RivalMove> moves, Set<Integer> cuts, ProgramVersions versions, SupplyCase undisturbed) {
        this.file = file;
        this.moves = moves;
        this.cuts = cuts;
        this.versions = versions;
        this.calm = versions.write(undisturbed);
    }

    /// @return empty with findings if a move spoils the case
    static Outcome<AttackedVersions> of(
            CaseFile file,
            List<RivalMove> moves,
            Balancer.Fitted fitted,
            SolveOptions options,
            ProgressReport progress) {
        Set<Integer> cuts = new TreeSet<>();
        moves.forEach(move -> cuts.addAll(CaseResolver.cuts(RivalMoves.scenario(List.of(move)))));
        Outcome<ResolvedCase> undisturbed =
                CaseResolver.resolve(file, Optional.empty(), WithoutScenarioFlows.UNKNOWN, cuts);
        Outcome<ResolvedCase> tightest = resolve(file, moves, cuts);
        List<Finding> findings = new ArrayList<>();
        if (undisturbed.clean().isEmpty()) {
            return Outcome.failed(undisturbed.findings());
        }
        SupplyCase calm = undisturbed.clean().get().supply();
        List<SupplyCase> alone = new ArrayList<>();
        for (int j = 0; j < moves.size(); j++) {
            Deadline.present().check();
            progress.at(new Text("reading the moves", "手を読み込み中"), j, moves.size());
            Outcome<ResolvedCase> one = resolve(file, List.of(moves.get(j)), cuts);
            one.findings().stream()
                    .filter(found -> !undisturbed.findings().contains(found))
                    .forEach(findings::add);
            one.clean().ifPresent(found -> alone.add(found.supply()));
        }
        if (alone.size() < moves.size()) {
            return Outcome.failed(findings);
        }
        ProgramVersions versions = ProgramVersions.of(
                calm, tightest.clean().map(ResolvedCase::supply).orElse(calm), fitted, options);
        AttackedVersions all = new AttackedVersions(file, moves, cuts, versions, calm);
        alone.forEach(one -> all.single.add(MoveEffect.between(all.calm, versions.write(one))));
        all.sort();
        return Outcome.of(all, new ArrayList<>(new HashSet<>(findings)));
    }

    private static Outcome<ResolvedCase> resolve(CaseFile file, List<RivalMove> moves, Set<Integer> cuts) {
        return CaseResolver.resolve(file, Optional.of(RivalMoves.scenario(moves)), WithoutScenarioFlows.UNKNOWN, cuts);
    }

    /// Which moves clash, and which could make the answer cheaper.
    private void sort() {
        for (int j = 0; j < moves.size(); j++) {
            clashing.add(new BitSet());
            mixed.set(j, !single.get(j).hardens(calm.program()));
        }
        for (int a = 0; a < moves.size(); a++) {
            for (int b = a + 1; b < moves.size(); b++) {
                if (single.get(a).clashes(single.get(b))) {
                    clashing.get(a).set(b);
                    clashing.get(b).set(a);
                    mixed.set(a);
                    mixed.set(b);
                }
            }
        }
    }

    ProgramVersions.Written calm() {
        return calm;
    }

    int[] levels() {
        return versions.levels();
    }

    List<RivalMove> moves() {
        return moves;
    }

    /// Moves of which it is not certain that they can only make the answer dearer, whatever other moves are
    /// made.
    BitSet mixed() {
        return mixed;
    }

    MoveEffect alone(int move) {
        return single.get(move);
    }

    /// Of moves that each change nothing beside a set: those that also together change nothing, since none
    /// clashes with another or with the set.
    BitSet apart(BitSet idle, BitSet set) {
        BitSet kept = new BitSet();
        for (int j = idle.nextSetBit(0); j >= 0; j = idle.nextSetBit(j + 1)) {
            if (!clashing.get(j).intersects(set) && !clashing.get(j).intersects(kept)) {
                kept.set(j);
            }
        }
        return kept;
    }

    /// The effects that together are the set's: those of single moves, and of moves that clash one of all of
    /// them.
    List<MoveEffect> effects(BitSet set) {
        List<MoveEffect> parts = new ArrayList<>();
        BitSet left = (BitSet) set.clone();
        for (int j = left.nextSetBit(0); j >= 0; j = left.nextSetBit(j + 1)) {
            BitSet group = new BitSet();
            gather(j, set, group);
            left.andNot(group);
            parts.add(group.cardinality() == 1 ? single.get(j) : joint(group));
        }
        return parts;
    }

    private void gather(int move, BitSet set, BitSet group) {
        if (group.get(move)) {
            return;
        }
        group.set(move);
        BitSet beside = (BitSet) clashing.get(move).clone();
        beside.and(set);
        beside.stream().forEach(other -> gather(other, set, group));
    }

    private MoveEffect joint(BitSet group) {
        MoveEffect known = joint.get(group);
        if (known == null) {
            known = MoveEffect.between(calm, versions.write(supply(group)));
            joint.put((BitSet) group.clone(), known);
        }
        return known;
    }

    /// Whether the moves can only make the answer dearer and none clashes with another.
    boolean plain(BitSet set) {
        return !set.intersects(mixed)
                && set.stream().noneMatch(j -> clashing.get(j).intersects(set));
    }

    /// Effects as hard as those of any subset, entry by entry; empty where that cannot be said.
    Optional<List<MoveEffect>> hardest(BitSet set) {
        if (plain(set)) {
            return Optional.of(effects(set));
        }
        boolean unsaid = set.stream()
                .anyMatch(j -> single.get(j).structure()
                        || (!moves.get(j).stacks() && clashing.get(j).intersects(set))
                        || clashing.get(j).stream()
                                .anyMatch(i -> set.get(i) && !moves.get(i).stacks()));
        if (unsaid) {
            return Optional.empty();
        }
        List<MoveEffect> hardest = new ArrayList<>();
        BitSet left = (BitSet) set.clone();
        for (int j = left.nextSetBit(0); j >= 0; j = left.nextSetBit(j + 1)) {
            BitSet group = new BitSet();
            gather(j, set, group);
            left.andNot(group);
            List<MoveEffect> members = new ArrayList<>();
            group.stream().forEach(one -> members.add(single.get(one)));
            if (members.size() > 1) {
                MoveEffect all = joint(group);
                if (all.structure()) {
                    return Optional.empty();
                }
                members.add(all);
            }
            boolean reroutes = group.stream().anyMatch(one -> moves.get(one).reroutes());
            hardest.add(MoveEffect.hardest(members, calm.program(), reroutes));
        }
        return Optional.of(hardest);
    }

    /// The whole program of a set whose moves change more than numbers.
    ProgramVersions.Written whole(BitSet set) {
        return versions.write(supply(set));
    }

    /// The case under some moves, on the clock of all of them; empty if they spoil it together.
    Optional<SupplyCase> resolved(List<Integer> set) {
        return resolve(file, set.stream().map(moves::get).toList(), cuts)
                .clean()
                .map(ResolvedCase::supply);
    }

    private SupplyCase supply(BitSet set) {
        List<RivalMove> made = set.stream().mapToObj(moves::get).toList();
        return resolve(file, made, cuts)
                .clean()
                .orElseThrow(AttackCosts.Unproved::new)
                .supply();
    }
}
