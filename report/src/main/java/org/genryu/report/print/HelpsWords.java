package org.genryu.report.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.NumberFormat;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.MeasureEffects.Sum;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.month.MeasurePayment;

/// What helps and what it costs, as a table: a row a measure, or a row a ready answer of the case.
///
/// @param brief of the same account
record HelpsWords(Helps helps, StressAccount account, StressBrief brief, Lang lang) {
    private static final String NONE = "—";

    List<Handout.Block> blocks() {
        String head = say(HandoutPhrases.HELPS);
        return switch (helps) {
            case Helps.Own(MeasureEffects effects) ->
                List.of(new Handout.Sheet(head, say(HandoutPhrases.HELPS_SAID), table(effects)));
            case Helps.Untold _ -> List.of(new Handout.Lines(head, List.of(line(say(HandoutPhrases.HELPS_UNTOLD)))));
            case Helps.Shelf(var answers)
            when answers.isEmpty() ->
                List.of(new Handout.Lines(head, List.of(line(say(HandoutPhrases.HELPS_NOTHING)))));
            case Helps.Shelf(var answers) -> shelf(head, answers);
        };
    }

    private String say(HandoutPhrases words, Object... values) {
        return words.in(lang, values);
    }

    private static Brief.Line line(String text) {
        return new Brief.Line(List.of(text), 1, 2);
    }

    private FigureTable.Cell money(double value) {
        return FigureTable.number(
                new NumberFormat(lang)
                        .money(value, account.answer().of().info().money().currency()),
                value);
    }

    private FigureTable sheet(String name) {
        return new FigureTable(
                name,
                2,
                say(HandoutPhrases.MEASURE),
                say(HandoutPhrases.PAYER),
                say(HandoutPhrases.NET),
                say(HandoutPhrases.SPARED),
                say(HandoutPhrases.PER_PAID),
                say(HandoutPhrases.EARNED),
                say(HandoutPhrases.SHORTS));
    }

    private FigureTable table(MeasureEffects effects) {
        FigureTable table = sheet("measures");
        row(table, say(HandoutPhrases.ALL_MEASURES), account.answer().payments(), effects.all(), effects.none());
        for (MeasureEffects.Effect one : effects.each()) {
            List<MeasurePayment> paid = account.answer().payments().stream()
                    .filter(payment -> payment.action().equals(one.measure()))
                    .toList();
            row(table, brief.name(one.measure()), paid, one.with(), effects.none());
        }
        return table;
    }

    private List<Handout.Block> shelf(String head, List<Helps.Answer> answers) {
        FigureTable table = sheet("answers");
        Sum none = Sum.of(account);
        List<Brief.Line> lines = new ArrayList<>();
        for (Helps.Answer answer : answers) {
            row(
                    table,
                    answer.scenario().title().in(lang),
                    answer.with().answer().payments(),
                    Sum.of(answer.with()),
                    none);
            List<Action> measures = answer.scenario().measures();
            List<String> names = measures.stream().map(brief::name).distinct().toList();
            lines.add(Brief.Line.list(
                    answer.scenario().title().in(lang) + (lang == Lang.EN ? ": " : "："), names, names.size(), 3));
            lines.add(line(say(HandoutPhrases.DETAIL, answer.scenario().id())));
        }
        return List.of(
                new Handout.Sheet(head, say(HandoutPhrases.HELPS_SHELF), table),
                new Handout.Lines(say(HandoutPhrases.ANSWERS), lines));
    }

    /// @param payments by which it is paid; where none of them is stated, nothing is said of its cost
    private void row(FigureTable table, String name, List<MeasurePayment> payments, Sum with, Sum none) {
        double spared = with.saves(none);
        double sold = with.earned() - none.earned();
        double telling = StressBrief.TELLING * Math.abs(none.lost());
        boolean tells = Math.abs(spared) >= telling;
        table.row(
                FigureTable.word(name),
                FigureTable.word(payers(payments)),
                payments.stream().anyMatch(MeasurePayment::stated) ? money(with.paid()) : FigureTable.word(NONE),
                tells ? money(spared) : FigureTable.word(say(HandoutPhrases.HARDLY)),
                with.paid() > 0 && tells
                        ? FigureTable.number(
                                new NumberFormat(lang).number(NumberFormat.rounded(spared / with.paid(), 2)),
                                spared / with.paid())
                        : FigureTable.word(NONE),
                Math.abs(sold) >= telling ? money(sold) : FigureTable.word(say(HandoutPhrases.HARDLY)),
                FigureTable.number(none.shorts() + " → " + with.shorts(), with.shorts()));
    }

    private String payers(List<MeasurePayment> payments) {
        List<String> all = payments.stream()
                .flatMap(payment -> payment.payers().stream())
                .distinct()
                .map(brief::country)
                .toList();
        return all.isEmpty() ? NONE : all.stream().collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
    }
}
