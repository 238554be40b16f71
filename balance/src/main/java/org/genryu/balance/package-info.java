/// Who gets what, from whom, at which price? A [org.genryu.casefile.SupplyCase] in, a
/// [org.genryu.balance.BalanceResult] out: [org.genryu.balance.Balancer] writes the program
/// ([org.genryu.balance.BalanceProgram]), solves it and reads the answer back.
///
/// Inside, each folder knows only those before it: [org.genryu.balance.layout] (where things stand in the program),
/// [org.genryu.balance.calibration] (how the base year is met), this one; then what is asked of a balance:
/// [org.genryu.balance.explain] (why this price, who is short), [org.genryu.balance.origin] (who stands behind it),
/// [org.genryu.balance.risk] (how risky that is).
@NullMarked
package org.genryu.balance;

import org.jspecify.annotations.NullMarked;
