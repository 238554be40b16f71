/// The command line: reads what is wanted, calls the rooms, shows what came out. Nothing depends on it.
@NullMarked
package org.genryu.cli;

import org.jspecify.annotations.NullMarked;
