package org.genryu.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.genryu.core.Lang;
import org.genryu.laws.Law;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (well-known ways and their straits), identities of closing and reopening (random pairs and straits),
/// wording of faults.
class SeaNetworkTest {
    private static final SeaNetwork SEA = SeaNetwork.world();
    private static final List<Port> PORTS = SEA.ports();
    private static final List<Strait> STRAITS = SEA.straits();

    private static SeaPassage.Way way(String from, String to, String... closed) {
        SeaPassage passage =
                SEA.way(from, to, List.of(closed)).clean().orElseThrow(() -> new AssertionError(from + " " + to));
        assertThat(passage).as("%s - %s without %s", from, to, List.of(closed)).isInstanceOf(SeaPassage.Way.class);
        return (SeaPassage.Way) passage;
    }

    @Test
    void gulfToTokyoPassesHormuzMalaccaSingaporeAndLuzon() {
        assertThat(way("qa-ras-laffan", "jp-tokyo-bay").straits())
                .containsExactly("hormuz", "malacca", "singapore", "luzon");
    }

    @Test
    void gulfOfMexicoToTokyoPassesFloridaOrYucatanAndPanama() {
        assertThat(way("us-sabine-pass", "jp-tokyo-bay").straits()).contains("panama");
    }

    @Test
    void rotterdamToShanghaiGoesRoundTheCapeWhenBothCanalsAreClosed() {
        assertThat(way("nl-rotterdam", "cn-shanghai").straits()).contains("gibraltar", "suez", "bab-el-mandeb");
        assertThat(way("nl-rotterdam", "cn-shanghai", "suez", "panama").straits())
                .contains("cape-of-good-hope")
                .doesNotContain("suez", "panama", "bab-el-mandeb", "gibraltar");
    }

    @Test
    void insideTheGulfIsUnreachableWhenHormuzIsClosed() {
        SeaPassage passage = SEA.way("qa-ras-laffan", "jp-tokyo-bay", List.of("hormuz"))
                .clean()
                .orElseThrow();
        assertThat(passage).isInstanceOfSatisfying(SeaPassage.Unreachable.class, none -> {
            assertThat(none.reason().en())
                    .isEqualTo(
                            "no way by sea leads from Ras Laffan to Tokyo Bay (Yokohama) while these are shut: hormuz,"
                                    + " northeast-passage, northwest-passage, kiel.");
            assertThat(none.reason().ja())
                    .isEqualTo(
                            "ラスラファンから東京湾（横浜）への航路がありません（閉鎖中: hormuz, northeast-passage," + " northwest-passage, kiel）。");
        });
    }

    @Test
    void sabettaGoesEastOnlyWhenTheNortheastPassageIsOpened() {
        StraitClosure opened = SEA.opening(List.of("northeast-passage")).clean().orElseThrow();
        Port from = SEA.port("ru-sabetta").orElseThrow();
        Port to = SEA.port("jp-tokyo-bay").orElseThrow();
        assertThat(((SeaPassage.Way) SEA.way(from, to, opened)).straits()).contains("northeast-passage", "bering");
        assertThat(way("ru-sabetta", "jp-tokyo-bay").straits()).doesNotContain("northeast-passage");
    }

    @Test
    void unknownNamesAreAllToldWithTheNearestKnownOnes() {
        List<String> told = SEA.way("jp-tokyo-bey", "nowhere", List.of("hormus")).findings().stream()
                .map(f -> f.in(Lang.EN))
                .toList();
        assertThat(told)
                .containsExactly(
                        "Strait 'hormus': it is not known; it must be an id of the sea network. Maybe 'hormuz' is meant.",
                        "Port 'jp-tokyo-bey': it is not known; it must be an id of the sea network. Maybe 'jp-tokyo-bay' is meant.",
                        "Port 'nowhere': it is not known; it must be an id of the sea network.");
    }

    @Test
    void everyPortReachesEveryOtherWhileTheUsualPassagesAreOpen() {
        WayTable table = SEA.table(PORTS, SEA.usual());
        Port hub = SEA.port("sg-singapore").orElseThrow();
        assertThat(PORTS)
                .allSatisfy(port -> assertThat(table.nauticalMiles(hub, port)).isPresent());
    }

    @Test
    void everyStraitOwnsEdgesAndAnEdgeBelongsToAtMostOne() {
        Set<Integer> used = new HashSet<>();
        for (int strait : SEA.graph().strait()) {
            used.add(strait);
        }
        for (int i = 0; i < STRAITS.size(); i++) {
            assertThat(used).as(STRAITS.get(i).id()).contains(i);
        }
    }

    @Test
    void everyCountryHasOneMainPortAtMost() {
        assertThat(PORTS.stream().filter(Port::main).map(Port::country)).doesNotHaveDuplicates();
    }

    @Test
    void landlockedCountriesNameKnownPorts() {
        for (String country : List.of("MN", "KZ", "LA", "BO", "ZM", "RW", "RS", "XK")) {
            assertThat(SEA.mainPort(country)).as(country).isPresent();
            assertThat(SEA.landLeg(country)).as(country).isPresent();
        }
    }

    @Test
    void theNearestPortIsReportedWithItsAccessAndLimited() {
        SeaNetwork.Near near = SEA.nearest(35.5, 139.8).orElseThrow();
        assertThat(near.port().country()).isEqualTo("JP");
        assertThat(near.access()).isBetween(0.0, 20.0);
        assertThat(SEA.nearest(47.9, 106.9)).as("Ulaanbaatar").isEmpty();
    }

    @Test
    void closingNeverShortensAndReopeningRestoresToTheBit() {
        Law.of(20261121, 150).holds(input -> {
            int a = input.whole("a", 0, 10_000);
            int b = input.whole("b", 0, 10_000);
            int s = input.whole("s", 0, 10_000);
            Port from = PORTS.get(a % PORTS.size());
            Port to = PORTS.get(b % PORTS.size());
            Strait strait = STRAITS.get(s % STRAITS.size());
            SeaPassage.Way open = (SeaPassage.Way) SEA.way(from, to, SEA.usual());
            SeaPassage shut =
                    SEA.way(from, to, SEA.closing(List.of(strait.id())).clean().orElseThrow());
            switch (shut) {
                case SeaPassage.Way way -> {
                    assertThat(way.nauticalMiles()).isGreaterThanOrEqualTo(open.nauticalMiles());
                    assertThat(way.straits()).doesNotContain(strait.id());
                    if (!open.straits().contains(strait.id())) {
                        assertThat(way).isEqualTo(open);
                    } else {
                        assertThat(way.line()).isNotEqualTo(open.line());
                    }
                }
                case SeaPassage.Unreachable _ -> assertThat(open.straits()).contains(strait.id());
            }
            assertThat(SEA.way(from, to, SEA.usual())).isEqualTo(open);
        });
    }

    @Test
    void theWayBackIsTheSameWay() {
        Law.of(20261121, 150).holds(input -> {
            int a = input.whole("a", 0, 10_000);
            int b = input.whole("b", 0, 10_000);
            Port from = PORTS.get(a % PORTS.size());
            Port to = PORTS.get(b % PORTS.size());
            SeaPassage.Way there = (SeaPassage.Way) SEA.way(from, to, SEA.usual());
            SeaPassage.Way back = (SeaPassage.Way) SEA.way(to, from, SEA.usual());
            assertThat(back.nauticalMiles()).isEqualTo(there.nauticalMiles());
            assertThat(back.straits()).isEqualTo(there.straits().reversed());
            assertThat(back.line()).isEqualTo(there.line().reversed());
        });
    }
}
