/// Projects in the world of a case: which processes and markets of the case a term sheet means, what it is worth at the
/// prices of a run, and what it adds to whom.
@NullMarked
package org.genryu.value.world;

import org.jspecify.annotations.NullMarked;
