package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.genryu.report.draw.BarChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.StageBars;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// Dependence by stage: where what the home partners use was made, and who makes it in the world, with the HHI and
/// the target line.
final class DependenceSection {
    private static final int MOST_ROWS = 22;
    private static final int MOST_HOME_ROWS = 14;
    private static final int MOST_PARTS = 6;
    /// Smaller parts are not in the key [fraction].
    private static final double SEEN = 0.02;

    private DependenceSection() {}

    static void write(Html html, PageView view) {
        html.leaf("p", view.words(PagePhrases.DEPENDENCE_INTRO, view.shown().label(PageView.TARGET)));
        for (String home : view.homes()) {
            home(html, view, view.countries().find(home));
        }
        if (view.last() > 0 && !view.homes().isEmpty()) {
            progress(html, view);
        }
        List<Integer> made = rows(view, MOST_ROWS, c -> view.worldProduction(c, 0));
        long half = made.stream()
                .filter(c -> view.parts(view.worldProduction(c, 0)).getFirst().share() > 0.5)
                .count();
        figure(
                html,
                view,
                "world",
                view.words(PagePhrases.WORLD_TITLE, view.period(0)),
                view.words(PagePhrases.WORLD_SENTENCE, made.size(), half),
                made,
                c -> view.worldProduction(c, 0));
    }

    /// Seen from one partner, in the first period.
    private static void home(Html html, PageView view, int country) {
        String code = view.countries().codes().get(country);
        IntFunction<double[]> use = c -> view.assessment().usedByMaker(List.of(country), c, 0);
        List<Integer> used = rows(view, MOST_HOME_ROWS, use);
        long above = used.stream()
                .filter(c -> view.outside(use.apply(c))
                        .filter(part -> part.share() > PageView.TARGET)
                        .isPresent())
                .count();
        figure(
                html,
                view,
                "home-" + code.toLowerCase(java.util.Locale.ROOT),
                view.words(PagePhrases.HOME_TITLE, view.source(country), view.period(0)),
                view.words(
                        PagePhrases.HOME_SENTENCE,
                        used.size(),
                        above,
                        view.shown().label(PageView.TARGET)),
                used,
                use);
    }

    /// The largest part from one country outside, in the first and in the last period.
    private static void progress(Html html, PageView view) {
        List<Integer> used = rows(view, MOST_ROWS, c -> view.homeUse(c, 0)).stream()
                .filter(c -> view.outside(view.homeUse(c, 0)).isPresent())
                .toList();
        List<StageBars.Row> rows = used.stream().map(c -> progress(view, c)).toList();
        long before = rows.stream().filter(row -> row.from() > PageView.TARGET).count();
        long after = rows.stream().filter(row -> row.to() > PageView.TARGET).count();
        String target = view.shown().label(PageView.TARGET);
        String title = view.words(WorldPhrases.PROGRESS_TITLE, target, view.period(0), view.period(view.last()));
        String sentence = view.words(
                WorldPhrases.PROGRESS_SENTENCE,
                rows.size(),
                target,
                before,
                view.period(0),
                after,
                view.period(view.last()));
        FigureTable sheet = new FigureTable(
                "progress",
                2,
                view.words(PagePhrases.STAGE),
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.SHARE) + " " + view.period(0),
                view.words(PagePhrases.SHARE) + " " + view.period(view.last()));
        rows.forEach(row -> sheet.row(
                FigureTable.word(row.group()),
                FigureTable.word(row.name()),
                FigureTable.number(view.shown().percent(row.from()), row.from()),
                FigureTable.number(view.shown().percent(row.to()), row.to())));
        view.figure()
                .write(
                        html,
                        "progress",
                        title,
                        sentence,
                        out -> StageBars.draw(out, "progress", title, sentence, rows, PageView.TARGET, target),
                        sheet);
    }

    private static StageBars.Row progress(PageView view, int commodity) {
        Optional<PageView.Part> first = view.outside(view.homeUse(commodity, 0));
        Optional<PageView.Part> last = view.outside(view.homeUse(commodity, view.last()));
        double from = first.map(PageView.Part::share).orElse(0.0);
        double to = last.map(PageView.Part::share).orElse(0.0);
        String start = first.map(part -> view.source(part.country())).orElse("");
        String end = last.map(part -> view.source(part.country())).orElse(start);
        String who = start.equals(end) ? start : start + " → " + end;
        String shares = view.shown().label(from) + " → " + view.shown().label(to);
        return new StageBars.Row(view.stage(commodity), view.commodity(commodity), from, to, who + " " + shares);
    }

    /// The most valuable commodities with any amount, in the order of the case.
    private static List<Integer> rows(PageView view, int most, IntFunction<double[]> amounts) {
        List<Integer> all = view.mostValuable(Integer.MAX_VALUE).stream()
                .filter(c -> !view.parts(amounts.apply(c)).isEmpty())
                .toList();
        return all.stream()
                .sorted(Comparator.comparingDouble(
                        c -> -java.util.Arrays.stream(amounts.apply(c)).sum() * view.meanPrice(c)))
                .limit(most)
                .sorted(stageOrder(view))
                .toList();
    }

    /// Stages in the order in which the case first names them, commodities of a stage in the order of the case.
    private static Comparator<Integer> stageOrder(PageView view) {
        List<String> stages = List.of(view.supply().world().commodities().stage()).stream()
                .distinct()
                .toList();
        return Comparator.comparingInt((Integer c) ->
                        stages.indexOf(view.supply().world().commodities().stage()[c]))
                .thenComparingInt(c -> c);
    }

    private static void figure(
            Html html,
            PageView view,
            String id,
            String title,
            String sentence,
            List<Integer> commodities,
            IntFunction<double[]> amounts) {
        if (commodities.isEmpty()) {
            return;
        }
        List<BarChart.Row> rows = commodities.stream()
                .map(c -> row(view, c, arranged(view, view.parts(amounts.apply(c)), id.startsWith("home"))))
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
                            key(out, view, commodities, amounts);
                        },
                        sheet(view, id, commodities, amounts));
    }

    /// Countries outside first, so that the target line reads off the largest of them.
    private static List<PageView.Part> arranged(PageView view, List<PageView.Part> parts, boolean homeLast) {
        Comparator<PageView.Part> order = Comparator.comparing(part -> homeLast && view.isHome(part.country()));
        return parts.stream()
                .sorted(order.thenComparing(
                        part -> part.country() == view.origins().stock()))
                .toList();
    }

    private static BarChart.Row row(PageView view, int commodity, List<PageView.Part> parts) {
        List<BarChart.Part> shown = new ArrayList<>();
        double least = parts.size() <= MOST_PARTS
                ? 0
                : parts.stream()
                        .map(PageView.Part::share)
                        .sorted(Comparator.reverseOrder())
                        .toList()
                        .get(MOST_PARTS - 2);
        List<PageView.Part> small =
                parts.stream().filter(part -> part.share() < least).toList();
        for (PageView.Part part : parts) {
            if (part.share() >= least) {
                shown.add(new BarChart.Part(
                        view.source(part.country()) + " " + view.shown().label(part.share()),
                        view.paint(part.country()),
                        part.share()));
            }
        }
        if (!small.isEmpty()) {
            double rest = small.stream().mapToDouble(PageView.Part::share).sum();
            shown.add(new BarChart.Part(
                    view.words(PagePhrases.OTHERS, small.size()) + " "
                            + view.shown().label(rest),
                    Palette.OTHERS,
                    rest));
        }
        return new BarChart.Row(
                view.stage(commodity),
                view.commodity(commodity),
                shown,
                String.format(Locale.ROOT, "%.2f", view.concentration(parts)));
    }

    /// Countries that hold enough of any row to be seen, in the order of what they hold of all rows.
    private static void key(Html html, PageView view, List<Integer> commodities, IntFunction<double[]> amounts) {
        double[] seen = new double[view.countries().size() + 1];
        commodities.forEach(c -> view.parts(amounts.apply(c)).stream()
                .filter(part -> part.share() >= SEEN)
                .forEach(part -> seen[part.country()] += part.share()));
        html.open("ul", "class", "key");
        view.parts(seen).forEach(part -> PageFigure.key(html, view.paint(part.country()), view.source(part.country())));
        PageFigure.key(html, Palette.OTHERS, view.words(PagePhrases.OTHER));
        html.close("ul");
    }

    private static FigureTable sheet(
            PageView view, String id, List<Integer> commodities, IntFunction<double[]> amounts) {
        FigureTable sheet = new FigureTable(
                "dependence-" + id,
                4,
                view.words(PagePhrases.STAGE),
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.COUNTRY),
                view.words(PagePhrases.UNIT),
                view.words(PagePhrases.AMOUNT),
                view.words(PagePhrases.SHARE),
                view.words(PagePhrases.HHI));
        Map<String, String> fills = new LinkedHashMap<>();
        for (int c : commodities) {
            double[] amount = amounts.apply(c);
            List<PageView.Part> parts = arranged(view, view.parts(amount), id.startsWith("home"));
            double hhi = view.concentration(parts);
            for (PageView.Part part : parts) {
                sheet.row(
                        FigureTable.word(view.stage(c)),
                        FigureTable.word(view.commodity(c)),
                        FigureTable.word(view.source(part.country())),
                        FigureTable.word(view.unit(c)),
                        FigureTable.number(view.shown().number(amount[part.country()]), amount[part.country()]),
                        FigureTable.number(view.shown().percent(part.share()), part.share()),
                        FigureTable.number(view.shown().number(hhi), hhi));
                fills.put(
                        view.source(part.country()), view.paint(part.country()).css());
            }
        }
        return sheet.plotted(Plot.of(Plot.Kind.STACKED)
                .with("name", 1)
                .with("part", 2)
                .with("value", 5)
                .unit("%")
                .line(PageView.TARGET, view.shown().label(PageView.TARGET))
                .paints(fills));
    }
}
