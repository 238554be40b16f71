package org.genryu.report.stress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.ChangeLog;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.core.time.Periods;
import org.genryu.report.brief.ShelfWords;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.shelf.ShelfRow;
import org.genryu.stress.shelf.ShelfSquare;

/// Facts and choices of a scenario apart: what each changes, from which value to which, and what comes of either alone
/// and of both.
///
/// @param scenario whose events and measures these are
/// @param log every number that it touched, before and after
/// @param of the case
record ApartSection(Scenario scenario, ShelfSquare square, List<ChangeLog.Entry> log, SupplyCase of, Lang lang) {
    /// A part of the level below which a difference is none [fraction].
    private static final double ROUNDING = 1e-6;

    private static final Text SQUARE = new Text("Facts and choices apart", "事実と選択に分けた結果");
    private static final Text ASSUMPTIONS = new Text("Assumptions (events)", "前提（事象）");
    private static final Text LEVERS = new Text("Levers (measures)", "打ち手（対策）");
    private static final List<Text> COLUMNS = List.of(
            new Text("Against the calm world", "平時との比較"),
            new Text("Calm", "平時"),
            new Text("Events alone", "事象のみ"),
            new Text("Measures alone", "対策のみ"),
            new Text("Both", "両方"),
            new Text("What the measures change", "対策による差"));
    private static final Text CALM = new Text("not in force", "なし");
    private static final Text IN_FORCE = new Text("in force", "実施");
    private static final Text UNLIMITED = new Text("unlimited", "無制限");
    private static final Text NO_ROW = new Text("None.", "ありません。");
    private static final Text NUMBERS = new Text("Numbers that it touches", "変わる数値");

    Map<Text, Consumer<Html>> sections() {
        Map<Text, Consumer<Html>> sections = new LinkedHashMap<>();
        sections.put(SQUARE, html -> PageFigure.table(html, lang, SQUARE.in(lang), four(), true));
        sections.put(ASSUMPTIONS, html -> changes(html, ASSUMPTIONS, scenario.events(), "assumptions"));
        sections.put(LEVERS, html -> changes(html, LEVERS, scenario.measures(), "levers"));
        return sections;
    }

    private FigureTable four() {
        FigureTable table = new FigureTable("square", 1, names(COLUMNS));
        row(table, new Text("Users at home lose", "自国・パートナー国の利用者の損失"), ShelfRow::home, this::money);
        row(table, new Text("Value added lost at home", "自国・パートナー国で失われる付加価値"), ShelfRow::damage, this::money);
        row(table, new Text("Users of the world lose", "世界の利用者の損失"), ShelfRow::world, this::money);
        row(table, new Text("Measures cost", "対策の費用"), ShelfRow::measures, this::money);
        row(table, new Text("Largest part lacking", "最大の不足割合"), ShelfSquare::lack, NumberText::percent);
        row(table, new Text("Uses that run short", "不足する用途の数"), ShelfRow::shorts, NumberText::number);
        return table;
    }

    private void row(FigureTable table, Text name, ToDoubleFunction<ShelfRow> number, DoubleFunction<String> shown) {
        List<FigureTable.Cell> cells = new ArrayList<>();
        cells.add(FigureTable.word(name.in(lang)));
        cells.add(FigureTable.number(shown.apply(0), 0));
        for (ShelfRow row : List.of(square.events(), square.measures(), square.both())) {
            double value = number.applyAsDouble(row);
            cells.add(FigureTable.number(shown.apply(value), value));
        }
        double change = settled(square.changed(number), number.applyAsDouble(square.both()));
        cells.add(FigureTable.number((change > 0 ? "+" : "") + shown.apply(change), change));
        table.row(cells);
    }

    /// What two solutions of the same months differ by is no change.
    private static double settled(double change, double level) {
        return Math.abs(change) < ROUNDING * Math.abs(level) ? 0 : change;
    }

    private String money(double value) {
        return NumberText.money(value, of.info().money().currency(), lang);
    }

    private void changes(Html html, Text heading, List<Scenario.Action> actions, String name) {
        if (actions.isEmpty()) {
            html.leaf("p", NO_ROW.in(lang));
            return;
        }
        ShelfWords words = new ShelfWords(of, lang);
        FigureTable table = new FigureTable(
                name,
                5,
                names(List.of(
                        new Text("What", "内容"),
                        new Text("How much", "大きさ"),
                        new Text("When", "期間"),
                        new Text("Old", "変更前"),
                        new Text("New", "変更後"))));
        actions.forEach(action -> table.row(
                FigureTable.word(words.action(action)),
                FigureTable.word(amounts(action)),
                FigureTable.word(months(action)),
                FigureTable.word(CALM.in(lang)),
                FigureTable.word(IN_FORCE.in(lang))));
        PageFigure.table(html, lang, heading.in(lang), table, true);
        FigureTable numbers = numbers(name, one -> actions.stream().anyMatch(action -> isOf(one, action)));
        if (numbers.size() > 0) {
            PageFigure.table(html, lang, NUMBERS.in(lang), numbers, false);
        }
    }

    private static String amounts(Scenario.Action action) {
        return String.join(
                ", ",
                action.numbers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getKey() + " " + NumberText.number(one.getValue()))
                        .toList());
    }

    private static String months(Scenario.Action action) {
        String from = action.from() == Integer.MIN_VALUE ? "" : month(action.from());
        String until = action.until() == Integer.MAX_VALUE ? "" : month(action.until() - 1);
        return from.isEmpty() && until.isEmpty() ? "—" : from + " – " + until;
    }

    private static String month(int month) {
        return new Periods(Periods.Step.MONTH, month, 1).label(0);
    }

    /// A cause is file and line, then the shape.
    private static boolean isOf(ChangeLog.Entry entry, Scenario.Action action) {
        return entry.cause().startsWith(action.file() + ":" + action.line() + " ");
    }

    private FigureTable numbers(String name, Predicate<ChangeLog.Entry> wanted) {
        FigureTable table = new FigureTable(
                name + "-numbers",
                4,
                names(List.of(
                        new Text("Table", "表"),
                        new Text("Row", "行"),
                        new Text("Column", "列"),
                        new Text("Period", "期"),
                        new Text("Old", "変更前"),
                        new Text("New", "変更後"))));
        log.stream()
                .filter(wanted)
                .forEach(one -> table.row(
                        FigureTable.word(one.table()),
                        FigureTable.word(one.id()),
                        FigureTable.word(one.column()),
                        FigureTable.word(one.period()),
                        number(one.before()),
                        number(one.after())));
        return table;
    }

    private FigureTable.Cell number(double value) {
        return FigureTable.number(
                Double.isInfinite(value) ? UNLIMITED.in(lang) : new NumberFormat(lang).number(value), value);
    }

    private String[] names(List<Text> columns) {
        return Stream.of(columns.toArray(Text[]::new))
                .map(text -> text.in(lang))
                .toArray(String[]::new);
    }
}
