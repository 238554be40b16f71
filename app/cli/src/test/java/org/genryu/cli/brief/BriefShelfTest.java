package org.genryu.cli.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.explain.PublishedComparison;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.Scenario;
import org.genryu.casefile.read.CaseReader;
import org.genryu.cases.BuiltInCases;
import org.genryu.core.Lang;
import org.genryu.core.ProgressReport;
import org.genryu.report.brief.StressBrief;
import org.genryu.report.print.HandoutPdf;
import org.genryu.report.print.Helps;
import org.genryu.report.print.Permalink;
import org.genryu.report.print.StressHandout;
import org.genryu.results.Citations;
import org.genryu.results.ground.Grounds;
import org.genryu.stress.account.StressAccount;
import org.genryu.stress.damage.DamageAccount;
import org.genryu.study.DamageStudy;
import org.genryu.study.SolvedCases;
import org.genryu.study.StressStudy;
import org.genryu.testkit.TextCase;
import org.genryu.testkit.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two pages of real and of odd worlds are two pages, and nothing on them is lost. Rung: identity.
class BriefShelfTest {
    private static final String STOP = "title: {en: \"A stop, for an odd world\", ja: 停止}\nstart: 2025-01\nmonths: 12\n"
            + "events:\n  - outage: {processes: [\"%s\"], start: 2025-02, months: 3}\n";

    private static void check(CaseFile file, String id, Path to) throws IOException {
        Scenario scenario = file.scenario(id).orElseThrow();
        StressStudy.Ready ready = StressStudy.calm(
                        file,
                        StressStudy.before(file, scenario),
                        SolvedCases.NONE,
                        BalanceOptions.DEFAULT,
                        ProgressReport.SILENT)
                .clean()
                .orElseThrow();
        StressStudy.Calm calm = (StressStudy.Calm) ready;
        StressAccount account = calm.told(scenario).orElseThrow();
        DamageAccount damage = DamageStudy.of(file, account);
        StressHandout.Known known = new StressHandout.Known(
                account,
                new StressBrief.Told(file, account, Optional.empty(), Optional.of(damage)),
                damage,
                new Helps.Shelf(List.of()),
                Grounds.of(account, Citations.of(file)),
                PublishedComparison.of(calm.balance()),
                Optional.empty(),
                Optional.empty());
        Permalink again = new Permalink(
                file.header().id(), "ab".repeat(32), "", "0.1.0", "2027-01-15", "genryu", "stress", Map.of());
        for (Lang lang : Lang.values()) {
            HandoutPdf.Printed printed = HandoutPdf.of(StressHandout.of(known, again, lang));
            Files.write(to.resolve(id + "-" + lang + ".pdf"), printed.pdf());
            PrintedPages pages = PrintedPages.of(printed.pdf());
            assertThat(pages.pages()).as(id + " " + lang).isEqualTo(2);
            assertThat(pages.shapeless()).as(id + " " + lang).isZero();
            assertThat(pages.outside()).as(id + " " + lang).isEmpty();
            assertThat(printed.lacking()).as(id + " " + lang).isEmpty();
            assertThat(pages.text())
                    .as(id + " " + lang)
                    .contains(PrintedPages.bare(scenario.title().in(lang)));
            // Every sentence and cell of the HTML comes out of the PDF.
            for (String piece : printed.html()
                    .replaceAll("(?s)^.*<body>", "")
                    .replaceAll("(?s)<(title|desc)[^>]*>.*?</\\1>", "")
                    .replaceAll("</?span[^>]*>", "")
                    .split("<[^>]*>")) {
                String words = piece.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
                assertThat(pages.text()).as(id + " " + lang).contains(PrintedPages.bare(words));
            }
        }
    }

    @Test
    void oddWorldsMustFillTwoPages(@TempDir Path to) throws IOException {
        Map<String, TextCase> zoo = Map.of(
                "mine-a", Zoo.streams(),
                "press", Zoo.thirdCountry());
        for (Map.Entry<String, TextCase> one : zoo.entrySet()) {
            CaseFile file = one.getValue()
                    .scenario("stop", STOP.formatted(one.getKey()))
                    .file();
            check(file, "stop", to);
        }
    }

    @Test
    @Tag("slow")
    void scenariosOfTheAllianceMustFillTwoPagesEach(@TempDir Path to) throws IOException {
        checkAll(List.of("gallium-germanium-stop", "hormuz-quarter"), to);
    }

    @Test
    @Tag("long")
    void theShelfOfTheAllianceMustFillTwoPagesEach(@TempDir Path to) throws IOException {
        checkAll(
                List.of(
                        "graphite-stop",
                        "japan-stop",
                        "dumping-2028",
                        "kuantan-outage",
                        "alliance-answers",
                        "cn-export-ban"),
                to);
    }

    private static void checkAll(List<String> scenarios, Path to) throws IOException {
        CaseFile file =
                CaseReader.readText(BuiltInCases.files("alliance")).clean().orElseThrow();
        for (String id : scenarios) {
            check(file, id, to);
        }
    }
}
