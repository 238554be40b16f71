/// The built-in cases: plain tables as data, and the programs that make them from source tables.
/// [org.genryu.cases.BuiltInCases] lists and
/// copies them; [org.genryu.cases.AllianceCase] makes the case `alliance`.
@NullMarked
package org.genryu.cases;

import org.jspecify.annotations.NullMarked;
