package org.genryu.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.report.page.ReportPage;
import org.genryu.results.ResultFolder;
import org.genryu.results.RunManifest;
import org.genryu.results.RunResult;

/// The result of a run for programs and for people: its tables, and the page about them.
public final class RunReport {
    private RunReport() {}

    /// Everything: tables, the page in one language and `run.json`. Without an answer (infeasible, unbounded) there
    /// are no tables; the page and `run.json` say which limits clash.
    public static void write(Path folder, RunResult run, Lang lang) throws IOException {
        try (Draft to = Draft.result(folder, ResultFolder.FILES)) {
            writeTablesAndPage(to, run, lang);
            RunManifest.write(to, run);
            to.commit();
        }
    }

    /// All tables and the page for people. The page is drawn beside the tables, and what both need is worked out
    /// once; the bytes are those of one after the other.
    public static void writeTablesAndPage(Draft to, RunResult given, Lang lang) throws IOException {
        RunResult run = given.asked().traced(TracedBalance::kept);
        Optional<TracedBalance> traced = run.traced();
        Deadline deadline = Deadline.present();
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<String> page = beside.submit(() -> deadline.over(() -> ReportPage.of(run, traced, lang)));
            if (traced.isPresent()) {
                ResultFolder.writeTables(to, run, traced.get(), true);
            }
            to.write(ResultFolder.PAGE, drawn(page));
        }
    }

    /// What went wrong beside goes on here as what it was.
    static String drawn(Future<String> page) {
        try {
            return page.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        } catch (ExecutionException trouble) {
            throw switch (trouble.getCause()) {
                case RuntimeException known -> known;
                case Error error -> throw error;
                case null, default -> new IllegalStateException(trouble);
            };
        }
    }
}
