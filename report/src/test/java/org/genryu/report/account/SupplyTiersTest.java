package org.genryu.report.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.genryu.balance.Balance;
import org.genryu.balance.account.PlaceOrigins;
import org.genryu.balance.account.SupplyTiers;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.Tracing;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (through a third country) and identity (every tier sums to one).
class SupplyTiersTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12); // sums of a few shares

    ///   ore cn 300, 100 of it to jp -> metal cn 2 (both to jp), jp 1 -> used in jp 3
    @Test
    void theTiersOfACountryMustNameWhoMinedAndWhoSmelted() {
        Balance balance = new Sample(2025, 2025, "JP")
                .place("cn", "CN", "China", "中国")
                .place("jp", "JP", "Japan", "日本")
                .commodity("ore", "ore", "Ore", "鉱石")
                .commodity("metal", "metal", "Metal", "金属")
                .content("ore", "dy", 0.01)
                .content("metal", "dy", 1)
                .recipe("dig", "ore", 1)
                .recipe("smelt", "ore", -100, "metal", 1)
                .process("mine", "cn", "dig", 300)
                .process("smelter", "cn", "smelt", 2)
                .process("jp-smelter", "jp", "smelt", 1)
                .route("cn", "jp", "ore", 100)
                .route("cn", "jp", "metal", 2)
                .demand("jp", "ev-motors", "metal", new double[] {3}, 3)
                .run()
                .balance()
                .orElseThrow();
        SupplyTiers tiers = tiers(balance, "dy", 1, 1);
        assertThat(tiers.amount()).isEqualTo(3);
        assertThat(tiers.tiers()).extracting(Origin.Tier::stage).containsExactly("mine", "ore", "metal");
        assertThat(tiers.tiers().getLast().share()[0]).isCloseTo(2.0 / 3, ROUNDING);
        assertThat(tiers.tiers().getFirst().share()[0]).isCloseTo(1, ROUNDING);
        assertThat(tiers.mostTouching(List.of(1))).isZero();
        assertThat(tiers.touched()[0]).isCloseTo(1, ROUNDING);
    }

    @Test
    void everyTierMustSumToOne() {
        Balance balance = SampleWorld.make().run().balance().orElseThrow();
        for (int country : new int[] {1, 2}) {
            SupplyTiers tiers = tiers(balance, "nd", country, 5);
            assertThat(tiers.tiers()).hasSizeGreaterThan(3);
            tiers.tiers()
                    .forEach(tier -> assertThat(Arrays.stream(tier.share()).sum())
                            .as(tier.stage())
                            .isCloseTo(1, ROUNDING));
        }
    }

    private static SupplyTiers tiers(Balance balance, String element, int country, int commodity) {
        Tracing tracing = Tracing.of(balance);
        PlaceOrigins origins = PlaceOrigins.of(balance);
        return SupplyTiers.of(tracing.trace(tracing.element(element).orElseThrow()), origins, country, commodity, 0)
                .orElseThrow();
    }
}
