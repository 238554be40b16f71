package org.genryu.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.casefile.SupplyCase;

/// What is the one sentence that a reader must take away? Who of the home partners runs short, if anybody does; else
/// the commodity for which
/// they depend most on one country outside. Then: how sure that is.
///
/// Of all commodities and countries outside, the pair with the most value at stake is named: what the home partners
/// use of the commodity, by
/// value, times the part that was made there.
final class Headline {
    private Headline() {}

    /// @param country made `share` of what the home partners used of the commodity
    /// @param value [currency] of that use
    record Dependence(int commodity, int country, double share, double value) {
        double atStake() {
            return share * value;
        }
    }

    /// @param worst the period with the largest part missing
    record Shortage(int demand, int first, int worst, double lacking, double wanted, double cost) {}

    static void write(Html html, View view) {
        html.open("section", "class", "headline", "id", "headline");
        Optional<Shortage> shortage = shortage(view);
        Optional<Dependence> dependence = dependence(view, 0);
        shortage.ifPresent(found -> html.leaf("p", sentence(view, found), "class", "lead"));
        dependence.ifPresent(
                found -> html.leaf("p", sentence(view, found), "class", shortage.isPresent() ? "" : "lead"));
        if (dependence.isEmpty()) {
            world(view)
                    .ifPresent(found -> html.leaf(
                            "p",
                            view.words(
                                    Words.WORLD_DEPENDS,
                                    view.period(0),
                                    view.shown().label(found.share()),
                                    view.commodity(found.commodity()),
                                    view.source(found.country())),
                            "class",
                            shortage.isPresent() ? "" : "lead"));
        }
        if (shortage.isEmpty()) {
            html.leaf("p", view.words(Words.NOBODY_SHORT));
        }
        html.open("p", "class", "soft")
                .leaf("strong", view.words(Words.HOW_SURE))
                .text(view.words(Words.COLON));
        html.text(String.join(view.lang() == org.genryu.core.Lang.JA ? "" : " ", certainty(view)))
                .close("p");
        html.close("section");
    }

    private static String sentence(View view, Shortage found) {
        SupplyCase.Demands demands = view.supply().use().demands();
        int commodity = demands.commodity()[found.demand()];
        String unit = view.unit(commodity);
        return view.words(
                Words.RUNS_SHORT,
                view.place(demands.place()[found.demand()]),
                view.commodity(commodity),
                Glossary.use(demands.use()[found.demand()], view.lang()),
                view.period(found.first()),
                view.period(found.worst()),
                view.shown().amount(found.lacking(), unit),
                view.shown().amount(found.wanted(), unit),
                view.shown().label(found.lacking() / found.wanted()));
    }

    private static String sentence(View view, Dependence now) {
        StringBuilder out = new StringBuilder(view.words(
                Words.HOME_DEPENDS,
                view.period(0),
                view.shown().label(now.share()),
                view.commodity(now.commodity()),
                view.homeNames(),
                view.source(now.country())));
        String space = view.lang() == org.genryu.core.Lang.JA ? "" : " ";
        Words verdict = now.share() > View.TARGET ? Words.ABOVE_TARGET : Words.BELOW_TARGET;
        out.append(space).append(view.words(verdict, view.shown().label(View.TARGET)));
        if (view.last() > 0) {
            List<View.Part> later = view.parts(view.homeUse(now.commodity(), view.last()));
            if (!later.isEmpty()) {
                double share = later.stream()
                        .filter(p -> p.country() == now.country())
                        .mapToDouble(View.Part::share)
                        .sum();
                View.Part largest = later.getFirst();
                out.append(space)
                        .append(
                                largest.country() == now.country()
                                        ? view.words(
                                                Words.HOME_DEPENDS_SAME,
                                                view.period(view.last()),
                                                view.shown().label(share))
                                        : view.words(
                                                Words.HOME_DEPENDS_LATER,
                                                view.period(view.last()),
                                                view.shown().label(share),
                                                view.source(largest.country()),
                                                view.shown().label(largest.share())));
            }
        }
        return out.toString();
    }

    /// How many of the values that calibration meets stand in rows that rest on an assumption.
    private static long assumed(Run run, Balance.Calibration calibration) {
        java.util.Set<String> rows = new java.util.HashSet<>();
        run.evidence().assumptions().forEach(row -> rows.add(row.table() + " " + row.id()));
        return calibration.compared().stream()
                .filter(row -> rows.contains((row.kind().equals("flow") ? "routes " : "processes ") + row.id()))
                .count();
    }

    private static List<String> certainty(View view) {
        java.util.ArrayList<String> parts = new java.util.ArrayList<>();
        parts.add(view.balance()
                .calibration()
                .map(c -> view.words(
                        Words.SURE_BASE,
                        view.period(0),
                        view.shown().label(c.distance()),
                        c.compared().size(),
                        assumed(view.run(), c)))
                .orElse(view.words(Words.SURE_NO_BASE)));
        if (view.run().result() instanceof BalanceResult.StoppedEarly(var _, double gap)) {
            parts.add(view.words(Words.SURE_STOPPED, view.shown().percent(gap)));
        }
        view.run()
                .proof()
                .ifPresent(proof -> parts.add(view.words(
                        Words.SURE_PROOF,
                        view.shown().number(proof.certificate().gap()))));
        Run.Evidence evidence = view.run().evidence();
        if (!evidence.sources().isEmpty()) {
            parts.add(view.words(
                    Words.SURE_SOURCES,
                    evidence.sources().stream()
                            .filter(source -> source.rows() > 0)
                            .count(),
                    evidence.assumptions().size(),
                    evidence.unverified().size()));
        }
        parts.add(view.words(Words.SURE_ORIGIN));
        return parts;
    }

    /// The commodity for which the home partners depend most on one country outside; empty when the case has no
    /// home or no such use.
    static Optional<Dependence> dependence(View view, int t) {
        List<Dependence> all = IntStream.range(
                        0, view.supply().world().commodities().size())
                .mapToObj(c -> dependence(view, c, t))
                .flatMap(Optional::stream)
                .toList();
        return all.stream().max(Comparator.comparingDouble(Dependence::atStake).thenComparingInt(d -> -d.commodity()));
    }

    /// The largest maker outside of what the home partners use of one commodity.
    static Optional<Dependence> dependence(View view, int commodity, int t) {
        double[] use = view.homeUse(commodity, t);
        double total = java.util.Arrays.stream(use).sum();
        return view.parts(use).stream()
                .filter(part -> part.country() < view.countries().size()
                        && !view.homes().contains(view.countries().codes().get(part.country())))
                .findFirst()
                .map(part ->
                        new Dependence(commodity, part.country(), part.share(), total * view.meanPrice(commodity)));
    }

    private static Optional<Dependence> world(View view) {
        return view.mostValuable(Integer.MAX_VALUE).stream()
                .filter(c -> view.ledger().total(view.ledger().made()[c], 0) > 0)
                .map(c -> {
                    int largest = view.ledger().largest(c, 0);
                    return new Dependence(
                            c,
                            largest,
                            view.ledger().share(c, largest, 0),
                            view.ledger().total(view.ledger().made()[c], 0) * view.meanPrice(c));
                })
                .max(Comparator.comparingDouble(Dependence::atStake).thenComparingInt(d -> -d.commodity()));
    }

    /// The costliest shortage of a home partner; of anybody when the case has no home.
    static Optional<Shortage> shortage(View view) {
        return IntStream.range(0, view.supply().use().demands().size())
                .filter(d -> view.homes().isEmpty() || view.homes().contains(countryOf(view, d)))
                .mapToObj(d -> shortage(view, d))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Shortage::cost));
    }

    private static String countryOf(View view, int demand) {
        return view.countries()
                .codes()
                .get(view.countries().ofPlace()[view.supply().use().demands().place()[demand]]);
    }

    /// The shortage of one demand that does not react to price.
    static Optional<Shortage> shortage(View view, int d) {
        SupplyCase.Demands demands = view.supply().use().demands();
        if (!(demands.curve()[d] instanceof SupplyCase.Curve.Fixed)) {
            return Optional.empty();
        }
        double[] wanted = view.balance().quantities().wanted()[d];
        double[] served = view.balance().quantities().served()[d];
        int first = -1;
        int worst = -1;
        double cost = 0;
        for (int t = 0; t < wanted.length; t++) {
            double lacking = wanted[t] - served[t];
            if (wanted[t] > 0 && lacking > NOTICED * wanted[t]) {
                first = first < 0 ? t : first;
                worst = worst < 0 || lacking / wanted[t] > (wanted[worst] - served[worst]) / wanted[worst] ? t : worst;
                cost += lacking
                        * (demands.shortageCost().given(d)
                                ? demands.shortageCost().at(d, t)
                                : 1);
            }
        }
        return first < 0
                ? Optional.empty()
                : Optional.of(new Shortage(d, first, worst, wanted[worst] - served[worst], wanted[worst], cost));
    }

    /// A smaller part of what is wanted is the tolerance of the solver, not a shortage [fraction].
    static final double NOTICED = 1e-6;
}
