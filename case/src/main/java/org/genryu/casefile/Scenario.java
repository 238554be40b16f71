package org.genryu.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.casefile.schema.ActionShapes;
import org.genryu.core.Text;

/// What happens to us (events) and what we choose (measures), as a file `scenarios/<id>.yaml` says it, checked word
/// by word.
///
/// @param file such as `scenarios/stop-2027.yaml`
/// @param start first month of the stress clock [months since the year 0]; empty: the start of the case
/// @param months length of the stress clock; 0: to the end of the case
/// @param foresight months the actors see ahead; empty: all
/// @param actions events and measures in file order, events first
public record Scenario(
        String id,
        Text title,
        String file,
        Optional<Integer> start,
        int months,
        Optional<Integer> foresight,
        List<Action> actions) {
    public Scenario {
        actions = List.copyOf(actions);
    }

    /// What happens to us.
    public List<Action> events() {
        return actions.stream().filter(action -> action.shape().event()).toList();
    }

    /// What we choose.
    public List<Action> measures() {
        return actions.stream().filter(action -> !action.shape().event()).toList();
    }

    /// The same scenario in which other things happen or are chosen.
    public Scenario acting(List<Action> others) {
        return new Scenario(id, title, file, start, months, foresight, others);
    }

    private static final String FOLDER = "scenarios/";
    private static final String ENDING = ".yaml";

    /// The file of the scenario with this id.
    public static String file(String id) {
        return FOLDER + id + ENDING;
    }

    /// The id of the scenario in this file; of changes that another file says, its name.
    public static String id(String file) {
        return !file.startsWith(FOLDER) ? file : file.substring(FOLDER.length(), file.length() - ENDING.length());
    }

    /// One event or measure.
    ///
    /// @param shape what it is
    /// @param words what was written, by key; a list has one entry an item
    /// @param numbers in the unit of the key, by key
    /// @param from first month in force [months since the year 0]; `Integer.MIN_VALUE` from the start of the case
    /// @param until month after the last in force; `Integer.MAX_VALUE` to the end of the case
    /// @param file in which it stands: a run may join several ([InForce])
    /// @param line of the file
    public record Action(
            ActionShapes.Shape shape,
            Map<String, List<String>> words,
            Map<String, Double> numbers,
            int from,
            int until,
            String file,
            int line) {
        private static final String SINCE = "since";

        public Action {
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
            numbers = Map.copyOf(numbers);
        }

        public List<String> list(String key) {
            return words.getOrDefault(key, List.of());
        }

        /// The same in other months.
        public Action during(int first, int end) {
            return new Action(shape, words, numbers, first, end, file, line);
        }

        /// The same, going on from the month in which it began under another line.
        public Action since(int month) {
            Map<String, Double> other = new HashMap<>(numbers);
            other.put(SINCE, (double) month);
            return new Action(shape, words, other, from, until, file, line);
        }

        /// The month in which it began.
        public int since() {
            return number(SINCE).isPresent() ? (int) number(SINCE).getAsDouble() : from;
        }

        /// The same with other words for one key.
        public Action with(String key, List<String> list) {
            Map<String, List<String>> other = new LinkedHashMap<>(words);
            other.put(key, list);
            return new Action(shape, other, numbers, from, until, file, line);
        }

        public String word(String key) {
            return list(key).isEmpty() ? "" : list(key).getFirst();
        }

        public OptionalDouble number(String key) {
            return Optional.ofNullable(numbers.get(key)).stream()
                    .mapToDouble(Double::doubleValue)
                    .findFirst();
        }
    }
}
