package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.core.Lang;
import org.genryu.report.count.Tiers;
import org.genryu.report.draw.Bars;
import org.genryu.report.draw.Figure;
import org.genryu.report.draw.Palette;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;

/// Who stands behind what each home partner uses, tier by tier down to the mine? One picture a partner and product: a
/// bar for each stage, the product on top, the mine at the bottom.
///
/// Drawn are, for each partner, first what passed through a rival, then the products with most at stake: value of use
/// times the part that one country outside
/// touched at any stage; of each group of commodities the dearest product and the most exposed one, with the substance
/// in it that is touched most.
final class TierSection {
    private static final int MOST_PRODUCTS = 6;
    /// Parts that differ by less are alike [fraction].
    private static final double ALIKE = 0.2;
    /// A product of less value than this part of the dearest of its group does not count [fraction].
    private static final double COUNTS = 0.02;
    /// Smaller parts of a tier join the others in the picture; the table has them [fraction].
    private static final double LEAST = 0.015;
    /// A stage that more than this part did not pass is a side way [fraction].
    private static final double SIDE = 0.5;

    private TierSection() {}

    static void write(Html html, View view) {
        html.leaf("p", view.words(WorldWords.TIERS_INTRO, view.shown().label(View.TARGET)));
        try (OpenTiers open = new OpenTiers(view)) {
            write(html, view, open);
        }
    }

    private static void write(Html html, View view, OpenTiers open) {
        int drawn = 0;
        for (String home : view.homes()) {
            List<Tiers> chosen = chosen(view, view.countries().find(home));
            if (!chosen.isEmpty()) {
                html.leaf("h3", view.words(WorldWords.SEEN_FROM, view.country(home)));
            }
            for (Tiers tiers : chosen) {
                figure(html, view, tiers, open, "tiers-" + home.toLowerCase(java.util.Locale.ROOT) + "-" + ++drawn);
            }
        }
        if (drawn == 0) {
            html.leaf("p", view.words(WorldWords.NO_TIERS));
        }
    }

    /// @param value of what the country uses [currency]
    /// @param touched by the country outside that touched most [fraction]
    private record Candidate(Tiers tiers, String group, double value, double touched) {
        double stake() {
            return value * touched;
        }

        double content() {
            return tiers.substance().weight()[tiers.commodity()];
        }
    }

    /// The products of a partner worth a picture, most at stake first.
    static List<Tiers> chosen(View view, int country) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        for (int c = 0; c < view.supply().world().commodities().size(); c++) {
            double value = view.finalUse(country, c, 0) * view.meanPrice(c);
            if (value > 0) {
                candidate(view, country, c, value)
                        .ifPresent(found -> groups.computeIfAbsent(found.group(), _ -> new ArrayList<>())
                                .add(found));
            }
        }
        List<Candidate> chosen = new ArrayList<>();
        groups.values().forEach(group -> chosen.addAll(best(group)));
        return chosen.stream()
                .sorted(Comparator.comparing((Candidate one) -> !isRival(view, one.tiers()))
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::stake).reversed()))
                .limit(MOST_PRODUCTS)
                .map(Candidate::tiers)
                .toList();
    }

    /// Whether the country that touched most is a rival.
    private static boolean isRival(View view, Tiers tiers) {
        int most = tiers.mostTouching(view.homeIndices());
        return most >= 0
                && view.supply()
                        .info()
                        .rival()
                        .contains(view.countries().codes().get(most));
    }

    /// Of a group the product with most at stake and, of the others that count, the most exposed.
    private static List<Candidate> best(List<Candidate> group) {
        Candidate dearest =
                group.stream().max(Comparator.comparingDouble(Candidate::stake)).orElseThrow();
        List<Candidate> best = new ArrayList<>(List.of(dearest));
        group.stream()
                .filter(one -> one.tiers().commodity() != dearest.tiers().commodity())
                .filter(one -> one.value() >= COUNTS * dearest.value())
                .max(Comparator.comparingDouble(Candidate::touched))
                .ifPresent(best::add);
        return best;
    }

    /// A commodity with the substance in it that is touched most; of those that are touched alike the heaviest.
    private static Optional<Candidate> candidate(View view, int country, int commodity, double value) {
        String named = view.supply().world().commodities().group()[commodity];
        String group = named.isEmpty() ? view.commodity(commodity) : named;
        List<Candidate> all = view.substances(commodity).stream()
                .map(substance -> Tiers.of(view.trace(substance), view.origins(), country, commodity, 0))
                .flatMap(Optional::stream)
                .filter(tiers -> tiers.tiers().size() > 1)
                .map(tiers -> {
                    int most = tiers.mostTouching(view.homeIndices());
                    return new Candidate(tiers, group, value, most < 0 ? 0 : tiers.touched()[most]);
                })
                .toList();
        double enough = all.stream().mapToDouble(Candidate::touched).max().orElse(0) - ALIKE;
        return all.stream().filter(one -> one.touched() >= enough).max(Comparator.comparingDouble(Candidate::content));
    }

    private static void figure(Html html, View view, Tiers tiers, OpenTiers open, String id) {
        String what = what(view, tiers);
        String title =
                view.words(WorldWords.TIERS_TITLE, what, view.source(tiers.country()), view.period(tiers.period()));
        String sentence = sentence(view, tiers);
        List<Bars.Row> rows = main(view, tiers).reversed().stream()
                .map(tier -> row(view, tier))
                .toList();
        view.figure()
                .write(
                        html,
                        id,
                        title,
                        sentence,
                        out -> {
                            Bars.shares(
                                    out,
                                    id,
                                    title,
                                    sentence,
                                    rows,
                                    View.TARGET,
                                    view.shown().label(View.TARGET),
                                    view.words(Words.HHI));
                            key(out, view, tiers);
                            touched(out, view, tiers);
                            others(out, view, tiers);
                            out.leaf("p", open.sentence(tiers));
                        },
                        sheet(view, tiers, id));
    }

    /// Dysprosium in heat-resistant magnets; LNG.
    private static String what(View view, Tiers tiers) {
        String commodity = view.commodity(tiers.commodity());
        return tiers.substance().isElement()
                ? view.words(
                        WorldWords.ELEMENT_IN,
                        Glossary.element(tiers.substance().element(), view.lang()),
                        commodity)
                : commodity;
    }

    /// Who leads at each tier, and how much of it one country touched at any stage.
    private static String sentence(View view, Tiers tiers) {
        ShareSources sources = view.sources();
        List<String> leaders = new ArrayList<>();
        for (Origin.Tier tier : main(view, tiers)) {
            int best = IntStream.range(0, sources.countries().size())
                    .boxed()
                    .max(Comparator.comparingDouble(k -> tier.share()[k]))
                    .orElse(0);
            leaders.add(view.words(
                    WorldWords.TIER_LEADER,
                    stage(view, tier),
                    view.source(best),
                    view.shown().label(tier.share()[best])));
        }
        String space = view.lang() == Lang.JA ? "" : " ";
        String list = String.join(view.lang() == Lang.JA ? "、" : ", ", leaders);
        int most = tiers.mostTouching(view.homeIndices());
        String touch = most < 0
                ? ""
                : space
                        + view.words(
                                WorldWords.TIERS_TOUCHED,
                                view.source(most),
                                view.shown().label(tiers.touched()[most]));
        return view.words(WorldWords.TIERS_SENTENCE, list) + touch;
    }

    /// The tiers that most of it passed; side ways such as scrap stand in the table only.
    private static List<Origin.Tier> main(View view, Tiers tiers) {
        return tiers.tiers().stream()
                .filter(tier -> tier.share()[view.sources().without()] < SIDE)
                .toList();
    }

    private static String stage(View view, Origin.Tier tier) {
        return Glossary.stage(tier.stage(), view.lang());
    }

    private static Bars.Row row(View view, Origin.Tier tier) {
        List<Bars.Part> parts = new ArrayList<>();
        List<View.Part> all = view.parts(tier.share());
        for (View.Part part : all) {
            if (part.share() >= LEAST) {
                parts.add(new Bars.Part(
                        view.name(part.country()) + " " + view.shown().label(part.share()),
                        paint(view, part.country()),
                        part.share()));
            }
        }
        List<View.Part> small =
                all.stream().filter(part -> part.share() < LEAST).toList();
        if (!small.isEmpty()) {
            double rest = small.stream().mapToDouble(View.Part::share).sum();
            parts.add(new Bars.Part(
                    view.words(Words.OTHERS, small.size()) + " " + view.shown().label(rest), Palette.OTHERS, rest));
        }
        return new Bars.Row("", stage(view, tier), parts, String.format(Locale.ROOT, "%.2f", view.concentration(all)));
    }

    private static Palette paint(View view, int source) {
        return view.sources().isCountry(source) ? view.paint(source) : Palette.OTHERS;
    }

    private static void key(Html html, View view, Tiers tiers) {
        double[] seen = new double[view.sources().countries().size()];
        tiers.tiers().forEach(tier -> {
            for (int k = 0; k < seen.length; k++) {
                seen[k] += tier.share()[k] >= LEAST ? tier.share()[k] : 0;
            }
        });
        html.open("ul", "class", "key");
        view.parts(seen).forEach(part -> Figure.key(html, view.paint(part.country()), view.source(part.country())));
        Figure.key(html, Palette.OTHERS, view.words(Words.OTHER));
        html.close("ul");
    }

    /// The countries and straits that touched most of it, in words.
    private static void touched(Html html, View view, Tiers tiers) {
        List<String> countries = IntStream.range(0, tiers.touched().length)
                .filter(k -> k != tiers.country() && tiers.touched()[k] >= 0.05)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -tiers.touched()[k]))
                .limit(5)
                .map(k -> view.source(k) + " " + view.shown().label(tiers.touched()[k]))
                .toList();
        line(html, view, WorldWords.TOUCHED_BY, countries);
        List<String> names = view.trace(tiers.substance()).straits();
        List<String> straits = IntStream.range(0, tiers.straits().length)
                .filter(s -> tiers.straits()[s] >= 0.005)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> -tiers.straits()[s]))
                .limit(5)
                .map(s -> view.strait(names.get(s)) + " " + view.shown().label(tiers.straits()[s]))
                .toList();
        line(html, view, WorldWords.SHIPPED_THROUGH, straits);
    }

    /// The other elements in the same product, with the part that the same country touched.
    private static void others(Html html, View view, Tiers tiers) {
        int most = tiers.mostTouching(view.homeIndices());
        List<String> parts = view.substances(tiers.commodity()).stream()
                .filter(substance -> most >= 0 && !substance.equals(tiers.substance()))
                .flatMap(
                        substance -> Tiers.of(
                                view.trace(substance),
                                view.origins(),
                                tiers.country(),
                                tiers.commodity(),
                                tiers.period())
                                .stream())
                .map(other -> Glossary.element(other.substance().name(), view.lang()) + " "
                        + view.shown().label(other.touched()[most]))
                .toList();
        if (!parts.isEmpty()) {
            html.open("p").leaf("strong", view.words(WorldWords.ALSO_TOUCHED, view.source(most)));
            html.text(view.words(Words.COLON) + String.join(view.words(Words.LIST), parts))
                    .close("p");
        }
    }

    private static void line(Html html, View view, WorldWords head, List<String> parts) {
        if (!parts.isEmpty()) {
            html.open("p").leaf("strong", view.words(head)).text(view.words(Words.COLON));
            html.text(String.join(view.words(Words.LIST), parts)).close("p");
        }
    }

    private static Sheet sheet(View view, Tiers tiers, String id) {
        Sheet sheet = new Sheet(
                id,
                3,
                view.words(WorldWords.TIER),
                view.words(Words.COUNTRY),
                view.words(Words.UNIT),
                view.words(Words.AMOUNT),
                view.words(Words.SHARE));
        for (Origin.Tier tier : tiers.tiers().reversed()) {
            for (View.Part part : view.parts(tier.share())) {
                row(sheet, view, tiers, stage(view, tier), view.name(part.country()), part.share());
            }
            for (Origin.Remade remade : tier.remade()) {
                String on = stage(view, tier) + ", " + Glossary.feed(remade.feed(), view.lang());
                for (View.Part part : view.parts(remade.share(), 1)) {
                    row(sheet, view, tiers, on, view.name(part.country()), part.share());
                }
            }
        }
        for (View.Part part : view.parts(tiers.touched(), 1)) {
            row(sheet, view, tiers, view.words(WorldWords.TOUCHED), view.name(part.country()), part.share());
        }
        List<String> straits = view.trace(tiers.substance()).straits();
        for (View.Part part : view.parts(tiers.straits(), 1)) {
            String strait = view.strait(straits.get(part.country()));
            row(sheet, view, tiers, view.words(WorldWords.SHIPPED), strait, part.share());
        }
        return sheet;
    }

    private static void row(Sheet sheet, View view, Tiers tiers, String tier, String who, double share) {
        double amount = tiers.amount() * share;
        sheet.row(
                Sheet.word(tier),
                Sheet.word(who),
                Sheet.word(tiers.substance().unit()),
                Sheet.number(view.shown().number(amount), amount),
                Sheet.number(view.shown().percent(share), share));
    }
}
