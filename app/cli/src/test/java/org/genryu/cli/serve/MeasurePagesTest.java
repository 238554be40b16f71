package org.genryu.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages on which measures, projects and splits are weighed, over HTTP with real workers. Rung: by hand.
class MeasurePagesTest {
    @TempDir
    static Path folder;

    private static PageVisitor visitor;

    @BeforeAll
    static void open() throws Exception {
        visitor = new PageVisitor(folder.resolve("town"), folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @Test
    void factsAndChoicesMustStandApartWithTheirDifference() throws Exception {
        String address = "/compare?scenario=stop&view=apart&with=answers:stockpile";
        String page = visitor.answer(address + "&lang=en");
        assertThat(page)
                .contains("Assumptions (events)")
                .contains("Levers (measures)")
                .contains("Events alone")
                .contains("What the measures change");
        assertThat(visitor.answer(address + "&lang=ja"))
                .contains("前提（事象）")
                .contains("打ち手（対策）")
                .contains("対策による差");
        // a stock of 60 days spares two of three months at 100 a month and 1,000 each
        Matcher row = Pattern.compile(
                        "<th scope=\"row\">Users at home lose</th>(?:<td class=\"n\">([^<]*)</td>)(?:<td class=\"n\">([^<]*)</td>)"
                                + "(?:<td class=\"n\">([^<]*)</td>)(?:<td class=\"n\">([^<]*)</td>)(?:<td class=\"n\">([^<]*)</td>)")
                .matcher(page);
        assertThat(row.find()).as(page).isTrue();
        assertThat(row.group(1)).isEqualTo("$0");
        assertThat(row.group(3)).isEqualTo("$0");
        assertThat(row.group(2)).isNotEqualTo(row.group(4));
        assertThat(row.group(5)).startsWith("-$");
    }

    @Test
    void ticksMustGatherInOneSettingOfTheAddress() throws Exception {
        var sent = visitor.get("/compare?beside=stop&beside=answers&view=beside&budget=");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(PageVisitor.next(sent)).isEqualTo("/compare?beside=stop%2Canswers&view=beside");
        assertThat(visitor.answer(PageVisitor.next(sent)))
                .contains("Side by side")
                .contains("s-side-by-side");
    }

    @Test
    void aMeasureThatIsNotThereMustBeToldWithThoseThatAre() throws Exception {
        assertThat(visitor.answer("/compare?scenario=stop&with=answers:floor"))
                .contains("has no measures to add")
                .contains("stockpile");
    }

    @Test
    void aTermThatIsChangedMustGiveAnotherAnswerAndStandInTheAddress() throws Exception {
        String before = visitor.answer("/projects?sheet=nolans&lang=en");
        String after = visitor.answer("/projects?sheet=nolans&lang=en&price=50+%25&tax=40+%25");
        assertThat(before).contains("bridge").doesNotContain("Changed:");
        assertThat(after)
                .contains("Changed: Price path, times 1 → 50 % · Tax rate 30 % → 40 %")
                .contains("bridge");
        assertThat(npv(after)).isNotEqualTo(npv(before));
        assertThat(visitor.answer("/projects?sheet=nolans&floor=cheap"))
                .contains("cheap")
                .contains("There is no answer");
        assertThat(visitor.get("/projects?sheet=nolans&price=dear").body()).contains("it must be a factor");
        assertThat(visitor.get("/projects?sheet=no-such").statusCode()).isEqualTo(404);
    }

    private static String npv(String page) {
        Matcher row = Pattern.compile("mean of the futures</th><td class=\"n\">([^<]*)")
                .matcher(page);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    @Test
    void aFigureMustComeAsASheetThatSaysWhereItIsFrom() throws Exception {
        String page = visitor.answer("/projects?sheet=nolans&lang=ja");
        Matcher link = Pattern.compile("href=\"(/jobs/([0-9a-f]{32})/sheets/ja/[^\"]+csv)\\?as=xlsx\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        String csv = visitor.get(link.group(1) + "?as=excel").body();
        assertThat(csv).startsWith("\uFEFFケース,").contains("計算," + link.group(2)).contains("区分,");
        Path book = Files.write(folder.resolve("figure.xlsx"), visitor.bytes(link.group(1) + "?as=xlsx"));
        try (ZipFile parts = new ZipFile(book.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry part : Collections.list(parts.entries())) {
                all.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(all.toString()).contains(link.group(2)).contains("<v>");
        }
    }

    @Test
    void aGameThatIsPastedMustBeSplit() throws Exception {
        var sent = visitor.post("/split/game", "pasted", "coalition,value\nJP,20\nUS,30\nJP+US,90\n");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(visitor.answer(PageVisitor.next(sent) + "&lang=en"))
                .contains("Shapley")
                .contains("nucleolus");
        assertThat(visitor.answer(PageVisitor.next(sent) + "&lang=ja")).contains("シャープレイ値");
        var wrong = visitor.post("/split/game", "pasted", "coalition,value\nJP,twenty\n");
        assertThat(visitor.answer(PageVisitor.next(wrong)))
                .contains("There is no answer")
                .contains("twenty");
        assertThat(visitor.post("/split/game").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/split?game=../../etc").statusCode()).isEqualTo(404);
    }

    @Test
    void aMoveOnTheBoardMustRestOnTheVersionThatWasSeen() throws Exception {
        String board = visitor.get("/projects?lang=en").body();
        Matcher entry = Pattern.compile(
                        "name=\"entry\" value=\"([^\"]+)\"/><input type=\"hidden\" name=\"seen\" value=\"(\\d+)\"")
                .matcher(board);
        assertThat(entry.find()).isTrue();
        String id = entry.group(1);
        String[] move = {
            "entry", id, "seen", entry.group(2), "stage", "recommended", "why", "推薦", "cites", "X-1", "on", "2026-06-01"
        };
        assertThat(visitor.post("/projects?lang=en", move).statusCode()).isEqualTo(303);
        move[5] = "selected";
        var late = visitor.post("/projects?lang=en", move);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("somebody else has changed it since");
        move[11] = "soon";
        assertThat(visitor.post("/projects", move).statusCode()).isEqualTo(422);
        assertThat(visitor.get("/runs").body())
                .contains("entry/" + id)
                .contains("推薦")
                .contains("suzuki");
    }
}
