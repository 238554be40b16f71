package org.genryu.balance.origin;

import org.genryu.balance.Balance;
import org.genryu.balance.BalanceOptions;
import org.genryu.balance.BalanceResult;
import org.genryu.balance.Balancer;
import org.genryu.casefile.SupplyCase;
import org.genryu.testkit.TextCase;

/// A case of the zoo, balanced without calibration and traced, asked by ids.
record TracedWorld(SupplyCase supply, Balance balance, Tracing tracing) {
    static TracedWorld of(TextCase cases) {
        SupplyCase supply = cases.supply();
        BalanceResult result = Balancer.balance(supply, BalanceOptions.DEFAULT.uncalibrated());
        if (!(result instanceof BalanceResult.Balanced(Balance balance, var _))) {
            throw new AssertionError("no balance: " + result);
        }
        return new TracedWorld(supply, balance, Tracing.of(balance));
    }

    Trace trace(String element) {
        return tracing.trace(tracing.element(element).orElseThrow());
    }

    Trace own(String commodity) {
        return tracing.trace(tracing.inside(commodity(commodity)).getFirst());
    }

    int place(String id) {
        return supply.world().places().ids().find(id);
    }

    int commodity(String id) {
        return supply.world().commodities().ids().find(id);
    }

    /// Index of a country or of one of the six words.
    int source(String code) {
        for (int k = 0; k < tracing.sources().size(); k++) {
            if (tracing.sources().code(k).equals(code)) {
                return k;
            }
        }
        throw new AssertionError("no source " + code);
    }

    double mined(Trace trace, String place, String commodity, int t, String source) {
        return trace.mined(place(place), commodity(commodity), t)[source(source)];
    }

    double made(Trace trace, String stage, String place, String commodity, int t, String source) {
        return trace.made(stage, place(place), commodity(commodity), t)[source(source)];
    }

    double remade(
            Trace trace, String stage, SupplyCase.Feed feed, String place, String commodity, int t, String country) {
        return trace.remade(stage, feed, place(place), commodity(commodity), t)[source(country)];
    }

    double touched(Trace trace, String country, String place, String commodity, int t) {
        return trace.touched(source(country), place(place), commodity(commodity), t);
    }
}
