package org.genryu.cli.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.cases.BuiltInCases;
import org.genryu.cli.Session;
import org.genryu.core.Lang;
import org.genryu.store.register.ShippedProgramme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The programme register as people ask it and change it. Rung: by hand, word for word.
class RegisterCommandTest {
    private static final List<String> REASON =
            List.of("--because", "loans signed", "--cites", "MOU-14", "--as", "suzuki");

    @TempDir
    private Path folder;

    private Session register(String... words) {
        return register(Lang.EN, List.of(), words);
    }

    private Session change(String... words) {
        return register(Lang.EN, REASON, words);
    }

    private Session register(Lang lang, List<String> more, String... words) {
        List<String> line = new ArrayList<>(List.of("register"));
        line.addAll(List.of(words));
        line.addAll(more);
        if (!line.contains("--store")) {
            line.addAll(List.of("--store", folder.resolve("r.db").toString()));
        }
        return Session.of(lang, false, line.toArray(String[]::new));
    }

    @Test
    void theFirstScreenMustAnswerInWordsInBothLanguages() {
        Session english = register("list", "--as-of", "2026-11-30");
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .startsWith("The programme on 30 Nov 2026: 27 entries (22 candidate, 5 selected)\n")
                .contains(
                        "Promised      $109.0 billion to $525.0 billion (20% to 95% of the envelope of $550.0 billion)",
                        "Selected      5 entries, $109.0 billion (20% of the envelope of $550.0 billion)",
                        "signed more than ¥340.0 billion · paid out nothing on record",
                        "Texas GulfLink crude oil terminal 286",
                        "2 of 9 milestones and agreed actions; 2 done, 1 of these late",
                        "Joint fact sheet on investment, totals in print: more than $390.0 billion, $400.0\n");
        assertThat(english.err()).contains("nothing is kept yet; these are the facts that come with the program.");
        Session japanese = register(Lang.JA, List.of(), "list", "--as-of", "2026-11-30");
        assertThat(japanese.out())
                .startsWith("2026年11月30日時点のプログラム：27項目（22 候補、5 選定済み）\n")
                .contains(
                        "1,090億ドル～5,250億ドル（総枠5,500億ドルの20%～95%）",
                        "契約 3,400億円超・支払 記録なし・回収 記録なし", "マイルストーン・合意事項 9件のうち2件。完了 2件（うち遅れ 1件）");
        assertThat(english.out().lines().takeWhile(line -> !line.isEmpty()).count())
                .as("one screen")
                .isLessThanOrEqualTo(24);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aChangeMustBeKeptWithWhoWhyAndWhatItCites() {
        Session moved = change("move", "diamond-grit", "funded", "--on", "2026-06-01");
        assertThat(moved.code()).isZero();
        assertThat(moved.out()).isEqualTo("Kept as change 75, version 5 of entry/diamond-grit.\n");
        Session paid =
                change("amount", "diamond-grit", "disbursed", "2億ドル", "--on", "2026-06-02", "--standing", "read");
        assertThat(paid.code()).isZero();
        JsonNode json = register("list", "--json", "--as-of", "2026-11-30").json();
        assertThat(json.get("totals").toString())
                .contains("{\"kind\":\"disbursed\",\"stage\":\"candidate\",\"currency\":\"USD\",\"low\":200000000,");
        assertThat(json.get("clock").toString()).contains("\"funded\":\"2026-06-01\",\"days\":104}");
        JsonNode change =
                register("show", "diamond-grit", "--json").json().get("changes").get(4);
        assertThat(change.get("who").asString()).isEqualTo("suzuki");
        assertThat(change.get("why").asString()).isEqualTo("loans signed");
        assertThat(change.get("source").asString()).isEqualTo("MOU-14");
        assertThat(register("log", "diamond-grit").out())
                .contains("75  entry/diamond-grit 5  moved to funded on 2026-06-01 (suzuki, ");
        assertThat(register("log", "--search", "ダイヤモンド").out()).startsWith("25  entry/diamond-grit 1  add ");
        assertThat(register("log", "--search", "SUZUKI signed --").out()).isEmpty();
    }

    @Test
    void twoEditorsMustSeeEachOther() {
        assertThat(change("move", "portsmouth-gas", "funded", "--on", "2026-06-01")
                        .code())
                .isZero();
        Session second = register(
                Lang.EN,
                List.of("--because", "cancelled", "--cites", "P-1", "--as", "miller"),
                "move",
                "portsmouth-gas",
                "dropped",
                "--on",
                "2026-06-02",
                "--seen",
                "2");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .startsWith(
                        "error Register 'entry/portsmouth-gas': somebody else has changed it since: it has version 3,"
                                + " yours rests on version 2. Theirs: moved to funded on 2026-06-01 (suzuki, ")
                .contains(": loans signed). Yours: moved to dropped on 2026-06-02 (miller, ")
                .contains("then repeat yours with --seen 3 if it still holds.");
        assertThat(register("show", "portsmouth-gas").out()).contains("stage: funded");
    }

    @Test
    void aMistakeMustBeToldBeforeAnythingIsKept() {
        assertThat(register("move", "diamond-grit", "funded").err())
                .startsWith("genryu: register: --because is missing; a change keeps its reason and what it cites.");
        assertThat(change("move", "diamond-girt", "funded").err())
                .startsWith(
                        "error Register 'diamond-girt': there is nothing of this id. Maybe 'diamond-grit' is meant.");
        assertThat(change("move", "diamond-grit", "paid").err())
                .startsWith("genryu: STAGE is 'paid'; it must be one of candidate,");
        assertThat(change("move", "diamond-grit", "selected").err()).contains("it is selected already.");
        assertThat(change("amount", "diamond-grit", "committed", "33.3").err())
                .startsWith(
                        "error Register 'diamond-grit': AMOUNT is '33.3'; it must be an amount of money such as 33.3 bn USD,");
        assertThat(change("amount", "diamond-grit", "committed", "5 t").code()).isEqualTo(1);
        assertThat(change("amount", "diamond-grit", "committed", "1 bn USD", "--replaces", "3")
                        .err())
                .contains("change 3 told it no amount of this kind.");
        assertThat(change("move", "diamond-grit", "funded", "--on", "soon").err())
                .startsWith("genryu: --on is 'soon';");
        assertThat(register("show", "x'; DROP TABLE change; --").code()).isEqualTo(1);
        assertThat(change("add", "New Thing").code()).isEqualTo(2);
        assertThat(register("sell").code()).isEqualTo(2);
        assertThat(register("list", "--store", "jdbc:h2:mem:x").err())
                .startsWith(
                        "error Store 'jdbc:h2:mem:x': it must be the name of a file or begin with jdbc:postgresql: .");
        Session nowhere = register("list", "--store", folder.toString());
        assertThat(nowhere.code()).as(nowhere.err()).isEqualTo(1);
        Session unwritten = change(
                "move",
                "diamond-grit",
                "funded",
                "--store",
                folder.resolve("none/r.db").toString());
        assertThat(unwritten.code()).as(unwritten.err()).isEqualTo(1);
        assertThat(register("list", "--as-of", "2026-11-30").out())
                .startsWith("The programme on 30 Nov 2026: 27 entries (22 candidate, 5");
    }

    @Test
    void aStageThatIsSkippedMustBeRemarkedOn() {
        assertThat(change("move", "minamitorishima", "selected", "--on", "2027-03-01")
                        .err())
                .isEqualTo("warning Entry 'minamitorishima': it goes ahead from candidate to selected. Maybe the stages"
                        + " between are not on record.\n");
        assertThat(change("move", "minamitorishima", "candidate", "--on", "2027-03-02")
                        .err())
                .startsWith("warning Entry 'minamitorishima': it goes back from selected to candidate.");
        assertThat(register("list", "--as-of", "2027-03-03", "--stage", "selected")
                        .out())
                .doesNotContain("minamitorishima");
    }

    @Test
    void aCorrectedAmountMustCountOnceAndStayOnRecord() {
        assertThat(change("amount", "lfp", "committed", "10..20 bn USD", "--standing", "read", "--on", "2026-07-01")
                        .code())
                .isZero();
        assertThat(change(
                                "amount",
                                "lfp",
                                "committed",
                                "0.1 bn USD",
                                "--standing",
                                "read",
                                "--on",
                                "2026-07-02",
                                "--replaces",
                                "75")
                        .code())
                .isZero();
        JsonNode json = register("list", "--json").json();
        assertThat(json.get("totals").toString())
                .contains("\"currency\":\"USD\",\"low\":100000000,\"high\":100000000,");
        assertThat(json.get("amounts").toString()).contains("\"low\":10000000000,\"high\":20000000000,");
    }

    @Test
    void anAmountThatNobodyCheckedMustBeToldToCountNowhere() {
        Session told = change("amount", "lfp", "committed", "0.2 bn USD");
        assertThat(told.code()).isZero();
        assertThat(told.err())
                .isEqualTo("warning Register 'lfp': the amount is unverified and stands in no total."
                        + " Maybe it was read where it is cited; then say --standing read.\n");
        assertThat(register("list", "--json").json().get("totals").toString()).doesNotContain("200000000,");
    }

    @Test
    void aMilestoneMustBeAgreedMovedAndDone() {
        assertThat(change(
                                "milestone",
                                "economic-2plus2",
                                "--name-en",
                                "Economic 2+2",
                                "--name-ja",
                                "経済版2+2",
                                "--doer",
                                "JP;US",
                                "--due",
                                "2026-12-31")
                        .code())
                .isZero();
        assertThat(register("show", "economic-2plus2", "--as-of", "2027-01-01").out())
                .contains("late; due 31 Dec 2026");
        assertThat(change("milestone", "economic-2plus2", "--done", "2027-01-02")
                        .code())
                .isZero();
        assertThat(register("show", "economic-2plus2").out()).contains("done late; due 31 Dec 2026");
        assertThat(change("milestone", "economic-2plus2", "--reopen").code()).isZero();
        assertThat(change("milestone", "economic-2plus2").code()).isEqualTo(2);
        assertThat(register("show", "economic-2plus2", "--json", "--as-of", "2026-12-01")
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void anEntryMustBeAddedWithWhereItBelongs() {
        assertThat(change(
                                "add",
                                "ohio-magnets",
                                "--name-en",
                                "Magnets",
                                "--name-ja",
                                "磁石",
                                "--field",
                                "minerals",
                                "--part-of",
                                "ap1000",
                                "--announcement",
                                "round-2",
                                "--on",
                                "2026-08-01")
                        .code())
                .isZero();
        assertThat(register("list", "--json").json().get("entries").toString())
                .contains("\"entry\":\"ohio-magnets\"", "\"part_of\":\"ap1000\"");
        assertThat(change("add", "x", "--name-en", "X", "--name-ja", "X", "--part-of", "nothing")
                        .err())
                .contains("Register 'nothing': there is nothing of this id.");
    }

    @Test
    void aRestoredRegisterMustHaveTheSameHash() throws IOException {
        assertThat(change("move", "diamond-grit", "funded", "--on", "2026-06-01")
                        .code())
                .isZero();
        String backup = folder.resolve("b.jsonl").toString();
        String hash = register("backup", backup, "--json").json().get("hash").asString();
        String empty = folder.resolve("other.db").toString();
        assertThat(register("restore", backup, "--store", empty, "--json")
                        .json()
                        .get("hash")
                        .asString())
                .isEqualTo(hash);
        assertThat(register("list", "--store", empty, "--as-of", "2026-11-30").out())
                .isEqualTo(register("list", "--as-of", "2026-11-30").out());
        assertThat(register("restore", backup, "--store", empty).code()).isEqualTo(5);
        assertThat(register("backup", backup).code()).as("never over another").isEqualTo(2);
        Files.writeString(
                folder.resolve("cut.jsonl"), Files.readString(Path.of(backup)).substring(0, 5_000));
        Session cut = register(
                "restore",
                folder.resolve("cut.jsonl").toString(),
                "--store",
                folder.resolve("third.db").toString());
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err()).contains("is not as it was written; another backup must be used.");
    }

    @Test
    void theTablesMustSayTheSame() throws IOException {
        Path out = folder.resolve("out");
        assertThat(register("list", "--out", out.toString(), "--as-of", "2026-11-30")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("register_totals.csv")))
                .contains(
                        "promised,candidate,USD,109000000000,524950000000,",
                        "committed,candidate,JPY,340000000000,,,,");
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"day\":\"2026-11-30\",\"status\":\"told\"");
        assertThat(register("log", "--out", out.toString()).code()).isEqualTo(2);
    }

    @Test
    void whatItImpliesMustNameProcessesOfTheCase() {
        List<String> known = BuiltInCases.files("alliance")
                .getOrDefault("processes.csv", "")
                .lines()
                .map(line -> line.split(",")[0])
                .toList();
        Set<String> named = new TreeSet<>();
        ShippedProgramme.implied().stream()
                .map(ShippedProgramme.Implied::process)
                .filter(process -> !process.isEmpty())
                .forEach(named::add);
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }
}
