/// What do the source tables say, and how are figures that do not fit together made to: totals of trade, distances,
/// counts of rows?
@NullMarked
package org.genryu.cases.source;

import org.jspecify.annotations.NullMarked;
