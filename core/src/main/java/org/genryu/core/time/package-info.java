/// Which months does a written date name ([org.genryu.core.time.Span]), and into which periods is time cut
/// ([org.genryu.core.time.Periods])?
@NullMarked
package org.genryu.core.time;

import org.jspecify.annotations.NullMarked;
