package org.genryu.tools.cases.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.genryu.tools.cases.edition.SurveyEdition.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rungs: by hand; published value: two editions of the survey's table, cut to the minerals of the case and otherwise
/// byte for byte as they were published (public domain).
final class NewEditionTest {
    private static final Path TABLES = Path.of("src/tables/alliance");
    private static final Path OLD = Path.of("src/test/resources/editions/mcs-2025.csv");
    private static final Path NEW = Path.of("src/test/resources/editions/mcs-2026.csv");

    @TempDir
    Path folder;

    private static EditionTable table(Map<String, EditionTable> made, String name) {
        return Objects.requireNonNull(made.get(name), name);
    }

    @Test
    void twoEditionsMustMakeTheTablesThatAreCommitted() throws IOException {
        for (String name : List.of("minerals_mines", "mine_production")) {
            Map<String, String> committed = figures(EditionTable.read(TABLES.resolve(name + ".csv")));
            assertThat(figures(table(asOf2025(), name))).isNotEqualTo(committed);
        }
        Map<String, EditionTable> made = NewEdition.review(withoutNewest(), List.of(OLD, NEW), new ArrayList<>());
        Map<String, String> mines = figures(EditionTable.read(TABLES.resolve("minerals_mines.csv")));
        // Where these are counted only people can say; the edition of 2026 is the first that prints them.
        List<String> first = List.of(
                "cobalt, China, 2024",
                "cobalt, China, 2025",
                "lithium, Mali, 2024",
                "lithium, Mali, 2025",
                "tungsten, Kazakhstan, 2025");
        assertThat(mines.keySet()).containsAll(first);
        mines.keySet().removeAll(first);
        assertThat(figures(table(made, "minerals_mines"))).isEqualTo(mines);
        assertThat(figures(table(made, "mine_production")))
                .isEqualTo(figures(EditionTable.read(TABLES.resolve("mine_production.csv"))));
    }

    @Test
    void whatAnEditionChangesMustBeTold() throws IOException {
        List<String> told = new ArrayList<>();
        NewEdition.review(withoutNewest(), List.of(OLD, NEW), told);
        assertThat(String.join("\n", told) + "\n")
                .contains("usgs-mcs-2025, ")
                .contains("figures read as windows-1252")
                .contains("    cobalt, Congo (Kinshasa), 2024: 226000 t, after 220000 t of usgs-mcs-2025\n")
                .contains("    rare-earth, Thailand, 2024: 2100 t, after 13000 t of usgs-mcs-2025\n")
                .contains("    antimony, United States, 2025: 'W' is printed (line ")
                .contains("  no place: 5\n")
                .contains("    lithium, Namibia, 2024: 2700 t of usgs-mcs-2025\n")
                .contains("  still an assumption: 6\n");
    }

    @Test
    void anOlderEditionMustChangeNothing() throws IOException {
        Map<String, EditionTable> made = NewEdition.review(TABLES, List.of(OLD), new ArrayList<>());
        for (String name : List.of("minerals_mines", "mine_production")) {
            assertThat(figures(table(made, name))).isEqualTo(figures(EditionTable.read(TABLES.resolve(name + ".csv"))));
        }
    }

    @Test
    void writingTheSameFiguresMustKeepTheFileByteForByte() throws IOException {
        Path copy = copy();
        NewEdition.main(new String[] {
            copy.toString(), folder.resolve("report").toString(), "write", OLD.toString(), NEW.toString()
        });
        for (String name : List.of("minerals_mines.csv", "mine_production.csv")) {
            assertThat(copy.resolve(name)).hasSameTextualContentAs(TABLES.resolve(name));
        }
    }

    @Test
    void amountsMustBeReadAsTheyArePrinted() {
        SurveyEdition edition = wide("""
                SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2030,PROD_EST_ 2031,PROD_NOTES
                MCS2032,Cobalt ,Canada ,"Mine production, cobalt content",metric tons,"e4,220",4500,
                MCS2032,Cobalt,Cuba,Mine production,kilograms,"3,300,000",W,estimated 2030
                MCS2032,Cobalt,Chad,Mine production,barrels,7,—,
                MCS2032,Cobalt,World total (rounded) 10,Mine production,thousand metric tons,7.5,>9,
                """, StandardCharsets.UTF_8);
        assertThat(edition.id()).isEqualTo("usgs-mcs-2032");
        assertThat(edition.figures().stream().map(NewEditionTest::told).toList())
                .containsExactly(
                        "Canada 2030 4220.0 estimated",
                        "Canada 2031 4500.0 estimated",
                        "Cuba 2030 3300.0 estimated",
                        "Cuba 2031 W estimated",
                        "Chad 2030 7",
                        "Chad 2031 — estimated",
                        "World total (rounded) 2030 7500.0",
                        "World total (rounded) 2031 >9 estimated");
        assertThat(edition.figures().get(5).isNil()).isTrue();
    }

    @Test
    void theCharacterSetMustBeFoundOut() {
        String table =
                "COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2030\nCobalt,Côte d’Ivoire,Mine production,metric tons,—\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            SurveyEdition edition = wide(table, charset);
            assertThat(edition.charset()).isEqualTo(charset);
            assertThat(edition.figures().getFirst().country()).isEqualTo("Côte d’Ivoire");
            assertThat(edition.figures().getFirst().isNil()).isTrue();
        }
        assertThat(wide("\ufeff" + table, StandardCharsets.UTF_8).figures()).hasSize(1);
    }

    @Test
    void anotherTableMustBeRefusedWithItsHead() {
        assertThatThrownBy(() -> wide("a,b\n1,2\n", StandardCharsets.UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("next.csv: no form of the survey's tables that is known; its head is a, b.");
    }

    @Test
    void whatDoesNotFitMustBeToldAndLeaveTheTableAsItIs() throws IOException {
        Path next = folder.resolve("next.csv");
        Files.writeString(next, """
                COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2025,PROD_EST_ 2026
                Lithium,Atlantis,Mine production,metric tons,10,12
                Lithium,Chile,Mine production,metric tons,NA,60000
                Lithium,World total (rounded),Mine production,metric tons,290000,300000
                """);
        List<String> told = new ArrayList<>();
        Map<String, EditionTable> made = NewEdition.review(TABLES, List.of(next), told);
        EditionTable before = EditionTable.read(TABLES.resolve("minerals_mines.csv"));
        assertThat(String.join("\n", told) + "\n")
                .contains("    lithium, Atlantis, 2026: 12 t; no row of the table says where the country is counted\n")
                .contains("    lithium, Chile, 2025: 'NA' is printed (line 3); the table keeps ")
                .contains("    lithium, Chile, 2026: 60000 t\n")
                .contains("    lithium, Australia, 2025: ")
                .contains(
                        "    lithium, 2026: the countries make 60012 t, the world is printed as 300000 t (-80.0 %)\n");
        EditionTable mines = table(made, "minerals_mines");
        assertThat(mines.find("lithium", "Atlantis", 2026)).isEmpty();
        assertThat(mines.find("lithium", "Chile", 2025)).isEqualTo(before.find("lithium", "Chile", 2025));
        assertThat(mines.find("lithium", "Chile", 2026).orElseThrow()).containsEntry("place", "CL");
    }

    private static String told(Figure figure) {
        return "%s %s %s%s"
                .formatted(
                        figure.country(),
                        figure.year(),
                        figure.tonnes().map(String::valueOf).orElse(figure.printed()),
                        figure.estimated() ? " estimated" : "");
    }

    private static SurveyEdition wide(String text, Charset charset) {
        return SurveyEdition.of("next.csv", text.getBytes(charset));
    }

    private Map<String, EditionTable> asOf2025() throws IOException {
        return NewEdition.review(withoutNewest(), List.of(OLD), new ArrayList<>());
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "tables");
        try (var files = Files.list(TABLES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /// The tables as they were before the edition of 2026.
    private Path withoutNewest() throws IOException {
        Path copy = copy();
        for (String name : List.of("minerals_mines.csv", "mine_production.csv")) {
            List<String> kept = new ArrayList<>(Files.readAllLines(copy.resolve(name)));
            kept.removeIf(line -> line.contains(",usgs-mcs-2026,"));
            Files.write(copy.resolve(name), kept);
        }
        return copy;
    }

    /// By mineral, country and year: amount and source.
    private static Map<String, String> figures(EditionTable table) {
        Map<String, String> figures = new TreeMap<>();
        table.rows()
                .forEach(row -> figures.put(
                        String.join(
                                ", ",
                                EditionTable.cell(row, "mineral"),
                                EditionTable.cell(row, "country"),
                                EditionTable.cell(row, "year")),
                        EditionTable.cell(row, "place") + " " + EditionTable.cell(row, "tonnes") + " "
                                + EditionTable.cell(row, "source")));
        return figures;
    }
}
