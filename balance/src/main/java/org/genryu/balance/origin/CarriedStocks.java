package org.genryu.balance.origin;

import java.util.ArrayList;
import java.util.List;
import org.genryu.casefile.SupplyCase;

/// Where does the walk back go on from what came out of an earlier period: out of a store, or off a ship?
///
///     held_t(s) = (1 - put_t) held_{t-1}(s) + put_t [t = s]
///
/// held_t(s) – part of what lies in a store at the end of t that was put in in s; the rest lay there at the start.
/// Symbols and limits: docs/method/origin.md.
final class CarriedStocks {
    private final SupplyCase supply;
    private final InflowNetwork network;
    private final List<InflowNetwork.Inflows> inflows = new ArrayList<>();
    /// By period, store and the period in which it was put in.
    private final double[][][] held;

    /// A node in a period.
    record Spot(int period, int node) {}

    /// What takes a part of the mass to a spot.
    interface Spots {
        void take(Spot spot, double part);
    }

    /// @param until last period that is looked at
    CarriedStocks(SupplyCase supply, InflowNetwork network, int until) {
        this.supply = supply;
        this.network = network;
        this.held = new double[until + 1][supply.stock().size()][until + 1];
        for (int t = 0; t <= until; t++) {
            inflows.add(network.inflows(t));
            double[] put = network.put(t, inflows.get(t).total());
            for (int s = 0; s < put.length; s++) {
                for (int since = 0; since < t; since++) {
                    held[t][s][since] = held[t - 1][s][since] * (1 - put[s]);
                }
                held[t][s][t] = put[s];
            }
        }
    }

    InflowNetwork.Inflows inflows(int t) {
        return inflows.get(t);
    }

    /// Calls with the spots that a DRAWN or EARLIER inflow of period t comes from, and their parts of it.
    ///
    /// @return the part that lay in the store at the start
    double back(int t, int e, Spots spots) {
        InflowNetwork.Inflows in = inflows.get(t);
        int thing = in.thing()[e];
        if (in.kind()[e] == InflowNetwork.Kind.EARLIER) {
            SupplyCase.Routes routes = supply.routes();
            spots.take(new Spot(in.since()[e], network.node(routes.from()[thing], routes.commodity()[thing])), 1);
            return 0;
        }
        SupplyCase.Stock stock = supply.stock();
        int node = network.node(stock.place()[thing], stock.commodity()[thing]);
        double opening = 1;
        for (int since = 0; since < t; since++) {
            double part = held[t - 1][thing][since];
            if (part > 0) {
                spots.take(new Spot(since, node), part);
                opening -= part;
            }
        }
        return Math.max(0, opening);
    }
}
