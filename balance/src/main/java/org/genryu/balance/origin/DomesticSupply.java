package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.SupplyCase.Feed;
import org.genryu.core.SideBySide;

/// How much of what the plants of a country make is supply of its own, how much is imported feed that was worked on,
/// and how much only goes round?
///
///     made = own + Σ_k from_k + round + unknown
///
/// own – the substance came out of the ground in the country, was collected there from use, or is synthetic and made
/// there; from_k – the same in country k; round – made of new scrap, which was counted when it was first made;
/// unknown – from opening stocks. A commodity that holds several elements is split by their mass. Symbols and limits:
/// docs/method/origin.md.
public final class DomesticSupply {
    private final SupplyCase supply;
    private final ShareSources sources;
    /// By [commodity][country][source][period]: made there; the source after the last is what goes round.
    private final double[][][][] made;

    private DomesticSupply(Balance balance, ShareSources sources) {
        this.supply = balance.of();
        this.sources = sources;
        int commodities = supply.world().commodities().size();
        this.made = new double[commodities][sources.countries().size()][0][0];
        List<Substance> substances = Tracing.of(balance).substances();
        double[][] brought = brought(substances);
        List<List<Substance>> apart = apart(substances);
        SideBySide.of(apart.size(), group -> {
            apart.get(group).forEach(substance -> add(balance, substance, brought));
            return true;
        });
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            int country = sources.countries().ofPlace()[returns.place()[r]];
            for (int t = 0; t < supply.periods().count(); t++) {
                add(returns.to()[r], country, country, t, balance.quantities().returned()[r][t]);
            }
        }
    }

    /// @param countries of the case
    public static DomesticSupply of(Balance balance, PlaceCountries countries) {
        return new DomesticSupply(balance, new ShareSources(countries));
    }

    /// The substances in groups, each in their order: those of different groups have no commodity in common.
    private List<List<Substance>> apart(List<Substance> substances) {
        List<List<Substance>> groups = new ArrayList<>();
        for (Substance substance : substances) {
            List<Substance> joined = new ArrayList<>();
            groups.removeIf(group -> group.stream().anyMatch(other -> meet(other, substance)) && joined.addAll(group));
            joined.sort(Comparator.comparingInt(substances::indexOf));
            joined.add(substance);
            groups.add(joined);
        }
        return groups;
    }

    private boolean meet(Substance one, Substance other) {
        return IntStream.range(0, made.length).anyMatch(c -> one.isIn(c) && other.isIn(c));
    }

    /// By recipe and commodity that it gives out: mass of all substances that the recipe brings into it.
    private double[][] brought(List<Substance> substances) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        double[][] mass = new double[recipes.size()][made.length];
        for (Substance substance : substances) {
            RecipeFeeds feeds = new RecipeFeeds(supply, substance);
            for (int r = 0; r < recipes.size(); r++) {
                for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                    int c = recipes.commodity()[line];
                    mass[r][c] += recipes.amount()[line] > 0 && feeds.brings(r, c)
                            ? substance.weight()[c]
                            : 0;
                }
            }
        }
        return mass;
    }

    private void add(Balance balance, Substance substance, double[][] brought) {
        int periods = supply.periods().count();
        InflowNetwork network = new InflowNetwork(balance, substance);
        TraceSolver walks = new TraceSolver(supply, network, sources, List.of(new TraceQuestion.Supplied()));
        SupplyCase.Processes processes = supply.industry().processes();
        int[] ofPlace = sources.countries().ofPlace();
        for (int t = 0; t < periods; t++) {
            walks.period(t);
            for (int p = 0; p < processes.size(); p++) {
                double activity = balance.quantities().activity()[p][t];
                if (activity > 0) {
                    double[] mixture = mixture(
                            network, walks.answer(0, t), p, ofPlace[processes.place()[p]]);
                    share(network, substance, brought, p, t, activity, mixture);
                }
            }
        }
    }

    /// By source, then what goes round: what the plant makes the substance of; sums to 1.
    private double[] mixture(InflowNetwork network, MixingSolver.Mixtures answer, int process, int country) {
        double[] mixture = new double[sources.size() + 1];
        int recipe = supply.industry().processes().recipe()[process];
        if (!network.takesIn(process)) {
            mixture[network.ofSource(recipe) == Feed.NEW_SCRAP ? sources.size() : country] = 1;
            return mixture;
        }
        double[] fed = network.fed(recipe);
        for (Feed feed : Feed.values()) {
            int node = network.nodeOfPlant(process, feed);
            if (node >= 0 && feed == Feed.NEW_SCRAP) {
                mixture[sources.size()] += fed[feed.ordinal()];
            } else if (node >= 0) {
                answer.add(fed[feed.ordinal()], node, mixture, 0);
            }
        }
        mixture[sources.size()] += mixture[sources.newScrap()];
        mixture[sources.newScrap()] = 0;
        return mixture;
    }

    private void share(
            InflowNetwork network,
            Substance substance,
            double[][] brought,
            int process,
            int t,
            double activity,
            double[] mixture) {
        SupplyCase.Recipes recipes = supply.industry().recipes();
        int recipe = supply.industry().processes().recipe()[process];
        int country =
                sources.countries().ofPlace()[supply.industry().processes().place()[process]];
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int c = recipes.commodity()[line];
            if (recipes.amount()[line] > 0 && network.brings(recipe, c)) {
                double amount = activity * recipes.amount()[line] * substance.weight()[c] / brought[recipe][c];
                for (int k = 0; k < mixture.length; k++) {
                    if (mixture[k] > 0) {
                        add(c, country, k, t, amount * mixture[k]);
                    }
                }
            }
        }
    }

    private void add(int commodity, int country, int source, int t, double amount) {
        double[][] there = made[commodity][country];
        if (there.length == 0) {
            there = new double[sources.size() + 1][supply.periods().count()];
            made[commodity][country] = there;
        }
        there[source][t] += amount;
    }

    /// What the country makes of what it has of its own [units].
    public double own(int commodity, int country, int t) {
        return of(commodity, country, country, t);
    }

    /// What the country makes of what came from another [units].
    public double from(int other, int commodity, int country, int t) {
        return other == country ? 0 : of(commodity, country, other, t);
    }

    /// What the country makes of imported feed [units].
    public double imported(int commodity, int country, int t) {
        double sum = 0;
        for (int k = 0; k < sources.countries().size(); k++) {
            sum += from(k, commodity, country, t);
        }
        return sum;
    }

    /// What the country makes of new scrap [units].
    public double round(int commodity, int country, int t) {
        return of(commodity, country, sources.size(), t);
    }

    private double of(int commodity, int country, int source, int t) {
        double[][] there = made[commodity][country];
        return there.length == 0 ? 0 : there[source][t];
    }
}
