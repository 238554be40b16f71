package org.genryu.cli.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genryu.core.Lang;
import org.genryu.report.brief.Brief;
import org.genryu.report.print.Handout;
import org.genryu.report.print.HandoutPdf;
import org.genryu.report.print.Permalink;
import org.genryu.report.write.FigureTable;
import org.genryu.results.Evidence;
import org.junit.jupiter.api.Test;

/// Two pages are two pages, whatever stands on them. Rung: by hand.
class HandoutPdfTest {
    private static final Permalink AGAIN = new Permalink(
            "town",
            "ab".repeat(32),
            "TLP:GREEN; REL JPN",
            "0.1.0",
            "2027-01-15",
            "genryu brief town --scenario stop --lang en",
            "stress",
            Map.of("case", "town"));

    private static Brief.Line line(String... entries) {
        return new Brief.Line(List.of(entries), entries.length, 2);
    }

    /// @param times how much of everything
    private static Handout handout(Lang lang, String word, int times) {
        String[] entries =
                IntStream.range(0, times).mapToObj(i -> word + " " + i).toArray(String[]::new);
        FigureTable table = new FigureTable("things", 1, "Thing", "Number");
        Arrays.stream(entries).forEach(entry -> table.row(FigureTable.word(entry), FigureTable.number("1,234", 1234)));
        List<Evidence.Source> sources = Arrays.stream(entries)
                .map(entry -> new Evidence.Source(
                        entry, entry, "somebody", "2026", "https://example.org/" + entry, "A", "1", 3))
                .toList();
        List<Handout.Block> first = new ArrayList<>();
        List<Handout.Block> second = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            first.add(new Handout.Lines("Head " + i, List.of(line(entries), line(word))));
            second.add(new Handout.Lines("Head " + i, List.of(line(entries), line(word))));
        }
        second.add(new Handout.Sheet("Table", word, table));
        second.add(new Handout.Sources("Sources", word, sources));
        return new Handout(lang, "Kind", word, word + "?", word, List.of(word + "."), first, second, AGAIN);
    }

    private static PrintedPages printed(Handout handout) {
        return PrintedPages.of(HandoutPdf.of(handout).pdf());
    }

    @Test
    void thereMustBeTwoPagesHoweverLittleOrMuchThereIsToSay() {
        String sentence = "Graphite anode material for batteries, Japan: -55% in 2027-08";
        for (int times : new int[] {1, 7, 60, 2000}) {
            PrintedPages pages = printed(handout(Lang.EN, sentence, times));
            assertThat(pages.pages()).as("%s entries", times).isEqualTo(2);
            assertThat(pages.outside()).isEmpty();
        }
        PrintedPages japanese = printed(handout(Lang.JA, "中国が対日レアアース輸出を一年停止（第三国経由の漏れあり）", 60));
        assertThat(japanese.pages()).isEqualTo(2);
        assertThat(japanese.outside()).isEmpty();
    }

    @Test
    void aTextThatNobodyWouldReadMustNotMakeAThirdPageOrLeaveThePaper() {
        for (String word : List.of("word ".repeat(3000), "x".repeat(5000), "長".repeat(5000), "１２３".repeat(2000))) {
            PrintedPages pages = printed(handout(Lang.EN, word, 20));
            assertThat(pages.pages()).as(word.substring(0, 5)).isEqualTo(2);
            assertThat(pages.outside()).as(word.substring(0, 5)).isEmpty();
        }
    }

    @Test
    void wordsMustComeOutOfThePdfAsTheyWentIn() {
        // Letters that fonts like to join, signs of the trade, both languages.
        String sentence =
                "Refined office flow, the floor price: affluent, -13.5% ≥ 1,234 kg/t × 2 → ±0.5 “so” – 源流、対日輸出（停止）・ガリウム精製品 髙﨑";
        PrintedPages pages = printed(handout(Lang.JA, sentence, 2));
        assertThat(pages.text()).contains(PrintedPages.bare(sentence));
        assertThat(pages.text()).contains("ab".repeat(32)).contains("genryubrieftown--scenariostop");
        assertThat(pages.shapeless()).isZero();
    }

    @Test
    void aLetterWithoutAShapeMustBeToldAndStoodFor() {
        HandoutPdf.Printed printed = HandoutPdf.of(handout(Lang.EN, "한국 😀 x", 1));
        PrintedPages pages = PrintedPages.of(printed.pdf());
        assertThat(printed.lacking()).contains("한", "국", "😀").doesNotContain("x");
        assertThat(printed.html()).contains("한국 😀 x");
        assertThat(pages.text()).contains("〓〓〓x");
        assertThat(pages.shapeless()).isZero();
    }

    @Test
    void whatACaseSaysMustNeverBecomeMarkup() {
        String bad = "</p><script>alert(1)</script><svg><path d='M0'/></svg>&amp;<!-- ]]> \u202Eevil\u0000";
        HandoutPdf.Printed printed = HandoutPdf.of(handout(Lang.EN, bad, 3));
        assertThat(printed.html()).doesNotContain("<script").contains("&lt;script&gt;");
        PrintedPages pages = PrintedPages.of(printed.pdf());
        assertThat(pages.pages()).isEqualTo(2);
        assertThat(pages.text()).contains("<script>alert(1)</script>").contains("\\u202eevil");
    }

    @Test
    void theSamePagesMustBeTheSameBytes() {
        Handout handout = handout(Lang.JA, "同じ", 5);
        HandoutPdf.Printed once = HandoutPdf.of(handout);
        List<byte[]> others = IntStream.range(0, 3)
                .parallel()
                .mapToObj(_ -> HandoutPdf.of(handout).pdf())
                .collect(Collectors.toList());
        others.forEach(other -> assertThat(other).isEqualTo(once.pdf()));
        assertThat(new String(once.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CreationDate")
                .doesNotContain("ModDate");
    }
}
