package org.genryu.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.genryu.balance.BalanceModel;
import org.genryu.balance.BalanceOptions;
import org.genryu.casefile.CaseFile;
import org.genryu.casefile.read.CaseReader;
import org.genryu.casefile.resolve.CaseResolver;
import org.genryu.casefile.resolve.ResolvedCase;
import org.genryu.core.Outcome;
import org.genryu.core.number.Amount;
import org.genryu.core.number.Literal;
import org.genryu.core.number.Money;
import org.genryu.core.number.ReadText;
import org.genryu.core.number.Unit;
import org.genryu.core.number.Units;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What do the single steps cost: one number of a cell, one case read and checked, resolved, built and handed
/// over? For whoever works on one of them; the table of [Bench] is what counts.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MicroBench {
    /// Folder of a case, such as `bench-work/case-M`.
    @Param({"bench-work/case-M"})
    public String folder = "";

    private Outcome<CaseFile> file = Outcome.failed(List.of());
    private Outcome<ResolvedCase> resolved = Outcome.failed(List.of());
    private ReadText<Unit> column = ReadText.of(Unit.ONE);
    private final Units units = Units.of(new Money("USD", 2025));

    @Setup
    public void setup() {
        file = CaseReader.read(Path.of(folder));
        resolved = CaseResolver.resolve(file.value().orElseThrow());
        column = units.read("t/yr");
    }

    @Benchmark
    public OptionalDouble plainNumber() {
        return Literal.plain("253.44000000000003");
    }

    @Benchmark
    public ReadText<Amount> numberWithUnit() {
        return column.then(unit -> Literal.read("350 t/d", unit, units));
    }

    @Benchmark
    public Outcome<CaseFile> read() {
        return CaseReader.read(Path.of(folder));
    }

    @Benchmark
    public Outcome<ResolvedCase> resolve() {
        return CaseResolver.resolve(file.value().orElseThrow());
    }

    @Benchmark
    public int buildAndHandOver() {
        try (BalanceModel model =
                BalanceModel.open(resolved.value().orElseThrow().supply(), BalanceOptions.DEFAULT.solve())) {
            return model.program().matrix().entries();
        }
    }
}
