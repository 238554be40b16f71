package org.genryu.stress.month;

import org.genryu.core.Check;
import org.genryu.core.time.Periods;

/// The clock of a stress: months, counted from 0.
///
/// @param periods whole periods of the case
/// @param first month [months since the year 0]
/// @param months how many, 1 or more
/// @param foresight months that the actors see ahead of the one in which they decide: 0 the present month
/// alone, `months` or more all
public record StressClock(Periods periods, int first, int months, int foresight) {
    /// Days of a month.
    public static final double DAYS = 365.0 / 12;

    public StressClock {
        Check.that(months >= 1, "Stress clock: %s months; it must be 1 or more.", months);
        Check.that(foresight >= 0, "Stress clock: foresight %s; it must be 0 or more.", foresight);
    }

    /// Whole period of the case that month i lies in; before the case its first, after it its last.
    public int whole(int i) {
        return Math.clamp(periods.index(first + i), 0, periods.count() - 1);
    }

    /// Months of a whole period.
    int length() {
        return periods.step().months();
    }

    /// Months from the start of its whole period to the end of month i: 1 to [#length()].
    int age(int i) {
        return Math.clamp(first + i - periods.month(whole(i)) + 1, 1, length());
    }

    /// As people write it: `2027-03`.
    public String label(int i) {
        return new Periods(Periods.Step.MONTH, first + i, 1).label(0);
    }

    /// How many months a decision in month i sees, itself included.
    int window(int i) {
        return Math.min(foresight >= months ? months : foresight + 1, months - i);
    }
}
