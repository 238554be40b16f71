/// How do texts, numbers and tables become a file? Escaping HTML ([org.genryu.report.write.Html]), CSV
/// ([org.genryu.results.CsvWriter]), the table under a picture ([org.genryu.report.write.FigureTable]). Knows nothing
/// of cases and runs.
@NullMarked
package org.genryu.report.write;

import org.jspecify.annotations.NullMarked;
