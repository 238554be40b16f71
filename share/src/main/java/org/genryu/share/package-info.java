/// Who gets what of a joint gain? `game`: what every coalition can do alone; `rule`: the splits of the
/// textbooks, each with its reason and its proof; `contract`: the terms that pay them out. It takes plain
/// numbers and functions and knows no earlier stage but the solver. Packages know each other in this
/// order: `game`, `rule`; `contract` alone.
@NullMarked
package org.genryu.share;

import org.jspecify.annotations.NullMarked;
