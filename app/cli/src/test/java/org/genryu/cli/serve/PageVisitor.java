package org.genryu.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.cli.SmallCases;
import org.genryu.web.Workbench;
import org.genryu.web.job.WorkerProgram;

/// A browser without scripts at a workbench whose workers are the real program.
final class PageVisitor implements AutoCloseable {
    private static final Pattern JOB = Pattern.compile("data-job=\"([0-9a-f]{32})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" content=\"([^\"]+)\"");
    private final Workbench bench;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /// 100 a month of a good from abroad, a stock of 300, a ban of six months; and answers to it.
    static void town(Path folder) throws IOException {
        SmallCases.town()
                .with(
                        "scenarios/stop.yaml",
                        "title: {en: The stop, ja: 停止}\nstart: 2027-01\nmonths: 12\nforesight: 0\n"
                                + "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n")
                .with(
                        "scenarios/answers.yaml",
                        "title: {en: Answers, ja: 答え}\nstart: 2027-01\nmonths: 12\nforesight: 0\nmeasures:\n"
                                + "  - stockpile: {place: JP, commodity: good, days: 60, paid_by: [JP], first: 2026, last: 2035}\n")
                .in(folder);
    }

    /// @param folder of the case; the home folder lies beside it
    PageVisitor(Path folder, Path home) throws IOException {
        town(folder);
        WorkerProgram worker = new WorkerProgram(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.genryu.cli.Main"),
                "test",
                Duration.ofMinutes(5));
        this.bench = Workbench.start(new Workbench.Settings(
                        "127.0.0.1", 0, home, Optional.empty(), List.of(folder.toString()), worker, "suzuki", "test"))
                .value()
                .orElseThrow();
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(address)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    byte[] bytes(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(address)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /// The page as it stands when all its jobs are over.
    String answer(String address) throws IOException, InterruptedException {
        String page = get(address).body();
        for (Matcher job = JOB.matcher(page); job.find(); job = JOB.matcher(page)) {
            get("/jobs/" + job.group(1) + "/events"); // ends with the job
            page = get(address).body();
        }
        return page;
    }

    /// Sends a form of this visitor: name, value, name, value, …
    HttpResponse<String> post(String address, String... fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/runs").body());
        List<String> all = new ArrayList<>(List.of("token", token.find() ? token.group(1) : ""));
        all.addAll(List.of(fields));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < all.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(all.get(i))
                    .append('=')
                    .append(URLEncoder.encode(all.get(i + 1), StandardCharsets.UTF_8));
        }
        return client.send(
                HttpRequest.newBuilder(at(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static String next(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private URI at(String address) {
        return URI.create(bench.address()).resolve(address);
    }

    @Override
    public void close() {
        bench.close();
    }
}
