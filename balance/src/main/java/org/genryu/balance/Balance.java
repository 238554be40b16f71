package org.genryu.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.solve.Solution;

/// A balanced world: what every plant, lane and store does in every period, who runs short, and the prices that prove
/// it. Everything is by [thing][period]; quantities are amounts of the period, levels are at its end.
///
/// @param of the case that was balanced
/// @param objective [currency] what the program makes least, discounted: costs, shortage costs and residuals less the
/// area under the demand curves that is served. Not a cost: that and the welfare are in the account
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

        /// Whether both ends of a price are known and lie together within a part of it [fraction].
        public boolean isSingle(int m, int t, double within) {
            return high[m][t] - low[m][t] <= within * Math.abs(price[m][t]);
        }

        /// How many prices are one number so.
        public long single(double within) {
            return IntStream.range(0, size())
                    .mapToLong(m -> IntStream.range(0, price[m].length)
                            .filter(t -> isSingle(m, t, within))
                            .count())
                    .sum();
        }

        /// Price of a commodity in a period, the mean of its places; one below zero counts as zero
        /// [currency/unit].
        public double mean(int ofCommodity, int t) {
            return IntStream.range(0, size())
                    .filter(m -> commodity[m] == ofCommodity)
                    .mapToDouble(m -> Math.max(0, price[m][t]))
                    .average()
                    .orElse(0);
        }

        /// Finds many: from place and commodity to the index of the market, or -1.
        public IntBinaryOperator finder() {
            // Twice as many slots as markets, a power of two; a market whose slot is taken goes to the next
            // free one.
            int mask = Integer.highestOneBit(Math.max(1, size())) * 4 - 1;
            int[] slots = new int[mask + 1];
            Arrays.fill(slots, -1);
            for (int m = 0; m < size(); m++) {
                int slot = slot(place[m], commodity[m]) & mask;
                while (slots[slot] >= 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = m;
            }
            return (at, of) -> {
                int slot = slot(at, of) & mask;
                while (slots[slot] >= 0 && !(place[slots[slot]] == at && commodity[slots[slot]] == of)) {
                    slot = slot + 1 & mask;
                }
                return slots[slot];
            };
        }

        private static int slot(int at, int of) {
            int mixed = (at * 31_337 + of) * 0x9e3779b9;
            return mixed ^ mixed >>> 16;
        }
    }

    /// The base year beside what was observed.
    ///
    /// @param compared one row for each observed activity, flow and price, and for each demand that they cannot
    /// supply
    /// @param distance Σ|model - observed| / Σ observed over activities and flows of the base year [fraction]
    public record Calibration(List<Compared> compared, double distance) {
        /// A figure that is met within so much is met [fraction].
        public static final double CLOSE = 0.01;

        /// How many rows are met.
        public long met() {
            return compared.stream().filter(Compared::isMet).count();
        }
    }

    /// @param kind `activity`, `flow`, `price`, or `demand` where the figures of the base year cannot supply it
    /// @param id process, route or demand, or `place/commodity`
    /// @param wedge [currency/unit] what had to be added to the cost so that the observation is a best answer
    public record Compared(String kind, String id, double observed, double model, double wedge) {
        /// Whether the model is within [Calibration#CLOSE] of what was observed.
        public boolean isMet() {
            return Math.abs(model - observed) <= Calibration.CLOSE * Math.abs(observed);
        }
    }

    /// The accounts of the run and who earns what, in discounted currency ([the method](docs/method/balance.md)):
    ///
    ///     payments = costs + rents + residual
    ///     welfare  = consumerSurplus + rents + tariffs
    ///
    /// @param payments Σ price·served: what users pay
    /// @param costs of activity, freight with tariff, storage, disposal and building; where the units of a thing
    /// differ, of all that work
    /// @param tariffs the part of the costs that states take
    /// @param shortage Σ shortage cost·short, of fixed demand; in no other sum
    /// @param rents what scarce capacity, sites and reserves, the cheaper units of a thing, and what lies or comes
    /// back for nothing (stocks
    ///     at the start, goods under way, scrap) earn, less what it costs to have to run or to keep
    /// @param residual what the data of the base year leave unexplained; 0 without calibration
    /// @param consumerSurplus area under the curve, or shortage cost·served, less what users pay; of a fixed demand
    /// without a shortage
    ///     cost nothing, since nobody said what it is worth
    /// @param zeroProfit largest profit or loss of any one thing that no limit explains, of what users pay or, if
    /// that
    ///     is less, of the costs [fraction]; 0 at an optimum
    /// @param byOwner profit by owner of processes and stores
    /// @param byCountry their profits sum to the rents, their surplus and tariffs to those of the account
    public record Account(
            double payments,
            double costs,
            double tariffs,
            double shortage,
            double rents,
            double residual,
            double consumerSurplus,
            double zeroProfit,
            List<Share> byOwner,
            List<Share> byCountry) {
        public double welfare() {
            return consumerSurplus + rents + tariffs;
        }
    }

    /// @param profit revenue less cost and residual
    /// @param tariffs taken at the border
    public record Share(String who, double profit, double consumerSurplus, double tariffs) {}

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
}
