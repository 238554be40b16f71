package org.genryu.balance.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;

/// Who stands behind what a country uses of one commodity, from the mine to the commodity? The origins of its places,
/// by what each uses.
///
/// share_k = Σ_places used_p share_pk / Σ_places used_p – [Origin.Tier#share()], and so for what was touched and
/// shipped
///
/// @param country index into the countries of the case
/// @param commodity that the country uses
/// @param amount of the substance in what it uses [its unit]
/// @param tiers from the mine to the stage of the commodity
/// @param touched by country: part that was at any stage made, traded or landed there [fraction]
/// @param straits by strait of the trace: part that was at any stage shipped through [fraction]
public record SupplyTiers(
        int country,
        int commodity,
        int period,
        Substance substance,
        double amount,
        List<Origin.Tier> tiers,
        double[] touched,
        double[] straits) {

    /// Empty if the country uses none, or no recipe and no lane says where it comes from.
    public static Optional<SupplyTiers> of(Trace trace, PlaceOrigins origins, int country, int commodity, int t) {
        PlaceCountries countries = trace.sources().countries();
        double whole = 0;
        Map<String, double[]> shares = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(List.of(Trace.MINE));
        order.addAll(trace.stages());
        order.forEach(stage -> shares.put(stage, new double[trace.sources().size()]));
        Map<String, Map<SupplyCase.Feed, double[]>> remade = new LinkedHashMap<>();
        double[] touched = new double[countries.size()];
        double[] straits = new double[trace.straits().size()];
        for (int p = 0; p < countries.ofPlace().length; p++) {
            double used = countries.ofPlace()[p] == country ? origins.used(commodity, p, t) : 0;
            Optional<Origin> origin = used > 0 ? trace.origin(p, commodity, t) : Optional.empty();
            if (origin.isPresent()) {
                whole += used;
                addTiers(shares, origin.get(), used, trace.sources().without());
                addRemade(remade, origin.get(), used);
                add(touched, origin.get().touched(), used);
                add(straits, origin.get().straits(), used);
            }
        }
        if (whole == 0) {
            return Optional.empty();
        }
        double all = whole;
        int without = trace.sources().without();
        List<Origin.Tier> tiers = shares.entrySet().stream()
                .filter(tier -> tier.getValue()[without] < all || remade.containsKey(tier.getKey()))
                .map(tier -> new Origin.Tier(
                        tier.getKey(),
                        part(tier.getValue(), all),
                        remade.getOrDefault(tier.getKey(), Map.of()).entrySet().stream()
                                .map(feed -> new Origin.Remade(feed.getKey(), part(feed.getValue(), all)))
                                .toList()))
                .toList();
        return Optional.of(new SupplyTiers(
                country,
                commodity,
                t,
                trace.substance(),
                whole * trace.substance().weight()[commodity],
                tiers,
                part(touched, all),
                part(straits, all)));
    }

    /// The country outside that touched most of it; -1 if none did.
    public int mostTouching(List<Integer> homes) {
        return IntStream.range(0, touched.length)
                .filter(k -> k != country && !homes.contains(k) && touched[k] > 0)
                .boxed()
                .max((a, b) -> Double.compare(touched[a], touched[b]))
                .orElse(-1);
    }

    /// A stage that the origin does not name was not passed.
    private static void addTiers(Map<String, double[]> shares, Origin origin, double used, int without) {
        Map<String, double[]> named = new LinkedHashMap<>();
        origin.tiers().forEach(tier -> named.put(tier.stage(), tier.share()));
        shares.forEach((stage, sum) -> {
            double[] share = named.get(stage);
            if (share == null) {
                sum[without] += used;
            } else {
                add(sum, share, used);
            }
        });
    }

    private static void addRemade(Map<String, Map<SupplyCase.Feed, double[]>> remade, Origin origin, double used) {
        for (Origin.Tier tier : origin.tiers()) {
            for (Origin.Remade one : tier.remade()) {
                double[] sum = remade.computeIfAbsent(tier.stage(), _ -> new EnumMap<>(SupplyCase.Feed.class))
                        .computeIfAbsent(one.feed(), _ -> new double[one.share().length]);
                add(sum, one.share(), used);
            }
        }
    }

    private static void add(double[] sum, double[] share, double times) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += share[k] * times;
        }
    }

    private static double[] part(double[] sum, double all) {
        return Arrays.stream(sum).map(amount -> amount / all).toArray();
    }
}
