package org.genryu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.BalanceResult.Cause;
import org.genryu.balance.BalanceResult.Limit;
import org.genryu.cli.console.CommandResult;
import org.genryu.cli.console.Console;
import org.genryu.cli.console.ConsoleWriter;
import org.genryu.core.Lang;
import org.genryu.core.Text;
import org.genryu.solve.Solution.Miss;
import org.junit.jupiter.api.Test;

/// What people read when a command does not simply succeed. Rung: word for word.
class CommandResultTest {
    private static String said(CommandResult ending, Lang lang, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ConsoleWriter both = new ConsoleWriter(bytes, StandardCharsets.UTF_8);
        new ErrorReport(new Console(both, both, false, lang), lang).say(ending, List.of(args));
        both.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyEndingMustHaveItsExitCode() {
        assertThat(new CommandResult.Done().code()).isZero();
        assertThat(new CommandResult.BadInput(List.of()).code()).isEqualTo(1);
        assertThat(new CommandResult.FaultsListed().code()).isEqualTo(1);
        assertThat(new CommandResult.Infeasible(List.of()).code()).isEqualTo(3);
        assertThat(new CommandResult.Unbounded(List.of()).code()).isEqualTo(3);
        assertThat(new CommandResult.Unproved(new Cause.Time(), 0.1, true).code())
                .isEqualTo(4);
        assertThat(new CommandResult.OutOfTime(Text.same("reading"), false).code())
                .isEqualTo(4);
        assertThat(new CommandResult.OutOfMemory().code()).isEqualTo(4);
        assertThat(new CommandResult.Unwritten(Text.same("x")).code()).isEqualTo(5);
        assertThat(new CommandResult.Fault("x", Optional.empty()).code()).isEqualTo(70);
        assertThat(new CommandResult.MachineLacks(Text.same("x")).code()).isEqualTo(78);
    }

    @Test
    void outOfTimeMustBoundWhatIsLeft() {
        assertThat(said(new CommandResult.Unproved(new Cause.Time(), 0.012, true), Lang.EN))
                .isEqualTo("genryu: Time ran out; the best answer found is kept (at most 1.2% above the optimum).\n");
        assertThat(said(new CommandResult.Unproved(new Cause.Time(), Double.POSITIVE_INFINITY, true), Lang.JA))
                .isEqualTo("genryu: 時間切れです。見つかった最良の解を残しました(最適値との差は不明)。\n");
        assertThat(said(new CommandResult.Unproved(new Cause.Time(), 0, false), Lang.EN, "--json"))
                .isEqualTo(
                        "genryu: Time ran out; no answer is kept. Maybe allow more with --time-limit.\n{\"status\":\"stopped\",\"reason\":\"time\"}\n");
    }

    @Test
    void whatWasCutOffMustBeSaid() {
        Text reading = new Text("reading mine", "mine を読み込み中");
        assertThat(said(new CommandResult.OutOfTime(reading, false), Lang.EN, "--json"))
                .isEqualTo(
                        "genryu: Time ran out while reading mine; nothing is kept. Maybe allow more with --time-limit.\n{\"status\":\"stopped\",\"reason\":\"time\",\"cut\":\"reading mine\"}\n");
        assertThat(said(new CommandResult.OutOfTime(reading, false), Lang.JA))
                .isEqualTo("genryu: mine を読み込み中に時間切れになりました。残せる結果はありません。--time-limit を延ばしてください。\n");
        Text writing = new Text("writing out", "out への書き出し");
        assertThat(said(new CommandResult.OutOfTime(writing, true), Lang.EN))
                .isEqualTo(
                        "genryu: Time ran out; what was found is whole, but for this, which is left out: writing out.\n");
        assertThat(said(new CommandResult.OutOfTime(writing, true), Lang.JA))
                .isEqualTo("genryu: 時間切れです。結果は揃っていますが、次のものは省きました: out への書き出し。\n");
    }

    @Test
    void aProofThatFailedMustSayByHowMuchAndNotSpeakOfTime() {
        Limit where = new Limit("processes", "pit", "capacity", "2027", Text.same(""));
        Miss miss = new Miss(Miss.Residual.PRIMAL, 3.2e-4, 1e-6, -1, 7);
        Cause cause = new Cause.NotProved(Optional.of(miss), Optional.of(where));
        assertThat(said(new CommandResult.Unproved(cause, Double.POSITIVE_INFINITY, false), Lang.EN, "--json"))
                .isEqualTo(
                        "genryu: The answer could not be proved: a limit of processes.capacity 'pit' [2027] is broken by 0.00032 (relative); 1.0e-06 is allowed; no answer is kept. Maybe numbers of very different size stand side by side in the case; other units may help.\n"
                                + "{\"status\":\"stopped\",\"reason\":\"not-proved\",\"message\":\"a limit of processes.capacity 'pit' [2027] is broken by 0.00032 (relative); 1.0e-06 is allowed\",\"residual\":\"primal\",\"size\":3.2E-4,\"tolerance\":1.0E-6,\"where\":\"processes.capacity 'pit' [2027]\"}\n");
        assertThat(said(new CommandResult.Unproved(cause, Double.POSITIVE_INFINITY, false), Lang.JA))
                .isEqualTo(
                        "genryu: 解を証明できませんでした: processes.capacity 'pit' [2027] の制約が 0.00032(相対)だけ破れています(許容は 1.0e-06)。残せる解はありません。大きさの極端に異なる数値が混在していませんか。単位を変えると解けることがあります。\n");
        assertThat(said(new CommandResult.Unproved(new Cause.Memory(), 0, false), Lang.EN))
                .isEqualTo("genryu: The solver's memory ran out; no answer is kept. Maybe make the case smaller.\n");
    }

    @Test
    void outOfMemoryMustSayWhatHelps() {
        assertThat(said(new CommandResult.OutOfMemory(), Lang.EN))
                .isEqualTo(
                        "genryu: Memory ran out. Give Java more, such as GENRYU_OPTS=-Xmx16g, or make the case smaller.\n");
        assertThat(said(new CommandResult.OutOfMemory(), Lang.JA))
                .isEqualTo("genryu: メモリが足りません。GENRYU_OPTS=-Xmx16g のように増やすか、ケースを小さくしてください。\n");
    }

    @Test
    void aMachineWithoutASolverMustBeToldWhatHelps() {
        CommandResult none = new CommandResult.MachineLacks(new Text("Set it.", "指定してください。"));
        assertThat(said(none, Lang.EN)).isEqualTo("genryu: Set it.\n");
        assertThat(said(none, Lang.JA, "--json"))
                .isEqualTo("genryu: 指定してください。\n{\"status\":\"machine\",\"message\":\"指定してください。\"}\n");
    }

    @Test
    void aFaultMustKeepTheStackTraceInAFile() throws IOException {
        CommandResult fault = ErrorReport.fault(new IllegalStateException("surprise"), List.of("balance", "mine"));
        assertThat(fault).isInstanceOf(CommandResult.Fault.class);
        Path details = ((CommandResult.Fault) fault).details().orElseThrow();
        try {
            assertThat(Files.readString(details)).contains("genryu balance mine", "surprise", "CommandResultTest");
            assertThat(said(fault, Lang.EN))
                    .isEqualTo("genryu: A fault of the program (IllegalStateException: surprise). Details: " + details
                            + " - please send this file with a report of what you did.\n");
            assertThat(said(fault, Lang.JA)).contains("プログラムの不具合です", details.toString());
        } finally {
            Files.delete(details);
        }
    }
}
