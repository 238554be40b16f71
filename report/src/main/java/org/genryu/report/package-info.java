/// Results to tables, one page for people and a record of the run: [org.genryu.report.Results] is the one call.
@NullMarked
package org.genryu.report;

import org.jspecify.annotations.NullMarked;
