package org.genryu.balance;

import java.util.List;
import java.util.Optional;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Explanation;
import org.genryu.core.Finding;
import org.genryu.solve.Solution;

/// A balanced world: what every plant, lane and store does in every period, who runs short, and the prices that prove
/// it.
/// Everything is by [thing][period]; quantities are amounts of the period, levels are at its end.
///
/// @param of the case that was balanced
/// @param objective [currency] discounted cost less the discounted value served to demand curves, without calibration
/// terms
/// @param calibration how the base year was met; empty for a plain balance
public record Balance(
        SupplyCase of,
        double objective,
        Quantities quantities,
        Markets markets,
        Optional<Calibration> calibration,
        Account account) {

    /// @param activity by process [units of activity]
    /// @param built capacity added by a candidate process [activity/year]
    /// @param flow by lane, as sent [units]
    /// @param level by store [units]
    /// @param wanted by demand: the amount asked for, at the reference price where demand reacts to price [units]
    /// @param served by demand [units]
    /// @param returned by return: scrap that comes back [units]
    public record Quantities(
            double[][] activity,
            double[][] built,
            double[][] flow,
            double[][] level,
            double[][] wanted,
            double[][] served,
            double[][] returned) {}

    /// The places where a commodity is made, used, stored, wanted or passes: one balance and one price each.
    ///
    /// @param price [currency/unit] the dual of the balance without discount and period length
    /// @param low what one unit less would save: the lower end where the optimum lies at a kink; minus infinity: no
    /// limit, or not worked out
    /// @param high what one unit more would cost: the upper end; infinity: not to be had at any cost, or not worked
    /// out
    /// @param disposed thrown away [units]
    public record Markets(
            int[] place, int[] commodity, double[][] price, double[][] low, double[][] high, double[][] disposed) {
        public int size() {
            return place.length;
        }

        /// Index of the market, or -1.
        public int find(int atPlace, int ofCommodity) {
            for (int m = 0; m < place.length; m++) {
                if (place[m] == atPlace && commodity[m] == ofCommodity) {
                    return m;
                }
            }
            return -1;
        }
    }

    /// The base year beside what was observed.
    ///
    /// @param compared one row for each observed activity, flow and price, and for each demand that they cannot supply
    /// @param distance Σ|model - observed| / Σ observed over activities and flows of the base year [fraction]
    public record Calibration(List<Compared> compared, double distance) {}

    /// @param kind `activity`, `flow`, `price`, or `demand` where the figures of the base year cannot supply it
    /// @param id process, route or demand, or `place/commodity`
    /// @param wedge [currency/unit] what had to be added to the cost so that the observation is a best answer
    public record Compared(String kind, String id, double observed, double model, double wedge) {}

    /// The identities of the run and who earns what. All in discounted currency.
    ///
    /// @param payments what is paid, at the prices, for what the case fixes, less what it gives free; equals costs
    /// + rents
    /// @param costs of the program: activity, freight, tariff, disposal, storage, building and shortage, less the
    /// value
    ///     demand curves are served, plus calibration terms
    /// @param rents what scarce capacity, stocks and reserves earn
    /// @param zeroProfit largest profit left to a thing strictly inside its limits, relative to its cost
    /// @param welfare value served less real costs; equals the sum of profits and surpluses over the countries
    /// @param byOwner profit by owner of processes and stores
    /// @param byCountry profit and consumer surplus by country
    public record Account(
            double payments,
            double costs,
            double rents,
            double zeroProfit,
            double welfare,
            List<Share> byOwner,
            List<Share> byCountry) {}

    public record Share(String who, double profit, double consumerSurplus) {}

    /// What came with the answer.
    /// @param columns of the program, as `rows` and `entries`
    /// @param notes what a reader of the numbers should know
    public record Proof(
            Solution.Certificate certificate,
            Solution.Run run,
            int columns,
            int rows,
            int entries,
            Seconds seconds,
            List<Finding> notes) {}

    /// @param build writing the arrays [s]
    /// @param handOver giving them to the solver [s]
    /// @param solve the solver's runs [s]
    public record Seconds(double build, double handOver, double solve) {}

    /// The story of one price: which supplier is marginal, which limits make the price.
    public interface Explainer {
        Optional<Explanation> price(int market, int period);
    }
}
