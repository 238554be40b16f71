/// The built-in cases: plain tables as data, and the programs that make them from source tables.
/// [org.genryu.cases.BuiltInCases] lists and
/// copies them; [org.genryu.cases.AllianceCase] makes the case `alliance`.
///
/// The room holds more than twenty files because the maker is cut into one class a step: sources, base year from mine
/// to magnet, tables.
///
/// Size: one file for each stage of the chain and each kind of source table.
@NullMarked
package org.genryu.cases;

import org.jspecify.annotations.NullMarked;
