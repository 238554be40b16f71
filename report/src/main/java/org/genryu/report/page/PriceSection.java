package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.LineChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.Plot;

/// Prices with their intervals, where a commodity is used or made.
final class PriceSection {
    private static final int MOST_COMMODITIES = 24;

    private PriceSection() {}

    static void write(Html html, PageView view) {
        html.leaf(
                "p",
                view.words(
                        PagePhrases.PRICES_INTRO, view.supply().info().money().priceYear()));
        List<Integer> commodities = view.mostValuable(MOST_COMMODITIES).stream()
                .filter(c -> !markets(view, c).isEmpty())
                .toList();
        int all = (int) view.mostValuable(Integer.MAX_VALUE).stream()
                .filter(c -> !markets(view, c).isEmpty())
                .count();
        String sentence = commodities.size() < all ? view.words(PagePhrases.PRICES_CUT, commodities.size(), all) : "";
        view.figure()
                .many(
                        html,
                        "price",
                        view.words(PagePhrases.PRICES_TITLE),
                        sentence,
                        out -> commodities.forEach(c -> chart(out, view, c)),
                        sheet(view, commodities));
    }

    /// Markets of a commodity to show: the home partners that use or make it, then where most of it is made; any
    /// market if nobody does.
    static List<Integer> markets(PageView view, int commodity) {
        Balance.Markets markets = view.balance().markets();
        Comparator<Integer> order = Comparator.comparingInt((Integer m) -> homeRank(view, markets.place()[m]))
                .thenComparingDouble(m -> -view.origins().made(commodity, markets.place()[m], 0));
        List<Integer> all = IntStream.range(0, markets.size())
                .filter(m -> markets.commodity()[m] == commodity)
                .boxed()
                .sorted(order)
                .toList();
        List<Integer> busy = all.stream()
                .filter(m -> isBusy(view, commodity, markets.place()[m]))
                .toList();
        List<Integer> homes = busy.stream()
                .filter(m -> homeRank(view, markets.place()[m]) < Integer.MAX_VALUE)
                .limit(LineChart.MOST_LINES - 1)
                .toList();
        List<Integer> shown = new ArrayList<>(homes);
        busy.stream()
                .filter(m -> homeRank(view, markets.place()[m]) == Integer.MAX_VALUE)
                .limit(LineChart.MOST_LINES - homes.size())
                .forEach(shown::add);
        return shown.isEmpty() ? all.stream().limit(1).toList() : shown;
    }

    private static boolean isBusy(PageView view, int commodity, int place) {
        return IntStream.of(0, view.last())
                .anyMatch(t -> view.origins().made(commodity, place, t) > 0
                        || view.origins().used(commodity, place, t) > 0);
    }

    private static int homeRank(PageView view, int place) {
        int rank = view.homes()
                .indexOf(view.countries().codes().get(view.countries().ofPlace()[place]));
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private static void chart(Html html, PageView view, int commodity) {
        Balance.Markets markets = view.balance().markets();
        List<LineChart.Line> lines = markets(view, commodity).stream()
                .map(m -> new LineChart.Line(
                        view.place(markets.place()[m]),
                        view.paint(view.countries().ofPlace()[markets.place()[m]]),
                        markets.price()[m],
                        markets.low()[m],
                        markets.high()[m]))
                .toList();
        String title = view.words(PagePhrases.PRICE_OF, view.commodity(commodity), view.priceUnit(commodity));
        String id = "price-" + commodity;
        html.open("div").leaf("h4", title, "id", id + "-h");
        List<String> periods = IntStream.rangeClosed(0, view.last())
                .mapToObj(view.supply().periods()::label)
                .toList();
        html.open("div", "class", "scroll");
        new LineChart(periods, lines).draw(html, id, title, description(view, lines), view.shown()::number);
        html.close("div").open("ul", "class", "key");
        for (int i = 0; i < lines.size(); i++) {
            LineChart.Line line = lines.get(i);
            String trade = view.tradeUnit(commodity)
                    .map(unit -> " (" + moves(view, line, unit) + ")")
                    .orElse("");
            LineChart.key(html, i, line, line.name() + trade);
        }
        html.close("ul").close("div");
    }

    private static String description(PageView view, List<LineChart.Line> lines) {
        return String.join(
                view.words(PagePhrases.LIST),
                lines.stream()
                        .map(line -> line.name() + " "
                                + view.words(
                                        PagePhrases.PRICE_MOVES,
                                        view.shown().number(line.value()[0]),
                                        view.shown().number(line.value()[view.last()])))
                        .toList());
    }

    /// From the first to the last price in the unit of the trade.
    private static String moves(PageView view, LineChart.Line line, SupplyCase.TradeUnit trade) {
        return view.words(
                PagePhrases.PRICE_MOVES,
                NumberText.quoted(line.value()[0] * trade.factor(), trade.symbol(), view.lang()),
                NumberText.quoted(line.value()[view.last()] * trade.factor(), trade.symbol(), view.lang()));
    }

    private static FigureTable sheet(PageView view, List<Integer> commodities) {
        FigureTable sheet = new FigureTable(
                "prices",
                5,
                view.words(PagePhrases.COMMODITY),
                view.words(PagePhrases.PLACE),
                view.words(PagePhrases.UNIT),
                view.words(PagePhrases.TRADE_UNIT),
                view.words(PagePhrases.PERIOD),
                view.words(PagePhrases.PRICE),
                view.words(PagePhrases.PRICE_LOW),
                view.words(PagePhrases.PRICE_HIGH),
                view.words(PagePhrases.TRADE_PRICE));
        Balance.Markets markets = view.balance().markets();
        Map<String, String> fills = new LinkedHashMap<>();
        for (int commodity : commodities) {
            Optional<SupplyCase.TradeUnit> trade = view.tradeUnit(commodity);
            for (int m : markets(view, commodity)) {
                int place = markets.place()[m];
                fills.put(
                        view.place(place),
                        view.paint(view.countries().ofPlace()[place]).css());
                for (int t = 0; t <= view.last(); t++) {
                    sheet.row(
                            FigureTable.word(view.commodity(commodity)),
                            FigureTable.word(view.place(markets.place()[m])),
                            FigureTable.word(view.priceUnit(commodity)),
                            FigureTable.word(
                                    trade.map(SupplyCase.TradeUnit::symbol).orElse("")),
                            FigureTable.word(view.supply().periods().label(t)),
                            price(view, markets.price()[m][t]),
                            price(view, markets.low()[m][t]),
                            price(view, markets.high()[m][t]),
                            trade(view, trade, markets.price()[m][t]));
                }
            }
        }
        return sheet.plotted(Plot.of(Plot.Kind.LINES)
                .with("panel", 0)
                .with("part", 1)
                .with("units", 2)
                .with("x", 4)
                .with("value", 5)
                .with("low", 6)
                .with("high", 7)
                .paints(fills));
    }

    private static FigureTable.Cell trade(PageView view, Optional<SupplyCase.TradeUnit> trade, double price) {
        return trade.map(unit -> price(view, price * unit.factor())).orElse(FigureTable.word(""));
    }

    private static FigureTable.Cell price(PageView view, double value) {
        return Double.isInfinite(value)
                ? new FigureTable.Cell(
                        view.words(PagePhrases.MISSING) + " (" + view.words(PagePhrases.NO_BOUND) + ")", "")
                : FigureTable.number(view.shown().number(value), value);
    }
}
