/// The explainable deterministic cash flow of a project in one future: operations, supports, construction finance,
/// debt, waterfall, ratios, measures. It is the reference that the fast kernel over many futures is held against.
@NullMarked
package org.genryu.value.cash;

import org.jspecify.annotations.NullMarked;
