/// Makes the built-in case `alliance` from its source tables. A tool of the house: nothing that is shipped depends on
/// it.
///
/// [org.genryu.tools.cases.AllianceCase] is the program; the chains have packages of their own, `rareearth`, `gas` and
/// `mineral`, which read and write tables by `table` and close trade that nobody has published by `trade`.
/// Package `edition`: what a new edition of published figures changes in the source tables.
@NullMarked
package org.genryu.tools.cases;

import org.jspecify.annotations.NullMarked;
