package org.genryu.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.balance.account.ChainGraph;
import org.genryu.balance.account.PlaceAccounts;
import org.genryu.balance.account.PlaceOrigins;
import org.genryu.balance.account.StageFlows;
import org.genryu.balance.account.TracedSubstances;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Tracing;
import org.genryu.laws.Law;
import org.genryu.report.SampleWorld;
import org.genryu.report.write.Html;
import org.junit.jupiter.api.Test;

/// Rungs: identity (widths sum to amounts) and random (axes).
class PicturesTest {
    private static final double WIDTH_TOLERANCE = 1e-6; // pixels: sums of a few hundred doubles

    @Test
    void bandsMustFillTheirBarsAndNeverMore() {
        Balance balance = SampleWorld.make().balance();
        for (Substance strand : TracedSubstances.of(Tracing.of(balance), PlaceAccounts.of(balance))) {
            StageFlows chain = chain(balance, strand, 0);
            SankeyDiagram picture = SankeyDiagram.of(chain);
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
        StageFlows chain = chain(balance, strand(balance, "dy"), 5);
        List<SankeyDiagram.Bar> bars = SankeyDiagram.of(chain).bars();
        for (int i = 1; i < bars.size(); i++) {
            if (chain.nodes().get(i).column() == chain.nodes().get(i - 1).column()) {
                assertThat(bars.get(i).y())
                        .isGreaterThan(bars.get(i - 1).y() + bars.get(i - 1).height());
            }
        }
    }

    @Test
    void anAxisMustShowAllValuesAndHaveRoundMarksInside() {
        Law.of(7, 500).holds(input -> {
            double[] array = input.reals("values", 1, 6, -1e9, 1e9);
            LineChart.Line line = new LineChart.Line("x", Palette.OTHERS, array, array, array);
            LineChart chart =
                    new LineChart(Arrays.stream(array).mapToObj(String::valueOf).toList(), List.of(line));
            Svg.Scale axis = chart.scale();
            for (double value : array) {
                assertThat(axis.clamp(value)).isEqualTo(value);
            }
            List<Double> marks = axis.marks(5);
            assertThat(marks)
                    .hasSizeBetween(1, 6)
                    .allMatch(mark -> mark >= axis.from() - 1e-6 * Math.abs(axis.from())
                            && mark <= axis.to() + 1e-6 * Math.abs(axis.to()));
        });
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
        assertThatThrownBy(() -> new BarChart.Row("", "x", List.of(new BarChart.Part("a", Palette.OTHERS, 0.4)), ""))
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
