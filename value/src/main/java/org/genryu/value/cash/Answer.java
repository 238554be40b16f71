package org.genryu.value.cash;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// A result that may not exist. Nothing here is ever NaN or infinite.
public sealed interface Answer {
    record Value(double value) implements Answer {}

    /// @param reason why there is none
    record None(Text reason) implements Answer {}

    /// More than one number answers the question.
    record Several(List<Double> values, Text reason) implements Answer {
        public Several {
            values = List.copyOf(values);
        }
    }

    /// The value if there is exactly one.
    default Optional<Double> found() {
        return switch (this) {
            case Value(double v) -> Optional.of(v);
            case None _, Several _ -> Optional.empty();
        };
    }

    static Answer none(String en, String ja) {
        return new None(new Text(en, ja));
    }
}
