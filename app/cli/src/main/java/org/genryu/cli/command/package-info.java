/// What can be asked on the command line? One class a command; where cases, term sheets and folders come from; what
/// the first screen says and what it proposes to type next.
///
/// Size: a class a command, beside the few that they share.
@NullMarked
package org.genryu.cli.command;

import org.jspecify.annotations.NullMarked;
