package org.genryu.cli.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.CaseTable;
import org.genryu.casefile.form.RawTable;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.evidence.ledger.ClaimLedger.Status;
import org.genryu.evidence.pool.Pooling;
import picocli.CommandLine.Model.OptionSpec;

/// One number of a case with the claims of a ledger that it rests on, as its table `claims` says.
///
/// @param row of the table, -1 if there is none of that id
/// @param line of the citation
/// @param written the cell as it stands in the table
/// @param claims those of the ledger that were found
/// @param fallen claims that were rejected or superseded, or are not in the ledger, as they are told
public record CitedValue(
        String table,
        String id,
        int row,
        String column,
        int line,
        String file,
        String written,
        Pooling rule,
        List<Claim> claims,
        List<String> fallen) {
    static final String LEDGER = "ledger.jsonl";

    public CitedValue {
        claims = List.copyOf(claims);
        fallen = List.copyOf(fallen);
    }

    /// As it stands in messages: `processes/jp-plant.capacity`.
    public String place() {
        return table + "/" + id + "." + column;
    }

    /// The option that says which ledger is meant.
    public static OptionSpec option(HelpOptions words) {
        return words.option(
                "--ledger",
                "FILE|URL",
                new Text(
                        "The ledger whose claims the values of the case rest on; by default ledger.jsonl.",
                        "ケースの値が拠る主張の台帳。既定は ledger.jsonl。"));
    }

    /// The cited numbers of a case. Without a ledger there is a remark, or an error if one was named.
    public static Outcome<List<CitedValue>> of(CommandCall call, CaseFile file) throws IOException {
        int rows = file.table("claims").rows();
        Optional<String> named = call.option("--ledger");
        LedgerPlace place = LedgerPlace.of(named.orElse(LEDGER));
        if (rows == 0 || !place.exists()) {
            List<Finding> findings = new ArrayList<>();
            if (named.isPresent() && !place.exists()) {
                findings.add(Finding.error(
                        Finding.Place.of(place.shown()),
                        new Text("Ledger", "台帳"),
                        new Text("there is no such file.", "ファイルがありません。")));
            } else if (rows > 0) {
                findings.add(new Finding(
                        Finding.Severity.NOTE,
                        new Finding.Place(file.table("claims").raw().file(), 0, ""),
                        new Text("Claims", "主張"),
                        new Text(
                                "values of the case rest on claims, and no ledger was looked into.",
                                "主張に基づく値がありますが、台帳を参照していません。"),
                        Optional.of(new Text("--ledger FILE is meant.", "--ledger FILE を指定してください。"))));
            }
            return named.isPresent() && !place.exists() ? Outcome.failed(findings) : Outcome.of(List.of(), findings);
        }
        return place.open().map(ledger -> in(file, ledger));
    }

    /// The values that rest on a claim that no longer stands, as warnings.
    public static List<Finding> fallen(CommandCall call, CaseFile file) throws IOException {
        Outcome<List<CitedValue>> cited = of(call, file);
        List<Finding> findings = new ArrayList<>(cited.findings());
        cited.value()
                .ifPresent(all ->
                        all.stream().flatMap(one -> one.warning().stream()).forEach(findings::add));
        return findings;
    }

    /// What is wrong with what it rests on; empty if all of it stands.
    public Optional<Finding> warning() {
        return fallen.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        new Finding.Place(file, line, "claims"),
                        new Text("Value '%s'".formatted(place()), "値 '%s'".formatted(place())),
                        new Text(
                                "is %s and rests on claims that no longer stand: %s."
                                        .formatted(written, String.join(", ", fallen)),
                                "は %s で、取り下げられた主張に基づいています: %s。".formatted(written, String.join(", ", fallen))),
                        new Text(
                                "the claim that took its place should be cited, and the value read again.",
                                "代わりの主張を引用し、値を見直してください。")));
    }

    static List<CitedValue> in(CaseFile file, ClaimLedger ledger) {
        CaseTable citations = file.table("claims");
        List<CitedValue> all = new ArrayList<>();
        for (int row = 0; row < citations.rows(); row++) {
            all.add(in(file, citations, row, ledger));
        }
        return all;
    }

    private static CitedValue in(CaseFile file, CaseTable citations, int row, ClaimLedger ledger) {
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
        CaseTable target = file.table(table);
        RawTable raw = target.raw();
        int at = target.row(id);
        return new CitedValue(
                table,
                id,
                at,
                column,
                citations.raw().line(row),
                citations.raw().file(),
                at < 0 ? "" : raw.column(column).map(c -> raw.cell(at, c)).orElse(""),
                Pooling.valueOf(citations.words("pool")[row].toUpperCase(Locale.ROOT)),
                claims,
                fallen);
    }
}
