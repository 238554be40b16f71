package org.genryu.solve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.genryu.core.Check;

/// Names as LP files bear them: there `san-diego` is a difference, `2025` a number, `infra` an infinity and
/// `end` the end, some of them without a complaint from the reader. What the format gives a meaning becomes
/// `_`, a word that it knows gets a `_` before it, and names that have become equal are told apart by `~2`,
/// `~3`, …
final class FileNames {
    private static final String MEANT = " \t\r\n\f\u000b-+*/^:<>=[]\\";
    private static final Set<String> WORDS = Set.of(
            "st",
            "s.t.",
            "st.",
            "free",
            "end",
            "max",
            "maximize",
            "maximise",
            "maximum",
            "min",
            "minimize",
            "minimise",
            "minimum",
            "bound",
            "bounds",
            "gen",
            "general",
            "generals",
            "int",
            "integer",
            "integers",
            "bin",
            "binary",
            "binaries",
            "semi",
            "semis",
            "sin",
            "sos",
            "sos1",
            "sos2");
    /// What a file can hold; HiGHS's own limit is a little higher.
    private static final int LONGEST = 250;

    private FileNames() {}

    static String[] of(String[] names) {
        Map<String, Integer> uses = new HashMap<>();
        Set<String> taken = new HashSet<>();
        String[] safe = new String[names.length];
        for (int k = 0; k < names.length; k++) {
            String word = word(names[k]);
            String candidate = word;
            while (!taken.add(candidate)) {
                candidate = word + "~" + (uses.merge(word, 1, Integer::sum) + 1);
            }
            safe[k] = candidate;
        }
        return safe;
    }

    private static String word(String name) {
        Check.that(
                !name.isEmpty() && name.length() <= LONGEST,
                "Name '%s': it has %s letters; it must have 1 to %s.",
                name,
                name.length(),
                LONGEST);
        StringBuilder out = new StringBuilder(name);
        for (int i = 0; i < out.length(); i++) {
            if (MEANT.indexOf(out.charAt(i)) >= 0) {
                out.setCharAt(i, '_');
            }
        }
        String lower = out.toString().toLowerCase(Locale.ROOT);
        boolean number = Character.isDigit(lower.charAt(0)) || lower.startsWith("inf") || lower.startsWith("nan");
        boolean point = lower.startsWith(".");
        return (number || point || WORDS.contains(lower) ? "_" : "") + out;
    }
}
