package org.genryu.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.genryu.core.Lang;
import org.genryu.report.page.Page;

/// Where do the results of a run go? Into one folder: the tables of the contract, `run.json` and, for people,
/// `report.html`.
public final class Results {
    private Results() {}

    /// Everything: tables, `run.json` and the page in one language.
    /// Without an answer (infeasible, unbounded) there are no tables; the page and `run.json` say which limits
    /// clash.
    public static void write(Path folder, Run run, Lang lang) throws IOException {
        writeTables(folder, run);
        writePage(folder.resolve("report.html"), run, lang);
    }

    /// The page for people alone.
    public static void writePage(Path file, Run run, Lang lang) throws IOException {
        Files.writeString(file, Page.of(run, lang));
    }

    /// The tables and `run.json` alone, for runs that another program reads.
    public static void writeTables(Path folder, Run run) throws IOException {
        Files.createDirectories(folder);
        if (run.balance().isPresent()) {
            Tables.write(folder, run.balance().get(), run.facts().scenario());
        }
        RunJson.write(folder.resolve("run.json"), run);
    }
}
