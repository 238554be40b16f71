package org.genryu.evidence.ledger;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.core.number.UnsafeSigns;
import org.genryu.evidence.amount.Quantity;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.ClaimJson;
import org.genryu.evidence.claim.ClaimParser;
import org.genryu.evidence.claim.JsonTree;
import tools.jackson.core.JsonGenerator;

/// Claims as JSON lines, which can be read again, and as a table for a spreadsheet.
public final class LedgerExport {
    private static final List<String> COLUMNS = List.of(
            "id",
            "status",
            "kind",
            "subject",
            "measure",
            "scope",
            "nature",
            "low",
            "high",
            "unit",
            "basis",
            "text",
            "from",
            "to",
            "stated_at",
            "document",
            "start",
            "end",
            "raw",
            "source",
            "confidence");

    private LedgerExport() {}

    public static void jsonLines(ClaimLedger ledger, Writer out) throws IOException {
        for (Claim claim : ledger.claims()) {
            StringWriter line = new StringWriter();
            try (JsonGenerator to = ClaimJson.generator(line)) {
                ClaimJson.write(to, claim, ledger.status(claim.id()).word(), Lang.EN);
            }
            out.write(line.append('\n').toString());
        }
    }

    /// Comma separated (RFC 4180); a cell that a spreadsheet would take for a formula begins with an apostrophe.
    public static void csv(ClaimLedger ledger, Writer out) throws IOException {
        row(out, COLUMNS);
        for (Claim claim : ledger.claims()) {
            Optional<Quantity> quantity = claim.quantity();
            row(
                    out,
                    List.of(
                            claim.id(),
                            ledger.status(claim.id()).word(),
                            claim.kind().word(),
                            claim.subject(),
                            claim.measure(),
                            claim.scope(),
                            claim.nature().word(),
                            quantity.filter(q -> q.low().isPresent())
                                    .map(q -> NumberText.exact(q.low().getAsDouble()))
                                    .orElse(""),
                            quantity.filter(q -> q.high().isPresent())
                                    .map(q -> NumberText.exact(q.high().getAsDouble()))
                                    .orElse(""),
                            quantity.map(Quantity::unit).orElse(""),
                            quantity.map(q -> q.basis().word()).orElse(""),
                            claim.text().orElse(""),
                            claim.period()
                                    .flatMap(period -> period.from())
                                    .map(Object::toString)
                                    .orElse(""),
                            claim.period()
                                    .flatMap(period -> period.to())
                                    .map(Object::toString)
                                    .orElse(""),
                            claim.statedAt(),
                            claim.quote().document(),
                            Integer.toString(claim.quote().stretch().start()),
                            Integer.toString(claim.quote().stretch().end()),
                            claim.quote().stretch().raw(),
                            claim.publisher(),
                            NumberText.exact(Math.round(claim.confidence() * 100) / 100.0)));
        }
    }

    private static void row(Writer out, List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            boolean number = cell.matches("-?[0-9.e-]+");
            String seen = UnsafeSigns.shown(cell.replace("\n", " "));
            String safe = !number && !cell.isEmpty() && UnsafeSigns.beginsFormula(cell.charAt(0)) ? "'" + seen : seen;
            boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            line.append(line.isEmpty() ? "" : ",").append(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
        }
        out.write(line.append("\r\n").toString());
    }

    /// The line with which a workbench says where the others are from.
    private static boolean isImprint(JsonTree line) {
        return line.fields().keySet().equals(Set.of("export"));
    }

    /// The claims of JSON lines; a line that is none is a finding.
    public static Outcome<List<Claim>> read(String file, String lines) {
        List<Claim> claims = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            number++;
            Optional<JsonTree> tree = JsonTree.read(line);
            if (line.isBlank() || tree.filter(LedgerExport::isImprint).isPresent()) {
                continue;
            }
            Optional<Claim> claim = tree.flatMap(ClaimParser::read);
            if (claim.isPresent()) {
                claims.add(claim.get());
            } else {
                findings.add(Finding.error(
                        new Finding.Place(file, number, ""),
                        new Text("Line", "行"),
                        new Text(
                                "it is no claim; it must be one JSON object as `genryu ledger export` writes it.",
                                "主張ではありません。`genryu ledger export` が書く形の JSON でなければなりません。")));
            }
        }
        return new Outcome<>(Optional.of(claims), findings);
    }
}
