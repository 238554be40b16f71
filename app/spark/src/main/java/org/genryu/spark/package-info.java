/// Futures on Apache Spark: a door that the command line opens where it is on the class path. Only texts and numbers of
/// futures travel there, only what each comes to travels back.
@NullMarked
package org.genryu.spark;

import org.jspecify.annotations.NullMarked;
