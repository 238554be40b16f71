package org.genryu.evidence.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Against what are dates read that do not say everything?
///
/// @param document date of the document, if it is known
/// @param today what two digits of a year are read against where the document has no date
/// @param fiscalStart first month of the fiscal year of those the document speaks of, 1..12
public record TimeFrame(Optional<LocalDate> document, LocalDate today, OptionalInt fiscalStart) {
    public static TimeFrame undated(LocalDate today) {
        return new TimeFrame(Optional.empty(), today, OptionalInt.empty());
    }

    public TimeFrame dated(LocalDate date) {
        return new TimeFrame(Optional.of(date), today, fiscalStart);
    }

    /// A year of two digits, between 80 years before and 20 after the document.
    int fullYear(int twoDigits) {
        int base = document.orElse(today).getYear();
        int year = base - base % 100 + twoDigits;
        return year > base + 20 ? year - 100 : year <= base - 80 ? year + 100 : year;
    }

    int firstMonth() {
        return fiscalStart.orElse(4);
    }
}
