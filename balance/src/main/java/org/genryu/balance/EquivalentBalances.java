package org.genryu.balance;

import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance.Quantities;

/// The other answers of a balance that cost no more than the one that was given: what the data leave open.
///
/// Whoever asks which of an answer's consequences are determined needs nothing else of the program behind it.
public interface EquivalentBalances extends AutoCloseable {
    /// The range of a sum over answers that cost at most eps of what is spent more; empty if one of its ends was
    /// not found within twenty seconds.
    Optional<FlowRanges.Range> range(List<FlowRanges.Term> sum, double eps);

    /// The amounts of an answer that costs no more, with the sum as large as it can then be; empty if it was not
    /// found in time.
    Optional<Quantities> most(List<FlowRanges.Term> sum);

    /// Whether no other answer costs as little, as is known without a solve.
    boolean isUnique();

    @Override
    void close();
}
