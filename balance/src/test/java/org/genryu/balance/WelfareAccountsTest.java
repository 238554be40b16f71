package org.genryu.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.genryu.balance.Balance.Account;
import org.genryu.balance.Balance.Share;
import org.genryu.balance.calibration.CalibrationTest;
import org.junit.jupiter.api.Test;

/// By hand: who pays, what it costs, who keeps the difference.
class WelfareAccountsTest {
    private static final Offset<Double> EXACT = within(1e-6);

    private static final String ONE_MARKET = """
            ## places
            place,kind,country
            here,country,JP
            ## commodities
            commodity,unit
            gas,t
            ## recipes
            recipe,commodity,amount
            well,gas,1
            ## processes
            process,place,recipe,status,capacity,cost,owner
            field,here,well,operating,%s,2,firm
            ## demands
            demand,place,use,commodity,amount,shortage_cost,price,elasticity,curve
            %s
            """;

    /// P = 20 - q, eight units at a cost of 2: sold at 12. The area under the curve is 8 (20 + 12)/2 = 128.
    @Test
    void linearCurveMustPayCostAndRent() {
        Balance balance = Given.of(ONE_MARKET.formatted("8", "heat,here,heat,gas,10,,10,-1,linear"))
                .balance();
        Account account = balance.account();
        assertThat(account.payments()).isCloseTo(96, EXACT);
        assertThat(account.costs()).isCloseTo(16, EXACT);
        assertThat(account.rents()).isCloseTo(80, EXACT);
        assertThat(account.residual()).isZero();
        assertThat(account.shortage()).isZero();
        assertThat(account.consumerSurplus()).isCloseTo(32, EXACT);
        assertThat(account.welfare()).isCloseTo(112, EXACT);
        assertThat(balance.objective()).isCloseTo(16 - 128, EXACT);
        assertThat(account.byOwner()).hasSize(1);
        assertThat(account.byOwner().getFirst().profit()).isCloseTo(80, EXACT);
    }

    /// Without a capacity the price is the cost, and nobody earns anything.
    @Test
    void withoutScarcityThereMustBeNoRent() {
        Account account = Given.of(ONE_MARKET.formatted("", "heat,here,heat,gas,10,,10,-1,linear"))
                .balance()
                .account();
        assertThat(account.payments()).isCloseTo(36, EXACT);
        assertThat(account.costs()).isCloseTo(36, EXACT);
        assertThat(account.rents()).isCloseTo(0, EXACT);
        assertThat(account.consumerSurplus()).isCloseTo(162, EXACT);
    }

    /// P = 10 (q/10)^(-1/2): four units sell at 10 (0.4)^(-1/2) = 15.811388; the area is 2·10·10·(0.4)^(1/2) =
    /// 126.491106.
    @Test
    void isoelasticCurveMustHaveTheSurplusOfItsArea() {
        Balance balance = Given.of(ONE_MARKET.formatted("4", "heat,here,heat,gas,10,,10,-2,isoelastic"))
                .balance();
        Account account = balance.account();
        assertThat(account.payments()).isCloseTo(63.245553, EXACT);
        assertThat(account.costs()).isCloseTo(8, EXACT);
        assertThat(account.rents()).isCloseTo(55.245553, EXACT);
        assertThat(account.consumerSurplus()).isCloseTo(126.491106 - 63.245553, EXACT);
        assertThat(balance.objective()).isCloseTo(8 - 126.491106, EXACT);
    }

    /// P = 100/q has no end: what is worth more than 100·10 counts 1000 a unit, up to q = 0.1. At q = 4 the area is
    /// 100 + 100 ln 40.
    @Test
    void areaWithoutEndMustBeClosedAtAHundredTimesTheReference() {
        Account account = Given.of(ONE_MARKET.formatted("4", "heat,here,heat,gas,10,,10,-1,isoelastic"))
                .balance()
                .account();
        assertThat(account.payments()).isCloseTo(100, EXACT);
        assertThat(account.consumerSurplus()).isCloseTo(100 * Math.log(40), EXACT);
    }

    /// A steep demand has a worth of its own size: below 100·10 all along, over ten units.
    @Test
    void steepDemandMustNotHaveAnAbsurdSurplus() {
        Account account = Given.of(ONE_MARKET.formatted("11", "heat,here,heat,gas,10,,10,-0.02,isoelastic"))
                .balance()
                .account();
        assertThat(account.consumerSurplus()).isBetween(8_000.0, 10_100.0);
    }

    /// Twelve wanted at a worth of 50, eight there: sold at 50; four short cost 200, which nobody is paid.
    @Test
    void shortageCostMustStandApart() {
        Balance balance = Given.of(ONE_MARKET.formatted("8", "heat,here,heat,gas,12,50,,,"))
                .balance();
        Account account = balance.account();
        assertThat(account.payments()).isCloseTo(400, EXACT);
        assertThat(account.costs()).isCloseTo(16, EXACT);
        assertThat(account.rents()).isCloseTo(384, EXACT);
        assertThat(account.shortage()).isCloseTo(200, EXACT);
        assertThat(account.consumerSurplus()).isCloseTo(0, EXACT);
        assertThat(balance.objective()).isCloseTo(216, EXACT);
    }

    /// Six wanted, worth 50 each, at a price of 2.
    @Test
    void fixedDemandMustHaveTheSurplusOfItsShortageCost() {
        Account account = Given.of(ONE_MARKET.formatted("8", "heat,here,heat,gas,6,50,,,"))
                .balance()
                .account();
        assertThat(account.payments()).isCloseTo(12, EXACT);
        assertThat(account.consumerSurplus()).isCloseTo(6 * 48, EXACT);
        assertThat(account.welfare()).isCloseTo(6 * 48, EXACT);
    }

    private static final String TWO_COUNTRIES = """
            ## places
            place,kind,country
            a,country,AU
            j,country,JP
            ## commodities
            commodity,unit
            ore,t
            ## recipes
            recipe,commodity,amount
            dig,ore,1
            ## processes
            process,place,recipe,status,capacity,cost
            cheap,a,dig,operating,6,3
            dear,a,dig,operating,100,10
            home,j,dig,operating,4,5
            ## routes
            route,from,to,commodity,cost,tariff
            sea,a,j,ore,2,%s
            ## demands
            demand,place,use,commodity,amount,shortage_cost
            need,j,tools,ore,20,100
            """;

    /// 16 of 20 come from AU at 10 + 2: 12 in JP. AU's cheap mine earns 6·7, JP's own 4·7.
    @Test
    void eachCountryMustKeepTheRentOfItsOwnMines() {
        Account account = Given.of(TWO_COUNTRIES.formatted("")).balance().account();
        assertThat(account.payments()).isCloseTo(240, EXACT);
        assertThat(account.costs()).isCloseTo(6 * 3 + 10 * 10 + 4 * 5 + 16 * 2, EXACT);
        assertThat(account.rents()).isCloseTo(42 + 28, EXACT);
        assertThat(share(account, "AU")).containsExactly(new double[] {42, 0, 0}, EXACT);
        assertThat(share(account, "JP")).containsExactly(new double[] {28, 20 * 88, 0}, EXACT);
    }

    /// A tariff of a tenth of 10 makes it 13 in JP: 16 of revenue for JP, whose mine earns 4 more and whose users
    /// pay 20 more.
    @Test
    void tariffMustGoToTheCountryThatTakesIt() {
        Account account = Given.of(TWO_COUNTRIES.formatted("0.1")).balance().account();
        assertThat(account.payments()).isCloseTo(260, EXACT);
        assertThat(account.costs()).isCloseTo(170 + 16, EXACT);
        assertThat(account.tariffs()).isCloseTo(16, EXACT);
        assertThat(account.rents()).isCloseTo(42 + 32, EXACT);
        assertThat(share(account, "AU")).containsExactly(new double[] {42, 0, 0}, EXACT);
        assertThat(share(account, "JP")).containsExactly(new double[] {32, 20 * 87, 16}, EXACT);
        // The users' loss of 20 is 4 to the mine and 16 to the state: welfare is what it was.
        assertThat(account.welfare()).isCloseTo(70 + 20 * 88, EXACT);
    }

    private static double[] share(Account account, String country) {
        Share share = account.byCountry().stream()
                .filter(s -> s.who().equals(country))
                .findFirst()
                .orElseThrow();
        return new double[] {share.profit(), share.consumerSurplus(), share.tariffs()};
    }

    /// Ten in store, eight wanted at a cost of 30: all of it from the store, two left. Then four wanted in the
    /// second year, two of them from the well at 5, so that the last unit of the store is worth 5 less the year's
    /// holding cost of 1.
    @Test
    void stockAtTheStartMustEarnWhatItIsWorth() {
        Account account = Given.of("""
                        ## case
                        periods: {first: 2025, last: 2026, step: year}
                        ## places
                        place,kind,country
                        here,country,JP
                        ## commodities
                        commodity,unit
                        gas,t
                        ## recipes
                        recipe,commodity,amount
                        well,gas,1
                        ## processes
                        process,place,recipe,status,capacity,cost
                        field,here,well,operating,100,30
                        ## series
                        table,id,column,period,value
                        processes,field,cost,2026,5
                        demands,heat,amount,2026,4
                        ## stores
                        store,place,commodity,kind,capacity,level,cost,owner
                        tank,here,gas,commercial,20,10,1,state
                        ## demands
                        demand,place,use,commodity,amount,shortage_cost
                        heat,here,heat,gas,8,100
                        """).balance().account();
        assertThat(account.payments()).isCloseTo(8 * 4 + 4 * 5, EXACT);
        assertThat(account.costs()).isCloseTo(2 * 1 + 2 * 5, EXACT);
        assertThat(account.rents()).isCloseTo(10 * 4, EXACT);
        assertThat(account.byOwner()).hasSize(1);
        assertThat(account.byOwner().getFirst().profit()).isCloseTo(40, EXACT);
    }

    /// Observed 60 and 40 at a price of 80: what the mines take more than their costs of 20 and 50 is rent of the
    /// cheaper units, cost of the dearer ones, and what no curve explains.
    @Test
    void calibratedAccountMustNameWhatTheDataLeaveUnexplained() {
        Account account = Given.of(CalibrationTest.TWO_MINES.formatted("0"))
                .balance(BalanceOptions.DEFAULT)
                .account();
        assertThat(account.payments()).isCloseTo(6 * 100 * 80, within(6 * 100 * 80 * 0.01));
        assertThat(account.payments())
                .isCloseTo(account.costs() + account.rents() + account.residual(), within(1e-9 * account.payments()));
        assertThat(account.costs()).isGreaterThan(6 * (60 * 21 + 40 * 52));
        assertThat(account.rents()).isPositive();
    }
}
