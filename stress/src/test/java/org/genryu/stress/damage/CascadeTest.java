package org.genryu.stress.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.laws.Law;
import org.genryu.stress.damage.Cascade.Depth;
import org.junit.jupiter.api.Test;

/// The table of two branches that Miller and Blair print, and losses followed through it. Rung: published, by hand.
class CascadeTest {
    private static Economy economy(double[][] bought, double[] output, double[][] critical) {
        List<Economy.Branch> branches = java.util.stream.IntStream.range(0, output.length)
                .mapToObj(b -> new Economy.Branch(b, "b" + b, Text.same("b" + b), output[b], output[b] / 2))
                .toList();
        return new Economy(0, branches, bought, critical);
    }

    private static Economy two(double critical) {
        double[][] all = {{Double.NaN, critical}, {Double.NaN, Double.NaN}};
        return economy(new double[][] {{150, 500}, {200, 100}}, new double[] {1000, 2000}, all);
    }

    @Test
    void coefficientsAndInverseMustBeThePrintedOnes() {
        Economy two = two(Double.NaN);
        assertThat(two.coefficient(0, 0)).isEqualTo(.15);
        assertThat(two.coefficient(0, 1)).isEqualTo(.25);
        assertThat(two.coefficient(1, 0)).isEqualTo(.2);
        assertThat(two.coefficient(1, 1)).isEqualTo(.05);
        double[] first = two.outputFor(new double[] {1, 0});
        double[] second = two.outputFor(new double[] {0, 1});
        assertThat(first).containsExactly(new double[] {1.25412541, .26402640}, within(5e-9));
        assertThat(second).containsExactly(new double[] {.33003300, 1.12211221}, within(5e-9));
        assertThat(two.outputFor(new double[] {600, 1500}))
                .containsExactly(new double[] {1247.52475, 1841.58416}, within(5e-6));
    }

    /// Branch b1 makes a tenth less: its orders at b0 fall by 50 of 1000, and those of b0 at itself with them:
    /// 50 / (1000 - 150). What final users get of b0 does not change.
    @Test
    void suppliersMustLoseWhatIsNoLongerOrdered() {
        Economy two = two(Double.NaN);
        double[] lost =
                Cascade.of(two, new double[] {0, .1}, Depth.SUPPLIERS, 2).lost();
        assertThat(lost).containsExactly(new double[] {50.0 / 850, .1}, within(1e-12));
        double[] made = {1000 * (1 - lost[0]), 2000 * (1 - lost[1])};
        assertThat(two.finalUse(made)[0]).isCloseTo(350, within(1e-9));
        assertThat(Cascade.of(two, new double[] {0, .1}, Depth.DIRECT, 2).lost())
                .containsExactly(0, .1);
    }

    /// Branch b0 makes a fifth less: b1 pays a quarter of its output for it, so it misses a twentieth; half of its
    /// work stands on it in the second table, so a tenth; all in the third.
    @Test
    void customersMustMissWhatTheyPayForOrWhatIsCritical() {
        double[] hit = {.2, 0};
        assertThat(Cascade.of(two(Double.NaN), hit, Depth.CUSTOMERS, 2).lost()[1])
                .isCloseTo(.05, within(1e-12));
        assertThat(Cascade.of(two(.5), hit, Depth.CUSTOMERS, 2).lost()[1]).isCloseTo(.1, within(1e-12));
        assertThat(Cascade.of(two(Double.NaN), hit, Depth.CUSTOMERS, .2).lost()[1])
                .isCloseTo(.2, within(1e-12));
    }

    @Test
    void aGainMustStayAGain() {
        double[] lost = Cascade.of(two(Double.NaN), new double[] {0, -.1}, Depth.CUSTOMERS, 2)
                .lost();
        assertThat(lost).containsExactly(new double[] {-50.0 / 850, -.1}, within(1e-12));
    }

    @Test
    void calmMustStayCalm() {
        assertThat(Cascade.of(two(1), new double[2], Depth.CUSTOMERS, 0).lost()).containsExactly(0, 0);
    }

    /// Rung: identity, and monotone in depth and hit.
    @Test
    void outputMustBeWhatItsFinalUseNeedsAndDeeperMustNeverLoseLess() {
        Law.of(21, 200).holds(input -> {
            int size = input.whole("branches", 2, 6);
            double[] output = new double[size];
            double[][] bought = new double[size][size];
            double[][] critical = new double[size][size];
            double[] hit = new double[size];
            for (int i = 0; i < size; i++) {
                output[i] = input.real("output", 1, 100);
                hit[i] = Math.max(0, input.real("hit", -1, 1));
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    bought[i][j] = input.real("bought", 0, 0.8) / size * Math.min(output[i], output[j]);
                    double share = input.real("critical", -4, 1);
                    critical[i][j] = share > 0 ? share : Double.NaN;
                }
            }
            Economy economy = economy(bought, output, critical);
            double[] again = economy.outputFor(economy.finalUse(output));
            double[] direct = Cascade.of(economy, hit, Depth.DIRECT, 2).lost();
            double[] suppliers = Cascade.of(economy, hit, Depth.SUPPLIERS, 2).lost();
            double[] customers = Cascade.of(economy, hit, Depth.CUSTOMERS, 2).lost();
            for (int i = 0; i < size; i++) {
                assertThat(again[i]).isCloseTo(output[i], within(1e-9 * output[i]));
                assertThat(suppliers[i]).isBetween(direct[i] - 1e-9, 1.0);
                assertThat(customers[i]).isBetween(suppliers[i] - 1e-9, 1.0);
            }
        });
    }
}
