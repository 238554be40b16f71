package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.SupplyCase;

/// What crosses the borders of the home partners from outside, lane by lane, and what is it worth?
///
/// value = quantity sent × price where it arrives
///
/// @param lanes the dearest first
public record BorderImports(List<Lane> lanes) {
    /// @param lane index into the lanes of the case, of the route of that id
    /// @param from place, as `to`
    /// @param quantity sent in the period [unit of the commodity]
    /// @param value [currency]
    public record Lane(int lane, String route, int from, int to, int commodity, double quantity, double value) {}

    /// @param homes countries whose imports are asked for; trade between them does not count
    public static BorderImports of(
            Balance balance, PlaceCountries countries, List<Integer> homes, CommodityFamily family, int t) {
        SupplyCase.Routes routes = balance.of().routes();
        List<Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < routes.size(); lane++) {
            double quantity = balance.quantities().flow()[lane][t];
            int from = routes.from()[lane];
            int to = routes.to()[lane];
            boolean crosses = homes.contains(countries.ofPlace()[to])
                    && !homes.contains(countries.ofPlace()[from]);
            if (crosses && quantity > 0 && family.commodities().contains(routes.commodity()[lane])) {
                int market = balance.markets().find(to, routes.commodity()[lane]);
                double price = market < 0 ? 0 : Math.max(0, balance.markets().price()[market][t]);
                lanes.add(new Lane(
                        lane,
                        routes.ids().id(routes.route()[lane]),
                        from,
                        to,
                        routes.commodity()[lane],
                        quantity,
                        quantity * price));
            }
        }
        lanes.sort(Comparator.comparingDouble(Lane::value).reversed().thenComparingInt(Lane::lane));
        return new BorderImports(List.copyOf(lanes));
    }

    public double value() {
        return lanes.stream().mapToDouble(Lane::value).sum();
    }

    /// Value by country of origin.
    public double[] byOrigin(PlaceCountries countries) {
        double[] value = new double[countries.size()];
        lanes.forEach(lane -> value[countries.ofPlace()[lane.from()]] += lane.value());
        return value;
    }

    /// The place that stands for a country on the map: the one that most of its trade here goes through; -1 if
    /// none.
    public int port(PlaceCountries countries, int country) {
        Map<Integer, Double> value = new TreeMap<>();
        lanes.forEach(lane -> IntStream.of(lane.from(), lane.to())
                .filter(place -> countries.ofPlace()[place] == country)
                .forEach(place -> value.merge(place, lane.value(), Double::sum)));
        return value.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
    }
}
