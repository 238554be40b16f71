package org.genryu.value.price;

import java.util.List;
import org.genryu.core.Check;

/// Futures prices of many dates and a few contracts, as a history of whole curves.
///
/// @param dates quotes by date, oldest first; a date without quotes is passed over by time alone
/// @param contracts number of contracts, each with a measurement error of its own
/// @param step between dates [yr], above 0
public record FuturesPanel(List<List<Quote>> dates, int contracts, double step) {
    /// A price of a curve.
    /// @param contract from 0 on: the first nearby, the second, …
    /// @param years to delivery, 0 or more
    /// @param price above 0
    public record Quote(int contract, double years, double price) {
        public Quote {
            Check.that(
                    contract >= 0 && years >= 0 && price > 0 && Double.isFinite(price),
                    "Quote of contract %s: delivery in %s years at %s; it must not be in the past nor free.",
                    contract,
                    years,
                    price);
        }
    }

    public FuturesPanel {
        dates = dates.stream().map(List::copyOf).toList();
        Check.that(step > 0, "Futures: dates lie %s years apart; it must be above 0.", step);
        long quotes = dates.stream().mapToLong(List::size).sum();
        Check.that(
                quotes >= 7L + contracts,
                "Futures: %s quotes; more than the 7 parameters and %s errors are needed.",
                quotes,
                contracts);
        for (List<Quote> date : dates) {
            for (Quote quote : date) {
                Check.that(
                        quote.contract() < contracts,
                        "Futures: a quote is of contract %s; there are %s, counted from 0.",
                        quote.contract(),
                        contracts);
            }
        }
    }
}
