package org.genryu.core;

/// Guards against the programmer's mistakes. The reader's data never ends here: it becomes a [Finding].
public final class Check {
    private Check() {}

    /// Throws unless the rule holds. Rules are phrased positively (`x >= 0`), so that NaN fails them.
    public static void that(boolean rule, String message, Object... values) {
        if (!rule) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
