package org.genryu.stress.worst;

import java.util.List;
import org.genryu.casefile.Scenario;
import org.genryu.core.Finding.Place;
import org.genryu.core.Text;

/// One thing that the other side could do to us.
///
/// @param id as the case writes it, or made of what it does, such as `ban-CN` or `closure-hormuz`
/// @param name for people
/// @param cost in the other side's budget [its own unit; 1 where the case says nothing]
/// @param actions what it changes, all of it together
/// @param place where it is written
public record RivalMove(String id, Text name, double cost, List<Scenario.Action> actions, Place place) {
    public RivalMove {
        actions = List.copyOf(actions);
    }

    /// Whether what it makes of a number depends on what other moves made of it in no way but by stacking on
    /// top.
    boolean stacks() {
        return actions.stream()
                .allMatch(action -> !action.shape().name().equals("change")
                        || action.word("op").equals("multiply")
                        || action.word("op").equals("add"));
    }

    /// Whether ships take another way because of it, which may be cheaper than the way that a further closure
    /// leaves.
    boolean reroutes() {
        return actions.stream().anyMatch(action -> action.shape().name().equals("closure"));
    }
}
