package org.genryu.value.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is built, what it is fed with, what it makes and what that costs. Amounts per year are at full output.
public record PlantTerms(
        Capital capital,
        Output output,
        Geology geology,
        List<Product> products,
        List<Cost> costs,
        Environment environment) {
    public PlantTerms {
        products = List.copyOf(products);
        costs = List.copyOf(costs);
    }

    /// @param spread share of the capital cost spent in each month of building, summing to 1
    /// @param sustaining [currency/yr] from the first month of operation
    public record Capital(List<Item> items, List<Double> spread, Overrun overrun, SheetFigure sustaining) {
        public Capital {
            items = List.copyOf(items);
            spread = List.copyOf(spread);
        }

        /// The estimate [currency], in money of the price year.
        public double total() {
            return items.stream().mapToDouble(i -> i.amount.central()).sum();
        }

        /// The part that may be written off.
        public double depreciable() {
            return items.stream()
                    .filter(i -> i.kind != ItemKind.LAND)
                    .mapToDouble(i -> i.amount.central())
                    .sum();
        }
    }

    public enum ItemKind {
        PLANT,
        INFRASTRUCTURE,
        LAND,
        OTHER
    }

    /// @param amount [currency]
    public record Item(String item, SheetFigure amount, ItemKind kind) {}

    /// The capital cost as a multiple of the estimate.
    public sealed interface Overrun {
        /// The central value, which the deterministic case uses.
        double central();

        /// As the sheet says.
        record Given(SheetFigure factor) implements Overrun {
            @Override
            public double central() {
                return factor.central();
            }
        }

        /// The experience of a class of projects, a mixture of lognormal parts (`RiskClasses`).
        /// The deterministic case keeps the estimate, which is what a sheet's own numbers mean.
        record OfClass(String name, SheetFigure.Origin origin) implements Overrun {
            @Override
            public double central() {
                return 1;
            }
        }
    }

    /// How much of full output is reached.
    ///
    /// @param rampUp share of full output in each month of operation; the last holds on
    /// @param decline [1/yr] after the ramp-up
    /// @param gradeFactor one factor on all output for the whole life
    /// @param yearlyFactor a factor on the output of each year from the valuation date
    public record Output(
            List<Double> rampUp,
            SheetFigure.Origin rampUpOrigin,
            SheetFigure decline,
            SheetFigure gradeFactor,
            SheetFigure yearlyFactor) {
        public Output {
            rampUp = List.copyOf(rampUp);
        }

        /// Share of full output in month `k` of operation, before any factor.
        public double share(int k) {
            double ramp = rampUp.get(Math.min(k, rampUp.size() - 1));
            int after = k - rampUp.size() + 1;
            return after > 0 ? ramp * Math.pow(1 - decline.central(), after / 12.0) : ramp;
        }
    }

    /// @param ore [t/yr] dry
    /// @param basket share of each product in what is recovered
    /// @param readiness technology readiness level, 1..9
    /// @param depth [m] of water
    public record Geology(
            SheetFigure ore,
            SheetFigure grade,
            SheetFigure recovery,
            List<Resource> resources,
            Map<String, SheetFigure> basket,
            List<Feed> feeds,
            SheetFigure readiness,
            SheetFigure depth) {
        public Geology {
            resources = List.copyOf(resources);
            basket = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(basket));
            feeds = List.copyOf(feeds);
        }
    }

    public enum ResourceClass {
        PROVED,
        PROBABLE,
        MEASURED,
        INDICATED,
        INFERRED
    }

    /// @param tonnes [t] of ore
    /// @param factor share that becomes reserve
    /// @param baseCase whether it counts in the base case
    public record Resource(
            ResourceClass kind,
            SheetFigure tonnes,
            SheetFigure grade,
            SheetFigure factor,
            boolean baseCase,
            int line) {}

    /// @param amount [t/yr]
    /// @param content share of each product in the feed
    public record Feed(String feed, SheetFigure amount, SheetFigure recovery, Map<String, SheetFigure> content) {
        public Feed {
            content = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(content));
        }
    }

    /// @param unit in which it is counted
    /// @param amount [unit/yr]
    /// @param sale what the market does with it
    /// @param sold share of the output that is sold; the rest is stockpiled
    public record Product(String id, String unit, SheetFigure amount, Sale sale, SheetFigure sold) {}

    /// What becomes of a product.
    public sealed interface Sale {
        /// @param price name of a price of the market
        /// @param payable share of it that is paid
        record AtPrice(String price, SheetFigure payable) implements Sale {}

        /// @param cost [currency/unit] of getting rid of it
        record Disposed(SheetFigure cost) implements Sale {}
    }

    /// @param fixed [currency/yr]
    /// @param variable [currency/unit] of product `of`
    public record Cost(String item, SheetFigure fixed, SheetFigure variable, String of) {}

    /// Burden per unit of the first product, and the cost of closing.
    ///
    /// @param closing [currency] spent evenly over `closingMonths` after the end of operation
    public record Environment(List<Burden> burdens, SheetFigure closing, int closingMonths) {
        public Environment {
            burdens = List.copyOf(burdens);
        }
    }

    /// @param kind `waste`, `co2` or `water`
    /// @param perUnit [t or m3 per unit of the first product]
    /// @param cost [currency per t or m3]
    public record Burden(String kind, SheetFigure perUnit, SheetFigure cost, Optional<SheetFigure> radioactivity) {}

    /// The product of that name; it exists once the project is resolved.
    public Product product(String id) {
        return products.get(index(id));
    }

    public int index(String id) {
        for (int i = 0; i < products.size(); i++) {
            if (products.get(i).id.equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Product '" + id + "' is not among the products of the project.");
    }
}
