/// What does a minister hold in the hand? Two printable pages on a scenario or a plan: described once
/// ([org.genryu.report.print.Handout]), written as HTML ([org.genryu.report.print.HandoutHtml]) and laid out as PDF
/// ([org.genryu.report.print.HandoutPdf]), which decides how much of it fits.
@NullMarked
package org.genryu.report.print;

import org.jspecify.annotations.NullMarked;
