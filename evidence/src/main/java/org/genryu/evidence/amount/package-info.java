/// Which amounts does a text state? A number with its unit, sign, basis, bound and precision, and where it stands; what
/// looks like an amount and is none is told with its reason.
@NullMarked
package org.genryu.evidence.amount;

import org.jspecify.annotations.NullMarked;
