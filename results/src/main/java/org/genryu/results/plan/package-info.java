/// The tables of a plan.
@NullMarked
package org.genryu.results.plan;

import org.jspecify.annotations.NullMarked;
