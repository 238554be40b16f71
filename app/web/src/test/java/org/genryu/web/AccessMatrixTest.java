package org.genryu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.genryu.web.http.Access.ADMINISTRATOR;
import static org.genryu.web.http.Access.ANALYST;
import static org.genryu.web.http.Access.ANYONE;
import static org.genryu.web.http.Access.KEEPER;
import static org.genryu.web.http.Access.VIEWER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genryu.store.StoreAddress;
import org.genryu.testkit.Zoo;
import org.genryu.web.api.Answers;
import org.genryu.web.api.HealthRoutes;
import org.genryu.web.http.Access;
import org.genryu.web.http.AuditLog;
import org.genryu.web.http.RequestLog;
import org.genryu.web.http.WebRoute;
import org.genryu.web.http.WebServer;
import org.genryu.web.job.JobDesk;
import org.genryu.web.job.JobQuestion;
import org.genryu.web.job.JobState;
import org.genryu.web.job.WorkerProgram;
import org.genryu.web.page.WebDesk;
import org.genryu.web.told.ToldPages;
import org.genryu.web.version.CaseBooks;
import org.genryu.web.world.CaseShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every route for every role, about what is one's own and what is of others, against a table written by hand. Rung: by
/// hand.
class AccessMatrixTest {
    private static final int ACCOUNTS = 2;
    private static final String SESSION = "POST /account/sessions/{key}/end";
    private static final String WORKER = """
            mkdir out; echo '{}' >out/run.json
            echo '<html><body><main><p>x</p></main></body></html>' | tee out/report.en.html >out/report.ja.html
            echo '{}'""";

    /// Who may ask; `(others)` says who may where somebody else has asked for the job.
    private static final Map<String, Access> ROWS = new LinkedHashMap<>();

    static {
        for (String page : List.of(
                "/",
                "/stress",
                "/runs",
                "/case",
                "/case/case.zip",
                "/case/case.xlsx",
                "/case/table.csv",
                "/stress/build",
                "/stress/worst",
                "/brief",
                "/compare",
                "/projects",
                "/split",
                "/ledger",
                "/ledger/export.csv",
                "/ledger/export.jsonl",
                "/trends",
                "/share",
                "/jobs/{id}/sheets/{lang}/{name}",
                "/jobs/{id}/events",
                "/jobs/{id}/files/{lang}/{name}",
                "/jobs/{id}/tables.zip",
                "/api",
                "/api/session",
                "/api/cases",
                "/api/cases/{case}",
                "/api/cases/{case}/tables/{table}",
                "/api/cases/{case}/scenarios/{scenario}",
                "/api/commands",
                "/api/tables",
                "/api/operations",
                "/api/operations/{id}",
                "/api/operations/{id}/events",
                "/api/operations/{id}/result",
                "/api/operations/{id}/tables",
                "/api/operations/{id}/tables/{table}",
                "/api/answers/{hash}",
                "/api/openapi.json",
                "/account",
                "/metrics")) {
            ROWS.put("GET " + page, VIEWER);
        }
        for (String open : List.of(
                "/style/page.css",
                "/style/sizes.css",
                "/style/icon.svg",
                "/script/{name}",
                "/health",
                "/login",
                "/login/provider",
                "/login/return")) {
            ROWS.put("GET " + open, ANYONE);
        }
        ROWS.put("POST /login", ANYONE);
        for (String own : List.of("POST /logout", "POST /account/password", "POST /account/sessions/end", SESSION)) {
            ROWS.put(own, VIEWER);
        }
        for (String change : List.of(
                "POST /jobs/{id}/again",
                "POST /case/save",
                "POST /case/check",
                "POST /case/file",
                "POST /case/undo",
                "POST /case/restore",
                "POST /case/upload",
                "POST /stress/build",
                "POST /split/game",
                "POST /trends/series",
                "GET /share/package.zip",
                "POST /ledger/documents",
                "POST /jobs/{id}/cancel",
                "POST /api/operations",
                "POST /api/operations/{id}/cancel",
                "DELETE /api/operations/{id}")) {
            ROWS.put(change, ANALYST);
        }
        for (String decision : List.of("POST /projects", "POST /ledger")) {
            ROWS.put(decision, KEEPER);
        }
        for (String kept :
                List.of("GET /runs/backup.jsonl", "POST /runs/restore-test", "GET /accounts", "POST /accounts")) {
            ROWS.put(kept, ADMINISTRATOR);
        }
        ROWS.put("POST /jobs/{id}/cancel (others)", KEEPER);
        ROWS.put("POST /api/operations/{id}/cancel (others)", KEEPER);
        ROWS.put("DELETE /api/operations/{id} (others)", KEEPER);
        ROWS.put(SESSION + " (others)", ADMINISTRATOR);
    }

    @TempDir
    private Path place;

    private WebDesk desk() throws IOException {
        Path folder = Files.createDirectories(place.resolve("case"));
        for (var file : Zoo.streams().files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        WorkerProgram worker = new WorkerProgram(List.of("/bin/sh", "-c", WORKER), "p", Duration.ofMinutes(1));
        return new WebDesk(
                place,
                new StoreAddress.SqliteFile(place.resolve("store.db")),
                JobDesk.open(place.resolve("jobs"), worker),
                CaseShelf.open(List.of(folder.toString())).value().orElseThrow(),
                new ToldPages(),
                Clock.systemUTC(),
                "0");
    }

    private static String job(WebDesk desk, String who) throws IOException, InterruptedException {
        JobQuestion question = new JobQuestion("check", "content", "x", List.of(who));
        String id = desk.jobs().again(question, Instant.EPOCH, who).id();
        long seen = -1;
        while (!(desk.jobs().job(id).orElseThrow().state() instanceof JobState.Done)) {
            seen = desk.jobs().await(seen, 10_000);
        }
        return id;
    }

    private static String address(WebRoute route, String job, String session) {
        return route.path()
                .replace("{id}", job)
                .replace("{key}", session)
                .replace("{lang}", "en")
                .replace("{case}", "test")
                .replace("{name}", "workbench.js")
                .replaceAll("\\{\\w+}", "none");
    }

    @Test
    void everyCellMustBeAsItIsWritten() throws IOException, InterruptedException {
        assumeThat(Files.exists(Path.of("/bin/sh"))).as("/bin/sh").isTrue();
        WebDesk desk = desk();
        RequestLog log = new RequestLog(place.resolve("requests.jsonl"), desk.clock());
        CaseBooks books = CaseBooks.open(desk.store(), place.resolve("cases"), desk.cases(), desk.clock(), "test");
        try (SharedDesk shared = new SharedDesk(desk.store(), Clock.systemUTC(), place.resolve("shared"), false)) {
            List<WebRoute> routes =
                    Workbench.routes(desk, books, new HealthRoutes(desk, log, shared.audit()), shared.routes());
            // A route without a row, or a row without a route, stops here.
            assertThat(routes.stream().map(route -> route.method().name() + " " + route.path()))
                    .containsExactlyInAnyOrderElementsOf(ROWS.keySet().stream()
                            .filter(row -> !row.endsWith("(others)"))
                            .toList());
            assertThat(routes)
                    .allSatisfy(route -> assertThat(route.right())
                            .as(route.path())
                            .isEqualTo(new WebRoute.Right(needed(route, false), needed(route, true))));
            try (WebServer server = shared.serve(routes, log, Answers::problem)) {
                assertThat(cells(desk, shared, server, routes)).isGreaterThanOrEqualTo(1_000);
            }
        }
        desk.jobs().close();
        books.close();
        assertThat(ADMINISTRATOR.allows(KEEPER)).isTrue();
    }

    private static int cells(WebDesk desk, SharedDesk shared, WebServer server, List<WebRoute> routes)
            throws IOException, InterruptedException {
        int cells = 0;
        int at = 2; // the guard counts by address
        SharedDesk.Browser other = shared.browser(server.port(), at++);
        other.logIn(shared.account(VIEWER, "somebody-else"));
        String others = job(desk, "somebody-else");
        for (Access role : Access.values()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                String name =
                        role == ANYONE ? "" : shared.account(role, role.name().toLowerCase(java.util.Locale.ROOT) + i);
                String own = job(desk, name);
                try (SharedDesk.Browser browser = shared.browser(server.port(), at++)) {
                    browser.logIn(name);
                    for (WebRoute route : routes) {
                        for (boolean isOwn : new boolean[] {true, false}) {
                            String session = isOwn ? browser.session() : other.session();
                            String path = address(route, isOwn ? own : others, session);
                            SharedDesk.Seen seen = browser.ask(route.method().name(), path);
                            boolean allowed = role.allows(needed(route, !isOwn));
                            assertThat(seen.refused(role == ANYONE))
                                    .as("%s %s for '%s': %s", route.method(), path, name, seen)
                                    .isEqualTo(!allowed);
                            assertThat(seen.status()).isNotIn(429, 500);
                            cells++;
                            if (!browser.isLoggedIn()) {
                                browser.logIn(name);
                            }
                            if (!other.isLoggedIn()) {
                                other.logIn("somebody-else");
                            }
                        }
                    }
                }
            }
        }
        String metrics = other.ask("GET", "/metrics").body();
        for (AuditLog.Deed deed : AuditLog.Deed.values()) {
            assertThat(metrics)
                    .contains("genryu_account_deeds_total{deed=\"" + AuditLog.word(deed) + "\"} "
                            + shared.audit().count(deed) + "\n");
        }
        assertThat(shared.audit().count(AuditLog.Deed.LOG_IN)).isGreaterThan(ACCOUNTS);
        other.close();
        return cells;
    }

    private static Access needed(WebRoute route, boolean others) {
        String row = route.method().name() + " " + route.path();
        Access needed = ROWS.getOrDefault(row, ADMINISTRATOR);
        return others ? ROWS.getOrDefault(row + " (others)", needed) : needed;
    }
}
