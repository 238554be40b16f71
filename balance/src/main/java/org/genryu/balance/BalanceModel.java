package org.genryu.balance;

import java.nio.file.Path;
import java.util.Arrays;
import org.genryu.casefile.SupplyCase;
import org.genryu.solve.LiveModel;
import org.genryu.solve.Program;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;

/// A case as one live program: built and handed over once, changed in place, solved again warm.
///
/// Demand curves and tariffs are met by rounds: each round cuts the curves finer around the incumbent and charges
/// tariffs on the prices of the
/// round before, until both stand still.
public final class BalanceModel implements AutoCloseable {
    /// Relative price error at which curves and tariffs stand still.
    private static final double STILL = 1e-5;

    /// Error that is good enough once the rounds are many: where demands tie, their prices take turns within it.
    private static final double ENOUGH = 1e-3;

    private static final int ENOUGH_ROUNDS = 10;

    /// Rounds after which the last answer is taken as it is, with a note.
    private static final int MOST_ROUNDS = 40;

    /// Rounds after which a new tariff is averaged with the old one, so that two lanes cannot take turns for ever.
    private static final int FREE_ROUNDS = 6;

    private final SupplyCase of;
    private final Layout layout;
    private final LiveModel live;
    private final double buildSeconds;
    private final double handOverSeconds;
    private Terms terms;
    private Assembly assembly;
    private Program program;
    private double solveSeconds;
    private boolean stoodStill = true;

    private BalanceModel(SupplyCase of, Terms terms, SolveOptions options) {
        long start = System.nanoTime();
        this.of = of;
        this.terms = terms;
        this.layout = Layout.of(of, terms.steps());
        this.assembly = new Assembly(of, layout, terms);
        this.program = assembly.program();
        long built = System.nanoTime();
        this.live = LiveModel.open(program, options);
        this.buildSeconds = (built - start) * 1e-9;
        this.handOverSeconds = (System.nanoTime() - built) * 1e-9;
    }

    /// The plain problem of the case, without calibration.
    public static BalanceModel open(SupplyCase of, SolveOptions options) {
        return new BalanceModel(of, Terms.plain(of), options);
    }

    static BalanceModel open(SupplyCase of, Terms terms, SolveOptions options) {
        return new BalanceModel(of, terms, options);
    }

    /// Solves, with the rounds that curves and tariffs need.
    public Solution solve() {
        Solution solution = timed();
        boolean tariffs = hasTariffs();
        boolean curves = !terms.curves().isEmpty();
        stoodStill = !tariffs && !curves;
        for (int round = 1;
                !stoodStill && round <= MOST_ROUNDS && solution instanceof Solution.Optimal optimal;
                round++) {
            double[][] price = curves ? pricesOfUse(optimal.point().dual()) : new double[0][];
            double moved = curves ? terms.curves().error(of, price) : 0;
            Terms next = curves ? terms.with(terms.curves().around(of, price)) : terms;
            if (tariffs) {
                double[][] charged = tariffs(optimal.point().dual(), round);
                moved = Math.max(moved, distance(terms.tariff(), charged));
                next = next.withTariff(charged);
            }
            stoodStill = moved <= STILL || (round >= ENOUGH_ROUNDS && moved <= ENOUGH);
            if (!stoodStill) {
                terms = next;
                assembly = new Assembly(of, layout, terms);
                Program.Columns columns = assembly.columns();
                live.costs(columns.cost());
                live.bounds(columns.lower(), columns.upper());
                program = new Program(
                        program.offset(),
                        columns,
                        program.rows(),
                        program.matrix(),
                        program.whole(),
                        program.curvature());
                solution = timed();
            }
        }
        return solution;
    }

    /// Price that each demand sees, by demand and period.
    private double[][] pricesOfUse(double[] dual) {
        SupplyCase.Demands demands = of.use().demands();
        double[][] price = new double[demands.size()][layout.periods];
        for (int d = 0; d < price.length; d++) {
            int row = layout.balance(layout.market(demands.place()[d], demands.commodity()[d]), 0);
            for (int t = 0; t < layout.periods; t++) {
                price[d][t] = dual[row + t] / assembly.discount(t);
            }
        }
        return price;
    }

    private Solution timed() {
        Solution solution = live.solve();
        solveSeconds += solution.run().seconds();
        return solution;
    }

    /// Whether curves and tariffs came to rest within the rounds allowed.
    boolean stoodStill() {
        return stoodStill;
    }

    private boolean hasTariffs() {
        for (int l = 0; l < of.routes().size(); l++) {
            for (int t = 0; t < layout.periods; t++) {
                if (of.routes().lane().tariff().at(l, t) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private double[][] tariffs(double[] dual, int round) {
        double[][] charged = new double[of.routes().size()][];
        for (int l = 0; l < charged.length; l++) {
            int origin = layout.balance(
                    layout.market(of.routes().from()[l], of.routes().commodity()[l]), 0);
            for (int t = 0; t < layout.periods; t++) {
                double rate = of.routes().lane().tariff().at(l, t);
                if (rate == 0) {
                    continue;
                }
                if (charged[l] == null) {
                    charged[l] = new double[layout.periods];
                }
                double now = rate * Math.max(0, dual[origin + t] / assembly.discount(t));
                charged[l][t] = round <= FREE_ROUNDS ? now : (now + terms.tariff(l, t)) / 2;
            }
        }
        return charged;
    }

    private static double distance(double[][] old, double[][] now) {
        double worst = 0;
        for (int l = 0; l < now.length; l++) {
            for (int t = 0; now[l] != null && t < now[l].length; t++) {
                double before = old[l] == null ? 0 : old[l][t];
                worst = Math.max(worst, Math.abs(now[l][t] - before) / Math.max(1e-9, Math.abs(now[l][t])));
            }
        }
        return worst;
    }

    /// Writes the program as `.lp` or `.mps` with the case's own names.
    public void write(Path file) {
        Names names = new Names(of, layout);
        String[] columns = new String[layout.columns];
        Arrays.setAll(columns, j -> label(names.column(j)));
        String[] rows = new String[layout.rows];
        Arrays.setAll(rows, i -> label(names.row(i)));
        live.names(columns, rows);
        live.write(file);
    }

    private String label(Names.Thing thing) {
        String step = thing.step() == 0 ? "" : "#" + thing.step();
        return "%s.%s(%s,%s)%s"
                .formatted(thing.table(), thing.what(), thing.id(), of.periods().label(thing.t()), step);
    }

    SupplyCase of() {
        return of;
    }

    Layout layout() {
        return layout;
    }

    Terms terms() {
        return terms;
    }

    Assembly assembly() {
        return assembly;
    }

    /// The program as it stands now.
    public Program program() {
        return program;
    }

    LiveModel live() {
        return live;
    }

    /// Seconds of writing the arrays.
    public double buildSeconds() {
        return buildSeconds;
    }

    /// Seconds of handing them to the solver.
    public double handOverSeconds() {
        return handOverSeconds;
    }

    /// Seconds the solver ran.
    public double solveSeconds() {
        return solveSeconds;
    }

    @Override
    public void close() {
        live.close();
    }
}
