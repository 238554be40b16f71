package org.genryu.report.project;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.draw.PageFigure;
import org.genryu.report.draw.WaterfallChart;
import org.genryu.report.write.FigureTable;
import org.genryu.report.write.Html;
import org.genryu.value.Valuation;

/// From the case at central values over the mean of the futures to the market value, in one picture; and
/// whether the sheet states a price of risk at all.
final class BridgeFigure {
    private BridgeFigure() {}

    static void write(Html html, Valuation valuation, Lang lang, PageFigure figure) {
        Valuation.Bridge bridge = valuation.bridge();
        String money = valuation.project().header().money().currency();
        String central = new Text("central values", "中心値").in(lang);
        String chance = new Text("what chance brings", "不確実性の影響").in(lang);
        String mean = new Text("mean of the futures", "未来の平均").in(lang);
        String rate = (bridge.priced()
                        ? new Text("riskless rate and price of risk", "無リスク金利とリスクの価格")
                        : new Text("riskless rate", "無リスク金利"))
                .in(lang);
        String market = new Text("market value", "市場価値").in(lang);
        List<WaterfallChart.Step> steps = List.of(
                step(central, bridge.central(), money, lang, true),
                step(chance, bridge.chance(), money, lang, false),
                step(mean, bridge.mean(), money, lang, true),
                step(rate, bridge.rate(), money, lang, false),
                step(market, bridge.market(), money, lang, true));
        FigureTable table =
                new FigureTable("bridge", 1, new Text("step", "段階").in(lang), new Text("value", "価値").in(lang), "±");
        row(table, central, bridge.central(), 0, money, lang);
        row(table, chance, bridge.chance(), 0, money, lang);
        row(table, mean, bridge.mean(), bridge.meanError(), money, lang);
        row(table, rate, bridge.rate(), 0, money, lang);
        row(table, market, bridge.market(), bridge.marketError(), money, lang);
        table.plotted(WaterfallChart.plot(steps));
        String title = new Text("From central values to the market's", "中心値から市場価値まで").in(lang);
        figure.write(
                html,
                "bridge",
                title,
                new Text(
                                "Before finance at the sheet's discount rate; the market value to owners and lenders together at the riskless rate.",
                                "資金調達前、シートの割引率。市場価値は出資者と貸し手の合計で、無リスク金利によります。")
                        .in(lang),
                out -> new WaterfallChart(steps).draw(out, "bridge-p", title, title),
                table);
        if (!bridge.priced()) {
            html.leaf(
                    "p",
                    new Text(
                                    "No price of risk is stated: the valuation measure expects the same prices as the real world, so a fair value is an expected value at the riskless rate. A `premium` or a futures curve of a price would state one.",
                                    "リスクの価格が示されていません。評価測度の期待価格は現実の確率と同じため、公正価値は無リスク金利による期待値です。価格の `premium` か先物曲線で示せます。")
                            .in(lang));
        }
    }

    private static WaterfallChart.Step step(String name, double value, String money, Lang lang, boolean total) {
        return new WaterfallChart.Step(name, value, NumberText.money(value, money, lang), total);
    }

    private static void row(FigureTable table, String name, double value, double error, String money, Lang lang) {
        table.row(
                FigureTable.word(name),
                FigureTable.number(NumberText.money(value, money, lang), value),
                error == 0 ? FigureTable.word("") : FigureTable.number(NumberText.money(error, money, lang), error));
    }
}
