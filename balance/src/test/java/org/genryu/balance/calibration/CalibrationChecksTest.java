package org.genryu.balance.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.Given;
import org.genryu.balance.RandomWorld;
import org.junit.jupiter.api.Test;

/// What a calibrated world does after an edit, worked out by hand. Rungs: closed form; first-order conditions by
/// bisection.
///
/// By default a mine answers with η = 0.5 at once, an origin with σ = 3, a lane must earn 2 % of the price where it
/// ends.
class CalibrationChecksTest {
    private static final double EXACT = 1e-6;

    /// A year on the way to the elasticities and the fading of ten years.
    private static final double LATER = 1.0 / 10;

    /// One market, two mines at it, a use of elasticity -0.2 through (60 t, 12).
    private static String market(double amount, String mines, String unit, double size, double money) {
        return """
                ## places
                place
                town
                ## commodities
                commodity,unit
                ore,%s
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost,observed
                %s
                ## prices
                place,commodity,price
                town,ore,%s
                ## demands
                demand,place,use,commodity,amount,price,elasticity,curve
                need,town,tools,ore,%s,%s,-0.2,isoelastic
                """.formatted(
                        unit,
                        mines,
                        RandomWorld.number(12 * money / size),
                        RandomWorld.number(amount * size),
                        RandomWorld.number(12 * money / size));
    }

    private static String mines(double first, double second, double size, double money) {
        return "large,town,dig,operating,%s,%s,%s\nsmall,town,dig,operating,%s,%s,%s"
                .formatted(
                        RandomWorld.number(first * 10 * size),
                        RandomWorld.number(1 * money / size),
                        RandomWorld.number(40 * size),
                        RandomWorld.number(second * 10 * size),
                        RandomWorld.number(1 * money / size),
                        RandomWorld.number(20 * size));
    }

    private static double price(Given given, Balance balance) {
        return given.price(balance, "town", "ore", 0);
    }

    @Test
    void theBaseMustBeMet() {
        Given given = Given.of(market(60, mines(40, 20, 1, 1), "t", 1, 1));
        Balance balance = given.balance(BalanceOptions.DEFAULT);
        assertThat(price(given, balance)).isCloseTo(12, within(12 * EXACT));
        assertThat(given.activity(balance, "large", 0)).isCloseTo(40, within(40 * EXACT));
        assertThat(given.activity(balance, "small", 0)).isCloseTo(20, within(20 * EXACT));
    }

    /// q̄·1.02 (P/12)^-0.2 = 60 (P/12)^0.5, so P/12 = 1.02^(1/0.7).
    @Test
    void twoPerCentMoreDemandMustRaiseThePriceByTheRoot() {
        double rise = 1.0286934;
        for (double[] scale : new double[][] {{1, 1}, {1000, 1}, {1, 1e-6}, {1e-3, 1e6}}) {
            Given given = Given.of(market(61.2, mines(40, 20, scale[0], scale[1]), "t", scale[0], scale[1]));
            Balance balance = given.balance(BalanceOptions.DEFAULT);
            double ratio = price(given, balance) / (12 * scale[1] / scale[0]);
            assertThat(ratio).isCloseTo(rise, within(1e-7));
            assertThat(given.activity(balance, "large", 0) / scale[0]).isCloseTo(40 * Math.sqrt(rise), within(4e-5));
            assertThat(given.activity(balance, "small", 0) / scale[0]).isCloseTo(20 * Math.sqrt(rise), within(2e-5));
        }
    }

    @Test
    void otherUnitsAndOtherMoneyMustGiveTheSameRatios() {
        Given plain = Given.of(market(61.2, mines(40, 20, 1, 1), "t", 1, 1));
        double exact = price(plain, plain.balance(BalanceOptions.DEFAULT)) / 12;
        for (double[] scale : new double[][] {{1, 1}, {1000, 1}, {1, 1e-6}, {1e-3, 1e6}}) {
            Given given = Given.of(market(61.2, mines(40, 20, scale[0], scale[1]), "t", scale[0], scale[1]));
            double ratio = price(given, given.balance(BalanceOptions.DEFAULT)) / (12 * scale[1] / scale[0]);
            assertThat(ratio / exact).isCloseTo(1, within(1e-9));
        }
    }

    /// The mine of 20 t has no capacity left: 60 (P/12)^-0.2 = 40 (P/12)^0.5.
    @Test
    void aMineLostMustRaiseThePriceByTheRoot() {
        Given given = Given.of(market(60, mines(40, 0, 1, 1), "t", 1, 1));
        Balance balance = given.balance(BalanceOptions.DEFAULT);
        assertThat(given.activity(balance, "small", 0)).isZero();
        assertThat(price(given, balance) / 12).isCloseTo(1.7846742, within(1e-6));
        assertThat(given.activity(balance, "large", 0)).isCloseTo(40 * Math.sqrt(1.7846742), within(1e-4));
    }

    private static String lanes(double costOfFirst, double costOfSecond) {
        return """
                ## places
                place
                a
                b
                town
                ## commodities
                commodity,unit
                ore,t
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost,observed
                at-a,a,dig,operating,1000,1,30
                at-b,b,dig,operating,1000,1,30
                ## routes
                route,from,to,commodity,cost,observed
                first,a,town,ore,%s,30
                second,b,town,ore,%s,30
                ## prices
                place,commodity,price
                town,ore,12
                a,ore,8
                b,ore,8
                ## demands
                demand,place,use,commodity,amount,price,elasticity,curve
                need,town,tools,ore,60,12,-0.2,isoelastic
                """.formatted(costOfFirst, costOfSecond);
    }

    /// A lane's marginal cost: freight + residual - bond + (margin + bond) (x/30)^(to/(σ (margin + bond))).
    private record Lane(double freight, double residual, double bond, double slope, double power) {
        static Lane of(double from, double to, double freight) {
            double gap = to - from - freight;
            double margin = Math.max(gap, 0.02 * to);
            double slope = Math.max(margin, (0.3 + (0.05 - 0.3) * LATER) * to);
            return new Lane(
                    freight, (gap - margin) * (1 - LATER), slope - margin, slope, to / ((3 + (8 - 3) * LATER) * slope));
        }

        Lane dearer(double by) {
            return new Lane(freight + by, residual, bond, slope, power);
        }

        double cost(double x) {
            return freight + residual - bond + slope * Math.pow(x / 30, power);
        }
    }

    private static double bisect(DoubleUnaryOperator rising, double low, double high) {
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /// What comes from an origin at price P in the town: its mine π (x/30)^(1/η) + the lane's own = P.
    private static double supply(double price, Lane lane, double atOrigin) {
        return bisect(x -> atOrigin * Math.pow(x / 30, 1 / (0.5 + (2 - 0.5) * LATER)) + lane.cost(x) - price, 0, 1e4);
    }

    /// Two equal lanes; one's freight rises by a tenth of the price from the second period on, so that the base
    /// stays what it was.
    @Test
    void twoEqualLanesMustShareByTheirFirstOrderConditionsAndBeSymmetric() {
        Given base = Given.of(lanes(2, 2));
        Balance before = base.balance(BalanceOptions.DEFAULT);
        double from = base.price(before, "a", "ore", 0);
        double to = base.price(before, "town", "ore", 0);
        assertThat(base.price(before, "b", "ore", 0)).isCloseTo(from, within(1e-7));
        assertThat(base.flow(before, "first", 0)).isCloseTo(30, within(30 * EXACT));
        Lane cheap = Lane.of(from, to, 2);
        Lane dear = cheap.dearer(0.1 * to);
        double exact =
                bisect(p -> supply(p, dear, from) + supply(p, cheap, from) - 60 * Math.pow(p / 12, -0.2), 1, 100);
        for (boolean swapped : new boolean[] {false, true}) {
            Given edited = Given.of(dearer(swapped));
            Balance after = edited.balance(BalanceOptions.DEFAULT);
            String one = swapped ? "second" : "first";
            String other = swapped ? "first" : "second";
            assertThat(edited.price(after, "town", "ore", 1)).isCloseTo(exact, within(2 * EXACT * exact));
            assertThat(edited.flow(after, one, 1)).isCloseTo(supply(exact, dear, from), within(1e-4));
            assertThat(edited.flow(after, other, 1)).isCloseTo(supply(exact, cheap, from), within(1e-4));
            assertThat(exact).isBetween(to, 1.1 * to);
        }
    }

    /// A year later elasticities have grown, and residuals faded, by a tenth.
    private static String dearer(boolean swapped) {
        String changed = swapped ? "second" : "first";
        return """
                ## case
                periods: {first: 2025, last: 2026, step: year}
                """ + lanes(2, 2) + """
                ## changes
                table,id,column,from,op,value
                routes,%s,cost,2026,add,1.2
                """.formatted(changed);
    }

    private static String short3() {
        return """
                ## case
                periods: {first: 2025, last: 2036, step: year}
                ## places
                place
                town
                ## commodities
                commodity,unit
                ore,t
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost,observed
                pit,town,dig,operating,97,4,97
                ## prices
                place,commodity,price
                town,ore,12
                ## demands
                demand,place,use,commodity,amount,shortage_cost
                need,town,tools,ore,100,5000
                """;
    }

    /// Demand is 3 % above what can be made: the gap is reported, not paid for at the shortage cost.
    @Test
    void aBaseThatCannotBeMustBeReportedAndNotPaid() {
        Given given = Given.of(short3());
        Balance balance = given.balance(BalanceOptions.DEFAULT);
        assertThat(given.price(balance, "town", "ore", 0)).isBetween(11.0, 13.0);
        Balance.Calibration calibration = balance.calibration().orElseThrow();
        Balance.Compared residual = calibration.compared().stream()
                .filter(row -> row.kind().equals("demand"))
                .findFirst()
                .orElseThrow();
        assertThat(residual.id()).isEqualTo("need");
        assertThat(residual.observed()).isEqualTo(100);
        assertThat(residual.model()).isCloseTo(97, within(1e-3));
    }

    private static String uphill() {
        return """
                ## case
                periods: {first: 2025, last: 2036, step: year}
                ## places
                place
                mine
                town
                ## commodities
                commodity,unit
                ore,t
                ## recipes
                recipe,commodity,amount
                dig,ore,1
                ## processes
                process,place,recipe,status,capacity,cost,observed
                pit,mine,dig,operating,1000,1,60
                ## routes
                route,from,to,commodity,cost,observed
                rail,mine,town,ore,1,60
                ## prices
                place,commodity,price
                mine,ore,15
                town,ore,12
                ## demands
                demand,place,use,commodity,amount,price,elasticity,curve
                need,town,tools,ore,60,12,-0.2,isoelastic
                """;
    }

    /// 15 at the mine, 1 for the railway, 12 in the town: 4 are not explained, and what the lane must earn beside.
    @Test
    void aFlowFromTheDearerPlaceMustBeANamedResidualThatFades() {
        Given given = Given.of(uphill());
        Balance balance = given.balance(BalanceOptions.DEFAULT);
        double low = given.price(balance, "mine", "ore", 0);
        double high = given.price(balance, "town", "ore", 0);
        double margin = 0.02 * high;
        assertThat(low).isCloseTo(15, within(0.05));
        assertThat(high).isCloseTo(12, within(0.05));
        double residual = balance.calibration().orElseThrow().compared().stream()
                .filter(row -> row.kind().equals("flow"))
                .mapToDouble(Balance.Compared::wedge)
                .findFirst()
                .orElseThrow();
        assertThat(residual).isCloseTo(high - low - 1 - margin, within(1e-4));
        for (int t = 10; t < 12; t++) {
            assertThat(given.price(balance, "mine", "ore", t))
                    .as("after ten years")
                    .isLessThan(given.price(balance, "town", "ore", t) - 1);
        }
    }

    /// Two worlds side by side: an edit of one changes no bit of the other.
    @Test
    void whatNothingLinksToTheEditMustNotChangeByABit() {
        String[] world = new String[2];
        for (int k = 0; k < 2; k++) {
            world[k] = """
                    ## places
                    place
                    town
                    far
                    ## commodities
                    commodity,unit
                    ore,t
                    coal,t
                    ## recipes
                    recipe,commodity,amount
                    dig,ore,1
                    cut,coal,1
                    ## processes
                    process,place,recipe,status,capacity,cost,observed
                    pit,town,dig,operating,100,4,60
                    seam,far,cut,operating,900,7,500
                    ## routes
                    route,from,to,commodity,cost,observed
                    rail,far,town,coal,3,500
                    ## prices
                    place,commodity,price
                    town,ore,12
                    town,coal,20
                    ## demands
                    demand,place,use,commodity,amount,price,elasticity,curve
                    need,town,tools,ore,%s,12,-0.2,isoelastic
                    heat,town,heat,coal,500,20,-0.4,linear
                    """.formatted(k == 0 ? 60 : 61.2);
        }
        Given one = Given.of(world[0]);
        Given two = Given.of(world[1]);
        Balance before = one.balance(BalanceOptions.DEFAULT);
        Balance after = two.balance(BalanceOptions.DEFAULT);
        assertThat(price(two, after)).isGreaterThan(price(one, before));
        for (String place : new String[] {"town", "far"}) {
            assertThat(two.price(after, place, "coal", 0)).isEqualTo(one.price(before, place, "coal", 0));
        }
        assertThat(two.flow(after, "rail", 0)).isEqualTo(one.flow(before, "rail", 0));
        assertThat(two.activity(after, "seam", 0)).isEqualTo(one.activity(before, "seam", 0));
        assertThat(two.served(after, "heat", 0)).isEqualTo(one.served(before, "heat", 0));
    }
}
