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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /// A case with a label, of which a row has a stricter one.
    private String labelled() {
        return SmallCases.town()
                .with(
                        "case.yaml",
                        "id: town\nlabel: '" + LABEL
                                + "'\ntitle: {en: A town, ja: 町}\ncurrency: USD\nprice_year: 2025\n"
                                + "discount_rate: 0\nhome: [JP]\nrival: [CN]\n"
                                + "periods: {first: 2027, last: 2028, step: year}\n")
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
