package org.genryu.report.page;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.explain.Shortages;
import org.genryu.balance.explain.Shortages.Shortage;
import org.genryu.casefile.SupplyCase;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.ShortageGrid;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;

/// Who runs short, when and how much; and what price keeps out of reach.
final class ShortageSection {
    private static final int MOST_ROWS = 15;

    /// From here on a demand that reacts to price is told by name [fraction].
    private static final double HELD_BACK = 0.10;

    private ShortageSection() {}

    static void write(Html html, PageView view) {
        List<Shortage> fixed = Shortages.of(view.balance(), Shortages.NOTICED).stream()
                .filter(Shortage::fixed)
                .toList();
        List<Shortage> held = Shortages.of(view.balance(), HELD_BACK).stream()
                .filter(gap -> !gap.fixed() && isAtHome(view, gap.demand()))
                .toList();
        if (fixed.isEmpty()) {
            html.leaf("p", view.words(held.isEmpty() ? PagePhrases.NOBODY_SHORT : PagePhrases.NO_FIXED_SHORT));
        } else {
            figure(html, view, "short", PagePhrases.SHORT_TITLE, PagePhrases.SHORT_SENTENCE, fixed);
        }
        if (!held.isEmpty()) {
            html.leaf("p", view.words(PagePhrases.FORGONE_TEXT));
            figure(html, view, "held-back", PagePhrases.HELD_TITLE, PagePhrases.HELD_SENTENCE, held);
        }
        List<Integer> elastic = elasticAtHome(view);
        if (!elastic.isEmpty()) {
            html.leaf("h3", view.words(PagePhrases.FORGONE));
            PageFigure.table(
                    html,
                    view.lang(),
                    view.words(PagePhrases.FORGONE),
                    sheet(view, "price-response", elastic, true),
                    false);
        }
    }

    private static void figure(
            Html html, PageView view, String id, PagePhrases title, PagePhrases sentence, List<Shortage> gaps) {
        double tallest = gaps.stream().mapToDouble(Shortage::part).max().orElse(1);
        String said = view.words(
                sentence,
                gaps.size(),
                view.supply().use().demands().size(),
                view.shown().label(tallest));
        List<ShortageGrid.Row> rows = gaps.stream()
                .limit(MOST_ROWS)
                .map(gap -> row(view, gap.demand()))
                .toList();
        List<String> periods = IntStream.rangeClosed(0, view.last())
                .mapToObj(view.supply().periods()::label)
                .toList();
        view.figure()
                .write(
                        html,
                        id,
                        view.words(title),
                        said,
                        out -> new ShortageGrid(periods, rows, tallest)
                                .draw(out, id, view.words(title), said, view.shown()),
                        sheet(view, id, gaps.stream().map(Shortage::demand).toList(), false));
    }

    private static ShortageGrid.Row row(PageView view, int d) {
        double[] part = new double[view.last() + 1];
        for (int t = 0; t < part.length; t++) {
            part[t] = Shortages.part(view.balance(), d, t);
        }
        SupplyCase.Demands demands = view.supply().use().demands();
        String name =
                view.place(demands.place()[d]) + " · " + view.use(d) + " · " + view.commodity(demands.commodity()[d]);
        return new ShortageGrid.Row(name, view.paint(view.countryOfDemand(d)), part);
    }

    private static List<Integer> elasticAtHome(PageView view) {
        SupplyCase.Demands demands = view.supply().use().demands();
        return IntStream.range(0, demands.size())
                .filter(d -> !(demands.curve()[d] instanceof SupplyCase.Curve.Fixed))
                .filter(d -> isAtHome(view, d))
                .boxed()
                .toList();
    }

    /// All are when the case has no home.
    private static boolean isAtHome(PageView view, int demand) {
        return view.homes().isEmpty() || view.isHome(view.countryOfDemand(demand));
    }

    /// Wanted and served of some demands: every period with the change, or the periods with a gap and the part
    /// missing.
    private static FigureTable sheet(PageView view, String name, List<Integer> which, boolean everyPeriod) {
        SupplyCase.Demands demands = view.supply().use().demands();
        FigureTable sheet = new FigureTable(
                name,
                5,
                view.words(PagePhrases.PLACE),
                view.words(PagePhrases.USE),
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.UNIT),
                view.words(PagePhrases.PERIOD),
                view.words(PagePhrases.WANTED),
                view.words(PagePhrases.SERVED),
                view.words(everyPeriod ? PagePhrases.CHANGE : PagePhrases.SHORT_SHARE));
        for (int d : which) {
            for (int t = 0; t <= view.last(); t++) {
                double wanted = view.balance().quantities().wanted()[d][t];
                double served = view.balance().quantities().served()[d][t];
                double part = everyPeriod
                        ? wanted > 0 ? (served - wanted) / wanted : 0
                        : Shortages.part(view.balance(), d, t);
                if (everyPeriod || part > 0) {
                    sheet.row(
                            FigureTable.word(view.place(demands.place()[d])),
                            FigureTable.word(view.use(d)),
                            FigureTable.word(view.commodity(demands.commodity()[d])),
                            FigureTable.word(view.unit(demands.commodity()[d])),
                            FigureTable.word(view.supply().periods().label(t)),
                            FigureTable.number(view.shown().number(wanted), wanted),
                            FigureTable.number(view.shown().number(served), served),
                            FigureTable.number(view.shown().percent(part), part));
                }
            }
        }
        return sheet;
    }
}
