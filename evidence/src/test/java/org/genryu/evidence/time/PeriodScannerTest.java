package org.genryu.evidence.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.genryu.evidence.text.Shadow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By hand: dates as the press writes them. The fiscal year begins in April, and the document is of 14 January 2026
/// where it matters.
class PeriodScannerTest {
    private static final TimeFrame FRAME =
            new TimeFrame(Optional.of(LocalDate.of(2026, 1, 14)), LocalDate.of(2026, 6, 1), OptionalInt.of(4));

    private static String shown(String text, TimeFrame frame) {
        return String.join(
                " | ",
                PeriodScanner.scan(Shadow.of(text).text(), frame).stream()
                        .map(m -> shown(m.period()))
                        .toList());
    }

    static String shown(StatedPeriod p) {
        String from = p.from().map(LocalDate::toString).orElse("");
        String to = p.to().map(LocalDate::toString).orElse("");
        String days = from.equals(to) ? from : from + ".." + to;
        String part = p.part().map(word -> " " + word).orElse("");
        return days
                + part
                + String.join(
                        "", p.flags().stream().map(flag -> " " + flag.word()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "令和3年7月18日; 2021-07-18",
                "Ｒ3/7/18; 2021-07-18",
                "令和元年; 2019-01-01..2019-12-31",
                "平成33年; 2021-01-01..2021-12-31 eraOverrun",
                "2021年度; 2021-04-01..2022-03-31",
                "2024年度上期; 2024-04-01..2024-09-30",
                "令和6年度; 2024-04-01..2025-03-31",
                "24年12月期; 2024-01-01..2024-12-31 twoDigitYear",
                "2024年4～6月期; 2024-04-01..2024-06-30",
                "2025年第1四半期; 2025-01-01..2025-03-31",
                "大正15年; 1926-01-01..1926-12-31",
                "二〇二五年四月四日; 2025-04-04",
                "2025.08.04; 2025-08-04",
                "14/01/2026; 2026-01-14",
                "03/04/2026; 2026-04-03 dayOrMonth",
                "今年度; 2025-04-01..2026-03-31",
                "来年度; 2026-04-01..2027-03-31",
                "来年2月; 2027-02-01..2027-02-28",
                "年内; ..2026-12-31",
                "2030年までに; ..2030-12-31",
                "2010年以降; 2010-01-01..",
                "10月28日; 2025-10-28 yearFromContext",
                "10月 27日~29日; 2025-10-27..2025-10-29 yearFromContext",
                "2025年3月初旬; 2025-03-01..2025-03-31 初旬",
                "1990年代; 1990-01-01..1999-12-31",
                "2025年7月18日から; 2025-07-18",
                "この4月から3ヶ月間; 2026-04-01..2026-04-30 yearFromContext",
                "FY2024; 2024-04-01..2025-03-31",
                "FY2024 Q1; 2024-04-01..2024-06-30",
                "by 2030; ..2030-12-31",
                "since 2010; 2010-01-01..",
                "in 2024; 2024-01-01..2024-12-31",
                "'28 October 2025'; 2025-10-28",
                "'October 28, 2025'; 2025-10-28",
                "Oct. 2025; 2025-10-01..2025-10-31",
                "late October 2025; 2025-10-01..2025-10-31 late",
                "Q1 2025; 2025-01-01..2025-03-31",
                "the first quarter of 2025; 2025-01-01..2025-03-31",
                "on 7 February; 2026-02-07 yearFromContext",
                "next year; 2027-01-01..2027-12-31",
                "between 2024 and 2030; 2024-01-01..2030-12-31",
                "2025-04-04; 2025-04-04",
                "第2四半期; 2025-07-01..2025-09-30",
                "西暦2024年3月; 2024-03-01..2024-03-31",
                "来月; 2026-02-01..2026-02-28",
                "2023年8月から; 2023-08-01..",
                "2026~28年度; 2026-04-01..2029-03-31",
                "the first nine months of 2025; 2025-01-01..2025-09-30",
                "the year ended 31 March 2026; 2025-04-01..2026-03-31",
                "1H 2026; 2026-01-01..2026-06-30",
                "2015 to 2024; 2015-01-01..2024-12-31"
            })
    void datesMustBeReadAsTheyAreMeant(String text, String expected) {
        assertThat(shown(text, FRAME)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "令和0年",
                "歯姫3年",
                "13/13",
                "500年分の埋蔵量",
                "080-6006-4451",
                "ver2.3.4",
                "1.2.2 2-2-2",
                "10年以上前",
                "13月45日",
                "may be",
                "march on",
                "2025-02-30",
                "前年比",
                "3,2024年"
            })
    void whatIsNoDateMustNotBecomeOne(String text) {
        assertThat(shown(text, FRAME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"今年度; noReference", "来年2月; noReference", "10月28日; noReference", "年内; noReference"})
    void withoutAnythingToHoldOnToADateMustSaySo(String text, String flag) {
        assertThat(shown(text, TimeFrame.undated(LocalDate.of(2026, 6, 1)))).isEqualTo(" " + flag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2021年度; 2021-04-01..2022-03-31 fiscalStartAssumed",
                "FY2021; 2021-04-01..2022-03-31 fiscalStartAssumed"
            })
    void aFiscalYearWithoutItsFirstMonthMustSayWhatWasTaken(String text, String expected) {
        assertThat(shown(text, TimeFrame.undated(LocalDate.of(2026, 6, 1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "お知らせ\\n2025.08.04\\n本文 | 2025-08-04",
                "題\\n本文は2025年2月7日の会談を論じる。\\nIEEJ: 2025年10月掲載 禁無断転載 | 2025-10-01..2025-10-31",
                "article\\n\\n14/01/2026\\n\\n2026年1月11日、船が出た。 | 2026-01-14",
                "会談ー2025年2月7日の日米首脳会談ー\\n本文 | "
            })
    void theDateOfADocumentMustBeTheOneThatItTellsOnALineOfItsOwn(String text, String expected) {
        String shadow = Shadow.of(text.replace("\\n", "\n")).text();
        assertThat(PeriodScanner.documentDate(shadow, TimeFrame.undated(LocalDate.of(2026, 6, 1)))
                        .map(PeriodScannerTest::shown)
                        .orElse(""))
                .isEqualTo(expected == null ? "" : expected);
    }
}
