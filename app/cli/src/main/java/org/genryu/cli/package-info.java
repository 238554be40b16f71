/// The command line: reads what is wanted, calls the rooms, shows what came out. Nothing depends on it.
///
/// Size: one file for each command, and one for each way of speaking to people and programs.
@NullMarked
package org.genryu.cli;

import org.jspecify.annotations.NullMarked;
