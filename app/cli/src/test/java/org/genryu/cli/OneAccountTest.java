package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genryu.results.ResultSchema;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Text, JSON, files and page say the same: every number has one account. Rung: identity, over the worlds of the zoo
/// and over `alliance`.
class OneAccountTest {
    private static final Pattern FILE = Pattern.compile("data:text/csv;charset=utf-8;base64,([A-Za-z0-9+/=]+)");

    @TempDir
    private Path folder;

    static Stream<TextCase> zoo() {
        return Stream.of(
                        Zoo.streams(),
                        Zoo.thirdCountry(),
                        Zoo.loop(),
                        Zoo.jointProduction(),
                        Zoo.byProduct(),
                        Zoo.withoutTheElement(),
                        Zoo.strait(),
                        Zoo.stock(),
                        Zoo.returns(),
                        Zoo.splitNode())
                .map(cases -> cases.header("home", "[JP]").header("rival", "[CN]"));
    }

    private String written(TextCase cases) throws IOException {
        Path home = folder.resolve("zoo");
        for (Map.Entry<String, String> file : cases.files().entrySet()) {
            Path target = home.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        return home.toString();
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyFormOfAWorldMustSayTheSame(TextCase cases) throws IOException {
        everyFormMustSayTheSame(written(cases));
    }

    @Test
    @Tag("slow")
    void everyFormOfTheAllianceMustSayTheSame() throws IOException {
        everyFormMustSayTheSame("alliance");
    }

    private void everyFormMustSayTheSame(String world) throws IOException {
        Path out = folder.resolve("out");
        Session run = Session.of("run", world, "--out", out.toString(), "--quiet");
        assertThat(run.code()).isZero();
        JsonNode json = Session.of("balance", world, "--json", "--quiet").json();
        filesAgree(json, out);
        if (!json.get("shortages").isEmpty()) {
            assertThat(run.out()).doesNotContain("No use of a fixed amount runs short");
        } else {
            assertThat(run.out()).doesNotContain("Short of an amount that is fixed");
        }
        JsonNode manifest =
                tools.jackson.databind.json.JsonMapper.shared().readTree(Files.readString(out.resolve("run.json")));
        for (String sum : List.of("objective", "cost", "welfare")) {
            assertThat(json.get(sum).asDouble()).isEqualTo(manifest.get(sum).asDouble());
        }
        pageAgrees(out);
    }

    /// Every row of the document stands in the file of its table, cell by cell; prices are all there, shortages are
    /// those of a fixed amount.
    private static void filesAgree(JsonNode json, Path out) throws IOException {
        List<Map<String, String>> prices = table(out, "prices");
        assertThat(json.get("prices").size()).isEqualTo(prices.size());
        Map<String, Map<String, String>> shortages = new HashMap<>();
        table(out, "shortages").forEach(row -> shortages.put(row.get("demand") + " " + row.get("period"), row));
        for (int k = 0; k < prices.size(); k++) {
            same(json.get("prices").get(k), prices.get(k), "prices");
        }
        for (String name : List.of("shortages", "priced_away")) {
            for (JsonNode row : json.get(name)) {
                String key =
                        row.get("demand").asString() + " " + row.get("period").asString();
                same(row, shortages.getOrDefault(key, Map.of()), name);
            }
        }
        long lacking = shortages.values().stream()
                .filter(row -> Double.parseDouble(row.getOrDefault("short", "0")) > 0)
                .count();
        assertThat(json.get("shortages").size() + json.get("priced_away").size())
                .isEqualTo((int) lacking);
    }

    private static void same(JsonNode row, Map<String, String> cells, String name) {
        ResultSchema.Table table = ResultSchema.current().table(name);
        assertThat(row.propertyNames()).containsExactlyElementsOf(table.heads());
        for (ResultSchema.Column column : table.columns()) {
            JsonNode cell = row.get(column.name());
            String text = cells.getOrDefault(column.name(), "?");
            if (column.kind() == ResultSchema.Kind.TEXT) {
                assertThat(cell.asString()).isEqualTo(text);
            } else if (cell.isNull()) {
                assertThat(text).isEmpty();
            } else {
                assertThat(cell.asDouble()).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    /// The numbers under the pictures of the page are those of the tables: concentration, import reliance, use of
    /// plants.
    private static void pageAgrees(Path out) throws IOException {
        Map<String, Double> indicators = new HashMap<>();
        String first = table(out, "prices").getFirst().getOrDefault("period", "");
        table(out, "indicators").stream()
                .filter(row -> first.equals(row.get("period")))
                .forEach(row -> indicators.put(
                        row.get("indicator") + " " + row.get("subject"),
                        Double.parseDouble(row.getOrDefault("value", ""))));
        int risks = 0;
        int plants = 0;
        for (List<Map<String, String>> sheet : sheets(Files.readString(out.resolve("report.html")))) {
            for (Map<String, String> row : sheet) {
                if (row.containsKey("N-1 cover")) {
                    risks++;
                    assertThat(indicators.entrySet().stream()
                                    .filter(entry -> entry.getKey().startsWith("production_hhi ")))
                            .anySatisfy(entry -> assertThat(entry.getValue())
                                    .isCloseTo(Double.parseDouble(row.getOrDefault("HHI", "")), within(1e-12)));
                    assertThat(indicators.entrySet().stream()
                                    .filter(entry -> entry.getKey().startsWith("n_1_cover ")))
                            .anySatisfy(entry -> assertThat(entry.getValue())
                                    .isCloseTo(Double.parseDouble(row.getOrDefault("N-1 cover", "")), within(1e-12)));
                }
                String used = row.getOrDefault("Utilisation, " + first, "");
                if (!used.isEmpty()) {
                    plants++;
                    assertThat(Double.parseDouble(used))
                            .isEqualTo(indicators.getOrDefault("utilisation " + row.get("Plant"), -1.0));
                }
            }
        }
        long limited = indicators.keySet().stream()
                .filter(key -> key.startsWith("utilisation "))
                .count();
        assertThat(plants).isEqualTo((int) limited);
        assertThat(risks).isPositive();
    }

    private static List<Map<String, String>> table(Path out, String name) throws IOException {
        return rows(Files.readString(out.resolve(name + ".csv")));
    }

    private static List<Map<String, String>> rows(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.add(new HashMap<>(row.getFieldsAsMap()));
        }
        return rows;
    }

    /// The tables inside the page, unrounded.
    private static List<List<Map<String, String>>> sheets(String page) {
        List<List<Map<String, String>>> sheets = new ArrayList<>();
        Matcher file = FILE.matcher(page);
        while (file.find()) {
            String text = new String(Base64.getDecoder().decode(file.group(1)), StandardCharsets.UTF_8);
            sheets.add(rows(text.substring(1)));
        }
        return sheets;
    }

    /// The same rows, the columns of a table in another order: as many assumptions as before, under the same ids.
    @Test
    void theOrderOfColumnsMustNotChangeWhatIsAssumed() throws IOException {
        TextCase world =
                Zoo.thirdCountry().header("home", "[JP]").table("sources", "source,title\nassumption,Assumption");
        String processes = world.files().getOrDefault("processes.csv", "");
        List<String> lines = processes.lines().map(String::strip).toList();
        List<String> marked = new ArrayList<>();
        List<String> turned = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            List<String> cells = new ArrayList<>(List.of(lines.get(k).split(",", -1)).stream()
                    .map(String::strip)
                    .toList());
            cells.add(k == 0 ? "source" : k == 1 ? "assumption" : "");
            marked.add(String.join(",", cells));
            turned.add(String.join(",", cells.reversed()));
        }
        String plain = assumed(world.table("processes", String.join("\n", marked)));
        assertThat(plain).contains("of which 1 are marked as an assumption");
        assertThat(assumed(world.table("processes", String.join("\n", turned)))).isEqualTo(plain);
    }

    private String assumed(TextCase world) throws IOException {
        Session trace = Session.of("trace", written(world), "--place", "JP", "--commodity", "magnet", "--quiet");
        assertThat(trace.code()).isZero();
        return trace.out();
    }
}
