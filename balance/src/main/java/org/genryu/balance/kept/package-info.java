/// A balance that was found is written down with its program and read back, bit by bit: so that a question about an
/// unchanged case does not solve it again.
@NullMarked
package org.genryu.balance.kept;

import org.jspecify.annotations.NullMarked;
