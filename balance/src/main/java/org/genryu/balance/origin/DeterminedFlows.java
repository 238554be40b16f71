package org.genryu.balance.origin;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.genryu.balance.Balance;
import org.genryu.balance.EquivalentBalances;

/// Of which substances are all flows of the first period the only ones at their cost? Shares of the others carry a
/// range.
///
/// @param all that the case has
/// @param determined those of them
public record DeterminedFlows(List<Substance> all, List<Substance> determined) {
    /// Columns of the program from which on nobody asks unasked: a solve would cost more than the answer is worth.
    private static final int LARGEST = 300_000;

    public DeterminedFlows {
        all = List.copyOf(all);
        determined = List.copyOf(determined);
    }

    /// Asks a balance; empty if its program is too large or no answer was found in time.
    ///
    /// @param kept the way to the other answers that cost the same
    public static Optional<DeterminedFlows> of(
            Balance balance, Balance.Proof proof, Supplier<EquivalentBalances> kept) {
        if (proof.columns() > LARGEST) {
            return Optional.empty();
        }
        List<Substance> all = Tracing.of(balance).substances();
        try (EquivalentBalances ties = kept.get()) {
            return ShareRanges.determined(balance, all, ties).map(found -> new DeterminedFlows(all, found));
        }
    }

    /// Whether the flows of the substance are the only ones.
    public boolean holds(Substance substance) {
        return determined.stream()
                .anyMatch(one ->
                        one.element().equals(substance.element()) && one.group().equals(substance.group()));
    }
}
