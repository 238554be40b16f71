package org.genryu.stress.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.balance.Balance;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Text;
import org.genryu.geo.SeaNetwork;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.shelf.SupplyNode.Kind;

/// On what does the supply of home hang? Of each kind the nodes through which most of what home gets passes in the calm
/// world: the plants that make it abroad, the routes that bring it, the straits on the way, the countries that send it.
/// A plant has the part of what its place sends that it makes there.
///
/// Most is by the share of what home gets of each commodity, added up over commodities: a small one counts as much as
/// a large one. Or by what it is worth at home's prices.
public final class SupplyNodes {
    private static final String FILE = "survive";

    private final Balance calm;
    private final SupplyCase of;
    private final int period;
    /// Weight of what home gets by each lane in the period.
    private final double[] weight;

    private SupplyNodes(Balance calm, int start, boolean byWorth) {
        this.calm = calm;
        this.of = calm.of();
        this.period = Math.clamp(of.periods().index(start), 0, of.periods().count() - 1);
        this.weight = weight(byWorth);
    }

    /// @param calm world without any of them
    /// @param start month in which they are lost [months since the year 0]
    /// @param recover months until they work again; empty: what is usual for their kind
    /// @param most of each kind
    /// @param byWorth by what it is worth, else by shares
    public static List<SupplyNode> of(Balance calm, int start, OptionalInt recover, int most, boolean byWorth) {
        SupplyNodes nodes = new SupplyNodes(calm, start, byWorth);
        List<SupplyNode> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int months = recover.orElse(kind.usual());
            nodes.ranked(kind, most).forEach(id -> all.add(nodes.node(kind, id, start, months)));
        }
        return List.copyOf(all);
    }

    private double[] weight(boolean byWorth) {
        SupplyCase.Routes routes = of.routes();
        double[] weight = new double[routes.size()];
        double[] all = byWorth ? new double[0] : gets();
        var find = calm.markets().finder();
        for (int l = 0; l < weight.length; l++) {
            if (comesIn(l)) {
                double flow = calm.quantities().flow()[l][period];
                int m = find.applyAsInt(routes.to()[l], routes.commodity()[l]);
                weight[l] = byWorth
                        ? flow * Math.max(0, calm.markets().price()[m][period])
                        : flow > 0 ? flow / all[routes.commodity()[l]] : 0;
            }
        }
        return weight;
    }

    private boolean comesIn(int lane) {
        return StressAccount.isHome(of, of.routes().to()[lane])
                && !StressAccount.isHome(of, of.routes().from()[lane]);
    }

    /// What home gets of each commodity, from abroad and by its own plants [units].
    private double[] gets() {
        double[] all = new double[of.world().commodities().size()];
        for (int l = 0; l < of.routes().size(); l++) {
            all[of.routes().commodity()[l]] += comesIn(l) ? calm.quantities().flow()[l][period] : 0;
        }
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                all[recipes.commodity()[line]] += StressAccount.isHome(of, plants.place()[p])
                        ? Math.max(0, recipes.amount()[line])
                                * calm.quantities().activity()[p][period]
                        : 0;
            }
        }
        return all;
    }

    /// Ids of the weightiest of a kind.
    private List<String> ranked(Kind kind, int most) {
        Map<String, Double> sums = new LinkedHashMap<>();
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < weight.length; l++) {
            if (weight[l] > 0) {
                for (String id : through(kind, l)) {
                    sums.merge(id, weight[l], Double::sum);
                }
            }
        }
        if (kind == Kind.PLANT) {
            Map<Long, Double> sent = new LinkedHashMap<>();
            for (int l = 0; l < weight.length; l++) {
                if (weight[l] > 0) {
                    sent.merge(key(routes.from()[l], routes.commodity()[l]), weight[l], Double::sum);
                }
            }
            sent.forEach((key, value) -> plants((int) (key >> 32), (int) (long) key, value, sums));
        }
        return sums.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> one) -> -one.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long key(int place, int commodity) {
        return ((long) place << 32) | commodity;
    }

    private List<String> through(Kind kind, int lane) {
        SupplyCase.Routes routes = of.routes();
        return switch (kind) {
            case PLANT -> List.of();
            case LANE -> List.of(routes.ids().id(routes.route()[lane]));
            case STRAIT -> List.of(routes.via()[lane]);
            case COUNTRY -> {
                String country = of.world().places().country()[routes.from()[lane]];
                yield country.isEmpty() ? List.of() : List.of(country);
            }
        };
    }

    /// Shares what a place sends among the plants that make it there.
    private void plants(int place, int commodity, double value, Map<String, Double> into) {
        SupplyCase.Processes plants = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        Map<String, Double> made = new LinkedHashMap<>();
        for (int p = 0; p < plants.size(); p++) {
            int recipe = plants.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line] * calm.quantities().activity()[p][period];
                if (plants.place()[p] == place && recipes.commodity()[line] == commodity && amount > 0) {
                    made.merge(plants.ids().id(p), amount, Double::sum);
                }
            }
        }
        double all = made.values().stream().mapToDouble(Double::doubleValue).sum();
        made.forEach((id, amount) -> into.merge(id, value * amount / all, Double::sum));
    }

    private SupplyNode node(Kind kind, String id, int start, int months) {
        String shape = switch (kind) {
            case PLANT, LANE -> "outage";
            case STRAIT -> "closure";
            case COUNTRY -> "ban";
        };
        Map<String, List<String>> words = switch (kind) {
            case PLANT -> Map.of("processes", List.of(id));
            case LANE -> Map.of("routes", List.of(id));
            case STRAIT -> Map.of("strait", List.of(id));
            case COUNTRY ->
                of.info().home().isEmpty()
                        ? Map.of("from", List.of(id))
                        : Map.of("from", List.of(id), "to", of.info().home());
        };
        Action lost = new Action(
                Optional.ofNullable(ActionShapes.current().shapes().get(shape)).orElseThrow(),
                words,
                Map.of(),
                start,
                start + months,
                FILE,
                1);
        String named = kind.word() + ":" + id;
        Text name = name(kind, id);
        // A year more, in which what was used up may come back.
        return new SupplyNode(
                named,
                kind,
                name,
                months,
                new Scenario(named, name, FILE, Optional.of(start), months + 12, Optional.of(0), List.of(lost)));
    }

    private Text name(Kind kind, String id) {
        SupplyCase.Places places = of.world().places();
        return switch (kind) {
            case STRAIT ->
                SeaNetwork.world().strait(id).map(found -> found.name()).orElse(Text.same(id));
            case COUNTRY ->
                places.ids().find(id) < 0
                        ? Text.same(id)
                        : places.names()[places.ids().find(id)];
            case PLANT -> {
                int p = of.industry().processes().ids().find(id);
                yield joined(made(p), places.names()[of.industry().processes().place()[p]], id);
            }
            case LANE -> {
                int route = of.routes().ids().find(id);
                int lane = 0;
                while (of.routes().route()[lane] != route) {
                    lane++;
                }
                Text from = places.names()[of.routes().from()[lane]];
                Text to = places.names()[of.routes().to()[lane]];
                yield joined(
                        of.world().commodities().names()[of.routes().commodity()[lane]],
                        new Text(from.en() + " → " + to.en(), from.ja() + "→" + to.ja()),
                        id);
            }
        };
    }

    private static Text joined(Text what, Text where, String id) {
        return new Text(what.en() + ", " + where.en() + " (" + id + ")", where.ja() + "の" + what.ja() + "（" + id + "）");
    }

    /// The product of a plant that is worth most.
    private Text made(int process) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        var find = calm.markets().finder();
        int best = recipes.first()[recipe];
        double most = Double.NEGATIVE_INFINITY;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int m = find.applyAsInt(of.industry().processes().place()[process], recipes.commodity()[line]);
            double value = recipes.amount()[line] * calm.markets().price()[m][period];
            if (value > most) {
                most = value;
                best = line;
            }
        }
        return of.world().commodities().names()[recipes.commodity()[best]];
    }
}
