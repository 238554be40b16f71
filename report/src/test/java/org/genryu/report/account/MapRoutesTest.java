package org.genryu.report.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.account.BorderImports;
import org.genryu.balance.account.CommodityFamily;
import org.genryu.balance.account.MapRoutes;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.report.Sample;
import org.junit.jupiter.api.Test;

/// Rung: by hand (ways that everybody knows, values on one line).
class MapRoutesTest {
    private static final Balance BALANCE = new Sample(2025, 2025, "JP", "US")
            .place("qa", "QA", "Qatar", "カタール")
            .place("jp", "JP", "Japan", "日本")
            .place("ca", "CA", "Canada", "カナダ")
            .place("us", "US", "United States", "米国")
            .place("rest", "", "Rest of the world", "その他の世界")
            .commodity("lng", "liquefied", "LNG", "LNG")
            .route("qa", "jp", "lng", 4)
            .route("ca", "us", "lng", 2)
            .route("rest", "jp", "lng", 1)
            .route("us", "jp", "lng", 5)
            .price("jp", "lng", 500)
            .price("us", "lng", 100)
            .run()
            .balance()
            .orElseThrow();

    @Test
    void gasFromQatarMustPassHormuzOnItsWayToJapan() {
        MapRoutes.Voyage voyage = new MapRoutes(BALANCE.of()).of(0);
        assertThat(voyage.sea()).isTrue();
        assertThat(voyage.longitude()).hasSizeGreaterThan(5);
        assertThat(voyage.straits()).extracting(MapRoutes.Place::id).contains("hormuz");
    }

    @Test
    void neighboursByRailAndPlacesWithoutAPortMustBeAStraightLine() {
        for (int lane : new int[] {1, 2}) {
            MapRoutes.Voyage voyage = new MapRoutes(BALANCE.of()).of(lane);
            assertThat(voyage.sea()).isFalse();
            assertThat(voyage.longitude()).hasSize(2);
            assertThat(voyage.straits()).isEmpty();
        }
    }

    /// 4 × 500 + 2 × 100 + 1 × 500; what the partners send each other does not count.
    @Test
    void importsMustBeWorthWhatTheyCostWhereTheyArrive() {
        PlaceCountries countries = PlaceCountries.of(BALANCE.of());
        CommodityFamily all = CommodityFamily.of(BALANCE.of()).getFirst();
        BorderImports imports = BorderImports.of(BALANCE, countries, List.of(1, 3), all, 0);
        assertThat(imports.lanes()).extracting(BorderImports.Lane::value).containsExactly(2000.0, 500.0, 200.0);
        assertThat(imports.value()).isEqualTo(2700);
        assertThat(imports.byOrigin(countries)).containsExactly(2000, 0, 200, 0, 500);
        assertThat(imports.port(countries, 0)).isZero();
    }
}
