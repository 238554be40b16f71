package org.genryu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workbench on the built-in case, as people see it: the first minute, every page in both languages, light, dark
/// and forced colours, wide and narrow, with scripts off; what is seen goes into `target/screens`.
class WorkbenchPagesTest {
    private static final Path SCREENS = Path.of("target", "screens");

    @TempDir
    private static Path home;

    private static OpenBench bench;

    @BeforeAll
    static void open() throws IOException {
        bench = OpenBench.of(home);
        Files.createDirectories(SCREENS);
    }

    @AfterAll
    static void close() {
        if (bench != null) {
            bench.close();
        }
    }

    private static List<String> pages(Page page) {
        page.navigate(bench.address("/"));
        return page.locator("nav.rail a").all().stream()
                .map(link -> Objects.requireNonNull(link.getAttribute("href")).replaceFirst("\\?.*", ""))
                .toList();
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(WorkbenchPagesTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) throws IOException {
        page.evaluate(axe() + "; 0");
        Object found = page.evaluate(
                "async () => (await axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}))"
                        + ".violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))");
        return (List<String>) found;
    }

    /// One command, one sentence, one button, one source, one link: and somebody else sees the same.
    @Test
    void theFirstMinuteMustEndWithALinkThatShowsTheSame() {
        for (String lang : List.of("en", "ja")) {
            Page page = bench.somebody(lang);
            page.navigate(bench.address("/"));
            OpenBench.answered(page);
            assertThat(page.locator("main .headline, main .lead").first().innerText())
                    .isNotBlank();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
            page.locator("a.button").first().click();
            OpenBench.answered(page);
            assertThat(page.url()).contains("/stress").contains("scenario=");
            String told = page.locator("main .brief").first().innerText();
            assertThat(told).isNotBlank();
            String link = Objects.requireNonNull(page.locator("#permalink").getAttribute("href"));
            Page other = bench.somebody(lang.equals("en") ? "ja" : "en");
            other.navigate(bench.address(link));
            OpenBench.answered(other);
            assertThat(other.locator("main .brief").first().innerText()).isEqualTo(told);
            page.locator("a.tongue").click();
            assertThat(page.locator("html").getAttribute("lang")).isNotEqualTo(lang);
            assertThat(page.url()).contains("scenario=");
            page.goBack();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
        }
        assertThat(bench.elsewhere()).isEmpty();
    }

    @Test
    void everyPageMustBeAccessibleInBothLanguagesAndAllColours() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String lang : List.of("en", "ja")) {
            Map<String, Browser.NewContextOptions> looks = Map.of(
                    "light", new Browser.NewContextOptions(),
                    "dark", new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK),
                    "forced", new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
            for (var look : looks.entrySet()) {
                Page page = bench.somebody(look.getValue()
                        .setLocale(lang)
                        .setViewportSize(1440, 1000)
                        .setBypassCSP(true));
                for (String path : pages(page)) {
                    page.navigate(bench.address(path + "?lang=" + lang));
                    OpenBench.answered(page);
                    for (String undrawn : OpenBench.drawn(page)) {
                        wrong.add(lang + " " + look.getKey() + " " + path + " not drawn: " + undrawn);
                    }
                    for (String found : violations(page)) {
                        wrong.add(lang + " " + look.getKey() + " " + path + " " + found);
                    }
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(SCREENS.resolve(name(path) + "-" + lang + "-" + look.getKey() + ".png"))
                            .setFullPage(look.getKey().equals("light")));
                }
                page.context().close();
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// From the map, by keyboard, to a scenario that closes the strait.
    @Test
    void aStraitOfTheMapMustLeadToItsClosure() {
        Page page = bench.somebody("en");
        page.navigate(bench.address("/case?tab=map&lang=en"));
        OpenBench.answered(page);
        assertThat(page.locator("svg a .pin").count()).isGreaterThan(5);
        assertThat(page.locator("ol.pins a").count())
                .isEqualTo(page.locator("svg a .pin").count());
        page.locator("svg a[aria-label^='Close: Strait of Malacca']").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/stress/build?**");
        assertThat(page.locator("textarea[name=text]").inputValue()).contains("- closure: {strait: malacca}");
        assertThat(page.locator(".findings .error").allInnerTexts()).isEmpty();
    }

    @Test
    void noPageMayBeWiderThanANarrowScreen() {
        List<String> wide = new ArrayList<>();
        for (String lang : List.of("en", "ja")) {
            Page page = bench.somebody(
                    new Browser.NewContextOptions().setLocale(lang).setViewportSize(390, 844));
            for (String path : pages(page)) {
                page.navigate(bench.address(path + "?lang=" + lang));
                OpenBench.answered(page);
                if ((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1")) {
                    wide.add(lang + " " + path);
                }
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name(path) + "-" + lang + "-390.png")));
            }
            page.context().close();
        }
        assertThat(wide).isEmpty();
    }

    /// With scripts off every page still shows its question, its answer and its forms.
    @Test
    void everyPageMustWorkWithoutScripts() {
        Page page =
                bench.somebody(new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
        for (String path : pages(page)) {
            page.navigate(bench.address(path));
            assertThat(page.locator("h1").innerText()).as(path).isNotBlank();
        }
        page.navigate(bench.address("/"));
        page.locator("select[name=scenario]").selectOption("japan-stop");
        page.locator("form.picker button").click();
        assertThat(page.url()).contains("scenario=japan-stop");
    }

    private static String name(String path) {
        return path.equals("/") ? "situation" : path.substring(1).replace('/', '-');
    }
}
