package org.genryu.web.told;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is left of a page when it is taken apart. Rung: by hand.
class ToldPageTest {
    private static final String PAGE = """
            <html><body><header class="top"><h1>Case</h1><p class="run">facts</p></header>
            <main id="main"><section class="headline"><p>First.</p></section><nav><ul><li>x</li></ul></nav>
            <section aria-labelledby="s-prices"><h2 id="s-prices">Prices</h2>
            <svg style="min-width:320px;max-width:960px" viewBox="0 0 1 1"></svg>
            <a download="genryu-a.csv" href="data:text/csv;charset=utf-8;base64,77u/YSxiDQo=">CSV</a></section>
            <section><h2 id="s-run">Run</h2><p>n</p></section></main></body></html>""";

    private static ToldPage.Section section(ToldPage told, String anchor) {
        return Objects.requireNonNull(told.sections().get(anchor));
    }

    @Test
    void aPageMustComeApartIntoWhatItSays() {
        ToldPage told = ToldPage.of(PAGE, "/jobs/1/files/en/");
        assertThat(told.title()).isEqualTo("Case");
        assertThat(told.facts()).isEqualTo("facts");
        assertThat(told.headline()).isEqualTo("<section class=\"headline\"><p>First.</p></section>");
        assertThat(told.sections()).containsOnlyKeys("s-prices", "s-run");
        assertThat(section(told, "s-prices").heading()).isEqualTo("Prices");
        assertThat(section(told, "s-prices").content())
                .contains("class=\"s320-960\"", "href=\"/jobs/1/files/en/genryu-a.csv\"")
                .doesNotContain("style=", "<h2", "base64");
        assertThat(told.files()).containsEntry("genryu-a.csv", "\uFEFFa,b\r\n");
        assertThat(told.sizes().keySet()).containsExactly("s320-960");
        assertThat(ToldPage.rule("s320-960")).isEqualTo("svg.s320-960{min-width:320px;max-width:960px}\n");
    }

    @Test
    void straitsMustBecomeWaysToCloseThem() {
        ToldPage told = ToldPage.of(
                "<main><section><h2 id=\"s-a\">A</h2><svg role=\"img\"><g class=\"pin\" data-close=\"malacca\">"
                        + "<title>Malacca 9%</title></g></svg><ol><li data-close=\"malacca\">Malacca <b>9%</b></li></ol>"
                        + "</section></main>",
                "/");
        assertThat(section(told, "s-a").content())
                .contains(
                        "<svg role=\"group\"><a href=\"#close-malacca\" aria-label=\"Close: Malacca 9%\"><g class=\"pin\">")
                .contains("<li><a href=\"#close-malacca\">Malacca <b>9%</b></a></li>");
    }

    @Test
    void nothingInATakenPageMayRunOrReachOut() {
        for (String hostile : List.of(
                "<script>x</script>",
                "<p onclick=\"x\">t</p>",
                "<a href=\" javaScript:x\">t</a>",
                "<iframe src=\"//x\"></iframe>",
                "<form action=\"//x\"><input></form>",
                "<style>x</style>",
                "<p style=\"background:url(//x)\">t</p>",
                "<link rel=\"stylesheet\" href=\"//x\">")) {
            ToldPage told = ToldPage.of("<main><section><h2 id=\"s-a\">A</h2>" + hostile + "</section></main>", "/");
            assertThat(section(told, "s-a").content())
                    .as(hostile)
                    .doesNotContainIgnoringCase("script", "onclick", "iframe", "<form", "style", "//x");
        }
    }
}
