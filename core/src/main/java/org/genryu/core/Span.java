package org.genryu.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The months that a date names, however people write it: the one reader of dates, for cases and term sheets.
///
/// A year, a half, a quarter and a month are their months; a day is its month; `first..last` is from the start of the
/// one to the end of the other. A fiscal year (`2025年度`, `令和7年度`, `FY2025`) is the Japanese one, April to March;
/// of `FY`, which others begin in other months, [#assumed(String)] says so.
///
/// @param from first month [months since the year 0: 2025-01 is 2025·12]
/// @param until the month after the last
public record Span(int from, int until) {
    private static final Text RULE =
            new Text("it must be a date such as 2027, 2027-Q3 or 2027-08.", "2027、2027-Q3、2027-08 のような日付でなければなりません。");

    /// Months before April.
    private static final int APRIL = 3;

    private static final List<String> ENGLISH = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /// The year before the first of each era.
    private static final Map<String, Integer> ERAS =
            Map.of("令和", 2018, "R", 2018, "平成", 1988, "H", 1988, "昭和", 1925, "S", 1925);

    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|[RHS]) ?(元|\\d{1,2})(?=[年./-]).*");

    /// What people write, and the same as `2025`, `2025-4`, `2025-4-1`, `2025-Q2`, `2025-H1`, with `FY` in front if
    /// fiscal. An English month is `#4` by then.
    private static final Map<Pattern, String> FORMS = forms(
            "#(\\d+)[ ,-]+(\\d{4})", "$2-$1",
            "(\\d{1,2})[ -]#(\\d+)[ ,-]+(\\d{4})", "$3-$2-$1",
            "#(\\d+) (\\d{1,2}),? (\\d{4})", "$3-$1-$2",
            "(\\d{4})[ -]#(\\d+)", "$1-$2",
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[T ]\\d{1,2}:\\d{2}.*", "$1-$2-$3",
            "(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})", "$1-$2-$3",
            "(\\d{4})[/.M](\\d{1,2})", "$1-$2",
            "(\\d{4})年", "$1",
            "(\\d{4})年(\\d{1,2})月", "$1-$2",
            "(\\d{4})年(\\d{1,2})月(\\d{1,2})日", "$1-$2-$3",
            "(\\d{4})年?[ -]?([QH][1-4])", "$1-$2",
            "([QH][1-4])[ /-]?(\\d{4})", "$2-$1",
            "([1-4])([QH])[ /-]?(\\d{4})", "$3-$2$1",
            "(\\d{4})年第?([1-4])四半期", "$1-Q$2",
            "(\\d{4})年上半期", "$1-H1",
            "(\\d{4})年下半期", "$1-H2",
            "FY ?(\\d{4})", "FY$1",
            "(\\d{4})年度", "FY$1",
            "FY ?(\\d{4})[ -]?([QH][1-4])", "FY$1-$2",
            "([QH][1-4])[ /-]?FY ?(\\d{4})", "FY$2-$1",
            "(\\d{4})年度([QH][1-4])", "FY$1-$2",
            "(\\d{4})年度第?([1-4])四半期", "FY$1-Q$2",
            "(\\d{4})年度上半?期", "FY$1-H1",
            "(\\d{4})年度下半?期", "FY$1-H2");

    private static final Pattern PLAIN = Pattern.compile("(FY)?\\d{4}(-Q[1-4]|-H[12])?|\\d{4}-\\d{1,2}(-\\d{1,2})?");

    public Span {
        Check.that(from < until, "Span: it ends at %s, before it starts at %s.", until, from);
    }

    private static Map<Pattern, String> forms(String... pairs) {
        Map<Pattern, String> forms = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            forms.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(forms);
    }

    /// Number of months.
    public int months() {
        return until - from;
    }

    /// The months of the date, or the rule that it breaks and what was likely meant.
    public static Reading<Span> read(String text) {
        return Numeral.tidy(text).then(tidy -> {
            String[] ends = tidy.split(" ?(?:\\.\\.|~) ?", -1);
            return ends.length == 2 ? one(ends[0]).then(first -> one(ends[1]).then(first::to)) : one(tidy);
        });
    }

    private Reading<Span> to(Span last) {
        return from < last.until
                ? Reading.of(new Span(from, last.until))
                : Reading.refuse(RULE, new Text("first and last were exchanged.", "始まりと終わりが入れ替わっていませんか。"));
    }

    /// What was taken for granted about a date that others may mean differently; empty for every other.
    public static Optional<Text> assumed(String text) {
        return text.contains("FY") || text.contains("ＦＹ")
                ? read(text).found().map(span -> {
                    String months = month(span.from) + ".." + month(span.until - 1);
                    return new Text(
                            "a fiscal year is read as the Japanese one, %s; write the months if another is meant."
                                    .formatted(months),
                            "年度は日本の会計年度（%s）として読みました。他の年度なら月で書いてください。".formatted(months));
                })
                : Optional.empty();
    }

    private static Reading<Span> one(String written) {
        String text =
                western(written.strip().replaceAll("\\s*([年月日度])\\s*", "$1").strip());
        for (int m = 0; m < ENGLISH.size(); m++) {
            String name = ENGLISH.get(m);
            text = text.replaceAll(
                    "(?i)(?<![A-Za-z])(" + name + "|" + name.substring(0, 3) + "|"
                            + name.substring(0, Math.min(4, name.length())) + ")(?![A-Za-z])\\.?",
                    "#" + (m + 1));
        }
        for (Map.Entry<Pattern, String> form : FORMS.entrySet()) {
            if (form.getKey().matcher(text).matches()) {
                text = form.getKey().matcher(text).replaceFirst(form.getValue());
                break;
            }
        }
        return PLAIN.matcher(text).matches() ? plain(text) : refused(text);
    }

    /// A year of an era as a year of the common count.
    private static String western(String text) {
        if (!ERA.matcher(text).matches()) {
            return text;
        }
        String era = ERA.matcher(text).replaceFirst("$1");
        String year = ERA.matcher(text).replaceFirst("$2");
        int first = ERAS.getOrDefault(era, 0);
        String rest = text.substring(text.indexOf(year, era.length()) + year.length());
        return first + (year.equals("元") ? 1 : Integer.parseInt(year)) + rest;
    }

    private static Reading<Span> plain(String text) {
        boolean fiscal = text.startsWith("FY");
        String[] parts = text.substring(fiscal ? 2 : 0).split("-");
        int start = Integer.parseInt(parts[0]) * 12 + (fiscal ? APRIL : 0);
        if (parts.length == 1) {
            return Reading.of(new Span(start, start + 12));
        }
        char kind = parts[1].charAt(0);
        if (kind == 'Q' || kind == 'H') {
            int length = kind == 'Q' ? 3 : 6;
            int first = start + (parts[1].charAt(1) - '1') * length;
            return Reading.of(new Span(first, first + length));
        }
        int month = Integer.parseInt(parts[1]);
        try {
            LocalDate day =
                    LocalDate.of(Integer.parseInt(parts[0]), month, parts.length == 3 ? Integer.parseInt(parts[2]) : 1);
            int first = start + day.getMonthValue() - 1;
            return Reading.of(new Span(first, first + 1));
        } catch (DateTimeException impossible) {
            return Reading.refuse(RULE);
        }
    }

    /// Not a date: what it may have been.
    private static Reading.Refused<Span> refused(String text) {
        if (text.matches("FY ?'?\\d{2}|\\d{2}年度")) {
            return Reading.refuse(RULE, meant("FY20" + text.replaceAll("\\D", "")));
        }
        if (text.matches("\\d{4}(0[1-9]|1[0-2])(\\d{2})?")) {
            return Reading.refuse(RULE, meant(text.substring(0, 4) + "-" + text.substring(4, 6)));
        }
        if (text.matches("#\\d+[ -]'?\\d{2}")) {
            String[] parts = text.substring(1).split("[ -]'?");
            return Reading.refuse(RULE, meant("20" + parts[1] + "-" + two(parts[0])));
        }
        if (text.matches("\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}")) {
            String[] parts = text.split("[/.]");
            String first = parts[2] + "-" + two(parts[0]);
            String second = parts[2] + "-" + two(parts[1]);
            return Reading.refuse(
                    RULE,
                    new Text(
                            "its month is meant, '%s' or '%s'.".formatted(first, second),
                            "月までの「%s」か「%s」ではありませんか。".formatted(first, second)));
        }
        if (text.matches("[3-6]\\d{4}(\\.0)?")) {
            LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(text.substring(0, 5)));
            return Reading.refuse(RULE, meant(month(day.getYear() * 12 + day.getMonthValue() - 1)));
        }
        if (text.matches("\\d{4}[-/]\\d{2,4}年?度?|FY ?\\d{4}[-/]\\d{2,4}")) {
            String year = text.replaceFirst("^FY ?", "").substring(0, 4);
            return Reading.refuse(RULE, meant("FY" + year));
        }
        return Reading.refuse(RULE);
    }

    private static Text meant(String date) {
        return new Text("'%s' is meant.".formatted(date), "「%s」ではありませんか。".formatted(date));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static String month(int month) {
        return new Periods(Periods.Step.MONTH, month, 1).label(0);
    }
}
