package org.genryu.cli.evidence;

import java.io.IOException;
import java.util.List;
import org.genryu.casefile.CaseFile;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.results.JsonDocument;

/// `genryu ledger cited`: which numbers of a case rest on which claims, what the claims make by the rule that is named,
/// and which of them no longer stand.
final class CitedNumbers {
    private CitedNumbers() {}

    static CommandResult tell(CommandCall call, ClaimLedger ledger, String name) throws IOException {
        if (name.isBlank()) {
            throw new Arguments.Misuse(new Text("ledger cited: a CASE is missing.", "ledger cited: CASE を指定してください。"));
        }
        Outcome<CaseFile> read = CaseSource.read(name);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        List<CitedValue> cited = CitedValue.in(file, ledger);
        long fallen = cited.stream().filter(one -> !one.fallen().isEmpty()).count();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("numbers", cited.size()).number("fallen", fallen);
                json.rows(
                        "cited",
                        () -> cited.forEach(one -> json.row(() -> json.text("place", one.place())
                                .text("cell", one.written())
                                .text("pooled", pooled(one).in(call.lang()))
                                .texts(
                                        "claims",
                                        one.claims().stream().map(Claim::id).toList())
                                .texts("fallen", one.fallen()))));
            }
            return new CommandResult.Done();
        }
        call.line(new Text(
                "%s numbers rest on claims; %s of them on claims that no longer stand.".formatted(cited.size(), fallen),
                "主張に基づく数値は %s 個、うち %s 個は取り下げられた主張に基づいています。".formatted(cited.size(), fallen)));
        for (CitedValue one : cited) {
            call.line("  " + one.place() + ": " + one.written());
            call.line(new Text("    the claims make ", "    主張からの値: ").in(call.lang())
                    + pooled(one).in(call.lang()));
            if (!one.fallen().isEmpty()) {
                call.line(new Text("    no longer stand: ", "    取り下げ済み: ").in(call.lang())
                        + String.join(", ", one.fallen()));
            }
        }
        return new CommandResult.Done();
    }

    private static Text pooled(CitedValue cited) {
        return switch (cited.rule().of(cited.claims())) {
            case ReadText.Value<String>(String value) -> Text.same(value);
            case ReadText.Refused<String>(Text why, var _) -> why;
        };
    }
}
