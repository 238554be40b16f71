package org.genryu.share.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.share.game.CoalitionGame;
import org.genryu.share.game.GameTraits;

/// All fair splits of a game side by side: what each gives, who would leave it, which one to propose and
/// why.
///
/// The split to propose: Shapley's value where nobody would leave it, since it pays what each brings;
/// else the nucleolus where the core is not empty, since it is the split that is hardest to leave; else
/// the prenucleolus, with what it would take to hold all together. The core is read off the prenucleolus:
/// its largest complaint e* is the least core's, proved by its first level, and the core is empty if and
/// only if e* > 0.
///
/// @param nuclei the nucleolus, prenucleolus and per-capita nucleolus with their proofs
/// @param proposals in the order of [DivisionRule]; those with weights or blocs only where there are some
/// @param advice why `proposed` is
/// @param proposed rule of the split to propose
public record Division(
        CoalitionGame game,
        GameTraits traits,
        Options options,
        List<Nucleolus> nuclei,
        List<Proposal> proposals,
        Advice advice,
        DivisionRule proposed) {
    public Division {
        nuclei = List.copyOf(nuclei);
        proposals = List.copyOf(proposals);
    }

    /// @param weights above 0, by player
    /// @param blocs coalitions that share no player and together are all; empty for none
    public record Options(Optional<double[]> weights, List<Integer> blocs) {
        public static final Options NONE = new Options(Optional.empty(), List.of());

        public Options {
            blocs = List.copyOf(blocs);
        }
    }

    /// @param standing empty where the split is undefined
    public record Proposal(DivisionRule rule, Split split, Optional<Standing> standing) {
        public Optional<double[]> shares() {
            return split instanceof Split.Shares(double[] shares) ? Optional.of(shares) : Optional.empty();
        }
    }

    /// Why a split is proposed.
    public enum Advice {
        /// Shapley's value is in the core.
        SHAPLEY_HOLDS,
        /// Some coalition would leave Shapley's value; the core is not empty.
        ONLY_THE_CORE_HOLDS,
        /// Whatever the split, some coalition has more alone.
        NOTHING_HOLDS,
        /// All together have less than each alone.
        BETTER_APART,
        /// All together have just what each has alone.
        NOTHING_TO_GAIN
    }

    public static Division of(CoalitionGame game, Options options) {
        GameTraits traits = GameTraits.of(game);
        List<Nucleolus> nuclei = Arrays.stream(Nucleolus.Kind.values())
                .map(kind -> Nucleolus.of(game, kind))
                .toList();
        List<Proposal> proposals = new ArrayList<>();
        for (DivisionRule rule : DivisionRule.values()) {
            split(game, rule, options, nuclei).ifPresent(split -> proposals.add(proposal(game, rule, split)));
        }
        Advice advice = advice(game, traits, proposals);
        DivisionRule proposed = switch (advice) {
            case SHAPLEY_HOLDS, NOTHING_TO_GAIN -> DivisionRule.SHAPLEY;
            case ONLY_THE_CORE_HOLDS -> DivisionRule.NUCLEOLUS;
            case NOTHING_HOLDS, BETTER_APART -> DivisionRule.PRENUCLEOLUS;
        };
        return new Division(game, traits, options, nuclei, proposals, advice, proposed);
    }

    private static Proposal proposal(CoalitionGame game, DivisionRule rule, Split split) {
        Optional<Standing> standing = split instanceof Split.Shares(double[] shares)
                ? Optional.of(Standing.of(game, shares))
                : Optional.empty();
        return new Proposal(rule, split, standing);
    }

    private static Optional<Split> split(
            CoalitionGame game, DivisionRule rule, Options options, List<Nucleolus> nuclei) {
        double[] equal = new double[game.size()];
        Arrays.fill(equal, 1);
        return switch (rule) {
            case SHAPLEY -> Optional.of(new Split.Shares(Shapley.of(game)));
            case WEIGHTED_SHAPLEY ->
                options.weights().map(weights -> new Split.Shares(Shapley.weighted(game, weights)));
            case OWEN ->
                options.blocs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Split.Shares(Shapley.owen(game, options.blocs())));
            case NUCLEOLUS ->
                Optional.of(nuclei.get(Nucleolus.Kind.NUCLEOLUS.ordinal()).split());
            case PRENUCLEOLUS ->
                Optional.of(nuclei.get(Nucleolus.Kind.PRENUCLEOLUS.ordinal()).split());
            case PER_CAPITA_NUCLEOLUS ->
                Optional.of(nuclei.get(Nucleolus.Kind.PER_CAPITA.ordinal()).split());
            case TAU -> Optional.of(MarginalPoints.tau(game));
            case GATELY -> Optional.of(MarginalPoints.gately(game));
            case NASH -> Optional.of(new Split.Shares(MarginalPoints.surplus(game, equal)));
            case WEIGHTED_NASH ->
                options.weights().map(weights -> new Split.Shares(MarginalPoints.surplus(game, weights)));
        };
    }

    private static Advice advice(CoalitionGame game, GameTraits traits, List<Proposal> proposals) {
        boolean core = proposals.stream()
                .filter(one -> one.rule() == DivisionRule.PRENUCLEOLUS)
                .anyMatch(one -> one.standing().map(Standing::holds).orElse(false));
        if (!traits.imputations()) {
            return Advice.BETTER_APART;
        } else if (core && Math.abs(game.surplus()) <= game.tolerance()) {
            return Advice.NOTHING_TO_GAIN;
        } else if (proposals.getFirst().standing().orElseThrow().holds()) {
            return Advice.SHAPLEY_HOLDS;
        }
        return core ? Advice.ONLY_THE_CORE_HOLDS : Advice.NOTHING_HOLDS;
    }

    public Optional<Proposal> of(DivisionRule rule) {
        return proposals.stream().filter(one -> one.rule() == rule).findFirst();
    }

    /// The split to propose.
    public Proposal proposal() {
        return of(proposed).orElseThrow();
    }

    /// e*, the least that the largest complaint can be; the core is empty if and only if it is above 0.
    /// Empty where the solver has no proved answer, or there is one player [unit of the game].
    public Optional<Double> leastCore() {
        return game.size() == 1
                ? Optional.empty()
                : of(DivisionRule.PRENUCLEOLUS).flatMap(Proposal::standing).map(Standing::complaint);
    }

    /// Whether some split leaves nobody with a reason to leave.
    public boolean coreIsEmpty() {
        return leastCore().map(e -> e > game.tolerance()).orElse(false);
    }

    /// The corners of the core of three players, in order around it; empty for other games and where
    /// there is none.
    public List<double[]> corners() {
        return game.size() == 3 ? CoreTriangle.of(game) : List.of();
    }
}
