/// Pages on what is kept: the ledger of claims, the register, attention over time, what leaves the house, what ran and
/// who changed what.
@NullMarked
package org.genryu.web.book;

import org.jspecify.annotations.NullMarked;
