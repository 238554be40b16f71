package org.genryu.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Figures;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.Svg;
import org.genryu.report.write.Html;
import org.genryu.report.write.Sheet;

/// Prices with their intervals, where a commodity is used or made.
final class PriceSection {
    private static final int MOST_COMMODITIES = 24;

    private PriceSection() {}

    static void write(Html html, View view) {
        html.leaf(
                "p", view.words(Words.PRICES_INTRO, view.supply().info().money().priceYear()));
        List<Integer> commodities = view.mostValuable(MOST_COMMODITIES).stream()
                .filter(c -> !markets(view, c).isEmpty())
                .toList();
        int all = (int) view.mostValuable(Integer.MAX_VALUE).stream()
                .filter(c -> !markets(view, c).isEmpty())
                .count();
        String sentence = commodities.size() < all ? view.words(Words.PRICES_CUT, commodities.size(), all) : "";
        view.figure()
                .many(
                        html,
                        "price",
                        view.words(Words.PRICES_TITLE),
                        sentence,
                        out -> commodities.forEach(c -> chart(out, view, c)),
                        sheet(view, commodities));
    }

    /// Markets of a commodity to show: the home partners that use or make it, then where most of it is made; any
    /// market if nobody does.
    static List<Integer> markets(View view, int commodity) {
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

    private static boolean isBusy(View view, int commodity, int place) {
        return IntStream.of(0, view.last())
                .anyMatch(t -> view.origins().made(commodity, place, t) > 0
                        || view.origins().used(commodity, place, t) > 0);
    }

    private static int homeRank(View view, int place) {
        int rank = view.homes()
                .indexOf(view.countries().codes().get(view.countries().ofPlace()[place]));
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private static void chart(Html html, View view, int commodity) {
        Balance.Markets markets = view.balance().markets();
        List<LineChart.Line> lines = markets(view, commodity).stream()
                .map(m -> new LineChart.Line(
                        view.place(markets.place()[m]),
                        view.paint(view.countries().ofPlace()[markets.place()[m]]),
                        markets.price()[m],
                        markets.low()[m],
                        markets.high()[m]))
                .toList();
        String title = view.words(Words.PRICE_OF, view.commodity(commodity), view.priceUnit(commodity));
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
            key(html, i, line, view.tradeUnit(commodity).map(trade -> moves(view, line, trade)));
        }
        html.close("ul").close("div");
    }

    private static String description(View view, List<LineChart.Line> lines) {
        return String.join(
                view.words(Words.LIST),
                lines.stream()
                        .map(line -> line.name() + " "
                                + view.words(
                                        Words.PRICE_MOVES,
                                        view.shown().number(line.value()[0]),
                                        view.shown().number(line.value()[view.last()])))
                        .toList());
    }

    /// From the first to the last price in the unit of the trade.
    private static String moves(View view, LineChart.Line line, SupplyCase.TradeUnit trade) {
        return view.words(
                Words.PRICE_MOVES,
                Figures.quoted(line.value()[0] * trade.factor(), trade.symbol(), view.lang()),
                Figures.quoted(line.value()[view.last()] * trade.factor(), trade.symbol(), view.lang()));
    }

    private static void key(Html html, int number, LineChart.Line line, Optional<String> trade) {
        html.open("li").open("svg", "viewBox", "0 0 28 15", "aria-hidden", "true", "focusable", "false");
        Svg.line(html, 0, 7.5, 28, 7.5, "line under d" + number);
        Svg.line(
                html,
                0,
                7.5,
                28,
                7.5,
                "line over d" + number + " s" + line.paint().colour());
        LineChart.mark(html, number, 14, 7.5, "dot " + line.paint().css());
        html.close("svg")
                .text(line.name() + trade.map(moves -> " (" + moves + ")").orElse(""))
                .close("li");
    }

    private static Sheet sheet(View view, List<Integer> commodities) {
        Sheet sheet = new Sheet(
                "prices",
                5,
                view.words(Words.COMMODITY),
                view.words(Words.PLACE),
                view.words(Words.UNIT),
                view.words(Words.TRADE_UNIT),
                view.words(Words.PERIOD),
                view.words(Words.PRICE),
                view.words(Words.PRICE_LOW),
                view.words(Words.PRICE_HIGH),
                view.words(Words.TRADE_PRICE));
        Balance.Markets markets = view.balance().markets();
        for (int commodity : commodities) {
            Optional<SupplyCase.TradeUnit> trade = view.tradeUnit(commodity);
            for (int m : markets(view, commodity)) {
                for (int t = 0; t <= view.last(); t++) {
                    sheet.row(
                            Sheet.word(view.commodity(commodity)),
                            Sheet.word(view.place(markets.place()[m])),
                            Sheet.word(view.priceUnit(commodity)),
                            Sheet.word(trade.map(SupplyCase.TradeUnit::symbol).orElse("")),
                            Sheet.word(view.supply().periods().label(t)),
                            price(view, markets.price()[m][t]),
                            price(view, markets.low()[m][t]),
                            price(view, markets.high()[m][t]),
                            trade(view, trade, markets.price()[m][t]));
                }
            }
        }
        return sheet;
    }

    private static Sheet.Cell trade(View view, Optional<SupplyCase.TradeUnit> trade, double price) {
        return trade.map(unit -> price(view, price * unit.factor())).orElse(Sheet.word(""));
    }

    private static Sheet.Cell price(View view, double value) {
        return Double.isInfinite(value)
                ? new Sheet.Cell(view.words(Words.MISSING) + " (" + view.words(Words.NO_BOUND) + ")", "")
                : Sheet.number(view.shown().number(value), value);
    }
}
