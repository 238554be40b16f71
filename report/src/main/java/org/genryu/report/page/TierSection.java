package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.account.SupplyTiers;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.core.Lang;
import org.genryu.report.draw.BarChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;

/// Who stands behind what each home partner uses, tier by tier down to the mine? One picture a partner and product: a
/// bar for each stage, the product on top, the mine at the bottom.
///
/// Drawn are, for each partner, first what passed through a rival, then the products with most at stake: value of use
/// times the part that one country outside touched at any stage; of each group of commodities the dearest product and
/// the most exposed one, with the substance in it that is touched most.
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

    static void write(Html html, PageView view) {
        html.leaf("p", view.words(WorldPhrases.TIERS_INTRO, view.shown().label(PageView.TARGET)));
        try (OpenTiers open = new OpenTiers(view)) {
            write(html, view, open);
        }
    }

    private static void write(Html html, PageView view, OpenTiers open) {
        int drawn = 0;
        for (String home : view.homes()) {
            List<SupplyTiers> chosen = chosen(view, view.countries().find(home));
            if (!chosen.isEmpty()) {
                html.leaf("h3", view.words(WorldPhrases.SEEN_FROM, view.country(home)));
            }
            for (SupplyTiers tiers : chosen) {
                figure(html, view, tiers, open, "tiers-" + home.toLowerCase(java.util.Locale.ROOT) + "-" + ++drawn);
            }
        }
        if (drawn == 0) {
            html.leaf("p", view.words(WorldPhrases.NO_TIERS));
        }
    }

    /// @param value of what the country uses [currency]
    /// @param touched by the country outside that touched most [fraction]
    private record Candidate(SupplyTiers tiers, String group, double value, double touched) {
        double stake() {
            return value * touched;
        }

        double content() {
            return tiers.substance().weight()[tiers.commodity()];
        }
    }

    /// The products of a partner worth a picture, most at stake first.
    static List<SupplyTiers> chosen(PageView view, int country) {
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
    private static boolean isRival(PageView view, SupplyTiers tiers) {
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
    private static Optional<Candidate> candidate(PageView view, int country, int commodity, double value) {
        String named = view.supply().world().commodities().group()[commodity];
        String group = named.isEmpty() ? view.commodity(commodity) : named;
        List<Candidate> all = view.substances(commodity).stream()
                .map(substance -> SupplyTiers.of(view.trace(substance), view.origins(), country, commodity, 0))
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

    private static void figure(Html html, PageView view, SupplyTiers tiers, OpenTiers open, String id) {
        String what = what(view, tiers);
        String title =
                view.words(WorldPhrases.TIERS_TITLE, what, view.source(tiers.country()), view.period(tiers.period()));
        String sentence = sentence(view, tiers);
        List<BarChart.Row> rows = main(view, tiers).reversed().stream()
                .map(tier -> row(view, tier))
                .toList();
        view.figure()
                .write(
                        html,
                        id,
                        title,
                        sentence,
                        out -> {
                            BarChart.shares(
                                    out,
                                    id,
                                    title,
                                    sentence,
                                    rows,
                                    PageView.TARGET,
                                    view.shown().label(PageView.TARGET),
                                    view.words(PagePhrases.HHI));
                            key(out, view, tiers);
                            touched(out, view, tiers);
                            others(out, view, tiers);
                            out.leaf("p", open.sentence(tiers));
                        },
                        sheet(view, tiers, id));
    }

    /// Dysprosium in heat-resistant magnets; LNG.
    private static String what(PageView view, SupplyTiers tiers) {
        String commodity = view.commodity(tiers.commodity());
        return tiers.substance().isElement()
                ? view.words(
                        WorldPhrases.ELEMENT_IN,
                        Glossary.element(tiers.substance().element(), view.lang()),
                        commodity)
                : commodity;
    }

    /// Who leads at each tier, and how much of it one country touched at any stage.
    private static String sentence(PageView view, SupplyTiers tiers) {
        ShareSources sources = view.sources();
        List<String> leaders = new ArrayList<>();
        for (Origin.Tier tier : main(view, tiers)) {
            int best = IntStream.range(0, sources.countries().size())
                    .boxed()
                    .max(Comparator.comparingDouble(k -> tier.share()[k]))
                    .orElse(0);
            leaders.add(view.words(
                    WorldPhrases.TIER_LEADER,
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
                                WorldPhrases.TIERS_TOUCHED,
                                view.source(most),
                                view.shown().label(tiers.touched()[most]));
        return view.words(WorldPhrases.TIERS_SENTENCE, list) + touch;
    }

    /// The tiers that most of it passed; side ways such as scrap stand in the table only.
    private static List<Origin.Tier> main(PageView view, SupplyTiers tiers) {
        return tiers.tiers().stream()
                .filter(tier -> tier.share()[view.sources().without()] < SIDE)
                .toList();
    }

    private static String stage(PageView view, Origin.Tier tier) {
        return Glossary.stage(tier.stage(), view.lang());
    }

    private static BarChart.Row row(PageView view, Origin.Tier tier) {
        List<BarChart.Part> parts = new ArrayList<>();
        List<PageView.Part> all = view.parts(tier.share());
        for (PageView.Part part : all) {
            if (part.share() >= LEAST) {
                parts.add(new BarChart.Part(
                        view.name(part.country()) + " " + view.shown().label(part.share()),
                        paint(view, part.country()),
                        part.share()));
            }
        }
        List<PageView.Part> small =
                all.stream().filter(part -> part.share() < LEAST).toList();
        if (!small.isEmpty()) {
            double rest = small.stream().mapToDouble(PageView.Part::share).sum();
            parts.add(new BarChart.Part(
                    view.words(PagePhrases.OTHERS, small.size()) + " "
                            + view.shown().label(rest),
                    Palette.OTHERS,
                    rest));
        }
        return new BarChart.Row(
                "", stage(view, tier), parts, String.format(Locale.ROOT, "%.2f", view.concentration(all)));
    }

    private static Palette paint(PageView view, int source) {
        return view.sources().isCountry(source) ? view.paint(source) : Palette.OTHERS;
    }

    private static void key(Html html, PageView view, SupplyTiers tiers) {
        double[] seen = new double[view.sources().countries().size()];
        tiers.tiers().forEach(tier -> {
            for (int k = 0; k < seen.length; k++) {
                seen[k] += tier.share()[k] >= LEAST ? tier.share()[k] : 0;
            }
        });
        html.open("ul", "class", "key");
        view.parts(seen).forEach(part -> PageFigure.key(html, view.paint(part.country()), view.source(part.country())));
        PageFigure.key(html, Palette.OTHERS, view.words(PagePhrases.OTHER));
        html.close("ul");
    }

    /// The countries and straits that touched most of it, in words.
    private static void touched(Html html, PageView view, SupplyTiers tiers) {
        List<String> countries = IntStream.range(0, tiers.touched().length)
                .filter(k -> k != tiers.country() && tiers.touched()[k] >= 0.05)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -tiers.touched()[k]))
                .limit(5)
                .map(k -> view.source(k) + " " + view.shown().label(tiers.touched()[k]))
                .toList();
        line(html, view, WorldPhrases.TOUCHED_BY, countries);
        List<String> names = view.trace(tiers.substance()).straits();
        List<String> straits = IntStream.range(0, tiers.straits().length)
                .filter(s -> tiers.straits()[s] >= 0.005)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> -tiers.straits()[s]))
                .limit(5)
                .map(s -> view.strait(names.get(s)) + " " + view.shown().label(tiers.straits()[s]))
                .toList();
        line(html, view, WorldPhrases.SHIPPED_THROUGH, straits);
    }

    /// The other elements in the same product, with the part that the same country touched.
    private static void others(Html html, PageView view, SupplyTiers tiers) {
        int most = tiers.mostTouching(view.homeIndices());
        List<String> parts = view.substances(tiers.commodity()).stream()
                .filter(substance -> most >= 0 && !substance.equals(tiers.substance()))
                .flatMap(
                        substance -> SupplyTiers.of(
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
            html.open("p").leaf("strong", view.words(WorldPhrases.ALSO_TOUCHED, view.source(most)));
            html.text(view.words(PagePhrases.COLON) + String.join(view.words(PagePhrases.LIST), parts))
                    .close("p");
        }
    }

    private static void line(Html html, PageView view, WorldPhrases head, List<String> parts) {
        if (!parts.isEmpty()) {
            html.open("p").leaf("strong", view.words(head)).text(view.words(PagePhrases.COLON));
            html.text(String.join(view.words(PagePhrases.LIST), parts)).close("p");
        }
    }

    private static FigureTable sheet(PageView view, SupplyTiers tiers, String id) {
        FigureTable sheet = new FigureTable(
                id,
                3,
                view.words(WorldPhrases.TIER),
                view.words(PagePhrases.COUNTRY),
                view.words(PagePhrases.UNIT),
                view.words(PagePhrases.AMOUNT),
                view.words(PagePhrases.SHARE));
        for (Origin.Tier tier : tiers.tiers().reversed()) {
            for (PageView.Part part : view.parts(tier.share())) {
                row(sheet, view, tiers, stage(view, tier), view.name(part.country()), part.share());
            }
            for (Origin.Remade remade : tier.remade()) {
                String on = stage(view, tier) + ", " + Glossary.feed(remade.feed(), view.lang());
                for (PageView.Part part : view.parts(remade.share(), 1)) {
                    row(sheet, view, tiers, on, view.name(part.country()), part.share());
                }
            }
        }
        for (PageView.Part part : view.parts(tiers.touched(), 1)) {
            row(sheet, view, tiers, view.words(WorldPhrases.TOUCHED), view.name(part.country()), part.share());
        }
        List<String> straits = view.trace(tiers.substance()).straits();
        for (PageView.Part part : view.parts(tiers.straits(), 1)) {
            String strait = view.strait(straits.get(part.country()));
            row(sheet, view, tiers, view.words(WorldPhrases.SHIPPED), strait, part.share());
        }
        return sheet;
    }

    private static void row(
            FigureTable sheet, PageView view, SupplyTiers tiers, String tier, String who, double share) {
        double amount = tiers.amount() * share;
        sheet.row(
                FigureTable.word(tier),
                FigureTable.word(who),
                FigureTable.word(tiers.substance().unit()),
                FigureTable.number(view.shown().number(amount), amount),
                FigureTable.number(view.shown().percent(share), share));
    }
}
