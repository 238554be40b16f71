package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.genryu.core.ContentHash;
import org.genryu.evidence.ledger.LedgerExport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages on what is kept: ledger, trends, sharing, runs and audit, over HTTP with real workers. Rung: by hand.
class BookPagesTest {
    @TempDir
    static Path folder;

    private static PageVisitor visitor;

    @BeforeAll
    static void open() throws Exception {
        visitor = new PageVisitor(folder.resolve("town"), folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @Test
    void contradictionsMustStandFirstWithBothQuotesAndBeDecided() throws Exception {
        for (String text : new String[] {
            "14 January 2026. China refines 70% of the world's rare earths.", "2026年1月14日。中国は世界のレアアースの9割以上を精製している。"
        }) {
            var sent = visitor.post("/ledger/documents", "text", text);
            assertThat(sent.statusCode()).isEqualTo(303);
            visitor.answer(PageVisitor.next(sent));
        }
        String page = visitor.get("/ledger?lang=en").body();
        assertThat(page.indexOf("What disagrees (1)")).isPositive().isLessThan(page.indexOf("Claims by subject ("));
        assertThat(page).contains("“70%”").contains("“9割以上”");
        assertThat(visitor.get("/ledger?lang=ja").body()).contains("食い違い（1件）");
        Matcher claim =
                Pattern.compile("name=\"claim\" value=\"([0-9a-f]{12})\"").matcher(page);
        assertThat(claim.find()).isTrue();
        assertThat(visitor.post("/ledger?lang=en", "claim", claim.group(1), "act", "reject")
                        .statusCode())
                .as("a decision without a reason")
                .isEqualTo(422);
        assertThat(visitor.post("/ledger?lang=en", "claim", claim.group(1), "act", "reject", "why", "別の年")
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/ledger?lang=en").body()).contains("rejected").contains("別の年");
        assertThat(visitor.get("/ledger?q=" + "%E4%B8%AD%E5%9B%BD").body()).contains("Claims by subject (2)");
        assertThat(visitor.get("/ledger/export.csv").body())
                .startsWith("\uFEFF# ")
                .contains("\r\nid,")
                .contains("rejected");
        var again = LedgerExport.read(
                "export.jsonl", visitor.get("/ledger/export.jsonl").body());
        assertThat(again.findings()).isEmpty();
        assertThat(again.value().orElseThrow()).isNotEmpty();
        assertThat(visitor.get("/runs").body()).contains("ledger · reject");
    }

    @Test
    void aJumpInASeriesMustBeToldWithItsDay() throws Exception {
        StringBuilder series = new StringBuilder("time,count\n");
        for (int day = 1; day <= 28; day++) {
            series.append(String.format(java.util.Locale.ROOT, "2026-02-%02d,%d%n", day, day == 25 ? 60 : 5 + day % 3));
        }
        var sent = visitor.post("/trends/series", "pasted", series.toString());
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = visitor.answer(PageVisitor.next(sent) + "&method=ears-c2&lang=en");
        assertThat(page)
                .contains("1 alarms in 28 points of time")
                .containsPattern("2026-02-25</th><td>●</td><td class=\"n\">60");
        assertThat(visitor.answer(PageVisitor.next(sent) + "&method=magic")).contains("There is no answer");
        assertThat(visitor.get("/trends?series=0123").statusCode()).isEqualTo(404);
    }

    @Test
    void whatLeavesMustBeWhatIsShownEachWithItsHash() throws Exception {
        String page = visitor.get("/share?lang=en").body();
        assertThat(page).contains("nothing is encrypted").contains("case/case.yaml");
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(visitor.bytes("/share/package.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        String manifest = new String(entries.remove("manifest.csv"), StandardCharsets.UTF_8);
        assertThat(entries).containsKey("case/scenarios/stop.yaml").containsKey("export.json");
        entries.remove("export.json");
        entries.forEach((name, content) -> {
            assertThat(page).contains(name);
            assertThat(manifest).contains(name + "," + content.length + "," + ContentHash.of(content) + ",");
        });
        assertThat(manifest.lines().count()).isEqualTo(entries.size() + 1);
    }

    @Test
    void theChainMustBeVerifiedAndABackupRestoredToTheSameHash() throws Exception {
        visitor.answer(PageVisitor.next(
                visitor.post("/ledger/documents", "text", "Japan used 20,000 t of NdFeB magnets in 2024.")));
        assertThat(visitor.get("/runs?verify=yes&lang=en").body()).contains("changes are as they were written");
        assertThat(visitor.get("/runs?lang=en").body()).contains("The restore was never tested here");
        assertThat(visitor.post("/runs/restore-test").statusCode()).isEqualTo(303);
        assertThat(visitor.get("/runs?lang=ja").body()).contains("最後の復元試験");
        assertThat(visitor.get("/runs/backup.jsonl").body()).contains("\"hash\"");
        assertThat(folder.resolve("home").toFile().list()).noneMatch(name -> name.matches("restore-\\d+"));
    }
}
