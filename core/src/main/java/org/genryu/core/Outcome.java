package org.genryu.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What came out of reading what people wrote: the good part, and everything that was found. One bad row never hides
/// another.
///
/// @param value the good part; empty only if nothing could be made of the input
/// @param findings in the order in which they stand in the input
public record Outcome<T>(Optional<T> value, List<Finding> findings) {
    public Outcome {
        findings = List.copyOf(findings);
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    public static <T> Outcome<T> of(T value, List<Finding> findings) {
        return new Outcome<>(Optional.of(value), findings);
    }

    public static <T> Outcome<T> failed(List<Finding> findings) {
        return new Outcome<>(Optional.empty(), findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }

    /// The value if there is one and nothing found is an error.
    public Optional<T> clean() {
        return hasErrors() ? Optional.empty() : value;
    }

    public <R> Outcome<R> map(Function<? super T, ? extends R> step) {
        return new Outcome<>(value.map(step), findings);
    }
}
