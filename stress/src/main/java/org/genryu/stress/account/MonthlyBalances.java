package org.genryu.stress.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.genryu.balance.Balance;
import org.genryu.casefile.SupplyCase;
import org.genryu.stress.month.MonthlyStress;
import org.genryu.stress.month.StressPath;
import org.genryu.stress.month.WorldStocks.Pile;

/// The months of a stress as balances, so that whatever counts in a balance counts in months too.
///
/// Accounts are not kept by months: their sums are NaN. Price intervals are not worked out.
public record MonthlyBalances(Balance calm, Balance under) {

    /// @param path what happens
    public static MonthlyBalances of(MonthlyStress.Answer answer, StressPath path) {
        SupplyCase months =
                answer.of().months(answer.clock().first(), answer.clock().months());
        return new MonthlyBalances(balance(months, answer, answer.quiet()), balance(months, answer, path));
    }

    private static Balance balance(SupplyCase of, MonthlyStress.Answer answer, StressPath path) {
        int months = answer.clock().months();
        Balance.Markets markets = answer.calm().balance().markets();
        double[][] none = new double[markets.size()][months];
        double[][] endless = new double[markets.size()][months];
        for (int m = 0; m < none.length; m++) {
            Arrays.fill(none[m], Double.NEGATIVE_INFINITY);
            Arrays.fill(endless[m], Double.POSITIVE_INFINITY);
        }
        double[][] level = new double[of.stock().size()][];
        List<Pile> piles = answer.stocks().all();
        for (int s = 0; s < piles.size(); s++) {
            if (piles.get(s).store() >= 0) {
                level[piles.get(s).store()] = path.level()[s];
            }
        }
        double nothing = Double.NaN;
        return new Balance(
                of,
                nothing,
                new Balance.Quantities(
                        path.activity(),
                        new double[path.activity().length][months],
                        path.flow(),
                        level,
                        path.wanted(),
                        path.served(),
                        path.returned()),
                new Balance.Markets(markets.place(), markets.commodity(), path.price(), none, endless, path.disposed()),
                Optional.empty(),
                new Balance.Account(
                        nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing, List.of(), List.of()));
    }
}
