package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.genryu.core.ContentHash;
import tools.jackson.databind.JsonNode;

/// Servers as processes of their own, killed one after the other while people ask and edit. What was acknowledged, a
/// question or an edit, must be there when the next one comes.
final class KilledServers {
    /// Of a kill, from the first question [ms].
    private static final int LATEST = 1_500;

    private static final int WORKERS = 2;

    private final Path folder;
    private final Optional<String> store;
    private final Set<String> questions = new TreeSet<>();
    private final Set<String> edits = new ConcurrentSkipListSet<>();
    private final List<Editor> editors =
            List.of(new Editor("routes", "rail", "cost"), new Editor("demands", "need", "shortage_cost"));
    private Duration slowest = Duration.ZERO;
    /// The last one that was begun.
    private Optional<Process> begun = Optional.empty();

    /// @param folder that holds the case in `small`
    /// @param store where changes are kept; in the home folder if it is empty
    KilledServers(Path folder, Optional<String> store) {
        this.folder = folder;
        this.store = store;
    }

    /// A server that has said where it is.
    record Running(Process process, String address, HttpClient client) {
        JsonNode get(String path) throws IOException, InterruptedException {
            return Bench.json(send("GET", path, "", "").body());
        }

        HttpResponse<String> send(String method, String path, String token, String body)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofMinutes(2))
                    .method(method, BodyPublishers.ofString(body));
            if (!token.isEmpty()) {
                request.header("X-Genryu-Token", token);
            }
            if (path.startsWith("/case/")) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        String cell(String table, String column) throws IOException, InterruptedException {
            return get("/api/cases/small/tables/" + table)
                    .get("rows")
                    .get(0)
                    .get(column)
                    .asString();
        }
    }

    /// Somebody who changes one cell again and again, to 1, 2, 3, …
    private final class Editor {
        private final String table;
        private final String row;
        private final String column;
        private int tried;
        private int acknowledged;

        private Editor(String table, String row, String column) {
            this.table = table;
            this.row = row;
            this.column = column;
        }

        /// Until the server is gone.
        private void edit(Running server, String token) {
            try {
                while (true) {
                    String seen =
                            server.get("/api/cases/small").get("reference").asString();
                    tried++;
                    String why = "%s is %06d".formatted(column, tried);
                    HttpResponse<String> answer = server.send(
                            "POST",
                            "/case/save",
                            token,
                            form(
                                    "case",
                                    seen,
                                    "table",
                                    table,
                                    "row",
                                    row,
                                    "column",
                                    column,
                                    "new",
                                    "" + tried,
                                    "why",
                                    why));
                    if (answer.statusCode() == 303) {
                        acknowledged = tried;
                        edits.add(why);
                    }
                }
            } catch (IOException _) {
                // the server was killed
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// The cell is as it was acknowledged, or as it was tried when the server was killed.
        private void mustHold(Running server, int kill) throws IOException, InterruptedException {
            if (acknowledged > 0) {
                String cell = server.cell(table, column);
                assertThat(Integer.parseInt(cell))
                        .as("%s after kill %s", column, kill)
                        .isBetween(acknowledged, tried);
            }
        }
    }

    private static String form(String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    /// What is typed to start one.
    List<String> words() {
        List<String> words = new ArrayList<>(Bench.worker().start());
        words.addAll(List.of(
                "serve",
                folder.resolve("small").toString(),
                "--port",
                "0",
                "--home",
                folder.resolve("home").toString(),
                "--json"));
        store.ifPresent(named -> words.addAll(List.of("--store", named)));
        return words;
    }

    private Running start(HttpClient client) throws IOException {
        Process process = new ProcessBuilder(words())
                .redirectError(folder.resolve("err").toFile())
                .start();
        begun = Optional.of(process);
        // Its output stays open until it ends.
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).as(Files.readString(folder.resolve("err"))).isNotNull();
        String address = Bench.json(Objects.requireNonNull(line)).get("address").asString();
        return new Running(process, address.replaceFirst("/$", ""), client);
    }

    /// Kills so many, then lets the last one answer everything.
    /// @return how long the slowest took from its start to its first answer
    Duration kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < times; i++) {
                Running server = started(client, i);
                String token = server.get("/api/session").get("token").asString();
                List<Thread> busy = editors.stream()
                        .map(one -> Thread.ofVirtual().start(() -> one.edit(server, token)))
                        .toList();
                ask(server, token, i);
                server.process().waitFor(random.nextLong(LATEST), TimeUnit.MILLISECONDS);
                List<ProcessHandle> workers = server.process().descendants().toList();
                server.process().destroyForcibly().waitFor();
                for (Thread one : busy) {
                    one.join();
                }
                for (ProcessHandle worker : workers) { // what works for nobody ends by itself
                    worker.onExit().get(60, TimeUnit.SECONDS);
                }
            }
            Running last = started(client, times);
            answered(last);
            last.process().destroy(); // asked to stop, it stops
            assertThat(last.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            begun.ifPresent(Process::destroyForcibly); // whatever did not hold, nothing is left running
        }
        assertThat(edits).as("edits that were acknowledged").hasSizeGreaterThan(times);
        return slowest;
    }

    /// The next one, which must know all that was acknowledged.
    private Running started(HttpClient client, int kill) throws Exception {
        long from = System.nanoTime();
        Running server = start(client);
        assertThat(server.get("/health").get("status").asString()).isEqualTo("ok");
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        slowest = kill > 0 && took.compareTo(slowest) > 0 ? took : slowest;
        for (String id : questions) {
            assertThat(server.get("/api/operations/" + id).get("id").asString())
                    .as("kill %s", kill)
                    .isEqualTo(id);
        }
        for (Editor editor : editors) {
            editor.mustHold(server, kill);
        }
        String history = server.send("GET", "/runs/backup.jsonl", "", "").body();
        Set<String> lost = new TreeSet<>(edits);
        lost.removeIf(history::contains);
        assertThat(lost).as("edits lost by kill %s", kill).isEmpty();
        return server;
    }

    private void ask(Running server, String token, int question) throws IOException, InterruptedException {
        String body = question % 2 == 0
                ? "{\"command\":\"survive\",\"case\":\"small\",\"words\":[\"--most\",\"" + (question / 2 + 1) + "\"]}"
                : "{\"command\":\"balance\",\"case\":\"small\",\"words\":[]}";
        HttpResponse<String> answer = server.send("POST", "/api/operations", token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        questions.add(Bench.json(answer).get("id").asString());
    }

    /// Every question has its answer, and nothing is left that says it is running.
    private void answered(Running last) throws IOException, InterruptedException {
        for (String id : questions) {
            String self = "/api/operations/" + id;
            assertThat(last.send("GET", self + "/events", "", "").body()).contains("event: over");
            JsonNode ended = last.get(self);
            assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("done");
            String result = last.send("GET", self + "/result", "", "").body();
            assertThat(Bench.json(result).isObject()).isTrue();
            assertThat(ContentHash.of(result.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(ended.get("answer").asString());
        }
        int running = 0;
        for (JsonNode one : last.get("/api/operations").get("operations")) { // beside these, what was prepared
            String status = one.get("status").asString();
            assertThat(status).isIn("done", "waiting", "running");
            running += status.equals("running") ? 1 : 0;
        }
        assertThat(running).as("as many as there are workers").isLessThanOrEqualTo(WORKERS);
    }
}
