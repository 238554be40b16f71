package org.genryu.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;

/// A case as the solver needs it: every id an index, every number converted to its column's unit, every planned
/// change, series and scenario already applied period by period. The tables are columns of plain arrays; all arrays
/// of a table have one entry a row.
///
/// Rates are per year (activity, flow, demand), amounts are stocks (levels), fractions lie in 0..1. An unlimited
/// capacity is positive infinity.
public record SupplyCase(Info info, World world, Industry industry, Routes routes, Use use, Stock stock) {

    /// @param home partners whose security the case is about, ids of countries
    /// @param rival whose moves the game considers, ids of countries
    /// @param discountRate [1/year]
    /// @param transit what happens to goods under way at both ends of the horizon
    public record Info(
            String id,
            Text title,
            Money money,
            List<String> home,
            List<String> rival,
            double discountRate,
            Periods periods,
            Transit transit) {
        /// The same on another clock.
        public Info on(Periods other) {
            return new Info(id, title, money, home, rival, discountRate, other, transit);
        }
    }

    /// @param currency such as `USD`
    /// @param priceYear year whose money all prices are in
    public record Money(String currency, int priceYear) {}

    /// Goods under way when the horizon begins and ends. OPEN: at the start the observed flows arrive, at the end
    /// what is under way is lost to the horizon. CYCLIC: what leaves at the end arrives at the start.
    public enum Transit {
        OPEN,
        CYCLIC
    }

    /// @param references published figures that a result is compared with
    public record World(
            Places places, Commodities commodities, Contents contents, Prices prices, References references) {}

    /// @param country ISO 3166 two-letter code or empty
    /// @param port id of the port of the sea network that its ships sail from; where no route of the case has a
    /// ship, only what the row names; or empty
    public record Places(
            IdList ids,
            Text[] names,
            String[] kind,
            String[] country,
            double[] latitude,
            double[] longitude,
            String[] port) {
        public int size() {
            return ids.size();
        }
    }

    /// @param disposal what happens to what nobody wants
    /// @param trade in which unit the trade quotes the price, if it is another
    public record Commodities(
            IdList ids,
            Text[] names,
            String[] unit,
            String[] stage,
            String[] group,
            Disposal[] disposal,
            List<Optional<TradeUnit>> trade) {
        public Commodities {
            trade = List.copyOf(trade);
        }

        public int size() {
            return ids.size();
        }
    }

    /// @param symbol such as `USD/MMBtu`
    /// @param factor what 1 currency/unit is in it
    public record TradeUnit(String symbol, double factor) {}

    /// Free disposal, disposal at a price, or none: three different cases.
    public sealed interface Disposal {
        /// @param cost [currency/unit]; 0 means it may be thrown away free
        record Costs(double cost) implements Disposal {}

        /// It must be used or sold.
        record Never() implements Disposal {}
    }

    /// The element inside a commodity.
    /// @param amount [kg/kg, or kg per unit]
    public record Contents(int[] commodity, String[] element, double[] amount) {
        public int size() {
            return amount.length;
        }
    }

    /// Observed prices of the first period that calibration reproduces.
    /// @param price [currency/unit]
    public record Prices(int[] place, int[] commodity, double[] price) {
        public int size() {
            return price.length;
        }
    }

    /// Published figures that a result is compared with; they change nothing.
    public record References(Reference[] rows) {
        public static final References NONE = new References(new Reference[0]);

        public int size() {
            return rows.length;
        }
    }

    /// @param place index; of a country it stands for all places of the country; -1: the world
    /// @param from index of the place of origin; -1: from everywhere
    /// @param goods what is counted
    /// @param period index of the period that it is compared with
    /// @param year that it was published for; 0 if not given
    /// @param value [units/year], [fraction] or [currency/unit], by measure
    /// @param tolerance of shares in points [fraction], of everything else relative [fraction]
    /// @param fitted whether the case was made from this figure, so that it must be met
    /// @param source ids of sources, joined by `;`
    public record Reference(
            String id,
            Measure measure,
            int place,
            int from,
            Goods goods,
            int period,
            int year,
            double value,
            double tolerance,
            boolean fitted,
            String source,
            String note) {}

    public enum Measure {
        /// What processes of the place make [units/year].
        PRODUCTION,
        /// That over what all places make [fraction].
        PRODUCTION_SHARE,
        /// What is sent from one place to the other [units/year].
        TRADE,
        /// That over all that the place takes in from outside [fraction].
        IMPORT_SHARE,
        /// Price at the place [currency/unit].
        PRICE
    }

    /// What a reference counts.
    ///
    /// @param label as the case writes it: a commodity, `group:<group>` or `*`
    /// @param commodities indices, stages already applied
    /// @param stages empty for all
    /// @param without stage whose use keeps a product from being counted; empty for none
    /// @param elements whose mass is counted instead of the amount; empty for the amount
    /// @param byValue whether amounts are weighed by price
    public record Goods(
            String label, int[] commodities, String[] stages, String without, String[] elements, boolean byValue) {}

    public record Industry(Recipes recipes, Processes processes) {}

    /// A recipe is the run of lines `first[r] .. first[r+1] - 1`.
    /// @param amount per unit of activity: above 0 made, below 0 used
    /// @param feed by recipe: what the case says that its mass comes from
    public record Recipes(IdList ids, int[] first, int[] commodity, double[] amount, Feed[] feed) {
        /// Of recipes that say nothing about their feed.
        public Recipes(IdList ids, int[] first, int[] commodity, double[] amount) {
            this(ids, first, commodity, amount, new Feed[ids.size()]);
            Arrays.fill(feed, Feed.UNSAID);
        }

        public int size() {
            return ids.size();
        }
    }

    /// What the mass of a recipe comes from. PRIMARY: the ground, or what was made of what came from there.
    /// SYNTHETIC: made where nature has none. NEW_SCRAP: what factories leave over of their own feed. OLD_SCRAP:
    /// what was used. UNSAID: the case does not say.
    public enum Feed {
        PRIMARY,
        SYNTHETIC,
        NEW_SCRAP,
        OLD_SCRAP,
        UNSAID
    }

    /// Plants and mines.
    public record Processes(
            IdList ids,
            int[] place,
            int[] recipe,
            String[] owner,
            Status[] status,
            Operation operation,
            Investment investment) {
        public int size() {
            return ids.size();
        }
    }

    public enum Status {
        OPERATING,
        BUILDING,
        PLANNED,
        CANDIDATE,
        CLOSED
    }

    /// @param capacity [activity/year]; 0 outside first..last and while closed
    /// @param cost [currency per unit of activity]
    /// @param minUse [fraction of capacity]
    /// @param observed [activity/year] in the first period; absent: not observed
    public record Operation(PeriodColumn capacity, PeriodColumn cost, PeriodColumn minUse, PeriodColumn observed) {}

    /// @param capex [currency per (activity/year)] of what a candidate builds
    /// @param life [years] over which capex is paid as an annuity
    /// @param reserve [units of activity] that can ever be run; absent: no limit
    public record Investment(PeriodColumn capex, PeriodColumn life, PeriodColumn reserve) {}

    /// Ways between two places. One row for each (route, commodity) that can be used: a lane.
    ///
    /// @param route index of the row in routes.csv; several lanes of one row share its capacity
    /// @param ids ids of the rows in routes.csv
    /// @param via straits by lane: as written, else those of the sea network
    /// @param ship ship type by lane, empty where the row names none; with the ports of both places the sea network
    /// draws the lane
    ///
    /// Parameters: eight columns of one table belong together.
    public record Routes(
            IdList ids, int[] route, int[] from, int[] to, int[] commodity, Lane lane, String[][] via, String[] ship) {
        /// Number of lanes.
        public int size() {
            return route.length;
        }
    }

    /// All by lane.
    /// @param cost [currency/unit]
    /// @param tariff [fraction of the price at origin]
    /// @param capacity [units/year] of the route as a whole
    /// @param loss [fraction], from 0 up to but not including 1
    /// @param days [days] under way
    /// @param observed [units/year] sent in the first period
    public record Lane(
            PeriodColumn cost,
            PeriodColumn tariff,
            PeriodColumn capacity,
            PeriodColumn loss,
            PeriodColumn days,
            PeriodColumn observed) {}

    public record Use(Demands demands, Returns returns, Bills bills, Sectors sectors) {}

    /// @param amount [units/year], growth already applied
    /// @param shortageCost [currency/unit] a unit short costs; absent: it must be served
    /// @param curve how demand reacts to price; empty: it does not
    /// @param past use before the first period
    ///
    /// Parameters: nine columns of one table belong together.
    public record Demands(
            IdList ids,
            int[] place,
            String[] use,
            int[] commodity,
            PeriodColumn amount,
            PeriodColumn shortageCost,
            Curve[] curve,
            String[] sector,
            Past past) {
        public int size() {
            return ids.size();
        }
    }

    /// Use before the first period, by demand: amount · (1 + growth)^-(years before it).
    ///
    /// @param amount [units/year] of the first period, without the scenario
    /// @param growth [1/year] that the row states; growth that series, changes or a scenario bring says nothing of
    /// the past
    public record Past(double[] amount, double[] growth) {}

    /// A demand curve through the reference point (amount of the period, price). `price` is the column of the whole
    /// table, so that demand d has the price `price.at(d, t)`.
    public sealed interface Curve {
        record Fixed() implements Curve {}

        /// P(q) = price (1 + (q/amount - 1)/elasticity)
        record Linear(PeriodColumn price, double elasticity) implements Curve {}

        /// P(q) = price (q/amount)^(1/elasticity)
        record IsoElastic(PeriodColumn price, double elasticity) implements Curve {}
    }

    /// Recycling of what was used.
    /// @param from commodity whose use at the place comes back
    /// @param to scrap commodity, one unit for each unit collected
    /// @param life how long it stays in use
    /// @param collection [fraction]
    public record Returns(String[] use, int[] place, int[] from, int[] to, Lifetime[] life, PeriodColumn collection) {
        public int size() {
            return use.length;
        }
    }

    /// @param mean [years]
    /// @param deviation [years]
    public record Lifetime(Shape shape, double mean, double deviation) {
        public enum Shape {
            FIXED,
            NORMAL,
            LOGNORMAL,
            WEIBULL
        }
    }

    public record Bills(String[] product, int[] commodity, double[] amount) {
        public int size() {
            return amount.length;
        }
    }

    /// @param valueAdded [currency/year]
    /// @param criticalShare [fraction] of output that stops without the use
    /// @param substitution [fraction] of the loss that can be avoided
    /// @param bufferDays [days] of own stock
    public record Sectors(
            IdList ids,
            int[] place,
            Text[] names,
            String[] use,
            double[] valueAdded,
            double[] criticalShare,
            double[] substitution,
            double[] bufferDays) {
        public int size() {
            return ids.size();
        }
    }

    /// Stocks. Levels are amounts at the end of a period.
    /// @param kind `commercial` or `strategic`
    /// @param levels the limits of the level
    /// @param cost [currency per unit and year]
    /// @param loss [fraction per year]
    public record Stock(
            IdList ids,
            int[] place,
            int[] commodity,
            String[] owner,
            String[] kind,
            Levels levels,
            PeriodColumn cost,
            PeriodColumn loss) {
        public int size() {
            return ids.size();
        }
    }

    /// @param start level before the first period, before any loss
    /// @param last level the last period must end with at least
    public record Levels(PeriodColumn capacity, double[] start, PeriodColumn least, double[] last) {}

    /// Index of the commodity, or empty.
    public Optional<Integer> commodity(String id) {
        int i = world.commodities().ids().find(id);
        return i < 0 ? Optional.empty() : Optional.of(i);
    }

    public Periods periods() {
        return info.periods();
    }

    /// The same on whole periods: each number is the mean over the parts of its period, and a limit of a level the
    /// one at its end.
    public SupplyCase whole() {
        return info.periods().cuts().isEmpty()
                ? this
                : new OtherClock(info.periods(), info.periods().whole()).of(this);
    }

    /// The same in months, a piece of a clock that is cut at each of them.
    /// @param first [months since the year 0]
    public SupplyCase months(int first, int count) {
        return new OtherClock(info.periods(), new Periods(Periods.Step.MONTH, first, count)).of(this);
    }
}
