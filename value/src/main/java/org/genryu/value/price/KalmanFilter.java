package org.genryu.value.price;

import java.util.List;

/// How likely is a history of futures curves under a model, and where do its two parts stand at the end?
///
/// state (χ, ξ) by [TwoFactorStep] in the real world; ln F_j = e^{-k T_j} χ + ξ + A(T_j) + ε_j, ε_j normal with
/// deviation error_j
///
/// ln L = Σ -½ [ln(2π S) + v²/S], v – surprise of a quote, S – its variance
///
/// Start: χ from its stationary distribution, ξ around the first price with a variance so large that the first curve
/// decides. Quotes of a date are taken one after the other, which is exact since their errors are independent: no
/// matrix is inverted. Source: Schwartz and Smith (2000), section 4; sequential form: Durbin and Koopman (2012), Time
/// Series Analysis by State Space Methods, section 6.4.
final class KalmanFilter {
    private static final double DIFFUSE = 10;

    private final FuturesPanel panel;
    private final SchwartzSmith model;
    private final double[] errors;
    private double chi;
    private double xi;
    private double chiChi;
    private double chiXi;
    private double xiXi;
    private double logLikelihood;

    /// @param errors deviation of the measurement by contract, logs
    KalmanFilter(FuturesPanel panel, SchwartzSmith model, double[] errors) {
        this.panel = panel;
        this.model = model;
        this.errors = errors;
    }

    /// Runs through the history.
    /// @return ln L
    double run() {
        SchwartzSmith.ShortTerm part = model.shortTerm();
        xi = firstLog();
        chiChi = part.volatility() * part.volatility() / (2 * part.reversion());
        xiXi = DIFFUSE;
        TwoFactorStep step = model.transition(panel.step(), ProbabilityMeasure.REAL_WORLD);
        boolean first = true;
        for (List<FuturesPanel.Quote> date : panel.dates()) {
            if (!first) {
                predict(step);
            }
            first = false;
            for (FuturesPanel.Quote quote : date) {
                update(quote);
            }
        }
        return logLikelihood;
    }

    /// The model from where it stands at the last date.
    SchwartzSmith atEnd() {
        SchwartzSmith.ShortTerm part = model.shortTerm();
        SchwartzSmith.LongTerm level = model.longTerm();
        return new SchwartzSmith(
                new SchwartzSmith.ShortTerm(chi, part.reversion(), part.volatility(), part.premium()),
                new SchwartzSmith.LongTerm(Math.exp(xi), level.drift(), level.riskNeutralDrift(), level.volatility()),
                model.correlation());
    }

    private double firstLog() {
        return panel.dates().stream()
                .filter(date -> !date.isEmpty())
                .mapToDouble(date -> Math.log(date.getLast().price()))
                .findFirst()
                .orElse(0);
    }

    private void predict(TwoFactorStep step) {
        double split = step.split() * step.split();
        chi = step.decay() * chi + step.shortShift();
        xi += step.longShift();
        chiChi = step.decay() * step.decay() * chiChi + step.shortLead() * step.shortLead() + split;
        chiXi = step.decay() * chiXi + step.shortLead() * step.longLead() - split;
        xiXi += step.longLead() * step.longLead() + split;
    }

    private void update(FuturesPanel.Quote quote) {
        double load = Math.exp(-model.shortTerm().reversion() * quote.years());
        // The model starts at χ = 0 and ξ = 0, so the log of its curve is A(T).
        double constant =
                model.logMean(quote.years(), ProbabilityMeasure.RISK_NEUTRAL) + model.logVariance(quote.years()) / 2;
        double error = errors[quote.contract()];
        double gainChi = load * chiChi + chiXi;
        double gainXi = load * chiXi + xiXi;
        double variance = load * gainChi + gainXi + error * error;
        double surprise = Math.log(quote.price()) - (load * chi + xi + constant);
        logLikelihood -= (Math.log(2 * Math.PI * variance) + surprise * surprise / variance) / 2;
        chi += gainChi / variance * surprise;
        xi += gainXi / variance * surprise;
        chiChi -= gainChi * gainChi / variance;
        chiXi -= gainChi * gainXi / variance;
        xiXi -= gainXi * gainXi / variance;
    }
}
