package org.genryu.balance;

import org.genryu.balance.Balance.Quantities;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.balance.layout.Recycling;
import org.genryu.casefile.SupplyCase;

/// Reads amounts out of the solver's columns: the steps of a thing summed, by thing and period.
final class SolutionReader {
    private final SupplyCase of;
    private final ProgramLayout layout;

    SolutionReader(SupplyCase of, ProgramLayout layout) {
        this.of = of;
        this.layout = layout;
    }

    Quantities quantities(double[] x) {
        double[][] wanted = wanted();
        double[][] served = served(x, wanted);
        return new Quantities(
                sums(layout.activity, x),
                sums(layout.built, x),
                sums(layout.flow, x),
                sums(layout.level, x),
                wanted,
                served,
                returned(served));
    }

    double[][] disposed(double[] x, double[] activity, double[] lower) {
        double[][] disposed = sums(layout.disposal, x);
        for (int m = 0; m < disposed.length; m++) {
            for (int t = 0; t < layout.periods && !layout.disposal.has(m); t++) {
                int row = layout.balance(m, t);
                disposed[m][t] = Math.max(0, activity[row] - lower[row]);
            }
        }
        return disposed;
    }

    private double[][] wanted() {
        SupplyCase.Demands demands = of.use().demands();
        double[][] wanted = new double[demands.size()][layout.periods];
        for (int d = 0; d < wanted.length; d++) {
            for (int t = 0; t < layout.periods; t++) {
                wanted[d][t] = demands.amount().at(d, t) * of.periods().length(t);
            }
        }
        return wanted;
    }

    private double[][] served(double[] x, double[][] wanted) {
        double[][] served = sums(layout.curve, x);
        for (int d = 0; d < served.length; d++) {
            for (int t = 0; t < layout.periods && !layout.curve.has(d); t++) {
                served[d][t] = wanted[d][t] - (layout.shortage.has(d) ? x[layout.shortage.at(d, t)] : 0);
            }
        }
        return served;
    }

    private double[][] returned(double[][] served) {
        Recycling recycling = new Recycling(of, layout);
        double[][] returned = new double[of.use().returns().size()][layout.periods];
        for (int d = 0; d < served.length; d++) {
            for (int r : recycling.feeds(d)) {
                for (int t = 0; t < layout.periods; t++) {
                    returned[r][t] += recycling.past(d, r, t);
                    for (int s = 0; s <= t; s++) {
                        returned[r][t] += recycling.share(r, s, t) * served[d][s];
                    }
                }
            }
        }
        return returned;
    }

    private double[][] sums(ProgramLayout.Block block, double[] x) {
        double[][] sums = new double[block.first().length][layout.periods];
        for (int i = 0; i < sums.length; i++) {
            for (int t = 0; t < layout.periods; t++) {
                for (int k = 0; k < block.steps()[i]; k++) {
                    sums[i][t] += x[block.at(i, t) + k];
                }
            }
        }
        return sums;
    }
}
