package org.genryu.balance.risk;

import java.util.List;
import java.util.OptionalDouble;

/// Hoskins' index of a public widget: term_c = (share_c · risk_c)², index = Σ term_c / 10; missing risk 5.
///
/// It squares the risk as well as the share, so that it under-reads middling risks. Offered beside the others, never
/// averaged with them.
public final class HoskinsIndex {
    /// What the published form takes where a country has no score.
    public static final double MISSING = 5.0;

    private HoskinsIndex() {}

    /// @param share [fraction]
    /// @param risk 0..10; empty: no score
    public record Producer(double share, OptionalDouble risk) {}

    public static double index(List<Producer> producers) {
        FractionChecks.check("Hoskins' index", producers.stream().mapToDouble(Producer::share));
        producers.forEach(one ->
                FractionChecks.within("Hoskins' index", "a risk", one.risk().orElse(MISSING), 10));
        return producers.stream()
                        .mapToDouble(p -> p.share() * p.risk().orElse(MISSING))
                        .map(term -> term * term)
                        .sum()
                / 10;
    }
}
