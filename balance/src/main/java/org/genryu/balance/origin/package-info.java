/// Who stands behind what a place has, stage by stage: [org.genryu.balance.Balance] in,
/// [org.genryu.balance.origin.Origin] out. Start reading at [org.genryu.balance.origin.Tracing].
/// Size: the walk back, the questions asked of it and the ranges of their answers share one network.
@NullMarked
package org.genryu.balance.origin;

import org.jspecify.annotations.NullMarked;
