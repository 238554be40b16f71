package org.genryu.core;

/// How numbers are written.
public final class Figures {
    private Figures() {}

    /// The shortest decimal text that reads back as exactly this value: `100`, `0.1`, `123456789012`, `1e-10`.
    /// Between 1e-6 and 1e21 there is no exponent; -0 is written as 0.
    public static String exact(double value) {
        Check.that(Double.isFinite(value), "Figures: value is %s; it must be finite.", value);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        double size = Math.abs(value);
        if (size >= 1e-6 && size < 1e21) {
            String plain = text.indexOf('E') < 0 ? text : new java.math.BigDecimal(text).toPlainString();
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        return text.replace(".0E", "E").replace('E', 'e');
    }
}
