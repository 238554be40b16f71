/// The tables of the room `share`: splits of a game, and what contracts pay.
@NullMarked
package org.genryu.results.share;

import org.jspecify.annotations.NullMarked;
