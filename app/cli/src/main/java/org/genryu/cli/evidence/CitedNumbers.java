package org.genryu.cli.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.form.RawTable;
import org.genryu.cli.command.CaseSource;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.CommandResult;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.evidence.ledger.ClaimLedger.Status;
import org.genryu.evidence.pool.Pooling;
import org.genryu.results.JsonDocument;

/// `genryu ledger cited`: which numbers of a case rest on which claims, what the claims make by the rule that is named,
/// and which of them no longer stand.
final class CitedNumbers {
    private CitedNumbers() {}

    /// @param cell as it stands in the table of the case
    /// @param pooled what the claims make; the reason where they make nothing
    /// @param fallen claims that were rejected or superseded, or are not in the ledger
    private record Cited(String place, String cell, Text pooled, List<String> claims, List<String> fallen) {}

    static CommandResult tell(CommandCall call, ClaimLedger ledger, String name) throws IOException {
        if (name.isBlank()) {
            throw new Arguments.Misuse(new Text("ledger cited: a CASE is missing.", "ledger cited: CASE を指定してください。"));
        }
        Outcome<CaseFile> read = CaseSource.read(name);
        if (read.clean().isEmpty()) {
            return new CommandResult.BadInput(read.findings());
        }
        CaseFile file = read.clean().get();
        CaseTable citations = file.table("claims");
        List<Cited> cited = new ArrayList<>();
        for (int row = 0; row < citations.rows(); row++) {
            cited.add(cited(file, citations, row, ledger));
        }
        long fallen = cited.stream().filter(one -> !one.fallen().isEmpty()).count();
        if (call.json()) {
            try (JsonDocument json = call.answer()) {
                json.number("numbers", cited.size()).number("fallen", fallen);
                json.rows(
                        "cited",
                        () -> cited.forEach(one -> json.row(() -> json.text("place", one.place())
                                .text("cell", one.cell())
                                .text("pooled", one.pooled().in(call.lang()))
                                .texts("claims", one.claims())
                                .texts("fallen", one.fallen()))));
            }
            return new CommandResult.Done();
        }
        call.line(new Text(
                "%s numbers rest on claims; %s of them on claims that no longer stand.".formatted(cited.size(), fallen),
                "主張に基づく数値は %s 個、うち %s 個は取り下げられた主張に基づいています。".formatted(cited.size(), fallen)));
        for (Cited one : cited) {
            call.line("  " + one.place() + ": " + one.cell());
            call.line(new Text("    the claims make ", "    主張からの値: ").in(call.lang())
                    + one.pooled().in(call.lang()));
            if (!one.fallen().isEmpty()) {
                call.line(new Text("    no longer stand: ", "    取り下げ済み: ").in(call.lang())
                        + String.join(", ", one.fallen()));
            }
        }
        return new CommandResult.Done();
    }

    private static Cited cited(CaseFile file, CaseTable citations, int row, ClaimLedger ledger) {
        String table = citations.words("table")[row];
        String id = citations.words("id")[row];
        String column = citations.words("column")[row];
        List<Claim> claims = new ArrayList<>();
        List<String> fallen = new ArrayList<>();
        for (String one : citations.words("claims")[row].split(";")) {
            Optional<Claim> claim = ledger.find(one.strip()).value();
            if (claim.isEmpty()) {
                fallen.add(one.strip() + " (?)");
                continue;
            }
            claims.add(claim.get());
            Status status = ledger.status(claim.get().id());
            if (status == Status.REJECTED || status == Status.SUPERSEDED) {
                fallen.add(EvidenceTold.id(claim.get().id()) + " (" + status.word() + ")");
            }
        }
        Pooling rule = Pooling.valueOf(citations.words("pool")[row].toUpperCase(Locale.ROOT));
        Text pooled = switch (rule.of(claims)) {
            case ReadText.Value<String>(String value) -> Text.same(value);
            case ReadText.Refused<String>(Text why, var _) -> why;
        };
        return new Cited(
                table + "/" + id + "." + column,
                cell(file.table(table), id, column),
                pooled,
                claims.stream().map(Claim::id).toList(),
                fallen);
    }

    private static String cell(CaseTable table, String id, String column) {
        RawTable raw = table.raw();
        int row = table.row(id);
        return row < 0 ? "" : raw.column(column).map(at -> raw.cell(row, at)).orElse("");
    }
}
