package org.genryu.report.page;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.account.DemandAccount;
import org.genryu.balance.account.Shortages;
import org.genryu.balance.account.Shortages.Shortage;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.ShortageGrid;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// Who runs short, when and how much; and what price keeps out of reach.
final class ShortageSection {
    private static final int MOST_ROWS = 15;

    /// From here on a demand that reacts to price is told by name [fraction].
    private static final double HELD_BACK = 0.10;

    private ShortageSection() {}

    static void write(Html html, PageView view) {
        List<DemandAccount> demands = view.demands();
        List<Shortage> fixed = Shortages.of(view.balance(), Shortages.NOTICED).stream()
                .filter(Shortage::fixed)
                .toList();
        List<Shortage> held = Shortages.of(view.balance(), HELD_BACK).stream()
                .filter(gap -> !gap.fixed() && isAtHome(view, gap.place()))
                .toList();
        if (fixed.isEmpty()) {
            html.leaf("p", view.words(held.isEmpty() ? PagePhrases.NOBODY_SHORT : PagePhrases.NO_FIXED_SHORT));
        } else {
            figure(html, view, "short", PagePhrases.SHORT_TITLE, PagePhrases.SHORT_SENTENCE, demands, fixed);
        }
        if (!held.isEmpty()) {
            html.leaf("p", view.words(PagePhrases.FORGONE_TEXT));
            figure(html, view, "held-back", PagePhrases.HELD_TITLE, PagePhrases.HELD_SENTENCE, demands, held);
        }
        List<DemandAccount> elastic = demands.stream()
                .filter(demand -> !demand.fixed() && isAtHome(view, demand.place()))
                .toList();
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
            Html html,
            PageView view,
            String id,
            PagePhrases title,
            PagePhrases sentence,
            List<DemandAccount> demands,
            List<Shortage> gaps) {
        double tallest = gaps.stream().mapToDouble(Shortage::part).max().orElse(1);
        String said =
                view.words(sentence, gaps.size(), demands.size(), view.shown().label(tallest));
        List<ShortageGrid.Row> rows = gaps.stream()
                .limit(MOST_ROWS)
                .map(gap -> row(view, demands.get(gap.demand())))
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
                        sheet(
                                view,
                                id,
                                gaps.stream()
                                        .map(gap -> demands.get(gap.demand()))
                                        .toList(),
                                false));
    }

    private static ShortageGrid.Row row(PageView view, DemandAccount demand) {
        double[] part =
                IntStream.rangeClosed(0, view.last()).mapToDouble(demand::part).toArray();
        String name = view.place(demand.place()) + " · " + view.use(demand.use()) + " · "
                + view.commodity(demand.commodity());
        return new ShortageGrid.Row(name, view.paint(view.countries().ofPlace()[demand.place()]), part);
    }

    /// All are when the case has no home.
    private static boolean isAtHome(PageView view, int place) {
        return view.homes().isEmpty() || view.isHome(view.countries().ofPlace()[place]);
    }

    /// Wanted and served of some demands: every period with the change, or the periods with a gap and the part
    /// missing.
    private static FigureTable sheet(PageView view, String name, List<DemandAccount> which, boolean everyPeriod) {
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
        for (DemandAccount demand : which) {
            for (int t = 0; t <= view.last(); t++) {
                double wanted = demand.wanted()[t];
                double served = demand.served()[t];
                double part = everyPeriod ? wanted > 0 ? (served - wanted) / wanted : 0 : demand.part(t);
                if (everyPeriod || part > 0) {
                    sheet.row(
                            FigureTable.word(view.place(demand.place())),
                            FigureTable.word(view.use(demand.use())),
                            FigureTable.word(view.commodity(demand.commodity())),
                            FigureTable.word(view.unit(demand.commodity())),
                            FigureTable.word(view.supply().periods().label(t)),
                            FigureTable.number(view.shown().number(wanted), wanted),
                            FigureTable.number(view.shown().number(served), served),
                            FigureTable.number(view.shown().percent(part), part));
                }
            }
        }
        return everyPeriod
                ? sheet
                : sheet.plotted(Plot.of(Plot.Kind.GRID)
                        .with("name", 0, 1, 2)
                        .with("x", 4)
                        .with("value", 7)
                        .unit("%")
                        .most(MOST_ROWS));
    }
}
