package org.genryu.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.genryu.core.Finding;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.genryu.evidence.claim.Claim;
import org.genryu.evidence.claim.Newsroom;
import org.genryu.evidence.ledger.ClaimLedger.Status;
import org.genryu.evidence.ledger.LedgerEntry.Act;
import org.genryu.store.ChangeStore;
import org.genryu.store.StoreAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger in a store does what one in a file does. Rung: by hand, and against the simple version.
class LedgerStoreTest {
    private static final String AT = "2026-03-01T00:00:00Z";

    @TempDir
    Path folder;

    private StoreAddress address;
    private List<Claim> claims;

    @BeforeEach
    void propose() throws IOException {
        address = new StoreAddress.SqliteFile(folder.resolve("ledger.db"));
        claims = Newsroom.claims(Newsroom.BLOG, Newsroom.MEETING);
        assertThat(open().propose(claims, AT, "desk")).isEqualTo(claims.size());
    }

    private ClaimLedger open() throws IOException {
        Outcome<ClaimLedger> opened = ClaimLedger.open(address);
        assertThat(opened.findings()).isEmpty();
        return opened.value().orElseThrow();
    }

    private static List<String> ids(ClaimLedger ledger) {
        return ledger.claims().stream().map(Claim::id).toList();
    }

    @Test
    void whatWasProposedMustBeThereAgainAndOnlyOnce() throws IOException {
        ClaimLedger ledger = open();
        assertThat(ids(ledger)).isEqualTo(claims.stream().map(Claim::id).toList());
        assertThat(ledger.propose(claims, AT, "desk")).isZero();
    }

    @Test
    void aDecisionMustBeKeptWithItsHistory() throws IOException {
        Claim first = claims.getFirst();
        assertThat(open().decide(Act.ACCEPT, first, "", "read twice", AT, "anna"))
                .isEmpty();
        assertThat(open().decide(Act.SUPERSEDE, first, claims.get(1).id(), "a later issue", AT, "ben"))
                .isEmpty();
        ClaimLedger ledger = open();
        assertThat(ledger.status(first.id())).isEqualTo(Status.SUPERSEDED);
        assertThat(ledger.history(first.id()))
                .extracting(LedgerEntry::act)
                .containsExactly(Act.PROPOSE, Act.ACCEPT, Act.SUPERSEDE);
        assertThat(ledger.history(first.id()).get(1).reason()).isEqualTo("read twice");
        assertThat(ledger.history(first.id()).get(2).other())
                .isEqualTo(claims.get(1).id());
    }

    @Test
    void twoWhoDecideAboutOneClaimMustSeeEachOther() throws IOException {
        ClaimLedger one = open();
        ClaimLedger two = open();
        assertThat(one.decide(Act.ACCEPT, claims.getFirst(), "", "read twice", AT, "anna"))
                .isEmpty();
        List<Finding> refused = two.decide(Act.REJECT, claims.getFirst(), "", "another year", AT, "ben");
        assertThat(refused).singleElement().satisfies(finding -> {
            assertThat(finding.in(Lang.EN))
                    .contains("Theirs: accept (anna, %s: read twice). Yours: reject (ben, %s: another year)."
                            .formatted(AT, AT));
            assertThat(finding.in(Lang.JA)).contains("相手: accept (anna, ");
        });
        assertThat(two.status(claims.getFirst().id())).as("seen by now").isEqualTo(Status.ACCEPTED);
        assertThat(two.decide(Act.REJECT, claims.getFirst(), "", "another year", AT, "ben"))
                .isEmpty();
        assertThat(open().status(claims.getFirst().id())).isEqualTo(Status.REJECTED);
    }

    /// Of two who propose the same, each claim is there once.
    @Test
    void whatTwoProposeAtOnceMustBeThereOnce() throws IOException {
        StoreAddress other = new StoreAddress.SqliteFile(folder.resolve("other.db"));
        ClaimLedger one = ClaimLedger.open(other).value().orElseThrow();
        ClaimLedger two = ClaimLedger.open(other).value().orElseThrow();
        one.propose(claims.subList(0, 2), AT, "anna");
        two.propose(claims, AT, "ben");
        List<String> all = claims.stream().map(Claim::id).toList();
        assertThat(ids(two)).isEqualTo(all);
        assertThat(ids(ClaimLedger.open(other).value().orElseThrow())).isEqualTo(all);
    }

    @Test
    void searchMustFindWhatItFindsInAFile() throws IOException {
        Path lines = folder.resolve("l.jsonl");
        ClaimLedger.open(lines).value().orElseThrow().propose(claims, AT, "desk");
        ClaimLedger file = ClaimLedger.open(lines).value().orElseThrow();
        ClaimLedger store = open();
        for (String words :
                List.of("５５００億ドル INVESTMENT", "日本", "会", "summit", "candidate", "desk", "%", "\"", "nowhere", "")) {
            assertThat(store.search(words).stream().map(Claim::id).toList())
                    .as(words)
                    .isEqualTo(file.search(words).stream().map(Claim::id).toList());
        }
        assertThat(store.search("５５００億ドル INVESTMENT")).hasSize(1);
        StringWriter there = new StringWriter();
        StringWriter same = new StringWriter();
        LedgerExport.jsonLines(file, there);
        LedgerExport.jsonLines(store, same);
        assertThat(same.toString()).isEqualTo(there.toString());
    }

    @Test
    void aLedgerAndARegisterMustShareAStore() throws IOException {
        try (ChangeStore store = ChangeStore.open(address)) {
            assertThat(store.changes("register")).isEmpty();
            assertThat(store.changes("ledger")).hasSize(claims.size());
            assertThat(store.head().changes()).isEqualTo(claims.size());
        }
    }
}
