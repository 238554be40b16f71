package org.genryu.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.balance.account.SingleLane;
import org.genryu.core.Explanation;
import org.genryu.report.draw.BarChart;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.ScatterChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.results.Evidence;
import org.genryu.results.RowId;
import org.genryu.results.RunResult;

/// Why should a reader believe it? The base year against observation, who earns what with the identities, and the
/// stories of prices.
final class ProofSections {
    private static final int MOST_GAINS = 14;
    private static final int MOST_STORIES = 8;
    private static final int MOST_GAPS = 9;

    /// Owners that are no name.
    private static final Set<String> NAMELESS = Set.of(
            "various", "several", "multiple", "mixed", "other", "others", "unknown", "n/a", "-", "複数", "その他", "不明");
    private static final Map<String, Integer> MARKS = Map.of("activity", 0, "flow", 1, "price", 2, "demand", 0);

    private ProofSections() {}

    static void base(Html html, PageView view) {
        Optional<Balance.Calibration> calibration =
                view.balance().calibration().filter(c -> !c.compared().isEmpty());
        if (calibration.isEmpty()) {
            html.leaf("p", view.words(PagePhrases.NO_BASE));
            return;
        }
        List<Balance.Compared> rows = calibration.get().compared();
        Balance.Compared worst = rows.stream()
                .max(Comparator.comparingDouble(ProofSections::weighted))
                .orElseThrow();
        long met = calibration.get().met();
        String title = view.words(PagePhrases.BASE_TITLE, view.period(0));
        String distance = view.shown().label(calibration.get().distance());
        String sentence = met == rows.size()
                ? view.words(PagePhrases.BASE_ALL, distance, met)
                : view.words(
                        PagePhrases.BASE_SENTENCE,
                        distance,
                        met,
                        rows.size(),
                        name(view, worst),
                        view.shown().number(worst.observed()),
                        view.shown().number(worst.model()));
        html.leaf("p", view.words(PagePhrases.BASE_WEDGE));
        html.leaf("p", view.words(PagePhrases.BASE_ASSUMED, assumed(view.run(), rows), rows.size()));
        List<ScatterChart.Dot> dots = rows.stream()
                .map(row -> new ScatterChart.Dot(
                        MARKS.getOrDefault(row.kind(), 2),
                        row.observed(),
                        row.model(),
                        name(view, row) + ": " + view.shown().number(row.observed()) + " → "
                                + view.shown().number(row.model())))
                .toList();
        view.figure()
                .write(
                        html,
                        "base",
                        title,
                        sentence,
                        out -> {
                            out.open("div", "class", "pair").open("div");
                            ScatterChart.draw(
                                    out,
                                    "base",
                                    title,
                                    sentence,
                                    dots,
                                    view.words(PagePhrases.OBSERVED_AXIS),
                                    view.words(PagePhrases.MODEL_AXIS));
                            marks(out, view);
                            out.close("div").open("div");
                            gaps(out, view, rows);
                            out.close("div").close("div");
                        },
                        baseSheet(view, rows));
    }

    /// The rows that the model meets worst, in words and figures beside the picture.
    private static void gaps(Html html, PageView view, List<Balance.Compared> rows) {
        if (rows.stream().allMatch(Balance.Compared::isMet)) {
            return;
        }
        html.open("table")
                .leaf("caption", view.words(PagePhrases.LARGEST_GAPS))
                .open("thead")
                .open("tr")
                .leaf("th", view.words(PagePhrases.WHAT), "scope", "col");
        List.of(PagePhrases.OBSERVED, PagePhrases.MODEL)
                .forEach(head -> html.leaf("th", view.words(head), "scope", "col", "class", "n"));
        html.close("tr").close("thead").open("tbody");
        rows.stream()
                .filter(row -> !row.isMet())
                .sorted(Comparator.comparingDouble((Balance.Compared row) -> -weighted(row)))
                .limit(MOST_GAPS)
                .forEach(row -> {
                    html.open("tr")
                            .leaf("th", name(view, row), "scope", "row")
                            .leaf("td", view.shown().number(row.observed()), "class", "n");
                    html.leaf("td", view.shown().number(row.model()), "class", "n")
                            .close("tr");
                });
        html.close("tbody").close("table");
    }

    private static void marks(Html html, PageView view) {
        List<PagePhrases> kinds = List.of(PagePhrases.ACTIVITY, PagePhrases.FLOW, PagePhrases.PRICE);
        html.open("ul", "class", "key");
        for (int i = 0; i < kinds.size(); i++) {
            html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
            LineChart.mark(html, i, 14, 7.5, "dot q" + i);
            html.close("svg").text(view.words(kinds.get(i))).close("li");
        }
        html.close("ul");
    }

    /// Gap relative to what was observed; an observed zero is met only by zero. How many of the values stand in
    /// rows that rest on an assumption.
    private static long assumed(RunResult run, List<Balance.Compared> compared) {
        Set<RowId> rows =
                run.evidence().assumptions().stream().map(Evidence.Marked::row).collect(Collectors.toSet());
        return compared.stream()
                .filter(row -> rows.contains(new RowId(row.kind().equals("flow") ? "routes" : "processes", row.id())))
                .count();
    }

    private static double difference(Balance.Compared row) {
        double gap = Math.abs(row.model() - row.observed());
        return gap == 0 ? 0 : gap / Math.max(Math.abs(row.observed()), 1e-12);
    }

    /// For the largest gap: in the row's own unit for amounts; prices, in another unit, only count when nothing
    /// else is there.
    private static double weighted(Balance.Compared row) {
        return row.kind().equals("price")
                ? -1 + difference(row) / (1 + difference(row))
                : Math.abs(row.model() - row.observed());
    }

    private static String name(PageView view, Balance.Compared row) {
        Optional<SingleLane> lane =
                row.kind().equals("flow") ? SingleLane.of(view.supply(), row.id()) : Optional.empty();
        if (lane.isPresent()) {
            return view.place(lane.get().from()) + " → " + view.place(lane.get().to()) + " · "
                    + view.commodity(lane.get().commodity());
        }
        int slash = row.id().indexOf('/');
        if (row.kind().equals("price") && slash > 0) {
            int place = view.supply().world().places().ids().find(row.id().substring(0, slash));
            int commodity =
                    view.supply().world().commodities().ids().find(row.id().substring(slash + 1));
            if (place >= 0 && commodity >= 0) {
                return view.place(place) + " · " + view.commodity(commodity);
            }
        }
        return row.id();
    }

    private static FigureTable baseSheet(PageView view, List<Balance.Compared> rows) {
        FigureTable sheet = new FigureTable(
                "base-year",
                2,
                view.words(PagePhrases.KIND),
                view.words(PagePhrases.WHAT),
                view.words(PagePhrases.OBSERVED),
                view.words(PagePhrases.MODEL),
                view.words(PagePhrases.DIFFERENCE),
                view.words(PagePhrases.WEDGE));
        for (Balance.Compared row : rows) {
            String kind = switch (row.kind()) {
                case "activity" -> view.words(PagePhrases.ACTIVITY);
                case "flow" -> view.words(PagePhrases.FLOW);
                case "demand" -> view.words(PagePhrases.FINAL_USE);
                default -> view.words(PagePhrases.PRICE);
            };
            double relative = row.observed() == 0 ? 0 : row.model() / row.observed() - 1;
            FigureTable.Cell gap = row.observed() == 0 && row.model() != 0
                    ? new FigureTable.Cell(view.words(PagePhrases.MISSING), "")
                    : FigureTable.number(
                            Math.abs(relative) < 5e-5 ? "0%" : view.shown().percent(relative), relative);
            sheet.row(
                    FigureTable.word(kind),
                    FigureTable.word(name(view, row)),
                    FigureTable.number(view.shown().number(row.observed()), row.observed()),
                    FigureTable.number(view.shown().number(row.model()), row.model()),
                    gap,
                    FigureTable.number(view.shown().number(row.wedge()), row.wedge()));
        }
        return sheet;
    }

    static void money(Html html, PageView view) {
        Balance.Account account = view.balance().account();
        byCountry(html, view, account.byCountry());
        byOwner(html, view, account.byOwner());
        html.leaf("h3", view.words(PagePhrases.IDENTITIES)).leaf("p", view.words(PagePhrases.IDENTITIES_TEXT));
        FigureTable sheet = new FigureTable(
                "identities",
                1,
                view.words(PagePhrases.IDENTITY),
                view.words(PagePhrases.VALUE),
                view.words(PagePhrases.HOLDS));
        double explained = account.costs() + account.rents() + account.residual();
        double gap = Math.abs(account.payments() - explained) / Math.max(1, Math.abs(account.payments()));
        FigureTable.Cell none = new FigureTable.Cell("", "");
        sheet.row(FigureTable.word(view.words(PagePhrases.PAYMENTS)), money(view, account.payments()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.COSTS)), money(view, account.costs()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.OF_WHICH_TARIFFS)), money(view, account.tariffs()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.RENTS)), money(view, account.rents()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.RESIDUAL)), money(view, account.residual()), none);
        sheet.row(
                FigureTable.word(view.words(PagePhrases.PAY_IS)),
                money(view, explained),
                FigureTable.number(view.shown().number(gap), gap));
        sheet.row(FigureTable.word(view.words(PagePhrases.SHORTAGE_COSTS)), money(view, account.shortage()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.SURPLUS)), money(view, account.consumerSurplus()), none);
        sheet.row(FigureTable.word(view.words(PagePhrases.WELFARE)), money(view, account.welfare()), none);
        sheet.row(
                FigureTable.word(view.words(PagePhrases.ZERO_PROFIT)),
                none,
                FigureTable.number(view.shown().number(account.zeroProfit()), account.zeroProfit()));
        PageFigure.table(html, view.lang(), view.words(PagePhrases.IDENTITIES), sheet, true);
    }

    private static void byCountry(Html html, PageView view, List<Balance.Share> shares) {
        FigureTable sheet = new FigureTable(
                "profit-by-country",
                1,
                view.words(PagePhrases.COUNTRY),
                view.words(PagePhrases.PROFIT) + " [" + currency(view) + "]",
                view.words(PagePhrases.TARIFFS) + " [" + currency(view) + "]",
                view.words(PagePhrases.SURPLUS) + " [" + currency(view) + "]");
        List<Balance.Share> sorted = sorted(shares);
        sorted.forEach(s -> sheet.row(
                FigureTable.word(name(view, s.who())),
                number(view, s.profit()),
                number(view, s.tariffs()),
                number(view, s.consumerSurplus())));
        gains(html, view, "by-country", PagePhrases.MONEY_TITLE, sorted, sheet);
    }

    /// What several owners hold that the case does not tell apart is a row of the table, and nobody's name.
    private static void byOwner(Html html, PageView view, List<Balance.Share> shares) {
        FigureTable sheet = new FigureTable(
                "profit-by-owner",
                1,
                view.words(PagePhrases.OWNER),
                view.words(PagePhrases.PROFIT) + " [" + currency(view) + "]");
        List<Balance.Share> named =
                sorted(shares.stream().filter(s -> !isNameless(s.who())).toList());
        named.forEach(s -> sheet.row(FigureTable.word(name(view, s.who())), number(view, s.profit())));
        shares.stream()
                .filter(s -> isNameless(s.who()))
                .mapToDouble(Balance.Share::profit)
                .reduce(Double::sum)
                .ifPresent(rest ->
                        sheet.row(FigureTable.word(view.words(PagePhrases.SEVERAL_OWNERS)), number(view, rest)));
        gains(html, view, "by-owner", PagePhrases.OWNER_TITLE, named, sheet);
    }

    static boolean isNameless(String owner) {
        return owner.isBlank() || NAMELESS.contains(owner.strip().toLowerCase(Locale.ROOT));
    }

    private static List<Balance.Share> sorted(List<Balance.Share> shares) {
        return shares.stream()
                .sorted(Comparator.comparingDouble((Balance.Share s) -> -s.profit())
                        .thenComparing(Balance.Share::who))
                .toList();
    }

    /// @param sorted by profit; those at the ends are drawn
    private static void gains(
            Html html, PageView view, String id, PagePhrases title, List<Balance.Share> sorted, FigureTable sheet) {
        if (sorted.isEmpty()) {
            return;
        }
        List<BarChart.Gain> rows = sorted.size() <= MOST_GAINS
                ? sorted.stream().map(s -> gain(view, s)).toList()
                : java.util.stream.Stream.concat(
                                sorted.stream().limit(MOST_GAINS - 3),
                                sorted.stream().skip(sorted.size() - 3))
                        .map(s -> gain(view, s))
                        .toList();
        Balance.Share first = sorted.getFirst();
        String sentence = first.profit() > 0
                ? view.words(
                        PagePhrases.MONEY_SENTENCE,
                        name(view, first.who()),
                        view.shown().money(first.profit(), currency(view)))
                : view.words(PagePhrases.NOBODY_EARNS);
        view.figure()
                .write(
                        html,
                        id,
                        view.words(title),
                        sentence,
                        out -> BarChart.gains(out, id, view.words(title), sentence, rows),
                        sheet);
    }

    private static BarChart.Gain gain(PageView view, Balance.Share share) {
        return new BarChart.Gain(
                name(view, share.who()),
                view.countries().find(share.who()) < 0 ? Palette.OTHERS : Palette.of(share.who()),
                share.profit(),
                view.shown().money(share.profit(), currency(view)));
    }

    private static FigureTable.Cell number(PageView view, double value) {
        return FigureTable.number(view.shown().number(value), value);
    }

    private static String name(PageView view, String who) {
        int country = view.countries().find(who);
        return country < 0 ? who : view.countries().names().get(country).in(view.lang());
    }

    private static String currency(PageView view) {
        return view.supply().info().money().currency();
    }

    private static FigureTable.Cell money(PageView view, double value) {
        return FigureTable.number(view.shown().money(value, currency(view)), value);
    }

    /// The stories of the first period's prices of the most valuable commodities, where the home partners buy.
    static void why(Html html, PageView view) {
        html.leaf("p", view.words(PagePhrases.WHY_INTRO));
        int told = 0;
        for (int commodity : view.mostValuable(MOST_STORIES)) {
            for (int market :
                    PriceSection.markets(view, commodity).stream().limit(1).toList()) {
                Optional<Explanation> story = view.run()
                        .whyPrice(market, 0)
                        .filter(found -> !found.parts().isEmpty());
                if (story.isPresent()) {
                    String place = view.place(view.balance().markets().place()[market]);
                    story(
                            html,
                            view,
                            story.get(),
                            view.words(PagePhrases.WHY_AT, view.commodity(commodity), place, view.period(0)));
                    told++;
                }
            }
        }
        if (told == 0) {
            html.leaf("p", view.words(PagePhrases.MISSING));
        }
    }

    static void story(Html html, PageView view, Explanation story, String label) {
        String value = view.shown().number(story.value()) + (story.unit().isEmpty() ? "" : " " + story.unit());
        boolean leaf = story.parts().isEmpty();
        if (leaf) {
            html.open("div", "class", "leaf")
                    .text(label + view.words(PagePhrases.COLON))
                    .leaf("b", value)
                    .close("div");
            return;
        }
        html.open("details", "class", "story")
                .open("summary")
                .text(label + view.words(PagePhrases.COLON))
                .leaf("b", value)
                .close("summary");
        if (!story.how().in(view.lang()).isEmpty()) {
            html.leaf("p", story.how().in(view.lang()), "class", "how");
        }
        story.parts().forEach(part -> story(html, view, part, part.label().in(view.lang())));
        html.close("details");
    }
}
