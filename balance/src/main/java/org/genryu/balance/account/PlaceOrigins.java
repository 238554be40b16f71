package org.genryu.balance.account;

import java.util.HashMap;
import java.util.Map;
import org.genryu.balance.Balance;
import org.genryu.balance.origin.PlaceCountries;
import org.genryu.balance.origin.ProducerShares;
import org.genryu.balance.origin.Tracing;
import org.genryu.casefile.SupplyCase;

/// In which country was what a place has of a commodity made, also when it came through third countries?
///
/// [ProducerShares] of the balance, by place, with what is made and used there beside it. The source after the last
/// country is "from stock". One commodity at a time: what its inputs came from is not followed.
public final class PlaceOrigins {
    private final SupplyCase supply;
    private final PlaceCountries countries;
    private final PlaceAccounts accounts;
    private final Tracing tracing;
    private final Map<Integer, ProducerShares> makersOf = new HashMap<>();
    private final Map<Long, double[][]> known = new HashMap<>();

    /// Of a balance that nobody has traced or summed yet.
    public static PlaceOrigins of(Balance balance) {
        return new PlaceOrigins(Tracing.of(balance), PlaceAccounts.of(balance));
    }

    /// @param accounts of the same balance
    public PlaceOrigins(Tracing tracing, PlaceAccounts accounts) {
        this.supply = tracing.balance().of();
        this.countries = tracing.sources().countries();
        this.accounts = accounts;
        this.tracing = tracing;
    }

    /// Index of the source "from stock".
    public int stock() {
        return countries.size();
    }

    /// What processes make and what comes back from use, by [place].
    public double made(int commodity, int place, int t) {
        return accounts.made()[commodity][place][t];
    }

    /// What processes and final demands use at the place.
    public double used(int commodity, int place, int t) {
        return accounts.used()[commodity][place][t];
    }

    /// Origin of what each place has of the commodity, by [place][source]; all zero where there is none.
    public double[][] shares(int commodity, int t) {
        return known.computeIfAbsent((long) commodity * supply.periods().count() + t, _ -> solve(commodity, t));
    }

    private double[][] solve(int commodity, int t) {
        ProducerShares makers = makersOf.computeIfAbsent(commodity, tracing::makers);
        double[][] shares = new double[supply.world().places().size()][countries.size() + 1];
        for (int p = 0; p < shares.length; p++) {
            System.arraycopy(makers.shares(p, t), 0, shares[p], 0, shares[p].length);
        }
        return shares;
    }
}
