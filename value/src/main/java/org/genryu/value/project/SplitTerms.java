package org.genryu.value.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// By which tiers is what owners get shared among the parties? As the sheet says it; the waterfall itself
/// is the business of the room `share`.
///
/// @param tiers in order; the last shares the rest, or the only one is a memorandum
public record SplitTerms(List<Tier> tiers) {
    public SplitTerms {
        tiers = List.copyOf(tiers);
    }

    /// Rates are yearly; shares sum to 1.
    public sealed interface Tier {
        record Capital() implements Tier {}

        record Preferred(double rate) implements Tier {}

        record CatchUp(String party, double carry, double rate) implements Tier {}

        record Hurdle(String party, double rate, Map<String, Double> shares) implements Tier {}

        record Rest(Map<String, Double> shares) implements Tier {}

        /// @param reading `running-balance`, `fixed-at-signing` or `interest-only`
        record Memorandum(String payer, String other, double rate, int tenor, String reading, double later)
                implements Tier {}
    }

    /// Everybody that a tier names, in order.
    public List<String> parties() {
        Set<String> parties = new LinkedHashSet<>();
        for (Tier tier : tiers) {
            switch (tier) {
                case Tier.Capital _, Tier.Preferred _ -> {}
                case Tier.CatchUp(String party, var _, var _) -> parties.add(party);
                case Tier.Hurdle(String party, var _, Map<String, Double> shares) -> {
                    parties.add(party);
                    parties.addAll(shares.keySet());
                }
                case Tier.Rest(Map<String, Double> shares) -> parties.addAll(shares.keySet());
                case Tier.Memorandum(String payer, String other, var _, var _, var _, var _) -> {
                    parties.add(payer);
                    parties.add(other);
                }
            }
        }
        return List.copyOf(parties);
    }
}
