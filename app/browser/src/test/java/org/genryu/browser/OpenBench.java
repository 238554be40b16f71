package org.genryu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.genryu.web.Workbench;
import org.genryu.web.job.WorkerProgram;

/// A workbench that serves, and a browser that looks at it. Whatever the browser asks anybody else is noted.
final class OpenBench implements AutoCloseable {
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

    private Workbench bench;
    private final Path home;
    private final String[] cases;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();

    private OpenBench(Path home, String[] cases, Playwright playwright, Browser browser) throws IOException {
        this.home = home;
        this.cases = cases.clone();
        this.bench = start(home, cases);
        this.playwright = playwright;
        this.browser = browser;
    }

    static OpenBench of(Path home, String... cases) throws IOException {
        Path chromium =
                CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (System.getenv("GENRYU_NEEDS_BROWSER") == null) {
            assumeThat(chromium).as("Chromium").isNotNull();
        }
        assertThat(chromium).as("Chromium").isNotNull();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new OpenBench(home, cases, playwright, browser);
    }

    static Workbench start(Path home, String... cases) throws IOException {
        return start(program(), home, cases);
    }

    private static List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx3g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.genryu.cli.Main");
    }

    private static Workbench start(List<String> worker, Path home, String... cases) throws IOException {
        return Workbench.start(new Workbench.Settings(
                        "127.0.0.1",
                        0,
                        home,
                        Optional.empty(),
                        List.of(cases),
                        new WorkerProgram(worker, "browser-test", Duration.ofMinutes(10)),
                        "test",
                        "test"))
                .value()
                .orElseThrow();
    }

    /// The server goes, and another one comes to the same home.
    void restart() throws IOException {
        restart(program());
    }

    /// The same with workers that take their question and never come to an answer.
    void restartWithoutAnswers() throws IOException {
        restart(List.of("sh", "-c", "sleep 1000", "worker"));
    }

    private void restart(List<String> worker) throws IOException {
        bench.close();
        bench = start(worker, home, cases);
    }

    /// Waits until the page has its answer.
    static void answered(Page page) {
        page.locator("[data-job]:not([data-job=''])")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("#permalink").waitFor();
    }

    /// Goes past every picture until scripts have drawn it; whatever they could not draw is the answer.
    @SuppressWarnings("unchecked")
    static List<String> drawn(Page page) {
        return (List<String>) page.evaluate("""
                async () => {
                  const figures = [...document.querySelectorAll("figure[data-plot]")];
                  for (const figure of figures) {
                    figure.scrollIntoView();
                    for (let i = 0; i < 600 && !["yes", "failed", "empty"].includes(figure.dataset.drawn); i += 1) {
                      await new Promise((done) => setTimeout(done, 20));
                    }
                  }
                  scrollTo(0, 0);
                  return figures.filter((figure) => figure.dataset.drawn !== "yes" || !figure.querySelector(".drawing svg path"))
                    .map((figure) => figure.id + " " + figure.dataset.drawn);
                }""");
    }

    String address(String path) {
        return bench.address().replaceAll("/$", "") + path;
    }

    /// A browser of somebody else: no cookies, no memory.
    Page somebody(Browser.NewContextOptions how) {
        BrowserContext context = browser.newContext(how);
        context.setDefaultTimeout(180_000);
        Page page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:")
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                elsewhere.add(request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                elsewhere.add(message.text());
            }
        });
        return page;
    }

    Page somebody(String lang) {
        return somebody(new Browser.NewContextOptions().setLocale(lang).setViewportSize(1440, 1000));
    }

    /// What was asked of others, and what the content security policy has kept from being asked.
    List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        bench.close();
    }
}
