package org.genryu.balance.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.genryu.balance.Balance;
import org.genryu.balance.account.CountryAccounts;
import org.genryu.balance.account.PlaceAccounts;
import org.genryu.balance.account.SupplyShares;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.ProducerShares;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Deadline;
import org.genryu.core.Text;

/// How dependent are the world and the home partners in a balanced world? The published indicators on the amounts of a
/// [Balance], each with its story.
///
/// Production and trade are sums over the places of a country, so that splitting a node changes nothing; regions
/// count in totals and never as members. Domestic supply is what came out of the country's own ground or was
/// collected in it: working on imported feed is import (of the country where that came from), and what is made of new
/// scrap is nothing new. A country without governance score gets the middle of the scale, 5 of 10 or 0.5 ([#unscored]
/// says how much of the world that is). Not applied, for want of data in the case: DP and EV of the USGS, the
/// substitution indices of the EU (taken as 1), its trade factors t (taken as 1, neutral).
public final class Assessment {
    /// Of 0 (best) .. 10, taken where a country has no score.
    public static final double NEUTRAL = 5;

    /// Kilograms in a tonne.
    private static final double KILOGRAMS = 1000;

    private final Balance balance;
    private final SupplyCase supply;
    private final PlaceCountries countries;
    private final CountryAccounts books;
    private final Governance governance;
    private final Tracing tracing;
    /// By commodity, found when asked for.
    private final Map<Integer, ProducerShares> makers = new HashMap<>();

    private Assessment(Balance balance, Governance governance) {
        this.balance = balance;
        this.supply = balance.of();
        this.countries = PlaceCountries.of(supply);
        this.books = new CountryAccounts(balance, countries);
        this.governance = governance;
        this.tracing = Tracing.of(balance);
    }

    public static Assessment of(Balance balance, Governance governance) {
        Deadline.present().check();
        return new Assessment(balance, governance);
    }

    public Governance governance() {
        return governance;
    }

    public Balance balance() {
        return balance;
    }

    /// Production of the world by country in period t.
    public SupplyShares production(int commodity, int t) {
        return books.production(commodity, t);
    }

    /// What a country has of a commodity by the country it came from at the border, imported feed of its plants by
    /// the country that it came from; its own supply included.
    public SupplyShares sourcing(int country, int commodity, int t) {
        return books.sourcing(country, commodity, t, true);
    }

    /// The same without its own supply.
    public SupplyShares imports(int country, int commodity, int t) {
        return books.sourcing(country, commodity, t, false);
    }

    /// Part of what a country makes (without what goes round) and imports that crosses its border from another
    /// [fraction].
    public double direct(int country, int from, int commodity, int t) {
        double all = books.made(commodity, country, t) + books.imports(commodity, country, t);
        return all > 0 ? books.arrives(from, country, commodity, t) / all : 0;
    }

    /// What a country makes, without what goes round [units].
    public double made(int country, int commodity, int t) {
        return books.made(commodity, country, t);
    }

    /// What is made and used at each place.
    public PlaceAccounts byPlace() {
        return books.places();
    }

    /// What plants and final uses of a country take, without what goes round [units].
    public double used(int country, int commodity, int t) {
        return books.used(commodity, country, t);
    }

    /// Country of a place.
    public int countryOf(int place) {
        return countries.ofPlace()[place];
    }

    /// Name of a country.
    public Text name(int country) {
        return countries.names().get(country);
    }

    /// Whether it is one country, and not several together.
    public boolean isCountry(int country) {
        return books.isCountry(country);
    }

    /// Number of countries in the case.
    public int countries() {
        return countries.size();
    }

    /// EoL_RIR: part of what a country uses that came from use, the smallest of the elements inside [fraction].
    ///
    /// @param traces of what the commodity holds
    public double recycled(List<Trace> traces, int country, int commodity, int t) {
        return traces.stream()
                .mapToDouble(trace -> traced(trace, Trace.MINE, country, commodity, t)[
                        trace.sources().recycled()])
                .min()
                .orElse(0);
    }

    /// IR of a country [fraction].
    public double importReliance(int country, int commodity, int t) {
        return Dependence.imports(
                books.own(commodity, country, t),
                books.imports(commodity, country, t) + books.worked(commodity, country, t),
                books.exports(commodity, country, t));
    }

    /// HHI of world production with one's own supply free of risk: Σ s_c² less the square of one's own.
    public double seenFrom(int country, int commodity, int t) {
        SupplyShares shares = production(commodity, t);
        double own = shares.total() > 0 ? books.own(commodity, country, t) / shares.total() : 0;
        return shares.concentration() - (shares.share(countries.codes().get(country)) > 0 ? own * own : 0);
    }

    /// N-1 cover; the demand is what plants and final uses take.
    public Dependence.NMinusOne nMinusOne(int commodity, int t) {
        SupplyShares shares = production(commodity, t);
        double demand = 0;
        for (int k = 0; k < countries.size(); k++) {
            demand += books.used(commodity, k, t);
        }
        int top = shares.leader().map(countries::find).orElse(-1);
        return top < 0
                ? new Dependence.NMinusOne(shares.total(), 0, demand, 0)
                : new Dependence.NMinusOne(
                        shares.total(), books.made(commodity, top, t), demand, books.used(commodity, top, t));
    }

    /// GeoPolRisk of a commodity for a country, by the partners at its border.
    public GeoPolRisk geoPolRisk(int country, int commodity, int t) {
        SupplyShares partners = books.sourcing(country, commodity, t, false);
        Map<String, Double> imports = new LinkedHashMap<>(partners.members());
        if (partners.others() > 0) {
            imports.put("others", partners.others());
        }
        return GeoPolRisk.of(
                production(commodity, t).concentration(),
                imports,
                books.own(commodity, country, t),
                governance,
                GeoPolRisk.MISSING);
    }

    /// What the border statistics of one commodity see: of the mass that a country imports of what is inside, in
    /// whatever form, the part that comes in this form [fraction]; 1 where it imports none. An ore that is imported
    /// as metal has a small scope: its indices say nothing about the metal.
    public double scope(int country, int commodity, int t) {
        double here = 0;
        double all = 0;
        for (Substance substance : tracing.substances()) {
            for (int c = 0; c < substance.weight().length && substance.isIn(commodity); c++) {
                double mass = books.imports(c, country, t) * substance.weight()[c];
                here += c == commodity ? mass : 0;
                all += mass;
            }
        }
        return all > 0 ? here / all : 1;
    }

    /// SR of the EU's method as seen from any country: GS is world production, EU what the country sources.
    ///
    /// @param recycling EoL_RIR [fraction], such as the traced part `recycled`
    public EuRisk.SupplyRisk europe(int country, int commodity, int t, double recycling) {
        return new EuRisk.SupplyRisk(
                suppliers(production(commodity, t)),
                suppliers(sourcing(country, commodity, t)),
                importReliance(country, commodity, t),
                recycling,
                1);
    }

    private List<EuRisk.Supplier> suppliers(SupplyShares shares) {
        return shares.members().keySet().stream()
                .map(country -> new EuRisk.Supplier(
                        country,
                        shares.share(country),
                        governance.mean(country).map(EuRisk::scale).orElse(NEUTRAL),
                        1,
                        governance.mean(country).isPresent()))
                .toList();
    }

    /// TE of the USGS for a country: net imports and stock release over all it has.
    public double tradeExposure(int country, int commodity, int t) {
        double released = 0;
        SupplyCase.Stock stock = supply.stock();
        for (int s = 0; s < stock.size(); s++) {
            if (stock.commodity()[s] == commodity && countries.ofPlace()[stock.place()[s]] == country) {
                double before = t == 0
                        ? stock.levels().start()[s]
                        : balance.quantities().level()[s][t - 1];
                released += before - balance.quantities().level()[s][t];
            }
        }
        return UsgsRisk.exposure(
                books.imports(commodity, country, t)
                        + books.worked(commodity, country, t)
                        - books.exports(commodity, country, t)
                        + released,
                books.own(commodity, country, t));
    }

    /// Hoskins' index of world production.
    public double hoskins(int commodity, int t) {
        SupplyShares shares = production(commodity, t);
        return HoskinsIndex.index(shares.members().keySet().stream()
                .map(country -> new HoskinsIndex.Producer(
                        shares.share(country),
                        governance
                                .mean(country)
                                .map(mean -> OptionalDouble.of(EuRisk.scale(mean)))
                                .orElse(OptionalDouble.empty())))
                .toList());
    }

    /// Part of world production whose country has no governance score, or is not one country [fraction].
    public double unscored(int commodity, int t) {
        SupplyShares shares = production(commodity, t);
        double without = shares.others();
        for (Map.Entry<String, Double> member : shares.members().entrySet()) {
            without += governance.mean(member.getKey()).isEmpty() ? member.getValue() : 0;
        }
        return shares.total() > 0 ? without / shares.total() : 0;
    }

    /// What a country's places use of a commodity, by source, from a trace: the mixture of its places weighted by
    /// what they use; empty shares if it uses none.
    ///
    /// @param stage `mine` or a stage of the trace
    public double[] traced(Trace trace, String stage, int country, int commodity, int t) {
        double[] mixed = new double[trace.sources().size()];
        double weight = 0;
        for (int p = 0; p < countries.ofPlace().length; p++) {
            double used =
                    countries.ofPlace()[p] == country && trace.has(p, commodity, t) ? books.usedAt(commodity, p, t) : 0;
            if (used > 0) {
                double[] share = trace.made(stage, p, commodity, t);
                for (int k = 0; k < mixed.length; k++) {
                    mixed[k] += used * share[k];
                }
                weight += used;
            }
        }
        for (int k = 0; k < mixed.length && weight > 0; k++) {
            mixed[k] /= weight;
        }
        return mixed;
    }

    /// Part of what a country's places use that passed through another country at any stage [fraction].
    public double tracedThrough(Trace trace, int other, int country, int commodity, int t) {
        double through = 0;
        double weight = 0;
        for (int p = 0; p < countries.ofPlace().length; p++) {
            if (countries.ofPlace()[p] == country && trace.has(p, commodity, t)) {
                double used = books.usedAt(commodity, p, t);
                through += used * trace.touched(other, p, commodity, t);
                weight += used;
            }
        }
        return weight > 0 ? through / weight : 0;
    }

    /// What the places of some countries use of a commodity, by the country that made it, also when it came through
    /// third countries; without what only goes round as new scrap of factories. The last one is "from stock"
    /// [units].
    public double[] usedByMaker(List<Integer> of, int commodity, int t) {
        double[] byMaker = new double[countries.size() + 1];
        for (int p = 0; p < countries.ofPlace().length; p++) {
            double used = of.contains(countries.ofPlace()[p]) ? books.usedAt(commodity, p, t) : 0;
            if (used > 0) {
                double[] share =
                        makers.computeIfAbsent(commodity, tracing::makersAnew).shares(p, t);
                for (int k = 0; k < byMaker.length; k++) {
                    byMaker[k] += used * share[k];
                }
            }
        }
        return byMaker;
    }

    /// What plants and final uses take at a place [units].
    public double usedAt(int place, int commodity, int t) {
        return books.usedAt(commodity, place, t);
    }

    /// The traces behind a commodity, and where their places are.
    public Tracing tracing() {
        return tracing;
    }

    /// Price at a country's first place that has one [USD/kg], for CF of GeoPolRisk; empty if the case counts
    /// neither in USD nor in mass.
    public OptionalDouble price(int country, int commodity, int t) {
        String unit = supply.world().commodities().unit()[commodity];
        if (!supply.info().money().currency().equals("USD") || !(unit.equals("t") || unit.equals("kg"))) {
            return OptionalDouble.empty();
        }
        Balance.Markets markets = balance.markets();
        for (int m = 0; m < markets.size(); m++) {
            if (markets.commodity()[m] == commodity && countries.ofPlace()[markets.place()[m]] == country) {
                return OptionalDouble.of(markets.price()[m][t] / (unit.equals("t") ? KILOGRAMS : 1));
            }
        }
        return OptionalDouble.empty();
    }

    /// Index of a country of the case, or -1.
    public int country(String code) {
        return countries.find(code);
    }

    /// The home partners that are in the case, by index.
    public List<Integer> homes() {
        return found(supply.info().home());
    }

    /// The rivals that are in the case, by index.
    public List<Integer> rivals() {
        return found(supply.info().rival());
    }

    private List<Integer> found(List<String> codes) {
        List<Integer> found = new ArrayList<>();
        codes.forEach(code -> {
            if (countries.find(code) >= 0) {
                found.add(countries.find(code));
            }
        });
        return List.copyOf(found);
    }

    /// Code of a country.
    public String code(int country) {
        return countries.codes().get(country);
    }

    /// Whether the country has or makes any of the commodity.
    public boolean has(int country, int commodity, int t) {
        return books.made(commodity, country, t) + books.imports(commodity, country, t) > 0;
    }
}
