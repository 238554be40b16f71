package org.genryu.results;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.balance.origin.DeterminedFlows;
import org.genryu.balance.risk.Indicators;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the schema says and what the producers make are one. Rung: identity, on every world of the zoo.
class ResultSchemaTest {
    @TempDir
    Path folder;

    private static TextCase home(TextCase cases) {
        return cases.header("home", "[JP]").header("rival", "[CN]");
    }

    static Stream<TextCase> zoo() {
        return Stream.of(
                home(Zoo.streams()),
                home(Zoo.thirdCountry()),
                home(Zoo.loop()),
                home(Zoo.jointProduction()),
                home(Zoo.byProduct()),
                home(Zoo.withoutTheElement()),
                home(Zoo.strait()),
                home(Zoo.stock()),
                home(Zoo.returns()),
                home(Zoo.splitNode()));
    }

    private static Balance balance(TextCase cases) {
        BalanceResult result = Balancer.balance(cases.supply(), BalanceOptions.DEFAULT);
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        return balance;
    }

    private static List<ResultTable> tables(TextCase cases) {
        TracedBalance traced = TracedBalance.kept(balance(cases));
        BalanceTables tables = new BalanceTables(traced.balance(), "base");
        List<ResultTable> all = new ArrayList<>(tables.plain());
        all.add(tables.indicators(Indicators.of(
                traced, Optional.of(new DeterminedFlows(traced.tracing().substances(), List.of())))));
        all.add(ExposureTable.of(traced, "base", _ -> {}));
        tables.comparison().ifPresent(all::add);
        all.add(tables.unserved());
        all.add(tables.pricedAway());
        return all;
    }

    @Test
    void theCommittedReferencePageMustBeTheGeneratedOne() throws IOException {
        Path page = Path.of("..", "docs", "reference", "results.md");
        assertThat(Files.readString(page))
                .withFailMessage(
                        "docs/reference/results.md differs from the schema; write ResultReference.markdown() there.")
                .isEqualTo(ResultReference.markdown());
    }

    @Test
    void everythingMustBeDescribedInBothLanguages() {
        for (ResultSchema.Table table : ResultSchema.current().tables().values()) {
            assertThat(List.of(
                            table.meaning().en(),
                            table.meaning().ja(),
                            table.thing().en(),
                            table.thing().ja()))
                    .doesNotContain("");
            table.columns()
                    .forEach(column -> assertThat(List.of(
                                    column.meaning().en(), column.meaning().ja()))
                            .as("%s.%s", table.name(), column.name())
                            .doesNotContain(""));
            table.entries()
                    .values()
                    .forEach(entry -> assertThat(List.of(
                                    entry.meaning().en(), entry.meaning().ja(), entry.unit()))
                            .as("%s %s", table.name(), entry.name())
                            .doesNotContain(""));
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyRowMustHaveTheCellsOfItsTable(TextCase cases) {
        for (ResultTable table : tables(cases)) {
            List<ResultSchema.Column> columns = table.schema().columns();
            for (List<String> row : TextRows.of(table)) {
                assertThat(row).as(table.schema().name()).hasSameSizeAs(columns);
                for (int k = 0; k < columns.size(); k++) {
                    if (columns.get(k).kind() == ResultSchema.Kind.NUMBER
                            && !row.get(k).isEmpty()) {
                        assertThat(Double.parseDouble(row.get(k))).isFinite();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void everyIndicatorMustBeInTheSchemaWithItsUnit(TextCase cases) {
        Map<String, ResultSchema.Entry> entries =
                ResultSchema.current().table("indicators").entries();
        ResultTable indicators = tables(cases).stream()
                .filter(table -> table.schema().name().equals("indicators"))
                .findFirst()
                .orElseThrow();
        for (List<String> row : TextRows.of(indicators)) {
            ResultSchema.Entry entry = entries.get(row.get(1));
            assertThat(entry).as(row.get(1)).isNotNull();
            assertThat(row.get(5)).as(row.get(1)).isEqualTo(entry.unit().replace("{currency}", "USD"));
            long parts = entry.subject().chars().filter(c -> c == '/').count();
            assertThat(row.get(2).chars().filter(c -> c == '/').count())
                    .as(row.get(1))
                    .isEqualTo(parts);
        }
    }

    @Test
    void everyIndicatorOfTheSchemaMustBeMadeSomewhere() {
        Set<String> made = new HashSet<>();
        Stream.concat(zoo(), Stream.of(home(Scarce.world("")), home(Scarce.world("4"))))
                .flatMap(cases -> tables(cases).stream())
                .filter(table -> table.schema().name().equals("indicators"))
                .forEach(table -> TextRows.of(table).forEach(row -> made.add(row.get(1))));
        assertThat(ResultSchema.current().table("indicators").entries().keySet().stream()
                        .filter(entry -> !made.contains(entry)))
                .isEmpty();
    }

    /// The three forms are sinks of one producer: the same cells in each, for every row of every table.
    @ParameterizedTest
    @MethodSource("zoo")
    void fileDocumentAndTextMustSayTheSame(TextCase cases) throws IOException {
        List<ResultTable> all = tables(cases);
        Map<String, List<List<String>>> files = new TreeMap<>();
        try (Draft to = Draft.result(folder.resolve("out"), ResultFolder.FILES)) {
            for (ResultTable table : all.subList(0, all.size() - 2)) {
                table.csv(to);
            }
            to.write("run.json", "{}");
            to.commit();
        }
        for (ResultTable table : all.subList(0, all.size() - 2)) {
            List<List<String>> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .ofCsvRecord(
                            folder.resolve("out").resolve(table.schema().file().orElseThrow()))) {
                csv.forEach(row -> rows.add(row.getFields()));
            }
            assertThat(rows.removeFirst()).isEqualTo(table.schema().heads());
            files.put(table.schema().name(), rows);
            assertThat(rows).as(table.schema().name()).isEqualTo(TextRows.of(table));
        }
        StringWriter document = new StringWriter();
        try (JsonDocument json = JsonDocument.begin(document, Lang.EN, () -> {})) {
            all.subList(0, all.size() - 2).forEach(json::table);
        }
        files.forEach((name, rows) -> {
            String first = rows.isEmpty() ? "[]" : "[{\"scenario\":\"base\"";
            assertThat(document.toString()).contains("\"" + name + "\":" + first);
        });
        long cells = files.entrySet().stream()
                .mapToLong(table -> (long) table.getValue().size()
                        * ResultSchema.current().table(table.getKey()).columns().size())
                .sum();
        assertThat(document.toString().chars().filter(c -> c == ':').count())
                .isGreaterThanOrEqualTo(cells + files.size());
    }
}
