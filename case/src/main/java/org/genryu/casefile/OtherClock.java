package org.genryu.casefile;

import java.util.Arrays;
import java.util.BitSet;
import org.genryu.core.time.Periods;

/// A case on cut periods as the same case on others that are made of them, whole ones or months.
/// x_T = Σ_t d_t x_t / Σ_t d_t over the parts t of T.
final class OtherClock {
    private final Periods cut;
    private final Periods whole;

    /// @param whole each of which begins where a part of `cut` begins
    OtherClock(Periods cut, Periods whole) {
        this.cut = cut;
        this.whole = whole;
    }

    SupplyCase of(SupplyCase fine) {
        SupplyCase.Industry industry = fine.industry();
        SupplyCase.Processes processes = industry.processes();
        SupplyCase.Operation operation = processes.operation();
        SupplyCase.Investment investment = processes.investment();
        SupplyCase.Routes routes = fine.routes();
        SupplyCase.Lane lane = routes.lane();
        SupplyCase.Stock stock = fine.stock();
        return new SupplyCase(
                fine.info().on(whole),
                fine.world(),
                new SupplyCase.Industry(
                        industry.recipes(),
                        new SupplyCase.Processes(
                                processes.ids(),
                                processes.place(),
                                processes.recipe(),
                                processes.owner(),
                                processes.status(),
                                new SupplyCase.Operation(
                                        mean(operation.capacity()),
                                        mean(operation.cost()),
                                        mean(operation.minUse()),
                                        mean(operation.observed())),
                                new SupplyCase.Investment(
                                        mean(investment.capex()),
                                        mean(investment.life()),
                                        mean(investment.reserve())))),
                new SupplyCase.Routes(
                        routes.ids(),
                        routes.route(),
                        routes.from(),
                        routes.to(),
                        routes.commodity(),
                        new SupplyCase.Lane(
                                mean(lane.cost()),
                                mean(lane.tariff()),
                                mean(lane.capacity()),
                                mean(lane.loss()),
                                mean(lane.days()),
                                mean(lane.observed())),
                        routes.via(),
                        routes.ship()),
                use(fine.use()),
                new SupplyCase.Stock(
                        stock.ids(),
                        stock.place(),
                        stock.commodity(),
                        stock.owner(),
                        stock.kind(),
                        new SupplyCase.Levels(
                                atEnd(stock.levels().capacity()),
                                stock.levels().start(),
                                atEnd(stock.levels().least()),
                                stock.levels().last()),
                        mean(stock.cost()),
                        mean(stock.loss())));
    }

    private SupplyCase.Use use(SupplyCase.Use use) {
        SupplyCase.Demands demands = use.demands();
        SupplyCase.Curve[] curve = demands.curve().clone();
        Arrays.setAll(curve, d -> switch (demands.curve()[d]) {
            case SupplyCase.Curve.Fixed fixed -> fixed;
            case SupplyCase.Curve.Linear(PeriodColumn price, double elasticity) ->
                new SupplyCase.Curve.Linear(mean(price), elasticity);
            case SupplyCase.Curve.IsoElastic(PeriodColumn price, double elasticity) ->
                new SupplyCase.Curve.IsoElastic(mean(price), elasticity);
        });
        SupplyCase.Returns returns = use.returns();
        return new SupplyCase.Use(
                new SupplyCase.Demands(
                        demands.ids(),
                        demands.place(),
                        demands.use(),
                        demands.commodity(),
                        mean(demands.amount()),
                        mean(demands.shortageCost()),
                        curve,
                        demands.sector(),
                        demands.past()),
                new SupplyCase.Returns(
                        returns.use(),
                        returns.place(),
                        returns.from(),
                        returns.to(),
                        returns.life(),
                        mean(returns.collection())),
                use.bills(),
                use.sectors());
    }

    private PeriodColumn mean(PeriodColumn fine) {
        return each(fine, (row, from, until) -> {
            double sum = 0;
            boolean even = true;
            for (int t = from; t < until; t++) {
                even &= fine.at(row, t) == fine.at(row, from);
                sum += cut.length(t) * fine.at(row, t);
            }
            return even ? fine.at(row, from) : sum / whole.step().years();
        });
    }

    private PeriodColumn atEnd(PeriodColumn fine) {
        return each(fine, (row, _, until) -> fine.at(row, until - 1));
    }

    @FunctionalInterface
    private interface Of {
        double value(int row, int from, int until);
    }

    private PeriodColumn each(PeriodColumn fine, Of of) {
        int[] first = new int[whole.count() + 1];
        for (int t = 0; t < whole.count(); t++) {
            first[t] = cut.index(whole.month(t));
        }
        first[whole.count()] = cut.index(whole.month(whole.count()));
        double[] base = new double[fine.rows()];
        double[][] own = new double[fine.rows()][];
        BitSet given = new BitSet();
        for (int row = 0; row < base.length; row++) {
            given.set(row, fine.given(row));
            if (!fine.varies(row)) {
                base[row] = fine.at(row, 0);
                continue;
            }
            own[row] = new double[whole.count()];
            for (int t = 0; t < whole.count(); t++) {
                own[row][t] = of.value(row, first[t], first[t + 1]);
            }
        }
        return PeriodColumn.of(base, own, given);
    }
}
