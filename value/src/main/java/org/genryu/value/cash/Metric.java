package org.genryu.value.cash;

import java.util.List;
import java.util.Optional;
import org.genryu.core.Text;

/// A result that may not exist. Nothing here is ever NaN or infinite.
public sealed interface Metric {
    record Value(double value) implements Metric {}

    /// @param reason why there is none
    record None(Text reason) implements Metric {}

    /// More than one number answers the question.
    record Several(List<Double> values, Text reason) implements Metric {
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

    /// Why there is no single value; empty if there is one.
    default Optional<Text> lacking() {
        return switch (this) {
            case Value _ -> Optional.empty();
            case None(Text reason) -> Optional.of(reason);
            case Several(var _, Text reason) -> Optional.of(reason);
        };
    }

    static Metric none(String en, String ja) {
        return new None(new Text(en, ja));
    }
}
