/// Who stands behind what a place has, stage by stage: [org.genryu.balance.Balance] in,
/// [org.genryu.balance.origin.Origin] out. Start reading at [org.genryu.balance.origin.Tracing].
@NullMarked
package org.genryu.balance.origin;

import org.jspecify.annotations.NullMarked;
