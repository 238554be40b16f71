/// How well would the months have told what happened? In this order: [MonthlyShape], [Episode], [EpisodeScore],
/// [BacktestAccount].
@NullMarked
package org.genryu.stress.backtest;

import org.jspecify.annotations.NullMarked;
