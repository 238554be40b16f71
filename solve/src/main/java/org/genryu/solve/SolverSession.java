package org.genryu.solve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.genryu.core.Check;

/// One native model: handed over once, then changed in place and solved again from its last (or a given)
/// basis.
///
/// The program's arrays are read once and kept for the certificates; nothing may write to them while the
/// model lives. Arrays given to the methods that change numbers are copied and stay the caller's.
///
/// One thread at a time; many models in parallel are one for each worker ([ScenarioWorkers]). Closing gives
/// the native memory back at once, on every path out of a `try (var live = LiveModel.open(…))`; after that
/// every call is refused.
public final class SolverSession implements AutoCloseable {
    private final Highs highs = Highs.library();
    private final MemorySegment model;
    private final ProgramState now;
    private final SolveOptions options;
    private final SolverSearch search;
    private Optional<BasisInverse> inverse = Optional.empty();
    private boolean closed;

    private SolverSession(MathProgram program, SolveOptions options) {
        this.options = options;
        now = new ProgramState(program);
        model = highs.create();
        search = new SolverSearch(highs, model, now, options);
    }

    /// Hands the program to the solver.
    /// @throws IllegalArgumentException if the program's arrays contradict each other
    /// @throws BeyondSolver if they hold what is no number, or one that is too large
    public static SolverSession open(MathProgram program, SolveOptions options) {
        ProgramChecks.check(program);
        SolverSession live = new SolverSession(program, options);
        try {
            live.highs.option(live.model, "output_flag", false);
            live.highs.option(live.model, "threads", options.threads());
            live.highs.option(live.model, "parallel", options.threads() == 1 ? "off" : "choose");
            live.highs.option(live.model, "mip_rel_gap", options.gap());
            live.need(live.highs.pass(live.model, program), "the program");
            return live;
        } catch (RuntimeException refused) {
            live.close();
            throw refused;
        }
    }

    /// What solves here, with the version that it reports itself, such as `HiGHS 1.12.0`.
    public static String solver() {
        return "HiGHS " + Highs.library().version();
    }

    /// Loads the native library and links what a run calls, the intervals of its prices included, on a thread
    /// of its own: a program that knows that it will solve calls this first and reads its data meanwhile (a
    /// tenth of a second saved on a cold start).
    public static void prepare() {
        Thread.ofPlatform().daemon().name("solver-start").start(() -> {
            MathProgram.Columns columns = new MathProgram.Columns(new double[1], new double[1], new double[1]);
            MathProgram.Rows rows = new MathProgram.Rows(new double[1], new double[1]);
            MathProgram.Matrix matrix = new MathProgram.Matrix(new int[] {0, 1}, new int[1], new double[] {1});
            try (SolverSession live = open(MathProgram.linear(columns, rows, matrix), SolveOptions.DEFAULT)) {
                live.solve();
                live.basics();
                live.sensitivity(0);
                live.sides(new double[1], new double[1]);
            } catch (IllegalStateException later) {
                // The first real solve meets the same trouble and tells it where somebody listens.
            }
        });
    }

    /// Solves from the present basis if there is one, else from nothing. Never longer than the options' time
    /// limit allows.
    public Solution solve() {
        alive();
        inverse = Optional.empty();
        return search.run();
    }

    /// The same without Clp's help with a quadratic program.
    Solution solveByHighs() {
        alive();
        search.begin();
        return search.byHighs();
    }

    /// New costs of all columns.
    public void costs(double[] cost) {
        alive();
        Check.that(
                cost.length == now.columns(),
                "Costs: %s values; there must be one for each of the %s columns.",
                cost.length,
                now.columns());
        ProgramChecks.costs(cost);
        now.costs(cost);
        if (cost.length > 0) {
            need(highs.costs(model, cost), "the costs");
        }
    }

    /// New bounds of all columns; an infinity where there is none.
    public void bounds(double[] lower, double[] upper) {
        alive();
        Check.that(
                lower.length == now.columns() && upper.length == now.columns(),
                "Bounds: %s and %s values; there must be one for each of the %s columns.",
                lower.length,
                upper.length,
                now.columns());
        ProgramChecks.limits("Column", lower, upper);
        now.bounds(lower, upper);
        if (lower.length > 0) {
            need(highs.bounds(model, lower, upper), "the bounds");
        }
    }

    /// New sides of all rows; an infinity where there is none.
    public void sides(double[] lower, double[] upper) {
        alive();
        Check.that(
                lower.length == now.rows() && upper.length == now.rows(),
                "Sides: %s and %s values; there must be one for each of the %s rows.",
                lower.length,
                upper.length,
                now.rows());
        ProgramChecks.limits("Row", lower, upper);
        now.sides(lower, upper);
        if (lower.length > 0) {
            need(highs.sides(model, lower, upper), "the sides");
        }
    }

    /// New costs of some columns.
    /// @param columns each at most once, in any order
    public void costs(int[] columns, double[] cost) {
        alive();
        Check.that(cost.length == columns.length, "Costs: %s values for %s columns.", cost.length, columns.length);
        ProgramChecks.costs(cost);
        int[] order = ProgramChecks.ascending("column", columns, now.columns());
        double[] sorted = ProgramChecks.arranged(cost, order);
        int[] places = ProgramChecks.arranged(columns, order);
        now.costs(places, sorted);
        if (places.length > 0) {
            need(highs.costs(model, places, sorted), "the costs");
        }
    }

    /// New bounds of some columns.
    /// @param columns each at most once, in any order
    public void bounds(int[] columns, double[] lower, double[] upper) {
        alive();
        Check.that(
                lower.length == columns.length && upper.length == columns.length,
                "Bounds: %s and %s values for %s columns.",
                lower.length,
                upper.length,
                columns.length);
        ProgramChecks.limits("Column", lower, upper);
        int[] order = ProgramChecks.ascending("column", columns, now.columns());
        int[] places = ProgramChecks.arranged(columns, order);
        double[] low = ProgramChecks.arranged(lower, order);
        double[] high = ProgramChecks.arranged(upper, order);
        now.bounds(places, low, high);
        if (places.length > 0) {
            need(highs.bounds(model, places, low, high), "the bounds");
        }
    }

    /// New sides of some rows.
    /// @param rows each at most once, in any order
    public void sides(int[] rows, double[] lower, double[] upper) {
        alive();
        Check.that(
                lower.length == rows.length && upper.length == rows.length,
                "Sides: %s and %s values for %s rows.",
                lower.length,
                upper.length,
                rows.length);
        ProgramChecks.limits("Row", lower, upper);
        int[] order = ProgramChecks.ascending("row", rows, now.rows());
        int[] places = ProgramChecks.arranged(rows, order);
        double[] low = ProgramChecks.arranged(lower, order);
        double[] high = ProgramChecks.arranged(upper, order);
        now.sides(places, low, high);
        if (places.length > 0) {
            need(highs.sides(model, places, low, high), "the sides");
        }
    }

    /// A new value of an entry that the matrix has (an entry that may become needed is handed over with any
    /// value but zero and set to 0 here).
    public void coefficient(int row, int column, double value) {
        alive();
        Check.that(row >= 0 && row < now.rows(), "Row %s: it must be one of 0 to %s.", row, now.rows() - 1);
        Check.that(
                column >= 0 && column < now.columns(),
                "Column %s: it must be one of 0 to %s.",
                column,
                now.columns() - 1);
        Check.that(
                Math.abs(value) < OptimalityProof.INFINITE,
                "Entry (%s, %s): it is %s; it must be a finite number.",
                row,
                column,
                value);
        int place = now.place(row, column);
        Check.that(
                place >= 0,
                "Entry (%s, %s): the matrix has no such entry; only an entry that was handed over can be changed.",
                row,
                column);
        now.coefficient(place, row, column, value);
        need(highs.coefficient(model, row, column, value), "the entry");
    }

    /// Takes every change back: the program's own numbers stand again. The basis stays; [#start] sets it.
    public void restore() {
        alive();
        now.restore(this);
    }

    /// The present basis, as after the last solve or [#start].
    /// @throws IllegalArgumentException if there is none: nothing solved yet, or an integer or quadratic
    ///     program
    public SolverBasis basis() {
        alive();
        Check.that(search.warm(), "LiveModel: it has no basis; only a linear program that was solved has one.");
        int[] columns = new int[now.columns()];
        int[] rows = new int[now.rows()];
        need(highs.basis(model, columns, rows), "the request for a basis");
        return new SolverBasis(columns, rows);
    }

    /// The next solve starts here, and from nothing else: its answer does not depend on what was solved
    /// before, to the last bit.
    public void start(SolverBasis basis) {
        alive();
        Check.that(
                basis.columns().length == now.columns() && basis.rows().length == now.rows(),
                "Basis: it is of %s columns and %s rows; the model has %s and %s.",
                basis.columns().length,
                basis.rows().length,
                now.columns(),
                now.rows());
        inverse = Optional.empty();
        search.start(basis);
    }

    /// Begins a large program whose parts follow one another, such as periods, by solving [part after
    /// part][PartsInTurn]; leaves it as it is where that is no gain.
    /// @param rowPart number of the part by row, from 0; below 0 where the row belongs to several
    public void beginInTurn(int[] rowPart, int parts) {
        alive();
        if (!search.warm() && PartsInTurn.helps(now.program(), parts, options)) {
            start(PartsInTurn.of(now.program(), rowPart, parts, options));
        }
    }

    /// Warm solves of many near programs: the dual simplex leaves the costs as they are (to perturb them and
    /// clear that up again takes longer than what is left to do) and weighs its edges by Devex. Halves the
    /// time of a re-solve.
    /// @param on false sets the solver's own ways again
    public void brisk(boolean on) {
        alive();
        need(highs.option(model, "dual_simplex_cost_perturbation_multiplier", on ? 0.0 : 1.0), "an option");
        need(highs.option(model, "simplex_dual_edge_weight_strategy", on ? 1 : -1), "an option");
    }

    /// The next solve starts from nothing.
    public void forget() {
        alive();
        inverse = Optional.empty();
        search.forget();
    }

    /// Names for written files, in order; may be left out for speed. A letter that means something in an LP
    /// file becomes `_`.
    public void names(String[] columns, String[] rows) {
        alive();
        Check.that(
                columns.length == now.columns() && rows.length == now.rows(),
                "Names: %s columns and %s rows; there must be one for each of the %s and %s.",
                columns.length,
                rows.length,
                now.columns(),
                now.rows());
        String[] columnNames = FileNames.of(columns);
        for (int j = 0; j < columns.length; j++) {
            need(highs.columnName(model, j, columnNames[j]), "a name");
        }
        String[] rowNames = FileNames.of(rows);
        for (int i = 0; i < rows.length; i++) {
            need(highs.rowName(model, i, rowNames[i]), "a name");
        }
    }

    /// Writes the model as it stands in the MPS format; for the LP format see [LpFile].
    public void writeMps(Path file) {
        alive();
        try {
            // The native library takes a name in the system's own encoding; a plain temporary name passes
            // everywhere.
            Path plain = Files.createTempFile("genryu", ".mps");
            try {
                need(highs.write(model, plain.toString()), "the request to write '" + file + "'");
                Files.move(plain, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /// Column of B⁻¹ after an optimal solve: by how much each basic variable ([#basics]) changes when the
    /// side of `row` grows by one unit while the basis stays. A basic row stands for its activity. Empty for
    /// a basic row: its side holds nothing.
    public Response response(int row) {
        alive();
        return inverse().response(row);
    }

    /// Row ρ of B⁻¹ of the k-th basic variable: the one direction in which the duals can move while all other
    /// basic variables keep a reduced cost of zero. For a column: how the dual of each row changes when its
    /// cost grows by one unit while the basis stays. For a basic row: how they change with its own dual,
    /// ρ_row = 1.
    public Response sensitivity(int k) {
        alive();
        return inverse().sensitivity(k);
    }

    /// The basic variables in the order of the basis: column j as j, row i as -1 - i.
    public int[] basics() {
        alive();
        return inverse().basics();
    }

    /// Sparse result.
    /// @param index positions with a value (for `response`: of a basic variable in [#basics()]; for
    ///     `sensitivity`: of a row)
    /// @param value their values
    public record Response(int[] index, double[] value) {}

    /// Gives the native memory back. Closing twice is no mistake.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            highs.destroy(model);
        }
    }

    /// Whether there is a basis to ask for.
    public boolean hasBasis() {
        return search.warm();
    }

    /// The program as it stands after all changes, without copies: valid until the next change.
    public MathProgram program() {
        return now.program();
    }

    public SolveOptions options() {
        return options;
    }

    private BasisInverse inverse() {
        Check.that(search.warm(), "LiveModel: it has no basis; only a linear program that was solved has one.");
        BasisInverse present = inverse.orElseGet(() -> new BasisInverse(highs, model, now.rows()));
        inverse = Optional.of(present);
        return present;
    }

    private void alive() {
        Check.that(!closed, "LiveModel: it is closed; a closed model cannot be used.");
    }

    private void need(int code, String what) {
        Check.that(code >= 0, "HiGHS refused %s. Maybe an index repeats, or a value is beyond 1e15.", what);
    }
}
