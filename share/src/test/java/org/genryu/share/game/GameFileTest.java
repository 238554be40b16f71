package org.genryu.share.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.core.Lang;
import org.genryu.core.Outcome;
import org.junit.jupiter.api.Test;

class GameFileTest {
    private static Outcome<GameFile> read(String text) {
        return GameFile.read("g.csv", text);
    }

    private static List<String> said(String text) {
        return read(text).findings().stream().map(one -> one.in(Lang.EN)).toList();
    }

    private static final String PLAIN = "coalition,value\nJP,10\nUS,20\nJP+US,180\n";

    @Test
    void rowsNamesSignsAndMarksMayStandInAnyWay() {
        CoalitionGame plain = read(PLAIN).clean().orElseThrow().game();
        assertThat(plain.players()).containsExactly("JP", "US");
        assertThat(plain.worth()).containsExactly(0, 10, 20, 180);
        for (String same : List.of(
                "coalition,value\nJP+US,180\nUS,20\nJP,10\n",
                "\uFEFF# a game\r\nCoalition ; Value\r\nJP;10\r\n\r\nUS;20\r\nJP + US;180\r\n",
                "coalition\tvalue\tnote\nJP\t10\tx\nUS\t２０\ty\nJP＋US\t1.8e2\tz\n",
                "coalition,value\n,0\nJP,10\nUS,20\nJP+US,180\n")) {
            Outcome<GameFile> other = read(same);
            assertThat(other.findings()).isEmpty();
            assertThat(other.clean().orElseThrow().game())
                    .usingRecursiveComparison()
                    .isEqualTo(plain);
        }
        CoalitionGame turned = read("coalition,value\nUS,20\nJP,10\nUS+JP,\"1,180\"\n")
                .clean()
                .orElseThrow()
                .game();
        assertThat(turned.players()).containsExactly("US", "JP");
        assertThat(turned.together()).isEqualTo(1180);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(said("coalition,value\nA,x\nB,2\nA+B,3\nB+A,4\nC+D+D,1\n"))
                .containsExactly(
                        "Coalition 'A': value is 'x'; it must begin with a number. [g.csv:2 value]",
                        "Game: the coalition is 'C+D+D'; it must be names joined by `+`, each once. [g.csv:6 coalition]",
                        "Game: 'B+A' stands in line 4 already; a coalition must have one row. [g.csv:5 coalition]");
    }

    @Test
    void costsMustBeToldByTheirColumn() {
        assertThat(read("coalition,cost\na,3\nb,4\na+b,5\n")
                        .clean()
                        .orElseThrow()
                        .costs())
                .isTrue();
        assertThat(read(PLAIN).clean().orElseThrow().costs()).isFalse();
    }

    @Test
    void missingCoalitionsMustBeTakenAsTheirPartsAndTold() {
        Outcome<GameFile> three = read("coalition,value\nA,1\nB,2\nA+B,10\nA+B+C,30\n");
        assertThat(three.clean().orElseThrow().game().worth()).containsExactly(0, 1, 2, 10, 0, 1, 2, 30);
        assertThat(three.clean().orElseThrow().missing()).containsExactly(4, 5, 6);
        assertThat(three.findings())
                .extracting(one -> one.in(Lang.EN))
                .containsExactly(
                        "Game: 3 of 7 coalitions have no value (C, A+C, B+C); a single player is taken as 0, others as what their parts have. [g.csv] Maybe their rows were left out.");
        assertThat(three.findings())
                .extracting(one -> one.in(Lang.JA))
                .containsExactly(
                        "ゲーム: 7件中3件の提携に値がありません（C, A+C, B+C）。一人の提携は0、それ以外は部分提携の値の合計とみなします。 [g.csv] 対処案: 行が抜けていないか確認してください。");
    }

    @Test
    void everyFaultMustBeToldWithLineRuleAndCure() {
        assertThat(said(""))
                .containsExactly(
                        "Game: it has no rows. [g.csv] Maybe the columns `coalition,value` and one row a coalition are meant.");
        assertThat(said("who,what\na,1\n"))
                .containsExactly(
                        "Game: its columns are 'who,what'; there must be `coalition` and `value`. [g.csv:1] Maybe the first line should read `coalition,value`.");
        assertThat(said("coalition,value\nJP,1\nUS,2\nJPN+US,9\nJP+US+AU,20\n"))
                .containsExactly(
                        "Coalition 'JPN+US': 'JPN' is not in the largest coalition; every player must be. [g.csv:4 coalition] Maybe 'JP' is meant.");
        assertThat(said(PLAIN + "US+JP,170\n"))
                .containsExactly(
                        "Game: 'US+JP' stands in line 4 already; a coalition must have one row. [g.csv:5 coalition]");
        assertThat(said("coalition,value\nJP,NaN\nUS,1e400\nJP+US,80..90\nUS,12 USD\n"))
                .containsExactly(
                        "Coalition 'JP': value is 'NaN'; it must begin with a number. [g.csv:2 value]",
                        "Coalition 'US': value is '1e400'; it must be one finite number without a unit. [g.csv:3 value]",
                        "Coalition 'JP+US': value is '80..90'; it must be one finite number without a unit. [g.csv:4 value]",
                        "Coalition 'US': value is '12 USD'; it must be one finite number without a unit. [g.csv:5 value]",
                        "Game: 'US' stands in line 3 already; a coalition must have one row. [g.csv:5 coalition]");
        assertThat(said("coalition,value\nJP+JP,1\nJP+,2\n,5\nJP\n"))
                .containsExactly(
                        "Game: the coalition is 'JP+JP'; it must be names joined by `+`, each once. [g.csv:2 coalition]",
                        "Game: the coalition is 'JP+'; it must be names joined by `+`, each once. [g.csv:3 coalition]",
                        "Game: nobody is worth 5; it must be 0. [g.csv:4 value]",
                        "Game: the row has 1 cells; it must have one for each column. [g.csv:5]");
        StringBuilder many = new StringBuilder("coalition,value\np0");
        for (int i = 1; i < 21; i++) {
            many.append("+p").append(i);
        }
        assertThat(said(many + ",5\n"))
                .containsExactly(
                        "Game: it has 21 players; a table must have 20 or fewer. [g.csv:2 coalition] Maybe partners that always act together should be one player.");
        assertThat(said("coalition,value\nJP,\n"))
                .containsExactly(
                        "Game: no row has a value. [g.csv] Maybe one row a coalition, such as `JP+US,180`, is meant.");
    }
}
