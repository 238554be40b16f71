package org.genryu.plan.world;

import java.util.Optional;
import org.genryu.core.Finding;
import org.genryu.core.Finding.Place;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.core.number.NumberText;
import org.genryu.plan.Aim;
import org.genryu.plan.CuttingPlanes;
import org.genryu.plan.Decisions;
import org.genryu.plan.Found;

/// Is there any plan that keeps the worst part of what may come within the limit? If not: how close one can get.
final class RiskLimit {
    private final WorldAssembly.Assembled all;
    private final PlanChoices choices;
    private final CuttingPlanes planes;

    RiskLimit(WorldAssembly.Assembled all, PlanChoices choices, CuttingPlanes planes) {
        this.all = all;
        this.choices = choices;
        this.planes = planes;
    }

    /// @param aim with its limit
    /// @param rough how far the least tail may be from what is told [fraction of the tail without a plan]
    /// @return what to tell; empty if some plan keeps it
    Optional<Finding> broken(PlanQuestion question, Aim aim, double rough) {
        double most = question.also().most();
        if (most == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        Aim tail = new Aim(0, 1, question.confidence());
        double without = tail.of(all.world().outlook(), planes.scenarios(all.nothing()));
        double[] none = new double[all.inputs().options().size()];
        Decisions open = choices.decisions(new double[all.nothing().length], question.budget(), choices::acts, none);
        double enough = rough * Math.abs(without);
        Found least = planes.best(open, tail, enough).orElseThrow();
        boolean kept = least.objective() <= most
                || (least.bound() <= most && planes.best(open, aim, enough).isPresent());
        return kept ? Optional.empty() : Optional.of(told(most, least, Decisions.dot(choices.costs(), least.y())));
    }

    private Finding told(double most, Found least, double spent) {
        String currency = all.calm().info().money().currency();
        return Finding.error(
                Place.NOWHERE,
                new Text("Risk limit", "リスク上限"),
                new Text(
                        "is %s; within the budget the worst part of what may come can be brought to %s in the mean, by spending %s."
                                .formatted(
                                        NumberText.money(most, currency, Lang.EN),
                                        NumberText.money(least.objective(), currency, Lang.EN),
                                        NumberText.money(spent, currency, Lang.EN)),
                        "が %s です。予算内では悪い方の平均を %s までしか下げられません（支出 %s）。"
                                .formatted(
                                        NumberText.money(most, currency, Lang.JA),
                                        NumberText.money(least.objective(), currency, Lang.JA),
                                        NumberText.money(spent, currency, Lang.JA))),
                new Text("give at least that, or a larger budget.", "それ以上の上限か、より大きな予算を指定してください。"));
    }
}
