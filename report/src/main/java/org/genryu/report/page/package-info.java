/// The page for people, section by section; [org.genryu.report.page.ReportPage] says in which order.
@NullMarked
package org.genryu.report.page;

import org.jspecify.annotations.NullMarked;
