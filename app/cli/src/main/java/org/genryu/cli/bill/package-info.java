/// A step of the build: what is shipped, and is it what was meant?
@NullMarked
package org.genryu.cli.bill;

import org.jspecify.annotations.NullMarked;
