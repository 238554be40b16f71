package org.genryu.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.genryu.laws.Law;
import org.genryu.report.write.Html;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (spans of a waterfall, order of a tornado), identity (shares of a histogram sum to one) and random.
class ChartsTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9); // sums of a few hundred shares

    @Test
    void aChangeMustHangWhereTheStepBeforeEnded() {
        WaterfallChart waterfall = new WaterfallChart(List.of(
                new WaterfallChart.Step("market only", -40, "-40", true),
                new WaterfallChart.Step("floor price", 55, "55", false),
                new WaterfallChart.Step("insurance", -5, "-5", false),
                new WaterfallChart.Step("with support", 10, "10", true)));
        assertThat(waterfall.spans()).isDeepEqualTo(new double[][] {{0, -40}, {-40, 15}, {15, 10}, {0, 10}});
    }

    @Test
    void aTotalThatIsNotTheSumOfItsStepsMustBeRefused() {
        assertThatThrownBy(() -> new WaterfallChart(List.of(
                        new WaterfallChart.Step("a", 1, "1", true),
                        new WaterfallChart.Step("b", 2, "2", false),
                        new WaterfallChart.Step("c", 4, "4", true))))
                .hasMessage("Waterfall: total 'c' is 4.0; the steps before it must sum to it, not to 3.0.");
    }

    @Test
    void aBandThatDoesNotHoldTheMedianMustBeRefused() {
        assertThatThrownBy(() -> new FanChart(
                        List.of("2026"),
                        new double[] {5},
                        List.of(new FanChart.Band("50%", new double[] {6}, new double[] {7})),
                        Optional.empty()))
                .hasMessage("Fan: band '50%' at 2026 is 6.0 to 7.0; it must lie around the median 5.0, inside the wider"
                        + " band.");
    }

    @Test
    void theAxisOfAFanMustReachItsLevel() {
        FanChart fan = new FanChart(
                List.of("2026", "2027"),
                new double[] {1.6, 1.5},
                List.of(new FanChart.Band("90%", new double[] {1.4, 1.2}, new double[] {1.9, 1.9})),
                Optional.of(new FanChart.Level("covenant 1.1", 1.1)));
        assertThat(fan.scale().clamp(1.1)).isEqualTo(1.1);
    }

    @Test
    void sharesOfAHistogramMustSumToOneAndEveryValueLieInAClass() {
        Law.of(11, 300).holds(input -> {
            double[] array = input.reals("values", 1, 40, -1e9, 1e9);
            int classes = input.whole("classes", 1, 12);
            HistogramChart histogram = HistogramChart.of(array, classes, List.of());
            assertThat(DoubleStream.of(histogram.shares()).sum()).isCloseTo(1, ROUNDING);
            assertThat(histogram.edges()[0])
                    .isLessThanOrEqualTo(Arrays.stream(array).min().orElseThrow());
            assertThat(histogram.edges()[classes])
                    .isCloseTo(
                            Math.max(
                                    histogram.edges()[classes],
                                    Arrays.stream(array).max().orElseThrow()),
                            Offset.offset(1e-3));
        });
    }

    @Test
    void aWideClassMustNotLookLikelierThanItIs() {
        HistogramChart histogram = new HistogramChart(new double[] {0, 1, 5}, new double[] {0.5, 0.5}, List.of());
        assertThat(histogram.heights()).containsExactly(1, 0.25);
    }

    @Test
    void theWidestAssumptionMustStandOnTop() {
        TornadoChart tornado =
                new TornadoChart(10, List.of(row("discount", 9, 11), row("price", 2, 19), row("capex", 14, 6)));
        assertThat(tornado.rows()).extracting(TornadoChart.Row::name).containsExactly("price", "capex", "discount");
    }

    @Test
    void everyChartMustTellItsTitleAndEscapeItsNames() {
        String evil = "<b>&\"";
        Html html = new Html().open("body");
        new WaterfallChart(List.of(new WaterfallChart.Step(evil, 1, evil, false))).draw(html, "w", evil, evil);
        FanChart fan = new FanChart(
                List.of(evil),
                new double[] {1},
                List.of(new FanChart.Band(evil, new double[] {0}, new double[] {2})),
                Optional.of(new FanChart.Level(evil, 1)));
        fan.draw(html, "f", evil, evil, Double::toString);
        fan.key(html, evil);
        HistogramChart.of(new double[] {1, 2}, 2, List.of(new HistogramChart.Mark(evil, 1, true)))
                .draw(html, "h", evil, evil, Double::toString, Double::toString);
        TornadoChart.Labels labels = new TornadoChart.Labels(evil, evil, evil);
        new TornadoChart(0, List.of(row(evil, -1, 1))).draw(html, "t", evil, evil, labels);
        TornadoChart.key(html, labels);
        String page = html.close("body").toString();
        assertThat(page).doesNotContain("<b>", "NaN", "Infinity");
        assertThat(page.split("<title id=\"[wfht]-t\">&lt;b&gt;&amp;&quot;</title>", -1))
                .hasSize(5);
    }

    private static TornadoChart.Row row(String name, double low, double high) {
        return new TornadoChart.Row(name, new TornadoChart.End("low", low), new TornadoChart.End("high", high));
    }
}
