package org.genryu.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Lang;
import org.genryu.store.AccountStore;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.testkit.Zoo;
import org.genryu.web.Workbench;
import org.genryu.web.job.WorkerProgram;
import org.genryu.web.login.ProviderLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Log-in at a real provider of identities, in browsers that follow every step by themselves. Rung: a second program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderLoginTest {
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Reason BY = new Reason("2026-01-01T00:00:00Z", "root", "", "");

    private RealProvider provider;
    private Workbench bench;
    private String home;

    @BeforeAll
    void open(@TempDir Path place) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        home = "http://127.0.0.1:" + port;
        provider = new RealProvider(home + ProviderLogin.RETURN);
        Path folder = Files.createDirectories(place.resolve("case"));
        for (var file : Zoo.streams().files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        StoreAddress store =
                new StoreAddress.SqliteFile(place.resolve("genryu.db").toAbsolutePath());
        try (AccountStore accounts = AccountStore.open(store)) {
            for (AccountStore.Account one : List.of(
                    new AccountStore.Account("root", "administrator", false, "", ""),
                    new AccountStore.Account("伊藤", "analyst", false, "", provider.issuer() + " ito-4711"),
                    new AccountStore.Account("gone", "analyst", true, "", provider.issuer() + " gone"))) {
                assertThat(accounts.add(one, BY)).isEqualTo(AccountStore.Done.DONE);
            }
        }
        var started = Workbench.start(new Workbench.Settings(
                "127.0.0.1",
                port,
                place.resolve("home"),
                Optional.of(store),
                List.of(folder.toString()),
                new WorkerProgram(List.of("/bin/false"), "p", Duration.ofMinutes(1)),
                "tester",
                "0",
                Optional.of(new Workbench.Shared(
                        Optional.empty(),
                        Optional.of(new ProviderLogin.Settings(
                                URI.create(provider.issuer()), RealProvider.CLIENT, RealProvider.SECRET))))));
        bench = started.value()
                .orElseThrow(() -> new AssertionError(
                        started.findings().stream().map(one -> one.in(Lang.EN)).toList()));
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
        provider.close();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private static URI next(HttpResponse<String> from) {
        return from.uri()
                .resolve(from.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(from + from.body())));
    }

    /// Goes to the provider and says there who it is; the address to which it is sent back.
    private URI sentBack(HttpClient browser, String person) throws IOException, InterruptedException {
        URI away = next(get(browser, URI.create(home + "/login/provider?to=%2Faccount&lang=ja")));
        assertThat(away.toString())
                .startsWith(provider.issuer())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        HttpResponse<String> form = get(browser, next(get(browser, away)));
        Matcher token = HIDDEN.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        String fields = "username=" + person + "&password="
                + URLEncoder.encode(RealProvider.PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> in = browser.send(
                HttpRequest.newBuilder(form.uri())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        URI back = next(get(browser, next(in)));
        assertThat(back.toString()).startsWith(home + ProviderLogin.RETURN).contains("code=", "state=");
        return back;
    }

    @Test
    void whoTheProviderKnowsMustComeInAsTheirAccount() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> page = get(browser, URI.create(home + "/login"));
        assertThat(page.body()).contains("Log in at 127.0.0.1");
        URI back = sentBack(browser, "ito-4711");
        HttpResponse<String> in = get(browser, back);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        HttpResponse<String> account = get(browser, next(in));
        assertThat(account.uri().getPath()).isEqualTo("/account");
        assertThat(account.body()).contains("伊藤（分析者）");
        // The same answer a second time is worth nothing.
        assertThat(get(browser, back).statusCode()).isEqualTo(400);
    }

    /// The attacker's own code, or a code that was seen, in another browser.
    @Test
    void anAnswerMustBeOfTheBrowserThatAsked() throws Exception {
        URI back = sentBack(browser(), "ito-4711");
        HttpClient victim = browser();
        assertThat(get(victim, back).statusCode()).isEqualTo(400);
        get(victim, URI.create(home + "/login/provider"));
        HttpResponse<String> refused = get(victim, back);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This log-in was not begun in this browser, or is too old; begin again.");
        assertThat(get(victim, URI.create(home + "/account")).statusCode()).isEqualTo(303);
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowMustBeRefused() throws Exception {
        HttpClient browser = browser();
        URI back = sentBack(browser, "ito-4711");
        URI forged = URI.create(back.toString().replaceFirst("code=[^&]+", "code=forged"));
        HttpResponse<String> refused = get(browser, forged);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The provider did not log you in (invalid_grant).");
        assertThat(get(browser, back).statusCode()).as("the state is used up").isEqualTo(400);
    }

    @Test
    void whoHasNoAccountHereMustBeToldWhatTheProviderCallsThem() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> refused = get(browser, sentBack(browser, "stranger"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The provider knows you as &#39;" + provider.issuer() + " stranger&#39;");
        HttpClient locked = browser();
        HttpResponse<String> gone = get(locked, sentBack(locked, "gone"));
        assertThat(gone.statusCode()).isEqualTo(401);
        assertThat(gone.body()).contains("or the account is locked");
        assertThat(get(locked, URI.create(home + "/account")).statusCode()).isEqualTo(303);
    }
}
