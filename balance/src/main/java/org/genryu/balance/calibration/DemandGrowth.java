package org.genryu.balance.calibration;

import java.util.Arrays;
import org.genryu.balance.layout.DemandCurve;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;

/// How much more of everything would be needed in period t than in the base year, if everybody kept their suppliers?
///
/// need(m, t) = Σ wanted + Σ used by the plants there, each grown with what it makes (by value) + Σ sent on, each
/// grown with where it goes. index(m, t) = need(m, t)/need(m, 0). Solved by sweeps; loops of recycling shrink.
///
/// And who would send it? Each origin has the share in a market that it had in the base year, grown with what it can
/// make: share · able(origin, t) / Σ share · able, with the market's own plants among the origins.
/// able(m, t) = (Σ made there in the base year · capacity against that of the base year + capacity of what is new
/// + what came in) / (the same in the base year). What is built only if it pays does not count.
final class DemandGrowth {
    private static final int SWEEPS = 300;
    private static final double STILL = 1e-10;

    /// A plant keeps some customers while anything of it stands.
    private static final double LEAST = 0.05;

    private final double[][] index;
    private final double[][] able;
    private final double[][] shares;
    private final double[] base;
    private final SupplyCase of;
    private final ProgramLayout layout;
    private final BaseYearFit year;

    DemandGrowth(SupplyCase of, ProgramLayout layout, BaseYearFit year, BasePrices prices) {
        this.of = of;
        this.layout = layout;
        this.year = year;
        int markets = layout.markets();
        int periods = layout.periods;
        index = new double[markets][periods];
        for (double[] row : index) {
            Arrays.fill(row, 1);
        }
        SupplyCase.Demands demands = of.use().demands();
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        SupplyCase.Routes routes = of.routes();
        base = new double[markets];
        double[][] direct = new double[markets][periods];
        for (int d = 0; d < demands.size(); d++) {
            int m = layout.market(demands.place()[d], demands.commodity()[d]);
            for (int t = 0; t < periods; t++) {
                direct[m][t] += DemandCurve.reference(of, d, t);
            }
        }
        double[] amount = new double[processes.size()];
        double[] sent = new double[routes.size()];
        Arrays.setAll(amount, p -> Calibrator.base(of, year, layout, p));
        Arrays.setAll(sent, l -> Calibrator.base(of, year, l));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[][] need = new double[markets][];
            Arrays.setAll(need, m -> direct[m].clone());
            for (int p = 0; p < amount.length; p++) {
                if (!(amount[p] > 0)) {
                    continue;
                }
                double[] own = own(of, p, prices);
                int recipe = processes.recipe()[p];
                for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                    double used = -Math.min(0, recipes.amount()[line]) * amount[p];
                    int m = layout.market(processes.place()[p], recipes.commodity()[line]);
                    for (int t = 0; t < periods && used > 0; t++) {
                        need[m][t] += used * own[t];
                    }
                }
            }
            for (int l = 0; l < sent.length; l++) {
                if (sent[l] > 0) {
                    int from = layout.market(routes.from()[l], routes.commodity()[l]);
                    double[] there = index[layout.market(routes.to()[l], routes.commodity()[l])];
                    for (int t = 0; t < periods; t++) {
                        need[from][t] += sent[l] * there[t];
                    }
                }
            }
            double moved = 0;
            for (int m = 0; m < markets; m++) {
                base[m] = need[m][0];
                for (int t = 0; t < periods && need[m][0] > 0; t++) {
                    double now = Math.max(need[m][t] / need[m][0], 1e-3);
                    moved = Math.max(moved, Math.abs(now - index[m][t]));
                    index[m][t] = now;
                }
            }
            if (moved < STILL) {
                break;
            }
        }
        double[] received = new double[markets];
        for (int l = 0; l < sent.length; l++) {
            received[layout.market(routes.to()[l], routes.commodity()[l])] += sent[l];
        }
        able = able(amount, received);
        shares = shares(sent, received);
    }

    private double[][] able(double[] amount, double[] received) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        double[][] made = new double[layout.markets()][layout.periods];
        double[] before = received.clone();
        for (int p = 0; p < amount.length; p++) {
            int recipe = of.industry().processes().recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                int m = layout.market(of.industry().processes().place()[p], recipes.commodity()[line]);
                double each = Math.max(0, recipes.amount()[line]);
                before[m] += each * amount[p];
                for (int t = 0; t < layout.periods && each > 0; t++) {
                    made[m][t] += each * able(p, amount[p], t);
                }
            }
        }
        for (int m = 0; m < made.length; m++) {
            for (int t = 0; t < layout.periods; t++) {
                made[m][t] = before[m] > 0 ? Math.max(LEAST, (received[m] + made[m][t]) / before[m]) : 1;
            }
        }
        return made;
    }

    /// What a process could do in period t, of the base year's length.
    private double able(int process, double amount, int t) {
        if (amount > 0) {
            return amount * capacityIndex(process, t);
        }
        SupplyCase.Operation operation = of.industry().processes().operation();
        double capacity = operation.capacity().at(process, t);
        boolean fresh = !layout.isBuilt(process)
                && !(operation.capacity().at(process, 0) > 0)
                && capacity < Double.POSITIVE_INFINITY;
        return fresh ? capacity * of.periods().length(0) : 0;
    }

    /// Capacity against that of the base year; 1 where it has none.
    private double capacityIndex(int process, int t) {
        PeriodColumn capacity = of.industry().processes().operation().capacity();
        double first = capacity.at(process, 0);
        double now = capacity.at(process, t);
        boolean known = first > 0 && first < Double.POSITIVE_INFINITY && now < Double.POSITIVE_INFINITY;
        return known ? now / first : 1;
    }

    /// By market: the sum of its origins' shares against that of the base year.
    private double[][] shares(double[] sent, double[] received) {
        SupplyCase.Routes routes = of.routes();
        double[][] sum = new double[layout.markets()][layout.periods];
        for (int m = 0; m < sum.length; m++) {
            double own = Math.max(0, base[m] - received[m]);
            for (int t = 0; t < layout.periods; t++) {
                sum[m][t] = own * able[m][t];
            }
        }
        for (int l = 0; l < sent.length; l++) {
            int from = layout.market(routes.from()[l], routes.commodity()[l]);
            int to = layout.market(routes.to()[l], routes.commodity()[l]);
            for (int t = 0; t < layout.periods; t++) {
                sum[to][t] += sent[l] * able[from][t];
            }
        }
        for (int m = 0; m < sum.length; m++) {
            double before = Math.max(base[m], received[m]);
            for (int t = 0; t < layout.periods; t++) {
                sum[m][t] = before > 0 ? sum[m][t] / before : 1;
            }
        }
        return sum;
    }

    /// What a plant would do in period t if it were used as much of its capacity, against the base year.
    double plant(int process, int t) {
        return Math.max(LEAST, capacityIndex(process, t));
    }

    /// What a lane would carry in period t if every origin kept its customers, against the base year.
    double lane(int lane, int t) {
        int from = layout.market(of.routes().from()[lane], of.routes().commodity()[lane]);
        int to = layout.market(of.routes().to()[lane], of.routes().commodity()[lane]);
        return index[to][t] * able[from][t] / shares[to][t];
    }

    private double[] own(SupplyCase of, int process, BasePrices prices) {
        SupplyCase.Recipes recipes = of.industry().recipes();
        int recipe = of.industry().processes().recipe()[process];
        double[] own = new double[layout.periods];
        double weight = 0;
        for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
            int market = layout.market(of.industry().processes().place()[process], recipes.commodity()[line]);
            double price = Math.max(prices.price(market), 1e-9 * year.level(recipes.commodity()[line]));
            double worth = Math.max(0, recipes.amount()[line]) * price;
            weight += worth;
            for (int t = 0; t < own.length; t++) {
                own[t] += worth * index[market][t];
            }
        }
        for (int t = 0; t < own.length; t++) {
            own[t] = weight > 0 ? own[t] / weight : 1;
        }
        return own;
    }

    /// A tenth of what a market needed in the base year, or of the commodity's total where it needed nothing
    /// [amount]: the size in which a new supplier comes.
    double reaching(int place, int commodity) {
        double need = base[layout.market(place, commodity)];
        return 0.1 * (need > 0 ? need : year.total(commodity));
    }
}
