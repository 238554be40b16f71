package org.genryu.tools.cases.mineral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.genryu.tools.cases.CaseText;
import org.genryu.tools.cases.table.SourceRow;
import org.genryu.tools.cases.table.SourceTables;
import org.junit.jupiter.api.Test;

/// By-products hang on their hosts: what is mined of them in the base year is within what the hosts set free, and no
/// mine of a place with a host gets round it. Rung: by hand.
class ByProductsTest {
    private final CaseText made = new CaseText();

    @Test
    void whatIsMinedMustBeWithinWhatTheHostSetsFree() throws Exception {
        for (SourceRow row : SourceTables.read(Path.of("src/tables/alliance")).table("minerals_hosts")) {
            String place = row.text("place");
            double mined = observed(place, row.text("mineral") + "-mining-with-" + row.text("host"));
            double host = row.maybe("output").orElseGet(() -> observed(place, "copper-mining-with-cobalt"));
            assertThat(mined).as(row.where()).isLessThanOrEqualTo(row.number("most") * host);
        }
    }

    @Test
    void everyMineOfAPlaceWithAHostMustTakeTheByProductOfIt() throws Exception {
        Map<String, Map<String, Double>> recipes = made.recipes();
        for (SourceRow row : SourceTables.read(Path.of("src/tables/alliance")).table("minerals_hosts")) {
            assertThat(made.rows("processes").stream()
                            .filter(process -> CaseText.text(process, "place").equals(row.text("place"))
                                    && CaseText.text(process, "recipe").startsWith(row.text("mineral") + "-mining"))
                            .toList())
                    .as(row.where())
                    .isNotEmpty()
                    .allSatisfy(process -> assertThat(recipes.getOrDefault(CaseText.text(process, "recipe"), Map.of()))
                            .containsEntry(row.text("by_product"), -1.0));
        }
    }

    /// The usual yield: 50 g of gallium in a t of bauxite, 15 % of it taken out, 2.4 t of bauxite a t of alumina.
    @Test
    void usualYieldMustBeEighteenGramsATonneOfAlumina() {
        assertThat(made.recipes().getOrDefault("cn-alumina", Map.of()))
                .containsEntry("gallium-in-liquor", 50e-6 * 1000 * 0.15 * 2.4);
    }

    private double observed(String place, String recipe) {
        return made.rows("processes").stream()
                .filter(row -> CaseText.text(row, "place").equals(place)
                        && CaseText.text(row, "recipe").equals(recipe))
                .mapToDouble(row -> CaseText.number(row, "observed"))
                .sum();
    }
}
