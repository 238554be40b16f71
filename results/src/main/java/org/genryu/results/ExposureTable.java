package org.genryu.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.genryu.balance.origin.Origin;
import org.genryu.balance.origin.ShareSources;
import org.genryu.balance.origin.Substance;
import org.genryu.balance.origin.Trace;
import org.genryu.balance.risk.TracedBalance;
import org.genryu.casefile.SupplyCase;

/// Who stands behind what every place has? The rows of `exposure.csv`: scenario, place, commodity, element, stage,
/// country, period, share.
///
/// | stage | country | share |
/// | --- | --- | --- |
/// | `mine` | a country, or `stock`, `recycled`, `new-scrap`, `synthetic`, `unknown` | mined there; the rows of a place
/// sum to 1 |
/// | a stage of the case | the same, or `without` | who did it on what came from the ground, the last time the mass
/// passed; the rows sum to 1 |
/// | `<stage>/new-scrap`, `<stage>/old-scrap`, `<stage>/synthetic` | a country | did it, the last of all times, on
/// scrap of factories, on scrap from use, or on what is synthetic; each row by itself |
/// | `any` | a country | was at any stage made, traded or landed there, the place itself included; each row by itself |
/// | `strait` | id of the strait | was at any stage shipped through it; each row by itself |
///
/// `element` is empty where no contents are known and the commodity's own amount was followed. Rows of nothing are
/// left out.
public final class ExposureTable {
    private static final String NAME = "exposure";

    /// Shares below this are rounding; all that is left out of the rows of a place is far less than 1e-12.
    private static final double NOTHING = 1e-15;

    /// One row.
    public record Row(String stage, String country, double share) {}

    private final RowSink to;
    private final SupplyCase supply;
    private final String scenario;
    /// Words as cells: a few words fill most of the table.
    private final Map<String, Label> labels = new HashMap<>();

    private ExposureTable(RowSink to, SupplyCase supply, String scenario) {
        this.to = to;
        this.supply = supply;
        this.scenario = scenario;
    }

    /// Everything: all places, commodities, elements and periods of a case. Every trace is shown to `also` when the
    /// rows are made, so that none needs to be kept.
    static ResultTable of(TracedBalance traced, String scenario, Consumer<Trace> also) {
        return new ResultTable(NAME, to -> {
            SupplyCase supply = traced.balance().of();
            ExposureTable exposure = new ExposureTable(to, supply, scenario);
            for (Substance substance : traced.tracing().substances()) {
                Trace trace = traced.trace(substance);
                also.accept(trace);
                for (int place = 0; place < supply.world().places().size(); place++) {
                    for (int c = 0; c < supply.world().commodities().size(); c++) {
                        exposure.write(trace, place, c);
                    }
                }
            }
        });
    }

    /// One place and commodity alone, by the traces of what is inside.
    public static ResultTable of(List<Trace> traces, String scenario, SupplyCase supply, int place, int commodity) {
        return new ResultTable(NAME, to -> {
            ExposureTable exposure = new ExposureTable(to, supply, scenario);
            for (Trace trace : traces) {
                exposure.write(trace, place, commodity);
            }
        });
    }

    /// The same in one period, with amounts: the answer of a trace.
    public static ResultTable traced(
            List<Trace> traces, String scenario, SupplyCase supply, int place, int commodity, int period) {
        return new ResultTable("traced", to -> {
            for (Trace trace : traces) {
                Optional<Origin> origin = trace.origin(place, commodity, period);
                for (Row row : origin.map(found -> rows(found, trace)).orElse(List.of())) {
                    to.text(scenario)
                            .text(supply.world().places().ids().id(place))
                            .text(supply.world().commodities().ids().id(commodity))
                            .text(trace.substance().element());
                    to.text(row.stage())
                            .text(row.country())
                            .text(supply.periods().label(period))
                            .number(row.share());
                    to.number(row.share() * origin.orElseThrow().amount())
                            .text(trace.substance().unit())
                            .end();
                }
            }
        });
    }

    private void write(Trace trace, int place, int commodity) throws IOException {
        for (int t = 0; t < supply.periods().count(); t++) {
            write(trace, place, commodity, t);
        }
    }

    private void write(Trace trace, int place, int commodity, int t) throws IOException {
        Optional<Origin> origin = trace.origin(place, commodity, t);
        if (origin.isEmpty()) {
            return;
        }
        Label first = label(scenario);
        Label at = label(supply.world().places().ids().id(place));
        Label what = label(supply.world().commodities().ids().id(commodity));
        Label element = label(trace.substance().element());
        Label period = label(supply.periods().label(t));
        for (Row row : rows(origin.get(), trace)) {
            to.cell(first).cell(at).cell(what).cell(element).cell(label(row.stage()));
            to.cell(label(row.country())).cell(period).number(row.share()).end();
        }
    }

    private Label label(String word) {
        return labels.computeIfAbsent(word, Label::of);
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
