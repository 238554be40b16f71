package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.genryu.core.Lang;
import org.genryu.laws.Law;
import org.genryu.report.brief.Brief;
import org.junit.jupiter.api.Test;

/// Rung: identity (nothing is wider than the screen, nothing is longer, nothing is lost without a word).
class BriefRowsTest {
    private static Brief brief(List<Brief.Line> lines) {
        return new Brief(List.of("title"), List.of(new Brief.Part("頭", lines)), Optional.empty());
    }

    @Test
    void entriesThatDoNotFitMustBeCounted() {
        List<String> entries =
                IntStream.range(0, 30).mapToObj(i -> "entry " + i).toList();
        List<String> rows = BriefRows.screen(brief(List.of(new Brief.Line(entries, 40, 1))), List.of(), Lang.EN);
        assertThat(rows)
                .containsExactly(
                        "title",
                        "頭            entry 0 · entry 1 · entry 2 · entry 3 · entry 4 · entry 5 · entry 6 · … 33 more");
    }

    @Test
    void aRowMustNotEndWithinAWordOfKatakanaNorBeginWithAMark() {
        Brief.Line line = new Brief.Line(List.of("あ".repeat(40) + "アルミニウム、銅。"), 1, 2);
        assertThat(BriefRows.line(line, 2, Lang.JA)).containsExactly("あ".repeat(40), "アルミニウム、銅。");
    }

    @Test
    void aCommandMustNeverBeCut() {
        String path = "x".repeat(150);
        assertThat(String.join("", BriefRows.command("genryu run " + path, "the base case")))
                .contains(path)
                .doesNotContain("…");
        assertThat(BriefRows.command("genryu run mine", "w".repeat(90)))
                .containsExactly("genryu run mine  " + "w".repeat(67) + "…");
    }

    @Test
    void whatIsCutMustBeCutAfterAWord() {
        assertThat(BriefRows.row("a sentence of many words ".repeat(4))).endsWith("many words a…");
    }

    @Test
    void aListMustGiveUpRowsBeforeASentenceDoes() {
        String sentence = "A sentence that says how sure all this is and takes two rows of a screen, "
                + "since it is longer than a row can be.";
        List<String> entries =
                IntStream.range(0, 200).mapToObj(i -> "entry " + i).toList();
        List<Brief.Line> lines = List.of(
                new Brief.Line(entries, 200, 18),
                new Brief.Line(entries, 200, 4),
                new Brief.Line(List.of(sentence), 1, 2));
        List<String> rows = BriefRows.screen(brief(lines), List.of("x", "y", "z"), Lang.EN);
        assertThat(rows).hasSize(BriefRows.SCREEN);
        assertThat(String.join(" ", rows).replaceAll(" +", " ")).contains(sentence);
    }

    @Test
    void whateverIsToldMustFitOnAScreen() {
        Law.of(11, 300).holds(input -> {
            List<Brief.Line> lines = input.list("lines", 1, 9, line -> {
                List<String> entries = line.list(
                        "entries",
                        1,
                        9,
                        entry -> entry.one("text", List.of("a word ", "日本のネオジム磁石", "→ 5 ", "x"))
                                .repeat(entry.whole("times", 1, 30)));
                return new Brief.Line(entries, entries.size() + line.whole("more", 0, 4), line.whole("rows", 1, 6));
            });
            List<String> rows = BriefRows.screen(brief(lines), List.of("x", "y"), Lang.JA);
            assertThat(rows).hasSizeLessThanOrEqualTo(BriefRows.SCREEN);
            assertThat(rows).allSatisfy(row -> assertThat(BriefRows.width(row)).isLessThanOrEqualTo(BriefRows.WIDTH));
        });
    }
}
