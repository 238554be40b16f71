/// Which dates and periods does a text state? Calendar and fiscal years, eras, quarters, relative dates; what a date
/// leaves open is told as a flag.
@NullMarked
package org.genryu.evidence.time;

import org.jspecify.annotations.NullMarked;
