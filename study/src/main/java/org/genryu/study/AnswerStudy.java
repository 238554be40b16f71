package org.genryu.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.Scenario.Action;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.stress.account.StressAccount;

/// What would the ready answers of a case do against a scenario? An answer is a scenario of measures alone; it is put
/// against the events of the other, as `--with` does.
public final class AnswerStudy {
    private AnswerStudy() {}

    /// By answer, in the order of their ids; one whose months cannot be told is left out.
    /// @param scenario without measures of its own
    public static Map<Scenario, StressAccount> against(
            StressStudy.Calm calm, Scenario scenario, ProgressReport progress) {
        Map<Scenario, StressAccount> answers = new TreeMap<>(Comparator.comparing(Scenario::id));
        for (Scenario answer : StressStudy.sorted(calm.file())) {
            if (answer.events().isEmpty()
                    && !answer.measures().isEmpty()
                    && !answer.id().equals(scenario.id())) {
                progress.begin(new Text("answering with " + answer.id(), answer.id() + " で答えた場合を計算中"));
                List<Action> both = new ArrayList<>(scenario.events());
                both.addAll(answer.measures());
                calm.told(scenario.acting(both)).ifPresent(told -> answers.put(answer, told));
            }
        }
        return answers;
    }
}
