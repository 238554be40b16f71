package org.genryu.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.genryu.core.Lang;
import org.genryu.core.disk.Draft;
import org.genryu.report.page.Page;

/// Where do the results of a run go? Into one folder: the tables of the contract, `run.json` and, for people,
/// `report.html`. The folder is whole or absent, as [Draft] says; `run.json` comes last and names all others.
public final class Results {
    private static final String PAGE = "report.html";

    /// The names of all files that a run may write.
    public static final Set<String> FILES = Set.of(
            "activity.csv",
            "flows.csv",
            "prices.csv",
            "shortages.csv",
            "stocks.csv",
            "indicators.csv",
            Exposure.NAME,
            "comparison.csv",
            PAGE,
            RunJson.NAME);

    private Results() {}

    /// Everything: tables, the page in one language and `run.json`.
    /// Without an answer (infeasible, unbounded) there are no tables; the page and `run.json` say which limits
    /// clash.
    public static void write(Path folder, Run run, Lang lang) throws IOException {
        try (Draft to = Draft.result(folder, FILES)) {
            Run asked = run.asked();
            writeTables(to, asked, true);
            writePage(to, asked, lang);
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

    /// The page for people alone.
    public static void writePage(Draft to, Run run, Lang lang) throws IOException {
        to.write(PAGE, Page.of(run, lang));
    }

    /// The tables alone.
    /// @param exposure whether `exposure.csv`, often larger than all others together, is one of them
    public static void writeTables(Draft to, Run run, boolean exposure) throws IOException {
        if (run.balance().isPresent()) {
            Tables.write(to, run.balance().get(), run.facts().scenario(), run.settled(), exposure);
        }
    }
}
