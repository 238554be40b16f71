package org.genryu.balance.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// From a product to the mine. Rung: by hand.
class BillOfMaterialsTest {
    private static final double FLOWS = 1e-9;

    @Test
    void aProductMustLeadToTheMinesOfItsElements() {
        TracedWorld world =
                TracedWorld.of(Zoo.thirdCountry().table("bills", "product,commodity,amount\ncar,magnet,0.002"));
        assertThat(BillOfMaterials.products(world.supply())).containsExactly("car");
        BillOfMaterials car = BillOfMaterials.of(world.tracing(), "car", world.place("JP"), 0);
        assertThat(car.lines()).singleElement().satisfies(line -> {
            assertThat(line.mass()).isCloseTo(0.002, within(FLOWS));
            assertThat(line.origin().orElseThrow().tiers().getFirst().share()[world.source("MM")])
                    .isCloseTo(0.75, within(FLOWS));
        });
        assertThat(car.touched("Dy", world.source("CN"))).isCloseTo(1, within(FLOWS));
        assertThat(car.touched("dy", world.source("AU"))).isCloseTo(0.25, within(FLOWS));
        assertThat(BillOfMaterials.of(world.tracing(), "boat", 0, 0).lines()).isEmpty();
    }
}
