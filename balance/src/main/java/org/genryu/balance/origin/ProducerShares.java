package org.genryu.balance.origin;

import java.util.List;
import org.genryu.balance.Balance;

/// In which country was what a place has of a commodity made, also when it came through third countries? One commodity
/// by its own amount: what its inputs came from is not followed (that is [Trace]).
///
/// What comes back from use counts as made where it is collected. What is made of new scrap has the source `new-scrap`
/// where it is asked for anew, else the country that made it.
public final class ProducerShares {
    private final InflowNetwork network;
    private final int commodity;
    private final int columns;
    private final TraceSolver walks;
    private final double[][] total;

    /// @param round by recipe: whether what it makes of the commodity has the source `new-scrap`
    ProducerShares(Balance balance, int commodity, ShareSources sources, boolean[] round) {
        double[] weight = new double[balance.of().world().commodities().size()];
        weight[commodity] = 1;
        String unit = balance.of().world().commodities().unit()[commodity];
        String id = balance.of().world().commodities().ids().id(commodity);
        this.network = new InflowNetwork(balance, new Substance("", id, weight, unit));
        this.commodity = commodity;
        this.columns = sources.size();
        int periods = balance.of().periods().count();
        this.total = new double[periods][];
        this.walks = new TraceSolver(balance.of(), network, sources, List.of(new TraceQuestion.Maker(round)));
        for (int t = 0; t < periods; t++) {
            total[t] = walks.period(t);
        }
    }

    /// By source: the maker of what the place has in period t; all zero where it has none.
    public double[] shares(int place, int t) {
        int node = network.node(place, commodity);
        return node < 0 || !(total[t][node] > 0)
                ? new double[columns]
                : walks.answer(0, t).row(node, columns);
    }
}
