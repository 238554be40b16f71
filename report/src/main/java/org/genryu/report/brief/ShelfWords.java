package org.genryu.report.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.core.time.Periods;
import org.genryu.geo.SeaNetwork;
import org.genryu.report.brief.Brief.Line;
import org.genryu.report.words.CaseWords;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.month.WorldStocks;
import org.genryu.stress.shelf.Shelf;
import org.genryu.stress.shelf.ShelfRow;

/// What do scenarios come to, each in a sentence or a row, and several side by side? Every number is the row's own.
///
/// @param of the case
public record ShelfWords(SupplyCase of, Lang lang) {
    /// Who holds out less is short at once [months].
    static final double AT_ONCE = 0.05;

    /// A price below this part of the calm one is next to nothing [ratio].
    private static final double NIL = 1e-3;

    private static final String NONE = "—";
    private static final String GROUP = "group:";

    private String say(StressPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private CaseWords called() {
        return new CaseWords(of, lang);
    }

    private NumberFormat shown() {
        return new NumberFormat(lang);
    }

    private String money(double value) {
        return shown().money(value, of.info().money().currency());
    }

    /// `2027-03`, `2027年3月`.
    String month(int month) {
        return lang == Lang.EN ? new Periods(Periods.Step.MONTH, month, 1).label(0) : NumberText.month(month, lang);
    }

    static String months(double months) {
        return months >= 10 ? String.format(Locale.ROOT, "%.0f", months) : String.format(Locale.ROOT, "%.1f", months);
    }

    String separator() {
        return lang == Lang.EN ? ", " : "、";
    }

    /// The sentence that is told of a scenario where there is room for one: who lacks most, and the price
    /// whose move costs home most.
    public String headline(ShelfRow row) {
        String who = row.worst().map(this::use).orElse(say(StressPhrases.NOBODY));
        return row.price()
                .map(move -> who + (lang == Lang.EN ? "; " : "、") + price(move))
                .orElse(who);
    }

    String use(ShelfRow.Lack use) {
        CaseWords called = called();
        return say(
                StressPhrases.USE,
                called.commodity(use.commodity()),
                called.use(use.use()),
                called.place(use.place()),
                shown().label(use.part()),
                month(use.worst()),
                month(use.first()),
                use.survive() < AT_ONCE ? say(StressPhrases.AT_ONCE) : say(StressPhrases.AFTER, months(use.survive())),
                use.recover().isPresent()
                        ? say(StressPhrases.WHOLE_FROM, month(use.recover().getAsInt()))
                        : say(StressPhrases.NOT_WHOLE));
    }

    String price(ShelfRow.Move one) {
        CaseWords called = called();
        if (one.ratio() < NIL) {
            return say(
                    StressPhrases.PRICE_NIL,
                    called.commodity(one.commodity()),
                    called.place(one.place()),
                    quoted(one.calm(), one.commodity()),
                    month(one.month()));
        }
        return say(
                StressPhrases.PRICE,
                called.commodity(one.commodity()),
                called.place(one.place()),
                rounded(one.calm()),
                quoted(one.price(), one.commodity()),
                times(one.ratio()),
                month(one.month()));
    }

    static String rounded(double price) {
        return NumberText.number(NumberFormat.rounded(price, 3));
    }

    String quoted(double price, int commodity) {
        return NumberText.price(
                NumberFormat.rounded(price, 3), of.info().money().currency(), called().unit(commodity), lang);
    }

    static String times(double ratio) {
        return NumberText.number(NumberFormat.rounded(ratio, 2));
    }

    /// The shelf in a few lines: the costliest first.
    List<Line> lines(Shelf shelf) {
        List<Shelf.Entry> told = shelf.worstFirst();
        if (told.isEmpty()) {
            return List.of(
                    Line.sentence(say(StressPhrases.SHELF_ASK, shelf.entries().size())));
        }
        return List.of(Line.list("", told.stream().map(this::brief).toList(), told.size(), 4));
    }

    private String brief(Shelf.Entry entry) {
        ShelfRow row = entry.row().orElseThrow();
        CaseWords called = called();
        String what = row.worst()
                .map(use -> say(
                        StressPhrases.SHELF_LACKS,
                        called.commodity(use.commodity()),
                        called.place(use.place()),
                        shown().label(use.part()),
                        month(use.worst())))
                .or(() -> row.price()
                        .map(move -> say(
                                StressPhrases.SHELF_DEAR,
                                called.commodity(move.commodity()),
                                called.place(move.place()),
                                times(move.ratio()))))
                .orElse(say(StressPhrases.SHELF_CALM));
        return say(StressPhrases.SHELF_ENTRY, entry.scenario().id(), what);
    }

    /// One row a scenario.
    public FigureTable table(Shelf shelf) {
        FigureTable table = new FigureTable(
                "scenarios",
                7,
                say(StressPhrases.SCENARIO),
                say(StressPhrases.FACTS),
                say(StressPhrases.CHOICES),
                say(StressPhrases.SHORT),
                say(StressPhrases.PRICES),
                say(StressPhrases.EMPTY_FIRST),
                say(StressPhrases.HELD),
                say(StressPhrases.LOST_PART),
                say(StressPhrases.HOME_LOSES),
                say(StressPhrases.VALUE_ADDED));
        for (Shelf.Entry entry : shelf.entries()) {
            List<FigureTable.Cell> cells = new ArrayList<>();
            cells.add(FigureTable.word(entry.scenario().id() + ": " + title(entry.scenario())));
            cells.add(FigureTable.word(shapes(entry.scenario().events())));
            cells.add(FigureTable.word(shapes(entry.scenario().measures())));
            cells.addAll(entry.row().map(this::told).orElseGet(() -> untold(7)));
            table.row(cells);
        }
        return table;
    }

    private static List<FigureTable.Cell> untold(int cells) {
        return Stream.generate(() -> FigureTable.word(NONE)).limit(cells).toList();
    }

    private List<FigureTable.Cell> told(ShelfRow row) {
        return List.of(
                FigureTable.word(short_(row)),
                FigureTable.word(row.price().map(this::price).orElse(NONE)),
                FigureTable.word(row.empty().map(this::empty).orElse(NONE)),
                FigureTable.word(held(row)),
                FigureTable.number(
                        row.worst().map(use -> shown().percent(use.part())).orElse(NONE),
                        row.worst().map(ShelfRow.Lack::part).orElse(Double.NaN)),
                FigureTable.number(money(row.home()), row.home()),
                FigureTable.number(money(row.damage()), row.damage()));
    }

    private String short_(ShelfRow row) {
        String first = row.worst()
                .map(use -> say(
                        StressPhrases.SHORT_USE,
                        called().commodity(use.commodity()),
                        called().use(use.use()),
                        called().place(use.place())))
                .orElse(NONE);
        return row.shorts() > 1 ? first + say(StressPhrases.SHORT_MORE, row.shorts() - 1) : first;
    }

    private String held(ShelfRow row) {
        return row.worst()
                .map(use -> use.survive() < AT_ONCE
                        ? say(StressPhrases.NO_MONTH)
                        : say(StressPhrases.MONTHS, months(use.survive())))
                .orElse(NONE);
    }

    private String empty(ShelfRow.Empty stock) {
        return say(
                StressPhrases.EMPTY_STOCK,
                called().commodity(stock.commodity()),
                StressBrief.tier(WorldStocks.Tier.valueOf(stock.tier().toUpperCase(Locale.ROOT)), lang),
                called().place(stock.place()),
                month(stock.month()));
    }

    private String title(Scenario scenario) {
        return scenario.title().in(lang);
    }

    private String shapes(List<Scenario.Action> actions) {
        return actions.isEmpty()
                ? NONE
                : String.join(
                        separator(),
                        actions.stream()
                                .map(action -> action.shape().word().in(lang))
                                .distinct()
                                .toList());
    }

    /// What happens, each event with what it is about.
    public String facts(Scenario scenario) {
        return joined(scenario.events());
    }

    private String choices(Scenario scenario) {
        return joined(scenario.measures());
    }

    private String joined(List<Scenario.Action> actions) {
        return actions.isEmpty()
                ? NONE
                : String.join("; ", actions.stream().map(this::action).toList());
    }

    /// What happens or is chosen, and to what.
    public String action(Scenario.Action action) {
        List<String> about = Stream.of(
                        "from",
                        "by",
                        "strait",
                        "processes",
                        "routes",
                        "places",
                        "place",
                        "members",
                        "to",
                        "commodities",
                        "commodity",
                        "use")
                .flatMap(key -> action.list(key).stream())
                .map(this::thing)
                .distinct()
                .toList();
        String shape = action.shape().word().in(lang);
        int most = 4;
        return about.isEmpty()
                ? shape
                : shape + " (" + String.join(separator(), about.subList(0, Math.min(most, about.size())))
                        + (about.size() > most ? ", …" : "") + ")";
    }

    private String thing(String id) {
        int place = of.world().places().ids().find(id);
        int commodity = of.world().commodities().ids().find(id);
        if (place >= 0 || commodity >= 0) {
            return place >= 0 ? called().place(place) : called().commodity(commodity);
        }
        return id.equals("*")
                ? say(StressPhrases.EVERYTHING)
                : SeaNetwork.world()
                        .strait(id)
                        .map(strait -> strait.name().in(lang))
                        .orElse(id.startsWith(GROUP) ? id.substring(GROUP.length()) : id);
    }

    /// One column a scenario: facts that change, choices that change, and what comes of them.
    public FigureTable beside(Shelf shelf) {
        List<String> heads = new ArrayList<>(List.of(""));
        shelf.entries().forEach(entry -> heads.add(entry.scenario().id()));
        FigureTable table = new FigureTable("comparison", heads.size(), heads.toArray(String[]::new));
        column(table, shelf, StressPhrases.SCENARIO, entry -> title(entry.scenario()));
        column(table, shelf, StressPhrases.FACTS, entry -> facts(entry.scenario()));
        column(table, shelf, StressPhrases.CHOICES, entry -> choices(entry.scenario()));
        told(table, shelf, StressPhrases.SHORT, this::short_);
        told(
                table,
                shelf,
                StressPhrases.LOST_PART,
                row -> row.worst()
                        .map(use -> shown().percent(use.part()) + " " + month(use.worst()))
                        .orElse(NONE));
        told(
                table,
                shelf,
                StressPhrases.SHORT_FROM,
                row -> row.worst().map(use -> month(use.first())).orElse(NONE));
        told(table, shelf, StressPhrases.HELD, this::held);
        told(
                table,
                shelf,
                StressPhrases.BACK,
                row -> row.worst()
                        .map(use -> use.recover().isPresent()
                                ? month(use.recover().getAsInt())
                                : say(StressPhrases.NOT_WHOLE))
                        .orElse(NONE));
        told(
                table,
                shelf,
                StressPhrases.PRICES,
                row -> row.price().map(this::price).orElse(NONE));
        told(
                table,
                shelf,
                StressPhrases.EMPTY_FIRST,
                row -> row.empty().map(this::empty).orElse(NONE));
        told(table, shelf, StressPhrases.HOME_LOSES, row -> money(row.home()));
        told(table, shelf, StressPhrases.WORLD_LOSES, row -> money(row.world()));
        told(table, shelf, StressPhrases.VALUE_ADDED, row -> money(row.damage()));
        told(table, shelf, StressPhrases.PAID, row -> money(row.measures()));
        return table;
    }

    /// What a cell says of a scenario.
    private interface Cell<T> {
        String of(T told);
    }

    private void told(FigureTable table, Shelf shelf, StressPhrases head, Cell<ShelfRow> cell) {
        column(table, shelf, head, entry -> entry.row().map(cell::of).orElse(NONE));
    }

    private void column(FigureTable table, Shelf shelf, StressPhrases head, Cell<Shelf.Entry> cell) {
        List<FigureTable.Cell> cells = new ArrayList<>(List.of(FigureTable.word(say(head))));
        shelf.entries().forEach(entry -> cells.add(FigureTable.word(cell.of(entry))));
        table.row(cells);
    }
}
