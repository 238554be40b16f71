/// How do people and programs speak with a command: arguments and options, the two streams, progress, JSON, exit
/// codes?
@NullMarked
package org.genryu.cli.console;

import org.jspecify.annotations.NullMarked;
