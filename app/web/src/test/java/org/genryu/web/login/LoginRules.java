package org.genryu.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genryu.core.Text;
import org.genryu.store.AccountStore;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.web.SharedDesk;
import org.genryu.web.SharedDesk.Browser;
import org.genryu.web.SharedDesk.Seen;
import org.genryu.web.http.Access;
import org.genryu.web.http.RequestLog;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Coming in, staying in and going, over HTTP, as a browser and as those who would like to be one; on whichever store
/// accounts are kept. Rung: by hand.
abstract class LoginRules {
    private static final String COOKIE = "genryu-session";
    private static final Reason ELSEWHERE = new Reason("2026-01-01T00:00:00Z", "root", "", "");

    @TempDir
    private Path place;

    private final MovedClock clock = new MovedClock();
    private SharedDesk desk;
    private WebServer server;
    private int addresses = 2;

    /// Stands where a test puts it.
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-05-01T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        private void on(Duration by) {
            now = now.plus(by);
        }
    }

    /// A store for one test.
    /// @param folder of the test
    abstract StoreAddress store(Path folder) throws IOException;

    @BeforeEach
    void open() throws IOException {
        open(store(place.toAbsolutePath()), false);
    }

    private void open(StoreAddress store, boolean secure) throws IOException {
        desk = new SharedDesk(store, clock, place, secure);
        List<WebRoute> routes = new ArrayList<>(desk.routes());
        routes.add(WebRoute.get(
                "/",
                Access.VIEWER,
                Text.same("home"),
                call -> call.page("<p>home of " + call.visitor().name() + "</p>")));
        server = desk.serve(
                routes,
                new RequestLog(place.resolve("requests.jsonl"), clock),
                (call, refused) -> refused.why().in(call.lang()));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        desk.close();
    }

    private Browser browser() throws IOException {
        return desk.browser(server.port(), addresses++);
    }

    private Browser in(Access role, String name) throws IOException, InterruptedException {
        Browser browser = browser();
        browser.logIn(desk.account(role, name));
        return browser;
    }

    private static void home(Browser browser, String name) throws IOException, InterruptedException {
        assertThat(browser.ask("GET", "/").body()).isEqualTo("<p>home of " + name + "</p>");
    }

    private static void out(Browser browser) throws IOException, InterruptedException {
        assertThat(browser.ask("GET", "/").location()).startsWith("/login?");
    }

    @Test
    void whoIsNobodyMustBeAskedAndComeBackToWhereTheyWantedToGo() throws Exception {
        Browser browser = browser();
        desk.account(Access.VIEWER, "伊藤");
        Seen asked = browser.ask("GET", "/?case=a%20b&lang=ja");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo("/login?lang=ja&to=%2F%3Fcase%3Da%2Bb%26lang%3Dja");
        Seen page = browser.ask("GET", asked.location());
        assertThat(page.body())
                .contains("<h1>ログイン</h1>")
                .contains("autocomplete=\"current-password\"")
                .contains("autocomplete=\"username\"")
                .doesNotContain("<script");
        Seen in = browser.ask(
                "POST", "/login", "name", " 伊藤 ", "password", SharedDesk.PASSWORD, "to", "/?case=a+b&lang=ja");
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/?case=a+b&lang=ja");
        home(browser, "伊藤");
        for (String away : List.of("//evil.example", "https://evil.example", "/\\evil.example", "/login?to=/")) {
            assertThat(browser()
                            .ask("GET", "/login?to=" + java.net.URLEncoder.encode(away, "UTF-8"))
                            .body())
                    .as(away)
                    .contains("name=\"to\" value=\"/\"");
        }
        assertThat(browser().ask("POST", "/logout").status()).isEqualTo(401);
    }

    @Test
    void whatABrowserHeldBeforeMustCountForNothing() throws Exception {
        String planted = "attackersattackersattackers";
        desk.account(Access.ANALYST, "ito");
        Browser victim = browser();
        victim.cookies().put(COOKIE, planted);
        victim.logIn("ito");
        String word = victim.cookies().get(COOKIE);
        assertThat(word).isNotEqualTo(planted).hasSizeGreaterThan(25);
        Browser attacker = browser();
        attacker.cookies().put(COOKIE, planted);
        out(attacker);
        home(victim, "ito");
        victim.logIn("ito"); // once more: a new one, and the old one ends
        assertThat(victim.cookies().get(COOKIE)).isNotEqualTo(word);
        attacker.cookies().put(COOKIE, word);
        out(attacker);
        assertThat(desk.store().sessions("ito")).hasSize(1);
    }

    @Test
    void noOtherPageMayLogSomebodyIn() throws Exception {
        desk.account(Access.ANALYST, "attacker");
        Browser attacker = browser();
        attacker.ask("GET", "/login");
        String fields = "name=attacker&password=" + SharedDesk.PASSWORD.replace(' ', '+') + "&token=";
        String type = "application/x-www-form-urlencoded";
        Browser victim = browser();
        assertThat(victim.ask("POST", "/login", fields + attacker.token(), Map.of("Content-Type", type))
                        .status())
                .as("without a page of ours")
                .isEqualTo(403);
        assertThat(victim.ask("POST", "/login", fields, Map.of("Content-Type", type))
                        .status())
                .as("without a token")
                .isEqualTo(403);
        victim.ask("GET", "/login");
        assertThat(victim.ask("POST", "/login", fields + attacker.token(), Map.of("Content-Type", type))
                        .status())
                .as("with another's token")
                .isEqualTo(403);
        for (Map<String, String> foreign : List.of(
                Map.of("Content-Type", type, "Origin", "http://evil.example"),
                Map.of("Content-Type", type, "Sec-Fetch-Site", "cross-site"))) {
            assertThat(victim.ask("POST", "/login", fields + victim.token(), foreign)
                            .status())
                    .as(foreign.toString())
                    .isEqualTo(403);
        }
        assertThat(victim.cookies()).doesNotContainKey(COOKIE);
        assertThat(victim.ask("POST", "/login", fields + victim.token(), Map.of("Content-Type", type))
                        .status())
                .isEqualTo(303);
    }

    /// The same words and the same status, whether there is such an account or not.
    @Test
    void aWrongTryMustNotTellWhichNamesThereAre() throws Exception {
        desk.account(Access.ANALYST, "ito");
        desk.account(Access.ANALYST, "locked");
        assertThat(desk.store().lock("locked", true, ELSEWHERE)).isEqualTo(AccountStore.Done.DONE);
        List<String> said = new ArrayList<>();
        for (String[] pair : new String[][] {
            {"ito", "wrong wrong wrong"},
            {"nobody", SharedDesk.PASSWORD},
            {"locked", SharedDesk.PASSWORD},
            {"no name at all!", SharedDesk.PASSWORD},
            {"", ""}
        }) {
            Browser browser = browser();
            browser.ask("GET", "/login");
            Seen seen = browser.ask("POST", "/login", "name", pair[0], "password", pair[1]);
            said.add(seen.status() + seen.body().replaceAll("value=\"\\w*\"", ""));
        }
        assertThat(said.stream().distinct()).hasSize(1);
        assertThat(said.getFirst())
                .startsWith("401")
                .contains("The name or the password is wrong, or the account is locked.");
        for (String name : List.of("ito", "nobody")) {
            Browser guesser = browser();
            guesser.ask("GET", "/login");
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                statuses.add(guesser.ask("POST", "/login", "name", name, "password", "guess number " + i)
                        .status());
            }
            assertThat(statuses.subList(0, 10)).as(name).containsOnly(401);
            assertThat(statuses.subList(10, 12)).as(name).containsOnly(429);
            Seen held = guesser.ask("POST", "/login", "name", name, "password", SharedDesk.PASSWORD);
            assertThat(held.body()).contains("Too many wrong tries; wait a minute.");
        }
        browser().logIn("ito"); // from elsewhere
    }

    @Test
    void aSessionMustEndWithTheNextRequestWhoeverEndsIt() throws Exception {
        Browser ito = in(Access.ANALYST, "ito");
        try (AccountStore elsewhere = AccountStore.open(desk.address())) {
            home(ito, "ito");
            elsewhere.endAll("ito");
            out(ito);
            ito.logIn("ito");
            assertThat(elsewhere.role("ito", "keeper", ELSEWHERE)).isEqualTo(AccountStore.Done.DONE);
            out(ito);
            ito.logIn("ito");
            assertThat(elsewhere.lock("ito", true, ELSEWHERE)).isEqualTo(AccountStore.Done.DONE);
            out(ito);
        }
    }

    @Test
    void peopleMustSeeAndEndTheirSessionsAndNobodyElses() throws Exception {
        Browser desktop = in(Access.VIEWER, "ito");
        Browser phone = browser();
        phone.logIn("ito");
        Browser other = in(Access.VIEWER, "suzuki");
        Seen page = desktop.ask("GET", "/account");
        assertThat(page.body())
                .contains("(this one)")
                .contains("/account/sessions/" + phone.session() + "/end")
                .doesNotContain(other.session());
        assertThat(desktop.ask("POST", "/account/sessions/" + other.session() + "/end")
                        .status())
                .isEqualTo(404);
        home(other, "suzuki");
        assertThat(desktop.ask("POST", "/account/sessions/" + phone.session() + "/end")
                        .status())
                .isEqualTo(303);
        out(phone);
        phone.logIn("ito");
        desktop.ask("GET", "/account");
        assertThat(desktop.ask("POST", "/account/sessions/end").status()).isEqualTo(303);
        out(phone);
        home(desktop, "ito");
        assertThat(desktop.ask("POST", "/logout").location()).startsWith("/login");
        out(desktop);
        assertThat(desk.store().sessions("ito")).isEmpty();
    }

    @Test
    void aSessionMustEndWhenItIsNotUsedAndInAnyCaseAfterHalfADay() throws Exception {
        Browser ito = in(Access.VIEWER, "ito");
        clock.on(Duration.ofMinutes(59));
        home(ito, "ito");
        clock.on(Duration.ofMinutes(59));
        home(ito, "ito");
        clock.on(Duration.ofMinutes(61));
        out(ito);
        assertThat(desk.store().sessions("ito")).isEmpty();
        ito.logIn("ito");
        for (int i = 0; i < 14; i++) {
            clock.on(Duration.ofMinutes(50));
            home(ito, "ito");
        }
        clock.on(Duration.ofMinutes(50));
        out(ito);
    }

    @Test
    void cookiesMustBeOutOfReachOfScriptsAndOtherSites() throws Exception {
        desk.account(Access.VIEWER, "ito");
        for (boolean secure : new boolean[] {false, true}) {
            close();
            open(desk.address(), secure);
            Browser browser = browser();
            Seen page = browser.ask("GET", "/login");
            Seen in = browser.ask("POST", "/login", "name", "ito", "password", SharedDesk.PASSWORD);
            List<String> given = new ArrayList<>(page.given());
            given.addAll(in.given());
            assertThat(given).hasSize(3).allSatisfy(cookie -> {
                assertThat(cookie)
                        .contains("; HttpOnly")
                        .contains("; SameSite=Lax")
                        .contains("; Path=/;");
                assertThat(cookie.contains("; Secure")).isEqualTo(secure);
                assertThat(cookie.startsWith("__Host-")).isEqualTo(secure);
                assertThat(cookie).doesNotContain("Domain");
            });
        }
    }

    @Test
    void aNewPasswordMustEndAllOtherSessions() throws Exception {
        Browser ito = in(Access.VIEWER, "ito");
        Browser thief = browser();
        thief.logIn("ito");
        String better = "a better one than before";
        ito.ask("GET", "/account");
        assertThat(ito.ask("POST", "/account/password", "present", "not this one", "password", better)
                        .body())
                .isEqualTo("The present password is wrong.");
        assertThat(ito.ask("POST", "/account/password", "present", SharedDesk.PASSWORD, "password", "short")
                        .status())
                .isEqualTo(422);
        home(thief, "ito");
        String before = ito.cookies().get(COOKIE);
        assertThat(ito.ask("POST", "/account/password", "present", SharedDesk.PASSWORD, "password", better)
                        .status())
                .isEqualTo(303);
        assertThat(ito.cookies().get(COOKIE)).isNotEqualTo(before);
        home(ito, "ito");
        out(thief);
        thief.ask("GET", "/login");
        assertThat(thief.ask("POST", "/login", "name", "ito", "password", SharedDesk.PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAdministratorMustKeepAccounts() throws Exception {
        Browser root = in(Access.ADMINISTRATOR, "root");
        root.ask("GET", "/accounts");
        assertThat(root.ask(
                                "POST",
                                "/accounts",
                                "do",
                                "add",
                                "name",
                                "Ito",
                                "role",
                                "analyst",
                                "password",
                                SharedDesk.PASSWORD)
                        .status())
                .isEqualTo(303);
        Browser ito = browser();
        ito.logIn("ito");
        assertThat(root.ask(
                                "POST",
                                "/accounts",
                                "do",
                                "add",
                                "name",
                                "ito",
                                "role",
                                "viewer",
                                "password",
                                SharedDesk.PASSWORD)
                        .body())
                .isEqualTo("There is an account of this name already.");
        assertThat(root.ask("POST", "/accounts", "do", "add", "name", "new", "role", "viewer")
                        .status())
                .isEqualTo(422);
        assertThat(root.ask("POST", "/accounts", "do", "role", "name", "ito", "role", "emperor")
                        .status())
                .isEqualTo(422);
        assertThat(root.ask("POST", "/accounts", "do", "lock", "name", "root").body())
                .isEqualTo("This is the last administrator; make another first.");
        assertThat(root.ask("POST", "/accounts", "do", "lock", "name", "nobody").status())
                .isEqualTo(404);
        assertThat(root.ask("POST", "/accounts", "do", "lock", "name", "ito").status())
                .isEqualTo(303);
        out(ito);
        assertThat(root.ask("GET", "/accounts").body())
                .contains("<td>locked</td>")
                .doesNotContain("argon2");
        assertThat(root.ask("GET", "/accounts?lang=ja").body()).contains("<td>ロック中</td>", "分析者");
        assertThat(root.ask("POST", "/accounts", "do", "unlock", "name", "ito").status())
                .isEqualTo(303);
        ito.logIn("ito");
        assertThat(ito.ask("GET", "/accounts").status()).isEqualTo(403);
    }

    @Test
    void theAuditLogMustSayWhoCameInAndHoldNoSecret() throws Exception {
        Browser ito = in(Access.VIEWER, "ito");
        ito.ask("POST", "/logout");
        Browser slip = browser();
        slip.ask("GET", "/login");
        slip.ask("POST", "/login", "name", "my-secret-password", "password", "ito");
        slip.ask("POST", "/login", "name", "ito", "password", "my-secret-password");
        Path file = place.resolve("log").resolve("audit.jsonl");
        List<String> lines = Files.readAllLines(file);
        List<String> deeds = new ArrayList<>();
        for (String line : lines) {
            JsonNode one = JsonMapper.builder().build().readTree(line);
            assertThat(one.propertyNames()).containsExactly("at", "deed", "who", "about", "from");
            deeds.add(one.get("deed").asString() + " " + one.get("who").asString() + " "
                    + one.get("about").asString());
        }
        assertThat(deeds).containsExactly("log_in ito ito", "log_out ito ito", "refused  ", "refused  ito");
        assertThat(lines.toString())
                .doesNotContain("my-secret")
                .doesNotContain(SharedDesk.PASSWORD)
                .doesNotContain(ito.token());
    }

    /// Who cannot be written down does not come in.
    @Test
    void withoutAnAuditLogNobodyMustComeIn() throws Exception {
        desk.account(Access.VIEWER, "ito");
        Files.createDirectories(place.resolve("log").resolve("audit.jsonl"));
        Browser ito = browser();
        ito.ask("GET", "/login");
        Seen seen = ito.ask("POST", "/login", "name", "ito", "password", SharedDesk.PASSWORD);
        assertThat(seen.status()).isEqualTo(507);
        assertThat(ito.cookies()).doesNotContainKey(COOKIE);
        assertThat(desk.store().sessions()).isZero();
    }

    /// One browser may guess a form's word of another, but not make it from what it sees.
    @Test
    void aSessionMustNotChangeAnythingWithoutItsOwnToken() throws Exception {
        Browser ito = in(Access.VIEWER, "ito");
        Browser other = in(Access.VIEWER, "suzuki");
        for (String token : List.of("", "x", other.token(), ito.cookies().get(COOKIE))) {
            assertThat(ito.ask("POST", "/logout", "", Map.of("X-Genryu-Token", token))
                            .status())
                    .as(token)
                    .isEqualTo(403);
        }
        home(ito, "ito");
        assertThat(ito.ask("POST", "/logout", "", Map.of("X-Genryu-Token", ito.token()))
                        .status())
                .isEqualTo(303);
    }
}
