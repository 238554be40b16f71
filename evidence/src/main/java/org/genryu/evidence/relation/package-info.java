/// Which claims agree, and which do not fit each other? Rules that can be read, each flag with its rule and
/// both claims; no verdict on who is right.
@NullMarked
package org.genryu.evidence.relation;

import org.jspecify.annotations.NullMarked;
