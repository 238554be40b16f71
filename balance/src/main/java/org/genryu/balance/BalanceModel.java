package org.genryu.balance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.genryu.balance.calibration.CalibrationTerms;
import org.genryu.balance.calibration.Calibrator;
import org.genryu.balance.layout.ProgramLayout;
import org.genryu.casefile.PeriodColumn;
import org.genryu.casefile.SupplyCase;
import org.genryu.solve.LpFile;
import org.genryu.solve.MathProgram;
import org.genryu.solve.Solution;
import org.genryu.solve.SolveOptions;
import org.genryu.solve.SolverSession;
import org.genryu.solve.convex.ConvexSolver;
import org.genryu.solve.convex.CostCurves;
import org.genryu.solve.convex.PiecewiseProgram;
import org.genryu.solve.convex.StartPoint;

/// A case as one program: built once, changed in place, solved again.
///
/// Without anything that bends – no demand curve, nothing calibrated – it is one linear program, handed over once and
/// solved warm. What bends is solved block by block ([ConvexSolver]); the program is then told as the linear one of
/// the marginal costs at the answer, which has the same answer and the same prices. Tariffs, a fraction of a price
/// that is itself an outcome, are met by rounds.
public final class BalanceModel implements AutoCloseable {
    /// Relative change of a tariff at which the rounds end.
    private static final double STILL = 1e-9;

    /// Tariffs that move by less than this [fraction] are about to stand still: what is solved from there on starts
    /// afresh, since an answer found from another one carries its last digits.
    private static final double NEARLY = 1e-6;

    /// Rounds after which the last answer is taken as it is, with a note.
    private static final int MOST_ROUNDS = 60;

    /// Rounds after which a new tariff is averaged with the old one, so that two lanes cannot take turns for ever.
    private static final int FREE_ROUNDS = 20;

    private final SupplyCase of;
    private final ProgramLayout layout;
    private final SolveOptions options;
    private final double buildSeconds;
    private CalibrationTerms terms;
    private BalanceProgram assembly;
    private MathProgram program;
    private CostCurves curves;
    private final StartPoint begin;
    private Optional<SolverSession> live = Optional.empty();
    private double handOverSeconds;
    private double solveSeconds;
    private boolean stoodStill = true;

    private BalanceModel(SupplyCase of, CalibrationTerms terms, SolveOptions options) {
        long start = System.nanoTime();
        this.of = of;
        this.terms = terms;
        this.options = options;
        this.layout = ProgramLayout.of(of, terms.steps(of));
        this.assembly = new BalanceProgram(of, layout, terms);
        this.program = assembly.program();
        this.curves = assembly.curves();
        this.begin = new StartPoint(new ColumnSizes(of, layout, terms).columns(), prices());
        this.buildSeconds = (System.nanoTime() - start) * 1e-9;
        if (!curves.any()) {
            live();
        }
    }

    /// The prices of the base year in every period, where it was fitted, as duals of the rows.
    private double[] prices() {
        if (terms.price().length == 0) {
            return terms.price();
        }
        double[] dual = new double[layout.rows];
        for (int m = 0; m < layout.markets(); m++) {
            for (int t = 0; t < layout.periods; t++) {
                dual[layout.balance(m, t)] = terms.price()[m] * assembly.discount(t);
            }
        }
        return dual;
    }

    /// The plain problem of the case, without calibration.
    public static BalanceModel open(SupplyCase of, SolveOptions options) {
        return new BalanceModel(of, CalibrationTerms.plain(of), options);
    }

    /// The problem that [Balancer] answers under these options, calibrated or not.
    public static BalanceModel open(SupplyCase of, SupplyCase base, BalanceOptions options) {
        Optional<Calibrator.Fit> fit = options.calibrated() ? Calibrator.fit(base, options.solve()) : Optional.empty();
        return new BalanceModel(of, terms(of, fit), options.solve());
    }

    /// What is added to the plain problem of a case: what its base year was fitted with.
    static CalibrationTerms terms(SupplyCase of, Optional<Calibrator.Fit> fit) {
        return fit.map(found -> found.terms().onto(of)).orElseGet(() -> CalibrationTerms.plain(of));
    }

    static BalanceModel open(SupplyCase of, CalibrationTerms terms, SolveOptions options) {
        return new BalanceModel(of, terms, options);
    }

    /// Solves, with the rounds that tariffs need.
    public Solution solve() {
        stoodStill = !hasTariffs();
        if (!stoodStill && begin.prices().length > 0) {
            charge(tariffs(begin.prices(), 0));
        }
        Solution solution = once(begin);
        for (int round = 1;
                !stoodStill && round <= MOST_ROUNDS && solution instanceof Solution.Optimal optimal;
                round++) {
            double[][] charged = tariffs(optimal.point().dual(), round);
            double moved = distance(terms.tariff(), charged);
            stoodStill = moved <= STILL;
            if (!stoodStill) {
                charge(charged);
                solution = once(moved <= NEARLY ? begin : begin.near(optimal.point()));
            }
        }
        if (curves.any() && solution instanceof Solution.Optimal optimal) {
            close();
            live = Optional.empty();
            program = ConvexSolver.tangent(program, curves, optimal.point().x());
        }
        return solution;
    }

    /// Puts tariffs into the program. The first are those at the prices of the base year, where it was fitted.
    private void charge(double[][] tariffs) {
        terms = terms.withTariff(tariffs);
        assembly = new BalanceProgram(of, layout, terms);
        MathProgram.Columns columns = assembly.columns();
        curves = assembly.curves();
        program = with(columns);
        live.ifPresent(model -> {
            model.costs(columns.cost());
            model.bounds(columns.lower(), columns.upper());
        });
    }

    private MathProgram with(MathProgram.Columns columns) {
        return new MathProgram(
                program.offset(), columns, program.rows(), program.matrix(), program.whole(), program.curvature());
    }

    private Solution once(StartPoint from) {
        Solution solution = curves.any() ? ConvexSolver.solve(program, curves, from, options) : live().solve();
        solveSeconds += solution.run().seconds();
        return solution;
    }

    /// Whether tariffs came to rest within the rounds allowed.
    boolean stoodStill() {
        return stoodStill;
    }

    /// Whether anything bends.
    boolean bends() {
        return curves.any();
    }

    /// Columns that bend.
    BitSet bent() {
        BitSet bent = new BitSet();
        for (int j = 0; j < layout.columns; j++) {
            bent.set(j, curves.bends(j));
        }
        return bent;
    }

    private boolean hasTariffs() {
        PeriodColumn tariff = of.routes().lane().tariff();
        for (int l = 0; l < of.routes().size(); l++) {
            int own = tariff.varies(l) ? layout.periods : 1;
            for (int t = 0; t < own; t++) {
                if (tariff.at(l, t) != 0) {
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

    /// Writes the case as the linear program of its answer, `.lp` or `.mps`, with the case's own names: its optimum
    /// is that of the case, amount by amount. What bends is solved first and cut into steps ([PiecewiseProgram]);
    /// tariffs are those of the answer.
    /// @return whether there is an answer; without one curves are cut at their reference amounts, and tariffs are
    /// those of the last round
    public boolean write(Path file) {
        boolean answered = true;
        Optional<double[]> best = Optional.empty();
        if (curves.any() || hasTariffs()) {
            Solution solution = solve();
            answered = solution instanceof Solution.Optimal;
            best = solution instanceof Solution.Optimal optimal
                    ? Optional.of(optimal.point().x())
                    : Optional.empty();
        }
        MathProgram bent = with(assembly.columns());
        write(file, PiecewiseProgram.of(bent, curves, best.orElseGet(() -> reference(bent))));
        return answered;
    }

    /// Where the curves pass through their reference, within the bounds.
    private double[] reference(MathProgram bent) {
        double[] x = new double[layout.columns];
        Arrays.setAll(
                x,
                j -> Math.clamp(
                        curves.unit()[j] - curves.from()[j],
                        bent.columns().lower()[j],
                        bent.columns().upper()[j]));
        return x;
    }

    private void write(Path file, PiecewiseProgram stairs) {
        ProgramNames names = new ProgramNames(of, layout);
        String[] columns = new String[stairs.column().length];
        Arrays.setAll(columns, k -> label(names.column(stairs.column()[k]), stairs.step()[k]));
        String[] rows = new String[layout.rows];
        Arrays.setAll(rows, i -> label(names.row(i), 0));
        if (file.toString().endsWith(".lp")) {
            LpFile.write(stairs.program(), columns, rows, file);
            return;
        }
        try (SolverSession written = SolverSession.open(stairs.program(), options)) {
            written.names(columns, rows);
            written.writeMps(file);
        }
    }

    /// @param more steps above the thing's own
    private String label(ProgramNames.Thing thing, int more) {
        int number = thing.step() + more;
        String step = number == 0 ? "" : "#" + number;
        return "%s.%s(%s,%s)%s"
                .formatted(thing.table(), thing.what(), thing.id(), of.periods().label(thing.t()), step);
    }

    SupplyCase of() {
        return of;
    }

    ProgramLayout layout() {
        return layout;
    }

    CalibrationTerms terms() {
        return terms;
    }

    BalanceProgram assembly() {
        return assembly;
    }

    /// How its columns bend.
    CostCurves curves() {
        return curves;
    }

    /// The program as it stands now.
    public MathProgram program() {
        return program;
    }

    /// The program as it stands, handed to the simplex.
    SolverSession live() {
        if (live.isEmpty()) {
            long start = System.nanoTime();
            live = Optional.of(SolverSession.open(program, options));
            long handed = System.nanoTime();
            handOverSeconds += (handed - start) * 1e-9;
            live.get().beginInTurn(periodOfRow(), layout.periods);
            solveSeconds += (System.nanoTime() - handed) * 1e-9;
        }
        return live.orElseThrow();
    }

    /// The period of each balance; -1 for limits.
    private int[] periodOfRow() {
        int[] period = new int[layout.rows];
        Arrays.setAll(period, row -> row < layout.markets() * layout.periods ? row % layout.periods : -1);
        return period;
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
        live.ifPresent(SolverSession::close);
    }
}
