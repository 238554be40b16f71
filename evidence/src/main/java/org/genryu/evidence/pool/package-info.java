/// From claims to a number of a case: which one, by which rule, and whether the claims still stand.
@NullMarked
package org.genryu.evidence.pool;

import org.jspecify.annotations.NullMarked;
