/// What the things of a case and the words of a page are called in the two languages.
@NullMarked
package org.genryu.report.words;

import org.jspecify.annotations.NullMarked;
