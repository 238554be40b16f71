package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.risk.Shares;
import org.genryu.casefile.SupplyCase;
import org.genryu.report.Run;
import org.genryu.report.write.Html;

/// What is the one sentence that a reader must take away? Who of the home partners runs short, if anybody does; else
/// the commodity for which
/// they depend most on a rival. Then: how sure that is.
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

    /// A demand that price keeps from more than this of what it wants comes before the dependence [fraction].
    private static final double GRAVE = 0.5;

    /// A part that came through at any stage is told when it is larger than the part made there by this [fraction].
    private static final double SAYS_MORE = 0.05;

    private static final int MOST_NEXT = 5;

    static void write(Html html, View view) {
        Optional<Shortfall> fixed =
                Shortfall.athome(view, Shortfall.fixed(view)).stream().findFirst();
        Optional<Shortfall> held =
                Shortfall.athome(view, Shortfall.heldBack(view)).stream().findFirst();
        Optional<String> dependence =
                dependence(view, 0).map(found -> sentence(view, found)).or(() -> world(view));
        boolean grave = held.filter(gap -> gap.part() > GRAVE).isPresent();
        List<String> sentences = new ArrayList<>();
        fixed.ifPresent(gap -> sentences.add(sentence(view, gap, Words.RUNS_SHORT)));
        held.filter(_ -> grave).ifPresent(gap -> sentences.add(sentence(view, gap, Words.GOES_WITHOUT)));
        dependence.ifPresent(sentences::add);
        next(view).ifPresent(sentences::add);
        held.filter(_ -> !grave).ifPresent(gap -> sentences.add(sentence(view, gap, Words.GOES_WITHOUT)));
        if (fixed.isEmpty() && held.isEmpty()) {
            sentences.add(view.words(Words.NOBODY_SHORT));
        }
        html.open("section", "class", "headline", "id", "headline");
        for (int i = 0; i < sentences.size(); i++) {
            html.leaf("p", sentences.get(i), i == 0 ? "class" : "", "lead");
        }
        html.open("p", "class", "soft")
                .leaf("strong", view.words(Words.HOW_SURE))
                .text(view.words(Words.COLON));
        html.text(String.join(view.lang() == org.genryu.core.Lang.JA ? "" : " ", certainty(view)))
                .close("p");
        html.close("section");
    }

    private static String sentence(View view, Shortfall found, Words words) {
        SupplyCase.Demands demands = view.supply().use().demands();
        int commodity = demands.commodity()[found.demand()];
        String unit = view.unit(commodity);
        return view.words(
                words,
                view.place(demands.place()[found.demand()]),
                view.commodity(commodity),
                view.use(found.demand()),
                view.period(found.first()),
                view.period(found.worst()),
                view.shown().amount(found.lacking(), unit),
                view.shown().amount(found.wanted(), unit),
                view.shown().label(found.part()));
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
        touched(view, now).ifPresent(words -> out.append(space).append(words));
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

    /// Counting every stage down to the mine: the element in it that the country touched most, if that says more
    /// than
    /// the making alone.
    private static Optional<String> touched(View view, Dependence now) {
        record Touch(org.genryu.balance.origin.Substance substance, double part) {}
        Optional<Touch> most = view.substances(now.commodity()).stream()
                .map(substance -> new Touch(substance, view.touched(substance, now.commodity(), now.country())))
                .max(Comparator.comparingDouble(Touch::part));
        return most.filter(touch -> touch.part() > now.share() + SAYS_MORE)
                .map(touch -> view.words(
                        WorldWords.HEADLINE_TOUCHED,
                        view.source(now.country()),
                        view.shown().label(touch.part()),
                        Glossary.element(touch.substance().name(), view.lang())));
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
        java.util.ArrayList<String> parts = new ArrayList<>();
        parts.add(view.balance()
                .calibration()
                .map(c -> view.words(
                        Words.SURE_BASE,
                        view.period(0),
                        view.shown().label(c.distance()),
                        c.compared().size(),
                        assumed(view.run(), c)))
                .orElse(view.words(Words.SURE_NO_BASE)));
        if (view.run().result() instanceof BalanceResult.StoppedEarly(var _, double gap, var cause)) {
            String left = view.shown().percent(gap);
            parts.add(
                    switch (cause) {
                        case BalanceResult.Cause.Time _ -> view.words(Words.SURE_STOPPED, left);
                        case BalanceResult.Cause.Memory _ ->
                            view.words(Words.SURE_UNPROVED, left, Words.NO_MORE_MEMORY.in(view.lang()));
                        case BalanceResult.Cause.NotProved notProved ->
                            view.words(
                                    Words.SURE_UNPROVED, left, notProved.why().in(view.lang()));
                    });
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

    /// The commodity for which the home partners depend most on a rival, or on any country outside when the case
    /// names
    /// no rival or none makes anything for them; empty when the case has no home or no such use.
    static Optional<Dependence> dependence(View view, int t) {
        return ranked(view, t).stream().findFirst();
    }

    /// All that [#dependence(View, int)] chooses from, most at stake first.
    private static List<Dependence> ranked(View view, int t) {
        List<Dependence> outside = IntStream.range(
                        0, view.supply().world().commodities().size())
                .mapToObj(c -> dependence(view, c, t))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Dependence::atStake)
                        .reversed()
                        .thenComparingInt(Dependence::commodity))
                .toList();
        List<Dependence> rivals = outside.stream()
                .filter(found -> view.supply()
                        .info()
                        .rival()
                        .contains(view.countries().codes().get(found.country())))
                .toList();
        return rivals.isEmpty() ? outside : rivals;
    }

    /// The next ones after the first, as far as they lie above the target.
    private static Optional<String> next(View view) {
        List<String> others = ranked(view, 0).stream()
                .skip(1)
                .filter(found -> found.share() > View.TARGET)
                .limit(MOST_NEXT)
                .map(found -> view.words(
                        WorldWords.HEADLINE_ONE,
                        view.commodity(found.commodity()),
                        view.source(found.country()),
                        view.shown().label(found.share())))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(view.words(WorldWords.HEADLINE_NEXT, String.join(view.words(Words.LIST), others)));
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

    /// The most at stake in the world's production, when no home partner has any use.
    private static Optional<String> world(View view) {
        return view.mostValuable(Integer.MAX_VALUE).stream()
                .filter(c -> view.assessment().production(c, 0).leader().isPresent())
                .map(c -> {
                    Shares made = view.assessment().production(c, 0);
                    String largest = made.leader().orElseThrow();
                    double value = made.total() * view.meanPrice(c);
                    return new Dependence(c, view.countries().find(largest), made.share(largest), value);
                })
                .max(Comparator.comparingDouble(Dependence::atStake).thenComparingInt(d -> -d.commodity()))
                .map(found -> view.words(
                        Words.WORLD_DEPENDS,
                        view.period(0),
                        view.shown().label(found.share()),
                        view.commodity(found.commodity()),
                        view.source(found.country())));
    }
}
