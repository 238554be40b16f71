/// What does every room speak of: a text in two languages, a finding, an outcome, an explanation, a deadline, a
/// mistake of the programmer? Everything here is a value; nothing here knows what a mine is.
///
/// Inside, each folder knows only those before it: this one, [org.genryu.core.name] (which name was meant),
/// [org.genryu.core.number] (numbers with units, money and spreads), [org.genryu.core.time] (dates and periods);
/// [org.genryu.core.disk] is how anything is kept.
@NullMarked
package org.genryu.core;

import org.jspecify.annotations.NullMarked;
