package org.genryu.bench;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of one JSON object, by name; numbers of nested objects as `outer.inner`. Everything else is left out.
final class JsonLine {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonLine() {}

    /// The numbers of the object, or empty if the text is not one JSON object.
    static Optional<Map<String, Double>> numbers(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                return Optional.empty();
            }
            Map<String, Double> out = new TreeMap<>();
            collect("", node, out);
            return Optional.of(out);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void collect(String prefix, JsonNode node, Map<String, Double> out) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                out.put(name, value.doubleValue());
            } else if (value.isObject()) {
                collect(name + ".", value, out);
            }
        });
    }

    /// One line with these members, numbers in full.
    static String write(Map<String, ?> members) {
        return MAPPER.writeValueAsString(members);
    }
}
