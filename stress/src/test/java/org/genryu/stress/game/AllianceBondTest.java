package org.genryu.stress.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.genryu.core.Text;
import org.genryu.stress.game.AllianceAccount.Acted;
import org.genryu.stress.game.AllianceAccount.Aim;
import org.genryu.stress.game.AllianceAccount.Bond;
import org.genryu.stress.game.AllianceAccount.Plan;
import org.junit.jupiter.api.Test;

/// Which coalitions hold while others watch. Rung: by hand.
///
/// Three alike partners guard a strait that serves all: who acts pays `cost` and gives everybody `gift` for each
/// that acts.
class AllianceBondTest {
    private static SidePayOff lanes(double gain) {
        return new SidePayOff(0, 0, gain, 0, 0);
    }

    private static AllianceAccount guards(double gift, double cost) {
        List<List<Acted>> plans = new ArrayList<>();
        for (int s = 0; s < 8; s++) {
            int acting = Integer.bitCount(s);
            double[] paid = new double[3];
            for (int i = 0; i < 3; i++) {
                paid[i] = (s >> i & 1) == 1 ? cost : 0;
            }
            SidePayOff each = lanes(gift * acting);
            SidePayOff own = new SidePayOff(0, 0, gift * acting * acting, cost * acting, 0);
            List<SidePayOff> idle = List.of(lanes(0), lanes(0), lanes(0));
            plans.add(List.of(
                    new Acted(Plan.NOTHING, false, lanes(0), idle, new double[3], new double[3]),
                    new Acted(Plan.MEASURES, false, own, List.of(each, each, each), paid, paid)));
        }
        return new AllianceAccount("strait", Text.same("strait"), List.of("JP", "US", "AU"), plans);
    }

    private static Bond of(AllianceAccount account, int coalition) {
        return account.bonds(Aim.ALL).stream()
                .filter(bond -> bond.coalition() == coalition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGiftThatCostsMoreThanItBringsOneMustMakeFreeRiders() {
        // Two gain 2 · 2 · 5 - 16 = 4, one alone 5 - 8 < 0. Three gain 45 - 24 = 21; who leaves them watches
        // two that
        // give it 10 for nothing: 30 outside against 21.
        AllianceAccount account = guards(5, 8);
        Bond all = of(account, 0b111);
        assertThat(all.worth()).isCloseTo(21, within(1e-9));
        assertThat(all.outside()).isCloseTo(30, within(1e-9));
        assertThat(all.holds()).isFalse();
        assertThat(all.leavers()).containsExactly(0, 1, 2);
        // Each has 15 - 8 = 7 of all, and would have 10.
        assertThat(all.pays()).isCloseTo(9, within(1e-9));
        Bond two = of(account, 0b011);
        assertThat(two.holds()).isTrue();
        assertThat(two.outside()).isZero();
        assertThat(two.leavers()).isEmpty();
        // The third would bring the two from 4 to 21, but has 10 already.
        assertThat(two.joiners()).containsExactly(2);
        assertThat(two.stable()).isFalse();
    }

    @Test
    void whereActingPaysForItselfAllMustStay() {
        AllianceAccount account = guards(5, 4);
        // 45 - 12 = 33; outside each has max(2 · 5, 5 - 4) = 10.
        Bond all = of(account, 0b111);
        assertThat(all.worth()).isCloseTo(33, within(1e-9));
        assertThat(all.outside()).isCloseTo(30, within(1e-9));
        assertThat(all.stable()).isTrue();
        assertThat(all.pays()).isZero();
    }
}
