package org.genryu.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.report.count.TracedBalance;
import org.genryu.report.page.ReportPage;

/// Where do the results of a run go? Into one folder: the tables of the contract, `run.json` and, for people,
/// `report.html`. The folder is whole or absent, as [Draft] says; `run.json` comes last and names all others.
public final class ResultFolder {
    private static final String PAGE = "report.html";

    /// The names of all files that a run may write.
    public static final Set<String> FILES = Set.of(
            "activity.csv",
            "flows.csv",
            "prices.csv",
            "shortages.csv",
            "stocks.csv",
            "indicators.csv",
            ExposureTable.NAME,
            "comparison.csv",
            PAGE,
            RunJson.NAME);

    private ResultFolder() {}

    /// Everything: tables, the page in one language and `run.json`.
    /// Without an answer (infeasible, unbounded) there are no tables; the page and `run.json` say which limits
    /// clash.
    public static void write(Path folder, Run run, Lang lang) throws IOException {
        try (Draft to = Draft.result(folder, FILES)) {
            writeTablesAndPage(to, run, lang);
            RunJson.write(to, run);
            to.commit();
        }
    }

    /// The tables and `run.json` alone, for runs that another program reads.
    public static void writeTables(Path folder, Run run) throws IOException {
        try (Draft to = Draft.result(folder, FILES)) {
            writeTables(to, run, true);
            RunJson.write(to, run);
            to.commit();
        }
    }

    /// All tables and the page for people. The page is drawn beside the tables, and what both need is worked out
    /// once; the bytes are those of one after the other.
    public static void writeTablesAndPage(Draft to, Run given, Lang lang) throws IOException {
        Run run = given.asked();
        Optional<TracedBalance> followed = run.balance().map(TracedBalance::kept);
        Deadline deadline = Deadline.present();
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<String> page = beside.submit(() -> deadline.over(() -> ReportPage.of(run, followed, lang)));
            if (followed.isPresent()) {
                RunTables.write(to, followed.get(), run.facts().scenario(), run.settled(), true);
            }
            to.write(PAGE, drawn(page));
        }
    }

    /// What went wrong beside goes on here as what it was.
    private static String drawn(Future<String> page) {
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

    /// The tables alone.
    /// @param exposure whether `exposure.csv`, often larger than all others together, is one of them
    public static void writeTables(Draft to, Run run, boolean exposure) throws IOException {
        if (run.balance().isPresent()) {
            RunTables.write(
                    to, TracedBalance.passing(run.balance().get()), run.facts().scenario(), run.settled(), exposure);
        }
    }
}
