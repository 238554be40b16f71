package org.genryu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;
import org.genryu.core.disk.Draft;
import org.genryu.report.count.TracedBalance;
import org.genryu.report.write.CsvWriter;

/// Who stands behind what every place has? The rows of `exposure.csv`: scenario, place, commodity, element, stage,
/// country, period, share.
///
/// | stage | country | share |
/// | --- | --- | --- |
/// | `mine` | a country, or `stock`, `recycled`, `new-scrap`, `synthetic`, `unknown` | mined there; the rows of a place
/// sum to 1 |
/// | a stage of the case | the same, or `without` | who did it on what came from the ground, the last time the mass
/// passed;
/// the rows sum to 1 |
/// | `<stage>/new-scrap`, `<stage>/old-scrap`, `<stage>/synthetic` | a country | did it, the last of all times, on
/// scrap of
/// factories, on scrap from use, or on what is synthetic; each row by itself |
/// | `any` | a country | was at any stage made, traded or landed there, the place itself included; each row by itself |
/// | `strait` | id of the strait | was at any stage shipped through it; each row by itself |
///
/// `element` is empty where no contents are known and the commodity's own amount was followed. Rows of nothing are
/// left out.
public final class ExposureTable {
    static final String NAME = "exposure.csv";
    /// The names of all files of a result that holds nothing else.
    public static final Set<String> FILES = Set.of(NAME, RunJson.NAME);

    private static final String[] COLUMNS = {
        "scenario", "place", "commodity", "element", "stage", "country", "period", "share"
    };

    /// Shares below this are rounding; all that is left out of the rows of a place is far less than 1e-12.
    private static final double NOTHING = 1e-15;

    /// One row.
    public record Row(String stage, String country, double share) {}

    private final CsvWriter csv;
    private final SupplyCase supply;
    private final String scenario;
    /// Words as cells: a few words fill most of the table.
    private final Map<String, byte[]> cells = new HashMap<>();

    private ExposureTable(CsvWriter csv, SupplyCase supply, String scenario) {
        this.csv = csv;
        this.supply = supply;
        this.scenario = scenario;
    }

    /// Everything: all places, commodities, elements and periods of a case. Every trace is shown to `also`, so that
    /// none needs to be kept.
    static void write(Draft to, TracedBalance followed, String scenario, Consumer<Trace> also) throws IOException {
        SupplyCase supply = followed.balance().of();
        try (CsvWriter csv = new CsvWriter(to.open(NAME), COLUMNS)) {
            ExposureTable exposure = new ExposureTable(csv, supply, scenario);
            for (var substance : followed.tracing().substances()) {
                Trace trace = followed.trace(substance);
                also.accept(trace);
                for (int place = 0; place < supply.world().places().size(); place++) {
                    for (int c = 0; c < supply.world().commodities().size(); c++) {
                        exposure.write(trace, place, c);
                    }
                }
            }
        }
    }

    /// One place and commodity alone, by the traces of what is inside.
    public static void write(Draft to, List<Trace> traces, String scenario, SupplyCase supply, int place, int c)
            throws IOException {
        try (CsvWriter csv = new CsvWriter(to.open(NAME), COLUMNS)) {
            ExposureTable exposure = new ExposureTable(csv, supply, scenario);
            for (Trace trace : traces) {
                exposure.write(trace, place, c);
            }
        }
    }

    private void write(Trace trace, int place, int commodity) throws IOException {
        byte[] first = cell(scenario);
        byte[] at = cell(supply.world().places().ids().id(place));
        byte[] what = cell(supply.world().commodities().ids().id(commodity));
        byte[] element = cell(trace.substance().element());
        for (int t = 0; t < supply.periods().count(); t++) {
            Optional<Origin> origin = trace.origin(place, commodity, t);
            if (origin.isPresent()) {
                byte[] period = cell(supply.periods().label(t));
                for (Row row : rows(origin.get(), trace)) {
                    csv.cell(first).cell(at).cell(what).cell(element).cell(cell(row.stage()));
                    csv.cell(cell(row.country()))
                            .cell(period)
                            .number(row.share())
                            .end();
                }
            }
        }
    }

    private byte[] cell(String word) {
        return cells.computeIfAbsent(word, CsvWriter::text);
    }

    /// The rows of one place, commodity, element and period, tier by tier, then `any` and `strait`.
    public static List<Row> rows(Origin origin, Trace trace) {
        ShareSources sources = trace.sources();
        List<Row> rows = new ArrayList<>();
        for (Origin.Tier tier : origin.tiers()) {
            for (int k = 0; k < sources.size(); k++) {
                add(rows, tier.stage(), sources.code(k), tier.share()[k]);
            }
            for (Origin.Remade remade : tier.remade()) {
                for (int k = 0; k < remade.share().length; k++) {
                    add(rows, Origin.Remade.stage(tier.stage(), remade.feed()), sources.code(k), remade.share()[k]);
                }
            }
        }
        for (int k = 0; k < sources.countries().size(); k++) {
            add(rows, Trace.ANY, sources.code(k), origin.touched()[k]);
        }
        for (int s = 0; s < trace.straits().size(); s++) {
            add(rows, Trace.STRAIT, trace.straits().get(s), origin.straits()[s]);
        }
        return rows;
    }

    private static void add(List<Row> rows, String stage, String country, double share) {
        if (share > NOTHING) {
            rows.add(new Row(stage, country, share));
        }
    }
}
