package org.genryu.stress.month;

import java.util.Arrays;
import java.util.BitSet;
import org.genryu.balance.Balance;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.time.Periods;

/// The world in which nothing happens: in each month what the balance of the case does in the period that
/// it lies in, at its prices. Amounts are of a month; months before the case are those of its first period.
public final class CalmWorld {
    private final Balance balance;
    private final StressClock clock;
    private final double[][] standing;
    private final double[] made;
    private final double trace;

    /// A thing that does less than this of all that is made of its commodity does nothing [fraction].
    private static final double NIL = 1e-7;

    /// So does one that does less than this of what is made of anything: a commodity of which no more is made is
    /// itself what a solver leaves [fraction].
    private static final double TRACE = 1e-13;

    /// @param balance of the case without the scenario, on whole periods
    public CalmWorld(Balance balance, StressClock clock) {
        this.balance = balance;
        this.clock = clock;
        this.standing = standing(balance);
        this.made = made(balance);
        this.trace = TRACE * Arrays.stream(made).max().orElse(0);
    }

    /// The case that the calm world is the balance of: its stocks stand still, since a balance without an
    /// end of its own sells them out. The same case where they stand still already.
    public static SupplyCase keepingStocks(SupplyCase of) {
        SupplyCase.Stock rows = of.stock();
        double[] start = rows.levels().start();
        boolean still = true;
        for (int s = 0; s < rows.size(); s++) {
            still &= rows.levels().last()[s] >= start[s];
            for (int t = 0; t < of.periods().count(); t++) {
                still &= rows.levels().least().at(s, t) >= start[s]
                        && rows.levels().capacity().at(s, t) <= start[s];
            }
        }
        if (still) {
            return of;
        }
        BitSet given = new BitSet();
        given.set(0, start.length);
        PeriodColumn fixed = PeriodColumn.of(start.clone(), new double[start.length][], given);
        SupplyCase.Stock kept = new SupplyCase.Stock(
                rows.ids(),
                rows.place(),
                rows.commodity(),
                rows.owner(),
                rows.kind(),
                new SupplyCase.Levels(fixed, start, fixed, start),
                rows.cost(),
                rows.loss());
        return new SupplyCase(of.info(), of.world(), of.industry(), of.routes(), of.use(), kept);
    }

    /// What is made of each commodity in the busiest period [units].
    private static double[] made(Balance balance) {
        SupplyCase of = balance.of();
        double[] most = new double[of.world().commodities().size()];
        SupplyCase.Recipes recipes = of.industry().recipes();
        for (int t = 0; t < of.periods().count(); t++) {
            double[] sum = new double[most.length];
            for (int p = 0; p < of.industry().processes().size(); p++) {
                int recipe = of.industry().processes().recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    sum[recipes.commodity()[line]] += Math.max(0, recipes.amount()[line])
                            * balance.quantities().activity()[p][t];
                }
            }
            for (int c = 0; c < most.length; c++) {
                most[c] = Math.max(most[c], sum[c]);
            }
        }
        return most;
    }

    /// Nothing instead of what a solver leaves in a thing that does nothing.
    private double clear(double amount, double each, int commodity) {
        return amount * each > nil(commodity) ? amount : 0;
    }

    /// An amount of a month that is none [units].
    double nil(int commodity) {
        return Math.max(NIL * made[commodity], trace) / clock.length();
    }

    /// Capacity that the balance built and that stands, by process and whole period [activity/year].
    private static double[][] standing(Balance balance) {
        SupplyCase of = balance.of();
        Periods periods = of.periods();
        double[][] built = balance.quantities().built();
        double[][] sum = new double[built.length][periods.count()];
        for (int p = 0; p < built.length; p++) {
            for (int t = 0; t < periods.count(); t++) {
                if (built[p][t] > 0) {
                    double life = of.industry().processes().investment().life().at(p, t);
                    for (int s = t; s < periods.count() && periods.start(s) - periods.start(t) < life - 1e-9; s++) {
                        sum[p][s] += built[p][t];
                    }
                }
            }
        }
        return sum;
    }

    public SupplyCase of() {
        return balance.of();
    }

    public Balance balance() {
        return balance;
    }

    private double monthly(double[][] amounts, int thing, int i) {
        return amounts[thing][clock.whole(i)] / clock.length();
    }

    public double activity(int process, int i) {
        SupplyCase.Recipes recipes = of().industry().recipes();
        int recipe = of().industry().processes().recipe()[process];
        int line = recipes.first()[recipe];
        double amount = monthly(balance.quantities().activity(), process, i);
        return clear(amount, Math.abs(recipes.amount()[line]), recipes.commodity()[line]);
    }

    public double flow(int lane, int i) {
        return clear(
                monthly(balance.quantities().flow(), lane, i), 1, of().routes().commodity()[lane]);
    }

    public double served(int demand, int i) {
        return clear(
                monthly(balance.quantities().served(), demand, i),
                1,
                of().use().demands().commodity()[demand]);
    }

    double returned(int back, int i) {
        return monthly(balance.quantities().returned(), back, i);
    }

    double disposed(int market, int i) {
        return monthly(balance.markets().disposed(), market, i);
    }

    /// [currency/unit]
    public double price(int market, int i) {
        return balance.markets().price()[market][clock.whole(i)];
    }

    /// What a unit more would save there: the lower end of the price at a kink, the price where no end is
    /// known [currency/unit].
    double worth(int market, int i) {
        double low = balance.markets().low()[market][clock.whole(i)];
        return Double.isFinite(low) ? Math.min(low, price(market, i)) : price(market, i);
    }

    /// A price against that of the calm world: 1 inside of its interval, above 1 beyond its upper end.
    double against(int market, int i, double now) {
        double high = balance.markets().high()[market][clock.whole(i)];
        double most = Double.isFinite(high) ? Math.max(high, price(market, i)) : price(market, i);
        double least = worth(market, i);
        double end = now > most ? most : now < least ? least : now;
        return end > 1e-12 ? now / end : 1;
    }

    /// Capacity that was built until then [activity a month].
    double built(int process, int i) {
        return standing[process][clock.whole(i)] / 12;
    }

    /// Level of a store of the case at the end of month i: in a straight line from period to period.
    double level(int store, int i) {
        int whole = clock.whole(i);
        double end = balance.quantities().level()[store][whole];
        double before = whole == 0
                ? of().stock().levels().start()[store]
                : balance.quantities().level()[store][whole - 1];
        return before + (end - before) * clock.age(i) / clock.length();
    }
}
