package org.genryu.casefile.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.casefile.Small;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// Rules of the input-output table and of what is held against a scenario. Rung: by hand.
class BranchRulesTest {
    private static final String BRANCHES = "branch,place,output,value_added\na,mine,1000,650\nb,mine,2000,1400\n";

    private static Small with(String branches, String inputs) {
        return Small.years().with("branches.csv", branches).with("inputs.csv", "from,to,amount\n" + inputs);
    }

    @Test
    void aTableThatFitsMustRaiseNothing() {
        assertThat(with(BRANCHES, "a,a,150\na,b,500\nb,a,200\nb,b,100\n").findings(Lang.EN))
                .isEmpty();
    }

    @Test
    void whatIsBoughtElsewhereMustBeTold() {
        String two = "branch,place,output,value_added\na,mine,1000,650\nb,town,2000,1400\n";
        assertThat(with(two, "a,b,100\n").findings(Lang.EN))
                .containsExactly(
                        "Input 'a/b': to is a branch of another place; inputs must be what is bought at home. [inputs.csv:2 to] Maybe leave imports out, or give both branches the same place.");
        assertThat(with(two, "a,b,100\n").findings(Lang.JA))
                .containsExactly(
                        "中間投入「a/b」: to が別の地点の部門です。中間投入は国内で買うものでなければなりません。 [inputs.csv:2 to] 対処案: 輸入は除くか、両部門の place をそろえてください。");
    }

    @Test
    void noBranchMustBuyOrSellMoreThanItMakes() {
        assertThat(with(BRANCHES, "b,a,400\n").findings(Lang.EN))
                .containsExactly(
                        "Branch 'a': it buys and adds 1050 a year; that must not exceed its output of 1000. [branches.csv:2 value_added] Maybe imports are still in the amounts, or the units of the tables differ.");
        assertThat(with(BRANCHES, "a,b,600\na,a,500\n").findings(Lang.EN))
                .contains(
                        "Branch 'a': it sells to branches 1100 a year; that must not exceed its output of 1000. [branches.csv:2 output] Maybe imports are still in the amounts, or the units of the tables differ.");
        assertThat(with(BRANCHES, "b,a,400\n").findings(Lang.JA))
                .containsExactly(
                        "部門「a」: 購入額と付加価値の合計が年1050で、生産額1000を超えています。 [branches.csv:2 value_added] 対処案: 購入額に輸入が含まれているか、表の単位が違う可能性があります。");
    }

    @Test
    void anEstimateMustNameAScenarioOfTheCase() {
        Small small = Small.years()
                .with("scenarios/stop.yaml", "events: []\n")
                .with("estimates.csv", "estimate,scenario,place,value\nothers,stpo,mine,0.01\n");
        assertThat(small.findings(Lang.EN))
                .containsExactly(
                        "Estimate 'others': scenario is 'stpo'; it must be a known scenario. [estimates.csv:2 scenario] Maybe 'stop' is meant.");
    }
}
