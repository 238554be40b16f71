package org.genryu.core;

import java.util.Optional;

/// One thing that is wrong, doubtful or worth knowing in what a person gave us: the thing, its value, the rule, the
/// place and a likely cure.
///
/// @param severity an [Severity#ERROR] stops the work, the others do not
/// @param place where it stands
/// @param thing what it is about, such as `Process 'us-mountain-pass'`
/// @param problem what is and what must be, such as `capacity is -3 t/yr; it must be 0 or more.`
/// @param cure a likely remedy, without the word "Maybe"
public record Finding(Severity severity, Place place, Text thing, Text problem, Optional<Text> cure) {
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /// Where something stands in what was read.
    ///
    /// @param file name within the case, such as `processes.csv` or `case.xlsx#processes`; empty if there is none
    /// @param line 1 is the first line; 0 means "the file as a whole"
    /// @param column name of the column or key; empty means "the line as a whole"
    public record Place(String file, int line, String column) {
        public static final Place NOWHERE = new Place("", 0, "");

        public static Place of(String file) {
            return new Place(file, 0, "");
        }
    }

    public static Finding error(Place place, Text thing, Text problem) {
        return new Finding(Severity.ERROR, place, thing, problem, Optional.empty());
    }

    public static Finding error(Place place, Text thing, Text problem, Text cure) {
        return new Finding(Severity.ERROR, place, thing, problem, Optional.of(cure));
    }

    public static Finding warning(Place place, Text thing, Text problem, Text cure) {
        return new Finding(Severity.WARNING, place, thing, problem, Optional.of(cure));
    }

    /// `Kind 'id': what is value; it must be rule. [file:line column] Maybe cure.`
    public String in(Lang lang) {
        StringBuilder out = new StringBuilder(thing.in(lang)).append(": ").append(problem.in(lang));
        if (!place.file().isEmpty()) {
            out.append(" [").append(place.file());
            if (place.line() > 0) {
                out.append(':').append(place.line());
            }
            if (!place.column().isEmpty()) {
                out.append(' ').append(place.column());
            }
            out.append(']');
        }
        cure.ifPresent(
                text -> out.append(lang == Lang.EN ? " Maybe " : " 対処案: ").append(text.in(lang)));
        return out.toString();
    }
}
