package org.genryu.core.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;

/// What was likely meant by a text that is almost a date.
final class NearDates {
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(0[1-9]|1[0-2])(\\d{2})?");
    private static final Pattern SHORT_MONTH = Pattern.compile("(?:\\d{1,2}[ -])?#(\\d+)[ -]'?(\\d{2})");
    private static final Pattern SHORT_QUARTER = Pattern.compile("(?:([QH])([1-4])|([1-4])([QH]))[ '/-]*(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("([3-6]\\d{4})(\\.0)?");
    private static final Pattern SHORT_FISCAL = Pattern.compile("FY ?'?(\\d{2})|(\\d{2})年度");
    private static final Pattern TWO_YEARS = Pattern.compile("(FY ?)?(\\d{4})[-/–—](\\d{2}|\\d{4})年?度?");
    private static final Pattern OCTOBER = Pattern.compile("(\\d{4})\\.1");
    private static final Pattern NOUGHT = Pattern.compile("(\\d{4})\\.0");
    private static final Pattern MONTH =
            Pattern.compile("(?<![0-9A-Z])(\\d{4})(?:年|[-/.])(0?[1-9]|1[0-2])(?!\\d)|#(\\d+)[ ,-]+(\\d{4})(?!\\d)");
    private static final Pattern END = Pattern.compile(".*\\bEND\\b\\D*(\\d{4})|(\\d{4})(?:年末| ?END)");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9A-Z])(\\d{4})(?!\\d)");

    private NearDates() {}

    /// @param text the date with its months as `#4` and in capitals
    static Optional<Text> cure(String text) {
        Matcher m = SHORT_FISCAL.matcher(text);
        if (m.matches()) {
            return meant("FY20" + text.replaceAll("\\D", ""));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return meant(m.group(1) + "-" + m.group(2));
        }
        m = SHORT_MONTH.matcher(text);
        if (m.matches()) {
            return meant("20" + m.group(2) + "-" + two(m.group(1)));
        }
        m = SHORT_QUARTER.matcher(text);
        if (m.matches()) {
            boolean letter = m.group(1) != null;
            return meant("20" + m.group(5) + "-" + m.group(letter ? 1 : 4) + m.group(letter ? 2 : 3));
        }
        m = SERIAL.matcher(text);
        if (m.matches()) {
            LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(m.group(1)));
            return meant(Span.month(day.getYear() * 12 + day.getMonthValue() - 1));
        }
        return years(text).or(() -> within(text));
    }

    /// `2025/26` and the like, `2025.1` and `2025.0`.
    private static Optional<Text> years(String text) {
        Matcher m = OCTOBER.matcher(text);
        if (m.matches()) {
            return either(m.group(1) + "-01", m.group(1) + "-10");
        }
        m = NOUGHT.matcher(text);
        if (m.matches()) {
            return meant(m.group(1));
        }
        m = TWO_YEARS.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(2));
        String written = m.group(3);
        int last = written.length() == 4 ? Integer.parseInt(written) : first / 100 * 100 + Integer.parseInt(written);
        boolean fiscal = m.group(1) != null || text.endsWith("年度");
        boolean next = last == first + 1;
        return !next
                ? last > first ? meant(first + ".." + last) : Optional.empty()
                : fiscal ? meant("FY" + first) : either("FY" + first, first + ".." + last);
    }

    /// A month or year with words around it, or without a year.
    private static Optional<Text> within(String text) {
        Matcher month = MONTH.matcher(text);
        if (month.find()) {
            return meant(
                    month.group(1) != null
                            ? month.group(1) + "-" + two(month.group(2))
                            : month.group(4) + "-" + two(month.group(3)));
        }
        Matcher end = END.matcher(text);
        if (end.matches()) {
            return meant((end.group(1) != null ? end.group(1) : end.group(2)) + "-12");
        }
        Matcher year = YEAR.matcher(text);
        if (year.find()) {
            return Optional.of(new Text(
                    "its months are meant, such as '%1$s-04' or '%1$s-04..%1$s-06'.".formatted(year.group(1)),
                    "「%1$s-04」「%1$s-04..%1$s-06」のように月で書いてください。".formatted(year.group(1))));
        }
        if (text.matches("'?\\d{1,2}([-/.]\\d{1,2}){1,2}|'\\d{2}")) {
            return Optional.of(
                    new Text("the year with its four digits is meant, as in '2027-08'.", "年は「2027-08」のように四桁で書いてください。"));
        }
        return text.matches(".*(#\\d|\\d月|四半期|[QH][1-4]).*")
                ? Optional.of(new Text("the year is missing, as in '2027-08'.", "「2027-08」のように年も書いてください。"))
                : Optional.empty();
    }

    private static Optional<Text> meant(String date) {
        return Optional.of(new Text("'%s' is meant.".formatted(date), "「%s」ではありませんか。".formatted(date)));
    }

    private static Optional<Text> either(String one, String other) {
        return Optional.of(
                new Text("'%s' or '%s' is meant.".formatted(one, other), "「%s」か「%s」ではありませんか。".formatted(one, other)));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
