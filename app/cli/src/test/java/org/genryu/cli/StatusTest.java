package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a command ends that has no proved answer: what was lacking, with numbers, and nothing that is not so. Rung: by
/// hand.
class StatusTest {
    @TempDir
    Path folder = Path.of("");

    /// A cost of 10 USD/t a hundred years from now, at a rate of -49 % a year.
    private SmallCases beyond() {
        return SmallCases.sound()
                .with(
                        "case.yaml",
                        "id: small\ncurrency: USD\nprice_year: 2025\ndiscount_rate: -49 %\nperiods: {first: 2025, last: 2125, step: year}\n");
    }

    @Test
    void aNumberBeyondTheSolverMustBeNamedAndNotBlamedOnTime() {
        String name = beyond().in(folder);
        Session session = Session.of("balance", name, "--quiet", "--json");
        assertThat(session.code()).isEqualTo(4);
        assertThat(session.json().get("status").asString()).isEqualTo("stopped");
        assertThat(session.json().get("reason").asString()).isEqualTo("not-proved");
        assertThat(session.json().get("residual").asString()).isEqualTo("number");
        assertThat(session.json().get("size").asDouble()).isGreaterThanOrEqualTo(1e20);
        assertThat(session.err())
                .startsWith("genryu: The answer could not be proved: a number at ")
                .contains(
                        "; the solver takes numbers below 1.0e+20; no answer is kept. Maybe numbers of very different size")
                .doesNotContain("Time");
        assertThat(Session.of(Lang.JA, false, "balance", name, "--quiet").err())
                .startsWith("genryu: 解を証明できませんでした: ")
                .doesNotContain("時間");
    }

    @Test
    void runJsonAndThePageMustSayTheSame() throws IOException {
        String name = beyond().in(folder);
        Path out = folder.resolve("result");
        assertThat(Session.of("run", name, "--quiet", "--out", out.toString()).code())
                .isEqualTo(4);
        assertThat(Files.readString(out.resolve("run.json")))
                .contains(
                        "\"status\":\"stopped\"",
                        "\"reason\":\"not-proved\"",
                        "\"residual\":\"number\"",
                        "\"where\":\"");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("the answer could not be proved", "the solver takes numbers below")
                .doesNotContain("Time ran out");
    }

    @Test
    void aTimeLimitMustBoundEveryStepAndSayWhatItCutOff() {
        String name = SmallCases.sound().in(folder);
        for (String command : new String[] {"balance", "run", "check"}) {
            Session session = Session.of(command, name, "--time-limit", "1e-9", "--quiet", "--json");
            assertThat(session.code()).isEqualTo(4);
            assertThat(session.json().get("reason").asString()).isEqualTo("time");
            assertThat(session.json().get("cut").asString()).isEqualTo("reading " + name);
            assertThat(session.err())
                    .isEqualTo("genryu: Time ran out while reading " + name
                            + "; nothing is kept. Maybe allow more with --time-limit.\n");
        }
        for (String command : new String[] {"import", "export"}) {
            Session session = Session.of(
                    command, name, folder.resolve("copy").toString(), "--time-limit", "1e-9", "--quiet", "--json");
            assertThat(session.code()).isEqualTo(4);
            assertThat(session.json().get("reason").asString()).isEqualTo("time");
            assertThat(folder.resolve("copy")).doesNotExist();
        }
        Session value = Session.of(Lang.JA, false, "value", "nolans", "--time-limit", "1e-9", "--quiet");
        assertThat(value.code()).isEqualTo(4);
        assertThat(value.err()).isEqualTo("genryu: 未来を計算中に時間切れになりました。残せる結果はありません。--time-limit を延ばしてください。\n");
    }

    @Test
    void theFuturesMustBeBounded() {
        Session session = Session.of("value", "nolans", "--futures", "99999999999", "--quiet");
        assertThat(session.code()).isEqualTo(2);
        assertThat(session.err())
                .startsWith(
                        "genryu: --futures is '99999999999'; it must be a whole number from 1 to 10,000,000: beyond, more futures cost time and hardly change a digit.\n");
        assertThat(Session.of(Lang.JA, false, "value", "nolans", "--futures", "99999999999", "--quiet")
                        .err())
                .startsWith(
                        "genryu: --futures は '99999999999' です。1 以上 10,000,000 以下の整数を指定してください(これ以上増やしても時間がかかるだけで、結果の桁はほとんど変わりません)。\n");
    }

    @Test
    void checkMustReadALooseTermSheet() throws IOException {
        Path sheet = folder.resolve("mine.yaml");
        Files.writeString(sheet, "id: mine\ncurrency: USD\nprice_year: 20x5\n");
        Session session = Session.of("check", sheet.toString(), "--quiet", "--json");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.json().get("status").asString()).isEqualTo("errors");
        assertThat(session.out()).contains("price_year is '20x5'", "valuation_date is missing");
        assertThat(Session.of("check", "nolans", "--quiet").out()).isEqualTo("0 errors, 0 warnings.\n");
        Path header = folder.resolve("case.yaml");
        Files.writeString(header, "id: mine\n");
        assertThat(Session.of("check", header.toString(), "--quiet").out()).contains("Maybe its folder is meant.");
    }

    @Test
    void aLimitMustBeListedOnceAndAsItWasWritten() {
        String name = SmallCases.sound()
                .with(
                        "processes.csv",
                        "process,place,recipe,status,capacity,cost,observed\npit,mine,dig,operating,100,10,60\n")
                .with("routes.csv", "route,from,to,commodity,cost,capacity\nrail,mine,town,ore,2,200\n")
                .with("demands.csv", "demand,place,use,commodity,amount,growth\nneed,town,tools,ore,60,100 %\n")
                .in(folder);
        Session session = Session.of("balance", name, "--quiet");
        assertThat(session.code()).isEqualTo(3);
        assertThat(session.err().lines().filter(line -> line.contains("'pit'")))
                .containsExactly("  processes.capacity 'pit' [2026]: at most 100 in 2026");
    }

    /// Found by spoiling tables, seed 1025474.
    @Test
    void aDemandCurveAroundNothingMustBeSolved() {
        for (String curve : new String[] {"linear", "isoelastic"}) {
            String name = SmallCases.sound()
                    .with(
                            "demands.csv",
                            "demand,place,use,commodity,amount,price,elasticity,curve\nneed,town,tools,ore,0,20,-0.5,"
                                    + curve + "\n")
                    .in(folder.resolve(curve));
            assertThat(Session.of("balance", name, "--quiet").code()).isZero();
        }
    }
}
