/// One page on a division: who gets what by every rule, where the core lies, who would leave.
@NullMarked
package org.genryu.report.share;

import org.jspecify.annotations.NullMarked;
