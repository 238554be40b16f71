package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Lang;
import org.genryu.web.Workbench;
import org.genryu.web.http.WebRoute;
import org.genryu.web.job.WorkerProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workbench that serves a small case with the real program as its worker, and a program that asks it.
final class Bench implements AutoCloseable {
    private final Workbench workbench;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    private Bench(Workbench workbench) {
        this.workbench = workbench;
        this.token = json(get("/api/session")).get("token").asString();
    }

    static WorkerProgram worker() {
        return new WorkerProgram(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.genryu.cli.Main"),
                "test",
                Duration.ofMinutes(5));
    }

    static Bench open(Path home, String folder) throws IOException {
        var started = Workbench.start(new Workbench.Settings(
                "127.0.0.1", 0, home, Optional.empty(), List.of(folder), worker(), "tester", "0"));
        return new Bench(started.value()
                .orElseThrow(() -> new AssertionError(
                        started.findings().stream().map(one -> one.in(Lang.EN)).toList())));
    }

    String address() {
        return workbench.address().replaceFirst("/$", "");
    }

    List<WebRoute> routes() {
        return workbench.routes();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> change(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("X-Genryu-Token", token)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /// A change without our token.
    HttpResponse<String> untrusted(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> ask(String command, String about, String... words) {
        var body = JsonMapper.builder().build().createObjectNode();
        body.put("command", command).put("case", about);
        var all = body.putArray("words");
        for (String word : words) {
            all.add(word);
        }
        return change("POST", "/api/operations", body.toString());
    }

    /// Asks and waits for the end.
    JsonNode ended(String command, String about, String... words) {
        HttpResponse<String> accepted = ask(command, about, words);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String self = accepted.headers().firstValue("Location").orElseThrow();
        // The stream of events ends when the operation does.
        String events = get(self + "/events").body();
        assertThat(events).contains("event: over\n");
        return json(get(self));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(text);
    }

    @Override
    public void close() {
        client.close();
        workbench.close();
    }
}
