/// What people decided about claims, and when: a file to which lines are only ever added. Nothing that was written is
/// changed; what was wrong is superseded.
@NullMarked
package org.genryu.evidence.ledger;

import org.jspecify.annotations.NullMarked;
