/// What does a new edition of a published table change? The figures as they are printed, the source tables that hold
/// them, and what comes of the one meeting the other.
@NullMarked
package org.genryu.tools.cases.edition;

import org.jspecify.annotations.NullMarked;
