package org.genryu.plan.world;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.Scenario;
import org.genryu.core.Text;

/// What may come, and how likely.
///
/// @param id of the scenario with its year, such as `japan-stop-full@2030`; `calm` for nothing
/// @param name for people
/// @param chance [fraction]
/// @param actions of the scenario, moved to when it begins here; none for the calm world
public record PlanScenario(String id, Text name, double chance, List<Scenario.Action> actions) {
    public static final String CALM = "calm";

    public PlanScenario {
        actions = List.copyOf(actions);
    }

    /// The month in which it begins [months since the year 0]; nothing ever begins in the calm world.
    public int begins() {
        return actions.stream()
                .mapToInt(Scenario.Action::from)
                .filter(from -> from != Integer.MIN_VALUE)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// Both at once, as an attack: with no chance of its own.
    PlanScenario and(PlanScenario other) {
        List<Scenario.Action> both = new ArrayList<>(actions);
        both.addAll(other.actions);
        return new PlanScenario(
                id + "+" + other.id,
                new Text(name.en() + " + " + other.name.en(), name.ja() + "＋" + other.name.ja()),
                0,
                both);
    }
}
