/// What a stress comes to: the months as balances, who goes without and for how long, which stock runs out,
/// what it costs, what stands still.
@NullMarked
package org.genryu.stress.account;

import org.jspecify.annotations.NullMarked;
