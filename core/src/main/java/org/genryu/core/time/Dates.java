package org.genryu.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Era;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.genryu.core.time.Span.Dated;

/// How do people write dates? The forms in English and Japanese, each as the plain one (`2025`, `2025-04`,
/// `2025-04-04`, `2025-Q2`, `2025-H1`, `FY2025`, `FY2025-Q2`), and the cure where a text is none of them or could be
/// two.
final class Dates {
    static final Text RULE =
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

    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和|[RHS]) ?(元|\\d{1,2})(?=[年./-])");

    /// Digits of dates as kanji: `七年四月`, `第二四半期`.
    private static final Pattern KANJI = Pattern.compile("[〇一二三四五六七八九十]+(?=年|月|日|四半期)");

    /// What says nothing about the month: weekdays, the time of the day, blanks, the endings of ordinals.
    private static final Map<Pattern, String> BESIDE = forms(
            " ?\\((?:[月火水木金土日]|(?i:Mon|Tue|Wed|Thu|Fri|Sat|Sun))[^()]*\\)", "",
            "^(?i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[.,]? ", "",
            "([\\d日])[T ]\\d{1,2}:\\d{2}.*", "$1",
            "\\s*([年月日度])\\s*", "$1",
            "月(分|中)$", "月",
            "(\\d)(?i:st|nd|rd|th)( of)?(?![a-z])", "$1",
            "^(?i:CY|calendar year) ?(?=\\d{4})", "");

    /// Spans, as `first..last`.
    private static final Map<Pattern, String> SPANS = forms(
            "(.*\\S) ?~ ?(\\S.*)", "$1..$2",
            "(.*\\S) (?:-|–|—|TO) (\\S.*)", "$1..$2",
            "(\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)[-–—/](\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)", "$1..$2",
            "(.+月)[-–—](\\d{1,2}月.*|\\d{4}年.*)", "$1..$2",
            "#(\\d+)[-–—]#(\\d+)[ ,]+(\\d{4})", "$3-$1..$3-$2",
            "(\\d{4})年(\\d{1,2})[-–—](\\d{1,2})月期?", "$1-$2..$1-$3");

    /// The end of a span that leaves the year of its beginning out.
    private static final Map<Pattern, String> SAME_YEAR = forms(
            "(\\d{4})年(\\d{1,2})月?\\.\\.(\\d{1,2})月期?", "$1-$2..$1-$3",
            "(\\d{4})-(\\d{1,2})\\.\\.(\\d{1,2})", "$1-$2..$1-$3",
            "#(\\d+)\\.\\.#(\\d+)[ ,]+(\\d{4})", "$3-$1..$3-$2");

    /// What people write, and the same plainly. An English month is `#4` by then.
    private static final Map<Pattern, String> FORMS = forms(
            "#(\\d+)[ ,-]+(\\d{4})", "$2-$1",
            "(\\d{1,2})[ -]#(\\d+)[ ,-]+(\\d{4})", "$3-$2-$1",
            "#(\\d+) (\\d{1,2}),? (\\d{4})", "$3-$1-$2",
            "(\\d{4})[ -]#(\\d+)", "$1-$2",
            "(\\d{4})[ -]#(\\d+)[ -](\\d{1,2})", "$1-$2-$3",
            "(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})", "$1-$2-$3",
            "(\\d{4})(?:[/.M]| )(\\d{1,2})", "$1-$2",
            "(\\d{1,2})[-/.](\\d{4})", "$2-$1",
            "(\\d{4})年", "$1",
            "(\\d{4})年(\\d{1,2})月", "$1-$2",
            "(\\d{4})年(\\d{1,2})月(\\d{1,2})日", "$1-$2-$3",
            "(\\d{4})年?[ /-]?([QH][1-4])", "$1-$2",
            "([QH][1-4])[ /-]?(\\d{4})", "$2-$1",
            "([1-4])([QH])[ /-]?(\\d{4})", "$3-$2$1",
            "(\\d{4})[ /-]?([1-4])([QH])", "$1-$3$2",
            "(\\d{4})年第?([1-4])四半期", "$1-Q$2",
            "(\\d{4})年(?:上半?期|前半期?)", "$1-H1",
            "(\\d{4})年(?:下半?期|後半期?)", "$1-H2",
            "FY ?(\\d{4})", "FY$1",
            "(\\d{4})年度", "FY$1",
            "FY ?(\\d{4})[ -]?([QH][1-4])", "FY$1-$2",
            "([QH][1-4])[ /-]?FY ?(\\d{4})", "FY$2-$1",
            "(\\d{4})年度([QH][1-4])", "FY$1-$2",
            "(\\d{4})年度第?([1-4])四半期", "FY$1-Q$2",
            "(\\d{4})年度(?:上半?期|前半期?)", "FY$1-H1",
            "(\\d{4})年度(?:下半?期|後半期?)", "FY$1-H2");

    private static final Pattern PLAIN = Pattern.compile("(FY)?\\d{4}(-Q[1-4]|-H[12])?|\\d{4}-\\d{1,2}(-\\d{1,2})?");

    /// Day and month, whichever comes first.
    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

    private Dates() {}

    private static Map<Pattern, String> forms(String... pairs) {
        Map<Pattern, String> forms = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            forms.put(Pattern.compile(pairs[i]), pairs[i + 1]);
        }
        return Collections.unmodifiableMap(forms);
    }

    /// The text without what says nothing, with the years of eras as those of the common count, months as numbers
    /// and the two ends of a span parted by `..`.
    static String plain(String tidy) {
        String text = tidy.strip();
        for (Map.Entry<Pattern, String> form : BESIDE.entrySet()) {
            text = form.getKey().matcher(text).replaceAll(form.getValue()).strip();
        }
        for (int m = 0; m < ENGLISH.size(); m++) {
            String name = ENGLISH.get(m);
            text = text.replaceAll(
                    "(?i)(?<![A-Za-z])(" + name + "|" + name.substring(0, 3) + "|"
                            + name.substring(0, Math.min(4, name.length())) + ")(?![A-Za-z])\\.?",
                    "#" + (m + 1));
        }
        text = KANJI.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(match -> digits(match.group()));
        text = ERA.matcher(text).replaceAll(match -> Integer.toString(western(match.group(1), match.group(2))));
        return first(SAME_YEAR, first(SPANS, text));
    }

    private static String first(Map<Pattern, String> forms, String text) {
        return forms.entrySet().stream()
                .filter(form -> form.getKey().matcher(text).matches())
                .findFirst()
                .map(form -> form.getKey().matcher(text).replaceFirst(form.getValue()))
                .orElse(text);
    }

    private static String digits(String kanji) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < kanji.length(); i++) {
            int digit = "〇一二三四五六七八九".indexOf(kanji.charAt(i));
            if (digit >= 0) {
                digits.append(digit);
            } else if (i == 0) {
                digits.append(kanji.length() == 1 ? "10" : "1");
            } else if (i == kanji.length() - 1) {
                digits.append('0');
            }
        }
        return digits.toString();
    }

    private static int western(String era, String year) {
        return Era.of(era).orElseThrow().year(year.equals("元") ? 1 : Integer.parseInt(year));
    }

    /// One date.
    static ReadText<Dated> one(String written) {
        Matcher days = DAYS.matcher(written);
        if (days.matches()) {
            return dayAndMonth(days);
        }
        String text = first(FORMS, written);
        // a spreadsheet that takes 2025.10 for a number writes it so
        boolean cut = written.matches("\\d{4}\\.1");
        ReadText<Dated> read = !cut && PLAIN.matcher(text).matches() ? months(text) : ReadText.refuse(RULE);
        return switch (read) {
            case ReadText.Value<Dated>(Dated date) ->
                ReadText.of(new Dated(date.span(), date.day(), written.contains("FY")));
            case ReadText.Refused<Dated> _ -> new ReadText.Refused<>(RULE, NearDates.cure(written));
        };
    }

    /// `13/4/2025` and `4/4/2025` can only be April, `4/5/2025` could be May.
    private static ReadText<Dated> dayAndMonth(Matcher days) {
        List<Dated> found = new ArrayList<>();
        for (int order = 0; order < 2; order++) {
            String date = days.group(3) + "-" + days.group(1 + order) + "-" + days.group(2 - order);
            months(date).found().ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return ReadText.refuse(RULE);
        }
        String first = Span.month(found.getFirst().span().from());
        String last = Span.month(found.getLast().span().from());
        return first.equals(last)
                ? ReadText.of(found.getFirst())
                : ReadText.refuse(
                        RULE,
                        new Text(
                                "its month is meant, '%s' or '%s'.".formatted(first, last),
                                "月までの「%s」か「%s」ではありませんか。".formatted(first, last)));
    }

    private static ReadText<Dated> months(String text) {
        boolean fiscal = text.startsWith("FY");
        String[] parts = text.substring(fiscal ? 2 : 0).split("-");
        int start = Integer.parseInt(parts[0]) * 12 + (fiscal ? APRIL : 0);
        if (parts.length == 1) {
            return ReadText.of(new Dated(new Span(start, start + 12), false, false));
        }
        char kind = parts[1].charAt(0);
        if (kind == 'Q' || kind == 'H') {
            int length = kind == 'Q' ? 3 : 6;
            int first = start + (parts[1].charAt(1) - '1') * length;
            return ReadText.of(new Dated(new Span(first, first + length), false, false));
        }
        int month = Integer.parseInt(parts[1]);
        int day = parts.length == 3 ? Integer.parseInt(parts[2]) : 1;
        try {
            int first =
                    start + LocalDate.of(Integer.parseInt(parts[0]), month, day).getMonthValue() - 1;
            return ReadText.of(new Dated(new Span(first, first + 1), day != 1, false));
        } catch (DateTimeException impossible) {
            return ReadText.refuse(RULE);
        }
    }
}
