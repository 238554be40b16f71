package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;

/// Who stands behind what a place has: where it was mined, who did each stage since, and through which countries and
/// straits it came?
///
/// Average participation (Bialek 1996, Kirschen et al. 1997): what comes into a node mixes, and whatever leaves it
/// holds the sources in the proportions of the mixture.
///
///     P_i = Σ_e amount_e            x_i = Σ_e (amount_e / P_i) x_from(e) + Σ_sources            (A x = b, A = I - W)
///
/// P – [Trace#amount]; x – [Trace#mined], [Trace#made], [Trace#touched], [Trace#shipped]; the same as an absorbing
/// Markov chain that walks from a node back to its inflows. Symbols, proofs and limits: docs/method/origin.md. Does
/// not say what would happen without a supplier (that is another balance), nor which ton went where: the flows alone
/// do not tell, mixing is an assumption.
public final class Tracing {
    private final Balance balance;
    private final ShareSources sources;
    private final List<Substance> substances;

    private Tracing(Balance balance) {
        this.balance = balance;
        this.sources = new ShareSources(PlaceCountries.of(balance.of()));
        this.substances = substances(balance.of());
    }

    public static Tracing of(Balance balance) {
        Deadline.present().check();
        return new Tracing(balance);
    }

    public Balance balance() {
        return balance;
    }

    public ShareSources sources() {
        return sources;
    }

    /// The elements of contents.csv in its order, then the groups of commodities without known contents.
    public List<Substance> substances() {
        return substances;
    }

    /// The element, in whatever case it is written.
    public Optional<Substance> element(String id) {
        return substances.stream()
                .filter(s -> s.isElement() && s.element().equalsIgnoreCase(id))
                .findFirst();
    }

    /// What a commodity is followed by: its elements, or else its own group.
    public List<Substance> inside(int commodity) {
        return substances.stream().filter(s -> s.isIn(commodity)).toList();
    }

    /// Follows a substance through all places and periods. Cost: periods × questions × lanes of the substance;
    /// nothing is kept here, keep the trace if it is used again.
    public Trace trace(Substance substance) {
        return new Trace(balance, substance, sources);
    }

    /// The whole ways that the mass took to a place in one period, the largest first; their shares sum to 1.
    ///
    /// @param least part of the mass below which a way is not followed further back [fraction]
    public List<SupplyPath> ways(Substance substance, int place, int commodity, int t, double least) {
        return SupplyPaths.of(balance, substance, sources, new SupplyPaths.Asked(place, commodity, t, least));
    }

    /// Who made a commodity that places have, one stage back only.
    public ProducerShares makers(int commodity) {
        return new ProducerShares(
                balance,
                commodity,
                sources,
                new boolean[balance.of().industry().recipes().size()]);
    }

    /// The same, where what is made of new scrap has the source `new-scrap`, and no country.
    public ProducerShares makersAnew(int commodity) {
        SupplyCase.Recipes recipes = balance.of().industry().recipes();
        boolean[] round = new boolean[recipes.size()];
        RecipeFeeds feeds = new RecipeFeeds(balance.of(), inside(commodity).getFirst());
        for (int r = 0; r < round.length; r++) {
            boolean scrap = feeds.takesIn(r) || feeds.ofSource(r) == SupplyCase.Feed.NEW_SCRAP;
            for (int line = recipes.first()[r]; line < recipes.first()[r + 1]; line++) {
                scrap &= feeds.ofInput(line) == SupplyCase.Feed.NEW_SCRAP
                        || feeds.ofInput(line) == SupplyCase.Feed.UNSAID;
            }
            round[r] = scrap;
        }
        return new ProducerShares(balance, commodity, sources, round);
    }

    private static List<Substance> substances(SupplyCase supply) {
        SupplyCase.Contents contents = supply.world().contents();
        SupplyCase.Commodities commodities = supply.world().commodities();
        Map<String, double[]> elements = new LinkedHashMap<>();
        boolean[] known = new boolean[commodities.size()];
        for (int i = 0; i < contents.size(); i++) {
            int c = contents.commodity()[i];
            elements.computeIfAbsent(contents.element()[i], _ -> new double[commodities.size()])[c] =
                    contents.amount()[i] * tonnes(commodities.unit()[c]);
            known[c] |= contents.amount()[i] > 0;
        }
        List<Substance> found = new ArrayList<>();
        elements.forEach((element, weight) -> found.add(new Substance(element, "", weight, "t")));
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (int c = 0; c < commodities.size(); c++) {
            if (!known[c]) {
                groups.putIfAbsent(group(commodities, c), c);
            }
        }
        groups.forEach((group, one) -> {
            double[] weight = new double[commodities.size()];
            for (int c = 0; c < weight.length; c++) {
                weight[c] = !known[c] && group(commodities, c).equals(group) ? 1 : 0;
            }
            found.add(new Substance("", group, weight, commodities.unit()[one]));
        });
        return List.copyOf(found);
    }

    /// A commodity without a group is followed by itself.
    private static String group(SupplyCase.Commodities commodities, int c) {
        return commodities.group()[c].isEmpty()
                ? commodities.ids().id(c)
                : commodities.group()[c];
    }

    /// Tonnes in one unit of mass times kg per kg; a commodity counted in pieces holds kg each.
    private static double tonnes(String unit) {
        return switch (unit) {
            case "t" -> 1;
            case "kt" -> 1e3;
            case "Mt" -> 1e6;
            default -> 1e-3;
        };
    }
}
