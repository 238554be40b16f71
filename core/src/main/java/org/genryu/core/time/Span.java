package org.genryu.core.time;

import java.util.Optional;
import org.genryu.core.Check;
import org.genryu.core.Text;
import org.genryu.core.number.Numeral;
import org.genryu.core.number.ReadText;

/// The months that a date names, however people write it: the one reader of dates, for cases and term sheets.
///
/// A year, a half, a quarter and a month are their months; a day is its month; `first..last` is from the start of the
/// one to the end of the other. A fiscal year (`2025年度`, `令和7年度`, `FY2025`) is the Japanese one, April to March;
/// of `FY`, which others begin in other months, and of a day within a month [#assumed(String)] says what was taken.
///
/// @param from first month [months since the year 0: 2025-01 is 2025·12]
/// @param until the month after the last
public record Span(int from, int until) {
    public Span {
        Check.that(from < until, "Span: it ends at %s, before it starts at %s.", until, from);
    }

    /// Number of months.
    public int months() {
        return until - from;
    }

    /// The months of the date, or the rule that it breaks and what was likely meant.
    public static ReadText<Span> read(String text) {
        return dated(text).then(date -> ReadText.of(date.span));
    }

    /// What was taken for granted about a date that others may mean differently; empty for every other.
    public static Optional<Text> assumed(String text) {
        return dated(text).found().flatMap(Dated::assumed);
    }

    /// A date as it was written.
    ///
    /// @param day whether a day is said that is not the first of its month
    /// @param fy whether it says `FY`
    record Dated(Span span, boolean day, boolean fy) {
        private Optional<Text> assumed() {
            String months = span.months() == 1 ? month(span.from) : month(span.from) + ".." + month(span.until - 1);
            if (fy) {
                return Optional.of(new Text(
                        "a fiscal year is read as the Japanese one, %s; write the months if another is meant."
                                .formatted(months),
                        "年度は日本の会計年度（%s）として読みました。他の年度なら月で書いてください。".formatted(months)));
            }
            return day
                    ? Optional.of(new Text(
                            "time goes by whole months, and all of %s is taken.".formatted(months),
                            "時間は月単位なので、%s の全体とします。".formatted(months)))
                    : Optional.empty();
        }
    }

    private static ReadText<Dated> dated(String text) {
        return Numeral.tidy(text)
                .then(tidy ->
                        PlainDate.read(tidy).<ReadText<Dated>>map(ReadText::of).orElseGet(() -> anyForm(tidy)));
    }

    static ReadText<Dated> anyForm(String tidy) {
        String plain = Dates.plain(tidy);
        String[] ends = plain.split(" ?\\.\\. ?", -1);
        return ends.length == 2
                ? Dates.one(ends[0]).then(first -> Dates.one(ends[1]).then(last -> to(first, last)))
                : Dates.one(plain);
    }

    private static ReadText<Dated> to(Dated first, Dated last) {
        return first.span.from < last.span.until
                ? ReadText.of(new Dated(
                        new Span(first.span.from, last.span.until), first.day || last.day, first.fy || last.fy))
                : ReadText.refuse(Dates.RULE, new Text("first and last were exchanged.", "始まりと終わりが入れ替わっていませんか。"));
    }

    static String month(int month) {
        return new Periods(Periods.Step.MONTH, month, 1).label(0);
    }
}
