package org.genryu.report.stress;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genryu.casefile.Scenario.Action;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Lang;
import org.genryu.core.number.NumberText;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.month.MeasurePayment;

/// What the measures of a scenario cost and are worth, and what the scenario says line by line.
final class StressMeasures {
    private final StressAccount account;
    private final StressBrief.Told told;
    private final Lang lang;
    private final String currency;
    private final StressBrief brief;

    StressMeasures(StressAccount account, StressBrief.Told told, Lang lang) {
        this.account = account;
        this.told = told;
        this.lang = lang;
        this.brief = new StressBrief(account, told, lang);
        this.currency = account.answer().of().info().money().currency();
    }

    boolean any() {
        return !account.answer().payments().isEmpty();
    }

    private String say(StressPagePhrases words, Object... values) {
        return words.in(lang, values);
    }

    private FigureTable.Cell money(double value) {
        return FigureTable.number(NumberText.money(value, currency, lang), value);
    }

    void write(Html html) {
        FigureTable costs = new FigureTable(
                "measures",
                2,
                say(StressPagePhrases.MEASURE),
                say(StressPagePhrases.PAYER),
                say(StressPagePhrases.NET),
                say(StressPagePhrases.HOLDS));
        for (MeasurePayment one : account.answer().payments()) {
            costs.row(
                    FigureTable.word(brief.name(one.action())),
                    FigureTable.word(
                            one.payers().isEmpty()
                                    ? "—"
                                    : one.payers().stream().map(brief::country).collect(Collectors.joining(", "))),
                    one.stated() ? money(one.net()) : new FigureTable.Cell("—", ""),
                    money(one.holds()));
        }
        PageFigure.table(html, lang, say(StressPagePhrases.MEASURES), costs, true);
        if (told.effects().isEmpty()) {
            html.leaf("p", say(StressPagePhrases.NOT_ASKED));
            return;
        }
        MeasureEffects effects = told.effects().get();
        FigureTable table = new FigureTable(
                "effects",
                1,
                say(StressPagePhrases.WITH),
                say(StressPagePhrases.LOST),
                say(StressPagePhrases.SPARED),
                say(StressPagePhrases.PLANTS_EARN),
                say(StressPagePhrases.AT_RISK),
                say(StressPagePhrases.SHORTS),
                say(StressPagePhrases.PART),
                say(StressPagePhrases.NET));
        row(table, say(StressPagePhrases.NO_MEASURE), effects.none(), effects);
        for (MeasureEffects.Effect one : effects.each()) {
            row(table, brief.name(one.measure()), one.with(), effects);
        }
        row(table, say(StressPagePhrases.ALL_MEASURES), effects.all(), effects);
        row(table, say(StressPagePhrases.NO_EVENT), effects.quiet(), effects);
        html.leaf("h3", say(StressPagePhrases.EFFECTS)).leaf("p", say(StressPagePhrases.EFFECTS_SENTENCE));
        PageFigure.table(html, lang, say(StressPagePhrases.EFFECTS), table, true);
    }

    private void row(FigureTable table, String name, MeasureEffects.Sum sum, MeasureEffects effects) {
        boolean quiet = sum.equals(effects.quiet());
        table.row(
                FigureTable.word(name),
                money(sum.lost()),
                quiet ? new FigureTable.Cell("—", "") : money(sum.saves(effects.none())),
                money(sum.earned()),
                money(sum.atRisk()),
                FigureTable.number(Integer.toString(sum.shorts()), sum.shorts()),
                FigureTable.number(NumberText.percent(sum.worst()), sum.worst()),
                money(sum.paid()));
    }

    /// What the scenario says, line by line.
    void scenario(Html html) {
        FigureTable table = new FigureTable(
                "scenario",
                4,
                say(StressPagePhrases.WHAT),
                say(StressPagePhrases.WORDS),
                say(StressPagePhrases.IN_FORCE),
                say(StressPagePhrases.SOURCE));
        SupplyCase of = account.balances().under().of();
        for (Action action : account.answer().scenario().actions()) {
            table.row(
                    FigureTable.word(action.shape().word().in(lang)),
                    FigureTable.word(words(action)),
                    FigureTable.word(time(action, of)),
                    FigureTable.word(String.join(", ", action.list("source")) + " (" + action.file() + ":"
                            + action.line() + ")"));
        }
        PageFigure.table(html, lang, say(StressPagePhrases.SAYS), table, true);
        List<String> titles = account.answer().scenario().actions().stream()
                .flatMap(action -> action.list("note").stream())
                .toList();
        titles.forEach(note -> html.leaf("p", note));
    }

    private static String words(Action action) {
        return action.words().entrySet().stream()
                .filter(entry -> !List.of("source", "note", "start", "months", "first", "last")
                        .contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String time(Action action, SupplyCase of) {
        int from = Math.max(action.from(), of.periods().firstMonth());
        String start = NumberText.month(from, lang);
        return action.until() == Integer.MAX_VALUE
                ? say(StressPagePhrases.SINCE, start)
                : say(StressPagePhrases.FROM_TO, start, NumberText.month(action.until() - 1, lang));
    }
}
