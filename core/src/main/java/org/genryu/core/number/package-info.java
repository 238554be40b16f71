/// What number did somebody write, in which unit, and how sure is it? [org.genryu.core.number.Literal] reads,
/// [org.genryu.core.number.NumberText] writes, [org.genryu.core.number.Units] converts,
/// [org.genryu.core.number.RandomDraws] draws.
@NullMarked
package org.genryu.core.number;

import org.jspecify.annotations.NullMarked;
