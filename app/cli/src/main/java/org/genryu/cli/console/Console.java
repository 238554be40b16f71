package org.genryu.cli.console;

import org.genryu.core.Lang;

/// Where a command stands: what it writes to and who sits in front of it.
///
/// @param out standard output: the answer, nothing else
/// @param err standard error: progress, messages, findings
/// @param terminal whether a person watches `err`, so that a line may be written over
/// @param lang the language of the system, unless `--lang` asks for another
public record Console(ConsoleWriter out, ConsoleWriter err, boolean terminal, Lang lang) {}
