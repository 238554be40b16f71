package org.genryu.value.future;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.genryu.value.cash.CreditState;
import org.genryu.value.price.ProbabilityMeasure;

/// What a project may bring, over all futures. Money in the sheet's currency, nominal; every mean has its standard
/// error beside it ([Distribution]).
///
/// @param measure under which probabilities; chances and quantiles are meant under the real ones
/// @param npv before finance, at the sheet's discount rate
/// @param equity value to the owners after finance, at the sheet's discount rate
/// @param least DSCR of a service period, without value where nothing is due
/// @param meanDscr over the service periods
/// @param llcr least of a future
/// @param irr of the owners, where it was asked for; without value in futures that have none or several
/// @param joint value to owners and lenders together at the riskless rate; what supports add to
/// @param years cash for debt service and its cover, by year from the valuation date
public record FutureResult(
        ProbabilityMeasure measure,
        FutureOptions options,
        Distribution npv,
        Distribution equity,
        Distribution least,
        Distribution meanDscr,
        Distribution llcr,
        Distribution irr,
        Distribution joint,
        Default defaults,
        List<LoanRisk> loans,
        List<SupportFlow> supports,
        List<Year> years) {
    public FutureResult {
        loans = List.copyOf(loans);
        supports = List.copyOf(supports);
        years = List.copyOf(years);
    }

    /// When the debt is in default: a service was missed and not made good within the time to cure, the
    /// covenant was broken for as long, a loss of the project was larger than what its sponsors are bound to
    /// pay, or everything was seized.
    ///
    /// @param probability over the life of the debt
    /// @param year of the default, counted from the valuation date; without value where there is none
    /// @param missed chance that a debt service is not paid in full on its date, cured or not
    /// @param causes chance of each cause
    public record Default(
            double probability,
            double standardError,
            Distribution year,
            double missed,
            Map<CreditState.Cause, Double> causes) {
        /// Chance of a default up to and including a year.
        public double until(int upTo) {
            return probability * year.shareBelow(upTo + 0.5);
        }
    }

    /// What a loan's default costs, gross of fees: a value today of the claim at default less what is
    /// recovered, at the loan's rate to the default and the riskless rate to today.
    ///
    /// expected loss = chance of default · mean claim (value today) · loss given default, the same in three
    /// factors
    ///
    /// @param loss before guarantees and insurance
    /// @param lossAfterCovers what the lender keeps
    /// @param exposure claim at default as a value today, 0 without default
    /// @param lossGivenDefault by future, without value where there is no default
    /// @param base value of what an interest of 1 a year on the balance would bring while the debt is alive
    public record LoanRisk(
            String loan,
            Distribution loss,
            Distribution lossAfterCovers,
            Distribution exposure,
            Distribution lossGivenDefault,
            Distribution base) {
        /// Chance that this loan is in default with a claim.
        public double chance() {
            return lossGivenDefault.futures() / (double) loss.futures();
        }

        /// Mean claim where there is a default, as a value today; 0 where there never is one.
        public double claim() {
            return chance() > 0 ? exposure.mean() / chance() : 0;
        }

        /// The part of the interest [1/yr] that only pays for what the lender expects to lose after covers.
        public double lossSpread() {
            return base.mean() > 0 ? lossAfterCovers.mean() / base.mean() : 0;
        }

        /// Loss given default over all futures, weighted by claim; 0 where nothing ever defaults.
        public double lossShare() {
            return exposure.mean() > 0 ? loss.mean() / exposure.mean() : 0;
        }
    }

    /// What a giver pays and gets, as values at the riskless rate.
    ///
    /// @param loss gross of fees: for covers as in [LoanRisk], for others what is paid less what is got
    /// @param feeBase value of what a fee of 1 a year would bring: cover · balance while the debt is alive
    /// @param lossAndBase their sum, for the error of their ratio
    public record SupportFlow(
            String support,
            String giver,
            Distribution paid,
            Distribution got,
            Distribution net,
            Distribution loss,
            Distribution feeBase,
            Distribution lossAndBase) {
        /// The fee [1/yr] at which the giver expects to lose nothing: mean loss / mean fee base.
        public Optional<Double> fairFee() {
            return feeBase.any() && feeBase.mean() > 0 ? Optional.of(loss.mean() / feeBase.mean()) : Optional.empty();
        }

        /// Standard error of the fair fee, of a ratio of two means of the same futures.
        public double fairFeeError() {
            double fee = fairFee().orElse(0.0);
            double a = loss.deviation() * loss.deviation();
            double b = feeBase.deviation() * feeBase.deviation();
            double both = (lossAndBase.deviation() * lossAndBase.deviation() - a - b) / 2;
            double spread = Math.max(0, a - 2 * fee * both + fee * fee * b);
            return feeBase.mean() > 0 ? Math.sqrt(spread / loss.futures()) / feeBase.mean() : 0;
        }
    }

    /// @param year from the valuation date, 0 is the first
    /// @param cover DSCR of the year, without value where no service is due
    public record Year(int year, Distribution cash, Distribution cover) {}
}
