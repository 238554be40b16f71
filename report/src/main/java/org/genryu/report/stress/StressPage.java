package org.genryu.report.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.report.brief.BriefSection;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.draw.LineChart;
import org.genryu.report.draw.PageDocument;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.Palette;
import org.genryu.report.draw.ShortageGrid;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.report.write.PageMark;
import org.genryu.report.write.Plot;
import org.genryu.stress.account.PlantStress;
import org.genryu.stress.account.PriceStress;
import org.genryu.stress.account.SectorStress;
import org.genryu.stress.account.StockStress;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.account.Survival;
import org.genryu.stress.account.UseStress;

/// What do the months of a scenario look like? One file for people: the first screen, who runs short in which month,
/// prices inside and outside beside the calm ones, stocks, plants, costs, measures, and what the scenario says. Every
/// picture is a table too, and every number the account's own.
///
/// Size: one method for each section, most of it the columns of its table.
public final class StressPage {
    /// Uses of the grid, charts of a row.
    private static final int MOST = 15;

    private static final int CHARTS = 9;

    private static final String NONE = "—";

    private static final Palette CALM = Palette.OTHERS;
    private static final Palette HOME = new Palette(1, 0);
    private static final Palette OTHER = new Palette(0, 0);

    private final StressAccount account;
    private final Lang lang;
    private final SupplyCase of;
    private final CaseWords called;
    private final NumberFormat shown;
    private final PageFigure figure;
    private final String facts;
    private final List<String> months;
    private final StressBrief brief;

    private StressPage(StressAccount account, StressBrief brief, Lang lang, PageMark mark) {
        this.account = account;
        this.brief = brief;
        this.lang = lang;
        this.of = account.balances().under().of();
        this.called = new CaseWords(of, lang);
        this.shown = new NumberFormat(lang);
        this.months = IntStream.range(0, account.answer().clock().months())
                .mapToObj(account.answer().clock()::label)
                .toList();
        String facts = say(
                StressPagePhrases.FACTS,
                mark.version(),
                account.answer().scenario().id(),
                months.getFirst(),
                months.getLast(),
                of.info().money().currency());
        this.facts = mark.on(facts, lang);
        this.figure = new PageFigure(lang, this.facts);
    }

    /// The whole page.
    public static String of(StressAccount account, StressBrief.Told told, Lang lang, PageMark mark) {
        StressBrief brief = new StressBrief(account, told, lang);
        StressPage page = new StressPage(account, brief, lang, mark);
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(StressPagePhrases.SHORT.text(), page::shortages);
        sections.put(StressPagePhrases.PRICES.text(), page::prices);
        sections.put(StressPagePhrases.STOCKS.text(), page::stocks);
        sections.put(StressPagePhrases.PLANTS.text(), page::plants);
        sections.put(StressPagePhrases.COSTS.text(), page::costs);
        StressMeasures measures = new StressMeasures(account, told, lang);
        if (measures.any()) {
            sections.put(StressPagePhrases.MEASURES.text(), measures::write);
        }
        sections.put(StressPagePhrases.SAYS.text(), measures::scenario);
        return new PageDocument(
                        lang,
                        StressPagePhrases.KIND.in(lang),
                        account.answer().scenario().title().in(lang),
                        page.facts,
                        mark)
                .of(
                        html -> BriefSection.write(html, brief.brief(), 1, "", lang),
                        sections,
                        StressPagePhrases.FOOTER.in(lang));
    }

    private String say(StressPagePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private String place(int place) {
        return called.place(place);
    }

    private void shortages(Html html) {
        List<UseStress> all = account.shortAtHome();
        if (all.isEmpty()) {
            html.leaf("p", say(StressPagePhrases.NOBODY));
        } else {
            double tallest = all.stream().mapToDouble(UseStress::part).max().orElse(1);
            List<ShortageGrid.Row> rows =
                    all.stream().limit(MOST).map(this::row).toList();
            String title = say(StressPagePhrases.SHORT_TITLE);
            String said = say(StressPagePhrases.SHORT_SENTENCE, all.size(), shown.label(tallest));
            figure.write(
                    html,
                    "short",
                    title,
                    said,
                    out -> new ShortageGrid(months, rows, tallest).draw(out, "short-p", title, said, shown),
                    byMonth("short", all));
        }
        FigureTable table = new FigureTable(
                "survival",
                3,
                say(StressPagePhrases.COMMODITY),
                say(StressPagePhrases.USE),
                say(StressPagePhrases.PLACE),
                say(StressPagePhrases.FIRST),
                say(StressPagePhrases.SURVIVE),
                say(StressPagePhrases.WORST),
                say(StressPagePhrases.PART),
                say(StressPagePhrases.RECOVER),
                say(StressPagePhrases.LOST));
        UseStress.dearest(account.uses()).stream()
                .filter(use -> use.first().isPresent())
                .forEach(use -> table.row(
                        FigureTable.word(called.commodity(use.commodity())),
                        FigureTable.word(called.use(use.use())),
                        FigureTable.word(place(use.place())),
                        FigureTable.word(months.get(use.first().orElseThrow())),
                        FigureTable.number(
                                shown.number(NumberFormat.rounded(use.survive().orElse(0), 2)),
                                use.survive().orElse(0)),
                        FigureTable.word(months.get(use.worst())),
                        FigureTable.number(shown.percent(use.part()), use.part()),
                        FigureTable.word(
                                use.recover().isPresent()
                                        ? months.get(use.recover().getAsInt())
                                        : NONE),
                        FigureTable.number(money(use.cost()), use.cost())));
        if (table.size() > 0) {
            html.leaf("h3", say(StressPagePhrases.SURVIVAL));
            PageFigure.table(html, lang, say(StressPagePhrases.SURVIVAL), table, true);
        }
        countries(html);
    }

    private void countries(Html html) {
        FigureTable table = new FigureTable(
                "countries",
                2,
                say(StressPagePhrases.COUNTRY),
                say(StressPagePhrases.COMMODITY),
                say(StressPagePhrases.COVER),
                say(StressPagePhrases.OPEN_COVER),
                say(StressPagePhrases.SURVIVE),
                say(StressPagePhrases.RECOVER_AFTER),
                say(StressPagePhrases.EMPTY),
                say(StressPagePhrases.WHOLE_AFTER));
        account.survival().stream()
                .filter(one -> one.weakest().isPresent() || one.empty().isPresent())
                .sorted(Comparator.comparingDouble(
                        (Survival one) -> one.survive().orElse(Double.POSITIVE_INFINITY)))
                .forEach(one -> table.row(
                        FigureTable.word(brief.country(one.country())),
                        FigureTable.word(
                                one.commodity().isPresent()
                                        ? called.commodity(one.commodity().getAsInt())
                                        : say(StressPagePhrases.ALL)),
                        number(one.cover()),
                        number(one.open()),
                        number(one.survive()),
                        number(one.recover()),
                        FigureTable.word(one.empty()
                                .map(stock -> name(stock) + " "
                                        + months.get(stock.empty().orElseThrow()))
                                .orElse(NONE)),
                        number(one.whole())));
        if (table.size() > 0) {
            html.leaf("h3", say(StressPagePhrases.COUNTRIES));
            PageFigure.table(html, lang, say(StressPagePhrases.COUNTRIES), table, true);
        }
    }

    private FigureTable.Cell number(OptionalInt months) {
        return number(months.isPresent() ? OptionalDouble.of(months.getAsInt()) : OptionalDouble.empty());
    }

    private FigureTable.Cell number(OptionalDouble number) {
        return number.isEmpty()
                ? FigureTable.word(NONE)
                : FigureTable.number(shown.number(NumberFormat.rounded(number.getAsDouble(), 2)), number.getAsDouble());
    }

    private String money(double value) {
        return shown.money(value, of.info().money().currency());
    }

    private String name(UseStress use) {
        return place(use.place()) + " · " + called.use(use.use()) + " · " + called.commodity(use.commodity());
    }

    private ShortageGrid.Row row(UseStress use) {
        double[] part = new double[months.size()];
        for (int i = 0; i < part.length; i++) {
            part[i] = part(use, i);
        }
        return new ShortageGrid.Row(name(use), paint(use.place()), part);
    }

    /// What is lacking of what is wanted in a month [fraction].
    private static double part(UseStress use, int month) {
        return use.wanted()[month] > 0 ? Math.max(0, use.lacking()[month] / use.wanted()[month]) : 0;
    }

    private Palette paint(int place) {
        return Palette.of(of.world().places().country()[place]);
    }

    private FigureTable byMonth(String name, List<UseStress> uses) {
        FigureTable table = new FigureTable(
                name,
                3,
                say(StressPagePhrases.WHO),
                say(StressPagePhrases.UNIT),
                say(StressPagePhrases.MONTH),
                say(StressPagePhrases.WANTED),
                say(StressPagePhrases.SERVED),
                say(StressPagePhrases.LACKING),
                say(StressPagePhrases.PART));
        for (UseStress use : uses) {
            for (int i = 0; i < months.size(); i++) {
                double wanted = use.wanted()[i];
                table.row(
                        FigureTable.word(name(use)),
                        FigureTable.word(called.unit(use.commodity())),
                        FigureTable.word(months.get(i)),
                        FigureTable.number(shown.number(wanted), wanted),
                        FigureTable.number(shown.number(wanted - use.lacking()[i]), wanted - use.lacking()[i]),
                        FigureTable.number(shown.number(use.lacking()[i]), use.lacking()[i]),
                        FigureTable.number(shown.percent(part(use, i)), part(use, i)));
            }
        }
        return table.plotted(Plot.of(Plot.Kind.GRID)
                .with("name", 0)
                .with("x", 2)
                .with("value", 6)
                .unit("%")
                .most(MOST));
    }

    private void prices(Html html) {
        List<PriceStress> moved = account.movedAtHome();
        if (moved.isEmpty()) {
            html.leaf("p", say(StressPagePhrases.NO_MOVE));
            return;
        }
        List<PriceStress> drawn = moved.stream().limit(CHARTS).toList();
        FigureTable table = new FigureTable(
                "prices",
                3,
                say(StressPagePhrases.COMMODITY),
                say(StressPagePhrases.PLACE),
                say(StressPagePhrases.MONTH),
                say(StressPagePhrases.CALM_PRICE),
                say(StressPagePhrases.PRICE));
        for (PriceStress one : moved) {
            rows(table, one.market());
            account.inside(one).ifPresent(m -> rows(table, m));
        }
        table.plotted(Plot.of(Plot.Kind.LINES)
                .with("panel", 0, 1)
                .with("x", 2)
                .with("value", 3, 4)
                .most(2 * CHARTS));
        figure.many(
                html,
                "prices",
                say(StressPagePhrases.PRICE_TITLE),
                say(StressPagePhrases.PRICE_SENTENCE, drawn.size(), moved.size()),
                out -> drawn.forEach(one -> price(out, one)),
                table);
    }

    private void price(Html html, PriceStress one) {
        List<LineChart.Line> lines = new ArrayList<>();
        lines.add(
                line(say(StressPagePhrases.CALM), CALM, account.answer().quiet().price()[one.market()]));
        lines.add(line(place(one.place()), HOME, account.path().price()[one.market()]));
        account.inside(one).ifPresent(m -> {
            int there = account.answer().calm().balance().markets().place()[m];
            lines.add(line(place(there), OTHER, account.path().price()[m]));
        });
        String unit = of.info().money().currency() + "/" + called.unit(one.commodity());
        chart(html, "price-" + one.market(), called.commodity(one.commodity()) + " (" + unit + ")", lines);
    }

    private void rows(FigureTable table, int m) {
        var markets = account.answer().calm().balance().markets();
        for (int i = 0; i < months.size(); i++) {
            double calm = account.answer().quiet().price()[m][i];
            double price = account.path().price()[m][i];
            table.row(
                    FigureTable.word(called.commodity(markets.commodity()[m])),
                    FigureTable.word(place(markets.place()[m])),
                    FigureTable.word(months.get(i)),
                    FigureTable.number(shown.number(calm), calm),
                    FigureTable.number(shown.number(price), price));
        }
    }

    private static LineChart.Line line(String name, Palette paint, double[] values) {
        return new LineChart.Line(name, paint, values, values, values);
    }

    private void chart(Html html, String id, String title, List<LineChart.Line> lines) {
        html.open("div").leaf("h4", title, "id", id + "-h").open("div", "class", "scroll");
        new LineChart(months, lines).draw(html, id, title, title, shown::number);
        html.close("div").open("ul", "class", "key");
        for (int i = 0; i < lines.size(); i++) {
            LineChart.key(html, i, lines.get(i), lines.get(i).name());
        }
        html.close("ul").close("div");
    }

    private void stocks(Html html) {
        List<StockStress> fallen = account.stocks().stream()
                .filter(stock -> account.isHome(stock.pile().place())
                        && stock.least()
                                < 0.99 * Math.max(stock.opening(), stock.pile().usual()))
                .sorted(Comparator.comparingInt(
                                (StockStress stock) -> stock.empty().orElse(Integer.MAX_VALUE))
                        .thenComparingDouble(stock -> stock.least() / Math.max(stock.opening(), 1e-300))
                        .thenComparingInt(StockStress::index))
                .toList();
        if (fallen.isEmpty()) {
            html.leaf("p", say(StressPagePhrases.NO_STOCK));
            return;
        }
        FigureTable table = new FigureTable(
                "stocks",
                3,
                say(StressPagePhrases.STOCK),
                say(StressPagePhrases.UNIT),
                say(StressPagePhrases.MONTH),
                say(StressPagePhrases.USUAL),
                say(StressPagePhrases.LEVEL));
        fallen.forEach(stock -> rows(table, stock));
        table.plotted(Plot.of(Plot.Kind.LINES)
                .with("panel", 0)
                .with("units", 1)
                .with("x", 2)
                .with("value", 3, 4)
                .most(CHARTS));
        figure.many(
                html,
                "stocks",
                say(StressPagePhrases.STOCK_TITLE),
                say(StressPagePhrases.STOCK_SENTENCE, Math.min(CHARTS, fallen.size()), fallen.size()),
                out -> fallen.stream().limit(CHARTS).forEach(stock -> stock(out, stock)),
                table);
    }

    private String name(StockStress stock) {
        return called.commodity(stock.pile().commodity()) + ", "
                + StressBrief.tier(stock.pile().tier(), lang) + ", "
                + place(stock.pile().place());
    }

    private void stock(Html html, StockStress stock) {
        chart(
                html,
                "stock-" + stock.index(),
                name(stock) + " (" + called.unit(stock.pile().commodity()) + ")",
                List.of(
                        line(
                                say(StressPagePhrases.CALM),
                                CALM,
                                account.answer().quiet().level()[stock.index()]),
                        line(say(StressPagePhrases.LEVEL), HOME, account.path().level()[stock.index()])));
    }

    private void rows(FigureTable table, StockStress stock) {
        for (int i = 0; i < months.size(); i++) {
            double usual = account.answer().quiet().level()[stock.index()][i];
            double level = account.path().level()[stock.index()][i];
            table.row(
                    FigureTable.word(name(stock)),
                    FigureTable.word(called.unit(stock.pile().commodity())),
                    FigureTable.word(months.get(i)),
                    FigureTable.number(shown.number(usual), usual),
                    FigureTable.number(shown.number(level), level));
        }
    }

    private void plants(Html html) {
        List<PlantStress> moved = PlantStress.largest(account.plants());
        List<PlantStress> home = moved.stream()
                .filter(plant -> account.isHome(plant.place()))
                .limit(CHARTS)
                .toList();
        if (moved.isEmpty()) {
            html.leaf("p", say(StressPagePhrases.NO_PLANT));
            return;
        }
        FigureTable table = new FigureTable(
                "plants",
                4,
                say(StressPagePhrases.PLANT),
                say(StressPagePhrases.PLACE),
                say(StressPagePhrases.COMMODITY),
                say(StressPagePhrases.UNIT),
                say(StressPagePhrases.CHANGE),
                say(StressPagePhrases.MORE),
                say(StressPagePhrases.SHUT));
        moved.forEach(plant -> table.row(
                FigureTable.word(plant.id()),
                FigureTable.word(place(plant.place())),
                FigureTable.word(called.plant(plant.process(), plant.main())),
                FigureTable.word(called.unit(plant.main())),
                FigureTable.number(shown.percent(plant.change()), plant.change()),
                FigureTable.number(shown.number(plant.more()), plant.more()),
                FigureTable.number(Integer.toString(plant.shut()), plant.shut())));
        figure.many(
                html,
                "plants",
                say(StressPagePhrases.PLANT_TITLE),
                say(StressPagePhrases.PLANT_SENTENCE, home.size(), moved.size()),
                out -> home.forEach(plant -> chart(
                        out,
                        "plant-" + plant.process(),
                        called.plant(plant.process(), plant.main()) + ", " + place(plant.place()) + " ("
                                + called.unit(plant.main()) + ")",
                        List.of(
                                line(say(StressPagePhrases.CALM), CALM, plant.calm()),
                                line(say(StressPagePhrases.MADE), HOME, plant.made())))),
                table);
    }

    private void costs(Html html) {
        FigureTable table =
                new FigureTable("costs", 1, say(StressPagePhrases.COUNTRY), say(StressPagePhrases.USERS_LOSE));
        account.costByCountry().forEach((country, cost) -> {
            int place = of.world().places().ids().find(country);
            table.row(FigureTable.word(place < 0 ? country : place(place)), FigureTable.number(money(cost), cost));
        });
        table.plotted(Plot.of(Plot.Kind.BARS).with("name", 0).with("value", 1).most(MOST));
        String said = say(StressPagePhrases.COSTS_SENTENCE, money(account.cost()), money(account.homeCost()));
        figure.table(html, "costs", say(StressPagePhrases.USERS_LOSE), said, table);
        FigureTable sectors = new FigureTable(
                "sectors",
                2,
                say(StressPagePhrases.INDUSTRY),
                say(StressPagePhrases.COUNTRY),
                say(StressPagePhrases.FIRST),
                say(StressPagePhrases.AT_RISK));
        account.sectors().stream()
                .filter(sector -> sector.direct() > 0)
                .sorted(Comparator.comparingDouble((SectorStress sector) -> -sector.direct())
                        .thenComparingInt(SectorStress::sector))
                .forEach(sector -> sectors.row(
                        FigureTable.word(sector.name().in(lang)),
                        FigureTable.word(place(sector.place())),
                        FigureTable.word(months.get(sector.first())),
                        FigureTable.number(money(sector.direct()), sector.direct())));
        if (sectors.size() > 0) {
            sectors.plotted(
                    Plot.of(Plot.Kind.BARS).with("name", 0, 1).with("value", 3).most(MOST));
            figure.table(html, "sectors", say(StressPagePhrases.AT_RISK), "", sectors);
        }
    }
}
