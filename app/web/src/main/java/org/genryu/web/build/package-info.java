/// The scenario builder: events and measures picked in a form or read from a sentence become a scenario of the case.
@NullMarked
package org.genryu.web.build;

import org.jspecify.annotations.NullMarked;
