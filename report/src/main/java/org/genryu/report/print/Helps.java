package org.genryu.report.print;

import java.util.List;
import org.genryu.casefile.Scenario;
import org.genryu.stress.account.MeasureEffects;
import org.genryu.stress.account.StressAccount;

/// What helps against a scenario?
public sealed interface Helps {
    /// The measures of the scenario, each alone and all together.
    record Own(MeasureEffects effects) implements Helps {}

    /// The scenario has measures, but a variant without one of them has no proved answer.
    record Untold() implements Helps {}

    /// It has none; what the ready answers of the case do against the same events.
    record Shelf(List<Answer> answers) implements Helps {
        public Shelf {
            answers = List.copyOf(answers);
        }
    }

    /// A scenario of measures alone, put against the events of another.
    record Answer(Scenario scenario, StressAccount with) {}
}
