package org.genryu.evidence.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.genryu.core.Check;

/// A date or period as it was stated, as the days from `from` to `to`, both belonging to it.
///
/// @param from first day; empty if it has none (`by 2030`)
/// @param to last day; empty if it has none (`2010年以降`)
/// @param part of it, as it was said: 初旬, 末, early …; empty if none was
/// @param flags what was taken for granted, or could not be
/// @param other what else it may be: `03/04/2026` is March or April
public record StatedPeriod(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Kind kind,
        Optional<String> part,
        List<Flag> flags,
        Optional<LocalDate> other) {
    /// How it was counted.
    public enum Kind {
        CALENDAR("calendar"),
        FISCAL("fiscal"),
        /// one day
        INSTANT("instant"),
        /// an end without a beginning, or the reverse
        HORIZON("horizon");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What a reader should know about how it was read.
    public enum Flag {
        /// the day does not belong to the era
        ERA_OVERRUN("eraOverrun"),
        /// it is relative, and there is nothing to which it could be
        NO_REFERENCE("noReference"),
        /// the year comes from the nearest full date
        YEAR_FROM_CONTEXT("yearFromContext"),
        /// the fiscal year is taken to begin in April, as that of Japan
        FISCAL_START_ASSUMED("fiscalStartAssumed"),
        /// two digits stand for a year
        TWO_DIGIT_YEAR("twoDigitYear"),
        /// day and month may be the other way round
        DAY_OR_MONTH("dayOrMonth");

        private final String word;

        Flag(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public StatedPeriod {
        flags = List.copyOf(flags);
        Check.that(
                from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get()),
                "StatedPeriod: it goes from %s to %s; it must rise.",
                from,
                to);
    }

    /// Whether a person should look at it.
    public boolean isDoubtful() {
        return flags.contains(Flag.DAY_OR_MONTH)
                || flags.contains(Flag.NO_REFERENCE)
                || flags.contains(Flag.ERA_OVERRUN);
    }

    /// Whether both may speak of the same days; one without any day overlaps nothing.
    public boolean overlaps(StatedPeriod that) {
        if ((from.isEmpty() && to.isEmpty()) || (that.from.isEmpty() && that.to.isEmpty())) {
            return false;
        }
        boolean before = to.isPresent() && that.from.isPresent() && to.get().isBefore(that.from.get());
        boolean after = from.isPresent() && that.to.isPresent() && from.get().isAfter(that.to.get());
        return !before && !after;
    }
}
