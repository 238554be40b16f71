package org.genryu.results;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.genryu.balance.FlowRanges;
import org.genryu.balance.origin.ShareRanges;
import org.genryu.balance.origin.SupplyPath;
import org.genryu.balance.origin.SupplyRanges;
import org.genryu.balance.origin.Trace;
import org.genryu.casefile.SupplyCase;

/// What `genryu trace` tells beside the shares: on which ways the mass came, and how far the data leave shares and
/// direct supplies open.
///
/// @param traces one for each element asked for
/// @param scenario id
/// @param place index, as commodity and period
public record TraceTables(
        List<Trace> traces, String scenario, SupplyCase supply, int place, int commodity, int period) {
    /// The ways of the mass, the largest first, link by link.
    /// @param of the ways of a trace
    /// @param most ways of a trace that are told
    public ResultTable ways(Function<Trace, List<SupplyPath>> of, int most) {
        return new ResultTable("ways", to -> {
            for (Trace trace : traces) {
                List<SupplyPath> ways = of.apply(trace);
                for (int way = 0; way < Math.min(most, ways.size()); way++) {
                    SupplyPath path = ways.get(way);
                    for (int link = 0; link < path.links().size(); link++) {
                        SupplyPath.Link at = path.links().get(link);
                        about(to, trace).number(way + 1).number(link + 1);
                        to.text(at.stage()).text(trace.sources().code(at.source()));
                        to.number(path.share()).end();
                    }
                }
            }
        });
    }

    /// The shares that the data leave open.
    /// @param found one for each trace, or none at all
    public ResultTable shareRanges(List<ShareRanges.Found> found) {
        return new ResultTable("share_ranges", to -> {
            for (int k = 0; k < found.size(); k++) {
                Trace trace = traces.get(k);
                for (ShareRanges.Range range : found.get(k).ranges()) {
                    if (range.isOpen()) {
                        about(to, trace).text(range.stage()).text(code(trace, range));
                        to.number(range.low()).number(range.value()).number(range.high());
                        to.end();
                    }
                }
            }
        });
    }

    private static String code(Trace trace, ShareRanges.Range range) {
        return range.stage().equals(Trace.STRAIT)
                ? trace.straits().get(range.source())
                : trace.sources().code(range.source());
    }

    /// Whether the shares are the only ones at their cost.
    /// @param found one for each trace, or none at all
    public ResultTable determined(List<ShareRanges.Found> found) {
        return new ResultTable("determined", to -> {
            for (int k = 0; k < traces.size(); k++) {
                ShareRanges.Found one = k < found.size() ? found.get(k) : ShareRanges.Found.NOT_WORKED_OUT;
                String status = one.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                about(to, traces.get(k)).text(status).number(one.left()).end();
            }
        });
    }

    /// How far the direct supplies could be from the answer, at its cost and at a little more.
    public ResultTable ranges(List<SupplyRanges.Supply> border) {
        return new ResultTable("ranges", to -> {
            for (SupplyRanges.Supply one : border) {
                range(to, one, one.same());
                range(to, one, one.near());
            }
        });
    }

    private void range(RowSink to, SupplyRanges.Supply one, Optional<FlowRanges.Range> found) throws IOException {
        if (found.isPresent()) {
            FlowRanges.Range range = found.get();
            first(to).text(label()).text(traces.getFirst().sources().code(one.country()));
            to.number(range.eps()).number(range.low()).number(range.value()).number(range.high());
            to.text(supply.world().commodities().unit()[commodity]).end();
        }
    }

    private String label() {
        return supply.periods().label(period);
    }

    private RowSink first(RowSink to) throws IOException {
        return to.text(scenario)
                .text(supply.world().places().ids().id(place))
                .text(supply.world().commodities().ids().id(commodity));
    }

    private RowSink about(RowSink to, Trace trace) throws IOException {
        return first(to).text(trace.substance().element()).text(label());
    }
}
