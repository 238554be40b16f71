/// The case: plain tables as people write them ([org.genryu.casefile.CaseFile]) and as the solver needs them
/// ([org.genryu.casefile.SupplyCase]); one `resolve` between the two. (`case` is a Java keyword, hence the package's
/// name.)
///
/// Size: one file for each form in which a case is written (CSV, YAML, workbook), each kind of table, and each step of
/// the resolving; they share the schema and are read together.
@NullMarked
package org.genryu.casefile;

import org.jspecify.annotations.NullMarked;
