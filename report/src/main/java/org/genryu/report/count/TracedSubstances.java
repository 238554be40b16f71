package org.genryu.report.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.SupplyCase;

/// What can be followed through a case, and what of it is worth a picture?
public final class TracedSubstances {
    private TracedSubstances() {}

    /// What is followed: an element inside commodities, or a group of commodities counted as they are.
    /// @param weight by commodity: amount of it in one unit
    /// @param inTonnes whether amounts are tonnes of an element; else they are in `unit`
    public record Strand(String name, double[] weight, boolean inTonnes, String unit) {}

    /// The strands of a case, the most valuable first: every element that at least two stages hold, every group of
    /// commodities without known
    /// contents that has two stages.
    public static List<Strand> of(Balance balance) {
        SupplyCase.Contents contents = balance.of().world().contents();
        SupplyCase.Commodities commodities = balance.of().world().commodities();
        Map<String, double[]> elements = new LinkedHashMap<>();
        for (int i = 0; i < contents.size(); i++) {
            double[] weight = elements.computeIfAbsent(contents.element()[i], _ -> new double[commodities.size()]);
            weight[contents.commodity()[i]] =
                    contents.amount()[i] * tonnes(commodities.unit()[contents.commodity()[i]]);
        }
        boolean[] known = new boolean[commodities.size()];
        elements.values().forEach(weight -> IntStream.range(0, known.length).forEach(c -> known[c] |= weight[c] > 0));
        List<Strand> strands = new ArrayList<>();
        elements.forEach((name, weight) -> strands.add(new Strand(name, weight, true, "t")));
        Arrays.stream(commodities.group())
                .distinct()
                .filter(group -> !group.isEmpty())
                .forEach(group -> {
                    int[] members = IntStream.range(0, known.length)
                            .filter(c -> !known[c] && commodities.group()[c].equals(group))
                            .toArray();
                    if (Arrays.stream(members)
                                    .mapToObj(c -> commodities.unit()[c])
                                    .distinct()
                                    .count()
                            == 1) {
                        double[] weight = new double[known.length];
                        Arrays.stream(members).forEach(c -> weight[c] = 1);
                        strands.add(new Strand(group, weight, false, commodities.unit()[members[0]]));
                    }
                });
        Map<Strand, Double> value = new HashMap<>();
        strands.forEach(strand -> value.put(strand, value(balance, strand)));
        return strands.stream()
                .filter(strand -> IntStream.range(0, known.length)
                                .filter(c -> strand.weight()[c] > 0)
                                .mapToObj(c -> commodities.stage()[c])
                                .distinct()
                                .count()
                        >= 2)
                .sorted(Comparator.comparingDouble(strand -> -value.getOrDefault(strand, 0.0)))
                .toList();
    }

    /// Value of what the strand holds in all that is made, at mean prices; a commodity's value goes to its elements
    /// by mass.
    private static double value(Balance balance, Strand strand) {
        SupplyCase.Contents contents = balance.of().world().contents();
        double[] whole = new double[strand.weight().length];
        for (int i = 0; i < contents.size(); i++) {
            whole[contents.commodity()[i]] += contents.amount()[i]
                    * tonnes(balance.of().world().commodities().unit()[contents.commodity()[i]]);
        }
        PlaceOrigins origins = new PlaceOrigins(balance, PlaceCountries.of(balance.of()));
        double sum = 0;
        for (int c = 0; c < whole.length; c++) {
            double part = strand.weight()[c] / Math.max(whole[c], strand.weight()[c] > 0 ? strand.weight()[c] : 1);
            for (int p = 0; p < balance.of().world().places().size() && part > 0; p++) {
                sum += part * origins.made(c, p, 0) * balance.markets().mean(c, 0);
            }
        }
        return sum;
    }

    /// Tonnes in one unit of mass times kg per kg; a commodity counted in pieces holds kg each.
    private static double tonnes(String unit) {
        return switch (unit) {
            case "kg" -> 1e-3;
            case "t" -> 1;
            case "kt" -> 1e3;
            case "Mt" -> 1e6;
            default -> 1e-3;
        };
    }
}
