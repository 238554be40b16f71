/// The solver's native libraries: how they are packed, and how only they are loaded.
@NullMarked
package org.genryu.solve.natives;

import org.jspecify.annotations.NullMarked;
