/// What does `genryu trace` say? Who stands behind what a country uses, how far that is determined, and on which rows
/// of the case it rests.
@NullMarked
package org.genryu.cli.trace;

import org.jspecify.annotations.NullMarked;
