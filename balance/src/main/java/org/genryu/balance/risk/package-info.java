/// How dependent and how exposed is a country or the world? Published indicators as pure functions with their story,
/// then applied to a [org.genryu.balance.Balance] by [org.genryu.balance.risk.Indicators].
@NullMarked
package org.genryu.balance.risk;

import org.jspecify.annotations.NullMarked;
