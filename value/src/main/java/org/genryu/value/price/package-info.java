/// What prices may do: models of prices, currencies, inflation and cost, with curves and variances in closed form,
/// paths keyed by the number of the future, and estimation from a history.
///
/// Times are years from the valuation date, rates and volatilities are a year and continuous, prices are in the
/// product's own unit. Two measures: the real world for risk, the risk-neutral one for value ([ProbabilityMeasure]).
@NullMarked
package org.genryu.value.price;

import org.jspecify.annotations.NullMarked;
