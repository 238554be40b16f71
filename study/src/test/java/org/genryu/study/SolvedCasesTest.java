package org.genryu.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.SolvedProgram;
import org.genryu.casefile.CaseFile;
import org.genryu.core.Deadline;
import org.genryu.core.ProgressReport;
import org.genryu.core.Text;
import org.genryu.results.CaseFingerprint;
import org.genryu.results.RunResult;
import org.genryu.solve.SolveOptions;
import org.genryu.testkit.TextCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A case is solved once, and again as soon as anything is another. Rung: by hand.
class SolvedCasesTest {
    private static final String SOLVING = "balancing supply and demand";

    @TempDir
    private Path folder;

    private SolvedCases kept(String program) {
        return SolvedCases.in(folder.resolve("kept"), program);
    }

    private static TextCase town(int amount) {
        return TextCase.years(2025, 2025)
                .table("places", "place,country\nmine,CN\ntown,JP")
                .table("commodities", "commodity,unit\nore,t")
                .table("recipes", "recipe,commodity,amount\ndig,ore,1")
                .table("processes", "process,place,recipe,status,capacity,cost\npit,mine,dig,operating,100,10 USD/t")
                .table("routes", "route,from,to,commodity,cost\nrail,mine,town,ore,2 USD/t")
                .table(
                        "demands",
                        "demand,place,use,commodity,amount,shortage_cost\nneed,town,tools,ore,%s t/yr,500 USD/t"
                                .formatted(amount))
                .scenario("s", "id: s\nevents:\n  - quota: {from: CN, share: 40 %, start: 2025-01, months: 6}\n")
                .scenario("t", "id: t\nevents:\n  - quota: {from: CN, share: 30 %, start: 2025-01, months: 6}\n");
    }

    /// The stages that a person saw.
    private static final class Seen implements ProgressReport {
        private final List<String> stages = new ArrayList<>();

        @Override
        public void at(Text stage, long done, long total) {
            stages.add(stage.en());
        }
    }

    private record Asked(RunResult run, boolean solved) {}

    private static Asked ask(CaseFile file, RunOptions question) {
        Seen seen = new Seen();
        RunResult run =
                Study.answer(file, List.of(), question, "test", seen).value().orElseThrow();
        return new Asked(run, seen.stages.contains(SOLVING));
    }

    private Asked ask(RunOptions question) {
        return ask(town(60).file(), question.keeping(kept("one")));
    }

    private static RunOptions with(BalanceOptions options) {
        return RunOptions.BASE.with(options);
    }

    @Test
    void theSameQuestionMustBeSolvedOnce() {
        assertThat(ask(RunOptions.BASE).solved()).isTrue();
        Asked again = ask(RunOptions.BASE);
        assertThat(again.solved()).isFalse();
        assertThat(again.run().balance().orElseThrow().quantities().served()[0][0])
                .isEqualTo(60);
        assertThat(ask(with(BalanceOptions.DEFAULT.keeping(_ -> {}))).solved()).isFalse();
    }

    @Test
    void anotherQuestionMustBeSolvedForItself() {
        ask(RunOptions.BASE);
        SolveOptions solve = SolveOptions.DEFAULT;
        List<RunOptions> others = List.of(
                RunOptions.BASE.in("s"),
                RunOptions.BASE.in("t"),
                with(BalanceOptions.DEFAULT.uncalibrated()),
                with(BalanceOptions.DEFAULT.with(BalanceOptions.Intervals.ALL)),
                with(BalanceOptions.DEFAULT.with(solve.with(SolveOptions.Algorithm.SIMPLEX))),
                with(BalanceOptions.DEFAULT.with(new SolveOptions(
                        solve.algorithm(),
                        solve.seconds(),
                        solve.threads(),
                        false,
                        solve.gap(),
                        solve.blocks(),
                        solve.known()))));
        for (RunOptions other : others) {
            assertThat(ask(other).solved()).as("%s", other).isTrue();
            assertThat(ask(other).solved()).as("%s again", other).isFalse();
        }
        assertThat(ask(RunOptions.BASE).solved()).isFalse();
    }

    @Test
    void anotherCaseProgramOrSignMustBeSolvedForItself() {
        ask(RunOptions.BASE);
        assertThat(ask(town(61).file(), RunOptions.BASE.keeping(kept("one"))).solved())
                .isTrue();
        assertThat(ask(town(60).file(), RunOptions.BASE.keeping(kept("two"))).solved())
                .isTrue();
        assertThat(ask(town(60).file(), RunOptions.BASE.keeping(SolvedCases.NONE))
                        .solved())
                .isTrue();
        assertThat(ask(RunOptions.BASE).solved()).isFalse();
    }

    /// The base case that a share of what is carried, and who compares, ask for.
    @Test
    void aScenarioMustBeToldTheSameFromWhatIsKept() {
        RunOptions question = RunOptions.BASE.in("s").againstBase();
        Asked first = ask(question);
        Asked again = ask(question);
        assertThat(first.solved()).isTrue();
        assertThat(again.solved()).isFalse();
        assertThat(again.run().balance().orElseThrow().quantities().served()[0][0])
                .as("six months at two fifths")
                .isEqualTo(42);
        assertThat(again.run().beside().base().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first.run().beside().base().orElseThrow());
        assertThat(again.run().balance().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first.run().balance().orElseThrow());
    }

    @Test
    void theWayToOtherAnswersMustComeWithIt() {
        List<SolvedProgram> kept = new ArrayList<>();
        RunOptions keeping = with(BalanceOptions.DEFAULT.keeping(kept::add));
        ask(keeping);
        assertThat(ask(keeping).solved()).isFalse();
        assertThat(kept).hasSize(2);
        assertThat(kept.getLast().point().x())
                .containsExactly(kept.getFirst().point().x());
    }

    @Test
    void whoWantsItFreshMustGetItFreshAndLeaveItForTheNext() throws IOException {
        ask(RunOptions.BASE);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, new byte[] {1});
        RunOptions fresh = RunOptions.BASE.keeping(kept("one").afresh());
        assertThat(ask(town(60).file(), fresh).solved()).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(ask(town(60).file(), fresh).solved()).isTrue();
        assertThat(ask(RunOptions.BASE).solved()).isFalse();
    }

    @Test
    void whatIsSpoiltMustBeSolvedAgain() throws IOException {
        ask(RunOptions.BASE);
        Path file = files().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(ask(RunOptions.BASE).solved()).isTrue();
        assertThat(ask(RunOptions.BASE).solved()).isFalse();
    }

    @Test
    void whatIsNoAnswerOrFoundAgainstTheClockMustNotBeKept() throws IOException {
        RunResult infeasible = ask(
                        town(60).table("demands", "demand,place,use,commodity,amount\nneed,town,tools,ore,600 t/yr")
                                .file(),
                        RunOptions.BASE.keeping(kept("one")))
                .run();
        assertThat(infeasible.result()).isInstanceOf(BalanceResult.Infeasible.class);
        assertThat(ask(with(BalanceOptions.DEFAULT.with(SolveOptions.DEFAULT.within(100))))
                        .run()
                        .balance())
                .isPresent();
        Deadline.in(100).over(() -> ask(RunOptions.BASE));
        assertThat(folder.resolve("kept"))
                .satisfiesAnyOf(
                        kept -> assertThat(kept).doesNotExist(),
                        kept -> assertThat(kept).isEmptyDirectory());
        ask(RunOptions.BASE);
        assertThat(files()).hasSize(1);
        assertThat(Deadline.in(100).over(() -> ask(RunOptions.BASE)).solved()).isFalse();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.toList();
        }
    }

    /// Cells are parted by signs that a cell can hold as well.
    @Test
    void whatPartsCellsMustNotMakeTwoCasesOne() {
        CaseFile one = town(60).table("places", "place,name_en,country\nmine,a\u001fb,CN\ntown,,JP")
                .file();
        CaseFile other = town(60).table("places", "place,name_en,country\nmine,a\u001bfb,CN\ntown,,JP")
                .file();
        assertThat(CaseFingerprint.of(one)).isNotEqualTo(CaseFingerprint.of(other));
    }
}
