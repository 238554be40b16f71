/// Which number holds in which period? [org.genryu.casefile.resolve.CaseResolver] applies growth, series, changes, the
/// sea network and the events of a scenario to the columns of a case, and writes down what changed what.
@NullMarked
package org.genryu.casefile.resolve;

import org.jspecify.annotations.NullMarked;
