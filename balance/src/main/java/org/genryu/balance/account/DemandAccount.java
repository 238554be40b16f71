package org.genryu.balance.account;

import java.util.List;
import java.util.stream.IntStream;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;

/// What does a demand want and get? By period, amounts of the period [units].
///
/// @param demand index into the demands of the case
/// @param use what it is for, a word of the case
/// @param fixed whether its amount is fixed; else it reacts to price
/// @param wanted at the reference price for a demand that reacts to price
/// @param lacking wanted less served, 0 within the tolerance of the solver
public record DemandAccount(
        int demand,
        int place,
        int commodity,
        String use,
        boolean fixed,
        double[] wanted,
        double[] served,
        double[] lacking) {
    /// All demands of a balance, in the order of the case.
    public static List<DemandAccount> of(Balance balance) {
        SupplyCase.Demands demands = balance.of().use().demands();
        return IntStream.range(0, demands.size())
                .mapToObj(d -> new DemandAccount(
                        d,
                        demands.place()[d],
                        demands.commodity()[d],
                        demands.use()[d],
                        demands.curve()[d] instanceof SupplyCase.Curve.Fixed,
                        balance.quantities().wanted()[d],
                        balance.quantities().served()[d],
                        IntStream.range(0, balance.of().periods().count())
                                .mapToDouble(t -> Shortages.lacking(balance, d, t))
                                .toArray()))
                .toList();
    }

    /// Part of what is wanted that is lacking [fraction].
    public double part(int t) {
        return lacking[t] > 0 ? lacking[t] / wanted[t] : 0;
    }
}
