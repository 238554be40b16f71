/// The deterministic cash flow of a project as a workbook with live formulas.
@NullMarked
package org.genryu.value.book;

import org.jspecify.annotations.NullMarked;
