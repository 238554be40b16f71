package org.genryu.evidence.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One JSON object as it stands, with limits on depth and size; null is absence.
///
/// @param fields texts, numbers, truths, lists and objects by their names
public record JsonTree(Map<String, Object> fields) {
    private static final int DEPTH = 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(10_000_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    /// The object that a text is; empty if it is none.
    public static Optional<JsonTree> read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonTree tree = object(parser);
            return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
        } catch (JacksonException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private static JsonTree object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            value(parser, parser.nextToken()).ifPresent(value -> fields.put(name, value));
        }
        return new JsonTree(fields);
    }

    private static Optional<Object> value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    value(parser, next).ifPresent(list::add);
                }
                yield Optional.of(list);
            }
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(new BigDecimal(parser.getString()));
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The text of a field; empty where there is none.
    public Optional<String> text(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public OptionalDouble number(String name) {
        return fields.get(name) instanceof BigDecimal number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    public boolean yes(String name) {
        return fields.get(name) instanceof Boolean truth && truth;
    }

    /// The object of a field; one without fields where there is none.
    public JsonTree part(String name) {
        return fields.get(name) instanceof JsonTree part ? part : new JsonTree(Map.of());
    }

    public List<JsonTree> parts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(JsonTree.class::isInstance)
                        .map(JsonTree.class::cast)
                        .toList()
                : List.of();
    }

    public List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
