package org.genryu.balance;

import java.util.Arrays;
import java.util.Optional;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.Check;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.StartPoint;

/// Several versions of one case as programs with the same columns and rows, so that they differ in numbers
/// only and one can be told from another entry by entry.
///
/// Every version is answered with the base year of the calm one. A tariff is a fraction of a price that is
/// itself an outcome; here it is charged on the prices of the calm version, so that each version is one
/// convex program with one optimum.
public final class ProgramVersions {
    private final SupplyCase calm;
    private final ProgramLayout layout;
    private final CalibrationTerms terms;
    private final Optional<double[]> dual;

    private ProgramVersions(SupplyCase calm, ProgramLayout layout, CalibrationTerms terms, Optional<double[]> dual) {
        this.calm = calm;
        this.layout = layout;
        this.terms = terms;
        this.dual = dual;
    }

    /// @param calm the case that was fitted
    /// @param tightest a version in which everything is limited that any version limits: a limit needs a row
    /// @param fitted the base year of the calm case
    public static ProgramVersions of(
            SupplyCase calm, SupplyCase tightest, Balancer.Fitted fitted, SolveOptions options) {
        CalibrationTerms terms = BalanceModel.terms(calm, fitted.fit());
        ProgramLayout layout = ProgramLayout.of(tightest, terms.steps(tightest));
        Optional<double[]> dual = Optional.empty();
        if (hasTariffs(calm) || hasTariffs(tightest)) {
            try (BalanceModel model = BalanceModel.open(calm, terms, options)) {
                dual = model.solve() instanceof Solution.Optimal optimal
                        ? Optional.of(optimal.point().dual())
                        : Optional.empty();
            }
        }
        return new ProgramVersions(calm, layout, terms, dual);
    }

    /// A version with the costs that bend and where a solver may begin.
    public record Written(MathProgram program, CostCurves curves, StartPoint begin) {}

    /// @param version the same tables on the same clock as the calm case
    public Written write(SupplyCase version) {
        Check.that(
                version.periods().count() == layout.periods,
                "Version: %s periods; there must be %s.",
                version.periods().count(),
                layout.periods);
        CalibrationTerms own =
                dual.map(price -> terms.withTariff(tariffs(version, price))).orElse(terms);
        BalanceProgram assembly = new BalanceProgram(version, layout, own);
        MathProgram program = assembly.program();
        return new Written(
                program,
                assembly.curves(),
                new StartPoint(new ColumnSizes(version, layout, own).columns(), prices(assembly, own)));
    }

    /// Columns that carry something from one period to another.
    public int[] levels() {
        int stores = calm.stock().size();
        int[] columns = new int[stores * layout.periods];
        for (int s = 0; s < stores; s++) {
            for (int t = 0; t < layout.periods; t++) {
                columns[s * layout.periods + t] = layout.level.at(s, t);
            }
        }
        return columns;
    }

    /// Columns whose sum is what a lane sends in period t.
    public int[] sent(int lane, int t) {
        return steps(layout.flow, lane, t);
    }

    /// Columns whose sum is what a process does in period t.
    public int[] done(int process, int t) {
        return steps(layout.activity, process, t);
    }

    private static int[] steps(ProgramLayout.Block block, int thing, int t) {
        int[] columns = new int[block.steps()[thing]];
        Arrays.setAll(columns, k -> block.at(thing, t) + k);
        return columns;
    }

    /// Row of the balance of a commodity at a place in period t; -1 where nothing touches it.
    public int balance(int place, int commodity, int t) {
        int market = layout.market(place, commodity);
        return market < 0 ? -1 : layout.balance(market, t);
    }

    private double[] prices(BalanceProgram assembly, CalibrationTerms own) {
        if (own.price().length == 0) {
            return own.price();
        }
        double[] prices = new double[layout.rows];
        for (int m = 0; m < layout.markets(); m++) {
            for (int t = 0; t < layout.periods; t++) {
                prices[layout.balance(m, t)] = own.price()[m] * assembly.discount(t);
            }
        }
        return prices;
    }

    private double[][] tariffs(SupplyCase version, double[] price) {
        SupplyCase.Routes routes = version.routes();
        double[][] charged = new double[routes.size()][];
        for (int l = 0; l < charged.length; l++) {
            int origin = layout.balance(layout.market(routes.from()[l], routes.commodity()[l]), 0);
            charged[l] = new double[layout.periods];
            for (int t = 0; t < layout.periods; t++) {
                double discount = calm.periods().discount(t, calm.info().discountRate());
                charged[l][t] = routes.lane().tariff().at(l, t) * Math.max(0, price[origin + t] / discount);
            }
        }
        return charged;
    }

    private static boolean hasTariffs(SupplyCase of) {
        for (int l = 0; l < of.routes().size(); l++) {
            for (int t = 0; t < of.periods().count(); t++) {
                if (of.routes().lane().tariff().at(l, t) != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
