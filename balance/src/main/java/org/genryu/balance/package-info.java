/// Who gets what, from whom, at which price: [org.genryu.casefile.SupplyCase] in, [org.genryu.balance.BalanceResult]
/// out.
@NullMarked
package org.genryu.balance;

import org.jspecify.annotations.NullMarked;
