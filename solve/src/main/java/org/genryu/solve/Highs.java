package org.genryu.solve;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.genryu.core.Text;
import org.genryu.solve.natives.NativeOutput;
import org.genryu.solve.natives.Natives;
import org.genryu.solve.natives.SolverUnavailable;

/// HiGHS's C interface, function by function, and nothing more. One instance a process.
///
/// Short calls that only copy arrays are linked as critical and take heap arrays as they stand. Calls that may
/// run long (solving, rays, files) are linked plainly, for a critical call holds up the garbage collector;
/// their arrays live in native memory. A function is linked when it is first used, so that a small run pays
/// only for what it calls.
///
/// Size: one method for each function of the library that is used.
///
/// Longer than other files: it is one list of functions in the order of use, and nothing calls past it.
///
/// Source: HiGHS 1.12.0, `highs_c_api.h`; versions up to 1.15 have the same functions.
public final class Highs {
    /// HiGHS's model status codes as far as they are told apart here.
    static final int SOLVE_ERROR = 4;
    static final int MODEL_EMPTY = 6;
    static final int OPTIMAL = 7;
    static final int INFEASIBLE = 8;
    static final int UNBOUNDED_OR_INFEASIBLE = 9;
    static final int UNBOUNDED = 10;
    static final int TIME_LIMIT = 13;
    static final int MEMORY_LIMIT = 18;

    private static final int COLUMNWISE = 1;
    private static final int TRIANGULAR = 1;
    private static final int MINIMIZE = 1;

    private static final FunctionDescriptor NEW = FunctionDescriptor.of(ADDRESS);
    private static final FunctionDescriptor END = FunctionDescriptor.ofVoid(ADDRESS);
    private static final FunctionDescriptor P = ints(ADDRESS);
    private static final FunctionDescriptor PP = ints(ADDRESS, ADDRESS);
    private static final FunctionDescriptor PPP = ints(ADDRESS, ADDRESS, ADDRESS);
    private static final FunctionDescriptor PPPPP = ints(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final FunctionDescriptor PPI = ints(ADDRESS, ADDRESS, JAVA_INT);
    private static final FunctionDescriptor PPD = ints(ADDRESS, ADDRESS, JAVA_DOUBLE);
    private static final FunctionDescriptor PIP = ints(ADDRESS, JAVA_INT, ADDRESS);
    private static final FunctionDescriptor PIPP = ints(ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor PIPPP = ints(ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final FunctionDescriptor PIIP = ints(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final FunctionDescriptor PIIPP = ints(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor PIID = ints(ADDRESS, JAVA_INT, JAVA_INT, JAVA_DOUBLE);
    private static final FunctionDescriptor PASS = ints(
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);

    private final SymbolLookup symbols;
    private final NativeOutput output = new NativeOutput();
    private final Map<String, MethodHandle> linked = new ConcurrentHashMap<>();
    private final String version;

    private Highs(SymbolLookup symbols) {
        this.symbols = symbols;
        int width = count("Highs_getSizeofHighsInt", MemorySegment.NULL);
        if (width != Integer.BYTES) {
            throw new SolverUnavailable(new Text(
                    "HiGHS library: its integers have %s bytes; they must have 4. Maybe it was built with HIGHSINT64."
                            .formatted(width),
                    "HiGHS ライブラリ: 整数が %s バイトです。4 バイトでなければなりません。対処案: HIGHSINT64 なしでビルドしてください。".formatted(width)));
        }
        version = fresh("Highs_version").reinterpret(64).getString(0);
    }

    /// The one library, or why there is none: tried once.
    private static final class Only {
        static final Supplier<Highs> LIBRARY = attempt();

        private static Supplier<Highs> attempt() {
            try {
                Highs library = new Highs(Natives.ofThisMachine().highs());
                return () -> library;
            } catch (SolverUnavailable unavailable) {
                return () -> {
                    throw unavailable;
                };
            }
        }
    }

    /// @throws SolverUnavailable if no library fits this machine, with the cure
    public static Highs library() {
        return Only.LIBRARY.get();
    }

    public String version() {
        return version;
    }

    // A model's life

    MemorySegment create() {
        return fresh("Highs_create");
    }

    void destroy(MemorySegment model) {
        try {
            plain("Highs_destroy", END).invokeExact(model);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int pass(MemorySegment model, MathProgram program) {
        MathProgram.Columns columns = program.columns();
        MathProgram.Rows rows = program.rows();
        MathProgram.Matrix matrix = program.matrix();
        MemorySegment none = MemorySegment.NULL;
        Hessian hessian = program.curvature().map(Hessian::of).orElse(Hessian.NONE);
        MemorySegment whole = program.whole().isEmpty() ? none : at(integrality(program));
        try {
            return (int) heap("Highs_passModel", PASS)
                    .invokeExact(
                            model,
                            columns.size(),
                            rows.size(),
                            matrix.entries(),
                            hessian.value().length,
                            COLUMNWISE,
                            TRIANGULAR,
                            MINIMIZE,
                            program.offset(),
                            at(columns.cost()),
                            at(columns.lower()),
                            at(columns.upper()),
                            at(rows.lower()),
                            at(rows.upper()),
                            at(matrix.start()),
                            at(matrix.row()),
                            at(matrix.value()),
                            at(hessian.start()),
                            at(hessian.index()),
                            at(hessian.value()),
                            whole);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private static int[] integrality(MathProgram program) {
        int[] kind = new int[program.columns().size()];
        program.whole().stream().forEach(j -> kind[j] = 1);
        return kind;
    }

    // Options

    int option(MemorySegment model, String name, String value) {
        return ppp("Highs_setStringOptionValue", model, text(name), text(value));
    }

    int option(MemorySegment model, String name, boolean value) {
        return ppi("Highs_setBoolOptionValue", model, text(name), value ? 1 : 0);
    }

    int option(MemorySegment model, String name, int value) {
        return ppi("Highs_setIntOptionValue", model, text(name), value);
    }

    int option(MemorySegment model, String name, double value) {
        try {
            return (int) heap("Highs_setDoubleOptionValue", PPD).invokeExact(model, text(name), value);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    // Changes

    int costs(MemorySegment model, double[] cost) {
        try {
            return (int) heap("Highs_changeColsCostByRange", PIIP).invokeExact(model, 0, cost.length - 1, at(cost));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int costs(MemorySegment model, int[] columns, double[] cost) {
        try {
            return (int)
                    heap("Highs_changeColsCostBySet", PIPP).invokeExact(model, columns.length, at(columns), at(cost));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int bounds(MemorySegment model, double[] lower, double[] upper) {
        return range("Highs_changeColsBoundsByRange", model, lower, upper);
    }

    int bounds(MemorySegment model, int[] columns, double[] lower, double[] upper) {
        return pippp("Highs_changeColsBoundsBySet", model, columns.length, at(columns), at(lower), at(upper));
    }

    int sides(MemorySegment model, double[] lower, double[] upper) {
        return range("Highs_changeRowsBoundsByRange", model, lower, upper);
    }

    int sides(MemorySegment model, int[] rows, double[] lower, double[] upper) {
        return pippp("Highs_changeRowsBoundsBySet", model, rows.length, at(rows), at(lower), at(upper));
    }

    int coefficient(MemorySegment model, int row, int column, double value) {
        try {
            return (int) heap("Highs_changeCoeff", PIID).invokeExact(model, row, column, value);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int columnName(MemorySegment model, int column, String name) {
        return pip("Highs_passColName", model, column, text(name));
    }

    int rowName(MemorySegment model, int row, String name) {
        return pip("Highs_passRowName", model, row, text(name));
    }

    // Solving

    int run(MemorySegment model) {
        return count("Highs_run", model);
    }

    /// Solves an integer program; what HiGHS prints by itself does not reach anybody.
    void runQuietly(MemorySegment model) {
        output.quietly(() -> run(model));
    }

    /// The time limit counts over the life of an instance unless its clocks go back to zero.
    void zeroClocks(MemorySegment model) {
        count("Highs_zeroAllClocks", model);
    }

    /// Forgets basis, solution and whatever the last solve left behind.
    void clearSolver(MemorySegment model) {
        count("Highs_clearSolver", model);
    }

    int status(MemorySegment model) {
        return count("Highs_getModelStatus", model);
    }

    void values(MemorySegment model, double[] x, double[] dual) {
        try {
            int _ = (int) heap("Highs_getSolution", PPPPP)
                    .invokeExact(model, at(x), MemorySegment.NULL, MemorySegment.NULL, at(dual));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int count(MemorySegment model, Info info) {
        int[] out = new int[1];
        ppp("Highs_getIntInfoValue", model, text(info.key()), at(out));
        return out[0];
    }

    double number(MemorySegment model, String name) {
        double[] out = new double[1];
        ppp("Highs_getDoubleInfoValue", model, text(name), at(out));
        return out[0];
    }

    long longCount(MemorySegment model, String name) {
        long[] out = new long[1];
        ppp("Highs_getInt64InfoValue", model, text(name), MemorySegment.ofArray(out));
        return out[0];
    }

    /// Whole-number facts about the last solve.
    enum Info {
        SIMPLEX_ITERATION_COUNT,
        IPM_ITERATION_COUNT,
        CROSSOVER_ITERATION_COUNT,
        QP_ITERATION_COUNT,
        BASIS_VALIDITY,
        PRIMAL_SOLUTION_STATUS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // Bases and rays

    int basis(MemorySegment model, int[] columns, int[] rows) {
        return ppp("Highs_getBasis", model, at(columns), at(rows));
    }

    int start(MemorySegment model, int[] columns, int[] rows) {
        return ppp("Highs_setBasis", model, at(columns), at(rows));
    }

    int basics(MemorySegment model, int[] variables) {
        try {
            return (int) heap("Highs_getBasicVariables", PP).invokeExact(model, at(variables));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    int inverseColumn(MemorySegment model, int row, double[] dense, int[] count, int[] index) {
        return pippp("Highs_getBasisInverseCol", model, row, at(dense), at(count), at(index));
    }

    int inverseRow(MemorySegment model, int k, double[] dense, int[] count, int[] index) {
        return pippp("Highs_getBasisInverseRow", model, k, at(dense), at(count), at(index));
    }

    /// A combination of the rows that proves that no point exists; may solve an LP to find it.
    Optional<double[]> dualRay(MemorySegment model, int rows) {
        return ray("Highs_getDualRay", model, rows);
    }

    /// A direction along which the objective falls for ever; may solve an LP to find it.
    Optional<double[]> primalRay(MemorySegment model, int columns) {
        return ray("Highs_getPrimalRay", model, columns);
    }

    private Optional<double[]> ray(String name, MemorySegment model, int length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(JAVA_INT);
            MemorySegment values = arena.allocate(JAVA_DOUBLE, Math.max(1, length));
            int code = (int) plain(name, PPP).invokeExact(model, found, values);
            return code < 0 || found.get(JAVA_INT, 0) == 0
                    ? Optional.empty()
                    : Optional.of(
                            values.asSlice(0, (long) length * Double.BYTES).toArray(JAVA_DOUBLE));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    // Files

    int write(MemorySegment model, String file) {
        return file("Highs_writeModel", model, file);
    }

    int read(MemorySegment model, String file) {
        return file("Highs_readModel", model, file);
    }

    private int file(String name, MemorySegment model, String file) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) plain(name, PP).invokeExact(model, arena.allocateFrom(file));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    // The shapes

    private MemorySegment fresh(String name) {
        try {
            return (MemorySegment) plain(name, NEW).invokeExact();
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int count(String name, MemorySegment model) {
        try {
            return (int) plain(name, P).invokeExact(model);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int ppp(String name, MemorySegment model, MemorySegment first, MemorySegment second) {
        try {
            return (int) heap(name, PPP).invokeExact(model, first, second);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int ppi(String name, MemorySegment model, MemorySegment first, int second) {
        try {
            return (int) heap(name, PPI).invokeExact(model, first, second);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int pip(String name, MemorySegment model, int first, MemorySegment second) {
        try {
            return (int) heap(name, PIP).invokeExact(model, first, second);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int pippp(
            String name,
            MemorySegment model,
            int first,
            MemorySegment second,
            MemorySegment third,
            MemorySegment fourth) {
        try {
            return (int) heap(name, PIPPP).invokeExact(model, first, second, third, fourth);
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private int range(String name, MemorySegment model, double[] lower, double[] upper) {
        try {
            return (int) heap(name, PIIPP).invokeExact(model, 0, lower.length - 1, at(lower), at(upper));
        } catch (Throwable trouble) {
            throw broken(trouble);
        }
    }

    private static FunctionDescriptor ints(MemoryLayout... parameters) {
        return FunctionDescriptor.of(JAVA_INT, parameters);
    }

    private MethodHandle heap(String name, FunctionDescriptor shape) {
        return linked.computeIfAbsent(
                name, _ -> Linker.nativeLinker().downcallHandle(address(name), shape, Linker.Option.critical(true)));
    }

    private MethodHandle plain(String name, FunctionDescriptor shape) {
        return linked.computeIfAbsent(name, _ -> Linker.nativeLinker().downcallHandle(address(name), shape));
    }

    private MemorySegment address(String name) {
        return symbols.find(name)
                .orElseThrow(() -> new SolverUnavailable(new Text(
                        "HiGHS library: it has no function %s; it must be version 1.12 or later.".formatted(name),
                        "HiGHS ライブラリ: 関数 %s がありません。バージョン 1.12 以降でなければなりません。".formatted(name))));
    }

    private static MemorySegment at(double[] array) {
        return MemorySegment.ofArray(array);
    }

    private static MemorySegment at(int[] array) {
        return MemorySegment.ofArray(array);
    }

    private static MemorySegment text(String word) {
        return MemorySegment.ofArray((word + "\0").getBytes(StandardCharsets.UTF_8));
    }

    static RuntimeException broken(Throwable trouble) {
        if (trouble instanceof Error error) {
            throw error;
        }
        return trouble instanceof RuntimeException known
                ? known
                : new IllegalStateException("The solver cannot be called: " + trouble, trouble);
    }
}
