package org.genryu.value.future;

import java.util.List;
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

    /// When the project misses a debt service and has not made it good by the next service date; a service that is
    /// late by one date shows in `least`, not here.
    ///
    /// @param probability over the life of the debt
    /// @param year of the first default, counted from the valuation date; without value where there is none
    public record Default(double probability, double standardError, Distribution year) {
        /// Chance of a default up to and including a year.
        public double until(int upTo) {
            return probability * year.shareBelow(upTo + 0.5);
        }
    }

    /// What a lender loses, as a value at the riskless rate; below 0 where the interest on what was paid late, at
    /// the loan's own rate, outweighs what was not paid at all.
    /// @param loss before guarantees and insurance
    /// @param lossAfterCovers what the lender keeps
    public record LoanRisk(String loan, Distribution loss, Distribution lossAfterCovers) {}

    /// What a giver pays and gets, as values at the riskless rate, and by year as it falls.
    public record SupportFlow(
            String support,
            String giver,
            Distribution paid,
            Distribution got,
            Distribution net,
            List<Distribution> netByYear) {
        public SupportFlow {
            netByYear = List.copyOf(netByYear);
        }
    }

    /// @param year from the valuation date, 0 is the first
    /// @param cover DSCR of the year, without value where no service is due
    public record Year(int year, Distribution cash, Distribution cover) {}
}
