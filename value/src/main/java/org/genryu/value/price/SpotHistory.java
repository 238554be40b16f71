package org.genryu.value.price;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.genryu.core.Check;
import org.genryu.core.Text;

/// Does a price revert, to what and how fast? Maximum likelihood for [PriceModel.MeanReverting] and
/// [PriceModel.Lognormal] on evenly spaced prices, in closed form.
///
/// x_{t+1} = b x_t + (1 - b) ln level + e, b = e^{-k h}, Var e = s² (1 - e^{-2kh})/(2k): least squares of x_{t+1} on
/// x_t is the conditional maximum likelihood
///
/// standard errors: of b and the mean from least squares, by the delta method for k, level and s
///
/// k is biased upwards in short histories (by about 4/years); a history of ten years rarely tells a half-life of
/// three years from none. A spot history says nothing about the premium: it stays 0, so both measures agree until a
/// curve says otherwise.
///
/// @param prices oldest first, above 0, four or more
/// @param step between prices [yr], above 0
public record SpotHistory(double[] prices, double step) {
    public SpotHistory {
        Check.that(prices.length >= 4, "Price history: it has %s prices; 4 or more are needed.", prices.length);
        Check.that(step > 0, "Price history: prices lie %s years apart; it must be above 0.", step);
        prices = prices.clone();
        for (double price : prices) {
            Check.that(price > 0 && Double.isFinite(price), "Price history: a price is %s; it must be above 0.", price);
        }
    }

    /// ln S as Brownian motion with drift.
    public Calibration.Fitted lognormal() {
        int n = prices.length - 1;
        double mean = Math.log(prices[n] / prices[0]) / n;
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double gap = Math.log(prices[t + 1] / prices[t]) - mean;
            sum += gap * gap;
        }
        double variance = Math.max(sum / n, Double.MIN_NORMAL);
        double volatility = Math.sqrt(variance / step);
        double drift = mean / step + volatility * volatility / 2;
        double driftError = Math.sqrt(variance / n) / step;
        double volatilityError = volatility / Math.sqrt(2.0 * n);
        return Calibration.Fitted.of(
                new PriceModel.Lognormal(prices[n], drift, volatility),
                List.of(
                        new Calibration.Parameter(
                                "drift",
                                drift,
                                OptionalDouble.of(Math.hypot(driftError, volatility * volatilityError))),
                        new Calibration.Parameter("volatility", volatility, OptionalDouble.of(volatilityError))),
                logLikelihood(variance, n));
    }

    /// ln S as an Ornstein-Uhlenbeck process.
    public Calibration meanReverting() {
        int n = prices.length - 1;
        double xMean = 0;
        double yMean = 0;
        for (int t = 0; t < n; t++) {
            xMean += Math.log(prices[t]) / n;
            yMean += Math.log(prices[t + 1]) / n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int t = 0; t < n; t++) {
            double x = Math.log(prices[t]) - xMean;
            double y = Math.log(prices[t + 1]) - yMean;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        double b = xy / xx;
        double variance = (yy - b * xy) / n;
        if (!(b > 0 && b < 1 && variance > 0)) {
            return new Calibration.NotFitted(
                    new Text(
                            String.format(
                                            Locale.ROOT,
                                            "The history shows no return to a level: the slope from one price to the next is %.4f; it must",
                                            b)
                                    + " lie between 0 and 1.",
                            String.format(Locale.ROOT, "この履歴には水準への回帰が見られません。次の価格への傾きが %.4f で、0 と 1 の間にありません。", b)),
                    Optional.of(lognormal()));
        }
        double intercept = (yMean - b * xMean) / (1 - b);
        double k = -Math.log(b) / step;
        double volatility = Math.sqrt(variance * 2 * k / (1 - b * b));
        double bError = Math.sqrt(variance / xx);
        double kError = bError / (b * step);
        // ln level = (ȳ - b x̄)/(1 - b): its error from the means and, through the slope, from b.
        double levelLog = Math.hypot(Math.sqrt(variance / n), (intercept - xMean) * bError) / (1 - b);
        // s depends on the residual variance and, through k, on b.
        double slope = derivative(variance, b);
        double volatilityError = Math.hypot(volatility / Math.sqrt(2.0 * n), slope * bError);
        double level = Math.exp(intercept);
        return Calibration.Fitted.of(
                new PriceModel.MeanReverting(prices[n], level, k, volatility),
                List.of(
                        new Calibration.Parameter("level", level, OptionalDouble.of(level * levelLog)),
                        new Calibration.Parameter("reversion", k, OptionalDouble.of(kError)),
                        new Calibration.Parameter("volatility", volatility, OptionalDouble.of(volatilityError))),
                logLikelihood(variance, n));
    }

    /// ds/db of s = √(variance · 2k/(1-b²)).
    private double derivative(double variance, double b) {
        double h = 1e-6 * (1 - b);
        return (volatility(variance, b + h) - volatility(variance, b - h)) / (2 * h);
    }

    private double volatility(double variance, double b) {
        return Math.sqrt(variance * 2 * -Math.log(b) / step / (1 - b * b));
    }

    private static double logLikelihood(double variance, int n) {
        return -n / 2.0 * (Math.log(2 * Math.PI * variance) + 1);
    }
}
