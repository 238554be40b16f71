package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Rung: by hand, over HTTP, with the real program; every answer against the description that the server gives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterfaceTest {
    private Path folder;
    private Bench bench;
    private String small;
    private JsonNode described;

    @BeforeAll
    void open(@TempDir Path made) throws IOException {
        folder = made;
        small = SmallCases.sound().in(folder.resolve("small"));
        bench = Bench.open(folder.resolve("home"), small);
        described = Bench.json(bench.get("/api/openapi.json"));
    }

    @AfterAll
    void close() {
        bench.close();
    }

    /// The answer as JSON, held against the schema that the description names for it.
    private JsonNode valid(String path, String method, HttpResponse<String> answer) {
        JsonNode responses = described.get("paths").get(path).get(method).get("responses");
        String status = Integer.toString(answer.statusCode());
        JsonNode response = responses.has(status) ? responses.get(status) : responses.get("default");
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        JsonNode schema = response.get("content").get(type).get("schema");
        ObjectNode whole = only(described);
        whole.setAll((ObjectNode) schema);
        Schema rule = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
        JsonNode content = Bench.json(answer);
        assertThat(rule.validate(content)).as(method + " " + path).isEmpty();
        return content;
    }

    /// The schemas without the rest of the description.
    private static ObjectNode only(JsonNode described) {
        ObjectNode whole = (ObjectNode) described.deepCopy();
        return whole.retain("components");
    }

    @Test
    void theDescriptionMustHoldEveryRouteAndNothingElse() {
        Set<String> routes = new TreeSet<>();
        bench.routes().stream()
                .filter(route -> route.path().startsWith("/api"))
                .forEach(route ->
                        routes.add(route.method().name().toLowerCase(java.util.Locale.ROOT) + " " + route.path()));
        Set<String> paths = new TreeSet<>();
        described
                .get("paths")
                .forEachEntry((path, all) -> all.forEachEntry((method, operation) -> {
                    paths.add(method + " " + path);
                    Set<String> named = new TreeSet<>();
                    operation
                            .get("parameters")
                            .forEach(one -> named.add(
                                    one.get("in").asString() + one.get("name").asString()));
                    java.util.regex.Pattern.compile("\\{(\\w+)}")
                            .matcher(path)
                            .results()
                            .forEach(found -> assertThat(named).contains("path" + found.group(1)));
                }));
        assertThat(paths).isEqualTo(routes).hasSizeGreaterThan(15);
        assertThat(described.get("openapi").asString()).isEqualTo("3.1.0");
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        described
                .get("components")
                .get("schemas")
                .forEachEntry((name, schema) ->
                        assertThat(draft.validate(schema)).as(name).isEmpty());
    }

    @Test
    void theSchemaMustBeAbleToRefuse() {
        HttpResponse<String> cases = bench.get("/api/cases");
        ObjectNode whole = only(described);
        whole.put("$ref", "#/components/schemas/Commands");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(Bench.json(cases)))
                .isNotEmpty();
    }

    @Test
    void anOperationMustAnswerWhatTheCommandAnswers() {
        JsonNode done = bench.ended("balance", "small");
        String self = done.get("links").get("self").asString();
        valid("/api/operations/{id}", "get", bench.get(self));
        assertThat(done.get("status").asString()).isEqualTo("done");
        HttpResponse<String> result = bench.get(self + "/result");
        ObjectNode typed = (ObjectNode) Session.of("balance", small, "--json").json();
        ObjectNode asked = (ObjectNode) Bench.json(result);
        assertThat(asked.remove("seconds")).isNotNull();
        typed.remove("seconds");
        assertThat(asked).isEqualTo(typed);
        String tag = result.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + done.get("answer").asString() + "\"");
        assertThat(bench.get(done.get("links").get("answer").asString()).body()).isEqualTo(result.body());
        HttpResponse<String> again = bench.get(self + "/result", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(bench.ask("balance", "small").headers().firstValue("Location"))
                .contains(self);
    }

    @Test
    void tablesMustSayTheSameAsJsonAndAsCsv() {
        JsonNode done = bench.ended("balance", "small");
        String tables = done.get("links").get("tables").asString();
        JsonNode all = valid("/api/operations/{id}/tables", "get", bench.get(tables));
        Set<String> names = new TreeSet<>();
        all.get("tables").forEach(one -> names.add(one.get("table").asString()));
        assertThat(names).contains("prices", "flows", "shortages");
        for (String name : names) {
            JsonNode json = valid("/api/operations/{id}/tables/{table}", "get", bench.get(tables + "/" + name));
            String csv = bench.get(tables + "/" + name + "?format=csv").body();
            List<String> lines = csv.lines().toList();
            assertThat(json.get("rows").size()).as(name).isEqualTo(lines.size() - 1);
            List<String> heads = new ArrayList<>();
            json.get("columns").forEach(column -> heads.add(column.get("name").asString()));
            assertThat(lines.getFirst()).isEqualTo(String.join(",", heads));
        }
        JsonNode prices = Bench.json(bench.get(tables + "/prices"));
        assertThat(prices.get("columns").get(4).get("unit").asString()).isEqualTo("{currency}/{unit}");
        assertThat(price(prices.get("rows"))).isEqualTo(12);
    }

    @Test
    void everythingThatIsWrongMustBeSaidAtOnceInTheLanguageAsked() {
        String body = "{\"command\":\"balanse\",\"case\":\"smal\",\"words\":[\"--out\",\"/etc\"],\"file\":1}";
        JsonNode en = valid(
                "/api/operations", "post", bench.change("POST", "/api/operations", body, "Accept-Language", "en"));
        JsonNode ja = valid(
                "/api/operations", "post", bench.change("POST", "/api/operations", body, "Accept-Language", "ja"));
        assertThat(en.get("status").asInt()).isEqualTo(422);
        List<String> said = new ArrayList<>();
        en.get("findings").forEach(one -> said.add(one.get("message").asString()));
        assertThat(said)
                .hasSize(3)
                .anyMatch(one -> one.startsWith("Key 'file': is not known"))
                .anyMatch(one -> one.contains("balanse") && one.contains("balance"))
                .anyMatch(one -> one.contains("smal") && one.contains("small"));
        assertThat(ja.get("title").asString()).isEqualTo("この形では依頼できません。");
        assertThat(ja.get("lang").asString()).isEqualTo("ja");
    }

    @Test
    void noWordMayLeadOutOfTheWorkbench() {
        for (String[] words : List.of(
                new String[] {"--out", "x"},
                new String[] {"--scenario", "../../etc/passwd"},
                new String[] {"--scenario", "/etc/passwd"},
                new String[] {"--scenario", "a\nb"},
                new String[] {"--scenario"},
                new String[] {"--scenario", "--out"},
                new String[] {"--scenario=closed"},
                new String[] {"@/etc/passwd"},
                new String[] {"--lang", "ja"},
                new String[] {"other-case"})) {
            HttpResponse<String> refused = bench.ask("stress", "small", words);
            assertThat(refused.statusCode()).as(String.join(" ", words)).isEqualTo(422);
            valid("/api/operations", "post", refused);
        }
        for (String command : List.of("serve", "register", "import", "read", "export", "ledger", "value", "init")) {
            assertThat(bench.ask(command, "small").statusCode()).as(command).isEqualTo(422);
        }
        assertThat(bench.ask("balance", small).statusCode()).isEqualTo(422);
    }

    @Test
    void aCommandThatFailsMustSayWhyInBothLanguages() {
        JsonNode failed = bench.ended("stress", "small", "--scenario", "clozed");
        assertThat(failed.get("status").asString()).isEqualTo("failed");
        String self = failed.get("links").get("self").asString();
        JsonNode en = valid("/api/operations/{id}", "get", bench.get(self, "Accept-Language", "en"));
        JsonNode ja = valid("/api/operations/{id}", "get", bench.get(self, "Accept-Language", "ja"));
        assertThat(en.get("problem").get("findings").get(0).get("message").asString())
                .contains("clozed")
                .contains("closed");
        assertThat(ja.get("problem").get("findings").get(0).get("message").asString())
                .contains("clozed")
                .contains("シナリオ");
        assertThat(bench.get(self + "/result").statusCode()).isEqualTo(409);
    }

    @Test
    void everyDocumentMustBeAsItIsDescribed() {
        valid("/api", "get", bench.get("/api"));
        valid("/api/session", "get", bench.get("/api/session"));
        valid("/api/cases", "get", bench.get("/api/cases"));
        valid("/api/cases/{case}", "get", bench.get("/api/cases/small"));
        valid("/api/cases/{case}", "get", bench.get("/api/cases/nowhere"));
        JsonNode routes = valid("/api/cases/{case}/tables/{table}", "get", bench.get("/api/cases/small/tables/routes"));
        assertThat(routes.get("rows").get(0).get("capacity").asString()).isEqualTo("90");
        assertThat(bench.get("/api/cases/small/tables/routes?format=csv").body())
                .isEqualTo("route,from,to,commodity,cost,capacity\nrail,mine,town,ore,2,90\n");
        valid("/api/cases/{case}/tables/{table}", "get", bench.get("/api/cases/small/tables/routes?format=xml"));
        valid("/api/cases/{case}/scenarios/{scenario}", "get", bench.get("/api/cases/small/scenarios/closed"));
        valid("/api/tables", "get", bench.get("/api/tables"));
        valid("/api/operations", "get", bench.get("/api/operations"));
        valid("/api/operations/{id}", "get", bench.get("/api/operations/none"));
        valid("/api/openapi.json", "get", bench.get("/api/openapi.json"));
    }

    @Test
    void whatMayBeAskedMustBeOptionsOfTheProgram() {
        JsonNode commands = valid("/api/commands", "get", bench.get("/api/commands"));
        for (JsonNode one : commands.get("commands")) {
            String command = one.get("command").asString();
            String help = Session.of(command, "--help").out();
            one.get("flags")
                    .forEach(flag -> assertThat(help).as(command).containsPattern("(?m)^ +" + flag.asString() + "\\s"));
            one.get("valued")
                    .forEach(option ->
                            assertThat(help).as(command).containsPattern("(?m)^ +" + option.asString() + "=\\S"));
        }
    }

    @Test
    void clientsInPythonAndJavaScriptMustAgree() throws Exception {
        Path examples = org.genryu.cli.House.root().resolve("docs/interface");
        List<JsonNode> prices = new ArrayList<>();
        for (List<String> client : List.of(
                List.of("python3", examples.resolve("genryu_client.py").toString()),
                List.of("node", examples.resolve("ask.mjs").toString()))) {
            assumeThat(isThere(client.getFirst())).as(client.getFirst()).isTrue();
            List<String> words = new ArrayList<>(client);
            words.addAll(List.of(bench.address(), "balance", "small"));
            Path err = folder.resolve("err");
            Process process =
                    new ProcessBuilder(words).redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(err)).isZero();
            prices.add(Bench.json(out).get("prices"));
            assertThat(Bench.json(out).get("status").asString()).isEqualTo("optimal");
        }
        assertThat(prices.get(0)).isEqualTo(prices.get(1));
        assertThat(price(prices.get(0))).isEqualTo(12);
    }

    /// In the town: what digging and the way there cost.
    private static double price(JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.get("place").asString().equals("town")) {
                return row.get("price").asDouble();
            }
        }
        throw new AssertionError(rows);
    }

    static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }
}
