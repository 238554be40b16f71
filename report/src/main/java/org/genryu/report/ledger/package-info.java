/// Who says what, and what does not fit? The page of a ledger of claims.
@NullMarked
package org.genryu.report.ledger;

import org.jspecify.annotations.NullMarked;
