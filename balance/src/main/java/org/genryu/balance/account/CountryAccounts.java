package org.genryu.balance.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.DomesticSupply;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.casefile.SupplyCase;

/// Who makes, uses and trades how much of a commodity in a period? Sums over the places of a country [units].
/// What goes round (made of new scrap) is neither made nor used: it was counted when it was first made.
/// Places of kind `region` and places without a country stand for several countries.
public final class CountryAccounts {
    private final SupplyCase supply;
    private final PlaceCountries countries;
    /// By [commodity][country][period].
    private final double[][][] made;
    private final double[][][] used;
    private final PlaceAccounts places;
    private final double[][][] imports;
    private final double[][][] exports;
    /// By commodity and country of arrival: by country of departure what arrives, booked in the period in which it
    /// was sent.
    private final List<Map<Integer, double[]>> between;
    private final double[] none;
    private final DomesticSupply supplied;

    public CountryAccounts(Balance balance, PlaceCountries countries) {
        this.supply = balance.of();
        this.countries = countries;
        int commodities = supply.world().commodities().size();
        int periods = supply.periods().count();
        this.made = new double[commodities][countries.size()][periods];
        this.used = new double[commodities][countries.size()][periods];
        this.places = PlaceAccounts.of(balance);
        this.imports = new double[commodities][countries.size()][periods];
        this.exports = new double[commodities][countries.size()][periods];
        this.none = new double[periods];
        this.between = Stream.<Map<Integer, double[]>>generate(TreeMap::new)
                .limit((long) commodities * countries.size())
                .toList();
        this.supplied = DomesticSupply.of(balance, countries);
        sum(places);
        trade(balance);
    }

    private Map<Integer, double[]> into(int country, int commodity) {
        return between.get(commodity * countries.size() + country);
    }

    private void sum(PlaceAccounts places) {
        for (int c = 0; c < made.length; c++) {
            for (int p = 0; p < countries.ofPlace().length; p++) {
                add(made[c][countries.ofPlace()[p]], places.made()[c][p]);
                add(used[c][countries.ofPlace()[p]], places.used()[c][p]);
            }
        }
    }

    private void trade(Balance balance) {
        SupplyCase.Routes routes = supply.routes();
        for (int l = 0; l < routes.size(); l++) {
            int from = countries.ofPlace()[routes.from()[l]];
            int to = countries.ofPlace()[routes.to()[l]];
            if (from == to) {
                continue;
            }
            double[] arriving = into(to, routes.commodity()[l]).computeIfAbsent(from, _ -> new double[none.length]);
            for (int t = 0; t < none.length; t++) {
                double sent = Math.max(0, balance.quantities().flow()[l][t]);
                double kept = sent * (1 - routes.lane().loss().at(l, t));
                exports[routes.commodity()[l]][from][t] += sent;
                imports[routes.commodity()[l]][to][t] += kept;
                arriving[t] += kept;
            }
        }
    }

    private static void add(double[] row, double[] amounts) {
        for (int t = 0; t < row.length; t++) {
            row[t] += amounts[t];
        }
    }

    /// What plants make and what comes back from use, at a place of the country; without what goes round.
    public double made(int commodity, int country, int t) {
        return Math.max(0, made[commodity][country][t] - supplied.round(commodity, country, t));
    }

    /// What plants and final uses take, without what goes round.
    public double used(int commodity, int country, int t) {
        return Math.max(0, used[commodity][country][t] - supplied.round(commodity, country, t));
    }

    /// What the country makes of what came out of its own ground, or was collected in it.
    public double own(int commodity, int country, int t) {
        return supplied.own(commodity, country, t);
    }

    /// What the country makes of imported feed.
    public double worked(int commodity, int country, int t) {
        return supplied.imported(commodity, country, t);
    }

    /// The sums by place.
    public PlaceAccounts places() {
        return places;
    }

    /// What plants and final uses take at a place.
    public double usedAt(int commodity, int place, int t) {
        return places.used()[commodity][place][t];
    }

    /// What arrives from other countries, in the period in which it was sent.
    public double imports(int commodity, int country, int t) {
        return imports[commodity][country][t];
    }

    /// What is sent to other countries.
    public double exports(int commodity, int country, int t) {
        return exports[commodity][country][t];
    }

    /// Production by country.
    public SupplyShares production(int commodity, int t) {
        double[] amounts = new double[countries.size()];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = made(commodity, k, t);
        }
        return shares(amounts, commodity);
    }

    /// What comes across the border of a country, by the country it was sent from, what it makes of imported feed,
    /// by the country where that came from, and, if asked, what it makes of its own.
    public SupplyShares sourcing(int country, int commodity, int t, boolean withOwn) {
        double[] amounts = new double[countries.size()];
        into(country, commodity).forEach((from, arriving) -> amounts[from] += arriving[t]);
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] += supplied.from(k, commodity, country, t);
        }
        amounts[country] = withOwn ? own(commodity, country, t) : 0;
        return shares(amounts, commodity);
    }

    /// What arrives in one country from another.
    public double arrives(int from, int to, int commodity, int t) {
        return from == to ? 0 : into(to, commodity).getOrDefault(from, none)[t];
    }

    private SupplyShares shares(double[] amounts, int commodity) {
        Map<String, Double> members = new LinkedHashMap<>();
        double others = 0;
        for (int k = 0; k < amounts.length; k++) {
            if (amounts[k] > 0 && isCountry(k)) {
                members.put(countries.codes().get(k), amounts[k]);
            } else {
                others += Math.max(0, amounts[k]);
            }
        }
        return new SupplyShares(members, others, supply.world().commodities().unit()[commodity]);
    }

    /// Whether it is one country, and not several together.
    public boolean isCountry(int country) {
        SupplyCase.Places places = supply.world().places();
        for (int p = 0; p < places.size(); p++) {
            if (countries.ofPlace()[p] == country && !places.kind()[p].equals("region")) {
                return true;
            }
        }
        return false;
    }
}
