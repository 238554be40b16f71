/// What is best built and decided? The words about a plan that screen and page share, and its page.
@NullMarked
package org.genryu.report.plan;

import org.jspecify.annotations.NullMarked;
