package org.genryu.report.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.report.draw.PageFigure;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static FigureTable table() {
        return new FigureTable("t", 1, "who", "how much")
                .row(FigureTable.word("Japan"), FigureTable.number("1.5 t", 1.5));
    }

    @Test
    void aPlotMustNameColumnsAndHoldNoNumberOfItsTable() {
        Plot plot = Plot.of(Plot.Kind.STACKED)
                .with("name", 0)
                .with("value", 1)
                .unit("%")
                .line(0.3, "target")
                .paints(Map.of("Japan", "f1"));
        assertThat(plot.json())
                .isEqualTo("{\"kind\":\"stacked\",\"name\":[0],\"value\":[1],\"unit\":\"%\",\"line\":0.3,"
                        + "\"lineName\":\"target\",\"paints\":{\"Japan\":\"f1\"}}");
    }

    @Test
    void wordsMustNotLeaveTheirQuotes() {
        assertThat(Plot.of(Plot.Kind.DOTS).beyond("a\"b\\c\n").json())
                .isEqualTo("{\"kind\":\"dots\",\"beyond\":\"a\\\"b\\\\c\\u000a\"}");
    }

    @Test
    void aColumnThatTheTableLacksMustBeRefused() {
        assertThatThrownBy(() -> table().plotted(Plot.of(Plot.Kind.BARS).with("value", 2)))
                .hasMessage("Plot of 't': value is column 2; it must be one of the table's 2.");
    }

    @Test
    void aFigureMustSayHowItsTableIsDrawn() {
        Html html = new Html();
        new PageFigure(Lang.EN, "facts")
                .table(
                        html,
                        "one",
                        "One",
                        "",
                        table().plotted(Plot.of(Plot.Kind.BARS).with("name", 0).with("value", 1)));
        assertThat(html.toString())
                .contains(
                        "data-plot=\"{&quot;kind&quot;:&quot;bars&quot;,&quot;name&quot;:[0],&quot;value&quot;:[1]}\"")
                .contains("<details class=\"table\" open=\"open\">");
    }

    @Test
    void rowsDrawnInPlaceOfTheTableMustBeUnrounded() {
        assertThat(Plot.of(Plot.Kind.SANKEY).drawn(table()).json())
                .isEqualTo("{\"kind\":\"sankey\",\"data\":[[\"Japan\",\"1.5\"]]}");
    }

    @Test
    void dotsMustStandInTheMiddleOfTheirFiftieth() {
        assertThat(List.of(QuantileDots.at(1), QuantileDots.at(25), QuantileDots.at(50)))
                .containsExactly(0.01, 0.49, 0.99);
        assertThatThrownBy(() -> QuantileDots.at(51)).hasMessage("Dots: dot is 51; it must lie between 1 and 50.");
    }
}
