package org.genryu.solve;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.genryu.core.Check;
import org.genryu.solve.natives.Natives;
import org.genryu.solve.natives.SolverUnavailable;

/// A second opinion: does another solver, written by other people, come to the same answer?
///
/// Clp 1.17 from the same archive as HiGHS; there is none for Windows. It solves a linear program from nothing
/// by its own choice of simplex, and a convex quadratic one by its barrier method. Its answer carries the same
/// [OptimalityProof] as any other and is worth as much. For changes and re-solves there is [SolverSession], which can
/// [start][SolverSession#start] from the basis found here.
public final class Clp {
    /// What Clp takes for infinite.
    private static final double OPEN = 1e50;
    private static final double TOLERANCE = 1e-6;

    private final SymbolLookup symbols;

    private Clp(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// @param basis where a live model may start; empty unless a linear program was solved
    public record Opinion(Solution solution, Optional<SolverBasis> basis) {}

    /// The one library, or why there is none: tried once.
    private static final class Only {
        static final Supplier<Optional<Clp>> LIBRARY = attempt();

        private static Supplier<Optional<Clp>> attempt() {
            try {
                Optional<Clp> library = Natives.ofThisMachine().clp().map(Clp::new);
                return () -> library;
            } catch (SolverUnavailable unavailable) {
                return () -> {
                    throw unavailable;
                };
            }
        }
    }

    /// Clp, if it is packed for this platform.
    /// @throws SolverUnavailable if it is packed and cannot be loaded, with the cure
    public static Optional<Clp> library() {
        return Only.LIBRARY.get();
    }

    /// Solves from nothing, within the options' time limit; the other options are HiGHS's.
    /// @throws IllegalArgumentException if columns must be whole
    public Opinion solve(MathProgram program, SolveOptions options) {
        Check.that(program.whole().isEmpty(), "Program: it has whole columns; Clp solves continuous programs.");
        ProgramChecks.check(program);
        MemorySegment model = address("Clp_newModel", FunctionDescriptor.of(ADDRESS));
        try {
            load(model, program);
            one("Clp_setMaximumSeconds", model, Math.min(options.left(0), 1e9));
            boolean curved = program.curvature().isPresent();
            long began = System.nanoTime();
            integer(curved ? "Clp_initialBarrierSolve" : "Clp_initialSolve", model);
            double seconds = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
            Solution solution = verdict(model, program, curved ? "barrier" : "simplex", seconds);
            boolean basic = !curved && solution instanceof Solution.Optimal;
            return new Opinion(solution, basic ? Optional.of(basis(model, program)) : Optional.empty());
        } finally {
            nothing("Clp_deleteModel", model);
        }
    }

    private void load(MemorySegment model, MathProgram program) {
        MathProgram.Columns columns = program.columns();
        MathProgram.Matrix matrix = program.matrix();
        try {
            link("Clp_setLogLevel", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT))
                    .invokeExact(model, 0);
            MemoryLayout[] pointers = {
                ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS
            };
            link("Clp_loadProblem", FunctionDescriptor.ofVoid(pointers))
                    .invokeExact(
                            model,
                            columns.size(),
                            program.rows().size(),
                            MemorySegment.ofArray(matrix.start()),
                            MemorySegment.ofArray(matrix.row()),
                            MemorySegment.ofArray(matrix.value()),
                            closed(columns.lower()),
                            closed(columns.upper()),
                            MemorySegment.ofArray(columns.cost()),
                            closed(program.rows().lower()),
                            closed(program.rows().upper()));
            if (program.curvature().isPresent()) {
                Hessian hessian = Hessian.of(program.curvature().get());
                link(
                                "Clp_loadQuadraticObjective",
                                FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS))
                        .invokeExact(
                                model,
                                columns.size(),
                                MemorySegment.ofArray(hessian.start()),
                                MemorySegment.ofArray(hessian.index()),
                                MemorySegment.ofArray(hessian.value()));
            }
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }

    private Solution verdict(MemorySegment model, MathProgram program, String algorithm, double seconds) {
        int status = integer("Clp_status", model);
        long iterations = integer("Clp_numberIterations", model);
        ProgramState now = new ProgramState(program);
        double[] x =
                doubles("Clp_primalColumnSolution", model, program.columns().size());
        double[] dual = doubles("Clp_dualRowSolution", model, program.rows().size());
        OptimalityProof proof = OptimalityProof.of(now, x, dual);
        Solution.Run run = new Solution.Run("Clp", version(), algorithm, seconds, iterations);
        return switch (status) {
            case 0 ->
                proof.certificate().holds(TOLERANCE)
                        ? new Solution.Optimal(proof.objective(), proof.point(), proof.certificate(), run)
                        : stopped(proof, Solution.Stopped.Reason.NOT_PROVED, run);
            case 1 -> new Solution.Infeasible(Optional.empty(), run);
            case 2 -> new Solution.Unbounded(Optional.empty(), run);
            case 3 -> stopped(proof, Solution.Stopped.Reason.TIME, run);
            default -> stopped(proof, Solution.Stopped.Reason.NOT_PROVED, run);
        };
    }

    private static Solution stopped(OptimalityProof proof, Solution.Stopped.Reason reason, Solution.Run run) {
        Optional<Solution.Miss> miss =
                reason == Solution.Stopped.Reason.NOT_PROVED ? proof.miss(TOLERANCE) : Optional.empty();
        boolean feasible = proof.certificate().primal() <= TOLERANCE;
        boolean priced = feasible && proof.certificate().dual() <= TOLERANCE;
        return new Solution.Stopped(
                feasible ? Optional.of(proof.point()) : Optional.empty(),
                feasible ? proof.objective() : Double.POSITIVE_INFINITY,
                priced ? proof.certificate().gap() : Double.POSITIVE_INFINITY,
                reason,
                miss,
                run);
    }

    /// Clp says free, basic, at upper, at lower, between, fixed (0 to 5); HiGHS at lower, basic, at upper, zero
    /// (0 to 3). Clp's row status is that of the activity's limits turned over.
    private SolverBasis basis(MemorySegment model, MathProgram program) {
        FunctionDescriptor shape = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT);
        MethodHandle column = link("Clp_getColumnStatus", shape);
        MethodHandle row = link("Clp_getRowStatus", shape);
        int[] columns = new int[program.columns().size()];
        int[] rows = new int[program.rows().size()];
        try {
            for (int j = 0; j < columns.length; j++) {
                columns[j] = place(
                        (int) column.invokeExact(model, j),
                        program.columns().lower()[j],
                        program.columns().upper()[j]);
            }
            for (int i = 0; i < rows.length; i++) {
                rows[i] = place(
                        (int) row.invokeExact(model, i),
                        program.rows().lower()[i],
                        program.rows().upper()[i]);
            }
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
        return new SolverBasis(columns, rows);
    }

    private static int place(int status, double lower, double upper) {
        if (status == 1) {
            return 1;
        }
        boolean low = lower > -OptimalityProof.INFINITE;
        boolean high = upper < OptimalityProof.INFINITE;
        if (status == 2 && high) {
            return 2;
        }
        return low ? 0 : high ? 2 : 3;
    }

    private String version() {
        return address("Clp_Version", FunctionDescriptor.of(ADDRESS))
                .reinterpret(64)
                .getString(0);
    }

    private static MemorySegment closed(double[] limits) {
        double[] finite = limits.clone();
        for (int k = 0; k < finite.length; k++) {
            finite[k] = Math.clamp(finite[k], -OPEN, OPEN);
        }
        return MemorySegment.ofArray(finite);
    }

    private MethodHandle link(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(find(name), shape, Linker.Option.critical(true));
    }

    private MethodHandle plain(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(find(name), shape);
    }

    private MemorySegment find(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new IllegalStateException("Clp library: it has no function %s.".formatted(name)));
    }

    private MemorySegment address(String name, FunctionDescriptor shape) {
        try {
            return (MemorySegment) plain(name, shape).invokeExact();
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }

    private int integer(String name, MemorySegment model) {
        try {
            return (int) plain(name, FunctionDescriptor.of(JAVA_INT, ADDRESS)).invokeExact(model);
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }

    private void nothing(String name, MemorySegment model) {
        try {
            plain(name, FunctionDescriptor.ofVoid(ADDRESS)).invokeExact(model);
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }

    private void one(String name, MemorySegment model, double value) {
        try {
            plain(name, FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE)).invokeExact(model, value);
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }

    private double[] doubles(String name, MemorySegment model, int length) {
        try {
            MemorySegment array = (MemorySegment)
                    plain(name, FunctionDescriptor.of(ADDRESS, ADDRESS)).invokeExact(model);
            return array.reinterpret((long) length * Double.BYTES).toArray(JAVA_DOUBLE);
        } catch (Throwable trouble) {
            throw Highs.broken(trouble);
        }
    }
}
