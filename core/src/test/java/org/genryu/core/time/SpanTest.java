package org.genryu.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genryu.core.Text;
import org.genryu.core.number.ReadText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By hand: how people write dates.
class SpanTest {
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Text RULE =
            new Text("it must be a date such as 2027, 2027-Q3 or 2027-08.", "2027、2027-Q3、2027-08 のような日付でなければなりません。");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-04",
                "2025-4",
                "2025/4",
                "2025/04",
                "2025.4",
                "2025M04",
                "2025年4月",
                "2025年04月",
                "２０２５年４月",
                "2025 年 4 月",
                "April 2025",
                "Apr 2025",
                "Apr. 2025",
                "april 2025",
                "April, 2025",
                "Apr-2025",
                "2025 April",
                "2025-Apr",
                "令和7年4月",
                "R7.4",
                "R7年4月",
                "2025-04-04",
                "2025/4/4",
                "2025.04.04",
                "2025年4月4日",
                "令和7年4月4日",
                "4 April 2025",
                "4 Apr 2025",
                "April 4, 2025",
                "2025-04-04 00:00:00",
                "2025-04-04T00:00",
                "4/2025",
                "04.2025",
                "2025 04",
                "13/04/2025",
                "4/13/2025",
                "04.13.2025",
                "4/4/2025",
                "20-4-2025",
                "April 4th, 2025",
                "4th of April 2025",
                "2025-Apr-04",
                "Fri 4 Apr 2025",
                "Friday, 4 April 2025",
                "2025年4月4日（金）",
                "2025年4月4日 0:00",
                "2025-04-04T12:00:00+09:00",
                "令和七年四月",
                "二〇二五年四月四日",
                "r7.4.1",
                "2025年4月分",
                " 2025-04 "
            })
    void aMonthMustBeReadHoweverItIsWritten(String text) {
        assertThat(Span.read(text)).isEqualTo(ReadText.of(months("2025-04", "2025-04")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01, 2025-12",
        "2025年, 2025-01, 2025-12",
        "令和7年, 2025-01, 2025-12",
        "令和元年, 2019-01, 2019-12",
        "平成31年4月, 2019-04, 2019-04",
        "昭和64年1月, 1989-01, 1989-01",
        "2025-Q2, 2025-04, 2025-06",
        "2025Q2, 2025-04, 2025-06",
        "2025 Q2, 2025-04, 2025-06",
        "Q2 2025, 2025-04, 2025-06",
        "2Q2025, 2025-04, 2025-06",
        "2025年第2四半期, 2025-04, 2025-06",
        "2025-H2, 2025-07, 2025-12",
        "2025年上半期, 2025-01, 2025-06",
        "2025年度, 2025-04, 2026-03",
        "令和7年度, 2025-04, 2026-03",
        "FY2025, 2025-04, 2026-03",
        "FY 2025, 2025-04, 2026-03",
        "2025年度第4四半期, 2026-01, 2026-03",
        "2025年度下期, 2025-10, 2026-03",
        "FY2025 Q1, 2025-04, 2025-06",
        "2025-04..2025-09, 2025-04, 2025-09",
        "2025年4月～2026年3月, 2025-04, 2026-03",
        "2025..2026, 2025-01, 2026-12",
        "2025年10月二十五日, 2025-10, 2025-10",
        "2025q2, 2025-04, 2025-06",
        "2025/Q2, 2025-04, 2025-06",
        "2025 2Q, 2025-04, 2025-06",
        "2025年第二四半期, 2025-04, 2025-06",
        "2025年上期, 2025-01, 2025-06",
        "2025年後半, 2025-07, 2025-12",
        "fy2025, 2025-04, 2026-03",
        "CY2025, 2025-01, 2025-12",
        "2025年4月～9月, 2025-04, 2025-09",
        "2025年4～6月期, 2025-04, 2025-06",
        "2025年4-6月, 2025-04, 2025-06",
        "2025-04..09, 2025-04, 2025-09",
        "2025-04/2025-09, 2025-04, 2025-09",
        "2025-04–2025-09, 2025-04, 2025-09",
        "2025-04 to 2025-09, 2025-04, 2025-09",
        "April 2025 - June 2025, 2025-04, 2025-06",
        "Apr-Jun 2025, 2025-04, 2025-06"
    })
    void aDateMustBeItsMonths(String text, String first, String last) {
        assertThat(Span.read(text)).isEqualTo(ReadText.of(months(first, last)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FY25 | 'FY2025' is meant. | 「FY2025」ではありませんか。",
                "25年度 | 'FY2025' is meant. | 「FY2025」ではありませんか。",
                "FY2025/26 | 'FY2025' is meant. | 「FY2025」ではありませんか。",
                "202504 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "20250404 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "Apr-25 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "45751 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "4/5/2025 | its month is meant, '2025-04' or '2025-05'. | 月までの「2025-04」か「2025-05」ではありませんか。",
                "04.05.2025 | its month is meant, '2025-04' or '2025-05'. | 月までの「2025-04」か「2025-05」ではありませんか。",
                "2025.1 | '2025-01' or '2025-10' is meant. | 「2025-01」か「2025-10」ではありませんか。",
                "2025/26 | 'FY2025' or '2025..2026' is meant. | 「FY2025」か「2025..2026」ではありませんか。",
                "2025-2027 | '2025..2027' is meant. | 「2025..2027」ではありませんか。",
                "2Q25 | '2025-Q2' is meant. | 「2025-Q2」ではありませんか。",
                "Q2'25 | '2025-Q2' is meant. | 「2025-Q2」ではありませんか。",
                "4-Apr-25 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "2025-02-30 | '2025-02' is meant. | 「2025-02」ではありませんか。",
                "2025年4月以降 | '2025-04' is meant. | 「2025-04」ではありませんか。",
                "end of 2025 | '2025-12' is meant. | 「2025-12」ではありませんか。",
                "2025年末 | '2025-12' is meant. | 「2025-12」ではありませんか。",
                "2025-13 | its months are meant, such as '2025-04' or '2025-04..2025-06'. | 「2025-04」「2025-04..2025-06」のように月で書いてください。",
                "spring 2025 | its months are meant, such as '2025-04' or '2025-04..2025-06'. | 「2025-04」「2025-04..2025-06」のように月で書いてください。",
                "4月 | the year is missing, as in '2027-08'. | 「2027-08」のように年も書いてください。",
                "1-Apr | the year is missing, as in '2027-08'. | 「2027-08」のように年も書いてください。",
                "25/04 | the year with its four digits is meant, as in '2027-08'. | 年は「2027-08」のように四桁で書いてください。",
                "2025-09..2025-04 | first and last were exchanged. | 始まりと終わりが入れ替わっていませんか。"
            })
    void whatIsAlmostADateMustBeRefusedWithItsCure(String text, String en, String ja) {
        assertThat(Span.read(text)).isEqualTo(ReadText.refuse(RULE, new Text(en, ja)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25", "x2025", "13/13/2025"})
    void whatIsNoDateMustBeRefused(String text) {
        assertThat(Span.read(text)).isEqualTo(ReadText.refuse(RULE));
    }

    @Test
    void onlyAFiscalYearThatOthersBeginElsewhereMustSayWhatItTook() {
        assertThat(Span.assumed("FY2025"))
                .contains(new Text(
                        "a fiscal year is read as the Japanese one, 2025-04..2026-03; write the months if another is meant.",
                        "年度は日本の会計年度（2025-04..2026-03）として読みました。他の年度なら月で書いてください。"));
        assertThat(Span.assumed("2025年度")).isEmpty();
        assertThat(Span.assumed("2025-04-01")).isEmpty();
        assertThat(Span.assumed("2025年4月")).isEmpty();
        assertThat(Span.assumed("2025")).isEmpty();
        assertThat(Span.assumed("FYI")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-15, 2025-03",
        "2028-02-29, 2028-02",
        "15/3/2025, 2025-03",
        "2025年3月15日..2025年5月1日, 2025-03..2025-05"
    })
    void aDayWithinAMonthMustSayThatTheMonthIsTaken(String text, String months) {
        assertThat(Span.assumed(text))
                .contains(new Text(
                        "time goes by whole months, and all of " + months + " is taken.",
                        "時間は月単位なので、" + months + " の全体とします。"));
    }

    @Test
    void thePageMustSayWhatTheReaderDoes() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "method", "numbers.md"));
        String dates = page.substring(page.indexOf("### Dates"), page.indexOf("## 2. Units"));
        int said = 0;
        for (String line : dates.lines().filter(l -> l.startsWith("| ")).toList()) {
            String[] cells = line.split("\\|");
            if (cells[1].strip().matches("\\d.*")) {
                String[] ends = cells[1].strip().split("\\.\\.");
                for (Matcher m = CODE.matcher(cells[2]); m.find(); said++) {
                    assertThat(Span.read(m.group().replace("`", "")))
                            .as(m.group())
                            .isEqualTo(ReadText.of(months(ends[0], ends[1])));
                }
            } else if (cells[1].contains("`")) {
                ReadText<Span> read = Span.read(cells[1].replace("`", "").strip());
                assertThat(
                                read instanceof ReadText.Refused<Span> refused
                                        ? refused.cure().map(Text::en)
                                        : Optional.empty())
                        .contains(cells[2].strip());
                said++;
            }
        }
        assertThat(said).isGreaterThan(30);
    }

    /// Closed form: every month of a century in every form that names it.
    @Test
    void everyFormMustNameTheSameMonth() {
        for (int month = 1950 * 12; month < 2050 * 12; month++) {
            int year = month / 12;
            int m = month % 12 + 1;
            ReadText<Span> wanted = ReadText.of(new Span(month, month + 1));
            assertThat(Span.read("%d-%02d".formatted(year, m))).isEqualTo(wanted);
            assertThat(Span.read("%d/%d".formatted(year, m))).isEqualTo(wanted);
            assertThat(Span.read("%d年%d月".formatted(year, m))).isEqualTo(wanted);
            assertThat(Span.read("%s %d".formatted(Month.of(m).getDisplayName(TextStyle.FULL, Locale.ENGLISH), year)))
                    .isEqualTo(wanted);
            assertThat(Span.read(new Periods(Periods.Step.MONTH, month, 1).label(0)))
                    .isEqualTo(wanted);
        }
    }

    private static Span months(String first, String last) {
        return new Span(month(first), month(last) + 1);
    }

    private static int month(String text) {
        return Integer.parseInt(text.substring(0, 4)) * 12 + Integer.parseInt(text.substring(5)) - 1;
    }

    /// Rung: random against the simple version.
    @Test
    void thePlainFormMustBeReadAsByThePatternsOfAllForms() {
        Random draw = new Random(5);
        String letters = "0123456789-";
        for (int trial = 0; trial < 4_000; trial++) {
            StringBuilder text = new StringBuilder();
            if (trial % 2 == 0) {
                text.append(draw.nextInt(10_000))
                        .append('-')
                        .append(draw.nextInt(10))
                        .append(draw.nextInt(10));
            } else {
                int length = 3 + draw.nextInt(6);
                draw.ints(length, 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            }
            PlainDate.read(text.toString())
                    .ifPresent(date -> assertThat(Span.anyForm(text.toString()))
                            .as(text.toString())
                            .isEqualTo(ReadText.of(date)));
        }
        assertThat(PlainDate.read("2025")).isPresent();
        assertThat(PlainDate.read("2025-12")).isPresent();
        assertThat(List.of("2025-13", "2025-00", "2025-4", "20255", "2025/04", "202504", "2025-4x", "-025-04"))
                .noneMatch(other -> PlainDate.read(other).isPresent());
    }
}
