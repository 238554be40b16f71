package org.genryu.balance;

import org.genryu.balance.layout.MatrixEntries;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.balance.layout.Recycling;
import org.genryu.casefile.SupplyCase;
import org.genryu.solve.MathProgram;

/// Who meets whom: the matrix of the balance, column by column in the order of [ProgramLayout].
final class IncidenceMatrix {
    private final SupplyCase of;
    private final ProgramLayout layout;
    private final BalanceProgram assembly;
    private final int periods;

    IncidenceMatrix(SupplyCase of, ProgramLayout layout, BalanceProgram assembly) {
        this.of = of;
        this.layout = layout;
        this.assembly = assembly;
        this.periods = layout.periods;
    }

    MathProgram.Matrix matrix() {
        MatrixEntries entries = new MatrixEntries(layout.columns, estimate());
        activityEntries(entries);
        flowEntries(entries);
        levelEntries(entries);
        Recycling recycling = new Recycling(of, layout);
        SupplyCase.Demands demands = of.use().demands();
        for (int d = 0; d < demands.size(); d++) {
            int row = layout.balance(layout.market(demands.place()[d], demands.commodity()[d]), 0);
            for (int t = 0; t < periods && layout.shortage.has(d); t++) {
                entries.put(row + t, 1);
                recycling.entries(entries, d, t, -1);
                entries.endColumn();
            }
        }
        for (int d = 0; d < demands.size(); d++) {
            int row = layout.balance(layout.market(demands.place()[d], demands.commodity()[d]), 0);
            for (int t = 0; t < periods; t++) {
                for (int k = 0; k < layout.curve.steps()[d]; k++) {
                    entries.put(row + t, -1);
                    recycling.entries(entries, d, t, 1);
                    entries.endColumn();
                }
            }
        }
        for (int m = 0; m < layout.markets(); m++) {
            for (int t = 0; t < periods && layout.disposal.has(m); t++) {
                entries.put(layout.balance(m, t), -1);
                entries.endColumn();
            }
        }
        builtEntries(entries);
        return entries.matrix();
    }

    private int estimate() {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        long count = 0;
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            count += (long) layout.activity.steps()[p]
                    * periods
                    * (recipes.first()[recipe + 1] - recipes.first()[recipe] + 1);
        }
        for (int l = 0; l < of.routes().size(); l++) {
            count += (long) layout.flow.steps()[l] * periods * 2;
        }
        count += 2L * of.stock().size() * periods + 2L * of.use().demands().size() * periods;
        return (int) Math.min(count + 16, Integer.MAX_VALUE - 16);
    }

    private void activityEntries(MatrixEntries entries) {
        SupplyCase.Processes processes = of.industry().processes();
        SupplyCase.Recipes recipes = of.industry().recipes();
        ProgramLayout.Limits limits = layout.limits;
        for (int p = 0; p < processes.size(); p++) {
            int recipe = processes.recipe()[p];
            int from = recipes.first()[recipe];
            int until = recipes.first()[recipe + 1];
            for (int t = 0; t < periods; t++) {
                for (int k = 0; k < layout.activity.steps()[p]; k++) {
                    for (int line = from; line < until; line++) {
                        int market = layout.market(processes.place()[p], recipes.commodity()[line]);
                        entries.put(layout.balance(market, t), recipes.amount()[line]);
                    }
                    entries.putIf(limits.most()[p], t, 1);
                    entries.putIf(limits.least()[p], t, 1);
                    entries.putIf(limits.reserve()[p], 0, 1);
                    entries.endColumn();
                }
            }
        }
    }

    private void flowEntries(MatrixEntries entries) {
        SupplyCase.Routes routes = of.routes();
        for (int l = 0; l < routes.size(); l++) {
            int origin = layout.balance(layout.market(routes.from()[l], routes.commodity()[l]), 0);
            int target = layout.balance(layout.market(routes.to()[l], routes.commodity()[l]), 0);
            int shared = layout.limits.shared()[routes.route()[l]];
            for (int t = 0; t < periods; t++) {
                double kept = 1 - routes.lane().loss().at(l, t);
                for (int k = 0; k < layout.flow.steps()[l]; k++) {
                    entries.put(origin + t, -1);
                    assembly.arrivals(l, t, (s, share) -> entries.put(target + s, share * kept));
                    entries.putIf(shared, t, 1);
                    entries.endColumn();
                }
            }
        }
    }

    private void levelEntries(MatrixEntries entries) {
        SupplyCase.Stock stock = of.stock();
        for (int s = 0; s < stock.size(); s++) {
            int row = layout.balance(layout.market(stock.place()[s], stock.commodity()[s]), 0);
            for (int t = 0; t < periods; t++) {
                entries.put(row + t, -1);
                if (t + 1 < periods) {
                    entries.put(row + t + 1, assembly.kept(s, t + 1));
                }
                entries.endColumn();
            }
        }
    }

    private void builtEntries(MatrixEntries entries) {
        SupplyCase.Processes processes = of.industry().processes();
        ProgramLayout.Limits limits = layout.limits;
        for (int p = 0; p < processes.size(); p++) {
            for (int t = 0; t < periods && layout.built.has(p); t++) {
                double life = processes.investment().life().at(p, t);
                for (int s = t; assembly.stands(t, s, life); s++) {
                    entries.putIf(limits.most()[p], s, -assembly.length(s));
                    entries.putIf(
                            limits.least()[p],
                            s,
                            -assembly.length(s) * processes.operation().minUse().at(p, s));
                }
                entries.putIf(limits.site()[p], 0, 1);
                entries.endColumn();
            }
        }
    }
}
