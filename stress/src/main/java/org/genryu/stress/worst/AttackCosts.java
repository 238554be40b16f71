package org.genryu.stress.worst;

import java.util.BitSet;

/// What does the operator's best answer cost when the other side makes these moves?
interface AttackCosts {
    /// The operator's best answer to a set of moves.
    ///
    /// @param cost [currency, discounted]; infinity if there is no answer
    /// @param idle moves beside the set that this answer obeys already: made too, they would change nothing
    /// @param relief by move of the set: without it the cost falls by at most about so much [currency]; a
    /// guide, no proof
    record Answer(double cost, BitSet idle, double[] relief) {}

    /// With exactly these moves.
    /// @throws Unproved if the solver came to no answer that could be proved
    Answer answer(BitSet moves);

    /// No subset of the moves costs more: each limit as tight, each cost as high as any subset makes it. The
    /// same as [#answer] where every move can only make the answer dearer; infinity where nothing can be
    /// said.
    /// @throws Unproved if the solver came to no answer that could be proved
    Answer ceiling(BitSet moves);

    /// Moves with which the two differ.
    BitSet mixed();

    /// The solver came to no answer that could be proved.
    final class Unproved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unproved() {
            super("no proved answer", null, false, false);
        }
    }
}
