package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `genryu share` as a person meets it. Rung: by hand, word for word.
class ShareCommandTest {
    private static final String OWN = "coalition,value\nU,100\nJ,0\nA,20\nU+J,400\nU+A,180\nJ+A,150\nU+J+A,600\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    @Test
    void theScreenMustAnswerInWords() throws IOException {
        Session share = Session.of("share", file("own.csv", OWN), "--quiet");
        assertThat(share.code()).isZero();
        assertThat(share.out())
                .startsWith("How can the joint gain be shared?\n"
                        + "own.csv: 3 players; together 600, each alone 120 in all, gain 480\n"
                        + "Propose       Shapley value: U 276.7 · J 211.7 · A 111.7\n"
                        + "              It pays each what it brings on average, and no coalition has more alone.\n"
                        + "50:50         U 260 · J 160 · A 180\n")
                .contains("Who leaves    Nobody would leave under any of the rules.", "\nNext          genryu share ");
        assertThat(Session.of(Lang.JA, false, "share", file("own.csv", OWN), "--quiet")
                        .out())
                .contains("提案          シャープレイ値：U 276.7 · J 211.7 · A 111.7");
    }

    @Test
    void everyRuleMustBeAKeyOfTheDocument() throws IOException {
        JsonNode all = json(Session.of("share", file("own.csv", OWN), "--json").out());
        assertThat(all.get("players").get(1).asString()).isEqualTo("J");
        assertThat(all.get("shapley").get("U").asDouble()).isEqualTo(276.6667, within(5e-5));
        assertThat(all.get("nucleolus").get("J").asDouble()).isEqualTo(215);
        assertThat(all.get("per_capita_nucleolus").get("J").asDouble()).isEqualTo(245);
        assertThat(all.get("core").get("empty").asBoolean()).isFalse();
        assertThat(all.get("core").get("least_core").asDouble()).isEqualTo(-90);
        assertThat(all.get("traits").get("convex").asBoolean()).isTrue();
    }

    @Test
    void theOrderOfRowsMustNotChangeAByte() throws IOException {
        String turned = "coalition,value\nU+J+A,600\nJ+A,150\nA,20\nU+A,180\nJ+U,400\nJ,0\nU,100\n";
        assertThat(Session.of("share", file("own.csv", turned), "--json").out())
                .isEqualTo(Session.of("share", file("own.csv", OWN), "--json").out());
    }

    @Test
    void costsMustBeToldAsCosts() throws IOException {
        JsonNode all = json(Session.of(
                        "share",
                        file("c.csv", "coalition,cost\nD,30\nF,40\nI,50\nD+F,50\nD+I,60\nF+I,70\nD+F+I,80\n"),
                        "--json")
                .out());
        // by hand: Shapley's value of the costs themselves
        assertThat(all.get("shapley").get("D").asDouble()).isEqualTo(50 / 3.0, within(1e-9));
        assertThat(all.get("shapley").get("I").asDouble()).isEqualTo(110 / 3.0, within(1e-9));
        assertThat(all.get("traits").get("costs").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeSplitMustSayWhy() throws IOException {
        String apart = file("apart.csv", "coalition,value\na,10\nb,10\na+b,15\n");
        Session share = Session.of("share", apart);
        assertThat(share.code()).isZero();
        assertThat(share.err())
                .contains("Game: all together have less than each has alone; nobody gains by joining. [" + apart
                        + "] Maybe these are costs: the column should be called `cost`.");
        assertThat(share.out())
                .contains("Together they have 5 less than apart: nothing is to be shared but a loss.")
                .contains("Not superadditive: 1 coalitions do better in parts, most of all a+b by 5.");
        assertThat(json(Session.of("share", apart, "--json").out())
                        .get("nucleolus")
                        .get("undefined")
                        .asString())
                .isEqualTo("all together have less than each has alone; the prenucleolus is given instead.");
        assertThat(json(Session.of("share", apart, "--json", "--cover").out())
                        .get("nucleolus")
                        .get("a")
                        .asDouble())
                .isEqualTo(10);
    }

    @Test
    void wrongUsageMustNameWhatIsMeant() throws IOException {
        String own = file("own.csv", OWN);
        assertThat(Session.of("share").err()).startsWith("genryu: GAME is missing.\n");
        assertThat(Session.of("share", own, "--quiet", "--weights", "U=1,Jx=2").err())
                .startsWith("genryu: --weights: 'Jx' is no player; they are U, J, A. Maybe 'J' is meant.\n");
        assertThat(Session.of("share", own, "--quiet", "--weights", "U=1,J=2").err())
                .startsWith("genryu: --weights has none for A; every player must have one.\n");
        assertThat(Session.of("share", own, "--quiet", "--weights", "U=1,J=0,A=1")
                        .err())
                .startsWith("genryu: --weights: the weight of 'J' is 0.0; it must be above 0.\n");
        assertThat(Session.of("share", own, "--quiet", "--weights", "half").err())
                .startsWith("genryu: --weights is 'half'; it must be names with numbers such as US=1,JP=2.\n");
        assertThat(Session.of("share", own, "--quiet", "--blocs", "U+J,J").err())
                .startsWith("genryu: --blocs: 'J' stands in two blocs; it must stand in one.\n");
        assertThat(Session.of("share", "--claims", "a=1,b=2", "--estate", "9").err())
                .startsWith("genryu: --estate is 9.0; it must not be more than all claims, 3.0: every claim is met.\n");
        assertThat(Session.of("share", "--claims", "a=1").err())
                .startsWith("genryu: --claims goes with --estate and without a game.\n");
        assertThat(Session.of("share", own, "--quiet", "--scenario", "x").err())
                .startsWith("genryu: --scenario has no effect here; it is for --members.\n");
        assertThat(Session.of("share", "alliance", "--members", "JP,US").err())
                .startsWith("genryu: --members needs --scenario: what do the partners act against?\n");
        assertThat(Session.of("share", "none.csv").err())
                .startsWith("error Game 'none.csv': there is no such file. [none.csv] Maybe a CSV file with the columns"
                        + " coalition,value is meant.\n");
        assertThat(Session.of("share", "nolans").err())
                .contains("Project 'nolans': it has no split; there is nothing to share.");
    }

    @Test
    void claimsMustBeMetByEveryRule() {
        JsonNode all = json(Session.of("share", "--claims", "A=100,B=200,C=300", "--estate", "200", "--json")
                .out());
        assertThat(all.get("nucleolus").get("A").asDouble()).isEqualTo(50, within(1e-12));
        assertThat(all.get("claim_awards").size()).isEqualTo(18);
    }

    @Test
    void theFolderMustHoldTablesAndAPage() throws IOException {
        Path out = folder.resolve("split");
        Session share = Session.of(
                "share", file("own.csv", OWN), "--weights", "U=1,J=2,A=1", "--blocs", "U+A", "--out", out.toString());
        assertThat(share.code()).isZero();
        assertThat(Files.readString(out.resolve("shares.csv")))
                .startsWith("rule,player,share,alone,gain,error\n")
                .contains("\nowen,U,277.5,100,177.5,\n", "\nweighted_shapley,U,227.5,100,127.5,\n");
        assertThat(Files.readString(out.resolve("report.html"))).contains("The core", "Weighted Shapley value");
        assertThat(out.resolve("run.json")).exists();
    }

    @Test
    void aSplitMustBeToldWithItsPromises() throws IOException {
        String sheet = file("memo.yaml", """
                id: memo
                currency: USD
                price_year: 2026
                valuation_date: 2026-01
                rates: {discount: 6 %}
                schedule: {build: 12 months, operate: 25 years}
                capex: {items: [{item: plant, amount: 100 MUSD}]}
                products: [{product: ore, amount: 1000 t/yr, price: 30000 USD/t}]
                costs: [{item: fixed, fixed: 10 MUSD/yr}]
                finance: {equity: [{party: japan, share: 100 %}]}
                parties: [{party: japan}, {party: us}]
                split:
                  - memorandum: {payer: japan, other: us, rate: 6 %}
                """);
        Session value = Session.of("value", sheet, "--futures", "8", "--quiet");
        assertThat(value.out())
                .contains("What owners get, by the split of the sheet:\n  japan: pays in $100.0 million");
        JsonNode share =
                json(Session.of("share", sheet, "--futures", "4", "--json").out());
        // nothing is uncertain: every future is the base case
        assertThat(share.get("split_promises").get(0).get("error").asDouble()).isZero();
        assertThat(share.get("split_promises").get(0).get("mean").asDouble()).isPositive();
        assertThat(share.get("split_terms").get(0).get("term").asString()).isEqualTo("memorandum.later");
    }
}
