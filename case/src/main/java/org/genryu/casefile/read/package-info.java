/// What does a case say, and what is wrong with it, all at once? [org.genryu.casefile.read.CaseReader] reads the
/// header, the cells of the tables and the scenarios, and asks the rules.
@NullMarked
package org.genryu.casefile.read;

import org.jspecify.annotations.NullMarked;
