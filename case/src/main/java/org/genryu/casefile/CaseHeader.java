package org.genryu.casefile;

import java.util.List;
import org.genryu.core.Text;
import org.genryu.core.time.Periods;

/// What `case.yaml` says.
///
/// @param currency ISO 4217 code in which all money is counted
/// @param priceYear year whose money all prices are in
/// @param home partners whose security the case is about
/// @param rival whose moves the case considers
/// @param discountRate [1/year]
/// @param exchange what other money is worth
/// @param base ids of the scenarios that are in force in every run ([InForce])
/// @param label who may see the case, as it is written there; empty if it has none
public record CaseHeader(
        String id,
        Text title,
        String currency,
        int priceYear,
        List<String> home,
        List<String> rival,
        double discountRate,
        Periods periods,
        SupplyCase.Transit transit,
        ExchangeRates exchange,
        List<String> base,
        String label) {
    public CaseHeader {
        home = List.copyOf(home);
        rival = List.copyOf(rival);
        base = List.copyOf(base);
    }

    public SupplyCase.Info info() {
        return new SupplyCase.Info(
                id, title, new SupplyCase.Money(currency, priceYear), home, rival, discountRate, periods, transit);
    }
}
