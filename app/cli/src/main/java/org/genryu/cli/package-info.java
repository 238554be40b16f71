/// What was typed, which command answers, and how did it end? [org.genryu.cli.GenryuCli] is the door; nothing depends
/// on it.
///
/// Inside, each folder knows only those before it: [org.genryu.cli.console] (words in, words and JSON out),
/// [org.genryu.cli.command] (one class a command), [org.genryu.cli.trace] (the command `trace` and its screen), this
/// one.
@NullMarked
package org.genryu.cli;

import org.jspecify.annotations.NullMarked;
