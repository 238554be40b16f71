package org.genryu.share.contract;

import java.util.List;
import org.genryu.core.Check;

/// What does a contract promise each party over many futures, what would be fair, and which terms would
/// make it so? Fair is the party's part, by weights, of what all parties together may expect beyond what
/// each would have without the contract, which is nil.
///
/// @param futures how many
/// @param outcomes worth to each party over the futures [currency]
/// @param weights by party; their sum is 1
/// @param terms one term at a time, all others as they are, moved until the first party has its fair part
public record FairSplitAccount(
        List<String> parties, int futures, List<FairTerms.Outcome> outcomes, double[] weights, List<Solved> terms) {
    public FairSplitAccount {
        parties = List.copyOf(parties);
        outcomes = List.copyOf(outcomes);
        terms = List.copyOf(terms);
        Check.that(
                outcomes.size() == parties.size() && weights.length == parties.size(),
                "Split: %s outcomes and %s weights for %s parties.",
                outcomes.size(),
                weights.length,
                parties.size());
        weights = weights.clone();
    }

    /// @param name of the term as the sheet writes it, such as `memorandum.later`
    /// @param now as the sheet has it
    public record Solved(String name, double now, FairTerms.Term answer) {}

    /// What all parties may expect together [currency].
    public double together() {
        return outcomes.stream().mapToDouble(FairTerms.Outcome::mean).sum();
    }

    /// [currency]
    public double fair(int party) {
        return weights[party] * together();
    }
}
