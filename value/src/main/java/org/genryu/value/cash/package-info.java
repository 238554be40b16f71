/// The cash rules of a project: operations, supports, construction finance, debt with its states, waterfall,
/// ratios, measures. One future that can be explained and many in a row are the same rules.
///
/// Size: what is signed, what happens to it and what is told of it know each other's parts.
@NullMarked
package org.genryu.value.cash;

import org.jspecify.annotations.NullMarked;
