package org.genryu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long do people wait for the workbench? The whole server as a process of its own on `alliance`: until its first
/// page; page after page for 20 people while many futures are worked out; the answer after one lever is pulled.
///
/// Beside each figure stands its goal, and beside all of them the load of the machine before: on a machine that is busy
/// with something else the figures say nothing about the goals.
public final class WebBench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PEOPLE = 20;
    private static final int VISITS = 50;
    private static final int FUTURES = 1_000;
    private static final Pattern JOB = Pattern.compile("data-job=\"([0-9a-f]{32})\"");
    private static final List<String> PAGES = List.of(
            "/",
            "/case?tab=table",
            "/stress?scenario=japan-stop",
            "/compare?view=measures&scenario=japan-stop",
            "/projects",
            "/split",
            "/ledger",
            "/trends",
            "/share",
            "/runs");

    private final String address;

    private WebBench(String address) {
        this.address = address;
    }

    /// @param words the launcher of Genryu, and an empty folder for what the workbench keeps
    public static void main(String[] words) throws IOException, InterruptedException {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("load_before", Load.now());
        long from = System.nanoTime();
        Process server = new ProcessBuilder(
                        words[0],
                        "serve",
                        "--port",
                        "0",
                        "--home",
                        Path.of(words[1]).toAbsolutePath().toString(),
                        "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode said = JSON.readTree(out.readLine());
            WebBench bench = new WebBench(said.get("address").asString().replaceFirst("/$", ""));
            try (HttpClient client = HttpClient.newHttpClient()) {
                bench.get(client, "/?lang=ja");
                figure(record, "first_page_s", (System.nanoTime() - from) / 1e9, 3);
                bench.settle(client);
                bench.browse(client, record);
                bench.lever(client, record);
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
        record.put("load_after", Load.now());
        System.out.println(JsonLine.write(record));
    }

    /// What the kernel says about how much is run beside.
    private static final class Load {
        private Load() {}

        private static double now() {
            return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                    .getSystemLoadAverage();
        }
    }

    private static void figure(Map<String, Object> record, String name, double value, double goal) {
        record.put(name, value);
        record.put(name + "_goal", goal);
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /// Every page once, until all of its jobs are over: people who browse find what is there.
    private void settle(HttpClient client) throws IOException, InterruptedException {
        for (String page : PAGES) {
            for (Matcher job = JOB.matcher(get(client, page)); job.find(); ) {
                get(client, "/jobs/" + job.group(1) + "/events"); // ends with the job
            }
        }
    }

    private JsonNode ask(HttpClient client, String words) throws IOException, InterruptedException {
        return JSON.readTree(change(
                client,
                "POST",
                "/api/operations",
                "{\"command\":\"stress\",\"case\":\"alliance\",\"words\":[" + words + "]}"));
    }

    private String change(HttpClient client, String method, String path, String body)
            throws IOException, InterruptedException {
        String token = JSON.readTree(get(client, "/api/session")).get("token").asString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-Genryu-Token", token)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /// Returns when the operation is over.
    private void over(HttpClient client, JsonNode operation) throws IOException, InterruptedException {
        get(client, operation.get("links").get("events").asString());
    }

    private void browse(HttpClient client, Map<String, Object> record) throws IOException, InterruptedException {
        JsonNode many = ask(client, "\"--scenario\",\"japan-stop\",\"--futures\",\"" + FUTURES + "\"");
        ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            people.add(Thread.ofVirtual().start(() -> {
                // each from an address of their own, as the guard counts by address
                try (HttpClient own = HttpClient.newBuilder()
                        .localAddress(InetAddress.getByName("127.0.0." + (2 + person)))
                        .build()) {
                    for (int at = person; at < person + VISITS; at++) {
                        String page = PAGES.get(at % PAGES.size());
                        long from = System.nanoTime();
                        get(own, page + (page.contains("?") ? "&" : "?") + "lang=" + (person % 2 == 0 ? "ja" : "en"));
                        waits.add((System.nanoTime() - from) / 1e9);
                        Thread.sleep(500); // somebody reads
                    }
                } catch (IOException trouble) {
                    troubles.add(String.valueOf(trouble.getMessage()));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread person : people) {
            person.join();
        }
        // had it ended before, people would have had the machine to themselves
        String self = many.get("links").get("self").asString();
        record.put("ensemble", JSON.readTree(get(client, self)).get("status").asString());
        change(client, "DELETE", self, "");
        List<Double> sorted = waits.stream().sorted().toList();
        record.put("pages", sorted.size());
        record.put("troubles", troubles.size());
        if (!troubles.isEmpty()) {
            record.put("trouble", troubles.peek());
        }
        figure(record, "page_median_s", sorted.get(sorted.size() / 2), 0.2);
        figure(record, "page_99_s", sorted.get(sorted.size() * 99 / 100), 1);
    }

    /// One measure is added to a scenario whose calm world is kept.
    private void lever(HttpClient client, Map<String, Object> record) throws IOException, InterruptedException {
        long from = System.nanoTime();
        JsonNode pulled = ask(client, "\"--scenario\",\"japan-stop\",\"--with\",\"alliance-answers\"");
        over(client, pulled);
        figure(record, "lever_s", (System.nanoTime() - from) / 1e9, 2);
    }
}
