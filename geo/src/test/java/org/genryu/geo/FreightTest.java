package org.genryu.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (the template's arithmetic on a way of known length), identity (the story adds up), published
/// template.
class FreightTest {
    /// Sums of a few doubles.
    private static final double EXACT = 1e-9;

    private static SeaPassage.Way way(double nm, String... straits) {
        Port port = SeaNetwork.world().ports().getFirst();
        return new SeaPassage.Way(port, port, nm, List.of(straits), List.of(), new SeaPassage.Access(0, 0));
    }

    private static Ship ship(String id) {
        return Ship.of(id).orElseThrow();
    }

    @Test
    void lngMustFollowThePublishedTemplate() {
        double nm = 6512;
        double days = nm / (17 * 12);
        double charter = 70_000 * (days + 2);
        double boilOff = 0.001 * 0.98 * 160_000 * 21.04 * 10 * days;
        double fees = 0.02 * charter + 2_600 * (days + 2);
        double perMmbtu = (charter + boilOff + fees + 300_000) / (0.94 * 160_000 * 21.04);
        Freight freight = Freight.of(ship("lng"), way(nm));
        assertThat(freight.voyage()).isCloseTo(charter + boilOff + fees + 300_000, within(EXACT * 1e7));
        assertThat(freight.perTonne()).isCloseTo(perMmbtu * 48.96, within(EXACT * 100));
    }

    @Test
    void canalsAreAddedOnceEach() {
        double plain = Freight.of(ship("lng"), way(9205)).voyage();
        assertThat(Freight.of(ship("lng"), way(9205, "florida", "panama")).voyage() - plain)
                .isCloseTo(900_000, within(EXACT * 1e7));
        assertThat(Freight.of(ship("lng"), way(9205, "suez", "hormuz")).voyage() - plain)
                .isCloseTo(1_000_000, within(EXACT * 1e7));
    }

    @Test
    void bulkByHand() {
        // 3120 nm at 13 knots: 10 days there, half of the way back paid: 15 days; 8 in port
        double hire = 12_000 * 23.0;
        double fuel = 550 * (20 * 15.0 + 2.5 * 8);
        double fees = 0.0375 * hire + 800 * 23;
        double expected = (hire + fuel + fees + 100_000) / (38_000 * 0.9) + 10;
        assertThat(Freight.of(ship("bulk"), way(3120)).perTonne()).isCloseTo(expected, within(EXACT));
    }

    @Test
    void daysCountTheCanals() {
        assertThat(ship("container").days(way(3840))).isCloseTo(10, within(EXACT));
        assertThat(ship("container").days(way(3840, "suez", "hormuz"))).isCloseTo(11, within(EXACT));
    }

    @Test
    void theStoryAddsUp() {
        for (Ship ship : Ship.all()) {
            Freight freight = Freight.of(ship, way(5000, "suez"));
            var story = freight.explain();
            double sum = story.parts().getFirst().parts().stream()
                    .mapToDouble(part -> part.value())
                    .sum();
            assertThat(sum).isCloseTo(freight.voyage(), within(EXACT * 1e7));
            assertThat(story.value())
                    .isCloseTo(
                            sum / story.parts().get(1).value()
                                    + story.parts().get(2).value(),
                            within(EXACT * 100));
        }
    }

    @Test
    void longerWaysCostMore() {
        for (Ship ship : Ship.all()) {
            assertThat(Freight.of(ship, way(2000)).perTonne())
                    .isLessThan(Freight.of(ship, way(2001)).perTonne());
        }
    }
}
