package org.genryu.balance.origin;

import java.util.List;
import java.util.Locale;
import org.genryu.casefile.SupplyCase;

/// Who stands behind what one place has of one commodity in one period.
///
/// Attribution by mixing, not causality: what a supplier's stop would do is answered by a balance without him.
///
/// @param place index, as `commodity` and `period`
/// @param amount what came in (made, arrived, drawn, returned), as mass of the substance [its unit]
/// @param tiers from the mine to the stage of the commodity itself
/// @param touched by country: part of the mass that was at any stage made, traded or landed in the country, the place
/// itself included [fraction]
/// @param straits by strait, in the order of [Trace#straits()]: part of the mass that was at any stage shipped through
/// [fraction]
public record Origin(
        int place, int commodity, int period, double amount, List<Tier> tiers, double[] touched, double[] straits) {

    /// @param stage `mine`, or a stage of commodities.csv
    /// @param share by source (see [ShareSources]): who did the stage on what came from the ground, the last time
    /// the mass passed it; sums to 1
    /// @param remade who did it, the last of all times, on scrap or on what is synthetic; only what is above 0
    public record Tier(String stage, double[] share, List<Remade> remade) {
        /// Of a stage that nobody did on scrap.
        public Tier(String stage, double[] share) {
            this(stage, share, List.of());
        }
    }

    /// @param feed NEW_SCRAP, OLD_SCRAP or SYNTHETIC
    /// @param share by country: part of the mass that came to the place by the country's plants on this feed, the
    /// last time it passed the stage [fraction]
    public record Remade(SupplyCase.Feed feed, double[] share) {
        /// Of all countries together [fraction].
        public double sum() {
            double sum = 0;
            for (double one : share) {
                sum += one;
            }
            return sum;
        }

        /// A stage with a feed, as in `exposure.csv`: `metal/old-scrap`.
        public static String stage(String stage, SupplyCase.Feed feed) {
            return stage + "/" + feed.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The part that countries did, known by name [fraction].
    public static double named(Tier tier, ShareSources sources) {
        double sum = 0;
        for (int k = 0; k < sources.countries().size(); k++) {
            sum += tier.share()[k];
        }
        return sum;
    }
}
