package org.genryu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.genryu.core.Check;

/// A command whose figures are wanted.
///
/// @param suite runs of one suite take turns, so that a slow minute of the machine falls on all of them
/// @param sizes sizes at which it is run
/// @param name unique within the suite
/// @param command words with places to fill, such as `{case}`
/// @param record file with the figures, as one JSON object; empty: the last line of the output that starts with `{`
public record BenchRun(String suite, List<BenchSize> sizes, String name, String command, String record) {

    /// The words of the command with every place filled. A place that is a word of its own may stand for
    /// several words; inside a word it stands for one.
    public List<String> words(Map<String, List<String>> places) {
        List<String> out = new ArrayList<>();
        for (String word : command.strip().split(" +")) {
            if (word.startsWith("{") && word.endsWith("}") && places.containsKey(word)) {
                out.addAll(places.getOrDefault(word, List.of()));
            } else {
                out.add(fill(word, places));
            }
        }
        return List.copyOf(out);
    }

    /// The text with every place filled.
    static String fill(String text, Map<String, List<String>> places) {
        String out = text;
        for (Map.Entry<String, List<String>> place : places.entrySet()) {
            out = out.replace(place.getKey(), String.join(" ", place.getValue()));
        }
        Check.that(out.indexOf('{') < 0, "Command '%s': '%s' has a place that nothing fills.", text, out);
        return out;
    }
}
