/// The commands that read documents, keep claims and follow attention, and what they say: `read`, `ledger`, `trend`.
@NullMarked
package org.genryu.cli.evidence;

import org.jspecify.annotations.NullMarked;
