package org.genryu.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.genryu.testkit.Zoo;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over HTTP, as a browser without scripts does it.
final class EditPagesTest {
    @TempDir
    private Path home;

    private Optional<BenchBrowser> browser = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        browser = Optional.of(BenchBrowser.start(home, Zoo.streams()));
    }

    @AfterEach
    void stop() {
        browser.ifPresent(BenchBrowser::close);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.orElseThrow().get(path);
    }

    private Document page(String path) throws Exception {
        return browser.orElseThrow().page(path);
    }

    private HttpResponse<String> post(String path, String... fields) throws Exception {
        return browser.orElseThrow().post(path, fields);
    }

    private String reference() throws Exception {
        return browser.orElseThrow().reference();
    }

    private int upload(String seen, String name, byte[] content) throws Exception {
        return browser.orElseThrow().upload(seen, name, content);
    }

    private String cell(String table, String row, String column) throws Exception {
        Document page = page("/case?tab=table&table=" + table);
        int at = page.select("th[data-column]").eachAttr("data-column").indexOf(column);
        return page.select("tr[data-row=" + row + "] td.cell").get(at).text();
    }

    private HttpResponse<String> change(String seen, String column, String value) throws Exception {
        return post(
                "/case/save",
                "case",
                seen,
                "table",
                "processes",
                "row",
                "mine-a",
                "column",
                column,
                "new",
                value,
                "why",
                "because");
    }

    @Test
    void rowMustBeChangedByItsFormAndUndoneFromTheHistory() throws Exception {
        Document form = page("/case?tab=table&table=processes&row=mine-a");
        assertThat(form.select("form[action^=/case/save] input[name=new]").size())
                .isGreaterThan(5);
        String seen = reference();
        assertThat(change(seen, "capacity", "65 t/yr").statusCode()).isEqualTo(303);
        assertThat(cell("processes", "mine-a", "capacity")).isEqualTo("65 t/yr");
        Document history = page("/case?tab=history");
        assertThat(history.select(".history li").eachText().getFirst()).contains("because", "suzuki", "60", "65 t/yr");
        assertThat(post("/case/undo", "case", "test", "version", "2").statusCode())
                .isEqualTo(303);
        assertThat(reference()).isEqualTo(seen);
    }

    /// A browser tells the origin of a form only if the page lets it; without one the form is refused.
    @Test
    void pagesMustLetBrowsersTellWhereAFormComesFrom() throws Exception {
        assertThat(get("/case?tab=table").headers().firstValue("Referrer-Policy"))
                .contains("same-origin");
    }

    @Test
    void untouchedFormMustChangeNothing() throws Exception {
        String seen = reference();
        Document form = page("/case?tab=table&table=processes&row=mine-a");
        List<String> fields = new java.util.ArrayList<>();
        form.select("form[action^=/case/save] [name]").forEach(field -> {
            if (!field.attr("name").equals("token") && !field.normalName().equals("button")) {
                String value = field.normalName().equals("select")
                        ? field.select("option[selected]").attr("value")
                        : field.val();
                fields.addAll(List.of(field.attr("name"), value));
            }
        });
        assertThat(post("/case/save", fields.toArray(String[]::new)).statusCode())
                .isEqualTo(303);
        assertThat(reference()).isEqualTo(seen);
        assertThat(page("/case?tab=history").select(".history > li")).hasSize(1);
    }

    @Test
    void secondOfTwoEditorsMustBeAskedAndMayTakeHisOwn() throws Exception {
        String seen = reference();
        assertThat(change(seen, "capacity", "70").statusCode()).isEqualTo(303);
        HttpResponse<String> second = change(seen, "capacity", "80");
        assertThat(second.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(second.body());
        assertThat(page.select("select[name=new] option").eachAttr("value")).containsExactly("70", "80");
        assertThat(page.text()).contains("60", "suzuki", "because");
        String newest = page.select("form[action^=/case/save] input[name=case]").val();
        assertThat(change(newest, "capacity", "80").statusCode()).isEqualTo(303);
        assertThat(cell("processes", "mine-a", "capacity")).isEqualTo("80");
    }

    @Test
    void errorsMustStandBesideWhatWasEnteredAndNothingBeSaved() throws Exception {
        String seen = reference();
        HttpResponse<String> answer = change(seen, "capacity", "<b>much</b>");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<b>much");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".findings li.error").text()).contains("processes.csv:2 capacity");
        assertThat(page.select("form[action^=/case/save] input[name=new]").val())
                .isEqualTo("<b>much</b>");
        assertThat(reference()).isEqualTo(seen);
        HttpResponse<String> check = post(
                "/case/check", "case", seen, "table", "processes", "row", "mine-a", "column", "capacity", "new", "x");
        assertThat(check.body()).contains("\"row\":\"mine-a\"", "\"column\":\"capacity\"", "ERROR");
        assertThat(change("test@000000000000", "capacity", "1").statusCode()).isEqualTo(404);
    }

    @Test
    void rowsMustComeAndGo() throws Exception {
        String seen = reference();
        HttpResponse<String> added = post(
                "/case/save",
                "case",
                seen,
                "table",
                "places",
                "row",
                "+1",
                "column",
                "place",
                "new",
                "kr",
                "row",
                "+1",
                "column",
                "kind",
                "new",
                "country",
                "row",
                "+1",
                "column",
                "country",
                "new",
                "KR");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(cell("places", "kr", "kind")).isEqualTo("country");
        assertThat(post("/case/save", "case", reference(), "table", "places", "remove", "kr")
                        .statusCode())
                .isEqualTo(303);
        assertThat(reference()).isEqualTo(seen);
    }

    @Test
    void everyVersionMustOpenAfterARestart() throws Exception {
        String first = reference();
        change(first, "capacity", "65");
        String second = reference();
        change(second, "note", "=cmd|' /C calc'!A0 <script>alert(1)</script>");
        String third = reference();
        stop();
        start();
        assertThat(reference()).isEqualTo(third);
        assertThat(get("/case?tab=table&case=" + first).statusCode()).isEqualTo(200);
        assertThat(get("/case?tab=table&case=" + second).body()).contains("65").doesNotContain("calc");
        String hostile = get("/case?tab=table&lang=ja").body();
        assertThat(hostile).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(get("/case/table.csv?table=processes").body()).contains("'=cmd");
    }

    @Test
    void tableSentAsAFileMustBecomeEdits() throws Exception {
        String seen = reference();
        String csv = get("/case/table.csv?table=processes").body();
        assertThat(upload(seen, "processes.csv", csv.replace(",60,", ",66,").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(303);
        assertThat(cell("processes", "mine-a", "capacity")).isEqualTo("66");
        assertThat(page("/case?tab=history").select(".history > li:first-child tbody tr"))
                .hasSize(1);
        assertThat(upload(reference(), "processes.csv", "process\nx\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(422);
        assertThat(upload(reference(), "../../evil.exe", new byte[] {1})).isEqualTo(400);
    }

    @Test
    void workbookMustGoOutAndComeBackWithoutAChange() throws Exception {
        String seen = reference();
        byte[] book = browser.orElseThrow().bytes("/case/case.xlsx").body();
        assertThat(upload(seen, "case.xlsx", book)).isEqualTo(303);
        assertThat(reference()).isEqualTo(seen);
        byte[] zip = browser.orElseThrow().bytes("/case/case.zip").body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(in.getNextEntry().getName()).isEqualTo("test/case.yaml");
        }
    }
}
