package org.genryu.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genryu.balance.risk.Indicators;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.disk.Draft;

/// Where do the results of a run go? Into one folder: the tables of the schema, `run.json` and, for people, a page.
/// The folder is whole or absent, as [Draft] says; `run.json` comes last and names all others.
public final class ResultFolder {
    /// The page for people.
    public static final String PAGE = "report.html";

    /// The workbook of a valued project.
    public static final String WORKBOOK = "cashflow.xlsx";

    /// The names of all files that a run may write.
    public static final Set<String> FILES = files(ResultSchema.Room.BALANCE, PAGE, RunManifest.NAME);

    /// The names of all files of a valued project.
    public static final Set<String> PROJECT = files(ResultSchema.Room.VALUE, WORKBOOK, PAGE, RunManifest.NAME);

    /// The names of all files about the worst moves.
    public static final Set<String> WORST = files(ResultSchema.Room.WORST, RunManifest.NAME);

    /// The names of all files about the months of a scenario.
    public static final Set<String> STRESS = files(
            ResultSchema.Room.STRESS,
            "activity.csv",
            "flows.csv",
            "prices.csv",
            "shortages.csv",
            "stocks.csv",
            PAGE,
            RunManifest.NAME);

    /// The names of all files of a back-test.
    public static final Set<String> BACKTEST = files(ResultSchema.Room.BACKTEST, RunManifest.NAME);

    /// The names of all files of a game.
    public static final Set<String> GAME = files(ResultSchema.Room.GAME, RunManifest.NAME);

    /// The names of all files of one traced thing.
    public static final Set<String> TRACE = Set.of("exposure.csv", RunManifest.NAME);

    private ResultFolder() {}

    private static Set<String> files(ResultSchema.Room room, String... more) {
        Set<String> files = new HashSet<>(ResultSchema.current().files(room));
        files.addAll(List.of(more));
        return Set.copyOf(files);
    }

    /// The tables and `run.json` alone, for runs that another program reads.
    public static void writeTables(Path folder, RunResult run) throws IOException {
        try (Draft to = Draft.result(folder, FILES)) {
            writeTables(to, run, true);
            RunManifest.write(to, run);
            to.commit();
        }
    }

    /// The tables alone.
    /// @param exposure whether `exposure.csv`, often larger than all others together, is one of them
    public static void writeTables(Draft to, RunResult run, boolean exposure) throws IOException {
        Optional<TracedBalance> traced = run.traced().or(() -> run.balance().map(TracedBalance::passing));
        if (traced.isPresent()) {
            writeTables(to, run, traced.get(), exposure);
        }
    }

    /// The same of what was traced already. Every trace is asked for once.
    public static void writeTables(Draft to, RunResult run, TracedBalance traced, boolean exposure) throws IOException {
        String scenario = run.facts().scenario();
        BalanceTables tables = new BalanceTables(traced.balance(), scenario);
        for (ResultTable table : tables.plain()) {
            table.csv(to);
        }
        if (exposure) {
            Indicators indicators = new Indicators(traced.assessment());
            ExposureTable.of(traced, scenario, indicators::add).csv(to);
            tables.indicators(indicators.rows(run.determined())).csv(to);
        } else {
            tables.indicators(Indicators.of(traced, run.determined())).csv(to);
        }
        Optional<ResultTable> comparison = tables.comparison();
        if (comparison.isPresent()) {
            comparison.get().csv(to);
        }
        if (!run.projects().all().isEmpty()) {
            for (ResultTable table :
                    new CaseProjectTables(run.supply(), run.projects().all(), scenario).all()) {
                table.csv(to);
            }
        }
    }
}
