package org.genryu.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Which year of the common count is a year of a Japanese era? Year n of an era is the n-th calendar year in which it
/// had a day, and the first is also called 元年.
///
/// Days of the Meiji era before 1873 were counted by another calendar; the year alone is meant there.
public enum Era {
    MEIJI("明治", "M", LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 29)),
    TAISHO("大正", "T", LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 24)),
    SHOWA("昭和", "S", LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", "H", LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", "R", LocalDate.of(2019, 5, 1), LocalDate.MAX);

    private final String kanji;
    private final String letter;
    private final LocalDate first;
    private final LocalDate last;

    Era(String kanji, String letter, LocalDate first, LocalDate last) {
        this.kanji = kanji;
        this.letter = letter;
        this.first = first;
        this.last = last;
    }

    /// The era that is written so: 令和 or R.
    public static Optional<Era> of(String name) {
        return Arrays.stream(values())
                .filter(era -> era.kanji.equals(name) || era.letter.equals(name))
                .findFirst();
    }

    /// The year of the common count, whether or not the era lasted until then.
    /// @param ofEra 1 for 元年
    public int year(int ofEra) {
        return first.getYear() + ofEra - 1;
    }

    /// Whether any day from the one to the other belongs to the era.
    public boolean reaches(LocalDate from, LocalDate to) {
        return !to.isBefore(first) && !from.isAfter(last);
    }
}
