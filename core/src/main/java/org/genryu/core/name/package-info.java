/// Which of the known names did somebody mean by what was written? Exact, nearly right, or none; and which words name
/// a total.
@NullMarked
package org.genryu.core.name;

import org.jspecify.annotations.NullMarked;
