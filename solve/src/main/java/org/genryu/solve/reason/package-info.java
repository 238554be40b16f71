/// Why is the answer as it is: between which prices does the optimum leave a market open
/// ([org.genryu.solve.reason.DualRange]), and which rows and bounds contradict each other where there is none
/// ([org.genryu.solve.reason.InfeasibleSet])?
@NullMarked
package org.genryu.solve.reason;

import org.jspecify.annotations.NullMarked;
