package org.genryu.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.balance.explain.PublishedComparison.Status;
import org.genryu.casefile.SupplyCase.Measure;
import org.genryu.casefile.SupplyCase.Reference;
import org.genryu.report.draw.ComparisonChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.words.Glossary;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;

/// Does the base year come out as the world's statistics say? Published figures against the model, with what was
/// allowed, and honest about which of them the case was made from: only the others are a test.
final class ComparisonSection {
    private static final int MOST_ROWS = 24;

    private ComparisonSection() {}

    static void write(Html html, PageView view) {
        PublishedComparison comparison = PublishedComparison.of(view.balance());
        if (comparison.rows().isEmpty()) {
            return;
        }
        html.leaf("p", view.words(WorldPhrases.COMPARED_INTRO));
        figure(html, view, comparison, false);
        figure(html, view, comparison, true);
    }

    private static void figure(Html html, PageView view, PublishedComparison comparison, boolean fitted) {
        List<PublishedComparison.Row> rows = comparison.rows().stream()
                .filter(row -> row.figure().fitted() == fitted)
                .sorted(Comparator.comparingDouble((PublishedComparison.Row row) -> -Math.abs(miss(row))))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        String id = fitted ? "compared-fitted" : "compared-independent";
        String title =
                view.words(fitted ? WorldPhrases.COMPARED_FITTED : WorldPhrases.COMPARED_INDEPENDENT, rows.size());
        String sentence = view.words(
                WorldPhrases.COMPARED_SENTENCE,
                comparison.count(Status.INSIDE, fitted),
                rows.size(),
                comparison.count(Status.OUTSIDE, fitted),
                comparison.count(Status.MISSING, fitted));
        FigureTable sheet = sheet(view, rows, id);
        List<ComparisonChart.Row> drawn = rows.stream()
                .filter(row -> row.status() != Status.MISSING)
                .limit(MOST_ROWS)
                .map(row -> new ComparisonChart.Row(name(view, row.figure()), miss(row), difference(view, row)))
                .toList();
        if (fitted || drawn.isEmpty()) {
            html.leaf("h3", title).leaf("p", sentence);
            PageFigure.table(html, view.lang(), title, sheet, false);
            return;
        }
        view.figure()
                .write(
                        html,
                        id,
                        title,
                        sentence,
                        out -> ComparisonChart.draw(
                                out,
                                id,
                                title,
                                sentence,
                                drawn,
                                new ComparisonChart.Heads(
                                        view.words(WorldPhrases.TOO_LOW),
                                        view.words(WorldPhrases.WITHIN_TOLERANCE),
                                        view.words(WorldPhrases.TOO_HIGH))),
                        sheet);
    }

    private static boolean isShare(Reference figure) {
        return figure.measure() == Measure.PRODUCTION_SHARE || figure.measure() == Measure.IMPORT_SHARE;
    }

    /// Difference over what is allowed; without a number or a tolerance, zero if met and far off if not.
    private static double miss(PublishedComparison.Row row) {
        double off = row.difference().orElse(0.0);
        double allowed = row.figure().tolerance();
        return allowed > 0 ? off / allowed : row.status() == Status.OUTSIDE ? Math.signum(off) * 9 : 0;
    }

    /// +3.2 points, +12%.
    private static String difference(PageView view, PublishedComparison.Row row) {
        return row.difference()
                .map(off -> isShare(row.figure())
                        ? view.words(WorldPhrases.POINTS, String.format(Locale.ROOT, "%+.1f", off * 100))
                        : String.format(Locale.ROOT, "%+.1f%%", off * 100))
                .orElse(view.words(PagePhrases.MISSING));
    }

    /// Mined · China · rare earths.
    private static String name(PageView view, Reference figure) {
        WorldPhrases measure = switch (figure.measure()) {
            case PRODUCTION -> WorldPhrases.PRODUCTION;
            case PRODUCTION_SHARE -> WorldPhrases.PRODUCTION_SHARE;
            case TRADE -> WorldPhrases.TRADE;
            case IMPORT_SHARE -> WorldPhrases.IMPORT_SHARE;
            case PRICE -> WorldPhrases.PRICE;
        };
        String where = figure.from() >= 0
                ? view.place(figure.from()) + " → " + place(view, figure.place())
                : place(view, figure.place());
        return view.words(measure) + " · " + where + " · " + goods(view, figure.goods());
    }

    /// A figure without a place is about the world.
    private static String place(PageView view, int place) {
        return place < 0 ? view.words(WorldPhrases.WORLD) : view.place(place);
    }

    private static String goods(PageView view, org.genryu.casefile.SupplyCase.Goods goods) {
        int known = view.supply().world().commodities().ids().find(goods.label());
        String what = known >= 0
                ? view.commodity(known)
                : goods.label().startsWith("group:")
                        ? Glossary.group(goods.label().substring("group:".length()), view.lang())
                        : goods.label();
        Stream<String> stages = Stream.of(goods.stages()).map(stage -> Glossary.stage(stage, view.lang()));
        Stream<String> elements = Stream.of(goods.elements()).map(element -> Glossary.element(element, view.lang()));
        String narrower = String.join(
                view.words(PagePhrases.LIST), Stream.concat(stages, elements).toList());
        return narrower.isEmpty() ? what : view.words(WorldPhrases.NARROWER, what, narrower);
    }

    private static FigureTable sheet(PageView view, List<PublishedComparison.Row> rows, String id) {
        FigureTable sheet = new FigureTable(
                id,
                3,
                view.words(WorldPhrases.FIGURE),
                view.words(PagePhrases.STATUS),
                view.words(PagePhrases.UNIT),
                view.words(WorldPhrases.PUBLISHED),
                view.words(PagePhrases.MODEL),
                view.words(PagePhrases.DIFFERENCE),
                view.words(WorldPhrases.TOLERANCE));
        for (PublishedComparison.Row row : rows) {
            Reference figure = row.figure();
            boolean share = isShare(figure);
            FigureTable.Cell computed = row.computed()
                    .map(value -> FigureTable.number(number(view, value, share), value))
                    .orElse(new FigureTable.Cell(view.words(PagePhrases.MISSING), ""));
            String period = figure.year() > 0 ? " (" + figure.year() + ")" : "";
            double off = row.difference().orElse(0.0);
            sheet.row(
                    FigureTable.word(name(view, figure) + period)
                            .with(view.marks(List.of(figure.source().split(";")))),
                    status(view, row.status()),
                    FigureTable.word(share ? "%" : row.unit()),
                    FigureTable.number(number(view, figure.value(), share), figure.value()),
                    computed,
                    row.difference().isPresent()
                            ? FigureTable.number(difference(view, row), off)
                            : new FigureTable.Cell(view.words(PagePhrases.MISSING), ""),
                    FigureTable.number(
                            share
                                    ? view.words(
                                            WorldPhrases.POINTS,
                                            String.format(Locale.ROOT, "±%.1f", figure.tolerance() * 100))
                                    : "±" + view.shown().percent(figure.tolerance()),
                            figure.tolerance()));
        }
        return sheet;
    }

    private static String number(PageView view, double value, boolean share) {
        return share ? view.shown().percent(value) : view.shown().number(value);
    }

    private static FigureTable.Cell status(PageView view, Status status) {
        WorldPhrases words = switch (status) {
            case INSIDE -> WorldPhrases.INSIDE;
            case OUTSIDE -> WorldPhrases.OUTSIDE;
            case MISSING -> WorldPhrases.NOT_COMPARED;
        };
        return status == Status.INSIDE
                ? FigureTable.word(view.words(words))
                : new FigureTable.Cell("", view.words(words))
                        .with(List.of(new FigureTable.Mark(view.words(words), "", true)));
    }
}
