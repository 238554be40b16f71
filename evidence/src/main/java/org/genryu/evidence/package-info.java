/// What we know: documents in Japanese and English become claims with their sources, and claims that do not fit each
/// other stand side by side. All of it is by rules: the same documents give the same bytes. Nothing here says what is
/// true.
@NullMarked
package org.genryu.evidence;

import org.jspecify.annotations.NullMarked;
