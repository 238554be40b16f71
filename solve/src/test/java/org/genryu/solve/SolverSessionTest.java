package org.genryu.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.genryu.solve.Small.INF;
import static org.genryu.solve.Small.minimise;
import static org.genryu.solve.Verdicts.optimal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Changes in place, files and memory. Rung: by hand, and identities (what is written is read back to the same
/// objective).
class SolverSessionTest {
    @Test
    void preparingAheadMustNotDisturbTheFirstSolve() {
        SolverSession.prepare();
        try (SolverSession live = minimise(1).row(2, INF, 1).open()) {
            assertThat(optimal(live).objective()).isEqualTo(2, within(1e-9));
        }
    }

    @Test
    void someCanBeChangedInAnyOrder() {
        try (SolverSession live = minimise(1, 2, 3)
                .row(6, INF, 1, 1, 1)
                .row(-INF, 100, 1, 0, 0)
                .upper(3, 3, 3)
                .open()) {
            assertThat(optimal(live).objective()).isEqualTo(9, within(1e-9));
            live.costs(new int[] {2, 0}, new double[] {0, 5});
            assertThat(optimal(live).objective()).isEqualTo(6, within(1e-9));
            live.bounds(new int[] {2, 1}, new double[] {0, 0}, new double[] {1, 4});
            assertThat(optimal(live).objective()).isEqualTo(13, within(1e-9));
            live.sides(new int[] {1, 0}, new double[] {-INF, 5}, new double[] {50, INF});
            assertThat(optimal(live).objective()).isEqualTo(8, within(1e-9));
            live.coefficient(0, 1, 2);
            assertThat(optimal(live).objective()).isEqualTo(4, within(1e-9));
            live.restore();
            assertThat(optimal(live).objective()).isEqualTo(9, within(1e-9));
        }
    }

    @Test
    void wrongChangesMustBeRefusedByName() {
        try (SolverSession live = minimise(1, 2).row(1, 2, 1, 0).open()) {
            assertThatThrownBy(() -> live.costs(new double[1]))
                    .hasMessage("Costs: 1 values; there must be one for each of the 2 columns.");
            assertThatThrownBy(() -> live.costs(new int[] {2}, new double[1]))
                    .hasMessage("column 2: it must be one of 0 to 1.");
            assertThatThrownBy(() -> live.bounds(new int[] {1, 1}, new double[2], new double[2]))
                    .hasMessage("column 1: it is given twice; it must be given once.");
            assertThatThrownBy(() -> live.coefficient(0, 1, 3))
                    .hasMessage(
                            "Entry (0, 1): the matrix has no such entry; only an entry that was handed over can be changed.");
            assertThatThrownBy(live::basis)
                    .hasMessage("LiveModel: it has no basis; only a linear program that was solved has one.");
            assertThatThrownBy(() -> live.start(new SolverBasis(new int[1], new int[1])))
                    .hasMessage("Basis: it is of 1 columns and 1 rows; the model has 2 and 1.");
        }
    }

    @Test
    void callersArraysMustStayTheCallers() {
        try (SolverSession live = minimise(1, 2).row(4, INF, 1, 1).open()) {
            double[] cost = {3, 2};
            live.costs(cost);
            cost[1] = 100;
            assertThat(optimal(live).objective()).isEqualTo(8, within(1e-9));
        }
    }

    @Test
    void writtenModelMustReadBackToTheSameObjective(@TempDir Path folder) throws IOException {
        String[] columns = {"seattle new-york", "seattle/chicago", "seattle[topeka]", "d", "e", "f"};
        String[] rows = {"seattle", "san-diego", "new-york", "chicago", "topeka"};
        for (String name : new String[] {"dantzig.mps", "日本.mps", "日本.lp"}) {
            Path file = folder.resolve(name);
            try (SolverSession live = SolverSession.open(LinearTest.dantzig(), SolveOptions.DEFAULT)) {
                if (name.endsWith(".lp")) {
                    LpFile.write(LinearTest.dantzig(), columns, rows, file);
                } else {
                    live.names(columns, rows);
                    live.writeMps(file);
                }
                assertThat(readAndSolve(file)).isEqualTo(optimal(live).objective(), within(1e-6));
            }
            assertThat(Files.readString(file)).contains("seattle_new_york").contains("san_diego");
        }
    }

    /// A model that was changed is written as it stands.
    @Test
    void aChangedModelMustBeWrittenAsItStands(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("changed.mps");
        try (SolverSession live = SolverSession.open(LinearTest.dantzig(), SolveOptions.DEFAULT)) {
            live.costs(new int[] {0}, new double[] {0.3});
            live.writeMps(file);
            assertThat(readAndSolve(file)).isEqualTo(optimal(live).objective(), within(1e-6));
        }
    }

    @Test
    void namesThatMeanSomethingInAnLpFileMustBeDisguisedAndStayDifferent() {
        assertThat(FileNames.of(new String[] {
                    "san-diego", "san_diego", "san diego", "infra", "2025", "End", "inflow[jp,dy]", "日本", "a"
                }))
                .containsExactly(
                        "san_diego",
                        "san_diego~2",
                        "san_diego~3",
                        "_infra",
                        "_2025",
                        "_End",
                        "_inflow_jp,dy_",
                        "日本",
                        "a");
        assertThatThrownBy(() -> FileNames.of(new String[] {""}))
                .hasMessage("Name '': it has 0 letters; it must have 1 to 250.");
    }

    @Test
    void wholeColumnsAndCurvatureMustBeWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("whole.mps");
        try (SolverSession live = minimise(-2, -3)
                .whole(0, 1)
                .row(-INF, 4.5, 1, 2)
                .row(-INF, 6.5, 2, 1)
                .open()) {
            live.writeMps(file);
            assertThat(readAndSolve(file)).isEqualTo(optimal(live).objective(), within(1e-9));
        }
        Path curved = folder.resolve("curved.mps");
        try (SolverSession live =
                minimise(-4, -6).curved(2, 2).row(-INF, 3, 1, 1).open()) {
            live.writeMps(curved);
            assertThat(readAndSolve(curved)).isEqualTo(-11, within(1e-6));
        }
    }

    private static double readAndSolve(Path file) throws IOException {
        Highs highs = Highs.library();
        var model = highs.create();
        Path plain = Files.createTempFile(
                "read", file.toString().substring(file.toString().lastIndexOf('.')));
        try {
            Files.copy(file, plain, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            highs.option(model, "output_flag", false);
            assertThat(highs.read(model, plain.toString())).isNotNegative();
            highs.run(model);
            assertThat(highs.status(model)).isEqualTo(Highs.OPTIMAL);
            return highs.number(model, "objective_function_value");
        } finally {
            highs.destroy(model);
            Files.delete(plain);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closingMustGiveTheMemoryBack() throws IOException {
        // A model of this size takes about half a megabyte; a thousand that were kept would be seen from afar.
        MathProgram program = Samples.network(3, 30, 1200);
        openAndClose(program, 50);
        long before = residentKilobytes();
        openAndClose(program, 1000);
        assertThat(residentKilobytes() - before).isLessThan(150_000);
    }

    private static void openAndClose(MathProgram program, int times) {
        for (int i = 0; i < times; i++) {
            try (SolverSession live = SolverSession.open(program, SolveOptions.DEFAULT)) {
                if (i % 50 == 0) {
                    live.solve();
                }
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
