package org.genryu.value.price;

import org.genryu.core.Check;

/// The prices that other runs found, by future and period: the door through which the price of an embargo future enters
/// the project of the same future.
///
/// @param prices rows are futures, all rows equally long; prices above 0
/// @param period length of a period [yr], above 0; the last price of a row holds after its end
public record PricesPerFuture(double[][] prices, double period) {
    public PricesPerFuture {
        Check.that(prices.length > 0, "Prices per future: there is no future; there must be 1 or more.");
        Check.that(period > 0, "Prices per future: a period is %s years; it must be above 0.", period);
        double[][] copy = new double[prices.length][];
        for (int f = 0; f < prices.length; f++) {
            copy[f] = prices[f].clone();
            Check.that(
                    copy[f].length > 0 && copy[f].length == copy[0].length,
                    "Prices per future: future %s has %s periods; it must have %s, and at least 1.",
                    f,
                    copy[f].length,
                    copy[0].length);
            for (double price : copy[f]) {
                Check.that(
                        price > 0 && Double.isFinite(price),
                        "Prices per future: a price of future %s is %s; it must be above 0 and finite.",
                        f,
                        price);
            }
        }
        prices = copy;
    }

    @Override
    public double[][] prices() {
        return prices.clone();
    }

    public int futures() {
        return prices.length;
    }

    /// Price of a future at a time.
    /// @param future from 0 to [#futures] - 1
    public double at(long future, double years) {
        Check.that(
                future >= 0 && future < prices.length,
                "Prices per future: future %s is asked for; there are %s, counted from 0.",
                future,
                prices.length);
        double[] row = prices[(int) future];
        return row[period(years, period, row.length)];
    }

    /// Mean over the futures.
    double mean(double years) {
        double sum = 0;
        for (int f = 0; f < prices.length; f++) {
            sum += at(f, years);
        }
        return sum / prices.length;
    }

    /// Variance of the log over the futures.
    double logVariance(double years) {
        double mean = 0;
        for (int f = 0; f < prices.length; f++) {
            mean += Math.log(at(f, years)) / prices.length;
        }
        double sum = 0;
        for (int f = 0; f < prices.length; f++) {
            double gap = Math.log(at(f, years)) - mean;
            sum += gap * gap;
        }
        return sum / prices.length;
    }

    /// Number of the period that holds a time: its end belongs to it, its start to the one before.
    static int period(double years, double period, int periods) {
        // A month's end computed as 12·(1/12) may lie a rounding error behind the year's end.
        double at = Math.ceil(years / period - 1e-9) - 1;
        return (int) Math.clamp(at, 0, periods - 1);
    }
}
