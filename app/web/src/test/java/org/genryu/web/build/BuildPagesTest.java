package org.genryu.web.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.genryu.web.edit.BenchBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over HTTP, as a browser without scripts does it.
final class BuildPagesTest {
    @TempDir
    private Path home;

    private Optional<BenchBrowser> browser = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        TextCase world = Zoo.thirdCountry().scenario("stop-2025", """
                id: stop-2025
                title: {en: China stops, ja: 中国が停止}
                start: 2025-01
                months: 12
                events:
                  # as it was in 2010
                  - ban: {from: CN, months: 6}
                """);
        browser = Optional.of(BenchBrowser.start(home, world));
    }

    @AfterEach
    void stop() {
        browser.ifPresent(BenchBrowser::close);
    }

    private HttpResponse<String> send(String act, String text, String... more) throws Exception {
        BenchBrowser bench = browser.orElseThrow();
        java.util.List<String> fields =
                new java.util.ArrayList<>(java.util.List.of("case", bench.reference(), "do", act, "text", text));
        fields.addAll(java.util.List.of(more));
        return bench.post("/stress/build", fields.toArray(String[]::new));
    }

    private static Document page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private String fresh() throws Exception {
        return browser.orElseThrow()
                .page("/stress/build")
                .select("textarea[name=text]")
                .val();
    }

    @Test
    void sentenceMustBecomeAScenarioThatSaysWhatIsAssumed() throws Exception {
        for (String sentence : java.util.List.of(
                "China bans exports of dysprosium to Japan from January 2027.", "中国は2027年1月から日本へのジスプロシウムの輸出を禁止する。")) {
            Document page = page(send("read", fresh(), "sentence", sentence));
            String text = page.select("textarea[name=text]").val();
            assertThat(text).contains("- ban: {from: CN, to: [JP]", "start: 2027-01");
            assertThat(page.select(".history .chip").eachText()).contains("told", "assumed");
        }
        Document none = page(send("read", fresh(), "sentence", "The weather is fine."));
        assertThat(none.select("[role=alert]").text()).contains("No event was understood");
    }

    @Test
    void pickedLinesMustBeSavedAsAVersionAndTheScenarioBeThere() throws Exception {
        Document kinds = page(send("shape", fresh(), "shape", "ban"));
        assertThat(kinds.select("select[name=k.from] option").eachAttr("value")).contains("CN", "AU");
        String text = kinds.select("textarea[name=text]").val();
        Document added = page(send(
                "add",
                text,
                "open",
                "ban",
                "k.from",
                "CN",
                "k.from",
                "MM",
                "k.start",
                "2025-03",
                "k.months",
                "4",
                "k.leak",
                "10 %"));
        text = added.select("textarea[name=text]").val();
        assertThat(text).contains("  - ban: {from: [CN, MM], leak: 10 %, start: 2025-03, months: 4}");
        assertThat(added.select(".history dd").text()).contains("China");
        HttpResponse<String> saved = send(
                "save",
                text,
                "id",
                "my-ban",
                "was.id",
                "scenario-1",
                "title_ja",
                "禁輸",
                "title_en",
                "A ban",
                "why",
                "test");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location").orElse("")).contains("/stress", "scenario=my-ban");
        Document again = browser.orElseThrow().page("/stress/build?scenario=my-ban");
        assertThat(again.select("input[name=title_ja]").val()).isEqualTo("禁輸");
        assertThat(browser.orElseThrow()
                        .page("/case?tab=history")
                        .select(".history > li")
                        .eachText()
                        .getFirst())
                .contains("scenarios/my-ban.yaml", "test");
    }

    @Test
    void aStraitOfTheMapMustOpenAScenarioThatClosesIt() throws Exception {
        Document page = browser.orElseThrow().page("/stress/build?close=malacca");
        assertThat(page.select("textarea[name=text]").val()).contains("- closure: {strait: malacca}");
        assertThat(browser.orElseThrow()
                        .page("/stress/build?close=a%7D%0Ab")
                        .select("textarea[name=text]")
                        .val())
                .doesNotContain("closure");
    }

    @Test
    void faultsMustBeFindingsAndNothingBeSaved() throws Exception {
        String before = browser.orElseThrow().reference();
        String text = fresh().replace("events: []", "events:\n  - ban: {from: XX, months: many}");
        HttpResponse<String> answer = send("save", text);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".findings li.error").size()).isGreaterThan(1);
        assertThat(page.select(".findings").text()).contains("scenarios/scenario-1.yaml:");
        assertThat(page.select("textarea[name=text]").val()).contains("months: many");
        assertThat(browser.orElseThrow().reference()).isEqualTo(before);
        assertThat(send("save", "id: ../evil\nevents: []\n").statusCode()).isEqualTo(422);
    }

    @Test
    void linesMustGoWithTheirCommentsAndSecondEditorBeAsked() throws Exception {
        String seen = browser.orElseThrow().reference();
        String text = browser.orElseThrow()
                .page("/stress/build?scenario=stop-2025")
                .select("textarea[name=text]")
                .val();
        Document less = page(send("remove:7", text));
        assertThat(less.select("textarea[name=text]").val())
                .doesNotContain("2010")
                .contains("events: []");
        assertThat(send("save", text.replace("months: 6", "months: 7")).statusCode())
                .isEqualTo(303);
        HttpResponse<String> second = browser.orElseThrow()
                .post("/stress/build", "case", seen, "do", "save", "text", text.replace("months: 6", "months: 8"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(second.body()).select("[role=alert]").text()).contains("months: 7");
        assertThat(Jsoup.parse(second.body()).select("textarea[name=text]").val())
                .contains("months: 8");
    }

    @Test
    void textMustComeBackLineByLine() {
        ScenarioText text = ScenarioText.of("""
                id: a
                title: {en: "An \\"end\\"", ja: '試験'}
                events:
                  - ban: {from: CN}
                  # why
                  - licence:
                      from: CN
                      trough: 0.5
                measures: []
                """);
        assertThat(text.title("en")).isEqualTo("An \"end\"");
        assertThat(text.title("ja")).isEqualTo("試験");
        assertThat(text.items()).hasSize(2);
        assertThat(text.items().getLast().comments()).containsExactly("why");
        assertThat(text.without(6).text()).doesNotContain("why", "trough").contains("ban");
        assertThat(text.plus("measures", java.util.List.of("  - escort: {strait: x}"))
                        .text())
                .endsWith("measures:\n  - escort: {strait: x}\n");
        assertThat(ScenarioText.line("ban", java.util.Map.of("commodities", java.util.List.of("*"))))
                .isEqualTo("  - ban: {commodities: \"*\"}");
        assertThat(ScenarioText.line("ban", java.util.Map.of("note", java.util.List.of("a}: #\n\"b"))))
                .isEqualTo("  - ban: {note: \"a}: # \\\"b\"}");
    }
}
