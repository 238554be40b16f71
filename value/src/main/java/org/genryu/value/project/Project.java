package org.genryu.value.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.Money;
import org.genryu.value.price.PriceModel;

/// A project as the engine needs it: every number in the units below, every word understood, every reference found.
/// Made from a [TermSheet] by [TermSheet#resolve].
///
/// Money in units of the sheet's currency (never thousands or millions), amounts in the product's unit, time in months
/// counted from the valuation date (month 0 is its first month), rates as fractions a year, compounded annually.
public record Project(
        Header header, Timeline timeline, PlantTerms plant, Market market, Host host, FinanceTerms finance) {

    /// Can the ground give what the sheet promises? Warnings about its public figures, with their arithmetic.
    public List<ResourceChecks.Verdict> ground() {
        return ResourceChecks.judge(this);
    }

    /// Whether a floor of this price [currency/unit of the first product] is of another size than its
    /// market's.
    public Optional<Finding> doubtedFloor(double price) {
        return SheetDoubts.floor(this, price);
    }

    /// The same project with another market.
    public Project with(Market changed) {
        return new Project(header, timeline, plant, changed, host, finance);
    }

    /// The same project with another finance.
    public Project with(FinanceTerms changed) {
        return new Project(header, timeline, plant, market, host, changed);
    }

    /// What its prices, loans and supports are called.
    public SheetNames names() {
        return header.names;
    }

    /// Reads and resolves a sheet in one go.
    public static Outcome<Project> read(String file, String text) {
        return TermSheet.project(file, text);
    }

    /// @param builds what it is in the case
    /// @param warnings what the writer of the sheet doubts in words
    /// @param names of its prices, loans and supports
    public record Header(
            String id,
            Text title,
            Builds builds,
            Money money,
            Stage stage,
            Map<String, Source> sources,
            List<Text> warnings,
            SheetNames names) {
        public Header {
            sources = Map.copyOf(sources);
            warnings = List.copyOf(warnings);
        }
    }

    /// What of a case the project builds or is.
    ///
    /// @param processes ids of processes of the case, such as a mine and its refinery; may be empty
    /// @param line of the sheet that says so; 0 if none does
    public record Builds(List<String> processes, int line) {
        public Builds {
            processes = List.copyOf(processes);
        }
    }

    public enum Stage {
        CONCEPT,
        SCOPING,
        PREFEASIBILITY,
        FEASIBILITY,
        CONSTRUCTION,
        OPERATING
    }

    /// Where numbers come from.
    public record Source(
            String id,
            String title,
            String publisher,
            String url,
            String date,
            String reliability,
            String credibility) {}

    /// When things happen, and what a year of waiting costs.
    ///
    /// @param valuation month of the valuation date, months since the year 0
    /// @param buildStart [month] start of building
    /// @param buildMonths [month] length of building, 0 for a project in operation
    /// @param operateMonths [month] length of operation
    /// @param delayChance chance that completion is late
    /// @param delayMonths [month] how late, if late
    /// @param delayWithOverrun correlation of delay and overrun
    public record Timeline(
            Rates rates,
            int valuation,
            int buildStart,
            int buildMonths,
            int operateMonths,
            SheetFigure delayChance,
            SheetFigure delayMonths,
            SheetFigure delayWithOverrun) {
        public Timeline {
            Check.that(buildStart >= 0, "Timeline: build start is month %s; it must be 0 or more.", buildStart);
            Check.that(buildMonths >= 0, "Timeline: build is %s months; it must be 0 or more.", buildMonths);
            Check.that(operateMonths >= 1, "Timeline: operation is %s months; it must be 1 or more.", operateMonths);
        }

        /// A delay of an unbounded kind is held within all but one case in ten thousand.
        private static final double LONGEST = 0.9999;

        /// [month]
        public double longestDelay() {
            return delayChance.central() > 0 ? delayMonths.amount().quantile(LONGEST) : 0;
        }

        /// First month of operation without delay.
        public int operateStart() {
            return buildStart + buildMonths;
        }
    }

    /// Nominal rates, compounded annually.
    ///
    /// @param mid whether monthly flows fall at the middle of their month; else at its end (taxes always at the
    /// end)
    public record Rates(SheetFigure discount, SheetFigure riskless, SheetFigure inflation, boolean mid) {}

    /// The prices that the project meets, by name, and what moves together.
    public record Market(Map<String, Price> prices, List<Correlation> correlations) {
        public Market {
            prices = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(prices));
            correlations = List.copyOf(correlations);
        }

        /// The same market with another model for one price, such as the prices of a balance run by future.
        public Market with(String price, PriceModel model) {
            Price old = java.util.Objects.requireNonNull(prices.get(price), price);
            return with(price, model, old.real);
        }

        /// The same with a model whose money is that of the price year (real) or of the day.
        public Market with(String price, PriceModel model, boolean real) {
            Price old = java.util.Objects.requireNonNull(prices.get(price), price);
            Map<String, Price> changed = new java.util.LinkedHashMap<>(prices);
            changed.put(price, new Price(old.name, old.unit, model, real, old.of, old.origin));
            return new Market(changed, correlations);
        }
    }

    /// @param unit that the price is paid for, such as `t`; the model's numbers are in currency per this unit
    /// @param real whether it is in money of the price year and rises with inflation
    /// @param of the market of the case that it is the price of, such as `ndpr-oxide@JP`; may be empty
    public record Price(
            String name, String unit, PriceModel model, boolean real, String of, SheetFigure.Origin origin) {}

    /// @param first name of a price, `cost` (the overrun), `delay`, `stop` or `grade`
    public record Correlation(String first, String second, double value) {}

    /// What the state takes and what it may do.
    public record Host(Fiscal fiscal, Politics politics) {}

    public enum Losses {
        CARRY_FORWARD,
        NONE,
        FULL
    }

    public enum Write {
        STRAIGHT,
        DECLINING,
        UNIT_OF_PRODUCTION
    }

    /// @param nsr whether royalty falls on sales less variable costs; else on sales
    /// @param writeYears [yr] of the straight line
    /// @param writeRate [1/yr] of the declining balance
    /// @param taxCredit share of the capital cost
    /// @param rentTax rate on what exceeds the uplifted losses
    /// @param stateShare free share in what is distributed
    public record Fiscal(
            SheetFigure royalty,
            boolean nsr,
            SheetFigure tax,
            Write write,
            SheetFigure writeYears,
            SheetFigure writeRate,
            Losses losses,
            SheetFigure taxCredit,
            SheetFigure rentTax,
            SheetFigure rentUplift,
            SheetFigure stateShare,
            SheetFigure workingDays) {}

    /// @param stopHazard [1/yr] while running
    /// @param stopMonths [month] mean length
    /// @param idleCost share of the fixed costs that goes on while stopped
    /// @param seizureHazard [1/yr] from month 0
    /// @param compensation share of the debt's balance that is paid at seizure
    /// @param linkToPrice exponent of the hazards in (price / level) above 1
    public record Politics(
            SheetFigure stopHazard,
            SheetFigure stopMonths,
            SheetFigure idleCost,
            SheetFigure seizureHazard,
            SheetFigure compensation,
            SheetFigure linkToPrice) {}
}
