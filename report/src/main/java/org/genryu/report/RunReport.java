package org.genryu.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Deadline;
import org.genryu.core.Lang;
import org.genryu.core.SideBySide;
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
            writeTablesAndPage(to, run, List.of(lang));
            RunManifest.write(to, run);
            to.commit();
        }
    }

    /// All tables and the page for people. The page is drawn beside the tables, and what both need is worked out
    /// once; the bytes are those of one after the other.
    /// @param langs of the page; if there are several, it is there in each ([ResultFolder#page]) and as
    ///     `report.html` in the first
    public static void writeTablesAndPage(Draft to, RunResult given, List<Lang> langs) throws IOException {
        RunResult run = given.asked().traced(TracedBalance::kept);
        Optional<TracedBalance> traced = run.traced();
        Deadline deadline = Deadline.present();
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            List<Future<String>> pages = langs.stream()
                    .map(lang -> beside.submit(() -> deadline.over(() -> ReportPage.of(run, traced, lang))))
                    .toList();
            if (traced.isPresent()) {
                ResultFolder.writeTables(to, run, traced.get(), true);
            }
            to.write(ResultFolder.PAGE, SideBySide.answer(pages.getFirst()));
            for (int i = 0; langs.size() > 1 && i < langs.size(); i++) {
                to.write(ResultFolder.page(langs.get(i)), SideBySide.answer(pages.get(i)));
            }
        }
    }
}
