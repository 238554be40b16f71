package org.genryu.balance.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Given;
import org.genryu.core.Lang;
import org.junit.jupiter.api.Test;

/// A base year that cannot be fitted, though the plain problem has an answer: what may not be thrown away goes into a
/// store, of which a base year knows nothing.
class UnfittedBaseTest {
    private static final String SCRAP = """
            ## places
            place
            here
            ## commodities
            commodity,unit,disposal_cost
            good,t,
            scrap,t,never
            ## recipes
            recipe,commodity,amount
            make,good,1
            melt,scrap,-1
            melt,good,1
            ## processes
            process,place,recipe,status,capacity,cost,observed
            plant,here,make,operating,100,10,60
            mill,here,melt,operating,0,10,0
            ## stores
            store,place,commodity,kind,capacity,level,cost
            yard,here,scrap,commercial,100000,0,1
            ## demands
            demand,place,use,commodity,amount,shortage_cost
            buy,here,buy,good,60,500
            ## returns
            use,place,from,to,lifetime_mean,lifetime_sd,shape,collection
            buy,here,good,scrap,1,,fixed,0.5
            """;

    private static BalanceResult.Balanced balanced(String text, BalanceOptions options) {
        return (BalanceResult.Balanced) Given.of(text).result(options);
    }

    @Test
    void aBaseYearThatWasNotFittedMustBeSaidWithItsReason() {
        BalanceResult.Balanced found = balanced(SCRAP, BalanceOptions.DEFAULT);
        assertThat(found.balance().calibration()).isEmpty();
        assertThat(found.proof().notes().getFirst().in(Lang.EN))
                .isEqualTo(
                        "Calibration: the base year was not fitted, so this is the plain answer, without what was observed: its amounts cannot balance; observed are good, scrap. Maybe check the observed amounts, contents and demands of these, or ask for the plain answer with `--uncalibrated`.");
        assertThat(found.proof().notes().getFirst().in(Lang.JA))
                .isEqualTo(
                        "較正: 基準年に合わせられなかったため、観測値を使わない素の解です。量の収支が成り立ちません。観測のある品目: good, scrap。 対処案: これらの観測量・配合・需要を確かめるか、--uncalibrated で素の解を指定してください。");
    }

    @Test
    void nothingMustBeSaidWhereThePlainAnswerWasAskedFor() {
        assertThat(balanced(SCRAP, BalanceOptions.DEFAULT.uncalibrated())
                        .proof()
                        .notes())
                .isEmpty();
    }
}
