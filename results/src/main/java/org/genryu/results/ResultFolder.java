package org.genryu.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.genryu.balance.risk.Indicators;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.core.Lang;
import org.genryu.core.SideBySide;
import org.genryu.core.disk.Draft;

/// Where do the results of a run go? Into one folder: the tables of the schema, `run.json` and, for people, a page.
/// The folder is whole or absent, as [Draft] says; `run.json` comes last and names all others.
public final class ResultFolder {
    /// The page for people.
    public static final String PAGE = "report.html";

    /// The page in one language, where both were asked for.
    public static String page(Lang lang) {
        return "report." + lang.name().toLowerCase(Locale.ROOT) + ".html";
    }

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
            "scenarios.csv",
            PAGE,
            RunManifest.NAME);

    /// The names of all files about the nodes of a supply.
    public static final Set<String> NODES = Set.of("nodes.csv", RunManifest.NAME);

    /// The names of all files of a back-test.
    public static final Set<String> BACKTEST = files(ResultSchema.Room.BACKTEST, RunManifest.NAME);

    /// The names of all files of a game.
    public static final Set<String> GAME = files(ResultSchema.Room.GAME, RunManifest.NAME);

    /// The names of all files about the splits of a game, an alliance's among them.
    public static final Set<String> SHARE = share();

    /// The names of all files of a plan.
    public static final Set<String> PLAN = files(ResultSchema.Room.PLAN, PAGE, RunManifest.NAME);

    /// The names of all files about the programme register.
    public static final Set<String> REGISTER = files(ResultSchema.Room.REGISTER, RunManifest.NAME);

    /// The names of all files about a ledger of claims.
    public static final Set<String> LEDGER = Set.of(PAGE, RunManifest.NAME);

    /// The two pages of a brief, for the eye and for the printer.
    public static final String BRIEF_HTML = "brief.html";

    public static final String BRIEF_PDF = "brief.pdf";

    /// The names of all files of a brief.
    public static final Set<String> BRIEF = Set.of(BRIEF_HTML, BRIEF_PDF, RunManifest.NAME);

    /// The names of all files of one traced thing.
    public static final Set<String> TRACE = Set.of("exposure.csv", RunManifest.NAME);

    private ResultFolder() {}

    private static Set<String> share() {
        Set<String> files = new HashSet<>(files(ResultSchema.Room.SHARE, PAGE, RunManifest.NAME));
        files.addAll(ResultSchema.current().files(ResultSchema.Room.ALLIANCE));
        return Set.copyOf(files);
    }

    private static Set<String> files(ResultSchema.Room room, String... more) {
        Set<String> files = new HashSet<>(ResultSchema.current().files(room));
        files.addAll(List.of(more));
        if (files.contains(PAGE)) {
            for (Lang lang : Lang.values()) {
                files.add(page(lang));
            }
        }
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

    /// The same of what was traced already. Every trace is asked for once, beside the tables that need none.
    public static void writeTables(Draft to, RunResult run, TracedBalance traced, boolean exposure) throws IOException {
        List<Writing> all = new ArrayList<>();
        all.add(() -> writeTraced(to, run, traced, exposure)); // what takes longest begins first
        plain(run, traced).forEach(table -> all.add(() -> table.csv(to)));
        try {
            SideBySide.of(all.size(), k -> done(all.get(k)));
        } catch (UncheckedIOException trouble) {
            throw trouble.getCause();
        }
    }

    private static List<ResultTable> plain(RunResult run, TracedBalance traced) {
        String scenario = run.facts().scenario();
        BalanceTables tables = new BalanceTables(traced.balance(), scenario);
        List<ResultTable> all = new ArrayList<>(tables.plain());
        tables.comparison().ifPresent(all::add);
        if (!run.shelf().told().isEmpty()) {
            all.add(ShelfTable.of(run.shelf(), run.supply()));
        }
        if (!run.projects().all().isEmpty()) {
            all.addAll(new CaseProjectTables(run.supply(), run.projects().all(), scenario).all());
        }
        return all;
    }

    private static void writeTraced(Draft to, RunResult run, TracedBalance traced, boolean exposure)
            throws IOException {
        String scenario = run.facts().scenario();
        BalanceTables tables = new BalanceTables(traced.balance(), scenario);
        if (exposure) {
            Indicators indicators = new Indicators(traced.assessment());
            ExposureTable.of(traced, scenario, indicators::add).csv(to);
            tables.indicators(indicators.rows(run.determined())).csv(to);
        } else {
            tables.indicators(Indicators.of(traced, run.determined())).csv(to);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static boolean done(Writing work) {
        try {
            work.write();
            return true;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
