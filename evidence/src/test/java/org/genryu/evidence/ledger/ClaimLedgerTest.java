package org.genryu.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Newsroom;
import org.genryu.evidence.ledger.ClaimLedger.Status;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By hand: what was decided stays, and what was changed is seen.
class ClaimLedgerTest {
    private static final String AT = "2026-01-14T09:00:00Z";

    @TempDir
    Path folder;

    private Path file;
    private List<Claim> claims;

    @BeforeEach
    void propose() throws IOException {
        file = folder.resolve("ledger.jsonl");
        claims = Newsroom.claims(Newsroom.BLOG, Newsroom.MEETING);
        assertThat(open().propose(claims, AT, "desk")).isEqualTo(claims.size());
    }

    private ClaimLedger open() throws IOException {
        Outcome<ClaimLedger> opened = ClaimLedger.open(file);
        assertThat(opened.findings()).isEmpty();
        return opened.value().orElseThrow();
    }

    @Test
    void whatWasProposedMustBeThereAgainAndOnlyOnce() throws IOException {
        ClaimLedger ledger = open();
        assertThat(ledger.claims())
                .extracting(Claim::id)
                .containsExactlyElementsOf(claims.stream().map(Claim::id).toList());
        assertThat(ledger.claims().stream().map(Claim::quantity))
                .containsExactlyElementsOf(claims.stream().map(Claim::quantity).toList());
        assertThat(ledger.claims().stream().map(Claim::period))
                .containsExactlyElementsOf(claims.stream().map(Claim::period).toList());
        assertThat(ledger.propose(claims, AT, "desk")).isZero();
    }

    @Test
    void aDecisionMustBeKeptWithItsHistory() throws IOException {
        Claim first = claims.getFirst();
        open().decide(Act.ACCEPT, first, "", "read twice", AT, "anna");
        open().decide(Act.SUPERSEDE, first, claims.get(1).id(), "a later issue", AT, "ben");
        ClaimLedger ledger = open();
        assertThat(ledger.status(first.id())).isEqualTo(Status.SUPERSEDED);
        assertThat(ledger.history(first.id()))
                .extracting(LedgerEntry::act)
                .containsExactly(Act.PROPOSE, Act.ACCEPT, Act.SUPERSEDE);
        assertThat(ledger.history(first.id()).get(1).reason()).isEqualTo("read twice");
        assertThat(ledger.standing()).doesNotContain(first);
        assertThat(ledger.claims()).contains(ledger.find(first.id()).value().orElseThrow());
    }

    @Test
    void aChangedLineMustBeSeen() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"by\":\"desk\"", "\"by\":\"dusk\""));
        assertThat(ClaimLedger.open(file).findings().getFirst().in(Lang.EN))
                .isEqualTo(
                        "Ledger: this line is not as it was written; nothing behind it is read. [ledger.jsonl:1] Maybe the file should be restored from a copy: lines are only ever added.");
        List<String> lines = Files.readAllLines(folder.resolve("ledger.jsonl"));
        Files.writeString(file, String.join("\n", text.lines().skip(1).toList()) + "\n");
        assertThat(ClaimLedger.open(file).hasErrors()).isTrue();
        assertThat(lines).hasSize(claims.size());
    }

    @Test
    void aTornLineMustCostOnlyItself() throws IOException {
        Files.writeString(file, "{\"number\":99,\"at\":\"20", StandardOpenOption.APPEND);
        Outcome<ClaimLedger> opened = ClaimLedger.open(file);
        assertThat(opened.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.in(Lang.JA)).startsWith("台帳: 最後の行が途切れているため除きました。"));
        opened.value().orElseThrow().decide(Act.REJECT, claims.getFirst(), "", "wrong", AT, "anna");
        assertThat(open().status(claims.getFirst().id())).isEqualTo(Status.REJECTED);
    }

    @Test
    void twoWhoAddAtOnceMustNotLoseALine() throws IOException {
        ClaimLedger one = open();
        ClaimLedger two = open();
        one.decide(Act.ACCEPT, claims.get(0), "", "", AT, "anna");
        two.decide(Act.ACCEPT, claims.get(1), "", "", AT, "ben");
        ClaimLedger ledger = open();
        assertThat(ledger.status(claims.get(0).id())).isEqualTo(Status.ACCEPTED);
        assertThat(ledger.status(claims.get(1).id())).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void searchMustFindInBothLanguagesWhateverTheWidth() throws IOException {
        assertThat(open().search("５５００億ドル INVESTMENT"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.subject()).isEqualTo("jp-us-investment"));
        assertThat(open().search("nowhere")).isEmpty();
    }

    @Test
    void anAmbiguousIdMustBeTold() throws IOException {
        assertThat(open().find("").findings().getFirst().in(Lang.EN)).contains("have an id that begins so.");
        assertThat(open().find("zz").findings().getFirst().in(Lang.EN))
                .startsWith("Claim 'zz': there is none with this id.");
    }

    @Test
    void anExportMustReadBackTheSame() throws IOException {
        StringWriter lines = new StringWriter();
        LedgerExport.jsonLines(open(), lines);
        Outcome<List<Claim>> read = LedgerExport.read("x.jsonl", lines.toString());
        assertThat(read.findings()).isEmpty();
        assertThat(read.value().orElseThrow())
                .extracting(Claim::quantity)
                .containsExactlyElementsOf(claims.stream().map(Claim::quantity).toList());
        assertThat(LedgerExport.read("x.jsonl", "{}\n{").findings()).hasSize(2);
        StringWriter csv = new StringWriter();
        LedgerExport.csv(open(), csv);
        assertThat(csv.toString().lines()).hasSize(claims.size() + 1);
        assertThat(csv.toString().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
