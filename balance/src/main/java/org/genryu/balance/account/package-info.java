/// Who makes, uses and trades what, by place, country, use and stage: sums over a balance, each made here once. What is
/// shown to people ([org.genryu.balance.account.StageFlows], [org.genryu.balance.account.SupplyTiers]) and what
/// indicators stand on ([org.genryu.balance.account.CountryAccounts]) are these sums.
@NullMarked
package org.genryu.balance.account;

import org.jspecify.annotations.NullMarked;
