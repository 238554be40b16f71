package org.genryu.stress.worst;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Finding;
import org.genryu.core.Text;

/// The moves of the other side that cost the operator most, with the proof, and what making some of them
/// impossible is worth. Damage is the rise of the least cost over the calm world, with demand curves the
/// welfare that is lost [currency, discounted]; infinite where some demand that must be served no longer can
/// be.
///
/// @param moves all that it could do; sets are indices into this list, rising
/// @param calm least cost of the calm world: the objective of its balance
/// @param curve the worst set of at most k moves, k = 0, 1, …
/// @param alternatives the next best sets of at most as many moves, dearest first
/// @param unique whether no other set does as much damage, within the last digits of the solver
/// @param nested whether each worst set holds the one before it, so that the best first moves do not depend
/// on how many follow
/// @param defences the best answer with d moves made impossible, d = 0, 1, …; only the first without a
/// question for more
/// @param losers who has less than in the calm world under the worst set, the largest loss first; empty where
/// that world has no answer
/// @param work what it took
/// @param notes what a reader should know of the moves
public record WorstCut(
        List<RivalMove> moves,
        double calm,
        List<Attack> curve,
        List<Attack> alternatives,
        boolean unique,
        boolean nested,
        List<Defence> defences,
        Optional<List<Loss>> losers,
        Work work,
        List<Finding> notes) {
    public WorstCut {
        moves = List.copyOf(moves);
        curve = List.copyOf(curve);
        alternatives = List.copyOf(alternatives);
        defences = List.copyOf(defences);
        notes = List.copyOf(notes);
    }

    /// @param most moves that might be made
    /// @param moves those of the worst set found
    /// @param damage what it does
    /// @param bound no set of that many moves does more; infinity where nothing was proved
    public record Attack(int most, List<Integer> moves, double damage, double bound) {
        public Attack {
            moves = List.copyOf(moves);
        }

        /// How far the proof is from closed [fraction of the damage, of 1 where it is less].
        public double gap() {
            return bound == damage ? 0 : (bound - damage) / Math.max(1, Math.abs(damage));
        }

        public boolean isProved() {
            return gap() <= WorstCuts.PROVED;
        }
    }

    /// @param most moves that might be made impossible
    /// @param prevented those that are
    /// @param left what the other side does then, at worst: its bound bounds the damage left from above
    /// @param least no choice of so many leaves less damage than this; the bound from below
    public record Defence(int most, List<Integer> prevented, Attack left, double least) {
        public Defence {
            prevented = List.copyOf(prevented);
        }

        /// How far the proof is from closed [fraction of the damage left, of 1 where it is less].
        public double gap() {
            return left.bound() == least ? 0 : (left.bound() - least) / Math.max(1, Math.abs(left.damage()));
        }

        public boolean isProved() {
            return gap() <= WorstCuts.PROVED;
        }
    }

    /// @param country ISO 3166 two-letter code, or the id of a place without a country
    /// @param name for people
    /// @param change of what its producers, users and state have, discounted [currency]; below 0 a loss
    public record Loss(String country, Text name, double change) {}

    /// @param solves least costs that were worked out
    /// @param columns of the program, as `rows`
    /// @param seconds by what was done
    public record Work(int solves, int columns, int rows, Seconds seconds) {}

    /// @param prepare reading the moves and writing their programs [s]
    /// @param search finding and proving [s]
    /// @param tell what the worst set means for whom [s]
    public record Seconds(double prepare, double search, double tell) {}

    /// The worst set of all.
    public Attack worst() {
        return curve.getLast();
    }
}
