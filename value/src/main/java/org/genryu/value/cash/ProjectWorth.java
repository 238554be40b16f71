package org.genryu.value.cash;

import java.util.Optional;

/// The few numbers by which projects are compared, of one future: a part of [ProjectMetrics] that costs a tenth of it,
/// because no break-even is searched.
///
/// NPV and IRR as in [ProjectMetrics]; DSCR as in [DebtRatios], of the senior loans; debt as in [DebtPlan]
///
/// @param npv [currency] before finance, money of the valuation date
/// @param npvReal [currency] before finance, price-year money
/// @param npvEquity [currency] after finance, money of the valuation date
/// @param irr [1/yr] before finance
/// @param irrReal [1/yr] before finance, above inflation
/// @param irrEquity [1/yr] after finance
/// @param dscr least of all service periods, ramp-up included
/// @param llcr at the first service
/// @param debt [currency] all loans at completion
/// @param cost [currency] with what building costs in interest, fees and reserve
/// @param missed month from the valuation date in which a service is first missed; empty if none is
public record ProjectWorth(
        double npv,
        double npvReal,
        double npvEquity,
        Metric irr,
        Metric irrReal,
        Metric irrEquity,
        Metric dscr,
        Metric llcr,
        double debt,
        double cost,
        Optional<Integer> missed) {

    public static ProjectWorth of(CashFlow flow) {
        double discount = flow.project().timeline().rates().discount().central();
        double inflation = flow.project().timeline().rates().inflation().central();
        TimedCash before = ProjectMetrics.project(flow);
        TimedCash equity = ProjectMetrics.equity(flow);
        double npv = before.npv(discount);
        Metric irr = before.irr();
        DebtRatios ratios = flow.ratios();
        return new ProjectWorth(
                npv,
                npv / ProjectMetrics.priceLevel(flow.project()),
                equity.npv(discount),
                irr,
                ProjectMetrics.real(irr, inflation),
                equity.irr(),
                DebtRatios.least(ratios.dscr()),
                ratios.first(),
                flow.plan().debt(),
                flow.plan().cost(),
                flow.firstDefault());
    }
}
