package org.genryu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

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

/// `genryu worst` as people and programs meet it. Rung: by hand.
class WorstCommandTest {
    @TempDir
    Path folder;

    /// Two ways to town: the sea for 8 of 10 at 1, the rail for 6 at 3; a unit that is missing costs 100.
    @BeforeEach
    void twoWays() throws IOException {
        Map<String, String> files = Map.of(
                "case.yaml",
                "id: ways\ntitle: {en: Two ways, ja: 二つの道}\ncurrency: USD\nprice_year: 2025\ndiscount_rate: 0\n"
                        + "periods: {first: 2025, last: 2025, step: year}\n",
                "places.csv",
                "place,name_en,name_ja,kind,country\nmine,Mine,鉱山,site,CN\ntown,Town,町,site,JP\n",
                "commodities.csv",
                "commodity,name_en,name_ja,unit\ngood,Good,品,t\n",
                "recipes.csv",
                "recipe,commodity,amount\nmake,good,1\n",
                "processes.csv",
                "process,place,recipe,status,capacity,cost\ndig,mine,make,operating,20,1\n",
                "routes.csv",
                "route,from,to,commodity,cost,capacity\nsea,mine,town,good,1,8\nrail,mine,town,good,3,6\n",
                "demands.csv",
                "demand,place,use,commodity,amount,shortage_cost\neat,town,use,good,10,100\n",
                "moves.csv",
                "move,name_en,name_ja,table,id,column,op,value,cost\n"
                        + "shut-sea,The sea is shut,海を閉ざす,routes,sea,capacity,set,0,2\n"
                        + "shut-rail,The rail is cut,鉄道を断つ,routes,rail,capacity,set,0,1\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Session ask(Lang lang, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "worst";
        words[1] = folder.toString();
        words[2] = "--quiet";
        System.arraycopy(more, 0, words, 3, more.length);
        return Session.of(lang, false, words);
    }

    /// Calm 8·2 + 2·4 = 24. Sea shut: 6·4 + 4·100 = 424. Rail cut: 16 + 200 = 216. Both: 1000.
    @Test
    void theScreenMustSayWhichMovesHowMuchHowSureAndWhatNext() {
        Session told = ask(Lang.EN, "--moves", "1", "--defend", "1");
        assertThat(told.err()).isEmpty();
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("Two ways: the worst 1 of 2 moves of the other side")
                .contains("The sea is shut\n")
                .contains("damage $400\n")
                .contains("proved: no set of 1 or fewer does more")
                .contains("$192: The rail is cut")
                .contains("Japan $")
                .contains("1 made impossible: $192 left (proved) by preventing: The sea is shut");
        assertThat(told.out().lines().count()).isLessThanOrEqualTo(24);
    }

    @Test
    void theScreenMustSayTheSameInJapanese() {
        Session told = ask(Lang.JA, "--moves", "2");
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("二つの道：相手側の2手のうち最悪の2手")
                .contains("海を閉ざす＋鉄道を断つ")
                .contains("損害 976ドル")
                .contains("証明済み：2手以内でこれを超える組はありません")
                .contains("1手：400ドル · 2手：976ドル")
                .contains("入れ子：最悪の組はひとつ前の組を含みます")
                .contains("--defend 2  先に防ぐべき手");
    }

    @Test
    void theDocumentMustHoldTheAgreedKeys() {
        JsonNode told = ask(Lang.EN, "--moves", "2", "--json").json();
        assertThat(told.get("status").asString()).isEqualTo("proved");
        assertThat(told.get("moves").toString()).isEqualTo("[\"shut-sea\",\"shut-rail\"]");
        assertThat(told.get("damage").asDouble()).isEqualTo(976);
        assertThat(told.get("bound").asDouble()).isEqualTo(976);
        assertThat(told.get("gap").asDouble()).isZero();
        assertThat(told.get("curve").size()).isEqualTo(3);
        assertThat(told.get("curve").get(1).get("set").asString()).isEqualTo("shut-sea");
        assertThat(told.get("curve").get(1).get("damage").asDouble()).isEqualTo(400);
    }

    @Test
    void aBudgetMustBeKept() {
        JsonNode told = ask(Lang.EN, "--moves", "2", "--budget", "1", "--json").json();
        assertThat(told.get("moves").toString()).isEqualTo("[\"shut-rail\"]");
        assertThat(told.get("damage").asDouble()).isEqualTo(192);
    }

    @Test
    void theFolderMustHoldEveryTable() throws IOException {
        Path out = folder.resolve("out");
        assertThat(ask(Lang.EN, "--moves", "1", "--out", out.toString()).code()).isZero();
        assertThat(Files.readString(out.resolve("worst.csv")))
                .isEqualTo("most,set,damage,bound,gap\n0,,0,0,0\n1,shut-sea,400,400,0\n");
        assertThat(Files.readString(out.resolve("next_worst.csv")))
                .isEqualTo("rank,set,damage\n1,shut-rail,192\n2,,0\n");
        assertThat(Files.readString(out.resolve("rival_moves.csv"))).contains("shut-sea,The sea is shut,海を閉ざす,2,yes\n");
        assertThat(out.resolve("defence.csv")).exists();
        assertThat(out.resolve("losers.csv")).exists();
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"status\":\"proved\"");
    }

    @Test
    void whatCannotBeAskedMustBeRefused() {
        assertThat(ask(Lang.EN).code()).isEqualTo(2);
        Session wrong = ask(Lang.EN, "--moves", "many");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("genryu: --moves is 'many'; it must be a whole number, 0 or more.");
        assertThat(ask(Lang.JA, "--moves", "1", "--budget", "x").err()).contains("--budget は 'x' です。0 以上の数を指定してください。");
    }
}
