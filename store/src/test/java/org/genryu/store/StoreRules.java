package org.genryu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.core.Lang;
import org.genryu.store.ChangeStore.Appended;
import org.genryu.store.ChangeStore.Head;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;
import org.junit.jupiter.api.Test;

/// What every store must do, whatever stands behind it. Rung: by hand and identity.
abstract class StoreRules {
    static final Reason WHY = new Reason("2026-03-01T00:00:00Z", "suzuki", "signed", "mou-4");

    /// Texts that would do harm if a statement were put together from them, and what people really write.
    private static final List<String> NASTY = List.of(
            "'); DROP TABLE change; --",
            "\" OR \"\"=\"",
            "%_!\\",
            "x' UNION SELECT hash FROM change --",
            "${ha}#{ha}?:1 $1",
            "{\"a\":1}",
            "人造ダイヤモンド砥粒、約33.3億ドル(予定)",
            "line\nbreak\ttab",
            "\uD867\uDE3Dのひらき");

    /// A store of its own, empty.
    abstract StoreAddress fresh() throws Exception;

    static Draft draft(int seen, String subject, String word) {
        return new Draft(Deed.after(seen, "register", subject, "note", Map.of("text", word)), WHY);
    }

    static List<KeptChange> kept(Appended appended) {
        assertThat(appended).isInstanceOf(Appended.Kept.class);
        return ((Appended.Kept) appended).changes();
    }

    @Test
    void whatWasAppendedMustBeThereAfterReopening() throws Exception {
        StoreAddress address = fresh();
        List<KeptChange> added;
        try (ChangeStore store = ChangeStore.open(address)) {
            added = kept(store.append(List.of(draft(0, "a", "one"), draft(1, "a", "two"), draft(0, "b", "three"))));
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            assertThat(store.changes("register")).isEqualTo(added);
            assertThat(store.changes("ledger")).isEmpty();
            assertThat(store.head()).isEqualTo(new Head(3, added.getLast().hash()));
            assertThat(added).extracting(KeptChange::number).containsExactly(1L, 2L, 3L);
            assertThat(added.get(1).previous()).isEqualTo(added.getFirst().hash());
        }
    }

    @Test
    void twoEditorsOfTheSameSubjectMustSeeEachOther() throws Exception {
        StoreAddress address = fresh();
        try (ChangeStore one = ChangeStore.open(address);
                ChangeStore other = ChangeStore.open(address)) {
            kept(one.append(List.of(draft(0, "a", "begun"))));
            KeptChange theirs =
                    kept(other.append(List.of(draft(1, "a", "theirs")))).getFirst();
            Draft ours = draft(1, "a", "ours");
            assertThat(one.append(List.of(draft(0, "b", "with it"), ours)))
                    .isEqualTo(new Appended.Conflict(ours, List.of(theirs)));
            assertThat(one.changes("register")).hasSize(2);
            assertThat(kept(one.append(List.of(draft(2, "a", "ours"))))).hasSize(1);
            assertThat(one.append(List.of(draft(9, "a", "never seen"))))
                    .isEqualTo(new Appended.Conflict(draft(9, "a", "never seen"), List.of()));
        }
    }

    @Test
    void ofManyWritersAtOnceEachMustBeKeptOnceAndInOneOrder() throws Exception {
        StoreAddress address = fresh();
        int writers = 4; // they also find nothing there, all at once
        int each = 15;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String own = "own-" + i;
            work.add(() -> {
                int conflicts = 0;
                try (ChangeStore store = ChangeStore.open(address)) {
                    for (int k = 0; k < each; k++) {
                        kept(store.append(List.of(draft(k, own, "change " + k))));
                        int seen = (int) store.changes("register").stream()
                                .filter(change -> change.deed().subject().equals("common"))
                                .count();
                        conflicts += store.append(List.of(draft(seen, "common", own + k))) instanceof Appended.Conflict
                                ? 1
                                : 0;
                    }
                }
                return conflicts;
            });
        }
        int conflicts = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
            for (Future<Integer> done : pool.invokeAll(work)) {
                conflicts += done.get();
            }
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            List<KeptChange> all = store.changes("register");
            assertThat(all).hasSize(2 * writers * each - conflicts);
            mustBeOneChain(all);
            assertThat(all.stream().filter(change -> change.deed().subject().equals("common")))
                    .extracting(change -> change.deed().version())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    static void mustBeOneChain(List<KeptChange> all) {
        String last = "";
        long number = 0;
        for (KeptChange change : all) {
            assertThat(change.number()).isEqualTo(++number);
            assertThat(change.previous()).isEqualTo(last);
            assertThat(change.isWhole()).isTrue();
            last = change.hash();
        }
    }

    @Test
    void aTextMustBeATextWhateverStandsInIt() throws Exception {
        StoreAddress address = fresh();
        try (ChangeStore store = ChangeStore.open(address)) {
            for (String text : NASTY) {
                kept(store.append(List.of(new Draft(
                        Deed.after(0, "register", text, text, Map.of(text, text)),
                        new Reason(text, text, text, text)))));
            }
            List<KeptChange> all = store.changes("register");
            assertThat(all).extracting(change -> change.deed().subject()).containsExactlyElementsOf(NASTY);
            assertThat(all).allSatisfy(change -> {
                assertThat(change.reason().why()).isEqualTo(change.deed().subject());
                assertThat(change.deed().word(change.deed().subject()))
                        .isEqualTo(change.deed().subject());
            });
            for (String text : NASTY) {
                assertThat(store.changes(text)).isEmpty();
                assertThat(store.search("register", List.of(text)))
                        .extracting(change -> change.deed().subject())
                        .containsExactly(text);
            }
            mustBeOneChain(store.changes("register"));
        }
    }

    @Test
    void whatIsKeptMustNeverBeChangedOrRemoved() throws Exception {
        StoreAddress address = fresh();
        try (ChangeStore store = ChangeStore.open(address)) {
            kept(store.append(List.of(draft(0, "a", "one"))));
        }
        try (Connection past = StoreEngine.of(address).connect(address)) {
            for (String sql : List.of("UPDATE change SET who = 'nobody'", "DELETE FROM change")) {
                assertThatThrownBy(() -> StoreEngine.run(past, sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("a kept change is never");
            }
        }
    }

    @Test
    void wordsOfBothLanguagesMustBeFoundAnywhere() throws Exception {
        try (ChangeStore store = ChangeStore.open(fresh())) {
            kept(store.append(List.of(
                    draft(0, "a", "人造ダイヤモンド砥粒の工場、ジョージア州"),
                    draft(0, "b", "Synthetic diamond grit, Georgia"),
                    draft(0, "c", "ﾚｱｱｰｽの精製、９．２ＧＷ"))));
            assertThat(found(store, "ダイヤモンド")).containsExactly("a");
            assertThat(found(store, "砥粒")).as("two characters").containsExactly("a");
            assertThat(found(store, "州")).containsExactly("a");
            assertThat(found(store, "DIAMOND")).containsExactly("b");
            assertThat(found(store, "georgia", "grit")).containsExactly("b");
            assertThat(found(store, "レアアース")).as("half width").containsExactly("c");
            assertThat(found(store, "9.2gw")).as("full width").containsExactly("c");
            assertThat(found(store, "suzuki", "signed")).containsExactly("a", "b", "c");
            assertThat(found(store, "砥石")).isEmpty();
            assertThat(found(store)).hasSize(3);
        }
    }

    private static List<String> found(ChangeStore store, String... words) throws IOException {
        return store.search("register", List.of(words)).stream()
                .map(change -> change.deed().subject())
                .toList();
    }

    @Test
    void aBackupMadeUnderWritersMustBeOneStateAndComeBackTheSame() throws Exception {
        StoreAddress address = fresh();
        ChangeStore.open(address).close();
        StringWriter backup = new StringWriter();
        Head head;
        try (ExecutorService pool = Executors.newSingleThreadExecutor();
                ChangeStore store = ChangeStore.open(address)) {
            Future<Integer> writer = pool.submit(() -> {
                int k = 0;
                try (ChangeStore own = ChangeStore.open(address)) {
                    while (k < 60) {
                        kept(own.append(List.of(draft(k, "busy", "change " + k))));
                        k++;
                    }
                }
                return k;
            });
            while (store.head().changes() < 20) {
                Thread.onSpinWait();
            }
            head = store.backup(backup);
            assertThat(writer.get()).isEqualTo(60);
            assertThat(store.head().changes()).isEqualTo(60);
        }
        assertThat(head.changes()).isBetween(20L, 60L);
        try (ChangeStore empty = ChangeStore.open(fresh())) {
            assertThat(empty.restore(new BufferedReader(new StringReader(backup.toString())), "b"))
                    .isEqualTo(head);
            assertThat(empty.head()).isEqualTo(head);
            mustBeOneChain(empty.changes("register"));
            assertThat(found(empty, "change 19")).hasSize(1);
            StringWriter again = new StringWriter();
            empty.backup(again);
            assertThat(again.toString()).isEqualTo(backup.toString());
            assertThatThrownBy(() -> empty.restore(new BufferedReader(new StringReader(backup.toString())), "b"))
                    .hasMessageContaining(
                            ": it holds " + head.changes() + " changes already; a backup goes into a new one.");
        }
    }

    @Test
    void aBackupThatIsNotWholeMustLeaveTheStoreEmpty() throws Exception {
        StringWriter made = new StringWriter();
        try (ChangeStore store = ChangeStore.open(fresh())) {
            kept(store.append(List.of(draft(0, "a", "one"), draft(1, "a", "two"), draft(2, "a", "three"))));
            store.backup(made);
        }
        String whole = made.toString();
        List<String> lines = whole.lines().toList();
        try (ChangeStore empty = ChangeStore.open(fresh())) {
            refused(empty, "", "Backup 'b': it is none of genryu; its first line must say how many changes follow.");
            refused(
                    empty,
                    whole.replace("two", "2wo"),
                    "Backup 'b': change 2 is not as it was written; another backup must be used.");
            refused(empty, String.join("\n", lines.subList(0, 3)), "Backup 'b': it holds 2 changes; it must hold 3.");
            refused(
                    empty,
                    lines.get(0) + "\n" + lines.get(2) + "\n",
                    "Backup 'b': change 1 is not as it was written; another backup must be used.");
            refused(
                    empty,
                    whole + "rubbish",
                    "Backup 'b': change 4 is not as it was written; another backup must be used.");
            assertThat(empty.head().changes()).isZero();
        }
    }

    private static void refused(ChangeStore store, String backup, String why) {
        assertThatThrownBy(() -> store.restore(new BufferedReader(new StringReader(backup)), "b"))
                .isInstanceOfSatisfying(StoreFailure.class, failure -> {
                    assertThat(failure.why().in(Lang.EN)).startsWith(why);
                    assertThat(failure.why().in(Lang.JA)).startsWith("控え「b」：");
                });
    }

    @Test
    void aStoreOfEveryEarlierSchemaMustComeToTheNewestWithTheSameContent() throws Exception {
        assertThat(StoreSchema.NEWEST).isGreaterThan(1);
        for (int version = 1; version < StoreSchema.NEWEST; version++) {
            StoreAddress address = fresh();
            StoreSchema.migrate(address, version);
            String stored = StoredStores.sql(version);
            try (Connection past = StoreEngine.of(address).connect(address)) {
                assertThat(StoreSchema.version(past)).isEqualTo(version);
                for (String statement : stored.split(";\n")) {
                    StoreEngine.run(past, statement);
                }
            }
            try (ChangeStore store = ChangeStore.open(address)) {
                assertThat(store.head()).isEqualTo(StoredStores.HEAD);
                mustBeOneChain(store.changes("register"));
                assertThat(found(store, "砥粒")).containsExactly("entry/diamond-grit");
                kept(store.append(List.of(draft(2, "entry/diamond-grit", "after it"))));
            }
            try (Connection past = StoreEngine.of(address).connect(address)) {
                assertThat(StoreSchema.version(past)).isEqualTo(StoreSchema.NEWEST);
            }
        }
    }

    @Test
    void aStoreOfANewerProgramMustBeRefused() throws Exception {
        StoreAddress address = fresh();
        ChangeStore.open(address).close();
        try (Connection past = StoreEngine.of(address).connect(address)) {
            StoreEngine.run(past, """
                    INSERT INTO schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, %s)""".formatted(address instanceof StoreAddress.SqliteFile ? "1" : "TRUE"));
        }
        assertThatThrownBy(() -> ChangeStore.open(address))
                .isInstanceOf(StoreFailure.class)
                .hasMessage(
                        "Store '%s': its schema is 99; this program knows those up to %s. A newer genryu wrote it; use that one."
                                .formatted(address.shown(), StoreSchema.NEWEST));
    }

    // ---------------------------------------------------------------- accounts

    private static final Reason BY_ROOT = new Reason("2026-03-01T00:00:00Z", "root", "", "");

    private static AccountStore.Account person(String name, String role) {
        return new AccountStore.Account(name, role, false, "hash of " + name, "");
    }

    private static AccountStore.Session browser(String key, String account, long at) {
        return new AccountStore.Session(key, account, at, at, "Firefox");
    }

    @Test
    void whatIsDoneToAnAccountMustStandAmongTheChangesWithoutWhatIsSecret() throws Exception {
        StoreAddress address = fresh();
        try (AccountStore accounts = AccountStore.open(address)) {
            assertThat(accounts.add(person("root", AccountStore.ADMINISTRATOR), BY_ROOT))
                    .isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.add(person("伊藤", "viewer"), BY_ROOT)).isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.add(person("伊藤", "keeper"), BY_ROOT)).isEqualTo(AccountStore.Done.WRONG_NAME);
            assertThat(accounts.role("伊藤", "analyst", BY_ROOT)).isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.password("伊藤", "another hash", BY_ROOT)).isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.subject("伊藤", "https://id.example 7", BY_ROOT)).isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.subject("root", "https://id.example 7", BY_ROOT))
                    .isEqualTo(AccountStore.Done.WRONG_SUBJECT);
            assertThat(accounts.lock("nobody", true, BY_ROOT)).isEqualTo(AccountStore.Done.WRONG_NAME);
            assertThat(accounts.ofSubject("https://id.example 7"))
                    .contains(new AccountStore.Account("伊藤", "analyst", false, "another hash", "https://id.example 7"));
            assertThat(accounts.ofSubject("")).isEmpty();
            assertThat(accounts.accounts())
                    .extracting(AccountStore.Account::name)
                    .containsExactly("root", "伊藤");
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            assertThat(store.changes(AccountStore.BOOK))
                    .extracting(one -> one.deed().kind() + " " + one.deed().subject())
                    .containsExactly("add root", "add 伊藤", "role 伊藤", "password 伊藤", "subject 伊藤");
            StringWriter backup = new StringWriter();
            assertThat(store.backup(backup)).isEqualTo(store.verify());
            assertThat(backup.toString())
                    .contains("伊藤")
                    .doesNotContain("hash of")
                    .doesNotContain("another hash");
        }
    }

    @Test
    void theLastAdministratorMustStay() throws Exception {
        StoreAddress address = fresh();
        try (AccountStore accounts = AccountStore.open(address)) {
            assertThat(accounts.add(person("one", AccountStore.ADMINISTRATOR), BY_ROOT))
                    .isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.lock("one", true, BY_ROOT)).isEqualTo(AccountStore.Done.LAST_ADMINISTRATOR);
            assertThat(accounts.role("one", "viewer", BY_ROOT)).isEqualTo(AccountStore.Done.LAST_ADMINISTRATOR);
            assertThat(accounts.account("one")).contains(person("one", AccountStore.ADMINISTRATOR));
            assertThat(accounts.add(person("other", AccountStore.ADMINISTRATOR), BY_ROOT))
                    .isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.lock("one", true, BY_ROOT)).isEqualTo(AccountStore.Done.DONE);
            assertThat(accounts.lock("other", true, BY_ROOT)).isEqualTo(AccountStore.Done.LAST_ADMINISTRATOR);
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            assertThat(store.changes(AccountStore.BOOK)).hasSize(3);
        }
    }

    /// Another program may do it: the server asks the store each time.
    @Test
    void sessionsMustEndWithWhatIsDoneToTheirAccount() throws Exception {
        StoreAddress address = fresh();
        try (AccountStore accounts = AccountStore.open(address);
                AccountStore elsewhere = AccountStore.open(address)) {
            var unused = accounts.add(person("root", AccountStore.ADMINISTRATOR), BY_ROOT);
            unused = accounts.add(person("ito", "viewer"), BY_ROOT);
            List<Callable<AccountStore.Done>> deeds = List.of(
                    () -> elsewhere.role("ito", "keeper", BY_ROOT),
                    () -> elsewhere.password("ito", "new", BY_ROOT),
                    () -> elsewhere.subject("ito", "x y", BY_ROOT),
                    () -> elsewhere.lock("ito", true, BY_ROOT),
                    () -> elsewhere.lock("ito", false, BY_ROOT));
            for (Callable<AccountStore.Done> deed : deeds) {
                accounts.begin(browser("a", "ito", 10));
                accounts.begin(browser("r", "root", 10));
                assertThat(deed.call()).isEqualTo(AccountStore.Done.DONE);
                assertThat(accounts.known("a")).isEmpty();
                assertThat(accounts.known("r")).isPresent();
                accounts.end("r");
            }
            accounts.begin(browser("a", "ito", 10));
            accounts.begin(browser("b", "ito", 20));
            accounts.seen("a", 90);
            assertThat(accounts.known("a").orElseThrow().session())
                    .isEqualTo(new AccountStore.Session("a", "ito", 10, 90, "Firefox"));
            assertThat(accounts.sessions("ito"))
                    .extracting(AccountStore.Session::key)
                    .containsExactly("b", "a");
            accounts.sweep(21, 0);
            assertThat(accounts.sessions("ito"))
                    .extracting(AccountStore.Session::key)
                    .containsExactly("a");
            accounts.sweep(0, 11);
            assertThat(accounts.sessions()).isZero();
        }
    }
}
