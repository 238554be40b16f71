package org.genryu.balance.explain;

import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Goods;
import org.genryu.casefile.SupplyCase.Reference;

/// Takes the number out of a balance that a published figure speaks of; the sums are those of [PublishedComparison].
final class ReferenceMeasurer {
    private final Balance balance;
    private final SupplyCase of;
    private final double length;

    ReferenceMeasurer(Balance balance) {
        this.balance = balance;
        this.of = balance.of();
        this.length = of.periods().length(0);
    }

    Optional<Double> measure(Reference figure) {
        return switch (figure.measure()) {
            case PRODUCTION -> counted(figure, made(figure, true));
            case PRODUCTION_SHARE -> share(made(figure, true), made(figure, false));
            case TRADE -> counted(figure, sent(figure, true));
            case IMPORT_SHARE -> share(sent(figure, true), sent(figure, false));
            case PRICE -> price(figure);
        };
    }

    private static Optional<Double> counted(Reference figure, double amount) {
        return figure.goods().commodities().length == 0 ? Optional.empty() : Optional.of(amount);
    }

    private static Optional<Double> share(double part, double whole) {
        return whole > 0 ? Optional.of(part / whole) : Optional.empty();
    }

    /// The place itself, and for a country every place that belongs to it; -1 is the world.
    private boolean belongs(int place, int to) {
        if (to < 0) {
            return true;
        }
        SupplyCase.Places places = of.world().places();
        String country = places.country()[to];
        return place == to
                || (places.kind()[to].equals("country")
                        && !country.isEmpty()
                        && places.country()[place].equals(country));
    }

    /// @param here only at the place of the figure; otherwise everywhere
    private double made(Reference figure, boolean here) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        double[] weight = weights(figure.goods());
        double sum = 0;
        for (int p = 0; p < processes.size(); p++) {
            int place = processes.place()[p];
            int recipe = processes.recipe()[p];
            if ((here && !belongs(place, figure.place()))
                    || uses(recipe, figure.goods().without())) {
                continue;
            }
            double activity = balance.quantities().activity()[p][figure.period()] / length;
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int commodity = recipes.commodity()[line];
                if (weight[commodity] > 0 && recipes.amount()[line] > 0) {
                    double price = price(figure.goods(), place, commodity, figure.period());
                    sum += weight[commodity] * price * recipes.amount()[line] * activity;
                }
            }
        }
        return sum;
    }

    private boolean uses(int recipe, String stage) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1] && !stage.isEmpty(); line++) {
            boolean input = recipes.amount()[line] < 0;
            if (input
                    && of.world()
                            .commodities()
                            .stage()[recipes.commodity()[line]]
                            .equals(stage)) {
                return true;
            }
        }
        return false;
    }

    /// @param there only from the place of origin of the figure; otherwise from everywhere outside the place
    private double sent(Reference figure, boolean there) {
        SupplyCase.Routes routes = of.routes();
        double[] weight = weights(figure.goods());
        double sum = 0;
        for (int lane = 0; lane < routes.size(); lane++) {
            int from = routes.from()[lane];
            int to = routes.to()[lane];
            int commodity = routes.commodity()[lane];
            int border = figure.place() < 0 ? figure.from() : figure.place();
            boolean crosses = belongs(to, figure.place()) && belongs(from, border) != belongs(to, border);
            if (crosses && weight[commodity] > 0 && (!there || belongs(from, figure.from()))) {
                double price = price(figure.goods(), to, commodity, figure.period());
                sum += weight[commodity] * price * balance.quantities().flow()[lane][figure.period()] / length;
            }
        }
        return sum;
    }

    /// By commodity: 0 where it does not count, else 1 or its content of the elements [unit/unit].
    private double[] weights(Goods goods) {
        double[] weight = new double[of.world().commodities().size()];
        for (int commodity : goods.commodities()) {
            weight[commodity] = goods.elements().length == 0 ? 1 : 0;
        }
        SupplyCase.Contents contents = of.world().contents();
        for (String element : goods.elements()) {
            for (int row = 0; row < contents.size(); row++) {
                if (contents.element()[row].equalsIgnoreCase(element) && counts(goods, contents.commodity()[row])) {
                    weight[contents.commodity()[row]] += contents.amount()[row];
                }
            }
        }
        return weight;
    }

    private static boolean counts(Goods goods, int commodity) {
        for (int counted : goods.commodities()) {
            if (counted == commodity) {
                return true;
            }
        }
        return false;
    }

    /// Price at the place where amounts are weighed by value, else 1; without a market there it is 0.
    private double price(Goods goods, int place, int commodity, int period) {
        if (!goods.byValue()) {
            return 1;
        }
        int market = balance.markets().find(place, commodity);
        return market < 0 ? 0 : Math.max(0, balance.markets().price()[market][period]);
    }

    /// The price at the place; of several places of a country their mean.
    private Optional<Double> price(Reference figure) {
        Balance.Markets markets = balance.markets();
        double sum = 0;
        int count = 0;
        for (int m = 0; m < markets.size(); m++) {
            if (belongs(markets.place()[m], figure.place()) && counts(figure.goods(), markets.commodity()[m])) {
                sum += markets.price()[m][figure.period()];
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(sum / count);
    }
}
