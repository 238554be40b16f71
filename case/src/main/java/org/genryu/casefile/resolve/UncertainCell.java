package org.genryu.casefile.resolve;

import org.genryu.core.number.Amount;

/// A cell of a case that was written with a range, such as `80..120` or `100 ±15`, and that the resolved
/// case rests on.
///
/// @param table such as `processes`; `series` and `changes` too, whose values are about cells of others
/// @param id of the row: its key cells joined by `/`; where the table has no key, file and line
/// @param column such as `capacity`
/// @param amount in the unit of the column in that row, as the number itself
public record UncertainCell(String table, String id, String column, Amount amount) {}
