/// The page for people, section by section; [org.genryu.report.page.Page] says in which order.
@NullMarked
package org.genryu.report.page;

import org.jspecify.annotations.NullMarked;
