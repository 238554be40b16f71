package org.genryu.stress.worst;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.genryu.core.Deadline;

/// Which at most k moves cost the operator most? Proved, without trying every set.
///
/// A set U none of whose subsets costs more than the best set known is beaten, and with it all its subsets:
/// one solve settles as many sets of k moves as fit into U. A set that is not beaten must leave every beaten
/// one, that is, hold a move outside of it; the search looks for such a set (a hitting set of the
/// complements), lets it grow while it seems to stay beaten, and solves that. When no such set is left, the
/// best one is proved. Moves that the operator's answer obeys anyway come into U for nothing.
final class AttackSearch {
    /// A set and its cost.
    record Found(BitSet moves, double cost) {}

    /// @param best dearest first; at most as many as were asked for, none of them another with moves that add
    /// nothing
    /// @param bound no set that may be made costs more [currency]; infinity if it ended before anything was
    /// proved
    record Answer(List<Found> best, double bound) {}

    private final KnownAttacks known;
    private final Predicate<BitSet> allowed;

    /// @param allowed which sets may be made at all; all subsets of such a set may be
    AttackSearch(AttackCosts costs, int[] moves, Predicate<BitSet> allowed) {
        this.known = new KnownAttacks(costs, moves);
        this.allowed = allowed;
    }

    double calm() {
        return known.calm();
    }

    /// The best `wanted` sets of at most `k` moves of those that may be made.
    Answer best(int k, int wanted, BitSet barred) {
        return new Hunt(k, wanted, barred).run();
    }

    /// One question that is being answered.
    private final class Hunt {
        private final int k;
        private final int wanted;
        private final int[] moves;
        private final List<Found> best = new ArrayList<>();
        private final List<BitSet> beaten = new ArrayList<>();
        private final List<Found> above = new ArrayList<>();
        private final Set<BitSet> offered = new HashSet<>();
        private final OpenSets open;

        Hunt(int k, int wanted, BitSet barred) {
            this.k = k;
            this.wanted = wanted;
            this.moves = java.util.Arrays.stream(known.moves())
                    .filter(j -> !barred.get(j))
                    .toArray();
            this.open = new OpenSets(moves, k, allowed);
            known.settled().forEach(set -> {
                if (set.cardinality() <= k && !set.intersects(barred) && allowed.test(set)) {
                    offer(set);
                }
            });
            known.ceilings().forEach(this::settle);
        }

        private double floor() {
            return best.size() < wanted
                    ? Double.NEGATIVE_INFINITY
                    : best.getLast().cost();
        }

        private boolean isBeaten(double cost) {
            double floor = floor();
            return cost <= floor || KnownAttacks.same(cost, floor);
        }

        /// Takes a set in whose ceiling was found.
        private void settle(BitSet set, AttackCosts.Answer answer) {
            BitSet full = (BitSet) set.clone();
            full.or(answer.idle());
            if (isBeaten(answer.cost())) {
                cover(full);
            } else {
                above.add(new Found(full, answer.cost()));
            }
        }

        private void cover(BitSet set) {
            for (BitSet other : beaten) {
                if (KnownAttacks.contains(other, set)) {
                    return;
                }
            }
            beaten.removeIf(other -> KnownAttacks.contains(set, other));
            beaten.add((BitSet) set.clone());
            open.cover(set);
        }

        /// Solves a set that may be made, and keeps it if it is among the best.
        private void offer(BitSet set) {
            double cost = known.exact(set);
            offered.add((BitSet) set.clone());
            open.cover(set);
            double before = floor();
            if (best.stream().noneMatch(other -> isOther(set, other.moves()) && same(cost, other))) {
                best.removeIf(other -> isOther(other.moves(), set) && same(cost, other));
                best.add(new Found((BitSet) set.clone(), cost));
                best.sort(Comparator.comparingDouble((Found f) -> -f.cost())
                        .thenComparing(f -> f.moves().cardinality())
                        .thenComparing(f -> f.moves().toString()));
                while (best.size() > wanted) {
                    best.removeLast();
                }
            }
            Optional.ofNullable(known.ceilings().get(set)).ifPresent(answer -> settle(set, answer));
            if (floor() < before) {
                beaten.clear();
                above.clear();
                known.ceilings().forEach(this::settle);
            } else if (floor() > before) {
                List<Found> now =
                        above.stream().filter(one -> isBeaten(one.cost())).toList();
                above.removeAll(now);
                now.forEach(one -> cover(one.moves()));
            }
        }

        /// Whether a set is another one with some moves more, or that itself.
        private boolean isOther(BitSet set, BitSet other) {
            return KnownAttacks.contains(set, other);
        }

        private boolean same(double cost, Found other) {
            return KnownAttacks.same(cost, other.cost());
        }

        Answer run() {
            try {
                for (Optional<BitSet> next = unbeaten(); next.isPresent(); next = unbeaten()) {
                    if (Deadline.present().passed()) {
                        return new Answer(List.copyOf(best), ceiling());
                    }
                    step(next.get());
                }
            } catch (Deadline.TimeUp _) {
                return new Answer(List.copyOf(best), ceiling());
            }
            double bound = best.getFirst().cost();
            return new Answer(List.copyOf(best), known.hasHole() ? ceiling() : bound);
        }

        /// When the search is cut short: the least cost of a known set that holds all moves.
        private double ceiling() {
            double least = Double.POSITIVE_INFINITY;
            for (Map.Entry<BitSet, AttackCosts.Answer> one : known.ceilings().entrySet()) {
                BitSet full = (BitSet) one.getKey().clone();
                full.or(one.getValue().idle());
                boolean all = java.util.Arrays.stream(moves).allMatch(full::get);
                least = all ? Math.min(least, one.getValue().cost()) : least;
            }
            return least;
        }

        private void step(BitSet seed) {
            if (!isBeaten(known.guess(seed))) {
                attempt(seed);
                offer(seed);
                if (!beatenBy(seed)) {
                    return;
                }
            }
            BitSet set = grown(seed);
            while (!attempt(set)) {
                if (set.equals(seed)) {
                    offer(seed);
                    return;
                }
                known.learn(false);
                set = shrunk(set, seed);
            }
            known.learn(true);
        }

        /// Whether the ceiling of the seed itself is beaten, so that it may grow.
        private boolean beatenBy(BitSet seed) {
            return known.ceiling(seed).map(answer -> isBeaten(answer.cost())).orElse(false);
        }

        /// Whether the set turns out to be beaten.
        private boolean attempt(BitSet set) {
            Optional<AttackCosts.Answer> answer = known.ceiling(set);
            answer.ifPresent(found -> settle(set, found));
            return answer.isPresent() && isBeaten(answer.get().cost());
        }

        /// Adds what settles most for its weight, while the whole seems to stay beaten.
        private BitSet grown(BitSet seed) {
            BitSet set = (BitSet) seed.clone();
            double least = 1e-12;
            for (int j : moves) {
                least += known.alone(j) / moves.length / 20;
            }
            BitSet refused = new BitSet();
            while (true) {
                double[] gain = open.gain(set);
                int choice = -1;
                double most = 0;
                for (int j : moves) {
                    double score = gain[j] / (known.alone(j) + least);
                    if (!set.get(j) && !refused.get(j) && score > most) {
                        most = score;
                        choice = j;
                    }
                }
                if (choice < 0) {
                    return set;
                }
                set.set(choice);
                if (!isBeaten(known.guess(set))) {
                    set.clear(choice);
                    refused.set(choice);
                }
            }
        }

        /// Takes out the moves whose limits are worth most until the rest seems to be beaten; at least one.
        private BitSet shrunk(BitSet set, BitSet seed) {
            double[] relief = known.ceiling(set).map(AttackCosts.Answer::relief).orElse(new double[0]);
            BitSet less = (BitSet) set.clone();
            do {
                int heaviest = -1;
                for (int j = less.nextSetBit(0); j >= 0; j = less.nextSetBit(j + 1)) {
                    if (!seed.get(j) && (heaviest < 0 || weight(relief, j) > weight(relief, heaviest))) {
                        heaviest = j;
                    }
                }
                if (heaviest < 0) {
                    return less;
                }
                less.clear(heaviest);
            } while (!isBeaten(known.guess(less)));
            return less;
        }

        private double weight(double[] relief, int move) {
            return move < relief.length ? relief[move] : known.alone(move);
        }

        /// A set that may be made and is within no beaten one.
        private Optional<BitSet> unbeaten() {
            beaten.sort(Comparator.comparingInt((BitSet one) -> -one.cardinality()));
            BitSet set = new BitSet();
            return hit(set, new BitSet(), 0) ? Optional.of(set) : Optional.empty();
        }

        private boolean hit(BitSet set, BitSet barred, int from) {
            int at = from;
            while (at < beaten.size() && !KnownAttacks.contains(beaten.get(at), set)) {
                at++;
            }
            if (at == beaten.size() && !offered.contains(set) && !known.isPadded(set)) {
                return true;
            }
            if (set.cardinality() == k) {
                return false;
            }
            BitSet tried = (BitSet) barred.clone();
            for (int j : moves) {
                if (tried.get(j)
                        || set.get(j)
                        || (at < beaten.size() && beaten.get(at).get(j))) {
                    continue;
                }
                set.set(j);
                if (allowed.test(set) && hit(set, tried, at)) {
                    return true;
                }
                set.clear(j);
                tried.set(j);
            }
            return false;
        }
    }
}
