package org.genryu.cli.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.genryu.cli.Session;
import org.genryu.cli.SmallCases;
import org.genryu.core.ContentHash;
import org.genryu.core.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `genryu brief` as people and programs meet it. Rung: by hand; the figures are those of `StressCommandTest` and
/// `SmallPlanTest`.
class BriefCommandTest {
    @TempDir
    Path folder;

    private Path town;

    /// 100 a month, a stock of 300, a ban of six months: served 1-3, nothing in 4-6.
    @BeforeEach
    void town() throws IOException {
        town = Files.createDirectories(folder.resolve("町"));
        SmallCases.town()
                .with("commodities.csv", "commodity,name_en,name_ja,unit\ngood,Refined good,精製品,t\n")
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,source\ndig,mine,make,operating,1500,10,survey\n")
                .with(
                        "sources.csv",
                        "source,title,publisher,date,url,language,reliability,credibility\n"
                                + "survey,The survey,Office of surveys,2026,https://example.org/survey,en,A,2\n")
                .in(town);
        scenario("stop", "events:\n  - ban: {from: CN, start: 2027-01, months: 6}\n");
        scenario("answers", "measures:\n  - stockpile: {place: town, commodity: good, days: 90, paid_by: [JP]}\n");
    }

    private static void write(Path into, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(into.resolve(file.getKey()), file.getValue());
        }
    }

    private void scenario(String id, String actions) throws IOException {
        Path into = Files.createDirectories(town.resolve("scenarios"));
        Files.writeString(
                into.resolve(id + ".yaml"),
                "title: {en: The " + id + ", ja: " + id + "の話}\nstart: 2027-01\nmonths: 12\nforesight: 0\n" + actions);
    }

    private Session ask(Lang lang, String... more) {
        String[] words = new String[more.length + 5];
        words[0] = "brief";
        words[1] = town.toString();
        words[2] = "--quiet";
        words[3] = "--date";
        words[4] = "2027-01-15";
        System.arraycopy(more, 0, words, 5, more.length);
        return Session.of(lang, false, words);
    }

    private byte[] file(String out, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve(name));
    }

    @Test
    void aScenarioMustBecomeTwoPagesThatSayWhenWhoRunsShortWhatHelpsAndHowToMakeThemAgain() throws IOException {
        String out = folder.resolve("pages").toString();
        Session told = ask(Lang.EN, "--scenario", "stop", "--out", out);
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("What if: The stop")
                .contains("Refined good for tools, Town: -100% in 2027-04; short from 2027-04")
                .contains("brief.pdf")
                .contains("brief.html");
        PrintedPages pages = PrintedPages.of(file("pages", "brief.pdf"));
        assertThat(pages.pages()).isEqualTo(2);
        assertThat(pages.shapeless()).isZero();
        assertThat(pages.outside()).isEmpty();
        String html = new String(file("pages", "brief.html"), java.nio.charset.StandardCharsets.UTF_8);
        for (String said : new String[] {
            "What if: The stop",
            "Refined good for tools, Town: -100% in 2027-04",
            "short from 2027-04",
            "What the ready answers of the case would do against the same events:",
            "The answers",
            "add --with answers",
            "The survey · Office of surveys · 2026 · graded A2 · https://example.org/survey",
            "in 5 of 6 episodes",
            "Made on 2027-01-15",
            "/stress?case=town&scenario=stop&lang=en"
        }) {
            assertThat(pages.text()).contains(PrintedPages.bare(said));
            assertThat(PrintedPages.bare(html.replaceAll("<[^>]*>", "").replace("&amp;", "&")))
                    .contains(PrintedPages.bare(said));
        }
        assertThat(pages.text())
                .contains(PrintedPages.bare("genryu brief " + town + " --scenario stop --date 2027-01-15 --lang en"));
        assertThat(html).doesNotContain("<script").doesNotContain("http-equiv=\"refresh\"");

        // The same line, the same bytes; run.json names both files by their hash.
        Session json = ask(
                Lang.EN,
                "--scenario",
                "The stop",
                "--out",
                folder.resolve("again").toString(),
                "--json");
        JsonNode answer = json.json();
        assertThat(json.code()).isZero();
        assertThat(answer.get("status").asString()).isEqualTo("solved");
        assertThat(answer.get("question").asString()).isEqualTo("What if: The stop");
        assertThat(answer.get("pages").asInt()).isEqualTo(2);
        assertThat(answer.get("date").asString()).isEqualTo("2027-01-15");
        JsonNode record = JsonMapper.shared()
                .readTree(folder.resolve("again").resolve("run.json").toFile());
        for (String name : new String[] {"brief.pdf", "brief.html"}) {
            String sum = ContentHash.of(file("again", name));
            assertThat(answer.get("files").get(name).asString()).isEqualTo(sum);
            assertThat(record.get("files").get(name).asString()).isEqualTo(sum);
        }
        assertThat(Session.of(Lang.EN, false, "brief", town.toString(), "--scenario", "stop", "--date", "tomorrow")
                        .err())
                .contains("--date is 'tomorrow'; it must be a day such as 2026-01-14.");
        // Without a date they bear that of today, and the line that makes them again says it.
        Session now = Session.of(
                Lang.EN,
                false,
                "brief",
                town.toString(),
                "--scenario",
                "stop",
                "--out",
                folder.resolve("now").toString(),
                "--json");
        assertThat(now.json().get("command").asString())
                .endsWith("--date " + now.json().get("date").asString() + " --lang en");
        ask(Lang.EN, "--scenario", "stop", "--out", folder.resolve("third").toString());
        assertThat(file("third", "brief.pdf")).isEqualTo(file("pages", "brief.pdf"));
        assertThat(file("third", "brief.html")).isEqualTo(file("pages", "brief.html"));
    }

    @Test
    void measuresMustBeToldInJapaneseWithWhatTheyCostAndSpare() throws IOException {
        Session told = ask(
                Lang.JA,
                "--scenario",
                "stop",
                "--with",
                "answers",
                "--out",
                folder.resolve("pages").toString());
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("もし：stopの話");
        PrintedPages pages = PrintedPages.of(file("pages", "brief.pdf"));
        assertThat(pages.pages()).isEqualTo(2);
        assertThat(pages.shapeless()).isZero();
        for (String said : new String[] {
            "もし：stopの話",
            "何が効き、いくらかかるか",
            "すべて合わせて",
            "負担1当たり",
            "確かさ",
            "作成日：2027-01-15",
            "再び作るには",
            "--with answers --date 2027-01-15 --lang ja",
            "町の精製品"
        }) {
            assertThat(pages.text()).contains(PrintedPages.bare(said));
        }
    }

    @Test
    void aPlanMustBecomeTwoPages() throws IOException {
        write(
                town,
                Map.of(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,first\ndig,mine,make,operating,1500,10,\n"
                                + "near,town,make,planned,600,30,2027\n",
                        "options.csv",
                        "option,name_en,name_ja,kind,country,agency,builds,cost,begin,years,life\n"
                                + "pit,A pit of our own,自前の鉱山,project,JP,bank,near,200,2027,1,2\n"));
        for (Lang lang : Lang.values()) {
            Session told = ask(
                    lang,
                    "--budget",
                    "1000",
                    "--scenarios",
                    "stop",
                    "--out",
                    folder.resolve("plan" + lang).toString());
            assertThat(told.err()).isEmpty();
            assertThat(told.code()).isZero();
            PrintedPages pages = PrintedPages.of(file("plan" + lang, "brief.pdf"));
            assertThat(pages.pages()).isEqualTo(2);
            assertThat(pages.shapeless()).isZero();
            assertThat(pages.outside()).isEmpty();
            assertThat(pages.text())
                    .contains(PrintedPages.bare(
                            lang == Lang.EN
                                    ? "What is best built and decided within $1,000?"
                                    : "1,000ドルの予算で、何を建て、何を決めるのが最良か"))
                    .contains(PrintedPages.bare(lang == Lang.EN ? "A pit of our own" : "自前の鉱山"))
                    .contains("/plan?case=town&budget=1000&scenarios=stop");
        }
    }

    @Test
    void whatIsAskedWronglyMustBeSaidBeforeAnyWorkIsDone() {
        Session nothing = ask(Lang.EN);
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("--scenario ID for a scenario, --budget AMOUNT for a plan");
        Session both = ask(Lang.JA, "--scenario", "stop", "--budget", "1");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("別の説明資料です");
        Session mixed = ask(Lang.EN, "--scenario", "stop", "--target", "dependence:30%@2030");
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err()).contains("--target has no effect here");
        Session unknown = ask(
                Lang.EN, "--scenario", "stopp", "--out", folder.resolve("none").toString());
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("stop");
        assertThat(folder.resolve("none")).doesNotExist();
        Session even = ask(
                Lang.EN,
                "--scenario",
                "stop",
                "--futures",
                "5",
                "--out",
                folder.resolve("none").toString());
        assertThat(even.code()).isEqualTo(1);
        assertThat(even.err()).contains("no number that the scenario rests on was written with a range");
    }
}
