/// A text as it was written, a second one in one form that is easy to read, and the way back from the one to the other.
@NullMarked
package org.genryu.evidence.text;

import org.jspecify.annotations.NullMarked;
