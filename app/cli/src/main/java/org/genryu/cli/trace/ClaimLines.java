package org.genryu.cli.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.genryu.balance.Balance;
import org.genryu.casefile.CaseFile;
import org.genryu.cli.command.RunPipeline;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.evidence.CitedValue;
import org.genryu.cli.trace.TraceCommand.Asked;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.evidence.claim.ClaimWords;
import org.genryu.evidence.entity.Gazetteer;
import org.genryu.results.JsonDocument;
import org.genryu.results.RunResult;

/// `genryu trace --claims`: the three claims that move the price most, and the values that rest on fallen ones.
///
/// @param count of the claims that were moved
/// @param moves the largest, at most three
/// @param fallen warnings
record ClaimLines(String unit, OptionalDouble price, int count, List<ClaimMoves.Move> moves, List<Finding> fallen) {
    private static final int TOLD = 3;

    static Outcome<ClaimLines> of(CommandCall call, RunPipeline chain, CaseFile file, RunResult run, Asked asked)
            throws IOException {
        Outcome<List<CitedValue>> cited = CitedValue.of(call, file);
        if (cited.value().isEmpty()) {
            return Outcome.failed(cited.findings());
        }
        List<Finding> fallen = new ArrayList<>(cited.findings());
        cited.value().get().forEach(one -> one.warning().ifPresent(fallen::add));
        Balance balance = run.balance().orElseThrow();
        ClaimMoves.Result base = result(balance, asked);
        if (!cited.value().get().isEmpty()) {
            call.progress().begin(new Text("believing the claims one by one", "主張を一つずつ当てはめて計算中"));
        }
        List<ClaimMoves.Move> moves = ClaimMoves.of(
                file,
                base,
                cited.value().get(),
                other -> chain.answer(other, List.of())
                        .value()
                        .flatMap(RunResult::balance)
                        .map(answered -> result(answered, asked)));
        String commodity = balance.of().world().commodities().ids().id(asked.commodity());
        int row = file.table("commodities").row(commodity);
        String unit = row < 0 ? "" : file.table("commodities").words("unit")[row];
        return Outcome.of(new ClaimLines(
                file.header().currency() + "/" + unit,
                base.price(),
                moves.size(),
                moves.stream().limit(TOLD).toList(),
                fallen));
    }

    private static ClaimMoves.Result result(Balance balance, Asked asked) {
        int market = balance.markets().find(asked.place(), asked.commodity());
        return new ClaimMoves.Result(
                market < 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(balance.markets().price()[market][asked.period()]),
                balance.objective());
    }

    void tell(CommandCall call) {
        Lang lang = call.lang();
        call.line("");
        if (count == 0) {
            call.line(new Text(
                    "No value of the case rests on a claim of a ledger (table claims).",
                    "台帳の主張に基づく値はケースにありません(表 claims)。"));
        } else {
            call.line(new Text(
                    "Claims that move the price %s most, of %s that were believed alone:"
                            .formatted(price.isPresent() ? amount(price.getAsDouble(), lang) : "", count),
                    "価格%sを最も動かす主張(一つずつ当てはめた%s件から):"
                            .formatted(price.isPresent() ? " " + amount(price.getAsDouble(), lang) + " " : "", count)));
        }
        ClaimWords words = new ClaimWords(Gazetteer.own());
        for (ClaimMoves.Move move : moves) {
            call.line("  " + (move.move() == 0 ? "±0" : "±" + amount(move.move(), lang)) + "  "
                    + move.claim().id().substring(7, 17) + "  " + words.about(move.claim(), lang) + " = "
                    + words.value(move.claim(), lang) + " \""
                    + move.claim().quote().stretch().raw() + "\" ["
                    + move.claim().quote().document() + "]");
            call.line(new Text(
                    "      %s is %s; at %s the price is %s"
                            .formatted(
                                    move.value().place(),
                                    move.value().written(),
                                    ends(move, " / "),
                                    prices(move, lang)),
                    "      %s は %s。%s とすると価格は %s"
                            .formatted(
                                    move.value().place(),
                                    move.value().written(),
                                    ends(move, " / "),
                                    prices(move, lang))));
        }
        for (Finding finding : fallen) {
            call.line("  " + finding.in(lang));
        }
    }

    private static String ends(ClaimMoves.Move move, String between) {
        return String.join(between, move.ends());
    }

    private String prices(ClaimMoves.Move move, Lang lang) {
        return move.prices().isEmpty()
                ? new Text("not to be had.", "求められません。").in(lang)
                : move.prices().stream().map(one -> amount(one, lang)).collect(Collectors.joining(" / "))
                        + new Text(".", "。").in(lang);
    }

    private String amount(double value, Lang lang) {
        return NumberText.amount(value, unit, lang);
    }

    void json(JsonDocument json, Lang lang) {
        json.number("claims_moved", count);
        json.rows(
                "claims",
                () -> moves.forEach(
                        move -> json.row(() -> json.text("id", move.claim().id())
                                .text("place", move.value().place())
                                .text("written", move.value().written())
                                .text("raw", move.claim().quote().stretch().raw())
                                .text("doc", move.claim().quote().document())
                                .texts("ends", move.ends())
                                .number("move", move.move())
                                .number("cost_move", move.cost()))));
        json.findings("claims_fallen", fallen);
    }
}
