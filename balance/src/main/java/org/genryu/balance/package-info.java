/// Who gets what, from whom, at which price: [org.genryu.casefile.SupplyCase] in, [org.genryu.balance.BalanceResult]
/// out. Who stands behind it: [org.genryu.balance.origin]; how risky that is: [org.genryu.balance.risk].
///
/// Size: the program of one balance is written, solved and read back here; its parts know each other too well to live
/// apart.
@NullMarked
package org.genryu.balance;

import org.jspecify.annotations.NullMarked;
