package org.genryu.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rungs: by hand (places that everybody can look up), identity (rings are closed and within the globe).
class LandOutlineTest {
    @ParameterizedTest
    @CsvSource({
        "Madrid,40.4,-3.7", "Denver,39.7,-105", "Ulan Bator,47.9,106.9", "Alice Springs,-23.7,133.9",
        "South Pole,-89.9,10", "Chukotka east of 180,66.5,-175", "Chukotka west of 180,67,178", "Brasilia,-15.8,-47.9",
        "Kinshasa,-4.4,15.4", "Matsumoto,36.2,138"
    })
    void placesInlandAreOnLand(String name, double lat, double lon) {
        assertThat(LandOutline.world().contains(lat, lon)).as(name).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Gulf of Guinea,0,0",
        "North Pacific,40,180",
        "North Pacific from the east,40,-180",
        "Strait of Hormuz,26.5,56.5",
        "Caspian Sea,42,51",
        "Black Sea,43,34",
        "Malacca Strait,4,100",
        "Dover Strait,51,1.45",
        "Bering Strait,65.8,-169.1"
    })
    void seasAreNotLand(String name, double lat, double lon) {
        assertThat(LandOutline.world().contains(lat, lon)).as(name).isFalse();
    }

    @Test
    void everyRingIsClosedAndOnTheGlobe() {
        assertThat(LandOutline.world().rings()).hasSizeGreaterThan(1000).allSatisfy(ring -> {
            int last = ring.size() - 1;
            assertThat(ring.size()).isGreaterThan(3);
            assertThat(ring.longitude()[0]).isEqualTo(ring.longitude()[last]);
            assertThat(ring.latitude()[0]).isEqualTo(ring.latitude()[last]);
            assertThat(Arrays.stream(ring.longitude())).allMatch(x -> Math.abs(x) <= 180);
            assertThat(Arrays.stream(ring.latitude())).allMatch(y -> Math.abs(y) <= 90);
        });
    }

    @Test
    void noShoreRunsAcrossTheMapWhereTheDateLineCutsIt() {
        for (LandOutline.Ring ring : LandOutline.world().rings()) {
            for (int i = 1; i < ring.size(); i++) {
                boolean pole = ring.latitude()[i] == -90 && ring.latitude()[i - 1] == -90;
                assertThat(pole || Math.abs(ring.longitude()[i] - ring.longitude()[i - 1]) < 180)
                        .isTrue();
            }
        }
    }
}
