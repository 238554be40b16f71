package org.genryu.report.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.genryu.balance.Balance;
import org.genryu.balance.account.ChainGraph;
import org.genryu.balance.account.PlaceAccounts;
import org.genryu.balance.account.PlaceOrigins;
import org.genryu.balance.account.StageFlows;
import org.genryu.balance.account.TracedSubstances;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Tracing;
import org.genryu.balance.risk.Assessment;
import org.genryu.balance.risk.Governance;
import org.genryu.report.Sample;
import org.genryu.report.SampleWorld;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (origins through a third country, a loop) and identity (origins sum to one, nothing is lost on the
/// way).
class StageFlowsTest {
    private static final double SHARE_TOLERANCE = 1e-12;

    ///   mine cn 3, mine mm 1 -> all to vn; vn -> jp 2
    @Test
    void originMustPassThroughThirdCountriesInProportion() {
        Balance balance = new Sample(2025, 2025, "JP")
                .place("cn", "CN", "China", "中国")
                .place("mm", "MM", "Myanmar", "ミャンマー")
                .place("vn", "VN", "Viet Nam", "ベトナム")
                .place("jp", "JP", "Japan", "日本")
                .commodity("ore", "ore", "Ore", "鉱石")
                .recipe("dig", "ore", 1)
                .process("a", "cn", "dig", 3)
                .process("b", "mm", "dig", 1)
                .route("cn", "vn", "ore", 3)
                .route("mm", "vn", "ore", 1)
                .route("vn", "jp", "ore", 2)
                .demand("jp", "use", "ore", new double[] {2}, 2)
                .balance();
        PlaceOrigins origins = PlaceOrigins.of(balance);
        assertThat(origins.shares(0, 0)[3]).containsExactly(0.75, 0.25, 0, 0, 0);
        Assessment assessment = Assessment.of(balance, Governance.builtIn());
        assertThat(assessment.usedByMaker(List.of(assessment.country("JP")), 0, 0))
                .containsExactly(1.5, 0.5, 0, 0, 0);
    }

    /// a sends 4 to b; b sends 3 back to a and 1 on; a makes 1: everything that moves was made at a.
    @Test
    void originMustSettleInALoop() {
        Balance balance = new Sample(2025, 2025)
                .place("a", "AA", "A", "甲")
                .place("b", "BB", "B", "乙")
                .commodity("ore", "ore", "Ore", "鉱石")
                .recipe("dig", "ore", 1)
                .process("mine", "a", "dig", 1)
                .route("a", "b", "ore", 4)
                .route("b", "a", "ore", 3)
                .demand("b", "use", "ore", new double[] {1}, 1)
                .balance();
        double[][] shares = PlaceOrigins.of(balance).shares(0, 0);
        assertThat(shares[0][0]).isCloseTo(1, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE * 10));
        assertThat(shares[1][0]).isCloseTo(1, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE * 10));
    }

    @Test
    void originsMustSumToOneWhereverThereIsAnything() {
        Balance balance = SampleWorld.make().balance();
        PlaceOrigins origins = PlaceOrigins.of(balance);
        for (int c = 0; c < balance.of().world().commodities().size(); c++) {
            for (double[] place : origins.shares(c, 2)) {
                double sum = Arrays.stream(place).sum();
                assertThat(sum == 0 || Math.abs(sum - 1) < SHARE_TOLERANCE)
                        .as("commodity %s: %s", c, sum)
                        .isTrue();
            }
        }
    }

    @Test
    void whatIsUsedMustAppearInTheChainToTheLastTon() {
        Balance balance = SampleWorld.make().balance();
        Substance nd = strand(balance, "nd");
        StageFlows chain = chain(balance, nd, 0);
        double intoUse = chain.links().stream()
                .filter(l -> chain.nodes().get(l.to()).column() == chain.columns() - 1)
                .mapToDouble(StageFlows.Link::amount)
                .sum();
        double served = (21500 + 9000 + 18000 + 160000) * 0.24; // magnets × neodymium in a magnet
        assertThat(intoUse).isCloseTo(served, org.assertj.core.data.Offset.offset(served * SHARE_TOLERANCE));
        assertThat(chain.stages()).containsExactly("ore", "oxide", "metal", "magnet");
        assertThat(chain.stubs()).extracting(StageFlows.Stub::kind).contains(StageFlows.Stub.Kind.RECYCLED);
    }

    @Test
    void stagesMustStandInTheOrderOfTheRecipesWhateverTheOrderOfTheTable() {
        Balance balance = new Sample(2025, 2025)
                .place("a", "AA", "A", "甲")
                .commodity("oxide", "oxide", "Oxide", "酸化物")
                .commodity("crude", "crude", "Crude", "粗")
                .commodity("ore", "ore", "Ore", "鉱石")
                .content("oxide", "la", 1)
                .content("crude", "la", 1)
                .content("ore", "la", 1)
                .recipe("dig", "ore", 1)
                .recipe("leach", "ore", -1, "crude", 1)
                .recipe("finish", "crude", -1, "oxide", 1)
                .process("p", "a", "dig", 1)
                .process("q", "a", "leach", 1)
                .process("r", "a", "finish", 1)
                .demand("a", "use", "oxide", new double[] {1}, 1)
                .balance();
        assertThat(chain(balance, strand(balance, "la"), 0).stages()).containsExactly("ore", "crude", "oxide");
    }

    ///   oxide 1 + 0.25 (from swarf) -> magnet 1 + swarf 0.25; swarf goes back to oxide
    @Test
    void aByProductThatGoesBackMustBeAStubAtBothEndsAndNeverALink() {
        Balance balance = new Sample(2025, 2025)
                .place("a", "AA", "A", "甲")
                .commodity("oxide", "oxide", "Oxide", "酸化物")
                .commodity("swarf", "scrap", "Swarf", "研削屑")
                .commodity("magnet", "magnet", "Magnet", "磁石")
                .content("oxide", "dy", 1)
                .content("swarf", "dy", 1)
                .content("magnet", "dy", 1)
                .recipe("separate", "oxide", 1)
                .recipe("press", "oxide", -1.25, "magnet", 1, "swarf", 0.25)
                .recipe("recover", "swarf", -1, "oxide", 1)
                .process("p", "a", "separate", 1)
                .process("q", "a", "press", 1)
                .process("r", "a", "recover", 0.25)
                .demand("a", "use", "magnet", new double[] {1}, 1)
                .balance();
        StageFlows chain = chain(balance, strand(balance, "dy"), 0);
        assertThat(chain.stages()).containsExactly("oxide", "magnet");
        assertThat(chain.links()).extracting(StageFlows.Link::amount).containsExactly(1.25, 1.0);
        assertThat(chain.stubs())
                .containsExactly(
                        new StageFlows.Stub(0, StageFlows.Stub.Kind.RECYCLED, true, 0.25),
                        new StageFlows.Stub(1, StageFlows.Stub.Kind.RECYCLED, false, 0.25));
    }

    @Test
    void smallCountriesMustJoinTheOthersInThePictureAndStayInTheTable() {
        Balance balance = SampleWorld.make().balance();
        PlaceOrigins origins = PlaceOrigins.of(balance);
        Substance nd = strand(balance, "nd");
        ChainGraph chains = new ChainGraph(balance, origins, nd, 0);
        List<Integer> order = ChainGraph.ranking(balance, origins, nd);
        StageFlows all = chains.build(order, StageFlows.Detail.ALL);
        StageFlows large = chains.build(order, new StageFlows.Detail(7, 0.08, List.of()));
        assertThat(all.nodes()).noneMatch(node -> node.country() == StageFlows.OTHERS);
        assertThat(large.nodes()).anyMatch(node -> node.country() == StageFlows.OTHERS && node.members() > 1);
        double everything =
                all.links().stream().mapToDouble(StageFlows.Link::amount).sum();
        assertThat(large.links().stream().mapToDouble(StageFlows.Link::amount).sum())
                .isCloseTo(everything, org.assertj.core.data.Offset.offset(everything * SHARE_TOLERANCE));
    }

    private static Substance strand(Balance balance, String name) {
        return TracedSubstances.of(Tracing.of(balance), PlaceAccounts.of(balance)).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StageFlows chain(Balance balance, Substance strand, int t) {
        PlaceOrigins origins = PlaceOrigins.of(balance);
        return new ChainGraph(balance, origins, strand, t)
                .build(
                        ChainGraph.ranking(balance, origins, strand),
                        new StageFlows.Detail(7, 0.01, List.of("JP", "US", "CN")));
    }
}
