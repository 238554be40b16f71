/// Results to tables, one page for people and a record of the run: [org.genryu.report.Results] is the one call.
///
/// Three layers, each knowing only those above it: what is counted ([org.genryu.report.Ledger],
/// [org.genryu.report.Origins],
/// [org.genryu.report.Chain], [org.genryu.report.Indicators]), how it is drawn and written ([org.genryu.report.Svg],
/// [org.genryu.report.Sankey], [org.genryu.report.Html], [org.genryu.report.Sheet]), and the sections of
/// [org.genryu.report.Page].
///
/// Size: a file for each kind of picture and each section of the page, so that one can be read without the others.
@NullMarked
package org.genryu.report;

import org.jspecify.annotations.NullMarked;
