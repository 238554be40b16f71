package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.genryu.cli.SmallCases;
import org.genryu.web.http.WebRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whatever leaves says what it is of: case, scenario, run, date, filters, label. All routes of the server are gone
/// through, so that one that is added is held to it as well. Rung: identity.
class ExportTest {
    private static final String LABEL = "TLP:AMBER; REL JPN AUS";
    /// The case and one of its rows.
    private static final String LABELS = LABEL + " + TLP:RED";

    /// The copy from which all is restored; it leaves for nobody.
    private static final String BACKUP = "/runs/backup.jsonl";

    /// What a command is asked with that needs more than the case; each line is a page of its own.
    private static final Map<String, List<String>> WORDS = Map.of(
            "trace", List.of("--place town --commodity good"),
            "stress", List.of("--scenario stop", "--scenario stop,dear", "--scenario stop --futures 4"),
            "game", List.of("--ours rail --theirs stop"),
            "worst", List.of("--moves 1"),
            "share", List.of("--members town,mine --scenario stop"),
            "plan", List.of("--budget 1000"));

    @TempDir
    private Path folder;

    private final Map<String, String> said = new TreeMap<>();

    private record Asked(Bench bench, HttpClient client, String job, String hash, Map<String, String> parameters) {
        HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(bench.address() + address))
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        /// With an example in place of every parameter.
        String address(String route) {
            return Pattern.compile("\\{(\\w+)}")
                    .matcher(route.replace("{case}/tables/{table}", "{case}/tables/routes"))
                    .replaceAll(one -> Matcher.quoteReplacement(parameters.getOrDefault(one.group(1), "none")));
        }
    }

    @Test
    void everythingThatLeavesMustSayWhatItIsOf() throws Exception {
        String town = labelled();
        try (Bench bench = Bench.open(folder.resolve("home"), town);
                HttpClient client = HttpClient.newHttpClient()) {
            Asked asked = asked(bench, client);
            for (WebRoute route : bench.routes()) {
                if (!route.method().equals(HandlerType.GET) || route.path().endsWith("/events")) {
                    continue;
                }
                for (String more : variants(route.path(), asked.job())) {
                    said(asked, route.path(), asked.get(asked.address(route.path()) + more));
                }
            }
            // found by going through the routes, not listed: what is missing here has stopped to leave at all
            assertThat(said.keySet())
                    .contains(
                            "/api/answers/{hash}",
                            "/api/cases/{case}",
                            "/api/cases/{case}/scenarios/{scenario}",
                            "/api/cases/{case}/tables/{table}",
                            "/api/operations/{id}/result",
                            "/api/operations/{id}/tables",
                            "/api/operations/{id}/tables/{table}",
                            "/case/case.xlsx",
                            "/case/case.zip",
                            "/case/table.csv",
                            "/jobs/{id}/files/{lang}/{name}",
                            "/jobs/{id}/sheets/{lang}/{name}",
                            "/jobs/{id}/tables.zip",
                            "/ledger/export.csv",
                            "/ledger/export.jsonl",
                            "/share/package.zip");
        }
    }

    /// Pages are for people and travel alone, out of the file in which they left: each says the label by itself,
    /// whichever command wrote it.
    @Test
    void everyPageThatLeavesMustSayItsLabel() throws Exception {
        String town = labelled();
        try (Bench bench = Bench.open(folder.resolve("home"), town);
                HttpClient client = HttpClient.newHttpClient()) {
            Set<String> paged = new TreeSet<>();
            for (JsonNode one : Bench.json(bench.get("/api/commands")).get("commands")) {
                String command = one.get("command").asString();
                for (String words : WORDS.getOrDefault(command, List.of(""))) {
                    String line = (command + " " + words).strip();
                    String[] typed = words.isEmpty() ? new String[0] : words.split(" ");
                    JsonNode done = bench.ended(command, "town", typed);
                    assertThat(done.get("status").asString()).as(line + done).isEqualTo("done");
                    HttpRequest all = HttpRequest.newBuilder(URI.create(
                                    bench.address() + "/jobs/" + done.get("id").asString() + "/tables.zip"))
                            .build();
                    HttpResponse<byte[]> zip = client.send(all, BodyHandlers.ofByteArray());
                    assertThat(zip.statusCode()).as(line).isIn(200, 404); // some commands write no files
                    Map<String, String> pages = zip.statusCode() == 200 ? parts(zip.body(), "html") : Map.of();
                    pages.forEach((name, page) -> assertThat(page)
                            .as(line + " " + name)
                            .contains(LABEL)
                            .contains("TLP:RED"));
                    paged.addAll(pages.isEmpty() ? Set.of() : Set.of(command));
                }
            }
            assertThat(paged).contains("run", "stress", "share", "plan");
        }
    }

    /// A case with a label, of which a row has a stricter one.
    private String labelled() {
        return SmallCases.town()
                .with(
                        "case.yaml",
                        "id: town\nlabel: '" + LABEL
                                + "'\ntitle: {en: A town, ja: 町}\ncurrency: USD\nprice_year: 2025\n"
                                + "discount_rate: 0\nhome: [JP]\nrival: [CN]\n"
                                + "periods: {first: 2027, last: 2028, step: year}\n")
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,first\ndig,mine,make,operating,1500..1600,10,\n"
                                + "near,town,make,planned,600,30,2027\n")
                .with(
                        "options.csv",
                        "option,name_en,name_ja,kind,country,agency,builds,cost,begin,years,life\n"
                                + "pit,A pit,鉱山,project,JP,bank,near,200,2027,1,2\n")
                .with(
                        "scenarios/dear.yaml",
                        "title: {en: Dear, ja: 値上がり}\nstart: 2027-01\nmonths: 12\nforesight: 0\n"
                                + "events:\n  - ban: {from: CN, start: 2027-03, months: 2}\n")
                .with(
                        "scenarios/rail.yaml",
                        "title: {en: Sharing, ja: 融通}\nstart: 2027-01\nmonths: 12\nforesight: 0\n"
                                + "measures:\n  - sharing: {members: [JP]}\n")
                .with("routes.csv", "route,from,to,commodity,cost,label\nsea,mine,town,good,1,TLP:RED\n")
                .with(
                        "scenarios/stop.yaml",
                        "title: {en: The stop, ja: 停止}\nstart: 2027-01\nmonths: 12\nforesight: 0\n"
                                + "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n")
                .in(folder.resolve("town"));
    }

    private static Asked asked(Bench bench, HttpClient client) {
        JsonNode done = bench.ended("stress", "town", "--scenario", "stop");
        assertThat(done.get("status").asString()).as(done.toString()).isEqualTo("done");
        String job = done.get("id").asString();
        String table = Bench.json(bench.get(done.get("links").get("tables").asString()))
                .get("tables")
                .get(0)
                .get("table")
                .asString();
        String page = bench.get("/stress?case=town&scenario=stop&lang=en").body();
        Matcher file =
                Pattern.compile("/jobs/" + job + "/files/en/([\\w.-]+csv)\"").matcher(page);
        assertThat(file.find()).as(page).isTrue();
        String hash = Bench.json(bench.get("/api/cases/town")).get("hash").asString();
        return new Asked(
                bench,
                client,
                job,
                hash,
                Map.of(
                        "id",
                        job,
                        "lang",
                        "en",
                        "name",
                        file.group(1),
                        "case",
                        "town",
                        "table",
                        table,
                        "scenario",
                        "stop",
                        "hash",
                        done.get("answer").asString()));
    }

    /// One route in all its forms.
    private static List<String> variants(String path, String job) {
        return switch (path) {
            case "/case/table.csv" -> List.of("?table=routes", "?table=routes&for=excel");
            case "/api/operations/{id}/tables/{table}" -> List.of("", "?format=csv");
            case "/jobs/{id}/sheets/{lang}/{name}" -> List.of("?as=excel", "?as=xlsx");
            case "/share/package.zip" -> List.of("?run=" + job, "");
            default -> List.of("");
        };
    }

    /// Holds an answer against the rule if it is one that leaves.
    private void said(Asked asked, String path, HttpResponse<byte[]> answer) throws IOException {
        boolean file = answer.headers()
                .firstValue("Content-Disposition")
                .filter(one -> one.startsWith("attachment"))
                .isPresent();
        Optional<String> header = answer.headers().firstValue("Genryu-Export");
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean page =
                type.startsWith("text/html") || type.startsWith("text/javascript") || type.startsWith("text/css");
        boolean known = List.of("application/json", "application/problem+json", "image/svg+xml", "text/plain").stream()
                .anyMatch(type::startsWith);
        assertThat(file || page || known || header.isPresent())
                .as(path + " " + type)
                .isTrue();
        if (path.equals(BACKUP) || (!file && header.isEmpty())) {
            return;
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        String words = header.isPresent() ? header.get() : content(answer.body());
        boolean ofJob = path.contains("{id}") || path.contains("{hash}");
        boolean ledger = path.startsWith("/ledger/");
        assertThat(words)
                .as(path)
                .contains(ledger ? "ledger" : "town@" + asked.hash())
                .contains(LocalDate.now(ZoneOffset.UTC).toString())
                .contains(ledger ? "no label" : LABELS)
                .containsPattern("scenario\\W")
                .containsPattern("(filters|asked)\\W")
                .containsPattern("run\\W");
        if (ofJob) {
            assertThat(words).as(path).contains(asked.job()).contains("--scenario stop");
        }
        said.put(path, words);
    }

    /// The files in a zip with an ending, by name.
    private Map<String, String> parts(byte[] bytes, String ending) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Path file = Files.write(folder.resolve("parts.zip"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith("." + ending)) {
                    found.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    /// The words that a file begins with; of a zip those of the parts in which facts stand.
    private String content(byte[] bytes) throws IOException {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        if (!plain.startsWith("PK")) {
            return plain.lines().limit(8).collect(Collectors.joining("\n"));
        }
        StringBuilder all = new StringBuilder();
        Path file = Files.write(folder.resolve("export.zip"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : List.of("export.json", "docProps/custom.xml", "xl/sharedStrings.xml")) {
                ZipEntry entry = zip.getEntry(part);
                if (entry != null && (!part.startsWith("xl") || zip.getEntry("docProps/custom.xml") == null)) {
                    all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
