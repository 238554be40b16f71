package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.genryu.core.Lang;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a balance did not act on, and a base year that was not fitted, stand where the numbers stand: on the terminal,
/// in `--json` and beside the headline of the page, in both languages.
class WarningsTest {
    @TempDir
    private Path folder;

    private static final List<String> IDLE = List.of("dumping", "stockpile", "sharing", "floor", "offtake");

    private static final Map<Lang, String> UNFITTED = Map.of(
            Lang.EN,
            "Calibration: the base year was not fitted, so this is the plain answer, without what was observed: its amounts cannot balance; observed are good, scrap.",
            Lang.JA,
            "較正: 基準年に合わせられなかったため、観測値を使わない素の解です。量の収支が成り立ちません。観測のある品目: good, scrap。");

    private static final Map<Lang, String> MEETS_NOTHING = Map.of(
            Lang.EN,
                    "licence meets nothing in this case in its time, or is said by another already; nothing was changed.",
            Lang.JA, "licence の期間・条件に当てはまるものがこのケースにないか、別の行と重複しています。何も変えていません。");

    private static String idle(String shape, Lang lang) {
        return switch (lang) {
            case EN ->
                "Scenario 'all': a balance does not act on %s; its results are those without it.".formatted(shape);
            case JA -> "シナリオ「all」: 需給均衡では %s は働きません。結果はこれがない場合のものです。".formatted(shape);
        };
    }

    /// Scrap that may not be thrown away goes into a yard, of which a base year knows nothing.
    private String world() throws IOException {
        TextCase cases = TextCase.years(2025, 2025)
                .header("home", "[JP]")
                .table("places", "place,kind,country\nhere,country,JP")
                .table("commodities", "commodity,unit,disposal_cost\ngood,t,\nscrap,t,never")
                .table("recipes", "recipe,commodity,amount\nmake,good,1\nmelt,scrap,-1\nmelt,good,1")
                .table("processes", """
                        process,place,recipe,status,capacity,cost,observed
                        plant,here,make,operating,100,10,60
                        mill,here,melt,operating,0,10,0""")
                .table("stores", "store,place,commodity,kind,capacity,level,cost\nyard,here,scrap,commercial,1e5,0,1")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nbuy,here,buy,good,60,500")
                .table(
                        "returns",
                        "use,place,from,to,lifetime_mean,lifetime_sd,shape,collection\nbuy,here,good,scrap,1,,fixed,0.5")
                .scenario("all", """
                        id: all
                        events:
                          - dumping: {by: JP, commodities: good, price: -40 %, first: 2025}
                          - licence: {from: JP, trough: 0.5, months: 3, start: 2025-01}
                        measures:
                          - stockpile: {place: here, commodity: good, days: 30}
                          - sharing: {members: [JP]}
                          - floor: {commodity: good, price: 5}
                          - offtake: {buyer: JP, processes: plant, amount: 5}
                        """);
        Path home = folder.resolve("case");
        for (var file : cases.files().entrySet()) {
            Path target = home.resolve(file.getKey());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, file.getValue());
        }
        return home.toString();
    }

    @Test
    void everyWarningMustStandOnTheTerminalForProgramsAndBesideTheHeadline() throws IOException {
        String home = world();
        for (Lang lang : Lang.values()) {
            String word = lang.name().toLowerCase(java.util.Locale.ROOT);
            Path out = folder.resolve(word);
            Session text = Session.of("run", home, "--scenario", "all", "--out", out.toString(), "--lang", word);
            Session json = Session.of("balance", home, "--scenario", "all", "--json", "--lang", word);
            StringBuilder messages = new StringBuilder();
            for (JsonNode finding : json.json().get("findings")) {
                messages.append(finding.get("message").asString()).append('\n');
            }
            String page = Files.readString(out.resolve("report.html")).replace("&#39;", "'");
            String head = page.substring(page.indexOf("id=\"warnings\""));
            head = head.substring(0, head.indexOf("</section>"));
            for (String told : List.of(text.err(), messages.toString(), head)) {
                IDLE.forEach(shape -> assertThat(told).contains(idle(shape, lang)));
                assertThat(told).contains(MEETS_NOTHING.get(lang)).contains(UNFITTED.get(lang));
            }
            assertThat(head)
                    .contains(
                            switch (lang) {
                                case EN -> "Warnings (7): read the numbers with these";
                                case JA -> "警告（7件）：以下を踏まえて数値をお読みください";
                            });
        }
    }

    @Test
    void aPageWithoutWarningsMustHaveNoSuchBox() throws IOException {
        Path out = folder.resolve("plain");
        assertThat(Session.of("run", world(), "--out", out.toString(), "--quiet", "--uncalibrated")
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("id=\"warnings\"");
    }
}
