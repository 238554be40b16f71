package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genryu.cli.SmallCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a stranger would try: each is refused with a sentence and the right status, and the log stays whole. Rung: by
/// hand, partly byte by byte.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private Bench bench;
    private Path home;
    private String token;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        home = folder.resolve("home");
        bench = Bench.open(home, SmallCases.sound().in(folder.resolve("small")));
        token = Bench.json(bench.get("/api/session")).get("token").asString();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    /// Sends these bytes and reads until the server closes or says no more.
    private String raw(String request) throws IOException {
        URI to = URI.create(bench.address());
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            try {
                for (int one = in.read(); one >= 0; one = in.read()) {
                    read.write(one);
                }
            } catch (SocketTimeoutException _) {
                // it waits for more
            }
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    private String own() {
        return bench.address().replace("http://", "");
    }

    private static void refused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void aForeignHostMustBeRefused() throws IOException {
        for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.", "evil.example:80", "")) {
            String answer = raw("GET /api/cases HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(host).containsPattern("^HTTP/1.1 4(21|00) ").doesNotContain("\"cases\"");
        }
        assertThat(raw("GET /api/cases HTTP/1.1\r\nHost: " + own() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aChangeMustComeFromHereAndCarryTheToken() {
        String question = "{\"command\":\"check\",\"case\":\"small\"}";
        String path = "/api/operations";
        refused(
                bench.change("POST", path, question, "Origin", "http://evil.example"),
                403,
                "does not come from a page");
        refused(bench.change("POST", path, question, "Sec-Fetch-Site", "cross-site"), 403, "does not come from a page");
        refused(bench.change("POST", path, question, "Origin", "null"), 403, "does not come from a page");
        for (String wrong : List.of("", "x", token + "x")) {
            refused(bench.untrusted("POST", path, question, "X-Genryu-Token", wrong), 403, "another session");
        }
        refused(bench.untrusted("POST", path, question), 403, "another session");
        refused(
                bench.untrusted(
                        "POST", path, "token=" + token + "x", "Content-Type", "application/x-www-form-urlencoded"),
                403,
                "another session");
        refused(bench.untrusted("DELETE", path + "/" + "0".repeat(32), ""), 403, "another session");
        assertThat(bench.change("POST", path, question).statusCode()).isEqualTo(202);
    }

    @Test
    void noAddressMayLeadToAFile() throws IOException {
        for (String path : List.of(
                "/script/../../../../etc/passwd",
                "/script/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/script/..%2f..%2fworkbench.css",
                "/api/cases/..%2f..%2fetc/tables/passwd",
                "/api/cases/small/tables/..%2fcase.yaml",
                "/api/operations/..%2f..%2fserver.lock",
                "/api/answers/..%2f..%2fetc%2fpasswd",
                "/jobs/..%2f..%2f/files/en/report.en.html",
                "/script/workbench.js%00.css",
                "//etc/passwd",
                "/api/operations/;/x")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + own() + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).containsPattern("^HTTP/1.1 (400|404) ").doesNotContain("root:");
        }
    }

    @Test
    void whatIsAskedMustNotRunInAPage() {
        String spelt = java.net.URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/?case=" + spelt,
                "/stress?scenario=" + spelt,
                "/?lang=" + spelt,
                "/runs?x=%22%3E" + spelt,
                "/style/sizes.css?of=" + spelt,
                "/" + spelt)) {
            HttpResponse<String> page = bench.get(path);
            assertThat(page.body()).as(path).doesNotContain(SCRIPT);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
        HttpResponse<String> api = bench.ask(SCRIPT, SCRIPT, SCRIPT);
        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aHeaderMustNotBeSplit() throws IOException {
        String spelt = "%0d%0aSet-Cookie:%20own=1";
        for (String path : List.of("/api/cases/x" + spelt, "/?case=x" + spelt, "/jobs/x" + spelt + "/events")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + own() + "\r\nConnection: close\r\n\r\n");
            assertThat(answer.split("\r\n\r\n", 2)[0]).as(path).doesNotContain("Set-Cookie: own");
        }
        String back = "/%0d%0aSet-Cookie:%20own=1";
        String body = "token=" + token + "&back=" + back;
        String known = Bench.json(bench.ask("check", "small")).get("id").asString();
        String answer = raw("POST /jobs/" + known + "/cancel HTTP/1.1\r\nHost: " + own()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
        assertThat(answer.split("\r\n\r\n", 2)[0]).startsWith("HTTP/1.1 303 ").doesNotContain("\nSet-Cookie: own");
        for (String elsewhere : List.of("//evil.example", "http://evil.example", "/\\evil.example")) {
            HttpResponse<String> sent = bench.untrusted(
                    "POST",
                    "/jobs/" + known + "/cancel",
                    "token=" + token + "&back=" + elsewhere,
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(sent.headers().firstValue("Location")).as(elsewhere).contains("/runs");
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + own() + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4");
        assertThat(raw("POST /api/operations HTTP/1.1\r\nHost: " + own()
                        + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4");
    }

    @Test
    void badJsonMustBeRefusedInWords() {
        String path = "/api/operations";
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"command\":}",
                "\u0000",
                "{'a':1}",
                "{\"a\":1e9999999,}",
                "[".repeat(20_000),
                "{\"command\":\"" + "x".repeat(5_000) + "\"}")) {
            HttpResponse<String> answer = bench.change("POST", path, body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isEqualTo(400);
            assertThat(Bench.json(answer).get("title").asString()).isNotBlank().doesNotContain("Exception");
        }
        for (String body : List.of(
                "{}",
                "{\"command\":1,\"case\":[]}",
                "{\"words\":{\"a\":[1]}}",
                "{\"command\":\"check\",\"case\":\"small\",\"command\":\"run\"}",
                "{\"command\":\"check\",\"case\":\"small\"} {}")) {
            HttpResponse<String> answer = bench.change("POST", path, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(Bench.json(answer).get("findings").size()).isPositive();
        }
    }

    @Test
    void tooMuchMustBeRefused() throws IOException {
        refused(bench.change("POST", "/api/operations", "{\"case\":\"" + "x".repeat(70_000) + "\"}"), 413, "64 KiB");
        String head = "POST /api/operations HTTP/1.1\r\nHost: " + own() + "\r\nX-Genryu-Token: " + token
                + "\r\nConnection: close\r\nContent-Length: 99999999999\r\n\r\n{";
        assertThat(raw(head)).containsPattern("^HTTP/1.1 413 ");
        assertThat(raw("GET /?x=" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: " + own()
                        + "\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(14|31) ");
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + own() + "\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
                .containsPattern("^HTTP/1.1 431 ");
    }

    /// Those who send slowly keep nobody else waiting.
    @Test
    void slowClientsMustHinderNobody() throws IOException {
        URI to = URI.create(bench.address());
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = new Socket(to.getHost(), to.getPort());
                slow.add(socket);
                String start = i % 2 == 0
                        ? "GET / HT"
                        : "POST /api/operations HTTP/1.1\r\nHost: " + own() + "\r\nX-Genryu-Token: " + token
                                + "\r\nContent-Length: 1000\r\n\r\n{";
                socket.getOutputStream().write(start.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            assertThat(bench.get("/health").statusCode()).isEqualTo(200);
            assertThat(bench.get("/api/cases").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void whatIsNotInTheTableMustNotBeAnswered() throws IOException {
        for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "FOO")) {
            String answer = raw(method + " /api/cases HTTP/1.1\r\nHost: " + own() + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(method).containsPattern("^HTTP/1.1 (4|501)").doesNotContain("\"cases\"");
        }
        for (String path : List.of("/nowhere", "/api/nowhere", "/API/cases", "/metrics/x", "/apix")) {
            assertThat(bench.get(path).statusCode()).as(path).isIn(404, 405);
        }
    }

    @Test
    void theLogMustBeWholeAndWithoutSecrets() throws IOException {
        bench.get("/api/cases/a%22%0a%7b%22status%22:200%7d%0ax?token=" + token);
        bench.get("/%E6%BA%90%E6%B5%81%1b%5b31m");
        bench.untrusted("POST", "/api/operations", "{\"command\":\"secret-word\"}", "X-Genryu-Token", token);
        List<String> lines = Files.readAllLines(home.resolve("log").resolve("requests.jsonl"));
        assertThat(lines).hasSizeGreaterThan(2);
        for (String line : lines) {
            JsonNode one = Bench.json(line);
            assertThat(one.propertyNames()).containsExactly("at", "method", "path", "who", "status", "ms");
            assertThat(line).doesNotContain(token).doesNotContain("secret-word").matches("[^\\p{Cntrl}]*");
        }
        assertThat(lines).anyMatch(line -> line.contains("a%22%0a%7b%22status%22:200%7d%0ax"));
        assertThat(bench.get("/metrics").body()).contains("genryu_requests_total{status=\"4xx\"} ");
    }
}
