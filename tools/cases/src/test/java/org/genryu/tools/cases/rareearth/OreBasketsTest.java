package org.genryu.tools.cases.rareearth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.genryu.tools.cases.table.SourceTables;
import org.junit.jupiter.api.Test;

/// The baskets of the source tables. Rung: identity.
class OreBasketsTest {
    @Test
    void basketsMustSumToOne() throws Exception {
        OreBaskets ores = OreBaskets.of(SourceTables.read(Path.of("src/tables/alliance")));
        assertThat(ores.shares()).isNotEmpty();
        ores.shares()
                .forEach((ore, basket) -> assertThat(basket.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .as(ore)
                        .isCloseTo(1, within(1e-12)));
    }
}
