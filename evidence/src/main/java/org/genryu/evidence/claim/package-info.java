/// Who says what amount, date, name or state about what, for when and where in the text? A claim, with how sure its
/// reading is. Claims are proposed here; people accept or reject them.
@NullMarked
package org.genryu.evidence.claim;

import org.jspecify.annotations.NullMarked;
