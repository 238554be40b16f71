package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.genryu.cli.SmallCases;
import org.genryu.core.ContentHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The real server as a process of its own, killed while it works. Rung: by hand; the moments are random.
class ServerKillTest {
    private static final long RESTART = 10_000_000_000L;

    @TempDir
    private Path folder;

    /// A server that has said where it is.
    private record Running(Process process, String address, HttpClient client) {
        JsonNode get(String path) throws IOException, InterruptedException {
            return Bench.json(send("GET", path, "", "").body());
        }

        HttpResponse<String> send(String method, String path, String token, String body)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofMinutes(2))
                    .method(method, BodyPublishers.ofString(body));
            return client.send(
                    token.isEmpty()
                            ? request.build()
                            : request.header("X-Genryu-Token", token).build(),
                    BodyHandlers.ofString());
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(Bench.worker().start());
        words.addAll(List.of(
                "serve",
                folder.resolve("small").toString(),
                "--port",
                "0",
                "--home",
                folder.resolve("home").toString(),
                "--json"));
        return words;
    }

    private Running start(HttpClient client) throws IOException {
        Process process = new ProcessBuilder(words())
                .redirectError(folder.resolve("err").toFile())
                .start();
        // Its output stays open until it ends.
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).as(Files.readString(folder.resolve("err"))).isNotNull();
        String address = Bench.json(Objects.requireNonNull(line)).get("address").asString();
        return new Running(process, address.replaceFirst("/$", ""), client);
    }

    /// @param timed whether the time of a restart is held against its limit
    private void kill(int times, boolean timed) throws Exception {
        SmallCases.sound().in(folder.resolve("small"));
        Set<String> acknowledged = new TreeSet<>();
        Random random = new Random(5);
        int question = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                Running server = start(client);
                assertThat(server.get("/health").get("status").asString()).isEqualTo("ok");
                if (timed && i > 0) {
                    assertThat(System.nanoTime() - from).isLessThan(RESTART);
                }
                for (String id : acknowledged) {
                    assertThat(server.get("/api/operations/" + id).get("id").asString())
                            .as("kill %s", i)
                            .isEqualTo(id);
                }
                String token = server.get("/api/session").get("token").asString();
                for (int asked = 0; asked < 2; asked++) {
                    String body = "{\"command\":\"%s\",\"case\":\"small\",\"words\":[%s]}"
                            .formatted(
                                    question % 2 == 0 ? "survive" : "balance",
                                    question % 2 == 0 ? "\"--most\",\"" + (question / 2 + 1) + "\"" : "");
                    question++;
                    HttpResponse<String> answer = server.send("POST", "/api/operations", token, body);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                    acknowledged.add(Bench.json(answer).get("id").asString());
                }
                server.process().waitFor(random.nextLong(1_500), TimeUnit.MILLISECONDS);
                List<ProcessHandle> workers = server.process().descendants().toList();
                server.process().destroyForcibly().waitFor();
                for (ProcessHandle worker : workers) { // what works for nobody ends by itself
                    worker.onExit().get(60, TimeUnit.SECONDS);
                }
            }
            Running last = start(client);
            for (String id : acknowledged) {
                String self = "/api/operations/" + id;
                assertThat(last.send("GET", self + "/events", "", "").body()).contains("event: over");
                JsonNode ended = last.get(self);
                assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("done");
                String result = last.send("GET", self + "/result", "", "").body();
                assertThat(Bench.json(result).isObject()).isTrue();
                assertThat(ContentHash.of(result.getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(ended.get("answer").asString());
            }
            JsonNode all = last.get("/api/operations");
            for (JsonNode one : all.get("operations")) {
                assertThat(one.get("status").asString()).isIn("done", "waiting", "running");
            }
            last.process().destroy(); // asked to stop, it stops
            assertThat(last.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aKilledServerMustLoseNoQuestion() throws Exception {
        kill(4, false);
    }

    @Test
    @Tag("long")
    void twoHundredKilledServersMustLoseNoQuestion() throws Exception {
        kill(200, true);
    }

    @Test
    void aSecondServerMustNotStartOnTheSameFolder() throws Exception {
        String small = SmallCases.sound().in(folder.resolve("small"));
        try (Bench _ = Bench.open(folder.resolve("home"), small)) {
            Process second = new ProcessBuilder(words())
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(folder.resolve("err"))
                    .content()
                    .contains("of the workbench: is in use by another workbench. Maybe stop that one");
        }
        try (Bench again = Bench.open(folder.resolve("home"), small)) {
            assertThat(again.get("/health").statusCode()).isEqualTo(200);
        }
    }
}
