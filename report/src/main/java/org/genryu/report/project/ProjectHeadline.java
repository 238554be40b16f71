package org.genryu.report.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.report.write.Html;
import org.genryu.value.Valuation;
import org.genryu.value.cash.DebtRatios;
import org.genryu.value.cash.Metric;
import org.genryu.value.cash.ProjectMetrics;
import org.genryu.value.future.FutureResult;
import org.genryu.value.project.PlantTerms;
import org.genryu.value.project.RiskClasses;

/// What is said first of a project: the futures, then the central case, then what all of it rests on. Every number
/// opens its [Definition].
final class ProjectHeadline {
    private final Valuation valuation;
    private final Lang lang;
    private final String money;

    ProjectHeadline(Valuation valuation, Lang lang) {
        this.valuation = valuation;
        this.lang = lang;
        this.money = valuation.project().header().money().currency();
    }

    private String in(String en, String ja) {
        return new Text(en, ja).in(lang);
    }

    private String money(double value) {
        return NumberText.money(value, money, lang);
    }

    private boolean owes() {
        return valuation.base().plan().debt() > 0;
    }

    void write(Html html, SheetInputs inputs) {
        html.open("section", "class", "headline");
        html.open("p", "class", "lead");
        futures().forEach(sentence -> sentence.write(html));
        html.close("p");
        html.open("p");
        central().forEach(sentence -> sentence.write(html));
        html.close("p");
        html.open("p");
        ToldSentence.of(
                        in(
                                "{1} of its {0} numbers rest on assumptions, {2} on sources.",
                                "{0}個の数値のうち{1}個は仮定、{2}個は出典に基づきます。"),
                        Definition.ASSUMPTIONS.shown(
                                Integer.toString(inputs.figures().size())),
                        Definition.ASSUMPTIONS.shown(Long.toString(inputs.assumed())),
                        Definition.ASSUMPTIONS.shown(Long.toString(inputs.sourced())))
                .write(html);
        html.close("p");
        html.close("section");
    }

    /// What may come, in one line: the value, and the debt where there is any.
    String sentence() {
        return futures().stream().map(ToldSentence::plain).collect(Collectors.joining());
    }

    private List<ToldSentence> futures() {
        FutureResult risk = valuation.risk();
        List<ToldSentence> told = new ArrayList<>();
        told.add(ToldSentence.of(
                in(
                        "Half of {0} futures are worth more than {1} before finance, eight in ten between {2} and {3}; a loss has a chance of {4}.",
                        "{0}通りの未来の半数で、資金調達前の価値は{1}を上回り、8割で{2}から{3}の間にあります。損失の確率は{4}です。"),
                Definition.FUTURES.shown(
                        String.format(Locale.ROOT, "%,d", risk.options().futures())),
                Definition.VALUE.shown(money(risk.npv().quantile(0.5))),
                Definition.EIGHT_IN_TEN.shown(money(risk.npv().quantile(0.1))),
                Definition.EIGHT_IN_TEN.shown(money(risk.npv().quantile(0.9))),
                Definition.LOSS.shown(NumberText.percent(risk.npv().shareBelow(0)))));
        if (owes()) {
            FutureResult.Default fails = risk.defaults();
            told.add(ToldSentence.of(
                    in(
                            " The debt is in default in {0} ± {1} of them; a service is missed, cured or not, in {2}.",
                            "債務不履行となるのは{0}（±{1}）、治癒されたものを含め元利が期日に全額支払われないのは{2}です。"),
                    Definition.DEFAULT.shown(NumberText.percent(fails.probability())),
                    Definition.ERROR.shown(NumberText.percent(fails.standardError())),
                    Definition.MISSED.shown(NumberText.percent(fails.missed()))));
        }
        return told;
    }

    private List<ToldSentence> central() {
        ProjectMetrics measures = valuation.base().measures();
        Metric least = DebtRatios.least(valuation.base().ratios().dscr());
        List<ToldSentence> told = new ArrayList<>();
        told.add(ToldSentence.of(
                owes()
                        ? in(
                                "At its central values the project is worth {0} before finance; IRR {1}, least DSCR {2}. ",
                                "中心値による一つのケースでは、資金調達前の価値は{0}、IRRは{1}、最小DSCRは{2}です。")
                        : in(
                                "At its central values the project is worth {0} before finance; IRR {1}. ",
                                "中心値による一つのケースでは、資金調達前の価値は{0}、IRRは{1}です。"),
                Definition.VALUE.shown(money(measures.npv())),
                Definition.RETURN.shown(shown(measures.irr(), true)),
                Definition.COVER.shown(shown(least, false))));
        leftOut().ifPresent(told::add);
        return told;
    }

    private static String shown(Metric answer, boolean rate) {
        return switch (answer) {
            case Metric.Value(double value) -> rate ? NumberText.percent(value) : NumberText.number(value);
            case Metric.Several(List<Double> values, Text _) ->
                values.stream()
                        .map(v -> rate ? NumberText.percent(v) : NumberText.number(v))
                        .collect(Collectors.joining(" / "));
            case Metric.None _ -> "—";
        };
    }

    /// What the central case leaves out that the futures have.
    private Optional<ToldSentence> leftOut() {
        double late = valuation.project().timeline().delayChance().central();
        String delay = late > 0 ? in("no delay (chance {0} in the futures)", "遅延なし（未来では確率{0}）") : "";
        String mean = "";
        String overrun = "";
        if (valuation.project().plant().capital().overrun() instanceof PlantTerms.Overrun.OfClass(String of, var _)) {
            mean = NumberText.number(RiskClasses.overrun(of).mean());
            overrun = in(
                    "the estimate without overrun (mean of the class " + of + ": {1} times)",
                    "超過のない見積額（区分 " + of + " の平均は{1}倍）");
        }
        if (delay.isEmpty() && overrun.isEmpty()) {
            return Optional.empty();
        }
        String joined = overrun.isEmpty() || delay.isEmpty() ? overrun + delay : overrun + in(" and ", "、") + delay;
        return Optional.of(ToldSentence.of(
                in("It takes " + joined + ".", "この値は" + joined + "とします。"),
                Definition.CENTRAL.shown(NumberText.percent(late)),
                Definition.CENTRAL.shown(mean)));
    }
}
