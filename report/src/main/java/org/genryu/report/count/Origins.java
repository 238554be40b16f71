package org.genryu.report.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.Countries;
import org.genryu.casefile.SupplyCase;

/// In which country was what a place has of a commodity made, also when it came through third countries?
///
/// What arrives at a place mixes: whatever leaves it, or is used there, holds the origins in the same proportions.
///
///     o_pk = ( made_pk + Σ_lanes q→p arrives_qp o_qk + drawn_pk ) / ( made_p + Σ_lanes q→p arrives_qp + drawn_p )
///
/// o – [#shares(int, int)], by place and source; the source after the last country is "from stock".
/// Goods count in the period in which they are sent. One commodity at a time: what its inputs came from is not
/// followed.
/// Proportional mixing is an assumption: the flows alone do not say which ton goes where.
public final class Origins {
    private static final int MOST_SWEEPS = 1000;
    /// Shares are in 0..1; a sweep that moves none by more than this changes no figure on the page.
    private static final double SETTLED = 1e-13;

    private final Balance balance;
    private final SupplyCase supply;
    private final Countries countries;
    private final double[][][] made;
    private final double[][][] used;
    private final List<List<Integer>> lanes = new ArrayList<>();
    private final Map<Long, double[][]> known = new HashMap<>();

    public Origins(Balance balance, Countries countries) {
        this.balance = balance;
        this.supply = balance.of();
        this.countries = countries;
        int commodities = supply.world().commodities().size();
        int places = supply.world().places().size();
        this.made = new double[commodities][places][supply.periods().count()];
        this.used = new double[commodities][places][supply.periods().count()];
        for (int c = 0; c < commodities; c++) {
            lanes.add(new ArrayList<>());
        }
        for (int lane = 0; lane < supply.routes().size(); lane++) {
            lanes.get(supply.routes().commodity()[lane]).add(lane);
        }
        addIndustry();
        addUse();
    }

    /// Index of the source "from stock".
    public int stock() {
        return countries.size();
    }

    /// What processes make and what comes back from use, by [place].
    public double made(int commodity, int place, int t) {
        return made[commodity][place][t];
    }

    /// What processes and final demands use at the place.
    public double used(int commodity, int place, int t) {
        return used[commodity][place][t];
    }

    /// Origin of what each place has of the commodity, by [place][source]; all zero where there is none.
    public double[][] shares(int commodity, int t) {
        return known.computeIfAbsent((long) commodity * supply.periods().count() + t, _ -> solve(commodity, t));
    }

    /// What the places use of the commodity, by source.
    public double[] usedBySource(int commodity, int t, List<String> homes) {
        double[] bySource = new double[countries.size() + 1];
        double[][] shares = shares(commodity, t);
        for (int p = 0; p < shares.length; p++) {
            if (homes.contains(countries.codes().get(countries.ofPlace()[p]))) {
                for (int k = 0; k < bySource.length; k++) {
                    bySource[k] += used[commodity][p][t] * shares[p][k];
                }
            }
        }
        return bySource;
    }

    private double[][] solve(int commodity, int t) {
        int places = supply.world().places().size();
        double[][] own = new double[places][countries.size() + 1];
        double[] through = new double[places];
        for (int p = 0; p < places; p++) {
            own[p][countries.ofPlace()[p]] = made[commodity][p][t];
            through[p] = made[commodity][p][t];
        }
        addStock(commodity, t, own, through);
        for (int lane : lanes.get(commodity)) {
            through[supply.routes().to()[lane]] += arrives(lane, t);
        }
        double[][] shares = new double[places][countries.size() + 1];
        double moved = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
            moved = sweep(commodity, t, own, through, shares);
        }
        return shares;
    }

    /// One pass of the equation over all places; returns how far a share moved.
    private double sweep(int commodity, int t, double[][] own, double[] through, double[][] shares) {
        double[][] mixed = new double[own.length][];
        for (int p = 0; p < own.length; p++) {
            mixed[p] = own[p].clone();
        }
        for (int lane : lanes.get(commodity)) {
            double[] from = shares[supply.routes().from()[lane]];
            double[] to = mixed[supply.routes().to()[lane]];
            double arrives = arrives(lane, t);
            for (int k = 0; k < to.length && arrives > 0; k++) {
                to[k] += arrives * from[k];
            }
        }
        double moved = 0;
        for (int p = 0; p < mixed.length; p++) {
            for (int k = 0; k < mixed[p].length && through[p] > 0; k++) {
                double share = mixed[p][k] / through[p];
                moved = Math.max(moved, Math.abs(share - shares[p][k]));
                shares[p][k] = share;
            }
        }
        return moved;
    }

    private void addStock(int commodity, int t, double[][] own, double[] through) {
        SupplyCase.Stock stock = supply.stock();
        double length = supply.periods().length();
        for (int s = 0; s < stock.size(); s++) {
            if (stock.commodity()[s] == commodity) {
                double[] level = balance.quantities().level()[s];
                double before = t == 0 ? stock.levels().start()[s] : level[t - 1];
                double drawn = Math.max(0, before * Math.pow(1 - stock.loss().at(s, t), length) - level[t]);
                own[stock.place()[s]][stock()] += drawn;
                through[stock.place()[s]] += drawn;
            }
        }
    }

    private double arrives(int lane, int t) {
        return Math.max(
                0,
                balance.quantities().flow()[lane][t]
                        * (1 - supply.routes().lane().loss().at(lane, t)));
    }

    private void addIndustry() {
        SupplyCase.Processes processes = supply.industry().processes();
        SupplyCase.Recipes recipes = supply.industry().recipes();
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            for (int line = recipes.first()[recipe]; line < recipes.first()[recipe + 1]; line++) {
                double amount = recipes.amount()[line];
                double[][][] side = amount > 0 ? made : used;
                add(
                        side[recipes.commodity()[line]][processes.place()[p]],
                        balance.quantities().activity()[p],
                        Math.abs(amount));
            }
        }
    }

    private void addUse() {
        SupplyCase.Demands demands = supply.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            add(
                    used[demands.commodity()[d]][demands.place()[d]],
                    balance.quantities().served()[d],
                    1);
        }
        SupplyCase.Returns returns = supply.use().returns();
        for (int r = 0; r < returns.size(); r++) {
            add(made[returns.to()[r]][returns.place()[r]], balance.quantities().returned()[r], 1);
        }
    }

    private static void add(double[] sum, double[] quantity, double times) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += Math.max(0, quantity[t]) * times;
        }
    }
}
