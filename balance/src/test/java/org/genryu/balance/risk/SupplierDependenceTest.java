package org.genryu.balance.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult.Balanced;
import org.genryu.balance.Balancer;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Test;

/// Rung: by hand, on worlds of the zoo.
class SupplierDependenceTest {
    private static final double SMALL = 1e-9;

    private static Assessment assessment(TextCase cases) {
        if (!(Balancer.balance(cases.supply(), BalanceOptions.DEFAULT.uncalibrated())
                instanceof Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance");
        }
        return Assessment.of(balance, Governance.builtIn());
    }

    /// Japan's magnets are all made in Viet Nam, of oxide that was separated in China and mined in Myanmar (3/4)
    /// and Australia (1/4).
    @Test
    void theMakerMustBeNamedAndWhoStandsBehindHimToo() {
        Assessment world = assessment(Zoo.thirdCountry().header("home", "[JP]").header("rival", "[CN]"));
        List<SupplierDependence> all = SupplierDependence.of(world, world.country("JP"), 0);
        assertThat(all).singleElement().satisfies(one -> {
            assertThat(world.code(one.country())).isEqualTo("VN");
            assertThat(one.share()).isCloseTo(1, within(SMALL));
        });
        SupplierDependence.Behind behind = all.getFirst().behind(world, 0).orElseThrow();
        assertThat(behind.substance().name()).isEqualTo("dy");
        assertThat(behind.origins())
                .extracting(origin -> origin.name().en())
                .containsExactly(
                        world.name(world.country("MM")).en(),
                        world.name(world.country("AU")).en());
        assertThat(behind.origins().getFirst().share()).isCloseTo(0.75, within(SMALL));
        assertThat(behind.touched()).isCloseTo(1, within(SMALL));
    }

    /// Viet Nam uses oxide alone; seen from it that comes from the rival, and what is at home is no dependence.
    @Test
    void whatIsMadeAtHomeMustBeNoDependence() {
        Assessment alone = assessment(Zoo.thirdCountry().header("rival", "[CN]").header("home", "[VN]"));
        assertThat(SupplierDependence.of(alone, alone.country("VN"), 0))
                .extracting(one -> alone.code(one.country()))
                .containsExactly("CN");
        Assessment both = assessment(Zoo.thirdCountry().header("home", "[VN, CN]"));
        assertThat(SupplierDependence.of(both, both.country("VN"), 0)).isEmpty();
    }
}
