/// The page about the months of a scenario.
@NullMarked
package org.genryu.report.stress;

import org.jspecify.annotations.NullMarked;
