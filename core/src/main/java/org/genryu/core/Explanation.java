package org.genryu.core;

import java.util.List;

/// The story of a number: what it is, its value, and the numbers that it is made of, with the symbols of the method
/// pages.
///
/// @param label what the number is
/// @param value in `unit`
/// @param unit such as `USD/kg`; empty for a pure number
/// @param how how the parts make the value, such as `price at origin / (1 - loss) + cost`; empty for a leaf
/// @param parts the numbers below this one
public record Explanation(Text label, double value, String unit, Text how, List<Explanation> parts) {
    public Explanation {
        parts = List.copyOf(parts);
    }

    public static Explanation leaf(Text label, double value, String unit) {
        return new Explanation(label, value, unit, Text.same(""), List.of());
    }
}
