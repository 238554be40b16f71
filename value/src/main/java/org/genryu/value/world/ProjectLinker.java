package org.genryu.value.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.genryu.casefile.IdList;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Finding;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.Project;
import org.genryu.value.world.ProjectLink.ProductMarket;

/// Finds what a sheet means in a case; all that does not fit is told at once ([LinkFaults]).
final class ProjectLinker {
    /// A sheet may promise so much more than its processes can make before it is told [times].
    private static final double PLAUSIBLE = 1.5;

    private final Project project;
    private final String file;
    private final SupplyCase supply;
    private final Money.Rates exchange;
    private final LinkFaults faults;
    private final List<Integer> processes;

    ProjectLinker(String file, Project project, SupplyCase supply, Money.Rates exchange) {
        this.project = project;
        this.file = file;
        this.supply = supply;
        this.exchange = exchange;
        this.faults = new LinkFaults(file, project);
        this.processes = processes();
    }

    List<Finding> findings() {
        return faults.all();
    }

    ProjectLink link() {
        OptionalDouble money = money();
        List<ProductMarket> products = new ArrayList<>();
        for (int p = 0; p < project.plant().products().size(); p++) {
            product(p).map(found -> alone(found, products)).ifPresent(products::add);
        }
        if (project.header().builds().processes().isEmpty() && products.isEmpty()) {
            faults.linkedToNothing();
        }
        if (money.isEmpty()) {
            faults.noRate(supply.info().money());
            return new ProjectLink(file, project, processes, List.of(), 1);
        }
        products.forEach(this::capacity);
        return new ProjectLink(file, project, processes, products, money.getAsDouble());
    }

    private List<Integer> processes() {
        IdList known = supply.industry().processes().ids();
        List<Integer> found = new ArrayList<>();
        for (String id : project.header().builds().processes()) {
            int at = known.find(id);
            if (at < 0) {
                faults.noProcess(id, ids(known));
            } else if (!found.contains(at)) {
                found.add(at);
            }
        }
        return found;
    }

    /// What a unit of the case's money is worth in the sheet's; between price years of one currency, where nobody
    /// gives a deflator, by the inflation of the sheet.
    private OptionalDouble money() {
        SupplyCase.Money counted = supply.info().money();
        Money from = new Money(counted.currency(), counted.priceYear());
        Money to = project.header().money();
        Optional<BigDecimal> whole = exchange.factor(from, to);
        if (whole.isPresent()) {
            return OptionalDouble.of(whole.get().doubleValue());
        }
        double growth = 1 + project.timeline().rates().inflation().central();
        return exchange.factor(from, new Money(to.currency(), from.priceYear()))
                .map(rate ->
                        OptionalDouble.of(rate.doubleValue() * Math.pow(growth, to.priceYear() - from.priceYear())))
                .orElse(OptionalDouble.empty());
    }

    // ---------------------------------------------------------------- products

    /// A price that products share is that of the first one's market.
    private ProductMarket alone(ProductMarket found, List<ProductMarket> before) {
        for (ProductMarket other : before) {
            if (other.price().isPresent() && other.price().equals(found.price())) {
                if (other.commodity() != found.commodity()
                        || other.place() != found.place()
                        || other.scale() != found.scale()) {
                    List<PlantTerms.Product> products = project.plant().products();
                    faults.sharedPrice(
                            products.get(found.product()),
                            products.get(other.product()),
                            found.price().get());
                }
                return new ProductMarket(
                        found.product(), found.commodity(), found.place(), found.scale(), Optional.empty());
            }
        }
        return found;
    }

    private Optional<ProductMarket> product(int p) {
        PlantTerms.Product product = project.plant().products().get(p);
        Optional<Project.Price> price = price(product);
        String of = price.map(Project.Price::of).orElse("");
        return of.isEmpty() ? named(p, product, price) : written(p, product, price.orElseThrow());
    }

    private Optional<Project.Price> price(PlantTerms.Product product) {
        return product.sale() instanceof PlantTerms.Sale.AtPrice(String name, var _)
                ? Optional.ofNullable(project.market().prices().get(name))
                : Optional.empty();
    }

    /// By the product's own id and the processes of the project.
    private Optional<ProductMarket> named(int p, PlantTerms.Product product, Optional<Project.Price> price) {
        int line = product.amount().origin().line();
        Optional<Integer> commodity = supply.commodity(product.id());
        if (commodity.isEmpty()) {
            if (!processes.isEmpty() && price.isPresent()) {
                faults.noCommodity(
                        line, product.id(), ids(supply.world().commodities().ids()));
            }
            return Optional.empty();
        }
        Optional<Integer> maker =
                processes.stream().filter(i -> makes(i, commodity.get()) > 0).findFirst();
        if (maker.isEmpty()) {
            notMade(line, product.id(), commodity.get());
            return Optional.empty();
        }
        int place = supply.industry().processes().place()[maker.get()];
        return market(p, product, price, commodity.get(), place, line);
    }

    /// By the market that the price names.
    private Optional<ProductMarket> written(int p, PlantTerms.Product product, Project.Price price) {
        int line = price.origin().line();
        String[] parts = price.of().split("@", -1);
        if (parts.length != 2) {
            faults.noMarketName(line, price);
            return Optional.empty();
        }
        Optional<Integer> commodity = supply.commodity(parts[0].strip());
        int place = supply.world().places().ids().find(parts[1].strip());
        if (commodity.isEmpty()) {
            faults.unknownCommodity(
                    line,
                    price,
                    parts[0].strip(),
                    ids(supply.world().commodities().ids()));
        }
        if (place < 0) {
            faults.unknownPlace(
                    line, price, parts[1].strip(), ids(supply.world().places().ids()));
        }
        if (commodity.isEmpty() || place < 0) {
            return Optional.empty();
        }
        if (!processes.isEmpty() && processes.stream().noneMatch(i -> makes(i, commodity.get()) > 0)) {
            notMade(line, parts[0].strip(), commodity.get());
        }
        if (!places(commodity.get()).contains(place)) {
            faults.noMarket(line, price);
            return Optional.empty();
        }
        return market(p, product, Optional.of(price), commodity.get(), place, line);
    }

    private Optional<ProductMarket> market(
            int p, PlantTerms.Product product, Optional<Project.Price> price, int commodity, int place, int line) {
        OptionalDouble scale = new UnitScale(supply, commodity).of(product.unit());
        if (scale.isEmpty()) {
            faults.unit(
                    line,
                    product,
                    supply.world().commodities().ids().id(commodity),
                    supply.world().commodities().unit()[commodity]);
            return Optional.empty();
        }
        return Optional.of(new ProductMarket(p, commodity, place, scale.getAsDouble(), price.map(Project.Price::name)));
    }

    private void notMade(int line, String commodity, int index) {
        if (processes.isEmpty()) {
            return;
        }
        SupplyCase.Processes all = supply.industry().processes();
        List<String> makers = IntStream.range(0, all.size())
                .filter(i -> makes(i, index) > 0)
                .boxed()
                .sorted(java.util.Comparator.comparing((Integer i) -> !isNear(i)))
                .map(i -> all.ids().id(i))
                .limit(3)
                .toList();
        faults.notMade(line, commodity, makers);
    }

    /// Whether a process stands where one of the project's stands, or belongs to the same owner.
    private boolean isNear(int process) {
        SupplyCase.Processes all = supply.industry().processes();
        return processes.stream()
                .anyMatch(own -> all.place()[own] == all.place()[process]
                        || (!all.owner()[own].isEmpty() && all.owner()[own].equals(all.owner()[process])));
    }

    /// Per unit of activity of a process, net of what it uses of the same.
    private double makes(int process, int commodity) {
        return madeBy(supply, process, commodity);
    }

    static double madeBy(SupplyCase supply, int process, int commodity) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int recipe = supply.industry().processes().recipe()[process];
        double sum = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            sum += recipes.commodity()[line] == commodity ? recipes.amount()[line] : 0;
        }
        return sum;
    }

    /// Where the commodity is made, used, wanted, stored or passes.
    private Set<Integer> places(int commodity) {
        Set<Integer> places = new HashSet<>();
        SupplyCase.Processes all = supply.industry().processes();
        IntStream.range(0, all.size()).filter(i -> makes(i, commodity) != 0).forEach(i -> places.add(all.place()[i]));
        SupplyCase.Routes routes = supply.routes();
        IntStream.range(0, routes.size())
                .filter(i -> routes.commodity()[i] == commodity)
                .forEach(i -> places.addAll(List.of(routes.from()[i], routes.to()[i])));
        SupplyCase.Demands demands = supply.use().demands();
        IntStream.range(0, demands.size())
                .filter(i -> demands.commodity()[i] == commodity)
                .forEach(i -> places.add(demands.place()[i]));
        SupplyCase.Stock stock = supply.stock();
        IntStream.range(0, stock.size())
                .filter(i -> stock.commodity()[i] == commodity)
                .forEach(i -> places.add(stock.place()[i]));
        return places;
    }

    /// What the sheet promises beside what its processes can make at most.
    private void capacity(ProductMarket linked) {
        PlantTerms.Product product = project.plant().products().get(linked.product());
        double can = 0;
        for (int process : processes) {
            double each = Math.max(0, makes(process, linked.commodity()));
            double most = 0;
            for (int t = 0; t < supply.periods().count(); t++) {
                most = Math.max(
                        most,
                        supply.industry().processes().operation().capacity().at(process, t));
            }
            can += each > 0 ? each * most : 0;
        }
        double promised = product.amount().central() * linked.scale();
        if (can > 0 && promised > PLAUSIBLE * can) {
            faults.moreThanCapacity(
                    product, promised, can, supply.world().commodities().unit()[linked.commodity()]);
        }
    }

    private static List<String> ids(IdList list) {
        return IntStream.range(0, list.size()).mapToObj(list::id).toList();
    }

    /// How many units of a commodity are one unit of a sheet? Through the heating value, where one counts energy.
    private record UnitScale(SupplyCase supply, int commodity) {
        OptionalDouble of(String written) {
            SupplyCase.Commodities all = supply.world().commodities();
            SupplyCase.Money counted = supply.info().money();
            Units units = Units.of(new Money(counted.currency(), counted.priceYear()));
            Optional<Unit> own = read(units, all.unit()[commodity]);
            Optional<Unit> sheet = read(units, written);
            if (own.isEmpty() || sheet.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (own.get().dimension().equals(sheet.get().dimension())) {
                return OptionalDouble.of(sheet.get().convert(1, own.get()));
            }
            Unit price = units.unit(counted.currency()).per(sheet.get(), "");
            return all.trade()
                    .get(commodity)
                    .flatMap(trade -> read(units, trade.symbol())
                            .filter(quoted -> quoted.dimension().equals(price.dimension()))
                            .map(quoted -> OptionalDouble.of(trade.factor() * quoted.convert(1, price))))
                    .orElse(OptionalDouble.empty());
        }

        /// A word that is no unit is a thing that is counted.
        private static Optional<Unit> read(Units units, String text) {
            return switch (units.read(text)) {
                case ReadText.Value<Unit>(Unit unit) -> Optional.of(unit);
                case ReadText.Refused<Unit> _ ->
                    text.matches("[a-zA-Z][a-zA-Z-]*")
                            ? units.with(text).read(text).found()
                            : Optional.empty();
            };
        }
    }
}
