package org.genryu.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.genryu.cli.Session;
import org.genryu.core.Lang;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `genryu plan` as people and programs meet it. Rung: by hand; the figures are those of `SmallPlanTest`.
class PlanCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void stoppedSupply() throws IOException {
        Map<String, String> files = Map.of(
                "case.yaml",
                "id: stop\ntitle: {en: One supplier, ja: 一つの供給国}\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\n"
                        + "home: [JP]\nrival: [CN]\nperiods: {first: 2025, last: 2026, step: year}\n",
                "places.csv",
                "place,name_en,name_ja,kind,country,lat,lon\nCN,China,中国,country,CN,,\n"
                        + "JP,Japan,日本,country,JP,35.68,139.77\nAU,Australia,豪州,country,AU,-35.28,149.13\n",
                "commodities.csv",
                "commodity,name_en,name_ja,unit\ngood,Good,品,t\n",
                "recipes.csv",
                "recipe,commodity,amount\nmake,good,1\n",
                "processes.csv",
                "process,place,recipe,status,capacity,cost,first\ncn-mine,CN,make,operating,100,10,\n"
                        + "au-mine,AU,make,planned,6,30,2025\njp-recycling,JP,make,operating,2,50,\n",
                "routes.csv",
                "route,from,to,commodity,cost,capacity\nc,CN,JP,good,1,1000\na,AU,JP,good,1,1000\n",
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\nd,JP,use,good,10,100\n",
                "options.csv",
                "option,name_en,name_ja,kind,country,agency,builds,cost,begin,years,life\n"
                        + "mine,Mine in Australia,豪州の鉱山,project,AU,bank,au-mine,200,2025,1,2\n"
                        + "recycling,More recycling,リサイクル増強,measure,JP,office,,60,2025,1,2\n",
                "effects.csv",
                "option,table,id,column,op,value\nrecycling,processes,jp-recycling,capacity,add,3\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.createDirectory(folder.resolve("scenarios"));
        Files.writeString(
                folder.resolve("scenarios/stop.yaml"),
                "id: stop\ntitle: {en: China stops, ja: 中国が停止}\nstart: 2026-01\nmonths: 12\nevents:\n"
                        + "  - ban: {from: CN, to: [JP], commodities: [good], start: 2026-01, months: 12}\n");
    }

    private Session ask(Lang lang, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "plan";
        words[1] = folder.toString();
        words[2] = "--quiet";
        System.arraycopy(more, 0, words, 3, more.length);
        return Session.of(lang, false, words);
    }

    @Test
    void theScreenMustSayWhatToBuildWhatItBuysHowSureAndWhatNext() {
        Session told = ask(Lang.EN, "--budget", "1000", "--risk", "1");
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("One supplier: the best plan within $1,000")
                .contains("Mine in Australia $200")
                .contains("More recycling $60")
                .contains("for $260 it saves $257 in the mean and $514 in the worst fifth of what may come")
                .contains("proved: no plan within the limits gains more than 0.0% more")
                .contains("run again through the engine")
                .contains("--target dependence:30%@2026");
        assertThat(told.out().lines().count()).isLessThanOrEqualTo(24);
    }

    @Test
    void theScreenMustSayTheSameInJapanese() {
        Session told = ask(Lang.JA, "--budget", "1000ドル", "--risk", "0");
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("一つの供給国：予算1,000ドル内の最良の計画")
                .contains("リサイクル増強 60ドル")
                .contains("証明済み")
                .contains("豪州の鉱山：200ドルに対し節減は最大182ドル");
    }

    @Test
    void theDocumentMustHoldTheAgreedKeys() {
        JsonNode told =
                ask(Lang.EN, "--budget", "1000", "--risk", "0", "--json").json();
        assertThat(told.get("status").asString()).isEqualTo("proved");
        assertThat(told.get("chosen").toString()).isEqualTo("[\"recycling\"]");
        assertThat(told.get("objective").asDouble()).isCloseTo(380, within(1e-4));
        assertThat(told.get("gain").asDouble()).isCloseTo(15, within(1e-4));
        assertThat(told.get("plan_options").size()).isEqualTo(2);
        assertThat(told.get("plan_options").get(0).get("reason").asString()).isEqualTo("dear");
    }

    @Test
    void theFolderMustHoldEveryTableAndAPage() throws IOException {
        Path out = folder.resolveSibling(folder.getFileName() + "-out");
        Session told = ask(Lang.EN, "--budget", "1000", "--target", "dependence:50%@2026", "--out", out.toString());
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("Good: from 100.0% to 50.0%; the engine gives 50.0%");
        assertThat(out.resolve("plan_options.csv"))
                .content()
                .contains("recycling,measure,resources,JP,office,2025,2025,60,");
        assertThat(out.resolve("plan_scenarios.csv")).content().contains("stop,0.5,");
        assertThat(out.resolve("plan_dependence.csv")).content().contains("Good,1,0.5,");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("<title>Australia: Mine in Australia</title>")
                .contains("The frontier");
        assertThat(out.resolve("run.json")).content().contains("\"status\":\"proved\"");
    }

    @Test
    void waitingAndTheWorstMustBeToldWhereAsked() throws IOException {
        Path out = folder.resolveSibling(folder.getFileName() + "-beside");
        Session told =
                ask(Lang.EN, "--budget", "1000", "--risk", "0", "--waiting", "--worst", "1", "--out", out.toString());
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("deciding each option when its spending begins is worth $0")
                .contains("the plan: China stops, $700 with what it costs; nothing done: China stops, $790")
                .contains("best against the worst: China stops, $536");
        assertThat(out.resolve("plan_worst.csv"))
                .content()
                .startsWith("plan,attack,cost,charge,total,chosen\n")
                .contains("\nrobust,stop,276");
        assertThat(out.resolve("plan_waiting.csv")).content().isEqualTo("option,today,otherwise,where,not\n");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("What each billion buys")
                .contains("The worst case")
                .contains("What can wait")
                .contains("Where it is spent")
                .contains("<title>Japan: More recycling</title>");
        JsonNode json = ask(Lang.JA, "--budget", "1000", "--tail", "0.01", "--risk", "1", "--worst", "1", "--json")
                .json();
        assertThat(json.get("worst_bound").asDouble()).isCloseTo(536, within(8.0));
        assertThat(json.get("plan_worst").size()).isEqualTo(3);
        assertThat(ask(Lang.EN, "--budget", "1000", "--risk-limit", "100ドル").err())
                .contains("can be brought to $276 in the mean, by spending $260");
        assertThat(ask(Lang.EN, "--budget", "1000", "--tail", "0").code()).isEqualTo(2);
        assertThat(ask(Lang.EN, "--budget", "1000", "--worst", "9").code()).isEqualTo(2);
    }

    @Test
    void theMonthsMustKeepThePromiseAndTheRegisterTakeItsPart() throws IOException {
        Path out = folder.resolveSibling(folder.getFileName() + "-months");
        Session told = ask(Lang.EN, "--budget", "1000", "--risk", "1", "--months", "--out", out.toString());
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("month by month: nowhere more than 0.0% short beyond the promise");
        assertThat(out.resolve("plan_months.csv"))
                .content()
                .startsWith("scenario,promised_before,promised_after,before,after\nstop,0.8,");
        // The programme begins with 109 bn selected: of 109 bn and 1,000 dollars the plan has these 1,000.
        String store = folder.resolve("none.db").toString();
        Session left = Session.of(
                Lang.EN,
                false,
                "plan",
                folder.toString(),
                "--budget",
                "109000001000",
                "--risk",
                "1",
                "--register",
                store);
        assertThat(left.code()).isZero();
        assertThat(left.out()).contains("the best plan within $1,000").contains("Mine in Australia $200");
        assertThat(left.err())
                .contains("Register: $109.0 billion of the budget are selected already; $1,000 are left.");
    }

    @Test
    void whatCannotBeAskedMustSayWhatToDo() {
        assertThat(ask(Lang.EN, "--budget", "0").code()).isEqualTo(1);
        assertThat(ask(Lang.EN, "--budget", "0").err()).contains("the cheapest option, 'recycling', costs 60");
        assertThat(ask(Lang.EN, "--budget", "1000", "--target", "30%").err())
                .contains("it must be written like dependence:30%@2030");
        assertThat(ask(Lang.EN, "--budget", "1000", "--scenarios", "nothing").err())
                .contains("Scenario 'nothing': is not in the case.");
        assertThat(ask(Lang.EN).code()).isEqualTo(2);
    }
}
