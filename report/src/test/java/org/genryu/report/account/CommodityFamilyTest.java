package org.genryu.report.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.balance.account.CommodityFamily;
import org.genryu.casefile.SupplyCase;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.junit.jupiter.api.Test;

/// Rung: by hand.
class CommodityFamilyTest {
    @Test
    void whatRecipesJoinMustBeOneFamilyAndShortChainsStandTogether() {
        SupplyCase supply = new Sample(2025, 2025)
                .place("a", "AA", "A", "甲")
                .commodity("field", "field", "Gas", "ガス")
                .commodity("lng", "liquefied", "LNG", "LNG")
                .commodity("gas", "regasified", "Gas", "ガス")
                .commodity("bauxite", "mine", "Bauxite", "ボーキサイト")
                .commodity("gallium", "refined", "Gallium", "ガリウム")
                .commodity("antimony", "mine", "Antimony", "アンチモン")
                .recipe("liquefy", "field", -1, "lng", 1)
                .recipe("regasify", "lng", -1, "gas", 1)
                .recipe("refine", "bauxite", -1, "gallium", 1)
                .supply();
        assertThat(CommodityFamily.of(supply))
                .containsExactly(
                        new CommodityFamily(List.of("field", "lng", "gas"), List.of(0, 1, 2), false),
                        new CommodityFamily(List.of("bauxite", "gallium", "antimony"), List.of(3, 4, 5), true));
    }

    @Test
    void everyCommodityMustBeInExactlyOneFamily() {
        SupplyCase supply = SampleWorld.make().supply();
        assertThat(CommodityFamily.of(supply).stream().flatMap(family -> family.commodities().stream()))
                .hasSize(supply.world().commodities().size())
                .doesNotHaveDuplicates();
    }
}
