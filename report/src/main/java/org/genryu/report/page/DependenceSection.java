package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.genryu.report.draw.Bars;
import org.genryu.report.draw.Figure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.Progress;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;

/// Dependence by stage: where what the home partners use was made, and who makes it in the world, with the HHI and
/// the target line.
final class DependenceSection {
    private static final int MOST_ROWS = 22;
    private static final int MOST_HOME_ROWS = 14;
    private static final int MOST_PARTS = 6;
    /// Smaller parts are not in the key [fraction].
    private static final double SEEN = 0.02;

    private DependenceSection() {}

    static void write(Html html, View view) {
        html.leaf("p", view.words(Words.DEPENDENCE_INTRO, view.shown().label(View.TARGET)));
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
                view.words(Words.WORLD_TITLE, view.period(0)),
                view.words(Words.WORLD_SENTENCE, made.size(), half),
                made,
                c -> view.worldProduction(c, 0));
    }

    /// Seen from one partner, in the first period.
    private static void home(Html html, View view, int country) {
        String code = view.countries().codes().get(country);
        IntFunction<double[]> use = c -> view.assessment().usedByMaker(List.of(country), c, 0);
        List<Integer> used = rows(view, MOST_HOME_ROWS, use);
        long above = used.stream()
                .filter(c -> view.outside(use.apply(c))
                        .filter(part -> part.share() > View.TARGET)
                        .isPresent())
                .count();
        figure(
                html,
                view,
                "home-" + code.toLowerCase(java.util.Locale.ROOT),
                view.words(Words.HOME_TITLE, view.source(country), view.period(0)),
                view.words(Words.HOME_SENTENCE, used.size(), above, view.shown().label(View.TARGET)),
                used,
                use);
    }

    /// The largest part from one country outside, in the first and in the last period.
    private static void progress(Html html, View view) {
        List<Integer> used = rows(view, MOST_ROWS, c -> view.homeUse(c, 0)).stream()
                .filter(c -> view.outside(view.homeUse(c, 0)).isPresent())
                .toList();
        List<Progress.Row> rows = used.stream().map(c -> progress(view, c)).toList();
        long before = rows.stream().filter(row -> row.from() > View.TARGET).count();
        long after = rows.stream().filter(row -> row.to() > View.TARGET).count();
        String target = view.shown().label(View.TARGET);
        String title = view.words(WorldWords.PROGRESS_TITLE, target, view.period(0), view.period(view.last()));
        String sentence = view.words(
                WorldWords.PROGRESS_SENTENCE,
                rows.size(),
                target,
                before,
                view.period(0),
                after,
                view.period(view.last()));
        Sheet sheet = new Sheet(
                "progress",
                2,
                view.words(Words.STAGE),
                view.words(Words.COMMODITY),
                view.words(Words.SHARE) + " " + view.period(0),
                view.words(Words.SHARE) + " " + view.period(view.last()));
        rows.forEach(row -> sheet.row(
                Sheet.word(row.group()),
                Sheet.word(row.name()),
                Sheet.number(view.shown().percent(row.from()), row.from()),
                Sheet.number(view.shown().percent(row.to()), row.to())));
        view.figure()
                .write(
                        html,
                        "progress",
                        title,
                        sentence,
                        out -> Progress.draw(out, "progress", title, sentence, rows, View.TARGET, target),
                        sheet);
    }

    private static Progress.Row progress(View view, int commodity) {
        Optional<View.Part> first = view.outside(view.homeUse(commodity, 0));
        Optional<View.Part> last = view.outside(view.homeUse(commodity, view.last()));
        double from = first.map(View.Part::share).orElse(0.0);
        double to = last.map(View.Part::share).orElse(0.0);
        String start = first.map(part -> view.source(part.country())).orElse("");
        String end = last.map(part -> view.source(part.country())).orElse(start);
        String who = start.equals(end) ? start : start + " → " + end;
        String shares = view.shown().label(from) + " → " + view.shown().label(to);
        return new Progress.Row(view.stage(commodity), view.commodity(commodity), from, to, who + " " + shares);
    }

    /// The most valuable commodities with any amount, in the order of the case.
    private static List<Integer> rows(View view, int most, IntFunction<double[]> amounts) {
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
    private static Comparator<Integer> stageOrder(View view) {
        List<String> stages = List.of(view.supply().world().commodities().stage()).stream()
                .distinct()
                .toList();
        return Comparator.comparingInt((Integer c) ->
                        stages.indexOf(view.supply().world().commodities().stage()[c]))
                .thenComparingInt(c -> c);
    }

    private static void figure(
            Html html,
            View view,
            String id,
            String title,
            String sentence,
            List<Integer> commodities,
            IntFunction<double[]> amounts) {
        if (commodities.isEmpty()) {
            return;
        }
        List<Bars.Row> rows = commodities.stream()
                .map(c -> row(view, c, arranged(view, view.parts(amounts.apply(c)), id.startsWith("home"))))
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
                            key(out, view, commodities, amounts);
                        },
                        sheet(view, id, commodities, amounts));
    }

    /// Countries outside first, so that the target line reads off the largest of them.
    private static List<View.Part> arranged(View view, List<View.Part> parts, boolean homeLast) {
        Comparator<View.Part> order = Comparator.comparing(part -> homeLast && view.isHome(part.country()));
        return parts.stream()
                .sorted(order.thenComparing(
                        part -> part.country() == view.origins().stock()))
                .toList();
    }

    private static Bars.Row row(View view, int commodity, List<View.Part> parts) {
        List<Bars.Part> shown = new ArrayList<>();
        double least = parts.size() <= MOST_PARTS
                ? 0
                : parts.stream()
                        .map(View.Part::share)
                        .sorted(Comparator.reverseOrder())
                        .toList()
                        .get(MOST_PARTS - 2);
        List<View.Part> small =
                parts.stream().filter(part -> part.share() < least).toList();
        for (View.Part part : parts) {
            if (part.share() >= least) {
                shown.add(new Bars.Part(
                        view.source(part.country()) + " " + view.shown().label(part.share()),
                        view.paint(part.country()),
                        part.share()));
            }
        }
        if (!small.isEmpty()) {
            double rest = small.stream().mapToDouble(View.Part::share).sum();
            shown.add(new Bars.Part(
                    view.words(Words.OTHERS, small.size()) + " " + view.shown().label(rest), Palette.OTHERS, rest));
        }
        return new Bars.Row(
                view.stage(commodity),
                view.commodity(commodity),
                shown,
                String.format(Locale.ROOT, "%.2f", view.concentration(parts)));
    }

    /// Countries that hold enough of any row to be seen, in the order of what they hold of all rows.
    private static void key(Html html, View view, List<Integer> commodities, IntFunction<double[]> amounts) {
        double[] seen = new double[view.countries().size() + 1];
        commodities.forEach(c -> view.parts(amounts.apply(c)).stream()
                .filter(part -> part.share() >= SEEN)
                .forEach(part -> seen[part.country()] += part.share()));
        html.open("ul", "class", "key");
        view.parts(seen).forEach(part -> Figure.key(html, view.paint(part.country()), view.source(part.country())));
        Figure.key(html, Palette.OTHERS, view.words(Words.OTHER));
        html.close("ul");
    }

    private static Sheet sheet(View view, String id, List<Integer> commodities, IntFunction<double[]> amounts) {
        Sheet sheet = new Sheet(
                "dependence-" + id,
                4,
                view.words(Words.STAGE),
                view.words(Words.COMMODITY),
                view.words(Words.COUNTRY),
                view.words(Words.UNIT),
                view.words(Words.AMOUNT),
                view.words(Words.SHARE),
                view.words(Words.HHI));
        for (int c : commodities) {
            double[] amount = amounts.apply(c);
            List<View.Part> parts = view.parts(amount);
            double hhi = view.concentration(parts);
            for (View.Part part : parts) {
                sheet.row(
                        Sheet.word(view.stage(c)),
                        Sheet.word(view.commodity(c)),
                        Sheet.word(view.source(part.country())),
                        Sheet.word(view.unit(c)),
                        Sheet.number(view.shown().number(amount[part.country()]), amount[part.country()]),
                        Sheet.number(view.shown().percent(part.share()), part.share()),
                        Sheet.number(view.shown().number(hhi), hhi));
            }
        }
        return sheet;
    }
}
