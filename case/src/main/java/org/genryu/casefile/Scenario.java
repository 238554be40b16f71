package org.genryu.casefile;

import java.util.List;
import java.util.Map;
import org.genryu.core.Text;

/// What happens to us (events) and what we choose (measures), as a file `scenarios/<id>.yaml` says it.
///
/// @param start first month [months since the year 0]; -1 if not given
/// @param months length of the stress clock; 0 if not given
/// @param foresight months the actors see ahead; -1 for `all`
public record Scenario(
        String id, Text title, int start, int months, int foresight, List<Action> events, List<Action> measures) {
    public Scenario {
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    /// One event or measure as it was written.
    ///
    /// @param shape such as `ban`, `closure`, `stockpile`
    /// @param words by key; lists have one entry an item
    /// @param line of the file
    public record Action(String shape, Map<String, List<String>> words, int line) {}
}
