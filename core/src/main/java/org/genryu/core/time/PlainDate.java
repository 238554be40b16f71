package org.genryu.core.time;

import java.util.Optional;
import org.genryu.core.time.Span.Dated;

/// A date in the plain form, `2025` or `2025-04`: what nearly every cell of a large table holds. Read without the fifty
/// patterns of [Dates], which take a tenth of the time of a small case to be made ready, and to the same span.
final class PlainDate {
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int MONTHS = 12;

    private PlainDate() {}

    /// @return empty for every other form, which [Dates] knows or refuses
    static Optional<Dated> read(String tidy) {
        int year = tidy.length() == YEAR || (tidy.length() == MONTH && tidy.charAt(YEAR) == '-')
                ? digits(tidy, 0, YEAR)
                : -1;
        if (year < 0) {
            return Optional.empty();
        }
        int first = year * MONTHS;
        if (tidy.length() == YEAR) {
            return Optional.of(new Dated(new Span(first, first + MONTHS), false, false));
        }
        int month = digits(tidy, YEAR + 1, MONTH);
        return month < 1 || month > MONTHS
                ? Optional.empty()
                : Optional.of(new Dated(new Span(first + month - 1, first + month), false, false));
    }

    /// The number of the characters, -1 if one of them is no digit.
    private static int digits(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
