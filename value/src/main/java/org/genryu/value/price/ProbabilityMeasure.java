package org.genryu.value.price;

import org.genryu.core.Text;

/// Under which probabilities is a number meant? Never mixed: risk asks what will happen, value asks what it is worth
/// today to be rid of it.
public enum ProbabilityMeasure {
    /// As expected by people: chances of default, quantiles, expected payments.
    REAL_WORLD,
    /// As traded: drifts from the futures curve or with the premium for risk taken off, discounted at the riskless
    /// rate.
    RISK_NEUTRAL;

    /// As printed beside a number.
    public Text label() {
        return switch (this) {
            case REAL_WORLD -> new Text("real world", "現実の確率");
            case RISK_NEUTRAL -> new Text("risk-neutral", "リスク中立確率");
        };
    }
}
