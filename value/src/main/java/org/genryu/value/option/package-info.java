/// What the right to choose is worth: options on prices, guarantees, thresholds, the mine that can be closed and
/// opened, and choices among many by simulation and regression.
@NullMarked
package org.genryu.value.option;

import org.jspecify.annotations.NullMarked;
