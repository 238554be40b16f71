package org.genryu.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.testkit.TextCase;
import org.genryu.web.Workbench;
import org.genryu.web.job.WorkerProgram;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A workbench on a small case and a browser without scripts before it.
public final class BenchBrowser implements AutoCloseable {
    private final Workbench bench;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    private BenchBrowser(Workbench bench) {
        this.bench = bench;
    }

    /// Starts one whose cases lie in `mine` of the folder; what it keeps lies in `bench`.
    public static BenchBrowser start(Path home, TextCase world) throws IOException {
        Path folder = home.resolve("mine");
        for (Map.Entry<String, String> file : world.files().entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(folder));
            Files.writeString(to, file.getValue());
        }
        return new BenchBrowser(Workbench.start(new Workbench.Settings(
                        "127.0.0.1",
                        0,
                        home.resolve("bench"),
                        Optional.empty(),
                        List.of(folder.toString()),
                        new WorkerProgram(List.of("false"), "none", Duration.ofMinutes(1)),
                        "suzuki",
                        "test"))
                .value()
                .orElseThrow());
    }

    private URI uri(String path) {
        return URI.create(bench.address().replaceFirst("/$", "") + path);
    }

    public HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private String token() throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = page("/case?tab=table").select("meta[name=token]").attr("content");
        }
        return token;
    }

    /// Sends a form: names and values in turn.
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("token=" + token());
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// Sends a file and says with which status it was answered.
    public int upload(String seen, String name, byte[] content) throws IOException, InterruptedException {
        String line = "--frontier\r\nContent-Disposition: form-data; name=\"";
        byte[] head = (line + "token\"\r\n\r\n" + token() + "\r\n" + line + "case\"\r\n\r\n" + seen + "\r\n" + line
                        + "upload\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8);
        return client.send(
                        HttpRequest.newBuilder(uri("/case/upload"))
                                .header("Content-Type", "multipart/form-data; boundary=frontier")
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /// The newest version as addresses say it.
    public String reference() throws IOException, InterruptedException {
        return page("/case?tab=table").select("[data-grid]").attr("data-case");
    }

    @Override
    public void close() {
        bench.close();
    }
}
