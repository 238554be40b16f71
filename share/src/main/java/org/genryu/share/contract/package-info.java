/// Which terms pay a split out? Tiers of cash ([org.genryu.share.contract.CashTiers]), flips on a return
/// and on a balance, and the search for the terms that give each party what it should have. Knows no
/// game.
@NullMarked
package org.genryu.share.contract;

import org.jspecify.annotations.NullMarked;
