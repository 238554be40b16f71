package org.genryu.value.option;

import org.genryu.core.Check;

/// What is it worth if somebody pays the debt of a firm whose assets do not suffice on the day it is due?
///
/// G = B e^{-rT} N(-d₂) - V N(-d₁), d₁,₂ = [ln(V/B) + (r ± s²/2) T]/(s √T)
///
/// risky debt = B e^{-rT} - G; equity = V - risky debt; spread = ln(B/debt)/T - r; chance of default (risk-neutral) =
/// N(-d₂)
///
/// V – assets; B – debt; s – volatility; T – years; r – riskless. Source: Merton (1974), On the pricing of corporate
/// debt, J. Finance 29; Merton (1977), J. Banking and Finance 1. One payment at the end; debt with coupons and
/// reserves is simulated instead.
///
/// @param assets value of what the firm owns today, above 0
/// @param debt amount due at the end, above 0
/// @param volatility of the assets [1/√yr], 0 or more
/// @param years until it is due, above 0
/// @param riskless rate [1/yr], continuous
public record MertonGuarantee(double assets, double debt, double volatility, double years, double riskless) {
    public MertonGuarantee {
        Check.that(assets > 0 && Double.isFinite(assets), "Guarantee: assets are %s; they must be above 0.", assets);
        Check.that(debt > 0 && Double.isFinite(debt), "Guarantee: debt is %s; it must be above 0.", debt);
        Check.that(volatility >= 0, "Guarantee: volatility is %s; it must be 0 or more.", volatility);
        Check.that(years > 0, "Guarantee: debt is due in %s years; it must be above 0.", years);
        Check.that(Double.isFinite(riskless), "Guarantee: riskless rate is %s; it must be finite.", riskless);
    }

    /// The assets' forward under Black's formula: a guarantee is a put on the assets struck at the debt.
    private Black76 black() {
        return Black76.of(assets * Math.exp(riskless * years), volatility, years, riskless);
    }

    /// G: worth today of a guarantee of everything.
    public double worth() {
        return black().put(debt).value();
    }

    /// Worth of a guarantee of a part.
    /// @param cover c, from 0 to 1
    public double worth(double cover) {
        Check.that(cover >= 0 && cover <= 1, "Guarantee: cover is %s; it must lie in [0, 1].", cover);
        return cover * worth();
    }

    public double riskyDebt() {
        return debt * Math.exp(-riskless * years) - worth();
    }

    public double equity() {
        return black().call(debt).value();
    }

    /// What lenders without a guarantee ask above the riskless rate [1/yr], continuous.
    public double spread() {
        return Math.log(debt / riskyDebt()) / years - riskless;
    }

    /// Risk-neutral chance that the assets do not suffice.
    public double defaultProbability() {
        double gap = Math.log(assets / debt) + riskless * years;
        if (!(volatility > 0)) {
            return gap >= 0 ? 0 : 1;
        }
        double deviation = volatility * Math.sqrt(years);
        return StandardNormal.cdf(-(gap / deviation - deviation / 2));
    }
}
