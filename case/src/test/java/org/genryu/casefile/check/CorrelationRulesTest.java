package org.genryu.casefile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genryu.casefile.Small;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// What correlations may tie. Rung: by hand.
class CorrelationRulesTest {
    private static List<String> findings(String row, Lang lang) {
        return Small.years()
                .with(
                        "processes.csv",
                        "process,place,recipe,capacity,cost\npit,mine,dig,90..110,1..2\nworks,port,smelt,50,5\n")
                .with("correlations.csv", "number,with,rank\n" + row + "\n")
                .findings(lang);
    }

    @Test
    void twoNumbersWithARangeMustBeTied() {
        assertThat(findings("processes/pit/capacity,processes/pit/cost,-0.5", Lang.EN))
                .isEmpty();
        assertThat(findings("processes/pit/capacity,events/cut/1/hazard,-0.5", Lang.EN))
                .isEmpty();
        assertThat(findings("responses/supply/elasticity,processes/pit/cost,0.5", Lang.EN))
                .isEmpty();
    }

    @Test
    void whatCannotBeTiedMustBeAFinding() {
        assertThat(findings("processes/pitt/capacity,processes/pit/cost,-0.5", Lang.EN))
                .containsExactly(
                        "Correlation 'processes/pitt/capacity/processes/pit/cost': number is 'processes/pitt/capacity'; it must name a number that is written with a range, as table/row/column. [correlations.csv:2 number] Maybe 'processes/pit/capacity' or 'processes/pit/cost' is meant.");
        assertThat(findings("processes/pit/capacity,demands/motors/amount,-0.5", Lang.JA))
                .containsExactly(
                        "相関「processes/pit/capacity/demands/motors/amount」: with が「demands/motors/amount」です。幅を付けて書かれた数値を 表/行/列 の形で指定してください。 [correlations.csv:2 with] 対処案: その数値に幅がありません。`80..120` や `100 ±15` のように書いてください。");
        assertThat(findings("processes/pit/capacity,processes/pit/capacity,-0.5", Lang.EN))
                .singleElement()
                .asString()
                .contains("with is the same number as number; two different ones must be named.");
        assertThat(findings("processes/pit/capacity,processes/pit/cost,1.5", Lang.EN))
                .singleElement()
                .asString()
                .contains("[-1, 1]");
    }
}
