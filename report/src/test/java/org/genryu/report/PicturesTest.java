package org.genryu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.genryu.balance.Balance;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rungs: by hand (origins through a third country, a loop), identity (origins sum to one, widths sum to amounts) and
/// random (axes).
class PicturesTest {
    private static final double WIDTH_TOLERANCE = 1e-6; // pixels: sums of a few hundred doubles
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
        Origins origins = new Origins(balance, Countries.of(balance.of()));
        assertThat(origins.shares(0, 0)[3]).containsExactly(0.75, 0.25, 0, 0, 0);
        assertThat(origins.usedBySource(0, 0, List.of("JP"))).containsExactly(1.5, 0.5, 0, 0, 0);
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
        double[][] shares = new Origins(balance, Countries.of(balance.of())).shares(0, 0);
        assertThat(shares[0][0]).isCloseTo(1, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE * 10));
        assertThat(shares[1][0]).isCloseTo(1, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE * 10));
    }

    @Test
    void originsMustSumToOneWhereverThereIsAnything() {
        Balance balance = SampleWorld.make().balance();
        Origins origins = new Origins(balance, Countries.of(balance.of()));
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
        Chain.Strand nd = strand(balance, "nd");
        Chain chain = chain(balance, nd, 0);
        double intoUse = chain.links().stream()
                .filter(l -> chain.nodes().get(l.to()).column() == chain.columns() - 1)
                .mapToDouble(Chain.Link::amount)
                .sum();
        double served = (21500 + 9000 + 18000 + 160000) * 0.24; // magnets × neodymium in a magnet
        assertThat(intoUse).isCloseTo(served, org.assertj.core.data.Offset.offset(served * SHARE_TOLERANCE));
        assertThat(chain.stages()).containsExactly("ore", "oxide", "metal", "magnet");
        assertThat(chain.stubs()).extracting(Chain.Stub::kind).contains(Chain.Stub.Kind.RECYCLED);
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
        Chain chain = chain(balance, strand(balance, "dy"), 0);
        assertThat(chain.stages()).containsExactly("oxide", "magnet");
        assertThat(chain.links()).extracting(Chain.Link::amount).containsExactly(1.25, 1.0);
        assertThat(chain.stubs())
                .containsExactly(
                        new Chain.Stub(0, Chain.Stub.Kind.RECYCLED, true, 0.25),
                        new Chain.Stub(1, Chain.Stub.Kind.RECYCLED, false, 0.25));
    }

    @Test
    void smallCountriesMustJoinTheOthersInThePictureAndStayInTheTable() {
        Balance balance = SampleWorld.make().balance();
        Origins origins = new Origins(balance, Countries.of(balance.of()));
        Chain.Strand nd = strand(balance, "nd");
        ChainBuilder chains = new ChainBuilder(balance, origins, nd, 0);
        List<Integer> order = Chain.ranking(balance, origins, nd);
        Chain all = chains.build(order, Chain.Detail.ALL);
        Chain large = chains.build(order, new Chain.Detail(7, 0.08, List.of()));
        assertThat(all.nodes()).noneMatch(node -> node.country() == Chain.OTHERS);
        assertThat(large.nodes()).anyMatch(node -> node.country() == Chain.OTHERS && node.members() > 1);
        double everything = all.links().stream().mapToDouble(Chain.Link::amount).sum();
        assertThat(large.links().stream().mapToDouble(Chain.Link::amount).sum())
                .isCloseTo(everything, org.assertj.core.data.Offset.offset(everything * SHARE_TOLERANCE));
    }

    @Test
    void bandsMustFillTheirBarsAndNeverMore() {
        Balance balance = SampleWorld.make().balance();
        for (Chain.Strand strand : Strands.of(balance)) {
            Chain chain = chain(balance, strand, 0);
            Sankey picture = Sankey.of(chain);
            for (int node = 0; node < chain.nodes().size(); node++) {
                int at = node;
                double out = IntStream.range(0, chain.links().size())
                        .filter(i -> chain.links().get(i).from() == at)
                        .mapToDouble(i -> picture.bands().get(i).width())
                        .sum();
                double in = IntStream.range(0, chain.links().size())
                        .filter(i -> chain.links().get(i).to() == at)
                        .mapToDouble(i -> picture.bands().get(i).width())
                        .sum();
                out += IntStream.range(0, chain.stubs().size())
                        .filter(i -> chain.stubs().get(i).node() == at
                                && !chain.stubs().get(i).entering())
                        .mapToDouble(i -> picture.stubs().get(i).width())
                        .sum();
                in += IntStream.range(0, chain.stubs().size())
                        .filter(i -> chain.stubs().get(i).node() == at
                                && chain.stubs().get(i).entering())
                        .mapToDouble(i -> picture.stubs().get(i).width())
                        .sum();
                double bar = Math.max(1, chain.size(node) * picture.scale());
                assertThat(Math.max(in, out)).isLessThanOrEqualTo(bar + WIDTH_TOLERANCE);
                assertThat(Math.max(in, out))
                        .isCloseTo(
                                chain.size(node) * picture.scale(),
                                org.assertj.core.data.Offset.offset(WIDTH_TOLERANCE));
            }
        }
    }

    @Test
    void barsOfAColumnMustNotOverlap() {
        Balance balance = SampleWorld.make().balance();
        Chain chain = chain(balance, strand(balance, "dy"), 5);
        List<Sankey.Bar> bars = Sankey.of(chain).bars();
        for (int i = 1; i < bars.size(); i++) {
            if (chain.nodes().get(i).column() == chain.nodes().get(i - 1).column()) {
                assertThat(bars.get(i).y())
                        .isGreaterThan(bars.get(i - 1).y() + bars.get(i - 1).height());
            }
        }
    }

    @Property(tries = 500, seed = "7")
    void anAxisMustShowAllValuesAndHaveRoundMarksInside(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -1e9, max = 1e9) Double> values) {
        double[] array = values.stream().mapToDouble(v -> v).toArray();
        LineChart.Line line = new LineChart.Line("x", Palette.OTHERS, array, array, array);
        LineChart chart = new LineChart(values.stream().map(String::valueOf).toList(), List.of(line));
        Svg.Scale axis = chart.scale();
        for (double value : array) {
            assertThat(axis.clamp(value)).isEqualTo(value);
        }
        List<Double> marks = axis.marks(5);
        assertThat(marks)
                .hasSizeBetween(1, 6)
                .allMatch(mark -> mark >= axis.from() - 1e-6 * Math.abs(axis.from())
                        && mark <= axis.to() + 1e-6 * Math.abs(axis.to()));
    }

    @Test
    void anAxisOfZerosMustStillExist() {
        double[] zeros = {0, 0};
        Svg.Scale axis = new LineChart(
                        List.of("2025", "2026"), List.of(new LineChart.Line("x", Palette.OTHERS, zeros, zeros, zeros)))
                .scale();
        assertThat(axis.from()).isLessThan(axis.to());
        assertThat(axis.marks(5)).contains(0.0);
    }

    @Test
    void anEndThatNothingBoundsMustNotStretchTheAxis() {
        double[] price = {10, 12};
        LineChart.Line line = new LineChart.Line(
                "x", Palette.OTHERS, price, new double[] {Double.NEGATIVE_INFINITY, 11}, new double[] {
                    Double.POSITIVE_INFINITY, 13
                });
        LineChart chart = new LineChart(List.of("2025", "2026"), List.of(line));
        assertThat(chart.scale().to()).isLessThan(14);
        Html html = new Html();
        chart.draw(html, "x", "t", "d", Double::toString);
        assertThat(html.toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void partsThatDoNotMakeAWholeMustBeRefused() {
        assertThatThrownBy(() -> new Bars.Row("", "x", List.of(new Bars.Part("a", Palette.OTHERS, 0.4)), ""))
                .hasMessage("Bars: the parts of 'x' sum to 0.4; they must sum to 1.");
    }

    @Test
    void aCountryMustHaveOneColourAndTheFirstTwentyEightMustAllDiffer() {
        List<String> codes = List.of(
                "CN", "JP", "US", "AU", "MM", "MY", "VN", "RU", "KR", "EE", "TH", "IN", "BR", "DE", "CL", "FR", "CA",
                "QA", "LA", "PH", "ID", "CD", "GB", "GL");
        assertThat(codes.stream().map(Palette::of).distinct()).hasSameSizeAs(codes);
        assertThat(Palette.of("CN")).isEqualTo(new Palette(0, 0));
        assertThat(Palette.of("ZZ")).isEqualTo(Palette.of("ZZ")).isNotEqualTo(Palette.OTHERS);
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void everyTextMustExistInBothLanguagesWithTheSameBlanks(Words words) {
        assertThat(words.text().en()).isNotBlank();
        assertThat(words.text().ja()).isNotBlank();
        assertThat(blanks(words.text().en())).isEqualTo(blanks(words.text().ja()));
        if (words != Words.HHI && words != Words.MISSING) {
            assertThat(words.text().ja())
                    .as("Japanese")
                    .containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}、：［]");
            assertThat(words.text().en())
                    .as("English")
                    .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        }
    }

    private static List<String> blanks(String text) {
        return java.util.regex.Pattern.compile("%(\\d\\$)?s")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }

    private static Chain.Strand strand(Balance balance, String name) {
        return Strands.of(balance).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Chain chain(Balance balance, Chain.Strand strand, int t) {
        Origins origins = new Origins(balance, Countries.of(balance.of()));
        return new ChainBuilder(balance, origins, strand, t)
                .build(Chain.ranking(balance, origins, strand), new Chain.Detail(7, 0.01, List.of("JP", "US", "CN")));
    }

    /// Magnets of jp-ev-motors are missing in all years but the first, at most a tenth; those of us-defence at most
    /// nine tenths.
    @Test
    void whoIsPricedOutMustBeToldApartFromWhoRunsShortAndComeFirstWhenGrave() {
        Sample sample = SampleWorld.make()
                .reactsToPrice("jp-ev-motors")
                .reactsToPrice("us-lasers")
                .demand("us", "lasers", "dy-oxide", new double[] {10, 10, 10, 10, 10, 10}, 10, 10, 1, 10, 10, 10)
                .price("us", "dy-oxide", 300000);
        View view = View.of(sample.run(), sample.balance(), Lang.EN);
        assertThat(Shortfall.fixed(view)).isEmpty();
        Shortfall gap = Shortfall.heldBack(view).getFirst();
        assertThat(gap).isEqualTo(new Shortfall(gap.demand(), 2, 2, 9, 10, 9 * 300000.0));
        assertThat(Page.of(sample.run(), Lang.EN))
                .contains(
                        "In 2027 price keeps 90% of the Dysprosium oxide out of reach for lasers in United States: 9 t of the 10 t wanted at the reference price.")
                .doesNotContain("Nobody runs short");
    }

    @Test
    void theHeadlineMustNameTheDependenceWithMostAtStake() {
        View view = View.of(SampleWorld.make().run(), SampleWorld.make().balance(), Lang.EN);
        Headline.Dependence found = Headline.dependence(view, 0).orElseThrow();
        assertThat(view.commodity(found.commodity())).isEqualTo("NdFeB magnet");
        assertThat(view.source(found.country())).isEqualTo("China");
        assertThat(found.share()).isCloseTo(10500 / 30500.0, org.assertj.core.data.Offset.offset(SHARE_TOLERANCE));
        Shortfall shortage = Shortfall.athome(view, Shortfall.fixed(view)).getFirst();
        assertThat(view.supply().periods().label(shortage.first())).isEqualTo("2026");
        assertThat(view.supply().periods().label(shortage.worst())).isEqualTo("2030");
        assertThat(shortage.lacking()).isEqualTo(3000);
    }
}
