package org.genryu.stress.month;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Text;

/// All stocks of the monthly world: those that the case names, those that users and plants keep by custom,
/// and those that a measure lays in.
///
/// @param all in this order
public record WorldStocks(List<Pile> all) {
    public WorldStocks {
        all = List.copyOf(all);
    }

    /// Who keeps it, and when it opens. COMMERCIAL follows prices; STRATEGIC opens in an emergency alone;
    /// USERS and PRODUCERS are the custom of those who use it and of plants that take it in.
    public enum Tier {
        COMMERCIAL,
        STRATEGIC,
        USERS,
        PRODUCERS;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// When a strategic stock opens.
    public sealed interface Release {
        /// A use at the place gets less than in the calm world.
        record Shortage() implements Release {}

        record Always() implements Release {}

        /// The price stands above the calm one by more than this [fraction].
        record Price(double above) implements Release {}

        /// The other stocks at the place hold less than so many days of its use at the start of the month.
        record Cover(double days) implements Release {}

        /// The other stocks at the place hold less than this at the start of the month [units].
        record Amount(double level) implements Release {}
    }

    /// One stock.
    ///
    /// @param id as the case or the measure names it
    /// @param name for people
    /// @param place index
    /// @param commodity index
    /// @param market index into the markets of the calm balance
    /// @param store index of the row of `stores`; -1 if no row stands behind it
    /// @param calm whether it stands in the calm world too; one that a measure lays in does not
    /// @param usual level that it returns to where no row stands behind it [units]
    /// @param since month of the clock from which it is laid in; 0 or less: it stands when the clock starts
    /// @param opening level at the start [units]
    /// @param room most that it can hold where no row stands behind it [units]
    /// @param rate most that leaves or returns within a month [units]
    /// @param release of a strategic stock
    /// @param partners countries whose emergencies it opens for; its own place is always among them
    /// @param laid measure that lays it in; empty if none does
    public record Pile(
            String id,
            Text name,
            Tier tier,
            int place,
            int commodity,
            int market,
            int store,
            boolean calm,
            double usual,
            int since,
            double opening,
            double room,
            double rate,
            Release release,
            List<String> partners,
            Optional<Action> laid) {}
}
