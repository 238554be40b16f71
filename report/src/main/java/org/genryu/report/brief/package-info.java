/// What is said first, on the screen and on top of the page: [org.genryu.report.brief.Brief].
@NullMarked
package org.genryu.report.brief;

import org.jspecify.annotations.NullMarked;
