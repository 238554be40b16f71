package org.genryu.core.time;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.core.number.Numeral;
import org.genryu.core.number.ReadText;

/// The clock of a case: equal periods from `first`, each a year, a quarter or a month. Where events begin or end inside
/// a period it is cut there into parts, and everything that is said by period is said by part.
///
/// d_t = length of part t [years]: exactly 1, 1/4 or 1/12 if it is whole – [#length(int)]
/// start of t [years after the start of the first period] = start of the whole period that t is a part of: growth and
/// interest go by whole periods, so that cutting one changes neither – [#start(int)]
///
/// @param step length of a whole period
/// @param firstMonth months since the year 0 of the start of the first period (2025-01 is 2025·12)
/// @param count number of periods, 1 or more; a period that is cut counts by its parts
/// @param cuts months inside of periods at which they are cut, rising
public record Periods(Step step, int firstMonth, int count, List<Integer> cuts) {
    public enum Step {
        YEAR(12),
        QUARTER(3),
        MONTH(1);

        private final int months;

        Step(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }

        /// Length of a whole period [years].
        public double years() {
            return months / 12.0;
        }
    }

    public Periods {
        cuts = List.copyOf(cuts);
        Check.that(count - cuts.size() >= 1, "Periods: count is %s; it must be 1 or more.", count - cuts.size());
        int before = firstMonth;
        for (int cut : cuts) {
            Check.that(
                    cut > before
                            && cut < firstMonth + (count - cuts.size()) * step.months()
                            && (cut - firstMonth) % step.months() != 0,
                    "Periods: %s cuts no period; cuts rise and lie inside of periods.",
                    cut);
            before = cut;
        }
    }

    /// Whole periods.
    public Periods(Step step, int firstMonth, int count) {
        this(step, firstMonth, count, List.of());
    }

    /// The same periods cut at those of the months that lie inside of one.
    public Periods cut(Collection<Integer> months) {
        TreeSet<Integer> all = new TreeSet<>(cuts);
        for (int month : months) {
            if (month > firstMonth && month < end() && (month - firstMonth) % step.months() != 0) {
                all.add(month);
            }
        }
        return new Periods(step, firstMonth, wholes() + all.size(), List.copyOf(all));
    }

    /// The same periods, none cut.
    public Periods whole() {
        return cuts.isEmpty() ? this : new Periods(step, firstMonth, wholes());
    }

    /// Number of whole periods.
    public int wholes() {
        return count - cuts.size();
    }

    /// Index of the whole period that t is, or is a part of.
    public int whole(int t) {
        return cuts.isEmpty() ? t : Math.floorDiv(month(t) - firstMonth, step.months());
    }

    /// First month of t [months since the year 0]; of `count` the month after the last.
    public int month(int t) {
        int parts = 0;
        for (int cut : cuts) {
            int at = Math.floorDiv(cut - firstMonth, step.months()) + 1 + parts;
            if (at == t) {
                return cut;
            }
            if (at > t) {
                break;
            }
            parts++;
        }
        return firstMonth + (t - parts) * step.months();
    }

    /// The month after the last.
    private int end() {
        return firstMonth + wholes() * step.months();
    }

    public static Periods years(int first, int last) {
        return new Periods(Step.YEAR, first * 12, last - first + 1);
    }

    /// Length of t [years].
    public double length(int t) {
        return cuts.isEmpty() ? step.years() : (month(t + 1) - month(t)) / 12.0;
    }

    /// Start of the whole period that t is a part of [years after the start of the first].
    public double start(int t) {
        return whole(t) * step.years();
    }

    /// Whole years from the start of the first period to that of t: the months of a year are of one age.
    public int years(int t) {
        return whole(t) * step.months() / 12;
    }

    /// Discount factor at the start of period t at `rate` [1/year].
    public double discount(int t, double rate) {
        return Math.pow(1 + rate, -start(t));
    }

    /// As people write it: `2025`, `2025-Q3`, `2025-07`; a part of a period by its months, `2025-04..2025-09`.
    public String label(int t) {
        int from = month(t);
        int until = cuts.isEmpty() ? from + step.months() : month(t + 1);
        if (until - from == step.months() && from % step.months() == 0) {
            return switch (step) {
                case YEAR -> year(from / 12);
                case QUARTER -> year(from / 12) + "-Q" + (from % 12 / 3 + 1);
                case MONTH -> monthly(from);
            };
        }
        return until - from == 1 ? monthly(from) : monthly(from) + ".." + monthly(until - 1);
    }

    private static String monthly(int month) {
        return year(month / 12) + (month % 12 < 9 ? "-0" : "-") + (month % 12 + 1);
    }

    /// Four digits. Result tables write a label a row: a format string would cost more than the rest of the row.
    private static String year(int year) {
        return year >= 1000 && year <= 9999 ? Integer.toString(year) : String.format(Locale.ROOT, "%04d", year);
    }

    /// Start month of the date `2025`, `2025-Q3` or `2025-07` as months since the year 0; empty if it is none of
    /// them.
    public static Optional<Integer> month(String text) {
        if (text.matches("\\d{4}")) {
            return Optional.of(Integer.parseInt(text) * 12);
        }
        if (text.matches("\\d{4}-Q[1-4]")) {
            return Optional.of(Integer.parseInt(text.substring(0, 4)) * 12 + (text.charAt(6) - '1') * 3);
        }
        if (text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return Optional.of(Integer.parseInt(text.substring(0, 4)) * 12 + Integer.parseInt(text.substring(5)) - 1);
        }
        return Optional.empty();
    }

    /// The month that a date names (`2026`, `2026-Q3`, `2026-03`, `2026年3月`), as months since the year 0.
    public static ReadText<Integer> read(String text) {
        return Numeral.tidy(text).then(tidy -> {
            String iso = tidy.replaceFirst("^(\\d{4})年$", "$1")
                    .replaceFirst("^(\\d{4})年 ?(\\d{2})月$", "$1-$2")
                    .replaceFirst("^(\\d{4})年 ?(\\d)月$", "$1-0$2");
            Optional<Integer> month = month(iso);
            if (month.isPresent()) {
                return ReadText.of(month.get());
            }
            Text rule = new Text(
                    "it must be a year, a quarter or a month: 2026, 2026-Q3 or 2026-03.",
                    "2026、2026-Q3、2026-03 のように年・四半期・月で書いてください。");
            if (iso.matches("FY ?\\d{2,4}|\\d{4}年度")) {
                return ReadText.refuse(
                        rule,
                        new Text(
                                "the first month of the fiscal year is meant, such as 2026-04 in Japan.",
                                "年度の最初の月（日本なら 2026-04 など）を書いてください。"));
            }
            if (iso.matches("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}")) {
                return ReadText.refuse(
                        rule,
                        new Text(
                                "its month '%s' is meant.".formatted(yearMonth(iso)),
                                "月までの「%s」を書いてください。".formatted(yearMonth(iso))));
            }
            if (iso.matches("\\d{4}[-/.]\\d{1,2}")) {
                return ReadText.refuse(
                        rule,
                        new Text(
                                "'%s' is meant.".formatted(yearMonth(iso)), "「%s」ではありませんか。".formatted(yearMonth(iso))));
            }
            return ReadText.refuse(rule);
        });
    }

    private static String yearMonth(String date) {
        String[] parts = date.split("[-/.]");
        return parts[0] + "-" + (parts[1].length() == 1 ? "0" : "") + parts[1];
    }

    /// Index of the period that holds the month (months since the year 0): below 0 before the first, `count` or
    /// more after the last.
    public int index(int month) {
        int parts = 0;
        for (int cut : cuts) {
            parts += cut <= month ? 1 : 0;
        }
        return Math.floorDiv(month - firstMonth, step.months()) + parts;
    }
}
