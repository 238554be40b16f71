package org.genryu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workbench on a town of one mine, in use: change, stress, compare, send; two people at once; jobs that outlive
/// their server; pictures that are moved and kept. Rung: by hand (100 a month, a stock of 300, a ban of six months:
/// short from the fourth).
class WorkbenchUseTest {
    @TempDir
    private Path home;

    private OpenBench bench;

    @BeforeEach
    void open() throws IOException {
        TextCase town = TextCase.header(
                        "id: town\nlabel: TLP:GREEN\ntitle: {en: A town, ja: 町}\ncurrency: USD\nprice_year: 2025\n"
                                + "discount_rate: 0\nhome: [JP]\nrival: [CN]\nperiods: {first: 2027, last: 2028, step: year}\n")
                .table("places", """
                        place, name_en, name_ja, kind, country
                        mine,  Mine,    鉱山,    site, CN
                        town,  Town,    町,      site, JP""")
                .table("commodities", """
                        commodity, name_en, name_ja, unit
                        good,      Good,    品,      t""")
                .table("recipes", """
                        recipe, commodity, amount
                        make,   good,      1""")
                .table("processes", """
                        process, place, recipe, status,    capacity, cost
                        dig,     mine,  make,   operating, 1500,     10""")
                .table("routes", """
                        route, from, to,   commodity, cost
                        sea,   mine, town, good,      1""")
                .table("demands", """
                        demand, place, use,   commodity, amount,     shortage_cost
                        eat,    town,  tools, good,      1000..1400, 1000""")
                .table("stores", """
                        store, place, commodity, kind,       capacity, level
                        heap,  town,  good,      commercial, 300,      300""");
        Path folder = home.resolve("town");
        for (var file : town.files().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        scenario(folder, "stop", "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n");
        scenario(folder, "save", "events: []\nmeasures:\n  - thrift: {places: town, share: 10 %}\n");
        bench = OpenBench.of(home.resolve("bench"), folder.toString());
    }

    private static void scenario(Path folder, String id, String events) throws IOException {
        write(
                folder.resolve("scenarios").resolve(id + ".yaml"),
                "title: {en: The " + id + ", ja: " + id + "の話}\nstart: 2027-01\nmonths: 12\nforesight: 0\n" + events);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    @AfterEach
    void close() {
        if (bench != null) {
            bench.close();
        }
    }

    /// The form of a row, its cell filled in and a reason given.
    private void fill(Page page, String column, String value) {
        page.navigate(bench.address("/case?lang=en&tab=table&table=processes&row=dig"));
        page.locator("form[action^='/case/save'] .rowform > div:has(input[name=new])")
                .nth(0)
                .waitFor();
        page.locator("form[action^='/case/save'] input[name=column][value=" + column + "] ~ div input[name=new]")
                .first()
                .fill(value);
        page.locator("form[action^='/case/save'] [name=why]").fill("seen in the books");
    }

    private static void save(Page page) {
        page.locator("form[action^='/case/save'] button:not([name])").first().click();
    }

    @Test
    void whatWasChangedStressedAndComparedMustBeSeenBySomebodyElse() {
        Page page = bench.somebody("en");
        fill(page, "capacity", "1300");
        save(page);
        page.navigate(bench.address("/stress?scenario=stop&lang=en"));
        OpenBench.answered(page);
        assertThat(page.locator("main .brief").first().innerText()).contains("short from 2027-04");
        page.navigate(bench.address("/compare?view=beside&beside=save%2Cstop&lang=en"));
        OpenBench.answered(page);
        String told = page.locator("#answer").innerText();
        assertThat(told).contains("The stop").contains("The save");
        String link = Objects.requireNonNull(page.locator("#permalink").getAttribute("href"));
        assertThat(link).contains("case=town%40").contains("beside=save%2Cstop");
        Page other = bench.somebody("ja");
        other.navigate(bench.address(link));
        OpenBench.answered(other);
        assertThat(other.locator("#answer").innerText()).isEqualTo(told);
        other.reload();
        OpenBench.answered(other);
        assertThat(other.locator("#answer").innerText()).isEqualTo(told);
        assertThat(bench.elsewhere()).isEmpty();
    }

    @Test
    void theSecondOfTwoPeopleMustBeAskedAndMayTakeTheirOwn() {
        Page one = bench.somebody("en");
        Page two = bench.somebody("en");
        fill(one, "capacity", "1300");
        fill(two, "capacity", "1400");
        save(one);
        save(two);
        assertThat(two.locator("select[name=new] option").allInnerTexts()).hasSize(2);
        two.locator("select[name=new]").selectOption("1400");
        Locator why = two.locator("form[action^='/case/save'] [name=why]");
        if (why.count() > 0 && why.first().inputValue().isEmpty()) {
            why.first().fill("counted again");
        }
        save(two);
        one.navigate(bench.address("/case?lang=en&tab=table&table=processes"));
        assertThat(one.locator("tr[data-row=dig]").innerText()).contains("1400");
        one.navigate(bench.address("/case?lang=en&tab=history"));
        assertThat(one.locator(".history > li").count()).isEqualTo(3);
    }

    /// The first server has workers that come to no end: with others the job may be over before anybody looks.
    @Test
    void aJobMustBeAnsweredByTheServerThatComesAfter() throws IOException {
        bench.restartWithoutAnswers();
        Page page = bench.somebody("en");
        page.navigate(bench.address("/stress?scenario=stop&futures=40&lang=en"));
        String job = page.locator("[data-job]").getAttribute("data-job");
        assertThat(job).matches("[0-9a-f]{32}");
        bench.restart();
        page.navigate(bench.address("/runs?lang=en"));
        // nobody asks again: its events end when the new server has answered
        assertThat(page.evaluate("id => fetch(`/jobs/${id}/events`).then((one) => one.text())", job))
                .asString()
                .contains("event: over");
        page.navigate(bench.address("/stress?scenario=stop&futures=40&lang=en"));
        OpenBench.answered(page);
        assertThat(page.locator("main").innerText()).contains("40 of 40 futures have an answer");
    }

    @Test
    void theLineAmongFiftyFuturesMustBeMovedByKeysAndBeKeptInTheLink() throws IOException {
        Page page = bench.somebody("en");
        page.navigate(bench.address("/stress?scenario=stop&futures=40&lang=en"));
        OpenBench.answered(page);
        OpenBench.drawn(page);
        Locator slider = page.locator("#futures-short .threshold input");
        Locator said = page.locator("#futures-short .threshold output");
        slider.focus();
        slider.press("PageUp");
        assertThat(said.innerText()).startsWith("50 of 50 equally likely futures run short before month ");
        slider.press("PageDown");
        slider.press("PageDown");
        assertThat(said.innerText()).startsWith("0 of 50 equally likely futures run short before month ");
        String sentence = said.innerText();
        assertThat(page.url()).contains("at-futures-short=");
        page.navigate(bench.address(page.locator("#permalink").getAttribute("href")));
        OpenBench.answered(page);
        OpenBench.drawn(page);
        assertThat(said.innerText()).isEqualTo(sentence);
    }

    /// The same numbers as the table, in a file that says what it is of.
    @Test
    void picturesMustBeKeptWithTheirFacts() throws IOException {
        Page page = bench.somebody("en");
        page.navigate(bench.address("/stress?scenario=stop&lang=en"));
        OpenBench.answered(page);
        OpenBench.drawn(page);
        String svg = Files.readString(kept(page, "#costs", "SVG"), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("Case: A town", "Scenario: The stop", "scenario stop", "Label: TLP:GREEN", "Filters: none")
                .containsPattern("Run: [0-9a-f]{32}")
                .contains(page.locator("#costs details.table tbody th").first().textContent())
                .containsPattern("\\d{4}-\\d\\d-\\d\\d");
        double wide = Double.parseDouble(svg.replaceFirst("(?s)^<svg[^>]*? width=\"([\\d.]+)\".*$", "$1"));
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(kept(page, "#costs", "PNG")));
        assertThat(png.getInt(16)).isEqualTo((int) Math.round(2 * wide));
    }

    private static Path kept(Page page, String figure, String kind) {
        Download file = page.waitForDownload(() -> page.locator(figure + " .pictures button")
                .filter(new Locator.FilterOptions().setHasText(kind))
                .click());
        return file.path();
    }
}
