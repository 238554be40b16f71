/// What a stress costs and how well it would have told what happened, as tables of the schema.
@NullMarked
package org.genryu.results.stress;

import org.jspecify.annotations.NullMarked;
