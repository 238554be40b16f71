/// The seas as a graph: how far it is from port to port, through which straits, in how many days and at which freight;
/// and what remains when a strait is closed.
@NullMarked
package org.genryu.geo;

import org.jspecify.annotations.NullMarked;
