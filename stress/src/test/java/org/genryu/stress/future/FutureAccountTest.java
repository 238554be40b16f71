package org.genryu.stress.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.casefile.SupplyCase;
import org.genryu.casefile.resolve.UncertainCell;
import org.genryu.core.number.Amount;
import org.genryu.stress.future.FutureAccount.Estimate;
import org.genryu.stress.future.FutureAccount.Measure;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;

/// Rungs: by hand (ranks, order statistics, Wilson's interval of 8 in 10), closed form.
class FutureAccountTest {
    private static final UncertainCell CELL =
            new UncertainCell("demands", "need", "amount", new Amount.Uniform(80, 120));

    private static SupplyCase town() {
        return TextCase.years(2027, 2028)
                .table("places", "place,kind,country\nsrc,country,CN\ntown,country,JP")
                .table("commodities", "commodity,unit\ngood,t")
                .table("recipes", "recipe,commodity,amount\ndig,good,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,src,dig,operating,1200,10")
                .table("routes", "route,from,to,commodity,cost\nway,src,town,good,1")
                .table("demands", "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,good,1200,1000")
                .supply();
    }

    private static FutureAccount account(int futures) {
        return new FutureAccount(FutureDraws.of(List.of(List.of(CELL), List.of(CELL)), List.of(), 1, futures), town());
    }

    private static FutureLoss loss(int number, double home, boolean isShort) {
        return new FutureLoss(
                number,
                true,
                2 * home,
                home,
                isShort ? 1 : 0,
                isShort ? 0.5 : 0,
                isShort ? 3 : -1,
                new double[] {isShort ? 0.5 : 0},
                new boolean[] {isShort});
    }

    @Test
    void quantilesMustBeOrderStatisticsWithTheirInterval() {
        FutureAccount account = account(100);
        for (int f = 0; f < 100; f++) {
            account.add(loss(f, (37 * f) % 100 + 1, false));
        }
        // 100 · 0.5 ± 1.96 · 5: the 40th and the 61st of 100.
        Estimate median = account.quantile(Measure.HOME, 0.5);
        assertThat(median.value()).isEqualTo(50);
        assertThat(median.low()).contains(40.0);
        assertThat(median.high()).contains(61.0);
        // 100 · 0.95 ± 4.27: the 90th; the upper end would be the 101st.
        Estimate high = account.quantile(Measure.HOME, 0.95);
        assertThat(high.value()).isEqualTo(95);
        assertThat(high.low()).contains(90.0);
        assertThat(high.high()).isEmpty();
        assertThat(account.quantile(Measure.COST, 0.5).value()).isEqualTo(100);
    }

    @Test
    void theMeanMustHaveItsStandardError() {
        FutureAccount account = account(4);
        for (int f = 0; f < 4; f++) {
            account.add(loss(f, f, false));
        }
        // s² = 5/3, s/√4 = 0.6455.
        Estimate mean = account.mean(Measure.HOME);
        assertThat(mean.value()).isEqualTo(1.5);
        assertThat(mean.high().orElseThrow()).isCloseTo(1.5 + 1.959964 * 0.645497, within(1e-5));
    }

    @Test
    void chancesMustHaveWilsonsInterval() {
        FutureAccount account = account(10);
        for (int f = 0; f < 10; f++) {
            account.add(loss(f, 1, f < 8));
        }
        Estimate chance = account.shortAtHome();
        assertThat(chance.value()).isEqualTo(0.8);
        assertThat(chance.low().orElseThrow()).isCloseTo(0.4902, within(1e-4));
        assertThat(chance.high().orElseThrow()).isCloseTo(0.9433, within(1e-4));
        assertThat(account.uses()).singleElement().satisfies(use -> {
            assertThat(use.chance()).isEqualTo(chance);
            assertThat(use.part()).isCloseTo(0.4, within(1e-12));
        });
    }

    @Test
    void equalValuesMustShareTheirRank() {
        assertThat(FutureAccount.ranks(new double[] {5, 1, 5, 2})).containsExactly(3.5, 1, 3.5, 2);
    }

    @Test
    void aNumberThatTheLossRisesWithMustBeToldWithItsCorrelation() {
        FutureAccount account = account(50);
        for (int f = 0; f < 50; f++) {
            account.add(loss(f, Math.exp(account.draws().of(f)[0] / 10), false));
        }
        assertThat(account.movers()).singleElement().satisfies(mover -> {
            assertThat(mover.cell()).isEqualTo(CELL);
            assertThat(mover.correlation().value()).isCloseTo(1, within(1e-12));
        });
        assertThat(FutureAccount.correlation(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 4, 3, 5})
                        .value())
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void aFutureWithoutAnAnswerMustNotCountAsOneWithoutLoss() {
        FutureAccount account = account(3);
        account.add(loss(0, 10, true));
        account.add(FutureLoss.none(1));
        account.add(loss(2, 20, true));
        assertThat(account.told()).isEqualTo(2);
        assertThat(account.rows()).hasSize(3);
        assertThat(account.mean(Measure.HOME).value()).isEqualTo(15);
        assertThat(account.shortAtHome().value()).isEqualTo(1);
    }

    @Test
    void futuresWithoutAShortageMustComeLast() {
        FutureAccount account = account(4);
        account.add(loss(0, 1, true));
        account.add(loss(1, 1, false));
        account.add(FutureLoss.none(2));
        account.add(loss(3, 1, true));
        // 3, 3, never; the one without an answer does not count
        assertThat(account.untilShort(0.5)).isEqualTo(3);
        assertThat(account.untilShort(0.6)).isEqualTo(3);
        assertThat(account.untilShort(0.7)).isInfinite();
        assertThat(account(1).untilShort(0.5)).isInfinite();
    }
}
