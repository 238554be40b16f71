package org.genryu.stress.future;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.number.CorrelatedHypercube;

/// When do the events of a scenario begin in a future, and how long do they last?
///
///     begins   start + ⌊12 E / hazard⌋ months, E exponential with mean 1       the first event of a Poisson process
///     lasts    1 + ⌊ln(1 - u) / ln(1 - ends)⌋ months, at most its `months`     each month ends it with the same chance
///
/// Both are quantiles at the draws of a Latin hypercube, so that future K alone is the one in the ensemble. An event
/// that says neither is as it is written; one that begins after the last month of the clock does not happen.
public final class EventDraws {
    static final String HAZARD = "hazard";
    static final String ENDS = "ends";

    private EventDraws() {}

    /// Whether futures of a scenario differ by its events.
    public static boolean any(Scenario scenario) {
        return scenario.events().stream().anyMatch(EventDraws::isDrawn);
    }

    /// Whether when or how long an event is differs by future.
    public static boolean isDrawn(Action action) {
        return action.number(HAZARD).isPresent() || action.number(ENDS).isPresent();
    }

    /// Whether each event of a scenario comes by chance, so that it is for futures alone.
    public static boolean onlyByChance(Scenario scenario) {
        return !scenario.events().isEmpty()
                && scenario.events().stream()
                        .allMatch(event -> event.number(HAZARD).isPresent());
    }

    /// The scenario as it happens in a future.
    /// @param first month of its clock, from which an event without a start is drawn [months since the year 0]
    public static Scenario of(Scenario scenario, int first, int future, CorrelatedHypercube hypercube) {
        List<Action> all = new ArrayList<>();
        for (int k = 0; k < scenario.actions().size(); k++) {
            Action action = scenario.actions().get(k);
            all.add(isDrawn(action) ? drawn(action, first, k, future, hypercube) : action);
        }
        return scenario.acting(all);
    }

    /// What the draw of a word of an action is called.
    /// @param k of the action in its scenario, from 0
    static String stream(int k, String word) {
        return "event " + k + (word.equals(HAZARD) ? " begins" : " lasts");
    }

    private static Action drawn(Action action, int first, int k, int future, CorrelatedHypercube hypercube) {
        int from = Math.max(action.from(), first);
        long begins = from;
        if (action.number(HAZARD).isPresent()) {
            double wait = -12 * Math.log1p(-hypercube.uniform(future, stream(k, HAZARD)));
            begins = from + (long) Math.min(1e6, wait / action.number(HAZARD).getAsDouble());
        }
        long lasts = action.until() == Integer.MAX_VALUE ? (long) 1e6 : (long) action.until() - from;
        if (action.number(ENDS).isPresent()) {
            double ends = action.number(ENDS).getAsDouble();
            double u = hypercube.uniform(future, stream(k, ENDS));
            double months = ends < 1 ? 1 + Math.floor(Math.log1p(-u) / Math.log1p(-ends)) : 1;
            lasts = Math.min(lasts, (long) Math.min(1e6, months));
        }
        return action.during((int) begins, (int) (begins + Math.max(0, lasts)));
    }
}
